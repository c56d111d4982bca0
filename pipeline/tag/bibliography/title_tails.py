"""What can only stand behind the title of an entry: the book or journal, the edition, editors, the imprint."""

import re

from pipeline.tag.bibliography.containers import IN_AFTER_MARK
from pipeline.tag.bibliography.entry_text import EntryText
from pipeline.tag.bibliography.publishing import publishing_in
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.words.tokens import CAPITAL

_BRACKET = re.compile(
    r"\s\((?=[^():]{2,50}:\s[^()]{2,80}\)|[Ee]ds?\.|[Tt]rans\.|\d+(?:st|nd|rd|th|\.),?\s(?:[^\W\d_]+\.?,?\s)?(?:ed|Aufl)|[Vv]ols?\."
    rf"|[^()\d]{{2,60}},\s{YEAR}\)|[Hh](?:rs)?gg?\.|[Ii]m\s(?:Druck|Erscheinen)|[Dd]iss)"
)
"""A bracket that stands behind titles only: the imprint, editors, the edition."""
_TAIL = re.compile(
    r"(?:[.,;]|(?<=[?!]))?\s(?=[Ii]n:\s)"  # the book or journal, in German
    r"|(?:\.|(?<=[?!]))\s"  # In A. Roe (Ed.), …
    r"(?=In\s.{3,200}?(?:\((?:[Hh](?:rs)?gg?|[Ee]ds?)\b|\bpp?\.\s?\d|\bS\.\s?\d))"
    r"|(?:\.|(?<=[?!]))\s(?=(?:[Pp]p\.\s|S\.\s)?\d{1,4}[-–]\d{1,4}\.?\s[Ii]n:?\s)"  # Pp. 3–9 in …
    r"|[.,;]\s(?:[–—-]\s)?(?=\(?(?:"
    r"\d{1,2}\.,?\s(?:[^\W\d_]+\.?,?\s(?:und\s[^\W\d_]+\.?\s)?)?Aufl"  # the edition
    r"|\d+(?:st|nd|rd|th)\s(?:[^\W\d_]+\.?\s)?ed"
    r"|[Hh](?:rs)?gg?\.\sv|[Hh]erausgegeben\s|[Ee]d(?:ited|\.)\sby\s|[Tt]rans(?:lated|l?\.)\s|[Üü]bers\."  # editors
    r"|(?:Bd|Vol|vol)\.\s?[\dIVX]{1,4}\s?[.,;]|Band\s[\dIVX]{1,4}\s?[.,;]|\d{1,2}\s(?:Bde|[Vv]ols)\."  # the volume
    r"))"
)
_BEFORE = " .,;:–—-("
"""Marks before an imprint."""
_NEAR_END = 70
"""Characters behind an imprint at the end of an entry: pages, a series, a year."""


def tail_of(entry: EntryText, place: int) -> int:
    """Where the first thing begins that can only follow a title; the end of what is printed where there is none."""
    text, stop = entry.text, entry.stop
    starts = [found.start() for form in (_TAIL, _BRACKET) if (found := form.search(text, place, stop))]
    inside = IN_AFTER_MARK.search(text, place, stop)
    if inside and not re.search(rf"[.!?]\s{CAPITAL}", text[place : inside.start()]):
        starts.append(inside.start())
    published = publishing_in(text, place, stop)
    if published and stop - published[-1].end <= _NEAR_END and not text[: published[0].start].endswith(") "):
        starts.append(len(text[: published[0].start].rstrip(_BEFORE)))
    return min([stop, *(start for start in starts if start > place)])
