"""Dashes between numbers: a range takes an en dash, whatever width the reader measured."""

import re
from collections.abc import Iterator

from pipeline.cleanup.draft import Draft, Edit

_RANGE = re.compile(r"(?<=\d)\s?—\s?(?=\d)")
_RANGE_AT_LINE_END = re.compile(r"(?<=\d\d)—(?=\s*$)")


def ranges(draft: Draft) -> Iterator[Edit]:
    """``1958—1961`` -> ``1958–1961``: an em dash never joins two numbers in English, French or German setting."""
    for pattern, confidence in ((_RANGE, 0.95), (_RANGE_AT_LINE_END, 0.7)):
        for found in reversed(list(pattern.finditer(draft.text))):
            yield Edit(found.start(), found.end(), "–", confidence, "between numbers")
