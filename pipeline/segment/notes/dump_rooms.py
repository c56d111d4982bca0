"""Which rows of a dump are notes: a page passes from its text to its notes, and seldom back.

A dump tells neither type nor place, but each row says something: notes have references, years and names; calls stand in
the text; and the lines of the smaller type hold more letters. No row is sure by itself; the page is, for its rows are
of one kind in long runs. So text and notes are the two states of a hidden Markov model, and the cheapest way through
the page tells them. How long the lines of each kind are is learnt from the article: what the words told is measured,
and the pages are gone through again.

Method: Viterbi's algorithm (Rabiner, Proc. IEEE 77, 1989). The weights were fitted (logistic regression, then rounded)
to 11,000 rows of 37 dumps of six readers, in five languages, whose notes are known.
"""

import re
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.model import CallCandidate
from pipeline.raised_notation import without_brackets
from pipeline.segment.notes.dump_foot import DAMAGED, REFERENCE, begins_with_signs, has_ended
from pipeline.segment.notes.labels import Label, has_number, number_end
from pipeline.segment.rows import Row, begins_anew, ends_sentence

_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|[A-Za-z]{2,4})\.(?=\s)")
_SET_APART = re.compile(r"[()\[\]:;&]")

HAS_REFERENCE = 2.3
HAS_YEAR = 1.2
PER_ABBREVIATION, MOST_ABBREVIATIONS = 0.6, 3
PER_SIGN, MOST_SIGNS = 0.25, 4
PER_CALL, MOST_CALLS = -0.6, 2
CAPITALS = 1.9
"""Of a row all of whose words have capitals over one that has as many as the article's rows have: German has more."""
LINE = 120
"""Letters of the longest line that a press sets; a longer row is a paragraph, and what it has counts by the line."""
LABELLED = 1.0
"""A row that begins with what may be a label, behind a sentence or white."""
IS_CALLED = 2.0
"""Of such a row whose label is printed for a call on its page, too, be it a number or a sign."""
IN_SEQUENCE = 3.0
"""A row whose label is one of the sequence."""
PLACE = 3.0
"""Of the last row of a page over the first."""
TEXT = -3.4
"""Of a row of which nothing is known: most rows are text."""

INTO_NOTES = 2.0
UNLABELLED = 1.0
"""Price of notes that begin without a label, and again of those that begin with a small letter."""
BACK_TO_TEXT = 6.0
"""A second column, or the facing page."""
NOTES_ON_TOP = 5.0
"""A page that begins with notes has nothing else: a note fills it, or it is of endnotes."""
BLANK = 1.0
"""What a blank line takes off the price of a passage."""
NO_BLANK = 6.0
"""What notes cost over which there is none, in a dump that shows white: of 149 feet of 16 such dumps none begins so,
three rows that were taken for the first did."""

CUT_IN_TWO = 3.5
"""Price of notes behind the end of a sentence where the next page begins with a small letter: the text of the page has
broken off higher up, and what is between is a note without a label. Where no white is shown it may be anything."""
BROKEN_OFF, BROKEN_OFF_SOLID = 7.5, 4.0
"""What a label of the sequence costs where the notes of the page before break off in the middle of a sentence: of 59
such pages none begins with a label. What goes on may read like text, row after row; less in a dump that shows no
white, where nothing tells in which row it begins."""
USUALLY, FEWEST_ENDS = 0.8, 4
"""Of the notes before another, those that end with a stop, where a note without one has broken off."""
FULL = 0.8
"""Of the longest line of the notes of a page: the last one, if it is cut off."""
SCRAP = 4
"""Letters of a row of dirt at the foot of a page, which has no stop."""

FEWEST = 8
"""Rows of each kind that show how long its lines are."""
FULL_TEXT, FULL_NOTES = 0.6, 0.7
"""Quantiles of the lengths that full lines have: half of the lines of notes end a note."""
LONGER = 1.04
"""Times the full line of the text: that of notes in smaller type, at least."""
SPREAD = 0.05
"""Standard deviation of the length of full lines, in full lines of the text."""
SAYS_TEXT, SAYS_NOTES = -2.5, 3.0
"""Most that the length of a row says."""
FRAGMENT = 20
"""Letters of a row whose length says nothing."""
ROUNDS = 2


