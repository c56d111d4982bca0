"""What the ink of a bullet looks like: a disc in the middle of the small letters, where no raised sign or stop is."""

import numpy as np

from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType

SIZE = (0.45, 1.0)
"""Of a bullet, in x-heights; those of two journals have .48 to .78."""
MIDDLE = (0.3, 0.85)
"""Of its height over the baseline, in x-heights: .60 to .76; a star has its middle at 1.2 and more, a stop at .1."""
FULL = 0.93
"""Of the ellipse within its box that is ink."""
ROUND = 1.25


def is_bullet(pieces: Components, index: int, kind: LineType) -> bool:
    """Whether a piece of ink is as wide as it is tall, full, and in the middle of the small letters."""
    box, height = pieces.box(index), kind.x_height
    middle = (kind.baseline_at((box.left + box.right) / 2) - (box.top + box.bottom) / 2) / height
    short, long = sorted((box.width, box.height))
    sized = SIZE[0] * height <= short and long <= min(SIZE[1] * height, ROUND * short)
    return sized and MIDDLE[0] <= middle <= MIDDLE[1] and fullness(pieces, index) >= FULL


def fullness(pieces: Components, index: int) -> float:
    """The share of the ellipse within the box of a piece that is its ink: all of a disc, or of a square."""
    box = pieces.box(index)
    ink = pieces.labels[box.top : box.bottom, box.left : box.right] == index + 1
    rows, columns = (np.linspace(-1, 1, length) for length in ink.shape)
    return float(np.mean(ink[rows[:, None] ** 2 + columns[None, :] ** 2 <= 1]))
