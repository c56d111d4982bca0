"""Names and dates in the text: which are marked, as what, over which words, and to which entry they point."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.compare.diff.changes import Change, quoted
from pipeline.compare.diff.comparison import Both, Comparison
from pipeline.compare.diff.edition import Name

WORDS = {"persName": "a person", "placeName": "a place", "orgName": "an organisation", "date": "a date"}
TITLES = {"title": "a title", "event": "an event", "work": "a work"}


class NamePair(NamedTuple):
    """A name, in a passage, in the old and in the new edition; None where it is not marked."""

    both: Both
    old: Name | None
    new: Name | None


def name_pairs(comparison: Comparison) -> list[NamePair]:
    """All names of all passages that both editions have."""
    return [pair for both in comparison.both for pair in _pairs(both)]


def _pairs(both: Both) -> Iterator[NamePair]:
    """The same place and kind first, then the same place, then whatever overlaps."""
    olds = [(both.crossing.old_span(name.start, name.end), name) for name in both.old.names]
    news = [(both.crossing.new_span(name.start, name.end), name) for name in both.new.names]
    left, free = list(olds), list(news)
    for level in (3, 2, 1):
        for one in list(left):
            other = next((each for each in free if _agreement(one, each) >= level), None)
            if other:
                left.remove(one)
                free.remove(other)
                yield NamePair(both, one[1], other[1])
    yield from (NamePair(both, name, None) for _, name in left)
    yield from (NamePair(both, None, name) for _, name in free)


Placed = tuple[tuple[int, int] | None, Name]


def _agreement(one: Placed, other: Placed) -> int:
    """3: the same place and kind; 2: the same place; 1: the same kind and an overlap; 0: neither."""
    if one[0] is None or other[0] is None:
        return 0
    same_kind = one[1].kind == other[1].kind
    if one[0] == other[0]:
        return 2 + same_kind
    return int(same_kind and one[0][0] < other[0][1] and other[0][0] < one[0][1])


def targets(pairs: Sequence[NamePair]) -> dict[str, str]:
    """Old entry -> the new entry to which most of its mentions now point."""
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        if pair.old and pair.new and pair.old.ref and pair.new.ref:
            votes[pair.old.ref][pair.new.ref] += 1
    return {old: min(found, key=lambda new: (-found[new], new != old, new)) for old, found in votes.items()}


def name_changes(comparison: Comparison) -> Iterator[Change]:
    """What has become of the names and dates."""
    pairs = name_pairs(comparison)
    homes, called = targets(pairs), {entry.id: entry.name for entry in comparison.new.entries}
    parts = {(a.ref, b.ref) for _, a, b in pairs if a and b} if pairs else set()
    split = {old for old, _ in parts if len({new for each, new in parts if each == old and new}) > 1}
    for pair in pairs:
        if pair.new is None:
            yield _lost(comparison, pair)
        elif pair.old is None:
            yield _added(comparison, pair)
        else:
            yield from _changed(comparison, pair)
            if pair.old.ref != pair.new.ref and homes.get(pair.old.ref) != pair.new.ref:
                yield from _pointed(comparison, pair, split, called)


def what(kind: str) -> str:
    """``persName`` -> ``a person``."""
    return {**WORDS, **TITLES}.get(kind, f"a name of kind {kind}")


def _change(comparison: Comparison, pair: NamePair, kind: str, sentence: str) -> Change:
    in_new = pair.new is not None
    name = pair.new or pair.old
    place = comparison.place(pair.both, name.start if name else 0, in_new=in_new)
    return Change(
        kind=kind,
        sentence=f"{place.where}: {sentence}",
        place=place,
        old=_text(pair.both.old.text, pair.old),
        new=_text(pair.both.new.text, pair.new),
        old_id=pair.both.old.id,
        new_id=pair.both.new.id,
    )


def _text(text: str, name: Name | None) -> str:
    return text[name.start : name.end] if name else ""


def _lost(comparison: Comparison, pair: NamePair) -> Change:
    kind = pair.old.kind if pair.old else ""
    words = quoted(_text(pair.both.old.text, pair.old))
    return _change(comparison, pair, "name-lost", f"{words} is no longer marked as {what(kind)}")


def _added(comparison: Comparison, pair: NamePair) -> Change:
    kind = pair.new.kind if pair.new else ""
    return _change(
        comparison, pair, "name-added", f"{quoted(_text(pair.both.new.text, pair.new))} is now marked as {what(kind)}"
    )


def _changed(comparison: Comparison, pair: NamePair) -> Iterator[Change]:
    both, old, new = pair
    if old is None or new is None:
        return
    one, other = quoted(_text(both.old.text, old)), quoted(_text(both.new.text, new))
    if old.kind != new.kind:
        yield _change(comparison, pair, "name-kind", f"{other} was {what(old.kind)} and is now {what(new.kind)}")
    if both.crossing.old_span(old.start, old.end) != both.crossing.new_span(new.start, new.end):
        yield _change(comparison, pair, "name-extent", f"{one} is now marked as {other}")
    if old.value != new.value:
        yield _change(comparison, pair, "date", f"{other} was {_value(old)} and is now {_value(new)}")
    if old.cert != new.cert:
        sentence = f"certainty of {other}: {old.cert or 'high'} → {new.cert or 'high'}"
        yield _change(comparison, pair, "certainty", sentence)


def _value(name: Name) -> str:
    """``1958-03 to 1958-05``, ``without a value``."""
    values = [f"{key} {value}" if key != "when" else value for key, value in name.value if value]
    return ", ".join(values) or "without a value"


def _pointed(comparison: Comparison, pair: NamePair, split: set[str], called: dict[str, str]) -> Iterator[Change]:
    """A single name that goes elsewhere than its fellows do; an entry that was cut is told by the register."""
    if pair.old is None or pair.new is None or (pair.old.ref in split and pair.new.ref not in _known(comparison)):
        return
    text = quoted(_text(pair.both.new.text, pair.new))
    old_names = {entry.id: entry.name for entry in comparison.old.entries}
    one, other = old_names.get(pair.old.ref, pair.old.ref), called.get(pair.new.ref, pair.new.ref)
    yield _change(comparison, pair, "name-entry", f"{text} pointed to {_entry(one)} and now points to {_entry(other)}")


def _known(comparison: Comparison) -> set[str]:
    return {entry.id for entry in comparison.old.entries}


def _entry(name: str) -> str:
    return quoted(name) if name else "no entry"
