"""Initials of a scan that Tesseract passed over: the large first letter of an article, several lines beside it.

``s teachers`` without its A is no text, and the lines beside it look like a quotation. The second reader reads the
letter alone; it is believed where it makes a word of what stands beside it.
"""

from collections.abc import Callable, Sequence

import numpy as np
from msgspec.structs import replace

from pipeline.model import Box, Line, RaisedMark, Word
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.readers.recogniser import read_framed

TALL = 3.2, 16.0
"""x-heights that an initial of two lines or more is tall."""
WIDE = 0.15, 1.6
"""Of its height."""
BESIDE = 3.0
"""x-heights behind it within which the lines beside it begin."""
SURE = 0.6
"""Confidence of the second reader."""
MARGIN = 0.5
"""Of its height: white around the letter that is read."""

IsWord = Callable[[str], bool]
_WORDS = frozenset("AÀEIOUY")
"""Letters that are words in some language."""


def with_initials(lines: Sequence[Line], grey: Grey, ink: Components, x_height: float, is_word: IsWord) -> list[Line]:
    """The lines, every initial that nobody has read before the first of the lines beside it.

    Args:
        lines: of a page, with their boxes and baselines.
        grey: the page image.
        ink: its pieces.
        x_height: of the page.
        is_word: whether a language of the page has a word, given in small letters.

    Raises:
        ToolError: the second reader's model cannot be loaded.
    """
    told = list(lines)
    height, width = ink.bottom - ink.top, ink.right - ink.left
    tall = (height >= TALL[0] * x_height) & (height <= TALL[1] * x_height)
    for index in np.flatnonzero(tall & (width >= WIDE[0] * height) & (width <= WIDE[1] * height)).tolist():
        piece = Box(int(ink.left[index]), int(ink.top[index]), int(ink.right[index]), int(ink.bottom[index]))
        place = _first_beside(told, piece, x_height)
        if place is None or _begins(told[place]) or any(mark.word < 0 for mark in told[place].marks):
            continue
        letter = _letter(grey, piece)
        if letter:
            told[place] = _with(told[place], letter, piece, x_height, is_word)
    return told


def _begins(line: Line) -> bool:
    """Whether a line begins as a sentence does; a capital alone may be the rest of ``NO``."""
    first = line.words[0].text
    return len(first) > 1 and first[:2].istitle()


def _first_beside(lines: Sequence[Line], piece: Box, x_height: float) -> int | None:
    """The first of several lines that begin right beside a piece of ink, within its height; None without such lines."""
    beside: dict[int, int] = {}
    for index, line in enumerate(lines):
        if line.box is None or line.baseline is None or not line.words:
            continue
        middle = line.baseline - x_height / 2
        # Tesseract's frame of the first line may have the letter that it did not read.
        within = piece.left - x_height / 2 <= line.box.left <= piece.right + BESIDE * x_height
        if within and piece.top - x_height / 2 <= middle <= piece.bottom:
            beside[line.baseline] = index
    clear = [index for index in beside.values() if (box := lines[index].box) and box.left >= piece.right - x_height / 2]
    first = beside[min(beside)] if len(beside) > 1 and clear else None
    if first is None or (lines[first].baseline or 0) > piece.top + piece.height / 2 + x_height:
        return None
    return first


def _letter(grey: Grey, piece: Box) -> str:
    """The capital that the second reader sees there and nothing else; empty where it is not sure."""
    cutting = grey[piece.top : piece.bottom, piece.left : piece.right]
    margin = round(MARGIN * piece.height)
    glyphs = [glyph for glyph in read_framed(cutting, margin, margin // 2) if glyph.text != " "]
    sure = len(glyphs) == 1 and glyphs[0].text.isalpha() and glyphs[0].confidence >= SURE
    return glyphs[0].text.upper() if sure else ""


def _with(line: Line, letter: str, piece: Box, x_height: float, is_word: IsWord) -> Line:
    """The line with the letter, as part of its first word or as a word; without it where it makes neither."""
    first = line.words[0]
    rest = "".join(char for char in first.text if char.isalpha()).lower()
    box = _of_line(line, piece, x_height)
    if is_word(letter.lower() + rest):
        words = (replace(first, text=letter + first.text, box=box), *line.words[1:])
        return replace(line, words=words, box=_outer(line, box), marks=tuple(map(_shifted, line.marks)))
    if letter in _WORDS and is_word(rest):
        words = (Word(text=letter, box=box, confidence=first.confidence), *line.words)
        marks = tuple(replace(mark, word=mark.word + 1) for mark in line.marks)
        return replace(line, words=words, box=_outer(line, box), marks=marks)
    return line


def _of_line(line: Line, piece: Box, x_height: float) -> Box:
    """The frame of the first word from the initial on, no deeper than its line."""
    baseline, first = line.baseline or piece.bottom, line.words[0].box or piece
    return Box(piece.left, min(piece.top, first.top), first.right, min(first.bottom, round(baseline + x_height / 2)))


def _outer(line: Line, first: Box) -> Box:
    right = max((word.box.right for word in line.words if word.box), default=first.right)
    return Box(first.left, first.top, max(right, first.right), first.bottom)


def _shifted(mark: RaisedMark) -> RaisedMark:
    return replace(mark, start=mark.start + 1, end=mark.end + 1) if mark.word == 0 else mark
