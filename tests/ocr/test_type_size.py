"""The type of a line, measured from its ink."""

import numpy as np

from pipeline.model import Box
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.letterforms.type_size import TALL_TO_SMALL, measure
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

X_HEIGHT, BASELINE = 20, 100
RAISED = (("1", (10, 70, 14, 88)), ("1", (18, 70, 22, 88)))
LETTERS = (("I", (36, 70, 44, 100)), ("d", (48, 70, 62, 100)), (".", (64, 96, 68, 100)))

# A note in an old type: capitals rise to 1.6 x-heights, the 7 hangs, the 1 is no higher than a small letter.
SHORT_NOTE = (
    ("O", (10, 71, 36, 100)), ("p", (40, 82, 56, 109)), (".", (58, 96, 62, 100)), ("c", (74, 82, 86, 100)),
    ("i", (90, 82, 96, 100)), ("t", (100, 77, 110, 100)), (".", (112, 96, 116, 100)), ("p", (126, 82, 142, 109)),
    (".", (144, 96, 148, 100)), ("7", (160, 82, 172, 109)), ("1", (176, 82, 182, 100)), (".", (186, 96, 190, 100)),
)  # fmt: skip


def _typed(chars: tuple[tuple[str, tuple[int, int, int, int]], ...]) -> tuple[ReadLine, Components]:
    """A line of one word whose letters are black boxes, and its ink."""
    ink = np.zeros((140, 200), np.uint8)
    for _, (left, top, right, bottom) in chars:
        ink[top:bottom, left:right] = 255
    frame = Box(10, 71, 190, 109)
    read = tuple(ReadChar(text, Box(*box), 0.9) for text, box in chars)
    return ReadLine((ReadWord(read, frame, 0.9),), frame, 0.0, float(100 - frame.bottom)), components_of(ink)


def test_a_short_note_is_measured_by_all_its_letters() -> None:
    """A note with one letter of the usual measure and old-style figures is no larger than it is."""
    kind = measure(*_typed(SHORT_NOTE), 28.0)

    assert (round(kind.intercept), round(kind.x_height)) == (100, 18)


def test_a_running_head_is_measured_by_its_capitals() -> None:
    """A letter of a line of capitals that was read as a small one does not make the capitals small letters."""
    capitals = tuple((text, (10 + 12 * n, 71, 20 + 12 * n, 100)) for n, text in enumerate("LAWJOURNALvoI"))

    kind = measure(*_typed(capitals), 20.0)

    assert round(kind.x_height) == round(29 / TALL_TO_SMALL)


def test_raised_figures_do_not_make_a_short_line_small() -> None:
    """A note that says ``Id.`` has two letters and a raised number, whose figures are smaller than they."""
    ink = np.zeros((140, 200), np.uint8)
    for _, (left, top, right, bottom) in (*RAISED, *LETTERS):
        ink[top:bottom, left:right] = 255
    words = tuple(
        ReadWord(tuple(ReadChar(text, Box(*box), 0.9) for text, box in part), Box(10, 70, 68, 100), 0.9)
        for part in (RAISED, LETTERS)
    )
    kind = measure(ReadLine(words, Box(10, 70, 68, 100), 0.0, 0.0), components_of(ink), float(X_HEIGHT))

    assert (BASELINE, X_HEIGHT) == (round(kind.intercept), round(kind.x_height))


def test_capitals_alone_tell_no_x_height() -> None:
    """Small letters that were read where there is ink of capitals only leave the measure to these."""
    ink = tuple(("N", (10 + 14 * n, 71, 20 + 14 * n, 100)) for n in range(6))
    read = tuple((text, box) for text, (_, box) in zip("NopqNN", ink, strict=True))

    kind = measure(*_typed(read), 20.0)

    assert round(kind.x_height) == round(29 / TALL_TO_SMALL)


def test_capitals_above_small_ones_are_the_measure() -> None:
    """A line of capitals and small capitals is as large as its capitals are; the figures of a folio are no capitals."""
    tops = [71, 79, 79, 79, 71, 79, 79, 79, 79]
    small = tuple((text, (10 + 12 * n, tops[n], 20 + 12 * n, 100)) for n, text in enumerate("HARBOLAMP"))
    folio = tuple((text, (10 + 12 * n, 71 if n < 3 else 79, 20 + 12 * n, 100)) for n, text in enumerate("312LAMPS"))

    sizes = [round(measure(*_typed(line), 15.0).x_height) for line in (small, folio)]

    assert [round(29 / TALL_TO_SMALL), round(21 / TALL_TO_SMALL)] == sizes


def test_the_shortest_note_is_no_larger_than_its_line_is_high() -> None:
    """``® Op. cit.``: too few letters to tell their height, but the line has a letter that rises and one that hangs."""
    chars = (("®", (10, 70, 24, 88)), *((text, (left + 30, top, right + 30, bottom))
             for text, (left, top, right, bottom) in SHORT_NOTE[:7]))  # fmt: skip

    assert measure(*_typed(chars), 28.0).x_height <= 38 / 1.7
