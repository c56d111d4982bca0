"""The texts that are tagged: blocks that carry prose, the byline, and the notes."""

from collections.abc import Mapping
from typing import NamedTuple

from pipeline.model import Article, Block, BlockKind, Note, NoteKind
from pipeline.tag.imprints import find_imprints
from pipeline.tag.titles import Quiet, quiet_spans

# Titles and headings repeat names out of context; keywords and tables are no prose.
_TAGGED = frozenset(
    [
        BlockKind.BYLINE,
        BlockKind.AFFILIATION,
        BlockKind.ABSTRACT,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.ITEM,
        BlockKind.CAPTION,
        BlockKind.BIBLIOGRAPHY,
    ]
)


class Passage(NamedTuple):
    """One block or note; ``quiet`` are the ranges in which nobody is named (titles of works, foreign words)."""

    id: str
    text: str
    note: bool
    byline: bool
    quiet: Quiet


def passages(article: Article, titles: Mapping[str, Quiet] | None = None) -> list[Passage]:
    """Blocks in reading order, then the notes in theirs.

    Args:
        article: with its blocks and notes.
        titles: block of an entry of the bibliography -> its titles, in which nobody is named either.
    """
    titles = titles or {}
    blocks = [
        Passage(
            block.id,
            block.text,
            note=block.kind is BlockKind.BIBLIOGRAPHY,
            byline=block.kind is BlockKind.BYLINE,
            quiet=sorted([*_quiet(block, note=block.kind is BlockKind.BIBLIOGRAPHY), *titles.get(block.id, ())]),
        )
        for block in article.blocks
        if block.kind in _TAGGED
    ]
    notes = [
        Passage(note.id, note.text, note=note.kind is not NoteKind.AUTHOR, byline=False, quiet=_quiet(note, note=True))
        for note in article.notes
    ]
    return blocks + notes


def _quiet(part: Block | Note, *, note: bool) -> Quiet:
    """Titles and foreign words, and the states of imprints (`Princeton, NJ`), which name no other place."""
    states = [state for imprint in find_imprints(part.text) for state in imprint.states]
    return sorted([*quiet_spans(part.text, part.styles, note=note), *states])


def is_quiet(passage: Passage, start: int, end: int) -> bool:
    """True if any of ``text[start:end]`` lies in a title or in foreign words."""
    return any(low < end and start < high for low, high in passage.quiet)
