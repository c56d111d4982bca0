"""Words that somebody else read, and the ink of their page: types measured, and the raised marks that the words hide.

An OCR engine that knows no superscripts drops note calls or reads them as quotes, but their ink is on the page image.
What ``scan`` does for Tesseract's words is done here for those of an hOCR, ALTO or PAGE file whose page image lies
beside it, and for the OCR layer of a PDF.
"""

import logging
import math
import unicodedata
from collections.abc import Callable, Iterator

import msgspec

from pipeline.config import Settings
from pipeline.errors import ToolError
from pipeline.model import Box, Line, Page, RaisedMark, Reading, Word
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.drawings import drawn_on
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.ink.inked import ink_of
from pipeline.ocr.letterforms.type_size import LineType, measure
from pipeline.ocr.lines.ruled_tables import with_ruled_tables
from pipeline.ocr.page_image.preparation import even_light, skew_of, x_height_of
from pipeline.ocr.raised_marks import second_look
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.raised_marks.not_calls import calls_among
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord
from pipeline.ocr.transcripts.type_from_boxes import ASCENDER, DEEP, DESCENDER, SIZE, TALL, width_of

log = logging.getLogger(__name__)

MIN_X_HEIGHT = 12.0
"""Pixels; in smaller type a raised digit is no larger than a quotation mark."""
HIGH = frozenset("'\"‘’“”`´^*°")
QUOTE_FOOT = 0.6  # x-heights above the baseline


def with_ink(page: Page, grey: Grey, settings: Settings) -> Page:
    """The page with types and raised marks measured on its image, which has the size of the page.

    Marks that the source itself names stay. A page whose type is too small, or on which nothing is ink, stays as it is.
    """
    even = even_light(grey)
    found = ink_of(even)
    x_height = x_height_of(found)
    boxed = [line for line in page.lines if line.box and all(word.box for word in line.words)]
    if x_height < MIN_X_HEIGHT or not boxed:
        return page
    drawn = drawn_on(found, found, x_height)
    pieces = drawn.pieces
    slope = math.tan(math.radians(skew_of(found)))
    lines = [_as_read(line, slope) for line in boxed]
    kinds = [measure(line, pieces, x_height) for line in lines]
    marks = calls_among(pieces, lines, kinds)
    looks = iter(_second_looks(even, pieces, [mark for own in marks for mark in own], settings))
    measured = iter([
        _measured(line, kind, [_raised(line, mark, next(looks), page.reader) for mark in own])
        for line, kind, own in zip(boxed, kinds, marks, strict=True)
    ])  # fmt: skip
    known = {id(line) for line in boxed}
    together = tuple(next(measured) if id(line) in known else line for line in page.lines)
    rules = page.rules or tuple(drawn.rules)
    made = msgspec.structs.replace(page, lines=together, rules=rules, drawings=tuple(drawn.drawings))
    return with_ruled_tables(made, drawn.tables)


def _second_looks(grey: Grey, pieces: Components, marks: list[Mark], settings: Settings) -> list[tuple[Reading, ...]]:
    try:
        return second_look.readings(grey, pieces, marks, settings)
    except ToolError as error:
        # The words are there without Tesseract; only what the raised marks say is not.
        log.warning("raised marks are not read again: %s", error)
        return [() for _ in marks]


def _as_read(line: Line, slope: float) -> ReadLine:
    box = line.box or Box(0, 0, 0, 0)
    foot = box.bottom if line.baseline is None else line.baseline
    middle, x_height = (box.left + box.right) / 2, (line.size or box.height) / SIZE

    def rows(char: str, x: float) -> tuple[int, int]:
        """Top and bottom that a character has on this line."""
        baseline = foot + slope * (x - middle)
        if char in HIGH:
            return round(baseline - ASCENDER * x_height), round(baseline - QUOTE_FOOT * x_height)
        above, below = ASCENDER if char in TALL else 1.0, DESCENDER if char in DEEP else 0.0
        return round(baseline - above * x_height), round(baseline + below * x_height)

    words = tuple(ReadWord(tuple(_chars(word, rows)), word.box or box, word.confidence) for word in line.words)
    return ReadLine(words, box, slope, foot - box.bottom - slope * box.width / 2)


def _chars(word: Word, rows: Callable[[str, float], tuple[int, int]]) -> Iterator[ReadChar]:
    """The characters of a word, its box shared out among them by the widths that letters have."""
    box = word.box or Box(0, 0, 0, 0)
    widths = [width_of(char) for char in word.text]
    step = box.width / sum(widths)
    left = float(box.left)
    for char, width in zip(word.text, widths, strict=True):
        right = left + step * width
        top, bottom = rows(char, (left + right) / 2)
        yield ReadChar(char, Box(round(left), max(top, 0), round(right), max(top, bottom, 0)), word.confidence)
        left = right


def _raised(line: Line, mark: Mark, look: tuple[Reading, ...], reader: str) -> RaisedMark:
    """The mark with the opinion of the second look, then what the words have there."""
    word = line.words[mark.word] if mark.word >= 0 else Word(text="")
    printed = unicodedata.normalize("NFKC", word.text[mark.start : mark.end])  # ² is a 2 that is raised
    own = (Reading(text=printed, confidence=word.confidence, reader=reader),) if printed else ()
    return RaisedMark(word=mark.word, start=mark.start, end=mark.end, box=mark.box, readings=(*look, *own))


def _measured(line: Line, kind: LineType, marks: list[RaisedMark]) -> Line:
    box = line.box or Box(0, 0, 0, 0)
    told = [mark for mark in line.marks if not any(other.word == mark.word for other in marks)]
    return msgspec.structs.replace(
        line,
        baseline=round(kind.baseline_at((box.left + box.right) / 2)),
        size=kind.size,
        marks=tuple(sorted([*told, *marks], key=lambda mark: (mark.word, mark.start))),
    )
