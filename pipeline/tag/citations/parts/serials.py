"""Numbers and dates of journals and series, without brackets: `11(4)`, `, 2024, n. 2`, `11 March 1871`, `2:113`."""

import re
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.publication import dates_in
from pipeline.tag.citations.wording.draft import field_of
from pipeline.tag.citations.wording.title_ends import YEAR

_PLAIN_DATE = re.compile(
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s)?(?:[^\W\d_]{{3,9}}\.?\s(?:\d{{1,2}},\s)?)?{YEAR}(?!\d|\s?[-–—]\s?\d|/)"
)
_LETTER = re.compile(r"(?<=\d{4})[a-z](?!\w)")
"""Behind the year of one of several works: `1931a`."""
_NUMBERED_JOURNAL = re.compile(
    r"(?P<volume>\d{1,4}|(?:[ivxlc]+|[IVXLC]+)(?=\s\())(?:\s?\((?P<issue>[^()]{1,12})\)"
    rf"|[./](?P<third>S?\d{{1,3}})(?=\s\((?:[^()\d]{{1,20}}\s)?(?:\d{{1,2}}\s\w+\s)?{YEAR}\))"  # 192.1 (2006)
    rf"|,\s(?P<second>\d{{1,3}}(?:[-–/]\d{{1,3}})?)(?=\s\((?:[^()\d]{{1,20}}\s)?{YEAR}\)))?(?!\.\s?\d)(?=\s?[(,:;.]|\s?$|,)"
)
# in Rivista di porti, 2024, n. 2, pp. 7-178: how Romance and some German notes cite a journal behind `in`.
_JOURNAL_OF_YEAR = re.compile(
    r",\s(?:(?:[Vv]ol\.\s?)?(?P<volume>\d{1,3}|[IVXLC]+),?\s)?(?:(?:n|no|fasc)\.\s?(?P<first>\d[\d/-]*),\s)?"
    rf"\(?(?P<year>{YEAR})\)?(?:,\s(?:n|no|nr|fasc|H|n°)\.?\s?(?P<issue>\d[\d/-]*))?(?=,\s(?:pp?|S|spéc|cols?)\.\s?\d)"
)
# JSOTSup 270 (Sheffield: …, 1998): the series and its number before the imprint, as theologians have it.
_SERIES = re.compile(
    rf"[^\W\d_a-zß-ÿ][^\d,;:()‘“«]{{1,80}}(?:,?\s\d{{1,4}}(?:/\d{{1,3}})?[A-Z]?)?(?=\s\([^():]{{2,60}}:\s[^():]{{2,80}},\s{YEAR}[^()]{{0,20}}\))"
)
_VOLUME_AND_PAGES = re.compile(
    r"(?P<volume>\d{1,2}|[IVX]{1,4})(?=:\s?\d)|(?P<roman>[IVX]{1,5}|[ivx]{1,5})(?=,\s\d{1,4}\b)"
)

_LONGEST_VOLUME = 3
"""Digits of a volume's number; four are a year."""


class Fields(NamedTuple):
    """Fields, and where the text goes on behind them."""

    fields: tuple[CitedField, ...]
    end: int


def series_at(text: str, place: int, stop: int) -> Fields | None:
    """A series, with the number of the book in it if it has one, before the imprint; no field is made of it."""
    found = _SERIES.match(text, place, stop)
    return Fields((), found.end()) if found else None


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
