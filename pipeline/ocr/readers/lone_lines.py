"""One line of a page, cut out and read by itself."""

import numpy as np

from pipeline.config import Settings
from pipeline.model import Box
from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.ocr.readers import hocr
from pipeline.ocr.readers.hocr import ReadLine, ReadWord
from pipeline.ocr.readers.tesseract import hocr_of

MARGIN = 30
"""Pixels of white around a line that is read alone."""
ONE_LINE = "--psm 7 -c hocr_char_boxes=1 -c hocr_font_info=0"


def read_alone(paper: Grey, area: Box, dpi: int, settings: Settings) -> ReadLine | None:
    """The line in an area of a page; None if Tesseract sees nothing there, or more than one line.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract gave up on the line.
    """
    cutting = np.pad(paper[area.top : area.bottom, area.left : area.right], MARGIN, constant_values=PAPER)
    found = hocr.parse(hocr_of(cutting, settings, f"{ONE_LINE} --dpi {dpi}"))
    if len(found) != 1:
        return None
    return _moved(found[0], area.left - MARGIN, area.top - MARGIN)


def _moved(line: ReadLine, right: int, down: int) -> ReadLine:
    words = tuple(
        ReadWord(
            tuple(char._replace(box=_shifted(char.box, right, down)) for char in word.chars),
            _shifted(word.box, right, down),
            word.confidence,
        )
        for word in line.words
    )
    return line._replace(words=words, box=_shifted(line.box, right, down))


def _shifted(box: Box, right: int, down: int) -> Box:
    return Box(max(box.left + right, 0), max(box.top + down, 0), max(box.right + right, 0), max(box.bottom + down, 0))
