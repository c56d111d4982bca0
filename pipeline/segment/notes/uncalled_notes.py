"""The author's note that nothing calls: thanks, abbreviations, at the foot of the first page over the other notes."""

import re
from collections.abc import Sequence
from itertools import groupby

from pipeline.letters import CAPITALS
from pipeline.model import NoteKind
from pipeline.segment.body.figures import rows_of_tables
from pipeline.segment.measure import CLEARLY_SMALLER, NOT_BODY, Measures
from pipeline.segment.notes.division import RawNote
from pipeline.segment.rows import Row, ends_sentence, gap_before, starts_lower
from pipeline.segment.series import SYMBOLS
from pipeline.segment.wording.identifiers import MAIL

SHORTEST = 60
"""Characters of such a note at least: a line of the publisher has fewer."""
SENTENCE = 40
"""The same of a sentence: ``Translated with funds of the Harbour.``"""
FULL = 1.0
"""Ems from the right edge at which a line is full."""
INDENT = 0.6
"""Ems from the margin from which a row is no flush one."""
APART = 0.5
"""Lines of white between the text and the note."""
_NUMBER = re.compile(rf"^\W?\d{{1,3}}[.)]?\s+[{CAPITALS}“‘«„]|^[\[(]\d{{1,3}}[\])]")


def uncalled_note(pages: Sequence[Sequence[Row]], measures: Measures) -> list[Row]:
    """Its rows; empty where there is none.

    Small type fills the foot of the page, most of it flush, as no quotation is; white stands over it, and it interrupts
    a sentence: the line over it is full and has no stop. A table is set so, too, and is none. A number or a mark begins
    the first of the other notes. Of two columns the first may end so, with permissions and thanks.

    Args:
        pages: the rows of every page, furniture taken off.
        measures: of the article.
    """
    if len(pages) < 2 or not pages[0] or not pages[1] or not measures.body_size:
        return []
    columns = [list(column) for _, column in groupby(pages[0], key=lambda row: row.line.column)]
    below = [*(column[0] for column in columns[1:]), pages[1][0]]
    found = (_at_foot(column, following, measures) for column, following in zip(columns, below, strict=True))
    return next((rows for rows in found if rows), [])


def _at_foot(rows: Sequence[Row], below: Row, measures: Measures) -> list[Row]:
    """The note at the foot of a column, behind which the text goes on in a row of the next."""
    start = next((index for index in range(len(rows), 0, -1) if not _is_small(rows[index - 1], measures)), 0)
    found = rows[start:]
    end = next((index for index, row in enumerate(found) if _is_labelled(row)), len(found))
    address = any(MAIL.search(row.text) for row in found[:end])
    if not start or not (address or _is_long(found[:end])):
        return []
    if rows_of_tables(found, measures):
        return []
    if _is_of_publisher(found[:end], measures) and not _is_small(below, measures):
        return list(found[:end])
    above = rows[start - 1]
    goes_on = starts_lower(below.text) or measures.shortfall(above) < FULL
    interrupts = not above.closes and goes_on and not _is_small(below, measures)
    apart = gap_before(found[0], above, measures.leading) >= APART
    flush = 2 * sum(measures.indent(row) < INDENT for row in found[:end]) > end
    return list(found[:end]) if interrupts and apart and (flush or address) else []


def _is_of_publisher(rows: Sequence[Row], measures: Measures) -> bool:
    """Whether rows in clearly smaller type say who may copy the article, who paid for it, or where its author is.

    Presses set them solid under the text of a column, below a rule.
    """
    clearly = all(measures.relative_size(row) < CLEARLY_SMALLER for row in rows)
    return clearly and bool(_OF_PUBLISHER.search(" ".join(row.text for row in rows)))


_OF_PUBLISHER = re.compile(
    r"\bpermission to (?:make|copy|reprint|reproduce)\b|\b(?:was|is|were) supported (?:in part )?by\b"
    r"|\bauthors?[’']?s?[’']? (?:present |current )?address(?:es)?:",
    re.IGNORECASE,
)


def holds_others(notes: Sequence[RawNote], rows: Sequence[Row]) -> bool:
    """Whether numbers lack between the notes before the rows and those behind: then the rows hold them, not known."""
    numbered = [(note.label_row.key, int(note.label)) for note in notes if note.label.isdecimal()]
    before = max((number for key, number in numbered if key < rows[0].key), default=0)
    behind = next((number for key, number in numbered if key > rows[-1].key), 0)
    return behind > before + 1


def as_note(rows: Sequence[Row]) -> RawNote:
    """The note of these rows, without a label."""
    return RawNote("", NoteKind.AUTHOR, "", rows[0].part(0, 0), list(rows))


def _is_long(rows: Sequence[Row]) -> bool:
    """Whether rows are too long for a line of the publisher; such lines are no sentences."""
    length = sum(len(row.text) for row in rows)
    return length >= SHORTEST or (length >= SENTENCE and ends_sentence(rows[-1].text))


def _is_small(row: Row, measures: Measures) -> bool:
    return bool(row.line.size) and measures.relative_size(row) < NOT_BODY


def _is_labelled(row: Row) -> bool:
    raised = any(call.raised and call.start <= row.start + 1 for call in row.line.calls)
    return raised or row.text[:1] in SYMBOLS or bool(_NUMBER.match(row.text))
