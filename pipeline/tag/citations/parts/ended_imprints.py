"""The imprint that ends a title in which stops may stand: `, Wien 1931`, `. Wien: Ufer 1931`, `, Wien: Ufer, 208`.

A reader would take what stands before the comma for a town, too (`Text und Kommentar, Wien 1931`), and what is no town
at all: of what has no year behind it, one town must be known.
"""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.locators import edition_at, volume_at
from pipeline.tag.citations.parts.people_or_body import AND, PERSON, people_or_body
from pipeline.tag.citations.parts.title_parts import ENDED, OTHERS, Part, pages_behind, trimmed
from pipeline.tag.citations.wording.draft import field_in, field_of
from pipeline.tag.citations.wording.title_ends import CITIES, MONTH, OF_MONTH, PRESS_WORD, THESIS, TOWN_JOIN, YEAR
from pipeline.tag.words.name_tables import PERIODICAL
from pipeline.tag.words.spans import between
from pipeline.tag.words.tokens import CAPITAL

_NO_TOWN = (
    rf"(?!(?:{MONTH}{OF_MONTH}|März|Mai|Juni|Juli|Okt|Dez|Im|In|Am|Um|Ab|Seit|Bis|Nach|Vor|Von|Das|Der|Die|Zum|Version|Stand|Jg"
    r"|Bd|Heft|Frühjahr|Sommer|Herbst|Winter|Ausgabe|Nr|Band|Teil|Kap|Anm|Januar|Februar|Oktober|Dezember)\b)"
)
_TOWN = (
    rf"{_NO_TOWN}(?:{CAPITAL}[\w’'-]+(?:\s(?:a\.\s?[MdR]\.(?:\s?M\.)?|am|an|der|im|bei|i\.\s?(?:Br|B|Ü)\.|{CAPITAL}[\w’-]+|upon)){{0,3}}"
    r"(?:/(?:M|O|Main|Oder|Ts|Saale)\b\.?)?(?:\s\((?:Main|Oder|Ost|West|Saale)\))?|[oO]\.\s?O\.)"
)
_TOWNS = rf"(?P<towns>(?:{_TOWN})(?:(?:\s?[/–-]\s?|,\s|;\s|\s{AND}\s)(?:{_TOWN})){{0,3}})(?:,?\s(?:u\.\s?a\.|etc\.))?"
_TOWN_JOIN = re.compile(rf"{TOWN_JOIN}|\s?–\s?|(?<=\.)-(?=[A-Z])|,\s(?=(?:{CITIES})\b)")
_PRINTED = rf"(?:\((?={YEAR}\)\[))?(?P<year>{YEAR})\)?(?:\s?\[{YEAR}\])?(?=[,.;:)\]\s]|$)"
_SERIES = r"\((?:=\s)?[^()]{3,90}\s\d{1,4}\)[.,:]?\s"
_EDITION = (
    r"\d{1,2}\.,?\s(?:[^\W\d_]{2,12}\.?\s(?:und\s[^\W\d_]{2,12}\.?\s)?)?Aufl(?:age|\.),?\s"
    r"|\d\s(?:Bände|Bde)\.?,?\s|(?:Bde?\.|Band)\s(?:\d{1,2}|[IVX]{1,5})[.,:]?\s"
)
_NAMES = rf"{PERSON}(?:(?:,\s|;\s|\s?/\s?|\s{AND}\s){PERSON}){{0,7}}"
_EDITED = rf"(?:[Hh]r?s?gg?\.|[Hh]erausgegeben|[Ee]ds?\.)\s(?:v(?:on|\.)\s)?(?P<editors>{_NAMES}){OTHERS}[.,]\s"
_PRESS = rf"(?P<press>{CAPITAL}[^\d;:()“”«»]{{1,60}}?)"
BY_STOP = re.compile(
    rf"{ENDED}(?:{_EDITED})?(?P<extra>(?:{_SERIES}|{_EDITION}){{0,2}}){_TOWNS}(?:\s?:\s{_PRESS},?)?\s{_PRINTED}"
)
BY_COMMA = re.compile(
    rf",\s(?:{_EDITED})?(?P<extra>(?:{_SERIES}|{_EDITION}){{0,2}}){_TOWNS}(?:\s?:\s{_PRESS},?|(?P<parted>,))?\s"
    rf"(?:(?P<year>{YEAR})(?=[,.;)]|\s?$|\s\()|(?P<undated>o\.\s?J\.))"
)
"""`, Wien 1931`: where people and a comma stand before the title, it is a comma that ends it."""
_ENDS = r",\s\d|,\s(?:S|pp?)\.|\.?\s?$|[;)]|\.\s"
"""Behind an imprint without a year: pages, or the end."""
_UNDATED = re.compile(
    rf"(?:{ENDED}|,\s)(?:{_EDITED})?(?P<extra>(?:{_SERIES}|{_EDITION}){{0,2}})"
    rf"(?:(?P<first>(?:[^\W\d_a-zß-ÿ][\w-]*\s){{0,2}}{PRESS_WORD}[^\d;:().“”«»,]{{0,40}}?)[:,]\s"
    rf"(?P<seat>{_TOWN}(?:\s?/\s?(?:{_TOWN})){{0,3}})(?={_ENDS})"
    rf"|{_TOWNS}\s?:\s(?P<press>{CAPITAL}(?:(?:\se\.\s?V\.)|[^\d;:()“”«».])*?)(?={_ENDS}))"
)
"""Place and publisher, in either order, where the year stands behind the people."""
_SEAT = re.compile(
    rf"(?:{ENDED}|,\s)(?P<towns>(?:{_TOWN})(?:(?:\s?[/–]\s?|\s{AND}\s)(?:{_TOWN})){{0,3}})"
    rf"(?={_ENDS})"
)
"""Places alone, behind people with their year: one of them must be known."""
_COMMA = re.compile(r",\s")
_THESIS = re.compile(
    rf"[.,]\s\(?{THESIS}[^;()]{{0,140}}?(?:,\s(?P<town>{_TOWN}),?\s|\s)(?P<year>{YEAR})\)?(?=[,.;)]|\s?$)"
)
_CITY = re.compile(rf"(?:{CITIES})(?!\w)")
_PRESS_AND_YEAR = ((FieldKind.PUBLISHER, "press"), (FieldKind.DATE, "year"))


