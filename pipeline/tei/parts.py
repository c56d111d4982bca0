"""Which blocks are front, body and back: everything is placed here once, in the order in which it is written."""

from collections.abc import Sequence
from itertools import pairwise, takewhile, zip_longest
from typing import NamedTuple

from pipeline.model import Article, Block, BlockKind, Note, NoteKind, Piece

TITLE_KINDS = (BlockKind.TITLE, BlockKind.SUBTITLE)
TITLE_PAGE_KINDS = (*TITLE_KINDS, BlockKind.BYLINE, BlockKind.AFFILIATION)
FRONT_KINDS = (*TITLE_PAGE_KINDS, BlockKind.ABSTRACT, BlockKind.KEYWORDS)
_OPENING = (*FRONT_KINDS, BlockKind.PARAGRAPH, BlockKind.CONTENTS)


class BackSection(NamedTuple):
    """A division of ``back``: its printed heading, if any, and its entries or endnotes."""

    kind: str
    """``notes`` or ``bibliography``."""
    head: Block | None
    items: tuple[Block | Note, ...]
    """Among endnotes also the headings of the chapters that they are notes to."""


class Parts(NamedTuple):
    """The article as ``front``, ``body`` and ``back`` divide it, each in reading order."""

    front: tuple[Block, ...]
    body: tuple[Block, ...]
    back: tuple[BackSection, ...]

    def in_order(self) -> list[Block | Note]:
        """Everything that moves the page forward, in the order in which it is written."""
        back = [
            item
            for section in self.back
            for item in ((section.head, *section.items) if section.head else section.items)
        ]
        return [*self.front, *self.body, *back]


def divide(article: Article) -> Parts:
    """Front is what stands before the text, back the bibliography at the very end and the endnotes."""
    blocks = [block for block in article.blocks if block.text.strip() or _is_called(block, article)]
    length = _length_of_front(blocks)
    front, body = blocks[:length], blocks[length:]
    endnotes = tuple(note for note in article.notes if note.kind is NoteKind.END)
    notes = _take_endnotes(body, endnotes)
    entries = _take_bibliography(body)
    entries_head = _take_heading(body) if entries else None
    if notes.head is None and len(notes.items) == len(endnotes):  # a bibliography stands behind them
        notes = _take_endnotes(body, endnotes)
    sections = [notes, BackSection("bibliography", entries_head, entries)]
    return Parts(tuple(front), tuple(body), tuple(sorted((each for each in sections if each.items), key=_printed_at)))


def _length_of_front(blocks: Sequence[Block]) -> int:
    """How many blocks are front matter: up to the last of its kinds, and the contents right behind it.

    Between them may stand the title in another language, the books under review, or the days of an article, and behind
    an abstract who the author is.
    """
    pairs = zip_longest(blocks[: _first_interruption(blocks)], blocks[1:])
    run = list(takewhile(lambda pair: pair[0] and (pair[0].kind in _OPENING or _heads_contents(*pair)), pairs))
    last = max((index for index, (block, _) in enumerate(run, 1) if block.kind in FRONT_KINDS), default=0)
    listed = [pair[0].kind is BlockKind.CONTENTS or _heads_contents(*pair) for pair in run]
    lives = listed.index(True, last) - last if True in listed[last:] else 0
    if lives <= LIVES and any(block.kind is BlockKind.ABSTRACT for block, _ in run[:last]):
        last += lives
    return last + sum(1 for _ in takewhile(bool, listed[last:]))


def _first_interruption(blocks: Sequence[Block]) -> int:
    """Index of the first abstract amid the text, behind which a paragraph goes on; the number of blocks without one."""
    text = (index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and block.resumes)
    end = next((index for index in text if index and blocks[index - 1].kind is BlockKind.ABSTRACT), None)
    if end is None:
        return len(blocks)
    return end - sum(1 for _ in takewhile(lambda block: block.kind is BlockKind.ABSTRACT, reversed(blocks[:end])))


