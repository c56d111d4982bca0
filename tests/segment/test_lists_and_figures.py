"""Lists, tables of contents, captions, tables and bibliographies: kept as what they are, not run into the text."""

from dataclasses import replace

import pytest

from pipeline.model import BlockKind, Style
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page


def _after(*lines: Set) -> list[Set]:
    return [*body(), *lines, Set(FULL[:78], indent=1.4, gap=0.5), *body()[1:]]


def test_a_hanging_list_is_a_list() -> None:
    """Numbers in sequence with lines that hang under them are items, each with its number."""
    article = article_of(first_page(), _after(
        Set("1. A first lamp, of tin, that was", indent=2, gap=0.5), Set("lit in June;", indent=3.2),
        Set("2. a second, of brass.", indent=2),
    ))  # fmt: skip

    assert ["1. A first lamp, of tin, that was lit in June;", "2. a second, of brass."] == blocks(
        article, BlockKind.ITEM
    )
    assert [] == blocks(article, BlockKind.QUOTATION)


def test_a_flush_list_is_a_list() -> None:
    """No line of it stands in; the lines before the numbers end early, and the text after it is indented."""
    article = article_of(first_page(), _after(
        Set("1. " + FULL[:76], gap=0.5), Set("and of brass;"), Set("2. " + FULL[:76]), Set("as well as oil;"),
        Set("3. wicks."),
    ))  # fmt: skip

    expected = [f"1. {FULL[:76]} and of brass;", f"2. {FULL[:76]} as well as oil;", "3. wicks."]
    assert expected == blocks(article, BlockKind.ITEM)


def test_a_list_set_in_from_both_margins_is_a_list() -> None:
    """In smaller type, as quotations are, with all lines at one edge: those before the numbers end before its edge."""
    rows = ((f"1. {FULL[:71]}", "and of brass;"), (f"2. {FULL[:71]}", "as well as oil;"), (f"3. {FULL[:71]}", "wicks."))
    lines = [Set(text, indent=3, size=0.9) for row in rows for text in row]
    article = article_of(first_page(), _after(replace(lines[0], gap=0.5), *lines[1:]))

    assert [" ".join(row) for row in rows] == blocks(article, BlockKind.ITEM)


def test_numbers_of_a_sentence_at_line_starts_are_no_list() -> None:
    """A sentence that enumerates fills its lines."""
    lines = [line for number in (1, 2, 3) for line in (Set(f"{number}. {FULL[:77]}"), Set(FULL[:80]))]
    article = article_of(first_page(), [*body()[:2], *lines, *body()[1:]])

    assert [] == blocks(article, BlockKind.ITEM)


@pytest.mark.parametrize("bullet", "•➢❖◆−-")
def test_bullets_make_a_list(bullet: str) -> None:
    """Items with the same bullet, one line each."""
    items = [f"{bullet} lamps of tin;", f"{bullet} lamps of brass."]
    article = article_of(first_page(), _after(Set(items[0], indent=2, gap=0.5), Set(items[1], indent=2)))

    assert items == blocks(article, BlockKind.ITEM)


def test_a_dash_of_the_sentence_begins_no_item() -> None:
    """The line before it is full, and goes on."""
    lines = ["1. Those" + FULL[3:76], "– as the boy had told the Board – and wicks;", "2. oil."]
    article = article_of(first_page(), _after(Set(lines[0], gap=0.5), Set(lines[1], indent=1), Set(lines[2])))

    assert [" ".join(lines[:2]), lines[2]] == blocks(article, BlockKind.ITEM)


def test_bullets_set_like_paragraphs_make_a_list() -> None:
    """Their further lines are flush; behind a bullet they go on nevertheless, and the text after the list does not."""
    article = article_of(first_page(), [
        *body(), Set("• " + FULL[:70], indent=1.4, gap=0.5), Set("and rules."), Set("• lamps of brass.", indent=1.4),
        Set(FULL[:78]), *body()[1:],
    ])  # fmt: skip

    assert [f"• {FULL[:70]} and rules.", "• lamps of brass."] == blocks(article, BlockKind.ITEM)


