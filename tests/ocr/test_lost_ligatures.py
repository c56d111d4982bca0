"""Ligatures of which the PDF tells one letter are known by their width and height."""

import pytest

from pipeline.model import PLAIN
from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_fonts.lost_ligatures import UNTOLD, with_ligatures, with_untold_letters

WIDTH = {"f": 0.33, "i": 0.24, "t": 0.32, "l": 0.24}
HEIGHT = {"f": 0.71, "i": 0.62, "t": 0.5, "l": 0.72}
SIZE = 20.0


def _set(text: str, *, stretch: float = 1.0, ligatures: str = "") -> list[Glyph]:
    """Letters one behind the other; ``ligatures`` are wide and tall as two, the first of them an f."""
    glyphs, pen = [], 0.0
    for letter in text:
        wide = letter in ligatures
        width = (WIDTH.get(letter.lower(), 0.5) + (WIDTH["f"] if wide else 0)) * SIZE * stretch
        height = HEIGHT["f"] if wide else HEIGHT.get(letter, 0.45)
        box = pen, 100 - height * SIZE, pen + width, 100
        glyphs.append(Glyph(letter, *box, 100, SIZE, PLAIN, True, False, False, pen, pen + width, font="Text"))
        pen += width
    return glyphs


def _read(glyphs: list[Glyph]) -> str:
    return "".join(glyph.text for glyph in with_ligatures(glyphs))


ORDINARY = "thelittlefleetoflighterslaysafelyofftheinlet"


def test_a_letter_as_wide_as_two_and_as_tall_as_an_f_is_a_ligature() -> None:
    """``crat`` is craft, ``sit`` sift, where the t is no t."""
    lost = _set("crat", ligatures="t")

    assert ORDINARY + "craft" == _read([*_set(ORDINARY), *lost])


def test_letters_of_the_usual_width_are_left() -> None:
    """Nothing is put in where the glyphs are what they are said to be."""
    assert ORDINARY + "craft" == _read(_set(ORDINARY + "craft"))


def test_a_line_that_is_set_wider_has_no_ligatures() -> None:
    """There all letters are wide."""
    assert ORDINARY + "slate" == _read([*_set(ORDINARY), *_set("slate", stretch=1.6)])


def test_a_ligature_that_is_told_with_both_letters_is_left() -> None:
    """PDFium makes two glyphs of it, one upon the other, each as wide as both."""
    i = _set("i", ligatures="i")[0]

    assert ORDINARY + "fi" == _read([*_set(ORDINARY), i._replace(text="f"), i])


def _untold(letter: str, *, width: float = 1.0) -> Glyph:
    """A letter that fits its neighbour and is in no table: the f may be wider, the i has no dot."""
    glyph = _set(letter)[0]
    top = 100 - (HEIGHT.get(letter, 0.0) if letter != "i" else 0.45) * SIZE
    pen_after = glyph.pen + (glyph.pen_after - glyph.pen) * width
    return glyph._replace(text=UNTOLD, top=top, pen_after=pen_after)


PLENTY = "nineofthelittlefleetoffinelightersleft"


@pytest.mark.parametrize(
    ("lost", "read"),
    [
        pytest.param([_untold("f", width=1.15), _untold("i")], "fi", id="the dot is in the f"),
        pytest.param([_untold("f"), _untold("f", width=1.15), _untold("i")], "ffi", id="three letters"),
        pytest.param([_untold("f"), _untold("l")], "fl", id="an l"),
        pytest.param([_untold("f"), *_set("f")], "ff", id="before an f that is told"),
        pytest.param([_untold("i")], UNTOLD, id="an i alone may be anything"),
        pytest.param([_untold("f"), *_set("e")], f"{UNTOLD}e", id="an f alone as well"),
    ],
)
def test_letters_of_a_ligature_that_are_not_told_have_their_shapes(lost: list[Glyph], read: str) -> None:
    """``speci`` and two glyphs without a meaning, one like an f and one like an i without its dot: ``specifi``."""
    glyphs = [*_set(PLENTY), *lost]

    assert PLENTY + read == "".join(glyph.text for glyph in with_untold_letters(glyphs))
