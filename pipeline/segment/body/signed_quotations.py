"""Epigraphs: inset lines, and under them, farther in, the dash and the name of who said it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.segment.body.quotations_in_small_type import APART
from pipeline.segment.body.situations import INDENT, Situation, place_of
from pipeline.segment.body.verse import FAR_IN, ONE_EDGE
from pipeline.segment.front.epigraphs import signs

_EPIGRAPH = "inset, and signed under it"
FARTHER = 1.0
"""Ems by which the name stands farther in than what it signs."""
LONGEST_EPIGRAPH = 16
"""Rows of an epigraph."""


def signed(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """Takes in epigraphs: inset lines, and under them, farther in, the dash and the name of who said it."""
    for index in range(1, len(seen)):
        here, above = seen[index], seen[index - 1]
        farther = here.indent >= above.indent + FARTHER or (here.shortfall < INDENT and here.indent > FAR_IN)
        if not (farther and signs(here.row)):
            continue
        start = index
        while start > 0 and start - 1 not in others and _is_inset_over(seen[start - 1], seen[start], index - start):
            start -= 1
        if start < index and index not in others:
            reasons[start : index + 1] = [_EPIGRAPH] * (index + 1 - start)
    return reasons


def _is_inset_over(here: Situation, below: Situation, rows: int) -> bool:
    """Whether a row is a line of the epigraph that goes on below it; its signature may stand apart."""
    one_edge = rows == 0 or abs(here.indent - below.indent) < ONE_EDGE
    close = below.gap < (1.0 if rows == 0 else APART)
    same_place = place_of(here.row) == place_of(below.row)
    return here.indent >= INDENT and one_edge and close and same_place and rows < LONGEST_EPIGRAPH
