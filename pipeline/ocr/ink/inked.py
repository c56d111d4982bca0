"""A page image with its ink and the connected pieces of that, each found when it is first asked for, and once.

To count the pieces of a page takes 45 ms, and most steps of the preparation leave most pages as they are.
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
    """The connected pieces of ink as OpenCV gives them; row 0 of the statistics is the paper."""

    labels: NDArray[np.int32]
    """The number of its piece at every pixel, 0 on paper."""
    stats: NDArray[np.int32]
    middles: NDArray[np.float64]
    """Column and row of the middle of each."""


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
    """The connected pieces of ink (eight neighbours)."""
    _, labels, stats, middles = cv2.connectedComponentsWithStats(ink)
    return Pieces(np.asarray(labels, np.int32), np.asarray(stats, np.int32), np.asarray(middles, np.float64))
