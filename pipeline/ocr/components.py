"""The pieces of connected ink on a page, and which of them lie along a line."""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box
from pipeline.ocr.greys import Mask


class Components(NamedTuple):
    """Every piece of connected ink; row ``i`` of each array is one piece, in pixels, right and bottom exclusive."""

    labels: NDArray[np.int32]
    """Of the size of the page: ``i + 1`` on the ink of piece ``i``, 0 on paper."""
    left: NDArray[np.int32]
    top: NDArray[np.int32]
    right: NDArray[np.int32]
    bottom: NDArray[np.int32]

    def box(self, index: int) -> Box:
        """The box of one piece."""
        edges = (self.left, self.top, self.right, self.bottom)
        left, top, right, bottom = (int(edge[index]) for edge in edges)
        return Box(left, top, right, bottom)

    def within(self, box: Box) -> NDArray[np.intp]:
        """Indices of the pieces that touch a box, from left to right."""
        touching = (self.right > box.left) & (self.left < box.right) & (self.bottom > box.top) & (self.top < box.bottom)
        found = np.flatnonzero(touching)
        return found[np.argsort(self.left[found], kind="stable")]

    def boxes(self, area: Box) -> list[Box]:
        """The boxes of the pieces that touch an area, from left to right."""
        return [self.box(int(index)) for index in self.within(area)]


def components_of(ink: Mask) -> Components:
    """The connected pieces of ink (eight neighbours)."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    left, top, width, height = (stats[1:, i].astype(np.int32) for i in range(4))
    return Components(np.asarray(labels, dtype=np.int32), left, top, left + width, top + height)
