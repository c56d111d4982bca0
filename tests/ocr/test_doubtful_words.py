"""Which words of a line the second reader is shown."""

import pytest

from pipeline.model import Box
from pipeline.ocr.collation.doubtful_words import Inked, Run, runs
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord
from pipeline.vocabulary import Vocabulary

SURE = 0.995


def line_of(text: str) -> ReadLine:
    """A line of which Tesseract is sure."""
    words = tuple(
        ReadWord(tuple(ReadChar(char, Box(0, 0, 9, 20), SURE) for char in word), Box(0, 0, 90, 20), SURE)
        for word in text.split()
    )
    return ReadLine(words, Box(0, 0, 900, 20), 0.0, 0.0)


@pytest.mark.parametrize(("plain", "asked"), [(frozenset[int](), [Run(0, 3)]), (frozenset({1}), [])])
def test_colon_that_is_seen_to_have_no_tail_is_not_read_again(plain: frozenset[int], asked: list[Run]) -> None:
    """A colon may be a semicolon, and is read with its neighbours, unless the ink shows that it has no tail."""
    assert asked == runs(line_of("the house: it was"), [], Inked(plain=plain), Vocabulary((), "eng"))


@pytest.mark.parametrize(("unread", "asked"), [(frozenset[int](), []), (frozenset({1}), [Run(1, 2)])])
def test_name_is_read_again_where_its_ink_has_more(unread: frozenset[int], asked: list[Run]) -> None:
    """A name of which Tesseract is sure is read again, by itself, only where it has ink that was not read."""
    assert asked == runs(line_of("the Skodasz works"), [], Inked(unread=unread), Vocabulary((), "eng"))
