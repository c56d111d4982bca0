"""Whether the words of an OCR layer stand where their ink does.

Some layers set each word, or each line, at its place in letters wider or narrower than those that were printed. Lines
that are too short look right, but the words in them stand on the ink of others: the ink of a raised figure is then
looked for at the wrong word. Where the letters are too wide, words mingle (``mingled_words``).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box, Line
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.ink.inked import ink_of
from pipeline.ocr.page_image.preparation import even_light

BEFORE = 0.12
"""Of the height of a line: so much before its first letter is white, if a word stands in its place."""
LONG = 3
"""Letters of a word by whose place a layer is judged: single figures of a matrix stand where they like."""
MAX_INKED = 0.5
"""Ink before the words of a layer, of that in them: up to 0.35 on 61 of 64 pages of 32 scans, the others with a matrix
or charts; from 0.64 on 37 pages of 19."""


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
