"""Rows sorted by their rooms: text, notes, lines that only say that a note goes on, and dirt between text and notes."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from pipeline.model import Region
from pipeline.segment.measure import NOT_BODY, Measures
from pipeline.segment.notes.dump_rooms import DumpRooms
from pipeline.segment.notes.labels import CONTINUED, TEXT_BELOW
from pipeline.segment.notes.rooms import Rooms
from pipeline.segment.rows import Row

_WORD = re.compile(r"[^\W\d_]{3}")
REFERENCE = 4
"""Letters and digits of the shortest reference, ``p. 12`` behind its label."""


class Sorted(NamedTuple):
    """The rows of an article by their rooms, each in reading order."""

    body: list[Row]
    notes: list[Row]
    continuations: list[Row]
    specks: list[Row]


def sorted_rows(
    columns: Iterable[tuple[Sequence[Row], Sequence[Row]]],
    rooms: Rooms,
    endnote_rows: Container[tuple[int, int]],
    measures: Measures,
) -> Sorted:
    """Each column parted where its notes begin.

    Args:
        columns: each with the rows of its page.
        rooms: tells where the notes of a column begin.
        endnote_rows: page and line of the rows that are endnotes wherever they stand.
        measures: of the article.
    """
    found = Sorted([], [], [], [])
    for page, column in columns:
        outside = [row for row in column if row.key not in endnote_rows]
        split = rooms.split(outside, over_text=_stands_over_text(outside, page, measures))
        behind = rooms.behind_notes(outside, split)
        found.body.extend(outside[:split] + outside[behind:])
        for row in outside[split:behind]:
            if CONTINUED.match(row.text):
                found.continuations.append(row)
            elif found.notes or row.key in rooms.starts or _holds_print(row.text):
                found.notes.append(row)
            else:
                found.specks.append(row)
        found.notes.extend(row for row in column if row.key in endnote_rows)
    return found


def _holds_print(text: str) -> bool:
    """Whether a row has a word, or as many letters and digits as a short reference, as ``Il. 11. 7-9.``."""
    return bool(_WORD.search(text)) or sum(map(str.isalnum, text)) >= REFERENCE


def columns_of(page: Sequence[Row], of_dump: DumpRooms) -> Iterator[Sequence[Row]]:
    """Runs of rows of one column, in reading order; text under notes, where the source tells them, begins another."""
    if page and page[0].line.box is None:
        yield from of_dump.parts(page)
        return
    run: list[Row] = []
    for row in page:
        resumes = bool(run) and run[-1].region is Region.NOTE and row.region is Region.TEXT
        if run and (resumes or row.line.column != run[-1].line.column):
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _stands_over_text(column: Sequence[Row], page: Sequence[Row], measures: Measures) -> bool:
    """Whether text goes on below a column: then it is of a figure or a table.

    Told by rows of the body that reach across its middle, or by a line of the full measure, whatever its size; a short
    one may be a folio, and a column of a row or two the end of a loose line.
    """
    if not column or column[-1].line.box is None:
        return False
    last, own = column[-1].line.box, {row.key for row in column}
    middle = (last.left + last.right) / 2
    below = [
        (row, box)
        for row in page
        if row.key not in own and (box := row.line.box) is not None and box.top >= last.bottom
    ]
    across = sum(box.left < middle < box.right and measures.relative_size(row) >= NOT_BODY for row, box in below)
    full = len(column) >= TEXT_BELOW and any(
        row.line.column == 0 and len(row.text) >= measures.full_line / 2 for row, _ in below
    )
    return across >= TEXT_BELOW or full
