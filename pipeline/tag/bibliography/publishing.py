"""Who published it and where: `Berkeley: University of California Press`, `Paris, Flammarion, 1997`; `Wiley, York`."""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.wording.draft import field_in
from pipeline.tag.citations.wording.title_ends import CITIES, MONTH, PRESS_WORD, YEAR
from pipeline.tag.words.spans import between
from pipeline.tag.words.tokens import CAPITAL

_TOWN_WORD = rf"(?:{CAPITAL}[^\W\d_]+(?:[-’'][^\W\d_]+)*|St\.|Mt\.|Ft\.|D\.\s?[CF]\.)"
_SMALL = "am|an|der|del|upon|de|la|le|do|of"
_TOWN = rf"(?:{_TOWN_WORD}(?:/M\b\.?|/Main)?(?:\s(?:{_SMALL}|{_TOWN_WORD})){{0,3}}|[Nn]\.\s?p\.|[Ss]\.\s?l\.)"
_STATE = (
    r"(?:,\s(?:[A-Z]{2}|[A-Z]\.\s?[A-Z]\.|[A-Z][a-z]{2,4}\.|[A-Z][a-z]{3,12}(?:\s[A-Z][a-z]{3,12})?)"
    r"(?=\s?:|\sand\s|;))?"
)
_TOWNS = rf"{_TOWN}{_STATE}(?:(?:\s?[/;]\s?|\s(?:and|und|et|&)\s|,\s|\s?[–-]\s){_TOWN}{_STATE}){{0,3}}"
_NO_TOWN = (
    r"(?!(?:In|Inc|Eds?|Vol|Bd|Published|Reprint(?:ed)?|Rev|USA|UK|[A-Z]{2})\b"
    rf"|{MONTH}|janvier|février|März|Mai\b|mayo|octubre)"
)
_FIRM = rf"{CAPITAL}[\w’-]+(?:,\s{CAPITAL}[\w’-]+){{1,2}},?\s(?:and|&)\s{CAPITAL}[\w’-]+"
"""`Farrar, Straus and Giroux`: its commas are its own."""
_PRESS = r"[^\W\d_][^:;()“”«»\d]{1,80}?"
_END = rf"(?=[.,;]?\s?$|(?<!\b[A-Z])(?<!\.[A-Z])\.\s|\)|[,;]\s|\s?[(\[]?{YEAR}|\s\d+\spp)"
_BEFORE = r"(?:(?<=[.,;(]\s)|(?<=\())"
"""A stop, a comma or a bracket, behind which an imprint begins."""
_COLON = re.compile(
    rf"(?:{_BEFORE}|(?<=[”»’)]\s)|^){_NO_TOWN}(?P<towns>{_TOWNS})\s?:\s(?P<press>{_FIRM}|{_PRESS}){_END}"
)
_KNOWN_TOWN = re.compile(
    rf"{_BEFORE}(?P<towns>(?:{CITIES})(?:(?:\s?/\s?|\s(?:und|et|and)\s|-){_TOWN})?),\s(?P<press>{_PRESS})(?=,\s\(?{YEAR})"
)
_PRESS_FIRST = re.compile(
    rf"{_BEFORE}(?P<press>(?:[^\W\d_][^:;.,()“”«»\d]{{0,60}}\s)?{PRESS_WORD}\b[^:;.,()“”«»\d]{{0,40}}),\s"
    rf"(?P<towns>{_TOWN})(?:,\s(?:[A-Z]{{2}}\b|USA|UK))?(?=[.,;]?\s?$|\.\s|\)|,\s(?:{YEAR}|pp?\.))"
)
_PRESS_ALONE = re.compile(
    rf"{_BEFORE}(?P<press>(?:{CAPITAL}[^:;.,()“”«»\d]{{0,60}}\s)?(?:Press|Verlag|Éditions|Publishers)\b"
    rf"[^:;.,()“”«»\d]{{0,30}})(?=[.,;]?\s?$|\.\s|\)|,\s{YEAR})"
)
_TOWN_YEAR = re.compile(
    rf"{_BEFORE}{_NO_TOWN}(?!{PRESS_WORD}\b)(?P<towns>{_TOWN}(?:\s?[/–-]\s?{_TOWN})?),?\s(?={YEAR}[).,;]?\s?$)"
)
"""`Warszawa 2013` at the end: no publisher, as German and Polish bibliographies have it."""
_TOWN_JOIN = re.compile(rf"\s?/\s?(?!M\b|Main)|;\s|\s(?:and|und|et|&)\s|\s?[–-]\s|,\s(?={CITIES})")
"""Between two places; a comma is one only before a town that is known, else a state follows (`Geneva, Switzerland`)."""
_MARKS = " ,;"
"""What ends no name of a place or a publisher."""


def publishing_in(text: str, start: int, stop: int) -> tuple[CitedField, ...]:
    """Places and publisher in ``text[start:stop]``: the last that are named so, as an entry ends with them."""
    for pattern in (_COLON, _KNOWN_TOWN, _PRESS_FIRST, _PRESS_ALONE, _TOWN_YEAR):
        found = _last(pattern, text, start, stop)
        if found is None:
            continue
        groups = found.re.groupindex
        towns = _towns(text, *found.span("towns")) if "towns" in groups else ()
        press = (field_in(text, FieldKind.PUBLISHER, *found.span("press"), _MARKS),) if "press" in groups else ()
        return tuple(sorted((*towns, *press), key=lambda field: field.start))
    return ()


def _last(pattern: re.Pattern[str], text: str, start: int, stop: int) -> re.Match[str] | None:
    found = None
    for each in pattern.finditer(text, start, stop):
        found = each
    return found


def _towns(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    return tuple(field_in(text, FieldKind.PLACE, *town, _MARKS) for town in between(_TOWN_JOIN, text, start, end))
