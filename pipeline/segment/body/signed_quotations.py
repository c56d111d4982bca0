"""Epigraphs: lines set in, or against the right; under them, farther in, the dash and the name of who said it."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.segment.body.epigraphs import signs
from pipeline.segment.body.quotations_in_small_type import APART
from pipeline.segment.body.situations import INDENT, SHORT, Situation, place_of
from pipeline.segment.body.verse import FAR_IN, ONE_EDGE

_EPIGRAPH = "inset, and signed under it"
FARTHER = 1.0
"""Ems by which the name stands farther in than what it signs."""
LONGEST_EPIGRAPH = 16
"""Rows of an epigraph."""


def signed(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """Takes in epigraphs: lines set in or flush right, and under them, farther in, the dash and the name."""
    for index in range(1, len(seen)):
        here, above = seen[index], seen[index - 1]
        farther = here.indent >= above.indent + FARTHER or (here.shortfall < INDENT and here.indent > FAR_IN)
        if not (farther and signs(here.row)):
            continue
        start, goes_on = index, _ends_at_edge if _is_flush_right(above) else _is_inset_over
        while start > 0 and start - 1 not in others and goes_on(seen[start - 1], seen[start], index - start):
            start -= 1
        if start < index and index not in others:
            reasons[start : index + 1] = [_EPIGRAPH] * (index + 1 - start)
    return reasons


def _is_flush_right(last: Situation) -> bool:
    """Whether the last line of an epigraph begins late instead of ending early: all of it is set against the right."""
    return last.indent > max(SHORT, 2 * last.shortfall)


def _ends_at_edge(here: Situation, below: Situation, rows: int) -> bool:
    """Whether a row is a line of the epigraph, set against the right, that goes on below it."""
    return (rows == 0 or here.shortfall < INDENT) and _is_close_over(here, below, rows)


def _is_inset_over(here: Situation, below: Situation, rows: int) -> bool:
    """Whether a row is a line of the inset epigraph that goes on below it."""
    one_edge = rows == 0 or abs(here.indent - below.indent) < ONE_EDGE
    return here.indent >= INDENT and one_edge and _is_close_over(here, below, rows)


def _is_close_over(here: Situation, below: Situation, rows: int) -> bool:
    """Whether hardly any white is between a row and the next of the epigraph; its signature may stand apart."""
    close = below.gap < (1.0 if rows == 0 else APART)
    return close and place_of(here.row) == place_of(below.row) and rows < LONGEST_EPIGRAPH
