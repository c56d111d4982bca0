"""The reader of page images: Tesseract's words, measured lines, raised ink, and a second opinion on the doubtful."""

from collections.abc import Iterator
from typing import NamedTuple

import cv2
import msgspec
import numpy as np

from pipeline.config import Settings
from pipeline.model import Line, Page, RaisedMark, Reading, Style, Word
from pipeline.ocr.collation import raised_letters
from pipeline.ocr.collation.doubtful_marks import confirmed, under_labels
from pipeline.ocr.collation.opinion import Opinion
from pipeline.ocr.collation.raised_letters import Letters
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.ink.drawings import Drawn, drawn_on
from pipeline.ocr.ink.greys import Grey, Mask
from pipeline.ocr.letterforms.bold import bold_lines
from pipeline.ocr.letterforms.italics import are_typed, italic_words
from pipeline.ocr.letterforms.sign_sizes import sign_sizes
from pipeline.ocr.letterforms.small_capitals import recast
from pipeline.ocr.letterforms.type_size import LineType, measure
from pipeline.ocr.lines.cut_lines import without_cut_lines
from pipeline.ocr.lines.dropped_initials import with_initials
from pipeline.ocr.lines.joined_columns import parted
from pipeline.ocr.lines.layout import reading_order
from pipeline.ocr.lines.lost_lines import with_lost_lines
from pipeline.ocr.lines.ruled_tables import with_ruled_tables
from pipeline.ocr.lines.stacked_labels import read_twice, with_hanging_labels, with_labels
from pipeline.ocr.lines.upright_lines import upright_lines
from pipeline.ocr.page_image.dot_leaders import with_leaders, without_dots
from pipeline.ocr.page_image.preparation import Prepared
from pipeline.ocr.punctuation.dropped_punctuation import restore
from pipeline.ocr.punctuation.ellipses import with_ellipses
from pipeline.ocr.punctuation.french_spacing import sets_apart
from pipeline.ocr.raised_marks import second_look
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.raised_marks.not_calls import told_apart
from pipeline.ocr.readers import hocr
from pipeline.ocr.readers.hocr import ReadLine, ReadWord
from pipeline.ocr.readers.tesseract import hocr_of
from pipeline.ocr.second_opinion import second_opinion
from pipeline.readers import BOTH, TESSERACT, uses_second
from pipeline.vocabulary import Vocabulary

SURE = 0.9
NUMBERS = frozenset("0123456789*†‡§")
NEAR_INK = 1.2  # x-heights across: more than the gap between a digit and a dash
OPTIONS = "--psm 3 -c hocr_char_boxes=1 -c hocr_font_info=0"


class _Sheet(NamedTuple):
    """A page and its ink, without its rules and pictures."""

    prepared: Prepared
    drawn: Drawn
    ink: Mask
    pieces: Components
    paper: Grey
    """What Tesseract is given."""


class _Found(NamedTuple):
    """The lines of a page with their raised marks."""

    lines: list[ReadLine]
    kinds: list[LineType]
    marks: list[list[Mark]]
    letters: Letters


def read_scan(prepared: Prepared, settings: Settings) -> Page:
    """Read a prepared page; ``number`` and ``image`` are left to the caller.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract gave up on this page.
    """
    upright = upright_lines(prepared, settings)
    page = _read_across(prepared.without([area for area, _ in upright]), settings)
    return msgspec.structs.replace(page, lines=(*page.lines, *(line for _, lines in upright for line in lines)))


