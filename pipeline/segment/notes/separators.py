"""The rule that a press draws between the text and the notes under it, known by the article's own habit.

Type size and white leave open whether small type over the first label of a page carries on a note of the page before or
ends the text, as a caption, a table or the lines about the author do. Where the article rules its notes off, the rule
says it.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from math import inf

from pipeline.model import Box
from pipeline.segment.measure import NOT_BODY, Measures
from pipeline.segment.rows import Row

FEWEST = 3
"""Pages that show the habit: on one or two a rule may stand there by chance."""
MOST = 0.9
"""Of the pages with labels those with a rule over the first, where notes are ruled off: a scan loses a rule."""
MOST_PAGES = 0.6
"""Of the pages those on which a rule of the running heads stands at one height."""
WIDTH = 0.05
"""Share of its width by which a rule differs at most from those of the other pages."""


def note_rules(
    pages: Sequence[Sequence[Row]], starts: Collection[tuple[int, int]], measures: Measures
) -> dict[int, float]:
    """How far down each page its notes begin, in pixels, by the rule over them; only pages of which that is known.

    Infinity for a page without such a rule in an article that has one over the labels of every other page.

    Args:
        pages: the rows of every page, furniture and what is turned taken off.
        starts: page and line of the first rows of the notes.
        measures: of the article.
    """
    single = [page for page in pages if page and len({row.line.column for row in page}) == 1]
    first = {page[0].page.number: label for page in single if (label := _first_label(page, starts)) is not None}
    heads = _rules_of_heads(single)
    white = {page[0].page.number: _rules_in_white(page, first.get(page[0].page.number), heads) for page in single}
    over = {
        page[0].page.number: [
            rule
            for rule in white[page[0].page.number]
            if _is_over_small(rule, page, first.get(page[0].page.number), measures)
        ]
        for page in single
    }
    ruled = {number: over[number][-1] for number in first if over[number]}
    widths = {rule.width for rule in ruled.values()}
    if len(ruled) >= FEWEST:
        ruled = {number: alike[-1] for number in first if (alike := _of_width(white[number], widths))} | ruled
    if len(ruled) < max(FEWEST, MOST * len(first)):
        return {}
    found = {number: float(rule.top) for number, rule in ruled.items()}
    for number in over.keys() - first.keys():
        if alike := _of_width(over[number], widths):
            found[number] = alike[-1].top
        elif not over[number] and len(ruled) == len(first):
            found[number] = inf
    return found


def _of_width(rules: Sequence[Box], widths: Collection[int]) -> list[Box]:
    """Those of some rules that are as wide as one that is known to stand over notes."""
    return [rule for rule in rules if any(abs(rule.width - width) <= WIDTH * width for width in widths)]


def is_under(row: Row, top: float) -> bool:
    """Whether the middle of a row is further down its page than ``top``."""
    box = row.line.box
    return box is not None and (box.top + box.bottom) / 2 > top


def _first_label(page: Sequence[Row], starts: Collection[tuple[int, int]]) -> int | None:
    return next((index for index, row in enumerate(page) if row.key in starts and row.line.box), None)


def _rules_of_heads(pages: Sequence[Sequence[Row]]) -> frozenset[int]:
    """How far down the rules of the running heads stand: at one height on most pages, and over all their text."""
    tops: Counter[int] = Counter()
    for page in pages:
        first = min((row.line.box.top for row in page if row.line.box), default=0)
        tops.update({rule.top for rule in page[0].page.rules if rule.top < first})
    return frozenset(top for top in tops if sum(tops[top + off] for off in (-1, 0, 1)) >= MOST_PAGES * len(pages))


def _rules_in_white(page: Sequence[Row], label: int | None, heads: Collection[int]) -> list[Box]:
    """The rules in the white of a page, over its first label, from top to bottom.

    What stands within a row is the line under a link.
    """
    boxes = [row.line.box for row in page if row.line.box]
    drawn = [rule for rule in page[0].page.rules if rule.top not in heads]
    white = [rule for rule in drawn if not any(rule.shared_height(box) > 0 for box in boxes)]
    return [rule for rule in white if label is None or is_under(page[label], rule.top)]


def _is_over_small(rule: Box, page: Sequence[Row], label: int | None, measures: Measures) -> bool:
    """Whether all rows under a rule and over the first label are small; where no label is, there are such rows."""
    under = [row for row in page[:label] if is_under(row, rule.top)]
    return (bool(under) or label is not None) and all(measures.relative_size(row) < NOT_BODY for row in under)
