"""Notes lettered a, b, c, or numbered i, ii, iii: with what rows begin, and whether it labels the article's notes."""

from collections.abc import Iterator, Sequence

from pipeline.segment.notes.labels import Label
from pipeline.segment.notes.raised_labels import raised_letters
from pipeline.segment.rows import Row
from pipeline.segment.series import Series

FEWEST_LETTERS = 3
"""Letters that make a sequence."""
RIVAL_LETTER = 0.5
"""Weight of a raised letter by a reading that is not the surest: a broken ``a`` may be taken for an ``i``."""


def lettered(row: Row, index: int, series: Series) -> Iterator[Label]:
    """The signs with which a row may begin: raised, by all their readings, the surest first; or before a capital."""
    raised = raised_letters(row)
    for end, letter, surest in raised:
        if series.value_of(letter):
            yield Label(row, index, end, letter, 1.0 if surest else RIVAL_LETTER, series=series)
    match = None if raised else series.on_line.match(row.text)
    if match and series.value_of(match["sign"]):
        yield Label(row, index, match.end("stop"), match["sign"], 0.8 if match["stop"] else 0.3, series=series)


def are_lettered(letters: Sequence[Label], numbers: Sequence[Label]) -> bool:
    """Whether an article letters its notes: its chain of letters is the longer one, and has a ``b`` for most ``a``.

    A line of a note that begins with the article ``a`` makes a chain of nothing but ``a``, but it is not raised: raised
    letters may be one on each page.
    """
    first, second = (sum(label.value == value for label in letters) for value in (1, 2))
    sure = 2 * sum(label.raised for label in letters) > len(letters) or 2 * second >= first
    return len(letters) >= FEWEST_LETTERS and sure and len(letters) > 2 * len(numbers)
