"""Quotations, items of lists and tables that the source itself calls so: the markup of a language model's dump."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.model import CELL_SEAM, BlockKind, Region
from pipeline.segment.body.situations import Situation
from pipeline.segment.raw_block import Claim, TableCell
from pipeline.segment.rows import Row

CALLED_SO = "called so by the source"
TOLD_KINDS = {
    Region.QUOTATION: BlockKind.QUOTATION,
    Region.ITEM: BlockKind.ITEM,
    Region.TABLE: BlockKind.TABLE,
}


def told_rows(seen: Sequence[Situation]) -> dict[int, Claim]:
    """What rows are by the source's own word, by index."""
    return {index: _claim(here) for index, here in enumerate(seen) if here.row.region in TOLD_KINDS}


def _claim(here: Situation) -> Claim:
    kind = TOLD_KINDS[here.row.region]
    return Claim(kind, CALLED_SO, begins=kind is BlockKind.ITEM or here.gap >= 1)


def told_cells(rows: Sequence[Row]) -> tuple[TableCell, ...]:
    """The cells of rows in which the word ``CELL_SEAM`` parts them."""
    return tuple(cell for number, row in enumerate(rows) for cell in _cells_of(row, number))


def _cells_of(row: Row, number: int) -> Iterator[TableCell]:
    start = row.start
    for column, printed in enumerate(row.text.split(CELL_SEAM)):
        begin, end = start + len(printed) - len(printed.lstrip()), start + len(printed.rstrip())
        if begin < end:
            yield TableCell(number, column, 1, (replace(row, start=begin, end=end),))
        start += len(printed) + len(CELL_SEAM)
