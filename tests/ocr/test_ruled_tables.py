"""Ruled tables: what rules enclose is a cell, and its lines are read together."""

import numpy as np
import pytest

from pipeline.model import Box, Line, Page, RaisedMark, Word
from pipeline.ocr.ink.ruled_cells import ruled_tables, strokes_of
from pipeline.ocr.ink.rules import find_uprights
from pipeline.ocr.lines.ruled_tables import with_ruled_tables

LEVEL = [Box(100, top, 700, top + 3) for top in (100, 160, 400)]
SIDES = [Box(left, 100, left + 3, 403) for left in (100, 697)]
UPRIGHTS = [Box(left, 100, left + 3, 403) for left in (300, 500)]
CELLS = [
    Box(left, top, left + 198, foot) for top, foot in ((102, 160), (162, 400)) for left in (102, 302, 502)
]  # fmt: skip


def words(text: str, left: int, baseline: int) -> Line:
    """A line of words 60 pixels wide, 100 from one to the next."""
    boxes = [
        Box(left + 100 * index, baseline - 20, left + 100 * index + 60, baseline) for index in range(len(text.split()))
    ]
    made = tuple(Word(text=word, box=box) for word, box in zip(text.split(), boxes, strict=True))
    return Line(
        words=made, box=Box(boxes[0].left, boxes[0].top, boxes[-1].right, baseline), baseline=baseline, size=30.0
    )


def places(cells: list[Box]) -> list[tuple[int, int]]:
    """Of cells, to the nearest fifty pixels."""
    return [(round(cell.left / 50) * 50, round(cell.top / 50) * 50) for cell in cells]


def test_cells_stand_row_by_row() -> None:
    """Three columns, of which the rules of the sides are there or not: presses leave them out."""
    expected = [(100, 100), (300, 100), (500, 100), (100, 150), (300, 150), (500, 150)]
    for uprights in (UPRIGHTS, [*SIDES, *UPRIGHTS]):
        assert [expected] == [places(cells) for cells in ruled_tables(LEVEL, uprights, 20.0)]


def test_a_label_over_two_columns_is_one_cell() -> None:
    """The rule between them begins under it."""
    short = Box(500, 160, 503, 403)
    assert 5 == len(ruled_tables(LEVEL, [UPRIGHTS[0], short], 20.0)[0])


@pytest.mark.parametrize(
    ("rules", "uprights"),
    [
        pytest.param([LEVEL[0], LEVEL[2]], [UPRIGHTS[0]], id="a stroke between two columns of text"),
        pytest.param(LEVEL, [], id="rules at top, under the labels, and at the foot"),
        pytest.param(LEVEL, [Box(900, 100, 903, 403)], id="a stroke that no rule meets"),
        pytest.param([LEVEL[1], Box(100, 900, 700, 903)], [UPRIGHTS[0]], id="the axes of a chart"),
    ],
)
def test_columns_alone_are_no_table(rules: list[Box], uprights: list[Box]) -> None:
    """There must be rows and columns of cells."""
    assert [] == ruled_tables(rules, uprights, 20.0)


def test_a_rule_that_leans_is_found() -> None:
    """It is as thin as others, piece by piece, and the whole of it is covered."""
    ink = np.zeros((1500, 400), np.uint8)
    for row in range(100, 1400):
        ink[row, 200 + row // 80 : 204 + row // 80] = 1
    found = find_uprights(ink, 20.0)

    assert [True] * 2 == [min(box.top for box in found) <= 102, max(box.bottom for box in found) >= 1398]
    assert max(box.width for box in found) < 20


def test_only_the_strokes_of_tables_are_taken_out() -> None:
    """One that stands beside them may part columns of text."""
    tables = ruled_tables(LEVEL, UPRIGHTS, 20.0)
    assert 2 == len(strokes_of([*UPRIGHTS, Box(900, 500, 903, 800)], tables))


def test_lines_are_cut_at_the_rules_and_read_cell_by_cell() -> None:
    """A line that was read across three cells is a line of each; text over the table and under it keeps its place."""
    lines = (
        words("Lamps of the harbour", 100, 60), words("Port", 110, 150), words("Keeper", 310, 150),
        words("Lamp", 510, 150), words("Selwyn the elder red", 110, 200), words("bay", 110, 240),
        words("and", 510, 240), words("They burnt", 100, 500),
    )  # fmt: skip
    page = with_ruled_tables(Page(number=1, reader="tesseract", lines=lines), [CELLS])

    expected = ["Lamps of the harbour", "Port", "Keeper", "Lamp", "Selwyn the", "bay", "elder red", "and", "They burnt"]
    assert expected == [line.text for line in page.lines]
    assert tuple(CELLS) == page.cells


def test_a_mark_stays_with_its_word() -> None:
    """A call in the second cell of a line is a call in that cell."""
    line = words("Selwyn bay elder3 red", 110, 200)
    mark = RaisedMark(word=2, start=5, end=6, box=Box(325, 180, 330, 190))
    others = [words("Port", 110, 150), words("Keeper", 310, 150), words("Lamp", 510, 150)]
    marked = Line(words=line.words, box=line.box, baseline=200, size=30.0, marks=(mark,))
    page = with_ruled_tables(Page(number=1, reader="tesseract", lines=(*others, marked)), [CELLS])

    assert [("elder3 red", 0)] == [(each.text, mark.word) for each in page.lines for mark in each.marks]


def test_a_grid_under_a_curve_is_no_table() -> None:
    """Hardly a cell of it is filled: it is the ground of a chart."""
    page = Page(number=1, reader="tesseract", lines=(words("peak", 310, 150),))
    assert page == with_ruled_tables(page, [CELLS])
