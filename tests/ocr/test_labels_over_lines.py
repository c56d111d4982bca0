"""Labels of notes that a word processor raises over their line, far before it."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.lines.stacked_labels import read_twice
from pipeline.ocr.raised_marks.labels_over_lines import labels_over_lines
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT = 14
NOTE = 160
"""Left edge of the notes."""


def _line(baseline: int, text: str = "Reed", left: int = NOTE) -> ReadLine:
    box = Box(left, baseline - 20, left + 200, baseline + 4)
    word = ReadWord(
        tuple(ReadChar(each, Box(left, baseline - 20, left + 20, baseline), 0.9) for each in text), box, 0.9
    )
    return ReadLine((word,), box, 0.0, -4.0)


def _found(lines: list[ReadLine], *labels: Box) -> dict[int, Box]:
    ink = np.zeros((400, 500), np.uint8)
    for box in labels:
        ink[box.top : box.bottom, box.left : box.right] = 255
    kinds = [LineType(0.0, float(line.box.bottom - 4), float(X_HEIGHT)) for line in lines]
    return {index: mark.box for index, mark in labels_over_lines(components_of(ink), lines, kinds).items()}


def _over(baseline: int, left: int = 70, raised: float = 1.9) -> Box:
    foot = baseline - round(raised * X_HEIGHT)
    return Box(left, foot - 15, left + 9, foot)


def test_labels_in_one_column_over_their_lines_are_found() -> None:
    """Their feet are over the capitals of the notes, and half an inch of white is between."""
    lines = [_line(100), _line(150), _line(185, "and")]
    assert {0: _over(100), 1: _over(150)} == _found(lines, _over(100), _over(150))


@pytest.mark.parametrize(
    "inks",
    [
        pytest.param([_over(100)], id="one alone may be dirt"),
        pytest.param([_over(100), _over(150, left=90)], id="not in one column"),
        pytest.param([_over(100), _over(150, raised=2.4)], id="on the line above"),
        pytest.param([_over(100), _over(150), Box(100, 100, 104, 146)], id="other ink in the margin"),
    ],
)
def test_other_ink_in_the_margin_is_no_label(inks: list[Box]) -> None:
    """Alone in its place, of a figure's size, and in a column: what lacks one of these is none."""
    assert not {1} & _found([_line(100), _line(150)], *inks).keys()


def test_ink_of_another_line_is_no_label() -> None:
    """A column of text beside the notes has its own letters."""
    beside = ReadLine((*_line(100, left=40).words, *_line(100, left=60).words), Box(40, 40, 130, 110), 0.0, -4.0)
    assert {} == _found(
        [_line(100), _line(150), beside, beside._replace(box=Box(40, 110, 130, 160))], _over(100), _over(150)
    )


def test_a_sign_that_was_read_for_the_label_is_no_beginning_of_the_note() -> None:
    """Tesseract has a quote at the place of the raised figure, and the note begins behind it."""
    sign = ReadWord((ReadChar("“", _over(100), 0.5),), _over(100), 0.5)
    lines = [_line(100), _line(150)]
    lines[0] = lines[0]._replace(words=(sign, *lines[0].words), box=Box(70, 60, 360, 104))
    assert {0: _over(100), 1: _over(150)} == _found(lines, _over(100), _over(150))


def test_an_upright_line_of_labels_is_no_line() -> None:
    """What Tesseract reads of several labels, one under the other, is said by the marks before the notes."""
    words = tuple(ReadWord((ReadChar("a", _over(at), 0.4),), _over(at), 0.4) for at in (100, 150))
    upright = ReadLine(words, Box(70, _over(100).top, 79, _over(150).bottom), 0.0, 0.0)
    lines = [_line(100), upright, _line(150)]
    assert {0: _over(100), 2: _over(150)} == _found(lines, _over(100), _over(150))
    assert {1} == read_twice(lines, [[Mark((0,), _over(100), False, -1, 0, 0)], [], []])
