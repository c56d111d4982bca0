"""The article's own measures: body size, note size, leading, margins. Every zone is told against these."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.letters import CAPITALS
from pipeline.model import TEXT_LAYER, Region
from pipeline.segment.body_size import BodySize, body_size_of
from pipeline.segment.rows import Row, foot_of

SAME = 0.06
"""Of the body's size: what two lines of one type may differ by, as lines without ascenders measure smaller."""
LARGE = 1.15
"""Relative size of a title: presses set it two points or more above the body."""
LARGER = 1.08
"""Relative size of type that is clearly larger than the text: of headings, and of no running head or note."""
NOT_BODY = 0.97
"""Relative size below which a row is not in the type of the body."""
CLEARLY_SMALLER = 0.93
"""Relative size of notes below which size tells them from the body: sizes waver by 7 % in a scan."""
FEW = 12
"""Letters of a row whose size is not sure."""

INSET = 3
"""Lines that show the edges of a column."""
JUSTIFIED = 0.5
"""Share of the lines of a column that end at one edge, where they are justified: last lines of paragraphs do not."""
FLUSH = 0.6
"""Ems from the margin up to which a row is flush."""
FEWEST = 3
"""Paragraphs that show how paragraphs are indented."""

FELLOWS = 0.3
"""Ems within which the edges of columns on several pages are the same."""
FEWEST_FELLOWS = 5
"""Columns that show where a column begins."""
MOST_FELLOWS = 0.66
"""Of them those that begin at one edge: a page on the other side of the leaf may begin and end elsewhere."""
STANDS_IN = 1.0
"""Ems by which a column that a list or a quotation fills stands in from the others."""

HANGING = 1.2
"""Ems by which notes may hang outside of the body."""
EDGE = 0.15
"""Ems within which the lines of a typeset page begin at one edge."""
BODY_ROWS = 5
"""Rows of the body that show its left edge."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Left and right edge of the text in a column of a page, in pixels."""

    left: float
    right: float
    justified: bool = False
    """Whether most lines of the text end at the right edge."""

    @property
    def width(self) -> float:
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Measures:
    """Sizes in pixels; 0.0 where the source has no geometry. ``full_line`` is in characters."""

    body: BodySize
    leading: float
    full_line: int
    margins: dict[tuple[int, int], Margins]
    """(page, column) -> edges of the text."""
    first_line: float = 0.0
    """Indent of the first line of a paragraph, in ems of the body; 0.0 where paragraphs are not indented."""
    cased: bool = True
    """Whether the script of the body has capitals."""
    small_words: AbstractSet[str] = frozenset()
    """Words that the article has in small letters, time and again: no names, whatever capitals a title gives them."""
    has_section_two: bool = False
    """Whether a row begins with ``II.``: then one that begins with ``I.`` may be the first, and no name."""
    named: AbstractSet[Region] = frozenset()
    """The kinds of region that the source itself tells apart; a row that it calls otherwise is then none of them."""
    solid: bool = False
    """Whether the source is a dump that has lost the white between its lines."""

    @property
    def body_size(self) -> float:
        return self.body.size

    def has_script_of_body(self, row: Row) -> bool:
        """Whether a row is in a script like the body's: Arabic beside Latin is set larger, and is no heading for it."""
        return _is_cased([row]) == self.cased

    def relative_size(self, row: Row) -> float:
        """The row's type size over the body's; 1.0 where unknown."""
        return self.body.relative(row)

    def same_size(self, row: Row, other: Row) -> bool:
        """Whether two rows are set in one size. On a scan the size of a few letters, or of figures, is less sure."""
        few = any(sum(map(str.isalpha, each.text)) < FEW and each.page.reader != TEXT_LAYER for each in (row, other))
        return abs(self.relative_size(row) - self.relative_size(other)) <= (2 if few else 1) * SAME

    def indent(self, row: Row) -> float:
        """Distance of the row from the left edge of its column, in ems of the body (its type size)."""
        margins = self.margins.get((row.page.number, row.line.column))
        if row.line.box is None or margins is None or not self.body_size:
            return float(row.line.indent)
        return (row.line.box.left - margins.left) / self.body_size

    def shortfall(self, row: Row) -> float:
        """Distance of the row's end from the right edge of its column, in ems; in characters / 2 without geometry."""
        margins = self.margins.get((row.page.number, row.line.column))
        if row.line.box is None or margins is None or not self.body_size:
            return max(0.0, (self.full_line - len(row.text)) / 2)
        return (margins.right - row.line.box.right) / self.body_size

    def width(self, row: Row) -> float:
        """Width of the row's column, in ems; 0.0 without geometry."""
        margins = self.margins.get((row.page.number, row.line.column))
        return margins.width / self.body_size if margins and self.body_size else 0.0

    def is_justified(self, row: Row) -> bool:
        """Whether most lines of the row's column end at its right edge; so too where that is not known."""
        margins = self.margins.get((row.page.number, row.line.column))
        return margins is None or margins.justified

    def is_centred(self, row: Row) -> bool:
        """Whether the row stands away from both margins by much the same distance."""
        left, right = self.indent(row), self.shortfall(row)
        if row.line.box is None or min(left, right) < 1.0:
            return False
        return abs(left - right) < max(0.5 if left < 1.5 else 1.5, 0.25 * left)


