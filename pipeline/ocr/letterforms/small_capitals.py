"""Small capitals: letters of one height that Tesseract reads as capitals, beside capitals that are a third taller.

In a line of capitals and small capitals (bylines, running heads, headings) the letters have two heights. The tall ones
are the capitals; the others are written as small letters, and the word's style says that they were capitals in print.
Tesseract makes ``ToMaAs`` and ``C1oTTI`` of such lines, since it cannot know which letters are which.
"""

from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType, two_heights
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

TALLER = (1.14, 1.55)  # capitals to small capitals; in Libertinus and Times 1.3 to 1.42, in Century 1.18
ALIKE = 0.09  # by how much letters of one height may differ
MOSTLY = 0.6  # share of the lower letters that are read as capitals
ALIKE_IN_SHAPE = frozenset("cosuvwxz")
STANDING = 0.25  # x-heights between the foot of a letter and its baseline
MIN_SMALL = 3
MIN_FITTING = 0.9
HANGING = frozenset("JQ")
"""Capitals whose tails hang below the line, so that their ink does not stand on it."""
TALLEST = 1.9
"""Of a letter, in x-heights: more is a letter of the line above, which it touches."""
STROKES = frozenset("1|!l")
"""What Tesseract makes of a small capital I."""


class Recast(NamedTuple):
    """A line with its small capitals told."""

    line: ReadLine
    small: dict[int, str]
    """Word with small capitals -> how it was read."""


def recast(pieces: Components, line: ReadLine, kind: LineType, seen: frozenset[int] = frozenset()) -> Recast:
    """The line with small letters for its small capitals; as it is, if its letters do not have two heights.

    A line may have them from end to end (a byline), or within text (an author and a title in a note): a run of words
    in capitals is then looked at alone. Of ``seen``, the words in which the second reader saw small capitals, there may
    be one alone.
    """
    heights = _Measured(pieces, line, kind)
    line = line._replace(words=tuple(_levelled(word, index, heights) for index, word in enumerate(line.words)))
    words, told = list(line.words), dict[int, str]()
    for run in _runs(line, heights):
        border = _seen_border(line, heights, seen & set(run)) or _border(_letters(line, heights, run))
        for index in set(run) - seen if border else ():
            word, own = line.words[index], heights[index]
            words[index] = _word(word, own, border)
            if any(char.islower() for char in words[index].text) and _has_small(word, own, border):
                told[index] = word.text
    for index in seen:
        words[index], told[index] = _lowered(words[index]), words[index].text
    return Recast(line._replace(words=tuple(words)), told)


class _Measured:
    """The heights of the letters of each word of a line, measured when they are first asked for.

    Of most lines of a text nobody asks: their words are in small letters.
    """

    def __init__(self, pieces: Components, line: ReadLine, kind: LineType) -> None:
        self._pieces, self._line, self._kind = pieces, line, kind
        self._known: dict[int, list[float]] = {}

    @cached_property
    def _standing(self) -> NDArray[np.intp]:
        return _standing(self._pieces, self._line, self._kind)

    def __getitem__(self, index: int) -> list[float]:
        if index not in self._known:
            self._known[index] = _heights(self._pieces, self._standing, self._line.words[index], self._kind)
        return self._known[index]


def _lowered(word: ReadWord) -> ReadWord:
    """``StAT.`` as ``Stat.``; as it is, if by another reading it has no letter."""
    first = next((place for place, char in enumerate(word.chars) if char.text.isalpha()), len(word.chars))
    inner = (char._replace(text=char.text.lower()) for char in word.chars[first + 1 :])
    return word._replace(chars=(*word.chars[: first + 1], *inner))


def _first_on(word: ReadWord, place: int, left: float, own: list[float]) -> int:
    """The letter that a piece of ink begins with: the one before, where that has none and stands on it."""
    if place == 0 or own[place - 1] or not word.chars[place - 1].text.isalpha():
        return place
    box = word.chars[place - 1].box
    return place - 1 if left < (box.left + box.right) / 2 else place


