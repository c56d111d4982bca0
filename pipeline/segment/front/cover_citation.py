"""The citation on a cover of any distributor, in whatever style: behind the title it names the journal.

The title is in quotation marks there, or stands on the page once more; the journal's citation may also be a line of its
own. What only the order of a distributor's words tells (which are the authors, where its title ends) is
``cover_values``'.
"""

import re
from collections.abc import Sequence

from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.wording.masthead import cites_journal, reference_values
from pipeline.segment.wording.name_lines import names_people

TOP = 15
"""Lines at the top of a cover among which the title stands on its own."""
MOST_TITLE_LINES = 3
TITLE_LETTERS = 15
"""Letters of a title that a page repeats, and of no heading or name."""
REACH = 200
"""Characters behind the title in which the journal and its numbers stand."""
_SOURCE = re.compile(r"\bsource:", re.IGNORECASE)
"""What leads to the journal where the title stands only at the top."""
_YEAR_BEFORE = re.compile(r"\(?((?:1[6-9]|20)\d\d)\)?[.,:]?\W*$")
_AFTER_PAGES = re.compile(r"(?<=\d)\.\s+(?=[^\W\d_]{3})|https?:|\bdoi\b", re.IGNORECASE)
"""Where the citation ends: a sentence or an address follows its pages."""


_QUOTED = re.compile(
    r"(?:«\s*(?P<guillemets>[^«»]{10,300}?)\s*»|(?<!\S)(?:“(?P<double>[^“”]{10,300}?)”|\"(?P<plain>[^\"]{10,300}?)\"|"
    r"[‘'](?P<single>[^‘]{10,300}?)[’'](?=[\s,])))"
)
_NAMES_BEFORE = re.compile(r"^(?:.*(?::|\b[a-z]{2,}\.)\s+)?(?P<names>[^:]{4,160}?)[\s,]*(?:\(?\d{4}\)?[\s,.]*)?$")
"""The authors before the title in quotation marks, and before them the beginning, a label or a sentence."""


_GIVEN_BEHIND = re.compile(r"\b(?P<surname>[^\W\d_a-zà-ÿ][\w’'-]+) \((?P<given>[^\W\d_][^()]*)\)")


def _turned(names: str) -> str:
    """Names whose given names stand in brackets behind, as French libraries write them: ``TANSY (Hester)``."""
    return _GIVEN_BEHIND.sub(lambda name: f"{name['given']} {name['surname'].capitalize()}", names)


def cited_values(lines: Sequence[str]) -> dict[str, str]:
    """Title, journal, volume, issue, year and pages, under the names of ``FrontMatter``; empty without such a citation.

    Before a title in quotation marks the authors may stand, in one string.

    Args:
        lines: of the cover page, as printed.
    """
    text = re.sub(r"(?<=\w)([-–]) (?=\d)", r"\1", " ".join(lines))  # ``819-`` ``893``
    if (source := _SOURCE.search(text)) and (values := _behind(text, source.start(), source.end())):
        return values
    for quoted in _QUOTED.finditer(text):
        if values := _behind(text, quoted.start(), quoted.end()):
            title = next(filter(None, quoted.groups())).rstrip(" ,.")
            names = _NAMES_BEFORE.search(text[max(0, quoted.start() - REACH) : quoted.start()])
            authors = _turned(names["names"]).rstrip(" .") if names else ""
            known = names_people(authors.replace(";", ","))
            return {"title": title} | ({"authors": authors} if known else {}) | values
    for count in range(MOST_TITLE_LINES, 0, -1):
        for start in range(min(TOP, len(lines)) - count + 1):
            title = " ".join(lines[start : start + count])
            values = values_behind(title, text)
            if values:
                return {"title": " ".join(title.split())} | values
    alone = next((line for line in lines if cites_journal(line)), "")
    return reference_values(alone)


def values_behind(title: str, text: str) -> dict[str, str]:
    """The same without the title, which is known and stands in the text twice at least, once in the citation."""
    own, run = run_of_letters(title), run_of_letters(text)
    end = run.rfind(own) + len(own)
    if len(own) < TITLE_LETTERS or end == run.find(own) + len(own):
        return {}
    places = [place for place, letter in enumerate(text) for _ in run_of_letters(letter)]
    return _behind(text, places[end - len(own)], places[end - 1] + 1)


def _behind(text: str, start: int, end: int) -> dict[str, str]:
    """What stands behind a title that is cited from ``start`` to ``end``, and the year before it."""
    rest = text[end : end + REACH].lstrip(" .,:;!?”\"’')")
    values = reference_values(_AFTER_PAGES.split(rest)[0])
    if "journal" not in values:
        return {}
    year = _YEAR_BEFORE.search(text[:start])
    return ({"year": year[1]} if year else {}) | values
