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
from pipeline.segment.rows import Row
from pipeline.segment.series import MARKS, NUMBERS


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
    signs = {label.sign for label in starts.values()}
    if any(label.value for label in starts.values()) or "**" in signs:
        return []  # numbers; or a star more for each note of a page, and no † that is missing behind the first
    marks = {key: replace(label, series=MARKS) for key, label in starts.items() if MARKS.value_of(label.sign)}
    firsts = {label.row.page.number: label.row for _, label in sorted(starts.items(), reverse=True)}
    # How many calls may stand over the first note of a page, whatever the readers made of the marks.
    times = {page: len(calls_above(row)) for page, row in firsts.items()}
    found = fill_gaps(
        rows,
        marks,
        measures,
        lambda page, mark: times.get(page, 0) >= MARKS.value_of(mark) > 0 or calls.are_on_page(page, mark),
        series=MARKS,
    )
    return [replace(label, series=NUMBERS) for label in found if label.sign]