def _levelled(word: ReadWord, index: int, heights: _Measured) -> ReadWord:
    """``REv.`` as ``REV.``: letters of one shape in both cases, as tall as the capitals that the word is mostly in."""
    if not _is_in_capitals(word.text) or any(char.text.isdecimal() or char.text in "/@" for char in word.chars):
        return word
    own = heights[index]
    tall = [height for char, height in zip(word.chars, own, strict=True) if char.text.isupper() and height]
    if len(tall) <= 1:
        return word
    least = (1 - ALIKE) * float(np.median(tall))
    chars = (
        char._replace(text=char.text.upper()) if char.text in ALIKE_IN_SHAPE and height >= least else char
        for char, height in zip(word.chars, own, strict=True)
    )
    return word._replace(chars=tuple(chars))


def _runs(line: ReadLine, heights: _Measured) -> list[range]:
    """The whole line, if its letters have two heights; else the runs of words in capitals in it."""
    whole = range(len(line.words))
    if not any(_is_in_small_letters(word.text) for word in line.words) and _border(_letters(line, heights, whole)):
        return [whole]
    runs: list[range] = []
    for index, word in enumerate(line.words):
        if not _is_in_capitals(word.text):
            continue
        joins = bool(runs) and not any(_has_letters(other.text) for other in line.words[runs[-1].stop : index])
        runs[-1:] = [range(runs[-1].start, index + 1)] if joins else [*runs[-1:], range(index, index + 1)]
    return runs


def _letters(line: ReadLine, heights: _Measured, run: range) -> list[tuple[str, float]]:
    return [
        (char.text, height)
        for index in run
        for char, height in zip(line.words[index].chars, heights[index], strict=True)
        if char.text.isalpha() and height
    ]