def test_a_lone_number_makes_no_list() -> None:
    """A paragraph that begins with a number is a paragraph."""
    article = article_of(first_page(), [*body(), Set("1. " + FULL[:75], indent=1.4), *body()[1:]])

    assert [] == blocks(article, BlockKind.ITEM)


def test_a_table_of_contents_is_told_by_its_dots() -> None:
    """Every entry is one block, its further line included, and none is a heading."""
    article = article_of(first_page(), _after(
        Set("INTRODUCTION ........................................................... 122", gap=0.5),
        Set("I. SUBSTANTIVE LAMPS AND THE"),
        Set("HARBOUR ................................................ 124", indent=2),
        Set("CONCLUSION ............................................................. 150"),
    ))  # fmt: skip

    expected = [
        "INTRODUCTION ........................................................... 122",
        "I. SUBSTANTIVE LAMPS AND THE HARBOUR ................................................ 124",
        "CONCLUSION ............................................................. 150",
    ]
    assert expected == blocks(article, BlockKind.CONTENTS)


def test_entries_of_which_few_dots_are_left() -> None:
    """Under those with all their dots they are entries, too, and end where their number stands."""
    dots = " ......................................................"
    entries = [f"Preface{dots} 122", f"I. Lamps{dots} 124", "II. Oil.. . 130", f"III. Wicks{dots} 140"]
    entries += ["Conclusion .. . 150", "Appendix .. . 152"]
    article = article_of(first_page(), _after(Set(entries[0], gap=0.5), *map(Set, entries[1:])))

    assert entries == blocks(article, BlockKind.CONTENTS)


def test_a_caption_is_told_by_its_label() -> None:
    """``Fig. 1`` set off from the text is a caption."""
    article = article_of(first_page(), _after(Set("Fig. 1 The lamps of the harbour.", gap=0.6, size=0.9)))

    assert ["Fig. 1 The lamps of the harbour."] == blocks(article, BlockKind.CAPTION)


@pytest.mark.parametrize(
    ("under", "caption"),
    [([Set("The Lamps of the Harbour", size=1.1, gap=0.2)], "Table 2 The Lamps of the Harbour"),
     ([Set("and the oil of them that they burned was sold again.", gap=0.2)], None)],
    ids=["title", "text"],
)  # fmt: skip
def test_the_title_of_a_table_under_its_label(under: list[Set], caption: str | None) -> None:
    """It may have another size than the label, which has a line of its own; a sentence that goes on is none."""
    article = article_of(first_page(), [*body(), Set("Table 2", size=0.8, gap=1.0), *under, *_after()[6:]])

    assert [caption or "Table 2"] == blocks(article, BlockKind.CAPTION)


def test_a_sentence_about_a_table_is_text() -> None:
    """``Table 1 shows`` at the start of a paragraph is no caption."""
    article = article_of(first_page(), [*body(), Set("Table 1 shows" + FULL[13:78], indent=1.4, gap=0.4), *body()[1:]])

    assert [] == blocks(article, BlockKind.CAPTION)


def test_rows_in_columns_are_a_table() -> None:
    """Rows whose words stand in columns are one table, under its caption."""
    tabs = (100, 400, 700)
    rows = [
        Set("Year Lamps Ships", tabs=tabs, gap=0.4),
        Set("1872 4000 210", tabs=tabs),
        Set("1875 2600 260", tabs=tabs),
    ]
    article = article_of(first_page(), _after(Set("Table 1. Lamps and ships", gap=0.6), *rows))

    assert ["Table 1. Lamps and ships"] == blocks(article, BlockKind.CAPTION)
    assert ["Year Lamps Ships 1872 4000 210 1875 2600 260"] == blocks(article, BlockKind.TABLE)


