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
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Reading
from pipeline.segment.glyphs import glyph_price

LOST = 6.5
"""Price of a call that left no trace and is put at a likely place."""
UNPLACED = 12.0
"""Price of a note that is placed nowhere."""
PAGE_BEFORE = 3.0
"""Price of a call on the page before its note: the printer ran out of room."""
PAGE_AFTER = 4.5
"""Price of a call on the page after its note: automatic typesetting sometimes sets a note a page early."""
REACH = 1
"""Pages around its own on which a foot-note may be called."""
NOT_RAISED = 1.5
"""Price of a call whose glyphs, on a page with geometry, are not raised."""
IN_TITLE = 3.0
"""Price of a numbered note called in the title block, and of the author's note called outside it."""
NUMBER_IGNORED = 5.0
"""Price of raised ink that is read as a number or a reference mark and yet is no call."""
RAISED_IGNORED = 1.0
"""Price of raised ink that is read as nothing of the kind and is no call."""
DISAGREEING_READER = 0.5
"""Added for a reading that is not the likeliest of its spot."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a call may stand."""

    page: int
    readings: tuple[Reading, ...]
    """What the readers make of it; empty for a silent spot, where nothing is printed."""
    raised: bool | None = None
    surcharge: float = 0.0
    """Price of this kind of place: 0.0 at the end of a paragraph, more inside a sentence or in a heading."""
    in_title: bool = False
    """Whether it is in the title block, where the authors' own note is called."""

    @property
    def is_silent(self) -> bool:
        return not self.readings and not self.raised


@dataclass(frozen=True, slots=True)
class Called:
    """A note as the alignment sees it."""

    label: str
    page: int
    free: bool = False
    """Endnotes: the page says nothing about the call's place."""
    of_author: bool = False
    """A note with a reference mark in an article whose notes have numbers: the author's, or the editor's."""


@dataclass(frozen=True, slots=True)
class Link:
    """A note and its spot; ``printed`` is the reading that spoke for it, empty for a silent spot."""

    note: int
    spot: int
    certainty: float
    printed: str
    reader: str
    price: float


Matrix = NDArray[np.float64]


def align(notes: Sequence[Called], spots: Sequence[Spot]) -> list[Link]:
    """The links of the best path, in order. Notes without a link are left out."""
    if not notes or not spots:
        return []
    prices = _prices(notes, spots)
    skips = np.array([_skip_price(spot) for spot in spots], dtype=np.float64)
    posterior = _posterior(prices, skips)
    links = []
    for note, spot in _best_path(prices, skips):
        reading, price = best_reading(notes[note], spots[spot])
        links.append(Link(
            note=note, spot=spot, certainty=round(float(posterior[note, spot]), 3),
            printed=reading.text if reading else "", reader=reading.reader if reading else "", price=price,
        ))  # fmt: skip
    return links


def _prices(notes: Sequence[Called], spots: Sequence[Spot]) -> Matrix:
    prices = np.full((len(notes), len(spots)), np.inf)
    for row, note in enumerate(notes):
        for column, spot in enumerate(spots):
            if note.free or abs(note.page - spot.page) <= REACH:
                prices[row, column] = pair_price(note, spot)
    return prices


def pair_price(note: Called, spot: Spot) -> float:
    """What speaks against a note being called at a spot; infinite where it cannot be."""
    page = _page_price(note, spot)
    if math.isinf(page):
        return page
    if spot.is_silent:
        return page + LOST + _surcharge(note, spot)
    _, price = best_reading(note, spot)
    # A number or a mark that was read as one is believed even in a heading; a speck is not.
    return page + price + (0.0 if price < 0.5 else _surcharge(note, spot))


def _surcharge(note: Called, spot: Spot) -> float:
    """What the kind of place says: the author's note is called in the title block, a numbered note hardly ever."""
    return spot.surcharge + (IN_TITLE if spot.in_title != note.of_author else 0.0)


def _page_price(note: Called, spot: Spot) -> float:
    if note.free or spot.page == note.page:
        return 0.0
    return {note.page - 1: PAGE_BEFORE, note.page + 1: PAGE_AFTER}.get(spot.page, math.inf)


def best_reading(note: Called, spot: Spot) -> tuple[Reading | None, float]:
    """The reading of the spot that speaks best for the note, and its price."""
    if not spot.readings:
        return None, LOST + _surcharge(note, spot) if spot.is_silent else LOST / 2
    priced = [(_reading_price(reading, note, spot), place) for place, reading in enumerate(spot.readings)]
    price, place = min(priced)
    return spot.readings[place], price


def _reading_price(reading: Reading, note: Called, spot: Spot) -> float:
    glyphs = glyph_price(reading.text, note.label)
    if spot.raised:
        return glyphs + (0.0 if reading is spot.readings[0] else DISAGREEING_READER)
    plausibility = -math.log(max(reading.confidence, 0.01))
    return glyphs + plausibility + (NOT_RAISED if spot.raised is False else 0.0)


def _skip_price(spot: Spot) -> float:
    if spot.is_silent:
        return 0.0
    if spot.raised:
        sure = any(reading.text.isdigit() and reading.confidence >= 0.5 for reading in spot.readings)
        return NUMBER_IGNORED if sure else RAISED_IGNORED
    return max((reading.confidence for reading in spot.readings), default=0.0)


def _best_path(prices: Matrix, skips: Matrix) -> list[tuple[int, int]]:
    """Pairs of the cheapest monotone path (Viterbi)."""
    notes, spots = prices.shape
    skipped = np.concatenate([[0.0], np.cumsum(skips)])
    best = np.empty((notes + 1, spots + 1))
    best[0] = skipped
    for note in range(notes):
        arrive = best[note] + UNPLACED
        arrive[1:] = np.minimum(arrive[1:], best[note, :-1] + prices[note])
        best[note + 1] = np.minimum.accumulate(arrive - skipped) + skipped
    return _traced(best, prices, skips)


def _traced(best: Matrix, prices: Matrix, skips: Matrix) -> list[tuple[int, int]]:
    note, spot = prices.shape
    pairs = []
    while note:
        here = best[note, spot]
        if spot and np.isclose(here, best[note - 1, spot - 1] + prices[note - 1, spot - 1], rtol=0, atol=1e-9):
            pairs.append((note - 1, spot - 1))
            note, spot = note - 1, spot - 1
        elif spot and np.isclose(here, best[note, spot - 1] + skips[spot - 1], rtol=0, atol=1e-9):
            spot -= 1
        else:
            note -= 1
    return pairs[::-1]


def _posterior(prices: Matrix, skips: Matrix) -> Matrix:
    """Probability of every pair over all monotone paths, each weighted by exp(-price)."""
    forward = _sums(prices, skips)
    backward = _sums(prices[::-1, ::-1], skips[::-1])[::-1, ::-1]
    with np.errstate(under="ignore"):
        log = np.minimum(0.0, forward[:-1, :-1] - prices + backward[1:, 1:] - forward[-1, -1])
        return np.asarray(np.exp(log), dtype=np.float64)


def _sums(prices: Matrix, skips: Matrix) -> Matrix:
    """Log of the summed weights of all paths to every cell."""
    notes, spots = prices.shape
    skipped = np.concatenate([[0.0], np.cumsum(skips)])
    sums = np.empty((notes + 1, spots + 1))
    sums[0] = -skipped
    for note in range(notes):
        arrive = sums[note] - UNPLACED
        arrive[1:] = np.logaddexp(arrive[1:], sums[note, :-1] - prices[note])
        sums[note + 1] = np.logaddexp.accumulate(arrive + skipped) - skipped
    return sums