def _has_letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def _is_in_small_letters(text: str) -> bool:
    """Whether a word is read in small letters, and not only in such as look like their capitals."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) > 1 and all(char.islower() for char in letters) and not set(letters) <= ALIKE_IN_SHAPE


def _is_in_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) >= MOSTLY * len(letters)


def _standing(pieces: Components, line: ReadLine, kind: LineType) -> NDArray[np.intp]:
    """The pieces of ink that stand on the baseline of a line, wherever in it."""
    baselines = [kind.baseline_at((word.box.left + word.box.right) / 2) for word in line.words]
    if not baselines:  # the second reader saw that all of the line was dirt
        return np.array([], np.intp)
    off = STANDING * kind.x_height
    return np.flatnonzero((pieces.bottom > min(baselines) - off) & (pieces.bottom < max(baselines) + off))


def _heights(pieces: Components, standing: NDArray[np.intp], word: ReadWord, kind: LineType) -> list[float]:
    """Height in pixels of each character's ink that stands on the baseline; 0.0 where there is none.

    Of a letter with a tail, which may be so short that it stands, it is what rises above the baseline. One after the
    other, where the word has as many standing pieces as letters; else those about the middle of the reader's boxes,
    which reach into their neighbours. Of two letters that touch, the height is the first one's.
    """
    middle = (word.box.left + word.box.right) / 2
    own_foot = np.abs(pieces.bottom[standing] - kind.baseline_at(middle)) < STANDING * kind.x_height
    inside = (pieces.left[standing] < word.box.right) & (pieces.right[standing] > word.box.left)
    found = standing[own_foot & inside]
    found = found[np.argsort(pieces.left[found], kind="stable")]
    heights = (pieces.bottom[found] - pieces.top[found]).astype(float)
    centres = (pieces.left[found] + pieces.right[found]) / 2
    letters = [place for place, char in enumerate(word.chars) if char.text.isalnum()]
    tall = heights[heights >= 0.5 * kind.x_height]
    own = [0.0] * len(word.chars)
    if len(tall) == len(letters):
        for place, height in zip(letters, tall, strict=True):
            char = word.chars[place]
            own[place] = (char.text in HANGING and _rise(pieces, char, kind)) or float(height)
        return own
    lefts = pieces.left[found]
    for place, char in enumerate(word.chars):
        if char.text in HANGING:
            own[place] = _rise(pieces, char, kind)
    before = -1
    for place, char in enumerate(word.chars):
        about = np.flatnonzero(np.abs(centres - (char.box.left + char.box.right) / 2) <= 0.3 * char.box.width + 2)
        piece = int(about[np.argmax(heights[about])]) if len(about) else -1
        if piece >= 0 and piece != before:
            home = _first_on(word, place, float(lefts[piece]), own)
            own[home] = float(heights[piece])
        before = piece
    return own


def _seen_border(line: ReadLine, heights: _Measured, seen: frozenset[int]) -> float:
    """The same from the words in which small capitals were seen: their first letters are tall; 0.0 without any."""
    tall: list[float] = []
    small: list[float] = []
    for index in seen:
        first, *others = [height for _, height in _letters(line, heights, range(index, index + 1))] or [0.0]
        tall.append(first)
        small += others
    return float(np.sqrt(np.median(small) * np.median(tall))) if small else 0.0


def _rise(pieces: Components, char: ReadChar, kind: LineType) -> float:
    """How far the ink of a letter that hangs rises above the baseline; 0.0 without any."""
    middle = (char.box.left + char.box.right) / 2
    baseline = kind.baseline_at(middle)
    about = (pieces.left <= middle) & (pieces.right > middle) & (pieces.top < baseline) & (pieces.bottom > baseline)
    rise = max((baseline - pieces.top[about]).tolist(), default=0.0)
    return float(rise) if rise < TALLEST * kind.x_height else 0.0


def _border(letters: list[tuple[str, float]]) -> float:
    """The height below which a letter of the line is a small capital; 0.0 if the line has none."""
    sizes = np.array(sorted(height for _, height in letters))
    if len(sizes) <= MIN_SMALL:
        return 0.0
    first = letters[0][1]
    cut, small, tall = two_heights(sizes)
    fitting = (np.abs(sizes - small) <= ALIKE * small) | (np.abs(sizes - tall) <= ALIKE * tall)
    if abs(first - tall) > ALIKE * tall:
        return 0.0  # a line in small capitals begins with a capital; a taller folio at the end is none
    if cut < MIN_SMALL or not TALLER[0] <= tall / small <= TALLER[1] or fitting.mean() < MIN_FITTING:
        return 0.0
    border = float(np.sqrt(small * tall))
    read = [text.isupper() for text, height in letters if height < border]
    return border if sum(read) >= MOSTLY * len(read) else 0.0


def _has_small(word: ReadWord, heights: list[float], border: float) -> bool:
    return any(char.text.isalpha() and 0 < h < border for char, h in zip(word.chars, heights, strict=True))


def _word(word: ReadWord, heights: list[float], border: float) -> ReadWord:
    if not _has_small(word, heights, border):
        return word
    lettered = sum(char.text.isalpha() for char in word.chars) >= 2
    chars: list[ReadChar] = []
    for place, (char, height) in enumerate(zip(word.chars, heights, strict=True)):
        text = char.text
        if lettered and text in STROKES and 0 < height < border:
            text = "i"
        elif text.isalpha() and (known := height or _height_beside(word, heights, place)):
            text = text.lower() if known < border else text.upper()
        chars.append(char._replace(text=text if len(text) == len(char.text) else char.text))
    return word._replace(chars=tuple(chars))


def _height_beside(word: ReadWord, heights: list[float], place: int) -> float:
    """Of a letter that touches the one before it: that of the next letter, or else of the one before; 0.0 for none."""
    beside = [*range(place + 1, len(heights)), *range(place - 1, -1, -1)]
    return next((heights[i] for i in beside if word.chars[i].text.isalpha() and heights[i]), 0.0)
