"""Lines that the reader joined across a gutter, parted again: ``4. 10 See`` is the end of one column and another note.

Tesseract tells the columns of a page, but not always those of its foot, where presses set notes in two columns under
a text of the full measure. A gutter is a stripe of white, an em wide, through three rows of words at least; or through
the last two of a page, where the words on both sides of it end and begin at an edge. In a table there are such stripes
too, but hardly a cell has three words.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.model import enclosing_box
from pipeline.ocr.readers.hocr import ReadLine, ReadWord

GUTTER = 2.0
"""X-heights of white, about an em of the text, that may be a gutter: more than parts two words."""
ROWS = 3
"""Rows with words on both sides that make a stripe of white a gutter."""
AT_FOOT = 2
"""The same of the last rows of a page: a note of three lines or four takes two rows in two columns."""
FLUSH = 0.5
"""X-heights by which edges of a column may differ from row to row: justified, and scanned a little askew."""
INDENT = 3.0
"""X-heights by which the first row of a note is indented at most."""
PROSE = 3
"""Words that half of the rows have, at least, on either side."""
MIDDLE = (0.25, 0.75)
"""Shares of the width of the text between which a gutter lies."""

Row = list[ReadWord]


class Stripe(NamedTuple):
    """White from ``left`` to ``right``, through the rows ``first`` to ``last``."""

    left: int
    right: int
    first: int
    last: int


def parted(lines: Sequence[ReadLine], x_height: float) -> list[ReadLine]:
    """The lines, those that run over a gutter in two.

    Args:
        lines: as Tesseract found them.
        x_height: of the page, in pixels.
    """
    rows = _rows(lines)
    places = {id(line): index for index, row in enumerate(rows) for line in row}
    gutters = _gutters([[word for line in row for word in line.words] for row in rows], GUTTER * x_height)
    made: list[ReadLine] = []
    for line in lines:
        stripe = gutters.get(places[id(line)])
        place = sum(word.box.right <= stripe.left for word in line.words) if stripe else 0
        if 0 < place < len(line.words):
            made += [_cut(line, line.words[:place]), _cut(line, line.words[place:])]
        else:
            made.append(line)
    return made


def _rows(lines: Sequence[ReadLine]) -> list[list[ReadLine]]:
    """Lines on one height, from left to right; rows from top to bottom."""
    rows: list[list[ReadLine]] = []
    for line in sorted(lines, key=lambda line: (line.box.top + line.box.bottom, line.box.left)):
        last = rows[-1][-1].box if rows else None
        if last and last.shared_height(line.box) > 0.5 * min(last.height, line.box.height):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.box.left) for row in rows]


def _gutters(rows: Sequence[Row], white: float) -> dict[int, Stripe]:
    """Index of every row that a gutter runs through -> the gutter."""
    boxes = [word.box for row in rows for word in row]
    if not boxes:
        return {}
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    low, high = (left + share * (right - left) for share in MIDDLE)
    found: dict[int, Stripe] = {}
    for index, row in enumerate(rows):
        if index in found:
            continue
        stripes = [
            stripe
            for gap in _gaps(row, white)
            if low <= gap[1] and gap[0] <= high
            if _is_gutter(stripe := _followed(rows, index, gap, white), rows, white)
        ]
        if stripes:
            best = _upwards(rows, max(stripes, key=lambda stripe: (stripe.last, stripe.right - stripe.left)), white)
            found |= dict.fromkeys(range(best.first, best.last + 1), best)
    return found


def _gaps(row: Row, white: float) -> Iterator[tuple[int, int]]:
    for before, word in pairwise(row):
        if word.box.left - before.box.right >= white:
            yield before.box.right, word.box.left


def _followed(rows: Sequence[Row], first: int, gap: tuple[int, int], white: float) -> Stripe:
    """The white of a row, as far down as it goes on: through the white of other rows, and beside short ones."""
    left, right = gap
    last = first
    for index in range(first + 1, len(rows)):
        ends = [word.box.right for word in rows[index] if word.box.left < right]
        begins = [word.box.left for word in rows[index] if word.box.left >= right]
        inner = [word for word in rows[index] if word.box.left < right and word.box.right > left]
        # A word that begins or ends within the stripe narrows it; one that leaves too little of it ends it.
        here = max([left, *(word.box.right for word in inner if word.box.left <= left)])
        there = min([right, *(word.box.left for word in inner if word.box.left > left)])
        if there - here < white or not (ends or begins):
            break
        left, right, last = here, there, index
    return Stripe(left, right, first, last)


def _upwards(rows: Sequence[Row], stripe: Stripe, white: float) -> Stripe:
    """The stripe with the rows over it whose white is wider: a note may end early in the first of them."""
    first = stripe.first
    while first and any(left <= stripe.left and stripe.right <= right for left, right in _gaps(rows[first - 1], white)):
        first -= 1
    return stripe._replace(first=first)


def _is_gutter(stripe: Stripe, rows: Sequence[Row], white: float) -> bool:
    sides = [
        (
            [word for word in row if word.box.right <= stripe.left],
            [word for word in row if word.box.left >= stripe.right],
        )
        for row in rows[stripe.first : stripe.last + 1]
    ]
    both = [side for side in sides if all(side)]
    if len(both) < ROWS and not (stripe.last == len(rows) - 1 and _has_edges(both, FLUSH / GUTTER * white)):
        return False
    return all(median(len(side[index]) for side in both) >= PROSE for index in (0, 1))


def _has_edges(sides: Sequence[tuple[Row, Row]], tolerance: float) -> bool:
    """Whether, in two rows or more, the words on the left end at one place, and those on the right begin at one.

    Or at that and the indent of the first row of a note.
    """
    ends, begins = [left[-1].box.right for left, _ in sides], [right[0].box.left for _, right in sides]
    justified = len(sides) >= AT_FOOT and max(ends) - min(ends) <= tolerance
    return justified and max(begins) - min(begins) <= INDENT / FLUSH * tolerance


def _cut(line: ReadLine, words: Sequence[ReadWord]) -> ReadLine:
    box = enclosing_box([word.box for word in words]) or line.box
    return ReadLine(tuple(words), box, line.slope, line.baseline_at(box.left) - box.bottom)
