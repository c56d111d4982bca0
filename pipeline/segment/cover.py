"""The distributor's cover page: recognised by its furniture and set aside; what it says is kept for the header."""

import re
from collections.abc import Sequence

from pipeline.segment.rows import Row

_SIGNS = re.compile(
    r"""
      to\ (?:cite|link\ to)\ this\ article | journal\ homepage | submit\ your\ article | view\ related\ articles
    | full\ terms\ (?:&|and)\ conditions | article\ views | citing\ articles | published\ online:
    | stable\ url | jstor | this\ content\ downloaded | terms\ (?:and|&)\ conditions\ of\ (?:use|access)
    | downloaded\ (?:from|by|on) | heinonline | sci-hub | researchgate | see\ discussions,\ stats
    | recommended\ citation | repository | accessed: | for\ (?:additional|more)\ information\ about\ this\ article
    | project\ muse | you\ may\ (?:use|download) | please\ (?:cite|contact) | view\ the\ article\ online
    | your\ use\ of\ the | author\ information | is\ available\ (?:online\ )?at | document\ version
    | cite\ this\ (?:article|paper) | persistent\ link | article\ store
    """,
    re.VERBOSE | re.IGNORECASE,
)
NEEDED = 3
"""Different signs that make a cover; running text rarely holds two of them on a page."""


def is_cover(rows: Sequence[Row]) -> bool:
    """Whether a page is a distributor's cover: it has the furniture of one and little continuous text."""
    signs = {found.casefold() for row in rows for found in _SIGNS.findall(row.text)}
    characters = sum(len(row.text) for row in rows)
    return len(signs) >= NEEDED or (len(signs) >= 2 and characters < 1500)


def cover_pages(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Indices of cover pages: the first one or two pages of the source, never the only page."""
    covers: set[int] = set()
    for index, rows in enumerate(pages[:2]):
        if index + 1 < len(pages) and (index == 0 or 0 in covers) and is_cover(rows):
            covers.add(index)
    return covers
