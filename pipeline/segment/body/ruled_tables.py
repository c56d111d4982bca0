"""Cells of a ruled table: what rules enclose is one cell, however its lines lie beside those of other cells.

Many tables have rules between the columns, and across them only under the labels. Where lines of nearly all cells
between two such rules stand on one height, they are rows.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, groupby, pairwise, zip_longest
from operator import itemgetter
from statistics import median
from typing import NamedTuple

from pipeline.model import Box
from pipeline.segment.body.table_columns import GAP, stretches_of
from pipeline.segment.raw_block import TableCell
from pipeline.segment.rows import Row, foot_of, starts_lower

EDGE = 1.0
"""Ems within which cells begin at one edge."""
LEVEL = 0.4
"""Ems within which lines stand on one height."""
LOOSE = 1.4
"""Times the usual distance of two lines, from which white parts rows."""
FEWEST, MOSTLY = 3, 0.6
"""Lines, and their share, that have something in every cell where they are rows."""


class Place(NamedTuple):
    """The first column of a cell, and how many it spans."""

    column: int
    columns: int


Band = dict[Place, list[Row]]
"""What stands between two rules across the table."""


def ruled_cells(rows: Sequence[Row], size: float) -> tuple[TableCell, ...]:
    """The cells of a table, row by row and from left to right; none where rules do not enclose each by itself.

    Args:
        rows: of one table, on one page.
        size: of its type, in pixels.
    """
    boxed = [(box, row) for row in rows if (box := row.cell) is not None]
    if not boxed or len(boxed) < len(rows):
        return ()
    tops = _edges([box.top for box, _ in boxed], EDGE * size)
    lefts = _edges([box.left for box, _ in boxed], EDGE * size)
    bands: dict[int, Band] = {}
    for box, own in groupby(boxed, key=itemgetter(0)):
        band = bands.setdefault(_index(tops, box.top), {})
        for place, row in _placed([row for _, row in own], box, lefts, GAP * size):
            band.setdefault(place, []).append(row)
    if _white_tells(bands.values(), GAP * size):
        return ()
    printed = [row for _, band in sorted(bands.items()) for row in _rows_of(band, LEVEL * size)]
    return tuple(
        TableCell(number, place.column, place.columns, tuple(parts))
        for number, row in enumerate(printed)
        for place, parts in _side_by_side(row)
    )


def _side_by_side(row: Band) -> Iterator[tuple[Place, list[Row]]]:
    """The cells of a row, from left to right: those that begin in one column are one, and none reaches over the next.

    A figure a little wider than its column seems to span two, though the next column has one of its own.
    """
    columns = sorted({place.column for place in row})
    for column, following in zip_longest(columns, columns[1:]):
        own = {place: parts for place, parts in row.items() if place.column == column}
        widest = max(place.columns for place in own)
        span = widest if following is None else min(widest, following - column)
        yield Place(column, span), sorted(chain.from_iterable(own.values()), key=foot_of)


def _white_tells(bands: Collection[Band], gap: float) -> bool:
    """Whether white parts columns that no rules part: between most rules some line's, or all lines of a cell."""
    loose = sum(_is_parted_by_white(band, gap) for band in bands)
    return 2 * loose > len(bands) or any(_has_columns_within(band, gap) for band in bands)


def _is_parted_by_white(band: Band, gap: float) -> bool:
    """Whether a line within one cell has the white of columns that no rules part, which are beside one that they do."""
    return any(len(stretches_of(row, gap)) >= FEWEST for rows in band.values() for row in rows)


def _has_columns_within(band: Band, gap: float) -> bool:
    """Whether nearly all lines of a cell over one column are parted by white: rules part some of the columns only."""
    cells = [rows for place, rows in band.items() if place.columns == 1 and len(rows) >= FEWEST]
    return any(sum(len(stretches_of(row, gap)) > 1 for row in rows) >= MOSTLY * len(rows) for rows in cells)


def _placed(rows: Sequence[Row], box: Box, lefts: Sequence[int], gap: float) -> Iterator[tuple[Place, Row]]:
    """Where in its band each row of a cell stands.

    Under labels that rules part, the rows of figures often have no rules between them, but the white of their columns.
    """
    own = _place(lefts, box.left, box.right - round(gap))
    stretches = [stretches_of(row, gap) for row in rows]
    parted = sum(len(each) > 1 for each in stretches)
    for row, parts in zip(rows, stretches, strict=True):
        if own.columns == 1 or parted < MOSTLY * len(rows):
            yield own, row
        else:
            yield from ((_place(lefts, each.left, each.right), each.part) for each in parts)


def _place(lefts: Sequence[int], left: int, right: int) -> Place:
    first = max(0, _index(lefts, left))
    return Place(first, max(1, _index(lefts, right) - first + 1))


def _edges(places: Sequence[int], near: float) -> list[int]:
    """Where cells begin, each edge once."""
    edges: list[int] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > near:
            edges.append(place)
    return edges


def _index(edges: Sequence[int], place: int) -> int:
    return sum(edge <= place for edge in edges) - 1


def _rows_of(band: Band, near: float) -> Iterator[Band]:
    """The rows between two rules; one, unless nearly all lines have something in all cells, or white parts such rows.

    What stands alone in the first column is a label over rows, and tells of none.
    """
    lines = _lines_of(band, near)
    columns = _columns_of(band)
    whole = sum(_columns_of(line) == columns for line in lines)
    labels = sum(_columns_of(line) == {0} for line in lines)
    if len(columns) == 1 or whole < max(FEWEST, MOSTLY * (len(lines) - labels)):
        parts = list(_parted_by_leading(lines))
        yield from parts if all(_columns_of(part) in (columns, {0}) for part in parts) else [band]
        return
    rows: list[Band] = []
    for line in lines:
        if rows and _goes_on(rows[-1], line):
            _append(rows[-1], line)
        else:
            rows.append(line)
    yield from rows


def _parted_by_leading(lines: Sequence[Band]) -> Iterator[Band]:
    """Lines put together up to where there is more white than between most, over the whole table."""
    feet = [min(foot_of(row) for rows in line.values() for row in rows) for line in lines]
    gaps = [below - above for above, below in pairwise(feet)]
    usual = median(gaps) if gaps else 0
    row: Band = {}
    for gap, line in zip((0, *gaps), lines, strict=True):
        if gap > LOOSE * usual and len(gaps) >= FEWEST:
            yield row
            row = {}
        _append(row, line)
    yield row


def _append(row: Band, line: Band) -> None:
    for place, parts in line.items():
        row.setdefault(place, []).extend(parts)


def _columns_of(band: Band) -> set[int]:
    return {column for place in band for column in range(place.column, place.column + place.columns)}


def _goes_on(row: Band, line: Band) -> bool:
    """Whether a line has nothing but further words of cells of a row, and its first cell, if any, no beginning."""
    first = min(line)
    return line.keys() <= row.keys() and (first > min(row) or starts_lower(line[first][0].text))


def _lines_of(band: Band, near: float) -> list[Band]:
    """The lines of a page within a band, from top to bottom."""
    placed = sorted(((foot_of(row), place, row) for place, rows in band.items() for row in rows), key=itemgetter(0, 1))
    lines: list[Band] = []
    foot = 0
    for own, place, row in placed:
        if not lines or own - foot > near:
            lines.append({})
            foot = own
        lines[-1].setdefault(place, []).append(row)
    return lines
