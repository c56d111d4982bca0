"""From characters with positions to words, lines, columns and superscripts of a born-digital page."""

import math
import unicodedata
from collections import Counter
from itertools import pairwise, takewhile
from statistics import median
from typing import NamedTuple

from pipeline.model import TEXT_LAYER, Box, Line, RaisedMark, Reading, Style, Word, enclosing_box
from pipeline.ocr.lines.layout import find_gutters, reading_order
from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_text.initials import find_initials, large_numbers, with_initials
from pipeline.ocr.pdf_text.right_to_left import as_read
from pipeline.ocr.pdf_text.word_spaces import Row, words_of
from pipeline.raised_notation import SUPERSCRIPT_SIGNS

SAME_ROW = 0.15
EXACTLY = 0.01  # off a baseline, of the type size: what one setting put there in two sizes
RAISED_ROW = 0.6  # a superscript's baseline is at most so far above that of its line
LOWERED_ROW = 0.4  # a subscript's is at most so far below: TeX 0.15 to 0.25, InDesign 0.33
RAISED_LABEL = 0.75  # the baseline of a label over that of its note, which begins below no other line
SEGMENT_GAP = 1.0  # white that may be a gutter
NARROW_GAP = 0.6  # the same between the edges of two columns: an art journal has gutters of .85
COLUMN = 30  # characters that fill a line of a column: fewer are a label that hangs at its edge, or the cell of a list
EDGED_ROWS = 6  # rows, one under the other, that show the edge of a column
FLUSH = 0.2  # by how much they may begin apart, or end
HANGING = 4.0
"""White behind the first digit of a raised label that hangs in the margin: word processors indent by a tab."""
SMALLER = 0.85
LONGEST_NUMBER = 3  # digits of a note call
RAISED_FOOT = 0.15  # above the baseline, of the type size: digits that are not raised stand on it or below it
NOTE_SIGNS = frozenset("0123456789*†‡§¶#∗")
DAGGERS = frozenset("†‡")
MARKS = frozenset("*∗†‡")
BRACKETS = frozenset("()[]")  # around a raised number: presses of the Romance countries set them with it
NOTE_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")  # before all text of a row: a note labelled with a letter
NEVER_RAISED = frozenset("'\"‘’“”„‚«»‹›`´^°~-–—.,;:")


def lines_of(glyphs: list[Glyph]) -> tuple[Line, ...]:
    """The lines of a page in reading order; text that does not run from left to right comes last."""
    upright = [glyph for glyph in glyphs if glyph.upright]
    initials = find_initials(upright)
    numbers = large_numbers(upright)
    apart = {id(glyph) for glyph in (*initials, *(digit for number in numbers for digit in number))}
    rows = with_initials(_rows([glyph for glyph in upright if id(glyph) not in apart]), initials)
    rows = sorted([*rows, *numbers], key=_baseline) if numbers else rows
    edges = _edges(rows)
    segments = [segment for index, row in enumerate(rows) for segment in _segments(index, row, edges)]
    gutters = find_gutters([_box(segment) for segment in segments])
    ordered = reading_order([_line(segment) for segment in _mended(segments, gutters)])
    turned = [glyph for glyph in glyphs if not glyph.upright]
    return (*ordered, *_turned_lines(turned))


def _box(glyphs: Row) -> Box:
    left, top = math.floor(min(g.left for g in glyphs)), math.floor(min(g.top for g in glyphs))
    right, bottom = math.ceil(max(g.right for g in glyphs)), math.ceil(max(g.bottom for g in glyphs))
    return Box(left, top, right, bottom)


def _rows(glyphs: list[Glyph]) -> list[Row]:
    """Characters that stand on one baseline, each row from left to right; superscripts with the row below them.

    The largest type goes first, so that a small superscript finds the row of its word and does not open one; reference
    marks, which some presses set in the size of the text and raise, go last.
    """
    rows: list[Row] = []
    ranked = sorted(glyphs, key=lambda g: (g.text in MARKS, -round(g.size, 1), g.baseline, g.left))
    bases: list[tuple[float, float]] = []
    known: dict[tuple[float, float], int] = {}  # most characters stand exactly where others stood before
    for glyph in ranked:
        level = (glyph.baseline, glyph.size)
        index = known[level] if level in known else _row_for(glyph, bases, rows)
        full_size = index is None or glyph.size > SMALLER * bases[index][1]
        if index is None or (full_size and abs(bases[index][0] - glyph.baseline) <= SAME_ROW * bases[index][1]):
            known[level] = len(rows) if index is None else index
        if index is None:
            bases.append((glyph.baseline, glyph.size))
            rows.append([glyph])
        else:
            rows[index].append(glyph)
    order = sorted(range(len(rows)), key=lambda i: bases[i])
    return _with_raised_numbers([sorted(rows[i], key=_place) for i in order])


