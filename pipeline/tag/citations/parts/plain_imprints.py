"""Imprints without brackets: `München: Ufer 1987`, `Ufer, Bologna 2014`, and journals that stand where they do."""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.locators import cited_field
from pipeline.tag.citations.parts.serials import Fields
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import field_in, field_of
from pipeline.tag.citations.wording.title_ends import (
    CITIES,
    MONTH,
    PLACES_PRESS_YEAR,
    PRESS_WORD,
    THESIS,
    TOWN_JOIN,
    YEAR,
)
from pipeline.tag.words.name_tables import PERIODICAL
from pipeline.tag.words.spans import between

_UNBRACKETED = re.compile(
    rf"(?:(?P<place>(?:{CITIES})(?:\set\s[^\W\d_]+)?),\s(?P<publisher>[^\d,;()]{{2,40}}),\s"
    rf"|(?!{MONTH}|Stand\b|RS[A-Z]{{1,2}}\s)(?P<town>[^\W\d_a-zß-ÿ][^\d,;:()\[\]‘“]{{2,30}}(?P<translated>\s\[[^\d\[\]]{{3,60}}\])?)\s)(?P<year>{YEAR})(?:[a-z]|[-–]\d{{2,4}})?(?=[,.;)]|\s?$)"
)
_SIGN = re.compile(
    r"(?!FF/M|NY|DC|UK|USA|[CEMOY]UP$|MIT$|PUF$|PUL$|CNRS$|CSLI$|SUNY$)(?!(?:Ma?c|De|Di|La|Le)[A-Z][a-z]{2})"
    r"(?:[A-ZÄÖÜ][a-zäöü]{0,3}){2,5}(?:[- ](?:Beilage|Blg|RR|FS))?|Slg"
)
"""The sign of a journal, as German lawyers cite it: capitals within a word that is no press and no family (McGee)."""
_PAGE = r"\d{1,5}(?:[-–]\d{1,5})?(?:\s?ff?\b\.?)?"
_FIRST_PAGE = re.compile(
    rf",\s(?P<page>{_PAGE})(?:\s\((?P<pin>{_PAGE})\)|,\s(?P<pages>{_PAGE}(?:,\s{_PAGE}){{0,4}}))?(?=[,.;)\s]|$)"
)
# Laterza, Bari 1956-1960: publisher before place, behind the editors, as Italian notes have it.
_PRESS_TOWN = re.compile(
    rf"(?!{THESIS})(?P<publisher>(?:(?:il|la|le|les|el|de)\s)?[^\W\d_a-zß-ÿ][^\d,;:()‘“«]{{2,40}}),\s(?!{MONTH})(?P<place>[^\W\d_a-zß-ÿ][^\d,;:()‘“«]{{2,30}}),?\s"
    rf"(?P<year>{YEAR})(?:[-–]\d{{2,4}}|\d)?(?=[,.;:)]|\s?$|\s\()"  # 19842: the second edition, its number raised
)
_PRESS = re.compile(rf"\b{PRESS_WORD}(?!\w)")
_CITY = re.compile(rf"(?:{CITIES})(?!\w)")
_TOWN_YEAR = re.compile(
    rf"(?!{MONTH}|Stand\b)(?P<place>[^\W\d_a-zß-ÿ][\w’.-]*(?:[\s–-][^\W\d_a-zß-ÿ][\w’.-]*){{0,2}}),\s(?P<year>{YEAR})(?=[,.;:)]|\s?$)"
)
_COLON = re.compile(PLACES_PRESS_YEAR)
_PLACE_JOIN = re.compile(rf"{TOWN_JOIN}|,\s|–")
_PLAIN_REMARK = re.compile(
    rf"\d+\svol[ls]?\.?(?=[\s,(])|\d+(?:st|nd|rd|th)\sser\.|n\.s\.|{THESIS}[^,;()\d]{{0,60}}(?=[,.;)]|\s?$)"
)
_OTHER_YEAR = re.compile(rf"\s\[(?:[^\W\d_]{{2,9}}\.?\s)?{YEAR}\]")


def unbracketed_imprint_at(text: str, place: int, stop: int) -> Fields | None:
    """Place, publisher and year: `München 1987`, `Paris, Armand Colin, 1949`; or a remark: `2 vols.`, `3rd ser.`."""
    plain = _PLAIN_REMARK.match(text, place, stop)
    if plain is not None:
        return Fields((), plain.end())
    colon = _COLON.match(text, place, stop)
    if colon is not None:
        return _colon_imprint(text, colon)
    found = _UNBRACKETED.match(text, place, stop)
    if found is None:
        return None
    if signed := _signed_journal(text, found, stop):
        return signed
    # British Journal of Lamps 1986, vol. 37
    if found["translated"] or (found["town"] and PERIODICAL.search(found["town"])):
        return Fields((*_journal_fields(text, found), field_of(FieldKind.DATE, found, "year")), found.end())
    kinds = {
        "place": FieldKind.PLACE,
        "town": FieldKind.PLACE,
        "publisher": FieldKind.PUBLISHER,
        "year": FieldKind.DATE,
    }
    return Fields(tuple(field_of(kind, found, group) for group, kind in kinds.items() if found[group]), found.end())