@dataclass(frozen=True, slots=True)
class DumpRooms:
    """The rows of a dump that are of its notes."""

    notes: frozenset[tuple[int, int]] = frozenset()
    """By page and line."""
    by_length: bool = False
    """Whether the length of the lines tells them from the text."""
    carried: frozenset[tuple[int, int]] = frozenset()
    """The first of them on pages before which a note has broken off: it goes on there."""

    def parts(self, page: Sequence[Row]) -> list[Sequence[Row]]:
        """The page cut where its text goes on behind notes: columns, or facing pages, with notes of their own.

        Where the length of the lines tells nothing, a long note may read like text: there the next white behind it
        parts them, if other notes follow.
        """
        kinds = [row.key in self.notes for row in page]
        cuts: list[int] = []
        behind = False
        for place, row in enumerate(page):
            behind = not kinds[place] and (behind or (place > 0 and kinds[place - 1]))
            white = bool(row.line.blank_before) and place > 0 and has_ended(page[place - 1]) and any(kinds[place:])
            if behind and (self.by_length or white):
                cuts.append(place)
                behind = False
        return [page[begin:end] for begin, end in pairwise([0, *cuts, len(page)])]

    def foot(self, page: Sequence[Row]) -> int:
        """Index of the first row of the notes of a page, or of a part of it; its length where there are none."""
        return next((place for place, row in enumerate(page) if row.key in self.notes), len(page))


def dump_rooms(pages: Sequence[Sequence[Row]], sequence: AbstractSet[tuple[int, int]], *, solid: bool) -> DumpRooms:
    """The rows of a dump that are of its notes.

    Args:
        pages: the rows of every page, furniture taken off.
        sequence: the rows whose labels are of the sequence of notes, by page and line.
        solid: whether it shows nothing of the white over a row.
    """
    usual = median([share for page in pages for row in page if (share := _capitals(row)) is not None] or [0.0])
    said = [_said_on(page, usual, sequence) for page in pages]
    likely = _Likely(pages, sequence, no_blank=0.0 if solid else NO_BLANK, stopped=_are_stopped(pages, sequence))
    states = likely.states(said)
    by_length = None
    for _ in range(ROUNDS):
        by_length = _by_length(pages, states)
        if by_length is None:
            break
        states = likely.states(
            [
                [weight + by_length(row) for weight, row in zip(weights, page, strict=True)]
                for page, weights in zip(pages, said, strict=True)
            ]
        )
    notes = [
        row.key
        for page, kinds in zip(pages, states, strict=True)
        for row, of_notes in zip(page, kinds, strict=True)
        if of_notes
    ]
    return DumpRooms(frozenset(notes), by_length is not None, likely.carried(states))


def by_room(labels: Sequence[Label], rooms: DumpRooms) -> list[Label]:
    """The labels of a dump, of less weight amid its text: numbered paragraphs, rows of tables, items of lists.

    Amid a note, too, for there a line begins with a number by chance.
    """
    if not rooms.notes:
        return list(labels)
    return [replace(label, weight=label.weight - _place_price(label.row, rooms)) for label in labels]


def _place_price(row: Row, rooms: DumpRooms) -> float:
    if row.key not in rooms.notes:
        return AMID_TEXT if rooms.by_length else MAYBE_AMID_TEXT
    page, number = row.key
    return AMID_NOTE if (page, number - 1) in rooms.notes and not begins_anew(row) else 0.0


AMID_TEXT, MAYBE_AMID_TEXT = 4.0, 1.0
"""Price of a label amid the text, where the length of the lines tells notes and text apart, and where it does not."""
AMID_NOTE = 1.0
"""Price of a label within a note, no sentence ending before it: as much as a small letter behind it says."""


def _said_on(page: Sequence[Row], usual: float, sequence: AbstractSet[tuple[int, int]]) -> list[float]:
    """What the rows of a page say for being of the notes, as log odds."""
    called = {reading.text for row in page for call in _calls(row) for reading in call.readings}
    return [_said(page, place, usual, sequence, called) for place in range(len(page))]


