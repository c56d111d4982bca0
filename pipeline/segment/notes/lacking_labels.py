"""Labels that the sequence of a dump lacks: glued to their words, read as signs or as other digits, or lost.

``SSee`` for ``⁵ See``, ``391d.`` for ``³⁹ Id.``, ``y Andrew`` for ``⁹ Andrew``: such a row may be anything, but between
two labels that can be read the sequence tells which numbers lack. The rows that may begin a note there, each with all
that its first glyphs may be, are aligned with those numbers, as the damaged labels of a whole article are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from pipeline.letters import CAPITALS
from pipeline.segment.measure import Measures
from pipeline.segment.notes.author_notes import starred_authors
from pipeline.segment.notes.damaged_chain import CALLED, LEGIBLE, START, UNSIGNED, cheapest_numbers, numbers_called
from pipeline.segment.notes.dump_foot import DAMAGED, REFERENCE, REPORT, goes_on, has_ended, may_begin
from pipeline.segment.notes.dump_rooms import DumpRooms
from pipeline.segment.notes.endnotes import is_after_notes
from pipeline.segment.notes.glyphs import LABELS, glyph_price
from pipeline.segment.notes.label_chain import MOST_SKIPPED
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row, begins_anew

_GLUED = re.compile(
    rf"""
    ^(?P<label>
        [\dIlSOZBHTJL!|}}{{~°][\dIlSOZBHTJL!|}}{{~°'’]? (?= [{CAPITALS}][a-zß-ÿ]+(?:[\s.,:]|$) )   # SSee, lODoyle, HId.
      | [\dlSOZ!|}}{{~°]{{1,2}} (?= [A-Z]\.\s?[A-Z]\. )                                        # ~lU.N.
      | [\dIlSOZBHTJL!|}}{{~°]{{1,2}} (?= [1!l/\[]d\.(?:\s|$) )                                 # 391d.
    )
    """,
    re.VERBOSE,
)
"""No word of the text begins so, wherever a line breaks."""
_APART = re.compile(
    rf"""
    ^(?P<label>
        [\dIlSOZBHTJL!|}}{{~°]{{1,2}} \s? (?= (?:1[6-9]|20)\d\d\s[{CAPITALS}] )   # 381979 Principles
      | (?: [\dIlSOZ!|}}{{~°]{{2}} | [SZBH] ) \s (?= [{CAPITALS}] )               # IS The, H See
    )
    """,
    re.VERBOSE,
)
"""A line of the text may begin so by chance, and rarely where a sentence begins."""
_ANY = re.compile(
    rf"""^(?P<label>
        [^\s\w]{{1,2}}[^\W_]{{0,2}}[^\s\w]{{0,2}} | [^\W_]{{0,2}}[^\s\w]{{1,2}} | \d[^\W_] | [^\W_]\d | \d
      | [^\W\d_]{{1,2}} (?=[.,:]?\s[{CAPITALS}‘“«(\[])                # y Andrew, but not: I am
      | [^\s)]{{1,5}}(?:\s[^\w\s])? (?=\sId\.)                          # O45. Id., 68.5 « Id.
    ) [.,:]? \s (?=[^\W\d_]|[‘“«(\["'])""",
    re.VERBOSE,
)
"""Whatever stands for itself before the first word of a row that reads like a note: ``z According``, ``11> Dr.``."""
_BEFORE_ID = re.compile(r"[^\s)]{1,5}(?:\s[^\w\s])?\sId\.(?:,|$|\sat\s)")
"""A note that begins with ``Id.``: what stands before it is its label."""
_IN_BRACKETS = re.compile(
    rf"""
    ^(?P<label>
        [^\w\s]?[^\s()\[\].]{{0,4}}[)\]}}]                              # (uo) f74) C°) <97}}
      | [(\[{{][^\s()\[\].]{{0,3}}\s[^\s()\[\].]{{0,3}}[)\]}}]            # {{1 )
      | [(\[{{]\d{{1,3}}[^\s\d)\]}},.-]? (?=\s[{CAPITALS}‘“«])              # (67ì
    ) \s? (?=[^\W\d_]|[‘“«\"'(\[])
    """,
    re.VERBOSE,
)
"""What is left of a number in brackets."""
_PRINTED = re.compile(r"[(\[](?P<number>\d{1,3})[)\]]\s")
_BEGINS_NOTE = re.compile(rf"\s?[‘“«\"'(\[]*[{CAPITALS}]")
_NOTE = re.compile(rf"[‘“«\"'(\[]?[^\W\d_]|{REPORT}")
"""How a note begins whose label is lost."""
MOST_LACKING = 2 * MOST_SKIPPED
"""Numbers that lack before the first legible label, or behind the last: a page or two of notes."""
MOST_BETWEEN = 60
"""The same where legible labels stand on both sides: a reader may damage every label of two digits of four pages."""
MOST = 5.0
"""Price of the glyphs of a label up to which they may stand for the number."""
LIKE = 1.5
"""The same behind the last legible label, where no other tells that a number lacks."""
ODD = 1.5
"""Price of letters that look like no number, and may be a word."""
BRACKETED = 2.0
"""Most that glyphs of a label in brackets cost, where those of the article stand so, or before ``Id.``: whatever it
says, it is one."""
SLOPE = 0.1
"""Of what they cost otherwise: of two such labels the one that looks more like the number has it."""
NO_WORD = 1.5
"""What it is worth beyond that that no word begins so."""
GOES_ON = 2.5
"""Price of a label before which nothing has ended."""
IN_TEXT = 3.0
"""Price of a label amid rows that read like the text."""


def with_lacking(
    pages: Sequence[Sequence[Row]], rooms: DumpRooms, chain: list[Label], measures: Measures
) -> list[Label]:
    """The chain of a dump with the labels that it lacks, as far as rows may have them.

    Args:
        pages: the rows of every page, furniture taken off.
        rooms: which of them are notes.
        chain: the labels of the sequence; returned as it is where it is empty, or not that of a dump.
        measures: of the article.
    """
    if not chain or any(label.row.line.box for label in chain):
        return chain
    sure = [label for label in chain if label.printed.rstrip(".,:)").strip("([") == label.sign]
    if not sure:
        return chain
    rows = [row for page in pages for row in page]
    rooms = replace(rooms, notes=rooms.notes - starred_authors(pages[0]))
    bracketed = 2 * sum(label.in_brackets for label in sure) > len(sure)
    sure = [sure[0], *_not_contradicted(sure, rows)] if bracketed else sure
    unsure = {label.index: label for label in chain if label not in sure}
    called = {page[0].page.number: Called.on(page, rooms) for page in pages if page}
    found = list(sure)
    for gap in _gaps(rows, sure, chain[0].index):
        told = [label for index, label in unsure.items() if gap.begin <= index < gap.end]
        read = _labels_in(gap, rows, rooms, called, measures, unsure, bracketed=bracketed)
        found += read if len(read) >= len(told) else told
    return sorted(found, key=lambda label: label.index)


def _not_contradicted(sure: Sequence[Label], rows: Sequence[Row]) -> Iterator[Label]:
    """The labels without those behind a gap that stand once more below, or over a number that lacks.

    Of ``(85)``, ``(84)``, ``(*5)`` behind 82 the first is 83: a figure of it is misread.
    """
    for before, label, behind in zip(sure, sure[1:], [*sure[2:], None], strict=False):
        below = rows[label.index + 1 : behind.index if behind else label.index + 1 + OVER_NOTES]
        lacking = range(before.value + 1, label.value + 1)
        again = (int(found["number"]) for row in below if (found := _PRINTED.match(row.text)))
        if len(lacking) == 1 or not any(number in lacking for number in again):
            yield label


@dataclass(frozen=True, slots=True)
class Gap:
    """Rows ``rows[begin:end]`` among which numbers lack, or may go on."""

    begin: int
    end: int
    numbers: range
    is_closed: bool
    """Whether labels on both sides tell that the numbers lack."""


@dataclass(frozen=True, slots=True)
class Doubted:
    """A row that may begin a note: with one of several labels, or none."""

    row: Row
    index: int
    labels: tuple[tuple[int, float], ...]
    """Where a label ends, and what speaks against its being one; 0 where there is none."""
    called: frozenset[int]
    """Numbers that are read as calls on its page."""
    is_closed: bool
    """Whether it stands where numbers are known to lack."""
    may_be_bare: bool
    """Whether it may begin a note without a label."""
    bracketed: bool = False
    """Whether the labels of the article stand in brackets."""

    def price(self, number: int) -> float:
        """What speaks against a number; negative where it is likely."""
        return min(price for price, _ in self._readings(number)) - CALLED * (number in self.called)

    def label(self, number: int) -> Label:
        """The row as the note of the number."""
        _, end = min(self._readings(number))
        return Label(self.row, self.index, end, str(number), 0.0)

    def _readings(self, number: int) -> Iterator[tuple[float, int]]:
        yield inf, 0
        for end, against in self.labels:
            if not end:
                if self.may_be_bare or number in self.called:
                    yield against - UNSIGNED, 0
                continue
            printed = self.row.text[:end].rstrip(" .,:")
            if printed.isdecimal() and len(printed) > len(str(number)):
                continue  # the volume of a report: ``42 U.S.C.`` is no note 4
            glyphs = glyph_price(printed, str(number), LABELS)
            closed = bool(self.bracketed and _IN_BRACKETS.match(self.row.text)) or bool(_BEFORE_ID.match(self.row.text))
            glyphs = min(glyphs, BRACKETED + SLOPE * glyphs) if closed else glyphs
            if printed == str(number) and number > 9:
                glyphs -= LEGIBLE
            if glyphs <= (MOST if self.is_closed or closed else LIKE):
                yield glyphs + against - START, end


@dataclass(frozen=True, slots=True)
class Called:
    """What the text of a page calls."""

    numbers: frozenset[int]
    """That are read as calls."""
    times: int
    """Glyphs that may be calls."""

    @classmethod
    def on(cls, page: Sequence[Row], rooms: DumpRooms) -> "Called":
        """What the rows of a page call that are not told to be notes."""
        calls = [
            call for row in page if row.key not in rooms.notes for call in row.line.calls if call.start > row.start
        ]
        return cls(numbers_called(calls), len(calls))


def _gaps(rows: Sequence[Row], sure: Sequence[Label], begin: int) -> Iterator[Gap]:
    """The stretches of rows in which numbers lack: before the first label, between two, behind the last.

    Where the numbers start again on a page, those behind the last of the page before, and before the first of this.
    """
    page_of = [row.page.number for row in rows]
    first, last = sure[0], sure[-1]
    top = next(index for index, page in enumerate(page_of) if page >= page_of[begin] - 1)
    yield Gap(top, first.index, range(1, min(first.value, MOST_LACKING)), is_closed=False)
    for before, behind in pairwise(sure):
        if before.value < behind.value <= before.value + MOST_BETWEEN:
            yield Gap(before.index + 1, behind.index, range(before.value + 1, behind.value), is_closed=True)
        elif behind.value <= before.value:
            again = page_of.index(page_of[behind.index], before.index)
            yield Gap(before.index + 1, again, range(before.value + 1, before.value + MOST_LACKING), is_closed=False)
            yield Gap(again, behind.index, range(1, behind.value), is_closed=True)
    after = range(last.index + 1, len(rows))
    end = next((index for index in after if is_after_notes(rows[index])), len(rows))
    yield Gap(last.index + 1, end, range(last.value + 1, last.value + MOST_LACKING), is_closed=False)


def _labels_in(
    gap: Gap,
    rows: Sequence[Row],
    rooms: DumpRooms,
    called: dict[int, Called],
    measures: Measures,
    unsure: dict[int, Label],
    *,
    bracketed: bool,
) -> list[Label]:
    """The labels of a gap."""
    if not gap.numbers:
        return []
    found: dict[int, dict[int, float]] = {}
    for index in range(gap.begin, gap.end):
        row, above = rows[index], rows[index - 1] if index else None
        if above is not None and above.page.number != row.page.number:
            above = None
        found[index] = dict(_may_be_labels(row, above, rooms, measures, bracketed=bracketed))
        if bracketed and (end := _bracket_over_notes(rows, index, rooms)):
            found[index] = {end: 0.0}
        if index in unsure:
            found[index][unsure[index].end] = min(0.0, found[index].get(unsure[index].end, 0.0))
    on_page = Counter(rows[index].page.number for index, labels in found.items() if labels)
    starts = []
    for index, labels in found.items():
        page = rows[index].page.number
        told = bool(REFERENCE.search(rows[index].text)) and on_page[page] <= called[page].times
        bare = gap.is_closed or (rooms.by_length and told)
        if labels:
            ends = tuple(labels.items())
            starts.append(Doubted(rows[index], index, ends, called[page].numbers, gap.is_closed, bare, bracketed))
    return cheapest_numbers(starts, gap.numbers)[0]


def _bracket_over_notes(rows: Sequence[Row], index: int, rooms: DumpRooms) -> int:
    """Where a label in brackets ends with which a row begins that stands a few rows over the notes of its page; or 0.

    A note whose label is damaged is not told to be one if the text breaks off above it.
    """
    row, found = rows[index], _IN_BRACKETS.match(rows[index].text)
    if found is None or row.key in rooms.notes or not _BEGINS_NOTE.match(row.text, found.end("label")):
        return 0
    below = (other for other in rows[index + 1 : index + 1 + OVER_NOTES] if other.page is row.page)
    return found.end("label") if any(other.key in rooms.notes for other in below) else 0


OVER_NOTES = 4
"""Rows of such a note."""


def _may_be_labels(
    row: Row, above: Row | None, rooms: DumpRooms, measures: Measures, *, bracketed: bool
) -> Iterator[tuple[int, float]]:
    """Where a label of the row may end, and what speaks against it; 0 where the row may begin a note without one."""
    in_notes = row.key in rooms.notes
    first = in_notes and row.key not in rooms.carried and (above is None or above.key not in rooms.notes)
    anew = first or begins_anew(row) or (above is not None and has_ended(above))
    against = (0.0 if in_notes else IN_TEXT) + (0.0 if anew else GOES_ON)
    if bracketed and anew and (found := _IN_BRACKETS.match(row.text)):
        yield found.end("label"), against
        return
    if in_notes and anew and (found := _ANY.match(row.text)) and found["label"]:
        yield found.end("label"), against + ODD * any(map(str.isalpha, found["label"]))
        if _BEFORE_ID.match(row.text):
            return
    if in_notes and anew and (found := DAMAGED.match(row.text)):
        yield found.end("label"), against
    if anew and (found := _APART.match(row.text)):
        yield found.end("label"), against
    if found := _GLUED.match(row.text):
        yield found.end("label"), against - NO_WORD
    if in_notes and above is not None and _NOTE.match(row.text) and _is_bare(row, above, measures, first=first):
        yield 0, against


def _is_bare(row: Row, above: Row, measures: Measures, *, first: bool) -> bool:
    """Whether a row may begin a note without a label, as the first of the notes of its page, or behind another note."""
    return (first and not goes_on(row)) or may_begin(row, above, measures)
