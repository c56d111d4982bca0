"""The second look at raised marks: each has a row of its own on a sheet."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.config import Settings
from pipeline.model import Box
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.raised_marks import second_look
from pipeline.ocr.raised_marks.marked_characters import Mark


def crop(number: int) -> Grey:
    """A number, as large as a mark is made."""
    image = Image.new("L", (60, second_look.HEIGHT), 255)
    ImageDraw.Draw(image).text((4, -8), str(number), 0, ImageFont.load_default(48))
    return np.asarray(image, dtype=np.uint8)


def test_more_marks_than_a_sheet_has_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of dirt has more marks than Tesseract takes rows: the others are on further sheets, in their order."""
    monkeypatch.setattr(second_look, "MOST_ROWS", 2)
    numbers = [12, 34, 56, 78, 90]
    found = second_look._read([crop(number) for number in numbers], second_look.DIGITS, Settings())
    assert [str(number) for number in numbers] == [reading.text if reading else "" for reading in found]
    assert [] == second_look._read([], second_look.DIGITS, Settings())


def test_a_mark_that_is_a_drawn_line() -> None:
    """Taller than it could be as a sign, it is still as wide as a pixel when it is as tall as a row."""
    page = np.full((700, 40), 255, np.uint8)
    page[50:650, 20] = 0
    pieces = components_of((page == 0).astype(np.uint8))
    mark = Mark((0,), Box(20, 50, 21, 650), star=False, word=0, start=0, end=0)
    assert (second_look.HEIGHT, 1) == second_look._crop(page, pieces, mark, second_look.HEIGHT).shape
