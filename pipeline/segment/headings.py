"""Levels of headings, from how they are set: what is larger, or in capitals, or centred, stands higher."""

from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.blocks import RawBlock
from pipeline.segment.measure import Measures

SAME_SIZE = 1.08
"""Sizes within 8 % are one level: a line without ascenders measures a little smaller than its neighbour."""


def assign_levels(blocks: Sequence[RawBlock], measures: Measures) -> None:
    """Sets ``level`` of every heading: 1 for the way of setting that stands highest in the article."""
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    sizes = _levels_of_size(sorted((_size(block, measures) for block in headings), reverse=True))
    rank = {id(block): (sizes[_size(block, measures)], *_signs(block)) for block in headings}
    ranks = sorted(set(rank.values()))
    for block in headings:
        block.level = min(ranks.index(rank[id(block)]) + 1, 4)


def _size(block: RawBlock, measures: Measures) -> float:
    return max(measures.relative_size(row) for row in block.rows)


def _levels_of_size(sizes: Sequence[float]) -> dict[float, int]:
    """Size -> level; a new level begins where a size is clearly smaller than the one before."""
    levels: dict[float, int] = {}
    level = 0
    for previous, size in zip([*sizes[:1], *sizes], sizes, strict=False):
        level += previous / size > SAME_SIZE
        levels[size] = level
    return levels


def _signs(block: RawBlock) -> tuple[bool, bool, bool]:
    """Capitals stand above bold, bold above roman, roman above italic."""
    signs = set(block.reason.split(", "))
    return "capitals" not in signs, "bold" not in signs, "italic" in signs
