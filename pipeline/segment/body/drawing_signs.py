"""What tells the rows of a drawing from those of a text: they are short, stand anywhere, and have figures for words."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.segment.body.displayed_matter import has_letters
from pipeline.segment.body.figures import CELL_GAP
from pipeline.segment.body.situations import INDENT, SHORT, Situation, place_of
from pipeline.segment.measure import SAME, Measures
from pipeline.segment.rows import Row
from pipeline.segment.wording.heading_words import NUMBERED

AWAY = 1.5
"""Ems from the left margin at which a row stands away from it."""
WIDE = 0.5
"""Share of its column that a line of text fills."""
PROSE = 5
"""Words of such a line."""
EDGE = 0.3
"""Ems within which lines begin at one edge."""
FEWEST_LINES, SHARED = 4, 0.4
"""Rows with words, and their share, that stand at one edge where they are lines of a text."""
HEADING_LETTERS = 8
"""Letters of a row in capitals that may be a heading; labels in a drawing are shorter."""
ENDS = 0.3
"""Lines of white within which the last line of a paragraph stands under the one before."""


def is_text(seen: Sequence[Situation], index: int, measures: Measures) -> bool:
    """Whether a row is a line of text, the last one of a paragraph, or a numbered heading."""
    here = seen[index]
    if not here.geometric or is_line(here, measures):
        return True
    if NUMBERED.match(here.row.text) and has_letters(here.row.text) and here.indent < INDENT:
        return True  # a heading
    before = seen[index - 1] if index else None
    ends = before is not None and place_of(before.row) == place_of(here.row) and here.gap < ENDS
    return ends and before is not None and is_line(before, measures) and here.indent < INDENT and is_of_body(here)


def is_line(here: Situation, measures: Measures) -> bool:
    """Whether a row fills most of its column with words."""
    width = measures.width(here.row)
    filled = width - here.indent - here.shortfall
    words = here.row.text.split()
    return has_letters(here.row.text) and len(words) >= PROSE and filled >= WIDE * width and not is_parted(here)


def is_parted(here: Situation) -> bool:
    """Whether much white stands within a row, as between the words of a legend."""
    boxes = [word.box for word in here.row.line.words if word.box]
    height = here.row.line.size or 0.0
    return any(after.left - before.right > CELL_GAP * height > 0 for before, after in pairwise(boxes))


def is_of_body(here: Situation) -> bool:
    """Whether a row is in the type of the body."""
    return abs(here.size - 1.0) <= SAME


def floats(here: Situation) -> bool:
    """Whether a row stands as those of a drawing do: without words, or away from both margins."""
    return not has_letters(here.row.text) or is_away(here)


def is_away(here: Situation) -> bool:
    """Whether a row stands away from both margins."""
    return here.indent >= AWAY and here.shortfall > SHORT


def may_head(row: Row) -> bool:
    """Whether a row in capitals may be the heading under an author's name at the end of an article."""
    return row.text.isupper() and sum(map(str.isalpha, row.text)) >= HEADING_LETTERS


def has_left_edge(run: Sequence[Situation]) -> bool:
    """Whether rows with words stand one under the other at one edge: verse, a text that is edited, a list."""
    worded = [here.indent for here in run if has_letters(here.row.text)]
    shared = max((sum(abs(one - other) <= EDGE for other in worded) for one in worded), default=0)
    return shared >= FEWEST_LINES and shared > SHARED * len(worded)
