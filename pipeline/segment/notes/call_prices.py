"""What the alignment of calls and notes pays: for a note at a spot, and for a spot that is passed by.

Prices are negative logs of probabilities, so those of the glyphs (``glyphs.py``), the geometry, the page, the kind of
place and the words add up.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.model import TEXT_LAYER, Reading
from pipeline.segment.notes.glyphs import PLAIN, WORST, Hand, glyph_price, is_number
from pipeline.segment.series import SYMBOLS
from pipeline.segment.shared_words import Worth, words_price

LOST = 6.5
"""Price of a call that left no trace and is put at a likely place."""
PAGE_BEFORE = 5.5
"""Price of a call on the page before its note: the printer ran out of room. Of 12,600 calls 17 stand so; the log of
that would be more, but the pages of a dump are told by us."""
PAGE_AFTER = 4.5
"""Price of a call on the page after its note: automatic typesetting sometimes sets a note a page early. That is rarer
still, but where it does so once it does so again."""
NOT_RAISED = 1.5
"""Price of a call whose glyphs, on a page with geometry, are not raised."""
IN_TITLE = 3.0
"""Price of a numbered note called in the title block, and of the author's note called outside it."""
NUMBER_IGNORED = 5.0
"""Price of raised ink that is read as a number or a reference mark and yet is no call."""
OTHERWISE_PRINTED = 8.0
"""Price of a number that the file has and that is not the note's: presses err so now and then, but hardly twice side by
side, while a call in a table is out of its sequence."""
DIGITS = "digits"
"""The reader that sees digits in whatever it is shown. Of 20 marks in which no other saw a sign, in 60 scans, it was
right in one."""
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
    """Price of this kind of place: less than nothing behind a quotation, more inside a sentence or in a heading."""
    in_title: bool = False
    """Whether it is in the title block, where the authors' own note is called."""
    words: frozenset[str] = frozenset()
    """The telling words of its sentence."""
    among_others: bool = False
    """Whether it is in a table, a drawing or a caption, which have signs and exponents of their own; or in a row that
    no reader could read, of which any sign may be made; or both readers saw a quotation mark there."""
    calls_nothing: bool = False
    """Whether it is in an entry of a bibliography, or among the words of a scanned drawing: in 3,500 editions 15 links
    led to such entries, none of them rightly."""
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
    only_on: frozenset[int] | None = None
    """The pages that may call an endnote; None where nothing says which."""
    of_author: bool = False
    """A note with a reference mark in an article whose notes have numbers: the author's, or the editor's."""
    words: Worth = field(default_factory=dict)
    """The telling words of its text, and what each is worth."""


def pair_price(note: Called, spot: Spot, hand: Hand = PLAIN) -> float:
    """What speaks against a note being called at a spot; infinite where it cannot be."""
    page = math.inf if spot.calls_nothing else _page_price(note, spot)
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
    if note.only_on is not None and spot.page not in note.only_on:
        return math.inf
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
        return max(price, _other_sign(spot.readings, note.label))
    if spot.has_usual_form:
        return glyphs
    plausibility = -math.log(max(reading.confidence, 0.01))
    return glyphs + plausibility + (NOT_RAISED if spot.raised is False else 0.0)


def _other_sign(readings: Sequence[Reading], label: str) -> float:
    """What a number costs that is neither that of the note nor a part of it; 0.0 where that is not sure.

    Readers do not err alike, but where the ink of a digit is gone; what a text layer has was not read at all. Of a
    lettered note it may be a number, too, a letter or a reference mark: the text calls two series across one another.
    """
    is_sure = _is_sure_number if label.isdecimal() else _is_sure_sign if label.isalpha() else None
    if is_sure is None:
        return 0.0
    printed = {each.text for each in readings if each.reader == TEXT_LAYER and is_sure(each)}
    if printed:
        return 0.0 if label in printed else OTHERWISE_PRINTED
    signs = Counter(text for text, _ in {(each.text, each.reader) for each in readings if is_sure(each)})
    return WORST if any(times > 1 and sign not in label for sign, times in signs.items()) else 0.0


def sure_signs(notes: Sequence[Called]) -> Callable[[Spot], bool]:
    """What is not passed by: no number where all notes have reference marks, and no mark where they are lettered."""
    if any(note.label.isdecimal() for note in notes):
        return lambda spot: any(map(_is_sure_number, spot.readings))
    letters = {note.label for note in notes if note.label.isalpha()}
    if letters:
        # A letter that labels no note calls none: the tail of the line above is taken for a raised y.
        return lambda spot: any(each.text in letters and each.confidence >= SURE_LETTER for each in spot.readings)
    # What the surest reader takes for a figure is an exponent: 8 beside a star for x³.
    return lambda spot: any(map(_is_sure_mark, spot.readings)) and not _is_sure_number(spot.readings[0])


def skip_price(spot: Spot, is_sure: Callable[[Spot], bool]) -> float:
    """Price of a spot that is no call."""
    if spot.is_silent:
        return 0.0
    if spot.raised:
        seen = {reading.reader for reading in spot.readings} != {DIGITS}
        sure = seen and not spot.among_others and is_sure(spot)
        return NUMBER_IGNORED if sure else RAISED_IGNORED
    plausible = 1.0 if spot.has_usual_form else max((reading.confidence for reading in spot.readings), default=0.0)
    return -math.log(max(1.0 - plausible, NO_CALL))


def _is_sure_number(reading: Reading) -> bool:
    return reading.text.isdecimal() and reading.confidence >= 0.5


def _is_sure_letter(reading: Reading) -> bool:
    return len(reading.text) == 1 and "a" <= reading.text <= "z" and reading.confidence >= SURE_LETTER


def _is_sure_sign(reading: Reading) -> bool:
    return _is_sure_letter(reading) or _is_sure_number(reading) or (_is_sure_mark(reading) and reading.reader != DIGITS)


def _is_sure_mark(reading: Reading) -> bool:
    return reading.text in SYMBOLS and reading.confidence >= SURE_MARK
