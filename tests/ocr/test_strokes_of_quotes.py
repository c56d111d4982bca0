"""Double quotes whose strokes Tesseract reads one by one."""

import pytest

from pipeline.ocr.punctuation.strokes_of_quotes import edits_by_strokes
from tests.ocr.inked_line import inked_line

BOTH = [(1, -28, 5, -20), (7, -28, 11, -20)]
"""Two strokes in one cell."""
ONE = [(3, -28, 9, -18)]
HOOK = [(2, -28, 10, -9), (4, -5, 8, 0)]
"""A question mark."""


def mended(text: str, ink: dict[int, list[tuple[int, int, int, int]]], raised: slice | None = None) -> str:
    """The line after the rule; ``ink`` is that of characters by their place, of quotes else one stroke."""
    line = inked_line(text, ink, raised)
    return line.text(list(edits_by_strokes(line.cells, line.ground)))


@pytest.mark.parametrize(
    ("read", "ink", "printed"),
    [
        pytest.param("“‘to speak", {0: BOTH, 1: []}, "“to speak", id="before a word"),
        pytest.param("their career.”’", {13: BOTH, 14: []}, "their career.”", id="behind a stop"),
        pytest.param("“‘to speak", {0: BOTH}, "“‘to speak", id="three strokes are two quotes"),
        pytest.param("“‘to speak", {0: [(0, -28, 12, -18)]}, "“‘to speak", id="two of three touch"),
        pytest.param("the ‘‘oughts’’ of", {}, "the “oughts” of", id="read one by one"),
        pytest.param("in ‘‘“Lamps", {5: []}, "in “Lamps", id="and once more together"),
    ],
)
def test_a_double_quote_is_two_strokes(
    read: str, ink: dict[int, list[tuple[int, int, int, int]]], printed: str
) -> None:
    """A single quote beside another has a stroke of its own, or is none; two of them are one double quote."""
    assert printed == mended(read, ink)


@pytest.mark.parametrize(
    ("read", "ink", "printed"),
    [
        pytest.param("of ‘‘is’? the", {8: ONE}, "of “is” the", id="for the second stroke"),
        pytest.param("of ‘‘is’’? The", {9: HOOK}, "of “is”? The", id="behind two strokes"),
        pytest.param("of ‘is’? The", {7: HOOK}, "of ‘is’? The", id="behind one"),
    ],
)
def test_a_question_mark_has_ink_of_its_own(
    read: str, ink: dict[int, list[tuple[int, int, int, int]]], printed: str
) -> None:
    """It may be read for the second stroke of a quote; a printed one stays."""
    assert printed == mended(read, ink)


def test_an_apostrophe_before_a_quote_that_closes_a_single_one_stays() -> None:
    """Two strokes, but not one quote."""
    assert "of ‘the boys’’ lamps" == mended("of ‘the boys’’ lamps", {})


def test_raised_ink_beside_a_quote_is_left() -> None:
    """A note call may have been read as a quote."""
    assert "the oughts’’ of" == mended("the oughts’’ of", {}, slice(11, 12))
