"""Pages whose images are of other resolutions than the rest, brought to one scale: sizes are compared across pages.

Whoever transcribes a book from several scans hands over pages of 1000 pixels beside pages of 4000, and distributors
scale the pages of one article each by itself. The type of such a page has to be as much larger as the page is, or as
its lines are wider and further apart: a plate that folds out is larger, but its type is not, and smaller type is set
to the same measure. Who copies an article on paper reduces some pages more than others: these are as large as the rest,
and their text, its lines and its notes are smaller alike.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import log, sqrt
from statistics import median
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import TEXT_LAYER, CleanPage, Lines, scaled
from pipeline.segment.body_size import TOLERANCE, body_size_of
from pipeline.segment.rows import Row, foot_of, rows_of

OTHER_SIZE = 1.25
"""Extent of a page over that of most, from which its image is of another resolution; scans of one book differ less."""
AS_MUCH = 1.3
"""By which its type may be larger or smaller than the page says: one scan has broader margins than the other."""
AGREE = 0.1
"""Share by which the size of the type, the width of the lines and the distance between them may differ in scale where
the page is hardly larger: 1.15, 1.22 and 1.14 in three pages of a journal."""
FEWEST_ROWS = 8
"""Rows that show the type of a page."""
SMALLER, FEWEST_SMALLER = 0.9, 3
"""Size of notes over that of the text, below which the two are told apart, and their rows on a page."""


class _Type(NamedTuple):
    """The type in which most of a page is set; pixels."""

    size: float
    width: float
    """Of a full line."""
    step: float
    """From one line to the next."""
    notes: float
    """Size of the smaller type; 0.0 where there is little, or in a text layer, which is as it was typeset."""


def at_one_scale(lines: Lines) -> Lines:
    """The lines with the places and type sizes of all pages in the pixels of most of them."""
    extents = [sqrt(page.width * page.height) for page in lines.pages]
    known = [extent for extent in extents if extent]
    if not known:
        return lines
    alike = max(known) < (1 + TOLERANCE) * min(known)
    if alike and all(page.reader == TEXT_LAYER for page in lines.pages):
        return lines  # text layers are as they were typeset
    factors = _factors(extents, [_type_of(rows) for rows in rows_of(lines)])
    return replace(lines, pages=tuple(_scaled(page, factor) for page, factor in zip(lines.pages, factors, strict=True)))


def _type_of(rows: Sequence[Row]) -> _Type | None:
    """Of a page; None where too little is set on it."""
    size = body_size_of(rows).size
    own = [row for row in rows if row.line.box and abs(row.line.size - size) <= TOLERANCE * size]
    if not size or min(len(rows), len(own)) < FEWEST_ROWS:
        return None
    widths = sorted(row.line.box.width for row in own if row.line.box)
    step = median(abs(foot_of(later) - foot_of(earlier)) for earlier, later in pairwise(own))
    notes = [row.line.size for row in rows if row.page.reader != TEXT_LAYER and 0 < row.line.size < SMALLER * size]
    small = median(notes) if len(notes) >= FEWEST_SMALLER else 0.0
    return _Type(size, float(widths[3 * len(widths) // 4]), float(step), small)


def _factors(extents: Sequence[float], types: Sequence[_Type | None]) -> list[float]:
    """By what each page is to be enlarged; 1.0 for those that are as most are."""
    common = _commonest(extents)
    near = [own for extent, own in zip(extents, types, strict=True) if own and _is_near(extent, common)]
    if not near:
        return [1.0] * len(extents)
    usual = _Type(*(median([value for value in values if value] or [0.0]) for values in zip(*near, strict=True)))
    return [1 / _scale(extent / common, own, usual) for extent, own in zip(extents, types, strict=True)]


def _scale(grown: float, own: _Type | None, usual: _Type) -> float:
    """How many times as large as most a page is, by its extent in theirs and its type; 1.0 where these do not agree."""
    if not grown:
        return 1.0
    if abs(grown - 1) <= TOLERANCE:
        return _scale_of_type(own, usual) if own and own.notes and usual.notes else 1.0
    if _is_near(grown, 1.0):
        return _scale_of_type(own, usual) if own else 1.0
    scale = own.size / usual.size if own else grown
    return scale if abs(log(scale / grown)) < log(AS_MUCH) else 1.0


def _scale_of_type(own: _Type, usual: _Type) -> float:
    """How much larger a page is in all its measures; 1.0 where they do not agree, or it is as most are."""
    ratios = [one / other if other else 1.0 for one, other in zip(own, usual, strict=True) if one]
    agree = max(ratios) <= (1 + AGREE) * min(ratios)
    larger, smaller = min(ratios) > 1 + TOLERANCE, max(ratios) < 1 - TOLERANCE
    return ratios[0] if agree and (larger or smaller) else 1.0


def _commonest(extents: Sequence[float]) -> float:
    """The extent in the middle of those that most pages have, or nearly."""
    known = [extent for extent in extents if extent]
    one = max(known, key=lambda one: sum(_is_near(other, one) for other in known))
    return median(other for other in known if _is_near(other, one))


def _is_near(extent: float, other: float) -> bool:
    return other / OTHER_SIZE < extent < other * OTHER_SIZE


def _scaled(page: CleanPage, factor: float) -> CleanPage:
    if factor == 1.0:
        return page
    return replace(
        page,
        lines=tuple(scaled(line, factor) for line in page.lines),
        rules=tuple(rule.scaled(factor) for rule in page.rules),
        cells=tuple(cell.scaled(factor) for cell in page.cells),
        drawings=tuple(drawing.scaled(factor) for drawing in page.drawings),
        width=round(page.width * factor),
        height=round(page.height * factor),
    )
