"""A second opinion on a line: its doubtful words are cut out, read again by the second reader, and the two compared.

Both readings of a word stay with it: the one that was not taken is a rival. Raised ink is left out of the comparison;
what the second reader makes of it is one more opinion on the mark. The ink itself is a witness too, with one reader
and with two: it tells the signs that were made of specks.
"""

from collections.abc import Iterator
from itertools import chain

from pipeline.model import Reading
from pipeline.ocr.collation.cells import STRAIGHT, Cell, Edit, Rebuilt, cells_of, rebuild
from pipeline.ocr.collation.comparison import Comparison
from pipeline.ocr.collation.cuttings import marks_of, read_run
from pipeline.ocr.collation.doubtful_words import Inked, is_sure, runs
from pipeline.ocr.collation.opinion import Opinion
from pipeline.ocr.collation.raised_signs import Ground, loose_ink, on_mark, reading_of, without_quote
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.letterforms.dropped_diacritics import has_unread_ink
from pipeline.ocr.letterforms.level_words import doubtful
from pipeline.ocr.punctuation.bullets import bullets
from pipeline.ocr.punctuation.dash_lengths import edits_by_length, thin_dashes
from pipeline.ocr.punctuation.french_spacing import french_spaces
from pipeline.ocr.punctuation.lost_stops import lost_quotes, lost_stops, stops_at_quotes
from pipeline.ocr.punctuation.signs_without_ink import edits_by_ink
from pipeline.ocr.punctuation.strokes_of_quotes import edits_by_strokes
from pipeline.ocr.punctuation.tails import edits_by_tail, plain_colons
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadLine, ReadWord
from pipeline.readers import TESSERACT
from pipeline.vocabulary import Vocabulary


def second_opinion(
    grey: Grey | None, ground: Ground, line: ReadLine, marks: list[Mark], vocabulary: Vocabulary
) -> Opinion:
    """Read the doubtful words of a line again, and decide character by character which reader to believe.

    Args:
        grey: the page image; None where there is only one reader, and the ink alone is asked.
        ground: its ink, the type of the line, and how large the page prints its signs.
        line: what Tesseract reads.
        marks: its raised ink.
        vocabulary: the words of the page.

    Raises:
        ToolError: the second reader's model cannot be loaded.
    """
    cells = cells_of(line, marks)
    edits: list[Edit] = []
    seconds: dict[int, Reading] = {}
    small: set[int] = set()
    on_marks: list[tuple[Reading, ...]] = [() for _ in marks]
    kind = ground.kind
    answers = (
        ()
        if grey is None
        else (
            (run, read_run(grey, line, kind, marks, run))
            for run in runs(line, marks, _inked(line, marks, ground), vocabulary)
        )
    )
    for run, glyphs in answers:
        bare = list(marks)
        for index in marks_of(run, marks):
            start, end = on_mark(glyphs, marks[index], cells, kind)
            if end > start:
                on_marks[index] = (reading_of(glyphs[start:end]),)
                bare[index] = without_quote(marks[index], glyphs[:start], glyphs[start:end])
            glyphs = glyphs[:start] + glyphs[end:]
        comparison = Comparison(cells, run, glyphs, bare, vocabulary)
        own = comparison.small_capitals(ground)
        edits += comparison.edits(ground, own)
        seconds |= comparison.readings()
        small |= own
    dashes = (edits_by_length(cells, ground), thin_dashes(cells, ground))
    by_ink = (edits_by_ink(cells, ground, vocabulary), *dashes, lost_stops(cells, ground))
    edits += _apart(bullets(cells, ground), edits)
    edits += _apart(edits_by_strokes(cells, ground), edits)
    edits += _apart(chain(*by_ink), edits)
    edits += _apart(
        chain(edits_by_tail(cells, ground), lost_quotes(cells, ground), stops_at_quotes(cells, ground)), edits
    )
    edits += _apart(french_spaces(cells, ground), edits)
    rebuilt = rebuild(line, marks, cells, edits)
    told = frozenset(number for number, sources in enumerate(rebuilt.sources) if small.issuperset(sources))
    return _opinion(line, cells, rebuilt, seconds, on_marks)._replace(small=told)


def _inked(line: ReadLine, marks: list[Mark], ground: Ground) -> Inked:
    pieces, kind = ground.pieces, ground.kind
    names = ((index, word) for index, word in enumerate(line.words) if is_sure(word) and not word.text.islower())
    unread = frozenset(index for index, word in names if has_unread_ink(pieces, word.chars, kind))
    return Inked(loose_ink(line, marks, ground), doubtful(pieces, line, kind), unread, plain_colons(line, ground))


def _opinion(
    line: ReadLine,
    cells: list[Cell],
    rebuilt: Rebuilt,
    seconds: dict[int, Reading],
    on_marks: list[tuple[Reading, ...]],
) -> Opinion:
    texts = _texts(cells)
    words, rivals = [], {}
    for number, (word, sources) in enumerate(zip(rebuilt.line.words, rebuilt.sources, strict=True)):
        changed = bool(rebuilt.changed & set(sources))
        known = [seconds[index] for index in sources if index in seconds]
        others = [reading for reading in known if changed or _differs(reading.text, texts.get(sources[0], ""))]
        words.append(word if others and not changed else _surer(word, known, changed))
        own = [_of_first(line.words[index]) for index in sources] if changed else []
        different = [reading for reading in (*own, *others) if _differs(reading.text, word.text)]
        if different:
            rivals[number] = tuple(different)
    new = rebuilt.line._replace(words=tuple(words))
    return Opinion(new, rebuilt.marks, rivals, [*on_marks, *((call.reading,) for call in rebuilt.calls)])


def _apart(more: Iterator[Edit], edits: list[Edit]) -> list[Edit]:
    """Those of ``more`` that no other edit is at or beside: what two readers have decided is decided."""
    return [edit for edit in more if not any(one.start <= edit.end and edit.start <= one.end for one in edits)]


def _texts(cells: list[Cell]) -> dict[int, str]:
    """The words without what stands for raised ink."""
    texts: dict[int, str] = {}
    for cell in cells:
        if cell.mark < 0 and cell.char:
            texts[cell.word] = texts.get(cell.word, "") + cell.text
    return texts


def _differs(one: str, other: str) -> bool:
    return one.translate(STRAIGHT) != other.translate(STRAIGHT)


def _of_first(word: ReadWord) -> Reading:
    return Reading(text=word.text, confidence=word.confidence, reader=TESSERACT)


def _surer(word: ReadWord, seconds: list[Reading], changed: bool) -> ReadWord:
    """A word that both readers have is as sure as the surer of them; a mended one as sure as the second reader."""
    if not seconds:
        return word
    second = min(reading.confidence for reading in seconds)
    return word._replace(confidence=second if changed else max(word.confidence, second))
