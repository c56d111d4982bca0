"""Italics of a font whose name says nothing: whether its letters lean, by the outlines of their stems.

Print drivers and typesetters' systems name fonts ``TTE21348F0t00`` or ``AdvPSA33F``, and leave the flags unset.
"""

import ctypes
from collections.abc import Iterator
from itertools import islice

import pypdfium2.raw as pdfium_c

STEMS = "lhdnptrimbIHTLEF"
"""Letters with an upright stem, those first in which it is longest."""
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
        path = pdfium_c.FPDFFont_GetGlyphPath(font, ord(letter), 1.0)
        across, up = max(_strokes(path), key=lambda stroke: abs(stroke[1]), default=(0.0, 0.0)) if path else (0.0, 0.0)
        if abs(up) >= STEM:
            yield across / up


def _strokes(path: pdfium_c.FPDF_GLYPHPATH) -> Iterator[tuple[float, float]]:
    """The straight strokes of an outline that rise more than they run, in ems."""
    x, y = ctypes.c_float(), ctypes.c_float()
    from_x = from_y = 0.0
    for index in range(pdfium_c.FPDFGlyphPath_CountGlyphSegments(path)):
        segment = pdfium_c.FPDFGlyphPath_GetGlyphPathSegment(path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        across, up = x.value - from_x, y.value - from_y
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO and abs(up) > abs(across):
            yield across, up
        from_x, from_y = x.value, y.value
