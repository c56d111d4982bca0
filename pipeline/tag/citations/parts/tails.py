"""What stands behind a title, as it was read, and what it says of the work."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.wording.draft import Call, Definition, Draft

EDITED = {FieldKind.EDITOR, FieldKind.TRANSLATOR, FieldKind.EDITION}
"""Fields of a book whose press may be left out: `(Ada Merrow ed., 1961)`."""
PUBLISHED = {FieldKind.PLACE, FieldKind.PUBLISHER, *EDITED}


class Tail(NamedTuple):
    """The fields behind a title, and the end of the last of them."""

    fields: tuple[CitedField, ...]
    end: int
    host: Draft | None = None
    definitions: tuple[Definition, ...] = ()
    call: Call | None = None
    complete: bool = False
    """Whether it names where the work was published, so that the citation can stand for itself."""


def is_complete(text: str, fields: Sequence[CitedField], host: Draft | None, *, article: bool) -> bool:
    """Whether the fields say where the work was published: a place, a press, a journal, the book around it.

    American lawyers leave out the press where there is an editor or a month: `(Ada Merrow ed., 1961)`, `(Apr. 2012)`.
    """
    kinds = {field.kind for field in fields}
    dated = any(field.kind is FieldKind.DATE and _is_issued(text, field) for field in fields)
    journal = any(field.level == "j" and not _is_short_form(text, field) for field in fields)
    unpressed = bool(kinds & EDITED) and FieldKind.DATE in kinds
    published = bool(kinds & {FieldKind.PLACE, FieldKind.PUBLISHER})
    return published or unpressed or dated or journal or host is not None or (article and FieldKind.DATE in kinds)


def _is_issued(text: str, date: CitedField) -> bool:
    """Whether the brackets begin with a month, or say as of when a page was read: `(Apr. 2012)`, `(Stand 2023)`."""
    month = len(date.value) == len("2012-04") and text[date.start - 1 : date.start] == "("
    return month or text.endswith("(Stand ", 0, date.start)


def _is_short_form(text: str, journal: CitedField) -> bool:
    """`Merrow, 889 P.2d at 1026`: with `at` the report is cited again (The Bluebook, rule 10.9)."""
    return text.startswith(" at ", journal.end)


def is_journal(tail: Tail) -> bool:
    """A volume and a year and no place: what a periodical has."""
    kinds = {field.kind for field in tail.fields}
    return {FieldKind.VOLUME, FieldKind.DATE} <= kinds and not kinds & {FieldKind.PLACE, FieldKind.PUBLISHER}


def is_collection(tail: Tail) -> bool:
    """A place or editors, a year and several pages: `in Atti del convegno, Torino 1993, pp. 289-306`."""
    kinds = {field.kind for field in tail.fields}
    placed = FieldKind.DATE in kinds and bool(kinds & {FieldKind.PLACE, *EDITED})
    return placed and any(
        field.unit == "page" and (field.first != field.last or not field.first) for field in tail.fields
    )
