"""Which way up a page was scanned.

Sideways is told from the ink: across printed lines, ink and white alternate sharply, along them they do not. Upside
down is told by reading, and only where reading goes badly, so that a good page costs nothing.
"""

import cv2
import numpy as np

from pipeline.model import Page
from pipeline.ocr.ink.greys import Grey, Mask
from pipeline.ocr.ink.inked import ink_of, pieces_of
from pipeline.ocr.page_image.preparation import even_light, rotated

LONG_SIDE = 1400  # pixels of the reduced copy: lines of eight-point type are still apart
PROFILE_SIDE = 500
"""Pixels of the longer side of a copy in which lines are bands that a degree more or less does not blur.

Of pages skewed by up to 5.4 degrees the ratio of the sharpnesses is .28 at most, of the same pages on their side 3.9 at
least; with 1400 pixels and no turning a page skewed by 3 degrees looked like one on its side.
"""
SHARPER = 1.6
MOST_SKEW = 6
"""Degrees by which a page may be skewed."""
MIN_LETTERS = 100
"""Fewer pieces of ink make a profile of accidents: a title page, a plate."""
BADLY_READ = 0.6
"""Mean confidence below which a page may be upside down."""


def reduced(grey: Grey, long_side: int = LONG_SIDE) -> Grey:
    """A copy of which the longer side has at most so many pixels."""
    scale = min(1.0, long_side / max(grey.shape))
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def letters_of(grey: Grey) -> tuple[Mask, int]:
    """The ink of a reduced page that has the size of letters, without rules, pictures, edges; and how many pieces."""
    ink = ink_of(even_light(grey))
    labels, stats, _ = pieces_of(ink)
    tall, wide = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    limit = 0.05 * max(grey.shape)
    kept = (tall <= limit) & (wide <= limit) & (stats[:, cv2.CC_STAT_AREA] > 3)
    kept[0] = False
    return np.where(kept[labels], 255, 0).astype(np.uint8), int(kept.sum())


def is_sideways(grey: Grey) -> bool:
    """Whether the lines of a page run up or down the image.

    The profiles down and across the page are compared at their own best angle, for skewed lines blur into each other.
    """
    letters, count = letters_of(reduced(grey))
    if count < MIN_LETTERS:
        return False
    small = reduced(letters, PROFILE_SIDE)
    images = [rotated(small, angle) for angle in range(-MOST_SKEW, MOST_SKEW + 1)]
    down, across = (max(_sharpness(image, along) for image in images) for along in (0, 1))
    return down > SHARPER * across


def _sharpness(letters: Mask, along: int) -> float:
    """How sharply the profile along an axis changes, for each pixel of it."""
    profile = letters.sum(axis=along, dtype=np.float64) / letters.shape[along]
    return float(np.square(np.diff(profile)).mean())


def turned(grey: Grey, quarters: int) -> Grey:
    """The image turned anticlockwise by so many right angles."""
    return np.ascontiguousarray(np.rot90(grey, quarters))


def confidence(page: Page) -> float:
    """Mean confidence of the words of a page, weighed by their letters; 1.0 for a page without words."""
    words = [word for line in page.lines for word in line.words]
    letters = sum(len(word.text) for word in words)
    return sum(len(word.text) * word.confidence for word in words) / letters if letters else 1.0


def is_badly_read(page: Page) -> bool:
    """Whether a page reads as if it stood on its head."""
    return confidence(page) < BADLY_READ
