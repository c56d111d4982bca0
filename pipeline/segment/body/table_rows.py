"""Rows of a table: told by rules, by white, and by lines that only go on with what the line above begins."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from pipeline.segment.body.table_columns import Column, Place, TableLine
from pipeline.segment.rows import starts_lower

PARTED, EVEN = 1.3, 1.2
"""Where white parts the rows: how much the leading between them is larger, at least, than the largest within them, and
how much the latter differ at most."""
FEWEST = 4
"""Distances between lines that show two leadings."""
FEWEST_RULES = 3
"""Rules within a table that part its rows."""
MOST_OF_HEAD = 6
"""Lines of the labels over the columns."""
WIDE = 10
"""Ems of a column in which there is prose."""
NEAR_EDGE = 0.2
"""Share of the width of a column by which a full line may miss its edge."""


class _Seam(StrEnum):
    """What stands between a line and the line above."""

    RULE = "rule"
    WHITE = "white"
    """More than elsewhere, where white parts the rows."""
    NOTHING = "nothing"
    """Where rules or white part the rows."""
    UNKNOWN = "unknown"


def rows_of_lines(
    lines: Sequence[TableLine],
    cells: Sequence[Sequence[Place]],
    columns: Sequence[Column],
    rules: Sequence[int],
    size: float,
) -> list[list[Place]]:
    """The rows of a table, their cells from left to right; a line that only goes on belongs to the row above.

    Args:
        lines: of the page, from top to bottom.
        cells: of each line.
        columns: from left to right.
        rules: the heights of the rules over most of the width, in pixels.
        size: of the table's type, in pixels.
    """
    seams = _seams(lines, rules)
    head = _head(seams)
    rows: list[dict[int, Place]] = []
    for index, parts in enumerate(cells):
        above = [_above(rows[-1], part) for part in parts] if rows else []
        wholes = [whole for whole in above if whole is not None]
        known = bool(wholes) and len(wholes) == len(parts)
        if (0 < index < head and _is_of_head(rows[-1], parts)) or (
            known and _goes_on(parts, len(rows[-1]), _are_full(wholes, columns, size), seams[index])
        ):
            rows[-1] = _stacked(rows[-1], parts)
        else:
            rows.append({part.column: part for part in parts})
    return [[row[column] for column in sorted(row)] for row in rows]


def _above(row: Mapping[int, Place], part: Place) -> Place | None:
    """The cell of a row in whose columns a part of the next line stands."""
    last = part.column + part.columns
    return next((one for one in row.values() if one.column <= part.column and last <= one.column + one.columns), None)


def _stacked(row: Mapping[int, Place], parts: Sequence[Place]) -> dict[int, Place]:
    """The row with the parts of one more line under its cells."""
    grown = dict(row)
    for part in parts:
        whole = _above(grown, part) or part._replace(stretches=())
        grown[whole.column] = whole._replace(stretches=(*whole.stretches, *part.stretches))
    return grown


def _seams(lines: Sequence[TableLine], rules: Sequence[int]) -> list[_Seam]:
    """What stands over each line; nothing is known over the first."""
    ruled = [
        any(
            before.bottom - 0.5 * (before.bottom - before.top) < rule < 0.5 * (after.bottom + after.top)
            for rule in rules
        )
        for before, after in pairwise(lines)
    ]
    leads = [after.top - before.top for before, after in pairwise(lines)]
    close = _close_leading(leads)
    parted = close > 0 or sum(ruled) >= FEWEST_RULES
    seams = [_Seam.UNKNOWN]
    for lead, rule in zip(leads, ruled, strict=True):
        if rule:
            seams.append(_Seam.RULE)
        elif close and lead > close:
            seams.append(_Seam.WHITE)
        else:
            seams.append(_Seam.NOTHING if parted else _Seam.UNKNOWN)
    return seams


def _close_leading(leads: Sequence[int]) -> int:
    """Up to which distance from the line above a line is in its row, where white parts the rows; 0 where none does."""
    ordered = sorted(leads)
    if len(ordered) < FEWEST:
        return 0
    jump, at = max((after / max(1, before), index) for index, (before, after) in enumerate(pairwise(ordered)))
    within, between = ordered[: at + 1], ordered[at + 1 :]
    evenly = within[-1] <= EVEN * within[0]
    return within[-1] if jump >= PARTED and evenly and len(within) > 1 and len(between) > 1 else 0


def _head(seams: Sequence[_Seam]) -> int:
    """How many lines stand over the rule that parts the labels of the columns from the rows; 0 where none does."""
    under = next((index for index, seam in enumerate(seams) if seam is _Seam.RULE), 0)
    return under if 1 < under <= MOST_OF_HEAD and under < len(seams) - 1 else 0


def _is_of_head(row: Mapping[int, Place], parts: Sequence[Place]) -> bool:
    """Whether a line of labels goes on with the labels above, each in its own column."""
    return all(each.columns == 1 for each in (*row.values(), *parts))


def _goes_on(parts: Sequence[Place], filled: int, full: bool, seam: _Seam) -> bool:
    """Whether the parts of a line, each under one of the ``filled`` cells of the row above, go on with them.

    Where nothing parts the line from the one above, fewer cells are enough, or a small letter; where that is not known,
    it takes small letters, or, under other columns than the first, one of them, or prose above whose lines are full.
    """
    if seam in (_Seam.RULE, _Seam.WHITE) or len(parts) > filled:
        return False
    lower = [starts_lower(part.stretches[0].part.text) for part in parts]
    if len(parts) == filled:
        return all(lower) or (seam is _Seam.NOTHING and any(lower))
    return seam is _Seam.NOTHING or all(lower) or ((full or any(lower)) and parts[0].column > 0)


def _are_full(cells: Sequence[Place], columns: Sequence[Column], size: float) -> bool:
    """Whether the last lines of all the cells reach to the end of columns that are wide enough for prose."""
    return all(_is_full(cell, columns[cell.column], columns[cell.column + cell.columns - 1], size) for cell in cells)


def _is_full(cell: Place, first: Column, last: Column, size: float) -> bool:
    width = last.right - first.left
    return width >= WIDE * size and cell.stretches[-1].right >= last.right - NEAR_EDGE * width
