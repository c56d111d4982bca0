"""Tables whose cells rules enclose: a cell is what stands in one, whatever its lines look like."""

from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from pipeline import segment
from pipeline.config import Settings
from pipeline.model import Article, BlockKind, Box, Lines
from tests.segment.setting import Set, blocks, body, first_page, page
from tests.segment.test_tables import grid

PROSE = [
    Set("Harbour", tabs=(110,), at=430), Set("What its keeper says", tabs=(510,), at=430),
    Set("Selwyn", tabs=(110,), at=470), Set("He has burnt", tabs=(510,), at=470),
    Set("tallow.", tabs=(510,), at=500), Set("He is sorry.", tabs=(510,), at=560),
]  # fmt: skip
CELLS = [Box(left, top, left + 398, foot) for top, foot in ((400, 440), (442, 580)) for left in (100, 500)]


def ruled(rows: list[Set], cells: list[Box], under: list[Set] | None = None) -> Article:
    """An article with a table of these rows, in these cells, under the text of its second page."""
    made = msgspec.structs.replace(page(2, [*body(), *rows, *(under or [])]), cells=tuple(cells))
    return segment.run(Lines(doc="ruled", pages=(page(1, first_page()), made)), Settings())


def test_lines_of_a_cell_are_one_cell() -> None:
    """Beside one line of the first column stand three of the second, with white between them."""
    expected = [["Harbour", "What its keeper says"], ["Selwyn", "He has burnt tallow. He is sorry."]]
    assert expected == grid(ruled(PROSE, CELLS))


def test_lines_that_all_cells_have_are_rows() -> None:
    """Between the columns there are rules, and between the rows none; a line that lacks the first cell goes on."""
    rows = [
        row
        for index, (port, lamps) in enumerate([("Selwyn", "40"), ("Tarn", "12"), ("Ufer", "7")])
        for row in (Set(port, tabs=(110,), at=470 + 30 * index), Set(lamps, tabs=(510,), at=470 + 30 * index))
    ]
    table = ruled([*PROSE[:2], *rows, Set("broken", tabs=(510,), at=560)], CELLS)

    expected = [["Harbour", "What its keeper says"], ["Selwyn", "40"], ["Tarn", "12"], ["Ufer", "7 broken"]]
    assert expected == grid(table)


def test_under_labels_that_rules_part_white_parts_the_figures() -> None:
    """No rule parts the columns there: each figure is in that column in which it stands."""
    rows = [Set(f"Port{index} {index}0", tabs=(110, 510), at=440 + 30 * index) for index in range(1, 4)]
    table = ruled([*PROSE[:2], *rows], [*CELLS[:2], Box(100, 442, 898, 580)])

    assert [["Port1", "10"], ["Port2", "20"], ["Port3", "30"]] == grid(table)[1:]


def test_a_caption_in_a_cell_of_its_own_is_no_row() -> None:
    """The rules go around it, too."""
    made = [Set("Table 1: Lamps and their keepers", at=390), *PROSE]
    article = ruled(made, [Box(100, 360, 898, 398), *CELLS])

    assert ["Table 1: Lamps and their keepers"] == blocks(article, BlockKind.CAPTION)
    assert ["Harbour", "What its keeper says"] == grid(article)[0]


def test_numbers_in_cells_are_no_labels_of_notes() -> None:
    """A note begins under a table, and not in a cell of it."""
    rows = [
        each
        for index in range(1, 5)
        for each in (
            Set(f"{index}.", tabs=(110,), at=440 + 30 * index, size=0.8),
            Set("It was lit again.", tabs=(510,), at=440 + 30 * index, size=0.8),
        )
    ]
    cells = [Box(left, 442 + 30 * row, left + 398, 470 + 30 * row) for row in range(4) for left in (100, 500)]
    article = ruled(rows, cells)

    assert () == article.notes
    assert ["4.", "It was lit again."] == grid(article)[3]


def test_where_rules_part_the_first_column_alone_white_parts_the_others() -> None:
    """Most rows have the white of three columns in a cell."""
    tabs = (510, 640, 770)
    rows = [
        row
        for index, port in enumerate(["Port", "Selwyn", "Tarn"])
        for row in (Set(port, tabs=(110,), at=430 + 40 * index), Set("4 12 7", tabs=tabs, at=430 + 40 * index))
    ]
    cells = [Box(left, top, left + 398, top + 38) for top in (400, 440, 480) for left in (100, 500)]

    assert [[port, "4", "12", "7"] for port in ("Port", "Selwyn", "Tarn")] == grid(ruled(rows, cells))


def test_labels_over_the_rules_are_no_text() -> None:
    """They stand in columns between the caption and the rules."""
    made = [
        Set("Table 1: Lamps and their keepers", at=330, size=0.9), Set("First Second", tabs=(110, 510), at=370), *PROSE,
    ]  # fmt: skip
    article = ruled(made, CELLS)

    assert ["Table 1: Lamps and their keepers"] == blocks(article, BlockKind.CAPTION)
    assert "First Second" == blocks(article, BlockKind.TABLE)[0]


