"""Labels of notes that a dump sets in a column of their own: each is put back before its note.

Labels that hang far before their notes, or are raised, are a column to a reader: it writes ``16.``, ``17.``, ``18.``
one under the other and the notes below them, or above. Nothing says which note is whose, but their order, that a note
begins behind a finished one, and how the labels are spaced: a label has white under it where its note has many lines.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import inf

from pipeline.letters import CAPITALS

_LABEL = re.compile(r"\s*[\[(]?(?P<digits>[\dIlOASZB]{1,3})[\])]?[.,:]?\s*")
_DIGITS = str.maketrans("IlOASZB", "1104528")
_BEGINS = re.compile(rf"\s*[\[(]?(?P<number>\d{{1,3}})[\])]?[.,:]?\s*(?=[{CAPITALS}‘“«\"'(\[])")
_OPENS = re.compile(rf"\s*(?:[.,]\s)?[‘“«„\"'(\[]*[{CAPITALS}]")
_FINISHED = re.compile(r"[.!?][\])’”»\"']*\s*$")
_HEAD = re.compile(rf"[^a-zß-ÿ]*[{CAPITALS}]{{2}}[^a-zß-ÿ]*")
"""A line in capitals: a running head stands between the column and the notes."""

FEWEST = 3
"""Labels that make a column."""
NEAR = 3
"""Numbers before and behind them of which one at least is a label elsewhere: its neighbour may be misread."""
IN_ORDER = 0.6
"""Of them: those that are the numbers of their places. The others were misread, or lost a digit."""
LONGEST = 150
"""Lines that are looked through for the notes: a page has fewer, a dump may be all one page."""
SHORT = 0.85
"""Of the longest line of the notes: what the last line of a paragraph is shorter than."""
PASSED_APART, PASSED = 3.0, 0.1
"""Prices of a line that may begin a note and does not: a paragraph by its sentence and its line, or by
one of them."""
UNFINISHED = 1.5
"""Price of a note before which no sentence has ended: what a number or an address ends with has no stop."""
MOST_UNFINISHED = 0.25
"""Of the notes: those. Behind the scale of a diagram stand words of the diagram, and the text."""
FEW_LINES = 2
"""Lines of a note whose label has no white under it, at most."""
TOO_LONG, MOST_TOO_LONG = 2.0, 6.0
"""Price of every line beyond them."""
TOO_SHORT = 3.0
"""Price of a note of one line whose label has white under it."""


@dataclass(frozen=True, slots=True)
class Column:
    """The labels ``lines[begin:end]`` of a page, one to a line."""

    begin: int
    end: int
    rows: tuple[int, ...]
    """Indices of the labels' lines."""
    first: int
    """The number of the first of them."""

    @property
    def last(self) -> int:
        """The number of the last of them."""
        return self.first + len(self.rows) - 1

    @property
    def beside(self) -> set[int]:
        """The numbers shortly before and behind them."""
        return {*range(self.first - NEAR, self.first), *range(self.last + 1, self.last + NEAR + 1)}

    @property
    def are_parted(self) -> list[bool | None]:
        """Whether a label has white under it; of all but the last. None where the reader parted all, or none."""
        parted = [below - above > 1 for above, below in pairwise(self.rows)]
        return list(parted) if len(set(parted)) > 1 else [None] * len(parted)


