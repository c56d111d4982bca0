"""Block quotations of a text dump: told by the sentence before them."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from pipeline.model import Region
from pipeline.segment.body.situations import Situation
from pipeline.segment.measure import Measures
from pipeline.segment.rows import Row, starts_lower

_LEADS = re.compile(r"(?:[,:]|\bthat)$")


def quoted_in_dump(seen: Sequence[Situation], measures: Measures, others: AbstractSet[int]) -> list[str]:
    """In a dump: a run between blank lines that finishes a sentence which the text before left open (``He said,``).

    A single line must end like a sentence itself: names under a title, ``Abstract`` and headings do not.

    Args:
        seen: all rows of the body.
        measures: of the article.
        others: indices of the rows that are something else: they lead to no quotation.
    """
    reasons = [""] * len(seen)
    if Region.QUOTATION in measures.named:
        return reasons  # the source tells them
    start = 0
    while start < len(seen):
        begins = not {start - 1, start} & others and _begins_in_dump(seen, start, measures)
        end = _end_of_quotation(seen, start) if begins else start
        longest = max((len(each.row.text) for each in seen[start:end]), default=0)
        alone = end - start == 1 and seen[start].row.closes
        if end > start and (longest > measures.full_line or alone or _LEADS.search(seen[start - 1].row.text)):
            reasons[start:end] = ["set off; the sentence before leads into it"] * (end - start)
        start = max(end, start + 1)
    return reasons


def _begins_in_dump(seen: Sequence[Situation], index: int, measures: Measures) -> bool:
    if not index:
        return False
    here, before = seen[index], seen[index - 1]
    if here.page_top:
        # No blank line can be seen over a page; then the line, in smaller type, is longer than the body's lines.
        longer = len(here.row.text) > 1.03 * max(measures.full_line, 1)
        return longer and bool(_LEADS.search(before.row.text)) and not starts_lower(here.row.text)
    # A line between blank lines is a heading and leads to nothing, save one that ends like "he said that".
    isolated = before.gap >= 1 and not _LEADS.search(before.row.text)
    return here.gap >= 1 and not isolated and _introduces(before.row, here.row.text)


def _introduces(before: Row, after: str) -> bool:
    if before.closes:
        return False
    if starts_lower(after):
        return before.text.endswith(" that")
    return bool(re.search(r"[,:\w]$", before.text.rstrip()))


def _end_of_quotation(seen: Sequence[Situation], start: int) -> int:
    """A quotation ends at the next blank line, or after a short line with a full stop that the text goes on from."""
    longest = len(seen[start].row.text)
    for index in range(start + 1, len(seen)):
        here, before = seen[index], seen[index - 1]
        longest = max(longest, len(before.row.text))
        goes_on = starts_lower(here.row.text) and not before.row.closes
        if here.gap >= 1 and not here.page_top and not goes_on:
            return index
        short = len(before.row.text) < 0.8 * longest and before.row.closes
        if short and not starts_lower(here.row.text):
            return index
    return len(seen)