def test_a_label_over_rows_does_not_hide_them() -> None:
    """``Children``, ``Boys`` and ``Girls`` stand alone in the first column, over rows that all cells have."""
    stub = ["Children", "Boys", "Selwyn", "Tarn", "Girls", "Ufer", "Dover"]
    rows = [Set(name, tabs=(110,), at=470 + 30 * index) for index, name in enumerate(stub)]
    figures = [Set(f"{index}0", tabs=(510,), at=470 + 30 * index) for index in (2, 3, 5, 6)]
    cells = [*CELLS[:2], Box(100, 442, 498, 680), Box(500, 442, 898, 680)]

    table = grid(ruled([*PROSE[:2], *rows, *figures], cells))
    assert [["Children"], ["Boys"], ["Selwyn", "20"], ["Tarn", "30"], ["Girls"], ["Ufer", "50"], ["Dover", "60"]] == [
        [text for text in row if text] for row in table[1:]
    ]


def test_white_over_the_whole_table_parts_rows_of_prose() -> None:
    """No rule parts two ports, whose cells have several lines; white parts them, too."""
    rows = [
        row
        for top, port in ((470, "Selwyn"), (580, "Tarn"))
        for row in (
            Set(port, tabs=(110,), at=top), Set("He has burnt", tabs=(510,), at=top),
            Set("tallow and", tabs=(510,), at=top + 30), Set("no oil.", tabs=(510,), at=top + 60),
        )
    ]  # fmt: skip
    cells = [*CELLS[:2], Box(100, 442, 498, 680), Box(500, 442, 898, 680)]

    said = "He has burnt tallow and no oil."
    assert [["Selwyn", said], ["Tarn", said]] == grid(ruled([*PROSE[:2], *rows], cells))[1:]


def test_columns_that_only_white_parts_are_columns() -> None:
    """Rules part the port from its figures, and nothing but white one figure from the other."""
    rows = [
        each
        for index in range(4)
        for each in (
            Set(f"Port{index}", tabs=(110,), at=470 + 30 * index),
            Set(f"{index}0 {index}5", tabs=(510, 700), at=470 + 30 * index),
        )
    ]
    labels = [Set("Harbour", tabs=(110,), at=430), Set("Lamps Keepers", tabs=(510, 700), at=430)]

    assert ["Port3", "30", "35"] == grid(ruled([*labels, *rows], CELLS))[-1]


def test_a_figure_that_reaches_over_the_next_column_does_not_cover_it() -> None:
    """Every row has its three cells: a figure a little wider than its column hides none and does not end the run."""
    cells = [Box(100, 400, 498, 440), Box(500, 400, 598, 440), Box(600, 400, 898, 440), Box(100, 442, 898, 580)]
    labels = [Set("Harbour", tabs=(110,), at=430), Set("Oil", tabs=(510,), at=430), Set("Lamps", tabs=(750,), at=430)]
    rows = [Set(f"Port{index} 100,000,000 {index}0", tabs=(110, 510, 750), at=440 + 30 * index) for index in (1, 2, 3)]
    article = ruled([*labels, *rows], cells)

    assert [f"Port{index} 100,000,000 {index}0".split() for index in (1, 2, 3)] == grid(article)[1:]
    (table,) = (block for block in article.blocks if block.cells)
    assert all(
        before.row < after.row or before.column + before.columns <= after.column
        for before, after in pairwise(table.cells)
    )


@given(
    edges=st.sets(st.integers(38, 212).map(lambda step: 4 * step), min_size=1, max_size=4),  # two rules leave a cell
    merged=st.lists(st.booleans(), min_size=3, max_size=3),
    rows=st.lists(st.sets(st.integers(100, 850), min_size=1, max_size=4), min_size=3, max_size=6),
    width=st.integers(1, 30),
)
def test_cells_follow_each_other_whatever_the_rules_enclose(
    edges: set[int], merged: list[bool], rows: list[set[int]], width: int
) -> None:
    """No cell lies over another, in no table: an edition cannot be made of one that does."""
    sides = [100, *sorted(edges), 900]
    bands = ((400, 440), (442, 500), (502, 640))
    cells = [
        Box(left, top, right - 2, foot)
        for (top, foot), whole in zip(bands, merged, strict=True)
        for left, right in ([(100, 900)] if whole else pairwise(sides))
    ]
    words = [
        Set(" ".join(["n" * width] * len(lefts)), tabs=tuple(sorted(lefts)), at=430 + 30 * index)
        for index, lefts in enumerate(rows)
    ]
    for block in ruled(words, cells).blocks:
        for before, after in pairwise(block.cells):
            assert before.end < after.start
            assert before.row < after.row or before.column + before.columns <= after.column
