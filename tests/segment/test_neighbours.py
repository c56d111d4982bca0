"""What stands on the pages of an article and is none of it; heads of single pages; matter in the margin."""

import pytest

from pipeline.model import Article, BlockKind, FurnitureKind
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads


def _set_aside(article: Article, reason: str) -> list[str]:
    return [each.text for each in article.discarded if each.reason == reason]


def test_the_end_of_the_article_before_is_set_aside() -> None:
    """Running text over the title is another article's."""
    article = article_of([
        Set("of the fleet were lost, as they " + FULL[:48]), *body(4)[1:],
        Set("Lamps of the Lower Harbour", size=1.5, gap=3, centred=True), Set("Hester Tansy", gap=1, centred=True),
        Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert "Lamps of the Lower Harbour" == article.front.title
    assert 1 == len(_set_aside(article, "end of the article before"))
    assert [] == [text for text in blocks(article, BlockKind.PARAGRAPH) if "fleet" in text]


def test_the_start_of_the_next_article_is_set_aside() -> None:
    """A title as large as the article's own, with authors under it, on the last page."""
    article = article_of(first_page(), [
        *body(8), *body(8), Set("The Price of Whale Oil", size=1.5, gap=3, centred=True),
        Set("Amos Reed", gap=1, centred=True), Set(FULL[:78], indent=1.4, gap=1.5), *body(5)[1:],
    ])  # fmt: skip

    assert [] == heads(article)
    assert _set_aside(article, "start of the next article")[0].startswith("The Price of Whale Oil Amos Reed")


def test_a_large_heading_on_the_last_page_is_a_heading() -> None:
    """Without authors under it, nothing new begins there."""
    article = article_of(first_page(), [
        *body(8), Set("Conclusion", size=1.5, gap=2), Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:],
    ])  # fmt: skip

    assert ["Conclusion"] == [text for _, text in heads(article)]


def test_the_head_of_a_single_page_is_no_heading() -> None:
    """A page out of a book: words and a page number over the text are its running head."""
    article = article_of([
        Set("24 THE LAMPS OF SALTMOUTH", at=80, indent=8), Set(FULL[:78], gap=1), *body(8)[1:], *body(8),
    ])  # fmt: skip

    assert [] == heads(article)
    assert "" == article.front.title
    assert ["24 THE LAMPS OF SALTMOUTH"] == [each.text for each in article.furniture]


def test_matter_in_the_margin_is_furniture() -> None:
    """A side note beside the text is kept apart from it."""
    side = Set("On oil", indent=-4, at=400)
    article = article_of(first_page(), [*body(8), *body(8), side])

    assert ["On oil"] == [each.text for each in article.furniture if each.kind is FurnitureKind.MARGINAL]
    assert [] == [text for text in blocks(article, BlockKind.PARAGRAPH) if "On oil" in text]


@pytest.mark.parametrize("head", ["6 CARNIVOROUS QUADRUPEDS.", "viii PREFACE", "THE LAMPS OF SALTMOUTH"])
def test_heads_of_single_pages_as_older_presses_set_them(head: str) -> None:
    """With a full stop, a Roman folio, or with the folio at the foot of the page."""
    lines = [Set(head, at=80, indent=8), Set(FULL[:78], gap=1), *body(8)[1:], *body(8), Set("24", gap=1, centred=True)]

    assert [] == heads(article_of(lines))


def test_the_bibliography_of_the_article_before() -> None:
    """In small type over the title; what it cites is no masthead of this article."""
    entries = [Set(f"Tansy, Hester, 19{year}: Lamps of the Lower Harbour and the Northern Coast. Saltmouth.", size=0.8)
               for year in range(60, 68)]  # fmt: skip
    entries[5] = Set("Reed, Amos, 1965: The Light of the Harbour at Night. In: Annals, Bd. 8, 111-207.", size=0.8)
    article = article_of([
        *entries, Set("Plea for the Light of the Harbour", size=1.3, gap=3), Set("AMOS REED", gap=1), *body(12),
    ])  # fmt: skip

    assert ("", "") == (article.front.journal, article.front.volume)
    assert ["end of the article before"] == [each.reason for each in article.discarded]


def test_endnotes_over_the_start_of_the_next_article() -> None:
    """They end the article's text, though another follows on their page: it is taken off before they are looked for."""
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2)]
    notes = [
        Set(f"{number} Of ropes there is list {number}.", size=0.8, gap=0.9 * (number == 1), raised="")
        for number in (1, 2)
    ]
    article = article_of([*first_page(), *calls], [
        *body(8), *notes, Set("The Price of Whale Oil", size=1.5, gap=3, centred=True),
        Set("Amos Reed", gap=1, centred=True), Set(FULL[:78], indent=1.4, gap=1.5), *body(5)[1:], *body(8),
    ])  # fmt: skip

    assert ["1", "2"] == [note.label for note in article.notes if note.anchor]
    assert _set_aside(article, "start of the next article")[0].startswith("The Price of Whale Oil Amos Reed")