def _with_raised_numbers(rows: list[Row]) -> list[Row]:
    """The rows, numbers that stand a little over one of them in it: some presses raise calls in the size of the text.

    Such a number finds no row by its size. It stands right behind a character of its row, or hangs before them all.
    """
    numbers = [index for index, row in enumerate(rows) if _is_of_digits(row)]
    if not numbers:
        return rows
    bases = [(_baseline(row), _size(row)) for row in rows]
    texts = [index for index in range(len(rows)) if index not in numbers]
    joined = list(rows)
    for index in numbers:
        left: Row = []
        for number in words_of(rows[index]):
            under = next((text for text in texts if _is_raised_over(number, rows[text], *bases[text])), None)
            if under is None:
                left += number
            else:
                joined[under] = sorted([*joined[under], *number], key=_place)
        joined[index] = left
    return [row for row in joined if row]


def _is_of_digits(row: Row) -> bool:
    return all(glyph.text.isdecimal() for glyph in row)


def _is_raised_over(number: Row, row: Row, baseline: float, size: float) -> bool:
    """Whether a number is raised over the baseline of a row of that type size, behind one or before all."""
    up = (baseline - number[0].baseline) / size
    if len(number) > LONGEST_NUMBER or number[0].size > size or up <= SAME_ROW:
        return False
    return (up <= RAISED_ROW and _touches(number[0], row, size)) or (
        up <= RAISED_LABEL and _labels(number[-1], row, size)
    )


def _place(glyph: Glyph) -> tuple[float, float]:
    """Where a character was set: the ink of an italic f or y may begin before that of the letter in front of it."""
    return (glyph.left if math.isnan(glyph.pen) else glyph.pen), glyph.right


def _row_for(glyph: Glyph, bases: list[tuple[float, float]], rows: list[Row]) -> int | None:
    """The row that a character stands on, or is raised above: behind a neighbour, or as a label before them all.

    A superscript in one column may be level with the small type of notes in the other: it is with its neighbour.
    """
    best: tuple[float, int] | None = None
    neighbour: tuple[float, int] | None = None
    labelled: tuple[float, int] | None = None
    lowered: tuple[float, int] | None = None
    for index, (baseline, size) in enumerate(bases):
        up = (baseline - glyph.baseline) / size
        # Small type on the baseline of a row stands in it only beside its characters: in two columns a superscript of
        # one may be level with a line of the other. Small capitals stand exactly on it, and may come first in the line.
        small_capital = glyph.text.isalpha() and abs(up) <= EXACTLY
        on_it = abs(up) <= SAME_ROW and (
            glyph.size > SMALLER * size or small_capital or _follows(glyph, rows[index], 2 * size)
        )
        small = SAME_ROW < up <= RAISED_ROW and glyph.size <= SMALLER * size
        sign = glyph.text in MARKS and SAME_ROW < up <= RAISED_ROW
        raised = (small and _follows(glyph, rows[index], size)) or (sign and _follows(glyph, rows[index], 0.5 * size))
        if (on_it or raised) and (best is None or abs(up) < best[0]):
            best = abs(up), index
        if small and (neighbour is None or up < neighbour[0]) and _touches(glyph, rows[index], size):
            neighbour = up, index
        if small and (labelled is None or up < labelled[0]) and _labels(glyph, rows[index], size):
            labelled = up, index
        small = -LOWERED_ROW <= up < -SAME_ROW and glyph.size <= SMALLER * size
        if small and (lowered is None or -up < lowered[0]) and _is_subscript(glyph, rows[index], size):
            lowered = -up, index
    if best and neighbour and best[1] != neighbour[1] and not _follows(glyph, rows[best[1]], 2 * bases[best[1]][1]):
        return neighbour[1]
    found = best or labelled or lowered
    return found[1] if found else None


def _follows(glyph: Glyph, row: Row, size: float) -> bool:
    return any(-0.5 * size <= glyph.left - other.right <= size for other in row)


def _touches(glyph: Glyph, row: Row, size: float) -> bool:
    """Whether a character stands right behind one of the row, or behind the space that some presses set there."""
    return any(-0.5 * size <= glyph.left - other.right <= 0.4 * size for other in row)


def _is_subscript(glyph: Glyph, row: Row, size: float) -> bool:
    """Whether it stands right behind a character of the row, and under none: a line of small type may be set there."""
    middle = (glyph.left + glyph.right) / 2
    under = any(other.left < middle < other.right and other.size > SMALLER * size for other in row)
    return not under and _touches(glyph, row, size)


