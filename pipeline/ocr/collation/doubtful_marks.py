"""Doubtful raised ink, of which only a reader can say that it is a note call or the label of a note.

A star of a small face is no larger than a quote, and a label that Tesseract reads as an opening quote stands right
before a word, as a quote does. The second reader knows digits and note signs from quotes.
"""

from collections.abc import Sequence

from pipeline.model import Box
from pipeline.ocr.collation.cells import cells_of
from pipeline.ocr.collation.cuttings import read_run
from pipeline.ocr.collation.difference import NOTE_SIGNS
from pipeline.ocr.collation.doubtful_words import CONTEXT, Run
from pipeline.ocr.collation.raised_signs import is_number, is_on, on_mark
from pipeline.ocr.ink.faint_signs import FAINT
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.raised_marks.not_calls import hangs
from pipeline.ocr.raised_marks.raised_shapes import MIN_HEIGHT
from pipeline.ocr.readers.hocr import ReadLine
from pipeline.ocr.readers.recogniser import Glyph

SURE_SIGN = 0.75
SURE_NUMBER = 0.5
"""Of 40 opening quotes and pieces of letters none was read as a number; the surest wrong star had 0.53."""
SURE_FAINT_NUMBER = 0.9
"""For a number of which the binarised page has too little: its thin strokes are as pale as the fringe of a letter."""
COLUMN = 0.4
"""x-heights between the middles of two labels of one column: half of a digit of 12 beside one of 9."""
FRINGE = 0.3
"""x-heights by which the pale strokes of a sign may stand out from its ink."""


def confirmed(grey: Grey, line: ReadLine, kind: LineType, doubtful: list[Mark], calls: list[Mark]) -> list[Mark]:
    """The doubtful marks of a line on which the second reader sees a number or a note sign.

    What it sees on a call is none: a quote right before a number is as near to it.

    Raises:
        ToolError: the second reader's model cannot be loaded.
    """
    return [
        mark
        for mark in doubtful
        if _is_sign(glyphs := second_reading(grey, line, kind, mark), mark, grey, kind)
        and not any(all(is_on(glyph, call, kind) for glyph in glyphs) for call in calls)
    ]


def under_labels(
    lines: Sequence[ReadLine], kinds: Sequence[LineType], sure: Sequence[list[Mark]], doubtful: Sequence[list[Mark]]
) -> list[list[Mark]]:
    """The doubtful marks of each line that hang before it, as tall as digits, in one column with a sure one.

    The second reader passes over some signs that stand alone; but where one label hangs, the others stand under it.
    What is in another line is none, but a letter of the column before.
    """
    columns = [
        (mark.box.left + mark.box.right) / 2
        for line, kind, marks in zip(lines, kinds, sure, strict=True)
        for mark in marks
        if hangs(mark, line, kind)
    ]
    return [
        [
            mark
            for mark in marks
            if hangs(mark, line, kind)
            and not any(other.box.has_middle_of(mark.box) for other in lines if other is not line)
            and mark.box.height >= MIN_HEIGHT * kind.x_height
            and any(abs((mark.box.left + mark.box.right) / 2 - column) <= COLUMN * kind.x_height for column in columns)
        ]
        for line, kind, marks in zip(lines, kinds, doubtful, strict=True)
    ]


def second_reading(grey: Grey, line: ReadLine, kind: LineType, mark: Mark) -> list[Glyph]:
    """What the second reader sees on a mark, read with a word of context."""
    word = max(mark.word, 0)
    run = Run(max(word - CONTEXT, 0), min(word + CONTEXT + 1, len(line.words)))
    glyphs = read_run(grey, line, kind, [mark], run)
    start, end = on_mark(glyphs, mark, cells_of(line, [mark]), kind)
    return glyphs[start:end]


def _is_sign(glyphs: list[Glyph], mark: Mark, grey: Grey, kind: LineType) -> bool:
    if not glyphs:
        return False
    text, sure = "".join(glyph.text for glyph in glyphs), min(glyph.confidence for glyph in glyphs)
    if set(text) <= NOTE_SIGNS:
        return sure >= SURE_SIGN
    if not is_number(text):
        return False
    least = MIN_HEIGHT * kind.x_height
    if mark.box.height >= least:
        return sure >= SURE_NUMBER
    return sure >= SURE_FAINT_NUMBER and _height_in_grey(grey, mark.box, kind) >= least


def _height_in_grey(grey: Grey, box: Box, kind: LineType) -> int:
    """How tall a sign is, in pixels, with the strokes that are too pale for the binarised page."""
    fringe = round(FRINGE * kind.x_height)
    top = max(box.top - fringe, 0)
    dark = (grey[top : box.bottom + fringe, box.left : box.right] <= FAINT).any(axis=1)
    first, last = box.top - top, box.bottom - top - 1
    while first > 0 and dark[first - 1]:
        first -= 1
    while last + 1 < len(dark) and dark[last + 1]:
        last += 1
    return last - first + 1
