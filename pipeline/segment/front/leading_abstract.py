"""An abstract of several paragraphs, or over the page: in italics or set in, between byline and first heading."""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.model import BlockKind
from pipeline.segment.front.epigraphs import is_epigraph
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import is_italic, starts_lower

FEWEST_WORDS = 60
"""Shorter matter in that place is an epigraph."""
_TEXT = (BlockKind.QUOTATION, BlockKind.PARAGRAPH)


def find_leading_abstract(title_blocks: Sequence[RawBlock], body: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks at the beginning of the body that are the abstract, their kind changed; an empty list if none are.

    Args:
        title_blocks: what was found on the first page; nothing is done where it has no byline.
        body: the blocks after it.
    """
    kinds = {block.kind for block in title_blocks}
    labelled = bool(title_blocks) and title_blocks[-1].kind is BlockKind.ABSTRACT and _words(title_blocks[-1:]) < 3
    if BlockKind.BYLINE not in kinds:
        return []
    leading = list(takewhile(lambda block: block.kind in _TEXT, body))
    if not labelled and any(
        is_epigraph(one.rows, other.rows[0]) for one, other in zip(leading, body[1:], strict=False)
    ):
        return []
    if labelled and leading and _is_apart(leading[0]):  # set apart, it ends where the text begins
        own = list(takewhile(_is_apart, leading))
        return _as_abstract(own)
    closed = len(leading) < len(body) and body[len(leading)].kind in {BlockKind.HEADING, BlockKind.CONTENTS}
    apart, under_abstract = all(map(_is_apart, leading)), title_blocks[-1].kind is BlockKind.ABSTRACT
    if under_abstract and leading and _goes_on(title_blocks[-1], leading[0]):
        return _as_abstract(leading if closed and apart else leading[:1])
    begun = under_abstract and all(block.kind is BlockKind.QUOTATION for block in leading)
    if BlockKind.ABSTRACT not in kinds:
        begun = _words(leading) >= FEWEST_WORDS and apart
    if not leading or not closed or not (begun or labelled):
        return []
    return _as_abstract(leading)


def _as_abstract(leading: list[RawBlock]) -> list[RawBlock]:
    for block in leading:
        block.kind, block.reason = BlockKind.ABSTRACT, "between the byline and the first heading, set apart"
    return leading


def _goes_on(block: RawBlock, following: RawBlock) -> bool:
    """Whether a block breaks off in a sentence, as at the foot of a page, and the next goes on in small letters."""
    return not block.rows[-1].closes and starts_lower(following.rows[0].text)


def _is_apart(block: RawBlock) -> bool:
    return block.kind is BlockKind.QUOTATION or is_italic(*block.rows)


def _words(blocks: Sequence[RawBlock]) -> int:
    return sum(len(row.text.split()) for block in blocks for row in block.rows)
