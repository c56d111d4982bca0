"""The outlines of a font's letters; their straight strokes, from which its slant and its weight are measured."""

import ctypes
from itertools import pairwise
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


class Point(NamedTuple):
    """A point of an outline, in ems from where the pen stands on the baseline."""

    x: float
    y: float
    behind_line: bool
    """Whether a straight line leads to it from the point before."""


def strokes_of(font: pdfium_c.FPDF_FONT, letter: str) -> list[Stroke]:
    """The straight strokes of a letter that rise more than they run; none where the font has no outline of it."""
    ends = pairwise(outline_of(font, ord(letter)))
    strokes = [Stroke(one.x, one.y, other.x, other.y) for one, other in ends if other.behind_line]
    return [stroke for stroke in strokes if abs(stroke.up) > abs(stroke.across)]


def outline_of(font: pdfium_c.FPDF_FONT, code: int) -> list[Point]:
    """The points of the outline of a character, those that draw its curves too; none where the font has no outline."""
    path = pdfium_c.FPDFFont_GetGlyphPath(font, code, 1.0)
    segments = range(pdfium_c.FPDFGlyphPath_CountGlyphSegments(path)) if path else ()
    return [_point(pdfium_c.FPDFGlyphPath_GetGlyphPathSegment(path, index)) for index in segments]


def _point(segment: pdfium_c.FPDF_PATHSEGMENT) -> Point:
    x, y = ctypes.c_float(), ctypes.c_float()
    pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
    return Point(x.value, y.value, pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_LINETO)
