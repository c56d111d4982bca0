"""DOIs and web addresses that the reader broke, mended against a whole twin in the same document."""

import re
from collections.abc import Iterator, Sequence

from pipeline.cleanup.draft import Draft, Edit

_DOI = re.compile(r"10\.\d{4,9}/[^\s,;)\]]+\w")
"""https://www.doi.org/doi-handbook/HTML/doi-name-syntax.html; what ends a sentence is not taken into the name."""
_ADDRESS = re.compile(r"https?://[^\s,;)\]]+[\w/]")
_BROKEN = re.compile(r"(?:10\.\d{4,9}/|https?://)\S+(?: \S+){1,3}")


def identifiers(drafts: Sequence[Draft]) -> Iterator[tuple[int, Edit]]:
    """``10.5555/2011 1.60`` -> ``10.5555/20111.60`` where the whole form stands elsewhere."""
    twins = {found for draft in drafts for pattern in (_DOI, _ADDRESS) for found in pattern.findall(draft.text)}
    for index, draft in enumerate(drafts):
        for broken in _BROKEN.finditer(draft.text):
            edit = _mended(broken, twins)
            if edit:
                yield index, edit


def _mended(broken: re.Match[str], twins: set[str]) -> Edit | None:
    parts = broken.group().split(" ")
    for count in range(len(parts), 1, -1):
        joined = "".join(parts[:count]).rstrip(".,;)]")
        if joined in twins:
            printed = " ".join(parts[:count])
            printed = printed[: len(printed) - (len("".join(parts[:count])) - len(joined))]
            return Edit(broken.start(), broken.start() + len(printed), joined, 0.95, "the whole form stands elsewhere")
    return None
