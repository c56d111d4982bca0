"""Reading order and columns, from the boxes of lines."""

from itertools import groupby

from pipeline.model import Box, Line, Word
from pipeline.ocr.lines.layout import find_gutter, reading_order


def line(left: int, baseline: int, right: int, drop: int = 8) -> Line:
    """A line 30 pixels tall; ``drop`` is how far its box reaches under the baseline."""
    return Line(words=(), box=Box(left, baseline - 22, right, baseline + drop), baseline=baseline, size=30.0)


LEFT = [line(100, y, 480) for y in (200, 240, 280, 320)]
RIGHT = [line(520, y, 900) for y in (210, 250, 290, 330)]
TITLE = line(100, 100, 900)
FOOT = line(100, 400, 900)


def order(lines: list[Line]) -> list[tuple[int, int | None]]:
    """Column and baseline of each line in reading order."""
    return [(one.column, one.baseline) for one in reading_order(lines)]


def test_columns_between_full_lines() -> None:
    """Full line, left column, right column, full line; baselines need not agree."""
    expected = [(0, 100), *((1, y) for y in (200, 240, 280, 320)), *((2, y) for y in (210, 250, 290, 330)), (0, 400)]
    assert expected == order([*RIGHT, FOOT, *LEFT, TITLE])


def test_two_column_bands() -> None:
    """A full line amid the page parts two bands, each read column by column."""
    lower = [line(left, y, left + 380) for left in (100, 520) for y in (500, 540, 580)]
    found = [column for column, _ in order([TITLE, *LEFT, *RIGHT, FOOT, *lower])]
    assert [0, 1, 2, 0, 1, 2] == [key for key, _ in groupby(found)]


def test_a_box_of_short_lines_beside_a_justified_block() -> None:
    """The dates of an article are read before the abstract beside them, and a heading under both after them."""
    box = [line(100, y, 220) for y in (215, 245, 275, 305, 335, 365, 395)]
    block = [line(420, y, 900) for y in range(200, 360, 30)]
    heading = line(100, 460, 300)
    body = [line(100, y, 900) for y in (490, 520, 550)]
    found = order([TITLE, *box, *block, heading, *body])

    assert [0, 1, 2, 0] == [key for key, _ in groupby(column for column, _ in found)]
    assert [(0, 460), (0, 490), (0, 520), (0, 550)] == found[-4:]


def test_a_box_at_the_right_of_a_justified_block() -> None:
    """It is read after the block, whose last line is short; what stands under both is no part of either."""
    block = [*(line(100, y, 680) for y in range(200, 470, 30)), line(100, 470, 400)]
    box = [line(720, y, right) for y, right in ((215, 880), (259, 900), (303, 830), (347, 890), (391, 880))]
    body = [line(100, y, 900) for y in (580, 610, 640)]
    found = order([TITLE, *box, *block, line(100, 540, 240), *body])

    assert [0, 1, 2, 0] == [key for key, _ in groupby(column for column, _ in found)]
    assert [(1, 470), (2, 215)] == found[10:12]


def test_a_table_is_no_box_beside_a_block() -> None:
    """The first words of its rows stand on one line with the others."""
    rows = [one for y in range(200, 360, 30) for one in (line(100, y, 220), line(420, y, 900))]

    assert find_gutter([one.box for one in rows if one.box]) is None


def test_cells_here_and_there_make_no_block() -> None:
    """Of the cells in the first column of a table some end where others do, and begin so, too."""
    cells = [line(100 + 40 * (row % 3), y, 640 - 50 * (row % 2)) for row, y in enumerate(range(200, 1400, 40))]
    numbers = [line(720, y + 15, 900) for y in range(200, 1400, 40)]

    assert find_gutter([one.box for one in (*cells, *numbers) if one.box]) is None


def test_one_column_has_no_gutter() -> None:
    """A running head with a folio beside it, over full lines, makes no columns."""
    boxes = [one.box for one in (line(100, 60, 300), line(860, 60, 900), TITLE, FOOT) if one.box]
    assert None is find_gutter(boxes)


