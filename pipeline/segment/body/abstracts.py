"""Abstracts amid the text: a box at the head of a later page, in small type, as a few journals print them.

Each begins with its label, and the paragraph of the page before goes on under the last of them.
"""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.model import BlockKind
from pipeline.segment.body.situations import SMALL, Situation, place_of
from pipeline.segment.raw_block import Claim
from pipeline.segment.wording.front_labels import ABSTRACT

FEWEST = 3
"""Rows of an abstract: a heading ``Summary`` has one."""


def abstract_rows(seen: Sequence[Situation]) -> dict[int, Claim]:
    """The rows of abstracts at the heads of pages behind the first."""
    claims: dict[int, Claim] = {}
    for index, here in enumerate(seen):
        if index and here.page_top and here.size < SMALL and ABSTRACT.match(here.row.text):
            rows = _small_from(seen[index:])
            claims |= _claims(rows, index) if len(rows) >= FEWEST else {}
    return claims


def _small_from(seen: Sequence[Situation]) -> list[Situation]:
    """The rows in small type from the first on, in its column."""
    place = place_of(seen[0].row)
    return list(takewhile(lambda here: here.size < SMALL and place_of(here.row) == place, seen))


def _claims(rows: Sequence[Situation], start: int) -> dict[int, Claim]:
    return {
        start + at: Claim(BlockKind.ABSTRACT, "labelled, at the head of a page", begins=_begins(here, at))
        for at, here in enumerate(rows)
    }


def _begins(here: Situation, at: int) -> bool:
    """Whether an abstract begins: the first, or one in another language behind some white."""
    return at == 0 or (here.gap > 0 and bool(ABSTRACT.match(here.row.text)))
