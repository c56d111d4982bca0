"""What a scanner saw beside the page: its black borders, and the shadow in the gutter, in black and white all dots.

A picture in print is made of such dots, too, but does not reach the edge of the page, and run along it.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.ocr.ink.greys import PAPER, Grey, Mask
from pipeline.ocr.ink.inked import Inked, Pieces, pieces_of

SQUARE = 25
"""Pixels across, of black without a gap: no letter has such."""
ALONG = 0.25
"""Share of the page's height, or breadth, that a border runs along."""

# In x-heights: in pages of 300 dpi with such a shadow its dots are one to four pixels wide.
DOT = 0.3
STROKE = 0.1
"""Dots of a shadow, and chains of dots that touch, are thinner; full stops, dots of an i and raised figures are not."""
AROUND = 2.0
MOST_DOTS = 20
"""In a square of ``AROUND`` x-heights: a shadow has 30 to 130, a page without one 2."""


def without_borders(page: Inked, x_height: float) -> Grey:
    """The page with its black borders and the dots of its shadow painted white; its size stays.

    Args:
        page: evenly lit.
        x_height: of its type, in pixels; 0.0 for a page without text, whose dots stay.
    """
    ink = page.ink
    solid = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((SQUARE, SQUARE), np.uint8)), dtype=np.uint8)
    borders, shadow = _along_edges(solid), _shadow(ink, page.pieces, solid, x_height)
    if not borders.any() and not shadow.any():
        return page.grey
    grown = cv2.dilate(borders.astype(np.uint8), np.ones((15, 15), np.uint8))
    rims = cv2.dilate(shadow.astype(np.uint8), np.ones((3, 3), np.uint8)) & ((ink == 0) | shadow)
    return np.where((grown > 0) | (rims > 0), PAPER, page.grey).astype(np.uint8)


def _shadow(ink: Mask, pieces: Pieces, solid: Mask, x_height: float) -> NDArray[np.bool_]:
    """Dots, and chains of dots that touch, of a shadow that runs along the edge, beside solid black or not."""
    labels, stats, middles = pieces
    small = np.maximum(stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]) <= DOT * x_height
    rows, columns = np.round(middles[:, ::-1]).astype(np.int64).T
    if not _crowd(rows[small], columns[small], ink.shape, x_height).any():
        return np.zeros(ink.shape, bool)
    stroke = np.ones((max(2, round(STROKE * x_height)),) * 2, np.uint8)
    thin = np.ones(len(stats), bool)
    thin[labels[cv2.morphologyEx(ink, cv2.MORPH_OPEN, stroke) > 0]] = False
    crowd = _crowd(rows[small & thin], columns[small & thin], ink.shape, x_height)
    dots = crowd[rows, columns] & thin
    dots[0] = False
    return np.asarray(_along_edges(solid | np.where(crowd, 255, 0).astype(np.uint8)) & dots[labels], dtype=np.bool_)


def _crowd(
    rows: NDArray[np.int64], columns: NDArray[np.int64], shape: tuple[int, ...], x_height: float
) -> NDArray[np.bool_]:
    """Where so many of these points are near that they are no stops and no dots of an i."""
    side = max(1, round(AROUND * x_height))
    tiles = np.zeros((shape[0] // side + 2, shape[1] // side + 2), np.int64)
    np.add.at(tiles, (rows // side, columns // side), 1)
    if np.max(tiles[:-1, :-1] + tiles[1:, :-1] + tiles[:-1, 1:] + tiles[1:, 1:]) <= MOST_DOTS:
        return np.zeros(shape, np.bool_)  # a square lies in four tiles at most: most pages need no closer look
    places = np.zeros(shape, np.float32)
    np.add.at(places, (rows, columns), 1)
    near = cv2.boxFilter(places, -1, (side, side), normalize=False, borderType=cv2.BORDER_CONSTANT)
    return np.asarray(near > MOST_DOTS, dtype=np.bool_)


def _along_edges(mask: Mask) -> NDArray[np.bool_]:
    """The pieces of a mask that lie on the edge of the page and run along a good part of it."""
    if not mask.any():
        return np.zeros(mask.shape, bool)
    labels, stats, _ = pieces_of(mask)
    rows, columns = mask.shape
    left, top, width, height = (stats[:, column] for column in range(4))
    on_edge = (left <= 2) | (top <= 2) | (left + width >= columns - 2) | (top + height >= rows - 2)
    borders = on_edge & ((height > ALONG * rows) | (width > ALONG * columns))
    borders[0] = False
    return np.asarray(borders[labels], dtype=np.bool_)
