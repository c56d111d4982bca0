"""Two editions side by side: the pairs of passages, and what every place of the old one is in the new one."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

import msgspec

from pipeline.compare.alignment import Alignment, align
from pipeline.compare.diff.changes import Place
from pipeline.compare.diff.edition import Edition, Passage
from pipeline.compare.diff.matching import Matching, Pair, match

Spot = tuple[bool, int]
"""In a note or not, and index of the passage."""


Part = TypeVar("Part", bound=msgspec.Struct)


class Crossing:
    """From places in an old text to places in a new one; white space counts for nothing."""

    def __init__(self, old: str, new: str) -> None:
        self.same = old == new
        self._texts = old, new

    @cached_property
    def _alignment(self) -> Alignment:
        return align(self._texts[1], self._texts[0])

    def is_same_place(self, old: int, new: int) -> bool:
        """Whether an offset of the old text is that offset of the new one, as far as anybody can tell."""
        if self.same:
            return old == new
        first, last = self._alignment.stretch(old)
        return first <= self._alignment.truth_gaps[new] <= last

    def old_span(self, start: int, end: int) -> tuple[int, int] | None:
        """Where ``old[start:end]`` is in the new text, in a measure of its own; None if it is not there."""
        return (start, end) if self.same else self._alignment.span(start, end)

    def new_span(self, start: int, end: int) -> tuple[int, int]:
        """``new[start:end]`` in the same measure."""
        return (start, end) if self.same else self._alignment.truth_span(start, end)


class Both(NamedTuple):
    """The same passage in both editions; joined passages are one."""

    in_note: bool
    pair: Pair
    old: Passage
    new: Passage
    crossing: Crossing


class Comparison:
    """Everything that the comparers share."""

    def __init__(self, old: Edition, new: Edition) -> None:
        self.old = old
        self.new = new
        self.blocks = match(old.blocks, new.blocks)
        self.notes = match(old.notes, new.notes)
        self.both = (*_both(False, self.blocks, old.blocks, new.blocks), *_both(True, self.notes, old.notes, new.notes))
        self.of_old = _places(self.both, lambda both: (both.pair.old, old.notes if both.in_note else old.blocks))
        self.of_new = _places(self.both, lambda both: (both.pair.new, new.notes if both.in_note else new.blocks))
        """Passage -> its index in ``both``, and the offset at which it begins there."""

    def place(self, both: Both, offset: int = 0, *, in_new: bool = True) -> Place:
        """The place of something in a passage, at an offset of its text; told as the new edition counts, or the old."""
        edition, indexes = (self.new, both.pair.new) if in_new else (self.old, both.pair.old)
        passages = edition.notes if both.in_note else edition.blocks
        for index in indexes[:-1]:
            if offset <= len(passages[index].text):
                break
            offset -= len(passages[index].text) + 1
        else:
            index = indexes[-1]
        return place_in(edition, both.in_note, index, offset)

    def is_same_spot(self, old: tuple[bool, int, int], new: tuple[bool, int, int]) -> bool:
        """Whether a place (in a note or not, passage, offset) of the old edition is that place of the new one."""
        before, after = self.of_old.get(old[:2]), self.of_new.get(new[:2])
        if before is None or after is None or before[0] != after[0]:
            return False
        return self.both[before[0]].crossing.is_same_place(before[1] + old[2], after[1] + new[2])

    @cached_property
    def renamed(self) -> dict[str, str]:
        """Old ``xml:id`` of every passage -> its new one."""
        return {both.old.id: both.new.id for both in self.both if both.old.id and both.new.id}


def place_in(edition: Edition, in_note: bool, index: int, offset: int = 0) -> Place:
    """The place at an offset of a passage."""
    passage = edition.notes[index] if in_note else edition.blocks[index]
    page = edition.page_at(index, offset) if offset and not in_note else passage.page
    number, folio = edition.folio(page)
    return Place(page=number, folio=folio, where=passage.words)


def _both(in_note: bool, matching: Matching, old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Both, ...]:
    found = []
    for pair in matching.pairs:
        one, other = joined([old[i] for i in pair.old]), joined([new[j] for j in pair.new])
        found.append(Both(in_note, pair, one, other, Crossing(one.text, other.text)))
    return tuple(found)


def _places(
    both: Sequence[Both], side: Callable[[Both], tuple[tuple[int, ...], Sequence[Passage]]]
) -> dict[Spot, tuple[int, int]]:
    places: dict[Spot, tuple[int, int]] = {}
    for number, each in enumerate(both):
        start = 0
        indexes, passages = side(each)
        for index in indexes:
            places[each.in_note, index] = number, start
            start += len(passages[index].text) + 1
    return places


def joined(passages: Sequence[Passage]) -> Passage:
    """One passage out of several, a space between their texts; it has the name and kind of the first."""
    whole = passages[0]
    for passage in passages[1:]:
        shift = len(whole.text) + 1
        whole = msgspec.structs.replace(
            whole,
            text=f"{whole.text} {passage.text}",
            boxes=whole.boxes + passage.boxes,
            calls=whole.calls + _shifted(passage.calls, shift, "offset"),
            names=whole.names + _shifted(passage.names, shift, "start", "end"),
            marks=whole.marks + _shifted(passage.marks, shift, "start", "end"),
        )
    return whole


def _shifted(parts: tuple[Part, ...], shift: int, *fields: str) -> tuple[Part, ...]:
    return tuple(msgspec.structs.replace(part, **{f: getattr(part, f) + shift for f in fields}) for part in parts)
