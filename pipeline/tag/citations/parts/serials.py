"""Numbers of journals and imprints without brackets: `11(4)`, `12 J. L. & HIST. 34`, `München: Ufer 1987`."""

import re
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.locators import cited_field
from pipeline.tag.citations.parts.publication import dates_in
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import field_in, field_of
from pipeline.tag.citations.wording.title_ends import (
    CITIES,
    DATABASE,
    MONTH,
    PLACES_PRESS_YEAR,
    PRESS_WORD,
    THESIS,
    TOWN_JOIN,
    YEAR,
)
from pipeline.tag.words.name_tables import PERIODICAL
from pipeline.tag.words.spans import between

# Names of periodicals by a telling word; a title in another language is asked for its language instead.
_PLAIN_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s)?(?:[^\W\d_]{{3,9}}\.?\s(?:\d{{1,2}},\s)?)?{YEAR}(?!\d|\s?[-–—]\s?\d|/)"
)
_LETTER = re.compile(r"(?<=\d{4})[a-z](?!\w)")
"""Behind the year of one of several works: `1931a`."""
_NUMBERED_JOURNAL = re.compile(
    r"(?P<volume>\d{1,4}|(?:[ivxlc]+|[IVXLC]+)(?=\s\())(?:\s?\((?P<issue>[^()]{1,12})\)"
    rf"|[./](?P<third>S?\d{{1,3}})(?=\s\((?:[^()\d]{{1,20}}\s)?(?:\d{{1,2}}\s\w+\s)?{YEAR}\))"  # 192.1 (2006)
    rf"|,\s(?P<second>\d{{1,3}}(?:[-–/]\d{{1,3}})?)(?=\s\((?:[^()\d]{{1,20}}\s)?{YEAR}\)))?(?=\s?[(,:;.]|\s?$|,)"
)
# in Rivista di porti, 2024, n. 2, pp. 7-178: how Romance and some German notes cite a journal behind `in`.
_JOURNAL_OF_YEAR = re.compile(
    r",\s(?:(?:[Vv]ol\.\s?)?(?P<volume>\d{1,3}|[IVXLC]+),?\s)?(?:(?:n|no|fasc)\.\s?(?P<first>\d[\d/-]*),\s)?"
    rf"\(?(?P<year>{YEAR})\)?(?:,\s(?:n|no|nr|fasc|H|n°)\.?\s?(?P<issue>\d[\d/-]*))?(?=,\s(?:pp?|S|spéc|cols?)\.\s?\d)"
)
# 39 ILJ (2010) p. 275: the year behind the journal, as European law reviews have it.
_YEAR_BEHIND = re.compile(
    rf"(?P<volume>\d{{1,4}})\s(?P<journal>[^\W\d_a-zß-ÿ][\w.&’ ]{{1,60}}?)"
    rf"(?:\s(?P<issue>\d{{1,2}}))?\s\((?P<year>{YEAR})\)(?=,?\s(?:pp?\.\s)?\d)"
)
# 12 Harv. L. Rev. 345, 350–51: the first page, then those that are cited; a second reporter may follow the first. Where
# nothing begins, the cited pages stand alone: 53 CONG. REC. 11260–61, 48 Fed. Reg. 32,555. With the issue, as in
# 16(6) Selwyn Policy 768, OSCOLA (4th ed., 3.3.1) has it, and 16:6 the McGill Guide.
_REPORTER = re.compile(
    r"(?P<volume>\d{1,4})(?:\((?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)\)|:(?P<number>\d{1,2}))?\s"
    r"(?P<journal>[A-Z][\w.&’ ]{0,60}?[\w.])(?P<short>\sat)?"
    r"(?:,(?=\s\d{1,5}(?:[-–]\d{1,5})?(?:,\s\d[\d–-]*)*\s\(\d{4}\)))?\s"  # 54 SOCIAL LAMPS, 11–32 (1987)
    r"(?P<page>(?:\d{1,3},\d{3}|\d{1,5})(?:[-–](?:\d{1,3},\d{3}|\d{1,5}))?)"
    r"(?:,\s(?P<pin>(?:\d{1,3},\d{3}|\d{1,5})(?:[-–](?:\d{1,3},\d{3}|\d{1,5}))?)(?=[,;.\s]|$)(?!\s[A-Z]))?"
    r"(?:,\s\d{1,4}\s[A-Z][\w.]{1,12}\s\d{1,5})?(?=[,;.\s]|$)"
)
# 1(1) EJLT <http://…>: a journal that is read on the web has no pages.
_ON_WEB = re.compile(
    r"(?P<volume>\d{1,4})(?:\((?P<issue>\d{1,3})\))?\s(?P<journal>[A-Z][\w.&’ ]{1,60}?)(?=,?\s<(?:http|www))"
)
# [1932] AC 562; [1964] 1 QB 12; [2005] ECR I–7879: the year is part of the reporter's name. Of three numbers behind it
# the first is the volume: [1996] Selwyn Law Review 82, 947, 949.
_LAW_REPORT = re.compile(
    r"\[(?P<year>\d{4})\]\s(?:(?P<volume>\d{1,2})\s)?(?P<journal>[A-Z][A-Za-z. ]{1,20}?)\s"
    r"(?(volume)|(?:(?P<behind>\d{1,3}),\s(?=\d{1,5},\s\d))?)(?P<page>(?:[IV]{1,2}[-–])?\d{1,5})"
    r"(?:,\s(?P<pin>\d{1,5}(?:[-–]\d{1,5})?)|\s\((?:CA|HL|PC|SC|Ch|QB|KB)\)(?:\s(?P<at>\d{1,5}(?:[-–]\d{1,5})?))?)?"
    r"(?=[,;.\s]|$)"
)
# 2013 WL 543210, at *2; 2022 Selw. LEXIS 4894: a decision that no report has yet, with its pages behind stars.
_DATABASE = re.compile(
    rf"(?P<volume>\d{{4}})\s(?P<journal>{DATABASE})\s(?P<page>\d{{2,9}})"
    r"(?:,\sat\s\*(?P<pin>\d{1,3}(?:[-–]\*?\d{1,3})?))?(?=[,;.)\s]|$)"
)
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
# JSOTSup 270 (Sheffield: …, 1998): the series and its number before the imprint, as theologians have it.
_SERIES = re.compile(
    rf"[^\W\d_a-zß-ÿ][^\d,;:()‘“«]{{1,80}}(?:,?\s\d{{1,4}}(?:/\d{{1,3}})?[A-Z]?)?(?=\s\([^():]{{2,60}}:\s[^():]{{2,80}},\s{YEAR}[^()]{{0,20}}\))"
)
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
_VOLUME_AND_PAGES = re.compile(
    r"(?P<volume>\d{1,2}|[IVX]{1,4})(?=:\s?\d)|(?P<roman>[IVX]{1,5}|[ivx]{1,5})(?=,\s\d{1,4}\b)"
)

