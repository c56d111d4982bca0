"""A block of the body as it lies on its pages, before its text is joined."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from pipeline.model import BlockKind
from pipeline.segment.rows import Row

FLOATS = frozenset({BlockKind.CAPTION, BlockKind.TABLE, BlockKind.DIAGRAM})
"""Kinds that have nothing to do with the text in which they stand: printers set them where there is room."""


class TableCell(NamedTuple):
    """A cell: its row and first column from 0, how many columns it spans, and the printed rows' parts in it."""

    row: int
    column: int
    columns: int
    parts: tuple[Row, ...]


@dataclass(slots=True)
class RawBlock:
    """A block as it lies on its pages."""

    kind: BlockKind
    rows: list[Row] = field(default_factory=list)
    level: int = 0
    resumes: bool = False
    reason: str = ""
    cells: tuple[TableCell, ...] = ()
    """Of a table whose columns are known: ``rows`` are then the parts of its cells, one cell after the other."""

    @property
    def text(self) -> str:
        """Its rows one after the other, line ends not yet mended."""
        return " ".join(row.text for row in self.rows)


@dataclass(frozen=True, slots=True)
class Claim:
    """What a row is by the look of it and its neighbours, before the blocks are cut."""

    kind: BlockKind
    reason: str
    begins: bool
    """Whether a new block of this kind begins with the row."""


def is_claimed(claims: Mapping[int, Claim], index: int, kind: BlockKind) -> bool:
    """Whether the row of an index is claimed as a kind."""
    return index in claims and claims[index].kind is kind
