"""Citations with the year behind their people: `Merrow, Ada (1931): Die Lampen. Eine Geschichte, Wien: Ufer, 208`.

So the social sciences cite in lists of works, and many of their authors in notes, too. The year in brackets with a
colon or a stop behind it says that people stand before it, also where they are an office (`Lampenamt (2005a): …`); the
imprint has no year then, and may be a town alone.
"""

import re

from msgspec.structs import replace

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.parts.ended_titles import behind_title, with_title
from pipeline.tag.citations.parts.people_or_body import is_body, people_or_body
from pipeline.tag.citations.parts.title_parts import LEAST, OTHERS, ROLE, People
from pipeline.tag.citations.parts.titled import titled
from pipeline.tag.citations.wording.draft import Draft, field_of
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.title_ends import YEAR

_DATED = re.compile(
    rf"""
    (?P<names>[^():;?!„“”»«\[\]]{{2,160}}?)
    (?:\s\([^()\d]{{2,20}}\))??                      # what the body is called for short
    {OTHERS}{ROLE}?
    (?:\s\((?P<year>{YEAR})(?:/\d{{2,4}})?(?P<letter>[a-z]?)\)(?P<mark>[:.,]:?)|(?<=\b\w\.)\s(?P<plain>{YEAR})[a-z]?:)
    \s?(?!(?:S|Bd|Nr|Kap|Abs|Art)\.|p)(?=[^\W_a-zß-ÿ]|[“‘«»„‚…¿¡\[])
    """,
    re.VERBOSE,
)
_LONGEST_PEOPLE = 240


def dated_citation_at(text: str, place: int, stop: int, known: Known) -> Draft | None:
    """The citation of this style that begins at ``place``; None where nothing shows that it is one."""
    found = _DATED.match(text, place, place + _LONGEST_PEOPLE)
    if found is None:
        return None
    kind = FieldKind.EDITOR if found["role"] else FieldKind.AUTHOR
    people = people_or_body(text, *found.span("names"), kind)
    if found["mark"] in (".", ",") and not (found["role"] or _are_inverted(text, people)):
        return None
    part = behind_title(text, found.end(), dated=True) if people else None
    before = (*people, _year(found))
    if part is not None and part.title_end - found.end() >= LEAST:
        return with_title(text, place, People(before, found.end()), part)
    if found["mark"] == ",":
        return None
    rest = titled(text, found.end(), max(stop, found.end()), known, authored=True, dated=True) if people else None
    if rest is None:
        return None
    told = CitationKind.FULL if rest.call is None and " " in rest.title else rest.kind
    return rest._replace(kind=told, start=place, fields=(*before, *rest.fields))


def _are_inverted(text: str, people: tuple[CitedField, ...]) -> bool:
    """Before `(1931).` and `(1931),` stand names with the family name first, as the APA has them, or a body."""
    return bool(people) and ("," in text[people[0].start : people[0].end]) == (is_body(people[0].value) is False)


def _year(found: re.Match[str]) -> CitedField:
    """The year, its letter within the field but not in the value."""
    group = "year" if found["year"] else "plain"
    field = field_of(FieldKind.DATE, found, group)
    return replace(field, end=found.end("letter")) if found["letter"] else field
