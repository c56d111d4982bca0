"""Words and figures within a drawing: along the axes of a chart, in the boxes of a scheme. They are no text.

A drawing has no type of its own by which it could be told, but it has a caption, and what stands between the caption
and the text over it (or under it) is in no line that goes from margin to margin.
"""

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from pipeline.model import BlockKind, Box
from pipeline.segment.body.displayed_matter import WORD, has_letters
from pipeline.segment.body.drawing_signs import (
    ENDS,
    floats,
    has_left_edge,
    is_away,
    is_line,
    is_of_body,
    is_text,
    may_head,
)
from pipeline.segment.body.figures import is_caption
from pipeline.segment.body.situations import INDENT, SMALL, Situation, place_of
from pipeline.segment.measure import SAME, Measures
from pipeline.segment.raw_block import Claim, RawBlock, is_claimed
from pipeline.segment.rows import Row, is_upright
from pipeline.segment.wording.heading_words import NUMBERED

_TABLE = re.compile(r"^(?:tab|cuad|quad|табл)", re.IGNORECASE)
"""What the caption of a table begins with, under which rows and columns stand."""
LARGE = 5
"""Rows in columns that are a table whatever its caption calls it."""
FEWEST = 3
"""Rows within a drawing: fewer may be a heading over it, or a last line, save signs away from both margins."""
MOSTLY = 0.6
"""Share of them that stand away from both margins, or have figures for words."""
GREAT = 4.0
"""Lines of white that a drawing leaves between its words."""


def diagram_rows(seen: Sequence[Situation], claims: Mapping[int, Claim], measures: Measures) -> dict[int, Claim]:
    """The rows within drawings that have a caption.

    Args:
        seen: all rows of the body.
        claims: the rows of captions and tables, and those within what the ink shows to be drawn.
        measures: of the article.
    """
    found: dict[int, Claim] = {}
    for index, claim in claims.items():
        if claim.kind is not BlockKind.CAPTION or not claim.begins or not _labels_figure(seen[index]):
            continue
        end = index + 1
        while is_claimed(claims, end, BlockKind.CAPTION) and not claims[end].begins:
            end += 1
        run = _drawing(seen, range(index - 1, -1, -1), claims, measures)
        run = run or _drawing(seen, range(end, len(seen)), claims, measures)
        for each in run:
            found[each] = Claim(BlockKind.DIAGRAM, "beside the caption of a drawing", begins=each == run[0])
    found |= _rows_in_white(seen, claims, measures)
    drawn = {index: claim for index, claim in claims.items() if claim.kind is BlockKind.DIAGRAM}
    return found | _upright_rows(seen, drawn | found, claims)


def _rows_in_white(seen: Sequence[Situation], claims: Mapping[int, Claim], measures: Measures) -> dict[int, Claim]:
    """The rows around great white that are no lines and in smaller type: a drawing on a scan, its caption read or not.

    Nothing but a drawing parts such rows so in the midst of the text, which goes on under them on the page.
    """
    found: dict[int, Claim] = {}
    start = 1
    while start < len(seen):
        end = start
        while end < len(seen) and _may_label(seen, start, end, claims, measures):
            end += 1
        white = any(here.gap >= GREAT for here in seen[start + 1 : end])
        rows = [index for index in range(start, end) if index not in claims]
        goes_on = end < len(seen) and place_of(seen[end].row) == place_of(seen[start].row)
        if white and goes_on and not any(may_head(seen[index].row) for index in rows):
            found |= {index: Claim(BlockKind.DIAGRAM, "around great white", begins=index == rows[0]) for index in rows}
        start = max(end, start + 1)
    return found


def _may_label(
    seen: Sequence[Situation], start: int, index: int, claims: Mapping[int, Claim], measures: Measures
) -> bool:
    """Whether a row on the page of another may be words in a drawing, or its caption."""
    here, before = seen[index], seen[index - 1]
    if place_of(here.row) != place_of(seen[start].row):
        return False
    if here.gap < ENDS and not here.page_top and is_line(before, measures) and abs(here.size - before.size) <= SAME:
        return False  # the last line of small type
    if index in claims:
        return claims[index].kind in (BlockKind.CAPTION, BlockKind.DIAGRAM)
    return here.geometric and here.size < SMALL and not is_line(here, measures) and not NUMBERED.match(here.row.text)


