"""Raised letters: the calls and labels of notes that are lettered ``a``, ``b``, ``c``.

A raised letter is no taller than a quote is, and Tesseract reads it as one. Two readers together know them: the second
reader in its word, and Tesseract on the sign cut out and enlarged. Raised letters also end ordinals and abbreviations
(``XIXᵉ``, ``nᵒ``, ``Mᵐᵉ``) and stand as exponents; so they are looked for only on pages where a line begins with one,
as a note does, and never behind what they might abbreviate.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pipeline.config import Settings
from pipeline.model import Box, Reading
from pipeline.ocr.collation.doubtful_marks import second_reading
from pipeline.ocr.collation.opinion import Opinion
from pipeline.ocr.collation.raised_signs import reading_of
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks import second_look
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.raised_marks.not_calls import Told
from pipeline.ocr.raised_marks.raised_shapes import HANGING_HEIGHT
from pipeline.ocr.readers.hocr import ReadLine

# In x-heights: letters without an ascender are 0.55 to 0.70 tall, quotes 0.40 to 0.55; f in italics is 1.6 tall.
MIN_HEIGHT = 0.52
MAX_HEIGHT = HANGING_HEIGHT[1]
WIDTH = (0.2, 1.1)
NEIGHBOUR = 0.35
"""Distance within which two raised signs make one abbreviation: ``Mᵐᵉ``, ``Cⁱᵉ``."""
SURE = 0.8
LIKE_DIGITS = frozenset("giloqsz")
"""Letters that raised digits look like: alone they do not show that a page has lettered notes."""
_AFTER_ABBREVIATION = re.compile(r"(?:^|\W)(?:[A-Za-z]|[IVXLC]+|\d{1,3})$")
"""What a raised letter abbreviates or counts: ``Mᵉ``, ``nᵒ``, ``xⁿ``, ``XIXᵉ``, ``2ᵉ``, ``fo. 12ᵛ``; a year may be
followed by a call."""


class Page(NamedTuple):
    """What there is to look at: the image, its ink, and its lines with their types and their raised ink."""

    grey: Grey
    pieces: Components
    lines: Sequence[ReadLine]
    kinds: Sequence[LineType]
    told: Sequence[Told]


Letters = dict[Box, tuple[Reading, ...]]
"""Box of a mark -> the letter that it is, by one reader or both, the surer first."""


def letters_on(page: Page, settings: Settings) -> Letters:
    """The raised letters of a page; none where no line begins with one.

    Raises:
        ToolError: a reader is missing.
    """
    candidates = [
        _candidates(told, line, kind) for told, line, kind in zip(page.told, page.lines, page.kinds, strict=True)
    ]
    seconds: Letters = {}
    begin = set[Box]()
    for line, kind, marks in zip(page.lines, page.kinds, candidates, strict=True):
        for mark in marks:
            if begins_note(mark, line):
                begin.add(mark.box)
            if mark.box in begin or stands_alone(mark, line):
                seconds[mark.box] = _second(page.grey, line, kind, mark)
    if not any(_may_be_letter(seconds[box], alone=box not in begin) for box in seconds):
        return {}  # notes are numbered on most pages
    every = [mark for marks in candidates for mark in marks]
    looks = dict(
        zip((mark.box for mark in every), second_look.letters(page.grey, page.pieces, every, settings), strict=True)
    )
    if not any(_shows_letters(seconds[box], looks[box], alone=box not in begin) for box in seconds):
        return {}
    for line, kind, marks in zip(page.lines, page.kinds, candidates, strict=True):
        for mark in marks:
            if mark.box not in seconds:
                seconds[mark.box] = _second(page.grey, line, kind, mark)
    together = {box: _agreed(seconds[box], looks[box]) for box in seconds}
    return {box: readings for box, readings in together.items() if readings}


def begins_note(mark: Mark, line: ReadLine) -> bool:
    """Whether a mark stands before the first word of its line, and that word begins as a sentence does."""
    chars = [char.text for word in line.words for char in word.chars][mark.end if mark.word == 0 else 0 :]
    return _begins_line(mark) and bool(chars) and (not chars[0].isalpha() or chars[0].isupper())


def stands_alone(mark: Mark, line: ReadLine) -> bool:
    """Whether a mark is the first word of its line by itself, as a label is before a gloss with a small letter."""
    return mark.word == mark.start == 0 and mark.end == len(line.words[0].chars) and len(line.words) > 1


def _begins_line(mark: Mark) -> bool:
    return mark.word < 0 or mark.word == mark.start == 0


def ends_abbreviation(before: str) -> bool:
    """Whether a letter raised behind this text may be the end of an abbreviation, an ordinal or an exponent.

    Example:
        ``XIX`` of ``XIXᵉ`` and ``n`` of ``nᵒ`` do, ``clerks’.`` and ``1872`` do not.
    """
    return bool(_AFTER_ABBREVIATION.search(before))


def without_abbreviations(opinion: Opinion) -> Opinion:
    """A line after the second reading, without the marks that are raised ends of ordinals and abbreviations."""
    kept = [(mark, seen) for mark, seen in opinion.seen if not _is_abbreviation(mark, seen, opinion.line)]
    return opinion._replace(marks=[mark for mark, _ in kept], on_marks=[seen for _, seen in kept])


def _is_abbreviation(mark: Mark, seen: tuple[Reading, ...], line: ReadLine) -> bool:
    """Whether the second reader is sure of a letter behind what it may end."""
    if not any(_is_letter(reading) and reading.confidence >= SURE for reading in seen) or mark.word < 0:
        return False
    return ends_abbreviation("".join(char.text for char in line.words[mark.word].chars[: mark.start]))


def _candidates(told: Told, line: ReadLine, kind: LineType) -> list[Mark]:
    marks = [*told.calls, *told.doubtful]
    alone = [mark for mark in marks if not any(_is_near(mark.box, other.box, kind) for other in marks if other != mark)]
    return [mark for mark in alone if _is_letter_like(mark.box, kind) and _is_in_place(mark, line)]


def _is_near(one: Box, other: Box, kind: LineType) -> bool:
    gap = max(one.left - other.right, other.left - one.right)
    return gap <= NEIGHBOUR * kind.x_height and abs(one.bottom - other.bottom) <= 0.2 * kind.x_height


def _is_letter_like(box: Box, kind: LineType) -> bool:
    height, width = box.height / kind.x_height, box.width / kind.x_height
    return MIN_HEIGHT <= height <= MAX_HEIGHT and WIDTH[0] <= width <= WIDTH[1]


def _is_in_place(mark: Mark, line: ReadLine) -> bool:
    """Where a label may stand, or behind a word that it does not abbreviate."""
    if _begins_line(mark):
        return True
    chars = [char.text for char in line.words[mark.word].chars] if mark.word >= 0 else []
    before, after = "".join(chars[: mark.start]), "".join(chars[mark.end :])
    return mark.word >= 0 and not any(char.isalnum() for char in after) and not ends_abbreviation(before)


def _second(grey: Grey, line: ReadLine, kind: LineType, mark: Mark) -> tuple[Reading, ...]:
    glyphs = second_reading(grey, line, kind, mark)
    return (reading_of(glyphs),) if len(glyphs) == 1 else ()


def _is_letter(reading: Reading) -> bool:
    return "a" <= reading.text <= "z" and len(reading.text) == 1


def _agree(second: tuple[Reading, ...], look: Reading | None) -> bool:
    return bool(second) and look is not None and second[0].text == look.text


def _shows_letters(second: tuple[Reading, ...], look: Reading | None, *, alone: bool) -> bool:
    """Whether a label is a letter for certain: the second reader, which knows digits too, is sure or not alone."""
    return _may_be_letter(second, alone=alone) and (second[0].confidence >= SURE or _agree(second, look))


def _may_be_letter(second: tuple[Reading, ...], *, alone: bool) -> bool:
    """Whether the second reader sees a letter that is like no digit.

    Where a line bends an ``a`` that stands alone before a small letter is the article.
    """
    letter = second[0].text if second and _is_letter(second[0]) else ""
    return bool(letter) and letter not in LIKE_DIGITS and not (alone and letter == "a")


def _agreed(second: tuple[Reading, ...], look: Reading | None) -> tuple[Reading, ...]:
    """What the readers make of a letter: both the same, or one of them is sure and the other sees no sign."""
    letters = sorted((r for r in (*second, look) if r and _is_letter(r)), key=lambda reading: -reading.confidence)
    strange = any(not _is_letter(reading) and reading.text.isdecimal() for reading in second)
    if not letters or (strange and second[0].confidence >= SURE):
        return ()
    sure = letters[0].confidence >= SURE or _agree(second, look)
    return tuple(letters) if sure else ()
