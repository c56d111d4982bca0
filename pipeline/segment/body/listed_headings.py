"""Headings that the article's own table of contents names: nothing else may tell them from text."""

from collections.abc import Collection, Sequence

from pipeline.model import BlockKind
from pipeline.segment.body.heading_rows import MOST_ROWS, signs_of
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.row_letters import run_of_letters

LETTERS = 4
"""Of an entry at least: fewer may stand anywhere."""
_MAY_BE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM})


def add_listed_headings(blocks: Sequence[RawBlock], listed: Collection[str], measures: Measures) -> None:
    """Makes headings of blocks that have the letters of an entry of the contents, and no others."""
    for block in blocks:
        if block.kind in _MAY_BE and len(block.rows) <= MOST_ROWS and run_of_letters(block.text) in listed:
            signs = signs_of(block.rows[-1], measures.relative_size(block.rows[-1]), measures)
            block.kind, block.level, block.resumes = BlockKind.HEADING, 1, False
            block.reason = ", ".join([*signs, "listed in the contents"])


def listed_in(blocks: Sequence[RawBlock]) -> frozenset[str]:
    """The letters of each entry of the contents, spaces, signs and figures left out."""
    entries = {run_of_letters(block.text) for block in blocks if block.kind is BlockKind.CONTENTS}
    return frozenset(entry for entry in entries if len(entry) >= LETTERS)
