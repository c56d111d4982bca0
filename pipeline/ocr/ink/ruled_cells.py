"""The cells that printed rules enclose: in a ruled table a line of type ends at a rule, however near the next word is.

The rules of a table hang together, and what they leave white is a cell, over one column or several. Presses leave the
sides of tables open, and so the frame around the rules counts as drawn.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.ink.rules import joined

LOWEST = 1.0
"""X-heights of white in a cell: less parts the two strokes of a double rule."""
FULL = 0.8
"""Share of its box that a cell fills: what curves and slanting strokes enclose does not."""
FRINGE = 2
"""Pixels beside a stroke that belong to it: an edge is ragged, and a rule that leans wanders."""
FEWEST = 2
"""Rows of cells, columns, and heights of rules that make a table."""


def ruled_tables(rules: Sequence[Box], uprights: Sequence[Box], x_height: float) -> list[list[Box]]:
    """The cells of each ruled table of a page, row by row and from left to right.

    Args:
        rules: the horizontal ones.
        uprights: those that run up and down.
        x_height: of the page, in pixels.
    """
    if not uprights or len(rules) < FEWEST:
        return []
    grids, reach = joined([*rules, *uprights], x_height)
    found = (
        _white_of(grids, index, reach, LOWEST * x_height)
        for index in range(len(grids.left))
        if _levels(rules, grids.box(index), 2 * reach) >= FEWEST
    )
    return [cells for cells in found if _is_table(cells)]


def _levels(rules: Sequence[Box], grid: Box, reach: int) -> int:
    """How many heights have a rule of a grid; the axes of a chart are a cross, and have one."""
    tops = sorted(rule.top for rule in rules if grid.meets(rule))
    return bool(tops) + sum(after - before > reach for before, after in pairwise(tops))


def strokes_of(uprights: Sequence[Box], tables: Sequence[Sequence[Box]]) -> list[Box]:
    """Those of the uprights that stand in tables, with their fringes; others may be letters, or part columns."""
    frames = [frame for cells in tables if (frame := enclosing_box(list(cells)))]
    inner = (upright for upright in uprights if any(frame.meets(upright) for frame in frames))
    return [Box(max(box.left - FRINGE, 0), box.top, box.right + FRINGE, box.bottom) for box in inner]


def _white_of(grids: Components, index: int, reach: int, lowest: float) -> list[Box]:
    """The cells between rules that hang together, as high and as wide as the white between the strokes themselves."""
    grid = grids.box(index)
    white = (grids.labels[grid.top : grid.bottom, grid.left : grid.right] != index + 1).astype(np.uint8)
    frame = 2 * reach
    white[:frame], white[-frame:], white[:, :frame], white[:, -frame:] = 0, 0, 0, 0
    pieces = components_of(white)
    boxes = [pieces.box(each) for each in range(len(pieces.left)) if _is_rectangle(pieces, each)]
    cells = [_grown(box, grid, reach) for box in boxes if min(box.width, box.height) + 2 * reach >= lowest]
    return [cell for row in _rows(cells, reach) for cell in row]


def _grown(box: Box, grid: Box, reach: int) -> Box:
    """A piece of white on the page: rules were drawn thicker, and the page shifted, by the reach."""
    left, top = max(grid.left + box.left - 2 * reach, 0), max(grid.top + box.top - 2 * reach, 0)
    return Box(left, top, grid.left + box.right, grid.top + box.bottom)


def _is_rectangle(pieces: Components, index: int) -> bool:
    box = pieces.box(index)
    piece: NDArray[np.bool_] = pieces.labels[box.top : box.bottom, box.left : box.right] == index + 1
    return bool(piece.mean() >= FULL)


def _rows(cells: Sequence[Box], reach: int) -> Iterator[list[Box]]:
    """Cells that begin at one height, from left to right; rows from top to bottom."""
    row: list[Box] = []
    for cell in sorted(cells, key=lambda cell: cell.top):
        if row and cell.top - row[0].top > 2 * reach:
            yield sorted(row, key=lambda cell: cell.left)
            row = []
        row.append(cell)
    if row:
        yield sorted(row, key=lambda cell: cell.left)


def _is_table(cells: Sequence[Box]) -> bool:
    """Whether there are rows and columns: a stroke between two columns of a text makes columns only."""
    rows, columns = {cell.top for cell in cells}, {cell.left for cell in cells}
    return len(rows) >= FEWEST and len(columns) >= FEWEST and len(cells) >= FEWEST * FEWEST
