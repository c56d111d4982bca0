"""Words whose ink has more over or under its letters than was read there: diacritics that Tesseract dropped.

It knows ``Skoda``, ``Gdansk`` and ``Soren`` as well as ``Hofer``, and is as sure of them where print has ``Škoda``: its
confidence tells nothing. The ink does: a word that its list has without a diacritic is read again only where there is
more than its letters have.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.model import Box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.readers.hocr import ReadChar

# In x-heights of the line.
LONGEST, THINNEST = 0.18, 0.08
"""The longer side, and the height, of a piece of ink that is more than a speck: a dot, a macron."""
LARGE = 0.36
"""The longer side of a mark that is no dot: circumflexes are as broad, acutes as tall; dots have 0.2 to 0.35."""
FLAT = 1.7
"""How much broader than tall a mark is that is no dot: a macron, a tilde."""
OVER = 0.9
"""From the baseline to the foot of a mark over a small letter."""
HIGHEST, LOWEST = 2.3, 0.75
"""How far a mark rises over the baseline, or hangs under it: what is beyond belongs to another line."""
OF_LINE_ABOVE = 1.8
"""To the foot of what is a descender of the line above."""
FOOT = 0.2
"""How far a letter hangs that should stand."""
TOPS = ((frozenset("acegmnopqrsuvwxyz"), 1.25), (frozenset("t"), 1.55), (frozenset("bdfhijkl"), 1.85))
"""How tall letters are at most that have nothing over them."""
TALLEST = 1.7
"""The same of capitals and figures."""
DOTTED = frozenset("ij")
SINGLE, DOUBLE = frozenset("'’‘`"), frozenset('"“”')
HANGING = frozenset("gjpqyJQfß()[],;&")
"""What may reach below the baseline; f does in italics."""
ROUND = frozenset("oO")
"""Letters with paper in their middle, where ``ø`` has its stroke."""


class _Marks(NamedTuple):
    """How many marks stand over letters, and how many of them are no dots."""

    all: int
    large: int


def has_unread_ink(pieces: Components, chars: Sequence[ReadChar], kind: LineType) -> bool:
    """Whether a word has ink over, under or in its letters that they do not have as read, or is read with a diacritic.

    Or it is read with a quote that has no ink of its own: a speck on a Y. What has neither letters nor figures has no
    diacritics.

    Args:
        pieces: the ink of the page.
        chars: of the word, as Tesseract reads it.
        kind: the type of its line.
    """
    if not any(char.text.isalnum() for char in chars):
        return False
    if any(len(unicodedata.normalize("NFD", char.text)) > len(char.text) for char in chars):
        return True
    own = list(_pieces_of(pieces, chars, kind))
    bodies = [index for index in own if _stands(pieces.box(index), kind)]
    read, seen = _as_read(chars), _over([pieces.box(index) for index in own if index not in bodies], kind)
    return (
        seen is None
        or not read.large <= seen.all <= read.all
        or seen.large > read.large
        or _sticks_out(pieces, bodies, chars, kind)
    )


def _pieces_of(pieces: Components, chars: Sequence[ReadChar], kind: LineType) -> Iterator[int]:
    """The pieces of ink of a word that are more than specks, from left to right."""
    left, right = min(char.box.left for char in chars), max(char.box.right for char in chars)
    baseline, x_height = kind.baseline_at((left + right) / 2), kind.x_height
    top, bottom = round(baseline - HIGHEST * x_height), round(baseline + LOWEST * x_height)
    for index in pieces.within(Box(left, max(top, 0), right, max(bottom, top, 0))).tolist():
        box = pieces.box(index)
        within = box.top >= top and box.bottom <= bottom and left <= (box.left + box.right) / 2 <= right
        if within and max(box.width, box.height) >= LONGEST * x_height and box.height >= THINNEST * x_height:
            yield index


def _stands(box: Box, kind: LineType) -> bool:
    """Whether a piece stands on the line, at the height of letters and stops."""
    baseline = kind.baseline_at((box.left + box.right) / 2)
    return box.top < baseline and box.bottom > baseline - OVER * kind.x_height


def _as_read(chars: Sequence[ReadChar]) -> _Marks:
    """The marks that the letters and the quotes of a word have."""
    quotes = sum((char.text in SINGLE) + 2 * (char.text in DOUBLE) for char in chars)
    return _Marks(quotes + sum(char.text in DOTTED for char in chars), quotes)


def _over(marks: Sequence[Box], kind: LineType) -> _Marks | None:
    """The marks over the letters; None where one stands under them."""
    over = []
    for box in marks:
        foot = (kind.baseline_at((box.left + box.right) / 2) - box.bottom) / kind.x_height
        if foot < 0:
            return None
        if foot <= OF_LINE_ABOVE:
            over.append(max(box.width, box.height) >= LARGE * kind.x_height or box.width >= FLAT * box.height)
    return _Marks(len(over), sum(over))


def _sticks_out(pieces: Components, bodies: Sequence[int], chars: Sequence[ReadChar], kind: LineType) -> bool:
    """Whether a letter is taller than letters of its kind, hangs as none does, or has a stroke through its middle.

    Where some touch, a piece may be of any letter, but the first is of the first.
    """
    tall = [index for index in bodies if pieces.box(index).height >= kind.x_height / 2]
    letters = [char.text for char in chars if char.text.isalnum()]
    if len(tall) != len(letters):
        sets = [letters[:1], *[[char.text for char in chars]] * (len(tall) - 1)]
        return any(_is_beyond(pieces.box(index), own, kind) for index, own in zip(tall, sets, strict=False))
    return any(
        _is_beyond(pieces.box(index), [letter], kind) or (letter in ROUND and _is_struck(pieces, index))
        for index, letter in zip(tall, letters, strict=True)
    )


def _is_beyond(box: Box, texts: Sequence[str], kind: LineType) -> bool:
    baseline = kind.baseline_at((box.left + box.right) / 2)
    hangs = box.bottom - baseline > FOOT * kind.x_height and HANGING.isdisjoint(texts)
    return hangs or baseline - box.top > max(map(_top_of, texts)) * kind.x_height


def _top_of(text: str) -> float:
    return next((top for letters, top in TOPS if text in letters), TALLEST)


def _is_struck(pieces: Components, index: int) -> bool:
    """Whether a piece has ink in its middle."""
    box = pieces.box(index)
    return bool(pieces.labels[(box.top + box.bottom) // 2, (box.left + box.right) // 2] == index + 1)
