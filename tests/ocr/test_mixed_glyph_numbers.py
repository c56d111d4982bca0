"""Fonts whose table has some of their characters, and of the others the numbers of their glyphs."""

import pytest

from pipeline.model import PLAIN
from pipeline.ocr.pdf_fonts.glyph_numbers import ORDER
from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_fonts.mixed_glyph_numbers import with_numbered_letters
from pipeline.ocr.pdf_fonts.word_frequencies import frequency_on

NUMBERS = {character: chr(number) for number, character in ORDER.items()}


def _set(line: str, untold: str) -> list[Glyph]:
    """The glyphs of a line; those of the letters in ``untold`` have their number for a character."""
    return [
        Glyph(text=NUMBERS[char] if char in untold else char, left=10.0 * at, top=6, right=10.0 * at + 9, bottom=20,
              baseline=20, size=20, style=PLAIN, upright=True, after_space=bool(at) and line[at - 1] == " ",
              after_gap=False, font="Lamp", untold=char in untold)
        for at, char in enumerate(line) if char != " "
    ]  # fmt: skip


def _read(line: str, untold: str) -> str:
    glyphs = _set(line, untold)
    found = with_numbered_letters(glyphs, frequency_on(glyphs))
    return "".join(f" {glyph.text}" if glyph.after_space else glyph.text for glyph in found)


@pytest.mark.parametrize(
    ("line", "untold"),
    [
        pytest.param("This harbour had lamps, very many (nine).", "Thyvm,().", id="letters and stops"),
        pytest.param("the keeper’s “oil”", "’“”", id="signs alone"),
    ],
)
def test_the_words_or_the_signs_tell_the_order_of_the_glyphs(line: str, untold: str) -> None:
    """Whether all that the table lacks makes words, or is quotation marks and dashes."""
    assert line == _read(line, untold)


def test_what_makes_no_words_stays() -> None:
    """Formulas of a font of signs are no text; and what is no character parts words, as white does."""
    assert [NUMBERS["w"], " z"] == [_read("wzq", "w")[:1], _read("k.z", ".")[1:]]
