"""Notes of a scan under headings of their own, at its end or behind each chapter, most of whose labels were not read.

Where a 1 can be read under the heading the sequence of labels finds them (``endnotes.py``). Else the heading, the small
type under it and the calls above it tell that there are notes; they begin behind finished ones, and which numbers they
have is found as for damaged labels. What stands over text of the body may be notes here.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from pipeline.model import TEXT_LAYER, CallCandidate
from pipeline.raised_notation import without_brackets
from pipeline.segment.measure import Measures
from pipeline.segment.notes.damaged_chain import MOST_SKIPPED, Start, cheapest_numbers, numbers_called
from pipeline.segment.notes.endnotes import is_headed_notes
from pipeline.segment.notes.gaps import INDENT_STEP, looks_labelled
from pipeline.segment.notes.labels import Label, small_size
from pipeline.segment.notes.unread_labels import FEWEST, Habit, end_of_label, has_ended, is_small
from pipeline.segment.rows import Row, gap_before

CALLED = 0.5
"""Of the notes under headings: those for which the text above may have a call."""
SET_OFF = 0.5
"""Lines of white over the heading of the next chapter, which may be as small as the notes above it."""


@dataclass(frozen=True, slots=True)
class HeadedNotes:
    """The labels of notes under headings, and the rows of those notes by page and line."""

    labels: list[Label]
    rows: set[tuple[int, int]]


def headed_notes(rows: Sequence[Row], legible: Sequence[Label], measures: Measures) -> HeadedNotes | None:
    """The notes under headings; None where the labels that can be read tell more, or no calls stand above.

    Args:
        rows: of the article, furniture taken off.
        legible: the chain of the labels that can be read.
        measures: of the article.
    """
    rooms = _headed_rooms(rows, measures)
    habit = _habit(rows, rooms, measures)
    labels: list[Label] = []
    before, called, fewest = 0, 0, max(FEWEST, 2 * len(legible))
    for room in rooms if sum(map(len, rooms)) >= fewest else ():
        calls = [call for row in rows[before : room.start] for call in row.line.calls if _may_call(call)]
        starts = list(_starts(rows, room, numbers_called(calls), habit, measures))
        most = 2 * len(starts) + MOST_SKIPPED if habit else max(len(calls), 1)
        found, _ = cheapest_numbers(starts, range(1, most + 1))
        labels += found
        called += min(len(calls), len(found))
        before = room.stop
    if len(labels) < fewest or called < CALLED * len(labels):
        return None
    return HeadedNotes(labels, {rows[index].key for room in rooms for index in room})


def _headed_rooms(rows: Sequence[Row], measures: Measures) -> list[range]:
    """The rows in small type under each heading over notes."""
    rooms: list[range] = []
    end = 0
    for index, row in enumerate(rows):
        if index >= end and row.page.reader != TEXT_LAYER and is_headed_notes(row):
            end = _end_of_room(rows, index + 1, measures)
            rooms += [range(index + 1, end)] if end > index + 1 else []
    return rooms


def _end_of_room(rows: Sequence[Row], first: int, measures: Measures) -> int:
    """Index of the row behind a room; the size of a single row, that has few letters, wavers."""
    end = first
    size = small_size((row for row in rows[first : first + FEWEST] if is_small(row, measures)), measures)
    limit = (1.0 + size) / 2 if size else 0.0
    while end < len(rows) and any(0 < measures.relative_size(row) < limit for row in rows[end : end + 2]):
        end += 1
    while (
        end - 1 > first
        and not rows[end - 1].closes
        and gap_before(rows[end - 1], rows[end - 2], measures.leading) >= SET_OFF
    ):
        end -= 1
    return end


def _habit(rows: Sequence[Row], rooms: Sequence[range], measures: Measures) -> Habit | None:
    """Indent of the rows behind finished ones, and of those that go on; None where they are alike."""
    behind = [(has_ended(rows[index - 1], measures), measures.indent(rows[index])) for room in rooms for index in room]
    first, other = ([indent for ended, indent in behind if ended is wanted] for wanted in (True, False))
    if not first or not other or abs(median(first) - median(other)) < INDENT_STEP:
        return None
    return median(first), median(other)


def _may_call(call: CallCandidate) -> bool:
    """Whether what is raised, or stands in brackets, may be a number; at the beginning of a line stand labels."""
    texts = [reading.text for reading in call.readings]
    numbers = [text for text in texts if without_brackets(text).isdecimal()]
    return call.start > 1 and (bool(numbers) if call.raised else any(text[:1] in {"(", "["} for text in numbers))


def _starts(
    rows: Sequence[Row], room: range, called: frozenset[int], habit: Habit | None, measures: Measures
) -> Iterator[Start]:
    """The rows of a room that may begin a note: by their indent, or behind a finished one."""
    for index in room:
        row = rows[index]
        ended = index == room.start or has_ended(rows[index - 1], measures) or looks_labelled(row)
        indent = measures.indent(row)
        if ended and (habit is None or abs(indent - habit[0]) < abs(indent - habit[1])):
            end = end_of_label(rows, index, room.start)
            yield Start(row, index, end, called, told=habit is not None)
