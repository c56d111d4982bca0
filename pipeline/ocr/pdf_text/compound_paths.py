"""Shapes of paths of several strokes, or in forms, by pdfplumber: PDFium knows the bounds of the whole only."""

import logging
from functools import lru_cache
from pathlib import Path

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF

log = logging.getLogger(__name__)

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left of the page."""


@lru_cache(maxsize=1)
def _opened(path: Path) -> PDF:
    # Kept open for the pages to come: reading cross-references and fonts anew doubles the time of every page.
    return pdfplumber.open(path)


def bounds_of(path: Path, number: int, quarters: int) -> list[Bounds]:
    """The bounds of all shapes of a page; none, and a warning, where they cannot be read.

    Args:
        path: of the file.
        number: of the page, from 1.
        quarters: by how many the page was turned clockwise from how the file has it.
    """
    try:
        page = _opened(path).pages[number - 1]
        shapes = [*page.lines, *page.rects, *page.curves]
        left, top, right, bottom = page.cropbox
        page.close()
    except (PDFException, PSException, ValueError, KeyError, TypeError, IndexError) as error:
        log.warning("page %d: its rules could not be read: %r", number, error)
        return []
    edges = [(s["x0"] - left, s["top"] - top, s["x1"] - left, s["bottom"] - top) for s in shapes]
    width, height = right - left, bottom - top
    for _ in range(quarters):
        edges = [_turned(edge, height) for edge in edges]
        width, height = height, width
    return edges


def _turned(bounds: Bounds, height: float) -> Bounds:
    """The bounds of a shape after its page, of that height, was turned clockwise by a quarter."""
    left, top, right, bottom = bounds
    return height - bottom, left, height - top, right
