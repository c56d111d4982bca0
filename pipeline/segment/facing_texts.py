"""Two texts side by side, an article and its translation in facing columns: each is read by itself, with its notes.

Read column by column as one text, they break off in each other's sentences at every page, and their notes, which have
the same numbers, are called in the wrong one.
"""

from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import Anchor, Article, Audit, Block, CleanPage, Lines, Note
from pipeline.vocabulary import language_of

FEWEST = 3
"""Pages whose columns are in two languages: one may hold two abstracts."""
MOST = 0.5
"""Share of all pages, at least: the source that an article prints beside its translation stays in its place."""
RIGHT = frozenset({2, 5, 6})
"""Numbers of the right column, and of columns within it."""


class Facing(NamedTuple):
    """The lines of either text, none of the other's; what is of the full measure is the first one's."""

    first: Lines
    second: Lines
    language: str
    """Of the second text (BCP 47)."""


def facing_texts(lines: Lines) -> Facing | None:
    """The texts in the left columns and in the right, if they are in two languages; None for a single text.

    No line is taken out: one of the other text is left in its place without its words, so that numbers of lines hold.
    """
    pages = (page for page in lines.pages if any(line.column in RIGHT for line in page.lines))
    told = [languages for page in pages if all(languages := _languages(page))]
    left, right = most = max(told, key=told.count, default=("", ""))
    if left == right or told.count(most) < max(FEWEST, MOST * len(lines.pages)):
        return None
    first = [_without(page, right=True) for page in lines.pages]
    second = [_without(page, right=False) for page in lines.pages if any(line.column in RIGHT for line in page.lines)]
    return Facing(replace(lines, pages=tuple(first)), replace(lines, pages=tuple(second)), right)


def _languages(page: CleanPage) -> tuple[str, str]:
    """What the left column and the right tell of their languages."""
    texts: dict[bool, list[str]] = {False: [], True: []}
    for line, is_right in zip(page.lines, _are_right(page), strict=True):
        texts[is_right].append(line.text)
    return language_of("\n".join(texts[False])), language_of("\n".join(texts[True]))


def _are_right(page: CleanPage) -> list[bool]:
    """Which lines are of the right column; by their place those that are read in rows with their neighbours."""
    boxes = [line.box for line in page.lines if line.column == 2 and line.box]
    left, right = min((box.left for box in boxes), default=page.width), max((box.right for box in boxes), default=0)
    return [
        line.column in RIGHT
        or (not line.column and line.box is not None and left <= line.box.left < line.box.right <= right)
        for line in page.lines
    ]


def _without(page: CleanPage, *, right: bool) -> CleanPage:
    """The page, the lines of its right column or of all else without their words."""
    kept = [
        replace(line, text="", words=(), calls=()) if is_right is right else line
        for line, is_right in zip(page.lines, _are_right(page), strict=True)
    ]
    return replace(page, lines=tuple(kept))


def joined(first: Article, second: Article, language: str) -> Article:
    """The article whose text goes on with a second one; ids of the second, ``p12.en``, name its language."""
    return replace(
        first,
        blocks=(*first.blocks, *(_block(block, language) for block in second.blocks)),
        notes=(*first.notes, *(_note(note, language) for note in second.notes)),
        furniture=tuple(sorted(
            (*first.furniture, *second.furniture), key=lambda each: (each.pieces[0].page, each.pieces[0].line)
        )),
        discarded=(*first.discarded, *second.discarded),
        audit=_audit(first.audit, second.audit),
    )  # fmt: skip


def _block(block: Block, language: str) -> Block:
    return replace(block, id=f"{block.id}.{language}", language=language)


def _note(note: Note, language: str) -> Note:
    return replace(
        note,
        id=f"{note.id}.{language}",
        language=language,
        anchor=note.anchor and _anchor(note.anchor, language),
        again=tuple(_anchor(each, language) for each in note.again),
    )


def _anchor(anchor: Anchor, language: str) -> Anchor:
    return replace(anchor, target=f"{anchor.target}.{language}")


def _audit(first: Audit, second: Audit) -> Audit:
    return Audit(
        notes=first.notes + second.notes,
        linked=first.linked + second.linked,
        low=first.low + second.low,
        lost_calls=first.lost_calls + second.lost_calls,
        unanchored=first.unanchored + second.unanchored,
        gaps=first.gaps + second.gaps,
        doubles=first.doubles + second.doubles,
        remarks=first.remarks + second.remarks,
    )
