"""Leaves of Russian archives: ``d. 17, 1. 9`` is ``d. 17, l. 9``, *list* and not a one.

The order fond, opis, delo, list (f., op., d., l., plural ll.) is fixed; the rule speaks only in documents that cite so.
"""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit

_CITES = re.compile(r"\bop\. ?\d+")
_LEAF = re.compile(r"(?:\bd\. ?\d{1,5}[a-z]?,? |\b[Ii]bid\.,? )(?P<leaf>(?:[1Il|!]){1,2})(?P<stop>\.) ?(?=\d)")
NEEDED = 2


def leaves(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``Il. 86–96`` -> ``ll. 86–96`` behind a delo or Ibid."""
    if sum(len(_CITES.findall(draft.text)) for draft in drafts) < NEEDED:
        return
    for index, draft in enumerate(drafts):
        for match in reversed(list(_LEAF.finditer(draft.text))):
            after = "l" * len(match["leaf"])
            yield index, Edit(match.start("leaf"), match.end("leaf"), after, 0.9, "a leaf follows the delo")
