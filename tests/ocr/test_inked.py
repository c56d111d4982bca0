"""The connected pieces of ink: counted from its runs as OpenCV counts them from its pixels."""

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays

from pipeline.ocr.ink.greys import Mask
from pipeline.ocr.ink.inked import pieces_of

masks = arrays(np.uint8, array_shapes(min_dims=2, max_dims=2, max_side=12), elements=st.sampled_from((0, 255)))


@given(masks)
def test_pieces_are_those_of_opencv(ink: Mask) -> None:
    """Numbers, boxes, areas and middles are the same, whatever touches an edge."""
    _, labels, stats, middles = cv2.connectedComponentsWithStats(ink)
    found = pieces_of(ink)
    assert np.array_equal(labels, found.labels)
    assert np.array_equal(stats[1:], found.stats[1:])
    assert np.array_equal(middles[1:], found.middles[1:])


def test_the_paper_is_the_page() -> None:
    """Row 0 has the size of the image, and all of its area that is not ink."""
    ink = np.zeros((4, 6), np.uint8)
    ink[1, 2:4] = 255
    assert [0, 0, 6, 4, 22] == pieces_of(ink).stats[0].tolist()
