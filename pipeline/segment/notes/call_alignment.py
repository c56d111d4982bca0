"""One monotone alignment of note calls and notes over the whole article.

Calls and notes are found independently; here they meet. Spots (places in the running text where a call may stand) and
notes are aligned in order; a pair costs what the glyphs, the geometry and the page say against it, and either side may
be skipped at a price. The best path gives the links; the posterior probability of each link, from a forward-backward
pass over all paths, gives its certainty.

Method: Needleman and Wunsch, J. Mol. Biol. 48 (1970), for the path; Durbin et al., Biological Sequence Analysis (1998),
ch. 4, for the posterior of an alignment. That calls and notes are found apart and the sequence decides is the idea of
the Missieven project (https://github.com/CLARIAH/wp6-missieven).
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.segment.notes.call_prices import Called, Spot, best_reading, pair_price, skip_price, sure_signs
from pipeline.segment.notes.glyphs import PLAIN, Hand

UNPLACED = 12.0
"""Price of a note that is placed nowhere."""
HORIZON = 8
"""Pages around a note on which the alignment still asks what other paths there are; beyond, they weigh nothing."""
REACH = 1
"""Pages around its own on which a foot-note may be called."""


@dataclass(frozen=True, slots=True)
class Link:
    """A note and its spot; ``printed`` is the reading that spoke for it, empty for a silent spot."""

    note: int
    spot: int
    certainty: float
    printed: str
    reader: str
    price: float


Row = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The spots ``spots[start:end]`` that are looked at for a note, and what those cost that may be its call."""

    start: int
    end: int
    first: int
    """The spot that the first price is for; the others are for those behind it. All further spots cost infinity."""
    prices: Row

    def mirrored(self, ends: int) -> "Stretch":
        """The same, where so many spots are counted from the last to the first."""
        return Stretch(ends - self.end, ends - self.start, ends - self.first - len(self.prices), self.prices[::-1])


def align(notes: Sequence[Called], spots: Sequence[Spot], hand: Hand = PLAIN) -> list[Link]:
    """The links of the best path, in order. Notes without a link are left out.

    Args:
        notes: in reading order.
        spots: in reading order.
        hand: what the document's reader makes of digits, as far as that is known.
    """
    if not notes or not spots:
        return []
    stretches = _stretches(notes, spots, hand)
    is_sure = sure_signs(notes)
    skipped = np.concatenate([[0.0], np.cumsum([skip_price(spot, is_sure) for spot in spots])])
    links = []
    pairs = _best_path(stretches, skipped)
    for (note, spot), certainty in zip(pairs, _certainties(pairs, stretches, skipped), strict=True):
        reading, price = best_reading(notes[note], spots[spot], hand)
        links.append(Link(
            note=note, spot=spot, certainty=round(certainty, 3),
            printed=reading.text if reading else "", reader=reading.reader if reading else "", price=price,
        ))  # fmt: skip
    return links


def _stretches(notes: Sequence[Called], spots: Sequence[Spot], hand: Hand) -> list[Stretch]:
    """For each note the spots some pages around it, so that time and memory grow with the pages and not their square.

    Neither the starts nor the ends ever go back, and each stretch begins before the one before it ends, at the latest
    where that one ends: a path can pass from one to the next.
    """
    pages = np.array([spot.page for spot in spots])
    first, last = np.maximum.accumulate(pages), np.minimum.accumulate(pages[::-1])[::-1]
    own = [0 if note.free else note.page for note in notes]
    reach = [math.inf if note.free else HORIZON for note in notes]
    starts = np.array([np.searchsorted(first, page - far) for page, far in zip(own, reach, strict=True)])
    ends = np.array([np.searchsorted(last, page + far, "right") for page, far in zip(own, reach, strict=True)])
    starts = np.minimum.accumulate(starts[::-1])[::-1]
    ends = np.maximum(np.maximum.accumulate(ends), np.append(starts[1:], 0))
    return [
        Stretch(int(start), int(end), *_prices(note, pages[start:end], spots, int(start), hand))
        for note, start, end in zip(notes, starts, ends, strict=True)
    ]


