"""Spaced ellipses are counted from their ink."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.punctuation.ellipses import with_ellipses
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT, BASELINE, CELL = 20, 40, 12
KIND = LineType(0.0, float(BASELINE), float(X_HEIGHT))


def _seen(read: str, dots: list[int], *, quote: int = 0, printed: str = "") -> str:
    """What is made of a line that was read so, a sign a cell; ``dots`` and ``quote`` are columns of ink.

    Letters have their ink where they were read, or where they are ``printed``.
    """
    ink = np.zeros((60, CELL * (len(read) + 8)), np.uint8)
    for place, char in enumerate(printed or read):
        if char.isalpha():
            ink[BASELINE - X_HEIGHT : BASELINE, place * CELL : place * CELL + 10] = 255
    for dot in dots:
        ink[BASELINE - 5 : BASELINE, dot : dot + 5] = 255
    if quote:
        ink[BASELINE - 28 : BASELINE - 18, quote : quote + 5] = 255
    words, place = [], 0
    for text in read.split(" "):
        chars = [
            ReadChar(char, Box((place + i) * CELL, 12, (place + i) * CELL + 10, 40), 0.9) for i, char in enumerate(text)
        ]
        if chars:
            words.append(ReadWord(tuple(chars), Box(chars[0].box.left, 12, chars[-1].box.right, 40), 0.9))
        place += len(text) + 1
    line = ReadLine(tuple(words), Box(0, 12, CELL * len(read), 44), 0.0, -4.0)
    (mended,) = with_ellipses(components_of(ink), [line], [KIND])
    return " ".join(word.text for word in mended.words)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        pytest.param("oil.        and", "oil . . . and", id="two are lost"),
        pytest.param("oil  ...    and", "oil . . . and", id="run together"),
        pytest.param("oil  ._.    and", "oil . . . and", id="another sign"),
        pytest.param("oil         and", "oil . . . and", id="all are lost"),
        pytest.param("oil  . . .  and", "oil . . . and", id="read as they are"),
        pytest.param("oil  a      and", "oil a and", id="a letter was read there"),
    ],
)
def test_the_dots_are_those_of_the_ink(read: str, expected: str) -> None:
    """Three dots as far apart on the baseline are three, whatever was read of them."""
    assert expected == _seen(read, [50, 75, 100], printed="oil         and")


def test_the_stop_of_a_sentence_stands_at_its_word() -> None:
    """Of four dots the first ends the sentence, if there is no space before it, and a quote closes behind the last."""
    assert "oil. . . .”" == _seen("oil.      ”", [39, 64, 89, 114], quote=124, printed="oil")


def test_the_stop_of_a_sentence_may_have_been_read_on_its_letter() -> None:
    """The first dot is that stop, wherever its box is, and is not put beside it."""
    assert "oi. . . .”" == _seen("oi.       ”", [39, 64, 89, 114], quote=124, printed="oil")


@pytest.mark.parametrize(
    ("dots", "printed"),
    [
        pytest.param([50, 75], "oil         and", id="two"),
        pytest.param([50, 75, 115], "oil         and", id="not as far apart"),
        pytest.param([50, 62, 74], "oil         and", id="the dots of one sign"),
        pytest.param([38, 62, 86], "oil l l     and", id="letters between them"),
    ],
)
def test_no_ellipsis(dots: list[int], printed: str) -> None:
    """Stops of abbreviations have letters between them, and one sign has its dots close together."""
    assert "oil. and" == _seen("oil.        and", dots, printed=printed)
