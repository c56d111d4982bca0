"""Tables: their columns by white, their rows by rules, white and lines that go on; and what stands beside them."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import segment
from pipeline.config import Settings
from pipeline.model import Article, BlockKind, Box, Lines, Style
from tests.segment.conservation import assert_conserved
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, page

BOLD = Style(bold=True)


def grid(article: Article) -> list[list[str]]:
    """The first table of the article as rows of its cells; ``2:`` before what spans two columns."""
    table = next(block for block in article.blocks if block.kind is BlockKind.TABLE)
    rows: dict[int, list[str]] = {}
    width = max(cell.column + cell.columns for cell in table.cells)
    for cell in table.cells:
        row = rows.setdefault(cell.row, [""] * width)
        spanned = f"{cell.columns}:" if cell.columns > 1 else ""
        row[cell.column] = spanned + table.text[cell.start : cell.end]
    return list(rows.values())


def ruled(rows: list[Set], rules: list[int]) -> Article:
    """An article with a page of text and these rows under it, and rules at these heights over all of the columns."""
    made = page(2, [*body(), *rows])
    boxes = tuple(Box(100, height, 900, height + 2) for height in rules)
    pages = (page(1, first_page()), msgspec.structs.replace(made, rules=boxes))
    return segment.run(Lines(doc="ruled", pages=pages), Settings())


def test_white_parts_columns_and_lines_are_rows() -> None:
    """Each cell is what stands in its column on its line; where nothing does there is no cell."""
    article = article_of(first_page(), [
        *body(), Set("Harbour Ships Lamps", tabs=(100, 400, 700), gap=1.0), Set("Selwyn 40 12", tabs=(100, 400, 700)),
        Set("Saltmouth 9", tabs=(100, 400)), Set("Tarn 21", tabs=(100, 700)), Set(FULL[:78], indent=1.4, gap=1.0),
        *body()[1:],
    ])  # fmt: skip

    expected = [["Harbour", "Ships", "Lamps"], ["Selwyn", "40", "12"], ["Saltmouth", "9", ""], ["Tarn", "", "21"]]
    assert expected == grid(article)


def test_a_label_over_two_columns_spans_them() -> None:
    """It lies over two cells of most rows, and makes no column of its own."""
    tabs = (100, 300, 420, 600, 720)
    article = article_of(first_page(), [
        *body(), Set("Before After", tabs=(340, 640), gap=1.0), Set("Port in out in out", tabs=tabs),
        Set("Selwyn 40 12 41 13", tabs=tabs), Set("Tarn 21 18 20 17", tabs=tabs), Set("Ufer 11 10 12 10", tabs=tabs),
    ])  # fmt: skip

    assert ["", "2:Before", "", "2:After", ""] == grid(article)[0]
    assert ["Selwyn", "40", "12", "41", "13"] == grid(article)[2]


def test_one_long_cell_does_not_make_two_columns_one() -> None:
    """More lines are parted there than run over it."""
    tabs = (100, 300, 420)
    rows = [Set(f"Port{number} {number}0 {number}5", tabs=tabs) for number in range(1, 6)]
    article = article_of(first_page(), [*body(), *rows, Set("Tarn nothing-was-kept", tabs=(100, 290))])

    assert ["Port1", "10", "15"] == grid(article)[0]


def test_a_long_cell_ends_where_the_next_column_begins() -> None:
    """A long name leaves no more white than there is between words: a cell begins where those above it do."""
    rows = [Set(f"Port{number} keeper {number}0", tabs=(100, 300, 600)) for number in range(1, 5)]
    article = article_of(
        first_page(), [*body(), *rows, Set("Hester Tansy Reed widow 9", tabs=(100, 170, 230, 300, 600))]
    )

    assert ["Hester Tansy Reed", "widow", "9"] == grid(article)[-1]


def test_a_cell_goes_on_in_the_next_line() -> None:
    """Small letters under some cells go on with them, a word parted at the line end is whole; a new name does not."""
    tabs = (100, 400, 700)
    article = article_of(first_page(), [
        *body(), Set("Selwyn keeper 40", tabs=tabs), Set("of lan-", tabs=(400, 430)), Set("terns", tabs=(400,)),
        Set("Tarn pilot 21", tabs=tabs), Set("Ufer", tabs=(100,)), Set("Saltmouth cook 9", tabs=tabs),
        Set("on shore", tabs=(400, 430)), Set(FULL[:78], indent=1.4, gap=1.0), *body()[1:],
    ])  # fmt: skip

    expected = [
        ["Selwyn", "keeper of lanterns", "40"],
        ["Tarn", "pilot", "21"],
        ["Ufer", "", ""],
        ["Saltmouth", "cook on shore", "9"],
    ]
    assert expected == grid(article)


def test_white_parts_the_rows() -> None:
    """Where more white stands between some lines than between others, those are one row, whatever they begin with."""
    tabs = (100, 400, 700)
    rows = [
        line
        for number in range(1, 5)
        for line in (Set(f"Port{number} Keeper {number}0", tabs=tabs, gap=0.8), Set("Chief", tabs=(400,)))
    ]
    article = article_of(first_page(), [*body(), *rows])

    assert [["Port1", "Keeper Chief", "10"], ["Port2", "Keeper Chief", "20"]] == grid(article)[:2]


def test_a_rule_stands_under_the_labels_of_the_columns() -> None:
    """Labels of several lines are one row over the rule, however they are spread over their lines."""
    rows = [
        Set("Ships Lamps", tabs=(400, 700), gap=1.0), Set("Harbour landed lit", tabs=(100, 400, 700)),
        *(Set(f"Port{number} {number}0 {number}5", tabs=(100, 400, 700)) for number in range(1, 5)),
    ]  # fmt: skip
    # The baselines of the second and the third row of the table are at 370 and 400.
    article = ruled(rows, [376])

    assert ["Harbour", "Ships landed", "Lamps lit"] == grid(article)[0]
    assert ["Port1", "10", "15"] == grid(article)[1]


def test_labels_set_close_together_belong_to_the_table() -> None:
    """Over narrow columns labels leave little white; they stand in the columns nevertheless, the caption does not."""
    tabs = (100, 220, 300, 380, 460)
    labels = Set("Language Ovids Virgils Horaces Ciceros", tabs=(100, 200, 266, 352, 438), gap=0.6, style=BOLD)
    rows = [Set(f"Tongue 1{number} 2{number} 3{number} 4{number}", tabs=tabs) for number in range(5)]
    caption = Set("Table 4. Languages of the Books of the Harbour", style=BOLD, gap=1.0)
    article = article_of(first_page(), [*body(), caption, labels, *rows, Set(FULL[:78], indent=1.4, gap=1.0)])

    assert ["Language", "Ovids", "Virgils", "Horaces", "Ciceros"] == grid(article)[0]
    assert ["Table 4. Languages of the Books of the Harbour"] == blocks(article, BlockKind.CAPTION)


def test_the_source_under_a_table_is_no_row() -> None:
    """What names itself a source or a note stands under the table."""
    tabs = (100, 400, 700)
    rows = [Set(f"Port{number} {number}0 {number}5", tabs=tabs) for number in range(1, 5)]
    source = Set("Source: the registers of 1871", tabs=(100, 250, 420, 600, 720))
    article = article_of(first_page(), [*body(), *rows, source])

    assert ["Port4", "40", "45"] == grid(article)[-1]


def test_loose_lines_with_numbers_in_the_margin_are_no_table() -> None:
    """Two lines of a manuscript whose lines are numbered."""
    numbered = [
        Set(text, indent=indent, at=700 + 30 * line)
        for line in range(2)
        for text, indent in ((f"{line + 4}", -3.0), (FULL[:78], 0.0))
    ]
    article = article_of(first_page(), [*body(), *numbered])

    assert [] == blocks(article, BlockKind.TABLE)


@pytest.mark.parametrize("floated", [2, 3])
def test_a_call_in_a_table_is_out_of_sequence(floated: int) -> None:
    """A table floats to where there is room for it: a call in it may stand before those of earlier notes."""
    tabs = (100, 400, 700)
    text = [line for number in ({1, 2, 3} - {floated}) for line in called(str(number))]
    article = article_of(first_page(), [
        *body(), Set("Harbour Ships Lamps", tabs=tabs, gap=1.0), Set("Selwyn 40 12", tabs=tabs),
        Set(f"Saltmouth 9 8{floated}", tabs=tabs, raised=str(floated)), Set("Tarn 3 21", tabs=tabs),
        Set(FULL[:80], gap=1.0), *text,
        *[Set(f"{number}. The harbour books, p. {number}.", size=0.8, gap=2.0 * (number == 1)) for number in (1, 2, 3)],
    ])  # fmt: skip

    places = {int(note.label): (note.anchor.target[0], note.anchor.printed) for note in article.notes if note.anchor}
    assert {number: ("t" if number == floated else "p", str(number)) for number in (1, 2, 3)} == places


def called(number: str) -> list[Set]:
    """A paragraph whose last word calls a note."""
    return [Set(FULL[:78], indent=1.4), Set(f"and nobody read it again.{number}", raised=number)]


def test_a_small_table_is_not_taken_for_a_note() -> None:
    """A table at the foot in the type of the notes is no continuation of the last note, and its own note is a note."""
    tabs = (100, 300, 500, 700)
    rows = [Set(f"Port{number} {number}0 {number}5 keeper", tabs=tabs, size=0.8) for number in range(1, 7)]
    noted = [*body(), Set("1. Reed, Lamps, p. 4, and Tansy, Oil,", size=0.8, gap=1.5)]
    article = article_of([*first_page()[:-1], Set("was lit1", raised="1"), *noted[-1:]], [*body(), *rows])

    assert ["Reed, Lamps, p. 4, and Tansy, Oil,"] == [note.text for note in article.notes]
    assert 6 == len(grid(article))


def test_a_note_goes_on_under_a_table_that_is_wider_than_the_text() -> None:
    """Its rows hang, and are indented as a quotation is; the table has moved the margin from which that is measured."""
    rows = [
        Set(f"Port{number} {number}0 {number}5 keeper", tabs=(40, 300, 500, 880), size=0.8, gap=number == 1)
        for number in range(1, 13)
    ]
    noted = [Set("1. Reed, Lamps, p. 4, and", size=0.8, gap=1.5), Set("Tansy, Oil, in the new", size=0.8, indent=1.5)]
    rest = [Set("edition of the Harbour", size=0.8, indent=1.5, gap=2.0), Set("Board, p. 9.", size=0.8, indent=1.5)]
    article = article_of(
        [*first_page()[:-1], Set("was lit1", raised="1"), *noted], [*body(3), *rows, *rest], [*body(), *body()]
    )

    expected = ["Reed, Lamps, p. 4, and Tansy, Oil, in the new edition of the Harbour Board, p. 9."]
    assert expected == [note.text for note in article.notes]


@st.composite
def _rows(draw: st.DrawFn) -> list[Set]:
    """Rows of words at any of a few places, some close together, some far apart, some one above another."""
    rows = []
    for _ in range(draw(st.integers(3, 9))):
        lefts = sorted(draw(st.sets(st.sampled_from([100, 130, 250, 300, 400, 430, 600, 620, 800]), min_size=1)))
        words = [draw(st.sampled_from(["a", "12", "lan-", "Port", "of", "(", "Total:"])) for _ in lefts]
        gap = draw(st.sampled_from([0.0, 0.0, 0.7, -0.6]))
        rows.append(Set(" ".join(words), tabs=tuple(lefts), gap=gap, size=draw(st.sampled_from([1.0, 0.8]))))
    return rows


@given(_rows(), st.lists(st.integers(300, 700), max_size=4))
def test_tables_are_conserved(rows: list[Set], rules: list[int]) -> None:
    """Whatever a table is like, every word stands in one of its cells, or in another block, and none in two."""
    made = page(2, [*body(), *rows])
    boxes = tuple(Box(100, height, 900, height + 2) for height in rules)
    lines = Lines(doc="rows", pages=(page(1, first_page()), msgspec.structs.replace(made, rules=boxes)))

    article = segment.run(lines, Settings())

    assert_conserved(lines, article)
    for block in article.blocks:
        inside = {offset for cell in block.cells for offset in range(cell.start, cell.end)}
        assert not block.cells or all(
            offset in inside or character == " " for offset, character in enumerate(block.text)
        )


def test_a_cell_amid_a_row_is_no_label() -> None:
    """The reader cut each row in two, and the second parts begin with 1, 2, 3."""
    parts = [
        Set(text, size=0.8, tabs=tabs, at=500 + 30 * row)
        for row in range(1, 5)
        for text, tabs in ((f"Oil 6{row} 2{row}", (100, 220, 340)), (f"{row} 7{row} 1{row}", (460, 580, 700)))
    ]
    text = [*body(), Set("and the lamps were lit.1", raised="1")]
    article = article_of(text, [*body(), *parts], reader="tesseract")

    assert [] == [note.label for note in article.notes]
    assert 4 == len(grid(article))


def test_the_centred_title_of_a_table_may_end_with_a_stop() -> None:
    """Under its label on a line of its own; both are one caption, and no headings."""
    rows = [Set("Lamps Oil Wicks", size=0.95, gap=0.5 * (not index), tabs=(100, 400, 700)) for index in range(4)]
    article = article_of(first_page(), [
        *body(8), Set("TABLE 1.", gap=0.8, centred=True), Set("Of oil and lamps and of wicks.", size=1.1, centred=True),
        *rows, *body(8),
    ])  # fmt: skip

    assert ["TABLE 1. Of oil and lamps and of wicks."] == blocks(article, BlockKind.CAPTION)
