"""Doubtful raised ink, of which only a reader can say that it is a note call or the label of a note.

A star of a small face is no larger than a quote, and a label that Tesseract reads as an opening quote stands right
before a word, as a quote does. The second reader knows digits and note signs from quotes.
"""

from pipeline.ocr.collation.cells import cells_of
from pipeline.ocr.collation.cuttings import read_run
from pipeline.ocr.collation.disagreements import NOTE_SIGNS
from pipeline.ocr.collation.doubtful_words import CONTEXT, Run
from pipeline.ocr.collation.raised_signs import is_number, on_mark
from pipeline.ocr.collation.recogniser import Glyph
from pipeline.ocr.hocr import ReadLine
from pipeline.ocr.preparation import Grey
from pipeline.ocr.raised_ink import MIN_HEIGHT, Mark
from pipeline.ocr.type_size import LineType

SURE_SIGN = 0.75
SURE_NUMBER = 0.5
"""Of 40 opening quotes and pieces of letters none was read as a number; the surest wrong star had 0.53."""


def confirmed(grey: Grey, line: ReadLine, kind: LineType, doubtful: list[Mark]) -> list[Mark]:
    """The doubtful marks of a line on which the second reader sees a number or a note sign.

    Raises:
        ToolError: the second reader's model cannot be loaded.
    """
    return [mark for mark in doubtful if _is_sign(second_reading(grey, line, kind, mark), mark, kind)]


def second_reading(grey: Grey, line: ReadLine, kind: LineType, mark: Mark) -> list[Glyph]:
    """What the second reader sees on a mark, read with a word of context."""
    word = max(mark.word, 0)
    run = Run(max(word - CONTEXT, 0), min(word + CONTEXT + 1, len(line.words)))
    glyphs = read_run(grey, line, kind, [mark], run)
    start, end = on_mark(glyphs, mark, cells_of(line, [mark]), kind)
    return glyphs[start:end]


def _is_sign(glyphs: list[Glyph], mark: Mark, kind: LineType) -> bool:
    if not glyphs:
        return False
    text, sure = "".join(glyph.text for glyph in glyphs), min(glyph.confidence for glyph in glyphs)
    if set(text) <= NOTE_SIGNS:
        return sure >= SURE_SIGN
    return is_number(text) and sure >= SURE_NUMBER and mark.box.height >= MIN_HEIGHT * kind.x_height
