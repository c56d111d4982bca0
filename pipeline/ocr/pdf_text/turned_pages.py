"""Pages of a PDF whose type runs up or down them: a wide table on a leaf of its own.

The page is turned until its type is upright, as a reader turns the leaf; the running head, if it stands upright on the
leaf, then lies on its side and is one line.
"""

import math
from collections import Counter

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ocr.pdf_fonts.glyphs import page_to_pixels

SAMPLE = 400
"""Characters that are looked at."""
FEWEST = 100
"""Characters that make a page of text: a stamp in the margin turns no page."""
MOST = 0.85
"""Share of the characters that run one way on such a page: .91 and more on 114 of 128 pages of journals on which a
quarter of them or more runs up or down. On the others, of .81 at most, text stands beside the labels of a figure."""


def turn_upright(page: pdfium.PdfPage) -> int:
    """Turns a page whose type is on its side or head; returns by how many quarters, clockwise."""
    text_page = page.get_textpage()
    try:
        count = text_page.count_chars()
        step = max(1, count // SAMPLE)
        ways = Counter(_way(text_page, index) for index in range(0, count, step) if _is_printed(text_page, index))
    finally:
        text_page.close()
    affine = page_to_pixels(page, 72)
    way, times = ways.most_common(1)[0] if ways else (0, 0)
    if times * step < FEWEST or times < MOST * ways.total():
        return 0
    # How far the page is turned already, clockwise, since y grows downwards on its image.
    quarters = (way - _quarters(affine.a, affine.b)) % 4
    if quarters:
        page.set_rotation((page.get_rotation() + 90 * quarters) % 360)
    return quarters


def _is_printed(text_page: pdfium.PdfTextPage, index: int) -> bool:
    return bool(pdfium_c.FPDFText_GetUnicode(text_page, index) > ord(" "))


def _way(text_page: pdfium.PdfTextPage, index: int) -> int:
    """Which way a character runs in the space of the page: quarters counter-clockwise from rightwards."""
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetMatrix(text_page, index, matrix)
    ahead = math.copysign(1.0, pdfium_c.FPDFText_GetFontSize(text_page, index))
    return _quarters(ahead * matrix.a, ahead * matrix.b)


def _quarters(x: float, y: float) -> int:
    """The quarter of a turn that a direction is nearest to, from x to y."""
    if abs(x) >= abs(y):
        return 0 if x >= 0 else 2
    return 1 if y > 0 else 3
