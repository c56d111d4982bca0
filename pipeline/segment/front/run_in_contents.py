"""Contents that run in: one paragraph before the text, whose entries are parted by dashes or semicolons.

``Summary: 1. Oil. – 2. Lamps. – 2.1. Wicks``: Italian and Spanish journals of law print them so under the names. They
become a heading and an entry each, as other contents are. Only numbers that follow one another begin an entry.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.model import BlockKind
from pipeline.roman_numerals import exact_value
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row
from pipeline.segment.wording.front_labels import runs_into_contents

FEWEST = 2
"""Entries of contents."""
_NUMBER = re.compile(r"(?<![\w.])(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5})(?=[.)]?(?:\s|$)|\.[^\W\d_])")
_PARTED = re.compile(r"(?:^|[:;.,–—-])\s*$")
"""What stands before the number of an entry."""

Place = tuple[int, int]
"""A row of a block, and where in its text."""


def with_run_in_contents(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks of a title block, contents in one paragraph divided into their heading and their entries."""
    return [part for block in blocks for part in _divided(block)]


def _divided(block: RawBlock) -> list[RawBlock]:
    if block.kind is not BlockKind.PARAGRAPH or not runs_into_contents(block.text):
        return [block]
    places = list(_entries(block.rows))
    if len(places) < FEWEST:
        return [block]
    ends = [*places[1:], (len(block.rows), 0)]
    heading = RawBlock(BlockKind.HEADING, _between(block.rows, (0, 0), places[0]), level=1, reason="over the contents")
    entries = [
        RawBlock(BlockKind.CONTENTS, _between(block.rows, start, end), reason="numbered in the contents")
        for start, end in zip(places, ends, strict=True)
    ]
    return [heading, *entries] if heading.rows else [block]


def _entries(rows: Sequence[Row]) -> Iterator[Place]:
    """Where entries begin: at numbers that follow one another, each behind the sign that ends the entry before."""
    last: tuple[int, ...] = ()
    before = ""
    for index, row in enumerate(rows):
        for found in _NUMBER.finditer(row.text):
            number = _value(found["number"])
            parted = _PARTED.search(f"{before} {row.text[: found.start()]}".lstrip())
            if parted and _follows(number, last):
                last = number
                yield index, found.start()
        before = row.text


def _value(number: str) -> tuple[int, ...]:
    """``2.1`` -> (2, 1), ``IV`` -> (4,)."""
    return tuple(map(int, number.split("."))) if number[0].isdecimal() else (exact_value(number.lower()),)


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a number comes next: the first under the last, or one more at its level or at one over it."""
    if number == (*last, 1):
        return True
    return any(number == (*last[:depth], last[depth] + 1) for depth in range(len(last)))


def _between(rows: Sequence[Row], start: Place, end: Place) -> list[Row]:
    """The rows from one place to another, the first and the last cut there."""
    parts = [
        row.part(start[1] if index == start[0] else 0, end[1] if index == end[0] else len(row.text))
        for index, row in enumerate(rows)
        if start[0] <= index <= end[0]
    ]
    return [part for part in parts if part.text.strip()]
