"""Dot leaders: the rows of dots of a table of contents, counted from their ink and kept from the reader.

Tesseract makes words of them (``Results ccisccca awe d95``), and loses the page number behind them. It is shown the
page without them; in the line they become what they are, as many dots as are printed.
"""

from itertools import pairwise
from typing import NamedTuple

import numpy as np

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

# In x-heights.
DOT = (0.1, 0.45)
ROUND = 1.8
"""How much longer than broad a dot may be, or the other way round."""
LEVEL = 0.12
"""How far the feet of two neighbours may differ."""
PITCH = (0.3, 1.9)
EVEN = 0.3
"""By what share of its pitch a dot may be nearer to or farther from the next than the others."""
SPACED = 0.85
"""Dots whose middles are farther apart have spaces between them in the text."""
MIN_DOTS = 7
"""An ellipsis with its stop has four."""
APART, ALIKE = 0.6, 0.12
"""From dot to dot of an ellipsis in small type, in x-heights of the page; and by what share of it they may differ."""
LOST = 2.2
"""Pitches to the next dot of the same row, where one is lost."""
CLEAR = 0.6
"""White above a row of dots."""
RIM = 2
"""Pixels about a dot that are grey with it."""
SURE = 0.99
"""Confidence of dots that were counted."""


class Leader(NamedTuple):
    """One row of dots."""

    dots: tuple[Box, ...]
    spaced: bool

    @property
    def box(self) -> Box:
        """From the first dot to the last."""
        return enclosing_box(list(self.dots)) or self.dots[0]


def find_leaders(pieces: Components, x_height: float) -> list[Leader]:
    """The dot leaders of a page, from top to bottom."""
    runs = (run for row in _rows(pieces, x_height) for run in _even_runs(row, x_height))
    long = (run for run in runs if len(run) >= MIN_DOTS and _is_clear(run, pieces, x_height))
    leaders = [Leader(tuple(run), _pitch(run) > SPACED * x_height) for run in long]
    return sorted(leaders, key=lambda leader: (leader.box.bottom, leader.box.left))


def dots_of_ellipses(pieces: Components, x_height: float) -> list[Box]:
    """Dots of which three are as far apart, in white: those of a spaced ellipsis, far from letters, are no specks."""
    found: list[Box] = []
    for row in _rows(pieces, x_height):
        for three in zip(row, row[1:], row[2:], strict=False):
            first, second = (other.left - one.left for one, other in pairwise(three))
            spaced = APART * x_height <= min(first, second) and max(first, second) <= PITCH[1] * x_height
            if spaced and abs(first - second) <= ALIKE * first and _is_clear(list(three), pieces, x_height):
                found += [dot for dot in three if dot not in found]
    return found


def without_dots(paper: Grey, leaders: list[Leader]) -> Grey:
    """The page with its leaders painted over."""
    if not leaders:
        return paper
    clean = paper.copy()
    for leader in leaders:
        for dot in leader.dots:
            clean[max(dot.top - RIM, 0) : dot.bottom + RIM, max(dot.left - RIM, 0) : dot.right + RIM] = PAPER
    return clean


def with_leaders(lines: list[ReadLine], leaders: list[Leader]) -> list[ReadLine]:
    """The lines with a word of dots for every leader; what Tesseract has left and right of one is one line.

    A leader that stands beside no line is left out: its dots are still in the ink.
    """
    for leader in leaders:
        level = [index for index, line in enumerate(lines) if _is_level(line, leader.box)]
        if not level:
            continue
        words = sorted(
            (word for index in level for word in lines[index].words), key=lambda word: word.box.left + word.box.right
        )
        home = lines[min(level, key=lambda index: lines[index].box.left)]
        box = enclosing_box([*(lines[index].box for index in level), leader.box]) or leader.box
        place = sum(word.box.left + word.box.right < leader.box.left + leader.box.right for word in words)
        offset = home.baseline_at(float(box.left)) - box.bottom
        whole = ReadLine((*words[:place], *_words_of(leader), *words[place:]), box, home.slope, offset)
        lines = [line for index, line in enumerate(lines) if index not in level[1:]]
        lines[level[0]] = whole
    return lines


