"""Printed rules, found by their shape."""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.ink.greys import Mask

RULE_LENGTH = 4.0  # in x-heights; an em dash has 2.2
RULE_THICKNESS = 0.5
STROKE = 1.6  # shortest piece of a broken rule
REACH = 0.6
"""X-heights by which a rule may fall short of another that it meets."""
STRIP = 20.0
"""X-heights of a page in which a rule up the page that leans by a degree stays thin."""


def find_rules(ink: Mask, x_height: float) -> list[Box]:
    """The horizontal rules of a page, from top to bottom."""
    unit = max(x_height, 10.0)
    stroke = np.ones((1, round(STROKE * unit)), np.uint8)
    opened = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, stroke), dtype=np.uint8)
    if not cv2.hasNonZero(opened):
        return []
    strokes = components_of(opened)
    thin = [box for box in map(strokes.box, range(len(strokes.left))) if box.height <= RULE_THICKNESS * unit]
    joined = _joined(sorted(thin, key=lambda box: (box.top, box.left)), unit)
    return [box for box in joined if box.width >= RULE_LENGTH * unit and _stands_alone(box, ink, unit)]


def find_uprights(ink: Mask, x_height: float) -> list[Box]:
    """The rules that run up and down a page, in pieces that overlap: where lines are level, they may still lean."""
    unit = max(x_height, 10.0)
    strip, more = round(STRIP * unit), round(RULE_LENGTH * unit)
    starts = [max(0, top - more) for top in range(0, ink.shape[0], strip)]
    turned = (np.ascontiguousarray(ink[top : top + strip + 2 * more].T) for top in starts)
    found = zip(starts, (find_rules(each, x_height) for each in turned), strict=True)
    return [Box(box.top, top + box.left, box.bottom, top + box.right) for top, boxes in found for box in boxes]


def _joined(strokes: list[Box], unit: float) -> list[Box]:
    """Strokes of one row put together: a faint rule is broken by the scan."""
    rules: list[Box] = []
    for stroke in strokes:
        near = (i for i, rule in enumerate(rules) if _continues(rule, stroke, unit))
        index = next(near, None)
        if index is None:
            rules.append(stroke)
        else:
            rules[index] = enclosing_box([rules[index], stroke]) or stroke
    return rules


def _continues(rule: Box, stroke: Box, unit: float) -> bool:
    level = abs((rule.top + rule.bottom) - (stroke.top + stroke.bottom)) / 2 <= 0.3 * unit
    return level and stroke.left - rule.right <= 2 * unit and rule.left - stroke.right <= 2 * unit


def _stands_alone(box: Box, ink: Mask, unit: float) -> bool:
    """Whether there is paper above and below, so that it is no row of letters that touch."""
    reach = round(0.3 * unit)
    above = ink[max(box.top - 2 - reach, 0) : max(box.top - 2, 0), box.left : box.right]
    below = ink[box.bottom + 2 : box.bottom + 2 + reach, box.left : box.right]
    return all(band.size == 0 or np.count_nonzero(band) < 0.1 * band.size for band in (above, below))


class Joined(NamedTuple):
    """Strokes that meet, or fall short of it by a hair, as pieces of a drawing that is thicker than the page's.

    It stands by ``reach`` below and to the right of the page, and every stroke is so much longer on each side.
    """

    pieces: Components
    reach: int
    """Pixels."""

    def boxes(self) -> list[Box]:
        """What the pieces span on the page."""
        grown = (self.pieces.box(index) for index in range(len(self.pieces.left)))
        return [Box(box.left, box.top, box.right - 2 * self.reach, box.bottom - 2 * self.reach) for box in grown]


def joined(strokes: Sequence[Box], x_height: float) -> Joined:
    """The strokes of a page of this x-height, in pixels, joined where they meet."""
    reach = max(1, round(REACH * x_height / 2))
    height, width = (
        max(ends, default=0) + 2 * reach for ends in ([b.bottom for b in strokes], [b.right for b in strokes])
    )
    drawn = np.zeros((height, width), np.uint8)
    for box in strokes:
        drawn[max(box.top, 0) : box.bottom + 2 * reach, max(box.left, 0) : box.right + 2 * reach] = 1
    return Joined(components_of(drawn), reach)
