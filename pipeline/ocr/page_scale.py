"""A page brought back to the scale of its document.

A page of small type is enlarged before it is read (``preparation``), and so is a page that is mostly notes. But type
sizes are compared across pages: where one page is enlarged and the next is not, its notes are as large as their body.
"""

import cv2
import numpy as np
from msgspec.structs import replace

from pipeline.model import Box, Line, Page, RaisedMark, Word
from pipeline.ocr.greys import Grey


def at_resolution(page: Page, grey: Grey, dpi: int) -> tuple[Page, Grey]:
    """A page and its image as they are at a resolution; what was read stays, boxes and type sizes go with the image."""
    if page.dpi == dpi:
        return page, grey
    factor = dpi / page.dpi
    width, height = round(page.width * factor), round(page.height * factor)
    image = cv2.resize(grey, (width, height), interpolation=cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC)
    lines = tuple(_line(line, factor) for line in page.lines)
    rules = tuple(_box(rule, factor) for rule in page.rules)
    return replace(page, lines=lines, rules=rules, width=width, height=height, dpi=dpi), np.asarray(image, np.uint8)


def _line(line: Line, factor: float) -> Line:
    return replace(
        line,
        words=tuple(_word(word, factor) for word in line.words),
        box=_box(line.box, factor) if line.box else None,
        baseline=None if line.baseline is None else round(line.baseline * factor),
        size=round(line.size * factor, 1),
        marks=tuple(_mark(mark, factor) for mark in line.marks),
    )


def _word(word: Word, factor: float) -> Word:
    return replace(word, box=_box(word.box, factor)) if word.box else word


def _mark(mark: RaisedMark, factor: float) -> RaisedMark:
    return replace(mark, box=_box(mark.box, factor))


def _box(box: Box, factor: float) -> Box:
    return Box(*(round(edge * factor) for edge in (box.left, box.top, box.right, box.bottom)))
