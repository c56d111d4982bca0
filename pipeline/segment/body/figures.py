"""Captions and tables: told from the text by their label and by the white between their columns. Not parsed."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.model import BlockKind
from pipeline.segment.body.situations import SMALL, Situation, place_of
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import Claim

_CAPTION = re.compile(
    r"""
    ^(?:(?:fig(?:ure|\.)?|table|chart|plate|map|graph|illustration|abb(?:ildung|\.)|tab(?:elle|\.)|tableau)\s+|fig\.)
    (?:[A-Z]?\d{1,3}(?:\.\d{1,2})?[a-z]?|[IVXL]{1,6})
    (?: \s*[.:–—-] | \s+(?-i:[A-Z“‘«(\[]) | \s*$ )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What goes on with a small letter (``Table 1 shows``) is a sentence of the text."""
_ENUMERATOR = re.compile(r"^\W?\w{1,4}[.):]?$")
CELL_GAP = 1.5
"""Ems between two words that are in different columns: in a justified line white stays under one em."""
OVERLAP = 0.7
"""Share of their heights by which two boxes on one line overlap."""
FEWEST = 3
"""Rows with columns that make a table."""
MOST_ROWS = 8
"""Rows of a caption."""


def figure_rows(seen: Sequence[Situation], measures: Measures) -> dict[int, Claim]:
    """Rows of captions and tables, in reading order; only with geometry."""
    claims = {index: claim for run in _tables(seen, measures) for index, claim in run.items()}
    for index in range(len(seen)):
        if index not in claims and _CAPTION.match(seen[index].row.text):
            claims.update(_caption(seen, index, claims))
    return claims


def _caption(seen: Sequence[Situation], start: int, claims: dict[int, Claim]) -> dict[int, Claim]:
    first = seen[start]
    small = first.size < SMALL
    set_off = first.gap >= 0.3 or first.page_top or start - 1 in claims or not first.geometric
    if not (set_off or small):
        return {}
    end = start + 1
    while end < min(len(seen), start + MOST_ROWS) and end not in claims and _goes_on(seen[end], first):
        end += 1
    last = seen[end - 1]
    closed = last.gap_after >= 0.2 or end in claims or end == len(seen) or place_of(seen[end].row) != place_of(last.row)
    if not (closed or (small and seen[end].size >= SMALL)):
        return {}
    reason = "labelled as a figure or table, set off"
    return {index: Claim(BlockKind.CAPTION, reason, begins=index == start) for index in range(start, end)}


def _goes_on(here: Situation, first: Situation) -> bool:
    return (
        here.gap < 0.2
        and abs(here.size - first.size) < 0.03
        and place_of(here.row) == place_of(first.row)
        and not _CAPTION.match(here.row.text)
    )


def _tables(seen: Sequence[Situation], measures: Measures) -> list[dict[int, Claim]]:
    """Runs of rows in columns; single rows between them belong to a cell of several lines or a heading across."""
    parted = [_has_columns(here, measures) for here in seen]
    beside = [_is_cell_beside(seen, index, measures) for index in range(len(seen))]
    columnar = [one or other for one, other in zip(parted, beside, strict=True)]
    found, start = [], 0
    while start < len(seen):
        if not columnar[start]:
            start += 1
            continue
        end = last = start
        while end < len(seen) and _in_reach(seen, start, last, end):
            last = end if columnar[end] else last
            end += 1
        if seen[start].size < SMALL:
            while last + 1 < len(seen) and _is_cell(seen, start, last + 1):
                last += 1
        here = place_of(seen[start].row)
        cells = [each for each, holds in zip(seen, beside, strict=True) if holds and place_of(each.row) == here]
        told = sum(parted[start : last + 1]) >= FEWEST or _has_column(cells)
        if told and sum(columnar[start : last + 1]) >= FEWEST:
            reason = "white parts its columns"
            found.append({
                index: Claim(BlockKind.TABLE, reason, begins=index == start) for index in range(start, last + 1)
            })  # fmt: skip
        start = max(last, start) + 1
    return found


def _in_reach(seen: Sequence[Situation], start: int, last: int, index: int) -> bool:
    """Whether a row may belong to a table that began at ``start`` and whose last row in columns is ``last``.

    In the type of the body one row in between, in small type the lines of a cell that stands alone.
    """
    if place_of(seen[index].row) != place_of(seen[start].row):
        return False
    between = range(last + 1, index + 1)
    return index - last <= 1 or (index - last <= MOST_ROWS and all(_is_cell(seen, start, each) for each in between))


def _is_cell(seen: Sequence[Situation], start: int, index: int) -> bool:
    """Whether a row is set like the small table above it, right under it."""
    here, first = seen[index], seen[start]
    same_place = place_of(here.row) == place_of(first.row)
    return same_place and first.size < SMALL and abs(here.size - first.size) < 0.03 and here.gap < 0.5


def _has_column(cells: Sequence[Situation]) -> bool:
    """Whether cells that were read apart begin under each other, away from the margin; pieces of torn lines do not."""
    edges = sorted(here.indent for here in cells if here.indent > INNER)
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
    own = seen[index].row.line.box
    neighbours = [seen[other] for other in (index - 1, index + 1) if 0 <= other < len(seen)]
    boxes = [other.row.line.box for other in neighbours if place_of(other.row) == place_of(seen[index].row)]
    return own is not None and any(
        box is not None
        and min(own.bottom, box.bottom) - max(own.top, box.top)
        > OVERLAP * min(own.bottom - own.top, box.bottom - box.top)
        and max(own.left, box.left) - min(own.right, box.right) > BESIDE * measures.body_size > 0
        for box in boxes
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
