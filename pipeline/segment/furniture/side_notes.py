"""Side notes and line numbers that the reader took into the line of text beside them: ``comes to Troy The Ajax``.

They stand wholly beyond the right edge of the text, which justified lines show within a fraction of an em; no word of
the text begins there. Where lines end raggedly there is no such edge, and where the line itself ends short of it the
words may be its own: ``Introduction`` and far from it ``ix``, in a table of contents.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from pipeline.segment.measure import SAME, Measures
from pipeline.segment.notes.damaged_chain import numbers_called
from pipeline.segment.rows import Row, starts_lower

BEYOND = 0.1
"""Ems short of the text's right edge at which a word begins that is no word of the text: the edge is that of the
longest of the lines that share it."""
REACHES = 0.75
"""Ems short of the edge at which a justified line ends."""


def side_notes(rows: Sequence[Row], measures: Measures) -> dict[tuple[int, int], int]:
    """Where, in the text of the rows of a page, a side note begins, by page and line of the row.

    A short line has one only right above or under a line that has one too: side notes run over several lines; or it
    has the number of a line, and three numbers of the page begin under one another.
    """
    starts = {index: start for index, row in enumerate(rows) if (start := _beyond_edge(row, measures)) is not None}
    full = {index for index, start in starts.items() if _reaches(rows[index], start, measures)}
    sure = full | {index for index in starts if {index - 1, index + 1} & full}
    sure |= _counted(rows, starts, measures)
    return {rows[index].key: starts[index] for index in sorted(sure)}


def are_notes(marginal: Sequence[Row], rows: Sequence[Row]) -> bool:
    """Whether what stands beside the text of a page are notes that it calls: the first begins with such a number.

    Args:
        marginal: rows that stand wholly beside the text.
        rows: all rows of the page.
    """
    label = _LABEL.match(marginal[0].text) if marginal else None
    if label is None:
        return False
    beside = {row.key for row in marginal}
    called = numbers_called(call for row in rows if row.key not in beside for call in row.line.calls)
    return int(label["number"]) in called


_LABEL = re.compile(r"[\[(]?(?P<number>[1-9]\d{0,2})[\])]?[.):]?\s?\S*[^\W\d_]")


def _counted(rows: Sequence[Row], starts: Mapping[int, int], measures: Measures) -> set[int]:
    """The rows behind which a line's number stands, ``5.20`` or ``20``: three of a page begin under one another."""
    lefts = {}
    for index, start in starts.items():
        row = rows[index]
        box = next((word.box for word in row.line.words if word.start == row.start + start), None)
        if box is not None and _COUNT.fullmatch(row.text[start:]):
            lefts[index] = box.left
    alike = {index: sum(abs(left - other) <= UNDER * measures.body_size for other in lefts.values())
             for index, left in lefts.items()}  # fmt: skip
    return {index for index, count in alike.items() if count >= FEWEST_COUNTED}


_COUNT = re.compile(r"(?:\d{1,3}\.)?\d{1,4}")
UNDER = 0.2
"""Ems from one another at which two numbers begin under one another."""
FEWEST_COUNTED = 3


def line_numbers(rows: Sequence[Row], measures: Measures) -> dict[tuple[int, int], int]:
    """Where, in the text of the rows of a page, the number of the line before it ends: editions count them by fives.

    Only what stands wholly before the left edge counts, and two on a page at least; notes, whose numbers may hang in
    the margin too, are smaller than the text. One number counts in the midst of a sentence: some journals set the folio
    beside the text, and no paragraph is numbered there.
    """
    ends = {row.key: end for row in rows if (end := _end_of_number(row, measures, _FIVES))}
    folios = {
        row.key: end
        for above, row in pairwise(rows)
        if (end := _end_of_number(row, measures, _COUNT))
        and (not above.closes or starts_lower(row.text[end:].lstrip()))
    }
    return ends if len(ends) >= FEWEST_NUMBERS else folios if len(folios) == 1 else {}


FEWEST_NUMBERS = 2


def paragraph_numbers(pages: Sequence[Sequence[Row]], measures: Measures) -> dict[tuple[int, int], int]:
    """Where the number of the paragraph before it ends, in the rows of all pages; none where paragraphs have none.

    Journals of OpenEdition count their paragraphs in the margin. Such numbers rise by one from page to page, before
    full lines of text: no numbered sections are so, and no list, which has its numbers on a page or two.
    """
    hanging = [
        (row, int(row.text[:end]), end)
        for rows in pages
        for row in rows
        if (end := _end_of_number(row, measures, _PLAIN) or _end_of_number_alone(row, measures))
    ]
    chain: list[tuple[Row, int, int]] = []
    for each in hanging:
        if (chain[-1][1] if chain else 0) < each[1] <= (chain[-1][1] if chain else 0) + SKIPPED:
            chain.append(each)
    numbered = [(row, end) for row, _, end in chain if end < len(row.text)]
    full = sum(len(row.text) >= FULL * measures.full_line for row, _ in numbered)
    spread = len({row.page.number for row, _, _ in chain})
    if len(chain) < FEWEST_PARAGRAPHS or 2 * spread < len(pages) or 2 * full < len(numbered):
        return {}
    return {row.key: end for row, end in numbered} if len(chain) >= MOST * len(hanging) else {}


def _end_of_number_alone(row: Row, measures: Measures) -> int:
    """The length of a number that stands before the edge in a row of its own; 0 for any other row."""
    margins = measures.margins.get((row.page.number, row.line.column))
    box = row.line.box
    beside = margins is not None and box is not None and box.right <= margins.left - BEYOND * measures.body_size
    return len(row.text) if beside and _PLAIN.fullmatch(row.text) else 0


_PLAIN = re.compile(r"[1-9]\d{0,2}")
SKIPPED = 3
"""By how much the number of a paragraph is above that of the last one that was seen, at most."""
FEWEST_PARAGRAPHS = 5
FULL = 0.8
"""Of a full line: the first line of a paragraph."""
MOST = 0.8
"""Of the numbers in the margin: those that count paragraphs."""


def _end_of_number(row: Row, measures: Measures, form: re.Pattern[str]) -> int:
    margins = measures.margins.get((row.page.number, row.line.column))
    words = [word for word in row.line.words if row.start <= word.start < row.end and word.box]
    if margins is None or len(words) < 2 or abs(measures.relative_size(row) - 1.0) > SAME:
        return 0
    number = row.line.text[words[0].start : words[0].end]
    edge = margins.left - BEYOND * measures.body_size
    hangs = words[0].box is not None and words[0].box.right <= edge
    return words[0].end - row.start if hangs and form.fullmatch(number) else 0


_FIVES = re.compile(r"[1-9]?\d?[05]")


def _beyond_edge(row: Row, measures: Measures) -> int | None:
    margins = measures.margins.get((row.page.number, row.line.column))
    if margins is None or not margins.justified or not measures.body_size:
        return None
    edge = margins.right - BEYOND * measures.body_size
    words = [word for word in row.line.words if row.start <= word.start < row.end and word.box]
    first = next((word for word in words[1:] if word.box and word.box.left >= edge), None)
    if first is None or not any(map(str.isalnum, row.line.text[first.start : row.end])):
        return None  # a speck, or a closing quotation mark that hangs in the margin
    return first.start - row.start


def _reaches(row: Row, start: int, measures: Measures) -> bool:
    edge = measures.margins[row.page.number, row.line.column].right - REACHES * measures.body_size
    ends = [word.box.right for word in row.line.words if word.box and row.start <= word.start < row.start + start]
    return max(ends) >= edge
