"""The only note of a page whose label was not read: told by small type at the foot, and by the one call over it.

An article with a note here and there has no sequence of labels: ``(')`` is left of the one, ``l t suggests`` of the
other, and their notes would stand in the text, where their calls point at nothing. But a page that calls once has one
note, and its foot is set small and begins with what may have been a number. Where the article has reference marks,
what is left is left of one of them.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.model import TEXT_LAYER
from pipeline.segment.measure import Measures
from pipeline.segment.notes.gaps import begins_raised
from pipeline.segment.notes.label_chain import numbers_by_page
from pipeline.segment.notes.labels import Label
from pipeline.segment.notes.unread_labels import end_of_label, foot_in_small_type
from pipeline.segment.rows import Row
from pipeline.segment.series import NUMBERS

_LEFT = re.compile(r"[(\[]?[\dlI|!'’‘][)\]]?\s")
"""What readers leave of a raised 1 before the first word of a note, or of any number in brackets."""
_BEHIND = re.compile(r"[^\W\d_][.,;:!?”’\"')\]]{0,3}$")
"""What stands before a call on the line."""
FLUSH = 0.5
"""Ems from the margin at which some row of a note begins: a displayed quotation is set in as a whole."""


def lone_labels(pages: Sequence[Sequence[Row]], chain: Sequence[Label], measures: Measures) -> list[Label]:
    """The labels of pages with one call and one note, in an article without a sequence or that counts by the page.

    Args:
        pages: the rows of every page, furniture taken off.
        chain: the labels that are known.
        measures: of the article.
    """
    if chain and not (chain[0].series is NUMBERS and numbers_by_page(chain)):
        return []
    known, first, found = {label.row.page.number for label in chain}, 0, list[Label]()
    for page in pages:
        if page and page[0].page.number not in known and page[0].page.reader != TEXT_LAYER:
            found += _lone_label(page, first, measures)
        first += len(page)
    return found


def _lone_label(page: Sequence[Row], first: int, measures: Measures) -> Iterator[Label]:
    """The label of the only note of a page; ``first`` is the index of the page's first row."""
    columns = [list(column) for _, column in groupby(page, key=lambda row: row.line.column)]
    feet = [foot_in_small_type(column, measures) for column in columns]
    called = {number for column, foot in zip(columns, feet, strict=True) for number in _called(column[:foot])}
    column, foot = columns[-1], feet[-1]
    rows = column[foot:]
    if len(called) != 1 or not rows or not any(measures.indent(row) < FLUSH for row in rows):
        return
    left = _LEFT.match(rows[0].text)
    if left or begins_raised(rows[0]):
        end = left.end() - 1 if left else end_of_label(column, foot, foot)
        yield Label(rows[0], first + len(page) - len(rows), end, called.pop(), 0.0)


def _called(rows: Sequence[Row]) -> Iterator[str]:
    """The numbers that a text calls: raised, or right behind a word."""
    for row in rows:
        for call in row.line.calls:
            numbers = [reading.text for reading in call.readings if reading.text.isdecimal()]
            behind = _BEHIND.search(row.line.text[max(0, call.start - 5) : call.start])
            if numbers and call.start > row.start + 1 and (call.raised or behind):
                yield numbers[0]
