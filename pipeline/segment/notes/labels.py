"""Note labels at line starts: found everywhere, believed nowhere, for lists, years and page numbers begin lines, too.

Each has the weight of its own evidence: its form, small type, its place on the page. Which of them are the notes' the
sequence tells (``label_chain.py``).
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import inf

from pipeline.letters import CAPITALS
from pipeline.model import TEXT_LAYER, Region
from pipeline.raised_notation import PATTERN as NOTATION
from pipeline.raised_notation import number_of
from pipeline.segment.measure import CLEARLY_SMALLER, LARGER, NOT_BODY, Measures
from pipeline.segment.notes.raised_labels import raised_label, raised_letters, stands_first
from pipeline.segment.rows import Row, ends_sentence, foot_of, gap_before, is_level_beside
from pipeline.segment.series import NUMBERS, Series

_NUMBER = re.compile(
    r"""
    ^(?!\d(?:\s\d){1,2}$)                               # 1 0 is the label 10 on a line of its own
    (?P<label> [\[(]? (?P<digits>
        \d{1,3} (?= [A-Z](?:[A-Za-zÀ-ÿ]|\.[A-Z]) )      # 16SMA: what is glued to digits is a word
      | [0-9OoIlSsBZzgTi|!]{1,3}
    ) [\])]? )
    (?P<stop> [.):,]? )
    (?P<rest> \s+\S | (?=[A-Z‘“«\[]) )
    """,
    re.VERBOSE,
)
_NOTED = re.compile(rf"^(?P<label>{NOTATION})(?P<stop>[.):,]?)\s?(?=\S)", re.VERBOSE)
_ALONE = re.compile(r"^[\[(]?(?P<digits>\d(?:\s?\d){0,2})[\])]?[.):]?$")
"""A label on a line of its own, as readers set it that take raised type for a line, its figures parted or not."""
_SYMBOL = re.compile(
    r"^[\[(]?(?P<label>\*{1,4}|†{1,3}|‡{1,3}|§{1,2}(?!\s?\d)|¶{1,2}(?!\s?\d)|‖|#)[\])]?(?:\s?[.,;:](?=\s))?\s*(?=\S)"
)
"""``§ 6`` at the start of a line refers to a section of a book, and is no label."""
_TO_DIGIT = str.maketrans("OoIlSsBZzgTi|!", "00115582291111".ljust(14, "1"))
_ITEM = re.compile(r"^\*\s+(?!ibid|idem|see|cf)[a-zà-ÿ]")
"""A star and a small letter: in a dump, which does not tell the size of type, an item of a list."""
OF_NOTES = 2.0
"""What it tells that a label stands in the type of the notes, or that the source calls its row a note."""
HOPELESS = -3.0
"""Weight of a label that no sequence can save: in the type of the body, though the notes are smaller."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of a row: ``row.text[:end]`` is printed for ``sign``, be it a reference mark."""

    row: Row
    index: int
    """Of the row, counted over all rows of the article."""
    end: int
    """0 where the reader dropped the label and only raised ink tells of it."""
    sign: str
    weight: float
    """Evidence that this row begins a note, apart from the sequence."""
    opens_chapter: bool = False
    """Whether it is the 1 under a heading among the endnotes, which some presses number anew for every chapter."""
    series: Series = NUMBERS
    value: int = field(init=False, repr=False, compare=False)
    """The number, or the place in the series; 0 for a reference mark. The chain compares those of every label with
    those of many others."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "value", self.series.value_of(self.sign))

    @property
    def raised(self) -> bool:
        """Whether the source itself raises it."""
        return raised_label(self.row) is not None or bool(raised_letters(self.row))

    @property
    def in_brackets(self) -> bool:
        return self.row.text[:1] in {"(", "["} and self.end > 0

    @property
    def printed(self) -> str:
        """What stands for the label in the text."""
        return self.row.text[: self.end]


def _numbered(row: Row, index: int, following: Row | None) -> Iterator[Label]:
    """The number, or the reference mark, with which a row may begin, or that stands alone over the row that follows."""
    label = _label(row, index) or _alone(row, following, index)
    if label:
        yield label


CONTINUED = re.compile(
    r"^\W?(?:foot)?note\s+\d{1,3}\s+(?:continued|cont\W?d?)|^\(?continued\s+from|"
    r"^\W?\d{1,3}\W?\s+\(?continued\)?[\s.…]*$",
    re.IGNORECASE,
)
"""What says that a note goes on: ``Footnote 58 continued``, or ``12 Continued . . .`` with its number again."""


def labels_of(
    rows: Sequence[Row],
    measures: Measures,
    endnotes_from: int | None,
    is_called: Callable[[Label], bool] = lambda _: True,
    read: Callable[[Row, int, Row | None], Iterable[Label]] = _numbered,
) -> list[Label]:
    """Every label at the start of a row, with the weight of its own evidence.

    Args:
        rows: of the article, furniture taken off.
        measures: of the article.
        endnotes_from: index of the heading over the endnotes, if there is one.
        is_called: whether the text calls a label, if that can be told: those that it calls show the size of the notes.
        read: what may be labels at the start of a row, the next beside it: numbers and reference marks, or the signs of
            another series.
    """
    small = [(row, index) for index, row in enumerate(rows) if measures.relative_size(row) < NOT_BODY]
    labelled = [label for row, index in small for label in read(row, index, None)]
    called = [label.row for label in labelled if is_called(label)]
    sizes = small_size(called, measures) or small_size((label.row for label in labelled), measures) or 1.0
    if _are_raised_in_body_type(rows, len(called), measures, is_called) or _size_wavers(rows, sizes, measures, read):
        sizes = 1.0
    over_text = _over_text(rows, measures, sizes)
    found: list[Label] = []
    for index, row in enumerate(rows):
        previous = rows[index - 1] if index else None
        in_endnotes = endnotes_from is not None and index > endnotes_from
        # Of 992 notes of scans the first row has a mean confidence of .59 and more.
        skipped = CONTINUED.match(row.text) or _is_no_note(row, measures) or row.is_doubted
        if skipped or (row.key in over_text and not in_endnotes and row.region is not Region.NOTE):
            continue
        following = rows[index + 1] if index + 1 < len(rows) else None
        for label in read(row, index, following):
            weight = _weight_of(label, previous, following, measures, sizes, in_endnotes=in_endnotes)
            if weight > HOPELESS:
                first = index - 2 == endnotes_from
                opens = (
                    in_endnotes
                    and label.value == 1
                    and _is_under_heading(rows[index - 2 : index], measures, first=first)
                )
                if opens and found and found[-1].index == index - 1:
                    found.pop()  # the number of the chapter
                found.append(replace(label, weight=weight, opens_chapter=opens))
    return found


def _is_no_note(row: Row, measures: Measures) -> bool:
    """Whether the source tells notes from text, and calls a row text."""
    return Region.NOTE in measures.named and row.region not in (Region.NOTE, Region.UNKNOWN)


def _are_raised_in_body_type(
    rows: Sequence[Row], small: int, measures: Measures, is_called: Callable[[Label], bool]
) -> bool:
    """Whether more of the labels that a text layer raises and the text calls stand in the type of the body than small.

    A typescript sets its notes so, and then the small rows of its tables tell nothing of them. Each number counts once:
    the numerators of fractions are the same time and again.
    """
    raised = (
        label
        for index, row in enumerate(rows)
        if row.page.reader == TEXT_LAYER and NOT_BODY <= measures.relative_size(row) < LARGER and raised_label(row)
        for label in _numbered(row, index, None)
    )
    return len({label.value for label in raised if label.value > 0 and is_called(label)}) > small


def _size_wavers(
    rows: Sequence[Row],
    note_size: float,
    measures: Measures,
    read: Callable[[Row, int, Row | None], Iterable[Label]],
) -> bool:
    """Whether the labels of a scan run on from rows that measure small to such as measure like the text, and back.

    A typewriter has one size, and what seems to be small by less than a scan wavers is not. Of notes that are smaller
    no number stands next to one in the size of the text, but for a list.
    """
    if not CLEARLY_SMALLER <= note_size < NOT_BODY:
        return False
    following = [*rows[1:], None]
    labels = [label for at, row in enumerate(rows) for label in read(row, at, following[at]) if label.value > 0]
    small = [2 * measures.relative_size(label.row) < 1.0 + note_size for label in labels]
    turns = sum(
        one.value + 1 == other.value and own is not next_own
        for (one, own), (other, next_own) in pairwise(zip(labels, small, strict=True))
    )
    return turns >= TURNS


TURNS = 4
"""Pairs of neighbouring numbers of which one measures small and one not."""


def _is_under_heading(above: Sequence[Row], measures: Measures, *, first: bool) -> bool:
    """Whether the second of two rows over a label has no stop, and is short or set off; and a note ends with the first.

    Or the first is the heading over all notes. Dirt behind a heading makes it as long as a full line. The number of the
    chapter before its title looks like a label, but stands apart; so may a heading behind a quotation.
    """
    if len(above) < 2:
        return False
    white = gap_before(above[1], above[0], measures.leading)
    if _label(above[1], 0) and white < APART:
        return False
    set_off = white >= HEADING_WHITE
    return (
        (set_off or measures.shortfall(above[1]) > HEADING_SHORT)
        and not ends_sentence(above[1].text)
        and (first or above[0].closes or white >= APART)
    )


HEADING_SHORT = 2.0
"""Ems that the heading of a chapter leaves free at the right, at least."""
HEADING_WHITE = 0.1
"""Or lines of white over it, by the leading of the text: notes are leaded less."""
APART = 0.5
"""The same over a heading with a number, or behind a row that ends nothing."""


def _heads_note(label: Label, following: Row | None, measures: Measures, note_size: float) -> bool:
    """Whether the next number begins the row below, in the size and at the distance of the notes.

    The size of a row with few letters wavers, more so in italics: ``(1) Le Phare, 6 juin.`` may measure as the text.
    """
    if following is None or not label.value or note_size >= CLEARLY_SMALLER:
        return False
    below = _label(following, label.index + 1)
    limit = (1.0 + note_size) / 2
    close = _line_distance(following, label.row, measures) <= limit
    return below is not None and below.value == label.value + 1 and close and measures.relative_size(following) <= limit


def _over_text(rows: Sequence[Row], measures: Measures, note_size: float) -> set[tuple[int, int]]:
    """Rows with text of the body below them in their column: no note stands there, but a list, a table, a quotation.

    Only where the notes are clearly smaller than the body; full lines count, as headings and displayed lines wander.
    Under the columns of a list that is set in two, the text goes on over the full measure, or over that of the column
    in which the list stands.
    """
    if note_size >= CLEARLY_SMALLER:
        return set()
    limit, found = (1.0 + note_size) / 2, set()
    text: defaultdict[int, defaultdict[int, list[Row]]] = defaultdict(lambda: defaultdict(list))
    widest = _widest(rows)
    for index, row in reversed(list(enumerate(rows))):
        column, below = row.line.column, text[row.page.number]
        across = below[0] if column else []
        enclosed = _is_enclosed(row, below.values(), widest[row.page.number, column])
        if len(below[column]) + len(across) >= TEXT_BELOW or enclosed:
            found.add(row.key)
        full = len(row.text) >= 0.7 * measures.full_line
        larger = bool(row.line.size) and measures.relative_size(row) > limit
        if full and larger and _line_distance(row, rows[index - 1] if index else None, measures) > limit:
            below[column].append(row)
    return found


def _widest(rows: Sequence[Row]) -> dict[tuple[int, int], int]:
    """Page and column -> the width of its widest row."""
    widest: defaultdict[tuple[int, int], int] = defaultdict(int)
    for row in rows:
        column = (row.page.number, row.line.column)
        widest[column] = max(widest[column], row.line.box.width if row.line.box else 0)
    return widest


def _is_enclosed(row: Row, columns: Iterable[Sequence[Row]], width: int) -> bool:
    """Whether under a row stand lines of a column of its page of which its own, of that width, is a part."""
    own = row.line.box
    if own is None:
        return False
    boxes = (other.line.box for column in columns for other in column)
    under = (box for box in boxes if box is not None and box.top >= own.bottom and PART * box.width > width)
    return sum(box.left <= own.left + own.height and own.right < box.right for box in under) >= TEXT_BELOW


PART = 0.8
"""Of the width of a column: the most that a column within it takes."""


def _line_distance(row: Row, above: Row | None, measures: Measures) -> float:
    """From the line above to a row, in lines of the body; infinite where that is not known.

    Smaller type is leaded less. That is surer than its size, which a blot of ink under some lines of a note changes.
    """
    if above is None or above.page.number != row.page.number or above.line.column != row.line.column:
        return inf
    if row.line.box is None or above.line.box is None or measures.leading <= 0:
        return inf
    distance = (foot_of(row) - foot_of(above)) / measures.leading
    return distance if distance > 0 else inf


TEXT_BELOW = 3
"""Full lines of the body under a row that make it part of the body."""


def _label(row: Row, index: int) -> Label | None:
    raised = raised_label(row)
    if raised:
        end, sign = raised
        end += row.text[end : end + 1] in {".", ")", ":", ","}
        return Label(row, index, end, sign, 1.0)
    number = _NUMBER.match(row.text)
    closed = number is not None and (number["stop"] or number["label"].endswith(")"))
    # A stroke with no digit, bracket or stop is a 1 only where its ink is raised: ``| Pinker, Lamps`` of a scan.
    if number and (closed or any(map(str.isdecimal, number["digits"])) or _is_raised_stroke(row, number.end("label"))):
        digits = number["digits"].translate(_TO_DIGIT)
        damaged = digits != number["digits"]
        weight = (0.8 if number["stop"] or "[" in number["label"] else 0.0) - (1.2 if damaged else 0.0)
        end = number.end("stop")
        follower = row.text[number.end("stop") :].lstrip()[:1]
        weight += -1.0 if follower.islower() else 0.3
        if int(digits) > 0:
            return Label(row, index, end, str(int(digits)), weight)
    noted = _NOTED.match(row.text)
    if noted and int(digits := number_of(noted["label"]) or "0") > 0:
        return Label(row, index, noted.end("stop"), str(int(digits)), 1.0)
    symbol = _SYMBOL.match(row.text)
    if symbol and not (row.line.box is None and _ITEM.match(row.text)):
        return Label(row, index, symbol.end(), symbol["label"], 1.0)
    return None


def _is_raised_stroke(row: Row, end: int) -> bool:
    """Whether a row begins with one raised sign, which its reader took for a stroke."""
    return end == 1 and any(stands_first(call, row) and call.end - row.start == end for call in row.line.calls)


def has_number(row: Row) -> bool:
    """Whether a row begins with what may be a number, whatever it is."""
    return number_end(row) > 0


def number_end(row: Row) -> int:
    """Where what may be a number at the start of a row ends; 0 where there is none."""
    found = _NUMBER.match(row.text)
    return found.end("label") if found else 0


def printed_mark(label: Label) -> Label | None:
    """The label as the reference mark of the text, though its ink was read as a number; None without one."""
    symbol = _SYMBOL.match(label.row.text)
    return replace(label, end=symbol.end(), sign=symbol["label"]) if symbol else None


def _alone(row: Row, following: Row | None, index: int) -> Label | None:
    """A number on a line of its own, over a line that begins as a note does.

    So dumps have raised labels; and so a press ends a line that it cannot justify, behind a label with its stop. A
    raised label far to the left of its note is a line of its own, too.
    """
    alone = _ALONE.match(row.text)
    if not alone or following is None or following.page.number != row.page.number:
        return None
    beside = _is_raised_beside(row, following) or (not row.text[-1].isdecimal() and is_level_beside(row, following))
    if row.line.box is not None and not beside and (row.text[-1].isdecimal() or not _hangs_together(row, following)):
        return None
    begins = bool(_NOTE_BEGINS.match(following.text)) and following.line.blank_before <= 1
    number = int("".join(alone["digits"].split()))
    if not begins or not number:
        return None
    return Label(row, index, len(row.text), str(number), 1.0 if beside else -0.2)


def _is_raised_beside(row: Row, following: Row) -> bool:
    """Whether a row stands lower and higher up to the left of the next, in one line with it or right over it."""
    one, other = row.line.box, following.line.box
    if one is None or other is None or one.height >= other.height:
        return False
    foot = one.bottom - other.top
    return one.right <= other.left and -OVER * other.height <= foot <= (1.0 - RAISED) * other.height


RAISED = 0.25
"""Of the height of a line: the least by which the foot of a raised number is above that of the line."""
OVER = 0.25
"""The most by which it is over its capitals, as word processors set it; the line above ends .3 over them and more."""


def _hangs_together(row: Row, following: Row) -> bool:
    """Whether a row of a page is of one paragraph with the one below it, and no cell of a table or folio."""
    one, other = row.line.box, following.line.box
    if one is None or other is None:
        return False
    return 0 < other.bottom - one.bottom < 2.5 * other.height and -3 * other.height < other.left - one.left <= 0


_NOTE_BEGINS = re.compile(rf"^[‘“«\"(\[]?[{CAPITALS}]|^[a-z]+\.")


def small_size(rows: Iterable[Row], measures: Measures) -> float:
    """Median of the relative sizes of those rows that are set smaller than the body; 0.0 if there are none.

    Where a third of them are clearly smaller the others are rows of the body: sizes waver, and where a page bends into
    its gutter every row seems to begin with a raised sign.
    """
    sizes = sorted(size for row in rows if 0.5 < (size := measures.relative_size(row)) < NOT_BODY)
    clearly = [size for size in sizes if size < CLEARLY_SMALLER]
    sizes = clearly if 3 * len(clearly) >= len(sizes) else sizes
    return sizes[len(sizes) // 2] if sizes else 0.0


def _weight_of(
    label: Label,
    previous: Row | None,
    following: Row | None,
    measures: Measures,
    note_size: float,
    *,
    in_endnotes: bool,
) -> float:
    """The weight of a label with that of its size, its place on the page and the white above it."""
    row, weight = label.row, label.weight
    if row.region is Region.NOTE:
        return weight + OF_NOTES
    size = measures.relative_size(row)
    if size >= LARGER and not in_endnotes and not label.raised:
        return -inf  # a numbered heading: no press sets its notes larger than its text
    if row.line.size and note_size < NOT_BODY and not in_endnotes:
        near = abs(size - note_size) < abs(size - 1.0) or _heads_note(label, following, measures, note_size)
        weight += OF_NOTES if near else -4.0
    elif row.line.size and not in_endnotes:
        weight -= 2.0  # a press that sets notes in the size of the body is rare, a numbered list in it is not
    height = row.page.height or len(row.page.lines)
    position = (row.line.box.top if row.line.box else row.number) / max(height, 1)
    weight += 0.5 if position > 0.5 or in_endnotes else -0.5
    if gap_before(row, previous, measures.leading) >= 0.5:
        weight += 0.5
    if previous is not None and LEADS_TO_NUMBER.search(previous.text) and not label.raised:
        weight -= LED_TO
    return weight


LEADS_TO_NUMBER = re.compile(
    r"(?:(?<!\.)\b(?:pp?|vols?|nn|secs?|chaps?|arts?|figs?|bd|nr)\.|\b(?:supra|infra|see|in|cf\.)\s+notes?|§)$",
    re.IGNORECASE,
)
LED_TO = 6.0
"""Price of a label behind ``p.`` or ``supra note``, which a number follows that labels nothing; not behind ``n.p.``"""
