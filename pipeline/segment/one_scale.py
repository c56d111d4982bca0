"""Pages whose images are of other resolutions than the rest, brought to one scale: sizes are compared across pages.

Whoever transcribes a book from several scans hands over pages of 1000 pixels beside pages of 4000. The type of such a
page has to be as much larger as the page is: a plate that folds out is larger, but its type is not.
"""

from collections.abc import Sequence
from math import log, sqrt
from statistics import median

from msgspec.structs import replace

from pipeline.model import Box, CleanLine, CleanPage, Lines
from pipeline.segment.body_size import body_size_of
from pipeline.segment.rows import rows_of

OTHER_SIZE = 1.25
"""Extent of a page over that of most, from which its image is of another resolution; scans of one book differ less."""
AS_MUCH = 1.3
"""By which its type may be larger or smaller than the page says: one scan has broader margins than the other."""
FEWEST_ROWS = 8
"""Rows that show the type of a page."""


def at_one_scale(lines: Lines) -> Lines:
    """The lines with the places and type sizes of all pages in the pixels of most of them."""
    extents = [sqrt(page.width * page.height) for page in lines.pages]
    known = [extent for extent in extents if extent]
    if not known or max(known) < OTHER_SIZE * min(known):
        return lines
    bodies = [body_size_of(rows).size if len(rows) >= FEWEST_ROWS else 0.0 for rows in rows_of(lines)]
    factors = _factors(extents, bodies)
    return replace(lines, pages=tuple(_scaled(page, factor) for page, factor in zip(lines.pages, factors, strict=True)))


def _factors(extents: Sequence[float], bodies: Sequence[float]) -> list[float]:
    """By what each page is to be enlarged; 1.0 for those that are as most are."""
    common = _commonest(extents)
    usual = [body for extent, body in zip(extents, bodies, strict=True) if body and _is_near(extent, common)]
    if not usual:
        return [1.0] * len(extents)
    factors = []
    for extent, body in zip(extents, bodies, strict=True):
        grown = extent / common
        own = body / median(usual) or grown
        other = extent and not _is_near(extent, common) and abs(log(own / grown)) < log(AS_MUCH)
        factors.append(1 / own if other else 1.0)
    return factors


def _commonest(extents: Sequence[float]) -> float:
    """The extent that most pages have, or nearly."""
    return max((extent for extent in extents if extent), key=lambda one: sum(_is_near(other, one) for other in extents))


def _is_near(extent: float, other: float) -> bool:
    return other / OTHER_SIZE < extent < other * OTHER_SIZE


def _scaled(page: CleanPage, factor: float) -> CleanPage:
    if factor == 1.0:
        return page
    return replace(
        page,
        lines=tuple(_line(line, factor) for line in page.lines),
        rules=tuple(_box(rule, factor) for rule in page.rules),
        width=round(page.width * factor),
        height=round(page.height * factor),
    )


def _line(line: CleanLine, factor: float) -> CleanLine:
    return replace(
        line,
        words=tuple(replace(word, box=_box(word.box, factor)) if word.box else word for word in line.words),
        box=_box(line.box, factor) if line.box else None,
        baseline=None if line.baseline is None else round(line.baseline * factor),
        size=round(line.size * factor, 1),
    )


def _box(box: Box, factor: float) -> Box:
    return Box(*(round(edge * factor) for edge in (box.left, box.top, box.right, box.bottom)))
