"""Italics of a font whose name says nothing: whether its letters lean, by the outlines of their stems.

Print drivers and typesetters' systems name fonts ``TTE21348F0t00`` or ``AdvPSA33F``, and leave the flags unset.
"""

from collections.abc import Iterator
from itertools import islice

import pypdfium2.raw as pdfium_c

from pipeline.ocr.pdf_fonts.letter_outlines import STEMS, strokes_of

LETTERS, LEANING = 6, 2
"""Letters that are measured, and those of them that lean in a font that does: for letters that the document has not
used the font may have an upright box."""
STEM = 0.2
"""Ems: the shortest straight stroke that is a stem and no serif."""
LEANS = 0.08
"""How far a stem leans for its height: italics by 0.13 (7 degrees) to 0.31; of 800 fonts none that is upright has two
letters that do."""


def leans(font: pdfium_c.FPDF_FONT) -> bool:
    """Whether the letters of a font lean to the right; False where it has no outlines or too few letters."""
    return sum(slant > LEANS for slant in islice(_slants(font), LETTERS)) >= LEANING


def _slants(font: pdfium_c.FPDF_FONT) -> Iterator[float]:
    """How far the stem of each letter leans, by its longest straight stroke."""
    for letter in STEMS:
        longest = max(strokes_of(font, letter), key=lambda stroke: abs(stroke.up), default=None)
        if longest and abs(longest.up) >= STEM:
            yield longest.across / longest.up
