"""The rules that a born-digital page draws.

PDFium knows the bounds of a path in a millisecond, which is all that a single rule needs. It does not look into paths
of several strokes (a table's grid), and the bounds of a path in a form object are not those on the page; pages with
such are given to pdfplumber (50 ms and more). A form without a path, a distributor's stamp, draws no rule.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.model import Box
from pipeline.ocr.pdf_fonts.glyphs import page_to_pixels

LENGTH = 20  # points
SHORTEST, SLIM = 3, 2
"""Points of a stroke that may be part of a table's rules, and times its breadth that it is long: word processors draw
those of each cell by themselves, and pieces between them."""
THICKNESS = 3
STROKES = 6  # a rectangle has five segments
DEEPEST = 15
"""Forms within forms that are looked into; pypdfium2's own limit."""

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Strokes(NamedTuple):
    """The long and thin shapes of a page, from top to bottom."""

    level: tuple[Box, ...]
    upright: tuple[Box, ...]

    def rules(self, dpi: int) -> tuple[Box, ...]:
        """The horizontal ones that are long enough to be a rule by themselves."""
        return tuple(box for box in self.level if box.width >= LENGTH * dpi / 72 - 1)


def strokes_of(page: pdfium.PdfPage, path: Path, number: int, dpi: int, quarters: int = 0) -> Strokes:
    """The rules of a page, in pixels at ``dpi``.

    Args:
        page: the page, as it is shown.
        path: of the file.
        number: of the page, from 1.
        dpi: pixels to the inch.
        quarters: by how many the page was turned clockwise from how the file has it.
    """
    drawn = list(page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_PATH,), max_depth=DEEPEST))
    if any(_is_compound(item) for item in drawn):
        boxes = _compound_rules(path, number, dpi / 72, quarters)
    else:
        boxes = list(_simple_rules(page, [item.get_bounds() for item in drawn], dpi))
    # By all four edges: in what order a set gives boxes that differ by one of them, each run decides anew.
    ordered = sorted(set(boxes), key=lambda box: (box.top, box.left, box.bottom, box.right))
    level = tuple(box for box in ordered if box.width > box.height)
    return Strokes(level, tuple(box for box in ordered if box.width <= box.height))


def _is_compound(item: pdfium.PdfObject) -> bool:
    return bool(item.level > 0 or pdfium_c.FPDFPath_CountSegments(item) >= STROKES)


def _simple_rules(page: pdfium.PdfPage, drawn: list[Bounds], dpi: int) -> Iterator[Box]:
    affine = page_to_pixels(page, dpi)
    for left, bottom, right, top in drawn:
        corners = affine.point(left, top), affine.point(right, bottom)
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        yield from _rule((xs[0], ys[0], xs[1], ys[1]), dpi / 72)


def _rule(bounds: Bounds, scale: float) -> list[Box]:
    """The box of a shape that is long and thin, none of another."""
    left, top, right, bottom = bounds
    thin, long = sorted((right - left, bottom - top))
    if long < max(SHORTEST * scale, SLIM * thin) or thin > THICKNESS * scale:
        return []
    return [Box(round(left), round(top), max(round(right), round(left) + 1), max(round(bottom), round(top) + 1))]


def _compound_rules(path: Path, number: int, scale: float, quarters: int) -> list[Box]:
    # Imported here since it loads pdfminer, a sixth of what the reading of pages loads, and few pages need it.
    from pipeline.ocr.pdf_text.compound_paths import bounds_of

    return [box for bounds in bounds_of(path, number, quarters) for box in _rule(_scaled(bounds, scale), scale)]


def _scaled(bounds: Bounds, scale: float) -> Bounds:
    left, top, right, bottom = bounds
    return left * scale, top * scale, right * scale, bottom * scale
