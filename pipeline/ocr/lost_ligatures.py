"""Ligatures of which the PDF tells only the last letter: ``Het`` for ``Heft``, ``Einluss`` for ``Einfluss``.

Some fonts have a glyph for ft, fi, fl or ff, and the table that says what their glyphs mean has one letter for it. The
glyph itself shows what it is: it is as wide as both letters together, and as tall as an f.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.ocr.glyphs import Glyph

SECOND = frozenset("filt")
"""Letters that make a ligature with an f before them."""
FEWEST = 3
"""Of each letter on the page that tell how wide it is."""
TOLERANCE = 0.05
"""Of the type size, for rounding: a ligature is hardly wider than its letters, and may be closer by a third."""
WIDER = 1.4
"""Of a letter's own width, from which a glyph is no such letter."""
WIDER_THAN_F = 1.15
"""The same of the f before it."""
STRETCHED = 1.15
"""Of their own width, from which other letters show that a line is set wider than its font."""

WIDER_INK = 1.35
"""Of the width of a letter's own ink: a narrow letter that is set as wide as two is none."""

Letter = tuple[str, str]
"""A font's name, and a letter of it."""


class Shape(NamedTuple):
    """How a letter is set and drawn, in type sizes."""

    width: float
    """By which it moves the pen."""
    ink: float
    height: float


def with_ligatures(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a page, in the order of the file, ligatures with all their letters."""
    letters = [(glyph.font, glyph.text) for glyph in glyphs]
    shapes: defaultdict[Letter, list[Shape]] = defaultdict(list)
    for letter, glyph in zip(letters, glyphs, strict=True):
        if glyph.upright and glyph.text.isalpha():
            shapes[letter].append(_shape(glyph))
    usual = {
        letter: Shape(*(median(lengths) for lengths in zip(*each, strict=True)))
        for letter, each in shapes.items()
        if len(each) >= FEWEST
    }
    # Of a ligature with all its letters PDFium makes a glyph for each, one upon the other.
    upon = [False, *(one.pen == other.pen for one, other in pairwise(glyphs)), False]
    found = [
        place
        for place, (letter, glyph) in enumerate(zip(letters, glyphs, strict=True))
        if glyph.text in SECOND and not upon[place] and not upon[place + 1] and _is_ligature(letter, glyph, usual)
    ]
    told = list(glyphs)
    for place in found:
        around = range(max(0, place - 2), min(len(glyphs), place + 3))
        beside = [(letters[each], glyphs[each]) for each in around if glyphs[each].text not in SECOND]
        if not any(_is_stretched(letter, glyph, usual) for letter, glyph in beside):
            told[place] = glyphs[place]._replace(text=f"f{glyphs[place].text}")
    return told


def _is_ligature(letter: Letter, glyph: Glyph, usual: Mapping[Letter, Shape]) -> bool:
    own, before = usual.get(letter), usual.get((letter[0], "f"))
    if own is None or before is None or not glyph.upright:
        return False
    shape = _shape(glyph)
    wide = shape.width >= WIDER * own.width and shape.ink >= WIDER_INK * own.ink
    as_both = WIDER_THAN_F * before.width <= shape.width <= own.width + before.width + TOLERANCE
    return wide and as_both and shape.height >= before.height - TOLERANCE


def _is_stretched(letter: Letter, glyph: Glyph, usual: Mapping[Letter, Shape]) -> bool:
    return letter in usual and _shape(glyph).width > STRETCHED * usual[letter].width


def _shape(glyph: Glyph) -> Shape:
    return Shape(
        (glyph.pen_after - glyph.pen) / glyph.size,
        (glyph.right - glyph.left) / glyph.size,
        (glyph.baseline - glyph.top) / glyph.size,
    )