_LONGEST_VOLUME = 3
"""Digits of a volume's number; four are a year."""


class Fields(NamedTuple):
    """Fields, and where the text goes on behind them."""

    fields: tuple[CitedField, ...]
    end: int


def unbracketed_imprint_at(text: str, place: int, stop: int) -> Fields | None:
    """Place, publisher and year: `München 1987`, `Paris, Armand Colin, 1949`; or a remark: `2 vols.`, `3rd ser.`."""
    plain = _PLAIN_REMARK.match(text, place, stop)
    if plain is not None:
        return Fields((), plain.end())
    colon = _COLON.match(text, place, stop)
    if colon is not None:
        return _colon_imprint(text, colon)
    if signed := signed_journal_at(text, place, stop):
        return signed
    found = _UNBRACKETED.match(text, place, stop)
    if found is None:
        return None
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
    if found is None or not found["town"] or not _SIGN.fullmatch(found["town"]):
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
    press = re.search(rf"\b{PRESS_WORD}(?!\w)", second) is not None
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


def series_at(text: str, place: int, stop: int) -> Fields | None:
    """A series, with the number of the book in it if it has one, before the imprint; no field is made of it."""
    found = _SERIES.match(text, place, stop)
    return Fields((), found.end()) if found else None


def first_page_at(text: str, place: int, stop: int) -> re.Match[str] | None:
    """The groups ``volume``, ``journal``, ``short`` and ``page`` of a report or journal that stands here by volume."""
    return _REPORTER.match(text, place, stop)


