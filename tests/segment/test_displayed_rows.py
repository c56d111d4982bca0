"""Rows that stand in from the margin and are neither quotation nor paragraph: hanging lines, words in drawings."""

from pipeline.model import BlockKind
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads


def test_words_around_the_white_of_a_drawing_are_no_text() -> None:
    """On a scan the drawing itself is not read, nor may its caption be."""
    drawn = [
        Set("Oil", indent=5, gap=1, size=0.85),
        Set("Lamps", indent=22, gap=7, size=0.85),
        Set(FULL[:78], indent=1.4, gap=2),
    ]
    article = article_of(first_page(), [*body(), *drawn, *body()[1:], *body()])

    assert ["Oil Lamps"] == blocks(article, BlockKind.DIAGRAM)


def test_the_last_line_of_small_type_over_white_is_text() -> None:
    """Though white as high as a drawing stands under it, and under that a short line in small type."""
    quoted = [Set(FULL[:70], indent=2, gap=0.5, size=0.85), Set("and of the oil.", indent=2, size=0.85)]
    article = article_of(
        first_page(), [*body(), *quoted, Set("Reed", indent=30, gap=5, size=0.85), Set(FULL[:80], gap=1), *body()[1:]]
    )

    assert not blocks(article, BlockKind.DIAGRAM)


def test_hanging_lines_of_an_entry_are_one_paragraph() -> None:
    """The second goes on with the first, and a full one that happens to end with a sentence is no paragraph's end."""
    entry = [
        Set("§1 " + FULL[:76], gap=1),
        Set(FULL[:75] + ".", indent=2),
        Set("Nor " + FULL[:71], indent=2),
        Set("and of the tides.", indent=2),
    ]
    article = article_of(first_page(), [*body(), *entry, *entry, *entry, Set(FULL[:80], gap=1), *body()[1:]])

    assert 3 == sum(text.startswith("§1") and text.endswith("tides.") for text in blocks(article, BlockKind.PARAGRAPH))


def test_a_numbered_heading_over_text_that_stands_in_is_no_item() -> None:
    """White stands over and under it, and the next line has no number."""
    sections = [
        [Set(f"{n}. The Keepers of Lamp {n}", gap=0.5), Set(FULL[:70], indent=1.8, gap=0.5),
         *[Set(FULL[:76], indent=1.8)] * 4, Set("and nobody read it.", indent=1.8)]
        for n in (1, 2, 3)
    ]  # fmt: skip
    pages = [[*body(), *body()]] * 4
    article = article_of(first_page(), *pages, [*body(), *(each for part in sections for each in part)])

    assert 3 == sum("The Keepers of Lamp" in text for _, text in heads(article))


def test_text_that_stands_in_on_pages_on_end_is_no_quotation() -> None:
    """Under numbered headings in the margin all text stands in; a quotation seldom fills a page, and never three."""
    sections = [
        [Set(f"{n}. The Keepers of Lamp {n}", gap=0.5), Set(FULL[:70], indent=1.8, gap=0.5),
         *[Set(FULL[:76], indent=1.8)] * 4, Set("and nobody read it.", indent=1.8)]
        for n in range(1, 13)
    ]  # fmt: skip
    inset = [[each for part in sections[n : n + 3] for each in part] for n in range(0, 12, 3)]
    article = article_of(first_page(), *[[*body(), *body()]] * 6, *inset, [*body(), *body()])

    assert not blocks(article, BlockKind.QUOTATION)


def test_a_quotation_that_fills_a_page() -> None:
    """It is set in on both sides in the size of the text: the other pages tell where lines begin and end."""
    words = FULL.split()
    texts = [" ".join([*words[n:], *words[:n]])[:65].strip() for n in range(1, 15)]
    shown = [Set(text, indent=3.8, gap=not n) for n, text in enumerate((*texts, "and was heard."))]
    plain = [*body(8), *body(8)]
    after = [shown[-1], Set(FULL[:80], gap=0.5), *body(8)]
    article = article_of(first_page(), plain, plain, shown[:-1], after, plain, plain)

    assert [" ".join(line.text for line in shown)] == blocks(article, BlockKind.QUOTATION)
