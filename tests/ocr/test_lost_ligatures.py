"""Ligatures of which the PDF tells one letter are known by their width and height."""

from pipeline.model import PLAIN
from pipeline.ocr.glyphs import Glyph
from pipeline.ocr.lost_ligatures import with_ligatures

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
