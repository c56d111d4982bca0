"""Where a decision is reported, or an article printed, and what that tells: `134 S. Ct. 2111`, `134 S. Ct. at 2115`.

Lawyers cite by volume, series and first page, and these alone tell one piece from any other. Where the text names the
case, the note has nothing else (The Bluebook, 21st ed., rule 10.2); later notes call it by one party and its volume,
with the page that is cited behind `at` (rule 10.9).
"""

import re
from collections import defaultdict
from typing import NamedTuple

from pipeline.model import CitationKind, FieldKind, Work
from pipeline.tag.citations.parts.law_reports import first_page_at, reporter_at
from pipeline.tag.citations.wording.draft import Draft, field_of
from pipeline.tag.citations.wording.legal_forms import REPORT
from pipeline.tag.citations.wording.likeness import likeness
from pipeline.tag.citations.wording.title_ends import MONTH, YEAR

NAMED_ALIKE = 82.0
"""Likeness of two names of a case from which they can be of one case, the volume being the same."""
LONGEST = 300
"""Pages of a decision: what is cited farther behind a first page belongs to a decision that the notes do not cite."""
# Transcript of Oral Argument at 5, Merrow v. Quell, 8 U.S. 20: a paper of the case, and not the decision (rule 10.8.3).
_PAPER = re.compile(
    r"(?:[A-Z][\w’]*\s){0,4}(?:Brief|Transcript|Petition|Complaint|Motion|Affidavit|Argument|Appendix|Memorandum|Declaration|Opposition)\b"
)
# 310, 317, 334 (3d Cir. 1931), 727, 732 n.4 (1931): further pages and notes between the first two and the year.
_DATED = re.compile(
    rf"(?:,\s\d{{1,5}}(?:[-–]\d{{1,5}})?){{0,6}}(?:,?\s(?:&\s)?nn?\.\s?\d{{1,3}}(?:[-–]\d{{1,3}})?){{0,2}}"
    rf"\s\((?:[^()]{{1,40}}\s)?(?P<year>{YEAR})\)"
)


class Report(NamedTuple):
    """Volume, series as it is compared, and a page: the first of the piece, or with `at` one within it."""

    volume: str
    series: str
    page: int
    within: bool


def report_of(text: str, draft: Draft) -> Report | None:
    """Where the piece stands that a citation in ``text`` cites; None where it does not say so by volume and page."""
    if _PAPER.match(draft.title):
        return None
    volume = next(iter(draft.of(FieldKind.VOLUME)), None)
    found = first_page_at(text, volume.start, draft.end) if volume else None
    if found is None:
        return None
    series = "".join(letter for letter in found["journal"].casefold() if letter.isalnum())
    page = int(re.split("[-–]", found["page"])[0].replace(",", ""))
    return Report(found["volume"], series, page, found["short"] is not None)


def bare_report_at(text: str, place: int, stop: int) -> Draft | None:
    """`134 S. Ct. 2111 (2014)`, `134 S. Ct. at 2115` without the name of the case; None where none stands here.

    A first page must have its year behind it: `2 Tim. 3`, `3 Okt. 1931` have none.
    """
    found = first_page_at(text, place, stop) if REPORT.match(text, place) else None
    read = reporter_at(text, place, stop) if found else None
    if found is None or read is None or re.fullmatch(MONTH, found["journal"].rstrip(".")):
        return None
    dated = _DATED.match(text, read.end, stop)
    if dated is None and not found["short"]:
        return None
    kind = CitationKind.SHORT if found["short"] else CitationKind.FULL
    year = [field_of(FieldKind.DATE, dated, "year")] if dated else []
    return Draft(kind, place, dated.end() if dated else read.end, (*read.fields, *year))


class Reports:
    """The pieces cited so far by where they stand."""

    def __init__(self) -> None:
        self._begun: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
        self.first_pages: dict[str, int] = {}
        """Work -> the page on which it begins, where it was cited first."""

    def add(self, report: Report, work: str) -> None:
        """A work begins there."""
        if not report.within:
            self._begun[report.volume, report.series].append((report.page, work))
            self.first_pages.setdefault(work, report.page)

    def of_volume(self, report: Report) -> list[str]:
        """The works of the volume that can have the page, that which begins nearest before it first."""
        there = self._begun.get((report.volume, report.series), [])
        if not report.within:
            return [work for page, work in there if page == report.page]
        before = sorted((each for each in there if 0 <= report.page - each[0] <= LONGEST), reverse=True)
        return [work for _, work in before]


def may_be_called(work: Work, name: str) -> bool:
    """Whether a case can go by this name: as far as both have one, one is like the other's beginning or a stretch."""
    return not name or not work.title or max(likeness(name, work.title), likeness(work.title, name)) >= NAMED_ALIKE
