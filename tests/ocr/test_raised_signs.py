"""What the second reader sees on raised ink."""

import pytest

from pipeline.model import Box
from pipeline.ocr.collation.raised_signs import is_number, on_mark, reading_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.recogniser import Glyph


@pytest.mark.parametrize("read", ["12", "¹²", "1²"])
def test_a_raised_number_is_whole_however_it_is_written(read: str) -> None:
    """The second reader writes raised digits as such or on the line: a mark on the first has the others too."""
    kind = LineType(0.0, 100.0, 20.0)
    mark = Mark((0,), Box(48, 64, 58, 84), False, 0, 2, 2)
    glyphs = [Glyph(read[0], 53.0, 0.9), Glyph(read[1], 65.0, 0.9)]
    assert (0, 2) == on_mark(glyphs, mark, [], kind)
    assert (True, "12") == (is_number(read), reading_of(glyphs).text)
