"""The author's name set alone behind the text: a signature, which stands over nothing."""

import re
from collections.abc import Iterable, Sequence

from pipeline.model import BlockKind
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row
from pipeline.segment.wording.heading_words import names_section

_BESIDE_NAMES = frozenset({
    "prof", "dr", "pd", "phil", "med", "jur", "theol", "habil", "mag", "dipl", "and", "und", "et", "y", "e", "en", "i",
})  # fmt: skip
"""Words of titles, and words between names."""


def unset_signatures(blocks: Sequence[RawBlock], authors: Sequence[str]) -> None:
    """Makes a paragraph of every heading that is the names of authors and nothing else.

    Args:
        blocks: of the body.
        authors: names as byline or cover give them.
    """
    known = [_words(name) for name in authors]
    for block in blocks:
        if block.kind is not BlockKind.HEADING:
            continue
        words = _words(block.text) - _BESIDE_NAMES
        named = [name for name in known if len(name) > 1 and name <= words | _BESIDE_NAMES]
        if named and words <= set[str]().union(*named):
            block.kind, block.level, block.reason = BlockKind.PARAGRAPH, 0, "the author's name alone"


def unset_last(blocks: Sequence[RawBlock], endnotes: Iterable[Row]) -> None:
    """Makes a paragraph of a heading that stands over nothing, as the author's university does behind the text.

    Args:
        blocks: of the body.
        endnotes: the first rows of the notes at the end, which may stand under the last heading.
    """
    last = blocks[-1] if blocks else None
    if last is None or last.kind is not BlockKind.HEADING or names_section(last.text):
        return
    if not any(row.key > last.rows[-1].key for row in endnotes):
        last.kind, last.level, last.reason = BlockKind.PARAGRAPH, 0, "stands over nothing"


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))
