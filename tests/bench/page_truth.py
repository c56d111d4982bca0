"""Pages of a scan that somebody read letter by letter, as a truth for the readers.

A folder has a text file for each page that was read, named by the page's number in the source (``07.txt``, counted from
1): a printed line is a line, hyphens at its end are kept, blank lines may part body and notes, and raised signs are
``<sup>12</sup>``. Spaces are single, whatever the width of the white. Such texts stay outside the project.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.model import Box, Line, RaisedMark, Word
from pipeline.ocr.page_image.image_files import opened
from pipeline.ocr.sources import Frame, open_pdf, open_source
from pipeline.source_kinds import Kind

SUFFIX = ".txt"
RAISED = re.compile(r"<sup>(.*?)</sup>")
POINTS_PER_INCH = 72
NOWHERE = Box(0, 0, 1, 1)
"""A truth of letters says nothing about places."""


class ReadPage(NamedTuple):
    """A page image and the lines that are printed on it."""

    image: bytes
    """PNG."""
    lines: tuple[Line, ...]


def pages_read(folder: Path, source: Path, dpi: int) -> Iterator[ReadPage]:
    """The pages of a source that have a truth in the folder, in order; those of a PDF rendered at ``dpi``.

    Raises:
        SourceError: the source is no PDF or page image, or the folder has a truth for none of its pages.
    """
    document = open_source(source, Settings())
    if document.kind not in (Kind.PDF, Kind.IMAGE):
        raise SourceError(f"{source} has no page images", "give the PDF or the images that the truth was read from")
    numbers = {int(path.stem): path for path in folder.glob(f"*{SUFFIX}") if path.stem.isdecimal()}
    known = sorted(number for number in numbers if 1 <= number <= document.page_count)
    if not known:
        raise SourceError(f"{folder} has no truth for a page of {source}", "name its files by the page: 01.txt, 02.txt")
    for number in known:
        text = numbers[number].read_text(encoding="utf-8")
        yield ReadPage(_image(document.frames[number - 1], document.kind, dpi), lines_of(text))


def lines_of(text: str) -> tuple[Line, ...]:
    """The printed lines of a page, raised signs as marks.

    >>> lines_of("the road.<sup>3</sup> In")[0].words[1].text
    'road.3'
    """
    return tuple(_line(row) for row in text.splitlines() if row.strip())


def _line(row: str) -> Line:
    words, marks = [], []
    for index, printed in enumerate(row.split()):
        text, done = "", 0
        for raised in RAISED.finditer(printed):
            text += printed[done : raised.start()]
            marks.append(RaisedMark(word=index, start=len(text), end=len(text) + len(raised[1]), box=NOWHERE))
            text += raised[1]
            done = raised.end()
        words.append(Word(text=text + printed[done:]))
    return Line(words=tuple(words), marks=tuple(marks))


def _image(frame: Frame, kind: str, dpi: int) -> bytes:
    written = BytesIO()
    if kind == Kind.PDF:
        with open_pdf(frame.path) as document:
            document[frame.number].render(scale=dpi / POINTS_PER_INCH, grayscale=True).to_pil().save(written, "PNG")
    else:
        with opened(frame.path) as image:
            image.seek(frame.number)
            image.convert("L").save(written, "PNG")
    return written.getvalue()
