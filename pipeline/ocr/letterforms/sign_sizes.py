"""How large a page prints its stops and quotes: what is far smaller is a speck.

A type has one size of full stop, and its quotes are its commas, raised (Bringhurst, *Elements of Typographic Style*,
ch. 5), so that the page itself tells what a sign of it must have. Areas are of boxes, in square x-heights. On 82 pages
(64 of eleven printings with light to heavy damage, 18 of a journal) no printed quote has less than .45 of the page's
middle comma, and all 21 with less than .39 are specks; of 2,270 printed stops 12 have less than half of the page's
middle stop, all on the dirtiest scan, and of 20 specks none has more.
"""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

import numpy as np

from pipeline.model import Box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.ink.greys import PAPER, Grey
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.readers.hocr import ReadLine

LEAST_STOP = 0.02
"""A dot that is printed has 0.04 to 0.08, and 0.02 where dirt has eaten at it."""
SHARE = 0.4
ENOUGH = 5
"""Signs from which a page's size is known."""
ABOVE, BELOW = 1.0, 0.6
"""How far from the baseline the ink of a stop, a comma or a colon may be, in x-heights."""
SLACK = 0.1
"""By how much Tesseract's boxes may miss the ink."""
LONGEST_HYPHEN = 0.75
ENOUGH_HYPHENS = 3
TALLEST, STROKE_BAND, FOOT = 1.6, (0.8, 0.12), -0.1
"""Above the baseline: the tops of letters, where a hyphen or dash may be, and the feet of letters."""
THICKEST = 0.3
FAINT = 232
"""Darker than this is what may be a thin dash."""
BREAK = 0.08
"""A gap in a thin dash."""
REACH = 0.5
"""By how much Tesseract's box may be off."""
SMALL_HEIGHT, SMALL_WIDTH = 0.75, 0.9
"""What is larger belongs to a letter."""
UPPER_DOT = 0.3
"""Over the baseline, from which a dot is the upper one of a colon."""
DOT_FOOT = 0.1
"""How far from the baseline a full stop may end."""
TAIL_ABOVE, TAIL_BELOW = 0.35, 0.4
"""Above and below the baseline: where a comma is."""
TAIL_LEFT, TAIL_RIGHT = 0.12, 0.05
"""How far a tail goes to the left of its dot; to the right there is blur alone."""
BASELINE_BLUR = 0.02
GRAIN = 10
"""Levels of grey that paper may have."""
FEWEST_TAILS = 8
LEAST_TAIL = 0.12
"""A page whose commas have less has lost their tails."""
SHORT_TAIL, SHORT_SHARE = 0.5, 0.1
"""And one on which more than a tenth have less than half of the common tail has lost some."""


class SignSizes(NamedTuple):
    """The least areas that signs of a page have, in square x-heights, and how long it prints its hyphens."""

    stop: float = LEAST_STOP
    quote: float = 0.0
    """0 where the page has too few commas to tell."""
    hyphen: float = 0.0
    """Length in x-heights; 0 where there are too few to tell."""
    tail: float = 0.0
    """The share of its darkness that a comma has below the baseline; 0 where there are too few to tell."""


def sign_sizes(
    lines: Sequence[ReadLine], kinds: Sequence[LineType], pieces: Components, grey: Grey | None = None
) -> SignSizes:
    """The sizes, from the full stops, commas and hyphens that were read on the page; without its grey, no tails."""
    found: dict[str, list[float]] = {".": [], ",": [], "-": []}
    tails: list[float] = []
    for line, kind in zip(lines, kinds, strict=True):
        for char in (char for word in line.words for char in word.chars if char.text in found):
            if char.text == "-":
                sizes = [dash_length(char.box, pieces, kind)]
            else:
                dots = dots_at(char.box, pieces, kind)
                sizes = [area_of(box, kind) for box in dots]
                if char.text == "," and len(dots) == 1 and grey is not None:
                    tails.append(tail_share(grey, dots[0], kind))
            if max(sizes, default=0.0):
                found[char.text].append(max(sizes))
    stop, comma = (median(areas) if len(areas) >= ENOUGH else 0.0 for areas in (found["."], found[","]))
    hyphens = [length for length in found["-"] if length < LONGEST_HYPHEN]
    hyphen = median(hyphens) if len(hyphens) >= ENOUGH_HYPHENS else 0.0
    return SignSizes(max(LEAST_STOP, SHARE * stop), SHARE * comma, hyphen, _common(tails))


