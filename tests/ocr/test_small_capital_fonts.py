"""Fonts of small capitals whose names do not say so."""

import pytest

from pipeline.model import PLAIN
from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_fonts.small_capital_fonts import with_small_capitals

HEIGHTS = {"small capitals": 0.45, "common": 0.68}
"""Of a letter with an ascender, in ems; of one without it is the lower of the two in either font."""


def _set(text: str, tall: float, font: str = "AB+Adv1234") -> list[Glyph]:
    glyphs = []
    for place, letter in enumerate(text.replace(" ", "")):
        height = 20 * (0.66 if letter.isupper() else tall if letter in "bdfhkl" else 0.45)
        glyphs.append(Glyph(
            text=letter, left=10.0 * place, top=100 - height, right=10.0 * place + 9, bottom=100, baseline=100, size=20,
            style=PLAIN, upright=True, after_space=False, after_gap=False, font=font,
        ))  # fmt: skip
    return glyphs


@pytest.mark.parametrize(("kind", "told"), [("small capitals", True), ("common", False)])
def test_in_small_capitals_no_letter_rises_above_the_others(kind: str, told: bool) -> None:
    """An ``h`` is as tall as an ``o`` there."""
    found = with_small_capitals(_set("The keepers of the harbour", HEIGHTS[kind]))

    assert {told} == {glyph.style.small_caps for glyph in found}


def test_each_font_is_told_by_itself() -> None:
    """The text under a heading in small capitals is in no small capitals."""
    heading = _set("The keepers of the harbour", 0.45, "SC+Adv1")
    text = _set("The keepers of the harbour", 0.68, "TX+Adv2")

    assert [True] * len(heading) + [False] * len(text) == [
        glyph.style.small_caps for glyph in with_small_capitals([*heading, *text])
    ]


@pytest.mark.parametrize("text", ["vbvbvb", "keke", "1234"])
def test_a_few_letters_tell_nothing(text: str) -> None:
    """A font of signs has two letters, and figures have no case."""
    assert not any(glyph.style.small_caps for glyph in with_small_capitals(_set(text, 0.45)))
