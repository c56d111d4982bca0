"""Raised signs that touch the letter beside them."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.touching_signs import touching_signs
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

KIND = LineType(slope=0.0, intercept=100.0, x_height=20.0)
Ink = tuple[int, int, int, int]
FIRST, LAST = (40, 80, 54, 100), (58, 80, 72, 100)


def _signs(letter: str, *inks: Ink) -> list[tuple[int, Box]]:
    """Where the signs of ``oo`` with more ink stand in it, and their boxes; both letters are read as the given one."""
    page = np.zeros((140, 200), np.uint8)
    for left, top, right, bottom in (FIRST, LAST, *inks):
        page[top:bottom, left:right] = 255
    chars = tuple(ReadChar(letter, Box(*box), 0.9) for box in (FIRST, LAST))
    line = ReadLine((ReadWord(chars, Box(40, 60, 72, 106), 0.9),), Box(40, 60, 72, 106), 0.0, -6.0)
    return [(mark.start, mark.box) for mark in touching_signs(components_of(page), line, KIND)]


@pytest.mark.parametrize(
    ("sign", "start"),
    [
        pytest.param((72, 66, 83, 84), 2, id="a call behind the word"),
        pytest.param((29, 66, 40, 84), 0, id="a label before it"),
        pytest.param((72, 70, 86, 94), 2, id="a call with a descender"),
    ],
)
def test_ink_above_the_line_at_one_end_of_a_letter_is_a_sign(sign: Ink, start: int) -> None:
    """It hangs together with the letter, but the letter ends where the ink on the line does."""
    assert [(start, Box(*sign))] == _signs("o", sign)


@pytest.mark.parametrize(
    ("letter", "ink"),
    [
        pytest.param("o", (72, 82, 83, 92), id="the arm of a small letter"),
        pytest.param("f", (72, 66, 83, 84), id="the hook of an f"),
        pytest.param("1", (72, 66, 83, 84), id="the arm of a 7 that was misread"),
        pytest.param("o", (72, 66, 79, 84), id="a stem that leans"),
        pytest.param("o", (72, 66, 83, 100), id="a letter that touches it"),
    ],
)
def test_what_is_no_sign(letter: str, ink: Ink) -> None:
    """Letters have ink above the line at one side, too, but narrower, lower, or with an arm of their own."""
    assert [] == _signs(letter, ink)
