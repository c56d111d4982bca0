"""Paragraphs in italics between upright ones: what somebody else wrote, or headings."""

import pytest

from pipeline.model import BlockKind, Style
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads

ITALIC = Style(italic=True)


def _text(end: str) -> list[Set]:
    """A paragraph that ends so."""
    return [*body()[:-1], Set(end)]


def _set(*texts: str) -> list[Set]:
    """A paragraph in italics, white above it."""
    return [Set(text, style=ITALIC, indent=0.0 if at else 1.4, gap=0.0 if at else 0.5) for at, text in enumerate(texts)]


AFTER = [Set(FULL[:78], indent=1.4, gap=0.5), *body()[1:]]


@pytest.mark.parametrize(
    ("before", "quoted"),
    [
        ("and he said:",
         ["No lamp that is not on the list of the Board was ever lit by a keeper of mine,", "on no day."]),
        ("and he said:", ["No lamp that is not on the list of the Board was ever lit by mine. (1871b, 18)"]),
        ("and he said so.", ["But the lists of that year support a reconstructed case. (Reed 1878b, 340)"]),
    ],
    ids=["behind a colon", "behind a colon, with its source", "with its source"],
)  # fmt: skip
def test_a_sentence_in_italics_is_quoted(before: str, quoted: list[str]) -> None:
    """It stands over the whole measure in the size of the text, and nothing else tells it."""
    article = article_of(first_page(), [*_text(before), *_set(*quoted), *AFTER])

    assert ([" ".join(quoted)], []) == (blocks(article, BlockKind.QUOTATION), heads(article))


@pytest.mark.parametrize(
    ("before", "head"),
    [
        ("and he counted these:", "The First Lists of the Board (1871–1878)"),
        ("and he counted these.", "The First Lists of the Board (1871–1878)"),
        ("and he counted these:", "2. The Lists of the Board"),
    ],
    ids=["years behind a colon", "years", "number"],
)
def test_a_heading_in_italics_is_none(before: str, head: str) -> None:
    """It is no sentence, though a colon may stand above it and years in brackets at its end."""
    article = article_of(
        first_page(), [*_text(before), Set(head, style=ITALIC, gap=1.0), Set(FULL[:80], gap=0.5), *body()[1:]]
    )

    assert [] == blocks(article, BlockKind.QUOTATION)
    assert [head] == [text for _, text in heads(article)]


def test_a_statement_with_a_label_is_none() -> None:
    """The author sets it off to refer to it."""
    stated = _set("(2´) Whatever lamp is lit is kept, and whatever lamp is kept is on the list.")

    assert [] == blocks(article_of(first_page(), [*_text("and so it follows:"), *stated, *AFTER]), BlockKind.QUOTATION)


def test_a_title_within_the_text_is_none() -> None:
    """A row of a paragraph may be in italics from edge to edge, behind a colon too."""
    text = [*body()[:-1], Set("and the keepers of the harbour, though they could not read it, all had one book:")]
    title = Set("The Lamps of the Lower Harbour, with an Account of the Oil that Was Burnt in Them.", style=ITALIC)
    article = article_of(first_page(), [*text, title, Set("It is lost."), *body()])

    assert [] == blocks(article, BlockKind.QUOTATION)
