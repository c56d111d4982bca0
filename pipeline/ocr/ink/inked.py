"""A page image with its ink and the connected pieces of that, each found when it is first asked for, and once.

To find the pieces of a page takes 16 ms, and most steps of the preparation leave most pages as they are.
"""

from functools import cached_property
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.ocr.ink.greys import Grey, Mask

PALEST, USUAL = 225, 175
"""Grey levels: Otsu's threshold lies at 132 to 200 on printed pages (simulated scans and real ones of 1840 to 1930, at
175 in the middle), at 250 on a blank one with the other side showing through."""


class Pieces(NamedTuple):
    """The connected pieces of ink as OpenCV counts them; row 0 of the statistics is the paper, all of the page."""

    labels: NDArray[np.int32]
    """The number of its piece at every pixel, 0 on paper."""
    stats: NDArray[np.int32]
    middles: NDArray[np.float64]
    """Column and row of the middle of each; of the paper none."""


class Inked:
    """An evenly lit page, which nobody changes in place."""

    def __init__(self, grey: Grey) -> None:
        self.grey = grey

    @cached_property
    def ink(self) -> Mask:
        """255 where there is ink."""
        return ink_of(self.grey)

    @cached_property
    def pieces(self) -> Pieces:
        """The connected pieces of its ink."""
        return pieces_of(self.ink)

    def changed_to(self, grey: Grey) -> "Inked":
        """The page after a step of its preparation: this one, where the step has left the image as it was."""
        return self if grey is self.grey else Inked(grey)


def ink_of(grey: Grey) -> Mask:
    """The ink of an evenly lit page (Otsu 1979: the threshold that parts the histogram best).

    On a leaf that is blank, or nearly so, that parts the paper from the other side's print, which shows through it.
    """
    threshold, ink = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    if threshold > PALEST:
        _, ink = cv2.threshold(grey, USUAL, 255, cv2.THRESH_BINARY_INV)
    return np.asarray(ink, dtype=np.uint8)


def pieces_of(ink: Mask) -> Pieces:
    """The connected pieces of ink (eight neighbours).

    OpenCV numbers them; what it has to say of each it would count pixel by pixel, paper too, in three quarters of its
    time. Here it is told from the runs of ink in the rows, which are some hundred thousand on a page.
    """
    count, numbered = cv2.connectedComponents(ink)
    labels = np.asarray(numbered, np.int32)
    runs = _runs_of(ink)
    own = labels[runs.row, runs.left]
    left, top = np.full(count, ink.shape[1]), np.zeros(count, np.int64)
    right, bottom = np.zeros(count, np.int64), np.zeros(count, np.int64)
    np.minimum.at(left, own, runs.left)
    np.maximum.at(right, own, runs.right)
    top[own[::-1]] = runs.row[::-1]  # from the foot of the page: the last that is written is the uppermost
    bottom[own] = runs.row + 1
    lengths = runs.right - runs.left
    areas = np.bincount(own, lengths, count)
    across = np.bincount(own, lengths * (runs.left + runs.right - 1) / 2, count)
    down = np.bincount(own, lengths * runs.row, count)
    stats = np.stack([left, top, right - left, bottom - top, areas], axis=1).astype(np.int32)
    stats[0] = 0, 0, ink.shape[1], ink.shape[0], ink.size - lengths.sum()
    middles = np.stack([across, down], axis=1) / np.maximum(areas, 1)[:, None]
    return Pieces(labels, stats, middles)


class _Runs(NamedTuple):
    """Stretches of ink in the rows of a page, from its head to its foot, right exclusive."""

    row: NDArray[np.intp]
    left: NDArray[np.intp]
    right: NDArray[np.intp]


def _runs_of(ink: Mask) -> _Runs:
    """The stretches of ink, each of one row."""
    height, width = ink.shape
    framed = np.zeros((height, width + 2), np.bool_)  # paper at both ends: no stretch goes on in the next row
    np.not_equal(ink, 0, out=framed[:, 1:-1])
    flat = framed.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1])
    row, left = np.divmod(edges[::2], width + 2)
    return _Runs(row, left, left + edges[1::2] - edges[::2])