def signed_journal_at(text: str, place: int, stop: int) -> Fields | None:
    """`LaZ 2017, 151 (155)`, `LaZ 2017, 151, 155 ff.`: the year is the volume, then the first page, and those cited."""
    found = _UNBRACKETED.match(text, place, stop)
    return _signed_journal(text, found, stop) if found else None


def _signed_journal(text: str, found: re.Match[str], stop: int) -> Fields | None:
    if not found["town"] or not _SIGN.fullmatch(found["town"]):
        return None
    fields = (title_field(text, *found.span("town"), "j"), field_of(FieldKind.DATE, found, "year"))
    page = _FIRST_PAGE.match(text, found.end(), stop)
    if page is None:
        return Fields(fields, found.end())
    group = next(group for group in ("pin", "pages", "page") if page[group])
    return Fields((*fields, cited_field(text, *page.span(group), "page", page[group])), page.end())


def _journal_fields(text: str, found: re.Match[str]) -> list[CitedField]:
    """The journal that stands where a town may, and its name in another language: `Latarnia [The Lamp] 2012, no. 5`."""
    start, end = found.span("town")
    if not found["translated"]:
        return [title_field(text, start, end, "j")]
    bracket = found.start("translated")
    return [title_field(text, start, bracket, "j"), title_field(text, bracket + 1, end, "j", translation=True)]


def press_and_town_at(text: str, place: int, stop: int) -> Fields | None:
    """Publisher, place and year by commas; whoever asks must know that the title has ended."""
    found = _PRESS_TOWN.match(text, place, stop)
    if found is None:
        return None
    kinds = {"publisher": FieldKind.PUBLISHER, "place": FieldKind.PLACE, "year": FieldKind.DATE}
    if _place_first(found["publisher"], found["place"]):
        kinds |= {"publisher": FieldKind.PLACE, "place": FieldKind.PUBLISHER}
    return Fields(tuple(field_of(kind, found, group) for group, kind in kinds.items()), found.end())


def _place_first(first: str, second: str) -> bool:
    """`Bologna, Ufer, 2014`, `Selwyn, Éditions du Phare, 1950`: a known city or a press that says so decides."""
    city, town = _CITY.match(first) is not None, _CITY.match(second) is not None
    press = _PRESS.search(second) is not None
    return (city and not town) or (press and not town and not city)


def town_and_year_at(text: str, place: int, stop: int) -> Fields | None:
    """`Milano, 2012`, as Italian lawyers name no publisher; whoever asks must know that the title has ended."""
    found = _TOWN_YEAR.match(text, place, stop)
    if found is None or PERIODICAL.search(found["place"]):
        return None
    return Fields((field_of(FieldKind.PLACE, found, "place"), field_of(FieldKind.DATE, found, "year")), found.end())


def _colon_imprint(text: str, found: re.Match[str]) -> Fields:
    """`London, New York: Routledge 1994`; the year of another edition may follow in square brackets."""
    fields = [field_in(text, FieldKind.PLACE, *town) for town in between(_PLACE_JOIN, text, *found.span("places"))]
    fields += [field_of(FieldKind.PUBLISHER, found, "press"), field_of(FieldKind.DATE, found, "printed")]
    other = _OTHER_YEAR.match(text, found.end())
    return Fields(tuple(fields), other.end() if other else found.end())


# International Journal of Lamps 1959, vol. 4: behind a title that has ended its name may have any length.
_JOURNAL_AND_YEAR = re.compile(
    rf"(?P<journal>[^\W\d_a-zß-ÿ][^\d,;:()\[\]]{{2,90}})\s(?P<year>{YEAR})(?=,\s(?:[Vv]ol|[Nn]o|n|t|Bd|H|z|pp?|s|S)\b)"
)


def journal_and_year_at(text: str, place: int, stop: int) -> Fields | None:
    """The journal and its year, without a comma between them, as Polish notes have it behind a title in italics."""
    found = _JOURNAL_AND_YEAR.match(text, place, stop)
    if found is None or not PERIODICAL.search(found["journal"]):
        return None
    named = title_field(text, *found.span("journal"), "j")
    return Fields((named, field_of(FieldKind.DATE, found, "year")), found.end())
