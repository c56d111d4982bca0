"""Raised ink: pieces of ink above the x-height that are too large for a quote and stand where a note call could.

Tesseract drops superscripts or reads them as quotes, but their ink is there. The bounds below are in x-heights above
the baseline, measured on journal pages at 300 dpi: superscript digits are 0.77 to 0.95 tall with their feet at 0.5 to
0.95; quotes and apostrophes are 0.40 to 0.55 tall, dots and accents less.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box, enclosing_box
from pipeline.ocr.components import Components
from pipeline.ocr.hocr import ReadChar, ReadLine, ReadWord
from pipeline.ocr.type_size import TALL_TO_SMALL, LineType

REACH = 3.0  # before a line and behind it
MIN_FOOT = 0.38  # a folio in old-style figures reaches 0.3
LOW_FOOT = 0.33
LOW_HEIGHT, LOW_WIDTH = (1.04, 1.3), 0.45
"""How tall what stands so low is, and how wide at least: of 48 such pieces on 46 pages of six scans 16 of this size
were calls and labels, 6 raised letters; most others were slivers. The capitals of a line that bends are taller."""
QUOTE_FOOT = 0.25
"""What was read as a quote and is as tall as a digit is none, and may stand lower: nothing else is read so."""
MAX_FOOT = 1.6
MIN_TOP = 0.9
MAX_TOP = 2.3
DESCENDER_CUT = 1.95  # where ink that hangs down from the line above is cut off
MIN_HEIGHT = 0.63
MAX_HEIGHT = 1.35
MAX_WIDTH = 1.9  # three digits that touch
BROKEN_GAP = 1.2  # between two digits of one call, where the digit between them is broken
MIN_STAR = 0.47
BROKEN = 0.12  # wide: where a thin stroke is gone
FRAGMENT = 0.35  # tall: less than a quote
FRAGMENT_FOOT = 2.0  # the bar of a broken 5 is as high
# What is smaller or taller than digits may be a star, a raised letter or a section sign.
MIN_SIGN = 0.35
MAX_SIGN = 1.5
SIGN_WIDTH = (0.3, 1.3)
STAR_WIDTH = 0.4
"""What is as low as a quote and narrower is one: of 255 pieces that a reader was asked about none was a sign."""
MAX_GAP = 0.7  # between the digits of one call: a 1 stands alone in the width of a digit
STOPS = frozenset(".,;:")
STOP_AND_SIGN = frozenset("!?")
"""What Tesseract makes of a stop with a raised sign behind it, in one."""
STOP_HEIGHT = (0.1, 0.55)
OF_INK = frozenset("'‘’\"“”!?°*^>®©")
"""Signs that Tesseract makes of raised digits, and of which each has raised ink of its own where it is printed."""
DOUBLE = frozenset('"“”')
QUOTE_HEIGHT = 0.24
QUOTE_TOP = 1.2  # the top of a broken letter is at 1.0


class Mark(NamedTuple):
    """One group of raised ink on a line, and the characters of the line that stand for it."""

    pieces: tuple[int, ...]
    """Indices into the page's ``Components``, from left to right; only their ink within ``box`` belongs to the mark."""
    box: Box
    star: bool
    """Whether its shape is that of an asterisk."""
    word: int
    start: int
    end: int


class _Ink(NamedTuple):
    """Pieces of ink that make one sign, and its box."""

    pieces: tuple[int, ...]
    box: Box


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
    indices = near.tolist()
    whole = [_Ink((i,), pieces.box(i)) for i in indices]
    inks = whole + [ink for ink in (_cut(pieces, i, kind) for i in indices) if ink and _is_digit_like(ink.box, kind)]
    capitals = _is_in_capitals(line)
    quotes = [char.box for word in line.words for char in word.chars if char.text in OF_INK]
    parts = [
        ink
        for ink in inks
        if _is_raised(ink.box, kind, quotes)
        or _is_fragment(ink.box, kind)
        or (capitals and _is_high_star(pieces, ink.box, kind))
    ]
    free = [ink for ink in parts if not _has_ink_below(pieces, ink, near, kind)]
    joined = _joined(sorted(free, key=lambda ink: (ink.box.left, ink.box.top)), -1, kind)
    signs = [
        sign
        for sign in joined
        if _is_raised(sign.box, kind, quotes) or (capitals and _is_high_star(pieces, sign.box, kind))
    ]
    stars = [_is_star(pieces, sign.box, kind) for sign in signs]
    large = [star or _is_digit_like(sign.box, kind) for sign, star in zip(signs, stars, strict=True)]
    calls = [sign for sign, is_call in zip(signs, large, strict=True) if is_call]
    small = _mended([sign for sign, is_call in zip(signs, large, strict=True) if not is_call], kind)
    groups = _joined(calls, MAX_GAP * kind.x_height, kind)
    placed = [_place(pieces, group, _is_star(pieces, group.box, kind), line, kind) for group in groups]
    return Found(
        _merged(placed, kind),
        [_place(pieces, sign, False, line, kind) for sign in small if is_sign_like(sign.box, kind)],
    )


