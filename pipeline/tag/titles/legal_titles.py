"""Cases, reports and statutes: `Merrow v. Lamp Board, 195 U.S. 138`, `42 U.S.C. § 1983` name nobody and no place.

The parties of a case are the title of a decision, and the states within the abbreviations of reports and codes name a
series (The Bluebook, 21st ed., rules 10.2, 10.3 and 12.3).
"""

import re

from pipeline.tag.citations.wording.legal_forms import CASE, CODE_IN_TEXT, COURT, REPORT
from pipeline.tag.words.name_tables import PERSON_TITLES
from pipeline.tag.words.spans import Span


def legal_titles(text: str) -> list[Span]:
    """Half-open ranges of the names of cases and of the abbreviations of reports and codes, in no order."""
    spans = [(found.start(), _end_of_party(found)) for found in CASE.finditer(text)]
    spans += [found.span("series") for found in REPORT.finditer(text)]
    spans += [found.span("court") for found in COURT.finditer(text)]
    for found in CODE_IN_TEXT.finditer(text):
        spans.append(found.span("series") if found["series"] else found.span("constitution"))
    return spans


def _end_of_party(found: re.Match[str]) -> int:
    """The other party, up to a word that begins the name of a judge: `in Merrow v. Quell Justice Garth held`."""
    end = found.start("other")
    for word in re.finditer(r"\S+", found["other"]):
        if word.start() and word.group() in PERSON_TITLES:
            break
        end = found.start("other") + word.end()
    return end
