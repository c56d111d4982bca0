"""Spots: every place in the running text where a note call may stand, printed or lost without a trace."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from pipeline.letters import CAPITALS
from pipeline.model import TEXT_LAYER, BlockKind
from pipeline.readers import BOTH, TESSERACT
from pipeline.segment.assembling import Place, Running
from pipeline.segment.notes.call_prices import DIGITS, Spot
from pipeline.segment.notes.glyphs import is_number
from pipeline.segment.notes.raised_labels import stands_first
from pipeline.segment.notes.silent_places import silent_places
from pipeline.segment.raw_block import FLOATS
from pipeline.segment.shared_words import TellingWords

IN_HEADING = 3.0
"""Added in headings, where calls are rare."""
FEWEST_CALLS = 8
"""Calls that make a habit."""
UNUSUAL = 2.5
"""Most that a setting or a form can cost in which the article never calls a note."""
CLEARLY = math.log(5.0)
"""What the other form costs at least where the article has one form of calls: five in brackets for one without."""
PLAUSIBLE = 0.6
"""Confidence of glyphs from which they tell that their sentence calls a note."""
_CLOSING = r"[’”'\"»)\]\s]*"
_AFTER_SENTENCE = re.compile(rf"[.?!…]{_CLOSING}$")
_AFTER_QUOTATION = re.compile(r"[’”'\"»]\s?$")
_BEFORE_SENTENCE = re.compile(rf"^\s+[‘“«\"'(\[]?[{CAPITALS}]")
"""Between a closing mark and a capital the reader has lost a stop rather than the printer set none: of 16,056 calls in
print 14 stand so."""
_AFTER_CLAUSE = re.compile(rf"[,;:]{_CLOSING}$")
_BEFORE_STOP = re.compile(rf"^{_CLOSING}[.,;:?!]")
_BRACKETS = frozenset("[]()")
_SILENT_BLOCKS = frozenset({BlockKind.BIBLIOGRAPHY, BlockKind.DIAGRAM})
"""No call is lost there: an entry calls no note, and a drawing has no sentences."""
_TITLE_BLOCK = frozenset({BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.BYLINE, BlockKind.AFFILIATION})


class Setting(StrEnum):
    """What a call stands beside: presses set it after the punctuation (English) or before it (French)."""

    AFTER_SENTENCE = "after a sentence"
    AFTER_CLAUSE = "after a clause"
    BEFORE_STOP = "before a stop"
    AMID = "amid a sentence"


@dataclass(frozen=True, slots=True)
class Habit:
    """Where the article is used to calling its notes, and in which form: as far as its calls show."""

    settings: dict[Setting, float]
    """Setting -> what it costs a call to stand there; nothing where the article calls most of its notes. Empty if too
    few calls are certain."""
    brackets: dict[bool, float]
    """Whether a call has brackets -> what it costs; nothing for the form that most have. Empty if too few are legible.
    """

    @property
    def calls_before_stops(self) -> bool:
        return self.settings.get(Setting.BEFORE_STOP) == 0.0

    @property
    def calls_in_brackets(self) -> bool:
        """Whether nearly all calls are numbers in brackets."""
        return self.brackets.get(False, 0.0) >= CLEARLY


@dataclass(frozen=True, slots=True)
class Located:
    """A spot, and where in which block it lies: ``text[start:end]`` of the running text is printed for the call."""

    spot: Spot
    block: int
    start: int
    end: int


def spots_of(
    texts: Sequence[Running], kinds: Sequence[BlockKind], telling: TellingWords, habit: Habit | None = None
) -> list[Located]:
    """All spots of the blocks, in reading order. Silent ones give way to printed ones at the same place.

    Args:
        texts: running text of every block.
        kinds: their kinds.
        telling: the words that tell their sentences apart.
        habit: where the article calls its notes, as far as that is known.
    """
    before_stops = habit is not None and habit.calls_before_stops
    return [
        _with_words(
            located if not habit or located.spot.is_silent else _by_habit(located, running.text, habit), telling
        )
        for index, (running, kind) in enumerate(zip(texts, kinds, strict=True))
        for located in _spots_in(index, running, kind, before_stops=before_stops)
    ]


def setting_of(text: str, start: int, end: int) -> Setting:
    """What stands beside ``text[start:end]``."""
    ended = _AFTER_QUOTATION.search(text[:start]) and _BEFORE_SENTENCE.match(text[end:])
    if ended or _AFTER_SENTENCE.search(text[:start]):
        return Setting.AFTER_SENTENCE
    if _AFTER_CLAUSE.search(text[:start]):
        return Setting.AFTER_CLAUSE
    return Setting.BEFORE_STOP if _BEFORE_STOP.match(text[end:]) else Setting.AMID


def _has_brackets(printed: str) -> bool:
    """Whether what is printed for a call stands in brackets, or has the closing one of ``12)``."""
    return not _BRACKETS.isdisjoint(printed)


def habit_of(texts: Sequence[Running], certain: Iterable[Located], legible: Iterable[Located]) -> Habit | None:
    """The habit that calls show; None if they are too few.

    A price is the log of how much rarer the setting, or the form, is than the commonest one, one call being added to
    each.

    Args:
        texts: running text of every block.
        certain: calls that tell of the settings.
        legible: calls that are read as their notes' numbers, which tell of the form.
    """
    settings = Counter(setting_of(texts[call.block].text, call.start, call.end) for call in certain)
    brackets = Counter(_has_brackets(texts[call.block].text[call.start : call.end]) for call in legible)
    habit = Habit(_rarities(settings, Setting), _rarities(brackets, (True, False)))
    return habit if habit.settings or habit.brackets else None


_Kind = TypeVar("_Kind", Setting, bool)


def _rarities(counts: Counter[_Kind], kinds: Iterable[_Kind]) -> dict[_Kind, float]:
    if counts.total() < FEWEST_CALLS:
        return {}
    most = max(counts.values()) + 1
    return {kind: min(UNUSUAL, math.log(most / (counts[kind] + 1))) for kind in kinds}


def _by_habit(located: Located, text: str, habit: Habit) -> Located:
    """The spot with what its place and its form cost.

    A number in brackets where all calls are in brackets has the form of a call, as raised ink has elsewhere.
    """
    printed = text[located.start : located.end]
    bracketed = _has_brackets(printed)
    price = habit.settings.get(setting_of(text, located.start, located.end), 0.0)
    price += habit.brackets.get(bracketed, 0.0)
    usual = bracketed and habit.calls_in_brackets and is_number(printed)
    return replace(located, spot=replace(located.spot, surcharge=located.spot.surcharge + price, has_usual_form=usual))


def _with_words(located: Located, telling: TellingWords) -> Located:
    return replace(located, spot=replace(located.spot, words=telling.at(located.block, located.start)))


def _spots_in(index: int, running: Running, kind: BlockKind, *, before_stops: bool) -> list[Located]:
    surcharge = IN_HEADING if kind is BlockKind.HEADING else 0.0
    in_title = kind in _TITLE_BLOCK
    printed = [_printed(index, place, surcharge, kind) for place in running.places if not _begins_line(place)]
    taken = {offset for located in printed for offset in range(located.start - 1, located.end + 1)}
    quoted = kind is BlockKind.QUOTATION
    called = sorted(located.start for located in printed if _is_rather_a_call(located.spot))
    if kind in _SILENT_BLOCKS:
        return printed
    silent = [
        _silent_spot(index, running, offset, surcharge + price, in_title=in_title)
        for offset, price in silent_places(running.text, before_stops=before_stops, quoted=quoted, called=called)
        if offset not in taken
    ]
    return sorted([*printed, *silent], key=lambda located: (located.start, located.end))


def _is_rather_a_call(spot: Spot) -> bool:
    """Whether what is printed at a spot is rather a call than text."""
    return bool(spot.raised) or any(reading.confidence >= PLAUSIBLE for reading in spot.readings)


def _begins_line(place: Place) -> bool:
    """Whether raised ink stands before the first word of a printed line: no press parts a call from its word.

    Where a page bends into its gutter the first letters of its lines seem raised. A text layer does not bend; where its
    author set a space before the call, the line may end there.
    """
    row, call = place.row, place.candidate
    if row.page.reader == TEXT_LAYER:
        return False
    at_start = row.line.box is not None and stands_first(call, row)
    return at_start and bool(row.line.text[call.end : row.end].strip())


def _printed(index: int, place: Place, surcharge: float, kind: BlockKind) -> Located:
    candidate, in_title = place.candidate, kind in _TITLE_BLOCK
    drawn = kind is BlockKind.DIAGRAM and place.row.page.reader != TEXT_LAYER
    calls_nothing = kind is BlockKind.BIBLIOGRAPHY or drawn
    among_others = kind in FLOATS or place.row.is_doubted or _is_quotation_mark(place)
    spot = Spot(
        place.row.page.number,
        candidate.readings,
        candidate.raised,
        surcharge,
        in_title=in_title,
        among_others=among_others,
        calls_nothing=calls_nothing,
    )
    return Located(spot, index, place.start, place.end)


def _is_quotation_mark(place: Place) -> bool:
    """Whether Tesseract sees a quotation mark, the second reader no sign, and the digit reader alone a number.

    In 43 scans at most 26 of 74 such marks were calls; apostrophes for glottal stops are among them.
    """
    readings = {reading.reader: reading.text for reading in place.candidate.readings}
    marked = readings.keys() == {TESSERACT, DIGITS} and set(readings[TESSERACT]) <= _QUOTES
    return marked and place.row.page.reader == BOTH


_QUOTES = frozenset("’‘'\"”“")


def _silent_spot(index: int, running: Running, offset: int, price: float, *, in_title: bool) -> Located:
    return Located(Spot(page_at(running, offset), (), None, price, in_title), index, offset, offset)


def page_at(running: Running, offset: int) -> int:
    """Number of the page on which the character before an offset is printed."""
    page = running.pieces[0].page
    for piece in running.pieces:
        if piece.start >= offset:
            break
        page = piece.page
    return page