def beside_their_notes(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """The lines of every page, the labels of a column each at the head of the line with which its note begins.

    Only columns that go on with a sequence: a number shortly before the first of them, or behind the last, begins a
    line, or ends another column. The scale of a diagram and the cells of a table are alone.
    """
    columns = [list(_columns(page)) for page in pages]
    known = {number for page in pages for line in page if (number := _begun(line))}
    ends = Counter(end for on_page in columns for column in on_page for end in (column.first, column.last))
    known |= ends.keys()
    return [
        _put_back(page, [column for column in on_page if column.beside & known])
        for page, on_page in zip(pages, columns, strict=True)
    ]


def _columns(lines: Sequence[str]) -> Iterator[Column]:
    """The columns of labels of a page."""
    run: list[int] = []
    for row, line in enumerate([*lines, "end"]):
        if not line.strip():
            continue
        if _LABEL.fullmatch(line):
            run.append(row)
            continue
        if len(run) >= FEWEST and (column := _in_order(run, lines)):
            yield column
        run = []


def _in_order(run: Sequence[int], lines: Sequence[str]) -> Column | None:
    """The labels of a run of numbers: those that rise by one, and what is between them; not a folio beside them."""
    firsts = [_number(lines[row]) - place for place, row in enumerate(run)]
    first, times = Counter(firsts).most_common(1)[0]
    places = [place for place, other in enumerate(firsts) if other == first]
    rows = tuple(run[places[0] : places[-1] + 1])
    if first + places[0] <= 0 or times < max(FEWEST, IN_ORDER * len(rows)):
        return None
    return Column(rows[0], rows[-1] + 1, rows, first + places[0])


def _number(line: str) -> int:
    found = _LABEL.fullmatch(line)
    return int(found["digits"].translate(_DIGITS)) if found else 0


def _put_back(lines: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """The lines of a page with the labels of its columns before their notes, where these are not too few."""
    labels: dict[int, int] = {}
    moved: set[int] = set()
    over = 0
    for column, following in zip(columns, (*columns[1:], None), strict=False):
        below = following.begin if following else len(lines)
        found = _starts(lines, _below(lines, column, below), column) or _starts(
            lines, _above(lines, column, over), column
        )
        labels |= found
        moved.update(found.values())
        over = max([column.end, *(row + 1 for row in found)])
    return [
        f"{lines[labels[row]].strip()} {line.strip()}" if row in labels else line
        for row, line in enumerate(lines)
        if row not in moved
    ]


def _below(lines: Sequence[str], column: Column, behind: int) -> range:
    """The lines under a column up to the next label, at most to the next column."""
    rows = range(column.end, min(behind, column.end + LONGEST))
    ends = (row for row in rows if column.last < _begun(lines[row]) <= column.last + NEAR)
    return range(column.end, next(ends, rows.stop))


def _above(lines: Sequence[str], column: Column, over: int) -> range:
    """The lines over a column down from the label before, or from the notes of the column before."""
    rows = range(max(over, column.begin - LONGEST), column.begin)
    begins = (row for row in reversed(rows) if column.first - NEAR <= _begun(lines[row]) < column.first)
    return range(next(begins, rows.start), column.begin)


def _begun(line: str) -> int:
    """The number with which a line begins; 0 where there is none."""
    found = _BEGINS.match(line)
    return int(found["number"]) if found else 0


@dataclass(frozen=True, slots=True)
class Start:
    """A line that may begin a note."""

    row: int
    place: int
    """Counted over the printed lines."""
    is_apart: bool
    """Whether white is above it, or a line that ended early."""
    is_behind_sentence: bool

    @property
    def chosen(self) -> float:
        """What it costs that a note begins here."""
        return 0.0 if self.is_behind_sentence else UNFINISHED

    @property
    def passed(self) -> float:
        """What it costs that none does."""
        return PASSED_APART if self.is_apart and self.is_behind_sentence else PASSED


def _starts(lines: Sequence[str], rows: range, column: Column) -> dict[int, int]:
    """Lines among some with which notes begin -> the line of the label; none where they are too few.

    Every label is given a line, in order, and so is every number that lacks before the column.
    """
    printed = [row for row in rows if lines[row].strip() and not _HEAD.fullmatch(lines[row])]
    starts = list(_may_begin(lines, printed))
    parted = [*[None] * _unread(lines, column), *column.are_parted]
    chosen = _cheapest(starts, parted)[-len(column.rows) :] if len(starts) > len(parted) else []
    unfinished = sum(not start.is_behind_sentence for start in chosen)
    if unfinished > MOST_UNFINISHED * len(chosen):
        return {}
    return {start.row: label for start, label in zip(chosen, column.rows, strict=bool(chosen))}


def _cheapest(starts: Sequence[Start], parted: Sequence[bool | None]) -> list[Start]:
    """The starts of so many notes, and of one more, by dynamic programming."""
    passed = list(accumulate((start.passed for start in starts), initial=0.0))
    best = [before + start.chosen for before, start in zip(passed, starts, strict=False)]
    """Of each start: the cheapest way to the note that is looked at, if it begins there."""
    steps: list[list[int]] = []
    for white in parted:
        ways = [
            min(
                (
                    (
                        best[one]
                        + passed[at]
                        - passed[one + 1]
                        + _length(start.place - starts[one].place, parted=white),
                        one,
                    )
                    for one in range(at)
                ),
                default=(inf, 0),
            )
            for at, start in enumerate(starts)
        ]
        best = [price + start.chosen for (price, _), start in zip(ways, starts, strict=True)]
        steps.append([one for _, one in ways])
    at = min(range(len(starts)), key=lambda number: best[number] - passed[number + 1])
    chosen = [at]
    for step in reversed(steps):
        at = step[at]
        chosen.append(at)
    return [starts[at] for at in reversed(chosen)]


def _unread(lines: Sequence[str], column: Column) -> int:
    """How many numbers lack between the last label over a column and its first: their labels were lost."""
    over = (_begun(lines[row]) for row in range(column.begin - 1, max(-1, column.begin - LONGEST), -1))
    last = next((number for number in over if column.first - NEAR <= number < column.first), column.first - 1)
    return column.first - 1 - last


def _may_begin(lines: Sequence[str], printed: Sequence[int]) -> Iterator[Start]:
    """The lines among those that are printed that may begin a note."""
    full = max((len(lines[row].strip()) for row in printed), default=0)
    for place, row in enumerate(printed):
        above = lines[printed[place - 1]].strip() if place else ""
        apart = not place or not lines[row - 1].strip() or len(above) < SHORT * full
        finished = not place or bool(_FINISHED.search(above))
        if _OPENS.match(lines[row]) and (apart or finished):
            yield Start(row, place, apart, finished)


def _length(lines: int, *, parted: bool | None) -> float:
    """Price of a note of so many lines, where its label has white under it or not, or that tells nothing."""
    if parted is None:
        return 0.0
    if parted:
        return TOO_SHORT if lines == 1 else 0.0
    return min(MOST_TOO_LONG, TOO_LONG * max(0, lines - FEW_LINES))
