"""Lines of ruled tables, cut at the rules and read cell after cell, row by row.

Readers take what stands side by side for one line, and words of three cells for a sentence. A grid of which hardly a
cell is filled is the ground of a chart.
"""

from collections.abc import Sequence
from itertools import groupby
from statistics import median

from msgspec.structs import replace

from pipeline.model import Box, Line, Page, Word, enclosing_box
from pipeline.ocr.lines.layout import reading_order

FILLED = 0.5
"""Share of the cells of a table in which something stands, at least."""

Cells = Sequence[Box]


def with_ruled_tables(page: Page, tables: Sequence[Cells]) -> Page:
    """The page, the lines of its ruled tables in the order of their cells.

    Args:
        page: as it was read, in reading order.
        tables: the cells of each, row by row.
    """
    for cells in tables:
        page = _with_table(page, cells)
    return page


def _with_table(page: Page, cells: Cells) -> Page:
    parts = [part for line in page.lines for part in _cut(line, cells)]
    inner = {place: [line for line, at in parts if at == place] for place in range(len(cells))}
    if sum(map(bool, inner.values())) < FILLED * len(cells):
        return page
    loose = [replace(line, column=0) for line, at in parts if at is None]
    frame = enclosing_box(list(cells)) or cells[0]
    ordered = [line for place in inner for line in sorted(inner[place], key=_height)]
    return replace(page, lines=_set_in(loose, ordered, frame), cells=(*page.cells, *cells))


def _height(line: Line) -> int:
    return line.baseline or 0


def _cut(line: Line, cells: Cells) -> list[tuple[Line, int | None]]:
    """The parts of a line that stand in one cell each, or in none, and which that is."""
    if line.baseline is None or any(word.box is None for word in line.words):
        return [(line, None)]
    places = [_place(word, cells) for word in line.words]
    runs = [(place, list(run)) for place, run in groupby(range(len(places)), key=places.__getitem__)]
    return [(line if len(runs) == 1 else _part(line, run[0], run[-1] + 1), place) for place, run in runs]


def _place(word: Word, cells: Cells) -> int | None:
    return next((at for at, cell in enumerate(cells) if word.box and cell.has_middle_of(word.box)), None)


def _part(line: Line, first: int, end: int) -> Line:
    """The line from one word up to another, with the marks that touch these words."""
    words = line.words[first:end]
    marks = tuple(
        replace(mark, word=mark.word - first)
        for mark in line.marks
        if first <= mark.word < end or (mark.word < 0 and first == 0)
    )
    return replace(line, words=words, marks=marks, box=enclosing_box([word.box for word in words if word.box]))


def _set_in(loose: Sequence[Line], inner: Sequence[Line], frame: Box) -> tuple[Line, ...]:
    """The lines around a table in reading order, and its own at its place, for which a line of its width stands in."""
    heights = [line.box.height for line in inner if line.box] or [frame.height]
    foot = Box(frame.left, max(frame.top, frame.bottom - round(median(heights))), frame.right, frame.bottom)
    ordered = reading_order([*loose, Line(words=(), box=foot, baseline=foot.bottom)])
    place = next(index for index, line in enumerate(ordered) if not line.words)
    column = ordered[place].column
    return (*ordered[:place], *(replace(line, column=column) for line in inner), *ordered[place + 1 :])
