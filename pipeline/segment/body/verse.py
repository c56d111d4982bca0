"""Verse: short lines in smaller type, which begin with capitals at one edge."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.letters import CAPITALS
from pipeline.segment.body.situations import SHORT, Situation, place_of
from pipeline.segment.measure import CLEARLY_SMALLER

SHORT_LINES = "short lines in smaller type"
VERSE = 3
"""Lines of verse that show by themselves that they are a quotation; fewer need a sentence that leads into them."""
ONE_EDGE = 1.3
"""Ems within which lines of verse begin: rhymes are indented by an em, a quotation mark may hang out."""
FAR_IN = 4.0
"""Ems from the margin at which no second line of an entry or an item stands."""
_LINE_OF_VERSE = re.compile(rf"[\W]{{0,4}}[{CAPITALS}]\w*\W+\w")
"""Lines of verse begin with a capital and have more than one word."""
LEADING = re.compile(r"[:—–]\W{0,2}$|,$")


def end_of_verse(seen: Sequence[Situation], start: int, others: AbstractSet[int]) -> int:
    """Where verse ends that begins here: short lines in clearly smaller type that begin at one edge, however far in.

    Verse is centred on its longest line (Hart's Rules, 9.4.1), so that its indent tells nothing; nor has it any white
    above it where the page is full.
    """
    end = start
    while (
        end < len(seen)
        and end not in others
        and seen[end].size < CLEARLY_SMALLER
        and seen[end].indent >= FAR_IN
        and seen[end].shortfall >= SHORT
        and _LINE_OF_VERSE.match(seen[end].row.text)
        and abs(seen[end].indent - seen[start].indent) <= ONE_EDGE
        and place_of(seen[end].row) == place_of(seen[start].row)
        and (end == start or seen[end].gap < 0.3)
    ):
        end += 1
    led = start > 0 and bool(LEADING.search(seen[start - 1].row.text))
    return end if end - start >= VERSE or (end > start and led) else start
