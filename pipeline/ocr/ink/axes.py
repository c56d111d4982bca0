"""The axes of charts: a stroke up the page, from whose foot another runs to the right.

Curves are often broken or dotted, so that a chart has no other stroke by which it could be told.
"""

from collections.abc import Sequence

import numpy as np

from pipeline.model import Box
from pipeline.ocr.ink.greys import Mask
from pipeline.ocr.ink.rules import joined

LENGTH = 10.0
"""X-heights of an axis, at least."""
ELSEWHERE = 0.5
"""Share of it that a stroke runs from the head, or to the left: frames have one there, tables both."""
GAP, DRAWN = 0.4, 0.9
"""X-heights of a break in a stroke, and the share of it that is ink."""


def axes_on(ink: Mask, uprights: Sequence[Box], x_height: float) -> list[Box]:
    """What pairs of axes span, on the ink of a page of which the strokes up the page are known."""
    whole = joined(uprights, x_height).boxes()
    found = (_axes(ink, each, x_height) for each in whole if each.height >= LENGTH * x_height)
    return [axes for axes in found if axes]


def _axes(ink: Mask, upright: Box, x_height: float) -> Box | None:
    right = _run(ink, upright.bottom, upright.right, x_height)
    left = _run(ink[:, ::-1], upright.bottom, ink.shape[1] - upright.left, x_height)
    over = _run(ink, upright.top, upright.right, x_height)
    if right < LENGTH * x_height or max(left, over) >= ELSEWHERE * LENGTH * x_height:
        return None
    return Box(upright.left, upright.top, upright.right + right, upright.bottom)


def _run(ink: Mask, level: int, start: int, x_height: float) -> int:
    """How far a stroke runs to the right from a place, in pixels; ticks stand upon it, and it may be broken."""
    reach, gap = round(x_height), GAP * x_height
    longest = 0
    for row in ink[max(level - reach, 0) : level + reach, start:] > 0:
        inked = np.flatnonzero(row)
        if not inked.size or inked[0] > gap:
            continue
        breaks = np.flatnonzero(np.diff(inked) > gap)
        end = int(inked[breaks[0]] if breaks.size else inked[-1]) + 1
        longest = max(longest, end if row[:end].mean() >= DRAWN else 0)
    return longest
