"""Lines that bend towards the binding of a book that was not pressed flat, made straight.

There the lines of a page fall at its head and rise at its foot, by half an x-height and more: the first word of a line
stands beside the line above it, and its letters look raised. From the middle of the page outwards the ink of each
strip is moved up or down until its rows lie on those of the strips inside it (projection profiles, correlated over
some lines at a time: the bend changes from head to foot). The step from strip to strip is small, so that no line is
taken for its neighbour.
"""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.ocr.ink.inked import Inked, Pieces

Rows = NDArray[np.float64]

# In x-heights.
STRIP = 2.0
DEPTH = 12.0
"""From the edge of the text, within which lines bend."""
INSIDE = 6.0
"""How broad the part is that the innermost strip is laid upon: together no broader than a narrow column."""
WINDOW = 14.0
"""How tall a stretch of lines is moved at a time: some five lines."""
BETWEEN = 3.0
"""From the middle of one stretch to that of the next."""
STEP = 0.25
"""The most by which one strip lies higher or lower than the next."""
LEAST = 0.35
"""By which the bend changes at least from head to foot; that of straight lines, not quite level, changes by 0.1."""
BLUR = 0.12
LETTER_HEIGHT = 0.6, 2.2
LETTER_WIDTH = 0.3, 3.0

ALIKE = 0.4
"""Correlation from which a strip is laid upon the others; of a margin with a folio, or of a picture, it is about 0."""
BENT = 0.6
"""Correlation from which a stretch is bent for certain: of the lines of one page it is 0.7 to 0.95."""
EDGE = 0.01
"""Share of the letters that may stand outside the text: marginal numbers, dirt."""
RECENT = 6
"""Strips whose mean the next one is laid upon."""
NEIGHBOURS = 5
"""Stretches over which the bend is evened out."""


class Side(NamedTuple):
    """How the lines bend at one side, strips from the outermost inwards."""

    middles: NDArray[np.int64]
    """Of the stretches, in rows."""
    shifts: NDArray[np.float64]
    """Strips x stretches: pixels by which the line lies lower than it should."""


def straightened_lines(page: Inked, x_height: float, how: int) -> Grey:
    """The page with its lines straight; the page itself where they do not bend.

    Args:
        page: evenly lit.
        x_height: of its type, in pixels; 0.0 for a page without text, which is left as it is.
        how: OpenCV's way to interpolate.
    """
    grey = page.grey
    letters, left, right = _letters(page.pieces, x_height)
    if right - left < 2 * (INSIDE + STRIP) * x_height or grey.shape[0] < 2 * WINDOW * x_height or not x_height:
        return grey
    width = grey.shape[1]
    sides = [(_side(letters[:, left:], x_height), left, 1), (_side(letters[:, :right][:, ::-1], x_height), right, -1)]
    bends = [_field(side, grey.shape, edge, inwards * STRIP * x_height) for side, edge, inwards in sides if side]
    if not bends:
        return grey
    columns, rows = np.meshgrid(np.arange(width, dtype=np.float32), np.arange(grey.shape[0], dtype=np.float32))
    moved = cv2.remap(grey, columns, rows + sum(bends), how, borderMode=cv2.BORDER_CONSTANT, borderValue=(PAPER,))
    return np.asarray(moved, dtype=np.uint8)


def _letters(pieces: Pieces, x_height: float) -> tuple[NDArray[np.bool_], int, int]:
    """Where the letters are, and the left and the right edge of the text: dirt and pictures would hide the lines."""
    labels, stats, _ = pieces
    heights, widths = stats[:, cv2.CC_STAT_HEIGHT] / max(x_height, 1), stats[:, cv2.CC_STAT_WIDTH] / max(x_height, 1)
    letter = (heights >= LETTER_HEIGHT[0]) & (heights <= LETTER_HEIGHT[1])
    letter &= (widths >= LETTER_WIDTH[0]) & (widths <= LETTER_WIDTH[1])
    letter[0] = False
    if not letter.any():
        return labels > 0, 0, 0
    lefts = stats[letter, cv2.CC_STAT_LEFT]
    rights = lefts + stats[letter, cv2.CC_STAT_WIDTH]
    return letter[labels], int(np.quantile(lefts, EDGE)), int(np.quantile(rights, 1 - EDGE))


