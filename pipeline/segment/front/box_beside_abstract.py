"""The box beside an abstract, with the dates of the article and its keywords, which is read behind the abstract.

Several presses set ``ARTICLE HISTORY`` and ``KEYWORDS`` level with ``ABSTRACT``, in a narrow column of their own. Where
it is read it would stand in the first paragraph of the text. Where its lines stand on those of the abstract, which is
ragged, nothing tells a column of them, and they are read across it: then the two labels in one line do.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.segment.rows import Row
from pipeline.segment.wording.front_labels import ABSTRACT, KEYWORDS

_HEAD = re.compile(r"(?:article (?:history|info(?:rmation)?)|key\s?words)\W*$", re.IGNORECASE)
LEVEL = 1.5
"""Type sizes by which the heads of abstract and box may differ in height."""


def box_before_abstract(rows: Sequence[Row]) -> list[Row]:
    """The rows with those of the box before the abstract; as they are where nothing stands beside it.

    Args:
        rows: of the article's first page.
    """
    rows = _parted(rows)
    index = next((place for place, row in enumerate(rows) if _HEAD.match(row.text)), len(rows))
    abstract = next((place for place in range(index) if _is_beside(rows[place], rows[index : index + 1])), None)
    if abstract is None:
        return list(rows)
    box = list(takewhile(lambda row: _is_under(rows[index], row), rows[index:]))
    return [*rows[:abstract], *box, *rows[abstract:index], *rows[index + len(box) :]]


def _parted(rows: Sequence[Row]) -> list[Row]:
    """The rows with keywords at the left of the abstract before it, though they share its lines.

    ``Key words: | Abstract: The harbour``, ``lamps, | is lit``: as far as words begin where the abstract does, or
    before it. What follows in full measure has a word across that place.
    """
    place, left = next(((at, edge) for at, row in enumerate(rows) if (edge := _edge(row))), (len(rows), 0.0))
    box: list[Row] = []
    abstract: list[Row] = []
    for row in rows[place:]:
        start = _first_behind(row, left)
        if start is None or _is_far(rows[place + len(box) - 1] if box else row, row):
            break
        box.append(row.part(0, start))
        abstract.append(row.part(start, len(row.text)))
    own = [*(row for row in box if row.text), *(row for row in abstract if row.text)]
    return [*rows[:place], *own, *rows[place + len(box) :]]


def _edge(row: Row) -> float:
    """Where the label of an abstract stands behind that of the keywords, at the left; 0 where none does."""
    label = KEYWORDS.match(row.text)
    if label is None or not ABSTRACT.match(row.text[label.end() :]):
        return 0.0
    word = next((word for word in row.line.words if word.start >= row.start + label.end() and word.box), None)
    return float(word.box.left) if word and word.box else 0.0


def _first_behind(row: Row, left: float) -> int | None:
    """The offset of the first word from a place on; None where a word stands across it or the row is further right."""
    words = [word for word in row.line.words if word.box and word.start >= row.start]
    if not words or any(word.box.left < left - SLACK < word.box.right - SLACK for word in words if word.box):
        return None
    return next((word.start - row.start for word in words if word.box and word.box.left >= left - SLACK), len(row.text))


SLACK = 3
"""Dots by which words that begin at one place may stand apart."""


def _is_far(above: Row, row: Row) -> bool:
    one, other = above.line.box, row.line.box
    return one is None or other is None or other.top - one.bottom > APART * row.line.size


APART = 1.2
"""Type sizes of white that end the box and the abstract."""


def _is_beside(row: Row, heads: Sequence[Row]) -> bool:
    """Whether a row has the label of an abstract, and is level with a head to its right."""
    one, other = row.line.box, heads[0].line.box if heads else None
    if one is None or other is None or not ABSTRACT.match(row.text):
        return False
    return one.right < other.left and abs(one.bottom - other.bottom) <= LEVEL * row.line.size


def _is_under(head: Row, row: Row) -> bool:
    one, other = head.line.box, row.line.box
    return one is not None and other is not None and abs(one.left - other.left) <= row.line.size
