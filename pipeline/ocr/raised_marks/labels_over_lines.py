"""Labels of notes that hang far before their line, and so high that they stand over it.

A word processor raises the number of a note by the size of the text, and sets the note itself, smaller, behind a tab:
the foot of the number is then over the capitals of its line. No other raised ink stands so, and only the margin tells
that it belongs there: nothing else is in it, and other labels stand in the same column.
"""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark, place
from pipeline.ocr.raised_marks.raised_ink import MAX_GAP
from pipeline.ocr.raised_marks.raised_shapes import MAX_FOOT, MAX_HEIGHT, Ink, above_line, is_digit_like
from pipeline.ocr.readers.hocr import ReadLine

# In x-heights.
AHEAD = 8.0
"""From the left end of a label to its line at most: half an inch at nine points."""
NEAREST = 1.0
"""From the right end of a label to its line at least."""
HIGHEST_FOOT = 2.1
"""Letters of the line above stand at 2.2 and higher in the closest setting."""
LABEL_WIDTH = 3.6
"""Three figures."""
COLUMN = 0.5
"""By which the right ends of the labels of one column differ."""
FEWEST = 2
"""Labels in one column: one alone may be dirt."""


def labels_over_lines(pieces: Components, lines: Sequence[ReadLine], kinds: Sequence[LineType]) -> dict[int, Mark]:
    """The labels of a page that hang before lines and over them, by the index of the line.

    Args:
        pieces: the ink of the page.
        lines: what was read there.
        kinds: their types.
    """
    found = {
        index: label
        for index, (line, kind) in enumerate(zip(lines, kinds, strict=True))
        if line.words and (label := _label_of(pieces, line, kind, lines))
    }
    lefts = [label.box.left for label in found.values()]
    near = {index: COLUMN * kinds[index].x_height for index in found}
    in_column = {
        index: label
        for index, label in found.items()
        if sum(abs(label.box.left - left) <= near[index] for left in lefts) >= FEWEST
    }
    return {index: place(pieces, label, lines[index], kinds[index]) for index, label in in_column.items()}


def _label_of(pieces: Components, line: ReadLine, kind: LineType, lines: Sequence[ReadLine]) -> Ink | None:
    """The figures that stand alone in the margin before a line, over its capitals; None where nothing does."""
    start = _start_of(line)
    baseline = kind.baseline_at(start)
    left, right = (start - round(ems * kind.x_height) for ems in (AHEAD, NEAREST))
    top, bottom = (round(baseline - ems * kind.x_height) for ems in (HIGHEST_FOOT + MAX_HEIGHT, 0))
    if right <= 0 or bottom <= 0:
        return None
    area = Box(max(left, 0), max(top, 0), right, bottom)
    inks = [Ink((int(index),), pieces.box(int(index))) for index in pieces.within(area)]
    box = enclosing_box([ink.box for ink in inks])
    if box is None or not _is_number(inks, box, kind) or not _is_within(box, area):
        return None
    others = (other.box for other in lines if other is not line and not is_column_of_labels(other))
    if any(other.has_middle_of(box) for other in others):
        return None
    return Ink(tuple(piece for ink in inks for piece in ink.pieces), box)


def _start_of(line: ReadLine) -> int:
    """Where the words of a line begin: what stands before them may be a sign that was read for the label."""
    first, *others = line.words
    is_sign = not any(char.text.isalnum() for char in first.chars)
    return others[0].box.left if others and is_sign else first.box.left


def is_column_of_labels(line: ReadLine) -> bool:
    """Whether a line is what a reader made of labels in the margin: one alone, or several, one under the other."""
    return len(line.words) == 1 or line.box.height > line.box.width


def _is_within(box: Box, area: Box) -> bool:
    return area.left < box.left and box.right <= area.right and area.top < box.top


def _is_number(inks: Sequence[Ink], box: Box, kind: LineType) -> bool:
    """Whether all ink is of the size and height of raised figures, one beside the other."""
    raised = all(
        is_digit_like(ink.box, kind) and MAX_FOOT < above_line(ink.box, kind)[0] <= HIGHEST_FOOT for ink in inks
    )
    beside = all(other.box.left - one.box.right <= MAX_GAP * kind.x_height for one, other in pairwise(inks))
    return raised and beside and box.width <= LABEL_WIDTH * kind.x_height