def _calls(row: Row) -> list[CallCandidate]:
    """What may be calls in a row, but for what may be its label."""
    return [call for call in row.line.calls if call.start > row.start + 2]


def _said(
    page: Sequence[Row],
    place: int,
    usual: float,
    sequence: AbstractSet[tuple[int, int]],
    called: AbstractSet[str],
) -> float:
    """What a row says for being of the notes, as log odds."""
    row = page[place]
    capitals = _capitals(row)
    calls = len(_calls(row))
    labelled = _may_be_labelled(page, place)
    lines = max(1.0, len(row.text) / LINE)

    def often(pattern: re.Pattern[str], most: int) -> float:
        return min(most, sum(1 for _ in pattern.finditer(row.text)) / lines)

    return (
        TEXT
        + PLACE * place / max(1, len(page) - 1)
        + HAS_REFERENCE * often(REFERENCE, 1)
        + HAS_YEAR * often(_YEAR, 1)
        + PER_ABBREVIATION * often(_ABBREVIATION, MOST_ABBREVIATIONS)
        + PER_SIGN * often(_SET_APART, MOST_SIGNS)
        + PER_CALL * min(MOST_CALLS, calls)
        + (0.0 if capitals is None else CAPITALS * (capitals - usual))
        + LABELLED * labelled
        + IS_CALLED * (labelled and _label(row) in called)
        + IN_SEQUENCE * (row.key in sequence)
    )


def _capitals(row: Row) -> float | None:
    """Share of the words of a row, but the first, that have a capital; None where they are too few."""
    words = _WORD.findall(row.text)
    return sum(word[0].isupper() for word in words[1:]) / (len(words) - 1) if len(words) > 2 else None


def _label(row: Row) -> str:
    """What is printed where a row may have its label."""
    found = DAMAGED.match(row.text)
    printed = found["label"] if found else row.text[: number_end(row)]
    return without_brackets(printed.rstrip(" .,:"))


def _may_be_labelled(page: Sequence[Row], place: int) -> bool:
    row = page[place]
    anew = not place or bool(row.line.blank_before) or ends_sentence(page[place - 1].text)
    return begins_with_signs(page, place, first=False) or (anew and has_number(row))


def _by_length(pages: Sequence[Sequence[Row]], states: Sequence[Sequence[bool]]) -> Callable[[Row], float] | None:
    """What the length of a row says, as log odds; None where the notes' lines are no longer than those of the text."""
    lengths: dict[bool, list[int]] = {False: [], True: []}
    for page, of_notes in zip(pages, states, strict=True):
        for row, state in zip(page, of_notes, strict=True):
            if len(row.text) > FRAGMENT:
                lengths[state].append(len(row.text))
    if min(map(len, lengths.values())) < FEWEST:
        return None
    text, notes = _quantile(lengths[False], FULL_TEXT), _quantile(lengths[True], FULL_NOTES)
    if notes < LONGER * text:
        return None
    spread = SPREAD * text

    def said(row: Row) -> float:
        length = len(row.text)
        if length < text - 2 * spread:
            return 0.0  # the last line of a paragraph, or of a note
        odds = ((length - text) ** 2 - (length - notes) ** 2) / (2 * spread**2)
        return max(SAYS_TEXT, min(SAYS_NOTES, odds))

    return said


def _quantile(lengths: Sequence[int], share: float) -> int:
    return sorted(lengths)[int(share * len(lengths))]


def _are_stopped(pages: Sequence[Sequence[Row]], sequence: AbstractSet[tuple[int, int]]) -> bool:
    """Whether the notes end with stops, as far as the labels of the sequence show that others follow."""
    ends = [
        bool(_STOPPED.search(page[place - 1].text))
        for page in pages
        for place in [place for place, row in enumerate(page) if row.key in sequence][1:]
    ]
    return len(ends) >= FEWEST_ENDS and sum(ends) >= USUALLY * len(ends)


