"""Stops and commas told apart by what is below the baseline of the grey page."""

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.collation.cells import cells_of, rebuild
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.sign_sizes import sign_sizes
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.punctuation.tails import edits_by_tail, plain_colons
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT, WIDTH, BASELINE = 20, 14, 40
BOX = Box(0, 10, 400, 46)
OTHERS = 10
"""Commas elsewhere on the page."""


class Seen(NamedTuple):
    """A line that begins with the page's other commas, and its ink."""

    line: ReadLine
    ground: Ground


def seen(read: str, *, tailed: bool, lost: int = 0) -> Seen:
    """A line whose signs have a grey tail or none; ``lost`` of the page's other commas have none."""
    text = f"{'a,' * OTHERS}{read}"
    grey, ink = np.full((60, WIDTH * len(text) + 20), 255, np.uint8), np.zeros((60, WIDTH * len(text) + 20), np.uint8)
    chars, commas = [], 0
    for place, char in enumerate(text):
        left = WIDTH * place
        top, bottom = (BASELINE - 5, BASELINE) if char in ",.;:" else (BASELINE - 20, BASELINE)
        area = (slice(top, bottom), slice(left + 4, left + 9))
        grey[area], ink[area] = 0, 255
        if char in ";:":
            grey[BASELINE - 19 : BASELINE - 14, left + 4 : left + 9] = 0
            ink[BASELINE - 19 : BASELINE - 14, left + 4 : left + 9] = 255
        commas += char == ","
        own = place >= 2 * OTHERS
        if char in ",.;:" and (tailed if own else commas > lost):
            grey[BASELINE : BASELINE + 5, left + 3 : left + 7] = 120
        chars.append(ReadChar(char, Box(left, 10, left + WIDTH, 46), 0.97))
    spaces = [place for place, char in enumerate(text) if char == " "]
    parts = [chars[start:end] for start, end in pairwise([0, *spaces, len(text)])]
    words = tuple(ReadWord(tuple(char for char in part if char.text != " "), BOX, 0.9) for part in parts)
    line = ReadLine(words, BOX, 0.0, 0.0)
    kind, pieces = LineType(0.0, float(BASELINE), float(X_HEIGHT)), components_of(ink)
    return Seen(line, Ground(pieces, kind, sign_sizes([line], [kind], pieces, grey), grey))


def told(read: str, *, tailed: bool, lost: int = 0) -> str:
    """The word after the rule."""
    line, ground = seen(read, tailed=tailed, lost=lost)
    cells = cells_of(line, [])
    return rebuild(line, [], cells, list(edits_by_tail(cells, ground))).line.words[0].text[2 * OTHERS :]


@pytest.mark.parametrize(
    ("read", "tailed", "printed"),
    [("b,", False, "b."), ("b,", True, "b,"), ("b;", False, "b:"), ("b;", True, "b;"), ("b.", True, "b.")],
)
def test_comma_without_a_tail_is_a_stop(read: str, tailed: bool, printed: str) -> None:
    """Where the page's commas have tails, one without is a stop; dirt below a stop makes no comma of it."""
    assert printed == told(read, tailed=tailed)


def test_page_that_has_lost_tails_tells_nothing() -> None:
    """Where one comma in five has no tail, its lack says nothing."""
    assert "b," == told("b,", tailed=False, lost=2)


def test_sign_beside_another_tells_nothing() -> None:
    """Of two signs side by side nobody knows whose the tail is."""
    assert "b.," == told("b.,", tailed=False)


@pytest.mark.parametrize(
    ("read", "tailed", "lost", "plain"),
    [("b:", False, 0, {0}), ("b:", True, 0, set()), ("b:", False, 2, set()), ("b: 206-37.", False, 0, set())],
)
def test_colon_that_is_seen_to_have_no_tail(read: str, tailed: bool, lost: int, plain: set[int]) -> None:
    """A colon is one where the page's commas have their tails and it has none; before a range it is read along."""
    line, ground = seen(read, tailed=tailed, lost=lost)
    assert plain == plain_colons(line, ground)
