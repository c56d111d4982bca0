"""Calls of a text layer that nobody raised: a number glued to a word or its stop, where the raised ones lack it."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from pipeline.cleanup.call_glyphs import READER
from pipeline.cleanup.draft import Draft
from pipeline.model import TEXT_LAYER, CallCandidate, Reading

_GLUED_NUMBER = re.compile(
    r"(?:(?<=[^\W\d_][a-zà-ÿ]{2})|(?<=[^\W\d_][a-zà-ÿ]{2}[.,;:!?)»“”’]))(?P<run>\d{1,3})(?=[\s.,;:!?)»”’]|$)"
)
"""``lamps15 (1963)``, ``lamps.15 The``; ``Art.15`` names a paragraph, unless it is this call that its page lacks."""


def lost_numbers(drafts: Sequence[Draft]) -> frozenset[str]:
    """Numbers between those that lines of a text layer raise behind their first word, where these are more."""
    called = {
        int(reading.text)
        for draft in drafts
        if draft.reader == TEXT_LAYER
        for mark in draft.line.marks
        if mark.word or mark.start
        for reading in mark.readings[:1]
        if reading.text.isdecimal() and len(reading.text) <= len("999")
    }
    between = {number for low, high in pairwise(sorted(called)) for number in range(low + 1, high)}
    return frozenset(str(number) for number in between if len(between) <= len(called))


def unraised(draft: Draft, lost: Container[str]) -> list[CallCandidate]:
    """Numbers of lost calls glued to a word or its stop: their author, or the press, forgot to raise them."""
    return [
        CallCandidate(
            start=match.start("run"),
            end=match.end("run"),
            raised=False,
            readings=(Reading(text=match["run"], confidence=0.9, reader=READER),),
        )
        for match in _GLUED_NUMBER.finditer(draft.text)
        if match["run"] in lost
    ]
