"""What stands behind a title, as it was read, and what it says of the work."""

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.wording.draft import Call, Definition, Draft


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
    """Whether the fields say where the work was published: a place, a press, a journal, the book around it."""
    kinds = {field.kind for field in fields}
    journal = any(field.level == "j" and not _is_short_form(text, field) for field in fields)
    published = bool(kinds & {FieldKind.PLACE, FieldKind.PUBLISHER})
    return published or journal or host is not None or (article and FieldKind.DATE in kinds)


def _is_short_form(text: str, journal: CitedField) -> bool:
    """`Merrow, 889 P.2d at 1026`: with `at` the report is cited again (The Bluebook, rule 10.9)."""
    return text.startswith(" at ", journal.end)


def is_journal(tail: Tail) -> bool:
    """A volume and a year and no place: what a periodical has."""
    kinds = {field.kind for field in tail.fields}
    return {FieldKind.VOLUME, FieldKind.DATE} <= kinds and not kinds & {FieldKind.PLACE, FieldKind.PUBLISHER}


def is_collection(tail: Tail) -> bool:
    """A place, a year and a range of pages: `in Atti del convegno, Torino 1993, pp. 289-306`."""
    placed = {FieldKind.PLACE, FieldKind.DATE} <= {field.kind for field in tail.fields}
    return placed and any(field.unit == "page" and field.first != field.last for field in tail.fields)
