"""Initials that Tesseract passed over, on pages typeset for the test."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.model import Box, Line, RaisedMark, Word
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.lines.dropped_initials import with_initials
from pipeline.vocabulary import Vocabulary

X_HEIGHT, PITCH, LEFT, BESIDE = 20, 50, 100, 230
IS_WORD = Vocabulary((), "eng").is_known


def _page(letter: str) -> tuple[Grey, Components]:
    """A page image with a letter three lines tall."""
    picture = Image.new("L", (900, 500), 255)
    ImageDraw.Draw(picture).text((LEFT, 230), letter, font=ImageFont.load_default(170), anchor="ls")
    grey = np.array(picture)
    return grey, components_of((grey < 128).astype(np.uint8) * 255)


def _line(text: str, row: int, left: int, *, marks: tuple[RaisedMark, ...] = ()) -> Line:
    baseline, words, at = 130 + PITCH * row, [], left
    for word in text.split():
        words.append(Word(text=word, box=Box(at, baseline - 30, at + 15 * len(word), baseline + 5)))
        at += 15 * len(word) + 15
    box = Box(left, baseline - 30, at - 15, baseline + 5)
    return Line(words=tuple(words), box=box, baseline=baseline, size=30.0, marks=marks)


def _beside(first: str, *, marks: tuple[RaisedMark, ...] = ()) -> list[Line]:
    """Three lines beside the letter, and one under it."""
    others = [_line(text, row, BESIDE) for row, text in ((1, "lamps were lit along"), (2, "the mole and the pier"))]
    return [_line(first, 0, BESIDE, marks=marks), *others, _line("and nobody saw them", 3, LEFT)]


@pytest.mark.parametrize(("letter", "printed", "read"), [
    ("T", "he keepers wrote", "The keepers wrote"),
    ("T", "HE KEEPERS wrote", "THE KEEPERS wrote"),
    ("A", "keeper wrote down", "A keeper wrote down"),
    ("N", "O keeper wrote", "NO keeper wrote"),
])  # fmt: skip
def test_the_letter_is_read(letter: str, printed: str, read: str) -> None:
    """It is part of the word beside it, or a word; the line then begins at the margin."""
    first = with_initials(_beside(printed), *_page(letter), X_HEIGHT, IS_WORD)[0]

    assert read == first.text
    assert first.box is not None
    assert abs(first.box.left - LEFT) < X_HEIGHT


@pytest.mark.parametrize(("letter", "printed"), [("T", "The keepers wrote"), ("T", "ships came in")])
def test_what_makes_no_word_is_not_added(letter: str, printed: str) -> None:
    """The letter was read, or what stands there is a drawing."""
    lines = _beside(printed)

    assert lines == with_initials(lines, *_page(letter), X_HEIGHT, IS_WORD)


def test_a_letter_beside_one_line_is_none() -> None:
    """It stands up from its line, and was read there."""
    lines = [_line("he keepers wrote", 2, BESIDE), _line("and nobody saw them", 3, LEFT)]

    assert lines == with_initials(lines, *_page("T"), X_HEIGHT, IS_WORD)


@pytest.mark.parametrize(
    ("letter", "printed", "place"), [("T", "he keepers", (0, 3, 4)), ("A", "keeper wrote", (1, 6, 7))]
)
def test_raised_marks_keep_their_places(letter: str, printed: str, place: tuple[int, int, int]) -> None:
    """A letter in the word of the mark, or a word before it."""
    mark = RaisedMark(
        word=0, start=place[1] - (letter == "T"), end=place[2] - (letter == "T"), box=Box(300, 100, 310, 110)
    )
    first = with_initials(_beside(printed, marks=(mark,)), *_page(letter), X_HEIGHT, IS_WORD)[0]

    assert place == (first.marks[0].word, first.marks[0].start, first.marks[0].end)
