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
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.model import TEXT_LAYER, Reading
from pipeline.segment.notes.glyphs import PLAIN, WORST, Hand, glyph_price, is_number
from pipeline.segment.notes.series import SYMBOLS
from pipeline.segment.shared_words import Worth, words_price

LOST = 6.5
"""Price of a call that left no trace and is put at a likely place."""
UNPLACED = 12.0
"""Price of a note that is placed nowhere."""
PAGE_BEFORE = 5.5
"""Price of a call on the page before its note: the printer ran out of room. Of 12,600 calls 17 stand so; the log of
that would be more, but the pages of a dump are told by us."""
PAGE_AFTER = 4.5
"""Price of a call on the page after its note: automatic typesetting sometimes sets a note a page early. That is rarer
still, but where it does so once it does so again."""
HORIZON = 8
"""Pages around a note on which the alignment still asks what other paths there are; beyond, they weigh nothing."""
REACH = 1
"""Pages around its own on which a foot-note may be called."""
NOT_RAISED = 1.5
"""Price of a call whose glyphs, on a page with geometry, are not raised."""
IN_TITLE = 3.0
"""Price of a numbered note called in the title block, and of the author's note called outside it."""
NUMBER_IGNORED = 5.0
"""Price of raised ink that is read as a number or a reference mark and yet is no call."""
SURE_LETTER = 0.5
"""Confidence of a letter of which two readers are not wrong together."""
SURE_MARK = 0.75
"""Confidence of a reference mark that is believed: that of a star by its shape alone is less."""
RAISED_IGNORED = 1.0
"""Price of raised ink that is read as nothing of the kind and is no call."""
NO_CALL = 0.1
"""Least probability that glyphs are no call, however odd: readers make stars and degrees of specks too."""
CERTAIN_READING = 0.99
"""Confidence of a number in a text layer, and of raised ink on which all readers agree."""
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
    words: frozenset[str] = frozenset()
    """The telling words of its sentence."""
    has_usual_form: bool = False
    """Whether it is a number on the line in the form that the article's calls have: in brackets, as they are."""

    @property
    def is_silent(self) -> bool:
        return not self.readings and not self.raised


@dataclass(frozen=True, slots=True)
class Called:
    """A note as the alignment sees it."""

    label: str
    page: int
    """On which it is printed."""
    until: int = 0
    """Last page on which it may be printed, where only the sequence tells of it; 0 for a note that was found."""
    free: bool = False
    """Endnotes: the page says nothing about the call's place."""
    of_author: bool = False
    """A note with a reference mark in an article whose notes have numbers: the author's, or the editor's."""
    words: Worth = field(default_factory=dict)
    """The telling words of its text, and what each is worth."""


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
    is_sure = _sure_signs(notes)
    skipped = np.concatenate([[0.0], np.cumsum([_skip_price(spot, is_sure) for spot in spots])])
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


def pair_price(note: Called, spot: Spot, hand: Hand = PLAIN) -> float:
    """What speaks against a note being called at a spot; infinite where it cannot be."""
    page = _page_price(note, spot)
    if math.isinf(page):
        return page
    words = words_price(note.words, spot.words)
    if spot.is_silent:
        return page + LOST + _surcharge(note, spot) + words
    reading, price = best_reading(note, spot, hand)
    if reading and reading.confidence >= CERTAIN_READING and is_number(reading.text):
        words = 0.0  # what is read for certain needs no words, and is not overruled by them
    # A number or a mark that was read as one is believed even in a heading; a speck is not.
    return page + price + words + (0.0 if price < 0.5 else _surcharge(note, spot))


def _surcharge(note: Called, spot: Spot) -> float:
    """What the kind of place says: the author's note is called in the title block, a numbered note hardly ever."""
    return spot.surcharge + (IN_TITLE if spot.in_title != note.of_author else 0.0)