LIVES = 2
"""Paragraphs on the author between abstract and contents at most."""


def _heads_contents(block: Block, following: Block | None) -> bool:
    contents = following is not None and following.kind is BlockKind.CONTENTS
    return contents and block.kind is BlockKind.HEADING


def _is_called(block: Block, article: Article) -> bool:
    """Whether a note is called in the block: even without text of its own it is then written."""
    return any(note.anchor is not None and note.anchor.target == block.id for note in article.notes)


def _take_endnotes(blocks: list[Block], endnotes: Sequence[Note]) -> BackSection:
    """Take the headings of the endnotes off the end of the blocks: that of all, and those of chapters among them.

    Of two that stand over the first note the second is that of its chapter; so is one of the level that those of
    further chapters have.
    """
    first = _place(endnotes[0].pieces[0]) if endnotes and endnotes[0].pieces else None
    headings = list(takewhile(lambda block: block.kind is BlockKind.HEADING, reversed(blocks)))[::-1]
    chapters = [block for block in headings if first is not None and _place(block.pieces[0]) > first]
    over = headings[: len(headings) - len(chapters)]
    if chapters and over and (len(over) > 1 or over[-1].level == chapters[0].level):
        chapters.insert(0, over.pop())
    del blocks[len(blocks) - len(chapters) :]
    head = _take_heading(blocks) if endnotes and (over or not chapters) else None
    return BackSection("notes", head, tuple(sorted([*chapters, *endnotes], key=lambda item: _place(item.pieces[0]))))


def _take_heading(blocks: list[Block]) -> Block | None:
    """Take the heading off the end of the blocks, if that is what they end with."""
    return blocks.pop() if blocks and blocks[-1].kind is BlockKind.HEADING else None


def _take_bibliography(blocks: list[Block]) -> tuple[Block, ...]:
    """Take the run of bibliography entries off the end of the blocks."""
    length = sum(1 for _ in takewhile(lambda block: block.kind is BlockKind.BIBLIOGRAPHY, reversed(blocks)))
    entries = blocks[len(blocks) - length :]
    del blocks[len(blocks) - length :]
    return tuple(entries)


def _printed_at(section: BackSection) -> tuple[int, int]:
    """Page and line at which a section of the back begins."""
    return min(((piece.page, piece.line) for item in section.items for piece in item.pieces), default=(0, 0))


def run_in_heads(blocks: Sequence[Block]) -> frozenset[str]:
    """The headings behind which the text goes on within their line."""
    pairs = [(head, text) for head, text in pairwise(blocks) if head.kind is BlockKind.HEADING]
    return frozenset(head.id for head, text in pairs if _place(head.pieces[-1]) == _place(text.pieces[0]))


def _place(piece: Piece) -> tuple[int, int]:
    return piece.page, piece.line


def paragraph_parts(blocks: Sequence[Block]) -> dict[str, str]:
    """``I``, ``M`` or ``F`` for paragraphs that a block quotation interrupts (TEI P5, att.fragmentable).

    A paragraph that resumes although nothing precedes its quotation gets no part: there is no beginning to point to.
    """
    begins: dict[str, str] = {}
    ends: dict[str, str] = {}
    for index, block in enumerate(blocks):
        before = _interrupted(blocks[:index]) if block.resumes else None
        if before is not None:
            begins[before.id] = "I"
            ends[block.id] = "F"
    both = {identifier: "M" for identifier in begins if identifier in ends}
    return {**begins, **ends, **both}


def _interrupted(before: Sequence[Block]) -> Block | None:
    """The paragraph that stands before the quotations (with lists, captions and tables) at the end of these blocks."""
    floats = (BlockKind.CAPTION, BlockKind.TABLE, BlockKind.DIAGRAM, BlockKind.ABSTRACT)
    floating = (BlockKind.QUOTATION, BlockKind.ITEM, *floats)
    rest = next((block for block in reversed(before) if block.kind not in floating), None)
    return rest if rest is not None and rest.kind is BlockKind.PARAGRAPH else None
