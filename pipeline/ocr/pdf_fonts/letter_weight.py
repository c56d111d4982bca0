"""Bold of a font whose name says nothing: whether its letters are heavy, by the width of their stems.

Typesetters' systems name the bold of a face ``AdvPS6F01`` beside ``AdvPS6F00``, and leave the weight unset.
"""

from itertools import permutations

import pypdfium2.raw as pdfium_c

from pipeline.ocr.pdf_fonts.letter_outlines import STEMS, Stroke, strokes_of

HEAVY = (0.12, 0.2)
"""Ems: the stems of bold type. Of 360 fonts of text none has 0.115; bold has 0.12 to 0.165, a semibold 0.105 and more.
What is wider is the box that a font has for letters which the document has not used."""
LIGHT = (0.055, 0.115)
"""The stems of other type; the frame of such a box is thinner."""
FEWEST = 2
"""Letters that are heavy in a bold font, and none of them light."""
STEM = 0.2
"""Ems: the shortest straight stroke that is the side of a stem."""


def is_heavy(font: pdfium_c.FPDF_FONT) -> bool:
    """Whether the letters of a font are bold; False where it has no outlines or too few letters."""
    heavy = 0
    for stem in filter(None, (_stem(font, letter) for letter in STEMS)):
        if LIGHT[0] <= stem < LIGHT[1]:
            return False
        heavy += HEAVY[0] <= stem <= HEAVY[1]
    return heavy >= FEWEST


def _stem(font: pdfium_c.FPDF_FONT, letter: str) -> float | None:
    """The width of the narrowest stem of a letter, if it has one: between a stroke upwards and one downwards."""
    sides = [stroke for stroke in strokes_of(font, letter) if abs(stroke.up) >= STEM]
    widths = (_width(*pair) for pair in permutations(sides, 2))
    return min((width for width in widths if width > 0), default=None)


def _width(left: Stroke, right: Stroke) -> float:
    """How far a stroke stands to the right of another, amid the height that they share; 0.0 where that is little."""
    foot = max(min(left.from_y, left.to_y), min(right.from_y, right.to_y))
    head = min(max(left.from_y, left.to_y), max(right.from_y, right.to_y))
    middle = (foot + head) / 2
    return right.at(middle) - left.at(middle) if head - foot >= STEM / 2 else 0.0
