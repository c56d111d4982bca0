"""`They might have read MERROW, supra note 12`, `Supra note 12, at 3`: works that the number of a note calls.

Elsewhere `supra note 12` leads to the note and to what is said there. With the name of an author before it, or with a
page behind it, or where it is all that the statement has, it stands for the work that the note cites (The Bluebook,
21st ed., rule 4.2).
"""

import re

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.parts.followers import read_tail
from pipeline.tag.citations.wording.calls import AHEAD, CallSpan, call_field
from pipeline.tag.citations.wording.draft import Draft, field_of
from pipeline.tag.citations.wording.known import Known

_FAMILY = r"[^\W\d_a-zß-ÿ][\w’'-]+"
_NAMED = re.compile(
    rf"(?<![\w’'-])(?:(?P<first>{_FAMILY})\s(?:&|and|und|et)\s)?(?P<name>{_FAMILY})(?:,?\s(?:et\sal|ET\sAL)\.)?,?\s$"
)
_SUPRA = re.compile(r"[Ss]upra\b")
_BEGINS = re.compile(r"(?:^|[.;]\s|\b(?:[Ss]ee|[Cc]f\.|[Ss]ee\salso)\s)$")
_ALONE = re.compile(r"\.?\s?(?:$|;)")
_LONGEST = 60
"""Characters of the names before a call."""


def called_by_note(text: str, span: CallSpan, start: int, stop: int, known: Known) -> Draft | None:
    """The citation of a work that the call ``span`` makes between ``start`` and ``stop``; None if it calls a note.

    No work is called by a note that is still to come.
    """
    if AHEAD.search(text, span.start, span.end):
        return None
    call = call_field(text, span)
    tail = read_tail(text, span.end, stop, Known(), bare_pages=False)
    names = _names_before(text, span.start, start, known)
    place = names[0].start if names else span.start
    located = any(field.kind is FieldKind.CITED and field.unit == "page" for field in tail.fields)
    begins = _SUPRA.match(text, span.start) and _BEGINS.search(text, max(start, span.start - 12), span.start)
    if not names and not (begins and (located or _ALONE.match(text, span.end))):
        return None
    return Draft(CitationKind.SHORT, place, max(span.end, tail.end), (*names, call, *tail.fields), call=span.call)


def _names_before(text: str, place: int, start: int, known: Known) -> tuple[CitedField, ...]:
    """Family names right before the call, each of an author who was cited."""
    found = _NAMED.search(text, max(start, place - _LONGEST), place)
    if found is None or not known.has_author(found["name"]):
        return ()
    groups = ("first", "name") if found["first"] and known.has_author(found["first"]) else ("name",)
    return tuple(field_of(FieldKind.AUTHOR, found, group) for group in groups)
