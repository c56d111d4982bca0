"""Notes of a dump whose reader knows what is raised: its labels and calls say which paragraphs are notes.

Where nearly every number of the sequence begins a paragraph raised, and is raised in the text before it, nothing has to
be guessed: what begins so is a note, what calls is text, and where text follows notes a page has turned.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.model import Region
from pipeline.ocr.dumps.markup import FEED, MarkedLine
from pipeline.raised_notation import SUPERSCRIPTS, number_of

_NUMBER, _MARK = rf"[{SUPERSCRIPTS}]{{1,3}}|\^\d{{1,3}}", r"\*{1,3}|†{1,2}|‡{1,2}|§{1,2}|‖|¶|#"
_LABEL = re.compile(rf"(?P<label>{_NUMBER}|{_MARK})[.):]?\s?(?=\S)")
_ON_LINE = re.compile(rf"(?P<label>\d{{1,3}}(?=[.)]?\s)|{_MARK})[.):]?\s?(?=[^\W\d_]|[‘“«„\"'(\[])")
"""A label that is not raised, though the calls are: ``12. See``, ``12 See``."""
_CALL = re.compile(rf"(?<=\S)(?:{_NUMBER}|\s?(?P<mark>{_MARK})(?!\w|\s?\d))")
_STOPPED = re.compile(rf"[.!?…][’”»'\")\]]*[{SUPERSCRIPTS}]*$|\S*(?:://|www\.)\S*$")

UNLABELLED = {Region.HEADING, Region.ITEM, Region.TABLE}
FEWEST = 3
"""Labels of a sequence that can be trusted."""
IN_ORDER = 0.95
"""Of their steps: those from one number to the next, or to 1 where every page counts anew."""
CALLED = 0.8
"""Of them: those that the text calls before they come."""
MOSTLY = 0.5
"""Of the numbers with which paragraphs begin: the others are those of lists."""
NEAR = 10
"""Numbers within which the next label follows, where some were not read."""


@dataclass(slots=True)
class _Paragraph:
    """Printed lines without white between them, cut where one begins with a label."""

    label: str
    region: Region
    is_note: bool
    rows: list[int] = field(default_factory=list)
    calls: set[str] = field(default_factory=set)
    text: str = ""
    """Of its last line."""


def told_notes(lines: Sequence[MarkedLine], *, marks: bool) -> list[MarkedLine]:
    """The lines with their regions, where labels and calls tell the notes; else as they are.

    Args:
        lines: of a dump, its markup taken off.
        marks: whether reference marks are raised, too: where nobody writes markup a star is dirt as often.
    """
    paragraphs = list(_paragraphs(lines, _LABEL))
    if sum(each.label.isdecimal() for each in paragraphs) < FEWEST:
        paragraphs = list(_paragraphs(lines, _ON_LINE))
    for each in _labelled(paragraphs, marks=marks):
        each.is_note = True
    _tell_between(paragraphs)
    notes = {row for each in paragraphs if each.is_note for row in each.rows}
    return [_with_region(line, is_note=row in notes) for row, line in enumerate(lines)] if notes else list(lines)


def turns(lines: Sequence[MarkedLine]) -> list[int]:
    """Rows at which text follows notes: there a page begins."""
    found, behind = [], False
    for row, line in enumerate(lines):
        if behind and line.region not in (Region.NOTE, Region.UNKNOWN):
            found.append(row)
            behind = False
        behind = behind or line.region is Region.NOTE
    return found


def _with_region(line: MarkedLine, *, is_note: bool) -> MarkedLine:
    if not line.text or line.text == FEED:
        return line
    region = Region.NOTE if is_note else line.region or Region.TEXT
    return line._replace(region=region)


def _paragraphs(lines: Sequence[MarkedLine], labels: re.Pattern[str]) -> Iterator[_Paragraph]:
    current: _Paragraph | None = None
    for row, line in enumerate(lines):
        if not line.text or line.text == FEED:
            current = None
            continue
        label = labels.match(line.text) if line.region not in UNLABELLED else None
        turned = current is not None and line.text[0].islower() and bool(_STOPPED.search(current.text))
        if current is None or label or turned or line.region is not lines[row - 1].region:
            sign = (number_of(label["label"]) or label["label"]) if label else ""
            current = _Paragraph(sign, line.region, is_note=line.region is Region.NOTE)
            yield current
        begin = label.end() if label and not current.rows else 0
        current.rows.append(row)
        current.text = line.text
        found = _CALL.finditer(line.text, begin)
        current.calls |= {call["mark"] or number_of(call[0]) or "" for call in found}


def _labelled(paragraphs: Sequence[_Paragraph], *, marks: bool) -> list[_Paragraph]:
    """The paragraphs with labels that the text calls; none where they are too few, or are in no sequence."""
    numbers: list[_Paragraph] = []
    signs: list[_Paragraph] = []
    called: set[str] = set()
    answered = 0
    for each in paragraphs:
        if each.label.isdecimal():
            follows = int(each.label) - (int(numbers[-1].label) if numbers else 0)
            is_called = each.is_note or each.label in called
            if (follows == 1 and numbers) or (is_called and (0 < follows <= NEAR or each.label == "1")):
                numbers.append(each)
                answered += is_called
                called.discard(each.label)
        elif each.label and (each.is_note or each.label in called):
            signs.append(each)
            called.discard(each.label)
        elif not each.is_note:
            called |= each.calls
    if not _are_sequence(paragraphs, numbers) or answered < CALLED * len(numbers):
        numbers = []
    if not marks or len(signs) < (1 if numbers else FEWEST):
        return numbers
    return [*numbers, *signs, *(_uncalled_signs(paragraphs) if len(signs) >= FEWEST else [])]


def _uncalled_signs(paragraphs: Sequence[_Paragraph]) -> Iterator[_Paragraph]:
    """The paragraphs with reference marks whose calls were not read: daggers, and a star that is no item of a list."""
    for above, each, below in zip([None, *paragraphs], paragraphs, [*paragraphs[1:], None], strict=False):
        is_item = any(other is not None and other.label == each.label for other in (above, below))
        if each.label and not each.label.isdecimal() and not is_item:
            yield each


def _are_sequence(paragraphs: Sequence[_Paragraph], numbers: Sequence[_Paragraph]) -> bool:
    """Whether most numbers with which paragraphs begin are labels, and nearly all of these follow one another."""
    every = sum(each.label.isdecimal() for each in paragraphs)
    steps = sum(int(other.label) == int(one.label) + 1 or other.label == "1" for one, other in pairwise(numbers))
    return len(numbers) >= max(FEWEST, MOSTLY * every) and steps >= IN_ORDER * (len(numbers) - 1)


def _tell_between(paragraphs: Sequence[_Paragraph]) -> None:
    """Tells what stands between two labels: text, or more of the note before.

    What calls the next note is text, and what is before it. Where that was called before, the note goes on; and so it
    does right above the next label, if it had broken off at the end of a page.
    """
    starts = [index for index, each in enumerate(paragraphs) if each.is_note and each.label]
    waiting = set[str]().union(*(each.calls for each in paragraphs[: starts[0] if starts else 0]))
    for one, other in pairwise(starts):
        waiting.discard(paragraphs[one].label)
        between = [each for each in paragraphs[one + 1 : other] if not each.is_note]
        calling = [place for place, each in enumerate(between) if each.calls or each.region is Region.HEADING]
        goes_on = between if not calling and paragraphs[other].label in waiting else []
        if not goes_on and between and not _STOPPED.search(paragraphs[one].text):
            goes_on = between[-1:] if len(between) - 1 not in calling else []
        for each in goes_on:
            each.is_note = True
        if len(goes_on) < len(between):  # on the next page
            waiting = {number for number in waiting if number.isdecimal()}
        waiting = waiting.union(*(each.calls for each in between))
