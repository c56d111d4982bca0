"""Make a scan ready for reading: even light, upright lines, no borders, no specks, type of a readable size.

The grey image that comes out is the page image of the edition: every box refers to it.
"""

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box
from pipeline.ocr.ink.components import components_among
from pipeline.ocr.ink.faint_signs import with_faint_signs
from pipeline.ocr.ink.greys import PAPER, Grey, Mask
from pipeline.ocr.ink.inked import Inked, Pieces, pieces_of
from pipeline.ocr.page_image.bent_lines import straightened_lines
from pipeline.ocr.page_image.borders import without_borders
from pipeline.ocr.page_image.dot_leaders import Leader, dots_of_ellipses, find_leaders

MIN_X_HEIGHT = 15.0
MAX_X_HEIGHT = 45.0
GOOD_X_HEIGHT = 24.0
MOST_STRENGTH = 8 * PAPER + 1
NOISY = 0.2  # grey levels: rendered pages and their JPEGs have 0, simulated scans 0.25 and more
SOLID = 0.7
"""Share of ink in its box from which a piece as broad as tall is a dot; letters have paper in them."""
MIN_SKEW = 0.05
MIN_BILEVEL_SKEW = 0.2  # turning a bilevel page frays its letters: for less, the CER of old books rose by 5 per cent
MAX_SKEW = 4.0  # degrees; more is not the skew of a scanner


class Prepared(NamedTuple):
    """A page made ready. ``grey``, ``ink`` and ``fine`` have the same size."""

    grey: Grey
    ink: Mask
    fine: Mask
    """The ink before smoothing: thin rules are still there, and so is the noise."""
    leaders: list[Leader]
    """The rows of dots in it."""
    ellipses: list[Box]
    """The dots of its spaced ellipses."""
    dpi: int
    x_height: float
    """Height of a small letter of the commonest type on the page, in pixels; 0.0 for a page without text."""

    def without(self, areas: Sequence[Box]) -> "Prepared":
        """The page with some areas of it white."""
        if not areas:
            return self
        grey, ink, fine = self.grey.copy(), self.ink.copy(), self.fine.copy()
        for box in areas:
            area = (slice(box.top, box.bottom), slice(box.left, box.right))
            grey[area], ink[area], fine[area] = PAPER, 0, 0
        return self._replace(grey=grey, ink=ink, fine=fine)


def prepare(grey: Grey, dpi: int) -> Prepared:
    """Prepare a scan of ``dpi`` dots to the inch (scaled along with the image where the type is too small or large)."""
    noise, bilevel = noise_of(grey), _is_bilevel(grey)
    page = Inked(even_light(grey))
    x_height = _x_height(page.pieces.stats)
    scale = _reading_scale(x_height)
    if scale != 1.0:
        page, dpi = Inked(_scaled(page.grey, scale)), round(dpi * scale)
    page = page.changed_to(without_borders(page, scale * x_height))
    skew = skew_of(page.ink)
    if not bilevel or abs(skew) >= MIN_BILEVEL_SKEW:
        page = page.changed_to(_straightened(page.grey, skew))
    how = cv2.INTER_NEAREST if bilevel else cv2.INTER_LINEAR
    page = page.changed_to(straightened_lines(page, scale * x_height, how))
    fine = page
    if noise > NOISY:  # on a clean page the filter would only thin the strokes
        page = Inked(np.asarray(cv2.medianBlur(page.grey, 3), dtype=np.uint8))
    ink, pieces = page.ink, page.pieces
    x_height = _x_height(pieces.stats)
    if noise > NOISY:
        ink = with_faint_signs(page.grey, page.ink, pieces.stats, x_height)
        pieces = pieces if ink is page.ink else pieces_of(ink)
    among = components_among(fine.pieces)
    leaders, ellipses = find_leaders(among, x_height), dots_of_ellipses(among, x_height)
    return Prepared(page.grey, _without_specks(ink, pieces, x_height), fine.ink, leaders, ellipses, dpi, x_height)


def even_light(grey: Grey) -> Grey:
    """The page divided by its background: paper becomes white, whatever the light.

    The background is the page with everything darker than its surroundings closed over, estimated on a reduced copy.
    """
    if _is_bilevel(grey):
        return grey
    small = _resized(grey, 0.125, cv2.INTER_AREA)
    closed = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    background = cv2.resize(cv2.medianBlur(closed, 15), grey.shape[::-1], interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(grey, background, scale=PAPER), dtype=np.uint8)


def noise_of(grey: Grey) -> float:
    """Standard deviation of the noise in grey levels: the middle strength of a Laplacian that no edge excites.

    Immerkaer, Fast noise variance estimation (1996); the median in place of the mean, since a page is full of edges.
    """
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    strength = np.abs(cv2.filter2D(grey, cv2.CV_16S, kernel)).astype(np.uint16)
    counts = cv2.calcHist([strength], [0], None, [MOST_STRENGTH], [0, MOST_STRENGTH]).ravel()  # sorting takes longer
    return float(np.searchsorted(np.cumsum(counts, dtype=np.float64), strength.size / 2)) / (6 * 0.6745)


