"""The neighbours in the issue: the end of the article before on the first page, the start of the next on the last."""

from collections.abc import Sequence

from pipeline.segment.measure import LARGE, Measures
from pipeline.segment.rows import Row
from pipeline.segment.wording.front_labels import is_labelled
from pipeline.segment.wording.name_lines import names_people

FEWEST = 2
"""Lines of running text over a title that are the end of another article; one line may be a motto."""
ENTRIES = 6
"""Long lines in small type over a title that are the end of another article's bibliography."""
SMALL = 0.95
"""Relative size of such type at most."""
PROSE = 0.6
"""Share of a full line that a line of running text has."""


def is_another_article(above: Sequence[Row], measures: Measures) -> bool:
    """Whether the rows over the title are running text, or the end of a bibliography: no journal prints these there."""
    full = max(measures.full_line, 1)
    prose = [row for row in above if len(row.text) >= PROSE * full and abs(measures.relative_size(row) - 1) < 0.06]
    if len(prose) >= FEWEST and any(row.closes for row in above):
        return True
    small = [row for row in above if len(row.text) >= PROSE * full and measures.relative_size(row) < SMALL]
    labelled = any(is_labelled(row.text) for row in above)
    return len(small) >= ENTRIES and sum(row.closes for row in above) >= FEWEST and not labelled


def next_article(rows: Sequence[Row], measures: Measures, title_size: float) -> int:
    """Index of the row with which the next article begins; the number of rows where none does.

    It begins on the last page with a title as large as this article's, with authors under it, or over it.

    Args:
        rows: of the body.
        measures: of the article.
        title_size: relative size of this article's title; 0.0 where unknown.
    """
    if not rows or title_size < LARGE:
        return len(rows)
    last = rows[-1].page.number
    first = next((index for index, row in enumerate(rows) if row.page.number == last), len(rows))
    for index in range(max(first, 1), len(rows)):
        row, around = rows[index], rows[index + 1 : index + 4]
        large = row.cell is None and measures.relative_size(row) >= 0.95 * title_size
        if large and rows[index - 1].closes and any(names_people(other.text, measures) for other in around):
            return index
    return len(rows)
