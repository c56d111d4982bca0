"""Citations whose parts end with stops: `Ada Merrow: Die Lampen. Eine Geschichte. In: Hafenblätter 12 (1931)`.

So German and Swiss journals of the historical and cultural disciplines cite, and so do many bibliographies: people, a
colon, the title with its subtitles, then `In:` and a journal or a book, or the imprint at once. A stop ends no citation
there; what ends the title is what can only follow one: a town with a year, a journal with volume and year, `In:`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.name_particles import NAME_PARTICLE
from pipeline.tag.citations.parts.locators import bare_pages_at, cited_at
from pipeline.tag.citations.parts.names import may_be_author
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import Call, Draft, field_in, field_of
from pipeline.tag.citations.wording.title_ends import CITIES, MONTH, TOWN_JOIN, YEAR
from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.spans import between
from pipeline.tag.words.tokens import CAPITAL

_WORD = rf"(?:(?:{CAPITAL}\.-?){{1,3}}|{CAPITAL}[\w’'-]+)"
_PERSON = rf"{_WORD}(?:\s(?:{NAME_PARTICLE}\s){{0,2}}{_WORD}){{0,4}}"
_AND = r"(?:und|and|u\.|&|et)"
_PERSON_JOIN = re.compile(rf";\s|\s?/\s?|,?\s{_AND}\s")
_COMMA = re.compile(r",\s")
_NAMES = rf"{_PERSON}(?:(?:,\s|;\s|\s?/\s?|\s{_AND}\s){_PERSON}){{0,7}}"
_ROLE = r"(?P<role>,?\s\((?:Hgg?|Hrsgg?|[Ee]ds?|[Dd]irs?|Red|Bearb)\.?\))"
_OTHERS = r"(?:,?\s(?:u\.\s?a\.|et\sal\.))?"
_SAME = r"(?P<same>[Dd]ers|[Dd]ies|DERS|DIES|[Dd]erselbe|[Dd]ieselben?)\.?"
_PEOPLE = re.compile(rf"(?:{_SAME}|(?P<names>{_NAMES})){_OTHERS}(?:{_ROLE}:?|:)\s(?=[^\W_a-zß-ÿ]|[“‘«»„‚…\[(])")
"""The people, with the colon behind them."""
_PEOPLE_BEFORE = re.compile(
    rf"(?<![\w’'-])(?P<names>{_WORD}(?:\s{_WORD}){{1,3}}(?:\s{_AND}\s{_WORD}(?:\s{_WORD}){{1,3}})?)$"
)
"""Names in the middle of a sentence, right before their colon."""
_IN_SENTENCE = re.compile(r"[a-zß-ÿ]\s$|\b[zZ]\.\s?B\.\s$")
_NOUN = re.compile(r"(?:\w+(?:schaft|ung|heit|keit|tion|ismus|ik|tät|nis)|\w+-\w+|\w{12,})\s(?=\S+\s\S)")
"""A German noun, capitalised as names are: `von Sprache und Gesellschaft Ada Merrow: Lampen`."""
_ARTICLE = re.compile(r"\b(?:[dD](?:er|ie|as|em|en|es)|[zZ]u[mr]|[iI]m|[vV]om|[bB]eim|[aA]m)\s$")
"""Behind an article stands a noun: `zur Debatte Ada Merrow: Lampen`."""
_FIRST_WORD = re.compile(r"\S+\s(?=\S+\s\S)")
_FOR_EXAMPLE = re.compile(r"(?<=[zZ]\.\s)B\.\s")

_NO_TOWN = (
    rf"(?!{MONTH}|(?:März|Mai|Juni|Juli|Okt|Dez|Im|In|Am|Um|Ab|Seit|Bis|Nach|Vor|Von|Das|Der|Die|Zum|Version|Stand|Jg"
    r"|Bd|Heft)\b)"
)
_TOWN = (
    rf"{CAPITAL}[\w’'-]+(?:\s(?:a\.\s?[MdR]\.(?:\s?M\.)?|am|an|der|im|bei|i\.\s?(?:Br|B|Ü)\.|{CAPITAL}[\w’-]+|upon)){{0,3}}"
    r"|[oO]\.\s?O\."
)
_TOWNS = rf"{_NO_TOWN}(?P<towns>(?:{_TOWN})(?:(?:\s?[/–-]\s?|,\s|;\s|\s{_AND}\s)(?:{_TOWN})){{0,3}})"
_TOWN_JOIN = re.compile(rf"{TOWN_JOIN}|\s?–\s?|,\s(?=(?:{CITIES})\b)")
_PRINTED = rf"(?:\((?={YEAR}\)\[))?(?P<year>{YEAR})\)?(?:\s?\[{YEAR}\])?(?=[,.;:)\]\s]|$)"
_SERIES = r"\((?:=\s)?[^()]{3,90}\s\d{1,4}\)[.,:]?\s"
_EDITION = (
    r"\d{1,2}\.,?\s(?:[^\W\d_]{2,12}\.?\s(?:und\s[^\W\d_]{2,12}\.?\s)?)?Aufl(?:age|\.),?\s"
    r"|\d\s(?:Bände|Bde)\.?,?\s|Bde?\.\s\d{1,2}[.,:]?\s"
)
_EDITED = rf"(?:[Hh]r?s?gg?\.|[Ee]ds?\.)\s(?:v(?:on|\.)\s)?(?P<editors>{_NAMES}){_OTHERS}[.,]\s"
_ENDED = r"(?<=[.?!»“”])(?<!\b\w\.)(?<!bers\.)(?<!rsg\.)(?<!\bhg\.)\s"
"""Behind what ends a title; the stop of an initial, or of the word for an editor, does not."""
_IMPRINT = re.compile(
    rf"{_ENDED}(?:{_EDITED})?(?P<extra>(?:{_SERIES}|{_EDITION}){{0,2}})"
    rf"{_TOWNS}(?:\s?:\s(?P<press>{CAPITAL}[^\d;:()“”«»]{{1,60}}?),?)?\s{_PRINTED}"
)
_NUMBERS = (
    r"(?:(?:Bd|Jg|Vol|N\.\s?F)\.\s)?(?P<volume>\d{1,4}|[IVXLC]{1,7})(?:(?:\s?[/.]|,)\s?(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?))?"
    rf"(?:,?\s\((?P<year>{YEAR})\)|,\s(?P<plain>{YEAR})(?=,\s(?:S|H|pp?|Nr)\b))"
    r"(?:,?\s(?:H|Heft|Nr|[Nn]o)\.?\s(?P<second>\d{1,3}(?:[-–/]\d{1,3})?))?"
)
_JOURNAL = re.compile(
    rf"(?P<journal>[^\W\d_][^;:()“”«»\d]{{2,90}}?),?\s(?:{_NUMBERS}|(?P<number>\d{{1,2}}(?:[-–]\d{{1,2}})?)/(?P<of>{YEAR}))"
)
_JOURNAL_AT_ONCE = re.compile(rf"{_ENDED}(?P<journal>{CAPITAL}[^.;:()“”«»\d]{{2,90}}?),?\s{_NUMBERS}")
_IN = re.compile(r"(?<=[.?!)»“”])\s(?:[Ii]n|IN):\s|,\s[Ii]n:\s")
_BREAK = re.compile(r";\s")
_BEFORE_PAGES = re.compile(r"(?:[,:]\s?|\s(?=\d))(?:(?:hier|bes\.|insb(?:es)?\.)\s)?")
_NO_NAME = word_set("Der Die Das Des Dem Den Ein Eine Einen Einer Im Am Vom Dazu Hierzu Zuletzt Frühe Alle")
LONGEST = 420
"""Characters of a title with its subtitles."""
_PEOPLE_LOOK_BACK = 90
"""Characters before a colon in which the names are sought that a sentence leads up to."""
_LEAST = 2
"""Words of a name that a sentence leads up to."""


class _People(NamedTuple):
    fields: tuple[CitedField, ...]
    end: int
    call: Call | None = None


class _Part(NamedTuple):
    """What stands behind a title: its fields, and where it ends."""

    fields: tuple[CitedField, ...]
    end: int
    title_end: int
    host: Draft | None = None
    in_journal: bool = False


def colon_citations(text: str, strong: frozenset[int]) -> Iterator[Draft]:
    """Every citation of this style, from left to right.

    Args:
        text: the note.
        strong: where a citation is likely to begin: the people stand right there. Elsewhere a sentence must lead up
            to them (`… zeigt Ada Merrow: Die Lampen. Wien 1931`).
    """
    done = 0
    for colon in re.finditer(r"[:)]:?\s", text):
        if colon.start() < done:
            continue
        places = _starts(text, colon.start(), strong, done)
        draft = next((one for place in places if (one := colon_citation_at(text, place))), None)
        if draft is not None:
            done = draft.end
            yield draft


def _starts(text: str, colon: int, strong: frozenset[int], done: int) -> Iterator[int]:
    """Where the people before this colon may begin."""
    for place in sorted(one for one in strong if done <= one < colon and colon - one < LONGEST):
        people = _PEOPLE.match(text, place)
        if people is not None and people.end() > colon >= people.start():
            yield place
    before = _PEOPLE_BEFORE.search(text, max(done, colon - _PEOPLE_LOOK_BACK), colon) if text[colon] == ":" else None
    if before is None:
        return
    example = _FOR_EXAMPLE.match(text, before.start())
    start = example.end() if example else before.start()
    if not _IN_SENTENCE.search(text, max(0, start - 6), start):
        return
    noun = _NOUN.match(text, start, colon)
    if noun is None and _ARTICLE.search(text, max(0, start - 6), start):
        noun = _FIRST_WORD.match(text, start, colon)
    start = noun.end() if noun else start
    if len(text[start:colon].split()) >= _LEAST and not _PEOPLE.match(text, colon + 2):
        yield start


def colon_citation_at(text: str, place: int) -> Draft | None:
    """The citation of this style that begins at ``place``; None where nothing shows that it is one."""
    people = _people_at(text, place)
    if people is None:
        return None
    part = _behind_title(text, people.end)
    if part is None or part.title_end - people.end < _LEAST or _opens(text, people.end, part.title_end):
        return None
    level = "a" if part.host or part.in_journal else "m"
    title = title_field(text, people.end, part.title_end, level)
    if not title.value:
        return None
    return Draft(
        CitationKind.FULL, place, part.end, (*people.fields, title, *part.fields), call=people.call, host=part.host
    )


def _opens(text: str, start: int, end: int) -> bool:
    """`A HISTORY 12 (Univ. of Selw. Press 2019)`: a bracket that is open where a title seems to end has the imprint."""
    return text.count("(", start, end) > text.count(")", start, end)


def _people_at(text: str, place: int) -> _People | None:
    found = _PEOPLE.match(text, place)
    if found is None:
        return None
    if found["same"]:
        return _People((field_of(FieldKind.CALL, found, "same"),), found.end(), Call("idem"))
    if found["names"].split()[0] in _NO_NAME or not may_be_author(found["names"]):
        return None
    if not (found["role"] or len(found["names"].split()) >= _LEAST) or re.fullmatch(CITIES, found["names"]):
        return None
    kind = FieldKind.EDITOR if found["role"] else FieldKind.AUTHOR
    return _People(_persons(text, *found.span("names"), kind), found.end())


def _persons(text: str, start: int, end: int, kind: FieldKind) -> tuple[CitedField, ...]:
    """`Merrow, Ada; De Soto Quell, Jane`: a comma beside a single word inverts a name, any other parts two."""
    fields: list[CitedField] = []
    for low, high in between(_PERSON_JOIN, text, start, end):
        parts = between(_COMMA, text, low, high)
        if len(parts) == 2 and any(" " not in text[slice(*part)] for part in parts):
            value = f"{text[slice(*parts[1])]} {text[slice(*parts[0])]}"
            fields.append(CitedField(kind=kind, start=low, end=high, value=value))
            continue
        fields += [field_in(text, kind, *part) for part in parts]
    return tuple(fields)


def _behind_title(text: str, place: int) -> _Part | None:
    """The first that can end the title and tells where the work appeared."""
    stop = _stop(text, place)
    ways = [_in(text, place, stop), _imprint(text, place, stop), _journal_at_once(text, place, stop)]
    return min((way for way in ways if way), key=lambda way: way.title_end, default=None)


def _stop(text: str, place: int) -> int:
    """The end of what may be one citation: a semicolon behind its people ends it."""
    found = _BREAK.search(text, place, place + LONGEST)
    return found.start() if found else min(len(text), place + LONGEST)


def _in(text: str, place: int, stop: int) -> _Part | None:
    """`In: Hafenblätter 12 (1931)`, `In: Jane Roe (Hg.): Hafenbuch. Wien 1931`."""
    found = _IN.search(text, place, stop)
    if found is None:
        return None
    title_end = _trimmed(text, place, found.start())
    journal = _JOURNAL.match(text, found.end())
    if journal is not None:
        fields, end = _journal_fields(text, journal)
        return _Part(fields, end, title_end, in_journal=True)
    host = _host_at(text, found.end())
    if host is not None:
        return _Part((), host.end, title_end, host=host)
    return None


def _host_at(text: str, place: int) -> Draft | None:
    found = _PEOPLE.match(text, place)
    people = _people_at(text, place) if found else None
    at = people.end if people else place
    part = _imprint(text, at, _stop(text, at))
    if part is None or part.title_end - at < _LEAST:
        return None
    named = () if people is None or people.call else people.fields
    title = title_field(text, at, part.title_end, "m")
    fields = (*named, title, *part.fields)
    return Draft(CitationKind.FULL, place, part.end, fields) if title.value else None


def _imprint(text: str, place: int, stop: int) -> _Part | None:
    found = next((one for one in _IMPRINT.finditer(text, place, stop) if one.start() > place), None)
    if found is None:
        return None
    fields: list[CitedField] = []
    if found["editors"]:
        fields += _persons(text, *found.span("editors"), FieldKind.EDITOR)
    fields += [field_in(text, FieldKind.PLACE, *town) for town in between(_TOWN_JOIN, text, *found.span("towns"))]
    if found["press"]:
        fields.append(field_of(FieldKind.PUBLISHER, found, "press"))
    fields.append(field_of(FieldKind.DATE, found, "year"))
    pages, end = _pages(text, found.end())
    return _Part((*fields, *pages), end, _trimmed(text, place, found.start()))


def _journal_at_once(text: str, place: int, stop: int) -> _Part | None:
    """`Die Lampen. Hafenblätter 12/3 (1931), S. 3`: the journal without `In:`."""
    found = _JOURNAL_AT_ONCE.search(text, place, stop)
    if found is None:
        return None
    fields, end = _journal_fields(text, found)
    return _Part(fields, end, _trimmed(text, place, found.start()), in_journal=True)


def _journal_fields(text: str, found: re.Match[str]) -> tuple[tuple[CitedField, ...], int]:
    fields = [title_field(text, *found.span("journal"), "j")]
    kinds = (
        ("volume", FieldKind.VOLUME), ("issue", FieldKind.ISSUE), ("year", FieldKind.DATE), ("plain", FieldKind.DATE),
        ("second", FieldKind.ISSUE), ("number", FieldKind.ISSUE), ("of", FieldKind.DATE),
    )  # fmt: skip
    fields += [field_of(kind, found, group) for group, kind in kinds if found.groupdict().get(group)]
    pages, end = _pages(text, found.end())
    return (*fields, *pages), end


def _pages(text: str, place: int) -> tuple[list[CitedField], int]:
    """`, S. 3–9, hier S. 4`; without `S.` as journals of folklore have them: ` 3–9`."""
    fields: list[CitedField] = []
    while gap := _BEFORE_PAGES.match(text, place):
        field = cited_at(text, gap.end()) or (None if fields else bare_pages_at(text, gap.end()))
        if field is None:
            break
        fields.append(field)
        place = field.end
    return fields, place


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " ,.:":
        end -= 1
    return end
