"""OCR layers of skewed scans: the page is turned upright, and the characters of the layer along with it.

The text of an OCR layer lies over the picture as it was scanned; of a page askew by one degree, the two ends of a line
are half a line apart, and no row of characters could be told from the next.
"""

import math
from statistics import fmean

import cv2
import numpy as np
import pypdfium2 as pdfium

from pipeline.model import Line
from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.ocr.ink.inked import ink_of
from pipeline.ocr.page_image.preparation import even_light, skew_of
from pipeline.ocr.pdf_fonts.glyphs import Glyph, glyphs_of
from pipeline.ocr.pdf_text.text_lines import lines_of

MIN_SKEW = 0.1  # degrees: over a line of 1500 pixels, less than three
SAME_LINE = 0.3  # of the type size, from a character to the next


def read_ocr(page: pdfium.PdfPage, grey: Grey, dpi: int) -> tuple[Grey, tuple[Line, ...]]:
    """The page image of an OCR layer, turned upright, and its lines in reading order, in pixels of that image."""
    upright, glyphs = turned_upright(grey, glyphs_of(page, dpi, set_by_reader=True))
    return upright, lines_of(glyphs)


def turned_upright(grey: Grey, glyphs: list[Glyph]) -> tuple[Grey, list[Glyph]]:
    """The page image without its skew, and the characters where they then stand, those of a line on one baseline.

    Each line has the slope that the layer gives it and not that of the page: Tesseract, for one, lays a line that rises
    by a few pixels on a level.
    """
    angle = skew_of(ink_of(even_light(grey)))
    angle = angle if abs(angle) >= MIN_SKEW else 0.0
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))

    def shift(x: float, y: float) -> tuple[float, float]:
        """By how much the turning moves a point."""
        x, y = x - width / 2, y - height / 2
        return cosine * x + sine * y - x, cosine * y - sine * x - y

    def moved(glyph: Glyph, baseline: float) -> Glyph:
        right, down = shift((glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2)
        return glyph._replace(
            left=glyph.left + right,
            right=glyph.right + right,
            top=glyph.top + down,
            bottom=glyph.bottom + down,
            baseline=baseline,
        )

    found = []
    for run in _lines(glyphs):
        x, y = (run[0].left + run[-1].left) / 2, fmean(glyph.baseline for glyph in run)
        found += [moved(glyph, y + shift(x, y)[1]) for glyph in run]
    if angle:
        turned = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(PAPER,))
        grey = np.asarray(turned, dtype=np.uint8)
    return grey, found


def _lines(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """The characters in the order of the file, parted where they step back or to another height."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and glyph.left > runs[-1][-1].left and _is_level(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    return runs


def _is_level(one: Glyph, other: Glyph) -> bool:
    return abs(other.baseline - one.baseline) < SAME_LINE * one.size
