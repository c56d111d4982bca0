"""Lines that the edge of the image cuts through."""

from pathlib import Path

import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Box, Page
from pipeline.ocr import open_source, read_page
from pipeline.ocr.lines.cut_lines import without_cut_lines
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord


def _line(top: int, bottom: int, *confidences: float) -> ReadLine:
    box = Box(100, top, 400, bottom)
    return ReadLine(tuple(ReadWord((ReadChar("m", box, sure),), box, sure) for sure in confidences), box, 0.0, 0.0)


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        pytest.param(_line(985, 998, 0.3, 0.6, 0.1), False, id="cut below"),
        pytest.param(_line(968, 979, 0.55, 0.3, 0.58), False, id="cut below, a little above the edge"),
        pytest.param(_line(1, 14, 0.3, 0.2), False, id="cut above"),
        pytest.param(_line(970, 998, 0.9, 0.96, 0.3), True, id="only its descenders are gone"),
        pytest.param(_line(985, 998, 0.3), True, id="a folio"),
        pytest.param(_line(940, 960, 0.3, 0.2), True, id="hard to read, but whole"),
    ],
)
def test_a_line_that_is_cut_through_is_not_text(line: ReadLine, kept: bool) -> None:
    """Of the upper halves of its letters words are made that nobody wrote."""
    assert kept == (without_cut_lines([line], 1000, 20.0) == [line])


def test_a_page_says_that_a_line_of_it_is_cut(calls_image: Path, calls_page: Page, tmp_path: Path) -> None:
    """The lower edge of the image goes through the third line: two are read, and the loss is counted."""
    edge = (calls_page.lines[2].baseline or 0) - 12
    with Image.open(calls_image) as image:
        image.crop((0, 0, image.width, edge)).save(tmp_path / "cut.png")

    page = read_page(open_source(tmp_path / "cut.png", Settings()), 1, Settings(), tmp_path)

    assert (2, 1, 0) == (len(page.lines), page.cut, calls_page.cut)
