"""Text dumps of somebody's OCR: lines without geometry, indents and blank lines kept."""

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from pipeline.errors import SourceError
from pipeline.model import Line, Page, Word
from pipeline.ocr.dumps.columns import in_sequence
from pipeline.ocr.dumps.encoding import decode
from pipeline.ocr.dumps.labels import beside_their_notes
from pipeline.ocr.dumps.markup import FEED, MarkedLine, is_marked, unmarked
from pipeline.ocr.dumps.pages import page_marks, page_starts
from pipeline.ocr.dumps.proofread_notes import proofread_notes
from pipeline.ocr.dumps.told_notes import told_notes, turns
from pipeline.source_kinds import MARKDOWN_SUFFIXES

log = logging.getLogger(__name__)

TAB = 8
LONGEST = 10_000
"""Characters of a line; a dump with longer ones has a page or a document in one line, and not what a press prints."""
WITHIN_A_SENTENCE = re.compile(r"(?<=[^\W\d_A-Z]) (?=[^\W\d_A-Z])")


def read_dump(path: Path) -> tuple[Page, ...]:
    """The pages of a text dump: at form feeds if it has any, else where its folios and running heads say.

    Raises:
        SourceError: it cannot be read, or is not text.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read ({error.strerror})", "check the file") from error
    return _pages(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=2)
def _pages(path: Path, _changed: int, _size: int) -> tuple[Page, ...]:
    text = proofread_notes(decode(path.read_bytes(), path.name))
    told = _told(text, is_markdown=path.suffix.lower() in MARKDOWN_SUFFIXES)
    if told:
        return tuple(Page(number=n, reader="dump", lines=_told_lines(page)) for n, page in enumerate(told, start=1))
    sheets = text.split("\f") if "\f" in text else _sheets(text)
    if "\f" in text and not sheets[-1].strip():
        sheets.pop()  # a form feed ends a page, also the last one
    if not text.strip():
        return ()
    pages = beside_their_notes([in_sequence([raw.expandtabs(TAB) for raw in sheet.split("\n")]) for sheet in sheets])
    return tuple(Page(number=n, reader="dump", lines=_lines(page)) for n, page in enumerate(pages, start=1))


def _told(text: str, *, is_markdown: bool) -> list[list[MarkedLine]]:
    """The pages of a dump that has markup, or that tells its notes; none of any other."""
    marked = is_markdown or is_marked(text)
    plain = [MarkedLine(line.rstrip()) for line in text.replace(FEED, f"\n{FEED}\n").split("\n")]
    lines = told_notes(unmarked(text) if marked else plain, marks=marked)
    if not marked and not any(line.region for line in lines):
        return []
    starts = sorted({0, *_page_turns(lines)})
    pages = [lines[begin:end] for begin, end in pairwise([*starts, len(lines)])]
    return [page for page in pages if any(line.text.strip() for line in page)]


def _page_turns(lines: Sequence[MarkedLine]) -> list[int]:
    """Where pages begin: at form feeds, or where a program counts them; else where text follows notes, or by folios."""
    texts = [line.text.strip("\n") for line in lines]
    feeds = [row for row, line in enumerate(lines) if line.text == FEED]
    return feeds or page_marks(texts) or turns(lines) or page_starts(texts)


def _told_lines(page: Iterable[MarkedLine]) -> tuple[Line, ...]:
    lines = []
    blank = 0
    for marked in page:
        if not marked.text.strip():
            blank += 1
            continue
        for text in _wrapped([marked.text]):
            lines.append(Line(words=tuple(_words(marked, text)), region=marked.region, blank_before=blank))
            blank = 0
    return tuple(lines)


def _words(line: MarkedLine, text: str) -> Iterator[Word]:
    """The words of a line, or of a piece of it."""
    begin = line.text.find(text)
    for found in re.finditer(r"\S+", text):
        yield Word(text=found[0], style=line.style_of(begin + found.start(), begin + found.end()))


def _sheets(text: str) -> list[str]:
    lines = text.split("\n")
    starts = page_starts(lines)
    ends = [*starts[1:], len(lines)]
    return ["\n".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _lines(page: Iterable[str]) -> tuple[Line, ...]:
    lines = []
    blank = 0
    for text in _wrapped(page):
        if not text.strip():
            blank += 1
            continue
        words = tuple(Word(text=token) for token in text.split())
        lines.append(Line(words=words, indent=len(text) - len(text.lstrip()), blank_before=blank))
        blank = 0
    return tuple(lines)


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    """The lines, cut where they are too long, at a space: if possible between words in small letters.

    What works on a line may take the square of its length, and where a line begins says what it is: a piece that began
    with a number would be a note.
    """
    for line in lines:
        rest = line
        while len(rest) > LONGEST:
            spaces = [found.start() for found in WITHIN_A_SENTENCE.finditer(rest, LONGEST // 2, LONGEST)]
            end = spaces[-1] if spaces else rest.rfind(" ", 1, LONGEST)
            if end <= 0 or not rest[:end].strip():
                break
            yield rest[:end]
            rest = rest[end + 1 :]
        yield rest
