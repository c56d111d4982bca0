"""A row in its place: its neighbours, and what the article's measures say of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.segment.measure import Measures
from pipeline.segment.rows import Row, gap_before

INDENT = 0.6
"""Ems from which a line counts as indented: presses indent by one em or more, skew moves an edge by less than half."""
SHORT = 2.5
"""Ems from the right edge at which a line ends early."""
SPACE = 0.25
"""Ems of a word space."""
SMALL = 0.965
"""Relative size below which type is smaller than the body's: half a point in twelve."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A row, its neighbours, and what the article's measures say of it."""

    row: Row
    previous: Row | None
    following: Row | None
    indent: float
    shortfall: float
    gap: float
    gap_after: float
    size: float
    page_top: bool

    @property
    def geometric(self) -> bool:
        return self.row.line.box is not None


def situations(rows: Sequence[Row], measures: Measures) -> list[Situation]:
    """Looks at every row in its place."""
    found = []
    for index, row in enumerate(rows):
        previous = rows[index - 1] if index else None
        following = rows[index + 1] if index + 1 < len(rows) else None
        top = previous is None or place_of(previous) != place_of(row)
        found.append(Situation(
            row, previous, following, measures.indent(row), measures.shortfall(row),
            gap_before(row, previous, measures.leading),
            gap_before(following, row, measures.leading) if following else 1.0,
            measures.relative_size(row), top,
        ))  # fmt: skip
    return found


def ends_early(row: Row, following: Row, measures: Measures, edge: float = 0.0) -> bool:
    """Whether a row ends well before the edge; in lines that are not justified, though the next word would have fitted.

    Those end anywhere before the edge, and a long word or an address is taken over whole. The edge is so many ems
    within that of the column.
    """
    room = measures.shortfall(row) - edge
    if room <= SHORT or measures.is_justified(row) or not measures.body_size:
        return room > SHORT
    word = next((word.box for word in following.line.words if word.start >= following.start), None)
    return word is None or room - SPACE > (word.right - word.left) / measures.body_size


def place_of(row: Row) -> tuple[int, int]:
    """Page and column of a row."""
    return row.page.number, row.line.column