def test_white_parts_the_entries_of_a_bibliography() -> None:
    """Where a little white stands between entries it alone parts them: lines that close, and entries without a stop."""
    entries = [
        ("Garth, Ada (1901). The ferry and the lamp, with their price and their end.", "Port Review, 3, 1-20."),
        ("Lind, Bo (1905). Ropes, and what became of them in the long winter on the coast", "Oslo: Strand"),
        ("de Quell, Tom (1908). Tides, told from tables that the harbour boards kept.", "Boston: Ufer."),
        ("Merrow, Ada (1931). Lamps of the harbour, from the first to the last of them.", "Selwyn: Garth."),
        ("Tarn, Eva (1940). Oil, and how it was bought, weighed, stolen, accounted for.", "Selwyn: Garth."),
    ]
    lines = [Set(line, gap=0.0 if number else 0.15) for entry in entries for number, line in enumerate(entry)]
    heading = Set("Bibliography", gap=1.5, style=Style(bold=True), size=1.2)
    article = article_of(first_page(), [*body(), heading, *lines])

    assert [" ".join(entry) for entry in entries] == blocks(article, BlockKind.BIBLIOGRAPHY)


def test_a_hanging_bibliography_needs_no_full_stops() -> None:
    """Where entries hang, the indent alone tells where one begins."""
    article = article_of(
        first_page(),
        [*body(), Set("Bibliography", gap=1.5, style=Style(bold=True), size=1.2),
         Set("Reed, Amos, Lamps of the Lower Harbour and of the Upper Harbour, in two parts", gap=0.5),
         Set("(Saltmouth, 1901), 33–8", indent=1.5), Set("Tansy, Hester, Oil (Saltmouth, 1872)"),
         Set("Yarrow, Ann, The Keepers of the Harbour and of the Lamps that burned on the Mole"),
         Set("(Saltmouth, 1899)", indent=1.5)],
    )  # fmt: skip

    assert 3 == len(blocks(article, BlockKind.BIBLIOGRAPHY))


def test_the_line_under_a_quotation_opens_its_paragraph() -> None:
    """An indented first line with flush lines right below is no part of the quotation above it."""
    quoted = [Set(FULL[:60], indent=2, gap=0.4), Set(FULL[:60], indent=2), Set("and was heard.", indent=2)]
    article = article_of(first_page(), [*body(), *quoted, Set(FULL[:70], indent=2, gap=0.4), *body()[1:]])

    assert [f"{FULL[:60]} {FULL[:60]} and was heard."] == blocks(article, BlockKind.QUOTATION)


def test_an_indented_line_after_a_short_one_begins_a_paragraph() -> None:
    """Whatever mark the short line ends with: an item of a list, or a full stop that was read as a comma."""
    article = article_of(first_page(), [
        *body()[:-1], Set("They knew three lamps:"), Set("the lamp of tin,", indent=1.4),
        Set("the lamp of brass, and", indent=1.4), *body(),
    ])  # fmt: skip

    assert "the lamp of tin," in blocks(article, BlockKind.PARAGRAPH)


def test_cells_that_were_read_apart_are_a_table() -> None:
    """An OCR layer gives every cell as a line of its own; that they stand side by side shows the table."""
    rows = [
        Set(text, size=0.85, indent=indent, at=700 + 30 * row)
        for row in range(5)
        for text, indent in ((f"H-Lamps {row}", 2.0), ("The keepers of the harbour", 12.0), ("96-01", 32.0))
    ]
    article = article_of(first_page(), [*body(), *rows])

    assert [] == blocks(article, BlockKind.QUOTATION)
    assert any("H-Lamps 4" in text for text in blocks(article, BlockKind.TABLE))


def test_labels_make_a_list() -> None:
    """Claims to which the text refers: ``A1:``, ``A2:``, their further lines hanging under them."""
    article = article_of(first_page(), _after(
        Set("A1: A first lamp was lit, of tin, and", gap=0.5), Set("was put out", indent=2),
        Set("A2: A second was lit."),
    ))  # fmt: skip

    assert ["A1: A first lamp was lit, of tin, and was put out", "A2: A second was lit."] == blocks(
        article, BlockKind.ITEM
    )


