"""The thin strokes of small raised signs, of which black and white leaves specks.

What is blurred, and filtered, is the paler the thinner it is: of a raised 2 or 8 only the thick strokes are darker than
half way to the paper. Pale ink counts where it hangs together with dark ink (hysteresis, Canny 1986), and only for
signs as small as labels of notes that stand in no line: letters would grow, and the measured type with them.
"""

from itertools import pairwise

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.ocr.ink.inked import pieces_of

INK = 255
FAINT = 230
"""Grey level up to which there is ink, be it pale: the paper of an evenly lit page is 240 and more."""
FAINT_HEIGHT = 0.62, 0.95
FAINT_WIDTH = 0.42, 1.5
"""x-heights, with the grey fringe: digits of calls and labels in small type, up to two that touch; quotes are less."""
WHITE = 1.5
"""x-heights of white before a label: more than parts two words."""
AHEAD = 4.0
"""x-heights in which the line that a label belongs to begins behind it."""
LETTER = 0.6
"""x-heights that a letter has at least."""
BESIDE = 3.5
"""x-heights on both sides of a sign in which letters show that it stands in a line."""
MOST_DIGITS = 3
"""Digits of a raised number, as tall as one another."""
LOST_HEIGHT = 0.75
"""Share of its height that a sign keeps in the ink, where it has lost no stroke."""
ALIKE = 0.15
"""Of the height of a double quote: what its two strokes may differ by at either end."""


def with_faint_signs(
    grey: NDArray[np.uint8], ink: NDArray[np.uint8], pieces: NDArray[np.int32], x_height: float
) -> NDArray[np.uint8]:
    """The ink with the whole of its small raised signs; the same array where it has all of them.

    Args:
        grey: the page, evenly lit.
        ink: what the threshold left, 255 on ink.
        pieces: OpenCV's statistics of its connected pieces.
        x_height: of the commonest type, in pixels; 0.0 for a page without text, which is left as it is.
    """
    if not x_height:
        return ink
    labels, stats, _ = pieces_of((grey <= FAINT).astype(np.uint8))
    heights, widths = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    small = (heights >= FAINT_HEIGHT[0] * x_height) & (heights <= FAINT_HEIGHT[1] * x_height)
    small &= (widths >= FAINT_WIDTH[0] * x_height) & (widths <= FAINT_WIDTH[1] * x_height)
    small[0] = False
    found = ink
    for index in np.flatnonzero(small):
        sign = np.asarray(stats[index], dtype=np.int32)
        if not _is_first(sign, pieces, x_height) or _stands_in_line(sign, pieces, x_height):
            continue
        left, top, width, height = (int(n) for n in stats[index, :4])
        area = (slice(top, top + height), slice(left, left + width))
        own = labels[area] == index
        if _has_lost_strokes(np.where(own, ink[area], 0).astype(np.uint8)):
            found = ink.copy() if found is ink else found
            found[area][own] = INK
    return found


def _has_lost_strokes(ink: NDArray[np.uint8]) -> bool:
    """Whether of a sign, in a box as large as it, less than its height is left, or pieces one above another.

    Strokes side by side that begin and end alike are a double quote.
    """
    count, pieces = cv2.connectedComponents(ink)
    spans = [np.flatnonzero((pieces == index).any(axis=1)) for index in range(1, count)]
    first, last = [int(span[0]) for span in spans], [int(span[-1]) for span in spans]
    if not spans or (len(spans) > 1 and max(np.ptp(first), np.ptp(last)) <= ALIKE * len(ink)):
        return False
    parted = any(one[-1] < other[0] or other[-1] < one[0] for one, other in pairwise(spans))
    return parted or max(last) + 1 - min(first) < LOST_HEIGHT * len(ink)


def _is_first(sign: NDArray[np.int32], others: NDArray[np.int32], x_height: float) -> bool:
    """Whether a line begins behind a sign, and nothing stands before it.

    A closing quote has its word before it, and dirt behind the end of a line nothing to label.
    """
    left, top, bottom = sign[cv2.CC_STAT_LEFT], sign[cv2.CC_STAT_TOP], sign[cv2.CC_STAT_TOP] + sign[cv2.CC_STAT_HEIGHT]
    right = left + sign[cv2.CC_STAT_WIDTH]
    lefts, heights = others[:, cv2.CC_STAT_LEFT], others[:, cv2.CC_STAT_HEIGHT]
    rights = lefts + others[:, cv2.CC_STAT_WIDTH]
    beside = (others[:, cv2.CC_STAT_TOP] < bottom) & (others[:, cv2.CC_STAT_TOP] + heights > top)
    before = beside & (rights > left - WHITE * x_height) & (rights <= left)
    letters = beside & (lefts >= right) & (lefts < right + AHEAD * x_height) & (heights >= LETTER * x_height)
    return bool(letters.any() and not before.any())


def _stands_in_line(sign: NDArray[np.int32], others: NDArray[np.int32], x_height: float) -> bool:
    """Whether letters stand on the foot of a sign, near it: a raised sign has one or two digits beside it at most."""
    left, width, height = sign[cv2.CC_STAT_LEFT], sign[cv2.CC_STAT_WIDTH], sign[cv2.CC_STAT_HEIGHT]
    foot, feet = sign[cv2.CC_STAT_TOP] + height, others[:, cv2.CC_STAT_TOP] + others[:, cv2.CC_STAT_HEIGHT]
    level = (np.abs(feet - foot) <= 0.2 * x_height) & (others[:, cv2.CC_STAT_HEIGHT] >= 0.6 * height)
    rights = others[:, cv2.CC_STAT_LEFT] + others[:, cv2.CC_STAT_WIDTH]
    near = (rights > left - BESIDE * x_height) & (others[:, cv2.CC_STAT_LEFT] < left + width + BESIDE * x_height)
    return int(np.count_nonzero(level & near)) > MOST_DIGITS
