"""Volume, issue and pages of what an entry lists: `28 (3): 345–59`, `Vol. 22, n° 3`, `52 (1998), S. 34–61`."""

import re
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.locators import cited_field
from pipeline.tag.citations.wording.draft import field_of
from pipeline.tag.citations.wording.title_ends import YEAR

_PAGE = r"(?:[A-Z]?\d{1,5}[a-z]?|[ivxlc]{1,6})"
_RANGE = rf"{_PAGE}(?:\s?[-–—]{{1,2}}\s?{_PAGE})?"
_PAGE_MARK = r"(?:pp?\.\s?|[Pp]ages?\s|S\.\s?|[Ss]tr\.\s?|págs?\.\s?|s\.\s)"
_ISSUE_MARK = r"(?:[Nn]os?\.?|[Nn]r\.?|n[°º]|[Ii]ssue|[Hh]eft|H\.|[Nn]úm\.)"
_VOLUME_MARK = r"(?:[Vv]ol(?:ume)?|[Vv]|[Bb]d|[Jj]g|[Jj]ahrgang|[Tt](?:ome)?|[Tt]omo|[Bb]and)"
_MONTH_AND_YEAR = rf"\s\((?:[^\W\d_]{{3,10}}\.?\s)?{YEAR}\)"
_DAY = rf"\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?{YEAR}|und\s\d)"
"""`09.06.1931`: the date of a newspaper, no volume with its issue."""
_PAGES_FOLLOW = rf"(?=\d{{1,3}}(?:[-–/&]\d{{1,3}})?\s?(?:,\s|:\s?){_PAGE_MARK}?\d+\s?[-–])"
_PAGES = re.compile(rf"(?:(?<=[,:;.()]\s)|(?<=[,:;(])|(?<=\d\s)){_PAGE_MARK}?(?P<pages>{_RANGE})(?=[.,;)]|\s?$|\s\()")
_MARKED = re.compile(rf"\b{_PAGE_MARK}(?P<pages>{_RANGE})")
_ISSUE_AND_PAGES = r"\d{1,3}(?:[-–/]\d{1,3})?(?:\s\(|:\s?\d|[,.]\s(?:pp?\.|S\.|\d+\s?[-–]))"
"""`12:3 (1990)`, `12:3, 45–67`, `12:3. 45–67`: behind a colon stand the pages, unless pages follow."""
_NUMBERS = re.compile(
    rf"(?:[,.:]?\s)(?:\(?{YEAR}\)?[,:;]?\s)?\(?(?:{_VOLUME_MARK}\.?,?\s?)?(?!{_DAY})(?P<volume>\d{{1,4}}|[IVXLC]{{1,7}})\)?"
    rf"(?:\s?\((?!{YEAR}\))(?P<issue>[\d–/&-]{{1,9}})\)"
    rf"|(?:[./]|:(?={_ISSUE_AND_PAGES})|,(?=\d{{1,2}}\s\()|,\s?{_PAGES_FOLLOW}|{_MONTH_AND_YEAR},?\s(?:{_ISSUE_MARK}\s?)?{_PAGES_FOLLOW}|,\s(?=\d{{1,2}}:\s?\d)|:\s(?=\d{{1,2}}\s\()|[,/]?\s?{_ISSUE_MARK}\s?)(?P<second>\d[\d–/&-]{{0,7}}))?(?:\.\s?(?:Jg|Jahrgang)\b)?(?=[\s,.:;(]|$)"
)
_ISSUE = re.compile(rf",?\s{_ISSUE_MARK}\s?(?P<second>\d{{1,3}}(?=/{YEAR})|\d[\d–/-]{{0,7}})")
_BEHIND_VOLUME = re.compile(
    rf"[,.:;]?\s?(?:\(|{_PAGE_MARK}|{_RANGE}[.,;)]|{_RANGE}\s?$|{_RANGE}\s\(|{YEAR}|{_ISSUE_MARK}|$)"
)
"""What follows a volume that has no issue; behind any other number stands a name or a date."""


class Numbers(NamedTuple):
    """Volume and issue, and where they, with the words before them, begin."""

    fields: tuple[CitedField, ...]
    start: int


def numbers_in(text: str, start: int, stop: int) -> Numbers | None:
    """The first volume or issue in ``text[start:stop]``."""
    alone = _ISSUE.search(text, start, stop)
    for found in _NUMBERS.finditer(text, start, stop):
        if alone and alone.start() < found.start():
            break
        issue = "issue" if found["issue"] else "second" if found["second"] else ""
        is_year = re.fullmatch(YEAR, found["volume"])
        if is_year or not (issue or _BEHIND_VOLUME.match(text, found.end(), stop)):
            continue
        of_year = issue == "second" and re.fullmatch(YEAR, found["second"]) is not None  # Hafenblatt 2/1931
        fields = [field_of(FieldKind.ISSUE if of_year else FieldKind.VOLUME, found, "volume")]
        if issue and not of_year:
            fields.append(field_of(FieldKind.ISSUE, found, issue))
        return Numbers(tuple(fields), found.start())
    return Numbers((field_of(FieldKind.ISSUE, alone, "second"),), alone.start()) if alone else None


def pages_in(text: str, start: int, stop: int) -> CitedField | None:
    """The pages that a piece fills: the marked ones, else the last range behind a comma or colon."""
    found = _MARKED.search(text, start, stop)
    if found is None:
        for each in _PAGES.finditer(text, start, stop):
            if re.search(r"\d", each["pages"]) and not re.fullmatch(rf"{YEAR}(?:\s?[-–—]\s?\d{{2,4}})?", each["pages"]):
                found = each
    return pages_field(found) if found else None


def pages_field(found: re.Match[str]) -> CitedField:
    """The field of the group ``pages``."""
    return cited_field(found.string, *found.span("pages"), "page", found["pages"].replace("--", "–"))
