"""Lines that the edge of the image cuts through."""

import pytest

from pipeline.model import Box
from pipeline.ocr.cut_lines import without_cut_lines
from pipeline.ocr.hocr import ReadChar, ReadLine, ReadWord


def _line(top: int, bottom: int, *confidences: float) -> ReadLine:
    box = Box(100, top, 400, bottom)
    return ReadLine(tuple(ReadWord((ReadChar("m", box, sure),), box, sure) for sure in confidences), box, 0.0, 0.0)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param(_line(985, 998, 0.3, 0.6, 0.1), False, id="cut below"),
        pytest.param(_line(1, 14, 0.3, 0.2), False, id="cut above"),
        pytest.param(_line(970, 998, 0.9, 0.96, 0.3), True, id="only its descenders are gone"),
        pytest.param(_line(985, 998, 0.3), True, id="a folio"),
        pytest.param(_line(940, 960, 0.3, 0.2), True, id="hard to read, but whole"),
    ],
)
def test_a_line_that_is_cut_through_is_not_text(line: ReadLine, kept: bool) -> None:
    """Of the upper halves of its letters words are made that nobody wrote."""
    assert kept == (without_cut_lines([line], 1000, 20.0) == [line])
