"""The box beside an abstract, with the dates of the article and its keywords, which is read behind the abstract.

Several presses set ``ARTICLE HISTORY`` and ``KEYWORDS`` level with ``ABSTRACT``, in a narrow column of their own. Where
it is read it would stand in the first paragraph of the text.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.segment.rows import Row
from pipeline.segment.wording.front_labels import ABSTRACT

_HEAD = re.compile(r"(?:article (?:history|info(?:rmation)?)|key\s?words)\W*$", re.IGNORECASE)
LEVEL = 1.5
"""Type sizes by which the heads of abstract and box may differ in height."""


def box_before_abstract(rows: Sequence[Row]) -> list[Row]:
    """The rows with those of the box before the abstract; as they are where nothing stands beside it.

    Args:
        rows: of the article's first page.
    """
    index = next((place for place, row in enumerate(rows) if _HEAD.match(row.text)), len(rows))
    abstract = next((place for place in range(index) if _is_beside(rows[place], rows[index : index + 1])), None)
    if abstract is None:
        return list(rows)
    box = list(takewhile(lambda row: _is_under(rows[index], row), rows[index:]))
    return [*rows[:abstract], *box, *rows[abstract:index], *rows[index + len(box) :]]


def _is_beside(row: Row, heads: Sequence[Row]) -> bool:
    """Whether a row has the label of an abstract, and is level with a head to its right."""
    one, other = row.line.box, heads[0].line.box if heads else None
    if one is None or other is None or not ABSTRACT.match(row.text):
        return False
    return one.right < other.left and abs(one.bottom - other.bottom) <= LEVEL * row.line.size


def _is_under(head: Row, row: Row) -> bool:
    one, other = head.line.box, row.line.box
    return one is not None and other is not None and abs(one.left - other.left) <= row.line.size
