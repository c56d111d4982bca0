"""Rows within what is drawn on a page image: along the axes of a chart, on a map, in a facsimile. They are no text.

That something is drawn there the ink says, so that neither a caption nor white is needed to tell them, as in
``diagrams.py``; but rows that go from margin to margin are a text, which somebody has framed or scribbled upon.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from pipeline.model import BlockKind, Box, enclosing_box
from pipeline.segment.body.displayed_matter import WORD
from pipeline.segment.body.drawing_signs import floats, has_left_edge, is_line, is_parted, is_text, may_head
from pipeline.segment.body.situations import SMALL, Situation, place_of
from pipeline.segment.measure import SAME, Measures
from pipeline.segment.raw_block import Claim, is_claimed

FEW, FEWEST = 3, 3
"""Words of a line of a text that stands in the narrow room beside a picture, at least, and such lines."""
MOSTLY = 0.5
"""Share of its width, or of the column's, that a drawing has in common with its own column."""
ASIDE = 5.0
"""Ems between a drawing and the words beside it, at most; figures may be of an axis further away."""
BESIDE = 2.5
"""Lines of white between a drawing and the words along its axis, or between two rows of these, at most."""
NEXT = 1.0
"""The same where these are as large as the text: over a heading there is more."""


def drawn_rows(seen: Sequence[Situation], claims: Mapping[int, Claim], measures: Measures) -> dict[int, Claim]:
    """The rows within drawings, and right under and over them.

    Args:
        seen: all rows of the body.
        claims: the rows of captions and tables.
        measures: of the article.
    """
    places: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, here in enumerate(seen):
        if here.geometric and here.row.page.drawings:
            places[place_of(here.row)].append(index)
    found: set[int] = set()
    for indices in places.values():
        for drawing in seen[indices[0]].row.page.drawings:
            found |= _rows_of(drawing, seen, indices, claims, measures)
    return {
        index: Claim(BlockKind.DIAGRAM, "within a drawing", begins=index - 1 not in found) for index in sorted(found)
    }


def _rows_of(
    drawing: Box, seen: Sequence[Situation], indices: Sequence[int], claims: Mapping[int, Claim], measures: Measures
) -> set[int]:
    """Those rows of a column that stand within a drawing; none where lines of a text do."""
    own = [index for index in indices if not is_claimed(claims, index, BlockKind.CAPTION)]
    if _stands_beside(drawing, [seen[index] for index in indices if is_line(seen[index], measures)]):
        return set()
    within = {index for index in own if _stands_in(drawing, seen[index])}
    if any(is_line(seen[index], measures) for index in within) or _are_prose([seen[index] for index in within]):
        return set()
    own = [index for index in own if not is_text(seen, index, measures)]
    labels = within.intersection(own)
    level = [index for index in own if index not in labels and _is_level(drawing, seen[index], measures.body_size)]
    if has_left_edge([seen[index] for index in level if WORD.search(seen[index].row.text)]):
        return set()  # a narrow text runs beside a picture
    labels.update(index for index in level if _may_label(seen[index]))
    others = [index for index in own if index not in labels]
    over = _along(drawing, seen, others[::-1], measures.leading, over=True)
    under = _along(drawing, seen, others, measures.leading, over=False)
    return labels.union(takewhile(lambda index: _is_small(seen[index]), over), under)


def _stands_beside(drawing: Box, lines: Sequence[Situation]) -> bool:
    """Whether a drawing stands in another column than the lines of this one."""
    column = enclosing_box([here.row.line.box for here in lines if here.row.line.box])
    return column is not None and column.shared_width(drawing) < MOSTLY * min(column.width, drawing.width)


def _are_prose(within: Sequence[Situation]) -> bool:
    """Whether several rows have as many words as a narrow line of a text has, side by side."""
    worded = (len(WORD.findall(here.row.text)) >= FEW and not is_parted(here) for here in within)
    return sum(worded) >= FEWEST


def _stands_in(drawing: Box, here: Situation) -> bool:
    box = here.row.line.box
    return box is not None and drawing.has_middle_of(box) and here.row.cell is None


def _is_level(drawing: Box, here: Situation, em: float) -> bool:
    """Whether a row stands beside a drawing, its middle between its head and foot."""
    box = here.row.line.box
    if box is None or here.row.cell is not None:
        return False
    if WORD.search(here.row.text) and drawing.shared_width(box) < -ASIDE * em:
        return False
    return drawing.top <= (box.top + box.bottom) / 2 <= drawing.bottom


def _may_label(here: Situation) -> bool:
    """Whether a row may be words along an axis: few, or away from both margins, and no larger than the text."""
    few = len(WORD.findall(here.row.text)) < FEW
    return (few or floats(here)) and here.size <= 1.0 + SAME


def _is_small(here: Situation) -> bool:
    return here.size < SMALL and not may_head(here.row)


def _along(
    drawing: Box, seen: Sequence[Situation], indices: Sequence[int], leading: float, *, over: bool
) -> Iterator[int]:
    """The rows right under a drawing, or right over it, that are no lines: figures of an axis, and what it is called.

    What stands beside it is passed over: the same of another drawing, or the other column.
    """
    edge = drawing.top if over else drawing.bottom
    for index in indices:
        box = seen[index].row.line.box
        if box is None or box.shared_width(drawing) <= 0:
            continue
        middle = (box.top + box.bottom) / 2
        if (middle > drawing.top) if over else (middle < drawing.bottom):
            continue
        white = edge - box.bottom if over else box.top - edge
        if not _may_label(seen[index]) or white > (BESIDE if _is_small(seen[index]) else NEXT) * leading:
            return
        yield index
        edge = box.top if over else box.bottom