def dash_length(box: Box, pieces: Components, kind: LineType, grey: Grey | None = None) -> float:
    """How long the hyphen or dash at the columns of a character is, in x-heights; 0 where no ink is one.

    It is the longest run of columns that have ink at the height of a dash and no other: a dash may touch the letters
    beside it. A thin one may be broken; with ``grey``, it may be too thin for black and white.
    """
    height = kind.x_height
    baseline = kind.baseline_at((box.left + box.right) / 2)
    top, high, low, foot = (max(round(baseline - share * height), 0) for share in (TALLEST, *STROKE_BAND, FOOT))
    left, right = max(round(box.left - REACH * height), 0), round(box.right + REACH * height)
    ink = pieces.labels[top:foot, left:right] > 0 if grey is None else grey[top:foot, left:right] < FAINT
    stroke = ink[high - top : low - top]
    alone = stroke.any(axis=0) & ~ink[: high - top].any(axis=0) & ~ink[low - top :].any(axis=0)
    columns = np.flatnonzero(alone & (stroke.sum(axis=0) <= THICKEST * height))
    if len(columns) == 0:
        return 0.0
    runs = np.split(columns, np.flatnonzero(np.diff(columns) > max(BREAK * height, 1)) + 1)
    inside = [run for run in runs if box.left <= left + (run[0] + run[-1]) / 2 <= box.right]
    return float(max((run[-1] - run[0] + 1 for run in inside), default=0) / height)


def _common(tails: list[float]) -> float:
    """The tail that commas of a page have; 0 where there are too few of them, or some have lost theirs."""
    if len(tails) < FEWEST_TAILS:
        return 0.0
    common, short = median(tails), sorted(tails)[int(SHORT_SHARE * len(tails))]
    return common if common >= LEAST_TAIL and short >= SHORT_TAIL * common else 0.0


def tail_share(grey: Grey, dot: Box, kind: LineType) -> float:
    """The share of the darkness at a stop or comma that lies below the baseline."""
    height = kind.x_height
    baseline = kind.baseline_at((dot.left + dot.right) / 2)
    top, line, bottom = (
        max(round(row), 0)
        for row in (
            baseline - TAIL_ABOVE * height,
            baseline + BASELINE_BLUR * height + 1,
            baseline + TAIL_BELOW * height,
        )
    )
    left, right = max(round(dot.left - TAIL_LEFT * height), 0), round(dot.right + TAIL_RIGHT * height)
    whole = darkness(grey[top:bottom, left:right])
    return darkness(grey[line:bottom, left:right]) / whole if whole else 0.0


def darkness(grey: Grey) -> int:
    """The darkness of an area, in levels of grey summed over its pixels, the grain of the paper left out."""
    return int(np.maximum(PAPER - GRAIN - grey.astype(np.int32), 0).sum())


def area_of(box: Box, kind: LineType) -> float:
    """The area of a box in square x-heights of its line."""
    return box.width * box.height / kind.x_height**2


def dots_at(box: Box, pieces: Components, kind: LineType) -> list[Box]:
    """The small pieces about the baseline at the columns of a character."""
    height, slack = kind.x_height, SLACK * kind.x_height
    baseline = kind.baseline_at((box.left + box.right) / 2)
    top, bottom = max(round(baseline - ABOVE * height), 0), max(round(baseline + BELOW * height), 0)
    area = Box(max(round(box.left - slack), 0), top, round(box.right + slack), bottom)
    small = (
        box for box in pieces.boxes(area) if box.height < SMALL_HEIGHT * height and box.width < SMALL_WIDTH * height
    )
    return [box for box in small if top <= (box.top + box.bottom) / 2 <= bottom]
