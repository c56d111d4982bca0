"""Arabic and Hebrew in the rows of born-digital pages."""

import pytest

from pipeline.model import PLAIN
from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_text.text_lines import lines_of

WIDTH, SIZE = 10, 20


def _row(shown: str) -> list[Glyph]:
    """The characters of a line as they stand on the page, from left to right; a space is white alone."""
    glyphs = []
    for place, character in enumerate(shown):
        if character != " ":
            left = WIDTH * place
            box = left, 80, left + WIDTH, 100
            glyphs.append(Glyph(character, *box, 100, SIZE, PLAIN, True, False, False, left, left + WIDTH))
    return glyphs


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        pytest.param("The lamp רנ תיב was lit", "The lamp בית נר was lit", id="Hebrew words amid a sentence"),
        pytest.param("ءانيم حابصم", "مصباح ميناء", id="a line of Arabic"),
        pytest.param("1627 ماع حابصم", "مصباح عام 1627", id="a number at its end"),
        pytest.param("Hester Tansy حابصم", "مصباح Hester Tansy", id="a Latin name in a line of more Arabic"),
        pytest.param("a lamp (רנ), lit", "a lamp (נר), lit", id="brackets and stops of the Latin row"),
        pytest.param("a lamp (רנ תיב), lit", "a lamp (בית נר), lit", id="the same of two words"),
        pytest.param("The lamp 12 was lit", "The lamp 12 was lit", id="nothing to turn round"),
    ],
)
def test_words_are_in_the_order_in_which_they_are_read(shown: str, read: str) -> None:
    """The words of such a script, and their letters, run from right to left; numbers and Latin words do not."""
    more = " حابصم حابصم" if "Hester" in shown else ""
    [line] = lines_of(_row(shown + more))

    assert line.text == ("مصباح مصباح " if more else "") + read


def test_a_space_is_on_the_right_of_the_letter_that_was_set_behind_it() -> None:
    """Letters of a word meet no more than words do: the spaces of the file alone part them."""
    letters = _row("רנתיב")
    spaced = [glyph._replace(after_space=index == 1, left=glyph.left + 0.5) for index, glyph in enumerate(letters)]

    [line] = lines_of(spaced)

    assert line.text == "בית נר"
