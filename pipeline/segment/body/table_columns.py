"""Columns of a table: told by the white between the words of its lines.

As in the *stream* mode of Tabula (https://github.com/tabulapdf/tabula-java), stretches of words that lie over each
other are one column. Beyond it, what lies over two stretches of most other lines spans columns and makes none; and
where more lines are parted at a place than run over it, there are two columns, whatever single line joins them.
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np

from pipeline.model import Box
from pipeline.segment.rows import Row

GAP = 0.75
"""Ems of white, of the table's own type, that part two cells of a line; spaces between words are .2 to .5."""
TOUCH = 0.25
"""Ems by which two stretches overlap at least, where one lies over the other: italics lean out a little."""
MOST = 0.5
"""Share of the lines that tell whether a stretch spans columns."""
EXACT = 0.6
"""Share of that within which stretches begin at one edge."""
FLUSH, FEWEST_FLUSH = 0.6, 3
"""Share of the stretches of a column, and their number, that begin at one edge where it is set flush left."""
CENTRED = 4.0
"""Of the same: what a label may be off the midst of two columns."""
SAME_LINE = 0.5
"""Share of the smaller height by which two rows overlap that are one line."""


class Stretch(NamedTuple):
    """Words of one line with no wide white between them."""

    left: int
    right: int
    part: Row


class TableLine(NamedTuple):
    """One line of the page: its stretches from left to right."""

    top: int
    bottom: int
    stretches: tuple[Stretch, ...]


class Column(NamedTuple):
    """Where a column is, in pixels."""

    left: float
    right: float
    edge: float | None = None
    """Where most of its stretches begin, if they are set flush left."""


class Place(NamedTuple):
    """A cell of one line."""

    column: int
    columns: int
    stretches: tuple[Stretch, ...]


def lines_of(rows: Sequence[Row], size: float) -> list[TableLine]:
    """The lines of the page, from top to bottom; none where a word has no place or stands out of order."""
    lines: list[list[Stretch]] = []
    firsts: list[Box] = []
    found = [(row.line.box, stretches_of(row, GAP * size)) for row in rows]
    if not all(stretches for _, stretches in found):
        return []
    placed = [(box, stretches) for box, stretches in found if box is not None]
    for box, stretches in sorted(placed, key=lambda each: each[0].top):
        if firsts and _on_one_line(firsts[-1], box):
            lines[-1] += stretches
        else:
            lines.append(list(stretches))
            firsts.append(box)
    return [
        TableLine(box.top, box.bottom, tuple(sorted(line, key=lambda each: each.left)))
        for box, line in zip(firsts, lines, strict=True)
    ]


def _on_one_line(one: Box, other: Box) -> bool:
    return one.shared_height(other) > SAME_LINE * max(1, min(one.height, other.height))


def stretches_of(row: Row, gap: float) -> list[Stretch]:
    """The row cut where its white is wide; empty where a word has no place, or they do not run from left to right."""
    words = [word for word in row.line.words if row.start <= word.start and word.end <= row.end]
    placed = [(word.start, word.box) for word in words if word.box is not None]
    if not placed or len(placed) < len(words):
        return []
    if any(after.left < before.left for (_, before), (_, after) in pairwise(placed)):
        return []
    groups = [[placed[0]]]
    for (_, before), (start, box) in pairwise(placed):
        if box.left - before.right > gap:
            groups.append([])
        groups[-1].append((start, box))
    starts = [row.start, *(group[0][0] for group in groups[1:]), row.end]
    return [
        Stretch(group[0][1].left, max(box.right for _, box in group), row.part(start - row.start, end - row.start))
        for group, (start, end) in zip(groups, pairwise(starts), strict=True)
    ]


def columns_of(lines: Sequence[TableLine], touch: float) -> list[Column]:
    """Where the columns are, from left to right: stretches that lie over each other, save those that span others."""
    narrow = _narrow(lines, touch)
    groups: list[list[Stretch]] = []
    right = 0
    for each in sorted(narrow, key=lambda one: one.left):
        if groups and each.left < right - touch:
            groups[-1].append(each)
            right = max(right, each.right)
        else:
            groups.append([each])
            right = each.right
    columns = [span for group in groups for span in _divided(group, lines, touch)]
    return [span for index, span in enumerate(columns) if not _is_label_between(columns, index, lines, touch)]


def _is_label_between(columns: Sequence[Column], index: int, lines: Sequence[TableLine], touch: float) -> bool:
    """Whether a column has one stretch only, in the midst of two others that are empty on its line: their label."""
    if not 0 < index < len(columns) - 1:
        return False
    before, own, after = columns[index - 1 : index + 2]
    inside = [line for line in lines if any(_meets(each, own, 0.0) for each in line.stretches)]
    centred = abs(before.left + after.right - own.left - own.right) <= 2 * CENTRED * touch
    return (
        centred
        and len(inside) == 1
        and not any(_meets(each, one, 0.0) for each in inside[0].stretches for one in (before, after))
    )


