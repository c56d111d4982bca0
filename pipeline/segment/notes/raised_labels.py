"""What raised ink is at the start of a row: a label that the press raises, or the first letters of a bent line."""

import re
from collections.abc import Iterator

from pipeline.model import CallCandidate
from pipeline.segment.rows import Row
from pipeline.segment.series import SYMBOLS


def raised_label(row: Row) -> tuple[int, str] | None:
    """Where raised ink before the first word of the row ends, and its reading.

    So are notes labelled where the press raises the number or sets a reference mark.
    """
    for call in _raised_at_start(row):
        for reading in call.readings:
            if (reading.text.isdecimal() and int(reading.text) > 0) or reading.text in SYMBOLS:
                sign = _doubled(row.line.text[call.start : call.end], reading.text)
                return _with_its_sign(row, call, sign), sign.lstrip("0") or "0"
    return None


def raised_numbers(row: Row) -> list[str]:
    """All that readers made of the first raised number before the words of the row, the surest first."""
    for call in _raised_at_start(row):
        numbers = dict.fromkeys(reading.text for reading in call.readings if reading.text.isdecimal())
        if numbers:
            return list(numbers)
    return []


def _doubled(printed: str, sign: str) -> str:
    """The mark as it is printed where a reader saw it once and it is doubled: ``**``."""
    return printed if printed in SYMBOLS and set(printed) == {sign} else sign


def _with_its_sign(row: Row, call: CallCandidate, sign: str) -> int:
    """Where a label ends whose ink was found behind dirt, while its sign is printed before the first word."""
    end = call.end - row.start
    printed = re.match(rf"\s?{re.escape(sign)}(?!\d)", row.text[end:]) if call.end == call.start else None
    return end + printed.end() if printed else end


def raised_letters(row: Row) -> list[tuple[int, str, bool]]:
    """Where raised letters before the first word of the row end, what they may be, and whether that is the surest.

    Beside a letter a small italic one may look like a star.
    """
    for call in _raised_at_start(row):
        letters = dict.fromkeys(r.text for r in call.readings if re.fullmatch("[a-z]|[ivxl]{2,7}", r.text))
        if letters and (call.readings[0].text in letters or call.readings[0].reader == "shape"):
            return [(call.end - row.start, letter, letter == call.readings[0].text) for letter in letters]
    return []


def stands_first(call: CallCandidate, row: Row) -> bool:
    """Whether a call is raised ink with which a row begins."""
    return bool(call.raised) and call.start <= row.start + 1


def is_before_words(call: CallCandidate, row: Row) -> bool:
    """Whether a call is raised ink that stands where a label would; before it there may be dirt."""
    before = row.line.text[row.start : call.start]
    first = stands_first(call, row) or not any(map(str.isalnum, before))
    digits = max((len(reading.text) for reading in call.readings if reading.text.isdecimal()), default=0)
    return bool(call.raised) and first and call.end - row.start <= max(LONGEST_LABEL, digits + SPARE)


LONGEST_LABEL = 4
"""Characters that a reader makes of a raised label."""
SPARE = 2
"""Characters more than digits that he makes of one: ``104’'`` for 104."""


def _raised_at_start(row: Row) -> Iterator[CallCandidate]:
    """Raised ink before the first word.

    Where several pieces are no character of the line it bends, and they are its first letters; then only a sign that
    stands by itself is a label.
    """
    text = row.line.text
    found = [call for call in row.line.calls if is_before_words(call, row)]
    bends = sum(call.end == call.start for call in found) >= BENT
    return (call for call in found if not bends or (call.end > call.start and text[call.end : call.end + 1] == " "))


BENT = 2
"""Pieces of raised ink before a line's first word that no label has: a number is one."""