def _rows(pieces: Components, x_height: float) -> list[list[Box]]:
    """Dots on one level, each row from left to right."""
    if x_height <= 0:
        return []
    rows: list[list[Box]] = []
    latest: dict[int, list[Box]] = {}
    step = max(2, round(LEVEL * x_height))
    for dot in _dots(pieces, x_height):
        level = dot.bottom // step
        beside = [latest[near] for near in (level, level - 1, level + 1) if near in latest]
        row = next((one for one in beside if _goes_on(one[-1], dot, step, x_height)), None)
        if row is None:
            row = []
            rows.append(row)
        row.append(dot)
        latest[level] = row
    return rows


def _dots(pieces: Components, x_height: float) -> list[Box]:
    """The pieces of ink as large as a stop, from left to right."""
    widths, heights = pieces.right - pieces.left, pieces.bottom - pieces.top
    small = (np.maximum(widths, heights) <= DOT[1] * x_height) & (np.minimum(widths, heights) >= DOT[0] * x_height)
    even = np.maximum(widths, heights) <= ROUND * np.minimum(widths, heights)
    found = np.flatnonzero(small & even)
    return [pieces.box(int(index)) for index in found[np.argsort(pieces.left[found], kind="stable")]]


def _goes_on(end: Box, dot: Box, step: int, x_height: float) -> bool:
    return 0 < dot.left - end.left <= LOST * PITCH[1] * x_height and abs(dot.bottom - end.bottom) <= step


def _even_runs(row: list[Box], x_height: float) -> list[list[Box]]:
    """The stretches of a row whose dots are evenly spaced, give or take a lost one."""
    gaps = np.diff([dot.left for dot in row])
    possible = gaps[(gaps >= PITCH[0] * x_height) & (gaps <= PITCH[1] * x_height)]
    if len(possible) < MIN_DOTS - 1:
        return []
    pitch = float(np.median(possible))
    runs = [[row[0]]]
    for gap, dot in zip(gaps, row[1:], strict=True):
        steps = max(round(gap / pitch), 1)
        if gap <= LOST * pitch and abs(gap - steps * pitch) <= EVEN * pitch:
            runs[-1].append(dot)
        else:
            runs.append([dot])
    return runs


def _is_clear(run: list[Box], pieces: Components, x_height: float) -> bool:
    """Whether the row stands in white: letters whose ink is broken leave dots at their feet, among their other ink.

    The black edge of a scan lies about every row without having ink in it.
    """
    top = min(dot.top for dot in run) - round(CLEAR * x_height)
    area = Box(run[0].left, max(top, 0), run[-1].right, max(dot.bottom for dot in run))
    found = pieces.within(area)
    sizes = np.maximum(pieces.right[found] - pieces.left[found], pieces.bottom[found] - pieces.top[found])
    large = found[sizes > DOT[1] * x_height]
    return not np.isin(large + 1, pieces.labels[area.top : area.bottom, area.left : area.right]).any()


def _pitch(dots: list[Box]) -> float:
    return float(np.median(np.diff([dot.left for dot in dots])))


def _is_level(line: ReadLine, box: Box) -> bool:
    """Whether the dots stand on the line's baseline."""
    baseline = line.baseline_at((box.left + box.right) / 2)
    return line.box.top < box.bottom and abs(baseline - box.bottom) <= 0.35 * line.box.height


def _words_of(leader: Leader) -> list[ReadWord]:
    """One word of dots, or where they are spaced a word for each."""
    chars = [ReadChar(".", dot, SURE) for dot in leader.dots]
    if leader.spaced:
        return [ReadWord((char,), char.box, SURE) for char in chars]
    return [ReadWord(tuple(chars), leader.box, SURE)]
