"""Leaves of Russian archives: ``d. 17, 1. 9`` is ``d. 17, l. 9``, *list* and not a one.

The order fond, opis, delo, list (f., op., d., l., plural ll.) is fixed, and a document writes it in one way; the rules
speak only in documents that cite so.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit

_CITES = re.compile(r"\bop\. ?\d+")
_MISREAD = r"(?!ll?\.)(?P<leaf>[1IlL|!]{1,2})\. ?(?=\d)"
_LEAF = re.compile(rf"(?:\bd\. ?\d{{1,5}}[a-z]?(?:[,.] ?| )|\b[Ii]bid\.,? ){_MISREAD}")
"""Behind a delo, whose comma may be read as a stop, and behind Ibid."""
_ONE_OF = re.compile(rf"\b[Il1]{{2}}\. ?\d{{1,4}}[–\d -]{{0,5}}(?: ob\.)?,? at {_MISREAD}")
"""``ll. 60–71, at 1. 60``: the one that is meant of several."""
_LAST = re.compile(r"(?<=[^\W\d_], )(?P<leaf>[1I])\. (?=\d{1,4}(?: ob)?(?:\.$|[;,]))")
"""Behind what is said of the document, at the end of a citation: ``Shubin to the collegium, l. 66.``"""
_KNOWN = re.compile(r"(?:\bd\. ?\d{1,5}[a-z]?|\b[Ii]bid\.), ll?\. ?\d")
_LIST = re.compile(r"\b(?:f|op|d)\. ?[\w-]{1,8}(?P<comma>[,.]) ?(?=(?:op|d|ll?)\. ?\d)")
NEEDED = 2
HABIT = 0.7
"""Share of the commas between fond, opis, delo and leaf from which a stop there is a comma that has lost its tail."""


def leaves(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``Il. 86–96`` -> ``ll. 86–96`` behind a delo or Ibid.; the delo may end the line before."""
    if sum(len(_CITES.findall(draft.text)) for draft in drafts) < NEEDED:
        return
    has_leaves = sum(len(_KNOWN.findall(draft.text)) for draft in drafts) >= NEEDED
    before = ""
    for index, draft in enumerate(drafts):
        joined = f"{before} {draft.text}"
        offset = len(joined) - len(draft.text)
        matches = (match for pattern in (_LEAF, _ONE_OF) for match in pattern.finditer(joined))
        found = {match.start("leaf") - offset: match for match in matches}
        if before.endswith("."):  # a note may begin here
            found.pop(0, None)
        if has_leaves:
            found |= {match.start("leaf"): match for match in _LAST.finditer(draft.text)}
        for start in sorted((start for start in found if start >= 0), reverse=True):
            leaf = found[start]["leaf"]
            space = " " if draft.text[start - 1 : start] in {",", "."} else ""
            yield index, Edit(start, start + len(leaf), space + "l" * len(leaf), 0.9, "a leaf follows the delo")
        before = draft.text


def commas(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``f. 44. op. 2, d. 17`` -> ``f. 44, op. 2, d. 17`` in a document that has commas there nearly everywhere."""
    found = [(index, match) for index, draft in enumerate(drafts) for match in _LIST.finditer(draft.text)]
    kept = sum(match["comma"] == "," for _, match in found)
    if kept < NEEDED or kept < HABIT * len(found):
        return
    for index, match in reversed(found):
        if match["comma"] == ".":
            yield (
                index,
                Edit(match.start("comma"), match.end("comma"), ",", 0.85, "commas part fond, opis, delo and leaf"),
            )
