"""Words whose first letter stands out over all the others, which are of one height: small capitals, or ``Rome``.

Tesseract reads small capitals as the small letters that they resemble (``Ata.`` for ALA., ``Cope`` for CODE), and is
sure of them. The ink speaks against it: a ``t`` or a ``p`` that neither rises over its neighbours nor hangs under them
is none.
"""

from collections.abc import Sequence

import numpy as np

from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.readers.hocr import ReadChar, ReadLine

TALLER = 1.2
"""How much taller the first letter is at least; capitals are 1.3 to 1.6 times as tall as small letters."""
EVEN = 0.85
"""The height of the lowest of the others in that of the tallest at least: a t rises over its neighbours by a fifth."""
# In x-heights of the line.
FOOT = 0.2
HANGING = 0.8
SHORTEST = 0.5
STOPS = frozenset(".,;:")
OUTSTANDING = frozenset("bdfghjklpqty")
"""Small letters that rise over the others or hang under them."""


def doubtful(pieces: Components, line: ReadLine, kind: LineType) -> frozenset[int]:
    """The level words of a line in which the ink speaks against what was read in one of them at least.

    Small capitals come in runs, and some of their words (ANN., REV.) have no letter that could stand out.
    """
    level = {index for index, word in enumerate(line.words) if is_level(pieces, word.chars, kind)}
    return frozenset(level) if any(_stands_out(line.words[index].chars) for index in level) else frozenset()


def is_level(pieces: Components, chars: Sequence[ReadChar], kind: LineType) -> bool:
    """Whether the first letter of a word is a capital, in ink too, and none of the others rises or hangs.

    Args:
        pieces: the ink of the page.
        chars: of the word.
        kind: the type of its line.
    """
    letters = [char for char in chars if char.text.isalpha()]
    if len(letters) < 2 or not letters[0].text.isupper():
        return False
    left, right = letters[0].box.left, _right_of(chars)
    baseline, middles = kind.baseline_at((left + right) / 2), (pieces.left + pieces.right) / 2
    heights, feet = (baseline - pieces.top) / kind.x_height, (pieces.bottom - baseline) / kind.x_height
    own = (middles >= left) & (middles <= right) & (heights > SHORTEST) & (feet > -FOOT) & (feet < HANGING)
    found = np.flatnonzero(own)
    # Where Tesseract's box of the word is too short, letters are missing that may stand out; two may touch.
    if len(found) < max(2, len(letters) - 1) or (feet[found] > FOOT).any():
        return False
    first, *others = heights[found[np.argsort(pieces.left[found], kind="stable")]].tolist()
    return bool(first >= TALLER * max(others) and min(others) >= EVEN * max(others))


def _right_of(chars: Sequence[ReadChar]) -> int:
    """Where a word ends, with its stops: boxes of narrow letters reach into their neighbours, or are too far left."""
    last = max(place for place, char in enumerate(chars) if char.text.isalpha())
    return max(char.box.right for char in chars[: last + 2] if char.text.isalpha() or char.text in STOPS)


def _stands_out(chars: Sequence[ReadChar]) -> bool:
    """Whether a word was read with a letter that is not level."""
    inner = [char.text for char in chars if char.text.isalpha()][1:]
    return any(letter.isupper() or letter in OUTSTANDING for letter in inner)
