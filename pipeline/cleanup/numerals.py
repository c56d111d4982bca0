"""Roman numbers whose strokes a reader takes for letters or a 1: alone in their line, or behind what they number."""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit
from pipeline.roman_numerals import mended

_ALONE = re.compile(r"(?=.*[Il|])(?P<numeral>[IVXl|]{2,6})\.?")
_NUMBERED = r"\b(?:Parts?|Sections?|Chapters?|Articles?|Titles?|Volumes?|Books?|World\sWar|Teil|Kapitel|Band)\s"
_BEHIND = re.compile(rf"(?i:{_NUMBERED})(?P<numeral>[IVXl|]{{2,6}})(?![\w’'-])")
_PART = re.compile(r"\b[Pp]arts?\s[IVX]{1,4}\b")
_PLACE = r"\b(?:[Ss]ections?|[Pp]arts?)\s"
_ONE = re.compile(rf"{_PLACE}(?P<one>1)(?=\.[A-Z](?:\.\d)?(?!\w))")
_ARABIC = re.compile(rf"{_PLACE}[2-9]\.[A-Z]\b")
FEWEST = 2
"""Parts with Roman numbers that tell how a document numbers its parts."""


def numerals(draft: Draft) -> Iterator[Edit]:
    """``Il`` by itself is ``II``, and so it is in ``Part Il``: no word of a text stands there with a capital.

    The last line of a paragraph ends a sentence, and ``Il`` or ``Ill`` begins one.
    """
    alone = _ALONE.fullmatch(draft.text)
    for found in reversed([alone] if alone else list(_BEHIND.finditer(draft.text))):
        if not found["numeral"].isupper() and (numeral := mended(found["numeral"])):
            where = "alone in its line" if alone else "behind what it numbers"
            yield Edit(found.start("numeral"), found.end("numeral"), numeral, 0.9, f"a number {where}")


def first_parts(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``Section 1.C.2`` is in part I, where the document counts its parts so, and names no 2.C or 3.A."""
    ones = [(index, found) for index, draft in enumerate(drafts) for found in _ONE.finditer(draft.text)]
    if not ones or any(_ARABIC.search(draft.text) for draft in drafts):
        return
    parts = sum(len(_PART.findall(draft.text)) for draft in drafts)
    for index, found in reversed(ones) if parts >= FEWEST else ():
        yield index, Edit(found.start("one"), found.end("one"), "I", 0.9, f"the document has {parts} Roman parts")
