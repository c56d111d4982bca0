"""The pieces of connected ink on a page, and which of them lie along a line."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box
from pipeline.ocr.ink.greys import Mask
from pipeline.ocr.ink.inked import Pieces, pieces_of


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
        return Box(int(self.left[index]), int(self.top[index]), int(self.right[index]), int(self.bottom[index]))

    def within(self, box: Box) -> NDArray[np.intp]:
        """Indices of the pieces that touch a box, from left to right."""
        touching = (self.right > box.left) & (self.left < box.right) & (self.bottom > box.top) & (self.top < box.bottom)
        found = np.flatnonzero(touching)
        return found[np.argsort(self.left[found], kind="stable")]

    def around(self, indices: NDArray[np.intp]) -> Box:
        """The smallest box around some pieces, of which there is one at least."""
        return Box(
            int(np.min(self.left[indices])),
            int(np.min(self.top[indices])),
            int(np.max(self.right[indices])),
            int(np.max(self.bottom[indices])),
        )

    def boxes(self, area: Box) -> list[Box]:
        """The boxes of the pieces that touch an area, from left to right."""
        return [self.box(int(index)) for index in self.within(area)]


def components_of(ink: Mask) -> Components:
    """The connected pieces of ink (eight neighbours)."""
    return components_among(pieces_of(ink))


def components_among(pieces: Pieces) -> Components:
    """Pieces that were found before, without the paper."""
    left, top, width, height = np.ascontiguousarray(pieces.stats[1:, :4].T)
    return Components(pieces.labels, left, top, left + width, top + height)