def test_box_that_reaches_into_the_next_line() -> None:
    """A line whose box reaches down is still read before the next, though that begins further left."""
    assert [(0, 200), (0, 236)] == order([line(105, 200, 400, drop=40), line(100, 236, 900)])


def note(left: int, baseline: int, right: int) -> Line:
    """A line of the small type of notes, 20 pixels tall."""
    return Line(words=(), box=Box(left, baseline - 14, right, baseline + 6), baseline=baseline, size=20.0)


TEXT = [line(100, y, 600) for y in range(200, 440, 40)]
"""Under it stand notes in two columns, and beside it and them a third one runs."""
BESIDE = [note(660, y, 900) for y in range(210, 740, 30)]


def columns(lines: list[Line]) -> list[int]:
    """The columns in the order in which they are read."""
    return [key for key, _ in groupby(column for column, _ in order(lines))]


def test_columns_within_a_column() -> None:
    """Two columns of notes under a text beside which a third column runs are read after the text, and before that."""
    notes = [note(left, y, left + 220) for left in (100, 380) for y in range(500, 740, 40)]
    found = order([*BESIDE, *notes, *TEXT])

    assert [1, 3, 4, 2] == columns([*BESIDE, *notes, *TEXT])
    assert [(1, 200), (3, 500), (4, 500)] == [found[place] for place in (0, 6, 12)]


def test_ragged_notes_under_hanging_labels() -> None:
    """They need not fill their column, and where two labels alone hang in the gutter they are of the right one."""
    lefts = [note(100, y, 280 + y % 40) for y in range(500, 740, 30)]
    rights = [note(346 if place in (2, 5) else 380, 500 + 30 * place, 570 + 5 * place) for place in range(8)]

    assert [1, 3, 4, 2] == columns([*BESIDE, *lefts, *rights, *TEXT])


def test_a_note_of_three_rows_beside_a_column_of_notes() -> None:
    """The last note of a page goes on at the head of a column that nothing else fills."""
    notes = [note(left, y, left + 220) for left in (100, 380) for y in range(500, 740, 40)]
    last = [note(660, y, 880) for y in (500, 540, 580)]

    assert [0, 1, 5, 6] == columns([*TEXT, *notes, *last])


def test_cells_within_a_column_stay_beside_one_another() -> None:
    """A cell of a table has a word or two, and is narrower than presses set prose."""
    cells = [note(left, y, right) for left, right in ((100, 340), (420, 520)) for y in range(500, 740, 40)]

    assert [1, 2] == columns([*BESIDE, *cells, *TEXT])


def test_a_note_of_two_rows_in_two_columns() -> None:
    """Its second column is read after the first, though two lines make no gutter anywhere else."""
    text = [line(100, y, 900) for y in (200, 240, 280)]
    note = [line(left, y, right) for left, right in ((100, 480), (520, 900)) for y in (340, 380)]

    assert [(0, 280), (1, 340), (1, 380), (2, 340), (2, 380)] == order([*text, *note])[2:]


def test_four_last_lines_without_edges_are_rows() -> None:
    """Cells of a table end where their words end."""
    text = [line(100, y, 900) for y in (200, 240, 280)]
    cells = [line(100, 340, 400), line(520, 340, 900), line(100, 380, 480), line(520, 380, 760)]

    assert [(0, 340), (0, 340), (0, 380), (0, 380)] == order([*text, *cells])[3:]


def test_the_first_column_of_a_note_has_one_row_more() -> None:
    """Three rows on the left and two on the right, of which the second is the indented first row of a note."""
    text = [line(100, y, 900) for y in (100, 140, 180)]
    lefts = [line(100, y, 480) for y in (240, 280, 320)]
    notes = [*lefts, line(520, 240, 900), line(550, 280, 880)]
    expected = [*((0, y) for y in (100, 140, 180)), *((1, y) for y in (240, 280, 320)), (2, 240), (2, 280)]

    assert expected == order([*text, *notes])


def test_a_short_line_over_a_block_of_full_measure_is_of_it() -> None:
    """``158 Id.`` over longer notes, under two columns: it is read after both. Close under its column it ends that."""
    notes = [line(100, y, 900) for y in (490, 530)]
    for first, column in ((450, 0), (358, 1)):
        read = order([*LEFT, *RIGHT, line(100, first, 160), *notes])
        assert column == next(found for found, baseline in read if baseline == first)
        assert (first == read[-3][1]) == (column == 0)


