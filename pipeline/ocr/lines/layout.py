"""Reading order and columns from the white space between lines: full measure, left column, right column, full measure.

Bands of lines that no gutter divides are full measure; between them the columns are read one after the other, so that
the notes at the foot of a column follow its text (a two-level X-Y cut, Nagy and Seth 1984).
"""

from itertools import pairwise
from statistics import median
from typing import NamedTuple

import msgspec

from pipeline.model import Box, Line

MIN_COLUMN_LINES = 3
AMID = 8
"""Lines, on both sides of the gutter, of columns that a line of full measure follows, at least: three lines may have
their word spaces in one place."""
MAX_STARTS = 25
AT_FOOT = 4
"""Lines of two rows in two columns; a third row stands in the first alone."""
EDGE = 0.02
"""Of the text's width: by how much lines of a column may end apart."""
INDENT = 0.04
"""By how much they may begin apart: the first row of a note is indented by an em or two."""
HANGING = 3
"""Heights of a line by which the label of a note, of three digits at most, hangs in the gutter."""
SAME_ROW = 0.4  # of the height of a line: baselines that differ by less
BROAD = 9
"""Heights of a line, which are ems: half of the lines of a column of prose are as wide, for presses set none narrower.

On 22 pages notes beside one another have 10 to 14, ragged or not; of 16 tables one column at least has 8 or less."""
MIN_COLUMN_WIDTH = 0.2  # of the text's width: narrower stretches are tables, labels, folios


WORDS, LETTERS = 2, 2
"""Words of half of the lines of a column of prose at least, and their letters.

Of 33 pages with notes in two columns half of the lines have 2 to 9; of 24 tables those on one side have 0 or 1, for
there stand figures."""


class Placed(NamedTuple):
    """A line with the box that it must have to be placed."""

    line: Line
    box: Box


def reading_order(lines: list[Line]) -> tuple[Line, ...]:
    """The lines in reading order, ``column`` set. Lines without a box keep their place at the end."""
    placed = [Placed(line, line.box) for line in lines if line.box is not None]
    placed = sorted(placed, key=lambda one: (_foot(one), one.box.left))
    boxes = [one.box for one in placed]
    starts = _starts(boxes)
    of_prose = starts._replace(before=[x for x in starts.before if _parts_prose(placed, starts, x)])
    gutter = _gutter_of_columns(of_prose)
    if gutter is not None:
        ordered = _in_columns(placed, gutter)
    elif _gutter_of_columns(starts) is not None:
        ordered = _in_rows(placed)
    elif (beside := _box_beside_block(boxes, starts)) is not None:
        below = [one.box.top >= beside.bottom for one in placed]
        end = below.index(True) if any(below) else len(placed)
        ordered = _in_columns(placed[:end], beside.gutter) + _in_rows(placed[end:])
    elif (at_foot := _columns_at_foot(boxes)) is not None:
        count, gutter = at_foot
        ordered = _in_rows(placed[:-count]) + _band(placed[-count:], gutter)
    elif (short := _short_second_column(boxes)) is not None:
        columns = _band(placed[short.first : short.end], short.gutter)
        ordered = _in_rows(placed[: short.first]) + columns + _in_rows(placed[short.end :])
    else:
        ordered = _in_rows(placed)
    return (*ordered, *(line for line in lines if line.box is None))


def find_gutter(boxes: list[Box]) -> int | None:
    """The column of pixels that parts lines into a left and a right neighbour; None on a one-column page."""
    starts = _starts(boxes)
    gutter = _gutter_of_columns(starts)
    if gutter is not None:
        return gutter
    beside = _box_beside_block(boxes, starts) or _short_second_column(sorted(boxes, key=lambda box: box.bottom))
    return beside.gutter if beside else None


class Starts(NamedTuple):
    """The lines that are wide enough for a column, and the columns of pixels before those that may be in the second."""

    wide: list[Box]
    before: list[int]


def _gutter_of_columns(starts: Starts) -> int | None:
    """The one that parts most lines of a page."""
    scored = [
        (_parted(starts.wide, x), -index) for index, x in enumerate(starts.before) if _has_columns(starts.wide, x)
    ]
    best, index = max(scored, default=(0, 0))
    return _before_labels(starts.wide, starts.before[-index]) if best >= MIN_COLUMN_LINES else None


def _parts_prose(placed: list[Placed], starts: Starts, x: int) -> bool:
    """Whether a gutter may part columns of text: it may be white within a table, which has figures on one side of it.

    Lines of prose have words; and where most lines of the page run across, they are broad, too, on both sides.
    """
    across = sum(one.box.left < x < one.box.right for one in placed)
    lefts, rights = ([one for one in placed if one.box.right <= x], [one for one in placed if one.box.left >= x])
    columns = _beside(lefts, rights), _beside(rights, lefts)
    if across <= _parted(starts.wide, x):
        return not any(_is_of_figures([one for one in column if one.box in starts.wide]) for column in columns)
    return all(map(_is_prose, columns))


