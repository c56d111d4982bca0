"""The thin space of French setting, before ``; : ! ? »`` and after ``«``: too narrow for Tesseract, plain in the ink.

French presses part high punctuation and guillemets from their words by a narrow space (*Lexique des règles
typographiques en usage à l'Imprimerie nationale*, s. v. ponctuation), half as wide as the one between words, so that a
model of English sees none before a semicolon. It is asked for on pages that have guillemets, and there the page's own
signs say whether it is set: most of them stand apart.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

import numpy as np

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.readers.hocr import ReadLine

BEFORE = frozenset(";:!?»")
"""Signs with a space before them; behind ``«`` there is one too."""
AFTER = "«"
OPENING = frozenset("[(“‘")
APART, HABIT = 0.33, 0.4
"""In x-heights: white from which a sign stands apart, and the median from which a page sets so.

On a printing in the French manner signs that stand apart have .35 to .65, closed ones up to .28; on pages of twelve
others and of a journal half of the signs have up to .26.
"""
OF_ONE = 0.1
"""White that a 1 has beside it, as broad as the other figures."""
FEWEST = 4
"""Signs from which a page's habit is known."""
BAND = (1.7, 0.35)
"""Above and below the baseline: the ink of a line."""
CONFIDENCE = 0.9


def sets_apart(lines: Sequence[ReadLine], kinds: Sequence[LineType], pieces: Components) -> bool:
    """Whether a page has guillemets of both kinds, and its high punctuation mostly stands apart from the words."""
    text = {char.text for line in lines for word in line.words for char in word.chars}
    if not {"«", "»"} <= text:
        return False
    whites = [
        _white(one.box, other.box, kind, pieces)
        for line, kind in zip(lines, kinds, strict=True)
        for one, other in pairwise(char for word in line.words for char in word.chars)
        if _is_place(one.text, other.text)
    ]
    return len(whites) >= FEWEST and median(whites) >= HABIT


def french_spaces(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """Put a space before each sign, or behind each opening guillemet, that stands apart on a page that sets so."""
    if not ground.sets_apart:
        return
    for index, (one, other) in enumerate(pairwise(cells)):
        if one.char is None or other.char is None or other.mark >= 0 or not _is_place(one.text, other.text):
            continue
        own = OF_ONE if one.text == "1" else 0.0
        if _white(one.char.box, other.char.box, ground.kind, ground.pieces) >= APART + own:
            yield Edit(index + 1, index + 1, ((" ", CONFIDENCE),))


def _is_place(one: str, other: str) -> bool:
    return (other in BEFORE and one not in BEFORE | {AFTER}) or (one == AFTER and (other.isalnum() or other in OPENING))


def _white(one: Box, other: Box, kind: LineType, pieces: Components) -> float:
    """The widest white within the boxes of two characters, in x-heights: Tesseract's boxes are off by some pixels."""
    left, right = one.left, max(one.right, other.right)
    baseline = kind.baseline_at((left + right) / 2)
    top, bottom = round(baseline - BAND[0] * kind.x_height), round(baseline + BAND[1] * kind.x_height)
    inked = (pieces.labels[max(top, 0) : bottom, left:right] > 0).any(axis=0)
    edges = np.flatnonzero(inked)
    return float(np.diff(edges).max() - 1) / kind.x_height if len(edges) > 1 else 0.0
