"""What stands beside the text in its margins: side notes, numbers of lines."""

import pytest

from pipeline.model import BlockKind, FurnitureKind
from tests.segment.setting import FULL, RIGHT, Set, article_of, blocks, body, first_page

LINE = FULL[:80]
"""A line that ends at the right edge of the text."""


def _tabs(text: str, beside: str, by: int = 12) -> Set:
    """A justified line with words in the margin, ``by`` pixels from the text."""
    edges, edge = [], 100
    for word in text.split():
        edges.append(edge)
        edge += 10 * (len(word) + 1)
    first = RIGHT + by
    for word in beside.split():
        edges.append(first)
        first += 10 * (len(word) + 1)
    return Set(f"{text} {beside}", tabs=tuple(edges))


def _marginal(article: object) -> list[str]:
    return [each.text for each in article.furniture if each.kind is FurnitureKind.MARGINAL]  # type: ignore[attr-defined]


def test_a_side_note_is_no_part_of_the_line() -> None:
    """Two lines of a side note, which the reader took into the lines beside them."""
    page = [*[Set(LINE)] * 5, _tabs(LINE, "The lamps"), _tabs(LINE, "of 1872."), *[Set(LINE)] * 5]
    article = article_of(page, reader="tesseract")

    assert ["The lamps", "of 1872."] == _marginal(article)
    assert not any("The lamps" in text for text in blocks(article, BlockKind.PARAGRAPH))


def test_a_page_number_far_from_a_short_line_is_its_own() -> None:
    """In a table of contents the numbers stand beyond the lines, but these end early."""
    entries = [_tabs("Of lamps and oil", str(number), by=10) for number in (12, 48)]
    article = article_of([*[Set(LINE)] * 6, *entries, *[Set(LINE)] * 6], reader="tesseract")

    assert [] == _marginal(article)


def test_numbers_of_lines_behind_the_text_are_marginal() -> None:
    """A proof counts its lines to the right, also behind one that ends short of the edge."""
    numbered = [_tabs(text, number, by=30) for text, number in ((LINE, "2.5"), ("and sank.", "2.10"), (LINE, "2.15"))]
    rest = [[Set(LINE)] * 4 for _ in range(4)]
    article = article_of(
        [*rest[0], numbered[0], *rest[1], numbered[1], *rest[2], numbered[2], *rest[3]], reader="tesseract"
    )

    assert ["2.5", "2.10", "2.15"] == _marginal(article)


def test_numbers_of_lines_before_the_text_are_marginal() -> None:
    """An edition counts its lines by fives, to the left of the text."""
    numbered = [Set(f"{number} {LINE}", indent=-2.0, tabs=(60, 100)) for number in (5, 10)]
    article = article_of(
        [*[Set(LINE)] * 4, numbered[0], *[Set(LINE)] * 4, numbered[1], *[Set(LINE)] * 3], reader="tesseract"
    )

    assert ["5", "10"] == _marginal(article)


@pytest.mark.parametrize(("called", "notes"), [("1", ["1", "2"]), ("7", [])])
def test_notes_that_the_page_calls_stand_in_its_margin(called: str, notes: list[str]) -> None:
    """Two of them, too few to make a column; what the page does not call are side notes."""
    beside = [
        Set(text, indent=42.0, size=0.7, at=at) for text, at in (("1) HR, p. 12.", 190), ("2) Ibid., p. 3.", 310))
    ]
    lines = [
        Set(LINE, raised=number, at=100 + 30 * row) for row, number in enumerate(["", "", "", called, "", "", "2"])
    ]
    rest = [Set(LINE, at=310 + 30 * row) for row in range(1, 12)]
    article = article_of([*lines[:4], beside[0], *lines[4:], beside[1], *rest], reader="tesseract")

    assert notes == [note.label for note in article.notes]


def test_the_folio_beside_the_text_in_the_midst_of_a_sentence() -> None:
    """Some journals set it in the left margin, in line with it; numbers of paragraphs are their own."""
    folio = Set("144 of the harbour, and the ships that ran", tabs=(30, 100))
    numbered = Set("145 The keepers wrote of every ship that ran", tabs=(30, 100))
    article = article_of(first_page(), [*body(8), *[Set(FULL[:80])] * 2, folio, *body(8)],
                         [*body(8), numbered, *body(8)[1:]])  # fmt: skip

    assert ["144"] == [each.text for each in article.furniture if each.kind is FurnitureKind.MARGINAL]
    assert any("145 The keepers" in block.text for block in article.blocks)


def test_the_first_cells_of_a_table_under_two_columns_are_not_in_its_margin() -> None:
    """The reader made two lines of each row, of which those to the right are the more: their edge is not the text's."""
    text = [Set(LINE[:36], column=column, indent=indent) for column, indent in ((1, 0.0), (2, 22.0)) for _ in range(6)]
    head = [Set("Year Lamps", indent=18.0, gap=2.0), Set("lit and paid for", indent=18.0)]
    at = 100 + 30 * 18
    cells = [
        Set(cell, indent=indent, at=at + 30 * row)
        for row in range(9)
        for cell, indent in ((f"{1870 + row} 91.{row}", 0.0), (f"146,14{row} .335 2.06 1.00{row} 133,13{row}", 18.0))
    ]
    article = article_of([*text, *head, *cells], reader="tesseract")

    assert [] == _marginal(article)


def test_numbers_of_paragraphs_are_marginal() -> None:
    """Journals on the net count their paragraphs in the margin, from page to page: they are no words of the text."""
    numbered = [Set(f"{number} {LINE}", indent=-3.0, tabs=(40, 100)) for number in range(1, 9)]
    pages = [
        [*body(8)[1:], one, *body(8)[1:], other, *body(8)[1:]]
        for one, other in zip(numbered[::2], numbered[1::2], strict=True)
    ]
    article = article_of(*pages)

    assert [str(number) for number in range(1, 9)] == _marginal(article)
    assert not any(block.text[:1].isdigit() for block in article.blocks)


def test_a_numbered_list_on_one_page_is_no_count_of_paragraphs() -> None:
    """Its numbers are the author's, though they hang in the margin."""
    listed = [Set(f"{number} {LINE}", indent=-3.0, tabs=(40, 100)) for number in (1, 2, 3, 4, 6, 7)]
    article = article_of([*body(8), *listed, *body(8)], [*body(8), *body(8)], [*body(8), *body(8)])

    assert [] == [text for text in _marginal(article) if text in {"1", "2"}]
