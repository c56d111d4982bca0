"""Whether the characters of an OCR layer stand where their ink does.

Some layers set each word, or each line, at its place in letters wider or narrower than those that were printed. Words
then begin before the one in front of them ends, and by their places their letters mingle: ``particularl iyn``; lines
run over the edge of the page, and what stands there is cut off with the paper. Lines that are too short look right, but
the words in them stand on the ink of others: the ink of a raised figure is then looked for at the wrong word.
"""

import ctypes
import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from numpy.typing import NDArray

from pipeline.model import Box, Line
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.ink.inked import ink_of
from pipeline.ocr.page_image.preparation import even_light

SEEN = 3000
"""Characters of a page that are looked at for words that lie upon one another."""
UPON = 0.05
"""Of the height of the line: an italic letter reaches so far over the next."""
MAX_UPON = 0.2
"""Share of the words of a layer that begin upon the one before: up to 0.09 in 60 scans, from 0.30 in another."""

BEFORE = 0.12
"""Of the height of a line: so much before its first letter is white, if a word stands in its place."""
LONG = 3
"""Letters of a word by whose place a layer is judged: single figures of a matrix stand where they like."""
MAX_INKED = 0.5
"""Ink before the words of a layer, of that in them: up to 0.35 on 61 of 64 pages of 32 scans, the others with a matrix
or charts; from 0.64 on 37 pages of 19."""


class _Character(NamedTuple):
    left: float
    right: float
    bottom: float
    top: float
    after_space: bool


def lies_upon_itself(text_page: pdfium.PdfTextPage) -> bool:
    """Whether the words of a layer lie upon one another."""
    return _upon_words(list(_characters(text_page))) > MAX_UPON


def stands_on_ink(grey: Grey, lines: Sequence[Line]) -> bool:
    """Whether there is white before the words of a layer.

    Args:
        grey: the page image.
        lines: of the layer, in pixels of that image.
    """
    ink = ink_of(even_light(grey)) > 0
    before, within = [], []
    for line in lines:
        if line.box is None:
            continue
        for box in (word.box for word in line.words[1:] if word.box and len(word.text) >= LONG):
            left = max(box.left - max(round(BEFORE * line.box.height), 1), 0)
            before.append(_inked(ink, line.box, left, box.left))
            within.append(_inked(ink, line.box, box.left, box.right))
    return sum(before) <= MAX_INKED * sum(within)


def _inked(ink: NDArray[np.bool_], line: Box, left: int, right: int) -> float:
    """Share of the columns between two places in which there is ink at the height of small letters."""
    quarter = line.height // 4
    columns = ink[line.top + quarter : line.bottom - quarter, left:right].any(axis=0)
    return float(columns.mean()) if columns.size else 0.0


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
