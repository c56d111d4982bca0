"""Two facing pages on one image: where the fold is.

A spread is wider than tall, its lines run across, and down its middle runs white, without a letter in it, as wide as
two inner margins; or narrower, where the shadow of the fold lies in it. Two columns have a narrower white between them,
and a title or a running head that crosses it. Where other images of a document are spreads, such white is enough, and
a reader's hand may have written over it.
"""

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.page_image.orientation import is_sideways, letters_of, reduced
from pipeline.ocr.page_image.wide_images import may_be_spread

MIDDLE = (0.36, 0.64)
TWO_MARGINS = 0.055  # of the width; the white between columns is 0.02 to 0.035
NARROW = 0.012
DIRT = 0.01  # of the height: specks in the margin
MIN_LETTERS = 300
LEAST = 0.08  # of the ink that must stand on each side
SPECKLED = 0.03  # of the height: specks along the black line of a fold, as copiers make them
SPECKLES = 0.008  # of the width: how broad that line is
SHADOW = 12.0  # grey levels by which the fold is darker than the paper beside it
SOME = 0.01
"""Of the ink, what must stand on each side where the others are spreads: the last two lines of a chapter."""
ABOUT = 0.03
"""Of the width: how far from that of the other spreads a fold is looked for."""
WRITTEN_OVER = 0.06
"""Of the height: what a reader's hand, or the dirt of a copier, covers of the white there; of a column of print a third
is ink."""
BANDS = 8
"""Parts of the height in which the shadow of a fold that leans is looked for: it lies in other columns in each."""


class _Gap(NamedTuple):
    """Columns without letters, in pixels."""

    left: int
    right: int

    @property
    def width(self) -> int:
        return self.right - self.left


def fold_of(grey: Grey) -> float | None:
    """Where the fold of two facing pages is, as a share of the width; None for one page."""
    if not may_be_spread(grey.shape[1], grey.shape[0]):
        return None
    small = reduced(grey)
    letters, count = letters_of(small)
    if count < MIN_LETTERS or is_sideways(small):
        return None
    columns = np.count_nonzero(letters, axis=0)
    height, width = int(small.shape[0]), int(small.shape[1])
    empty = columns <= DIRT * height
    for seen in (empty, _over_specks(empty, columns, height)):
        gap = _widest_gap(seen)
        if gap is None or not _has_both_sides(columns, gap):
            continue
        shadow = _shadow(small, gap)
        if shadow is not None and gap.width >= NARROW * width:
            return shadow / width
        if shadow is None and seen is empty and gap.width >= TWO_MARGINS * width:
            return (gap.left + gap.right) / 2 / width
    return None


def fold_near(grey: Grey, near: float) -> float | None:
    """Where the fold is of an image whose like in the document have theirs near a share of the width; None without."""
    small = reduced(grey)
    letters, count = letters_of(small)
    if count < MIN_LETTERS:
        return None
    columns = np.count_nonzero(letters, axis=0)
    height, width = int(small.shape[0]), int(small.shape[1])
    there = np.abs(np.arange(width) / width - near) <= ABOUT
    gap = _widest_gap(there & (columns <= WRITTEN_OVER * height))
    if gap is None or gap.width < NARROW * width or not _has_both_sides(columns, gap, SOME):
        return None
    return (gap.left + gap.right) / 2 / width


def _over_specks(empty: NDArray[np.bool_], columns: NDArray[np.intp], height: int) -> NDArray[np.bool_]:
    """The empty columns, and a few with little ink between them: specks along the line of a fold."""
    seen = empty.copy()
    edges = np.flatnonzero(np.diff(np.concatenate([[True], empty, [True]]).astype(np.int8)))
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start <= SPECKLES * len(empty) and int(np.max(columns[start:end])) <= SPECKLED * height:
            seen[start:end] = True
    return seen


def _widest_gap(empty: NDArray[np.bool_]) -> _Gap | None:
    """The widest run of empty columns whose middle lies in the middle of the image."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], empty, [False]]).astype(np.int8)))
    gaps = [_Gap(int(left), int(right)) for left, right in zip(edges[::2], edges[1::2], strict=True)]
    low, high = (share * len(empty) for share in MIDDLE)
    return max((gap for gap in gaps if low <= (gap.left + gap.right) / 2 <= high), key=lambda g: g.width, default=None)


def _has_both_sides(columns: NDArray[np.intp], gap: _Gap, least: float = LEAST) -> bool:
    ink = columns.sum()
    return bool(min(columns[: gap.left].sum(), columns[gap.right :].sum()) >= least * ink)


def _shadow(grey: Grey, gap: _Gap) -> int | None:
    """The darkest column of the gap, where it is darker than the paper on both its sides; None without a shadow.

    Where the fold leans, that is the mean of the darkest columns of the parts of the page, if all but one have one.
    """
    straight = _darkest(grey, gap)
    if straight is not None:
        return straight
    found = [_darkest(band, gap) for band in np.array_split(grey, BANDS)]
    leaning = [column for column in found if column is not None]
    return round(float(np.mean(leaning))) if len(leaning) >= BANDS - 1 else None


def _darkest(grey: Grey, gap: _Gap) -> int | None:
    """The column of the gap that is darker than the paper on both its sides, in a page or a part of it."""
    paper = np.median(grey, axis=0)
    smooth = cv2.blur(paper.astype(np.float32)[np.newaxis], (5, 1))[0]
    inside = smooth[gap.left : gap.right]
    if len(inside) == 0:
        return None
    darkest = gap.left + int(np.argmin(inside))
    reach = max(len(smooth) // 12, 1)
    beside = min(
        float(smooth[max(gap.left - reach, 0) : gap.left + 1].max()), float(smooth[gap.right - 1 :][:reach].max())
    )
    return darkest if beside - float(smooth[darkest]) >= SHADOW else None
