"""Where the notes are printed at the end: their heading, and the lists that look like them."""

import re
from collections.abc import Sequence

from pipeline.segment.measure import TOLERANCE
from pipeline.segment.notes.labels import (
    Label,
)
from pipeline.segment.rows import Row, starts_lower

_NOTES_HEADING = re.compile(
    r"^\W*(?:[IVX]+\.\s+)?(?:(?:end|foot)\s?notes|notes?|notes\s+and\s+references|anmerkungen|endnoten|fu(?:ß|ss)noten|noten|"
    r"notes\s+et\s+références|notas|przypisy|poznámky|noter)\W*$",
    re.IGNORECASE,
)
_LISTS = r"bibliography|references|works\s+cited|bibliographie|bibliogra[fp][ií]a|literatur\w*"
AFTER_NOTES = re.compile(
    rf"^\W*(?:{_LISTS}|appendix|acknowledge?ments?)\W*$",
    re.IGNORECASE,
)
_REFERENCES = re.compile(rf"^(?:{_LISTS})\W*$", re.IGNORECASE)


def endnotes_heading(rows: Sequence[Row]) -> int | None:
    """Index of the heading over the endnotes: ``Notes``, with a note 1 right under it.

    A note may end with the word ``notes`` in a line of its own, and note 12 follow it. Between the heading and note 1
    the author's thanks may stand, in the type of the notes, or behind a reference mark.
    """
    for index, row in enumerate(rows):
        if not _NOTES_HEADING.match(row.text) or starts_lower(row.text):
            continue
        below = rows[index + 1 : index + 1 + THANKS]
        first = next((place for place, later in enumerate(below) if _FIRST_NOTE.match(later.text)), None)
        if first is not None and (first < RIGHT_UNDER or _in_one_type(row, below[: first + 1])):
            return index
        if _are_marked_thanks(rows[index + 1 : index + 1 + MARKED_THANKS]):
            return index
    return None


RIGHT_UNDER = 2
"""Rows under a heading among which its first note stands, if nothing is between them."""
THANKS = 14
"""The same where thanks are between them."""
MARKED_THANKS = 40
"""The same where the thanks are a note of their own, behind a star."""


def _are_marked_thanks(rows: Sequence[Row]) -> bool:
    """Whether rows begin with the author's note behind a reference mark, and have note 1 below it."""
    return bool(rows) and bool(_MARKED.match(rows[0].text)) and any(_NOTE_1.match(row.text) for row in rows)


def _in_one_type(heading: Row, rows: Sequence[Row]) -> bool:
    """Whether rows have the type size of the last of them, a note, and the heading over them a larger one."""
    size = rows[-1].line.size
    return (
        bool(size)
        and heading.line.size > (1 + TOLERANCE) * size
        and all(abs(row.line.size - size) <= TOLERANCE * size for row in rows)
    )


def list_of_references(rows: Sequence[Row], labels: Sequence[Label]) -> int | None:
    """Index of the heading over a numbered list of references, which the text names in brackets; None without one.

    Where raised numbers in the text call the entries they are endnotes under another name.
    """
    headings = (
        index
        for index, row in enumerate(rows)
        if _REFERENCES.match(row.text) and any(_FIRST_NOTE.match(later.text) for later in rows[index + 1 : index + 3])
    )
    heading = next(headings, None)
    if heading is None:
        return None
    entries = {label.value for label in labels if label.index > heading and label.value}
    raised = {
        int(call.readings[0].text)
        for row in rows[:heading]
        for call in row.line.calls
        if call.raised and call.readings and call.readings[0].text.isdecimal()
    }
    return heading if len(entries & raised) < CALLED * len(entries) else None


CALLED = 0.3
"""Share of the entries of a list that raised numbers call, where it is one of endnotes: scans lose some, and exponents
are raised too."""


def endnote_rows_of(
    rows: Sequence[Row], heading: int | None, starts: dict[tuple[int, int], Label]
) -> set[tuple[int, int]]:
    """The rows of the endnotes: those under their heading, as far as another heading ends them."""
    if heading is None or not any(row.key in starts for row in rows[heading + 1 :]):
        return set()
    found = set()
    for row in rows[heading + 1 :]:
        if AFTER_NOTES.match(row.text):
            break
        found.add(row.key)
    return found


_FIRST_NOTE = re.compile(r"^\W{0,2}[1lI](?!\d)\W{0,2}\s?\S")
_NOTE_1 = re.compile(r"^\W{0,2}1(?!\d)\W{0,2}\s?[^\W\d]")
_MARKED = re.compile(r"^[*†‡]\s?(?=[A-Z‘“])")
