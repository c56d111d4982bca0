"""Lists: items with running numbers, letters or bullets, their further lines hanging under the first."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pipeline.letters import BULLETS, CAPITALS
from pipeline.model import BlockKind
from pipeline.segment.body.situations import INDENT, SHORT, Situation, ends_early, place_of
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import Claim
from pipeline.segment.rows import starts_lower
from pipeline.segment.series import LETTERS, ROMANS

_LABEL = re.compile(r"^(?P<letter>[A-Z])(?P<number>\d{1,2})[:.]\s+\S")
"""``A1:``, ``N2.``: philosophers label the claims that they set off and refer to."""
_ENUMERATOR = re.compile(r"^\(?(?:(?P<number>\d{1,2})|(?P<letter>[a-h])|(?P<roman>[ivx]{1,4}))[.)]\s+\S")
DASHES = frozenset("−–—-")
_BULLET = re.compile(rf"^(?P<bullet>[·{BULLETS}{re.escape(''.join(sorted(DASHES)))}])\s+\S")
_SECTION = re.compile(rf"^\d{{1,2}}(?:\.\d{{1,2}})+\s+[{CAPITALS}]")
HANGING = 0.4
"""Ems by which the further lines of an item stand in from its first."""
ENDS = 1.0
"""Ems from the right edge at which a line of a list has ended its item."""
MOST_ROWS = 40
"""Rows of one item."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What an item begins with: its kind, and its place in the sequence; bullets have none."""

    kind: str
    value: int


def list_rows(seen: Sequence[Situation], headings: set[int], measures: Measures) -> dict[int, Claim]:
    """The rows of lists of two items or more; only with geometry, as in a dump nothing tells a list from a sentence.

    Args:
        seen: all rows of the body.
        headings: indices of the rows that are set as headings.
        measures: of the article.
    """
    marks = {index: mark for index, here in enumerate(seen) if index not in headings and (mark := _mark(here))}
    marks = {
        index: mark
        for index, mark in marks.items()
        if not (_stands_over_text(seen, index) or _is_dash_of_sentence(seen[index], mark, measures))
    }
    claims: dict[int, Claim] = {}
    last: dict[str, int] = {}
    for index, mark in marks.items():
        if index in claims or (mark.value > 1 and not _takes_up(seen[index], mark, last)):
            continue
        items = _items(seen, index, marks, headings, measures)
        if len(items) < 2:
            items = _flush_items(seen, index, marks, headings, measures)
        if len(items) < 2:
            continue
        for start, end in items:
            for row in range(start, end):
                begins = row == start or row in marks
                claims[row] = Claim(BlockKind.ITEM, "numbers or bullets in sequence", begins=begins)
        last[mark.kind] = marks[items[-1][0]].value
    return claims


def _stands_over_text(seen: Sequence[Situation], index: int) -> bool:
    """Whether a short line without a stop has white above and below it, and text that stands in: a numbered heading."""
    here, below = seen[index], seen[index + 1] if index + 1 < len(seen) else None
    if below is None or _mark(below) or below.indent < here.indent + HANGING:
        return False
    apart = (here.page_top or here.gap >= SOME_WHITE) and here.gap_after >= SOME_WHITE
    return apart and here.shortfall > SHORT and not here.row.closes and not here.row.prose.endswith(":")


def _is_dash_of_sentence(here: Situation, mark: Mark, measures: Measures) -> bool:
    """Whether a sentence that fills the line before, and goes on, has its dash at a line's start by chance."""
    if mark.kind not in DASHES or here.previous is None or not starts_lower(here.row.text.split(maxsplit=1)[-1]):
        return False
    return here.previous.text[-1].isalnum() and measures.shortfall(here.previous) < ENDS / 2


def _takes_up(here: Situation, mark: Mark, last: Mapping[str, int]) -> bool:
    """Whether a list goes on with the numbers of an earlier one: the claims ``(7)`` to ``(9)`` after ``(6)``."""
    return here.row.text.startswith("(") and last.get(mark.kind) == mark.value - 1


def _mark(here: Situation) -> Mark | None:
    if not here.geometric:
        return None
    text = here.row.text
    bullet, numbered, label = _BULLET.match(text), _ENUMERATOR.match(text), _LABEL.match(text)
    if bullet:
        return Mark(bullet["bullet"], 0)
    if label:
        return Mark(label["letter"], int(label["number"]))
    if not numbered:
        return None
    if numbered["number"]:
        return Mark("number", int(numbered["number"]))
    if numbered["letter"]:
        return Mark("letter", LETTERS.value_of(numbered["letter"]))
    value = ROMANS.value_of(numbered["roman"])
    return Mark("roman", value) if value else None