def _prices(note: Called, pages: NDArray[np.int_], spots: Sequence[Spot], start: int, hand: Hand) -> tuple[int, Row]:
    """The first spot that can be the note's call, and the prices from it to the last one that can."""
    reached = (pages >= note.page - REACH) & (pages <= max(note.page, note.until) + REACH)
    near = np.flatnonzero(reached | note.free)
    if not len(near):
        return start, np.empty(0)
    first, last = start + int(near[0]), start + int(near[-1])
    return first, np.array([pair_price(note, spot, hand) for spot in spots[first : last + 1]], dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of the table, where so many notes are behind: the prices of the ways to it, from ``start`` spots on."""

    start: int
    prices: Row

    def at(self, spot: int) -> float:
        """The price where so many spots are behind."""
        return float(self.prices[spot - self.start])

    def part(self, first: int, count: int) -> Row:
        """So many prices from a spot on."""
        return self.prices[first - self.start : first - self.start + count]


def _rows(
    stretches: Sequence[Stretch], skipped: Row, either: Callable[[Row, Row], Row], sweep: Callable[[Row], Row]
) -> Iterator[Cells]:
    """One row for each number of notes that are behind, from none to all.

    Prices of the ways to every cell, those that meet in it put together by ``either``, along a row by ``sweep``. Only
    the row before is needed for a row, and no more are kept: a thousand pages have 400 cells for each of 5,000 notes.
    """
    before = Cells(0, skipped[: stretches[0].end + 1].copy())
    yield before
    for number, stretch in enumerate(stretches):
        last = number + 1 == len(stretches)
        end = len(skipped) - 1 if last else max(stretch.end, stretches[number + 1].end)
        here = Cells(stretch.start, np.full(end + 1 - stretch.start, np.inf))
        unplaced = before.part(stretch.start, stretch.end + 1 - stretch.start)
        here.prices[: len(unplaced)] = unplaced + UNPLACED
        paired = here.part(stretch.first + 1, len(stretch.prices))
        paired[:] = either(paired, before.part(stretch.first, len(stretch.prices)) + stretch.prices)
        passed = skipped[stretch.start : end + 1]
        before = Cells(stretch.start, sweep(here.prices - passed) + passed)
        yield before


_UNPLACED, _PASSED, _PAIRED = range(3)
"""How the best path comes to a cell: a note has no place, a spot is passed by, or they are a pair."""


def _best_path(stretches: Sequence[Stretch], skipped: Row) -> list[tuple[int, int]]:
    """Pairs of the cheapest monotone path (Viterbi); of each cell only the step that leads to it is kept."""
    rows = pairwise(_rows(stretches, skipped, np.minimum, np.minimum.accumulate))
    steps = [_steps(stretch, before, here, skipped) for stretch, (before, here) in zip(stretches, rows, strict=True)]
    note, spot, pairs = len(stretches), len(skipped) - 1, []
    while note:
        step = int(steps[note - 1][spot - stretches[note - 1].start])
        note, spot = note - (step != _PASSED), spot - (step != _UNPLACED)
        if step == _PAIRED:
            pairs.append((note, spot))
    return pairs[::-1]


def _steps(stretch: Stretch, before: Cells, here: Cells, skipped: Row) -> NDArray[np.uint8]:
    """The step to each cell of a row."""
    steps = np.full(len(here.prices), _UNPLACED, dtype=np.uint8)
    passed = skipped[here.start : here.start + len(steps)]
    steps[1:][_same(here.prices[1:], here.prices[:-1] + passed[1:] - passed[:-1])] = _PASSED
    count, first = len(stretch.prices), stretch.first
    pairs = _same(here.part(first + 1, count), before.part(first, count) + stretch.prices)
    steps[first + 1 - here.start :][:count][pairs] = _PAIRED
    return steps


def _same(prices: Row, others: Row) -> NDArray[np.bool_]:
    return np.abs(prices - others) <= 1e-9


def _certainties(pairs: Sequence[tuple[int, int]], stretches: Sequence[Stretch], skipped: Row) -> list[float]:
    """Probability of each of these pairs over all monotone paths, each path weighted by exp(-price)."""
    ends, notes = len(skipped) - 1, len(stretches)
    forward = _at(dict(pairs) | {notes: ends}, _rows(stretches, skipped, _both, _all))
    mirrored = [stretch.mirrored(ends) for stretch in reversed(stretches)]
    behind = {notes - note - 1: ends - spot - 1 for note, spot in pairs}
    backward = _at(behind, _rows(mirrored, skipped[-1] - skipped[::-1], _both, _all))
    return [
        math.exp(min(0.0, forward[notes] - forward[note] - price - backward[notes - note - 1]))
        for note, spot in pairs
        for price in (float(stretches[note].prices[spot - stretches[note].first]),)
    ]


def _at(places: Mapping[int, int], rows: Iterable[Cells]) -> dict[int, float]:
    """Row -> the price in one of its cells, for rows and cells that are asked for."""
    return {number: row.at(places[number]) for number, row in enumerate(rows) if number in places}


def _both(one: Row, other: Row) -> Row:
    """The price of two ways together: the log of the sum of their weights, negated."""
    return -np.logaddexp(-one, -other)


def _all(prices: Row) -> Row:
    return -np.logaddexp.accumulate(-prices)
