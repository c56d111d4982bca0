"""Calls of a text layer that nobody raised: a number glued to a word or its stop, where the raised ones lack it.

Or where nothing is raised, the labels of the page's notes are such numbers.
"""

import re
from collections import defaultdict
from collections.abc import Container, Sequence
from itertools import pairwise

from pipeline.cleanup.call_glyphs import READER
from pipeline.cleanup.draft import Draft
from pipeline.model import TEXT_LAYER, CallCandidate, Reading

_GLUED_NUMBER = re.compile(
    r"(?:(?<=[^\W\d_][a-zà-ÿ]{2})|(?<=[^\W\d_][a-zà-ÿ]{2}[.,;:!?)»“”’]))(?P<run>\d{1,3})(?=[\s.,;:!?)»”’]|$)"
)
"""``lamps15 (1963)``, ``lamps.15 The``; ``Art.15`` names a paragraph, unless it is this call that its page lacks."""

_ON_THE_LINE = re.compile(r"(?:[^\W\d_][a-zà-ÿ]|\d\))[.,;:!?)»“”’\"']{0,4}(?P<run>\d{1,3})(?=[\s.,;:!?)»”’]|$)")
"""``lamps.”15 The``, ``(185).4``: where no call is raised, also behind several marks."""
_LABEL = re.compile(r"(?P<number>\d{1,3})[.)]?\s+(?:[^\Wa-z\d_]|[“‘«„\"])")
FEWEST_ON_THE_LINE = 4
"""Calls that show that an article sets them on the line: of 150 text layers one does, and a formula counts to two."""


def lost_numbers(drafts: Sequence[Draft]) -> frozenset[str]:
    """Numbers between those that lines of a text layer raise behind their first word, where these are more."""
    called = _called(drafts)
    between = {number for low, high in pairwise(sorted(called)) for number in range(low + 1, high)}
    return frozenset(str(number) for number in between if len(between) <= len(called))


def _called(drafts: Sequence[Draft]) -> set[int]:
    """The numbers that lines of a text layer raise behind their first word."""
    return {
        int(reading.text)
        for draft in drafts
        if draft.reader == TEXT_LAYER
        for mark in draft.line.marks
        if mark.word or mark.start
        for reading in mark.readings[:1]
        if reading.text.isdecimal() and len(reading.text) <= len("999")
    }


def unraised(draft: Draft, lost: Container[str]) -> list[CallCandidate]:
    """Numbers of lost calls glued to a word or its stop: their author, or the press, forgot to raise them."""
    return [_call(match) for match in _GLUED_NUMBER.finditer(draft.text) if match["run"] in lost]


def _call(match: re.Match[str]) -> CallCandidate:
    return CallCandidate(
        start=match.start("run"),
        end=match.end("run"),
        raised=False,
        readings=(Reading(text=match["run"], confidence=0.9, reader=READER),),
    )


def on_the_line(drafts: Sequence[Draft]) -> dict[int, list[CallCandidate]]:
    """The calls of an article that raises none, by the index of their draft.

    Each is glued to a word or its marks, begins a row further down its page as a label, and they count up.
    """
    if _called(drafts) or any(draft.reader != TEXT_LAYER for draft in drafts):
        return {}
    labels: set[tuple[int, str]] = set()
    found: list[tuple[int, CallCandidate]] = []
    for index in reversed(range(len(drafts))):
        draft = drafts[index]
        calls = [(index, _call(match)) for match in _ON_THE_LINE.finditer(draft.text)]
        found += [each for each in reversed(calls) if (draft.page, each[1].readings[0].text) in labels]
        if label := _LABEL.match(draft.text):
            labels.add((draft.page, label["number"]))
    numbers = [int(call.readings[0].text) for _, call in reversed(found)]
    if len(found) < FEWEST_ON_THE_LINE or any(low >= high for low, high in pairwise(numbers)):
        return {}
    calls_of: defaultdict[int, list[CallCandidate]] = defaultdict(list)
    for index, call in reversed(found):
        calls_of[index].append(call)
    return calls_of
