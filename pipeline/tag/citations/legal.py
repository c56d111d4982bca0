"""Acts and official papers: `Directive 2008/50/EC of … [2008] OJ L152/1 (AAQD)`, `… COM(2013) 918 final (Clean Air)`.

They have no author and no imprint; what makes them sure is the number under which they are filed. The short title in
brackets behind it is how OSCOLA (4th ed., 1.3.1) and the Australian Guide (4th ed., 1.4.4) define what is cited later.
"""

import re
from typing import NamedTuple

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.definitions import Sign
from pipeline.tag.citations.title_ends import YEAR
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
# 42 U.S.C. § 1983; CAL. ELEC. CODE § 9200; U.S. CONST. art. III, § 2: a code is cited by its section, a constitution by
# its article (The Bluebook, 21st ed., rules 11 and 12.3).
_CODE_WORD = r"[A-Z][\w’'.&]{0,11}"
_CODE = re.compile(
    rf"(?P<title>(?:\d{{1,3}}\s)?(?:U\.\s?S\.\s?C\.(?:\sA\.|A\.)?|C\.\s?F\.\s?R\.|{_CODE_WORD}(?:\s(?:{_CODE_WORD}|&|of)){{0,6}}))"
    r"(?=,?\s?§§?\s?[\dIVXLC])"
)
_CONSTITUTION = re.compile(rf"(?P<title>(?:{_CODE_WORD}\s){{1,3}}C(?:ONST|onst)\.)(?=,?\s(?:art|amend|pmbl|§))")
_ABBREVIATED = re.compile(r"[A-Z][\w’']*\.|\bCODE\b|\bC(?:ode|ONST)\b")
# Act of Aug. 7, 1789, ch. 8, 1 Stat. 50; Lamp Act of 1911, § 3; Lamp Act, Pub. L. No. 90-497.
_ACT = re.compile(
    rf"(?P<title>(?:[A-Z][\w’-]+\s(?:(?:and|of|for)\s)?){{0,6}}Act\sof\s(?:[A-Z][a-z]{{2,8}}\.?\s\d{{1,2}},\s)?(?P<year>{YEAR}))"
    r"(?=,\s(?:ch\.|c\.|§|No\.|Pub\.|\d{1,3}\sStat\.|art\.))(?:,\sPub\.\sL\.\s(?:No\.\s)?\d{2,3}[-–]\d{1,4})?"
    r"|(?P<named>(?:[A-Z][\w’-]+\s(?:(?:and|of|for)\s)?){1,8}Act),\sPub\.\sL\.\s(?:No\.\s)?\d{2,3}[-–]\d{1,4}"
)
# Merrow v. Lamp Board, No. 12-345, 2013 WL 543210: a decision that no report has yet (rule 10.8.1).
_DOCKET = re.compile(
    r"(?P<title>[A-Z][^;()]{1,80}?\sv\.\s[A-Z][^;()]{1,80}?),\sNos?\.\s(?=[\w:.-]*\d)[\w:.-]{3,24}"
    r"(?:,\s\d{4}\s(?:WL|[\w. ]{0,16}LEXIS)\s\d{3,9}|(?=,?\s\(|,\sslip\sop))"
)
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
    found = _CONSTITUTION.match(text, place, stop) or _CODE.match(text, place, stop)
    if found is not None:
        title = title_field(text, *found.span("title"), "u")
        return LegalSource(title, found.end("title"), None) if _ABBREVIATED.search(title.value + ".") else None
    found = _DOCKET.match(text, place, stop)
    if found is not None:
        return LegalSource(title_field(text, *found.span("title"), "a"), found.end(), None)
    found = _ACT.match(text, place, stop)
    if found is None:
        return None
    group = "title" if found["title"] else "named"
    return LegalSource(title_field(text, *found.span(group), "u"), found.end(), None)


def sign_field(sign: Sign) -> CitedField:
    """The field of a short title where it is defined."""
    return CitedField(kind=FieldKind.ABBREVIATION, start=sign.start, end=sign.end, value=sign.sign)