def _is_bilevel(grey: Grey) -> bool:
    counts = cv2.calcHist([np.ascontiguousarray(grey[::4])], [0], None, [PAPER + 1], [0, PAPER + 1])
    return int(np.count_nonzero(counts)) <= 2


def x_height_of(ink: Mask) -> float:
    """The commonest height of a letter-shaped piece of ink, in pixels: in running text that is the x-height.

    Dots are no letters: a table of contents has more of them in its leaders than letters.
    """
    return _x_height(pieces_of(ink).stats)


def _x_height(stats: NDArray[np.int32]) -> float:
    heights, widths = stats[1:, cv2.CC_STAT_HEIGHT], stats[1:, cv2.CC_STAT_WIDTH]
    shaped = (heights >= 7) & (heights <= 250) & (widths > 0.3 * heights) & (widths < 2.5 * heights)
    square = (widths > 0.7 * heights) & (heights > 0.7 * widths)
    solid = square & (stats[1:, cv2.CC_STAT_AREA] > SOLID * heights * widths)
    others = heights[shaped & ~solid]
    small = heights < 0.5 * np.median(others) if len(others) >= 20 else np.zeros(len(heights), bool)
    letters = heights[shaped & ~(solid & small)]
    if len(letters) < 20:
        return 0.0
    counts = np.bincount(letters.astype(np.int64), minlength=253).astype(float)
    smooth = np.convolve(counts, (0.5, 1.0, 1.0, 1.0, 0.5), mode="same")
    peak = int(np.argmax(smooth))
    near = np.arange(max(peak - 2, 0), peak + 3)
    return float((near * counts[near]).sum() / counts[near].sum())


def _reading_scale(x_height: float) -> float:
    """Factor that brings type of this height to one that Tesseract reads well."""
    if x_height == 0.0 or MIN_X_HEIGHT <= x_height <= MAX_X_HEIGHT:
        return 1.0
    return GOOD_X_HEIGHT / x_height


def _scaled(grey: Grey, scale: float) -> Grey:
    return _resized(grey, scale, cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC)


def _resized(image: Grey, scale: float, how: int) -> Grey:
    return np.asarray(cv2.resize(image, None, fx=scale, fy=scale, interpolation=how), dtype=np.uint8)


def skew_of(ink: Mask) -> float:
    """Angle of the lines in degrees, by the projection profile that is sharpest (Postl 1986)."""
    scale = min(1.0, 1500 / max(ink.shape))
    small = _resized(ink, scale, cv2.INTER_AREA)
    coarse = max(np.arange(-MAX_SKEW, MAX_SKEW + 0.1, 0.5), key=lambda angle: (_sharpness(small, angle), -abs(angle)))
    fine = np.arange(coarse - 0.5, coarse + 0.51, 0.05)
    best = float(max(fine, key=lambda angle: (_sharpness(small, angle), -abs(angle))))
    return 0.0 if abs(best) < MIN_SKEW else round(best, 2)


def _sharpness(ink: Mask, angle: float) -> float:
    # Interpolation would blur every angle but zero, and so make zero the sharpest.
    # OpenCV adds up rows eight times as fast as numpy does.
    profile = cv2.reduce(rotated(ink, angle), 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S).ravel().astype(np.float64)
    return float(np.square(np.diff(profile)).sum())


def rotated(ink: Mask, angle: float) -> Mask:
    """Ink turned about its middle, anticlockwise, by degrees; what turns out of the image is lost."""
    return _turned(ink, angle, 0, cv2.INTER_NEAREST)


def _turned(image: Grey, angle: float, fill: int, how: int = cv2.INTER_LINEAR) -> Grey:
    height, width = image.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    turned = cv2.warpAffine(image, matrix, (width, height), flags=how, borderValue=(fill,))
    return np.asarray(turned, dtype=np.uint8)


def _straightened(grey: Grey, angle: float) -> Grey:
    return grey if angle == 0.0 else _turned(grey, angle, PAPER)


def _without_specks(ink: Mask, found: Pieces, x_height: float) -> Mask:
    """The ink without what is small and stands away from all text: dust, punch holes' rims, scratches."""
    reach = max(int(2.5 * x_height), 20)
    labels, stats, _ = found
    large = (stats[:, cv2.CC_STAT_HEIGHT] >= 0.6 * max(x_height, 10)).astype(np.uint8)
    large[0] = 0
    text = large[labels]
    near = cv2.dilate(text, np.ones((reach, 2 * reach), np.uint8))
    small = np.flatnonzero((ink > 0) & (text == 0))
    pieces = labels.ravel()[small]
    close = np.zeros(len(stats), bool)
    close[pieces[near.ravel()[small] > 0]] = True
    cleaned = ink.copy()
    cleaned.ravel()[small[~close[pieces]]] = 0
    return cleaned
