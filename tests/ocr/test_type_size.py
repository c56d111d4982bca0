"""The type of a line, measured from its ink."""

import numpy as np

from pipeline.model import Box
from pipeline.ocr.components import components_of
from pipeline.ocr.hocr import ReadChar, ReadLine, ReadWord
from pipeline.ocr.type_size import measure

X_HEIGHT, BASELINE = 20, 100
RAISED = (("1", (10, 70, 14, 88)), ("1", (18, 70, 22, 88)))
LETTERS = (("I", (36, 70, 44, 100)), ("d", (48, 70, 62, 100)), (".", (64, 96, 68, 100)))


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
