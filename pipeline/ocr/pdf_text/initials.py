"""Initials: the large first letter of an article, beside which two lines of the text or more stand.

A quotation mark as large may stand before it. On the baseline of the second or third line it would draw the lines
beside it into one row, as if they were raised.
"""

import math
from collections import Counter
from collections.abc import Sequence

from pipeline.ocr.pdf_fonts.glyphs import Glyph

LARGE = 1.7
"""Size of an initial over that of most of the page."""
FEWEST_LINES = 2
"""Lines that stand beside it; beside a letter that only stands up from the first line there is one."""
BESIDE = 2.0
"""Ems of the text to the right of it within which they begin."""
SAME_BASELINE = 0.15


def find_initials(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The initials of a page, in the order of the file; behind them the marks before them."""
    sizes = Counter(round(glyph.size, 1) for glyph in glyphs)
    body = max(sizes, key=lambda size: (sizes[size], size), default=0.0)
    large = [glyph for glyph in glyphs if body and glyph.size >= LARGE * body]
    opening = [glyph for glyph in large if glyph.text in OPENING]
    others = [glyph for glyph in large if glyph not in opening]
    alone = [
        glyph for glyph in large if glyph.text.isalpha() and not any(_is_neighbour(glyph, each) for each in others)
    ]
    found = [glyph for glyph in alone if len(_lines_beside(glyph, glyphs)) >= FEWEST_LINES]
    return [*found, *(mark for mark in opening if any(_is_neighbour(mark, letter) for letter in found))]


OPENING = frozenset("“‘„‚«‹\"'")


def with_initials(rows: list[list[Glyph]], initials: Sequence[Glyph]) -> list[list[Glyph]]:
    """The rows with every initial before the first of the lines beside it, in the size of that line."""
    placed: list[tuple[Glyph, list[Glyph], Glyph]] = []
    for initial in initials:
        if initial.text in OPENING:
            before = [(row, letter) for each, row, letter in placed if _is_neighbour(initial, each)]
            for row, letter in before[:1]:
                row.insert(row.index(letter), _in_line(initial, letter)._replace(right=letter.left))
            if not before:
                rows.append([initial])
            continue
        beside = [
            row for row in rows if initial.top < row[0].baseline <= initial.bottom + 2 and _begins_beside(initial, row)
        ]
        if beside:
            row = min(beside, key=lambda each: each[0].baseline)
            place = next(
                index for index, glyph in enumerate(row) if glyph.left >= initial.right - SAME_BASELINE * glyph.size
            )
            if _is_cut_off(initial, row[place:]):
                row[place] = row[place]._replace(after_space=False, after_gap=False, space=math.nan)
            row.insert(place, _in_line(initial, row[place]))
            placed.append((initial, row, row[place]))
    return rows


def large_numbers(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Numbers beside two lines in smaller type, each from left to right: a folio beside a running foot of two lines.

    On a baseline between those of the lines it would draw both into one row.
    """
    digits = sorted((glyph for glyph in glyphs if glyph.text.isdecimal()), key=lambda each: (each.baseline, each.left))
    numbers: list[list[Glyph]] = []
    for digit in digits:
        if numbers and _is_neighbour(numbers[-1][-1], digit):
            numbers[-1].append(digit)
        else:
            numbers.append([digit])
    smallest = min((glyph.size for glyph in glyphs), default=0.0)
    large = [number for number in numbers if number[0].size >= LARGE_NUMBER * smallest > 0]
    alone = [number for number in large if not _has_company(number, glyphs)]
    return [number for number in alone if len(_small_lines_beside(number[-1], glyphs)) >= FEWEST_LINES]


LARGE_NUMBER = 1.5
"""Size of such a number over that of the lines beside it."""
FAR = 4.0
"""Ems of these lines within which they begin."""


def _has_company(number: Sequence[Glyph], glyphs: Sequence[Glyph]) -> bool:
    """Whether anything else in type as large stands on the baseline of a number: a word, or a formula."""
    size, baseline = number[0].size, number[0].baseline
    level = [glyph for glyph in glyphs if abs(glyph.baseline - baseline) <= SAME_BASELINE * size]
    return any(glyph.size * LARGE_NUMBER > size and glyph not in number for glyph in level)


def _small_lines_beside(digit: Glyph, glyphs: Sequence[Glyph]) -> set[float]:
    """Baselines of lines in smaller type at the right of a digit, in part within its height."""
    return {
        round(glyph.baseline)
        for glyph in glyphs
        if glyph.size * LARGE_NUMBER <= digit.size
        if glyph.top < digit.bottom and digit.top < glyph.baseline
        if 0 < glyph.left - digit.right <= FAR * glyph.size
    }


def _is_cut_off(initial: Glyph, following: Sequence[Glyph]) -> bool:
    """Whether an initial is part of the word beside it, though its frame leaves white: ``T he coast``.

    It is no word of its own, or else what is left is none: ``I n the harbour``, but ``A man`` and ``I see``.
    """
    ends = (index for index, glyph in enumerate(following) if index and (glyph.after_space or glyph.after_gap))
    rest = "".join(glyph.text for glyph in following[: next(ends, len(following))])
    return rest.isalpha() and (initial.text.casefold() not in _WORDS or rest.casefold() in _NO_WORDS)


_WORDS = frozenset("aàeéèiíoóòuúwyz")
"""Letters that are words in some language."""
_NO_WORDS = frozenset("bcdfghjlmnpqrstvx")
"""Letters that are none, behind an initial that is one."""


def _in_line(initial: Glyph, following: Glyph) -> Glyph:
    """The initial as a letter of its line; where no space follows it, nothing parts it from its word."""
    right, pen_after = following.left, following.pen
    if following.after_space or following.after_gap:
        right, pen_after = initial.right, initial.pen_after
    return initial._replace(
        top=following.top, bottom=following.baseline, baseline=following.baseline, size=following.size, right=right,
        pen_after=pen_after,
    )  # fmt: skip


def _is_neighbour(one: Glyph, other: Glyph) -> bool:
    level = abs(one.baseline - other.baseline) <= SAME_BASELINE * one.size
    return one is not other and level and max(one.left, other.left) - min(one.right, other.right) < one.size


def _lines_beside(initial: Glyph, glyphs: Sequence[Glyph]) -> set[int]:
    """Baselines of the lines right beside a letter, within its height, as if they were set to a grid."""
    return {
        round(glyph.baseline / (2 * SAME_BASELINE * glyph.size))
        for glyph in glyphs
        if glyph.size * LARGE <= initial.size
        if initial.top < glyph.baseline <= initial.bottom + SAME_BASELINE * glyph.size
        if 0 <= glyph.left - initial.right + SAME_BASELINE * glyph.size <= BESIDE * glyph.size
    }


def _begins_beside(initial: Glyph, row: Sequence[Glyph]) -> bool:
    return any(0 <= each.left - initial.right + SAME_BASELINE * each.size <= BESIDE * each.size for each in row)
