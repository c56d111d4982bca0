"""Arabic and Hebrew in a row of a born-digital page: from the order in which they stand to that in which they are read.

A row is put together from left to right, as its characters stand. Words of a script that runs from right to left are
then in the wrong order, and so are the letters in each: they are turned round, numbers and Latin words within them are
not. Source: Unicode Standard Annex 9, The Bidirectional Algorithm, read backwards; levels above two are not needed.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from pipeline.ocr.pdf_fonts.glyphs import Glyph

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN", "ES", "ET", "CS"})

Word = list[Glyph]


def runs_leftwards(glyph: Glyph) -> bool:
    """Whether a character is a letter of a script that is written from right to left."""
    text = glyph.text
    return not text.isascii() and any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def as_read(words: list[Word]) -> list[Word]:
    """The words of a row, and the characters of each, in the order in which they are read.

    Args:
        words: of one row, from left to right, each with its characters from left to right.
    """
    leftwards = [any(map(runs_leftwards, word)) for word in words]
    if not any(leftwards):
        return words
    rightwards = [any(map(_runs_rightwards, word)) for word in words]
    if sum(leftwards) > sum(rightwards):
        made = [_turned(word) if left else word for word, left in zip(words, leftwards, strict=True)][::-1]
        for start, end in _stretches(rightwards[::-1], leftwards[::-1]):
            made[start:end] = made[start:end][::-1]
        return made
    made = list(words)
    for start, end in _stretches(leftwards, rightwards):
        made[start:end] = _turned_stretch(words[start:end])
    return made


def _runs_rightwards(glyph: Glyph) -> bool:
    return any(unicodedata.bidirectional(character) == "L" for character in glyph.text)


def _stretches(runs: Sequence[bool], against: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """From the first word that runs one way to behind the last, numbers and signs between them, none the other way."""
    start = end = None
    for index, (own, other) in enumerate(zip(runs, against, strict=True)):
        if own:
            start, end = (index if start is None else start), index + 1
        if (other and not own) and start is not None and end is not None:
            yield start, end
            start = end = None
    if start is not None and end is not None:
        yield start, end


def _turned_stretch(words: Sequence[Word]) -> list[Word]:
    """Words that run to the left in a row that runs to the right: brackets and stops at their ends are the row's."""
    before, _ = _edges(words[0])
    _, behind = _edges(words[-1])
    inner = [glyph for word in words for glyph in word][before : -behind or None]
    kept = {id(glyph) for glyph in inner}
    turned = [_turned([glyph for glyph in word if id(glyph) in kept]) for word in words][::-1]
    turned[0] = [*words[0][:before], *turned[0]]
    turned[-1] = [*turned[-1], *words[-1][len(words[-1]) - behind :]]
    return turned


def _edges(word: Word) -> tuple[int, int]:
    """How many characters stand before the first letter that runs to the left, and behind the last."""
    own = [index for index, glyph in enumerate(word) if runs_leftwards(glyph)]
    return own[0], len(word) - 1 - own[-1]


def _turned(word: Sequence[Glyph]) -> Word:
    """A word from its last character to its first; numbers stay as they are, points stay behind their letters."""
    clusters: list[Word] = []
    for glyph in word:
        number = unicodedata.bidirectional(glyph.text[0]) in _NUMBERS
        if clusters and (_points(glyph, clusters[-1][0]) or (number and _is_number(clusters[-1][0]))):
            clusters[-1].append(glyph)
        else:
            clusters.append([glyph])
    return [glyph for cluster in reversed(clusters) for glyph in cluster]


def _is_number(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(glyph.text[0]) in {"EN", "AN"}


def _points(glyph: Glyph, letter: Glyph) -> bool:
    """Whether a character is a vowel or a point of a letter that stands before it in the row."""
    return unicodedata.bidirectional(glyph.text[0]) == "NSM" and glyph.left <= letter.right
