"""Pieces of newspapers in the manner of American lawyers: `Lamps Go Out in Selwyn, N.Y. TIMES, Jan. 1, 1931, at 1`.

Most have no author, and a headline with commas (The Bluebook, 21st ed., rule 16.6). What makes them sure is the name of
the paper in capitals, or one that says what it is, right before a day.
"""

import re

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.parts.followers import read_tail
from pipeline.tag.citations.parts.names import is_author, names_at
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.title_ends import MONTH, YEAR
from pipeline.tag.people.full_names import is_given_name
from pipeline.tag.words.name_tables import PERIODICAL
from pipeline.tag.words.tokens import commonness

_DAY = rf"{MONTH}[a-z]*\.?\s\d{{1,2}}(?:[-–]\d{{1,2}})?,\s{YEAR}"
_CAPITALS = r"(?:[A-Z][A-Z.’'&-]*\s){0,5}[A-Z][A-Z’'&-]{2,}\.?"
_NAMED = r"(?:[A-Z][\w.’'&-]*\s){0,5}[A-Z][\w.’'&-]*"
_PIECE = re.compile(
    rf"""
    (?P<title>[A-Z\d‘“](?:(?!;|\s\(|\b(?:supra|infra|[Ii]d\.|[Ii]bid|[Ss]ee\s|[Cc]f\.|citing|quoting)).){{6,240}}?),\s
    (?P<paper>{_CAPITALS}|{_NAMED})(?:\s\([A-Z][A-Za-z.,\ ]{{2,20}}\))?     # TIMES (London)
    (?=,\s{_DAY}|\s\({_DAY})
    """,
    re.VERBOSE,
)
_INITIAL = re.compile(r"(?:[A-Z]\.\s?)+$")
_SMALL_WORD = re.compile(
    r"(?<![\w’'-])(?!(?:about|above|across|after|against|among|around|before|behind|below|beneath|between|beyond|during"
    r"|inside|outside|since|through|toward|towards|under|until|without|within)\b)[a-zß-ÿ]{5,}\b"
)
"""Of a headline only prepositions, articles and conjunctions are written small (rule 8)."""
MOST_SMALL = 1
RARE = 3.0
"""Zipf frequency in English under which the first of two words is a given name that no list has: `Jurgita`."""
SEVERAL = 2
"""Names from which no headline can look so: `Ada Merrow, Tom Quill & Bo Lind`."""
MOST = 4
"""Words of an author's name; what has more before its comma is a headline."""


def newspaper_at(text: str, place: int, stop: int, known: Known) -> Draft | None:
    """The piece whose citation begins at ``place``; None where none does."""
    found = _PIECE.match(text, place, stop)
    if found is None or found["title"].isupper() or not _is_paper(found["paper"]):
        return None
    people, begin = _author(text, place, found.end("title"))
    title = title_field(text, begin, found.end("title"), "a")
    if " " not in title.value or len(_SMALL_WORD.findall(title.value)) > MOST_SMALL:
        return None
    paper = title_field(text, *found.span("paper"), "j")
    tail = read_tail(text, found.end(), stop, known, bare_pages=True)
    fields = (*people, title, paper, *tail.fields)
    return Draft(CitationKind.FULL, place, max(found.end(), tail.end), fields, definitions=tail.definitions)


def _is_paper(name: str) -> bool:
    return name.isupper() or PERIODICAL.search(name) is not None


def _author(text: str, place: int, stop: int) -> tuple[tuple[CitedField, ...], int]:
    """Who wrote it, and where the headline begins; nobody where no given name or initial tells a person of them."""
    names = names_at(text, place, stop)
    if names is None or names.end >= stop:
        return (), place
    said = [field.value for field in names.fields]
    sure = len(said) > SEVERAL or all(len(name.split()) <= MOST and is_author(name) for name in said)
    if not sure or not any(map(_is_person, said)):
        return (), place
    people = tuple(field for field in names.fields if field.kind is FieldKind.AUTHOR)
    return people, names.end if people else place


def _is_person(name: str) -> bool:
    first, *others = name.split()
    rare = 0 < len(others) <= 2 and commonness(first) < RARE and "’s " not in name
    return _INITIAL.match(first) is not None or rare or is_given_name(first, "en")
