"""Blocks that came, went, became something else, were joined, cut or moved; and the words in all passages."""

from collections.abc import Iterator
from functools import partial

from pipeline.compare.diff.changes import Change, Place, quoted
from pipeline.compare.diff.comparison import Both, Comparison, place_in
from pipeline.compare.diff.edition import Edition, Passage
from pipeline.compare.diff.matching import SAME_TEXT, likeness
from pipeline.compare.diff.wording import Rewording, rewordings

LABELLED = frozenset({"heading", "title", "subtitle", "caption"})
"""Kinds of block that are told by what they say, rather than by their number."""


def told(passage: Passage) -> str:
    """``paragraph 12``, ``heading “The Levy”``."""
    return f"{passage.kind} {quoted(passage.text)}" if passage.kind in LABELLED else passage.words


def block_changes(comparison: Comparison) -> Iterator[Change]:
    """What has become of the blocks as wholes."""
    for index in comparison.blocks.lost:
        yield _gone(comparison, index)
    for index in comparison.blocks.added:
        yield _come(comparison, index)
    for both in comparison.both:
        if not both.in_note:
            yield from _changed(comparison, both)


def _gone(comparison: Comparison, index: int) -> Change:
    block, place = comparison.old.blocks[index], place_in(comparison.old, False, index)
    became = _found(block.text, comparison.new.notes, comparison.notes.added)
    if became:
        return _became(block, became, place)
    if any(likeness(block.text, each.text, SAME_TEXT) for each in comparison.new.furniture):
        sentence = f"{told(block)} became a running head or other furniture"
        return Change(kind="block-lost", sentence=sentence, place=place, old=block.text, old_id=block.id)
    sentence = f"{block.words} is gone: {quoted(block.text)}"
    return Change(kind="block-lost", sentence=sentence, place=place, old=block.text, old_id=block.id)


def _come(comparison: Comparison, index: int) -> Change:
    block, place = comparison.new.blocks[index], place_in(comparison.new, False, index)
    became = _found(block.text, comparison.old.notes, comparison.notes.lost)
    if became:
        return _became(became, block, place)
    was = next((f for f in comparison.old.furniture if likeness(block.text, f.text, SAME_TEXT)), None)
    sentence = f"{block.words} was added: {quoted(block.text)}"
    if was:
        sentence = f"furniture became {block.words}: {quoted(block.text)}"
    return Change(kind="block-added", sentence=sentence, place=place, new=block.text, new_id=block.id)


def _found(text: str, passages: tuple[Passage, ...], free: tuple[int, ...]) -> Passage | None:
    return next((passages[i] for i in free if likeness(text, passages[i].text, SAME_TEXT)), None)


def _became(old: Passage, new: Passage, place: Place) -> Change:
    return Change(
        kind="block-kind",
        sentence=f"{old.words} became {new.words}: {quoted(new.text)}",
        place=place,
        old=old.text,
        new=new.text,
        old_id=old.id,
        new_id=new.id,
    )


def _changed(comparison: Comparison, both: Both) -> Iterator[Change]:
    old, new, pair = both.old, both.new, both.pair
    change = partial(Change, place=comparison.place(both), old_id=old.id, new_id=new.id)
    if old.kind != new.kind:
        sentence = f"{old.kind} became {new.kind}: {quoted(new.text)}"
        yield change(kind="block-kind", sentence=sentence)
    elif old.level != new.level:
        sentence = f"{told(new)} went from level {old.level} to level {new.level}"
        yield change(kind="heading-level", sentence=sentence)
    if len(pair.old) > 1:
        sentence = f"{_listed(comparison.old, pair.old)} became one: {new.words}"
        yield change(kind="block-merged", sentence=sentence)
    if len(pair.new) > 1:
        sentence = f"{old.words} became {_listed(comparison.new, pair.new)}"
        yield change(kind="block-split", sentence=sentence)
    if pair in comparison.blocks.moved:
        yield change(kind="block-moved", sentence=f"{old.words} moved and is now {new.words}")


def _listed(edition: Edition, indexes: tuple[int, ...]) -> str:
    names = [edition.blocks[index].words for index in indexes]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def word_changes(comparison: Comparison) -> Iterator[Change]:
    """Words that changed, in blocks and notes."""
    for both in comparison.both:
        if not both.crossing.same:
            for each in rewordings(both.old.text, both.new.text):
                yield _reworded(comparison, both, each)


def _reworded(comparison: Comparison, both: Both, rewording: Rewording) -> Change:
    place = comparison.place(both, rewording.offset)
    return Change(
        kind=rewording.kind,
        sentence=f"{place.where}: {_sentence(rewording)}",
        place=place,
        old=rewording.old,
        new=rewording.new,
        old_id=both.old.id,
        new_id=both.new.id,
    )


def _sentence(rewording: Rewording) -> str:
    behind = f" after {quoted(rewording.before)}" if rewording.before else " at the beginning"
    if not rewording.old:
        return f"{quoted(rewording.new)} was added{behind}"
    if not rewording.new:
        return f"{quoted(rewording.old)} is gone{behind}"
    return f"{quoted(rewording.old)} → {quoted(rewording.new)}"