def _read_across(prepared: Prepared, settings: Settings) -> Page:
    """What runs across a page."""
    sheet = _sheet_of(prepared)
    whole_or_cut = _lines_of(sheet, settings)
    whole = without_cut_lines(whole_or_cut, prepared.grey.shape[0], prepared.x_height)
    found = _marked(sheet, whole, settings)
    vocabulary = Vocabulary((" ".join(word.text for word in line.words) for line in found.lines), settings.lang)
    lines = _read_again(sheet, found, vocabulary, settings)
    if uses_second(settings.readers):
        lines = with_initials(lines, prepared.grey, sheet.pieces, prepared.x_height, vocabulary.is_known)
    height, width = prepared.grey.shape
    page = Page(
        number=1,
        reader=BOTH if uses_second(settings.readers) else TESSERACT,
        lines=reading_order(lines),
        width=width,
        height=height,
        dpi=prepared.dpi,
        rules=tuple(sheet.drawn.rules),
        drawings=tuple(sheet.drawn.drawings),
        cut=len(whole_or_cut) - len(whole),
    )
    return with_ruled_tables(page, sheet.drawn.tables)


def _sheet_of(prepared: Prepared) -> _Sheet:
    drawn = drawn_on(prepared.ink, prepared.fine, prepared.x_height)
    ink, pieces = drawn.type, drawn.pieces
    dots = [*(dot for leader in prepared.leaders for dot in leader.dots), *prepared.ellipses]
    for dot in dots:  # far from letters, it was taken for a speck
        area = (slice(dot.top, dot.bottom), slice(dot.left, dot.right))
        ink[area] |= prepared.fine[area]
    if dots:
        pieces = components_of(ink)
    paper = _without(prepared.grey, prepared.ink, ink, prepared.x_height)
    return _Sheet(prepared, drawn, ink, pieces, without_dots(paper, prepared.leaders))


def _lines_of(sheet: _Sheet, settings: Settings) -> list[ReadLine]:
    """What Tesseract reads, and what it passed over at first: lines, labels, leaders."""
    dpi, x_height = sheet.prepared.dpi, sheet.prepared.x_height
    read = hocr.parse(hocr_of(sheet.paper, settings, f"{OPTIONS} --dpi {dpi}"))
    whole = with_lost_lines(sheet.paper, read, sheet.pieces, x_height, settings, dpi)
    stacked = with_labels(sheet.paper, whole, dpi, settings)
    labelled = with_hanging_labels(sheet.paper, stacked, sheet.pieces, x_height, settings, dpi)
    return parted(with_leaders(labelled, sheet.prepared.leaders), x_height)


def _marked(sheet: _Sheet, lines: list[ReadLine], settings: Settings) -> _Found:
    """The lines with their raised marks; without those that are nothing but the mark of another."""
    grey, pieces = sheet.prepared.grey, sheet.pieces
    kinds = [measure(line, pieces, sheet.prepared.x_height) for line in lines]
    lines = with_ellipses(pieces, lines, kinds)
    inked = raised_letters.Page(grey, pieces, lines, kinds, told_apart(pieces, lines, kinds))
    letters = _letters(inked, settings)
    marks = _marks(inked, letters, settings)
    twice = read_twice(lines, marks)
    kept = [index for index in range(len(lines)) if index not in twice]
    return _Found([lines[i] for i in kept], [kinds[i] for i in kept], [marks[i] for i in kept], letters)


def _read_again(sheet: _Sheet, found: _Found, vocabulary: Vocabulary, settings: Settings) -> list[Line]:
    """The lines after a second opinion on their words, and a second look at their marks."""
    grey, pieces, letters = sheet.prepared.grey, sheet.pieces, found.letters
    grounds = _grounds(sheet.prepared, pieces, found.lines, found.kinds)
    seconds = [
        second_opinion(grey if uses_second(settings.readers) else None, ground, line, own, vocabulary)
        for ground, line, own in zip(grounds, found.lines, found.marks, strict=True)
    ]
    opinions = [raised_letters.without_abbreviations(opinion) for opinion in seconds]
    seen = [pair for opinion in opinions for pair in opinion.seen if pair[0].box not in letters]
    asked = [mark for mark, second in seen if not _is_sure(second)]
    readings = second_look.readings(grey, pieces, asked, settings)
    looks = letters | dict(zip((mark.box for mark in asked), readings, strict=True))
    opinions, styles = _styled(sheet.ink, pieces, opinions, found.kinds)
    lines = []
    for opinion, kind, own_styles in zip(opinions, found.kinds, styles, strict=True):
        raised = [
            _raised(mark, opinion.line, looks.get(mark.box, ()), () if mark.box in letters else second)
            for mark, second in opinion.seen
        ]
        restored, placed = _with_punctuation(pieces, opinion.line, kind, opinion.marks, raised)
        lines.append(_line(opinion, kind, own_styles, restored, placed))
    return lines


