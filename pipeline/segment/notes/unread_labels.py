"""Notes of a scan whose raised labels no reader could read: told by small type at the foot, its indents, and the calls.

A copy of a copy breaks the small raised numbers: ``"Henry Giroux``, ``VAs Martin``, or nothing where the number stood.
No sequence is found, and all notes would stand in the text. But the type at the foot of page after page is clearly
smaller, its paragraphs begin where raised ink is or was, and the text above calls as many notes. Which numbers the rows
have is found as in a dump: they rise by one, and the calls of the page tell some.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from pipeline.model import TEXT_LAYER, CallCandidate
from pipeline.segment.body.figures import is_caption
from pipeline.segment.measure import CLEARLY_SMALLER, Measures
from pipeline.segment.notes.damaged_chain import Start, numbered_chain, numbers_called
from pipeline.segment.notes.damaged_labels import have_marks
from pipeline.segment.notes.dump_foot import DAMAGED, begins_with_signs
from pipeline.segment.notes.endnotes import before_list, over_numbered_list
from pipeline.segment.notes.gaps import EARLY, INDENT_STEP, begins_raised, looks_labelled
from pipeline.segment.notes.labels import Label
from pipeline.segment.notes.raised_labels import LONGEST_LABEL, stands_first
from pipeline.segment.rows import Row

Habit = tuple[float, float]
"""Indent of the first rows of notes, and of the others."""

FEWEST = 3
"""Notes that make a sequence of labels that were not read."""
FEWEST_PAGES = 2
"""Pages with such notes: small type at the foot of a single one may be anything."""
RAISED = 0.5
"""Of the rows that may begin a note: those before which raised ink is left, or what a reader made of it."""
CALLED = 0.5
"""Of them: those for which their pages have raised ink as a call."""
MOST_OF_PAGE = 9
"""Number of a call from which the notes hardly begin anew on every page."""
SMALLER = 2.0 / 3.0
"""How far down a page the small type may begin at the highest, from its foot: notes fill at most two thirds of it."""


def unread_labels(pages: Sequence[Sequence[Row]], legible: Sequence[Label], measures: Measures) -> list[Label]:
    """The labels of a scan most of which were not read; none where those that can be read tell more.

    Args:
        pages: the rows of every page, furniture taken off.
        legible: the chain of the labels that can be read.
        measures: of the article.
    """
    pages = before_list(pages, over_numbered_list([row for page in pages for row in page], measures))
    columns = [column for page in pages for column in _columns(page)]
    feet = [foot_in_small_type(column, measures) for column in columns]
    habit = _habit([row for column, foot in zip(columns, feet, strict=True) for row in column[foot:]], measures)
    above = _calls_by_page(columns, feet)
    starts: list[Start] = []
    first, carried = 0, False
    for column, foot in zip(columns, feet, strict=True):
        called = numbers_called(above[column[0].page.number])
        if column[0].page.reader != TEXT_LAYER:  # where paragraphs of one note are no notes: its labels are all there
            starts += _starts(column, foot, first, called, habit, measures, carried=carried)
        carried = foot < len(column) and not column[-1].closes
        first += len(column)
    on_page = Counter(start.row.page.number for start in starts)
    calls = sum(min(count, sum(_calls(call, habit) for call in above[page])) for page, count in on_page.items())
    raised = sum(_is_labelled(start.row, habit) for start in starts)
    fewest, pages_with = max(FEWEST, 2 * len(legible)), {start.row.page.number for start in starts}
    if len(starts) < fewest or len(pages_with) < FEWEST_PAGES or have_marks(starts):
        return []
    if raised < RAISED * len(starts) or calls < CALLED * len(starts):
        return []
    through = any(number > MOST_OF_PAGE for start in starts for number in start.called)
    chain = numbered_chain(starts, through=through, may_go_on=True)
    return chain if len(chain) >= fewest else []


def _columns(page: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of every column of a page: each has its own foot."""
    for _, column in groupby(page, key=lambda row: row.line.column):
        yield list(column)


def _calls_by_page(columns: Sequence[Sequence[Row]], feet: Sequence[int]) -> dict[int, list[CallCandidate]]:
    """Page -> the raised ink of its text, in all columns: a note may stand in the next."""
    above: defaultdict[int, list[CallCandidate]] = defaultdict(list)
    for column, foot in zip(columns, feet, strict=True):
        above[column[0].page.number] += [call for row in column[:foot] for call in row.line.calls if call.raised]
    return above


def foot_in_small_type(column: Sequence[Row], measures: Measures) -> int:
    """Index of the first of the rows at the foot of a column that are clearly smaller than the text; else its length.

    A caption, and the words of the map over it, are of no foot.
    """
    foot = len(column)
    while foot and _is_of_foot(column[foot - 1], measures):
        foot -= 1
    return foot if len(column) - foot <= SMALLER * len(column) else len(column)


def _is_of_foot(row: Row, measures: Measures) -> bool:
    return bool(row.line.box) and is_small(row, measures) and not row.is_doubted and not is_caption(row.text)


def is_small(row: Row, measures: Measures) -> bool:
    """Whether a row is clearly smaller than the text."""
    return 0 < measures.relative_size(row) < CLEARLY_SMALLER


def _is_labelled(row: Row, habit: Habit | None) -> bool:
    """Whether raised ink is left before a row; where indents tell of the notes, also what a reader made of it."""
    return looks_labelled(row) if habit else begins_raised(row)


def _calls(call: CallCandidate, habit: Habit | None) -> bool:
    """Whether raised ink in the text is a number; where indents tell of the notes, what is broken may be one, too."""
    return habit is not None or any(reading.text.isdecimal() for reading in call.readings)


def _habit(rows: Sequence[Row], measures: Measures) -> Habit | None:
    """Indent of the rows of the notes that look labelled, and of the others; None where they are alike."""
    raised = [measures.indent(row) for row in rows if looks_labelled(row)]
    other = [measures.indent(row) for row in rows if not looks_labelled(row)]
    if len(raised) < FEWEST or not other or abs(median(raised) - median(other)) < INDENT_STEP:
        return None
    return median(raised), median(other)


def _starts(
    page: Sequence[Row],
    foot: int,
    first: int,
    called: frozenset[int],
    habit: Habit | None,
    measures: Measures,
    *,
    carried: bool,
) -> Iterator[Start]:
    """The rows at the foot of a page that may begin a note: a note has ended before, and they stand or look like it.

    What is indented by more is a displayed quotation.
    """
    for place in range(foot, len(page)):
        row = page[place]
        ended = not carried if place == foot else has_ended(page[place - 1], measures)
        indent = measures.indent(row)
        as_first = habit is not None and 2 * abs(indent - habit[0]) < abs(habit[0] - habit[1])
        if ended and (as_first if habit else begins_raised(row)):
            yield Start(row, first + place, end_of_label(page, place, foot), called, told=habit is not None)


def has_ended(row: Row, measures: Measures) -> bool:
    """Whether a note may end with a row."""
    return row.closes or measures.shortfall(row) > EARLY


def end_of_label(page: Sequence[Row], place: int, foot: int) -> int:
    """Where what was printed for the label ends; 0 where nothing was."""
    row = page[place]
    ends = [call.end - row.start for call in row.line.calls if stands_first(call, row)]
    raised = min((end for end in ends if 0 < end <= LONGEST_LABEL), default=0)
    signs = DAMAGED.match(row.text) if begins_with_signs(page, place, first=place == foot) else None
    return raised or (signs.end("label") if signs else 0)
