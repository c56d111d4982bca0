"""Arabic and Hebrew in a row of a born-digital page: from the order in which they stand to that in which they are read.

A row is put together from left to right, as its characters stand. Words of a script that runs from right to left are
then in the wrong order, and so are the letters in each: they are turned round, numbers and Latin words within them are
not. Source: Unicode Standard Annex 9, The Bidirectional Algorithm, read backwards; levels above two are not needed.
"""

import unicodedata
from collections.abc import Callable, Sequence
from itertools import groupby

from pipeline.ocr.glyphs import Glyph

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN", "ES", "ET", "CS"})


def runs_leftwards(glyph: Glyph) -> bool:
    """Whether a character is a letter of a script that is written from right to left."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in glyph.text)


def as_read(words: list[list[Glyph]]) -> list[list[Glyph]]:
    """The words of a row, and the characters of each, in the order in which they are read.

    Args:
        words: of one row, from left to right, each with its characters from left to right.
    """
    leftwards = [any(map(runs_leftwards, word)) for word in words]
    if not any(leftwards):
        return words
    turned = [_turned(word) if left else word for word, left in zip(words, leftwards, strict=True)]
    rightwards = [any(map(_runs_rightwards, word)) for word in words]
    order = list(range(len(words)))
    if sum(leftwards) > sum(rightwards):
        return [turned[index] for index in _with_turned(order[::-1], lambda index: rightwards[index], leftwards)]
    return [turned[index] for index in _with_turned(order, lambda index: leftwards[index], rightwards)]


def _runs_rightwards(glyph: Glyph) -> bool:
    return any(unicodedata.bidirectional(character) == "L" for character in glyph.text)


def _with_turned(order: Sequence[int], runs: Callable[[int], bool], against: Sequence[bool]) -> list[int]:
    """An order of words in which each stretch that runs the other way is turned round.

    A stretch reaches from the first word to the last that runs so; numbers and signs between two of them go with them.
    """
    made: list[int] = []
    for other, group in groupby(order, key=lambda index: against[index]):
        stretch = list(group)
        own = [place for place, index in enumerate(stretch) if runs(index)]
        if other or not own:
            made += stretch
            continue
        first, last = own[0], own[-1] + 1
        made += [*stretch[:first], *reversed(stretch[first:last]), *stretch[last:]]
    return made


def _turned(word: Sequence[Glyph]) -> list[Glyph]:
    """A word from its last character to its first; numbers stay as they are, points stay behind their letters."""
    clusters: list[list[Glyph]] = []
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
