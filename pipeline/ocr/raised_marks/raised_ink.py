"""Raised ink: pieces of ink above the x-height that are too large for a quote and stand where a note call could.

Tesseract drops superscripts or reads them as quotes, but their ink is there.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.bullet_ink import is_bullet
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import OF_INK, Mark, merged, place
from pipeline.ocr.raised_marks.raised_shapes import (
    LEAST_FOOT,
    MAX_HEIGHT,
    MAX_TOP,
    MIN_FOOT,
    Ink,
    has_ink_below,
    high_among,
    is_digit_like,
    is_fragment,
    is_hanging,
    is_high_star,
    is_raised,
    is_sign_like,
    is_star,
)
from pipeline.ocr.readers.hocr import ReadLine

REACH = 3.0  # before a line and behind it
DESCENDER_CUT = 1.95  # where ink that hangs down from the line above is cut off
BROKEN = 0.12  # wide: where a thin stroke is gone
MAX_GAP = 0.7  # between the digits of one call: a 1 stands alone in the width of a digit


class Found(NamedTuple):
    """The raised ink of one line, from left to right."""

    marks: list[Mark]
    """Stars, and groups of signs as large as digits."""
    others: list[Mark]
    """Signs of other sizes: most are quotes and pieces of broken letters, some are small stars and raised letters."""


def find(pieces: Components, line: ReadLine, kind: LineType, ahead: float = REACH) -> Found:
    """The raised ink of one line, from left to right.

    Args:
        pieces: the ink of the page.
        line: what was read.
        kind: its type.
        ahead: how far before the line its label may hang, in x-heights.
    """
    reach = round(REACH * kind.x_height)
    top = round(kind.baseline_at(line.box.left) - MAX_TOP * kind.x_height)
    start = max(line.box.left - round(ahead * kind.x_height), 0)
    area = Box(start, max(min(top, line.box.top), 0), line.box.right + reach, line.box.bottom)
    near = pieces.within(area)
    high = high_among(pieces, near, kind, LEAST_FOOT).tolist()
    whole = [Ink((i,), pieces.box(i)) for i in high if not is_bullet(pieces, i, kind)]
    cut = (_cut(pieces, i, kind) for i in near[_may_hang_down(pieces, near, kind)].tolist())
    inks = whole + [ink for ink in cut if ink and is_digit_like(ink.box, kind)]
    capitals = _is_in_capitals(line)
    quotes = [char.box for word in line.words for char in word.chars if char.text in OF_INK]
    parts = [
        ink
        for ink in inks
        if is_raised(ink.box, kind, quotes)
        or is_fragment(ink.box, kind)
        or (capitals and is_high_star(pieces, ink.box, kind))
    ]
    free = [ink for ink in parts if not has_ink_below(pieces, ink, near, kind)]
    joined = _joined(sorted(free, key=lambda ink: (ink.box.left, ink.box.top)), -1, kind)
    signs = [
        sign
        for sign in joined
        if is_raised(sign.box, kind, quotes) or (capitals and is_high_star(pieces, sign.box, kind))
    ]
    stars = [is_star(pieces, sign.box, kind) for sign in signs]
    large = [
        star or (is_digit_like(sign.box, kind) and not is_hanging(sign.box, kind))
        for sign, star in zip(signs, stars, strict=True)
    ]
    calls = [sign for sign, is_call in zip(signs, large, strict=True) if is_call]
    small = _mended([sign for sign, is_call in zip(signs, large, strict=True) if not is_call], kind)
    groups = _joined(calls, MAX_GAP * kind.x_height, kind)
    placed = [place(pieces, group, line, kind, star=is_star(pieces, group.box, kind)) for group in groups]
    return Found(
        merged(placed, kind),
        [place(pieces, sign, line, kind) for sign in small if is_sign_like(sign.box, kind)],
    )


def _may_hang_down(pieces: Components, near: NDArray[np.intp], kind: LineType) -> NDArray[np.bool_]:
    """Which pieces begin so high over the line that they may be of the line above."""
    ceilings = kind.baselines_at(pieces.left[near]) - DESCENDER_CUT * kind.x_height
    return np.asarray((pieces.top[near] < ceilings) & (pieces.bottom[near] > ceilings - 1))


def _cut(pieces: Components, index: int, kind: LineType) -> Ink | None:
    """What is left of a piece without a descender of the line above, where one touches it; None where none does."""
    box = pieces.box(index)
    ceiling = round(kind.baseline_at(box.left) - DESCENDER_CUT * kind.x_height)
    foot = kind.baseline_at(box.left) - MIN_FOOT * kind.x_height
    if box.top >= round(ceiling - 0.35 * kind.x_height) or not ceiling < box.bottom < foot:
        return None
    rows, columns = np.nonzero(pieces.labels[ceiling : box.bottom, box.left : box.right] == index + 1)
    left, right = box.left + int(columns.min()), box.left + int(columns.max()) + 1
    return Ink((index,), Box(left, ceiling + int(rows.min()), right, box.bottom))


def _is_in_capitals(line: ReadLine) -> bool:
    return not any(char.text.islower() for word in line.words for char in word.chars)


def _joined(inks: list[Ink], gap: float, kind: LineType) -> list[Ink]:
    """Neighbours put together: the fragments of a broken digit (``gap`` < 0), the digits of 103 (``gap`` > 0)."""
    groups: list[Ink] = []
    for ink in inks:
        if groups and _belongs(groups[-1].box, ink.box, gap, kind):
            box = enclosing_box([groups[-1].box, ink.box]) or ink.box
            groups[-1] = Ink((*groups[-1].pieces, *ink.pieces), box)
        else:
            groups.append(ink)
    return groups


def _mended(inks: list[Ink], kind: LineType) -> list[Ink]:
    """Pieces side by side put together: a raised ``a`` or ``e`` of which a thin stroke is gone."""
    groups: list[Ink] = []
    for ink in inks:
        last = groups[-1].box if groups else ink.box
        level = last.shared_height(ink.box) >= 0.5 * min(last.height, ink.box.height)
        beside = level and ink.box.left - last.right <= BROKEN * kind.x_height
        if groups and beside:
            groups[-1] = Ink((*groups[-1].pieces, *ink.pieces), enclosing_box([last, ink.box]) or last)
        else:
            groups.append(ink)
    return groups


def _belongs(one: Box, other: Box, gap: float, kind: LineType) -> bool:
    level = abs(one.bottom - other.bottom) <= 0.3 * kind.x_height
    stacked = max(one.bottom, other.bottom) - min(one.top, other.top) <= MAX_HEIGHT * kind.x_height
    return other.left - one.right <= gap and (level if gap > 0 else stacked)
