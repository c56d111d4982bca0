"""Tables: rows and cells, each cell with what stands in it, and the rows that label the columns."""

from collections.abc import Iterable
from itertools import groupby, takewhile

from pipeline.model import Block, Cell, StyleSpan
from pipeline.tei.edition import Edition
from pipeline.tei.elements import Element, element
from pipeline.tei.inline import Point, fill, within
from pipeline.tei.passage import marks_of


def fill_cells(edition: Edition, parent: Element, table: Block) -> Element:
    """Write a table's text into its rows and cells; a column that has nothing in a row is an empty cell.

    Args:
        edition: the article.
        parent: the ``table``; returned.
        table: the block, of which the cells are known.
    """
    ranges, points = marks_of(edition, table, [])
    standing = _by_cell(table, points)
    width = max(cell.column + cell.columns for cell in table.cells)
    labels = _label_rows(table)
    for number, cells in groupby(table.cells, key=lambda cell: cell.row):
        row = element("row", role="label" if number in labels else None)
        free = 0
        for cell in cells:
            row.extend(element("cell") for _ in range(free, cell.column))
            made = element("cell", cols=str(cell.columns) if cell.columns > 1 else None)
            text = table.text[cell.start : cell.end]
            fill(made, text, within(cell.start, cell.end, ranges), standing[cell])
            row.append(made)
            free = cell.column + cell.columns
        row.extend(element("cell") for _ in range(free, width))
        parent.append(row)
    return parent


def _by_cell(table: Block, points: Iterable[Point]) -> dict[Cell, list[Point]]:
    """The points of a table by the cell that they stand in, or behind, by the offsets of its text."""
    standing: dict[Cell, list[Point]] = {cell: [] for cell in table.cells}
    for point in points:
        cell = next((each for each in table.cells if point.offset <= each.end), table.cells[-1])
        offset = min(max(point.offset - cell.start, 0), cell.end - cell.start)
        standing[cell].append(point._replace(offset=offset))
    return standing


def _label_rows(table: Block) -> frozenset[int]:
    """The rows over a table that are set in bold or italics throughout, where most others are not: its labels."""
    styled = {cell.row: True for cell in table.cells}
    for cell in table.cells:
        covered = sum(min(cell.end, span.end) - max(cell.start, span.start) for span in _emphasis(table, cell))
        styled[cell.row] &= covered >= cell.end - cell.start
    labels = list(takewhile(lambda row: styled[row], sorted(styled)))
    return frozenset(labels if 2 * sum(styled.values()) <= len(styled) else ())


def _emphasis(table: Block, cell: Cell) -> list[StyleSpan]:
    near = (span for span in table.styles if span.start < cell.end and cell.start < span.end)
    return [span for span in near if span.style.bold or span.style.italic]