def _labels(glyph: Glyph, row: Row, size: float) -> bool:
    """Whether a note sign stands before the first character of a column in the row: notes with raised numbers."""
    reach = HANGING if glyph.text in NOTE_SIGNS | BRACKETS else 1.5
    before = any(0 <= glyph.left - other.right <= size for other in row)
    after = any(-0.2 * size <= other.left - glyph.right <= reach * size for other in row)
    return glyph.text in NOTE_SIGNS | BRACKETS | NOTE_LETTERS and after and not before


class _Edges(NamedTuple):
    """The rows of a page from the top to the foot, each cut at every narrow white."""

    rows: list[list[tuple[float, float]]]
    """Where each stretch of a row begins and ends."""

    def are_beside(self, index: int, before: Glyph, glyph: Glyph) -> bool:
        """Whether rows end one under the other at a character of a row, others begin so at the next, and none crosses.

        Rows that lie apart show no edge: in lines that are justified, or whose characters an OCR layer only measures
        out, wide word spaces stand one over the other here and there.
        """
        around = self._uncrossed(index, (before.right + glyph.left) / 2)
        begun = sum(any(abs(left - glyph.left) <= FLUSH * glyph.size for left, _ in row) for row in around)
        ended = sum(any(abs(right - before.right) <= FLUSH * before.size for _, right in row) for row in around)
        return min(begun, ended) >= EDGED_ROWS

    def _uncrossed(self, index: int, middle: float) -> list[list[tuple[float, float]]]:
        """The rows above and below one, as far as no stretch crosses a place."""

        def is_free(row: list[tuple[float, float]]) -> bool:
            return not any(left < middle < right for left, right in row)

        above = list(takewhile(is_free, reversed(self.rows[:index])))
        return [*above, *takewhile(is_free, self.rows[index:])]


def _edges(rows: list[Row]) -> _Edges:
    return _Edges([_stretches(row) for row in rows])


def _stretches(row: Row) -> list[tuple[float, float]]:
    stretches = [(row[0].left, row[0].right)]
    for before, glyph in pairwise(row):
        if glyph.left - before.right > NARROW_GAP * max(before.size, glyph.size):
            stretches.append((glyph.left, glyph.right))
        else:
            stretches[-1] = stretches[-1][0], glyph.right
    return stretches


def _segments(index: int, row: Row, edges: _Edges) -> list[Row]:
    """The row cut at every white that could be a gutter; a narrow one has edges of columns on both sides."""
    segments, right = [[row[0]]], row[0].right
    for before, glyph in pairwise(row):
        white, size = glyph.left - right, max(before.size, glyph.size)
        narrow = white > NARROW_GAP * size and len(segments[-1]) >= COLUMN and edges.are_beside(index, before, glyph)
        wide = white > SEGMENT_GAP * size or narrow
        if wide and not _is_label_of(segments[-1], glyph):
            segments.append([glyph])
            right = glyph.right
        else:
            segments[-1].append(glyph)
            right = max(right, glyph.right)
    return segments


def _is_label_of(segment: Row, glyph: Glyph) -> bool:
    """Whether all that stands before a character is the raised label of its note: the white between is no gutter."""
    raised = (glyph.baseline - segment[0].baseline) / glyph.size > SAME_ROW
    small = all(
        each.text in NOTE_SIGNS | BRACKETS and each.size <= (1.0 if each.text.isdecimal() else SMALLER) * glyph.size
        for each in segment
    )
    return raised and small and glyph.left - segment[0].right <= HANGING * glyph.size


def _mended(segments: list[Row], gutters: tuple[int, ...]) -> list[Row]:
    """Segments of one row put together again, except across a gutter."""
    mended: list[Row] = []
    for segment in segments:
        if mended and _same_row(mended[-1], segment) and not _parted(mended[-1], segment, gutters):
            mended[-1] = mended[-1] + segment
        else:
            mended.append(segment)
    return mended


def _same_row(one: Row, other: Row) -> bool:
    behind = other[0].left >= one[-1].left
    return behind and abs(_baseline(one) - _baseline(other)) <= SAME_ROW * max(_size(one), _size(other))


def _parted(one: Row, other: Row, gutters: tuple[int, ...]) -> bool:
    right, left = _box(one).right, _box(other).left
    return any(right <= gutter + 1 and left >= gutter for gutter in gutters)


def _size(row: Row) -> float:
    """The size of most of its characters; of those that a raised number or a subscript stands behind, however few."""
    sizes = Counter(round(glyph.size, 1) for glyph in row)
    most = max(sizes, key=lambda size: (sizes[size], size))
    if len(sizes) == 1 or len(row) > 2 * LONGEST_NUMBER:
        return most
    number = [glyph for glyph in row if round(glyph.size, 1) == most]
    before = [glyph for glyph in row if glyph.right <= number[0].right and glyph is not number[0]]
    if not before:
        return most
    raised = _is_of_digits(number) and _is_raised_behind(number[0], before[-1])
    return round(before[-1].size, 1) if raised or _is_lowered_behind(number[0], before[-1]) else most


