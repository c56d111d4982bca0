"""Cutting a run of words out of the page for the second reader, with its marks and a little white."""

from pipeline.ocr.collation.doubtful_words import Run
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadLine
from pipeline.ocr.readers.recogniser import Glyph, read_framed

# In x-heights of the line.
ABOVE = 2.05  # as much as ascenders and raised figures need, and no more: the line above is near
BELOW = 0.75
BESIDE = 1.2  # where a call may stand behind the last word of a line
MARGIN = 0.6  # white that is put on both sides: ink at the very edge is not read

LONG_DASH = 0.08
SURE_DASH = 0.8


def marks_of(run: Run, marks: list[Mark]) -> list[int]:
    """The marks that touch or follow the words of a run."""
    return [i for i, mark in enumerate(marks) if run.start <= max(mark.word, 0) < run.end]


def read_run(grey: Grey, line: ReadLine, kind: LineType, marks: list[Mark], run: Run) -> list[Glyph]:
    """What the second reader sees of a run of words, its columns those of the page."""
    left, right = _span(line, kind, marks, run)
    baseline = kind.baseline_at((left + right) / 2)
    top, bottom = max(round(baseline - ABOVE * kind.x_height), 0), max(round(baseline + BELOW * kind.x_height), 0)
    margin = round(MARGIN * kind.x_height)
    glyphs = read_framed(grey[top:bottom, left:right], margin)
    return [_with_dash(glyph)._replace(x=left - margin + glyph.x) for glyph in glyphs]


def _span(line: ReadLine, kind: LineType, marks: list[Mark], run: Run) -> tuple[int, int]:
    """Columns of a run of words with its marks, and a little white on both sides, but nothing of their neighbours."""
    beside = round(BESIDE * kind.x_height)
    own = [line.words[i].box for i in range(run.start, run.end)] + [marks[i].box for i in marks_of(run, marks)]
    left, right = min(box.left for box in own) - beside, max(box.right for box in own) + beside
    if run.start > 0:
        left = max(left, (line.words[run.start - 1].box.right + line.words[run.start].box.left) // 2)
    if run.end < len(line.words):
        right = min(right, max(line.words[run.end].box.left - 1, max(box.right for box in own)))
    return max(left, 0), max(right, 0)


def _with_dash(glyph: Glyph) -> Glyph:
    """A hyphen that might be an en dash is one.

    The reader expects hyphens, so that even a small share of its belief shows that the ink is wide: of 75 en dashes
    between digits 67 have a share of 0.05 and more, of 50 hyphens the highest has 0.02.
    """
    if glyph.text == "-" and glyph.long_dash >= LONG_DASH:
        return glyph._replace(text="–", confidence=max(glyph.long_dash, SURE_DASH))
    return glyph
