"""OCR layers whose words lie upon one another.

Some set each word at its place in letters wider than those that were printed. Words then begin before the one in front
of them ends, and by their places their letters mingle: ``particularl iyn``; lines run over the edge of the page, and
what stands there is cut off with the paper.
"""

import ctypes
import math
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

SEEN = 3000
"""Characters of a page that are looked at for words that lie upon one another."""
UPON = 0.05
"""Of the height of the line: an italic letter reaches so far over the next."""
MAX_UPON = 0.2
"""Share of the words of a layer that begin upon the one before: up to 0.09 in 60 scans, from 0.30 in another."""


class _Character(NamedTuple):
    left: float
    right: float
    bottom: float
    top: float
    after_space: bool


def lies_upon_itself(text_page: pdfium.PdfTextPage) -> bool:
    """Whether the words of a layer lie upon one another."""
    return _upon_words(list(_characters(text_page))) > MAX_UPON


def _characters(text_page: pdfium.PdfTextPage) -> Iterator[_Character]:
    after_space = True
    for index in range(min(text_page.count_chars(), SEEN)):
        if chr(pdfium_c.FPDFText_GetUnicode(text_page, index) & 0xFFFF).isspace():
            after_space = True
            continue
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        pdfium_c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
        yield _Character(left.value, right.value, bottom.value, top.value, after_space)
        after_space = False


def _upon_words(characters: list[_Character]) -> float:
    """Share of the words that begin upon the one before in their line; 0.0 where none has one before it."""
    within = upon = 0
    began = math.inf
    before: _Character | None = None
    for here in characters:
        if here.after_space:
            if before and here.left > began and min(here.top, before.top) > max(here.bottom, before.bottom):
                within += 1
                upon += here.left < before.right - UPON * (here.top - here.bottom)
            began = here.left
        before = here
    return upon / within if within else 0.0
