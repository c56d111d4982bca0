"""The size of the body's type, which wavers on a scan from line to line and from page to page."""

from pipeline.model import TEXT_LAYER
from pipeline.segment.body_size import BodySize, body_size_of
from pipeline.segment.rows import Row, whole
from tests.segment.setting import FULL, SIZE, Set, page

SCAN = "tesseract"
WAVERING = (0.96, 0.98, 1.0, 1.0, 1.0, 1.02, 1.04)
"""Sizes of the lines of one type, most of them of the middle ones."""


def _rows(number: int, lines: list[Set], reader: str = SCAN) -> list[Row]:
    made = page(number, lines, reader=reader)
    return [whole(made, index) for index in range(len(made.lines))]


def _body(number: int, scale: float = 1.0, sizes: tuple[float, ...] = WAVERING * 3) -> list[Row]:
    """Full lines; on a page of another scale they are as much wider and further apart."""
    lines = [Set(FULL[:80], size=size * scale, gap=scale - 1) for size in sizes]
    return _rows(number, lines)


def test_the_size_is_in_the_middle_of_what_wavers() -> None:
    """The largest size with enough text near it is at the edge of the body's; a line of it is no smaller type."""
    found = body_size_of([*_body(1), *_body(2)])

    assert abs(found.size / SIZE - 1.0) < 0.01


def test_a_page_in_small_type_is_no_smaller_scan() -> None:
    """An appendix is set smaller, and to the same measure."""
    small = _rows(3, [Set(FULL[:80] + " home and was paid", size=0.85, gap=-0.15) for _ in range(18)])
    found = body_size_of([*_body(1), *_body(2), *small])

    assert 3 not in found.scales
    assert abs(found.relative(small[0]) - 0.85) < 0.01


def test_a_text_layer_tells_its_sizes() -> None:
    """A page whose text is set half a point smaller is what it says."""
    set_smaller = _rows(2, [Set(FULL[:80], size=0.97) for _ in range(18)], reader=TEXT_LAYER)

    assert {} == dict(body_size_of([*_rows(1, [Set(FULL[:80])] * 18, reader=TEXT_LAYER), *set_smaller]).scales)


def test_without_geometry_every_row_is_of_the_body() -> None:
    """A dump has no sizes."""
    row = _body(1)[0]

    assert BodySize(0.0).holds(row)
    assert 1.0 == BodySize(0.0).relative(row)