def test_a_list_takes_up_the_numbers_of_an_earlier_one() -> None:
    """``(3)`` goes on where ``(2)`` ended, pages before."""
    first = [Set("(1) Lamps are lit.", indent=1, gap=0.5), Set("(2) Lamps are put out.", indent=1)]
    second = [Set("(3) Lamps are sold.", indent=1, gap=0.5), Set("(4) Lamps are bought.", indent=1)]
    article = article_of(first_page(), _after(*first), _after(*second))

    assert 4 == len(blocks(article, BlockKind.ITEM))


@pytest.mark.parametrize(("gap", "indent"), [(0.4, 3.2), (0.0, 1.4)], ids=["white", "indent"])
def test_a_paragraph_under_a_list_is_not_in_its_last_item(gap: float, indent: float) -> None:
    """Its first line may stand as far in as the further lines of an item."""
    article = article_of(first_page(), [
        *body(), Set("1. A first lamp, of tin, that was", gap=0.5, indent=0.5), Set("lit in June.", indent=3.2),
        Set("2. a second, of brass.", indent=0.5), Set("There " + FULL[:68], indent=indent, gap=gap), *body()[1:],
    ])  # fmt: skip

    assert "2. a second, of brass." == blocks(article, BlockKind.ITEM)[-1]


def test_a_number_amid_a_sentence_makes_no_list() -> None:
    """Though the line over it begins with the number before it."""
    article = article_of(first_page(), [
        *body(), Set("(1) The lamps must be lit. (2) The lamps must not be lit. Those claims are, as (1) and"),
        Set("(2) are plainly at odds, for the Board to explain, which it has never thought to do."), *body()[1:],
    ])  # fmt: skip

    assert [] == blocks(article, BlockKind.ITEM)


def test_the_label_of_a_figure_without_a_space() -> None:
    """``Fig.6.`` is one word."""
    article = article_of(first_page(), _after(Set("Fig.6. The lamps of the harbour.", gap=0.6, size=0.9)))

    assert ["Fig.6. The lamps of the harbour."] == blocks(article, BlockKind.CAPTION)


def _listed(heading: str, *pages: int) -> list[str]:
    entries = [
        f"{what} {folio}" for what, folio in zip(("introduction", "I. on lamps", "II. on oil"), pages, strict=True)
    ]
    return blocks(article_of(first_page(), _after(Set(heading, gap=1), *map(Set, entries))), BlockKind.CONTENTS)


@pytest.mark.parametrize("heading", ["Table of Contents", "ARTICLE CONTENTS", "Inhalt"])
def test_a_table_of_contents_without_dots_is_told_by_its_heading(heading: str) -> None:
    """Its entries end in page numbers, which rise."""
    assert ["introduction 122", "I. on lamps 124", "II. on oil 150"] == _listed(heading, 122, 124, 150)


def test_numbers_that_fall_are_no_pages_of_the_contents() -> None:
    """Under the heading of something else, or of none."""
    assert [] == _listed("Contents", 150, 124, 122)
    assert [] == _listed("Lamps and Oil", 122, 124, 150)


def test_the_page_numbers_of_contents_may_stand_in_a_column() -> None:
    """Without dots a scan has them as rows of their own, far from their entries, beside the text or not.

    No number of a section labels a note there.
    """
    titles = [
        "I. Of the Harbour",
        "1. The Oil of the Keepers",
        "2. The Wicks",
        "3. The Price of Rope",
        "II. Of the Mole",
    ]
    entries = [
        each
        for index, title in enumerate(titles)
        for each in (
            Set(title, at=300 + 40 * index, size=0.85),
            Set(str(104 + 7 * index), at=300 + 40 * index, indent=42, size=0.85),
        )
    ]
    contents = [Set("Contents", at=200), *entries]
    article = article_of([*first_page(), *body(8)], contents, body(20), reader="tesseract")

    expected = [f"{title} {104 + 7 * index}" for index, title in enumerate(titles)]
    assert (expected, []) == (blocks(article, BlockKind.CONTENTS), [note.label for note in article.notes])
