"""The thin space of French setting, by the white in the ink."""

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.collation.cells import cells_of, rebuild
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.punctuation.french_spacing import french_spaces, sets_apart
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT, INK, BASELINE = 20, 8, 40
THIN, CLOSE = 10, 3
"""Pixels of white: a thin space, and what is between letters."""
PAGE = "«~lune~» mer~; cap~: nuit~? «~port~»"


def told(words: str, page: str = PAGE) -> str:
    """What follows the slash of ``mot/`` after the rule; ``~`` is a thin space that Tesseract did not see."""
    text = f"{page} mot/{words}"
    ink = np.zeros((60, 20 * len(text)), np.uint8)
    chars: list[ReadChar] = []
    read, left = [], 10
    for char in text:
        if char == "~":
            left += THIN - CLOSE
        elif char == " ":
            read.append(_word(chars))
            chars, left = [], left + 12
        else:
            ink[BASELINE - 20 : BASELINE, left : left + INK] = 255
            chars.append(ReadChar(char, Box(left - 1, 10, left + INK + 1, 46), 0.97))
            left += INK + CLOSE
    line = ReadLine((*read, _word(chars)), Box(0, 10, left, 46), 0.0, 0.0)
    kind, pieces = LineType(0.0, float(BASELINE), float(X_HEIGHT)), components_of(ink)
    ground = Ground(pieces, kind, sets_apart=sets_apart([line], [kind], pieces))
    cells = cells_of(line, [])
    rebuilt = rebuild(line, [], cells, list(french_spaces(cells, ground)))
    return " ".join(word.text for word in rebuilt.line.words).partition("/")[2]


def _word(chars: list[ReadChar]) -> ReadWord:
    return ReadWord(tuple(chars), Box(chars[0].box.left, 10, chars[-1].box.right, 46), 0.9)


@pytest.mark.parametrize(
    ("printed", "read"), [("port~;", "port ;"), ("«~port~»", "« port »"), ("«~[L]e", "« [L]e"), ("port~:", "port :")]
)
def test_sign_that_stands_apart_has_a_space(printed: str, read: str) -> None:
    """Where half a word space of white parts a sign from its word, there is a space."""
    assert read == told(printed)


@pytest.mark.parametrize("printed", ["port;", "1745:3", "port~,", "port~.", "(port)"])
def test_other_signs_stay(printed: str) -> None:
    """What is closed up stays closed, and no manner of setting puts a space before commas and stops."""
    assert printed.replace("~", "") == told(printed)


@pytest.mark.parametrize("page", ["mer~; cap~: nuit~? port~!", "«lune» mer; cap: nuit? «port»"])
def test_other_pages_say_nothing(page: str) -> None:
    """A page without guillemets, or one that closes its signs up, is not set in the French manner."""
    assert "port;" == told("port~;", page)
