"""Printed rules and pictures: found by their shape, and taken out of the ink so that they do not become words."""

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.ink.greys import Mask

RULE_LENGTH = 4.0  # in x-heights; an em dash has 2.2
RULE_THICKNESS = 0.5
STROKE = 1.6  # shortest piece of a broken rule
PICTURE = 10.0  # in x-heights, both ways: a drop initial of three lines has 7
BESIDE = 3.0  # x-heights of text that specks reach into beside a black border
STRIP = 20.0
"""X-heights of a page in which a rule up the page that leans by a degree stays thin."""
DENSE = 0.3  # share of ink in its box that tells a picture from a frame


def find_rules(ink: Mask, x_height: float) -> list[Box]:
    """The horizontal rules of a page, from top to bottom."""
    unit = max(x_height, 10.0)
    stroke = np.ones((1, round(STROKE * unit)), np.uint8)
    strokes = components_of(np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, stroke), dtype=np.uint8))
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


def without_drawings(ink: Mask, rules: list[Box], x_height: float) -> tuple[Mask, Components]:
    """The ink without its rules, frames and pictures, and the pieces of what is left."""
    cleaned = ink.copy()
    for box in rules:
        cleaned[max(box.top - 1, 0) : box.bottom + 1, box.left : box.right] = 0
    pieces = components_of(cleaned)
    size = max(PICTURE * x_height, 200)
    large = (pieces.right - pieces.left > size) & (pieces.bottom - pieces.top > size)
    for index in np.flatnonzero(large):
        _erase(cleaned, pieces, int(index), BESIDE * x_height)
    return cleaned, components_of(cleaned) if large.any() else pieces


def _erase(ink: Mask, pieces: Components, index: int, beside: float) -> None:
    box = pieces.box(index)
    area = (slice(box.top, box.bottom), slice(box.left, box.right))
    piece = pieces.labels[area] == index + 1
    if piece.mean() > DENSE:
        ink[area][:, _body(piece.mean(axis=0), beside)] = 0
    else:
        ink[area] = np.where(piece, 0, ink[area])


def _body(shares: NDArray[np.float64], beside: float) -> slice:
    """From the first column that is as full as a picture to the last, where the rest is so broad that it may hold text.

    Specks that hang on a black border reach into the text beside it, and touch its letters; these are no part of it.
    Those of the shadow in a gutter go with it.
    """
    full = np.flatnonzero(shares > DENSE / 2)
    first, last = int(full[0]), int(full[-1]) + 1
    return slice(first, last) if len(shares) - (last - first) > beside else slice(0, len(shares))
