"""A review among the reviews of an issue: the end of the one before and the start of the next stand on its pages.

Every one begins with the book and is signed at its end. So a book right under a signature is where the next begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.segment.front.bylines import name_and_institution
from pipeline.segment.front.signed import FAR, before_doi
from pipeline.segment.front.title_rows import in_capitals
from pipeline.segment.measure import Measures
from pipeline.segment.notes.division import RawNote
from pipeline.segment.notes.zones import NoteRooms
from pipeline.segment.rows import Row, ends_sentence, gap_before
from pipeline.segment.wording.identifiers import best_doi
from pipeline.segment.wording.name_lines import REVIEWED, names_people

INSET = 2.5
"""Ems from the left margin at which all its rows may begin: a paragraph has one row that does, and not so far."""
SIGNED = 3
"""Rows of a signature: the reviewer, where he is, and the town."""
ENTRY = 5
"""Rows that the entry of a book takes."""
WHITE, SOME_WHITE = 0.6, 0.3
"""Lines of white over the entry of a book, and under it."""
_AUTHOR = re.compile(r"(?P<name>[^,:]{5,60}?)(?:\s\([^()]*\))?[,:]\s")
_YEAR_LAST = re.compile(r"\b(?:1[89]|20)\d\d\b\W*$")


@dataclass(frozen=True, slots=True)
class Alone:
    """An article without its neighbours on its pages."""

    rooms: NoteRooms
    entry: list[Row] = field(default_factory=list)
    """The book, which is the title."""
    before: list[Row] = field(default_factory=list)
    after: list[Row] = field(default_factory=list)
    """The rows of the others, their notes among them."""
    signature: tuple[str, str] = ("", "")
    """The reviewer, and where he is."""
    doi: str = ""
    """The line of its DOI under the signature."""

    def own_doi(self, masthead: Sequence[str]) -> list[str]:
        """The lines of the first page, where the DOI of the review before stands, with its own in place of that."""
        return [self.doi, *(line for line in masthead if not best_doi(line))] if self.doi else list(masthead)


def alone(rooms: NoteRooms, measures: Measures) -> Alone:
    """The rooms of the only whole review on the pages; those of everything, if it is none."""
    rows = rooms.body
    starts = [index for index in range(1, len(rows)) if _is_start(rows, index, measures)]
    start, end = _ends(rows, starts)
    if (start, end) == (0, len(rows)):
        return Alone(rooms)
    before, after = rows[:start], rows[end:]
    count = len(rooms.notes)
    first, last = min(count, _calls_in(before)), max(0, count - _calls_in(after))
    others = [[row for note in notes for row in _rows_of(note)] for notes in (rooms.notes[:first], rooms.notes[last:])]
    entry = rows[start : start + _entry_length(rows, start, measures)]
    return Alone(
        replace(rooms, body=rows[start:end], notes=rooms.notes[first:last]),
        entry, before + others[0], after + others[1], signature_before(rows, end, measures) or ("", ""),
        " ".join(row.text for row in rows[before_doi(rows, end) : end]),
    )  # fmt: skip


def _ends(rows: Sequence[Row], starts: Sequence[int]) -> tuple[int, int]:
    """Where the whole review begins and ends: on the first page under another's end, on the last over another's start.

    Several whole ones are a section of the issue, and stay together.
    """
    whole = (0, len(rows))
    if not 1 <= len(starts) <= 2:
        return whole
    on_first = rows[starts[0]].page.number == rows[0].page.number
    on_last = rows[starts[-1]].page.number == rows[-1].page.number
    if len(starts) == 2:
        return (starts[0], starts[1]) if on_first and on_last else whole
    longest = max(pairwise([0, starts[0], len(rows)]), key=lambda part: part[1] - part[0])
    return longest if (on_first if longest[0] else on_last) else whole


def _is_start(rows: Sequence[Row], index: int, measures: Measures) -> bool:
    """Whether a review begins at a row: white over it, over that the signature of the one before, under it the book.

    It may have a title of its own over the book, in capitals.
    """
    entry = index + 1 if in_capitals(rows[index]) and not _entry_length(rows, index, measures) else index
    white = gap_before(rows[index], rows[index - 1], measures.leading) >= WHITE
    return white and bool(_entry_length(rows, entry, measures)) and signature_before(rows, index, measures) is not None


def signature_before(rows: Sequence[Row], index: int, measures: Measures) -> tuple[str, str] | None:
    """The reviewer and where he is, in the rows before one; None where they are no signature."""
    end = before_doi(rows, index)
    for start in range(end - 1, max(0, end - 1 - SIGNED), -1):
        name, *where = [*name_and_institution(rows[start]), *rows[start + 1 : end]]
        told = names_people(name.cased, measures) and not ends_sentence(name.text)
        apart = _stand_apart(rows[start:end], measures)
        heads = any(in_capitals(row) for row in rows[start + 1 : end])  # the next review has a title of its own
        if told and not heads and (apart or name.end < rows[start].end) and rows[start - 1].closes:
            return name.cased, " ".join(row.text for row in where)
    return None


def _stand_apart(rows: Sequence[Row], measures: Measures) -> bool:
    """Whether no row may be of a paragraph: each begins or ends far from a margin, or all are set in."""
    far = all(max(measures.indent(row), measures.shortfall(row)) > FAR for row in rows)
    return far or all(measures.indent(row) >= INSET for row in rows)


def _entry_length(rows: Sequence[Row], index: int, measures: Measures) -> int:
    """Rows of the entry of a book that begins at a row, white under it; 0 where none does."""
    for end in range(index + 1, min(index + 1 + ENTRY, len(rows))):
        leading = measures.leading * max(1.0, measures.relative_size(rows[end - 1]))
        if gap_before(rows[end], rows[end - 1], leading) >= SOME_WHITE:
            text = " ".join(row.text for row in rows[index:end])
            return end - index if REVIEWED.search(text) or _is_entry(text) else 0
    return 0


def _is_entry(text: str) -> bool:
    """Whether it is an author in capitals, and a book that ends with its year: ``HESTER TANSY: Lamps. 1963`` is one."""
    author = _AUTHOR.match(text)
    named = author is not None and author["name"].isupper() and names_people(author["name"])
    return named and bool(_YEAR_LAST.search(text))


def _calls_in(rows: Sequence[Row]) -> int:
    """Raised numbers in rows: so many of the notes at the foot of their page are theirs."""
    return sum(
        row.start <= call.start < row.end and any(reading.text.isdecimal() for reading in call.readings)
        for row in rows for call in row.line.calls if call.raised
    )  # fmt: skip


def _rows_of(note: RawNote) -> list[Row]:
    return [note.label_row, *note.rows[1:]]
