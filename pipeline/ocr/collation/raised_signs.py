"""Note calls in what the second reader sees: on raised ink that is known, and where only this reader sees one."""

from typing import NamedTuple

from pipeline.model import Box, Reading, enclosing_box
from pipeline.ocr.collation.cells import Cell, FoundCall
from pipeline.ocr.collation.difference import NOTE_SIGNS, STOPS, Difference
from pipeline.ocr.collation.word_shapes import QUOTES
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.letterforms.sign_sizes import SignSizes
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.raised_marks.raised_shapes import MAX_FOOT, high_among, is_sign_like
from pipeline.ocr.readers.hocr import ReadLine
from pipeline.ocr.readers.recogniser import Glyph
from pipeline.readers import RAPIDOCR

LAG = 0.45  # x-heights: the second reader is surest of a character a little to the right of its middle
LEAD = 0.15
DIGIT_REACH = 1.2  # x-heights, from a mark to a further digit of its number
# Raised signs, in x-heights; daggers and stars are smaller than digits.
MIN_FOOT = 0.3
MIN_SIGN = 0.35
MAX_SIGN = 1.5
REACH_ABOVE = 2.05
SIGN_REACH = 0.6
MIN_QUOTE = 0.3
MAX_QUOTE = 0.9
"""What is as tall as a small letter is one."""
ON_LINE = 1.1
"""Over the baseline, below which quotes on the line begin."""
LOOSE_REACH = 1.2
SURE_CALL = 0.65
SURE_NUMBER = 0.8  # where Tesseract has nothing at all
LIKE_SIGNS = QUOTES | frozenset("!?°*+^")
"""What Tesseract makes of raised stars, daggers and digits."""

_ON_THE_LINE = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹ªº", "0123456789ao")


class Ground(NamedTuple):
    """The ink of the page, the type of the line on which to look for a sign, and how large the page prints its own."""

    pieces: Components
    kind: LineType
    sizes: SignSizes = SignSizes()
    grey: Grey | None = None
    sets_apart: bool = False
    """Whether the page sets high punctuation apart from its words (``french_spacing``)."""


def reading_of(glyphs: list[Glyph]) -> Reading:
    """The characters as one reading, raised ones written as if they stood on the line."""
    text = "".join(glyph.text for glyph in glyphs).translate(_ON_THE_LINE)
    return Reading(text=text, confidence=min(glyph.confidence for glyph in glyphs), reader=RAPIDOCR)


def is_number(text: str) -> bool:
    """Whether a reader's characters are digits, on the line or raised: the second one writes a raised 12 as ``¹²``."""
    return text.isdigit()


def on_mark(glyphs: list[Glyph], mark: Mark, cells: list[Cell], kind: LineType) -> tuple[int, int]:
    """Which characters of the second reader, ``start:end``, are what it makes of a mark.

    Digits beside them belong to the same number, of which the mark may be no more than the part whose ink is whole.
    What Tesseract has in the text at the same place is text.
    """
    own = [i for i, glyph in enumerate(glyphs) if is_on(glyph, mark, kind) and not _is_in_text(glyph, cells, kind)]
    if not own:
        return 0, 0
    start, end = own[0], own[-1] + 1
    if all(is_number(glyph.text) for glyph in glyphs[start:end]):
        reach = DIGIT_REACH * kind.x_height
        while end < len(glyphs) and glyphs[end].x <= mark.box.right + reach and _goes_on(glyphs[end], cells, kind):
            end += 1
        while start > 0 and glyphs[start - 1].x >= mark.box.left - reach and _goes_on(glyphs[start - 1], cells, kind):
            start -= 1
    return start, end


def without_quote(mark: Mark, before: list[Glyph], own: list[Glyph]) -> Mark:
    """The mark from its number on, where the second reader sees a quote between the word and the number.

    A quote and a figure may touch (``away.”⁹⁷``), and Tesseract reads both as quotes.
    """
    if not before or before[-1].text not in QUOTES or not all(is_number(glyph.text) for glyph in own):
        return mark
    left = min(max(round((before[-1].x + own[0].x) / 2), mark.box.left), mark.box.right)
    return mark._replace(box=Box(left, mark.box.top, mark.box.right, mark.box.bottom))


def is_on(glyph: Glyph, mark: Mark, kind: LineType) -> bool:
    """Whether a letter, digit or note sign of the second reader stands on raised ink, give or take its lag."""
    near = mark.box.left - LEAD * kind.x_height <= glyph.x <= mark.box.right + LAG * kind.x_height
    return near and (glyph.text.isalnum() or glyph.text in NOTE_SIGNS)


def _goes_on(glyph: Glyph, cells: list[Cell], kind: LineType) -> bool:
    return is_number(glyph.text) and not _is_in_text(glyph, cells, kind)


def _is_in_text(glyph: Glyph, cells: list[Cell], kind: LineType) -> bool:
    """Whether Tesseract reads the same letter or digit there and takes it for text.

    The ink of a mark counts as text where it is read as a digit between digits or a letter between letters: a broken
    figure of 1956.
    """
    if not glyph.text.isalnum():
        return False
    for index, cell in enumerate(cells):
        if cell.char is None or cell.text != glyph.text:
            continue
        box = cell.char.box
        near = box.left - LEAD * kind.x_height <= glyph.x <= box.right + LAG * kind.x_height
        if near and (cell.mark < 0 or is_between_its_like(cells, index)):
            return True
    return False