def _narrow(lines: Sequence[TableLine], touch: float) -> list[Stretch]:
    """The stretches but those that lie over two and more of most of the other lines that have any under them."""
    stretches = [(number, each) for number, line in enumerate(lines) for each in line.stretches]
    owner = np.array([number for number, _ in stretches], dtype=np.intp)
    left, right = np.array([each[:2] for _, each in stretches]).reshape(-1, 2).T
    parted = np.array([len(line.stretches) > 1 for line in lines])
    found = []
    for place, (number, each) in enumerate(stretches):
        common = np.minimum(right, each.right) - np.maximum(left, each.left)
        narrower = np.minimum(right - left, right[place] - left[place])
        under = np.bincount(owner[common > np.minimum(touch, 0.5 * narrower)], minlength=len(lines))
        under[number] = 0
        meeting = under[parted & (under > 0)]
        if np.count_nonzero(meeting > 1) <= MOST * len(meeting):
            found.append(each)
    return found


def _meets(one: Stretch | Column, other: Stretch | Column, touch: float) -> bool:
    narrower = min(one.right - one.left, other.right - other.left)
    return min(one.right, other.right) - max(one.left, other.left) > min(touch, 0.5 * narrower)


def _divided(group: Sequence[Stretch], lines: Sequence[TableLine], touch: float) -> list[Column]:
    """The columns of stretches that touch: two where more lines are parted at a place than run over it."""
    own = [[each for each in line.stretches if each in group] for line in lines]
    votes = [
        (
            sum(any(each.right <= at for each in line) and any(each.left > at for each in line) for line in own)
            - sum(any(each.left <= at < each.right for each in line) for line in own),
            -at,
        )
        for at in {each.right for each in group}
    ]
    most, best = max(votes)
    if most <= 0:
        edge = _edge([each.left for each in group], EXACT * touch)
        return [Column(min(each.left for each in group), max(each.right for each in group), edge)]
    left = [each for each in group if each.right <= -best]
    right = [each for each in group if each.left > -best]
    return [*_divided(left, lines, touch), *_divided(right, lines, touch)]


def _edge(lefts: Sequence[int], near: float) -> float | None:
    middle = median(lefts)
    flush = sum(abs(left - middle) <= near for left in lefts)
    return middle if flush >= max(FEWEST_FLUSH, FLUSH * len(lefts)) else None


def placed(line: TableLine, columns: Sequence[Column], touch: float) -> list[Place]:
    """The cells of a line: every stretch in the columns that it lies over; two in one column are one cell."""
    places: list[Place] = []
    for stretch in (part for each in line.stretches for part in _cut_at_edges(each, columns, touch)):
        under = [index for index, span in enumerate(columns) if _meets(stretch, span, touch)]
        first, last = (under[0], under[-1]) if under else _beside(stretch, columns, CENTRED * touch)
        free = places[-1].column + places[-1].columns if places else 0
        if last < free:
            places[-1] = places[-1]._replace(stretches=(*places[-1].stretches, stretch))
        else:
            places.append(Place(max(first, free), last - max(first, free) + 1, (stretch,)))
    return places


def _cut_at_edges(stretch: Stretch, columns: Sequence[Column], touch: float) -> list[Stretch]:
    """A stretch over several columns, cut where a word begins just where the cells of a column begin.

    A long name leaves no more white before the next cell than there is between two words.
    """
    edges = [
        column.edge
        for column in columns
        if column.edge is not None and stretch.left + touch < column.edge < stretch.right
    ]
    row = stretch.part
    words = [(word.start, word.box) for word in row.line.words if row.start <= word.start and word.end <= row.end]
    placed = [(start, box) for start, box in words if box is not None]
    cuts = [
        index
        for index, (_, box) in enumerate(placed)
        if index and any(abs(box.left - edge) <= EXACT * touch for edge in edges)
    ]
    parts = []
    for first, last in pairwise([0, *cuts, len(placed)]):
        end = placed[last][0] if last < len(placed) else row.end
        start = placed[first][0] if first else row.start
        boxes = [box for _, box in placed[first:last]]
        parts.append(
            Stretch(boxes[0].left, max(box.right for box in boxes), row.part(start - row.start, end - row.start))
        )
    return parts


def _beside(stretch: Stretch, columns: Sequence[Column], near: float) -> tuple[int, int]:
    """Two columns, where a stretch stands in the midst of the white between them; else the nearest one, twice."""
    middle = (stretch.left + stretch.right) / 2
    for index, (before, after) in enumerate(pairwise(columns)):
        between = before.right <= stretch.left and stretch.right <= after.left
        if between and abs((before.left + after.right) / 2 - middle) <= near:
            return index, index + 1
    nearest = min(range(len(columns)), key=lambda each: abs((columns[each].left + columns[each].right) / 2 - middle))
    return nearest, nearest
