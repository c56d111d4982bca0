"""Block quotations in the type of the text, without white around them: many indented rows run on one into the other."""

from collections.abc import Sequence

from pipeline.segment.body.displayed_matter import is_no_quotation
from pipeline.segment.body.situations import INDENT, SHORT, Situation, place_of
from pipeline.segment.body.verse import LEADING
from pipeline.segment.measure import Measures
from pipeline.segment.rows import starts_lower

NEAR = 12
"""Rows before and after in which flush ones are sought."""
FLUSH_ROWS = 2
"""Of them at least."""
ROWS_OF_ONE_TEXT = 5
"""Rows that show that no flush rows come."""
MOST_ROWS = 25
"""Rows of a quotation that has no white around it at most: longer are lists whose labels were lost."""
EDGE = 0.3
"""Ems within which they begin."""
ROWS_AT_ONE_EDGE = 4
"""Rows of which three do not end at one edge by chance, be the text justified or not."""
FEWEST_INSET = 2
"""Rows of a quotation within both margins."""
MOST = 0.7
"""Of them those that end amid a sentence."""


def one_text(seen: Sequence[Situation], start: int, end: int) -> tuple[int, int] | tuple[()]:
    """The part of some indented rows in which many run on from one to the next: of a paragraph all but one are flush.

    They stand at one edge, most of them end amid a sentence, and the last is the end of one. Over them there may be the
    line that leads into them, and under them the first of a paragraph.
    """
    if end - start > ROWS_OF_ONE_TEXT and _breaks_off(seen[start]) and seen[start + 1].row.text[:1] in '“‘"«„':
        start += 1
    flush_below = (
        end < len(seen) and seen[end].indent < INDENT and place_of(seen[end].row) == place_of(seen[end - 1].row)
    )
    if end - start > ROWS_OF_ONE_TEXT and flush_below and not seen[end - 1].row.closes:
        end -= 1
    run = seen[start:end]
    if not ROWS_OF_ONE_TEXT <= len(run) <= MOST_ROWS or not run[-1].row.closes or is_no_quotation(run):
        return ()
    if not (_begins_one_text(seen, start) and _is_beside_flush(seen, start, end)):
        return ()
    edges = [here.indent for here in run]
    amid = sum(not here.row.closes for here in run[:-1])
    joined = sum(starts_lower(here.row.text) for here in run[1:])
    one = max(edges) - min(edges) < EDGE and amid >= MOST * (len(run) - 1) and joined >= (len(run) - 1) / 2
    return (start, end) if one else ()


def inset_until(seen: Sequence[Situation], start: int, end: int, measures: Measures) -> int:
    """Where some indented rows end that stand within both margins; ``start`` where they do not.

    All begin at one edge, and all but the last end at another, at which no line of a paragraph ends.
    """
    run = seen[start:end]
    if len(run) < FEWEST_INSET or is_no_quotation(run):
        return start
    if len(run) < ROWS_AT_ONE_EDGE and not measures.is_justified(run[0].row):
        return start
    lefts, rights = [here.indent for here in run], [here.shortfall for here in run[:-1]]
    one = max(lefts) - min(lefts) < EDGE and max(rights) - min(rights) < EDGE
    inset = min(rights) >= INDENT and max(rights) < SHORT and run[-1].shortfall >= min(rights) - EDGE
    amid = any(not here.row.closes for here in run[:-1])
    return end if one and inset and amid and _is_beside_flush(seen, start, end) else start


def _begins_one_text(seen: Sequence[Situation], start: int) -> bool:
    """Whether no sentence of the text goes on in a row, or one that leads into a quotation."""
    before, first = seen[start - 1].row if start else None, seen[start].row.text
    opens = first[:1] in '“‘"«„[….'
    if before is None or opens or before.prose.endswith((":", " that")):
        return True
    return not starts_lower(first) and (before.closes or bool(LEADING.search(before.prose)))


def _is_beside_flush(seen: Sequence[Situation], start: int, end: int) -> bool:
    """Whether rows at the margin stand on the page beside the indented ones: else its edge may be measured wrongly."""
    place = place_of(seen[start].row)
    around = [*seen[max(0, start - NEAR) : start], *seen[end : end + NEAR]]
    return sum(place_of(here.row) == place and here.indent < EDGE for here in around) >= FLUSH_ROWS


def _breaks_off(here: Situation) -> bool:
    """Whether a row ends early and amid a sentence."""
    return here.shortfall > SHORT and not here.row.closes
