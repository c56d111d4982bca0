"""From a file of hOCR, ALTO or PAGE to its pages."""

import warnings
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from lxml import etree

from pipeline.errors import SourceError
from pipeline.model import Box, Line, Page, Reading, Word
from pipeline.ocr.lines.layout import reading_order
from pipeline.ocr.page_image.image_files import DECODING, opened
from pipeline.ocr.transcripts import from_alto, from_hocr, from_page_xml
from pipeline.ocr.transcripts.markup import Place, broken, line_of, read_markup
from pipeline.ocr.transcripts.page_image import image_beside
from pipeline.ocr.transcripts.raised import by_geometry, by_signs, marks_of, with_calls_attached
from pipeline.ocr.transcripts.regions import with_notes_at_foot
from pipeline.ocr.transcripts.type_from_boxes import baseline_of, sizes_of
from pipeline.ocr.transcripts.written import WrittenLine, WrittenPage, WrittenWord, is_place
from pipeline.source_kinds import HEAD, transcript_format

MAX_OUTSIDE = 0.05
"""Share of a page's lines that may stand outside it: more, and the page and its words are not in one unit."""
SLACK = 1.02


def count_pages(path: Path) -> int:
    """How many pages a file has.

    Raises:
        SourceError: it cannot be read, or its markup is broken.
    """
    return len(_open(path)[2])


class Transcribed(NamedTuple):
    """A page, and its image where that lies beside the file."""

    page: Page
    image: Path | None


def read_transcript_page(path: Path, index: int) -> Transcribed:
    """Page ``index`` (from 0) of a file; ``number`` is left to the caller.

    Raises:
        SourceError: it cannot be read; the sentence has the file and the line.
    """
    form, root, pages = _open(path)
    image = image_beside(path, form, root, pages[index], alone=len(pages) == 1)
    try:
        written = _written(form, root, pages[index], _image_size(image))
        _check_places(pages[index], written)
        lines = _lines(written, form)
    except Place as fault:
        raise broken(path.name, fault.line, fault.fault) from fault
    except (ValueError, OverflowError, ZeroDivisionError) as error:
        raise broken(path.name, line_of(pages[index]), f"the page has numbers that make no sense ({error})") from error
    page = Page(
        number=1,
        reader=form,
        lines=lines if written.ordered else reading_order(list(lines)),
        width=written.width,
        height=written.height,
        dpi=written.dpi,
    )
    return Transcribed(page, image)


def _image_size(path: Path | None) -> tuple[int, int]:
    """Width and height of a page image; zeros where it cannot tell."""
    if path is None:
        return 0, 0
    try:
        with warnings.catch_warnings(), opened(path) as image:
            return image.size
    except DECODING:
        return 0, 0


def _open(path: Path) -> tuple[str, etree._Element, list[etree._Element]]:
    try:
        status = path.stat()
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read ({error.strerror})", "check the file") from error
    return _opened(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _opened(path: Path, _changed: int, _size: int) -> tuple[str, etree._Element, list[etree._Element]]:
    with path.open("rb") as file:
        form = transcript_format(file.read(HEAD))
    if not form:
        raise broken(path.name, 1, "it begins neither as hOCR nor as ALTO or PAGE XML")
    root = read_markup(path, html=form == "hocr")
    pages = {"hocr": from_hocr.pages_of, "alto": from_alto.pages_of}.get(form, from_page_xml.pages_of)(root)
    if not pages:
        raise broken(path.name, line_of(root), "there is no page in it")
    return form, root, pages


def _written(form: str, root: etree._Element, page: etree._Element, size: tuple[int, int]) -> WrittenPage:
    """The page; ``size`` is that of its image, for a page that does not say its own."""
    if form == "alto":
        return from_alto.read(page, from_alto.sheet_of(root), size)
    return from_hocr.read(page, size) if form == "hocr" else from_page_xml.read(page, size)


def _check_places(page: etree._Element, written: WrittenPage) -> None:
    """Refuse a page of a senseless size, and one whose words stand beside it.

    Then one of the two is in another unit, and nobody knows which.
    """
    if not (is_place(written.width) and is_place(written.height)):
        raise Place(page, f"the page is {written.width} by {written.height} pixels, and no page is so large")
    outside = [line for line in written.lines if not _is_on(line.box, written)]
    if len(outside) > MAX_OUTSIDE * len(written.lines):
        worst = max(outside, key=lambda line: (line.box.right, line.box.bottom)).box
        raise Place(
            page,
            f"the page is {written.width} by {written.height} pixels, and {len(outside)} of its {len(written.lines)} "
            f"lines stand outside it (as far as {worst.right}, {worst.bottom}), as if in another unit",
        )


def _is_on(box: Box, page: WrittenPage) -> bool:
    return box.right <= SLACK * page.width + 2 and box.bottom <= SLACK * page.height + 2


def _lines(written: WrittenPage, form: str) -> tuple[Line, ...]:
    told = with_notes_at_foot(written.lines)
    sizes = sizes_of(list(told), written.dpi)
    lines = tuple(_line(line, size, form) for line, size in zip(told, sizes, strict=True))
    if not written.ordered:
        return lines
    # The columns are still those of the geometry; the order is the file's.
    columns = {id(line): column for line, column in _columns(lines)}
    return tuple(msgspec.structs.replace(line, column=columns[id(line)]) for line in lines)


def _columns(lines: tuple[Line, ...]) -> list[tuple[Line, int]]:
    """Every line with the column in which it stands."""
    tagged = [msgspec.structs.replace(line, indent=index) for index, line in enumerate(lines)]
    return [(lines[line.indent], line.column) for line in reading_order(tagged)]


def _line(line: WrittenLine, size: float, form: str) -> Line:
    baseline = baseline_of(line)
    words = [by_geometry(by_signs(word), baseline, size) for word in line.words]
    words = with_calls_attached(words, size)
    marks = [mark for index, word in enumerate(words) for mark in marks_of(word, index, form)]
    return Line(
        words=tuple(_word(word, form) for word in words),
        box=line.box,
        baseline=round(baseline),
        size=size,
        marks=tuple(marks),
        region=line.region,
    )


def _word(word: WrittenWord, form: str) -> Word:
    rivals = tuple(Reading(text=text, confidence=round(sure, 3), reader=form) for text, sure in word.rivals)
    return Word(text=word.text, box=word.box, confidence=round(word.confidence, 3), style=word.style, rivals=rivals)
