"""Bold lines by the width of their strokes.

A single word has too few strokes to tell (.75 of bold words are found where 2 per cent of the others are taken for
bold); a whole line, as headings are, has enough: on ten printings 20 of 28 bold lines, and six others, all of them on a
scan so dirty that its letters run.
"""

import numpy as np

from pipeline.ocr.ink.greys import Mask
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.readers.hocr import ReadLine

BOLDER = 1.22  # strokes of a bold line to those of the page, in x-heights
ABOVE = 1.6  # x-heights over the baseline
BELOW = 0.5
MIN_LETTERS = 3
RUNNING = 20  # letters; lines of running text, of which the page's stroke is taken
MAX_CAPITALS = 0.5  # the strokes of capitals are wider for their measured x-height


def bold_lines(ink: Mask, lines: list[ReadLine], kinds: list[LineType]) -> list[bool]:
    """For each line of a page, whether it is bold throughout."""
    widths = [_stroke(ink, line, kind) for line, kind in zip(lines, kinds, strict=True)]
    letters = [[char for word in line.words for char in word.text if char.isalpha()] for line in lines]
    running = [width for width, own in zip(widths, letters, strict=True) if len(own) >= RUNNING and width > 0]
    usual = float(np.median(running)) if running else 0.0
    return [
        usual > 0 and len(own) >= MIN_LETTERS and _capitals(own) < MAX_CAPITALS and width >= BOLDER * usual
        for width, own in zip(widths, letters, strict=True)
    ]


def _capitals(letters: list[str]) -> float:
    return sum(letter.isupper() for letter in letters) / len(letters)


def _stroke(ink: Mask, line: ReadLine, kind: LineType) -> float:
    """Mean width of the strokes of a line, along its rows, in x-heights; 0.0 without ink."""
    baseline = kind.baseline_at((line.box.left + line.box.right) / 2)
    top, bottom = max(round(baseline - ABOVE * kind.x_height), 0), max(round(baseline + BELOW * kind.x_height), 0)
    marked = ink[top:bottom, line.box.left : line.box.right] > 0
    begins = marked.copy()
    begins[:, 1:] &= ~marked[:, :-1]
    strokes = int(begins.sum())
    return float(marked.sum()) / strokes / kind.x_height if strokes else 0.0