def worded(text: str, left: int, baseline: int, right: int) -> Line:
    """A line with words."""
    box = Box(left, baseline - 22, right, baseline + 8)
    words = tuple(Word(text=word, box=box, confidence=1.0) for word in text.split())
    return Line(words=words, box=box, baseline=baseline, size=30.0)


PAGE = [line(100, y, 900) for y in range(40, 400, 40)]
"""Nine lines of full measure."""


def test_a_table_amid_the_text_is_read_row_by_row() -> None:
    """White stands at one place between its labels and their figures, as between columns."""
    labels = [worded("Lamps of tin in the", 100, y, 460) for y in (500, 540, 580, 620)]
    figures = [worded("12 | 14.5 | – | 301", 520, y, 900) for y in (500, 540, 580, 620)]
    expected = [place for y in (500, 540, 580, 620) for place in ((0, y), (0, y))]

    assert expected == order([*PAGE, *labels, *figures])[len(PAGE) :]


def test_notes_in_two_columns_under_the_text_are_read_column_by_column() -> None:
    """Their lines have words on both sides."""
    notes = [worded("of the harbour, vol. 3", left, y, left + 380) for left in (100, 520) for y in (500, 540, 580)]

    assert [1, 1, 1, 2, 2, 2] == [column for column, _ in order([*PAGE, *notes])][len(PAGE) :]


def test_a_table_that_fills_its_page_is_read_row_by_row() -> None:
    """No line runs across the white amid it; but the lines on one side of it are of figures, as no text is."""
    names = [
        Line(words=(Word(text="Selwyn"), Word(text="bay")), box=Box(100, y - 22, 480, y), baseline=y) for y in ROWS
    ]
    figures = [Line(words=(Word(text="40"), Word(text="12")), box=Box(520, y - 22, 900, y), baseline=y) for y in ROWS]

    expected = [(0, y) for y in ROWS for _ in range(2)]
    assert expected == order([*names, *figures])


ROWS = (200, 240, 280, 320)


def test_a_long_note_whose_last_rows_fill_two_of_the_second_column() -> None:
    """Both columns begin on one line and the first goes on; the running foot under them is no part of it."""
    text = [line(100, y, 900) for y in range(100, 400, 40)]
    first = [line(100, y, right) for y, right in zip(range(500, 740, 40), (470, 480, 455, 478, 460, 300), strict=True)]
    second = [line(520, 500, 880), line(520, 540, 700)]
    foot = line(60, 900, 700)
    found = order([*text, *first, *second, foot])

    assert [*((1, y) for y in range(500, 740, 40)), (2, 500), (2, 540), (0, 900)] == found[len(text) :]


def test_two_cells_beside_the_first_of_four_rows_are_no_column() -> None:
    """A first column that is no longer by two rows is that of a table."""
    text = [line(100, y, 900) for y in range(100, 400, 40)]
    cells = [line(100, y, 400) for y in (500, 540, 580)] + [line(520, y, 800) for y in (500, 540)]
    found = order([*text, *cells])
    assert {0} == {column for column, _ in found}


def test_three_keywords_beside_an_abstract() -> None:
    """They stand in a column of their own, as Routledge's journals set them."""
    block = [line(100, y, 680) for y in range(200, 470, 30)]
    box = [line(720, y, right) for y, right in ((200, 880), (224, 900), (248, 830))]
    found = order([TITLE, *box, *block, *(line(100, y, 900) for y in (580, 610, 640))])

    assert [0, 1, 2, 0] == [key for key, _ in groupby(column for column, _ in found)]


def test_a_heading_between_columns_and_a_block_of_full_measure() -> None:
    """With more white over it than under it, it is of the block."""
    text = [line(100, y, 900) for y in (530, 570)]
    read = order([*LEFT, *RIGHT, line(100, 470, 300), *text])

    assert [(0, 470), (0, 530), (0, 570)] == read[-3:]
