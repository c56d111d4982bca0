"""The second look at raised marks: each has a row of its own on a sheet."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from pipeline.config import Settings
from pipeline.ocr import second_look
from pipeline.ocr.preparation import Grey


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
