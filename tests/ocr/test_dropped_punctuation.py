"""Punctuation that Tesseract dropped beside raised ink."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.punctuation.dropped_punctuation import Restored, restore
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadChar, ReadWord

X_HEIGHT, BASELINE = 20, 100
KIND = LineType(slope=0.0, intercept=float(BASELINE), x_height=float(X_HEIGHT))
LETTER = (10, 80, 28, 100)
STOP, COMMA = (32, 95, 37, 100), (32, 95, 37, 104)
QUOTE, SECOND_QUOTE = (42, 70, 48, 80), (52, 70, 58, 80)
TOUCHING, THIRD_QUOTE, NEAR_QUOTE = (52, 70, 66, 80), (64, 70, 70, 80), (60, 70, 66, 80)
LINE_ABOVE, FRAGMENT, SECOND_STOP = (34, 30, 48, 50), (50, 76, 52, 78), (60, 95, 65, 100)
UPPER_DOT = (32, 80, 37, 85)


def _page(*inks: tuple[int, int, int, int]) -> Components:
    ink = np.zeros((140, 160), np.uint8)
    for left, top, right, bottom in inks:
        ink[top:bottom, left:right] = 255
    return components_of(ink)


def _restored(text: str, *inks: tuple[int, int, int, int]) -> Restored:
    """What becomes of a word whose last character stands for the number, over the given ink."""
    left = max([LETTER[2], *(ink[2] for ink in inks)]) + 6
    box = Box(left, 66, left + 8, 84)
    pieces = _page(LETTER, *inks, (box.left, box.top, box.right, box.bottom))
    number = next(int(i) for i in pieces.within(box))
    chars = tuple(ReadChar(text=letter, box=Box(*LETTER), confidence=0.9) for letter in text)
    mark = Mark((number,), box, star=False, word=0, start=len(text) - 1, end=len(text))
    return restore(pieces, ReadWord(chars, Box(10, 66, box.right, 104), 0.9), mark, KIND)


@pytest.mark.parametrize(
    ("text", "inks", "expected"),
    [
        pytest.param("d.1", (STOP, QUOTE), "d.’1", id="a closing quotation mark after the stop"),
        pytest.param("d1", (STOP,), "d.1", id="a stop"),
        pytest.param("d1", (COMMA,), "d,1", id="a comma, taller and lower than a stop"),
        pytest.param("d.1", (STOP, QUOTE, SECOND_QUOTE), "d.”1", id="a double mark"),
        pytest.param("d.’1", (STOP, QUOTE), "d.’1", id="nothing is missing"),
        pytest.param("d.”1", (STOP, QUOTE), "d.”1", id="what was read is never replaced"),
        pytest.param("d1", (), "d1", id="no ink, no mark"),
        pytest.param("d1", (STOP, UPPER_DOT), "d1", id="a colon is not told from a stop"),
        pytest.param(
            "d.1", (STOP, QUOTE, TOUCHING), "d.’”1", id="a double mark whose strokes touch, behind a single one"
        ),
        pytest.param(
            "d.”1", (STOP, QUOTE, SECOND_QUOTE, NEAR_QUOTE), "d.’”1", id="three strokes: the nearer two are one"
        ),
        pytest.param("d.”1", (STOP, QUOTE, SECOND_QUOTE, THIRD_QUOTE), "d.”’1", id="and so where the first two are"),
        pytest.param("d.1", (STOP, QUOTE, LINE_ABOVE), "d.’1", id="letters of the line above say nothing"),
        pytest.param("d.1", (STOP, QUOTE, FRAGMENT), "d.’1", id="nor does a bit of a broken quote"),
        pytest.param("d.1", (STOP, QUOTE, SECOND_STOP), "d.1", id="no word has two stops"),
        pytest.param("51", (QUOTE,), "51", id="the flag of a broken 5 is no quote"),
        pytest.param("d?1", (STOP, QUOTE), "d?1", id="a question mark has a dot of its own"),
    ],
)
def test_small_ink_before_a_call_is_read(text: str, inks: tuple[tuple[int, int, int, int], ...], expected: str) -> None:
    """The word gets what the ink shows and the reader left out, and nothing else."""
    assert expected == _restored(text, *inks).text


def test_the_mark_moves_with_the_text() -> None:
    """The call stands behind what was put in."""
    assert Restored("d.’1", 1) == _restored("d.1", STOP, QUOTE)


def test_before_the_second_stroke_of_a_double_mark_is_its_first() -> None:
    """A typewriter sets ``"`` as two strokes, of which the second was taken for raised ink."""
    chars = tuple(ReadChar(text=letter, box=Box(*LETTER), confidence=0.9) for letter in 'd"')
    pieces = _page(LETTER, QUOTE, SECOND_QUOTE)
    second = Box(*SECOND_QUOTE)
    mark = Mark((next(int(i) for i in pieces.within(second)),), second, star=False, word=0, start=1, end=2)

    assert Restored('d"', 0) == restore(pieces, ReadWord(chars, Box(10, 66, second.right, 104), 0.9), mark, KIND)
