"""Ligatures of which the PDF tells only the last letter: ``Het`` for ``Heft``, ``Einluss`` for ``Einfluss``.

Some fonts have a glyph for ft, fi, fl or ff, and the table that says what their glyphs mean has one letter for it. The
glyph itself shows what it is: it is as wide as both letters together, and as tall as an f.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    usual = _usual_shapes(glyph for glyph in glyphs if glyph.text in SECOND)
    # Of a ligature with all its letters PDFium makes a glyph for each, one upon the other.
    upon = [False, *(one.pen == other.pen for one, other in pairwise(glyphs)), False]
    found = [
        place
        for place, glyph in enumerate(glyphs)
        if glyph.text in SECOND and not upon[place] and not upon[place + 1] and _is_ligature(glyph, usual)
    ]
    told = list(glyphs)
    if not found:
        return told
    others = _usual_shapes(glyph for glyph in glyphs if glyph.text not in SECOND)
    for place in found:
        around = range(max(0, place - 2), min(len(glyphs), place + 3))
        if not any(_is_stretched(glyphs[each], others) for each in around):
            told[place] = glyphs[place]._replace(text=f"f{glyphs[place].text}")
    return told


def _usual_shapes(glyphs: Iterable[Glyph]) -> dict[Letter, Shape]:
    shapes: defaultdict[Letter, list[Shape]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.upright and glyph.text.isalpha():
            shapes[glyph.font, glyph.text].append(_shape(glyph))
    return {
        letter: Shape(*(median(lengths) for lengths in zip(*each, strict=True)))
        for letter, each in shapes.items()
        if len(each) >= FEWEST
    }


def _is_ligature(glyph: Glyph, usual: Mapping[Letter, Shape]) -> bool:
    own, before = usual.get((glyph.font, glyph.text)), usual.get((glyph.font, "f"))
    if own is None or before is None or not glyph.upright:
        return False
    shape = _shape(glyph)
    wide = shape.width >= WIDER * own.width and shape.ink >= WIDER_INK * own.ink
    as_both = WIDER_THAN_F * before.width <= shape.width <= own.width + before.width + TOLERANCE
    return wide and as_both and shape.height >= before.height - TOLERANCE


def _is_stretched(glyph: Glyph, usual: Mapping[Letter, Shape]) -> bool:
    own = usual.get((glyph.font, glyph.text))
    return own is not None and _shape(glyph).width > STRETCHED * own.width


def _shape(glyph: Glyph) -> Shape:
    return Shape(
        (glyph.pen_after - glyph.pen) / glyph.size,
        (glyph.right - glyph.left) / glyph.size,
        (glyph.baseline - glyph.top) / glyph.size,
    )
