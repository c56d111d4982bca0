"""Short words that law reviews have at every turn, whose letters and stops a reader takes for others.

The italic capital of ``Id.`` is read as ``Jd.``, ``Td.``, ``/d.``, its stop as a comma; of ``U.S.`` the inner stop is
lost. Where a document has the word legible time and again, what no other word looks like can be nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.cleanup.draft import Draft, Edit

_BEGINS = r"(?:(?P<label>^\W{0,2}\d{1,3}\W{0,2}\s?)|^\W{0,2}|[.;)][”’]?\s)"
"""Behind a label, or a citation before it."""


class _Word(NamedTuple):
    printed: str
    legible: re.Pattern[str]
    misread: re.Pattern[str]
    otherwise: re.Pattern[str] | None = None
    """A form of it that a document may have by its own habit: then nothing is mended."""


_WORDS = (
    _Word(
        "Id.",
        re.compile(rf"{_BEGINS}Id\.(?=[\s;,]|$)"),
        re.compile(
            rf"""
            {_BEGINS}(?P<word>
                [JT7/\[|l!1d]d\. | Id:      # nobody writes a colon behind it,
              | Id,(?=\sat\s\d)             # nor a comma where a page follows
              | [lI]a\.(?=$|\sat\s\d)
              | (?(label)I\.(?=$)|(?!))     # all of a note
            )(?=[\s;,]|$)
            """,
            re.VERBOSE,
        ),
    ),
    _Word(
        "U.S.",
        re.compile(r"\bU\.S\."),
        re.compile(r"(?<![\w.])(?P<word>U’?S\.)(?!\w)"),
        re.compile(r"(?<![\w.])US(?![\w.])"),
    ),
)
FEWEST = 2
"""Legible ones: of 74 in five scans of law reviews ten were misread."""


def ids(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``12. Jd. at 44`` is ``12. Id. at 44`` in a document that has ``Id.`` twice, and more often than not."""
    edits = [(index, edit) for word in _WORDS for index, edit in _mended(word, drafts)]
    yield from sorted(edits, key=lambda edit: (edit[0], -edit[1].start))


def _mended(word: _Word, drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    misread = [(index, found) for index, draft in enumerate(drafts) for found in word.misread.finditer(draft.text)]
    legible = sum(len(word.legible.findall(draft.text)) for draft in drafts)
    habit = word.otherwise and any(word.otherwise.search(draft.text) for draft in drafts)
    if habit or legible < max(FEWEST, len(misread)):
        return
    for index, found in misread:
        evidence = f"the document has {word.printed} {legible} times"
        yield index, Edit(found.start("word"), found.end("word"), word.printed, 0.9, evidence)
