"""What is drawn on a page: charts and maps are found; frames, tables and the shadow of the gutter are none."""

import cv2
import numpy as np
import pytest

from pipeline.model import Box
from pipeline.ocr.ink.axes import axes_on
from pipeline.ocr.ink.drawings import drawn_on
from pipeline.ocr.ink.greys import Mask
from pipeline.ocr.ink.rules import find_uprights

X_HEIGHT = 20.0


def paper() -> Mask:
    """An empty page, and two lines of letters on it."""
    page = np.zeros((2000, 1400), np.uint8)
    for left in range(200, 1200, 24):
        page[150:170, left : left + 14] = page[1800:1820, left : left + 14] = 255
    return page


def stroked(page: Mask, *strokes: tuple[int, int, int, int]) -> Mask:
    """The page with strokes from a place to another, across first."""
    for left, top, right, bottom in strokes:
        cv2.line(page, (left, top), (right, bottom), 255, 4)
    return page


def drawings(page: Mask) -> list[Box]:
    """What is found to be drawn, to the nearest twenty pixels."""
    found = drawn_on(page, page, X_HEIGHT).drawings
    return [Box(*(round(edge / 20) * 20 for edge in (box.left, box.top, box.right, box.bottom))) for box in found]


AXES = ((300, 400, 300, 900), (300, 900, 1000, 900))
FRAME = ((300, 400, 1000, 400), (1000, 400, 1000, 900), *AXES)
CURVE = (350, 850, 950, 450)


def test_a_curve_is_a_drawing_with_its_axes() -> None:
    """What does not touch the curve but stands around it belongs to it; the letters of the page are left."""
    drawn = drawn_on(stroked(paper(), *AXES, CURVE), paper(), X_HEIGHT)
    assert [Box(300, 400, 1000, 900)] == drawings(stroked(paper(), *AXES, CURVE))
    assert [Box(300, 400, 1000, 900)] == drawings(stroked(paper(), *FRAME, CURVE))
    assert np.array_equal(drawn_on(paper(), paper(), X_HEIGHT).type, drawn.type * (paper() > 0))


def test_pieces_of_a_curve_make_a_drawing_of_a_frame() -> None:
    """A curve is broken, so that no piece of it is large; the corner of a frame is no curve."""
    assert [Box(300, 400, 1000, 900)] == drawings(stroked(paper(), *FRAME, (400, 800, 500, 700), (600, 650, 700, 550)))
    assert [] == drawings(stroked(paper(), *FRAME, (400, 500, 500, 500), (500, 500, 500, 600)))
    assert [] == drawings(stroked(paper(), (400, 800, 500, 700)))


def test_axes_alone_are_a_drawing() -> None:
    """The curve is of dots, so that it has no stroke; ticks stand upon the axis."""
    ticks = ((left, 890, left, 900) for left in range(400, 1000, 100))
    assert [Box(300, 400, 1000, 900)] == drawings(stroked(paper(), *AXES, *ticks))


@pytest.mark.parametrize(
    "strokes",
    [
        pytest.param(FRAME, id="a frame around a text"),
        pytest.param((*FRAME, (300, 600, 1000, 600), (650, 400, 650, 900)), id="a table"),
        pytest.param(((700, 400, 700, 1700),), id="a stroke between two columns"),
        pytest.param(((200, 1700, 1200, 1700), (700, 400, 700, 1700)), id="the same over a rule"),
        pytest.param(((2, 2, 2, 1998), (2, 1998, 1398, 1998), (2, 1998, 600, 1400)), id="the edge of the page"),
    ],
)
def test_what_is_no_drawing(strokes: tuple[tuple[int, int, int, int], ...]) -> None:
    """Its words are a text."""
    assert [] == drawings(stroked(paper(), *strokes))


def test_a_table_with_a_stroke_at_its_left_is_no_drawing() -> None:
    """It is full of letters, and so is a text that somebody has scribbled upon; a chart has few."""
    page = stroked(paper(), *AXES, CURVE)
    for top in range(430, 880, 50):
        for left in range(330, 980, 30):
            page[top : top + 20, left : left + 14] = 255
    assert [] == drawings(page)


def test_a_grid_on_axes_is_no_table() -> None:
    """The lines of a chart cross, and enclose cells."""
    grid = [(300, level, 900, level) for level in (500, 600, 700, 800)] + [(500, 400, 500, 900), (700, 400, 700, 900)]
    drawn = drawn_on(stroked(paper(), *AXES, *grid), stroked(paper(), *AXES, *grid), X_HEIGHT)
    assert ([], 1) == (drawn.tables, len(drawn.drawings))


def test_axes_are_told_by_their_foot() -> None:
    """From the head of a frame a stroke runs, too, and to the left of a stroke between columns."""
    for strokes, count in ((AXES, 1), (FRAME, 0), (((300, 400, 300, 900), (100, 900, 1000, 900)), 0)):
        page = stroked(paper(), *strokes)
        assert count == len(axes_on(page, find_uprights(page, X_HEIGHT), X_HEIGHT))
