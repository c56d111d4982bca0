"""Calls whose notes the file does not have: their numbers are what the readers of raised ink made of them.

A chapter is scanned without the endnotes of its book, and what a reader makes of its raised numbers stays in the text:
``indirectly.?`` for indirectly.³ Where they count on from page to page, and hardly a line that may begin a note has one
of them, no note will ask for what is printed, and the number takes its place. The readings stay with the candidate:
where there is a note after all, they link it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.cleanup.draft import Draft, Edit
from pipeline.model import TEXT_LAYER, CallCandidate, Reading

SURE = 0.9
"""Confidence of a reader that saw the raised ink by itself."""
FITS = 0.5
"""The same of one that reads the number which is due."""
PASSED = 3
"""Most by which a number goes beyond the one before it: a call or two were not read."""
FEWEST = 5
"""Numbers that make a sequence."""
LABELLED = 0.5
"""Share of the numbers of a sequence that label notes, at most."""
SMALLER = 0.97
"""Of the size of the lines with the calls: lines below begin notes with their numbers."""
AS_LARGE = 1.03
"""The same of notes in the type of the text, which have lines between them on a page; the items of a list have none,
and headings are larger."""
_NUMBER = re.compile(r"[*†‡]?(?P<number>\d{1,3})")
_LABEL = re.compile(r"\W{0,2}(?P<number>\d{1,3})(?=\W|[A-Z])")


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A call candidate that was read as a number."""

    draft: int
    call: CallCandidate
    reading: Reading
    value: int


@dataclass(frozen=True, slots=True)
class _Label:
    """A line that begins with a number."""

    draft: int
    page: int
    size: float
    value: int


def read_numbers(drafts: Sequence[Draft]) -> Iterator[tuple[int, CallCandidate, Edit]]:
    """For each call without a note the edit that puts its number in the place of what is printed, from right to left.

    Yields:
        The index of the draft, the candidate, and the edit of its characters.
    """
    labels = [
        _Label(index, draft.page, draft.line.size, value)
        for index, draft in enumerate(drafts)
        if (value := _labelled(draft))
    ]
    runs = (run for run in _runs(drafts) if len(run) >= FEWEST)
    lost = [each for run in runs if _are_without_notes(run, drafts, labels) for each in run]
    for each in sorted(lost, key=lambda each: (each.draft, each.call.start), reverse=True):
        call, reading = each.call, each.reading
        evidence = f"read ‘{reading.text}’ by {reading.reader}, one of a sequence without notes"
        yield each.draft, call, Edit(call.start, call.end, reading.text, reading.confidence, evidence)


def _labelled(draft: Draft) -> int:
    """The number with which a line begins, as it is printed or as the ink that is raised there was read; or 0."""
    raised = (reading for call in draft.calls if call.raised and call.start <= 1 for reading in call.readings)
    read = next((int(reading.text) for reading in raised if reading.text.isdecimal()), 0)
    printed = _LABEL.match(draft.text)
    return int(printed["number"]) if printed else read


def _are_without_notes(run: Sequence[_Numbered], drafts: Sequence[Draft], labels: Sequence[_Label]) -> bool:
    size = median(drafts[each.draft].line.size for each in run)
    noted = {label.value for label in labels if label.size <= SMALLER * size}
    as_large = [label for label in labels if label.size <= AS_LARGE * size]
    noted |= {label.value for pair in pairwise(as_large) if _part_lines(*pair) for label in pair}
    return sum(each.value in noted for each in run) <= LABELLED * len(run)


def _part_lines(one: _Label, other: _Label) -> bool:
    """Whether the next number begins a line of the page, and not the one below."""
    return one.page == other.page and other.value == one.value + 1 and other.draft > one.draft + 1


def _runs(drafts: Sequence[Draft]) -> list[list[_Numbered]]:
    """The numbers in reading order, each with the last of those that it goes on from."""
    runs: list[list[_Numbered]] = []
    for index, draft in enumerate(drafts):
        for call in draft.calls if draft.reader != TEXT_LAYER else ():
            if not call.raised or call.start <= 1:
                continue
            due = [run[-1].value + 1 for run in runs]
            reading, value = _number_of(call, due)
            run = next((run for run in reversed(runs) if 0 < value - run[-1].value <= PASSED), None)
            if reading is None:
                continue
            if run is None:
                runs.append(run := [])
            run.append(_Numbered(index, call, reading, value))
    return runs


def _number_of(call: CallCandidate, due: Sequence[int]) -> tuple[Reading | None, int]:
    """The surest reading of a candidate as a number, if it is sure or a number is due."""
    for reading in sorted(call.readings, key=lambda reading: -reading.confidence):
        found = _NUMBER.fullmatch(reading.text)
        if found and reading.confidence >= (FITS if int(found["number"]) in due else SURE):
            return reading, int(found["number"])
    return None, 0
