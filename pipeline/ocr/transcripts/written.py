"""What hOCR, ALTO and PAGE have in common: pages of lines of words, each format's peculiarities gone.

Boxes are pixels on the page image, or at 300 dots to the inch where the file counts in millimetres or inches.
"""

import math
from itertools import pairwise
from typing import NamedTuple

from pipeline.model import PLAIN, Box, Region, Style, enclosing_box

LINE_END_HYPHENS = "\u00ad\u00ac"  # SOFT HYPHEN; NOT SIGN, which transcribers write for a hyphen at the line end
MAX_COORDINATE = 1_000_000


class Part(NamedTuple):
    """Characters ``text[start:end]`` of a word that have a box of their own."""

    start: int
    end: int
    box: Box


class WrittenWord(NamedTuple):
    """One word as the file has it."""

    text: str
    box: Box | None = None
    confidence: float = 1.0
    style: Style = PLAIN
    raised: tuple[tuple[int, int], ...] = ()
    """Characters that the file calls superscript, as ``text[start:end]``."""
    rivals: tuple[tuple[str, float], ...] = ()
    """Other readings with their confidences."""
    parts: tuple[Part, ...] = ()


class WrittenLine(NamedTuple):
    """One line as the file has it."""

    words: tuple[WrittenWord, ...]
    box: Box
    baseline: float | None = None
    """Its row at the middle of the line."""
    points: float = 0.0
    """Type size in points, where the file tells it."""
    region: Region = Region.UNKNOWN


class WrittenPage(NamedTuple):
    """One page as the file has it."""

    lines: tuple[WrittenLine, ...]
    width: int
    height: int
    dpi: int = 0
    ordered: bool = False
    """Whether the file says that its order is the reading order, which then counts more than the geometry."""


def is_place(coordinate: float) -> bool:
    """Whether a coordinate is a number, and on a page that could be."""
    return math.isfinite(coordinate) and abs(coordinate) < MAX_COORDINATE


def box_of(left: float, top: float, right: float, bottom: float) -> Box:
    """The box around these edges, in whole pixels; what lies left of or above the page is cut off.

    Raises:
        ValueError: an edge is not a number, or lies a million pixels away.
    """
    edges = (left, top, right, bottom)
    if not all(is_place(edge) for edge in edges):
        raise ValueError(f"{edges} is no box")
    left, right = sorted((max(left, 0.0), max(right, 0.0)))
    top, bottom = sorted((max(top, 0.0), max(bottom, 0.0)))
    return Box(round(left), round(top), round(right), round(bottom))


def around(words: list[WrittenWord]) -> Box | None:
    """The box around words; None where none of them has one."""
    return enclosing_box([word.box for word in words if word.box])


def together(one: WrittenWord, other: WrittenWord) -> WrittenWord:
    """Two words as one, each a part of it with its own box."""
    shift = len(one.text)
    moved = (part._replace(start=part.start + shift, end=part.end + shift) for part in other.parts or _whole(other))
    return WrittenWord(
        text=one.text + other.text,
        box=around([one, other]),
        confidence=min(one.confidence, other.confidence),
        style=one.style,
        raised=(*one.raised, *((start + shift, end + shift) for start, end in other.raised)),
        parts=(*(one.parts or _whole(one)), *moved),
    )


def _whole(word: WrittenWord) -> tuple[Part, ...]:
    return (Part(0, len(word.text), word.box),) if word.box else ()


def shared_out(text: str, box: Box | None) -> list[tuple[str, Box | None]]:
    """The words of a text with its box divided among them, each character and each space as wide as any other.

    ``("ab cd", 0..50)`` -> ``ab`` at 0..20, ``cd`` at 30..50.
    """
    words = text.split()
    if box is None:
        return [(word, None) for word in words]
    plain = " ".join(words)
    step = box.width / max(len(plain), 1)
    found: list[tuple[str, Box | None]] = []
    start = 0
    for word in words:
        left, right = box.left + start * step, box.left + (start + len(word)) * step
        found.append((word, Box(round(left), box.top, round(right), box.bottom)))
        start += len(word) + 1
    return found


def with_plain_hyphen(text: str) -> str:
    """``com¬`` -> ``com-``: signs for a printed hyphen at a line end become one."""
    return text[:-1] + "-" if len(text) > 1 and text[-1] in LINE_END_HYPHENS else text


def row_at(points: list[tuple[float, float]], x: float) -> float:
    """The row of a polyline at column ``x``; before its first and behind its last point it goes on level."""
    ordered = sorted(points)
    if x <= ordered[0][0]:
        return ordered[0][1]
    for (x0, y0), (x1, y1) in pairwise(ordered):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0) if x1 > x0 else y0
    return ordered[-1][1]


def share(value: str | None, otherwise: float = 1.0) -> float:
    """A confidence from 0.0 to 1.0, whether the file counts to one or to a hundred; ``otherwise`` where it has none."""
    try:
        number = float(value) if value else math.nan
    except ValueError:
        return otherwise
    if not math.isfinite(number) or number < 0:
        return otherwise
    return min(number if number <= 1.0 else number / 100, 1.0)
