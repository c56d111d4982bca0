"""Capitals two lines high at the start of a chapter, which the reader takes for words."""

import pytest

from pipeline import cleanup
from pipeline.config import Settings
from pipeline.model import Box, Line, Page, Pages, Word


@pytest.mark.parametrize(
    ("first", "second", "height", "expected"),
    [
        pytest.param("R", "ESEARCH", 60, "RESEARCH", id="capitals follow"),
        pytest.param("T", "he", 60, "The", id="small letters follow"),
        pytest.param("A", "lamp", 60, "A lamp", id="an article before a word"),
        pytest.param("A", "FTER", 60, "AFTER", id="what follows is no word"),
        pytest.param("R", "ESEARCH", 22, "R ESEARCH", id="as high as the line"),
    ],
)
def test_a_drop_capital_begins_the_word_behind_it(first: str, second: str, height: int, expected: str) -> None:
    """It is joined where the whole is a word, and where it is no word of its own before another."""
    words = (Word(text=first, box=Box(0, 0, 40, height)), Word(text=second, box=Box(45, 0, 150, 30)))
    line = Line(words=words, box=Box(0, 0, 150, 60), baseline=25, size=30.0)
    page = Page(number=1, reader="tesseract", lines=(line,), width=400, height=600, dpi=300)

    assert expected == cleanup.run(Pages(doc="drop", pages=(page,)), Settings()).pages[0].lines[0].text
