"""Folios: the printed page numbers, found because they run in sequence from page to page.

The idea that the sequence and not the single reading decides is that of the Internet Archive's ``hocr-pagenumbers``
(https://git.archive.org/merlijn/archive-hocr-tools); here every page votes for the difference between its printed
number and its place in the source, and damaged readings are accepted where they are one confusion away.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from pipeline.segment.rows import Row

_ARABIC = re.compile(r"(?<![\d.,:/–-])(\d{1,4})(?![\d,:/–-]|\.\d)")
_DAMAGED = re.compile(r"^[\dOoIlSsBZzgi|!]{1,4}$")
_TO_DIGIT = str.maketrans("OoIlSsBZzgi|!", "0011558229111")
_ALONE = re.compile(r"^[\W_]*([\w|!]{1,4})[\W_]*$")
REACH = 3
"""Rows at the top and at the foot of a page among which the folio stands."""


@dataclass(frozen=True, slots=True)
class Folio:
    """A number that may be a page's folio: ``row.text[start:end]``."""

    page: int
    """Index of the page."""
    row: Row
    start: int
    end: int
    value: int
    alone: bool
    damaged: bool


def find_folios(pages: Sequence[Sequence[Row]]) -> tuple[dict[int, Folio], int | None]:
    """The folios that run in sequence.

    Returns:
        page index -> folio, and the difference between folio and page index (None: no sequence was found).
    """
    candidates = [folio for index, rows in enumerate(pages) for folio in _candidates(index, rows)]
    shift = _shift(candidates, len(pages))
    if shift is None:
        return {}, None
    chosen: dict[int, Folio] = {}
    for index, rows in enumerate(pages):
        expected = index + shift
        fitting = [folio for folio in candidates if folio.page == index and folio.value == expected]
        fitting = fitting or [folio for folio in _damaged(index, rows) if _could_be(folio, expected)]
        if fitting and expected > 0:
            chosen[index] = max(fitting, key=lambda folio: (folio.alone, not folio.damaged, -folio.row.number))
    return chosen, shift


def _edges(rows: Sequence[Row]) -> list[Row]:
    """The rows at the top and at the foot, and the last of every column: a folio between two follows the first."""
    if len(rows) <= 2 * REACH:
        return list(rows)
    foot_of_column = {row.line.column: row for row in rows[REACH:-REACH]}
    return [*rows[:REACH], *foot_of_column.values(), *rows[-REACH:]]


def _candidates(index: int, rows: Sequence[Row]) -> list[Folio]:
    found = []
    for row in _edges(rows):
        for match in _ARABIC.finditer(row.text):
            at_edge = match.start() <= 2 or match.end() >= len(row.text) - 2
            alone = bool(_ALONE.match(row.text))
            if alone or (at_edge and len(row.text) < 90):
                found.append(Folio(index, row, match.start(1), match.end(1), int(match[1]), alone, damaged=False))
    return found


def _damaged(index: int, rows: Sequence[Row]) -> list[Folio]:
    """Lone short words at the edges that may be a folio the reader damaged: ``8l2``, ``B62``."""
    found = []
    for row in _edges(rows):
        match = _ALONE.match(row.text)
        if match and _DAMAGED.match(match[1]):
            digits = match[1].translate(_TO_DIGIT)
            if digits.isdigit():
                found.append(Folio(index, row, match.start(1), match.end(1), int(digits), alone=True, damaged=True))
    return found


def _could_be(folio: Folio, expected: int) -> bool:
    printed, wanted = str(folio.value), str(expected)
    return printed == wanted or (
        len(wanted) > 1 and len(printed) == len(wanted) and Levenshtein.distance(printed, wanted) == 1
    )


def _shift(candidates: Sequence[Folio], pages: int) -> int | None:
    """The difference that most pages agree on; a lone page needs a number that stands alone."""
    votes: Counter[int] = Counter()
    for shift, _page, alone in sorted({(folio.value - folio.page, folio.page, folio.alone) for folio in candidates}):
        votes[shift] += 2 if alone else 1
    if not votes:
        return None
    shift, weight = max(votes.items(), key=lambda item: (item[1], -abs(item[0])))
    supporters = {folio.page for folio in candidates if folio.value - folio.page == shift}
    needed = 2 if pages > 2 else 1
    return shift if len(supporters) >= needed and weight >= 2 else None
