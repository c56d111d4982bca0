"""Ligatures of which the PDF tells only the last letter, ``Einluss`` for Einfluss, or none, ``specic`` for specific.

Some fonts have a glyph for ft, fi, fl or ff, and the table that says what their glyphs mean has one letter for it. The
glyph itself shows what it is: it is as wide as both letters together, and as tall as an f. Others have a second f, i
and l that fit each other, and the table lacks them: each has the shape of its letter, but for the dot of the i.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.ocr.pdf_fonts.glyphs import Glyph

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


def with_untold_letters(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs of a page, those that the PDF does not tell (U+FFFD) with the f, i or l that they are.

    Such letters stand together, ``ffi``, or before an f, i or l that is told; any other glyph stays what it is.
    """
    told = list(glyphs)
    untold = [place for place, glyph in enumerate(glyphs) if glyph.text == UNTOLD]
    if not untold:
        return told
    usual = _usual_shapes(glyph for glyph in glyphs if glyph.text in SECOND or glyph.text == "n")
    for start in (place for place in untold if place - 1 not in untold):
        end = next(place for place in range(start, len(glyphs) + 1) if place not in untold)
        letters = "".join(_letter_of(glyph, usual) for glyph in glyphs[start:end])
        following = glyphs[end].text if end < len(glyphs) else ""
        if len(letters) == end - start and _TOGETHER.fullmatch(f"{letters} {following}"):
            told[start:end] = [
                glyph._replace(text=letter) for glyph, letter in zip(glyphs[start:end], letters, strict=True)
            ]
    return told


UNTOLD = "\ufffd"
"""What PDFium gives for a glyph of which the PDF does not say what it means."""
_TOGETHER = re.compile(r"f+[il] .*|f+ [fil]")
"""Letters of a run, and the glyph behind it."""


def _letter_of(glyph: Glyph, usual: Mapping[Letter, Shape]) -> str:
    """The letter whose shape a glyph has, out of f, i without its dot, and l; empty if it has none of theirs."""
    f, i, el, n = (usual.get((glyph.font, letter)) for letter in "filn")
    if not (glyph.upright and f and i and el and n):
        return ""
    shape = _shape(glyph)
    if shape.width >= NARROW_F * f.width and shape.width <= WIDE_F * f.width and _near(shape.height, f.height):
        return "f"
    if _near(shape.ink, el.ink) and _near(shape.height, el.height):
        return "l"
    return "i" if _near(shape.ink, i.ink) and _near(shape.height, n.height) else ""


NARROW_F, WIDE_F = 0.9, 1.3
"""Of an f's width: the one before an i reaches over it, and moves the pen by more."""


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= TOLERANCE


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