def is_between_its_like(cells: list[Cell], index: int) -> bool:
    """Whether a digit stands between digits of its word, or a letter between letters, none of them on raised ink."""
    if not 0 < index < len(cells) - 1:
        return False
    text, around = cells[index].text, (cells[index - 1], cells[index + 1])
    if any(other.mark >= 0 or other.word != cells[index].word for other in around):
        return False
    return all(is_number(other.text) for other in around) if is_number(text) else all(o.text.isalpha() for o in around)


def loose_ink(line: ReadLine, marks: list[Mark], ground: Ground) -> frozenset[int]:
    """Words behind which there is raised ink that no character and no mark accounts for: a call that was dropped."""
    kind = ground.kind
    known = {piece for mark in marks for piece in mark.pieces}
    edges = [word.box.right for word in line.words]
    reach = LOOSE_REACH * kind.x_height
    top = max(round(kind.baseline_at(line.box.left) - REACH_ABOVE * kind.x_height), 0)
    area = Box(line.box.left, top, round(line.box.right + reach), max(line.box.bottom, top))
    found = set()
    for index in high_among(ground.pieces, ground.pieces.within(area), kind, MIN_FOOT):
        piece = ground.pieces.box(int(index))
        word = max((i for i, word in enumerate(line.words) if word.box.left < piece.left), default=-1)
        if int(index) in known or word < 0 or not (_is_raised(piece, area, kind) and is_sign_like(piece, kind)):
            continue
        middle = (piece.left + piece.right) / 2
        read = any(char.box.left <= middle <= char.box.right for char in line.words[word].chars)
        if not read and edges[word] - kind.x_height < piece.left <= edges[word] + reach:
            found.add(word)
    return frozenset(found)


def call_in(difference: Difference, glyphs: list[Glyph], word: int, ground: Ground) -> FoundCall | None:
    """The note call that only the second reader sees: a sign or a number where Tesseract has a quote or nothing.

    Raised stars and daggers are too small for ``raised_ink.find``, which knows them by their size alone; with a
    reader's word for it, less ink will do.
    """
    text, kind = difference.second.lstrip("".join(STOPS)), ground.kind
    own = glyphs[len(difference.second) - len(text) :]
    if not text or difference.by_mark or not difference.at_word_end or difference.at_word_start:
        return None
    if not set(difference.first) <= LIKE_SIGNS or not (set(text) <= NOTE_SIGNS or is_number(text)):
        return None
    reading = reading_of(own)
    least = SURE_CALL if difference.first or not is_number(text) else SURE_NUMBER
    left, right = own[0].x - SIGN_REACH * kind.x_height, own[-1].x + SIGN_REACH * kind.x_height / 2
    baseline = kind.baseline_at(left)
    area = Box(max(round(left), 0), max(round(baseline - REACH_ABOVE * kind.x_height), 0),
               max(round(right), round(left), 0), max(round(baseline), 0))  # fmt: skip
    ink = tuple(int(i) for i in ground.pieces.within(area) if _is_raised(ground.pieces.box(int(i)), area, kind))
    box = enclosing_box([ground.pieces.box(i) for i in ink])
    if box is None or reading.confidence < least:
        return None
    return FoundCall(Mark(ink, box, text == "*", word, 0, 0), reading)


def has_quote_ink(box: Box, ground: Ground) -> bool:
    """Whether ink as large as a quotation mark is raised about where Tesseract has one: a speck is smaller."""
    kind = ground.kind
    slack = round(LEAD * kind.x_height)
    area = Box(max(box.left - slack, 0), max(box.top - slack, 0), box.right + slack, box.bottom + slack)
    for piece in ground.pieces.boxes(area):
        foot = (kind.baseline_at(piece.left) - piece.bottom) / kind.x_height
        if foot >= MIN_FOOT and piece.height >= MIN_QUOTE * kind.x_height:
            return True
    return False


def has_line_ink(box: Box, ground: Ground) -> bool:
    """Whether ink as large as a comma stands on the line where Tesseract has a quotation mark: a speck is smaller."""
    height = ground.kind.x_height
    return any(
        MIN_QUOTE * height <= piece.height <= MAX_QUOTE * height
        and box.left <= (piece.left + piece.right) / 2 <= box.right
        and (ground.kind.baseline_at(piece.left) - piece.top) <= height * ON_LINE
        for piece in ground.pieces.boxes(box)
    )


def _is_raised(piece: Box, area: Box, kind: LineType) -> bool:
    """Whether a piece of ink within the area is raised, more than a speck, and not of the line above."""
    middle = (piece.left + piece.right) / 2
    foot = (kind.baseline_at(middle) - piece.bottom) / kind.x_height
    return (
        area.left <= middle <= area.right
        and MIN_FOOT <= foot <= MAX_FOOT
        and MIN_SIGN <= piece.height / kind.x_height <= MAX_SIGN
    )
