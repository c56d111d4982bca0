"""The book around a piece, behind `In:`: `Jane Roe (Hg.): Hafenbuch. Wien 1932`, `ders., Werke, Wien 1931`."""

import re

from pipeline.model import CitationKind, FieldKind
from pipeline.tag.citations.parts.ended_imprints import BY_COMMA, BY_STOP, imprint, undated
from pipeline.tag.citations.parts.people_or_body import AND, PERSON, is_body, people_in_list, people_or_body
from pipeline.tag.citations.parts.title_parts import LEAST, OTHERS, ROLE, SAME, Part, People, stop_of
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import Call, Draft, field_of
from pipeline.tag.citations.wording.title_ends import YEAR

_HOST_PEOPLE = re.compile(
    rf"(?:{SAME}\s?/?\s?)?(?P<names>(?:{PERSON})(?:(?:,\s|;\s|\s?/\s?|,?\s{AND}\s)(?:{PERSON})){{0,9}}|[^\W\d_][^;:()“”«»\d]{{2,90}}?)?"
    rf"{OTHERS}(?:{ROLE}(?:[:,]|\s\({YEAR}\)[:,]?)?|(?P<colon>:)|(?P<comma>,))\s(?=[^\W_a-zß-ÿ]|[“‘«»„‚…\[(])"
)
_LONGEST_PEOPLE = 200


def host_at(text: str, place: int, *, dated: bool = False) -> Draft | None:
    """The book around a piece, with its editors if they are named; ``dated``: the year stands before the piece."""
    people = _people_at(text, place)
    at = people.end if people else place
    part = _imprint_of_book(text, at, dated=dated)
    if part is None or part.title_end - at < LEAST:
        return None
    title = title_field(text, at, part.title_end, "m")
    fields = (*(people.fields if people else ()), title, *part.fields)
    call = people.call if people else None
    return Draft(CitationKind.FULL, place, part.end, fields, call=call) if title.value else None


def is_edited(text: str, place: int) -> bool:
    """Whether people stand here who are said to be editors: then a book follows, and no journal."""
    found = _HOST_PEOPLE.match(text, place, place + _LONGEST_PEOPLE)
    return found is not None and found["role"] is not None


def _people_at(text: str, place: int) -> People | None:
    """Editors with their role, or the authors of the book around a piece, before a colon or a comma."""
    found = _HOST_PEOPLE.match(text, place, place + _LONGEST_PEOPLE)
    if found is None or not (found["names"] or found["same"]):
        return None
    kind = FieldKind.EDITOR if found["role"] else FieldKind.AUTHOR
    fields = people_or_body(text, *found.span("names"), kind) if found["names"] else ()
    if found["names"] and not (fields and (found["role"] or _are_authors(text, found))):
        return None
    if not found["same"]:
        return People(fields, found.end())
    return People((field_of(FieldKind.CALL, found, "same"), *fields), found.end(), Call("idem"))


def _are_authors(text: str, found: re.Match[str]) -> bool:
    """People with given names, or a body before a colon; one alone before a comma may be two words of the title."""
    people = people_in_list(text, *found.span("names"), FieldKind.AUTHOR)
    if not all(" " in field.value for field in people):
        return False
    if found["comma"] and not found["same"]:
        return len(people) > 1 or (len(people) == 1 and "." in people[0].value)
    return bool(people) or is_body(found["names"])


def _imprint_of_book(text: str, place: int, *, dated: bool) -> Part | None:
    """The imprint of a book; its title may end with a comma or a stop."""
    stop = stop_of(text, place)
    ways = [imprint(text, place, stop, pattern, known=dated) for pattern in (BY_STOP, BY_COMMA)]
    ways.append(undated(text, place, stop) if dated else None)
    return min((way for way in ways if way), key=lambda way: (way.title_end, -way.end), default=None)
