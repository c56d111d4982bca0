"""Text conservation: every character of every mended line is found again in the article, or its absence is named."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pipeline import cleanup, segment
from pipeline.config import Settings
from pipeline.model import Article, Join, Lines, Piece
from tests.cleanup.pages import pages_of


def article_of_dump(*pages: Sequence[str]) -> Article:
    """The article of a dump with these lines on its pages, in which every character is found again."""
    lines = cleanup.run(pages_of(*[list(page) for page in pages]), Settings())
    article = segment.run(lines, Settings())
    assert_conserved(lines, article)
    return article


def texts_of(article: Article) -> Iterator[tuple[str, tuple[Piece, ...]]]:
    """Every text of the article with its pieces."""
    for block in article.blocks:
        yield block.text, block.pieces
    for note in article.notes:
        yield note.text, note.pieces
    for furniture in article.furniture:
        yield furniture.text, furniture.pieces
    for discard in article.discarded:
        yield discard.text, discard.pieces


def printed(text: str, pieces: tuple[Piece, ...], index: int) -> str:
    """The stretch of the line that a piece stands for: its text with cuts put back and the dropped hyphen."""
    piece = pieces[index]
    stretch = text[piece.start : piece.end]
    for cut in sorted(piece.cuts, key=lambda cut: cut.offset):
        place = cut.offset - piece.line_start
        stretch = stretch[:place] + cut.printed + stretch[place:]
    dropped = index + 1 < len(pieces) and pieces[index + 1].join is Join.SOFT
    return stretch + "-" if dropped else stretch


def assert_conserved(lines: Lines, article: Article) -> None:
    """Raises AssertionError unless each piece gives its line back and each character of each line is in one piece."""
    text_of = {(page.number, number): line.text for page in lines.pages for number, line in enumerate(page.lines)}
    covered: defaultdict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for text, pieces in texts_of(article):
        for index, piece in enumerate(pieces):
            line = text_of[piece.page, piece.line]
            assert printed(text, pieces, index) == line[piece.line_start : piece.line_end]
            covered[piece.page, piece.line].append((piece.line_start, piece.line_end))
    for key, line in text_of.items():
        marks = [0] * len(line)
        for start, end in covered[key]:
            for offset in range(start, end):
                marks[offset] += 1
        assert all(mark == (0 if line[offset].isspace() else mark) or mark == 1 for offset, mark in enumerate(marks))
        assert all(mark == 1 or line[offset].isspace() for offset, mark in enumerate(marks)), (key, line, marks)
