"""Headings that run in: the first words of a paragraph, in a type of their own, which a dash parts from the text.

American law reviews set their lowest headings so: ``1. *The Lamp Tax.* — Ships that entered paid``. A table of contents
has them as it has the others. The paragraph begins behind the dash, within the line. Linguists set no dash behind what
their numbers head: ``2.1.2 *The Lamp Tax* Ships that entered paid``. Others set a stop, ``1. *The Lamp Tax.* Ships``,
as items of lists have it too: there the contents must name it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from pipeline.model import BlockKind, WordSpan
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.rows import Row, ends_sentence, starts_lower

FEWEST = 2
"""Of an article: one paragraph alone may begin with a title, a name or a foreign word and a dash."""
ROWS = 3
"""Rows that such a heading takes up at most."""
OTHERS = 0.2
"""Share of its words in another type: the names of cases, which are reversed, are roman in an italic heading."""
RUN_IN = "runs in"
_DASH = re.compile(r"(?<=[.:?!”’\"])\s?[—–]+(?=\s|[^\W\d_]|[“‘\"(\[]|$)")
"""The dash behind the stop of the heading: within a sentence none stands there."""
_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2})+\.?$")
"""The number of a section within a section, in the type of its heading: in that of the text stand words that are cited,
``3.2 *Lamp* and its plural``."""
_LABEL = re.compile(r"^\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]$")


class _Head(NamedTuple):
    """Where a heading that runs in ends: behind ``row.text[:end]`` of a block's row."""

    row: int
    end: int
    style: str
    """Of most of its words; empty for the type of the text."""


def with_run_in_heads(blocks: Sequence[RawBlock], listed: Collection[str]) -> list[RawBlock]:
    """The blocks, each heading that runs in parted from its paragraph.

    The contents name it, or it has its own type, as others of the article have.
    """
    places = [_end_of_head(block) or _end_of_listed(block, listed) for block in blocks]
    heads = [_head(block, end, listed) if end else None for block, end in zip(blocks, places, strict=True)]
    styles = [head.style for head in heads if head and head.style]
    found: list[RawBlock] = []
    for block, head in zip(blocks, heads, strict=True):
        several = head is not None and (not head.style or styles.count(head.style) >= FEWEST)
        found += _parted(block, head) if head and several else [block]
    return found


def _end_of_head(block: RawBlock) -> tuple[int, int] | None:
    """Row, and place in its text, behind which a heading may end: a dash shows it, or number and type."""
    if block.resumes or block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
        return None
    if _NUMBER.match(block.rows[0].text.split(" ")[0]):
        told = block.kind is BlockKind.PARAGRAPH or ends_sentence(block.rows[-1].text)
        return _end_of_type(block.rows[:ROWS]) if told else None
    rows = enumerate(block.rows[:ROWS] if block.kind is BlockKind.PARAGRAPH else [])
    return next(((index, dash.end()) for index, row in rows if (dash := _DASH.search(row.text))), None)


def _end_of_listed(block: RawBlock, listed: Collection[str]) -> tuple[int, int] | None:
    """Where the type behind a label ends with a stop, if the contents name what stands before it."""
    rows = block.rows[:ROWS]
    if block.resumes or block.kind is not BlockKind.PARAGRAPH or not _LABEL.match(rows[0].text.split(" ")[0]):
        return None
    end = _end_of_type(rows, behind=1)
    head = " ".join([*(row.text for row in rows[: end[0]]), rows[end[0]].text[: end[1]]]) if end else ""
    return end if ends_sentence(head) and run_of_letters(head) in listed else None


def _end_of_type(rows: Sequence[Row], behind: int = 0) -> tuple[int, int] | None:
    """Where the type of the first word, a number, ends, and a sentence follows; None where it is no type of its own.

    ``behind`` a label of so many words, which may have the type of the text.

    A small letter goes on with the heading, in which words that are cited are reversed: ``4.2 *Sailing with* lampas``.
    """
    words = [(index, word.start - row.start, style) for index, row in enumerate(rows) for word, style in _styled(row)][
        behind:
    ]
    own = words[0][2] if words else ""
    end = next(((index, place) for index, place, style in words if style != own), None) if own else None
    return end if end and not starts_lower(rows[end[0]].text[end[1] :].lstrip()) else None


def _head(block: RawBlock, end: tuple[int, int], listed: Collection[str]) -> _Head | None:
    """The heading that ends there: in one type, or named in the contents (names of cases are in none of their own)."""
    rows = [*block.rows[: end[0]], block.rows[end[0]].part(0, end[1])]
    words = [(row.line.text[word.start : word.end], style) for row in rows for word, style in _styled(row)]
    styles = [style for text, style in words if any(map(str.isalpha, text)) and not _LABEL.match(text)]
    style, count = Counter(styles).most_common(1)[0] if styles else ("", 0)
    if run_of_letters(" ".join(row.text for row in rows)) in listed:
        return _Head(*end, style)
    return _Head(*end, style) if style and styles[0] == style and count >= (1 - OTHERS) * len(styles) else None


def _styled(row: Row) -> Iterator[tuple[WordSpan, str]]:
    """The words of a row, each with the name of its style; an empty one for the plain type and what is raised."""
    for word in row.line.words:
        if row.start <= word.start < row.end:
            style = word.style
            yield word, "italic" if style.italic else "bold" if style.bold else "capitals" if style.small_caps else ""


def _parted(block: RawBlock, head: _Head) -> list[RawBlock]:
    last = block.rows[head.row]
    rows = [*block.rows[: head.row], last.part(0, head.end)]
    behind = last.part(head.end, len(last.text))
    rest = [*([behind] if behind.text else []), *block.rows[head.row + 1 :]]
    heading = RawBlock(BlockKind.HEADING, rows, 1, reason=", ".join([head.style, RUN_IN] if head.style else [RUN_IN]))
    return [heading, RawBlock(BlockKind.PARAGRAPH, rest, reason=block.reason)] if rest else [heading]
