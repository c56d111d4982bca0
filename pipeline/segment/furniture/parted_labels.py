"""Labels of notes that a reader parted from their line, behind which a tab stands: no folios, no marginal matter."""

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.rows import Row, is_level_beside


def parted_labels(rows: Sequence[Row]) -> set[tuple[int, int]]:
    """The keys of the numbers in brackets that stand on one line with the row behind them."""
    return {
        row.key for row, behind in pairwise(rows) if _IN_BRACKETS.fullmatch(row.text) and is_level_beside(row, behind)
    }


_IN_BRACKETS = re.compile(r"[(\[]\d{1,3}[)\]]")