def _page_price(note: Called, spot: Spot) -> float:
    if note.free or note.page <= spot.page <= max(note.page, note.until):
        return 0.0
    return {note.page - 1: PAGE_BEFORE, max(note.page, note.until) + 1: PAGE_AFTER}.get(spot.page, math.inf)


def best_reading(note: Called, spot: Spot, hand: Hand = PLAIN) -> tuple[Reading | None, float]:
    """The reading of the spot that speaks best for the note, and its price."""
    if not spot.readings:
        return None, LOST + _surcharge(note, spot) if spot.is_silent else LOST / 2
    priced = [(_reading_price(reading, note, spot, hand), place) for place, reading in enumerate(spot.readings)]
    price, place = min(priced)
    return spot.readings[place], price


def _reading_price(reading: Reading, note: Called, spot: Spot, hand: Hand) -> float:
    # Of a dump, where no ink was seen, a star is the author's beside the letters of the editor.
    seen = spot.raised or (spot.raised is not None and note.label.isalpha())
    glyphs = glyph_price(reading.text, note.label, None if seen else hand)
    if spot.raised:
        price = glyphs + (0.0 if reading is spot.readings[0] else DISAGREEING_READER)
        return max(price, WORST) if _is_other_sign(spot.readings, note.label) else price
    if spot.has_usual_form:
        return glyphs
    plausibility = -math.log(max(reading.confidence, 0.01))
    return glyphs + plausibility + (NOT_RAISED if spot.raised is False else 0.0)


def _is_other_sign(readings: Sequence[Reading], label: str) -> bool:
    """Whether two readers agree on a number that is neither that of the note nor a part of it, or the file has one.

    Readers do not err alike, but where the ink of a digit is gone; what a text layer has was not read at all. Of a
    lettered note it may be a number, too, a letter or a reference mark: the text calls two series across one another.
    """
    is_sure = _is_sure_number if label.isdecimal() else _is_sure_sign if label.isalpha() else None
    if is_sure is None:
        return False
    if any(each.reader == TEXT_LAYER and is_sure(each) and each.text != label for each in readings):
        return True
    signs = Counter(text for text, _ in {(each.text, each.reader) for each in readings if is_sure(each)})
    return any(times > 1 and sign not in label for sign, times in signs.items())


def _sure_signs(notes: Sequence[Called]) -> Callable[[Reading], bool]:
    """What is not passed by: no number where all notes have reference marks, and no mark where they are lettered."""
    if any(note.label.isdecimal() for note in notes):
        return _is_sure_number
    letters = {note.label for note in notes if note.label.isalpha()}
    if letters:
        # A letter that labels no note calls none: the tail of the line above is taken for a raised y.
        return lambda reading: reading.text in letters and reading.confidence >= SURE_LETTER
    return _is_sure_mark


def _skip_price(spot: Spot, is_sure: Callable[[Reading], bool]) -> float:
    """Price of a spot that is no call."""
    if spot.is_silent:
        return 0.0
    if spot.raised:
        return NUMBER_IGNORED if any(map(is_sure, spot.readings)) else RAISED_IGNORED
    plausible = 1.0 if spot.has_usual_form else max((reading.confidence for reading in spot.readings), default=0.0)
    return -math.log(max(1.0 - plausible, NO_CALL))


def _is_sure_number(reading: Reading) -> bool:
    return reading.text.isdecimal() and reading.confidence >= 0.5


def _is_sure_letter(reading: Reading) -> bool:
    return len(reading.text) == 1 and "a" <= reading.text <= "z" and reading.confidence >= SURE_LETTER


def _is_sure_sign(reading: Reading) -> bool:
    return (
        _is_sure_letter(reading) or _is_sure_number(reading) or (_is_sure_mark(reading) and reading.reader != "digits")
    )


def _is_sure_mark(reading: Reading) -> bool:
    return reading.text in SYMBOLS and reading.confidence >= SURE_MARK


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