def _is_raised_behind(glyph: Glyph, before: Glyph) -> bool:
    up = (before.baseline - glyph.baseline) / before.size
    return glyph.size <= SMALLER * before.size and RAISED_FOOT <= up <= RAISED_ROW


def _is_lowered_behind(glyph: Glyph, before: Glyph) -> bool:
    down = (glyph.baseline - before.baseline) / before.size
    return glyph.size <= SMALLER * before.size and SAME_ROW < down <= LOWERED_ROW


def _baseline(row: Row) -> float:
    size = _size(row)
    return median(glyph.baseline for glyph in row if abs(glyph.size - size) < 0.06)


def _line(row: Row) -> Line:
    size, baseline = _size(row), _baseline(row)
    words = as_read(words_of(row))
    marks = [mark for index, word in enumerate(words) for mark in _marks(word, index, baseline, size)]
    return Line(
        words=tuple(_word(word) for word in words),
        box=_box(row),
        baseline=round(baseline),
        size=round(size, 1),
        marks=tuple(marks),
    )


def _word(word: Row) -> Word:
    return Word(text="".join(glyph.text for glyph in word), box=_box(word), style=_style(word))


def _style(word: Row) -> Style:
    """The style of most of its characters: punctuation and a superscript may be set otherwise."""
    letters = [glyph for glyph in word if glyph.text.isalnum()] or word
    styles = Counter(glyph.style for glyph in letters)
    return max(styles, key=lambda style: styles[style])


def _marks(word: Row, index: int, baseline: float, size: float) -> list[RaisedMark]:
    """The stretches of raised characters in a word."""
    raised = [_is_raised(glyph, baseline, size) or _is_dagger_behind(word, i) for i, glyph in enumerate(word)]
    edges = [i for i in range(len(word) + 1) if (i > 0 and raised[i - 1]) != (i < len(word) and raised[i])]
    return [_mark(word, index, start, end) for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _is_dagger_behind(word: Row, index: int) -> bool:
    """A dagger right behind a letter calls a note: it reaches below the baseline, and is not seen to be raised."""
    return index > 0 and word[index].text in DAGGERS and not word[index - 1].text.isdecimal()


def _is_raised(glyph: Glyph, baseline: float, size: float) -> bool:
    if glyph.text in SUPERSCRIPT_SIGNS:
        return True
    if glyph.text in NEVER_RAISED:
        return False
    foot = (baseline - glyph.bottom) / size
    shifted = glyph.size <= SMALLER * size and (baseline - glyph.baseline) / size >= RAISED_FOOT
    if glyph.text in NOTE_SIGNS:
        # A raised old-style 3, 4, 5, 7 or 9 reaches below the foot of the others; some faces draw raised digits as
        # glyphs of the full size, which stand on the baseline.
        return foot >= RAISED_FOOT or shifted
    return foot >= RAISED_FOOT and shifted


def _mark(word: Row, index: int, start: int, end: int) -> RaisedMark:
    texts = [glyph.text for glyph in word]
    first = len("".join(texts[:start]))
    text = "".join(texts[start:end])
    # TeX sets U+2217, the operator, for an asterisk; some fonts have glyphs of their own for raised digits (²).
    plain = unicodedata.normalize("NFKC", text.replace("∗", "*"))
    reading = Reading(text=plain, confidence=1.0, reader=TEXT_LAYER)
    return RaisedMark(word=index, start=first, end=first + len(text), box=_box(word[start:end]), readings=(reading,))


def _turned_lines(glyphs: list[Glyph]) -> list[Line]:
    """Text that runs up or down the page: words and lines in the order of the file.

    A line ends where a character stands beside all of it.
    """
    lines: list[list[Row]] = []
    left = right = 0.0
    for glyph in glyphs:
        if not lines or glyph.left >= right or glyph.right <= left:
            lines.append([[glyph]])
            left, right = glyph.left, glyph.right
            continue
        left, right = min(left, glyph.left), max(right, glyph.right)
        if glyph.after_space or glyph.after_gap:
            lines[-1].append([glyph])
        else:
            lines[-1][-1].append(glyph)
    return [_turned_line(words) for words in lines]


def _turned_line(words: list[Row]) -> Line:
    made = tuple(_word(word) for word in words)
    box = enclosing_box([word.box for word in made if word.box])
    return Line(words=made, box=box, size=round(_size([glyph for word in words for glyph in word]), 1))
