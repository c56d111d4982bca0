"""Lines that the edge of the image cuts through: what is read of their upper halves is no text."""

from collections.abc import Sequence
from statistics import median

from pipeline.ocr.readers.hocr import ReadLine

EDGE = 1.1
"""x-heights from the upper or lower edge of the image to a line that may be cut."""
READABLE = 0.6
"""Median confidence of its words. On 606 pages of scans 19 lines at an edge that were cut had 0.0 to 0.53, whole lines
and lines of which little is gone 0.61 to 1.0."""
FEWEST = 2
"""Words of such a line: one by itself is a folio."""


def without_cut_lines(lines: Sequence[ReadLine], height: int, x_height: float) -> list[ReadLine]:
    """The lines without those at the upper and lower edge of the image that could not be read.

    Args:
        lines: of the page.
        height: of its image, in pixels.
        x_height: of the page.
    """
    reach = EDGE * x_height
    return [line for line in lines if not (_is_at_edge(line, height, reach) and _is_unread(line))]


def _is_at_edge(line: ReadLine, height: int, reach: float) -> bool:
    return line.box.top <= reach or line.box.bottom >= height - reach


def _is_unread(line: ReadLine) -> bool:
    return len(line.words) >= FEWEST and median(word.confidence for word in line.words) < READABLE
