"""Letters of fonts without a table of characters, whose codes are those of Windows."""

import pytest

from pipeline.model import PLAIN
from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_fonts.windows_codes import with_windows_codes
from pipeline.ocr.pdf_fonts.word_frequencies import frequency_on


def _read(printed: str) -> str:
    """What is made of a line whose codes were taken for the Macintosh's; of an ß two letters stand in one place."""
    text = printed.encode("cp1252").decode("mac_roman").replace("ﬂ", "fl")
    glyphs = []
    for at, char in enumerate(text):
        place = 10.0 * (at - 1 if text[at - 1 : at + 1] == "fl" else at)
        glyphs.append(
            Glyph(char, place, 0.0, place + 9, 10.0, 10.0, 12.0, PLAIN, upright=True,
                  after_space=bool(at) and text[at - 1] == " ", after_gap=False, pen=place, font="Swift")
        )  # fmt: skip
    inked = [glyph for glyph in glyphs if glyph.text != " "]
    told = with_windows_codes(inked, frequency_on(inked))
    return "".join(f" {glyph.text}" if glyph.after_space else glyph.text for glyph in told)


@pytest.mark.parametrize("printed", [
    "»Die Größe der Lampen« – im März",
    "Les gardiens l’ont allumée à côté",
    "Los años del farol, según él",
])  # fmt: skip
def test_the_words_tell_the_codes(printed: str) -> None:
    """With letters, quotation marks and dashes of the same font."""
    assert printed == _read(printed)


def test_a_font_whose_words_are_known_keeps_its_characters() -> None:
    """A dagger behind a word, quotation marks, and a dot between letters are what they are."""
    line = "The “lamp‡ of the harbour’s‡ keepers – in·land"
    glyphs = [
        Glyph(char, 10.0 * at, 0.0, 10.0 * at + 9, 10.0, 10.0, 12.0, PLAIN, upright=True,
              after_space=bool(at) and line[at - 1] == " ", after_gap=False, font="Bembo")
        for at, char in enumerate(line) if char != " "
    ]  # fmt: skip

    assert glyphs == with_windows_codes(glyphs, frequency_on(glyphs))
