"""What stands under the names of a title block and is no text: where the authors are, and what is told of them."""

import re
from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.front.subtitles import NEARER, heads_section
from pipeline.segment.front.title_rows import text_of
from pipeline.segment.measure import SAME, Measures
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row, ends_sentence, gap_before, is_bold, is_italic
from pipeline.segment.wording.front_labels import is_labelled, runs_into_contents
from pipeline.segment.wording.name_lines import REVIEWED

CAPITALS = 0.5
"""Share of the longer words of an address that have a capital."""
LOWER = 2
"""Rows of an address that no word of its own tells."""
CLOSE = 0.8
"""Lines of white between a name and such an address."""


def hangs_on_names(groups: Sequence[Sequence[Row]], position: int, names: Row, measures: Measures) -> bool:
    """Whether a line or two right under the names say where they are, or what: ``Pinker, Tansy and Company``.

    They are in italics or smaller, and nearer to the names than to what follows.

    Args:
        groups: of the title block.
        position: of the group under the names.
        names: their last row.
        measures: of the article.
    """
    group, following = groups[position], groups[position + 1 : position + 2]
    text = text_of(group)
    if len(group) > LOWER or not following or ends_sentence(text) or is_labelled(text) or heads_section(text):
        return False
    words = re.findall(r"[^\W\d_]{4,}", text)
    again = len({*_names(group[0])[:OPENING]}.intersection(_names(names))) >= FULL_NAME
    if again or sum(word[0].isupper() for word in words) < CAPITALS * len(words):
        return False  # the names once more; a subtitle
    smaller = max(map(measures.relative_size, group)) < (1 - SAME) * measures.relative_size(names)
    italic = all(map(is_italic, group)) and not is_italic(names)
    above, below = (gap_before(rows[0], before, measures.leading)
                    for rows, before in ((group, names), (following[0], group[-1])))  # fmt: skip
    near = group[0].line.box is not None and above < CLOSE and below > above + NEARER
    return near and (smaller or italic) and not any(map(is_bold, group))


_HISTORY = re.compile(
    r"^\W*(?:article |manuscript |artikel |first )?(?:received|submitted|revised|accepted|eingegangen|reçu|"
    r"recibido|ricevuto|date of (?:submission|receipt))\b.*\d{4}",
    re.IGNORECASE,
)


def is_history(group: Sequence[Row]) -> bool:
    """Whether a line or two say when the article came in: ``Received 21 January 1963, accepted 5 May``."""
    return len(group) <= LOWER and bool(_HISTORY.match(text_of(group)))


def is_aside(group: Sequence[Row], blocks: Sequence[RawBlock]) -> bool:
    """Whether a group tells of the author, whom it names first, lists a book under review, or gives the contents."""
    reviewed = bool(REVIEWED.search(text_of(group)))
    return reviewed or runs_into_contents(group[0].text) or names_author(group, blocks)


OPENING = 5
"""Words among which the author is named who is told of."""
FULL_NAME = 2
"""Of his names at least: one may be a word."""


def names_author(group: Sequence[Row], blocks: Sequence[RawBlock]) -> bool:
    """Whether rows begin with the author's name, as no author's text does: ``Hester Tansy holds the keys of``.

    Or with a label for it, as the abstract has one: ``AUTHOR—Keeper of the lamps``.
    """
    if _AUTHOR.match(group[0].text):
        return True
    names = {word for block in blocks if block.kind is BlockKind.BYLINE for row in block.rows for word in _names(row)}
    return len(names.intersection(_names(group[0])[:OPENING])) >= FULL_NAME


_AUTHOR = re.compile(r"(?:about the )?authors?\s?[:—–.]", re.IGNORECASE)


def _names(row: Row) -> list[str]:
    """Words of three letters or more that may be parts of a name."""
    return [word.casefold() for word in re.findall(r"[^\W\d_]{3,}", row.text)]
