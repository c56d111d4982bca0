"""Pages whose letters are all as broad as one another."""

import pytest

from pipeline.model import Box
from pipeline.ocr.letterforms.italics import are_typed
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

TEXT = "the keepers of the lower harbour lighted every lantern where vessels filled their barrels with whale liver"
NARROW = frozenset("fijlrt")


def _line(text: str, *, typed: bool) -> ReadLine:
    """A line whose letters are 20 pixels broad, or narrow ones 12 where it is printed."""
    words, edge = [], 100
    for word in text.split():
        chars = []
        for letter in word:
            right = edge + (12 if letter in NARROW and not typed else 20)
            chars.append(ReadChar(text=letter, box=Box(edge, 100, right, 130), confidence=0.9))
            edge = right
        words.append(ReadWord(tuple(chars), Box(chars[0].box.left, 100, edge - 3, 130), 0.9))
        edge += 20
    return ReadLine(tuple(words), Box(100, 100, edge, 130), 0.0, 0.0)


@pytest.mark.parametrize("typed", [True, False], ids=["typed", "printed"])
def test_a_typewriter_has_letters_of_one_breadth(typed: bool) -> None:
    """Long words tell; those of a printed page differ in breadth by their narrow letters."""
    assert typed is are_typed([_line(TEXT, typed=typed)] * 3)


def test_few_words_tell_nothing() -> None:
    """A page with a title and a figure is not said to be typed."""
    assert not are_typed([_line("lantern harbour", typed=True)])