def _cut(pieces: Components, index: int, kind: LineType) -> _Ink | None:
    """What is left of a piece without a descender of the line above, where one touches it; None where none does."""
    box = pieces.box(index)
    ceiling = round(kind.baseline_at(box.left) - DESCENDER_CUT * kind.x_height)
    foot = kind.baseline_at(box.left) - MIN_FOOT * kind.x_height
    if box.top >= round(ceiling - 0.35 * kind.x_height) or not ceiling < box.bottom < foot:
        return None
    rows, columns = np.nonzero(pieces.labels[ceiling : box.bottom, box.left : box.right] == index + 1)
    left, right = box.left + int(columns.min()), box.left + int(columns.max()) + 1
    return _Ink((index,), Box(left, ceiling + int(rows.min()), right, box.bottom))


def _is_raised(box: Box, kind: LineType, quotes: list[Box]) -> bool:
    """Whether ink stands above the line; ``quotes`` are the boxes of what was read as one."""
    foot, top = _above_line(box, kind)
    tall, wide = box.height / kind.x_height, box.width / kind.x_height
    least = LOW_FOOT if LOW_HEIGHT[0] <= tall <= LOW_HEIGHT[1] and wide >= LOW_WIDTH else MIN_FOOT
    if _is_digit_like(box, kind) and any(box.shared_width(quote) >= 0.6 * box.width for quote in quotes):
        least = QUOTE_FOOT
    return least <= foot <= MAX_FOOT and MIN_TOP <= top <= MAX_TOP


def _above_line(box: Box, kind: LineType) -> tuple[float, float]:
    """How far the foot and the top of ink stand above the baseline, in x-heights."""
    baseline = kind.baseline_at((box.left + box.right) / 2)
    return (baseline - box.bottom) / kind.x_height, (baseline - box.top) / kind.x_height


def _is_digit_like(box: Box, kind: LineType) -> bool:
    height, width = box.height / kind.x_height, box.width / kind.x_height
    return MIN_HEIGHT <= height <= MAX_HEIGHT and width <= MAX_WIDTH


def _is_fragment(box: Box, kind: LineType) -> bool:
    """Whether it is too high or too low for a sign of its own, but may be the bar of a broken 5 or the foot of a 2."""
    foot, top = _above_line(box, kind)
    outside = MAX_FOOT < foot <= FRAGMENT_FOOT or (foot >= MIN_FOOT and top < MIN_TOP)
    return outside and top <= MAX_TOP and box.height <= FRAGMENT * kind.x_height


def _is_in_capitals(line: ReadLine) -> bool:
    return not any(char.text.islower() for word in line.words for char in word.chars)


def _is_high_star(pieces: Components, box: Box, kind: LineType) -> bool:
    """Whether it is the star of an author whose name is set in small capitals.

    They are read as capitals, so that the x-height of their line is taken for less than it is.
    """
    foot, top = _above_line(box, kind)
    return foot >= MAX_FOOT and top <= TALL_TO_SMALL * MAX_TOP and _is_star(pieces, box, kind)


def is_sign_like(box: Box, kind: LineType) -> bool:
    """Whether ink has the size of a raised star, letter, digit or section sign, and not of a quote."""
    height, width = box.height / kind.x_height, box.width / kind.x_height
    narrowest = SIGN_WIDTH[0] if height >= MIN_HEIGHT else STAR_WIDTH
    return MIN_SIGN <= height <= MAX_SIGN and narrowest <= width <= SIGN_WIDTH[1]


def _is_star(pieces: Components, box: Box, kind: LineType) -> bool:
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


def _has_ink_below(pieces: Components, ink: _Ink, near: NDArray[np.intp], kind: LineType) -> bool:
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


def _joined(inks: list[_Ink], gap: float, kind: LineType) -> list[_Ink]:
    """Neighbours put together: the fragments of a broken digit (``gap`` < 0), the digits of 103 (``gap`` > 0)."""
    groups: list[_Ink] = []
    for ink in inks:
        if groups and _belongs(groups[-1].box, ink.box, gap, kind):
            box = enclosing_box([groups[-1].box, ink.box]) or ink.box
            groups[-1] = _Ink((*groups[-1].pieces, *ink.pieces), box)
        else:
            groups.append(ink)
    return groups


