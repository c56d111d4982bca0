"""Bullets that readers take for letters and stars."""

import pytest

from pipeline.ocr.punctuation.bullets import bullets
from tests.ocr.inked_line import inked_line

DISC = (1, -17, 11, -7)


def mended(text: str, *inks: tuple[int, int, int, int]) -> str:
    """The line after the rule, its first sign having this ink."""
    line = inked_line(text, {0: list(inks)})
    return line.text(list(bullets(line.cells, line.ground)))


@pytest.mark.parametrize("read", ["e", "¢", "*", "°"])
def test_a_disc_before_an_item_is_a_bullet(read: str) -> None:
    """Whatever it was read as: as wide as tall, full, and in the middle of the small letters."""
    assert "• oil of lamps" == mended(f"{read} oil of lamps", DISC)
    assert "• oil of lamps" == mended(f"{read} oil of lamps", DISC, (0, -1, 1, 0))  # and a speck


@pytest.mark.parametrize(
    "inks",
    [
        pytest.param([(1, -34, 11, -24)], id="raised: a star"),
        pytest.param([(4, -5, 8, 0)], id="on the line: a stop"),
        pytest.param([(1, -14, 11, -11)], id="flat: a dash"),
        pytest.param([(1, -20, 11, -17), (1, -17, 4, 0), (8, -17, 11, 0)], id="hollow: a letter"),
        pytest.param([(0, -17, 5, -7), (6, -17, 11, -7)], id="two pieces"),
    ],
)
def test_other_ink_is_no_bullet(inks: list[tuple[int, int, int, int]]) -> None:
    """A star is raised, a stop on the line, a dash flat, a letter hollow."""
    assert "e oil of lamps" == mended("e oil of lamps", *inks)


def test_a_letter_of_a_word_is_no_bullet() -> None:
    """A blot of ink in a word is its letter."""
    assert "edge of lamps" == mended("edge of lamps", DISC)