def imprint(text: str, place: int, stop: int, pattern: re.Pattern[str], *, known: bool = False) -> Part | None:
    """Towns, perhaps a publisher, and the year; of ``known`` towns one must be."""
    found = next((one for one in pattern.finditer(text, place, stop) if one.start() > place), None)
    known = known or (pattern is BY_COMMA and found is not None and bool(found["press"] or found["parted"]))
    if found is None or PERIODICAL.search(found["towns"]) or (known and not _is_known(text, *found.span("towns"))):
        return None
    start = _first_town(text, *found.span("towns"))
    cut = start > found.start("towns")
    fields = _places(text, start, found.end("towns")) if cut else _editors(text, found)
    fields += [] if cut else _places(text, *found.span("towns"))
    fields += [field_of(kind, found, group) for kind, group in _PRESS_AND_YEAR if found[group]]
    fields += [] if cut else _edition(text, *found.span("extra"))
    pages, end = pages_behind(text, found.end())
    return Part((*fields, *pages), end, trimmed(text, place, start if cut else found.start()))


def _first_town(text: str, start: int, end: int) -> int:
    """`Text und Kommentar, Wien`: what stands before a comma is the end of the title, unless it is a known city."""
    parts = between(_COMMA, text, start, end)
    unknown = [index for index, part in enumerate(parts[:-1]) if not _is_known(text, *part)]
    return parts[unknown[-1] + 1][0] if unknown else start


def _edition(text: str, start: int, end: int) -> list[CitedField]:
    """`5. Aufl., Band IV, ` before the place."""
    places = [start, *(found.end() for found in re.finditer(r"\s", text[:end]) if found.end() > start)]
    return [field for place in places for reader in (edition_at, volume_at) if (field := reader(text, place))]


def _editors(text: str, found: re.Match[str]) -> list[CitedField]:
    return list(people_or_body(text, *found.span("editors"), FieldKind.EDITOR)) if found["editors"] else []


def _places(text: str, start: int, end: int) -> list[CitedField]:
    return [field_in(text, FieldKind.PLACE, *town) for town in between(_TOWN_JOIN, text, start, end)]


def undated(text: str, place: int, stop: int) -> Part | None:
    """Place and publisher, or known places alone, of what has its year elsewhere."""
    found = next((one for one in _UNDATED.finditer(text, place, stop) if one.start() > place), None)
    seats = (one for one in _SEAT.finditer(text, place, stop) if one.start() > place)
    seat = next((one for one in seats if _is_known(text, *one.span("towns"))), None)
    if found is None or not _is_published(text, found) or (seat is not None and seat.start() < found.start()):
        return _seated(text, place, seat) if seat else None
    towns, press = ("towns", "press") if found["towns"] else ("seat", "first")
    start = _first_town(text, *found.span(towns)) if found["towns"] else found.start(towns)
    cut = start > found.start(towns)
    fields = [*_places(text, start, found.end(towns)), field_of(FieldKind.PUBLISHER, found, press)]
    pages, end = pages_behind(text, found.end())
    return Part((*_editors(text, found), *fields, *pages), end, trimmed(text, place, start if cut else found.start()))


def _is_published(text: str, found: re.Match[str]) -> bool:
    """Whether the town is known, or the press says that it is one: else a title stands before the colon."""
    press = found["first"] or re.search(PRESS_WORD, found["press"])
    return bool(press) or _is_known(text, *found.span("towns"))


def _is_known(text: str, start: int, end: int) -> bool:
    return any(_CITY.match(text, *town) for town in between(_TOWN_JOIN, text, start, end))


def _seated(text: str, place: int, seat: re.Match[str]) -> Part:
    pages, end = pages_behind(text, seat.end())
    return Part((*_places(text, *seat.span("towns")), *pages), end, trimmed(text, place, seat.start()))


def thesis(text: str, place: int, stop: int) -> Part | None:
    """`, Dissertation Universität Selwyn, 1931`: its kind ends the title, and the year may follow."""
    found = _THESIS.search(text, place, stop)
    if found is None or found.start() <= place:
        return None
    town = [field_of(FieldKind.PLACE, found, "town")] if found["town"] else []
    pages, end = pages_behind(text, found.end())
    fields = (*town, field_of(FieldKind.DATE, found, "year"), *pages)
    return Part(fields, end, trimmed(text, place, found.start()))