def _letters(page: raised_letters.Page, settings: Settings) -> Letters:
    """The raised letters of a page: it takes two readers to know them."""
    return raised_letters.letters_on(page, settings) if uses_second(settings.readers) else {}


def _marks(page: raised_letters.Page, letters: Letters, settings: Settings) -> list[list[Mark]]:
    """The raised marks of every line, from left to right; the doubtful ones only where the second reader speaks up."""
    if not uses_second(settings.readers):
        return [told.calls for told in page.told]
    marks = []
    for line, kind, told in zip(page.lines, page.kinds, page.told, strict=True):
        lettered = [mark for mark in told.doubtful if mark.box in letters]
        others = [mark for mark in told.doubtful if mark.box not in letters]
        marks.append([*told.calls, *lettered, *confirmed(page.grey, line, kind, others, told.calls)])
    doubtful = [[mark for mark in told.doubtful if mark not in own] for told, own in zip(page.told, marks, strict=True)]
    under = under_labels(page.lines, page.kinds, marks, doubtful)
    return [sorted([*own, *more], key=lambda mark: mark.box.left) for own, more in zip(marks, under, strict=True)]


def _grounds(prepared: Prepared, pieces: Components, lines: list[ReadLine], kinds: list[LineType]) -> Iterator[Ground]:
    """For each line the ink of the page, its type, and how large the page prints its signs."""
    sizes, apart = sign_sizes(lines, kinds, pieces, prepared.grey), sets_apart(lines, kinds, pieces)
    return (Ground(pieces, kind, sizes, prepared.grey, apart) for kind in kinds)


def _without(grey: Grey, found: Mask, kept: Mask, x_height: float) -> Grey:
    """The grey page around its ink, and white elsewhere; rules and pictures are painted over.

    Tesseract gets the grey page and not the binarised one: a global threshold loses hairlines, so that commas become
    full stops and en dashes spaces. On two specimens the CER of the notes fell from 4.0 and 2.7 % to 0.6 and 0.3 %.
    Hairlines are never far from other ink; what is far from it is the grain of the paper, which makes words.
    """
    reach = max(3, round(NEAR_INK * x_height))
    near = np.asarray(cv2.dilate(kept, np.ones((reach, reach), np.uint8)), dtype=np.uint8)
    drawings = np.asarray(cv2.dilate(found & ~kept, np.ones((5, 5), np.uint8)), dtype=np.uint8)
    outside = ~near | (drawings & ~kept)
    return grey | outside  # what is outside has all bits set, as has white paper


def _raised(mark: Mark, line: ReadLine, look: tuple[Reading, ...], second: tuple[Reading, ...]) -> RaisedMark:
    """The mark with all opinions on it: the surer of the second look and the second reader, then what stands there."""
    chars = line.words[mark.word].chars[mark.start : mark.end] if mark.word >= 0 else ()
    printed = "".join(char.text for char in chars)
    first = (Reading(text=printed, confidence=min(c.confidence for c in chars), reader=TESSERACT),) if chars else ()
    start, end = _span(line, mark)
    return RaisedMark(
        word=mark.word, start=start, end=end, box=mark.box, readings=(*_surest_first(look, second), *first)
    )


def _is_sure(second: tuple[Reading, ...]) -> bool:
    """Whether a mark needs no second look: the second reader is sure of a number or a note sign.

    Of 75 marks that both had read, both had the same in 67; in the others the second look had lost a digit.
    """
    return any(reading.confidence >= SURE and (set(reading.text) <= NUMBERS) for reading in second)


