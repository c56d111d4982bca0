"""Lines that run up the page beside its text, on pages typeset for the test."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.config import Settings
from pipeline.ocr.lines.upright_lines import upright_lines
from pipeline.ocr.page_image.preparation import Prepared, prepare

LEFT, PITCH, ROWS = 200, 60, 18
TEXT = "The keepers of the harbour wrote down every lamp"
STAMP = "Downloaded from the harbour library by Hester Tansy"


def _page(beside: Image.Image | None = None, at: int = 60) -> Prepared:
    """A page of text with something beside it."""
    picture = Image.new("L", (1100, 1300), 255)
    pen, type_ = ImageDraw.Draw(picture), ImageFont.load_default(34)
    for row in range(ROWS):
        pen.text((LEFT, 120 + PITCH * row), TEXT, font=type_)
    if beside:
        picture.paste(beside, (at, 120))
    return prepare(np.array(picture), 300)


def _strip(text: str) -> Image.Image:
    strip = Image.new("L", (1000, 40), 255)
    ImageDraw.Draw(strip).text((10, 2), text, font=ImageFont.load_default(30))
    return strip


@pytest.mark.parametrize(("degrees", "at"), [(90, 60), (-90, 60), (90, 1050)], ids=["up", "down", "at the right"])
def test_a_stamp_along_the_edge_is_read(degrees: int, at: int) -> None:
    """Whichever way it runs, and where it stands; its lines have no baseline across the page."""
    [upright] = upright_lines(_page(_strip(STAMP).rotate(degrees, expand=True), at), Settings())
    [line] = upright.lines

    assert (STAMP, None) == (line.text, line.baseline)


def test_a_stamp_is_taken_off_the_page() -> None:
    """Where it stood is white, and the text is left."""
    page = _page(_strip(STAMP).rotate(90, expand=True))
    [upright] = upright_lines(page, Settings())
    without = page.without([upright.area])

    assert [] == upright_lines(without, Settings())
    assert (page.ink[:, LEFT:] == without.ink[:, LEFT:]).all()


def test_numbers_of_lines_are_no_line() -> None:
    """They stand under one another as far apart as the lines."""
    numbers = Image.new("L", (50, PITCH * ROWS), 255)
    pen = ImageDraw.Draw(numbers)
    for row in range(ROWS):
        pen.text((0, PITCH * row), str(row + 10), font=ImageFont.load_default(30))

    assert [] == upright_lines(_page(numbers), Settings())
