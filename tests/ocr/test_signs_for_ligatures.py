"""Signs that a font has in the place of its ligatures."""

import pytest

from pipeline.model import PLAIN
from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_fonts.signs_for_ligatures import with_ligatures_for_signs
from pipeline.ocr.pdf_fonts.word_frequencies import frequency_on


def _read(text: str, font: str = "Bembo", *, untold: str = "") -> str:
    """What is made of a line in one font; of the places under a caret another says not which characters stand there."""
    glyphs = [
        Glyph(char, 10.0 * at, 0.0, 10.0 * at + 9, 10.0, 10.0, 12.0, PLAIN, upright=True,
              after_space=bool(at) and text[at - 1] == " ", after_gap=False,
              font="Ligatures" if untold[at:].startswith("^") else font, untold=untold[at:].startswith("^"))
        for at, char in enumerate(text) if char != " "
    ]  # fmt: skip
    told = with_ligatures_for_signs(glyphs, frequency_on(glyphs))
    return "".join(f" {glyph.text}" if glyph.after_space else glyph.text for glyph in told)


@pytest.mark.parametrize(("printed", "read"), [
    ("a di!erent lamp", "a different lamp"),
    ("a di\"cult o\"ce", "a difficult office"),
    ("the speci#cation of oil", "the specification of oil"),
    ("they o¤er an e¤ect", "they offer an effect"),
    ("!e lamps, !is year", "The lamps, This year"),
])  # fmt: skip
def test_the_words_tell_the_ligature(printed: str, read: str) -> None:
    """Each sign of a font stands for one, which makes words of the letters around it."""
    assert read == _read(printed)


def test_a_word_in_no_list_takes_the_ligature_of_its_font() -> None:
    """The other words with the sign tell it."""
    assert "a different Tansiffer of effects" == _read("a di!erent Tansi!er of e!ects")


@pytest.mark.parametrize(
    "printed",
    [
        'he said "at the mole', "if ∼p and ∼q", "n!k and x!y", "Stop! the lamps", "tansy@harbour", "oil&wicks",
        "lamps―often oil", "https://mole.example/di?erent", "www.mole.example/o#ce", "lamps_o?ce_id=en",
    ],
)  # fmt: skip
def test_signs_that_are_printed_stay(printed: str) -> None:
    """Quotation marks, signs of formulas and of addresses, and what makes no word."""
    assert printed == _read(printed)


def test_letters_by_which_a_font_counts_its_ligatures() -> None:
    """The PDF does not say what they are, so they may begin a word; the same letters in the other font are letters."""
    printed = "the lrst llm to remect a diflcult lamp, ball and member"
    untold = "    ^    ^        ^         ^"

    assert "the first film to reflect a difficult lamp, ball and member" == _read(printed, untold=untold)


def test_letters_of_which_the_pdf_says_nothing_and_that_are_what_they_seem() -> None:
    """``New`` is a commoner word than ``flew``, ``On`` and ``In`` than ``fin``."""
    printed = "On the New lamp: In it"
    assert printed == _read(printed, untold="^      ^         ^")


def test_rare_words_of_the_pages_own_language_tell_a_ligature() -> None:
    """The long list of the page’s language knows what no short list has: ``quantifiers``; an address stays."""
    text = "the lamp of the harbour is not that which the keeper of the light was shown"
    assert _read(f'{text} and quanti"ers by it') == f"{text} and quantifiers by it"
    assert _read(f"{text} at lamps.cfm?abstract") == f"{text} at lamps.cfm?abstract"