def _side(letters: NDArray[np.bool_], x_height: float) -> Side | None:
    """How the lines bend at the left edge of ``letters``, which is that of the text; None if they are straight."""
    strip, count = round(STRIP * x_height), round(DEPTH / STRIP)
    half = round(WINDOW * x_height / 2)
    middles = np.arange(half, letters.shape[0] - half, round(BETWEEN * x_height))
    inside = letters[:, count * strip : count * strip + round(INSIDE * x_height)]
    laid = [_profile(inside, x_height)]
    shift = np.zeros(len(middles))
    shifts = []
    bent = False
    for k in reversed(range(count)):
        own = _profile(letters[:, k * strip : (k + 1) * strip], x_height)
        shift, likeness = _laid_upon(own, np.mean(laid[-RECENT:], axis=0), middles, shift, (half, STEP * x_height))
        shift = _even(shift)
        rows = np.arange(len(own))
        laid.append(np.interp(rows + np.interp(rows, middles, shift), rows, own))
        shifts.append(shift)
        sure = shift[likeness >= BENT]
        bent |= len(sure) > 0 and float(np.ptp(sure)) >= LEAST * x_height
    return Side(middles, np.array(shifts[::-1])) if bent else None


def _profile(letters: NDArray[np.bool_], x_height: float) -> Rows:
    """Ink in every row, a little blurred, the same sum for every strip."""
    rows = letters.sum(axis=1, dtype=np.float64)
    blurred = cv2.GaussianBlur(rows.reshape(-1, 1), (1, 2 * round(BLUR * x_height) + 1), 0).ravel()
    return np.asarray(blurred / max(float(blurred.sum()), 1.0), dtype=np.float64)


def _laid_upon(
    own: Rows, others: Rows, middles: NDArray[np.int64], shift: Rows, reach: tuple[int, float]
) -> tuple[Rows, Rows]:
    """The shift of every stretch of a strip at which it is most like the others, near the one before; and how like."""
    half, step = reach
    steps = np.arange(-round(step), round(step) + 1)
    starts = (middles - half)[:, None] + np.round(shift).astype(np.int64)[:, None] + steps
    starts = np.clip(starts, 0, len(own) - 2 * half)
    stretches = _normal(np.lib.stride_tricks.sliding_window_view(own, 2 * half)[starts])
    wanted = _normal(np.lib.stride_tricks.sliding_window_view(others, 2 * half)[middles - half])
    like = np.einsum("jsr,jr->js", stretches, wanted) / (2 * half)
    best = np.argmax(like - 0.002 * np.abs(steps), axis=1)  # of those alike, the nearest
    rows = np.arange(len(middles))
    likeness = like[rows, best]
    return np.where(likeness >= ALIKE, starts[rows, best] - (middles - half), shift), likeness


def _normal(stretches: NDArray[np.float64]) -> NDArray[np.float64]:
    centred = stretches - stretches.mean(axis=-1, keepdims=True)
    spread = centred.std(axis=-1, keepdims=True)
    return np.asarray(np.divide(centred, spread, out=np.zeros_like(centred), where=spread > 0), dtype=np.float64)


def _even(shift: Rows) -> Rows:
    """The bend without jumps: the median, then the mean of neighbouring stretches."""
    for middle in (np.median, np.mean):
        around = np.lib.stride_tricks.sliding_window_view(np.pad(shift, NEIGHBOURS // 2, mode="edge"), NEIGHBOURS)
        shift = np.asarray(middle(around, axis=1), dtype=np.float64)
    return shift


def _field(side: Side, shape: tuple[int, ...], edge: int, strip: float) -> NDArray[np.float32]:
    """The bend at every pixel; ``strip`` is the width of a strip, below 0 where they follow leftwards."""
    count = len(side.shifts)
    rows = np.arange(shape[0])
    at_rows = np.stack([np.interp(rows, side.middles, own) for own in (*side.shifts, np.zeros(len(side.middles)))], 1)
    places = edge + strip * (np.arange(count + 1) + 0.5)
    order = np.argsort(places)
    columns = np.arange(shape[1])
    shares = np.stack([np.interp(columns, places[order], unit[order]) for unit in np.eye(count + 1)])
    return np.asarray(at_rows @ shares, dtype=np.float32)
