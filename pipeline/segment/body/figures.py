"""Captions and tables: told from the text by their label and by the white between their columns. Not parsed."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise
from typing import NamedTuple

from pipeline.model import BlockKind, Box
from pipeline.segment.body.situations import SMALL, Situation, place_of, situations
from pipeline.segment.body.table_cells import cells_of, stands_in_columns, stands_under_cell
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import Claim, TableCell, is_claimed
from pipeline.segment.rows import Row, is_bold, starts_lower

_CAPTION = re.compile(
    r"""
    ^(?:(?:fig(?:ur[ae]?|\.)?|table|chart|plate|map|graph|illustration|abb(?:ildung|\.)|tab(?:elle|\.)|tableau
    |tab(?:la|el[al]?a|lo)|gr[aá]fi(?:co|k)|cuadro|quadro|afb(?:eelding|\.)|rys(?:unek|\.)|рис(?:унок|\.)|табл(?:ица|\.)|şekil
    )\s+|fig\.)
    (?:[A-Z]?\d{1,3}(?:\.\d{1,2})?[a-z]?|[IVXL]{1,6})
    (?: \s*[.:–—-] | \s+(?-i:[A-Z“‘«(\[]) | \s*$ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What goes on with a small letter (``Table 1 shows``) is a sentence of the text."""
_SOURCE = re.compile(
    r"^\W*(?:sources?|notes?|quellen?|anmerkung(?:en)?|fonti?|fuentes?|n\.\s?b\.)\s*[:.]", re.IGNORECASE
)
"""What stands under a table and is no row of it."""
_ENUMERATOR = re.compile(r"^\W?\w{1,4}[.):]?$")
CELL_GAP = 1.5
"""Ems between two words that are in different columns: in a justified line white stays under one em."""
OVERLAP = 0.7
"""Share of their heights by which two boxes on one line overlap."""
FEWEST = 3
"""Rows with columns that make a table."""
AWAY = 2.5
"""Lines of white between a table and the labels of its columns at most."""
CLOSE = 0.2
"""Lines of white within which a line goes on with the one above."""
MOST_OVER = 0.5
"""Share of the rows of a table in which something runs over several columns, at most."""
MOSTLY = 0.6
"""Share of the rows of a table in which several cells are filled, where it is one beyond doubt."""
MOST_ROWS = 8
"""Rows of a caption."""
SET_OFF = 0.2
"""Lines of white over a caption and under it."""


def is_caption(text: str) -> bool:
    """Whether a text begins with the label of a figure or table: ``Table 3``, ``Abb. 2: Leuchtturm``."""
    return bool(_CAPTION.match(text))


def is_source(text: str) -> bool:
    """Whether a line says where a table or a drawing over it comes from."""
    return bool(_SOURCE.match(text))


def figure_rows(seen: Sequence[Situation], measures: Measures) -> dict[int, Claim]:
    """Rows of captions and tables, in reading order; only with geometry."""
    claims = {
        index: Claim(BlockKind.TABLE, _reason(seen[index]), begins=index == table.first)
        for table in _tables(seen, measures)
        for index in range(table.first, table.last + 1)
    }
    for index in range(len(seen) - 1, 0, -1):
        if index in claims and index - 1 not in claims and _heads_grid(seen, index, measures):
            claims[index - 1] = Claim(BlockKind.TABLE, "over a ruled table, in columns", begins=True)
    for index in range(len(seen)):
        if index not in claims and _CAPTION.match(seen[index].row.text):
            claims.update(_caption(seen, index, claims))
    for index in range(1, len(seen)):
        if index not in claims and index - 1 in claims:
            claims.update(_labels_over(seen, index, claims))
    for index in range(1, len(seen)):
        if index not in claims and index - 1 in claims:
            claims.update(_note_under(seen, index, claims, measures))
    return claims


def _heads_grid(seen: Sequence[Situation], index: int, measures: Measures) -> bool:
    """Whether the row over this one, which rules enclose, has labels in columns over them, outside of the rules."""
    above, here = seen[index - 1], seen[index]
    near = place_of(above.row) == place_of(here.row) and above.row.cell is None and here.gap < AWAY
    begins = not _CAPTION.match(above.row.text) and (index < FEWEST or not _goes_on(above, seen[index - 2]))
    return here.row.cell is not None and near and begins and _has_columns(above, measures)


def _reason(here: Situation) -> str:
    return "rules enclose its cells" if here.row.cell is not None else "white parts its columns"


def _labels_over(seen: Sequence[Situation], start: int, claims: dict[int, Claim]) -> dict[int, Claim]:
    """Rows of a small table of which no columns were seen: between its caption, or a part of it, and its next part."""
    first = seen[start]
    end = start
    while end < min(len(seen), start + MOST_ROWS) and end not in claims and _stands_under(seen[end], first):
        end += 1
    over = is_claimed(claims, end, BlockKind.TABLE) and _stands_under(seen[end], first)
    if not over or first.size >= SMALL or first.row.page is not seen[start - 1].row.page:
        return {}
    return {
        each: Claim(BlockKind.TABLE, "between parts of a table", begins=each == start) for each in range(start, end)
    }


def _is_source(here: Situation) -> bool:
    return bool(_SOURCE.match(here.row.text))


def _note_under(
    seen: Sequence[Situation], start: int, claims: dict[int, Claim], measures: Measures
) -> dict[int, Claim]:
    """What stands right under a figure or table, as small as its caption: whence it is, what its columns mean.

    Where it is not labelled the text must follow, or the column be at its end.
    """
    first = seen[start]
    if first.row.page is not seen[start - 1].row.page or not first.geometric or first.size >= SMALL:
        return {}
    end = start + 1
    while end < len(seen) and end not in claims and _stands_under(seen[end], first):
        end += 1
    alike = first.size <= seen[start - 1].size + ALIKE and (first.gap < AWAY or first.size < TINY)
    done = end == len(seen) or seen[end].page_top or seen[end].size >= SMALL
    prose = not any(_has_columns(here, measures) for here in seen[start:end])
    prose = prose and len(first.row.text.split()) >= FEWEST
    if not _is_source(first) and not (alike and done and prose and end - start <= MOST_UNDER):
        return {}
    reason = "under a figure or table, in small type"
    return {index: Claim(BlockKind.CAPTION, reason, begins=index == start) for index in range(start, end)}


ALIKE = 0.06
"""Relative size by which a note under a table may differ from it."""
TINY = 0.9
"""Relative size below which nothing but such a note stands under a figure, which may be high."""
MOST_UNDER = 20
"""Rows of such a note."""


def _stands_under(here: Situation, first: Situation) -> bool:
    """Whether a row is set like one above it on its page; a short line over two columns may count as the first's."""
    alike = abs(here.size - first.size) < 0.03 and here.row.page is first.row.page
    one, other = first.row.line.box, here.row.line.box
    below = one is not None and other is not None and other.top >= one.top
    return alike and below and here.gap < 0.5 and not _CAPTION.match(here.row.text)


def rows_of_tables(rows: Sequence[Row], measures: Measures) -> frozenset[tuple[int, int]]:
    """The keys of the rows that stand in tables beyond doubt: ruled, or of three columns, in most rows several filled.

    Tables are set as small as notes, and have notes of their own right under them.
    """
    seen = situations(rows, measures)
    return frozenset(
        here.row.key
        for table in _tables(seen, measures)
        if seen[table.first].row.cell is not None or _is_beyond_doubt(table.cells)
        for here in seen[table.first : table.last + 1]
    )


def inner_cells(rows: Sequence[Row], of_tables: AbstractSet[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The keys of those rows of tables that stand on one line with the row before, or that rules enclose.

    A note begins its line, and is in no cell.
    """
    level = {
        row.key
        for before, row in pairwise(rows)
        if {before.key, row.key} <= of_tables and before.page is row.page and _are_level(before, row)
    }
    return frozenset(level | {row.key for row in rows if row.cell is not None})


def _is_beyond_doubt(cells: Sequence[TableCell]) -> bool:
    filled = Counter(cell.row for cell in cells)
    several = sum(count > 1 for count in filled.values())
    return len({cell.column for cell in cells}) >= FEWEST and several >= MOSTLY * len(filled)


def _caption(seen: Sequence[Situation], start: int, claims: dict[int, Claim]) -> dict[int, Claim]:
    first = seen[start]
    small = first.size < SMALL
    set_off = first.gap >= SET_OFF or first.page_top or start - 1 in claims or not first.geometric
    if not (set_off or small):
        return {}
    end = _end_of_run(seen, start, claims)
    closed = _is_closed(seen, end, claims) or (small and seen[end].size >= SMALL)
    if _is_label_alone(first.row) and end == start + 1 and set_off:
        title = _end_of_title(seen, end, claims)
        end, closed = max(end, title), closed or title > end
    if not closed:
        return {}
    reason = "labelled as a figure or table, set off"
    return {index: Claim(BlockKind.CAPTION, reason, begins=index == start) for index in range(start, end)}


def _end_of_run(seen: Sequence[Situation], start: int, claims: dict[int, Claim]) -> int:
    """Behind the rows that are set as the first of them, without white between them."""
    end = start + 1
    while end < min(len(seen), start + MOST_ROWS) and end not in claims and _goes_on(seen[end], seen[start]):
        end += 1
    return end


def _is_closed(seen: Sequence[Situation], end: int, claims: dict[int, Claim]) -> bool:
    """Whether white, a table, the end of the column or of bold type is behind the rows before an index."""
    last = seen[end - 1]
    if last.gap_after >= SET_OFF or end in claims or end == len(seen):
        return True
    return place_of(seen[end].row) != place_of(last.row) or (is_bold(last.row) and not is_bold(seen[end].row))


def _is_label_alone(row: Row) -> bool:
    found = _CAPTION.match(row.text)
    return found is not None and found.end() == len(row.text)


def _end_of_title(seen: Sequence[Situation], start: int, claims: dict[int, Claim]) -> int:
    """Behind the title that stands under a label of its own line, often in another size; 0 where there is none."""
    if start >= len(seen) or start in claims or place_of(seen[start].row) != place_of(seen[start - 1].row):
        return 0
    first, end = seen[start], _end_of_run(seen, start, claims)
    last = seen[end - 1].row
    centred = first.indent > CENTRED and abs(first.indent - first.shortfall) < 1.0
    titled = first.gap < TITLE and not starts_lower(first.row.text) and (centred or not last.closes)
    return end if titled and end - start <= MOST_TITLE and _is_closed(seen, end, claims) else 0


TITLE, MOST_TITLE = 0.5, 3
"""Lines of white between a label and the title of its table, and rows of this, at most."""
CENTRED = 2.0
"""Ems from both margins at which a title stands that may end with a stop."""


def _goes_on(here: Situation, first: Situation) -> bool:
    return (
        here.gap < 0.2
        and abs(here.size - first.size) < 0.03
        and place_of(here.row) == place_of(first.row)
        and not _CAPTION.match(here.row.text)
    )


class _Table(NamedTuple):
    """The first and the last row of a table, and its cells."""

    first: int
    last: int
    cells: tuple[TableCell, ...]


def _tables(seen: Sequence[Situation], measures: Measures) -> list[_Table]:
    """Runs of rows in columns; single rows between them belong to a cell of several lines or a heading across."""
    ruled = _ruled(seen)
    parted = [
        _has_columns(here, measures) and not _is_source(here) and not own for here, own in zip(seen, ruled, strict=True)
    ]
    beside = [_is_cell_beside(seen, index, measures) and not ruled[index] for index in range(len(seen))]
    columnar = [one or other for one, other in zip(parted, beside, strict=True)]
    found = _ruled_tables(seen, ruled)
    start = 0
    while start < len(seen):
        if not columnar[start]:
            start += 1
            continue
        end = last = start
        while end < len(seen) and _in_reach(seen, columnar, start, last, end):
            last = end if columnar[end] else last
            end += 1
        if seen[start].size < SMALL:
            while last + 1 < len(seen) and _is_cell(seen, start, last + 1) and not _is_source(seen[last + 1]):
                last += 1
        if sum(columnar[start : last + 1]) >= FEWEST and (
            sum(parted[start : last + 1]) >= FEWEST or _has_column(seen, beside, seen[start])
        ):
            table = _table(seen, start, last)
            found += [table] if table else []
            last = table.last if table else last
        start = max(last, start) + 1
    return found


def _ruled(seen: Sequence[Situation]) -> list[bool]:
    """Whether rules enclose each row in a cell, and not in one over the whole table that has its caption."""
    cells = [here.row.cell for here in seen]
    captions = {
        cell
        for here, cell in zip(seen, cells, strict=True)
        if cell and is_caption(here.row.text) and _is_alone(cell, here)
    }
    return [cell is not None and cell not in captions for cell in cells]


def _is_alone(cell: Box, here: Situation) -> bool:
    """Whether no other cell of the page stands beside a cell."""
    return not any(cell.shared_height(other) > OVERLAP * other.height for other in here.row.page.cells if other != cell)


def _ruled_tables(seen: Sequence[Situation], ruled: Sequence[bool]) -> list[_Table]:
    """Runs of rows of one page that rules enclose."""
    indices = [index for index in range(len(seen)) if ruled[index]]
    runs = groupby(enumerate(indices), key=lambda each: (seen[each[1]].row.page.number, each[1] - each[0]))
    tables = []
    for _, run in runs:
        own = [index for _, index in run]
        tables.append(_Table(own[0], own[-1], _cells(seen, own[0], own[-1])))
    return tables


def _table(seen: Sequence[Situation], start: int, last: int) -> _Table | None:
    """The table of these rows, with its labels; None where they are none."""
    cells = _cells(seen, start, last)
    if not _is_table(seen[start : last + 1], cells):
        return None
    first, end = _with_labels(seen, start, last)
    return _Table(first, end, cells if (first, end) == (start, last) else _cells(seen, first, end))


def _cells(seen: Sequence[Situation], first: int, last: int) -> tuple[TableCell, ...]:
    return cells_of([here.row for here in seen[first : last + 1]])


def _is_table(run: Sequence[Situation], cells: Sequence[TableCell]) -> bool:
    """Whether rows with wide white have lines enough, most of which do not run over the columns, as loose prose does.

    A number in the margin beside each line of a text, as manuscripts have, makes two rows of it.
    """
    rows = {cell.row for cell in cells}
    over = {cell.row for cell in cells if cell.columns > 1}
    lines = 1 + sum(not _on_one_line(before, after) for before, after in pairwise(run))
    columns = {cell.column for cell in cells}
    return max(lines, len(columns)) >= FEWEST and len(over) <= MOST_OVER * len(rows)


def _on_one_line(one: Situation, other: Situation) -> bool:
    return _are_level(one.row, other.row)


def _are_level(one: Row, other: Row) -> bool:
    first, second = one.line.box, other.line.box
    if first is None or second is None:
        return False
    return first.shared_height(second) > OVERLAP * min(first.height, second.height)


def _with_labels(seen: Sequence[Situation], start: int, last: int) -> tuple[int, int]:
    """The table with the rows over and under it that stand in its columns, closer together than cells mostly are."""
    rows = [here.row for here in seen[start : last + 1]]
    first, end = start, last
    while first > 0 and first > start - MOST_ROWS and _is_beside(seen[first - 1], seen[first], rows):
        first -= 1
    while end + 1 < len(seen) and (
        _is_beside(seen[end + 1], seen[end + 1], rows) or _goes_on_under(seen[end + 1], rows[-1])
    ):
        end += 1
    return first, end


def _goes_on_under(here: Situation, last: Row) -> bool:
    """Whether a row goes on with a cell of the last row of a table."""
    near = place_of(here.row) == place_of(last) and here.gap < CLOSE
    return near and starts_lower(here.row.text) and stands_under_cell(here.row, last)


def _is_beside(here: Situation, below: Situation, rows: Sequence[Row]) -> bool:
    """Whether a row stands in the columns of a table right over or under it; ``below`` is the lower row of the two."""
    near = place_of(here.row) == place_of(rows[0]) and below.gap < AWAY and here.row.cell is None
    apart = _CAPTION.match(here.row.text) or _SOURCE.match(here.row.text)
    return near and not apart and stands_in_columns(here.row, rows)


def _in_reach(seen: Sequence[Situation], columnar: Sequence[bool], start: int, last: int, index: int) -> bool:
    """Whether a row may belong to a table that began at ``start`` and whose last row in columns is ``last``.

    What stands between them are further lines of its cells: set as small as they, or right under one of them.
    """
    if place_of(seen[index].row) != place_of(seen[start].row):
        return False
    between = [each for each in range(last + 1, index + 1) if not columnar[each]]
    return index - last <= 1 or (
        index - last <= MOST_ROWS
        and all(_is_cell(seen, start, each) or stands_under_cell(seen[each].row, seen[last].row) for each in between)
    )


def _is_cell(seen: Sequence[Situation], start: int, index: int) -> bool:
    """Whether a row is set like the small table above it, right under it."""
    here, first = seen[index], seen[start]
    same_place = place_of(here.row) == place_of(first.row)
    return same_place and first.size < SMALL and abs(here.size - first.size) < 0.03 and here.gap < 0.5


def _has_column(seen: Sequence[Situation], beside: Sequence[bool], here: Situation) -> bool:
    """Whether cells that were read apart begin under each other, away from the margin; pieces of torn lines do not.

    Those of the page and column of ``here`` are looked at.
    """
    place = place_of(here.row)
    cells = (each for each, holds in zip(seen, beside, strict=True) if holds and place_of(each.row) == place)
    edges = sorted(each.indent for each in cells if each.indent > INNER)
    return any(later - edge <= ALIGNED for edge, later in zip(edges, edges[FEWEST_CELLS - 1 :], strict=False))


BESIDE = 0.3
"""Ems between two cells at least."""
INNER = 3.0
"""Ems from the margin at which a second column begins."""
ALIGNED = 0.5
"""Ems within which the cells of a column begin."""
FEWEST_CELLS = 5
"""Cells of a page that show a column."""


def _is_cell_beside(seen: Sequence[Situation], index: int, measures: Measures) -> bool:
    """Whether another row stands on the same line of the page, white between them: two cells that were read apart."""
    here = seen[index]
    own = here.row.line.box
    neighbours = [seen[other] for other in (index - 1, index + 1) if 0 <= other < len(seen)]
    level = [
        other.row.line.box
        for other in neighbours
        if place_of(other.row) == place_of(here.row) and _on_one_line(here, other)
    ]
    return own is not None and any(
        box is not None and max(own.left, box.left) - min(own.right, box.right) > BESIDE * measures.body_size > 0
        for box in level
    )


def _has_columns(here: Situation, measures: Measures) -> bool:
    """Whether wide white parts the words of a row, the white behind its number left out of account."""
    boxes = [
        word.box
        for word in here.row.line.words
        if word.box and here.row.start <= word.start and word.end <= here.row.end
    ]
    if len(boxes) < 2 or not measures.body_size:
        return False
    first = here.row.text.split(" ", 1)[0]
    counted = boxes[1:] if _ENUMERATOR.match(first) and not first.isdecimal() else boxes
    gaps = [after.left - before.right for before, after in pairwise(counted)]
    return any(gap > CELL_GAP * measures.body_size for gap in gaps)
