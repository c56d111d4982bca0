"""The distributor's cover page: recognised by its furniture and set aside; what it says is kept for the header."""

import re
from collections.abc import Sequence

from pipeline.segment.furniture import letters
from pipeline.segment.rows import Row

_FURNITURE = re.compile(
    r"""
      (?:how\ )?to\ (?:cite|link\ to)\ this\ article | journal\ homepage: | submit\ your\ article
    | view\ related\ articles
    | full\ terms\ (?:&|and)\ conditions | article\ views: | citing\ articles: | stable\ url: | persistent\ link:
    | jstor\ is\ a | your\ use\ of\ (?:the|this)\ (?:jstor|heinonline) | heinonline | sci-hub | researchgate
    | see\ discussions,\ stats | see\ profile | recommended\ citation | follow\ this\ and\ additional\ works
    | brought\ to\ you\ for\ free | accepted\ for\ inclusion\ in
    | for\ (?:additional|more)\ information\ about\ this\ article
    | project\ muse | muse\.jhu\.edu | date\ downloaded: | citations\ are\ provided\ as\ a\ general\ guideline
    | bluebook\ \d+ | alwd\ \d+ | mcgill\ guide | additional\ services\ (?:and\ information\ )?for | email\ alerts:
    | the\ online\ version\ of\ this\ article | request\ permissions | link\ to\ this\ article:
    | citation\ for\ published\ version | link\ to\ publication | document\ version | take\ down\ policy
    | download\ date:
    | ^how\ to\ cite: | ^peer\ review: | is\ hosted\ by | content\ is\ licensed\ under | ^website:
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What only a distributor prints."""
_HINTS = re.compile(
    r"""
      jstor | repository | this\ content\ downloaded | downloaded\ (?:from|by|on)
    | terms\ (?:and|&)\ conditions\ of\ (?:use|access) | accessed: | published\ online: | you\ may\ (?:use|download)
    | please\ (?:cite|contact) | view\ the\ article\ online | your\ use\ of\ the | author\ information
    | is\ available\ (?:online\ )?at | cite\ this\ (?:article|paper) | article\ store | general\ rights | uploaded\ by
    | username: | ip\ address: | version\ of\ record
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What may also stand in a text, or on the first page of an article."""
NEEDED = 3
"""Signs that make a cover, one of them at least of the distributor; two are enough on a page with little text."""
LITTLE_TEXT = 1500
"""Characters of a page with little text."""


def is_cover(rows: Sequence[Row], stamps: frozenset[str] = frozenset()) -> bool:
    """Whether a page is a distributor's cover: it has the furniture of one and little continuous text.

    Args:
        rows: of the page.
        stamps: letters of lines that other pages have too; they tell nothing of this one.
    """
    texts = [row.text for row in rows if letters(row.text) not in stamps]
    furniture = {found.casefold() for text in texts for found in _FURNITURE.findall(text)}
    hints = {found.casefold() for text in texts for found in _HINTS.findall(text)}
    needed = NEEDED - (sum(map(len, texts)) < LITTLE_TEXT)
    return bool(furniture) and len(furniture) + len(hints) >= needed


def cover_pages(pages: Sequence[Sequence[Row]]) -> set[int]:
    """Indices of cover pages: the first one or two pages of the source, never the only page."""
    covers: set[int] = set()
    for index, rows in enumerate(pages[:2]):
        others = frozenset(letters(row.text) for page in pages[index + 1 : index + 4] for row in page)
        if index + 1 < len(pages) and (index == 0 or 0 in covers) and is_cover(rows, others):
            covers.add(index)
    return covers
