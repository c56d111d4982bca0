"""Baselines and type sizes from the ink itself.

Tesseract's ``x_size`` misreports lines without ascenders, and its character boxes reach into the neighbouring lines;
the pieces of ink that stand on the baseline do neither.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms import few_letters
from pipeline.ocr.letterforms.few_letters import SMALL, TALL
from pipeline.ocr.readers.hocr import ReadChar, ReadLine

AS_TALL = TALL | frozenset("0123456789")
BELOW = few_letters.HANGING | frozenset("()[]")
"""What reaches below the baseline: brackets are as high as letters and hang as they do."""
MOSTLY = 0.4
TALL_TO_SMALL = 1.47  # Times: capitals of 0.66 em, small letters of 0.45 em
CAPITALS = (1.2, 1.55)
"""Heights of capitals in those of small ones; see ``small_capitals``."""
FEWEST_SMALL, FEWEST_TALL = 4, 2
LARGEST = 2.7
"""Capitals in x-heights, where these were guessed from small capitals."""
RAISED = 0.25  # of their own height: how far above the other letters' feet raised figures stand at least
FEW = 12  # letters of a line that its own height may have to measure; more are capitals, large or small
SIZE_TO_SMALL = 2.0  # ascender to descender in x-heights; Times: 0.683 + 0.217 em to 0.45 em


class LineType(NamedTuple):
    """The type of one line: the baseline ``intercept + slope * x`` and the height of its small letters, in pixels."""

    slope: float
    intercept: float
    x_height: float

    def baseline_at(self, x: float) -> float:
        """Row of the baseline at column ``x``."""
        return self.intercept + self.slope * x

    def baselines_at(self, columns: NDArray[np.int32] | NDArray[np.float64]) -> NDArray[np.float64]:
        """The same at many columns."""
        return np.asarray(self.intercept + self.slope * columns)

    @property
    def size(self) -> float:
        """Ascender to descender, in pixels."""
        return round(SIZE_TO_SMALL * self.x_height, 1)


def measure(line: ReadLine, pieces: Components, page_x_height: float) -> LineType:
    """The type of one line; without a letter to measure, the x-height of the page stands in."""
    standing = _standing([char for word in line.words for char in word.chars], line.slope)
    letters = _without_raised(pieces, line, standing)
    if not _has_small(line):
        leaning = line.slope * (pieces.left[letters] + pieces.right[letters]) / 2
        tops, bottoms = pieces.top[letters] - leaning, pieces.bottom[letters] - leaning
        found = few_letters.fit(line.text, tops, bottoms, line.baseline_at(0))
        if found is not None:
            return LineType(line.slope, found.intercept, found.x_height)
    rough = _rough_x_height(line, standing, pieces, letters) or page_x_height or 0.5 * line.box.height
    # A raised mark can drag the line's box down into the next line, but not Tesseract's baseline.
    slack = 1.2 * rough + abs(line.slope) * line.box.width
    letters = letters[np.abs(pieces.bottom[letters] - line.baseline_at(line.box.left)) < slack]
    heights = pieces.bottom[letters] - pieces.top[letters]
    feet = pieces.bottom[letters] - line.slope * (pieces.left[letters] + pieces.right[letters]) / 2
    tall_enough = (heights > 0.7 * rough) & (heights < 2.0 * rough)
    intercept = _middle(_densest(feet[tall_enough], 0.3 * rough), line.baseline_at(0.0))
    on_line = (heights > 0.7 * rough) & (np.abs(feet - intercept) < 0.2 * rough)
    x_height = _measured(line, heights[on_line].astype(float), rough)
    unsure = sum(map(str.isalpha, line.text)) <= FEW and not _has_small(line)
    return LineType(line.slope, intercept, min(x_height, _highest(line)) if unsure else x_height)


def _highest(line: ReadLine) -> float:
    """The x-height that a line as high as this one has at most, by what of its letters rises and hangs."""
    rise = TALL_TO_SMALL if any(letter in AS_TALL or letter.isupper() for letter in line.text) else 1.0
    hang = few_letters.HANG[0] if any(letter in BELOW for letter in line.text) else 0.0
    return line.box.height / (rise + hang)


def _rough_x_height(line: ReadLine, chars: list[ReadChar], pieces: Components, letters: NDArray[np.intp]) -> float:
    """A first guess: the lower of what the character boxes and the pieces of ink say, since both err upwards."""
    heights = [float(c.box.height) for c in chars if c.text in SMALL]
    heights += [c.box.height / TALL_TO_SMALL for c in chars if c.text in AS_TALL]
    guesses = [float(np.quantile(heights, 0.3))] if heights else []
    tall = pieces.bottom[letters] - pieces.top[letters]
    tall = tall[(tall > 0.3 * line.box.height) & (tall <= line.box.height)]
    if len(tall) > 0 and _has_small(line, MOSTLY):
        guesses.append(float(np.quantile(tall, 0.35)))
    return min(guesses, default=0.0)


def _standing(chars: list[ReadChar], slope: float) -> list[ReadChar]:
    """The characters without raised figures: in a note that says ``Id.`` they are half of what there is to measure."""
    feet = [char.box.bottom - slope * char.box.left for char in chars if char.text in SMALL or char.text in TALL]
    if not feet:
        return chars
    foot = float(np.median(feet))
    return [
        char
        for char in chars
        if not char.text.isdecimal() or char.box.bottom - slope * char.box.left > foot - RAISED * char.box.height
    ]


def _without_raised(pieces: Components, line: ReadLine, standing: list[ReadChar]) -> NDArray[np.intp]:
    """The pieces of a line without those of its raised figures."""
    letters = pieces.within(line.box)
    raised = {char.box for word in line.words for char in word.chars} - {char.box for char in standing}
    middles = (pieces.left[letters] + pieces.right[letters]) / 2
    own = np.zeros(len(letters), bool)
    for box in raised:
        own |= (middles >= box.left) & (middles <= box.right) & (pieces.bottom[letters] <= box.bottom + 1)
    return letters[~own]


def _has_small(line: ReadLine, share: float = 0.2) -> bool:
    """Whether a line has small letters enough to be measured by them."""
    text = line.text
    return sum(letter in SMALL for letter in text) >= max(3, share * len(text))


def _measured(line: ReadLine, heights: NDArray[np.float64], rough: float) -> float:
    small = heights[(heights > 0.8 * rough) & (heights < 1.2 * rough)]
    tall = heights[(heights > 1.25 * rough) & (heights < 1.75 * rough)]
    if _has_small(line) and len(small) > 0:
        return _middle(_densest(small, 0.12 * rough), rough)
    figures = sum(char.isdecimal() for char in line.text)
    if above := _above_small_capitals(heights[heights < LARGEST * rough], figures):
        return above / TALL_TO_SMALL
    return _middle(tall, rough * TALL_TO_SMALL) / TALL_TO_SMALL


def _above_small_capitals(heights: NDArray[np.float64], figures: int) -> float:
    """The height of the capitals, in a line of capitals and small capitals; 0.0 in any other.

    So many figures may be as tall as the capitals, or taller (a folio beside its running head).

    Small capitals are hardly larger than small letters: a line that was measured by them would be a fourth too small,
    and what stands at the height of its own letters too high (the upper dots of colons).
    """
    sizes = np.sort(heights)
    if len(sizes) < FEWEST_SMALL + FEWEST_TALL:
        return 0.0
    cut, small, tall = two_heights(sizes)
    is_both = cut >= FEWEST_SMALL and len(sizes) - cut >= FEWEST_TALL + figures
    return tall if is_both and CAPITALS[0] <= tall / small <= CAPITALS[1] else 0.0


def two_heights(sizes: NDArray[np.float64]) -> tuple[int, float, float]:
    """How many of some sorted heights are the lower ones, and the middle of these and of the others.

    They fall apart where the step from one to the next is widest.
    """
    cut = int(np.argmax(np.diff(sizes) / sizes[:-1])) + 1
    return cut, float(np.median(sizes[:cut])), float(np.median(sizes[cut:]))


def _densest(values: NDArray[np.float64], width: float) -> NDArray[np.float64]:
    """The values in the interval of this width that holds most of them."""
    if len(values) == 0:
        return values
    ordered = np.sort(values)
    ends = np.searchsorted(ordered, ordered + width, side="right")
    start = int(np.argmax(ends - np.arange(len(ordered))))
    return ordered[start : ends[start]]


def _middle(values: NDArray[np.float64], otherwise: float) -> float:
    """Mean of the middle half: finer than the median where heights are whole pixels, and as deaf to outliers."""
    if len(values) == 0:
        return otherwise
    ordered = np.sort(values)
    quarter = len(ordered) // 4
    return float(np.mean(ordered[quarter : len(ordered) - quarter]))
