"""The word by which law reviews cite the last source again: its italic capital is read as ``Jd.``, ``Td.``, ``/d.``.

No word is written so; and where a document has it legible time and again, the others can be nothing else.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit

_BEGINS = r"(?:^\W{0,2}(?:\d{1,3}\W{0,2}\s?)?|[.;)]\s)"
"""Behind a label, or a citation before it."""
_LEGIBLE = re.compile(rf"{_BEGINS}Id\.(?=[\s;,]|$)")
_MISREAD = re.compile(rf"{_BEGINS}(?P<word>[JT7/\[|l!1d]d\.|Id:)(?=[\s;,]|$)")
"""Nobody writes a colon behind it."""
FEWEST = 2
"""Legible ones: of 74 in five scans of law reviews ten were misread."""


def ids(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``12. Jd. at 44`` is ``12. Id. at 44`` in a document that has ``Id.`` twice, and more often than not."""
    misread = [(index, found) for index, draft in enumerate(drafts) for found in _MISREAD.finditer(draft.text)]
    legible = sum(len(_LEGIBLE.findall(draft.text)) for draft in drafts)
    if legible < max(FEWEST, len(misread)):
        return
    for index, found in reversed(misread):
        yield index, Edit(found.start("word"), found.end("word"), "Id.", 0.9, f"the document has Id. {legible} times")
