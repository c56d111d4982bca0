"""Labels of notes that Tesseract took for a column of their own, or passed over.

The white between the labels and their notes is as straight as a gutter. Short notes (``4 5 6 7`` before four notes of
one word) make one upright line of labels, which are read as nonsense; where longer notes hang, some of the labels are
lines of a sign each, and the others are read by nobody. Each note is then read again, as one line with its label.
"""

from collections.abc import Mapping, Sequence
from statistics import median

from rapidfuzz import fuzz

from pipeline.config import Settings
from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadLine, ReadWord
from pipeline.ocr.readers.lone_lines import read_alone

TALL = 2.5
"""Of the height of the page's lines: two labels and the white between them."""
NARROW = 1.8
NEAR = 4.0
"""How far right of its label a note begins at most, in heights of a line."""
PROBED = 8
"""Lines beside a stack that are read to see whether numbers stand in it: a stamp in the margin is beside a page of
them."""
AHEAD = 7.0
"""x-heights before a line in which its label may hang, on the line: an indent of two ems."""
FIGURE = (0.6, 2.2)
"""x-heights that a figure is tall, with some play: those in old style are as low as an x."""
FIGURE_WIDTH = 1.4
LABEL_WIDTH = 3.6
"""x-heights that a label of three figures is broad: half an em each."""
ON_LINE = 0.35
"""x-heights by which the foot of a figure may miss the baseline; those of old style hang below it by more."""
HANGING = 2
"""Signs in one column before lines that make it one of labels: one alone is dirt, or a bullet, if it is no number."""
STROKES = frozenset("1Il|!")
"""What a scratch in the margin is read as."""
SAME = 85.0
"""Likeness of two readings of a line, of 100: Tesseract reads a line that stands alone a little differently."""
LABEL = 3
"""Characters of a label without its stop."""


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
    for stack in _stacks(lines, height):
        place = enclosing_box([line.box for line in stack]) or stack[0].box
        beside = {
            index: line.box
            for index, line in enumerate(lines)
            if line not in stack and _is_beside(place, line.box, height)
        }
        probed = {index: beside[index] for index in list(beside)[:: max(1, len(beside) // PROBED)]}
        labelled = _labelled(paper, place, probed, dpi, settings)
        if not any(map(_is_numbered, labelled.values())):
            continue  # what else stands upright in the margin is no column of labels
        others = {index: box for index, box in beside.items() if index not in probed}
        labelled |= _labelled(paper, place, others, dpi, settings)
        if len(labelled) < 2 or 2 * sum(map(_is_numbered, labelled.values())) < len(labelled):
            continue
        lines = [labelled.get(index, line) for index, line in enumerate(lines) if line not in stack]
    return lines


def with_hanging_labels(
    paper: Grey, lines: list[ReadLine], ink: Components, x_height: float, settings: Settings, dpi: int
) -> list[ReadLine]:
    """The lines, those before which a label hangs on the line that was not read with them read again together with it.

    Args:
        paper: what Tesseract was given.
        lines: what it read there.
        ink: of the page.
        x_height: of the page.
        settings: language and time limit.
        dpi: resolution of the page.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract gave up on a line.
    """
    found = {index: label for index, line in enumerate(lines) if (label := _label_before(line, lines, ink, x_height))}
    columns = [label.right for label in found.values()]
    again = {}
    for index, label in found.items():
        word = _number_at(lines, label) or _label_of(paper, label, lines[index], dpi, settings)
        column = sum(abs(label.right - right) <= x_height / 2 for right in columns)
        if word and (column >= HANGING or _is_number(word)):
            again[index] = _with_label(lines[index], word)
    if len(again) < HANGING and all(line.words[0].text in STROKES for line in again.values()):
        return lines
    labels = [found[index] for index in again]
    alone = [line for line in lines if _is_label(line) and any(label.has_middle_of(line.box) for label in labels)]
    return [again.get(index, line) for index, line in enumerate(lines) if line not in alone]


def read_twice(lines: Sequence[ReadLine], marks: Sequence[Sequence[Mark]]) -> set[int]:
    """Indices of the lines that are nothing but labels which are raised ink before other lines.

    Tesseract makes a line of its own of a raised label that hangs far before its note, over the note's first line, so
    that it would end the note before; or of its first figure, and has the second in the line; or an upright line of
    several, which it reads as nonsense.
    """
    leads = [
        (index, mark.box)
        for index, own in enumerate(marks)
        for mark in own
        if mark.word < 0 or mark.word == mark.start == 0
    ]
    return {
        index
        for index, line in enumerate(lines)
        if (_is_label(line) and any(other != index and box.has_middle_of(line.box) for other, box in leads))
        or (
            line.box.height > line.box.width
            and any(other != index and line.box.has_middle_of(box) for other, box in leads)
        )
    }


def _label_before(line: ReadLine, lines: Sequence[ReadLine], ink: Components, x_height: float) -> Box | None:
    """The ink right before a line that may be a number on the line and is in no other line but one of a sign or two."""
    if not line.words or _is_label(line):
        return None
    left, baseline = line.box.left, line.baseline_at(line.box.left)
    area = Box(max(left - round(AHEAD * x_height), 0), line.box.top, left, line.box.bottom)
    pieces = [box for box in ink.boxes(area) if box.right <= left and _is_figure(box, baseline, x_height)]
    label = enclosing_box(pieces)
    if label is None or label.width > LABEL_WIDTH * x_height or label.left <= area.left:
        return None
    others = (
        other for other in lines if other is not line and not (_is_label(other) and label.has_middle_of(other.box))
    )
    return None if any(label.meets(other.box) for other in others) else label


def _is_figure(box: Box, baseline: float, x_height: float) -> bool:
    tall = FIGURE[0] * x_height <= box.height <= FIGURE[1] * x_height
    stands = box.top < baseline - 0.5 * x_height and box.bottom >= baseline - ON_LINE * x_height
    return tall and stands and box.width <= FIGURE_WIDTH * x_height


def _is_label(line: ReadLine) -> bool:
    return len(line.words) == 1 and len(line.words[0].text.rstrip(".")) <= LABEL


def _number_at(lines: Sequence[ReadLine], label: Box) -> ReadWord | None:
    """The number that was read there as a line of its own: with its note it may be read worse."""
    alone = (line.words[0] for line in lines if _is_label(line) and label.has_middle_of(line.box))
    return next((word for word in alone if _is_number(word)), None)


def _label_of(paper: Grey, label: Box, line: ReadLine, dpi: int, settings: Settings) -> ReadWord | None:
    """What stands there, where the line is read again with it and is the same behind it."""
    read = _read_again(paper, label, line.box, dpi, settings)
    return read.words[0] if read and _is_same(read, line) else None


def _is_same(again: ReadLine, line: ReadLine) -> bool:
    """Whether a line that was read again is the line as it was, behind a label."""
    label, *rest = (word.text for word in again.words)
    own = " ".join(word.text for word in line.words)
    behind = again.words[0].box.right <= line.words[0].box.left + line.box.height / 2
    return behind and len(label) <= LABEL + 1 and fuzz.ratio(" ".join(rest), own) >= SAME


def _with_label(line: ReadLine, label: ReadWord) -> ReadLine:
    """The line with a label before its words, on the same baseline; a stop that was left of it is its own."""
    box = enclosing_box([label.box, line.box]) or line.box
    offset = line.baseline_at(box.left) - box.bottom
    words = line.words
    if words[0].text == ".":
        label, words = label if label.text.endswith(".") else _joined(label, words[0]), words[1:]
    return line._replace(words=(label, *words), box=box, offset=offset)


def _joined(label: ReadWord, stop: ReadWord) -> ReadWord:
    box = enclosing_box([label.box, stop.box]) or label.box
    return ReadWord((*label.chars, *stop.chars), box, min(label.confidence, stop.confidence))


def _stacks(lines: Sequence[ReadLine], height: float) -> list[list[ReadLine]]:
    """Upright lines; those side by side are one stack: the tens of the labels are a line, and their units another."""
    stacks: list[list[ReadLine]] = []
    for line in sorted((line for line in lines if _is_stack(line.box, height)), key=lambda line: line.box.left):
        near = (stack for stack in stacks if any(_touches(other.box, line.box, height) for other in stack))
        stack = next(near, None)
        if stack is None:
            stacks.append([line])
        else:
            stack.append(line)
    return stacks


def _touches(left: Box, right: Box, height: float) -> bool:
    level = min(left.bottom, right.bottom) > max(left.top, right.top)
    return level and right.left - left.right <= height / 2


def _is_stack(box: Box, height: float) -> bool:
    return box.height >= TALL * height and box.width <= NARROW * height


def _is_beside(stack: Box, line: Box, height: float) -> bool:
    middle = (line.top + line.bottom) / 2
    return stack.top <= middle <= stack.bottom and -2 <= line.left - stack.right <= NEAR * height


def _labelled(paper: Grey, stack: Box, beside: Mapping[int, Box], dpi: int, settings: Settings) -> dict[int, ReadLine]:
    """The lines beside a stack that have a word in it, when they are read with what stands there."""
    again = {index: _read_again(paper, stack, box, dpi, settings) for index, box in beside.items()}
    return {index: line for index, line in again.items() if line and line.words[0].box.right <= beside[index].left}


def _is_numbered(line: ReadLine) -> bool:
    return _is_number(line.words[0])


def _is_number(word: ReadWord) -> bool:
    return word.text.rstrip(".)").isdecimal()


def _read_again(paper: Grey, stack: Box, line: Box, dpi: int, settings: Settings) -> ReadLine | None:
    """The line with what stands left of it in the stack; None if Tesseract sees nothing, or more than one line."""
    area = Box(max(stack.left - 2, 0), max(line.top - 2, 0), line.right + 2, line.bottom + 2)
    return read_alone(paper, area, dpi, settings)
