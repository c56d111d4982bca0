"""Lines that run over a gutter, on pages set by hand."""

from pipeline.model import Box
from pipeline.ocr.lines.joined_columns import parted
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT = 20.0


def _line(top: int, *places: tuple[int, int], slope: float = 0.0) -> ReadLine:
    """A line of words from and to these columns."""
    words = tuple(
        ReadWord((ReadChar("x", Box(left, top, right, top + 30), 1.0),), Box(left, top, right, top + 30), 1.0)
        for left, right in places
    )
    return ReadLine(words, Box(places[0][0], top, places[-1][1], top + 30), slope, -8.0)


LEFT, RIGHT = ((100, 200), (220, 300), (320, 480)), ((540, 640), (660, 760), (780, 900))
FULL = ((100, 280), (300, 520), (535, 700), (720, 900))


def _ends(lines: list[ReadLine]) -> list[tuple[int, int, int]]:
    return [(line.box.top, line.box.left, line.box.right) for line in lines]


def test_notes_in_two_columns_are_parted() -> None:
    """Three rows with an em of white at one place; the text over them is of the full measure."""
    text = [_line(top, *FULL) for top in (100, 140, 180)]
    notes = [_line(top, *LEFT, *RIGHT) for top in (240, 280, 320)]
    expected = [edge for top in (240, 280, 320) for edge in ((top, 100, 480), (top, 540, 900))]

    assert [(top, 100, 900) for top in (100, 140, 180)] + expected == _ends(parted([*text, *notes], X_HEIGHT))


def test_one_joined_line_among_parted_ones() -> None:
    """Tesseract told the columns but for the first row."""
    below = [_line(top, *side) for top in (280, 320) for side in (LEFT, RIGHT)]
    made = parted([_line(240, *LEFT, *RIGHT), *below], X_HEIGHT)

    assert [(240, 100, 480), (240, 540, 900)] == _ends(made)[:2]


def test_white_by_chance_is_no_gutter() -> None:
    """Two rows with wide spaces over one another, in the middle of justified text."""
    lines = [_line(100, *FULL), *[_line(top, *LEFT, *RIGHT) for top in (140, 180)], _line(220, *FULL)]

    assert lines == parted(lines, X_HEIGHT)


def test_a_short_note_in_two_columns_is_parted() -> None:
    """The last two rows of a page, with edges on both sides of the white."""
    text = [_line(top, *FULL) for top in (100, 140, 180)]
    expected = [(top, *edges) for top in (240, 280) for edges in ((100, 480), (540, 900))]

    assert expected == _ends(parted([*text, *[_line(top, *LEFT, *RIGHT) for top in (240, 280)]], X_HEIGHT))[3:]


def test_two_last_rows_without_edges_have_no_gutter() -> None:
    """Wide spaces over one another at the end of a paragraph: the words beside them end and begin where they may."""
    wide = ((100, 200), (220, 300), (320, 440)), ((520, 640), (660, 760), (780, 900))
    lines = [_line(100, *FULL), _line(140, *LEFT, *RIGHT), _line(180, *wide[0], *wide[1])]

    assert lines == parted(lines, X_HEIGHT)


def test_a_table_is_no_text_in_columns() -> None:
    """A cell has one word or two."""
    lines = [_line(top, (100, 300), (320, 400), (560, 600)) for top in (100, 140, 180, 220)]

    assert lines == parted(lines, X_HEIGHT)


def test_a_part_keeps_its_baseline() -> None:
    """On a skewed line the right part stands where it stood."""
    lines = [_line(top, *LEFT, *RIGHT, slope=0.01) for top in (100, 140, 180)]
    right = parted(lines, X_HEIGHT)[1]

    assert abs(lines[0].baseline_at(900) - right.baseline_at(900)) < 1e-6


def test_the_first_row_may_end_early() -> None:
    """Of its note the last words stand at the left of the column, and the next rows fill the white behind them."""
    short = _line(240, LEFT[0], *RIGHT)
    below = [_line(top, *LEFT, *RIGHT) for top in (280, 320, 360)]

    assert [(240, 100, 200), (240, 540, 900)] == _ends(parted([_line(200, *FULL), short, *below], X_HEIGHT))[1:3]


def test_the_first_row_of_a_note_may_be_indented() -> None:
    """Of the two rows on the right the second begins a note."""
    indented = ((580, 640), (660, 760), (780, 900))
    last = [_line(240, *LEFT, *RIGHT), _line(280, *LEFT, *indented), _line(320, *LEFT)]
    expected = [(240, 100, 480), (240, 540, 900), (280, 100, 480), (280, 580, 900), (320, 100, 480)]

    assert expected == _ends(parted([_line(100, *FULL), *last], X_HEIGHT))[1:]
