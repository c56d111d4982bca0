"""Calls of notes that the file does not have: what is in the text for them."""

from collections.abc import Sequence

import pytest

from pipeline import cleanup
from pipeline.config import Settings
from pipeline.model import Box, CleanLine, Line, Page, Pages, RaisedMark, Reading, Word

PRINTED = "!?*>®"
"""What the first reader makes of 1, 2, 3, 4, 5."""


def _called(number: int, glyph: str, read: str, confidence: float) -> Line:
    word = Word(text=f"lamps.{glyph}", box=Box(100, 60 * number, 260, 60 * number + 30))
    readings = (
        Reading(text=read, confidence=confidence, reader="digits"),
        Reading(text=glyph, confidence=0.95, reader="tesseract"),
    )
    mark = RaisedMark(word=0, start=6, end=7, box=Box(250, 60 * number, 260, 60 * number + 14), readings=readings)
    return Line(words=(word,), box=word.box, baseline=60 * number + 30, size=30.0, marks=(mark,))


def _labelled(number: int, size: float) -> Line:
    words = tuple(
        Word(text=text, box=Box(100 + 90 * place, 900 + 40 * number, 180 + 90 * place, 930 + 40 * number))
        for place, text in enumerate((f"{number}", "Harbour", "roll."))
    )
    return Line(words=words, box=Box(100, 900 + 40 * number, 360, 930 + 40 * number), size=size)


def _cleaned(*lines: Line) -> Sequence[CleanLine]:
    page = Page(number=1, reader="tesseract+rapidocr", lines=lines, width=1000, height=1500, dpi=300)
    return cleanup.run(Pages(doc="calls", pages=(page,)), Settings()).pages[0].lines


def _calls(confidence: float = 0.97) -> list[Line]:
    return [_called(number, glyph, str(number), confidence) for number, glyph in enumerate(PRINTED, 1)]


def test_the_numbers_of_a_sequence_without_notes_are_read() -> None:
    """A chapter without the endnotes of its book has its numbers, and the candidates cover them."""
    lines = _cleaned(*_calls())

    assert [f"lamps.{number}" for number in range(1, 6)] == [line.text for line in lines]
    assert [(6, 7)] * 5 == [(call.start, call.end) for line in lines for call in line.calls]


def test_what_was_printed_is_in_the_ledger() -> None:
    """The signs that the reader had can be given back."""
    lines = _cleaned(*_calls())

    assert PRINTED == "".join(change.before for line in lines for change in line.changes)


@pytest.mark.parametrize(
    ("size", "expected"), [(24.0, "lamps.!"), (30.0, "lamps.1"), (36.0, "lamps.1")], ids=["notes", "items", "headings"]
)
def test_lines_in_smaller_type_that_begin_with_the_numbers_are_notes(size: float, expected: str) -> None:
    """Those as large as the text are items of a list, or headings: the calls have no notes."""
    lines = _cleaned(*_calls(), *(_labelled(number, size) for number in range(1, 6)))

    assert expected == lines[0].text


@pytest.mark.parametrize("lines", [_calls()[:4], _calls(0.4)], ids=["four numbers", "numbers that are not sure"])
def test_other_raised_signs_stay_as_they_were_read(lines: list[Line]) -> None:
    """Few numbers make no sequence, and no doubtful ones."""
    assert ["lamps.!", "lamps.?"] == [line.text for line in _cleaned(*lines)[:2]]
