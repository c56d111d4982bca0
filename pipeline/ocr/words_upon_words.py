"""OCR layers that set each word at its place in letters wider than those that were printed.

There a word begins before the one in front of it ends, and by their places their letters mingle: ``particularl iyn``.
"""

import ctypes
import math

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

SEEN = 3000
"""Characters of a page that are looked at."""
UPON = 0.05
"""Of the height of the line: an italic letter reaches so far over the next."""


def words_upon_words(text_page: pdfium.PdfTextPage) -> float:
    """Share of the words of a page that begin upon the one before in their line; 0.0 where none has one before it."""
    within = upon = 0
    began = math.inf  # the last word, and where its last character ends, its foot and its top
    ended, foot, head = 0.0, 0.0, 0.0
    after_space = True
    for index in range(min(text_page.count_chars(), SEEN)):
        if chr(pdfium_c.FPDFText_GetUnicode(text_page, index) & 0xFFFF).isspace():
            after_space = True
            continue
        left, right, bottom, top = _box(text_page, index)
        if after_space:
            behind = left > began and min(top, head) > max(bottom, foot)
            within += behind
            upon += behind and left < ended - UPON * (top - bottom)
            began = left
        ended, foot, head, after_space = right, bottom, top, False
    return upon / within if within else 0.0


def _box(text_page: pdfium.PdfTextPage, index: int) -> tuple[float, float, float, float]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium_c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    return left.value, right.value, bottom.value, top.value
