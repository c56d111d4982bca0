"""Who published it and where: `Berkeley: University of California Press`, `Paris, Flammarion, 1997`; `Wiley, York`."""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.bibliography.towns_of_presses import TOWNS_OF_PRESSES
from pipeline.tag.citations.wording.draft import field_in
from pipeline.tag.citations.wording.title_ends import CITIES, MONTH, PRESS_WORD, YEAR
from pipeline.tag.words.spans import between
from pipeline.tag.words.tokens import CAPITAL

_TOWN_WORD = rf"(?:{CAPITAL}[^\W\d_]+(?:[-’'][^\W\d_]+)*|St\.|Mt\.|Ft\.|D\.\s?[CF]\.)"
_SMALL = "am|an|der|del|upon|de|la|le|do|of"
_ON_RIVER = (
    r"(?:/M(?:ain)?\b\.?|/O\b\.?|\sa\.\s?[MdR]\.(?:\s?M\.)?|\sam\sMain|\si\.\s?(?:Br|B|Ü)\.|\si(?:m|\.)\sBreisgau)"
)
"""What tells a town from its namesakes: `Frankfurt/M.`, `Frankfurt a. M.`, `Freiburg i. Br.`"""
_TOWN = rf"(?:{_TOWN_WORD}{_ON_RIVER}?(?:\s(?:{_SMALL}|{_TOWN_WORD})){{0,3}}|[Nn]\.\s?p\.|[Ss]\.\s?l\.|[oO]\.\s?O\.)"
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
_END = rf"(?=[.,;]?\s?$|(?<!\b[A-Z])(?<!\.[A-Z])\.\s|\)|[,;]\s|\s?[(\[]?{YEAR}|\s\d+\spp|\s\(\d)"
_BEFORE = r"(?:(?<=[.,;(]\s)|(?<=\())"
"""A stop, a comma or a bracket, behind which an imprint begins."""
_OTHERS = r"(?:,?\s(?:u\.\s?a\.?|et\sal\.?))?"
"""Other towns, which are not named: `Opladen u. a.`"""
_COLON = re.compile(
    rf"(?:{_BEFORE}|(?<=[”»’)]\s)|(?<=[.,]\s[–—]\s)|^){_NO_TOWN}(?P<towns>{_TOWNS}){_OTHERS}\s?:\s"
    rf"(?P<press>{_FIRM}|{_PRESS}){_END}"
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
_KNOWN_NAME = rf"(?:{CITIES}|{TOWNS_OF_PRESSES})(?![\w’-])"
_KNOWN = rf"(?:{_KNOWN_NAME}{_ON_RIVER}?|{_TOWN_WORD}{_ON_RIVER})"
_STATES = r"[A-Z]{2}|[A-Z]\.\s?[A-Z]\.|(?:Mass|Conn|Calif?|Ill|Mich|Pa|Va)\b\.?"
_STATE_LAST = rf"(?:,\s(?:{_STATES})(?!\w)(?:,\s(?:USA|UK))?)?"
_PAGES_LAST = r"(?:S\.\s?|pp?\.\s?)?\d{1,4}\s?[-–—]\s?\d{1,4}\.?\s?$"
_TOWNS_LAST = re.compile(
    rf"(?:(?<=[.,;?!]\s)|(?<=[.,;?!]\s[–—-]\s)|(?<=[”“»’]\s))"  # behind a stop, a comma or a dash
    rf"(?P<towns>(?:{_TOWN}(?:\s?[/–-]\s?|\s(?:und|and|et|&)\s))?{_KNOWN}{_STATE_LAST}"
    rf"(?:(?:\s?[/;–-]\s?|\s(?:and|und|et|&)\s|,\s(?={_KNOWN})){_TOWN}{_STATE_LAST}){{0,3}}){_OTHERS}"
    rf"(?:\s\((?P<press>{CAPITAL}[^():;\d]{{1,50}})\))?"
    rf"(?=[.,;]?\s?$|[.,:]?\s(?:{YEAR}[,:]\s)?{_PAGES_LAST}|[.,]?\s\([^()]{{2,90}}\)\.?\s?$)"
)
"""`…, Opladen.`, `…. – Weinheim/Basel, S. 97–111`, `… Frankfurt (Campus)`: where the year stands before the title,
German bibliographies end with the place, pages or a remark behind it. A town is known, or told from its namesakes."""
_IS_KNOWN = re.compile(_KNOWN)
_TOWN_JOIN = re.compile(rf"\s?/\s?(?!M\b|O\b|Main)|;\s|\s(?:and|und|et|&)\s|\s?[–-]\s|,\s(?={_KNOWN_NAME})")
"""Between two places; a comma is one only before a town that is known, else a state follows (`Geneva, Switzerland`)."""
_MARKS = " ,;"
"""What ends no name of a place or a publisher."""


def publishing_in(text: str, start: int, stop: int) -> tuple[CitedField, ...]:
    """Places and publisher in ``text[start:stop]``: the last that are named so, as an entry ends with them."""
    for pattern in (_COLON, _KNOWN_TOWN, _PRESS_FIRST, _PRESS_ALONE, _TOWN_YEAR, _TOWNS_LAST):
        found = _last(pattern, text, start, stop)
        if found is None or (pattern is _COLON and _is_within_title(found, stop)):
            continue
        towns = _towns(text, *found.span("towns")) if "towns" in found.re.groupindex else ()
        press = (field_in(text, FieldKind.PUBLISHER, *found.span("press"), _MARKS),) if _has_press(found) else ()
        return tuple(sorted((*towns, *press), key=lambda field: field.start))
    return ()


def _has_press(found: re.Match[str]) -> bool:
    return "press" in found.re.groupindex and found["press"] is not None


def _is_within_title(found: re.Match[str], stop: int) -> bool:
    """`Teilprojekt: Statistiken über Lampen. Mannheim`: no town that is known, and behind it one that is."""
    if any(_IS_KNOWN.match(found.string, *town) for town in between(_TOWN_JOIN, found.string, *found.span("towns"))):
        return False
    last = _last(_TOWNS_LAST, found.string, found.start(), stop)
    return last is not None and last.start() >= found.end("press")


def _last(pattern: re.Pattern[str], text: str, start: int, stop: int) -> re.Match[str] | None:
    found = None
    for each in pattern.finditer(text, start, stop):
        found = each
    return found


def _towns(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    """Each town; what stands with a comma before one that is known is none unless it is known itself."""
    towns = between(_TOWN_JOIN, text, start, end)
    while len(towns) > 1 and text.startswith(", ", towns[0][1]) and not _IS_KNOWN.match(text, *towns[0]):
        towns = towns[1:]
    return tuple(field_in(text, FieldKind.PLACE, *town, _MARKS) for town in towns)
