"""Notes and their calls: which are gone, which lost or found their call, which calls moved, which numbers changed."""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from pipeline.compare.diff.changes import Change, quoted
from pipeline.compare.diff.comparison import Both, Comparison, place_in
from pipeline.compare.diff.edition import Edition, NoteLink
from pipeline.compare.diff.matching import SAME_TEXT, likeness

PLACES = {"foot": "footnote", "end": "endnote"}
CONTEXT = 30
"""Characters before a call that are told."""


def note_changes(comparison: Comparison) -> Iterator[Change]:
    """What has become of the notes, and of their calls."""
    yield from _gone(comparison)
    yield from _come(comparison)
    yield from _renumbered(comparison)
    for both in comparison.both:
        if both.in_note:
            yield from _shape(comparison, both)
            yield from _link(comparison, both)


def _gone(comparison: Comparison) -> Iterator[Change]:
    added = [comparison.new.blocks[index].text for index in comparison.blocks.added]
    for index in comparison.notes.lost:
        note = comparison.old.notes[index]
        if any(likeness(note.text, text, SAME_TEXT) for text in added):
            continue  # told as a note that became a block
        yield Change(
            kind="note-lost",
            sentence=f"{note.words} is gone: {quoted(note.text)}",
            place=place_in(comparison.old, True, index),
            old=note.text,
            old_id=note.id,
        )


def _come(comparison: Comparison) -> Iterator[Change]:
    lost = [comparison.old.blocks[index].text for index in comparison.blocks.lost]
    for index in comparison.notes.added:
        note = comparison.new.notes[index]
        if any(likeness(note.text, text, SAME_TEXT) for text in lost):
            continue  # told as a block that became a note
        yield Change(
            kind="note-added",
            sentence=f"{note.words} was added: {quoted(note.text)}",
            place=place_in(comparison.new, True, index),
            new=note.text,
            new_id=note.id,
        )


# --- Numbers ----------------------------------------------------------------------------------------------------------


class Renumbered(NamedTuple):
    """A note under another number."""

    both: Both
    old: str
    new: str

    def goes_on(self, after: "Renumbered") -> bool:
        """Whether both numbers are the next of those of another note: one sentence does for a row of them."""
        return all(
            one.isdecimal() and other.isdecimal() and int(one) == int(other) + 1
            for one, other in ((self.old, after.old), (self.new, after.new))
        )


def _renumbered(comparison: Comparison) -> Iterator[Change]:
    notes = [both for both in comparison.both if both.in_note and both.old.label != both.new.label]
    found = [Renumbered(both, both.old.label, both.new.label) for both in notes]
    starts = [0, *(i for i, (one, other) in enumerate(pairwise(found), 1) if not other.goes_on(one)), len(found)]
    for start, end in pairwise(starts):
        if start < end:
            yield _renumbering(comparison, found[start], found[end - 1])


def _renumbering(comparison: Comparison, first: Renumbered, last: Renumbered) -> Change:
    both = first.both
    sentence = f"note {first.old} is now note {first.new}"
    if first != last:
        sentence = f"notes {first.old}–{last.old} are now notes {first.new}–{last.new}"
    return Change(
        kind="note-label",
        sentence=sentence,
        place=comparison.place(both),
        old=first.old,
        new=first.new,
        old_id=both.old.id,
        new_id=both.new.id,
    )


# --- One note ---------------------------------------------------------------------------------------------------------


def _shape(comparison: Comparison, both: Both) -> Iterator[Change]:
    change = partial(Change, place=comparison.place(both), old_id=both.old.id, new_id=both.new.id)
    if len(both.pair.old) > 1 or len(both.pair.new) > 1:
        names = [_listed(e, p) for e, p in ((comparison.old, both.pair.old), (comparison.new, both.pair.new))]
        yield change(kind="note-merged", sentence=f"{names[0]} became {names[1]}")
    if both.pair in comparison.notes.moved:
        yield change(kind="note-moved", sentence=f"{both.old.words} stands in another order")
    before, after = both.old.place, both.new.place
    if before != after:
        sentence = (
            f"{both.new.words}: {PLACES.get(before, before or 'note')} became {PLACES.get(after, after or 'note')}"
        )
        yield change(kind="note-place", sentence=sentence)


def _listed(edition: Edition, indexes: tuple[int, ...]) -> str:
    return " and ".join(edition.notes[index].words for index in indexes)


# --- Calls ------------------------------------------------------------------------------------------------------------


def _link(comparison: Comparison, both: Both) -> Iterator[Change]:
    """What became of the call of a note; of joined notes, of every one that is paired by its order."""
    for i, j in zip(both.pair.old, both.pair.new, strict=False):
        before, after = comparison.old.links[i], comparison.new.links[j]
        words = comparison.new.notes[j].words
        if before and after is None:
            yield _call(comparison, both, "call-lost", f"{words} lost its call{_stood(comparison.old, before)}")
        elif after and before is None:
            yield _call(comparison, both, "call-found", f"{words} found its call{_stood(comparison.new, after)}")
        elif before and after:
            yield from _moved(comparison, both, before, after)


def _moved(comparison: Comparison, both: Both, before: NoteLink, after: NoteLink) -> Iterator[Change]:
    words = both.new.words
    if not comparison.is_same_spot(_spot(before), _spot(after)):
        sentence = f"{words}: its call moved, it stood{_stood(comparison.old, before)}"
        yield _call(comparison, both, "call-moved", f"{sentence} and stands{_stood(comparison.new, after)}")
    if before.low != after.low:
        sentence = f"{words}: the place of its call became {'uncertain' if after.low else 'certain'}"
        yield _call(comparison, both, "call-certainty", sentence)
    elif both.old.cert != both.new.cert:
        sentence = f"{words}: certainty {both.old.cert or 'high'} → {both.new.cert or 'high'}"
        yield _call(comparison, both, "certainty", sentence)


def _spot(link: NoteLink) -> tuple[bool, int, int]:
    return link.in_note, link.passage, link.offset


def _stood(edition: Edition, link: NoteLink) -> str:
    passage = (edition.notes if link.in_note else edition.blocks)[link.passage]
    before = passage.text[max(link.offset - CONTEXT, 0) : link.offset]
    before = before.partition(" ")[2] if link.offset > CONTEXT else before
    return f" after {quoted(before)} in {passage.words}" if before else f" at the beginning of {passage.words}"


def _call(comparison: Comparison, both: Both, kind: str, sentence: str) -> Change:
    return Change(
        kind=kind,
        sentence=sentence,
        place=comparison.place(both),
        old_id=both.old.id,
        new_id=both.new.id,
    )
