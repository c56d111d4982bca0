"""Block quotations over the whole measure: their smaller type alone tells them, and the white above and below."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from statistics import median

from pipeline.segment.body.displayed_matter import SMALLEST, has_letters, is_no_quotation
from pipeline.segment.body.situations import SMALL, Situation, place_of
from pipeline.segment.measure import SAME

ONE_TYPE = 0.02
"""By which the sizes of two quotations of one article differ at most."""
FEWEST_FLUSH = 2
"""Rows of a quotation that nothing but its type and the white around it tells."""
APART = 0.2
"""Lines of white above and below it."""
SMALLER = 0.93
"""Relative size of such a quotation, its rows' median, at most: a line without ascenders measures a little smaller than
its body. Each of its rows is in type that is smaller: a line of capitals and ascenders measures .95 where others of the
quotation have .90."""


def flush_in_small(reasons: list[str], seen: Sequence[Situation], others: AbstractSet[int]) -> list[str]:
    """Takes in lines in smaller type over the whole measure, white above and below them, between lines of the body.

    Where an article quotes so, what stands so at the top or the foot of a page is a quotation too, or a part of one.
    """
    runs = [run for run in _runs_in_small(reasons, seen, others) if not is_no_quotation(seen[slice(*run)])]
    within = [run for run in runs if _stands_between(run, seen, others, at_edge=False)]
    sizes = [seen[start].size for start, _ in within]
    for start, end in runs:
        alike = any(abs(size - seen[start].size) < ONE_TYPE for size in sizes)
        if (start, end) in within or (alike and _stands_between((start, end), seen, others, at_edge=True)):
            reasons[start:end] = ["smaller type, set off"] * (end - start)
    return reasons


def _runs_in_small(
    reasons: Sequence[str], seen: Sequence[Situation], others: AbstractSet[int]
) -> list[tuple[int, int]]:
    """Rows in smaller type one under the other: the first, and the one after the last."""
    runs, start = [], 1
    while start < len(seen):
        end = start
        while end < len(seen) and _is_small(seen, start, end) and not reasons[end] and end not in others:
            end += 1
        if end - start >= FEWEST_FLUSH and median(each.size for each in seen[start:end]) < SMALLER:
            runs.append((start, end))
        start = max(end, start + 1)
    return runs


def _stands_between(
    run: tuple[int, int], seen: Sequence[Situation], others: AbstractSet[int], *, at_edge: bool
) -> bool:
    """Whether white and the body are above and below a run; one of the two may be the edge of the page."""
    start, end = run
    top = place_of(seen[start - 1].row) != place_of(seen[start].row)
    foot = end == len(seen) or place_of(seen[end].row) != place_of(seen[end - 1].row)
    if top + foot > at_edge:
        return False
    above = top or (_is_body(seen, start - 1, others) and seen[start].gap >= APART)
    return above and (foot or (_is_body(seen, end, others) and seen[end - 1].gap_after >= APART))


def _is_body(seen: Sequence[Situation], index: int, others: AbstractSet[int]) -> bool:
    return index not in others and seen[index].size >= SMALL


def _is_small(seen: Sequence[Situation], start: int, index: int) -> bool:
    here, first = seen[index], seen[start]
    alike = abs(here.size - first.size) < SAME and place_of(here.row) == place_of(first.row)
    return (
        SMALLEST < here.size < SMALL
        and (index > start or has_letters(here.row.text))
        and alike
        and (index == start or here.gap < APART)
    )
