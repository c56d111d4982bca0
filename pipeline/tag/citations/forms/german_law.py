"""Law as German lawyers cite it: `§ 12 Abs. 4 StGB`, `BVerfGE 99, 1 (15)`, `BGH, Beschluss vom 3.4.2012, 4 StR 56/11`.

A provision has the abbreviation of its act behind it, and a decision is known by the volume and page of the court's own
collection, or by its court, its day and the number of the file.
"""

import re
from collections.abc import Iterator

from pipeline.model import CitationKind
from pipeline.tag.citations.parts.locators import cited_field
from pipeline.tag.citations.parts.plain_imprints import signed_journal_at
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import Draft

_COURT = (
    r"(?:(?:BGH|BVerfG|BVerwG|BAG|BSG|BFH|EuGH|RG|BayObLG|BPatG|KG)"
    r"|(?:OLG|LG|AG|VG|OVG|VGH|LAG|ArbG|LSG|SG|FG|VerfGH)(?:\s[A-ZÄÖÜ][\w.-]+){1,2})"
)
_KIND = r"(?:Urteil|Urt\.|Beschlu(?:ss|ß)|Beschl\.|Entscheidung)"
_DAY = r"(?P<day>\d{1,2}\.\s?(?:\d{1,2}\.|[A-Z][a-zä]{2,8})\s?\d{4})"
_FILE = r"(?:[IVX]{1,5}|\d{1,3})\s[A-Z][A-Za-z]{0,5}(?:\s\([A-Za-z]{1,6}\))?\s\d{1,5}[/.]\d{2,4}"
_DECISION = re.compile(
    rf"(?P<title>(?:{_COURT},?\s{_KIND}|{_KIND}\sdes\s{_COURT})\s?(?:vom|v\.)\s{_DAY}(?:,|\s[–-])?\s(?:Az\.?:?\s)?{_FILE})(?!\d)"
)
_COLLECTION = re.compile(
    r"(?P<title>(?:BVerfGE|BVerwGE|BGHZ|BGHSt|BAGE|BSGE|BFHE|RGZ|RGSt)\s\d{1,3},\s\d{1,4})(?:\s?ff?\b\.?)?(?:,?\s\((?P<pin>\d{1,4}(?:[-–,]\s?\d{1,4})*(?:\s?ff?\b\.?)?)\))?"
)
_NUMBER = r"(?:\d{1,4}[a-z]?|[IVX]{1,4})\b"
_PART = r"(?:Abs\.|S\.|Satz|Nr\.|Alt\.|Hs\.|Halbs\.|lit\.|Buchst\.|Var\.|ff?\.)"
_PROVISION = re.compile(
    rf"(?P<cited>(?:§§?|Art(?:ikel|\.))\s?\d{{1,4}}[a-z]?\b(?:,?\s?(?:{_PART}|{_NUMBER}|[a-z]\)|und|u\.|bis|[-–])(?![A-Za-z])){{0,16}})"
    r"\s(?P<title>(?!DM\b|EUR\b|EG\sNr|Abs|Nr)(?:[A-ZÄÖÜ][a-zäöü]{0,9}){1,4}[A-ZÄÖÜ](?:[a-z])?(?![\w’-])(?:\s[IVX]{1,4}(?!\w))?)"
)


def decision_starts(text: str) -> Iterator[int]:
    """Where decisions are cited, wherever in a sentence it is."""
    for pattern in (_DECISION, _COLLECTION):
        yield from (found.start() for found in pattern.finditer(text))


def german_law_at(text: str, place: int, stop: int, *, strong: bool) -> Draft | None:
    """The decision or provision that stands here; sentences name provisions, too, so these need a ``strong`` place."""
    if found := _DECISION.match(text, place, stop):
        printed = signed_journal_at(text, found.end() + 2, stop) if text.startswith(", ", found.end()) else None
        fields = (title_field(text, *found.span("title"), "a"), *(printed.fields if printed else ()))
        return Draft(CitationKind.FULL, place, printed.end if printed else found.end(), fields)
    if found := _COLLECTION.match(text, place, stop):
        return _reported(text, place, found)
    found = _PROVISION.match(text, place, stop) if strong else None
    if found is None:
        return None
    cited = cited_field(text, *found.span("cited"), "section", "")
    return Draft(CitationKind.FULL, place, found.end(), (cited, title_field(text, *found.span("title"), "u")))


def _reported(text: str, place: int, found: re.Match[str]) -> Draft:
    """Volume and first page are what the decision is called by; the page that is cited stands in brackets."""
    cited = (cited_field(text, *found.span("pin"), "page", found["pin"]),) if found["pin"] else ()
    title = title_field(text, *found.span("title"), "a")
    return Draft(CitationKind.FULL, place, found.end(), (title, *cited))