_GOES_ON = re.compile(r"[a-zß-ÿ]+[\s,;:’'-]")
"""A word in small letters; ``e)`` is an item."""
_ADDRESS = re.compile(r"(?:://|www\.)\S*[^\s/-]$")
"""An address at the end of a row: a note may end with it."""
_STOPPED = re.compile(r"[.!?·][’”»'\")\]]*\W?$")


@dataclass(frozen=True, slots=True)
class _Likely:
    """The likeliest states of the rows of a dump."""

    pages: Sequence[Sequence[Row]]
    sequence: AbstractSet[tuple[int, int]]
    no_blank: float
    """Price of notes over which there is no white."""
    stopped: bool
    """Whether its notes end with stops."""

    def states(self, said: Sequence[Sequence[float]]) -> list[list[bool]]:
        """For every row whether it is of the notes, by what it says."""
        found: list[list[bool]] = []
        for page, below, weights in zip(self.pages, [*self.pages[1:], []], said, strict=True):
            note = bool(found) and self.stopped and _breaks_off(self.pages[len(found) - 1], found[-1])
            text = bool(below and self.no_blank) and bool(_GOES_ON.match(below[0].text))
            found.append(self._on_page(page, weights, note_goes_on=note, text_goes_on=text))
        return found

    def carried(self, states: Sequence[Sequence[bool]]) -> frozenset[tuple[int, int]]:
        """The rows in which a note goes on from the page before."""
        on_pages = list(zip(self.pages, states, strict=True))
        firsts = (
            next((row for row, of_notes in zip(page, kinds, strict=True) if of_notes), None)
            for before, (page, kinds) in pairwise(on_pages)
            if self.stopped and _breaks_off(*before)
        )
        return frozenset(row.key for row in firsts if row is not None and row.key not in self.sequence)

    def _on_page(
        self, page: Sequence[Row], said: Sequence[float], *, note_goes_on: bool, text_goes_on: bool
    ) -> list[bool]:
        """By Viterbi's algorithm; ``note_goes_on`` from the page before, and ``text_goes_on`` on the next."""
        text, notes = 0.0, -NOTES_ON_TOP
        steps: list[tuple[bool, bool]] = []
        for place, weight in enumerate(said):
            into, back = (NOTES_ON_TOP, NOTES_ON_TOP)
            if place:
                into, back = self._passages(page, place, goes_on=note_goes_on)
                into += CUT_IN_TWO * (text_goes_on and bool(_STOPPED.search(page[place - 1].text)))
            from_notes, from_text = notes - back > text, text - into > notes
            steps.append((from_notes, not from_text))
            text, notes = max(text, notes - back), max(notes, text - into) + weight
        state, states = notes > text, []
        for step in reversed(steps):
            states.append(state)
            state = step[state]
        return states[::-1]

    def _passages(self, page: Sequence[Row], place: int, *, goes_on: bool) -> tuple[float, float]:
        """Prices of passing to the notes and to the text before a row."""
        row = page[place]
        blank = BLANK * bool(row.line.blank_before)
        labelled = has_number(row) or begins_with_signs(page, place, first=True)
        unlike = UNLABELLED * (1 + row.text[:1].islower()) * (not labelled)
        if goes_on:
            unlike = (BROKEN_OFF if self.no_blank else BROKEN_OFF_SOLID) * (row.key in self.sequence)
        return INTO_NOTES + unlike - (blank or -self.no_blank), BACK_TO_TEXT - blank


def _breaks_off(page: Sequence[Row], of_notes: Sequence[bool]) -> bool:
    """Whether the last line of a page is a full one of its notes, and ends no sentence."""
    lengths = [
        (len(row.text), state, row)
        for row, state in zip(page, of_notes, strict=True)
        if len(row.text) > SCRAP or _STOPPED.search(row.text)
    ]
    if not lengths or not lengths[-1][1]:
        return False
    length, _, row = lengths[-1]
    full = length >= FULL * max(length for length, state, _ in lengths if state)
    return full and not _STOPPED.search(row.text) and not _ADDRESS.search(row.text)