def _upright_rows(
    seen: Sequence[Situation], drawn: Mapping[int, Claim], claims: Mapping[int, Claim]
) -> dict[int, Claim]:
    """The rows beside drawings that are read upwards: names of axes, which readers put at the end of the page."""
    extents: dict[int, list[Box]] = defaultdict(list)
    for index in drawn:
        if (box := seen[index].row.line.box) is not None:
            extents[seen[index].row.page.number].append(box)
    found = {}
    for index, here in enumerate(seen):
        boxes, own = extents.get(here.row.page.number), here.row.line.box
        if not boxes or own is None or index in drawn or index in claims or not is_upright(here.row):
            continue
        if min(box.top for box in boxes) < own.bottom and own.top < max(box.bottom for box in boxes):
            found[index] = Claim(BlockKind.DIAGRAM, "upright beside a drawing", begins=True)
    return found


def with_turned(blocks: Sequence[RawBlock], turned: Iterable[Row]) -> list[RawBlock]:
    """The blocks, the turned rows of each page between them: behind that block which runs over the page turn."""
    waiting = deque(list(rows) for _, rows in groupby(turned, key=lambda row: row.page.number))
    made: list[RawBlock] = []
    for block in blocks:
        while waiting and waiting[0][0].page.number < block.rows[0].page.number:
            made.append(_of_turned(waiting.popleft()))
        made.append(block)
    return [*made, *map(_of_turned, waiting)]


def _of_turned(rows: list[Row]) -> RawBlock:
    return RawBlock(BlockKind.DIAGRAM, rows, reason="turned")


def _drawing(seen: Sequence[Situation], indices: range, claims: Mapping[int, Claim], measures: Measures) -> list[int]:
    """The rows from a caption to the text, in reading order; none where they are not those of a drawing."""
    run: list[int] = []
    start = indices.start - indices.step
    for index in indices:
        caption = is_claimed(claims, index, BlockKind.CAPTION)
        if caption and not _labels_figure(seen[index]):
            # Over a table stands its own caption.
            tabular = [at for at, each in enumerate(run) if is_claimed(claims, each, BlockKind.TABLE)]
            run = run[: tabular[0]] if tabular else run
        if caption or place_of(seen[index].row) != place_of(seen[start].row) or is_text(seen, index, measures):
            break
        run.append(index)
    tabular = [each for each in run if is_claimed(claims, each, BlockKind.TABLE)]
    labels = len(tabular) < LARGE or _is_drawn([seen[each] for each in run])
    run = [each for each in run if each not in tabular or (labels and seen[each].row.cell is None)]
    while run and _may_be_text(seen[run[-1]]):
        run.pop()
    floating = sum(floats(seen[each]) for each in run)
    signs = bool(run) and all(is_away(seen[each]) and not WORD.search(seen[each].row.text) for each in run)
    drawn = (len(run) >= FEWEST or signs) and floating >= MOSTLY * len(run)
    return sorted(run) if drawn and not has_left_edge([seen[each] for each in run]) else []


def _is_drawn(run: Sequence[Situation]) -> bool:
    """Whether the ink shows a drawing amid rows, in which the figures of axes stand in columns."""
    return any(
        drawing.top < box.bottom and box.top < drawing.bottom
        for here in run
        if (box := here.row.line.box) is not None
        for drawing in here.row.page.drawings
    )


def _labels_figure(here: Situation) -> bool:
    return is_caption(here.row.text) and not _TABLE.match(here.row.text)


def _may_be_text(here: Situation) -> bool:
    """Whether a row farthest from the caption may be a short paragraph or a heading."""
    return is_of_body(here) and has_letters(here.row.text) and here.indent < INDENT
