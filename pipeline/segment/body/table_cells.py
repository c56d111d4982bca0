"""Cells of a table: its columns, its rows, and what is printed where they meet."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median

from pipeline.model import Region
from pipeline.segment.body.ruled_tables import ruled_cells
from pipeline.segment.body.table_columns import GAP, TOUCH, Column, columns_of, lines_of, placed, stretches_of
from pipeline.segment.body.table_rows import rows_of_lines
from pipeline.segment.body.told_rows import told_cells
from pipeline.segment.raw_block import TableCell
from pipeline.segment.rows import Row

FILLED = 0.4
"""Share of the lines in which a table has two cells and more; a list or a letter has fewer."""
LONG = 0.6
"""Share of the width of a table that a rule runs over which parts its rows."""


def cells_of(rows: Sequence[Row]) -> tuple[TableCell, ...]:
    """The cells of a table, row by row and from left to right; none where no columns are found.

    Args:
        rows: the printed rows of one table, on one page, with geometry; or those that the source calls a table.
    """
    if rows[0].region is Region.TABLE:
        return told_cells(rows)
    size = _type_size(rows)
    ruled = ruled_cells(rows, size)
    if ruled:
        return ruled
    lines = lines_of(rows, size) if size else []
    columns = columns_of(lines, TOUCH * size)
    parted = sum(len(line.stretches) > 1 for line in lines)
    if len(columns) < 2 or parted < FILLED * len(lines):
        return ()
    cells = [placed(line, columns, TOUCH * size) for line in lines]
    return tuple(
        TableCell(number, cell.column, cell.columns, tuple(stretch.part for stretch in cell.stretches))
        for number, row in enumerate(rows_of_lines(lines, cells, columns, _rules(rows, columns), size))
        for cell in row
    )


def _type_size(rows: Sequence[Row]) -> float:
    """Of a table, in pixels; 0.0 where it is not known."""
    return median([row.line.size for row in rows if row.line.size] or [0.0])


def _rules(rows: Sequence[Row], columns: Sequence[Column]) -> list[int]:
    """The heights of the rules that run over most of the width of the table."""
    left, right = columns[0].left, columns[-1].right
    return [
        (rule.top + rule.bottom) // 2
        for rule in rows[0].page.rules
        if rule.right - rule.left > rule.bottom - rule.top
        and min(rule.right, right) - max(rule.left, left) > LONG * (right - left)
    ]


def stands_in_columns(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a row beside a table is set in its columns: it is parted, and runs over few of the table's seams."""
    size = _type_size(rows)
    columns = columns_of(lines_of(rows, size), TOUCH * size) if size else []
    stretches = stretches_of(row, GAP * size)
    seams = [(before.right + after.left) / 2 for before, after in pairwise(columns)]
    over = sum(each.left < seam < each.right for seam in seams for each in stretches)
    return len(stretches) > 1 and over < 0.5 * len(seams)


def stands_under_cell(row: Row, above: Row) -> bool:
    """Whether a row begins just where a cell of a row above it does, and ends before the next cell."""
    box, size = row.line.box, above.line.size
    if box is None or not size:
        return False
    cells = stretches_of(above, GAP * size)
    ends = [*(cell.left for cell in cells[1:]), None]
    return len(cells) > 1 and any(
        abs(box.left - cell.left) <= TOUCH * size and (end is None or box.right < end - TOUCH * size)
        for cell, end in zip(cells, ends, strict=True)
    )


def is_parted(row: Row) -> bool:
    """Whether white parts the words of a row as it parts cells."""
    return len(stretches_of(row, GAP * row.line.size)) > 1


def cell_starts(cells: Sequence[TableCell]) -> list[int]:
    """For each cell the index of its first part among the parts of all of them."""
    return [0, *accumulate(len(cell.parts) for cell in cells)][: len(cells)]
