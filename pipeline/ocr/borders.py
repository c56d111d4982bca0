"""What a scanner saw beside the page: its black borders, and the shadow in the gutter, in black and white all dots.

A picture in print is made of such dots, too, but does not reach the edge of the page, and run along it.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

PAPER = 255
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


def without_borders(grey: NDArray[np.uint8], ink: NDArray[np.uint8], x_height: float) -> NDArray[np.uint8]:
    """The page with its black borders and the dots of its shadow painted white; its size stays.

    Args:
        grey: the page, evenly lit.
        ink: its ink, 255 there.
        x_height: of its type, in pixels; 0.0 for a page without text, whose dots stay.
    """
    solid = np.asarray(cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((SQUARE, SQUARE), np.uint8)), dtype=np.uint8)
    labels, dots, crowded = _dots(ink, x_height) if x_height else (ink, np.zeros(256, bool), np.zeros_like(solid))
    borders = _along_edges(solid)
    shadows = _along_edges(solid | crowded) & dots[labels]
    grown = cv2.dilate(borders.astype(np.uint8), np.ones((15, 15), np.uint8))
    rims = cv2.dilate(shadows.astype(np.uint8), np.ones((3, 3), np.uint8)) & ((ink == 0) | shadows)
    return np.where((grown > 0) | (rims > 0), PAPER, grey).astype(np.uint8)


def _dots(ink: NDArray[np.uint8], x_height: float) -> tuple[NDArray[np.int32], NDArray[np.bool_], NDArray[np.uint8]]:
    """The pieces of ink, which of them are dots in a crowd and chains of such, and where dots are crowded."""
    count, labels, stats, middles = cv2.connectedComponentsWithStats(ink)
    heights, widths = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    stroke = np.ones((max(2, round(STROKE * x_height)),) * 2, np.uint8)
    thin = np.ones(count, bool)
    thin[labels[cv2.morphologyEx(ink, cv2.MORPH_OPEN, stroke) > 0]] = False
    small = thin & (np.maximum(heights, widths) <= DOT * x_height)
    rows, columns = np.round(middles[:, ::-1]).astype(np.int64).T
    places = np.zeros(ink.shape, np.float32)
    np.add.at(places, (rows[small], columns[small]), 1)
    side = round(AROUND * x_height)
    crowd = cv2.boxFilter(places, -1, (side, side), normalize=False, borderType=cv2.BORDER_CONSTANT) > MOST_DOTS
    dots = crowd[rows, columns] & thin
    dots[0] = False
    return np.asarray(labels, dtype=np.int32), dots, np.where(crowd, 255, 0).astype(np.uint8)


def _along_edges(mask: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """The pieces of a mask that lie on the edge of the page and run along a good part of it."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    rows, columns = mask.shape
    left, top, width, height = (stats[:, column] for column in range(4))
    on_edge = (left <= 2) | (top <= 2) | (left + width >= columns - 2) | (top + height >= rows - 2)
    borders = on_edge & ((height > ALONG * rows) | (width > ALONG * columns))
    borders[0] = False
    return np.asarray(borders[labels], dtype=np.bool_)