def reporter_at(text: str, place: int, stop: int) -> Fields | None:
    """`12 J. L. & HIST. 34, 36`, `[1932] AC 562`: as lawyers cite; the cited page, or the first.

    Where the year stands behind the journal, `39 ILJ (2010) p. 275`, the pages are left to what reads them elsewhere.
    """
    behind = _YEAR_BEHIND.match(text, place, stop)
    if behind is not None:
        named = title_field(text, *behind.span("journal"), "j")
        volume, year = field_of(FieldKind.VOLUME, behind, "volume"), field_of(FieldKind.DATE, behind, "year")
        issue = (field_of(FieldKind.ISSUE, behind, "issue"),) if behind["issue"] else ()
        return Fields((volume, named, *issue, year), behind.end())
    found = next(
        (found for form in (_DATABASE, _REPORTER, _ON_WEB, _LAW_REPORT) if (found := form.match(text, place, stop))),
        None,
    )
    if found is None:
        return None
    told = found.groupdict()
    group = next((group for group in ("at", "pin") if told.get(group)), "page")
    cited = [cited_field(text, *found.span(group), "page", found[group])] if told.get(group) else []
    journal = title_field(text, *found.span("journal"), "j")
    dated = [field_of(FieldKind.DATE, found, "year")] if "year" in found.re.groupindex else []
    counters = {
        "volume": FieldKind.VOLUME,
        "issue": FieldKind.ISSUE,
        "number": FieldKind.ISSUE,
        "behind": FieldKind.VOLUME,
    }
    counted = [field_of(kind, found, group) for group, kind in counters.items() if told.get(group)]
    return Fields(tuple(sorted((*dated, *counted, journal, *cited), key=lambda field: field.start)), found.end())


def numbers_at(text: str, place: int, stop: int) -> Fields | None:
    """`11(4)`, `18`, `7 (1954)`, `xxxviii (1967)` behind the name of a journal."""
    found = _NUMBERED_JOURNAL.match(text, place, stop)
    if found is None or (found["volume"].isdecimal() and len(found["volume"]) > _LONGEST_VOLUME):
        return None
    volume = field_of(FieldKind.VOLUME, found, "volume")
    second = next((group for group in ("second", "third") if found[group]), None)
    if second:  # 24, 2 (2011)
        return Fields((volume, field_of(FieldKind.ISSUE, found, second)), found.end())
    if not found["issue"]:
        return Fields((volume,), found.end())
    inside = dates_in(text, *found.span("issue")) or (field_of(FieldKind.ISSUE, found, "issue"),)
    return Fields((volume, *inside), found.end())


def year_of_journal_at(text: str, place: int, stop: int) -> Fields | None:
    """`, 2024, n. 2` behind the name of a journal, with pages to follow."""
    found = _JOURNAL_OF_YEAR.match(text, place, stop)
    if found is None:
        return None
    kinds = {"volume": FieldKind.VOLUME, "first": FieldKind.ISSUE, "year": FieldKind.DATE, "issue": FieldKind.ISSUE}
    fields = tuple(field_of(kind, found, group) for group, kind in kinds.items() if found[group])
    return Fields(fields, found.end())


def plain_date_at(text: str, place: int, stop: int) -> Fields | None:
    """A date without brackets: `11 March 1871`, `1949`, `1949a`."""
    found = _PLAIN_DATE.match(text, place, stop)
    fields = dates_in(text, place, found.end()) if found else ()
    if not fields or fields[0].start > place + 1:
        return None
    lettered = _LETTER.match(text, fields[0].end, stop)
    date = replace(fields[0], end=lettered.end()) if lettered else fields[0]
    return Fields((date,), date.end)


def volume_before_pages_at(text: str, place: int, stop: int) -> Fields | None:
    """The `2` of `2:113`, the `ii` of `ii, 113`."""
    found = _VOLUME_AND_PAGES.match(text, place, stop)
    if found is None:
        return None
    return Fields((field_of(FieldKind.VOLUME, found, "volume" if found["volume"] else "roman"),), found.end())
