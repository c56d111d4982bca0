"""OCR layers of skewed scans: the page is turned upright, and the characters of the layer along with it.

The text of an OCR layer lies over the picture as it was scanned; of a page askew by one degree, the two ends of a line
are half a line apart, and no row of characters could be told from the next.
"""

import math
from statistics import median

import cv2
import numpy as np

from pipeline.ocr.glyphs import Glyph
from pipeline.ocr.preparation import PAPER, Grey, even_light, ink_of, skew_of

MIN_SKEW = 0.1  # degrees: over a line of 1500 pixels, less than three
LONG = 15.0  # type sizes
SAME_LINE = 0.5


def turned_upright(grey: Grey, glyphs: list[Glyph]) -> tuple[Grey, list[Glyph]]:
    """The page image without its skew, and the characters where they then stand.

    Their baselines lose the slope that the layer itself gives them: Tesseract, for one, lays the words of a line that
    is only slightly askew on a level one.
    """
    slope = slope_of(glyphs)
    middle = grey.shape[1] / 2
    level = [glyph._replace(baseline=glyph.baseline - slope * (glyph.left - middle)) for glyph in glyphs]
    angle = skew_of(ink_of(even_light(grey)))
    if abs(angle) < MIN_SKEW:
        return grey, level
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(PAPER,))
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))

    def moved(glyph: Glyph) -> Glyph:
        x, y = (glyph.left + glyph.right - width) / 2, (glyph.top + glyph.bottom - height) / 2
        right, down = cosine * x + sine * y - x, cosine * y - sine * x - y
        return glyph._replace(
            left=glyph.left + right, right=glyph.right + right, top=glyph.top + down, bottom=glyph.bottom + down
        )

    return np.asarray(turned, dtype=np.uint8), [moved(glyph) for glyph in level]


def slope_of(glyphs: list[Glyph]) -> float:
    """How far the lines of a layer fall for each pixel to the right: the median of its long lines, 0.0 without any."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs and _goes_on(runs[-1][-1], glyph):
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    long = [(run[0], run[-1]) for run in runs if run[-1].left - run[0].left > LONG * run[0].size]
    return median((last.baseline - first.baseline) / (last.left - first.left) for first, last in long) if long else 0.0


def _goes_on(one: Glyph, other: Glyph) -> bool:
    return other.left > one.left and abs(other.baseline - one.baseline) < SAME_LINE * one.size
