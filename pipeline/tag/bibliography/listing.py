"""The entries of an article's bibliography, in order, each with the people and the year that it is cited by."""

from collections import Counter
from collections.abc import Iterable

from pipeline.model import Block, BlockKind, CitationKind, FieldKind
from pipeline.tag.bibliography.entry import Entry, read_entry
from pipeline.tag.citations.wording.draft import Draft, Listed


def list_entries(blocks: Iterable[Block]) -> list[Listed]:
    """Every entry of the bibliography that has any text, read twice: once for the habit of its names, then with it."""
    entries = [block for block in blocks if block.kind is BlockKind.BIBLIOGRAPHY and block.text.strip()]
    forms = Counter(_read(block, inverted=None).inverted for block in entries)
    inverted = forms[True] > forms[False] if forms[True] != forms[False] else None
    listed: list[Listed] = []
    for block in entries:
        entry = _read(block, inverted=inverted)
        draft = Draft(CitationKind.ENTRY, 0, len(block.text), entry.fields)
        names = _with_those_before(entry, listed[-1].names) if entry.again and listed else tuple(draft.names)
        dates = draft.of(FieldKind.DATE)
        year = block.text[dates[0].start : dates[0].end] if dates else ""
        listed.append(Listed(block.id, draft, names, year))
    return listed


def _with_those_before(entry: Entry, before: tuple[str, ...]) -> tuple[str, ...]:
    """The people that the dash stands for: the first of the entry before, where others follow the dash."""
    titles = [field.start for field in entry.fields if field.kind is FieldKind.TITLE]
    authors = [field for field in entry.fields if field.kind is FieldKind.AUTHOR]
    others = [field.value for field in authors if field.start < min(titles, default=0)]
    return (*before[: 1 if others else None], *others)


def _read(block: Block, *, inverted: bool | None) -> Entry:
    italics = [(each.start, each.end) for each in block.styles if each.style.italic]
    return read_entry(block.text, italics, inverted=inverted)
