"""Reference marks at the foot of a page that were not read: between † and § there is a ‡.

Marks are in order as numbers are, and begin anew on every page; what is missing is found as missing numbers are
(``gaps.py``).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.segment.measure import Measures
from pipeline.segment.notes.called_labels import PrintedCalls, calls_above
from pipeline.segment.notes.gaps import fill_gaps
from pipeline.segment.notes.labels import Label
from pipeline.segment.notes.raised_labels import SYMBOLS
from pipeline.segment.rows import Row

ORDER = SYMBOLS[:6]
"""The marks that presses set in this order; those behind them are doubled or rare."""


def fill_marks(
    rows: Sequence[Row], starts: Mapping[tuple[int, int], Label], measures: Measures, calls: PrintedCalls
) -> list[Label]:
    """Labels for rows of the notes of an article that has reference marks and no numbers, where marks are missing.

    Args:
        rows: all note rows, in reading order.
        starts: known labels by page and line.
        measures: of the article.
        calls: what the text calls.
    """
    if any(label.value for label in starts.values()):
        return []
    numbered = {
        key: replace(label, sign=str(ORDER.index(label.sign) + 1))
        for key, label in starts.items()
        if label.sign in ORDER
    }
    firsts = {label.row.page.number: label.row for _, label in sorted(starts.items(), reverse=True)}
    # How many calls may stand over the first note of a page, whatever the readers made of the marks.
    times = {page: len(calls_above(row)) for page, row in firsts.items()}
    found = fill_gaps(
        rows,
        numbered,
        measures,
        lambda page, number: (
            number <= len(ORDER) and (times.get(page, 0) >= number or calls.are_on_page(page, ORDER[number - 1]))
        ),
    )
    return [replace(label, sign=ORDER[label.value - 1]) for label in found if label.value <= len(ORDER)]
