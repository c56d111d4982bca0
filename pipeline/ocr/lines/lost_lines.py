"""Lines of the text that Tesseract passed over: their ink is there, and in no line that was read.

It drops a short line between long ones (``14 Id.``), and now and then a whole line where the page bends. Each is cut
out and read alone; of what is too short for Tesseract, the second reader reads every character.
"""

import re
from collections.abc import Iterable, Sequence
from statistics import mean, median
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from pipeline.config import Settings
from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord
from pipeline.ocr.readers.lone_lines import read_alone
from pipeline.ocr.readers.recogniser import Glyph, read
from pipeline.readers import uses_second

LETTER = 0.6, 2.2
"""x-heights that letters and figures are tall, those raised and those with a descender among them."""
WIDEST = 3.0
"""x-heights that a letter, or two that touch, are wide."""
FEWEST = 3
"""Pieces of ink as large as letters that make a line: a folio or a signature has fewer."""
MEASURE = 20.0
"""x-heights of a line that shows where the middle of its column is."""
OFF_MIDDLE = 2.0
"""x-heights from the middle of that line: it may be indented, and a number ends with a stop."""
_NUMBER = re.compile(r"[IVX]{1,4}\.|[IVX]{2,4}")
"""The number of a section, alone in its line; of a stroke without a stop nobody knows."""
TALL = 2.2
"""Of the height of its letters in the middle: an ascender and a descender more than a small one."""
BELOW = 0.5
"""Of a line's height: how far under its baseline the middle of a piece still belongs to it."""
LEVEL = 0.8
"""x-heights by which the middles of pieces of one line differ."""
NEAR = 3.5
"""x-heights from the middle of a lost line to the baseline of the one above it or below it, at most."""
ABOUT_NUMBER = 6.0
"""The same for the number of a section, with white above and below it."""
OUTSIDE = 1.0
"""x-heights by which a line may stand out from the line that it is near."""
SURE = 0.8
"""Mean confidence of the words of a line that is believed; of the second reader's, that of every character."""
SAME = 90.0
"""Likeness (0 to 100) of what two readers make of a line, from which neither needs to be sure of it."""
AROUND = 0.5
"""x-heights around the letters of a row in which its stops, commas and quotation marks lie."""
AROUND_NUMBER = 1.0
"""The same about the number of a section, whose stop would else be cut."""
OTHER = 1.3
"""x-heights from the middle of a row to that of ink which is of another line."""


class _Letters(NamedTuple):
    """Pieces of ink as large as letters, as arrays, in pixels; ``level`` is the middle of each, the page made level."""

    ink: Components
    indices: NDArray[np.intp]
    """Of these pieces in the ink of the page."""
    across: NDArray[np.float64]
    level: NDArray[np.float64]
    is_read: NDArray[np.bool_]


class _Guide(NamedTuple):
    """A line that was read, and the measure of its column, as far as it shows: its own, or that of the line before."""

    line: ReadLine
    measure: Box


class _Row(NamedTuple):
    """Where a line was passed over: its letters, the area that is cut out, and the measure of its column."""

    letters: Box
    box: Box
    measure: Box


def with_lost_lines(
    paper: Grey, lines: list[ReadLine], ink: Components, x_height: float, settings: Settings, dpi: int
) -> list[ReadLine]:
    """The lines, and behind them those that were passed over; what was read of these before gives way.

    Args:
        paper: what Tesseract was given.
        lines: what it read there.
        ink: of the page.
        x_height: of the page.
        settings: language and time limit.
        dpi: resolution of the page.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract gave up on a line.
    """
    if not lines or not x_height:
        return lines
    slope = median(line.slope for line in lines)
    guides = [_Guide(line, line.box) for line in lines]
    tried: set[Box] = set()
    found: list[ReadLine] = []
    # A line that is found leads to the next one: of a block at the foot only the first is near what was read.
    while True:
        letters = _letters_of(ink, [*lines, *found], x_height, slope)
        rows = [row for row in _rows(letters, guides, x_height, slope) if row.box not in tried]
        tried.update(row.box for row in rows)
        told = [(row, _read_row(paper, row.box, ink, x_height, slope, settings, dpi)) for row in rows]
        more = [_Guide(_as_tall_as_its_letters(line, row.letters), row.measure) for row, line in told if line]
        if not more:
            break
        guides += more
        found += [guide.line for guide in more]
    kept = [line for line in lines if not any(_holds(other.box, line.box) for other in found)]
    return [*kept, *found]


