"""Everything else that stands in a passage or on it: styles, references, line breaks, attributes and zones."""

from collections import Counter
from collections.abc import Iterator

import msgspec

from pipeline.compare.diff.changes import Change, counted, quoted
from pipeline.compare.diff.comparison import Both, Comparison
from pipeline.compare.diff.edition import Mark

KINDS = {
    "hi": "style",
    "emph": "style",
    "lb": "line",
    "cb": "line",
    "pc": "hyphen",
    **dict.fromkeys(("bibl", "ref", "ptr", "citedRange", "biblScope", "idno", "abbr", "expan", "author"), "citation"),
}
"""Element -> the kind of change; ``markup`` for any other."""
Key = tuple[str, tuple[tuple[str, str], ...], tuple[int, int]]


def markup_changes(comparison: Comparison) -> Iterator[Change]:
    """What has become of marks, attributes and zones."""
    for both in comparison.both:
        yield from _marks(comparison, both)
        if both.old.kind == both.new.kind:
            yield from _attributes(comparison, both)
        yield from _zones(comparison, both)


# --- Marks ------------------------------------------------------------------------------------------------------------


def _marks(comparison: Comparison, both: Both) -> Iterator[Change]:
    renamed = comparison.renamed
    olds = Counter(key for mark in both.old.marks if (key := _old_key(both, mark, renamed)))
    news = Counter(_key(mark, both.crossing.new_span(mark.start, mark.end)) for mark in both.new.marks)
    for key in olds - news:
        if key[0] not in ("lb", "cb"):
            yield _mark(comparison, both, key, "no longer")
    for key in news - olds:
        if key[0] not in ("lb", "cb"):
            yield _mark(comparison, both, key, "now")
    lines = sum(key[0] in ("lb", "cb") for key in [*(olds - news), *(news - olds)])
    if lines:
        sentence = f"{both.new.words}: {counted(lines, 'line break')} came, went or moved"
        yield _change(comparison, both, "line", sentence)


def _old_key(both: Both, mark: Mark, renamed: dict[str, str]) -> Key | None:
    """The mark as it should be in the new edition: at its place there, with the new names of what it points to."""
    span = both.crossing.old_span(mark.start, mark.end)
    if span is None:
        # An empty element has no characters that could be found again; one whose words are gone is gone with them.
        return None if mark.end > mark.start else _key(mark, _spot(both, mark.start))
    return _key(
        Mark(
            element=mark.element,
            attributes=tuple((key, _pointed(value, renamed)) for key, value in mark.attributes),
            start=mark.start,
            end=mark.end,
        ),
        span,
    )


def _spot(both: Both, offset: int) -> tuple[int, int]:
    """Where an empty mark is in the new text: where one is, if it can be the same place."""
    places = [mark.start for mark in both.new.marks if mark.start == mark.end]
    found = next((place for place in places if both.crossing.is_same_place(offset, place)), None)
    return (-1, -1) if found is None else both.crossing.new_span(found, found)


def _key(mark: Mark, span: tuple[int, int]) -> Key:
    return mark.element, mark.attributes, span


def _pointed(value: str, renamed: dict[str, str]) -> str:
    """Pointers under the new names: ``#fn14.b1`` -> ``#fn15.b1``."""
    if not value.startswith("#"):
        return value
    name, dot, rest = value[1:].partition(".")
    return f"#{renamed.get(name, name)}{dot}{rest}"


def _mark(comparison: Comparison, both: Both, key: Key, word: str) -> Change:
    element, attributes, span = key
    marks = both.new.marks if word == "now" else both.old.marks
    crossing = both.crossing.new_span if word == "now" else both.crossing.old_span
    mark = next((m for m in marks if m.element == element and crossing(m.start, m.end) == span), None)
    text = (both.new if word == "now" else both.old).text
    words = quoted(text[mark.start : mark.end]) if mark and mark.end > mark.start else "a place"
    told = ", ".join(f"{name} {value}" for name, value in attributes)
    what = told.removeprefix("rend ") if element == "hi" and told else f"{element} ({told})" if told else element
    change = _change(comparison, both, KINDS.get(element, "markup"), f"{both.new.words}: {words} is {word} {what}")
    place = comparison.place(both, mark.start if mark else 0, in_new=word == "now")
    return msgspec.structs.replace(change, place=place)


def _change(comparison: Comparison, both: Both, kind: str, sentence: str) -> Change:
    return Change(kind=kind, sentence=sentence, place=comparison.place(both), old_id=both.old.id, new_id=both.new.id)


# --- Attributes and zones ---------------------------------------------------------------------------------------------


def _attributes(comparison: Comparison, both: Both) -> Iterator[Change]:
    old, new = dict(both.old.attributes), dict(both.new.attributes)
    for name in sorted(old.keys() | new.keys()):
        before, after = old.get(name, ""), new.get(name, "")
        if both.in_note and "unanchored" in (before, after):
            continue  # told as a call that was lost or found
        if _pointed(before, comparison.renamed) != after:
            sentence = f"{both.new.words}: {name} {before or 'none'} → {after or 'none'}"
            yield _change(comparison, both, "markup", sentence)


def _zones(comparison: Comparison, both: Both) -> Iterator[Change]:
    old, new = both.old.boxes, both.new.boxes
    if old == new or len(both.pair.old) != len(both.pair.new):
        return  # passages that were joined or cut have other zones, of course
    if [page for page, _ in old] != [page for page, _ in new]:
        sentence = f"{both.new.words}: {counted(len(old), 'zone')} on page images became {len(new)}"
    else:
        pairs = zip(old, new, strict=True)
        far = max(abs(a - b) for (_, one), (_, other) in pairs for a, b in zip(one, other, strict=True))
        sentence = f"{both.new.words}: its place on the page image moved by up to {counted(far, 'pixel')}"
    yield _change(comparison, both, "zone", sentence)
