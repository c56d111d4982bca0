"""Abstracts on a later page: in a box at its head, in small type, or behind the text, their lines hanging on the label.

Each begins with its label; under the last in a box the paragraph of the page before goes on.
"""

from collections.abc import Sequence
from itertools import takewhile

from pipeline.model import BlockKind
from pipeline.segment.body.situations import INDENT, SMALL, Situation, place_of
from pipeline.segment.raw_block import Claim
from pipeline.segment.wording.front_labels import ABSTRACT, is_labelled, labels_abstract

FEWEST = 3
"""Rows of an abstract: a heading ``Summary`` has one."""
WHITE = 0.5
"""Lines of white that end it."""


def abstract_rows(seen: Sequence[Situation]) -> dict[int, Claim]:
    """The rows of abstracts at the heads of pages behind the first."""
    claims: dict[int, Claim] = {}
    for index, here in enumerate(seen):
        if index and here.page_top and here.size < SMALL and ABSTRACT.match(here.row.text):
            rows = _small_from(seen[index:])
            claims |= _claims(rows, index) if len(rows) >= FEWEST else {}
        elif labels_abstract(here.row.text):
            claims |= _hanging(seen[index:], index)
    return claims


def _hanging(seen: Sequence[Situation], start: int) -> dict[int, Claim]:
    """The rows of an abstract that stand in from its label, all but the first, as no paragraph of the text has them.

    It is a paragraph, as is one under a heading behind the text.
    """
    below = list(takewhile(lambda here: _goes_on(here, seen[0]), seen[1:]))
    if len(below) + 1 < FEWEST:
        return {}
    rows = (Claim(BlockKind.PARAGRAPH, "hangs on its label", begins=not at) for at in range(len(below) + 1))
    return dict(enumerate(rows, start))


def _goes_on(here: Situation, first: Situation) -> bool:
    """Whether a row stands in under the label, no white over it."""
    inset = here.geometric and here.indent >= first.indent + INDENT
    return inset and here.gap < WHITE and not here.page_top and not is_labelled(here.row.text)


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