def _read_row(
    paper: Grey, row: Box, ink: Components, x_height: float, slope: float, settings: Settings, dpi: int
) -> ReadLine | None:
    """What stands in a row, if one reader is sure of it, or both read the same."""
    alone = _alone(paper, row, ink, x_height, slope)
    line = read_alone(alone, row, dpi, settings)
    if line and _is_line(line):
        return line
    if not uses_second(settings.readers):
        return None
    glyphs = read(alone[row.top : row.bottom, row.left : row.right])
    if line and _agree(line, glyphs):
        return line
    second = _second_reading(glyphs, row, ink, slope)
    return second if second and _is_line(second) else None


def _as_tall_as_its_letters(line: ReadLine, letters: Box) -> ReadLine:
    """The line without what its box has of the lines around it, on the same baseline."""
    box = Box(line.box.left, letters.top, line.box.right, letters.bottom)
    return line._replace(box=box, offset=line.offset + line.box.bottom - box.bottom)


def _agree(line: ReadLine, glyphs: Sequence[Glyph]) -> bool:
    """Whether two readers, neither of them sure of every word, read the same but for spaces and a sign or two."""
    first, second = "".join(word.text for word in line.words), "".join(glyph.text.strip() for glyph in glyphs)
    return sum(map(str.isalnum, first)) > FEWEST and fuzz.ratio(first, second) >= SAME


def _second_reading(glyphs: Sequence[Glyph], row: Box, ink: Components, slope: float) -> ReadLine | None:
    """The row as the second reader sees it, every character with the box of the ink that is nearest to it."""
    own = [box for box in ink.boxes(row) if row.has_middle_of(box)]
    words: list[list[ReadChar]] = [[]]
    for glyph in glyphs:
        if glyph.text.isspace():
            words.append([])
        else:
            box = min(own, key=lambda piece: abs(row.left + glyph.x - (piece.left + piece.right) / 2))
            words[-1].append(ReadChar(glyph.text, box, glyph.confidence))
    read_words = tuple(_word(chars) for chars in words if chars)
    if not read_words or min(word.confidence for word in read_words) < SURE:
        return None
    foot = median(box.bottom for box in own)
    return ReadLine(read_words, row, slope, foot - row.bottom - slope * row.width / 2)


def _word(chars: list[ReadChar]) -> ReadWord:
    box = enclosing_box([char.box for char in chars]) or chars[0].box
    return ReadWord(tuple(chars), box, min(char.confidence for char in chars))


def _letters_of(ink: Components, lines: Sequence[ReadLine], x_height: float, slope: float) -> _Letters:
    heights, widths = ink.bottom - ink.top, ink.right - ink.left
    tall = (heights >= LETTER[0] * x_height) & (heights <= LETTER[1] * x_height)
    chosen = np.flatnonzero(tall & (widths <= WIDEST * x_height))
    across = (ink.left[chosen] + ink.right[chosen]) / 2
    down = (ink.top[chosen] + ink.bottom[chosen]) / 2
    known = np.zeros(len(chosen), bool)
    for line in lines:
        box, height = line.box, _height_of(line)
        over = line.box.bottom + line.offset + line.slope * (across - box.left) - down
        beside = (across >= box.left - x_height) & (across <= box.right + x_height)
        known |= beside & (over <= max(height, x_height)) & (over >= -BELOW * height)
    return _Letters(ink, chosen, across, down - slope * across, known)


def _height_of(line: ReadLine) -> float:
    """How tall a line is, ascender to descender: its box may reach into the lines around it."""
    letters = median(char.box.height for word in line.words for char in word.chars)
    return min(line.box.height - abs(line.slope) * line.box.width, TALL * letters)