def _mended(inks: list[_Ink], kind: LineType) -> list[_Ink]:
    """Pieces side by side put together: a raised ``a`` or ``e`` of which a thin stroke is gone."""
    groups: list[_Ink] = []
    for ink in inks:
        last = groups[-1].box if groups else ink.box
        level = last.shared_height(ink.box) >= 0.5 * min(last.height, ink.box.height)
        beside = level and ink.box.left - last.right <= BROKEN * kind.x_height
        if groups and beside:
            groups[-1] = _Ink((*groups[-1].pieces, *ink.pieces), enclosing_box([last, ink.box]) or last)
        else:
            groups.append(ink)
    return groups


def _belongs(one: Box, other: Box, gap: float, kind: LineType) -> bool:
    level = abs(one.bottom - other.bottom) <= 0.3 * kind.x_height
    stacked = max(one.bottom, other.bottom) - min(one.top, other.top) <= MAX_HEIGHT * kind.x_height
    return other.left - one.right <= gap and (level if gap > 0 else stacked)


def placed(pieces: Components, index: int, box: Box, line: ReadLine, kind: LineType) -> Mark:
    """The mark of the ink of one piece within a box, at its place in the line."""
    return _place(pieces, _Ink((index,), box), False, line, kind)


def _place(pieces: Components, group: _Ink, star: bool, line: ReadLine, kind: LineType) -> Mark:
    box = group.box
    taken = {
        w: list(range(len(word.chars))) if _is_sign_on(word, box) else _chars_for(pieces, box, word.chars, kind)
        for w, word in enumerate(line.words)
    }
    word = max(taken, key=lambda w: (len(taken[w]), -w), default=-1)
    if word >= 0 and taken[word]:
        start, end = min(taken[word]), max(taken[word]) + 1
    else:
        middle = (box.left + box.right) / 2
        word = sum(other.box.left < middle for other in line.words) - 1
        chars = line.words[word].chars if word >= 0 else ()
        start = end = sum(char.box.left < box.left for char in chars)
    if word >= 0:
        start, end = _with_signs(pieces, group, line.words[word].chars, (start, end), kind)
    return Mark(group.pieces, box, star, word, start, end)


def _is_sign_on(word: ReadWord, box: Box) -> bool:
    """Whether a word is made of signs, and stands where the mark is: ``!°`` behind a word that has ended."""
    shared = word.box.shared_width(box)
    return all(char.text in OF_INK for char in word.chars) and shared >= 0.6 * max(box.width, 0.7 * word.box.width)


def _merged(marks: list[Mark], kind: LineType) -> list[Mark]:
    """Marks for which the same characters stand, or characters side by side, are one number with a broken digit."""
    merged: list[Mark] = []
    for mark in marks:
        last = merged[-1] if merged else None
        if last and _is_one_number(last, mark, kind):
            box = enclosing_box([last.box, mark.box]) or last.box
            merged[-1] = Mark(
                (*last.pieces, *mark.pieces),
                box,
                False,
                mark.word,
                min(last.start, mark.start),
                max(last.end, mark.end),
            )
        else:
            merged.append(mark)
    return merged


def _is_one_number(one: Mark, other: Mark, kind: LineType) -> bool:
    if one.star or other.star or one.word != other.word or min(one.end - one.start, other.end - other.start) == 0:
        return False
    near = other.box.left - one.box.right <= BROKEN_GAP * kind.x_height
    level = one.box.shared_height(other.box) > 0
    return near and level and other.start <= one.end


