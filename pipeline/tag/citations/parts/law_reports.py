"""Where lawyers find a decision or an article, by volume, series and page: `12 J. L. & HIST. 34`, `[1932] AC 562`."""

import re

from pipeline.model import FieldKind
from pipeline.tag.citations.parts.locators import cited_field
from pipeline.tag.citations.parts.serials import Fields
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import field_of
from pipeline.tag.citations.wording.title_ends import DATABASE, YEAR

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
