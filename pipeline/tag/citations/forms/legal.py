"""Acts and official papers: `Directive 2008/50/EC of … [2008] OJ L152/1 (AAQD)`, `… COM(2013) 918 final (Clean Air)`.

They have no author and no imprint; what makes them sure is the number under which they are filed. The short title in
brackets behind it is how OSCOLA (4th ed., 1.3.1) and the Australian Guide (4th ed., 1.4.4) define what is cited later.
"""

import re
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.locators import cited_field
from pipeline.tag.citations.parts.publication import dates_in
from pipeline.tag.citations.parts.titles_at import quoted_title_at, title_field
from pipeline.tag.citations.wording.definitions import Sign
from pipeline.tag.citations.wording.draft import field_of
from pipeline.tag.citations.wording.legal_forms import (
    ABBREVIATED,
    ACT,
    CODE,
    CONGRESS,
    CONSTITUTION,
    DOCKET,
    UK_ACT,
    UNION_CASE,
)
from pipeline.tag.citations.wording.shelfmarks import PROSE
from pipeline.tag.citations.wording.title_ends import MONTH

_HEAD = re.compile(
    r"(?:(?:Council|Commission|European|Framework|Consolidated|Proposal|Joint|Delegated|Implementing)\s)*"
    r"(?:Directive|Regulation|Decision|Recommendation|Communication|Treaty|Convention|Protocol|Charter|Proposal|Resolution)\b"
)
# UNFCCC ‘Decision 1/CP.21’ UN Doc …, Commission (EU), ‘Action Plan’ (Communication) COM(2018) 97: who issued it stands
# before its title.
_ISSUED = re.compile(
    r"(?P<issuer>[A-Z][\w&.-]*(?:\s(?:(?:of|the|for|on|and)\s){0,2}[A-Z][\w&.-]*){0,6}(?:\s\([A-Z]{2,8}\))?),?\s(?=[‘“])"
)
_CLASSED = re.compile(r",?(?:\s\([^()]{3,40}\),?)?")
# The series in which acts and papers are published: Official Journal, UN treaties, documents of the United Nations,
# papers of the Commission.
_FILED = re.compile(
    r",?\s(?:1[89]|20)\d\d\sO\.\s?J\.\s\([LC]\s\d{1,4}(?:/\d{1,4})?\)\s\d{1,5}"
    r"|,?\sU\.?\s?N\.?\sDocs?\.?\s[A-Z][A-Za-z]*/[\w./-]{1,60}\w"
    r"|,?\s(?:in\s)?(?:\[\d{4}\]\s|\(\d{4}\)\s)?(?:OJ\s(?:\(?\d{4}\)?\s)?[LC]\s?-?\d{1,4}(?:/\d{1,4})?(?!\d)|\d{1,4}\sU\.?N\.?T\.?S\.?\s\d{1,6})"
    r"|[,.]?\s(?:COM|SWD|SEC|JOIN)\s?\(\d{4}\)\s?\d{1,4}(?:\sfinal)?"
)
_SHORT = re.compile(
    rf",?\s[(\[](?:the\s)?[‘“]?(?P<sign>(?!\d{{4}}\b|(?:\d{{1,2}}\s)?{MONTH})[A-Z\d][\w&’-]*(?:\s[\w&’-]+){{0,5}})[’”]?[)\]]"
)
_APART = re.compile(r";|\(nn?\.?\s\d")
"""What shows that the number is that of another source: `Decision 3 (n 8) and UNFCCC ‘Decision 5’ UN Doc …`."""
LONGEST = 400
"""Characters from the beginning of an act's title to its number."""


class LegalSource(NamedTuple):
    """Title of an act, paper or case, the end of its number, its short title if one is defined, its issuer and date."""

    title: CitedField
    end: int
    sign: Sign | None
    issuer: CitedField | None = None
    date: CitedField | None = None
    cited: CitedField | None = None
    """The section of an act that stands right behind it."""


def legal_source_at(text: str, place: int, stop: int) -> LegalSource | None:
    """The act or paper whose citation begins at ``place``; None where none does.

    One that does not begin with the name of a kind of act must define its short title.
    """
    if numbered := _american_at(text, place, min(stop, place + LONGEST)) or _act_at(text, place, stop):
        return numbered
    filed = _FILED.search(text, place, min(stop, place + LONGEST))
    if filed is None or not text[place].isupper() or _APART.search(text, place, filed.start()):
        return None
    found = _SHORT.match(text, filed.end())
    if issued := _issued_at(text, place, filed):
        return issued
    if not _HEAD.match(text, place) and (found is None or PROSE.search(text, place, filed.start())):
        return None
    bracket = text.find(" (adopted", place, filed.start())
    title = title_field(text, place, bracket if bracket > 0 else filed.start(), "u")
    sign = Sign(found["sign"], found.start("sign"), found.end("sign")) if found else None
    return LegalSource(title, found.end() if found else filed.end(), sign) if title.value else None


def union_case_at(text: str, place: int, stop: int) -> LegalSource | None:
    """A case of the European Union, by its number and its parties: sure wherever it stands."""
    found = UNION_CASE.match(text, place, min(stop, place + LONGEST))
    if found is None:
        return None
    dated = next((group for group in ("year", "told", "day") if found[group]), "")
    date = next(iter(dates_in(text, *found.span(dated))), None) if dated else None
    return LegalSource(title_field(text, *found.span("title"), "a"), found.end(), None, date=date)


def _issued_at(text: str, place: int, filed: re.Match[str]) -> LegalSource | None:
    """A title in quotation marks, who issued it before it, and at most the class of the paper before its number."""
    issued = _ISSUED.match(text, place, filed.start())
    title = quoted_title_at(text, issued.end() if issued else place, filed.start(), "u")
    if title is None or not _CLASSED.fullmatch(text, title.end, filed.start()):
        return None
    issuer = field_of(FieldKind.AUTHOR, issued, "issuer") if issued else None
    return LegalSource(title, filed.end(), None, issuer)


def _american_at(text: str, place: int, stop: int) -> LegalSource | None:
    """A code, a constitution, an unreported decision or an act of the United States; its sections follow."""
    if found := CONGRESS.match(text, place, stop):
        return LegalSource(title_field(text, *found.span("title"), "u"), found.end("title"), None)
    found = CONSTITUTION.match(text, place, stop) or CODE.match(text, place, stop)
    if found is not None:
        title = title_field(text, *found.span("title"), "u")
        return LegalSource(title, found.end("title"), None) if ABBREVIATED.search(title.value + ".") else None
    found = DOCKET.match(text, place, stop)
    if found is not None:
        return LegalSource(title_field(text, *found.span("title"), "a"), found.end(), None)
    found = ACT.match(text, place, stop)
    if found is None:
        return None
    group = "title" if found["title"] else "named"
    return LegalSource(title_field(text, *found.span(group), "u"), found.end(), None)


def _act_at(text: str, place: int, stop: int) -> LegalSource | None:
    """A British act, or one of the Commonwealth, by its title with its year; sections may follow."""
    act = UK_ACT.match(text, place, stop)
    if act is None:
        return None
    cited = cited_field(text, *act.span("cited"), "section", "") if act["cited"] else None
    return LegalSource(title_field(text, *act.span("title"), "u"), act.end(), None, cited=cited)
