"""Dirt at the edge of a line that the reader took for punctuation."""

import re
from collections.abc import Iterator

from pipeline.cleanup.draft import Draft, Edit

_EDGE = r"[|_=~^`·•.,'‘’:;\\/¦-]{1,2}"
_LEFT = re.compile(rf"^(?:{_EDGE}\s+)+(?=\S)")
_RIGHT = re.compile(rf"(?<=\S)(?:\s+{_EDGE})+$")
# Only the reader's own doubt makes dirt of an ellipsis at the end of a line or of a bullet at its beginning.
_PRINTED = re.compile(r"^\s*(?:\.(?:\s*\.)+|[•·])\s*$")
# A dash, dots or a bar may be printed alone; these never are at a line's edge in running text.
_MAY_BE_PRINTED = re.compile(r"^\s*(?:-|\.\.|:|;|/|\.|,)\s*$")
_BEFORE_LABEL = re.compile(r"^[;:,]\s+(?=\d{1,3}[.,)]?\s|[*†‡])")
"""Dirt before the label of a note in a dump: no line begins with these, and behind them the label is not seen."""
_STOPPED = re.compile(r"[.,;:]$")
_LABEL = re.compile(r"^['’‘~^]{1,2}\s+(?=[^\W\d_a-zß-ÿ]|[“«\[(])")
"""What may be left of the raised number of a note, where no ink tells: ``' The full title of the Directive``.

A raised 1 in old-style figures is no larger than a quote. The reader was sure of two such marks in 40 scans, both
labels.
"""
_ABBREVIATED = re.compile(r"[^\W\d_]\s\.[,;:]$")
"""``Annales E .S .C .,``: typewriters and narrow setting leave white before a stop, and a comma goes with it."""


def specks(draft: Draft) -> Iterator[Edit]:
    """Lone marks before the first or after the last word of a line.

    ``| the Soviet Union`` -> ``the Soviet Union``; a lone ``-`` or ``.`` may be printed (``Smith -``) and stays, unless
    the reader itself doubts it.
    """
    for pattern in (_RIGHT, _LEFT):
        found = pattern.search(draft.text)
        if found is None:
            continue
        doubted = _doubted(draft, found.start(), found.end())
        label = pattern is _LEFT and _LABEL.match(draft.text)
        if not doubted and (label or _PRINTED.match(found.group()) or _ABBREVIATED.search(draft.text[: found.end()])):
            continue
        if (
            doubted
            or not _MAY_BE_PRINTED.match(found.group())
            or (draft.line.box is None and _BEFORE_LABEL.match(draft.text))
            or _STOPPED.search(draft.text[: found.start()])  # nothing is printed after a stop but the next sentence
        ):
            yield Edit(found.start(), found.end(), "", 0.8, "a mark alone at the edge of the line")


def _doubted(draft: Draft, start: int, end: int) -> bool:
    """Whether the reader was unsure of every word in the range; without geometry there is no telling."""
    words = [word for word in draft.words if word.start < end and start < word.end]
    return bool(words) and all(word.box is not None and word.confidence < 0.5 for word in words)
