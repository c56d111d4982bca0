"""What an article's headings have in common, and the rows taken for headings that have it not."""

from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.body.heading_reasons import SET_OFF, SHORT_AND_SET_OFF
from pipeline.segment.body.heading_rows import DISTINCT
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.wording.heading_words import names_other_matter

MANY = 4
"""Headings with type of their own for each without, where these are none.

Of 29 such rows in 25 of 279 articles one is a heading; the others are addresses, formulas, labels in drawings, and
words that lead into a quotation.
"""
_PLACE = frozenset(f"{SHORT_AND_SET_OFF}, {SET_OFF}, centred".split(", "))
"""Signs that say nothing of the type."""


def unset_unusual_headings(blocks: Sequence[RawBlock]) -> None:
    """Makes paragraphs of the headings that only their place shows, where those of the article have their own type.

    What stands over thanks or an abstract may be set otherwise.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    plain = [block for block in headings if _signs(block) <= _PLACE and not names_other_matter(block)]
    if sum(bool(_signs(block) & DISTINCT) for block in headings) < MANY * len(plain):
        return
    for block in plain:
        block.kind, block.level, block.reason = BlockKind.PARAGRAPH, 0, "set unlike the article's headings"


def _signs(block: RawBlock) -> frozenset[str]:
    return frozenset(block.reason.split(", "))
