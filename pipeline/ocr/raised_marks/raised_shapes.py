"""What raised ink looks like: its size and where it stands above the line.

Tesseract drops superscripts or reads them as quotes, but their ink is there. The bounds below are in x-heights above
the baseline, measured on journal pages at 300 dpi: superscript digits are 0.77 to 0.95 tall with their feet at 0.5 to
0.95; quotes and apostrophes are 0.40 to 0.55 tall, dots and accents less.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import TALL_TO_SMALL, LineType

MIN_FOOT = 0.38  # a folio in old-style figures reaches 0.3
LOW_FOOT = 0.33
LOW_HEIGHT, LOW_WIDTH = (1.04, 1.3), 0.45
"""How tall what stands so low is, and how wide at least: of 48 such pieces on 46 pages of six scans 16 of this size
were calls and labels, 6 raised letters; most others were slivers. The capitals of a line that bends are taller."""
HANGING_FOOT, HANGING_HEIGHT = 0.25, (1.15, 1.7)
"""Of raised letters with a descender, and of f in italics, which has both: they hang lower than digits, and are taller.
Letters on the line have their feet at 0.15 and less."""
QUOTE_FOOT = 0.25
"""What was read as a quote and is as tall as a digit is none, and may stand lower: nothing else is read so."""
LEAST_FOOT = min(QUOTE_FOOT, HANGING_FOOT)
ROUNDING = 1e-6
"""Pixels by which numbers may differ that are reckoned in another order."""
MAX_FOOT = 1.6
MIN_TOP = 0.9
MAX_TOP = 2.3
MIN_HEIGHT = 0.63
MAX_HEIGHT = 1.35
MAX_WIDTH = 1.9  # three digits that touch
MIN_STAR = 0.47
FRAGMENT = 0.35  # tall: less than a quote
FRAGMENT_FOOT = 2.0  # the bar of a broken 5 is as high
# What is smaller or taller than digits may be a star, a raised letter or a section sign.
MIN_SIGN = 0.35
MAX_SIGN = HANGING_HEIGHT[1]
SIGN_WIDTH = (0.3, 1.3)
STAR_WIDTH = 0.4
"""What is as low as a quote and narrower is one: of 255 pieces that a reader was asked about none was a sign."""


class Ink(NamedTuple):
    """Pieces of ink that make one sign, and its box."""

    pieces: tuple[int, ...]
    box: Box


def high_among(pieces: Components, near: NDArray[np.intp], kind: LineType, least: float) -> NDArray[np.intp]:
    """Those of the pieces whose feet stand so many x-heights above the line: of a hundred in a line one or two."""
    feet = kind.baselines_at((pieces.left[near] + pieces.right[near]) / 2) - pieces.bottom[near]
    return near[feet >= least * kind.x_height - ROUNDING]


def is_raised(box: Box, kind: LineType, quotes: list[Box]) -> bool:
    """Whether ink stands above the line; ``quotes`` are the boxes of what was read as one."""
    foot, top = above_line(box, kind)
    tall, wide = box.height / kind.x_height, box.width / kind.x_height
    least = LOW_FOOT if LOW_HEIGHT[0] <= tall <= LOW_HEIGHT[1] and wide >= LOW_WIDTH else MIN_FOOT
    if is_digit_like(box, kind) and any(box.shared_width(quote) >= 0.6 * box.width for quote in quotes):
        least = QUOTE_FOOT
    stands = least <= foot <= MAX_FOOT or is_hanging(box, kind)
    return stands and MIN_TOP <= top <= MAX_TOP


def is_hanging(box: Box, kind: LineType) -> bool:
    """Whether ink stands lower than a digit and may be a raised letter with a descender."""
    foot, _ = above_line(box, kind)
    tall, wide = box.height / kind.x_height, box.width / kind.x_height
    return HANGING_FOOT <= foot < LOW_FOOT and HANGING_HEIGHT[0] <= tall <= HANGING_HEIGHT[1] and wide >= LOW_WIDTH


def above_line(box: Box, kind: LineType) -> tuple[float, float]:
    """How far the foot and the top of ink stand above the baseline, in x-heights."""
    baseline = kind.baseline_at((box.left + box.right) / 2)
    return (baseline - box.bottom) / kind.x_height, (baseline - box.top) / kind.x_height


def is_digit_like(box: Box, kind: LineType) -> bool:
    """Whether ink has the size of one raised digit, or of up to three that touch."""
    height, width = box.height / kind.x_height, box.width / kind.x_height
    return MIN_HEIGHT <= height <= MAX_HEIGHT and width <= MAX_WIDTH


def is_fragment(box: Box, kind: LineType) -> bool:
    """Whether it is too high or too low for a sign of its own, but may be the bar of a broken 5 or the foot of a 2."""
    foot, top = above_line(box, kind)
    outside = MAX_FOOT < foot <= FRAGMENT_FOOT or (foot >= MIN_FOOT and top < MIN_TOP)
    return outside and top <= MAX_TOP and box.height <= FRAGMENT * kind.x_height


def is_high_star(pieces: Components, box: Box, kind: LineType) -> bool:
    """Whether it is the star of an author whose name is set in small capitals.

    They are read as capitals, so that the x-height of their line is taken for less than it is.
    """
    foot, top = above_line(box, kind)
    return foot >= MAX_FOOT and top <= TALL_TO_SMALL * MAX_TOP and is_star(pieces, box, kind)


def is_sign_like(box: Box, kind: LineType) -> bool:
    """Whether ink has the size of a raised star, letter, digit or section sign, and not of a quote."""
    height, width = box.height / kind.x_height, box.width / kind.x_height
    narrowest = SIGN_WIDTH[0] if height >= MIN_HEIGHT else STAR_WIDTH
    return MIN_SIGN <= height <= MAX_SIGN and narrowest <= width <= SIGN_WIDTH[1]


def is_star(pieces: Components, box: Box, kind: LineType) -> bool:
    """Whether ink smaller than a digit has the shape of an asterisk: as wide as tall, and full in the middle.

    Two quotes that touch are as large, but have a gap in the middle.
    """
    size = MIN_STAR * kind.x_height
    if min(box.height, box.width) < max(size, len("|*|")) or not 0.7 < box.width / box.height < 1.45:
        return False
    if box.height > MAX_HEIGHT * kind.x_height:
        return False
    columns = (pieces.labels[box.top : box.bottom, box.left : box.right] > 0).mean(axis=0)
    third = max(box.width // 3, 1)
    middle, sides = columns[third:-third].mean(), np.concatenate([columns[:third], columns[-third:]]).mean()
    return bool(middle > 1.15 * sides and box.height < 0.95 * kind.x_height)


def has_ink_below(pieces: Components, ink: Ink, near: NDArray[np.intp], kind: LineType) -> bool:
    """Whether it stands on a letter, as dots and accents do, or on the dot of ``?`` and ``!``."""
    box = ink.box
    covered = np.zeros(max(box.width, 1), bool)
    columns = (pieces.left[near] <= box.right + 1) & (pieces.right[near] >= box.left - 1)
    for other in near[columns]:
        below = pieces.box(other)
        if other not in ink.pieces and _is_rest_of_figure(below, box, kind):
            return True
        if other in ink.pieces or not _is_below(below, box, kind):
            continue
        inside = below.left >= box.left - 1 and below.right <= box.right + 1
        if inside and below.width > 0.15 * kind.x_height:
            return True
        covered[max(below.left - box.left, 0) : max(below.right - box.left, 0)] = True
    return bool(covered.mean() > 0.5)


def _is_below(below: Box, box: Box, kind: LineType) -> bool:
    """Whether ink begins under the box and stands on this line, not on the next; a raised foot stands on none."""
    baseline = kind.baseline_at(below.left)
    starts = box.bottom - 0.2 * kind.x_height <= below.top < baseline - 0.1 * kind.x_height
    return starts and below.bottom > max(box.bottom, baseline - MIN_FOOT * kind.x_height)


def _is_rest_of_figure(other: Box, box: Box, kind: LineType) -> bool:
    """Whether ink stands on the line in the columns of the mark and beside its foot: the rest of a broken 5 or 9."""
    shared = other.shared_width(box)
    stands = abs(other.bottom - kind.baseline_at(other.left)) <= 0.15 * kind.x_height
    return stands and other.top < box.bottom and other.height >= 0.6 * kind.x_height and shared >= 0.6 * box.width
