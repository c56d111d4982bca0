"""Keywords out of the block that has them: what parts them, which is not the same in all journals."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from pipeline.model import Block, BlockKind
from pipeline.segment.rows import starts_lower
from pipeline.segment.wording.front_labels import ABSTRACT, KEYWORDS

_BETWEEN = (r";", r"[·•|]|\sÆ\s", r"\s[–—-]\s", r",\s", r"\s/\s")
"""What parts keywords, in the order in which it counts: a comma may stand within keywords that semicolons part.

A font of mathematics has a dot at the place of ``Æ``."""
_STOPS = r"(?<=[^\W\d_]{3}[^\W_])[)+]?\.\s+(?=[^\W\d_a-zà-ÿ])"
"""Full stops after words, capitals behind them: so keywords are parted by the Brazilian standard NBR 6028 of 2003."""
CODES = re.compile(r"\(?\bJEL\b(?:[\s-]?(?:classifications?|codes?))?\W*(?:[A-Z]\d{1,2}\W*)+$")
"""The codes of the economists behind the keywords, or behind the abstract."""
STOPS = 2
"""Full stops within the keywords that are a habit; one may end an abbreviation."""
LINES = 3
"""Lines of keywords that no sign parts: each has its line, in a box beside the abstract."""


def keywords_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The keywords of the first of some blocks: those behind it are in another language."""
    body = CODES.sub("", KEYWORDS.sub("", blocks[0].text)) if blocks else ""
    if ABSTRACT.match(body):
        return ()  # read across into the abstract that stands beside them
    signs = _BETWEEN if ";" in body or len(re.findall(_STOPS, body)) < STOPS else (_STOPS,)
    parting = next((sign for sign in signs if re.search(sign, body)), "")
    in_lines = not parting and bool(blocks) and len(blocks[0].pieces) >= LINES
    parts = _lines(blocks[0]) if in_lines else re.split(parting or "$", body)
    return tuple(word for part in parts if (word := part.strip(" .")))


def keywords_behind(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The keywords in an index behind the text, where no more than they stand in a paragraph with their label.

    In the same paragraph they may follow in another language. Or their label is a heading: behind the first page.
    """
    for heading, block in pairwise(blocks):
        if heading.kind is BlockKind.HEADING and not KEYWORDS.sub("", heading.text) and len(block.text.split()) <= FEW:
            return keywords_of([block])
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and KEYWORDS.match(block.text) and len(block.text.split()) <= FEW:
            again = next((space.start() for space in re.finditer(r"\s", block.text)
                          if _LABELLED.match(block.text[space.end() :])), len(block.text))  # fmt: skip
            return keywords_of([msgspec.structs.replace(block, text=block.text[:again])])
    return ()


_LABELLED = re.compile(rf"(?={KEYWORDS.pattern}).{{4,20}}:", re.VERBOSE | re.IGNORECASE)
FEW = 60
"""Words of such a paragraph at most."""


def _lines(block: Block) -> list[str]:
    """The keywords, each on its line or on two, of which the second begins with a small letter."""
    words: list[str] = []
    for piece in block.pieces:
        line = KEYWORDS.sub("", block.text[piece.start : piece.end])
        if words and starts_lower(line):
            words[-1] = f"{words[-1]} {line.strip()}"
        else:
            words.append(line)
    return words
