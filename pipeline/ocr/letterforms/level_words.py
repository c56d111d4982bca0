"""Words whose first letter stands out over all the others, which are of one height: small capitals, or ``Rome``.

Tesseract reads small capitals as the small letters that they resemble (``Ata.`` for ALA., ``Cope`` for CODE), and is
sure of them. The ink speaks against it: a ``t`` or a ``p`` that neither rises over its neighbours nor hangs under them
is none.
"""

from collections.abc import Sequence
from typing import NamedTuple

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
RISES, RISES_ALONE = 1.09, 1.15
"""How much taller a t is than the lowest letter beside it, at least, and in x-heights where there is none (``It``);
small capitals are of one height, 1.1 at most."""


def doubtful(pieces: Components, line: ReadLine, kind: LineType) -> frozenset[int]:
    """The level words of a line in which the ink speaks against what was read in one of them at least.

    Small capitals come in runs, and some of their words (ANN., REV.) have no letter that could stand out.
    """
    level = {index for index, word in enumerate(line.words) if is_level(pieces, word.chars, kind)}
    speaks = any(_speaks_against(pieces, line.words[index].chars, kind) for index in level)
    return frozenset(level) if speaks else frozenset()


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
    found = _letters_of(pieces, chars, kind)
    # Where Tesseract's box of the word is too short, letters are missing that may stand out; two may touch.
    if len(found) < max(2, len(letters) - 1) or any(letter.foot > FOOT for letter in found):
        return False
    first, *others = (letter.height for letter in found)
    return bool(first >= TALLER * max(others) and min(others) >= EVEN * max(others))


class _Letter(NamedTuple):
    """A piece of ink that may be a letter, in x-heights of its line."""

    height: float
    """Over the baseline."""
    foot: float
    """Under it."""
    width: float


def _letters_of(pieces: Components, chars: Sequence[ReadChar], kind: LineType) -> list[_Letter]:
    """The ink of a word that may be letters, from left to right."""
    letters = [char for char in chars if char.text.isalpha()]
    left, right = letters[0].box.left, _right_of(chars)
    baseline, middles = kind.baseline_at((left + right) / 2), (pieces.left + pieces.right) / 2
    heights, feet = (baseline - pieces.top) / kind.x_height, (pieces.bottom - baseline) / kind.x_height
    own = (middles >= left) & (middles <= right) & (heights > SHORTEST) & (feet > -FOOT) & (feet < HANGING)
    found = np.flatnonzero(own)
    found = found[np.argsort(pieces.left[found], kind="stable")]
    widths = (pieces.right[found] - pieces.left[found]) / kind.x_height
    return list(map(_Letter, heights[found].tolist(), feet[found].tolist(), widths.tolist()))


def _right_of(chars: Sequence[ReadChar]) -> int:
    """Where a word ends, with its stops: boxes of narrow letters reach into their neighbours, or are too far left."""
    last = max(place for place, char in enumerate(chars) if char.text.isalpha())
    return max(char.box.right for char in chars[: last + 2] if char.text.isalpha() or char.text in STOPS)


def _speaks_against(pieces: Components, chars: Sequence[ReadChar], kind: LineType) -> bool:
    """Whether a level word was read with a letter that is not level.

    Not with one of two that touch, of which nobody sees how tall each is, as of the first two in ``The``; nor with a t
    that does rise, if by little.
    """
    texts = [char.text for char in chars if char.text.isalpha()]
    found = _letters_of(pieces, chars, kind)
    if len(found) < len(texts):
        widest = max(range(len(found)), key=lambda place: found[place].width)
        texts[widest : widest + 2] = [""]
    inner = [(text, ink.height) for text, ink in zip(texts[1:], found[1:], strict=False)]
    beside = [height for text, height in inner if text != "t"]
    rises = RISES * min(beside) if beside else RISES_ALONE
    return any(text.isupper() or text in OUTSTANDING for text, height in inner if text != "t" or height < rises)
