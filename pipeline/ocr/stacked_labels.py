"""Labels of short notes that Tesseract took for one upright line: ``4 5 6 7`` before four notes of one word.

The white between the labels and their notes is as straight as a gutter, so that the labels become a column of their
own and are read as nonsense. Each note is then read again, as one line with its label.
"""

from statistics import median

import numpy as np

from pipeline.config import Settings
from pipeline.model import Box
from pipeline.ocr import hocr
from pipeline.ocr.hocr import ReadLine, ReadWord
from pipeline.ocr.preparation import PAPER, Grey
from pipeline.ocr.tesseract import hocr_of

TALL = 2.5
"""Of the height of the page's lines: two labels and the white between them."""
NARROW = 1.8
NEAR = 4.0
"""How far right of its label a note begins at most, in heights of a line."""
MOST = 15
"""Notes beside a stack; what stands beside more lines is printed upright in the margin."""
MARGIN = 30
"""Pixels of white around a line that is read alone."""
ONE_LINE = "--psm 7 -c hocr_char_boxes=1 -c hocr_font_info=0"


def with_labels(paper: Grey, lines: list[ReadLine], dpi: int, settings: Settings) -> list[ReadLine]:
    """The lines, those beside a stack of labels read again together with their label.

    Args:
        paper: what Tesseract was given.
        lines: what it read there.
        dpi: resolution of the page.
        settings: language and time limit.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract gave up on a line.
    """
    if not lines:
        return lines
    height = median(line.box.height for line in lines)
    for stack in [line for line in lines if _is_stack(line.box, height)]:
        beside = [
            index for index, line in enumerate(lines) if line is not stack and _is_beside(stack.box, line.box, height)
        ]
        if not 2 <= len(beside) <= MOST:
            continue
        again = {index: _read_again(paper, stack.box, lines[index].box, dpi, settings) for index in beside}
        labelled = {
            index: line for index, line in again.items() if line and line.words[0].box.right <= lines[index].box.left
        }
        if len(labelled) < 2:
            continue
        lines = [labelled.get(index, line) for index, line in enumerate(lines) if line is not stack]
    return lines


def _is_stack(box: Box, height: float) -> bool:
    return box.height >= TALL * height and box.width <= NARROW * height


def _is_beside(stack: Box, line: Box, height: float) -> bool:
    middle = (line.top + line.bottom) / 2
    return stack.top <= middle <= stack.bottom and -2 <= line.left - stack.right <= NEAR * height


def _read_again(paper: Grey, stack: Box, line: Box, dpi: int, settings: Settings) -> ReadLine | None:
    """The line with what stands left of it in the stack; None if Tesseract sees nothing, or more than one line."""
    left, top, right, bottom = stack.left - 2, line.top - 2, line.right + 2, line.bottom + 2
    cutting = np.pad(paper[max(top, 0) : bottom, max(left, 0) : right], MARGIN, constant_values=PAPER)
    found = hocr.parse(hocr_of(cutting, settings, f"{ONE_LINE} --dpi {dpi}"))
    if len(found) != 1:
        return None
    return _moved(found[0], max(left, 0) - MARGIN, max(top, 0) - MARGIN)


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
