"""The cover of Digital Commons, on which most law reviews deposit: its lines have one order everywhere.

The journal, its numbers and the date, a line or more each; the title; every author over his institution and address;
``Follow this and additional works at``; and the recommended citation, which repeats the title and may have the page.
"""

import re
from collections.abc import Sequence
from typing import Any

from pipeline.model import FrontMatter
from pipeline.segment.front.author_addresses import emails_of, without_mail
from pipeline.segment.front.cover_citation import cited_values
from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.wording.author_names import split_authors
from pipeline.segment.wording.identifiers import MAIL, best_doi, first_issn
from pipeline.segment.wording.name_lines import INSTITUTION, names_people

_FOLLOW = re.compile(r"follow this and additional works", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?:volume|issue|number|article)\s*\d|(?:[a-z]+ )?(?:1[6-9]|20)\d\d$|(?:\d{1,2}-){1,2}\d{4}$", re.IGNORECASE
)
_VOLUME = re.compile(r"\bvolume\s+(?P<volume>\d+)", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:issue|number)\s+(?P<issue>\d[\d/–-]*)", re.IGNORECASE)
_YEAR = re.compile(r"\b(?P<year>(?:1[6-9]|20)\d\d)\b")
_PAGE = re.compile(r",\s\d+\s[A-Z][^\d,]+?\s(?P<first_page>\d+)\s*\((?:1[6-9]|20)\d\d\)")
"""``77 SALTM. L. REV. 233 (2025)``, behind the title."""


def commons_values(lines: Sequence[str]) -> FrontMatter | None:
    """What the cover says; None for any other.

    Args:
        lines: of the cover page, as printed.
    """
    end = next((index for index, line in enumerate(lines) if _FOLLOW.match(line)), 0)
    begin = next((index for index in range(end, 0, -1) if _NUMBERS.match(lines[index - 1])), 0)
    cited = " ".join(lines[end:])
    count = _title_lines(lines[begin:end], cited)
    if not begin or not count:
        return None
    numbers, below = " ".join(lines[1:begin]), lines[begin + count : end]
    people = [line for line in below if names_people(line) and not INSTITUTION.search(line)]
    places = [without_mail(line).strip(" ,;") for line in below if INSTITUTION.search(line) or MAIL.search(line)]
    authors = split_authors("; ".join(people))
    found = [pattern.search(text) for pattern, text in ((_VOLUME, numbers), (_ISSUE, numbers), (_PAGE, cited))]
    pages = {"first_page", "last_page"}
    values: dict[str, Any] = {name: value for name, value in cited_values(lines).items() if name in pages}
    values |= {name: value for each in found if each for name, value in each.groupdict().items()}
    years = _YEAR.findall(numbers)
    return FrontMatter(
        title=" ".join(lines[begin : begin + count]),
        authors=authors,
        affiliations=tuple(filter(None, places)),
        emails=emails_of(" ".join(below), authors),
        journal=lines[0].strip() if found[0] else "",
        year=years[-1] if years else "",
        issn=first_issn(" ".join(lines)),
        doi=best_doi(" ".join(lines)),
        **values,
    )


def _title_lines(lines: Sequence[str], cited: str) -> int:
    """How many lines the title has: what follows in the citation are the authors' names no more."""
    run = run_of_letters(cited)
    counts = [count for count in range(1, len(lines) + 1) if run_of_letters(" ".join(lines[:count])) in run]
    return max(counts, default=0)
