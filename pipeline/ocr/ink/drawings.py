"""What is drawn on a page and no type: rules, grids of tables, drawings, pictures. They are taken out of the ink.

They would become words. Where drawings stand is kept: the words around a curve, along an axis, on a map are no text of
the article.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.axes import axes_on
from pipeline.ocr.ink.components import Components, components_of
from pipeline.ocr.ink.greys import Mask
from pipeline.ocr.ink.ruled_cells import ruled_tables, strokes_of
from pipeline.ocr.ink.rules import find_rules, find_uprights, joined

PICTURE = 10.0  # in x-heights, both ways: a drop initial of three lines has 7
BESIDE = 3.0  # x-heights of text that specks reach into beside a black border
DENSE = 0.3  # share of ink in its box that tells a picture from a frame
FRAME, OF_FRAME = 2.0, 0.9
"""X-heights along the edges of its box, and the share of its ink there, in which a piece is a frame around a text."""
CURVE, THIN = 3.0, 0.12
"""X-heights, and the share of ink, of what in a frame is a piece of a curve: letters have a quarter and more."""
NEAR = 4.0
"""X-heights between the parts of one drawing: curves and bars seldom touch."""
ROOM, LOWEST, HIGHEST = 6.5, 0.6, 2.2
"""Squares of the x-height that a letter has to itself, and how high one is: in tables and texts 3.4 to 5.6, in charts,
maps and facsimiles 7.7 and more (110 on 90 pages)."""
EDGE = 0.01
"""Of the page: what is so near its edge is the edge, or the shadow of the gutter."""
WHOLE = 0.8
"""Of the height of the page: a frame so high stands around the page; and of the width of a table."""


class Drawn(NamedTuple):
    """What is drawn on a page, and the type that is left."""

    rules: list[Box]
    """The horizontal ones, from top to bottom."""
    tables: list[list[Box]]
    """The cells that the rules of each table enclose, row by row."""
    drawings: list[Box]
    """From top to bottom."""
    type: Mask
    """The ink without all these."""
    pieces: Components
    """Of the type."""


def drawn_on(ink: Mask, fine: Mask, x_height: float) -> Drawn:
    """What is drawn on a page.

    Args:
        ink: of the page.
        fine: the same before smoothing, which has thin rules.
        x_height: of the page, in pixels.
    """
    rules, uprights = find_rules(fine, x_height), find_uprights(fine, x_height)
    tables = ruled_tables(rules, uprights, x_height)
    cleaned = ink.copy()
    for box in (*rules, *strokes_of(uprights, tables)):
        cleaned[max(box.top - 1, 0) : box.bottom + 1, box.left : box.right] = 0
    pieces = components_of(cleaned)
    large = _large(pieces, x_height)
    axes = [each for each in axes_on(fine, uprights, x_height) if not _is_text(each, pieces, x_height)]
    tables = _apart(tables, axes)
    whole = [pieces.box(index) for index in large if _is_drawing(pieces, index, x_height)]
    drawings = _drawings([*axes, *whole], [*rules, *uprights], tables, pieces, x_height)
    for index in large:
        _erase(cleaned, pieces, index, BESIDE * x_height)
    tables = [cells for cells in tables if not _stands_in(cells, drawings)]
    return Drawn(rules, tables, drawings, cleaned, components_of(cleaned) if large else pieces)


def _drawings(
    parts: list[Box], strokes: Sequence[Box], tables: Sequence[list[Box]], pieces: Components, x_height: float
) -> list[Box]:
    """The drawings that these are parts of, and frames with a curve in them; with the frames and axes around them."""
    page, curves = pieces.labels, _curves(pieces, x_height)
    frames = joined(strokes, x_height).boxes() if parts or curves else []
    parts = [*parts, *(frame for frame in frames if any(map(frame.has_middle_of, curves)))]
    parts = [part for part in parts if not (_is_at_edge(part, page) or _is_text(part, pieces, x_height))]
    grids = [grid for cells in tables if (grid := enclosing_box(cells))]
    own = [frame for frame in frames if not (_is_around(frame, page) or any(map(frame.meets, grids)))]
    found = [enclosing_box([part, *filter(part.meets, own)]) or part for part in _together(parts, NEAR * x_height)]
    return [box for box in found if not (_is_whole(box, page) or any(_goes_on(box, grid, x_height) for grid in grids))]


def _is_around(frame: Box, page: NDArray[Any]) -> bool:
    """Whether a frame stands around the page, or is its edge."""
    return _is_at_edge(frame, page) or bool(frame.height >= WHOLE * page.shape[0])


def _is_text(box: Box, pieces: Components, x_height: float) -> bool:
    """Whether a box is as full of letters as a table is, or a text in a frame."""
    high, wide = pieces.bottom - pieces.top, pieces.right - pieces.left
    letters = (high > LOWEST * x_height) & (high < HIGHEST * x_height) & (wide < HIGHEST * x_height)
    letters &= (pieces.left > box.left) & (pieces.right < box.right)
    letters &= (pieces.top > box.top) & (pieces.bottom < box.bottom)
    return bool(box.width * box.height < ROOM * x_height**2 * np.count_nonzero(letters))


def _apart(tables: Sequence[list[Box]], axes: Sequence[Box]) -> list[list[Box]]:
    """Those ruled tables that do not stand on the axes of a chart, whose lines enclose cells, too."""
    return [cells for cells in tables if not any(axis.meets(cell) for axis in axes for cell in cells)]


def _stands_in(cells: list[Box], drawings: Sequence[Box]) -> bool:
    """Whether the middle of a table lies in a drawing: that of a tablet has rows and columns."""
    frame = enclosing_box(cells)
    return frame is not None and any(drawing.has_middle_of(frame) for drawing in drawings)


def _is_whole(box: Box, page: NDArray[Any]) -> bool:
    """Whether a drawing is the page: the black around it, or a frame with ornaments."""
    height, width = page.shape
    return bool(box.height >= WHOLE * height and box.width >= WHOLE * width)


def _goes_on(box: Box, grid: Box, near: float) -> bool:
    """Whether a drawing is the rest of a table, whose rules are broken there: as wide under it, as high beside it."""
    wide = grid.shared_width(box) > WHOLE * max(grid.width, box.width)
    high = grid.shared_height(box) > WHOLE * max(grid.height, box.height)
    return (wide and -near < grid.shared_height(box) < grid.height / 2) or (high and -near < grid.shared_width(box))


def _large(pieces: Components, x_height: float) -> list[int]:
    """The pieces that are too large for letters, both ways."""
    size = max(PICTURE * x_height, 200)
    large = (pieces.right - pieces.left > size) & (pieces.bottom - pieces.top > size)
    return [int(index) for index in np.flatnonzero(large)]


def _curves(pieces: Components, x_height: float) -> list[Box]:
    """The boxes of slanting strokes: as high and wide as no letter."""
    wide, high = pieces.right - pieces.left, pieces.bottom - pieces.top
    found = np.flatnonzero((wide > CURVE * x_height) & (high > CURVE * x_height))
    return [pieces.box(int(index)) for index in found if _slants(pieces, int(index), x_height)]


def _slants(pieces: Components, index: int, x_height: float) -> bool:
    """Whether a piece has hardly any ink in its box, and this not along the edges as a corner of a frame has."""
    box = pieces.box(index)
    piece, edge = pieces.labels[box.top : box.bottom, box.left : box.right] == index + 1, round(x_height / 2)
    inner = np.count_nonzero(piece[edge:-edge, edge:-edge])
    return bool(piece.mean() < THIN and inner > np.count_nonzero(piece) / 2)


def _is_drawing(pieces: Components, index: int, x_height: float) -> bool:
    """Whether a large piece has ink within: it is no frame."""
    box = pieces.box(index)
    piece = pieces.labels[box.top : box.bottom, box.left : box.right] == index + 1
    inner = round(FRAME * x_height)
    within = np.count_nonzero(piece[inner:-inner, inner:-inner])
    return bool(within > (1 - OF_FRAME) * np.count_nonzero(piece))


def _is_at_edge(box: Box, page: NDArray[Any]) -> bool:
    height, width = page.shape
    beside: float = min(box.left / width, box.top / height, 1 - box.right / width, 1 - box.bottom / height)
    return beside <= EDGE


def _together(boxes: list[Box], near: float) -> list[Box]:
    """The boxes of whole drawings, from those of their parts; from top to bottom."""
    while pair := next((pair for pair in combinations(boxes, 2) if _are_near(*pair, near)), None):
        boxes = [box for box in boxes if box not in pair] + [enclosing_box(list(pair)) or pair[0]]
    return sorted(boxes, key=lambda box: (box.top, box.left))


def _are_near(one: Box, other: Box, near: float) -> bool:
    return one.shared_height(other) > -near and one.shared_width(other) > -near


def _erase(ink: Mask, pieces: Components, index: int, beside: float) -> None:
    box = pieces.box(index)
    area = (slice(box.top, box.bottom), slice(box.left, box.right))
    piece = pieces.labels[area] == index + 1
    if piece.mean() > DENSE:
        ink[area][:, _body(piece.mean(axis=0), beside)] = 0
    else:
        ink[area] = np.where(piece, 0, ink[area])


def _body(shares: NDArray[np.float64], beside: float) -> slice:
    """From the first column that is as full as a picture to the last, where the rest is so broad that it may hold text.

    Specks that hang on a black border reach into the text beside it, and touch its letters; these are no part of it.
    Those of the shadow in a gutter go with it.
    """
    full = np.flatnonzero(shares > DENSE / 2)
    first, last = int(full[0]), int(full[-1]) + 1
    return slice(first, last) if len(shares) - (last - first) > beside else slice(0, len(shares))