def _rows(letters: _Letters, guides: Sequence[_Guide], x_height: float, slope: float) -> list[_Row]:
    """Rows of letters most of which no line accounts for, within the measure of a line near them."""
    rows = []
    loose = ~letters.is_read
    while loose.any():
        seed = int(np.flatnonzero(loose)[np.argmin(letters.across[loose])])
        near = _line_near(letters, seed, guides, x_height, slope)
        column = _line_near(letters, seed, guides, x_height, slope, ABOUT_NUMBER)
        measure = near or column
        level = np.abs(letters.level - letters.level[seed]) <= LEVEL * x_height
        if measure:
            level &= letters.across >= measure.left - OUTSIDE * x_height
            level &= letters.across <= measure.right + OUTSIDE * x_height
        own = np.flatnonzero(level & loose)
        loose[own] = loose[seed] = False
        row = letters.ink.around(letters.indices[level]) if level.any() else None
        if not measure or not row or 2 * len(own) <= np.count_nonzero(level):
            continue
        if near and len(own) >= FEWEST:
            rows.append(_Row(row, _with_margin(row, round(AROUND * x_height)), measure))
        elif column and len(own) < FEWEST and _is_centred(row, column, x_height) and _is_between(row, guides):
            rows.append(_Row(row, _with_margin(row, round(AROUND_NUMBER * x_height)), measure))
    return _joined(rows)


def _joined(rows: Iterable[_Row]) -> list[_Row]:
    """The rows, two that are one as one: a raised label leads to the tall letters of its line, others to the rest."""
    joined: list[_Row] = []
    for row in rows:
        same = [other for other in joined if _are_level(row.letters, other.letters)]
        joined = [other for other in joined if other not in same]
        joined.append(_Row(*(_around(boxes) for boxes in zip(row, *same, strict=True))))
    return joined


def _are_level(one: Box, other: Box) -> bool:
    """Whether two areas are beside or upon one another in one line, and touch."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    touching = min(one.right, other.right) >= max(one.left, other.left)
    return touching and 2 * shared > min(one.height, other.height)


def _around(boxes: Sequence[Box]) -> Box:
    return enclosing_box([*boxes]) or boxes[0]


def _is_centred(row: Box, measure: Box, x_height: float) -> bool:
    """Whether a row of a letter or two stands in the middle of a line as long as a measure: the number of a section."""
    off = abs(row.left + row.right - measure.left - measure.right) / 2
    return off <= OFF_MIDDLE * x_height and measure.width >= MEASURE * x_height


def _is_between(row: Box, guides: Sequence[_Guide]) -> bool:
    """Whether lines stand over it and under it: a folio has them on one side."""
    boxes = [guide.line.box for guide in guides]
    return any(box.bottom <= row.top for box in boxes) and any(box.top >= row.bottom for box in boxes)


def _with_margin(row: Box, margin: int) -> Box:
    return Box(max(row.left - margin, 0), max(row.top - margin, 0), row.right + margin, row.bottom + margin)


def _line_near(
    letters: _Letters, index: int, guides: Sequence[_Guide], x_height: float, slope: float, reach: float = NEAR
) -> Box | None:
    """The measure of the longest line right above or below a piece of ink: that of its column."""
    across, level = letters.across[index], letters.level[index]
    near = [
        measure
        for line, measure in guides
        if measure.left - OUTSIDE * x_height <= across <= measure.right
        and abs(line.baseline_at(across) - slope * across - level) <= reach * x_height
    ]
    return max(near, key=lambda box: box.width, default=None)


def _alone(paper: Grey, row: Box, ink: Components, x_height: float, slope: float) -> Grey:
    """The page, with the ink of other lines painted over in the area of a row, which may lie aslant among them."""
    level = (row.top + row.bottom) / 2 - slope * (row.left + row.right) / 2
    near = ink.within(row)
    across, down = (ink.left[near] + ink.right[near]) / 2, (ink.top[near] + ink.bottom[near]) / 2
    others = near[np.abs(down - slope * across - level) > OTHER * x_height]
    area = (slice(row.top, row.bottom), slice(row.left, row.right))
    foreign = np.isin(ink.labels[area], others + 1).astype(np.uint8)
    alone = paper.copy()
    alone[area][cv2.dilate(foreign, np.ones((3, 3), np.uint8)) > 0] = PAPER  # with the grey rim of its strokes
    return alone


def _holds(box: Box, other: Box) -> bool:
    return box.left <= other.left and other.right <= box.right and box.has_middle_of(other)


def _is_line(line: ReadLine) -> bool:
    first = line.words[0]
    numbered = len(line.words) == 1 and _NUMBER.fullmatch(first.text) and first.confidence >= SURE
    return bool(numbered) or _is_text(line)


def _is_text(line: ReadLine) -> bool:
    letters = sum(char.isalnum() for word in line.words for char in word.text)
    return letters >= FEWEST and mean(word.confidence for word in line.words) >= SURE
