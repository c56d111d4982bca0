"""Dates: every reading of the grammar at every place, the longest wins; years of bare numbers; years carried over.

The language model is not asked: it finds "three years" and "the next day" as dates, and gives no values.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.letters import MINUS
from pipeline.tag.dates import values as calendar
from pipeline.tag.dates.grammar import GRAMMAR, YEAR, Groups, Reader, read_decade, read_part_of_month
from pipeline.tag.dates.values import Value
from pipeline.tag.words.tokens import sentence_starts

CARRIED = 0.6
"""Certainty of a date whose year comes from another date nearby."""
DOUBTFUL_YEAR = 0.7
"""Certainty of a four-digit number that only its size and the lack of a unit make a year."""


class DateSpan(NamedTuple):
    """A date at ``text[start:end]``."""

    start: int
    end: int
    value: Value
    cert: float = 1.0


_BARE_YEAR = re.compile(rf"(?<![\w./’–—-])(?P<y>{YEAR})(?![\w/]|[.,:][\d]|\s?[–—-]\s?\d)")
# What stands before a number that counts, numbers or locates: pp. 1402–1410, no. 1958, f. 1500, £1500, DOI, §.
_NUMBERED = re.compile(
    r"(?:\b(?:fond|opis’?|delo|pp?|nos?|nr|vols?|ff?|fols?|ll?|op|d|col|cols|nn?|ch|l|vv?|lines?|pages?|notes?|numbers?|nos|folios?|"
    r"items?|docs?|document|box|file|reel|MS|MSS|call|doi|about|some|over|nearly|than|least|approximately)"
    r"\.?\s?|[£$€#§×+=]\s?|[/:])(?:[\d–—,\s-]*)$",
    re.IGNORECASE,
)
# What is counted after it: 1958 tons, 1500 men.
_COUNTED = re.compile(
    r"\s(?:(?:million|thousand|hundred|metric|square|cubic)\s)?(?:tons?|tonnes|kilo\w*|kg|km|miles?|metres?|meters?|"
    r"feet|men|women|people|persons|soldiers|troops|workers|pages?|words?|lines?|copies|books|volumes|letters|"
    r"documents|items|verses|francs|roubles|rubles|yuan|dollars|pounds|marks|lire|livres|florins|ducats|acres|hectares|"
    r"per\scent|percent|years|days|hours|times|million|thousand|cases|votes|members|students|inhabitants|tokens|"
    r"texts|records|entries|others|such)\b|\s?%"
)
# Before 1928 people had crossed: what only time can follow.
_TEMPORAL = re.compile(r"\b(?:before|after|since|until|till|during)\s$", re.IGNORECASE)
# What makes a year one of several: c. 1850, from about 1846; `about 1500` alone may count something.
_APPROXIMATE = re.compile(
    r"(?:\bc\.\s?|\bca\.?\s|\bcirca\s|\bfl\.\s|\b(?:from|in|since|by|until)\s(?:about|around)\s)$", re.IGNORECASE
)
_EVERY_YEAR = re.compile(
    r"\b(?:every|each|usually|always|annually|generally|normally|yearly|(?:good|bad|normal|ordinary)\s(?:years?|season))\b",
    re.IGNORECASE,
)
_EVIDENCE = re.compile(
    r"(?:\b(?:in|of|since|by|until|till|from|to|before|after|during|between|around|circa|ca?\.|and|or|early|mid|late|"
    r"year|years|the|on|for|dated|published|founded|born|died|summer|winter|spring|autumn|fall)\s|,\s|\()$",
    re.IGNORECASE,
)


def find_dates(text: str) -> list[DateSpan]:
    """The dates of a text with their values, in order, never overlapping.

    A day without year takes the last year that the same or the previous sentence gives, a part of a month only that of
    the same sentence (certainty ``CARRIED``), and none where the sentence tells of every year; else it stays a day of
    any year (``--07-25``). A number of four digits is a year only from
    1400 to 2099, and not where it counts, numbers or locates something.
    """
    text = text.replace(MINUS, "–")
    found = _longest(list(_grammar_spans(text)) + list(_bare_years(text)))
    return _carry_years(text, found)


class _Match(NamedTuple):
    start: int
    end: int
    rank: int
    groups: Groups
    read: Reader
    cert: float


def _grammar_spans(text: str) -> Iterator[_Match]:
    for rank, (pattern, reader) in enumerate(GRAMMAR):
        for found in pattern.finditer(text):
            if "y1" not in pattern.groupindex or "m" in pattern.groupindex or not _numbered(text, found.start()):
                yield _Match(found.start(), found.end(), rank, _filled(found), reader, 1.0)


def _numbered(text: str, start: int) -> bool:
    """True for a number that is a page, an amount or part of a shelf mark: only words can make a date of it."""
    return _NUMBERED.search(text[max(0, start - 40) : start]) is not None


def _filled(found: re.Match[str]) -> Groups:
    return {name: value for name, value in found.groupdict().items() if value is not None}


def _bare_years(text: str) -> Iterator[_Match]:
    for found in _BARE_YEAR.finditer(text):
        cert = _year_certainty(text, found)
        if cert:
            yield _Match(found.start(), found.end(), len(GRAMMAR), _filled(found), _year, cert)


def _year(groups: Groups, year: int | None) -> Value | None:
    return calendar.point(year)


def _year_certainty(text: str, found: re.Match[str]) -> float:
    before = text[max(0, found.start() - 40) : found.start()]
    if _APPROXIMATE.search(before):
        return DOUBTFUL_YEAR
    if _numbered(text, found.start()) or (_COUNTED.match(text, found.end()) and not _TEMPORAL.search(before)):
        return 0.0
    if _EVIDENCE.search(before):
        return 1.0
    # Line and page numbers of editions reach the 1400s to 1600s; without any evidence these are not years.
    return DOUBTFUL_YEAR if int(found["y"]) >= 1700 else 0.0


def _longest(matches: list[_Match]) -> list[_Match]:
    chosen: list[_Match] = []
    for match in sorted(matches, key=lambda match: (match.start, -match.end, match.rank)):
        if not chosen or match.start >= chosen[-1].end:
            chosen.append(match)
    return chosen


def _is_safe(text: str, starts: list[int], sentence: int, given_at: int, match: _Match) -> bool:
    """Whether the year before is surely that of a date without one."""
    told = text[starts[sentence - 1] : starts[sentence] if sentence < len(starts) else len(text)]
    near = 0 if match.read is read_part_of_month else 1
    return sentence - given_at <= near and not _EVERY_YEAR.search(told)


def _carry_years(text: str, matches: list[_Match]) -> list[DateSpan]:
    starts = sentence_starts(text)
    dates: list[DateSpan] = []
    year, given_at = None, 0
    for match in matches:
        sentence = bisect_right(starts, match.start)
        own = match.groups.get("y") or match.groups.get("y1") or match.groups.get("y2")
        carried = not own and year is not None and _is_safe(text, starts, sentence, given_at, match)
        value = match.read(match.groups, int(own) if own else year if carried else None)
        if value is not None:
            dates.append(
                DateSpan(match.start, match.end, value, CARRIED if carried and "m" in match.groups else match.cert)
            )
        if own and not match.groups.keys() & {"bc1", "c"} and match.read is not read_decade:
            year, given_at = int(own), sentence
    return dates
