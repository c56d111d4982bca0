"""A line of signs with the ink that is given for each, as Tesseract may have read it."""

from typing import NamedTuple

import numpy as np

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit, cells_of, rebuild
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.sign_sizes import SignSizes
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT, WIDTH, BASELINE = 20, 12, 40
PRINTED = {
    ".": [(4, -5, 8, 0)],
    ",": [(4, -5, 8, 4)],
    ":": [(4, -5, 8, 0), (4, -19, 8, -14)],
    "-": [(2, -11, 10, -8)],
    "—": [(0, -11, 12, -8)],
    **{quote: [(3, -28, 9, -18)] for quote in "‘’“”*"},
}
"""Ink of signs: columns in their cell, and rows from the baseline."""
SIZES = SignSizes(stop=0.03, quote=0.08)


class InkedLine(NamedTuple):
    """What was read, and the ground it was read from."""

    line: ReadLine
    marks: list[Mark]
    cells: list[Cell]
    ground: Ground

    def text(self, edits: list[Edit]) -> str:
        """The line with edits made."""
        return " ".join(word.text for word in rebuild(self.line, self.marks, self.cells, edits).line.words)


def inked_line(
    text: str,
    specks: dict[int, list[tuple[int, int, int, int]]],
    raised: slice | None = None,
    sizes: SignSizes = SIZES,
    shade: slice | None = None,
) -> InkedLine:
    """A line; ``specks`` is the ink of characters, by their place, that is not the printed one.

    ``shade`` are columns that are grey at the height of quotes, and white in black and white.
    """
    ink = np.zeros((60, WIDTH * (len(text) + 1)), np.uint8)
    words, chars = [], list[ReadChar]()
    for place, char in enumerate(f"{text} "):
        if char == " ":
            words.append(ReadWord(tuple(chars), Box(chars[0].box.left, 10, chars[-1].box.right, 46), 0.9))
            chars = []
            continue
        for left, top, right, bottom in specks.get(place, PRINTED.get(char, [(1, -20, 11, 0)])):
            ink[BASELINE + top : BASELINE + bottom, WIDTH * place + left : WIDTH * place + right] = 255
        chars.append(ReadChar(char, Box(WIDTH * place, 10, WIDTH * (place + 1), 46), 0.97))
    line = ReadLine(tuple(words), Box(0, 10, WIDTH * len(text), 46), 0.0, 0.0)
    marks = []
    if raised:
        word, first = text[: raised.start].count(" "), text.rfind(" ", 0, raised.start) + 1
        marks = [Mark((0,), Box(0, 0, 1, 1), False, word, raised.start - first, raised.stop - first)]
    cells = cells_of(line, marks)
    grey = 255 - ink
    if shade:
        grey[BASELINE - 30 : BASELINE - 20, shade] = 100
    ground = Ground(components_of(ink), LineType(0.0, float(BASELINE), float(X_HEIGHT)), sizes, grey)
    return InkedLine(line, marks, cells, ground)
