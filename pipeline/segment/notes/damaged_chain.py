"""The numbers of damaged labels: the cheapest rising sequence through the rows that may begin a note."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import inf
from typing import Protocol

from pipeline.model import CallCandidate
from pipeline.raised_notation import without_brackets
from pipeline.segment.notes.glyphs import LABELS, WORST, glyph_price
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row

START = 4.5
"""What a row that begins with signs is worth as the first of a note: more than two digits of which one left a sign."""
LEGIBLE = 2.0
"""What it is worth beyond that that a label of two digits or more is the number as it is printed."""
UNSIGNED = 1.0
"""What a row is worth that begins without signs, but where a note may begin."""
CALLED = 2.0
"""What it is worth that a note's number is read as a call on its page."""
BORNE_OUT = 0.6
"""Of the labels: those that must have a sign, or their number as a call; of the pages that begin with a 1: those whose
first label is a single glyph."""
MOST_DOUBLE = 0.25
"""Of the labels that left a sign: those of two glyphs, where numbers start again on every page and few come to ten."""
SKIPPED = 2.2
"""Price of a number that is passed over: its label left no sign."""
MOST_SKIPPED = 4
NEW_PAGE = 1.0
"""Price of every page that begins with a 1."""


@dataclass(frozen=True, slots=True)
class Start:
    """A row at the foot of a page that may be the first of a note."""

    row: Row
    index: int
    end: int
    called: frozenset[int]
    """Numbers that are read as calls in the text of its page."""
    told: bool = False
    """Whether its place tells that it begins a note, whatever its sign and the numbers that were read as calls."""

    @property
    def printed(self) -> str:
        return self.row.text[: self.end]

    def price(self, number: int) -> float:
        """What speaks against a number; negative where it is likely."""
        called = CALLED * (number in self.called)
        if not self.end:
            return -(START if self.told else UNSIGNED) - called
        stopped = self.row.text.startswith(".", self.end)  # the number of a heading, or a label that is not raised
        if self.printed.isdecimal() and (stopped or len(self.printed) > 1):
            glyphs = WORST if self.printed != str(number) else 0.0 if stopped else -LEGIBLE
        else:
            glyphs = glyph_price(without_brackets(self.printed), str(number), LABELS)
        return (min(glyphs, CALLED) if self.told else glyphs) - START - called

    def label(self, number: int) -> Label:
        """The row as the note of a number."""
        return Label(self.row, self.index, self.end, str(number), 0.0)


def numbers_called(calls: Iterable[CallCandidate]) -> frozenset[int]:
    """The numbers that any reading of the calls of a page is."""
    found = (_NUMBER.fullmatch(reading.text) for call in calls for reading in call.readings)
    return frozenset(int(each["number"] or each["bare"]) for each in found if each)


_NUMBER = re.compile(r"(?P<bare>\d+)|[(\[{!](?P<number>\d{1,3})[)\]}]")
"""A call's number, in brackets of which the first may be misread: ``!74)``."""


class MayBegin(Protocol):
    """A row that may be the first of a note."""

    def price(self, number: int) -> float:
        """What speaks against a number; negative where it is likely."""

    def label(self, number: int) -> Label:
        """The row as the note of a number."""


def numbered_chain(starts: Sequence[Start], *, through: bool, may_go_on: bool = False) -> list[Label]:
    """The cheapest sequence of numbers through the starts: through the article, or from 1 on every page.

    An article does the one or the other; a sequence that began anew now and then would fit any signs.

    Args:
        starts: the rows that may begin a note, in reading order.
        through: whether numbers go through the article for sure.
        may_go_on: whether the first number may be any that the text calls, as in the second part of an article.
    """
    beginnings = sorted(_beginnings(starts)) if may_go_on else [1]
    numbered, price = min(
        (cheapest_numbers(starts, _numbers(starts, first)) for first in beginnings), key=lambda found: found[1]
    )
    pages = [list(on_page) for _, on_page in groupby(starts, key=lambda start: start.row.page.number)]
    single = sum(len(on_page[0].printed) <= 1 for on_page in pages)
    signed = [start.printed for start in starts if start.end]
    double = sum(len(printed) > 1 for printed in signed)
    if through or single < BORNE_OUT * len(pages) or double > MOST_DOUBLE * len(signed):
        return numbered
    by_page, price_by_page = [], 0.0
    for on_page in pages:
        labels, its_price = cheapest_numbers(on_page, _numbers(on_page))
        by_page += labels
        price_by_page += its_price + NEW_PAGE
    return by_page if price_by_page < price else numbered


def _beginnings(starts: Sequence[Start]) -> set[int]:
    """Numbers with which the sequence may begin: 1, or what the text calls and a sequence from 1 cannot reach."""
    return {1} | {number for start in starts for number in start.called if number not in _numbers(starts)}


def _numbers(starts: Sequence[Start], first: int = 1) -> range:
    """The numbers that so many starts may have: at most twice as many."""
    return range(first, first + 2 * len(starts) + MOST_SKIPPED)


def cheapest_numbers(starts: Sequence[MayBegin], numbers: range) -> tuple[list[Label], float]:
    """The cheapest sequence of rising numbers through the starts, by dynamic programming, and its price.

    A start that gets no number is no label.
    """
    best = [inf] * (len(numbers) + 1)  # price of the best sequence that ends with so many of the numbers
    best[0] = 0.0
    last: list[int | None] = [None] * len(best)
    steps: list[dict[int, tuple[int | None, int]]] = []
    for place, start in enumerate(starts):
        found = dict(_arrivals(start, numbers, best, last))
        steps.append({count: (origin, before) for count, (_price, origin, before) in found.items()})
        for count, (price, _origin, _before) in found.items():
            if price < best[count]:
                best[count], last[count] = price, place
    end = min(range(len(best)), key=lambda count: (best[count], count))
    chain = [starts[place].label(numbers[count - 1]) for place, count in _backward(steps, last[end], end)]
    return chain[::-1], best[end]


def _arrivals(
    start: MayBegin, numbers: range, best: Sequence[float], last: Sequence[int | None]
) -> Iterator[tuple[int, tuple[float, int | None, int]]]:
    """For every count of numbers what the best sequence costs that ends with it here, and where it comes from."""
    for count in range(1, len(best)):
        ways = [
            (best[count - 1 - skipped] + SKIPPED * skipped, last[count - 1 - skipped], count - 1 - skipped)
            for skipped in range(min(MOST_SKIPPED + 1, count))
        ]
        price, origin, before = min(ways, key=lambda way: way[0])
        if price < inf and (own := start.price(numbers[count - 1])) < inf:
            yield count, (price + own, origin, before)


def _backward(
    steps: Sequence[dict[int, tuple[int | None, int]]], place: int | None, count: int
) -> Iterator[tuple[int, int]]:
    while place is not None:
        yield place, count
        place, count = steps[place][count]