def _surest_first(look: tuple[Reading, ...], second: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """The second look sees nothing but digits and signs, so that its sure readings go first."""
    doubtful = not look or look[0].confidence < second_look.SURE or _is_part(look[0].text, second)
    sure = bool(second) and second[0].confidence >= second_look.SURE
    return (*second, *look) if doubtful and sure else (*look, *second)


def _is_part(number: str, second: tuple[Reading, ...]) -> bool:
    """Whether the second reader sees more digits than the mark has: one whose ink is broken is none of its pieces."""
    return bool(second) and second[0].text.isdecimal() and number != second[0].text and number in second[0].text


def _span(line: ReadLine, mark: Mark) -> tuple[int, int]:
    """Code points of the word's text: a character of Tesseract's may have more than one."""
    if mark.word < 0:
        return 0, 0
    texts = [char.text for char in line.words[mark.word].chars]
    return len("".join(texts[: mark.start])), len("".join(texts[: mark.end]))


def _with_punctuation(
    pieces: Components, line: ReadLine, kind: LineType, marks: list[Mark], raised: list[RaisedMark]
) -> tuple[dict[int, str], tuple[RaisedMark, ...]]:
    """Words that get back the punctuation before their raised mark, and all marks at their places in them.

    A word with two marks is left as it is.
    """
    restored: dict[int, str] = {}
    moved = []
    for mark, record in zip(marks, raised, strict=True):
        alone = sum(other.word == mark.word for other in marks) == 1
        if mark.word < 0 or not alone:
            moved.append(record)
            continue
        text, shift = restore(pieces, line.words[mark.word], mark, kind)
        if shift:
            restored[mark.word] = text
        moved.append(msgspec.structs.replace(record, start=record.start + shift, end=record.end + shift))
    return restored, tuple(moved)


def _styled(
    ink: Mask, pieces: Components, opinions: list[Opinion], kinds: list[LineType]
) -> tuple[list[Opinion], list[list[Style]]]:
    """The lines with their small capitals told, and the style of every word."""
    bold = bold_lines(ink, [opinion.line for opinion in opinions], kinds)
    typed = are_typed(opinion.line for opinion in opinions)
    told, styles = [], []
    for opinion, kind, is_bold in zip(opinions, kinds, bold, strict=True):
        line, small = recast(pieces, opinion.line, kind, opinion.small)
        italic = italic_words(ink, line, kind, typed=typed)
        rivals = dict(opinion.rivals)
        for index, read in small.items():
            if read != line.words[index].text:
                own = Reading(text=read, confidence=line.words[index].confidence, reader=TESSERACT)
                rivals[index] = (own, *rivals.get(index, ()))
        told.append(opinion._replace(line=line, rivals=rivals))
        styles.append([Style(italic=it, bold=is_bold, small_caps=i in small) for i, it in enumerate(italic)])
    return told, styles


def _line(
    opinion: Opinion, kind: LineType, styles: list[Style], restored: dict[int, str], marks: tuple[RaisedMark, ...]
) -> Line:
    line = opinion.line
    words = tuple(
        _word(word, styles[index], restored.get(index), opinion.rivals.get(index, ()))
        for index, word in enumerate(line.words)
    )
    middle = (line.box.left + line.box.right) / 2
    return Line(words=words, box=line.box, baseline=round(kind.baseline_at(middle)), size=kind.size, marks=marks)


def _word(word: ReadWord, style: Style, restored: str | None, rivals: tuple[Reading, ...]) -> Word:
    own = Reading(text=word.text, confidence=word.confidence, reader=TESSERACT)
    all_rivals = rivals if restored is None else (own, *rivals)
    text = restored or word.text
    return Word(text=text, box=word.box, confidence=word.confidence, style=style, rivals=all_rivals)
