"""The size of the body's type, over the article and on each of its pages.

On a scan sizes waver from line to line, since small letters are some twenty pixels tall, and by that from page to page;
pages of another scale are brought to that of the others before (``one_scale``).
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.model import TEXT_LAYER
from pipeline.segment.rows import Row

TOLERANCE = 0.04
"""Two type sizes within 4 % are one: half of the step from 10 to 9 points, which is the smallest that printers use."""
BODY_SHARE = 0.15
"""The body is the largest size that holds this share of all characters: titles hold less, and in a law review the
notes may hold more than the body."""
MOST_STEPS = 20
STILL = 0.05
"""Pixels: half of the step in which sizes are counted."""


@dataclass(frozen=True, slots=True)
class BodySize:
    """Of the body's type, ascender to descender."""

    size: float
    """Pixels; 0.0 where the source has no geometry."""
    scales: Mapping[int, float] = field(default_factory=dict)
    """Page -> how large the same type is on it, by this size."""

    def relative(self, row: Row) -> float:
        """The row's type size over the body's on its page; 1.0 where unknown."""
        size = self._on_page_of(row)
        return row.line.size / size if size and row.line.size else 1.0

    def holds(self, row: Row) -> bool:
        """Whether a row is in the size of the body; so too where that is not known."""
        size = self._on_page_of(row)
        return not size or abs(row.line.size - size) <= 1.5 * TOLERANCE * size

    def _on_page_of(self, row: Row) -> float:
        return self.size * self.scales.get(row.page.number, 1.0)


def body_size_of(rows: Sequence[Row]) -> BodySize:
    """The largest size that holds its share of the text, in the middle of what is set in it; and that of each page.

    Args:
        rows: of the article, covers left out.
    """
    weights = _weights(rows)
    least = BODY_SHARE * weights.total()
    first = next((size for size in sorted(weights, reverse=True) if _near(weights, size).total() >= least), 0.0)
    body = BodySize(_middle(weights, first))
    pages: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        if row.line.size and row.page.reader != TEXT_LAYER:  # a text layer tells the sizes themselves
            pages[row.page.number].append(row)
    scales = {page: _scale(own, body.size) for page, own in pages.items()}
    return BodySize(body.size, {page: scale for page, scale in scales.items() if scale != 1.0})


def _weights(rows: Sequence[Row]) -> Counter[float]:
    """Size -> characters set in it."""
    weights = Counter[float]()
    for row in rows:
        if row.line.size:
            weights[round(row.line.size, 1)] += len(row.text)
    return weights


def _near(weights: Counter[float], size: float) -> Counter[float]:
    """The sizes that are one with a size, with their weights."""
    return Counter({other: weight for other, weight in weights.items() if abs(other - size) <= TOLERANCE * size})


def _middle(weights: Counter[float], size: float) -> float:
    """The middle of the sizes around one, which may be at their edge: the mean is followed until it stays.

    Mean shift (Fukunaga and Hostetler, 1975).
    """
    for _ in range(MOST_STEPS if size else 0):
        near = _near(weights, size)
        mean = sum(other * weight for other, weight in near.items()) / near.total()
        if abs(mean - size) < STILL:
            break
        size = mean
    return size


def _scale(page: Sequence[Row], size: float) -> float:
    """How large the body's type is measured on a page, by its size in the article; 1.0 where the page does not tell."""
    weights = _weights(page)
    if _near(weights, size).total() < BODY_SHARE * weights.total():
        return 1.0
    own = _middle(weights, size) / size
    return own if abs(own - 1) <= TOLERANCE else 1.0
