"""Statements that are one citation: `Ada Merrow, Die Lampen. ` and `Eine Geschichte, Wien 1931`; `In: Hafenblätter 12`.

A stop between title and subtitle, as German and Italian notes have it, or before `In:` ends no citation: what stands
before it has people and a title and nothing that tells where it appeared, and what stands behind it has that.
"""

import re
from collections.abc import Sequence

from pipeline.tag.citations.wording.title_ends import YEAR

_INITIALS = r"(?:[^\W\d_a-zß-ÿ][a-z]?\.[-\s]?){1,3}"
_FAMILY = r"(?:(?:[Vv][ao]n|[Dd]e[rlns]?|[Dd]ella|[Dd]i|zu|[Ll][ae])\s|[Dd]['’])*[^\W\d_a-zß-ÿ][\w’'-]+"
_PERSON = rf"(?:{_INITIALS}{_FAMILY}|[^\W\d_a-zß-ÿ][\w’-]+\s(?:[A-Z]\.\s)?{_FAMILY})"
_PEOPLE = rf"(?:{_PERSON}|[Dd](?:ers|ies)\.)(?:\s\((?:[Hh]r?s?gg?|[Ee]ds?|[Dd]irs?)\.?\))?[,:]\s"
# Two years are the span that a title treats: `Der Hafen 1788–1861.`; any other number is none of a title.
_SPAN = rf"{YEAR}(?:\s?[-–]\s?|\s(?:bis|à|to|al?)\s)(?:{YEAR}|\d\d)(?!\d)"
_MAIN = re.compile(rf"(?:^|[\s(]){_PEOPLE}[^\W\d_a-zß-ÿ«„](?:[^\d;:()‘“]|{_SPAN}){{2,130}}[.?!]\s+$")
_YEARED = rf"\s{YEAR}(?:\s?[-–]\s?(?:1[4-9]|20)?\d\d)?"
_EDITION = r",\s\d{1,2}\.,?\s(?:[^\W\d_]{3,12}\.?\s)?Auf?l(?:age|\.),?"
_PLACE = r"[^\d;,.:()]{2,40}(?:\s?\b\w\.){0,4}"  # Frankfurt a. M. u. a.
_SUB = re.compile(
    rf"(?!{_PEOPLE})[^\W\d_a-zß-ÿ][^;()]{{3,200}}?"
    rf"(?:(?:{_EDITION}|,)\s{_PLACE}(?:,\s{_PLACE})?,?{_YEARED}|,\s[^\d;():]{{2,60}}:\s[^\d;():]{{2,60}}{_YEARED}"
    rf"|\s\([^()]*{YEAR})"
)
_IN = re.compile(r"In:\s[^\W\d_a-zß-ÿ„«]")
_BETWEEN = re.compile(r"[^\W\d_a-zß-ÿ][^;:()‘“]{2,200}[.?!]\s+$")
"""A subtitle between the title and `In:`."""


def with_subtitles(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The statements ``spans`` of the text, those joined that are one citation."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        first = _beginning(text, joined, start, end)
        joined[first:] = [(joined[first][0] if first < len(joined) else start, end)]
    return joined


def _beginning(text: str, before: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """Index of the statement among those ``before`` that goes on in ``text[start:end]``; their number if none does."""
    alone = len(before)
    if not before:
        return alone
    after_main = _MAIN.search(text[slice(*before[-1])]) is not None
    if not _IN.match(text, start, end):
        return alone - 1 if after_main and _SUB.match(text, start, end) else alone
    if after_main:
        return alone - 1
    between = alone > 1 and _BETWEEN.match(text[slice(*before[-1])]) and _MAIN.search(text[slice(*before[-2])])
    return alone - 2 if between else alone
