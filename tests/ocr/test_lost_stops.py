"""Stops of abbreviations that are in the ink and not in the reading."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.collation.cells import cells_of, rebuild
from pipeline.ocr.collation.lost_stops import lost_stops
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.components import components_of
from pipeline.ocr.hocr import ReadChar, ReadLine, ReadWord
from pipeline.ocr.type_size import LineType

WIDTH, X_HEIGHT, BASELINE = 20, 20, 40


def mended(read: str, printed: str) -> str:
    """The line after the rule; ``printed`` says where letters and stops are, of which ``read`` lacks some stops."""
    ink = np.zeros((60, WIDTH * (len(printed) + 1)), np.uint8)
    words, chars, unread = [], list[ReadChar](), iter(f"{read} ")
    expected = next(unread)
    for place, sign in enumerate(f"{printed} "):
        left = WIDTH * place
        if sign == ".":
            ink[BASELINE - 5 : BASELINE, left + 4 : left + 9] = 255
        elif sign != " ":
            ink[BASELINE - 28 : BASELINE, left + 2 : left + 17] = 255
        if sign != expected:
            continue
        if sign == " ":
            words.append(ReadWord(tuple(chars), Box(chars[0].box.left, 10, chars[-1].box.right, 46), 0.9))
            chars = []
        else:
            chars.append(ReadChar(sign, Box(left, 10, left + WIDTH, 46), 0.97))
        expected = next(unread, "")
    line = ReadLine(tuple(words), Box(0, 10, WIDTH * len(printed), 46), 0.0, 0.0)
    cells = cells_of(line, [])
    ground = Ground(components_of(ink), LineType(0.0, float(BASELINE), float(X_HEIGHT)))
    rebuilt = rebuild(line, [], cells, list(lost_stops(cells, ground)))
    return " ".join(word.text for word in rebuilt.line.words)


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        pytest.param("42 US. 5", "42 U.S. 5", id="between two capitals"),
        pytest.param("see eg. the", "see e.g. the", id="between two small letters"),
        pytest.param("A Y J. of", "A Y. J. of", id="behind an initial"),
        pytest.param("the USSR of", "the USSR of", id="without ink there is none"),
        pytest.param("as is. The", "as is. The", id="the stop that is read"),
    ],
)
def test_stops_of_abbreviations(read: str, printed: str) -> None:
    """Every stop of the ink is in the text, and no other."""
    assert printed == mended(read, printed)
