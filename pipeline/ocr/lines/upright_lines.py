"""Lines that run up or down the page beside its text: the stamp that a distributor sets along the edge.

Tesseract takes their letters for words of the lines that they stand beside: ``institutional-z ists``. They are cut out,
turned and read by themselves.
"""

from collections.abc import Iterator
from statistics import mean
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.config import Settings
from pipeline.model import Box, Line, Word
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.ocr.page_image.orientation import turned
from pipeline.ocr.page_image.preparation import Prepared
from pipeline.ocr.readers.hocr import ReadLine, parse
from pipeline.ocr.readers.tesseract import hocr_of

# In x-heights of the page.
LETTER = 0.4, 3.0
"""How long the longer side of a letter is; what is smaller is a dot or dirt."""
APART = 1.5
"""White that parts them from the text, from the top of the page to its foot."""
BROADEST = 8.0
"""Of all these lines together: no more than three or four are set so."""
TIGHT = 0.5
"""From one letter to the next along them, in the middle: between rows of text there is more."""
FEWEST = 20
"""Letters: the numbers of lines, and labels in a column, are less, or further apart."""
SURE = 0.8
"""Mean confidence of the words of what is believed to be such lines."""
MARGIN = 30
"""Pixels of white around them."""
UP, DOWN = 3, 1
"""Right angles, anticlockwise, by which lines that run up, or down, the page are turned to be read."""
LINES = "--psm 6 -c hocr_char_boxes=1 -c hocr_font_info=0"


class Upright(NamedTuple):
    """Such lines, and where they stand."""

    area: Box
    lines: list[Line]


def upright_lines(prepared: Prepared, settings: Settings) -> list[Upright]:
    """The lines that run up or down a page at its sides; a page without text has none.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract gave up on them.
    """
    x_height = prepared.x_height
    areas = _stripes(components_of(prepared.ink), x_height) if x_height else ()
    read = (Upright(area, _read(prepared.grey, area, prepared.dpi, settings)) for area in areas)
    return [upright for upright in read if upright.lines]


def _stripes(ink: Components, x_height: float) -> Iterator[Box]:
    """Where pieces of ink stand close over one another at the left or the right of everything else."""
    longer = np.maximum(ink.bottom - ink.top, ink.right - ink.left)
    letters = np.flatnonzero((longer >= LETTER[0] * x_height) & (longer <= LETTER[1] * x_height))
    if len(letters) == 0:
        return
    groups = _groups(ink, letters[np.argsort(ink.left[letters], kind="stable")], APART * x_height)
    for group in {id(group): group for group in (groups[0], groups[-1])}.values():
        area = ink.around(group)
        if len(groups) > 1 and area.width <= BROADEST * x_height and _is_upright(ink, group, x_height):
            yield area


def _groups(ink: Components, letters: NDArray[np.intp], apart: float) -> list[NDArray[np.intp]]:
    """The letters, from left to right, parted at white that runs from the top of the page to its foot."""
    reached = np.maximum.accumulate(ink.right[letters])
    gaps = np.flatnonzero(ink.left[letters][1:] - reached[:-1] >= apart) + 1
    return np.split(letters, gaps)


def _is_upright(ink: Components, group: NDArray[np.intp], x_height: float) -> bool:
    """Whether most of the letters of a group follow closely on one another up the page."""
    order = group[np.argsort(ink.top[group], kind="stable")]
    white = ink.top[order][1:] - np.maximum.accumulate(ink.bottom[order])[:-1]
    return len(group) >= FEWEST and float(np.median(white)) <= TIGHT * x_height


def _read(grey: Grey, area: Box, dpi: int, settings: Settings) -> list[Line]:
    """The lines in an area, the way up in which they are read; none if they make no words."""
    cutting = grey[area.top : area.bottom, area.left : area.right]
    for quarters in (UP, DOWN):
        padded = np.pad(turned(cutting, quarters), MARGIN, constant_values=PAPER)
        found = parse(hocr_of(padded, settings, f"{LINES} --dpi {dpi}"))
        if found and mean(word.confidence for line in found for word in line.words) >= SURE:
            return [_turned_back(line, area, quarters) for line in found]
    return []


def _turned_back(line: ReadLine, area: Box, quarters: int) -> Line:
    words = tuple(
        Word(text=word.text, box=_placed(word.box, area, quarters), confidence=word.confidence) for word in line.words
    )
    return Line(words=words, box=_placed(line.box, area, quarters), size=float(line.box.height))


def _placed(box: Box, area: Box, quarters: int) -> Box:
    """A box of the turned cutting on the page."""
    left, right = (min(max(x - MARGIN, 0), area.height) for x in (box.left, box.right))
    top, bottom = (min(max(y - MARGIN, 0), area.width) for y in (box.top, box.bottom))
    if quarters == UP:
        return Box(area.left + top, area.bottom - right, area.left + bottom, area.bottom - left)
    return Box(area.right - bottom, area.top + left, area.right - top, area.top + right)
