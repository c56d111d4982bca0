"""The citation on a cover of any repository, in whatever style: it repeats the title and names the journal behind it.

What only the order of a distributor's words tells (which are the authors, where its title ends) is ``cover_values``'.
"""

import re
from collections.abc import Sequence

from pipeline.segment.front.masthead import reference_values
from pipeline.segment.row_letters import run_of_letters

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


def cited_values(lines: Sequence[str]) -> dict[str, str]:
    """Title, journal, volume, issue, year and pages, under the names of ``FrontMatter``; empty without such a citation.

    Args:
        lines: of the cover page, as printed.
    """
    text = " ".join(lines)
    if source := _SOURCE.search(text):
        return _behind(text, source.start(), source.end())
    for count in range(MOST_TITLE_LINES, 0, -1):
        for start in range(min(TOP, len(lines)) - count + 1):
            title = " ".join(lines[start : start + count])
            values = values_behind(title, text)
            if values:
                return {"title": " ".join(title.split())} | values
    return {}


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
