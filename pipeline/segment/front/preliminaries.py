"""What stands between the title block and the text: an abstract, the contents, the title and the names once more.

Law reviews print the contents on the first page, and behind them the title again, with the author's note and the
abstract, over the text. What stands before the contents is no text of the article, however it is set.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from pipeline.model import BlockKind
from pipeline.segment.body.epigraphs import is_epigraph
from pipeline.segment.front.parallel_titles import is_parallel
from pipeline.segment.front.under_names import names_author
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.row_letters import run_of_letters
from pipeline.segment.rows import is_italic, starts_lower
from pipeline.segment.wording.front_labels import KEYWORDS, heads_contents

FEWEST_WORDS = 60
"""Shorter matter in that place is an epigraph."""
_TEXT = (BlockKind.QUOTATION, BlockKind.PARAGRAPH)
_TITLE = (BlockKind.TITLE, BlockKind.SUBTITLE)


def take_preliminaries(title_blocks: Sequence[RawBlock], body: list[RawBlock]) -> int:
    """How many blocks at the beginning of the body stand before the text; their kinds are set.

    Args:
        title_blocks: what was found on the first page.
        body: the blocks after it.
    """
    _end_life(title_blocks, body)
    taken = _take_translation(title_blocks, body) or _take_abstract(title_blocks, body, 0)
    contents = _length_of_contents(body[taken:])
    if contents and body[taken].kind is not BlockKind.CONTENTS:
        body[taken].kind, body[taken].level = BlockKind.HEADING, 1
    taken += contents
    again = _take_title(title_blocks, body, taken) if contents else []
    taken += len(again)
    abstract = any(block.kind is BlockKind.ABSTRACT for block in (*title_blocks, *body[:taken]))
    return taken + (_take_abstract(again or title_blocks, body, taken) if contents and not abstract else 0)


def _take_translation(title_blocks: Sequence[RawBlock], body: Sequence[RawBlock]) -> int:
    """How many blocks are title and abstract once more in another language, where no label says so; kinds are set."""
    title = next((block.text for block in title_blocks if block.kind is BlockKind.TITLE), "")
    begun = any(block.kind is BlockKind.ABSTRACT for block in title_blocks)
    if not (begun and body and body[0].kind is BlockKind.HEADING and is_parallel(title, body[0].text)):
        return 0
    own = list(takewhile(_is_apart, body[1:]))
    if _words(own) < FEWEST_WORDS:
        return 0
    body[0].kind, body[0].level, body[0].reason = BlockKind.PARAGRAPH, 0, "the title in another language"
    for block in own:
        block.kind = BlockKind.KEYWORDS if KEYWORDS.match(block.text) else BlockKind.ABSTRACT
        block.resumes, block.reason = False, "under the title in another language"
    return 1 + len(own)


def _end_life(title_blocks: Sequence[RawBlock], body: list[RawBlock]) -> None:
    """Joins what is told of the author under the abstract to its end on the next page."""
    life = [block for block in title_blocks[-1:] if block.kind is BlockKind.PARAGRAPH]
    broken = [block for block in life if names_author(block.rows, title_blocks) and not block.rows[-1].closes]
    if broken and body and body[0].kind in _TEXT:
        broken[0].rows.extend(body.pop(0).rows)


def _length_of_contents(blocks: Sequence[RawBlock]) -> int:
    """How many blocks are a table of contents, the heading over it one of them."""
    headed = [block.kind is BlockKind.CONTENTS for block in blocks[:2]] == [False, True] and _is_over(blocks[0])
    entries = takewhile(lambda block: block.kind is BlockKind.CONTENTS, blocks[headed:])
    return headed + sum(1 for _ in entries)


def _is_over(block: RawBlock) -> bool:
    """Whether a block is the heading over contents: any, or a line that says so, however it is set."""
    return block.kind is BlockKind.HEADING or heads_contents(block.text)


def _take_title(title_blocks: Sequence[RawBlock], body: list[RawBlock], start: int) -> list[RawBlock]:
    """The title and the names that are printed once more, as what they are; an empty list where the text begins."""
    title = _letters(block for block in title_blocks if block.kind in _TITLE)
    names = _letters(block for block in title_blocks if block.kind is BlockKind.BYLINE)
    heading = list(takewhile(lambda block: block.kind is BlockKind.HEADING, body[start:]))
    length = next((count for count in range(1, len(heading) + 1) if title and _letters(heading[:count]) == title), 0)
    if not length:
        return []
    again = RawBlock(BlockKind.TITLE, [row for block in heading[:length] for row in block.rows], reason=AGAIN)
    body[start : start + length] = [again]
    under = list(takewhile(lambda block: _letters([block]) in names, body[start + 1 :])) if names else []
    for block in under:
        block.kind, block.level, block.reason = BlockKind.BYLINE, 0, AGAIN
    return [again, *under]


AGAIN = "printed once more, behind the contents"


def _take_abstract(title_blocks: Sequence[RawBlock], body: list[RawBlock], start: int) -> int:
    """How many blocks from a place in the body are the abstract; their kinds are set, and parted lines joined."""
    if all(block.kind is not BlockKind.BYLINE for block in title_blocks):
        return 0
    own = _abstract(title_blocks, body[start:])
    joined: list[RawBlock] = [block for block in title_blocks[-1:] if block.kind is BlockKind.ABSTRACT]
    before = len(joined)
    for block in own:
        keyed = bool(KEYWORDS.match(block.text))
        if joined and not keyed and not joined[-1].rows[-1].closes and _words(joined[-1:]) >= LABEL:
            joined[-1].rows.extend(block.rows)
            continue
        block.kind, block.level, block.resumes = BlockKind.KEYWORDS if keyed else BlockKind.ABSTRACT, 0, False
        block.reason = "between the names and the first heading, set apart"
        joined.append(block)
    body[start : start + len(own)] = joined[before:]
    return len(joined) - before


def _abstract(title_blocks: Sequence[RawBlock], body: Sequence[RawBlock]) -> list[RawBlock]:
    last, begun = title_blocks[-1], any(block.kind is BlockKind.ABSTRACT for block in title_blocks)
    labelled = last.kind is BlockKind.ABSTRACT and _words([last]) < LABEL
    leading = list(takewhile(_may_be, body))
    behind = body[len(leading) :]
    if not labelled and any(
        is_epigraph(one.rows, other.rows[0]) for one, other in zip(leading, body[1:], strict=False)
    ):
        return []
    if labelled and leading and _is_apart(leading[0]):  # set apart, it ends where the text begins
        return list(takewhile(_is_apart, leading))
    goes_on = bool(leading) and last.kind is BlockKind.ABSTRACT and _goes_on(last, leading[0])
    over_contents = _length_of_contents(behind) > 0
    closed = over_contents or (bool(behind) and behind[0].kind is BlockKind.HEADING)
    apart = over_contents or all(map(_is_apart, leading))
    if begun and last.kind is not BlockKind.ABSTRACT:
        return []  # what goes on in the life of the author
    if closed and (labelled or (apart and (begun or _words(leading) >= FEWEST_WORDS))):
        return list(takewhile(lambda block: not names_author(block.rows, title_blocks), leading))
    return leading[:1] if goes_on else []


LABEL = 3
"""Words that are no abstract but the label of one."""


def _may_be(block: RawBlock) -> bool:
    """Whether a block may be of an abstract: text, or a sentence in italics that looks like a heading."""
    sentence = block.kind is BlockKind.HEADING and block.rows[-1].closes and is_italic(*block.rows)
    return sentence or (block.kind in _TEXT and not heads_contents(block.text))


def _goes_on(block: RawBlock, following: RawBlock) -> bool:
    """Whether a block breaks off in a sentence, as at the foot of a page, and the next goes on in small letters."""
    return not block.rows[-1].closes and starts_lower(following.rows[0].text)


def _is_apart(block: RawBlock) -> bool:
    return block.kind is BlockKind.QUOTATION or is_italic(*block.rows)


def _words(blocks: Sequence[RawBlock]) -> int:
    return sum(len(row.text.split()) for block in blocks for row in block.rows)


def _letters(blocks: Iterable[RawBlock]) -> str:
    return run_of_letters("".join(block.text for block in blocks))
