"""The type of a line that has hardly a small letter to measure, as ``Op. cit., p. 71.`` and ``18 Ibid., at p. 329``.

Old-style figures are as high as small letters, or hang below them, and capitals of a law review's notes are small
ones; so heights alone do not say which pieces of ink are small letters. A baseline and an x-height are sought that
explain the letters that were read: how many of the small ones stand as high, of the hanging ones hang, of the tall
ones rise. Figures are not asked.

All sizes are in pixels, with the slope of the line taken off.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SMALL = frozenset("acemnorsuvwxz")
STANDING = SMALL | {"i"}
"""Letters with a piece of ink from the baseline to the x-height; of ``i`` it is the stem."""
HANGING = frozenset("pqgy")
TALL = frozenset("ABCDEFGHIKLMNPRSTUVWXYZbdhkl")
FEWEST, FEWEST_LOW = 4, 3
"""Letters, and small or hanging ones among them, below which nothing is decided."""
FEWEST_FOUND = 2
"""Of the low letters those whose ink is found: capitals alone tell no x-height."""
LOW_TO_TALL = 0.25
"""In a line of capitals (a running head) a letter or two read as small ones decide nothing."""
HEIGHT, FOOT = 0.12, 0.12
"""Of an x-height: how far letters differ in height, and from the baseline. Ink is whole pixels."""
RISE = (1.3, 1.75)
"""Heights of tall letters in x-heights: 1.45 in Times, 1.6 in old Caslon types."""
HANG = (0.25, 0.75)
"""How far descenders hang below the baseline, in x-heights."""
ASTRAY = 0.75
"""How far the baseline of Tesseract is off at most, in x-heights: further up or down are the letters of other lines."""
SMALLEST = 6
"""Pixels; what is lower is dots and dirt."""
LEAST = 0.5
"""Of the low letters and of the tall ones, in the mean, that a line has to explain."""


class Fit(NamedTuple):
    """The row of the baseline at column 0, and the x-height."""

    intercept: float
    x_height: float


def fit(text: str, tops: NDArray[np.float64], bottoms: NDArray[np.float64], baseline: float) -> Fit | None:
    """The type that explains most of the letters of ``text`` by the pieces of ink of its line; None with too few.

    ``baseline`` is the reader's own, at column 0.
    """
    small, hanging, tall = (sum(char in kind for char in text) for kind in (STANDING, HANGING, TALL))
    low = small + hanging
    if low < max(FEWEST_LOW, LOW_TO_TALL * tall) or low + tall < FEWEST:
        return None
    letters = bottoms - tops >= SMALLEST
    tops, bottoms = tops[letters], bottoms[letters]
    if len(tops) == 0:
        return None
    feet = np.unique(np.round(bottoms))[:, None, None]
    heights = np.unique(np.round(bottoms - tops))[None, :, None]
    rise, below = feet - tops, bottoms - feet
    stands = np.abs(below) <= np.maximum(FOOT * heights, 1)
    is_low = np.abs(rise - heights) <= np.maximum(HEIGHT * heights, 1)
    hangs = is_low & (below >= HANG[0] * heights) & (below <= HANG[1] * heights)
    rises = stands & (rise >= RISE[0] * heights) & (rise <= RISE[1] * heights)
    stood = is_low & stands
    explained = np.minimum(stood.sum(axis=2), small) + np.minimum(hangs.sum(axis=2), hanging)
    share = explained / low + (np.minimum(rises.sum(axis=2), tall) / tall if tall else 0)
    share /= 2 if tall else 1
    share[np.abs(feet - baseline)[:, :, 0] > ASTRAY * heights[:, :, 0]] = 0
    share[explained < FEWEST_FOUND] = 0
    off = np.where(stood, np.abs(rise - heights) + np.abs(below), 0).sum(axis=2)
    foot, height = np.unravel_index(np.lexsort((off.ravel(), -share.ravel()))[0], share.shape)
    if share[foot, height] < LEAST:
        return None
    on_line, of_low = (stood | rises)[foot, height], (stood | hangs)[foot, height]
    intercept = np.mean(bottoms[on_line]) if on_line.any() else feet[foot, 0, 0]
    return Fit(float(intercept), float(np.mean(rise[foot, 0][of_low])))