def measure(pages: Sequence[Sequence[Row]]) -> Measures:
    """Measures the article from the rows of its pages (covers left out)."""
    rows = [row for page in pages for row in page]
    body = body_size_of(rows)
    measures = Measures(
        body=body,
        leading=_leading(pages, body),
        full_line=_full_line(rows, body),
        margins=_margins(rows, body),
        cased=_is_cased(rows),
        small_words=_small_words(rows),
        has_section_two=any(_SECTION_TWO.match(row.text) for row in rows),
        named=frozenset(row.region for row in rows) - {Region.UNKNOWN},
        solid=_is_solid(rows),
    )
    return replace(measures, first_line=_first_line(pages, measures))


def _is_solid(rows: Sequence[Row]) -> bool:
    """Whether hardly a row of a dump has a blank line over it: its reader wrote lines, and nothing of the white."""
    blank = sum(row.line.blank_before > 0 for row in rows)
    return bool(rows) and rows[0].line.box is None and blank <= MOST_BLANK * len(rows)


MOST_BLANK = 0.02
"""Rows under white, in a dump that shows none."""
_SECTION_TWO = re.compile(rf"II\.(?:\s+[{CAPITALS}]|$)")


def _small_words(rows: Sequence[Row]) -> frozenset[str]:
    highest = Counter(row.text for row in rows if _is_highest(row))
    texts = (row.text for row in rows if highest[row.text] < 2)  # a running head may be in small capitals
    found = ([*re.findall(r"[^\W\d_]{2,}", _ADDRESSES.sub(" ", text))] for text in texts)
    words = Counter(word for row in found if len(row) >= PROSE for word in row)
    everywhere = Counter[str]()
    for word, count in words.items():
        everywhere[word.casefold()] += count
    return frozenset(
        word
        for word, count in words.items()
        if word.islower() and count >= FEWEST_SMALL and count >= SMALL_SHARE * everywhere[word]
    )


def _is_highest(row: Row) -> bool:
    """Whether no row of its page stands over it, in whatever order they are read."""
    box, others = row.line.box, [line.box for line in row.page.lines if line.box]
    return box is not None and all(box.top < other.bottom for other in others)


_ADDRESSES = re.compile(r"\S*[@/]\S*")
"""Electronic addresses have names in small letters."""
FEWEST_SMALL = 2
SMALL_SHARE = 0.3
"""Share of a word's occurrences that are in small letters: of 186 authors one has a word of which this is true, for the
running heads have him in small capitals."""
PROSE = 5
"""Words of a row of text at least: in a running head small letters may be small capitals."""


def _first_line(pages: Sequence[Sequence[Row]], measures: Measures) -> float:
    """The commonest indent of rows of the body between a row that ends a sentence and a flush one."""
    found = [
        round(indent, 1)
        for page in pages
        for before, row, after in zip(page, page[1:], page[2:], strict=False)
        if before.closes and row.line.box and measures.body.holds(row)
        if FLUSH <= (indent := measures.indent(row)) < 4 and measures.indent(after) < FLUSH
        if before.line.column == row.line.column == after.line.column
    ]
    (indent, count), *_ = Counter(found).most_common(1) or [(0.0, 0)]
    return indent if count >= FEWEST else 0.0


def _is_cased(rows: Sequence[Row]) -> bool:
    """Whether most letters of some rows are of a script with capitals; so too where there is no letter."""
    letters = [character for row in rows for character in row.text if character.isalpha()]
    return 2 * sum(letter.lower() != letter.upper() for letter in letters) >= len(letters)


def _leading(pages: Sequence[Sequence[Row]], body: BodySize) -> float:
    steps = [
        step
        for page in pages
        for earlier, later in pairwise(page)
        if earlier.line.box and later.line.box and earlier.line.column == later.line.column
        if body.holds(earlier) and body.holds(later)
        if 0 < (step := foot_of(later) - foot_of(earlier)) < 3 * body.size
    ]
    return float(median(steps)) if steps else 0.0


def _full_line(rows: Sequence[Row], body: BodySize) -> int:
    lengths = sorted(len(row.text) for row in rows if body.holds(row))
    return lengths[int(len(lengths) * 0.75)] if lengths else 0


