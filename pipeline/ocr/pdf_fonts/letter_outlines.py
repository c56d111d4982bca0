"""The outlines of a font's letters: their straight strokes, from which its slant and its weight are measured."""

import ctypes
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2.raw as pdfium_c

STEMS = "lhdnptrimbIHTLEF"
"""Letters with an upright stem, those first in which it is longest."""


class Stroke(NamedTuple):
    """A straight stroke of an outline, from its beginning to its end, in ems."""

    from_x: float
    from_y: float
    to_x: float
    to_y: float

    @property
    def across(self) -> float:
        return self.to_x - self.from_x

    @property
    def up(self) -> float:
        return self.to_y - self.from_y

    def at(self, height: float) -> float:
        """Where the stroke, or what prolongs it, is at a height."""
        return self.from_x + self.across * (height - self.from_y) / self.up


def strokes_of(font: pdfium_c.FPDF_FONT, letter: str) -> list[Stroke]:
    """The straight strokes of a letter that rise more than they run; none where the font has no outline of it."""
    path = pdfium_c.FPDFFont_GetGlyphPath(font, ord(letter), 1.0)
    return [stroke for stroke in _strokes(path) if abs(stroke.up) > abs(stroke.across)] if path else []


def _strokes(path: pdfium_c.FPDF_GLYPHPATH) -> Iterator[Stroke]:
    x, y = ctypes.c_float(), ctypes.c_float()
    from_x = from_y = 0.0
    for index in range(pdfium_c.FPDFGlyphPath_CountGlyphSegments(path)):
        segment = pdfium_c.FPDFGlyphPath_GetGlyphPathSegment(path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO:
            yield Stroke(from_x, from_y, x.value, y.value)
        from_x, from_y = x.value, y.value