def _with_signs(
    pieces: Components, group: _Ink, chars: tuple[ReadChar, ...], taken: tuple[int, int], kind: LineType
) -> tuple[int, int]:
    """The characters that stand for a mark, with the signs beside them that have no ink of their own.

    Tesseract makes ``NIL.!!`` of a raised 10 and says that the first sign is before it: its boxes are off by as much as
    a digit is wide. But a quote has its ink, and so has the stroke of ``!``; where there is none, it is of the mark.
    """
    start, end = taken
    while start > 0 and _is_raised_digit(pieces, chars[start - 1], kind):
        start -= 1
    while end < len(chars) and _is_raised_digit(pieces, chars[end], kind):
        end += 1
    first, last = start, end
    while first > 0 and chars[first - 1].text in OF_INK:
        first -= 1
    while last < len(chars) and chars[last].text in OF_INK:
        last += 1
    if first == start and last == end:
        return start, end
    reach = round((1 + start - first) * kind.x_height)
    quotes, strokes = _signs_between(pieces, group, (group.box.left - reach, group.box.left), kind)
    for place in range(first, start):
        text = chars[place].text
        if text in STOP_AND_SIGN and place > 0 and chars[place - 1].text.isalnum():
            continue  # a question: what Tesseract makes of a digit stands behind the stop of a sentence
        if (strokes if text in STOP_AND_SIGN else quotes) <= 0:
            start = place
            break
        strokes -= text in STOP_AND_SIGN
        quotes -= (2 if text in DOUBLE else 1) if text not in STOP_AND_SIGN else 0
    behind = _signs_between(pieces, group, (group.box.right, group.box.right + round(kind.x_height)), kind)
    return start, end if any(behind) else last


def _is_raised_digit(pieces: Components, char: ReadChar, kind: LineType) -> bool:
    """Whether a character is a digit and nothing as large as one stands on the line at its place."""
    if not char.text.isdecimal():
        return False
    baseline = kind.baseline_at(char.box.left)
    inks = pieces.boxes(char.box)
    return not any(
        box.bottom > baseline - 0.5 * MIN_FOOT * kind.x_height
        and box.height >= 0.5 * kind.x_height
        and box.shared_width(char.box) >= 0.3 * min(box.width, char.box.width)
        for box in inks
    )


def _signs_between(pieces: Components, group: _Ink, columns: tuple[int, int], kind: LineType) -> tuple[int, int]:
    """How many pieces of ink as large as a quote are raised between two columns; and how many have a dot below."""
    left, right = columns
    baseline = kind.baseline_at(left)
    area = Box(max(left, 0), max(round(baseline - MAX_TOP * kind.x_height), 0),
               max(right, 0), max(round(baseline - 0.1 * kind.x_height), 0))  # fmt: skip
    near = pieces.within(area)
    quotes = strokes = 0
    for index in near.tolist():
        box = pieces.box(index)
        foot, top = (baseline - box.bottom) / kind.x_height, (baseline - box.top) / kind.x_height
        if index in group.pieces or not left <= (box.left + box.right) / 2 <= right:
            continue
        if not 0.5 * MIN_FOOT <= foot <= MAX_FOOT or box.height < QUOTE_HEIGHT * kind.x_height or top < QUOTE_TOP:
            continue
        if _has_ink_below(pieces, _Ink((index,), box), near, kind):
            strokes += 1
        else:
            quotes += 1
    return quotes, strokes


def _chars_for(pieces: Components, box: Box, chars: tuple[ReadChar, ...], kind: LineType) -> list[int]:
    return [
        i for i, char in enumerate(chars) if _stands_for(char, box, kind) or _is_stop_and_sign(pieces, char, box, kind)
    ]


def _is_stop_and_sign(pieces: Components, char: ReadChar, box: Box, kind: LineType) -> bool:
    """Whether ``!`` or ``?`` is what Tesseract made of the mark, alone or with the stop before it.

    No dot lies under a mark: one that stands on the line is the stop, to the left of it.
    """
    shared = char.box.shared_width(box)
    if char.text not in STOP_AND_SIGN or shared < 0.6 * box.width:
        return False
    dots = [
        ink
        for ink in pieces.boxes(char.box)
        if STOP_HEIGHT[0] <= ink.height / kind.x_height <= STOP_HEIGHT[1]
        and abs(ink.bottom - kind.baseline_at(ink.left)) <= 0.3 * kind.x_height
    ]
    return all(ink.right <= box.left + 1 for ink in dots)


def _stands_for(char: ReadChar, box: Box, kind: LineType) -> bool:
    """Whether a character that Tesseract read is what it made of the mark.

    Its boxes are off by some pixels: a full stop before the mark may reach under it, so that a character with its foot
    on the baseline has to lie well inside.
    """
    middle = (char.box.left + char.box.right) / 2
    shared = char.box.shared_width(box)
    if char.text.isdecimal() and shared > 0.5 * char.box.width:
        return True  # no ink of the mark is below it, so this digit is not on the line, whatever its box says
    raised = char.box.bottom < kind.baseline_at(middle) - 0.5 * MIN_FOOT * kind.x_height
    if not raised and char.text in STOPS:
        return False
    slack = 0.15 * kind.x_height if raised else -0.3 * box.width
    return box.left - slack <= middle <= box.right + slack
