"""Characters of which a PDF tells only the numbers of their glyphs."""

import pytest

from pipeline.ocr.pdf_fonts.glyph_numbers import characters


def _numbers(text: str) -> list[int]:
    return [ord(character) - 29 for character in text]


def _read(font: str, numbers: list[int]) -> str:
    told = characters(font, numbers)
    return "".join(told.get(number, chr(number)) for number in numbers)


def test_numbers_of_glyphs_are_read_in_the_order_of_the_common_fonts() -> None:
    """3 is the space and 36 the A; signs behind the letters have their numbers too."""
    numbers = [*_numbers("The keepers "), 179, *_numbers("lit the lamps"), 180, *_numbers(" in 1963.")]

    assert "The keepers “lit the lamps” in 1963." == _read("ABCDEF+TimesNewRomanPSMT", numbers)


@pytest.mark.parametrize(
    ("font", "numbers"),
    [
        pytest.param("Times", _numbers("QXZ KJW BVP TRC"), id="no words, for they have no vowels"),
        pytest.param("Times", _numbers("oil"), id="too few letters to tell"),
        pytest.param("Times", _numbers("the lamps of oil !!!!!!!!!!!!!!!!!!"), id="more signs than letters"),
        pytest.param("Times", [*_numbers("the lamps of oil"), *range(2000, 2010)], id="other numbers among them"),
        pytest.param("Times", [*map(ord, "the lamps of oil were lit")], id="numbers that are those of the characters"),
        pytest.param("Wingdings", _numbers("the lamps of oil were lit"), id="a font of other signs"),
    ],
)
def test_what_makes_no_text_is_left(font: str, numbers: list[int]) -> None:
    """Another order of the glyphs would make other letters."""
    assert {} == characters(font, numbers)


def test_signs_of_symbol_are_read() -> None:
    """The star that calls the author's note, and dashes between pages; its letters are Greek."""
    assert "∗−" == _read("ABCDEF+SymbolMT", [13, 16])
    assert 68 not in characters("ABCDEF+SymbolMT", [68])
