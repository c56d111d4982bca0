"""The author's name or address alone behind the text, or who translated it: it stands over nothing, and is no work."""

import re
from collections.abc import Iterable, Sequence

from pipeline.model import BlockKind
from pipeline.segment.measure import Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, gap_before
from pipeline.segment.wording.author_names import without_translator
from pipeline.segment.wording.heading_words import names_section
from pipeline.segment.wording.identifiers import MAIL

_BESIDE_NAMES = frozenset({
    "prof", "dr", "pd", "phil", "med", "jur", "theol", "habil", "mag", "dipl", "and", "und", "et", "y", "e", "en", "i",
})  # fmt: skip
"""Words of titles, and words between names."""


def unset_signatures(blocks: Sequence[RawBlock], authors: Sequence[str]) -> None:
    """Makes a paragraph of every heading that is the names of authors, or of a translator, and nothing else.

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
        if not without_translator(block.text):
            block.kind, block.level, block.reason = BlockKind.PARAGRAPH, 0, "who translated it"


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


def unset_address(blocks: list[RawBlock], measures: Measures) -> None:
    """Makes one paragraph of the entries that are the author's address under a bibliography: mail, white, no year.

    Args:
        blocks: of the body.
        measures: of the article.
    """
    first = len(blocks)
    while first and blocks[first - 1].kind is BlockKind.BIBLIOGRAPHY and not _HAS_YEAR.search(blocks[first - 1].text):
        first -= 1
    start = next((index for index in range(max(first, 1), len(blocks)) if _is_apart(blocks, index, measures)), None)
    if start is not None and any(MAIL.search(block.text) for block in blocks[start:]):
        rows = [row for block in blocks[start:] for row in block.rows]
        blocks[start:] = [RawBlock(BlockKind.PARAGRAPH, rows, reason="the author's address")]


def _is_apart(blocks: Sequence[RawBlock], index: int, measures: Measures) -> bool:
    """Whether white parts a block from the one before."""
    return gap_before(blocks[index].rows[0], blocks[index - 1].rows[-1], measures.leading) >= APART


APART = 0.4
"""Lines of white over the address: a journal of linguistics leaves 0.7, and between the entries none."""
_HAS_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b|forthcoming|in press", re.IGNORECASE)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", text.casefold()))
