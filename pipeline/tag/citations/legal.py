"""Acts and official papers: `Directive 2008/50/EC of … [2008] OJ L152/1 (AAQD)`, `… COM(2013) 918 final (Clean Air)`.

They have no author and no imprint; what makes them sure is the number under which they are filed. The short title in
brackets behind it is how OSCOLA (4th ed., 1.3.1) and the Australian Guide (4th ed., 1.4.4) define what is cited later.
"""

import re
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.definitions import Sign
from pipeline.tag.citations.legal_forms import ABBREVIATED, ACT, CODE, CONSTITUTION, DOCKET
from pipeline.tag.citations.titles_at import title_field

_HEAD = re.compile(
    r"(?:(?:Council|Commission|European|Framework|Consolidated|Proposal|Joint|Delegated|Implementing)\s)*"
    r"(?:Directive|Regulation|Decision|Recommendation|Communication|Treaty|Convention|Protocol|Charter|Proposal|Resolution)\b"
)
# The series in which acts and papers are published: Official Journal, UN treaties, papers of the Commission.
_FILED = re.compile(
    r",?\s(?:in\s)?(?:\[\d{4}\]\s|\(\d{4}\)\s)?(?:OJ\s(?:\(?\d{4}\)?\s)?[LC]\s?-?\d{1,4}(?:/\d{1,4})?(?!\d)|\d{1,4}\sU\.?N\.?T\.?S\.?\s\d{1,6})"
    r"|[,.]?\s(?:COM|SWD|SEC|JOIN)\s?\(\d{4}\)\s?\d{1,4}(?:\sfinal)?"
)
_SHORT = re.compile(r",?\s[(\[](?:the\s)?[‘“]?(?P<sign>(?!\d{4}\b)[A-Z\d][\w&’-]*(?:\s[\w&’-]+){0,5})[’”]?[)\]]")
LONGEST = 400
"""Characters from the beginning of an act's title to its number."""


class LegalSource(NamedTuple):
    """The title of an act or paper, the end of its number, and the short title that is defined for it, if any."""

    title: CitedField
    end: int
    sign: Sign | None


def legal_source_at(text: str, place: int, stop: int) -> LegalSource | None:
    """The act or paper whose citation begins at ``place``; None where none does.

    One that does not begin with the name of a kind of act must define its short title.
    """
    if american := _american_at(text, place, min(stop, place + LONGEST)):
        return american
    filed = _FILED.search(text, place, min(stop, place + LONGEST))
    if filed is None or not text[place].isupper() or ";" in text[place : filed.start()]:
        return None
    found = _SHORT.match(text, filed.end())
    if found is None and not _HEAD.match(text, place):
        return None
    bracket = text.find(" (adopted", place, filed.start())
    title = title_field(text, place, bracket if bracket > 0 else filed.start(), "u")
    sign = Sign(found["sign"], found.start("sign"), found.end("sign")) if found else None
    return LegalSource(title, found.end() if found else filed.end(), sign) if title.value else None


def _american_at(text: str, place: int, stop: int) -> LegalSource | None:
    """A code, a constitution, an unreported decision or an act of the United States; its sections follow."""
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


def sign_field(sign: Sign) -> CitedField:
    """The field of a short title where it is defined."""
    return CitedField(kind=FieldKind.ABBREVIATION, start=sign.start, end=sign.end, value=sign.sign)