def _margins(rows: Sequence[Row], body: BodySize) -> dict[tuple[int, int], Margins]:
    """Left: the leftmost edge that several lines share; right: where the longest lines end."""
    columns: defaultdict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row.line.box is not None:
            columns[row.page.number, row.line.column].append(row)
    edges = {key: _edges(column, body) for key, column in columns.items()}
    inset = {key for key, column in columns.items() if _is_inset(column, edges[key], body)}
    edges = {key: _widened(key, edges, inset) if key in inset else own for key, own in edges.items()}
    if not body.size:
        return edges
    for key, left in _lefts_of_fellows(edges, lambda own: own.right, body).items():
        edges[key] = replace(edges[key], left=left)
    for key, left in _lefts_of_fellows(edges, lambda own: (own.left + own.right) / 2, body).items():
        own = edges[key]
        edges[key] = Margins(left, own.right + own.left - left)
    return edges


def _lefts_of_fellows(
    edges: dict[tuple[int, int], Margins], place_of: Callable[[Margins], float], body: BodySize
) -> dict[tuple[int, int], float]:
    """Where columns begin that stand in from others, as a list or a quotation fills them.

    Args:
        edges: of the columns.
        place_of: what fellows have in one place: their right edge, or the middle, where it is set in on both sides.
        body: the size of the text.
    """
    near = FELLOWS * body.size
    lefts: defaultdict[tuple[int, int], list[float]] = defaultdict(list)
    for (_, column), own in edges.items():
        place = round(place_of(own) / near)
        for other in (place - 1, place, place + 1):
            lefts[column, other].append(own.left)
    common = {place: edge for place, found in lefts.items() if (edge := _common_edge(found, near)) is not None}
    begin = ((key, common.get((key[1], round(place_of(own) / near)), own.left)) for key, own in edges.items())
    return {key: left for key, left in begin if edges[key].left - left >= STANDS_IN * body.size}


def _common_edge(lefts: Sequence[float], near: float) -> float | None:
    """Where most of several columns begin, or None."""
    middle = sorted(lefts)[len(lefts) // 2]
    shared = sum(abs(left - middle) < near for left in lefts)
    return middle if len(lefts) >= FEWEST_FELLOWS and shared >= MOST_FELLOWS * len(lefts) else None


def _is_inset(column: Sequence[Row], edges: Margins, body: BodySize) -> bool:
    """Whether the edges are those of small type, hardly a line of the body being there: the abstract fills the page."""
    near = 0.5 * body.size
    of_body = [row for row in column if len(row.text) > 20 and body.holds(row)]
    full = [
        row
        for row in column
        if row.line.box and row.line.box.left - edges.left < near and edges.right - row.line.box.right < near
    ]
    return len(of_body) < INSET <= len(full)


def _widened(
    key: tuple[int, int], edges: dict[tuple[int, int], Margins], inset: AbstractSet[tuple[int, int]]
) -> Margins:
    """As wide as the column is on other pages: what is set narrower than the body is inset on both sides."""
    own = edges[key]
    widths = [margins.width for other, margins in edges.items() if other[1] == key[1] and other not in inset]
    missing = max(0.0, median(widths) - own.width) / 2 if widths else 0.0
    return Margins(own.left - missing, own.right + missing, own.justified and not missing)


def _edges(column: Sequence[Row], body: BodySize) -> Margins:
    wide = [row for row in column if len(row.text) > 20] or list(column)
    lefts = sorted(row.line.box.left for row in wide if row.line.box)
    rights = sorted(row.line.box.right for row in wide if row.line.box)
    near = 0.5 * body.size
    # An edge counts when a sixth of the lines, and three at least, share it: what stands further out is dirt that the
    # reader took into a line, or a hanging number.
    needed = min(max(3, len(lefts) // 6), max(1, len(lefts) // 4))
    # Where no edge is shared (a form, a list, verse set ragged), the outermost one is as good as any.
    left = next((edge for edge in lefts if sum(edge <= other <= edge + near for other in lefts) >= needed), lefts[0])
    shares = (edge for edge in reversed(rights) if sum(edge - near <= other <= edge for other in rights) >= needed)
    right = next(shares, rights[-1])
    # Below a long abstract a few lines of the body stand further out on both sides.
    outer = [
        row.line.box
        for row in wide
        if row.line.box and body.holds(row)
        if row.line.box.left < left - near and row.line.box.right > right + near
    ]
    if len(outer) > 1 and max(box.left for box in outer) - min(box.left for box in outer) <= near:
        left, right = min(box.left for box in outer), max(box.right for box in outer)
    shared = [other for other in lefts if left <= other <= left + near]
    ending = sum(right - near <= other <= right for other in rights)
    edge = _beside_hanging_notes(wide, float(median(shared)), body)
    return Margins(edge, float(right), justified=ending >= JUSTIFIED * len(rights))


def _beside_hanging_notes(wide: Sequence[Row], left: float, body: BodySize) -> float:
    """The left edge of the body where the notes, or their labels, hang a little outside of it on the same page."""
    lefts = sorted(row.line.box.left for row in wide if row.line.box and body.holds(row))
    near = EDGE * body.size
    own = next((edge for edge in lefts if sum(edge <= other <= edge + near for other in lefts) >= BODY_ROWS), left)
    return float(own) if near < own - left <= HANGING * body.size else left
