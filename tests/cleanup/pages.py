"""Pages for tests: lines of text without geometry."""

from collections.abc import Sequence

from pipeline.model import Line, Page, Pages, Word


def line_of(text: str, *, blank_before: int = 0) -> Line:
    """A line of a text dump."""
    words = tuple(Word(text=word) for word in text.split())
    return Line(words=words, indent=len(text) - len(text.lstrip()), blank_before=blank_before)


def pages_of(*pages: Sequence[str]) -> Pages:
    """Pages of a text dump; an empty string is a blank line."""
    return Pages(doc="test", pages=tuple(page_of(number, lines) for number, lines in enumerate(pages, 1)))


def page_of(number: int, texts: Sequence[str]) -> Page:
    """One page of a text dump."""
    lines, blank = [], 0
    for text in texts:
        if text.strip():
            lines.append(line_of(text, blank_before=blank))
            blank = 0
        else:
            blank += 1
    return Page(number=number, reader="dump", lines=tuple(lines))