def _beside(column: list[Placed], other: list[Placed]) -> list[Placed]:
    """The lines of a column that stand beside lines of another."""
    return [one for one in column if any(_level(one.box, each.box) for each in other)]


def _is_prose(column: list[Placed]) -> bool:
    words = [sum(map(_is_of_letters, one.line.text.split())) for one in column]
    return bool(column) and median(words) >= WORDS and _is_broad([one.box for one in column])


def _is_of_figures(column: list[Placed]) -> bool:
    """Whether most lines have no word of letters."""
    texts = [one.line.text.split() for one in column]
    return 2 * sum(bool(words) and not any(map(_is_of_letters, words)) for words in texts) > len(texts)


def _is_of_letters(word: str) -> bool:
    return sum(map(str.isalpha, word)) >= LETTERS


def _before_labels(boxes: list[Box], x: int) -> int:
    """The gutter left of the labels that hang in it, where these are too few for a start of their own."""
    rights = [box for box in boxes if box.left >= x]
    ends = [box.right for box in boxes if box.right <= x and any(_level(box, other) for other in rights)]
    first = max([*ends, x - HANGING * rights[0].height])
    hanging = [box.left - 1 for box in boxes if first < box.left <= x < box.right]
    return min(hanging, default=x)


def _starts(boxes: list[Box]) -> Starts:
    left, right = min((box.left for box in boxes), default=0), max((box.right for box in boxes), default=0)
    wide = [box for box in boxes if box.width >= MIN_COLUMN_WIDTH * (right - left)]
    middle = [box.left - 1 for box in wide if 0.25 < (box.left - left) / max(right - left, 1) < 0.75]
    # Lines of a column begin below one another; trying every start would take seconds on a page of tables.
    starts = sorted({x for x in middle if sum(0 <= other - x <= 0.05 * (right - left) for other in middle) >= 3})
    return Starts(wide, starts[:: len(starts) // MAX_STARTS + 1])


def find_gutters(boxes: list[Box]) -> tuple[int, ...]:
    """The gutter of the page, and those of columns of prose within its columns, from the left to the right.

    Tables have white between their cells, too, and are not parted by it within a column.
    """
    gutter = find_gutter(boxes)
    if gutter is None:
        return ()
    lefts, rights = _sides(boxes, gutter)
    return (*_inner_gutter(lefts), gutter, *_inner_gutter(rights))


def _sides(boxes: list[Box], gutter: int) -> tuple[list[Box], list[Box]]:
    return [box for box in boxes if box.right <= gutter + 1], [box for box in boxes if box.left >= gutter]


def _inner_gutter(boxes: list[Box]) -> tuple[int, ...]:
    gutter = _gutter_of_columns(_starts(boxes))
    return (gutter,) if gutter is not None and all(map(_is_broad, _sides(boxes, gutter))) else ()


def _is_broad(column: list[Box]) -> bool:
    return median(box.width / max(box.height, 1) for box in column) >= BROAD


class Beside(NamedTuple):
    """A box beside a block: the gutter between them, and the foot of the longer one."""

    gutter: int
    bottom: int


def _box_beside_block(boxes: list[Box], starts: Starts) -> Beside | None:
    """A narrow box of short lines beside a justified block, at its left or at its right: dates beside an abstract."""
    found = _box_left_of_block(boxes, starts)
    if found:
        return found
    edge = max((box.right for box in boxes), default=0)
    mirrored = [Box(edge - box.right, box.top, edge - box.left, box.bottom) for box in boxes]
    found = _box_left_of_block(mirrored, _starts(mirrored))
    return found and Beside(edge - found.gutter, found.bottom)


def _box_left_of_block(boxes: list[Box], starts: Starts) -> Beside | None:
    """The same at the left of the block.

    They are no rows of a table, which stand on one line: most lines of the box stand between two of the block.
    """
    for x in starts.before:
        block = [box for box in starts.wide if 0 <= box.left - 1 - x <= box.height]
        ends = [box.right for box in block]
        justified = sum(max(ends, default=0) - end <= box.height for box, end in zip(block, ends, strict=True))
        if justified < BLOCK:
            continue
        top, bottom = min(box.top for box in block), max(box.bottom for box in block)
        lefts, rights = _sides(boxes, x)
        if 2 * justified < sum(top <= box.top and box.bottom <= bottom for box in rights):
            continue  # cells of a table here and there
        beside = [box for box in lefts if top <= box.top and box.bottom <= bottom and box.width >= WORD * box.height]
        between = sum(not any(_on_one_line(box, other) for other in block) for box in beside)
        if len(beside) >= IN_BOX and 2 * between > len(beside):
            return Beside(x, max(_foot_of_box(block[-1], rights), _foot_of_box(beside[-1], lefts)))
    return None


def _foot_of_box(last: Box, lefts: list[Box]) -> int:
    """Where the lines end that stand under one of a box, hardly a line of white between any two of them."""
    foot = last.bottom
    for box in sorted(lefts, key=lambda box: box.top):
        if box.top >= last.top and box.top - foot < box.height:
            foot = max(foot, box.bottom)
    return foot


BLOCK, IN_BOX = 5, 3
"""Lines of full measure of the block, and lines of the box beside it: the keywords beside an abstract may be three."""
WORD = 2
"""Heights of a line: the width of a word. What is narrower is a number, or a speck."""
ONE_LINE = 0.3
"""Of the height of a line: the feet of two on one line differ by less, with tails or without."""


def _on_one_line(one: Box, other: Box) -> bool:
    within = ONE_LINE * min(one.height, other.height)
    return abs(one.bottom - other.bottom) < within and abs(one.top - other.top) < within


def _columns_at_foot(boxes: list[Box]) -> tuple[int, int] | None:
    """How many of the last lines are in columns, and the gutter, where that are too few to find a gutter by.

    Notes of four rows or five, of which the first column has one more.
    """
    if not boxes:
        return None
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    for count in (AT_FOOT + 1, AT_FOOT):
        gutter = _gutter_at_foot(boxes[-count:], left, right) if len(boxes) >= count else None
        if gutter is not None:
            return count, gutter
    return None


def _gutter_at_foot(boxes: list[Box], text_left: int, text_right: int) -> int | None:
    """The gutter between these last lines of a page.

    The lines of a column end below one another and begin so, or at the indent of a note; the gutter is in the middle.
    """
    width = text_right - text_left
    foot = sorted(boxes, key=lambda box: box.left)
    lefts, rights = foot[:-2], foot[-2:]
    ends, begins = [box.right for box in lefts], [box.left for box in rights]
    edged = max(ends) - min(ends) <= EDGE * width and max(begins) - min(begins) <= INDENT * width
    centred = abs(max(ends) + min(begins) - text_left - text_right) <= 4 * EDGE * width
    broad = all(box.width >= MIN_COLUMN_WIDTH * width for box in foot)
    beside = max(ends) < min(begins) and all(any(_overlap(box, other) for other in lefts) for box in rights)
    return min(begins) - 1 if edged and centred and broad and beside else None


class Unequal(NamedTuple):
    """Columns of which the second is the shorter: their lines among those of the page, and the gutter between them."""

    first: int
    end: int
    gutter: int


def _short_second_column(boxes: list[Box]) -> Unequal | None:
    """One long note at the foot, whose last rows fill two or three lines of the second column.

    Both columns begin on one line, every row of the second has one of the first beside it, and the first goes on.
    """
    width = max((box.right for box in boxes), default=0) - min((box.left for box in boxes), default=0)
    for box in boxes:
        if box.width < MIN_COLUMN_WIDTH * width:
            continue
        below = [other for other in boxes if other.bottom >= box.bottom - ONE_LINE * box.height]
        lefts = _solid([other for other in below if other.right < box.left - box.height])
        rights = [other for other in below if abs(other.left - box.left) <= ONE_LINE * box.height]
        columns = [other for other in below if other.bottom <= lefts[-1].bottom] if lefts else []
        first = len(boxes) - len(below)
        if below == boxes[first:] and _is_longer(lefts, rights, columns, width):
            return Unequal(first, first + len(columns), box.left - 1)
    return None


def _solid(column: list[Box]) -> list[Box]:
    """The first rows of a column that no white parts."""
    ends = (end for end, (over, under) in enumerate(pairwise(column), 1) if under.top - over.bottom >= over.height)
    return column[: next(ends, len(column))]


def _is_longer(lefts: list[Box], rights: list[Box], columns: list[Box], width: int) -> bool:
    """Whether these rows are a first column, and a second that ends before it."""
    if len(rights) < FEWEST_ROWS or len(lefts) < len(rights) + FEWEST_ROWS:
        return False
    gutter = min(box.left for box in rights)
    crossed = any(box.left < gutter - box.height < gutter < box.right for box in columns)
    beside = all(_overlap(one, other) for one, other in zip(rights, lefts, strict=False))
    begins = [box.left for box in lefts]
    edged = max(begins) - min(begins) <= INDENT * width
    broad = median(box.width for box in lefts) >= MIN_COLUMN_WIDTH * width
    return not crossed and beside and edged and broad


FEWEST_ROWS = 2
"""Rows of the second column, and by how many at least the first is longer."""


def _parted(boxes: list[Box], x: int) -> int:
    """How many lines on the thinner side of ``x`` have a neighbour on the other."""
    lefts = [box for box in boxes if box.right <= x]
    rights = [box for box in boxes if box.left >= x]
    beside_left = sum(any(_level(box, other) for other in rights) for box in lefts)
    beside_right = sum(any(_level(box, other) for other in lefts) for box in rights)
    return min(beside_left, beside_right)


def _has_columns(boxes: list[Box], x: int) -> bool:
    """Whether ``x`` parts some lines one under the other, and none of those runs across.

    In justified lines wide word spaces stand one over the other here and there, and an OCR layer, which only measures
    its characters out, widens them: on such a page every other line runs across, or every fourth.
    """
    bands: list[list[Box]] = [[]]
    for box in sorted(boxes, key=lambda box: box.bottom):
        if box.left < x - HANGING * box.height and x < box.right:
            bands.append([])
        else:
            bands[-1].append(box)
    long = [band for band in bands if len(band) >= AMID or band is bands[-1]]
    return any(_parted(band, x) >= MIN_COLUMN_LINES for band in long)


def _level(one: Box, other: Box) -> bool:
    """Whether two lines stand on one height, give or take a line: columns need not share their baselines."""
    return other.top - one.height < one.bottom and one.top < other.bottom + one.height


def _overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than half of the lower one's height."""
    return one.shared_height(other) > 0.5 * min(one.height, other.height)


def _foot(one: Placed) -> int:
    """The baseline, where there is one: boxes may reach into the next line."""
    return one.box.bottom if one.line.baseline is None else one.line.baseline


def _in_rows(placed: list[Placed]) -> list[Line]:
    """From top to bottom, pieces of one printed row from left to right."""
    rows: list[list[Placed]] = []
    for one in placed:
        if rows and _foot(one) - _foot(rows[-1][0]) < SAME_ROW * min(one.box.height, rows[-1][0].box.height):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [one.line for row in rows for one in sorted(row, key=lambda one: one.box.left)]


def _in_columns(placed: list[Placed], gutter: int) -> list[Line]:
    """Bands of full measure and bands of columns, from top to bottom."""
    ordered: list[Line] = []
    band: list[Placed] = []
    for one in placed:
        if one.box.left < gutter < one.box.right:
            end = len(band) - _first_of_block(band, one, gutter)
            ordered += [*_band(band[:end], gutter), *_in_rows(band[end:]), one.line]
            band = []
        else:
            band.append(one)
    return ordered + _band(band, gutter)


def _first_of_block(band: list[Placed], below: Placed, gutter: int) -> int:
    """How many lines at the end of two columns are of the full measure under them: ``158 Id.`` over longer notes.

    They stand at the left, under both columns, with white over them and none under them. The heading of what is under
    has white under it, but more over it.
    """
    height = below.box.height
    count, under = 0, below
    for one in reversed(band):
        if one.box.right > gutter or under.box.top - one.box.bottom > height:
            break
        count, under = count + 1, one
    if not count and band and band[-1].box.right <= gutter and len(band) > 1:
        over = band[-1].box.top - max(one.box.bottom for one in band[:-1])
        return int(over > max(below.box.top - band[-1].box.bottom, APART * height))
    above = max((one.box.bottom for one in band[: len(band) - count]), default=under.box.top)
    return count if under.box.top - above > APART * height else 0


APART = 1.5
"""Heights of a line between columns and a block of full measure under them."""


def _band(band: list[Placed], gutter: int) -> list[Line]:
    lefts = [one for one in band if one.box.right <= gutter]
    rights = [one for one in band if one.box.left >= gutter]
    if min(len(lefts), len(rights)) < MIN_COLUMN_LINES and not _side_by_side(lefts, rights):
        return _in_rows(band)
    return _column(lefts, 1) + _column(rights, 2)


def _column(placed: list[Placed], number: int) -> list[Line]:
    """A column from top to bottom; where a gutter parts it in turn, the columns within it one after the other.

    So the middle of three columns is read before the last, and so are two columns of notes under a text beside which a
    third one runs. Columns within the first are 3 and 4, within the second 5 and 6.
    """
    inner = _inner_gutter([one.box for one in placed])
    if not inner:
        return [msgspec.structs.replace(line, column=number) for line in _in_rows(placed)]
    return [
        msgspec.structs.replace(line, column=2 * number + line.column if line.column else number)
        for line in _in_columns(placed, *inner)
    ]


def _side_by_side(lefts: list[Placed], rights: list[Placed]) -> bool:
    """Whether a short band is the end of two columns, and not a running head with a folio beside it."""
    pairs = sum(any(_overlap(one.box, other.box) for other in rights) for one in lefts)
    return pairs >= 2
