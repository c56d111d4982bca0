"""Which way up a page was scanned.

Sideways is told from the ink: across printed lines, ink and white alternate sharply, along them they do not. Upside
down is told by reading, and only where reading goes badly, so that a good page costs nothing.
"""

import cv2
import numpy as np

from pipeline.model import Page
from pipeline.ocr.preparation import Grey, Mask, even_light, ink_of

LONG_SIDE = 1400  # pixels of the reduced copy: lines of eight-point type are still apart
SHARPER = 1.6
MIN_LETTERS = 100
"""Fewer pieces of ink make a profile of accidents: a title page, a plate."""
BADLY_READ = 0.6
"""Mean confidence below which a page may be upside down."""


def reduced(grey: Grey) -> Grey:
    """A copy of which the longer side has at most 1400 pixels."""
    scale = min(1.0, LONG_SIDE / max(grey.shape))
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def letters_of(grey: Grey) -> tuple[Mask, int]:
    """The ink of a reduced page that has the size of letters, without rules, pictures, edges; and how many pieces."""
    ink = ink_of(even_light(grey))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(ink)
    tall, wide = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH]
    limit = 0.05 * max(grey.shape)
    kept = (tall <= limit) & (wide <= limit) & (stats[:, cv2.CC_STAT_AREA] > 3)
    kept[0] = False
    return np.where(kept[labels], 255, 0).astype(np.uint8), int(kept.sum())


def is_sideways(grey: Grey) -> bool:
    """Whether the lines of a page run up or down the image."""
    letters, count = letters_of(reduced(grey))
    return count >= MIN_LETTERS and _sharpness(letters, 0) > SHARPER * _sharpness(letters, 1)


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
