"""Dashes between numbers: a range takes an en dash where the document shows that it prints them so."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.cleanup.draft import Draft, Edit

_RANGE = re.compile(r"(?<=\d)\s?—\s?(?=\d)")
_EN_DASH = re.compile(r"\d[rv]?–\d")
_PAGES = re.compile(
    r"""
    \b(?:pp|fos|fols|cols|nos|vols|chs)\.\s?           # what is counted, in the plural
    \d[\d\s,rv–-]*                                     # the numbers
    """,
    re.VERBOSE,
)
_YEARS = re.compile(r"(?<![\w.,’”])(?:1[5-9]|20)\d\d—$")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?!\w)")
"""Behind a line that ends in a year and a dash: no call stands there, for the next line begins with a year."""
_HYPHEN = re.compile(r"(?<=[\drv])-(?=\d)")
SURE = 3
"""En dashes in ranges that show a document's habit. Tesseract reads most of them as hyphens (on the specimens all 85,
on a real scan nine in ten), but never made one of the 41 hyphens in shelfmarks: the few that it reads are there."""


def ranges(draft: Draft) -> Iterator[Edit]:
    """``1958—1961`` -> ``1958–1961``: an em dash never joins two numbers in English, French or German setting.

    At the end of a line the dash may follow a note call, and stays.
    """
    for found in reversed(list(_RANGE.finditer(draft.text))):
        yield Edit(found.start(), found.end(), "–", 0.95, "between numbers")


def page_ranges(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``pp. 25-28`` -> ``pp. 25–28`` where the document has en dashes in other ranges; ``1958—`` over a line's end.

    Only after a plural that counts pages or leaves: a hyphen in a shelfmark, an ISSN or a date is part of it.
    """
    for index, (draft, following) in enumerate(pairwise(drafts)):
        if (years := _YEARS.search(draft.text)) and _YEAR.match(following.text):
            yield index, Edit(years.end() - 1, years.end(), "–", 0.9, "between years")
    dashes = sum(len(_EN_DASH.findall(draft.text)) for draft in drafts)
    if dashes < SURE:
        return
    evidence = f"{dashes} other ranges of the document have en dashes"
    for index, draft in enumerate(drafts):
        hyphens = [
            pages.start() + hyphen.start()
            for pages in _PAGES.finditer(draft.text)
            for hyphen in _HYPHEN.finditer(pages.group())
        ]
        for place in reversed(hyphens):
            yield index, Edit(place, place + 1, "–", 0.85, evidence)