def _items(
    seen: Sequence[Situation], start: int, marks: dict[int, Mark], headings: set[int], measures: Measures
) -> list[tuple[int, int]]:
    """The items of the list that begins at a row: (first row, row after the last) of each."""
    items: list[tuple[int, int]] = []
    place, edge = start, 0.0
    while True:
        end = _end_of_item(seen, place, marks, headings, edge, measures)
        items.append((place, end))
        edge = edge or (seen[place + 1].indent if end > place + 1 else 0.0)
        following = marks.get(end)
        if following is None or not _continues(marks[place], following) or not _aligned(seen[start], seen[end]):
            return items
        if _is_within_sentence(seen[end], seen[end - 1]):
            return items
        place = end


def _is_within_sentence(here: Situation, before: Situation) -> bool:
    """Whether a number stands at a flush line's start by chance: ``As (1) and``, ``(2) are plainly contradictory``."""
    goes_on = starts_lower(here.row.text.split(maxsplit=1)[-1])
    return goes_on and here.indent < INDENT and before.indent < INDENT and before.shortfall < ENDS / 2


def _flush_items(
    seen: Sequence[Situation], start: int, marks: dict[int, Mark], headings: set[int], measures: Measures
) -> list[tuple[int, int]]:
    """The items of a list whose lines all begin at one edge: numbers are in sequence, the lines before them end early.

    A sentence that enumerates may have a number at a line's start by chance, but then the line before is full.
    """
    places, first = [start], seen[start]
    run = list(takewhile(lambda each: abs(each.indent - first.indent) < INDENT, seen[start : start + MOST_ROWS]))
    edge = min(each.shortfall for each in run)
    for index in range(start + 1, len(seen)):
        here, before, mark = seen[index], seen[index - 1], marks.get(index)
        finished = index in headings or (before.row.closes and ends_early(before.row, here.row, measures, edge))
        if mark and _continues(marks[places[-1]], mark) and _aligned(first, here):
            places.append(index)
        elif finished or index - places[-1] >= MOST_ROWS or not _is_further_line(here, before, first, measures):
            break
    else:
        index = len(seen)
    early = sum(seen[place - 1].shortfall > edge + ENDS for place in places[1:])
    if len(places) < 2 or 2 * early < len(places) - 1:
        return []
    return list(zip(places, [*places[1:], index], strict=True))


def _is_further_line(here: Situation, before: Situation, first: Situation, measures: Measures) -> bool:
    """Whether a row stands right under the one before at the edge of a list, in its type."""
    parted = here.gap >= SOME_WHITE and place_of(here.row) == place_of(before.row)
    return abs(here.indent - first.indent) < INDENT and measures.same_size(first.row, here.row) and not parted


def _continues(one: Mark, other: Mark) -> bool:
    return one.kind == other.kind and (one.value == 0 or other.value == one.value + 1)


def _aligned(one: Situation, other: Situation) -> bool:
    """Numbers of two digits may hang further out, so that their stops are aligned."""
    return abs(one.indent - other.indent) < 0.8


def _end_of_item(
    seen: Sequence[Situation],
    start: int,
    marks: dict[int, Mark],
    headings: set[int],
    edge: float,
    measures: Measures,
) -> int:
    """The row after the last of an item: the next of the same list, or the first that does not hang under it.

    ``edge`` is where the further lines of the items before begin; 0.0 where they had none.
    """
    first = seen[start]
    for index in range(start + 1, min(len(seen), start + MOST_ROWS)):
        here = seen[index]
        if index in headings:
            return index
        mark = marks.get(index)
        if mark and mark.kind == marks[start].kind and _aligned(first, here):
            return index
        hangs = here.indent >= first.indent + HANGING or _runs_on(here, seen[index - 1], marks[start])
        parted = here.gap >= 0.8 and place_of(here.row) == place_of(seen[index - 1].row)
        parted = parted or _opens_paragraph(seen, index, first, edge)
        if not hangs or parted or not measures.same_size(first.row, here.row):
            return index
    return min(len(seen), start + MOST_ROWS)


def _opens_paragraph(seen: Sequence[Situation], index: int, first: Situation, edge: float) -> bool:
    """Whether a row under an item is the first line of the text's next paragraph, the item being at its end.

    It is not as far in as the further lines of the other items; or white stands over it and a flush line under it.
    """
    here, before = seen[index], seen[index - 1]
    if not before.row.closes and before.shortfall <= ENDS:
        return False
    if starts_lower(here.row.text) or index + 1 >= len(seen):
        return False
    nearer = edge > 0.0 and here.indent < edge - HANGING
    flush_below = seen[index + 1].indent < first.indent + HANGING
    white = here.gap >= SOME_WHITE and place_of(here.row) == place_of(before.row)
    return flush_below and (nearer or (white and before.row.closes))


SOME_WHITE = 0.3
"""Lines of white over a paragraph under a list."""


def _runs_on(here: Situation, before: Situation, mark: Mark) -> bool:
    """Behind a bullet, which begins no sentence, also a flush line goes on, up to one that ends early with a stop."""
    finished = before.row.closes and (before.shortfall > 1.0 or (here.page_top and bool(_SECTION.match(here.row.text))))
    return mark.kind in BULLETS and here.indent < INDENT and not finished
