"""The one chain of note labels that is the article's sequence of notes.

The chain of best weight through all labels, found by dynamic programming, is the sequence: consecutive numbers in
reading order, in small type, below the text. A number the reader damaged (``l.``, ``S.``, ``1O.``) joins the chain
where the sequence demands it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.letters import CAPITALS
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row

LOOK_BACK = 250
"""Labels that a step may pass over; keeps the search linear in a file with thousands of notes."""

SKIP_PRICE = 1.5
"""Price of every number that the sequence skips: higher than the gain of a doubtful label, lower than of a sure one."""
MOST_SKIPPED = 12
LEAP = 12.0
"""Price of more skipped numbers than that, before a label that its page calls: some that follow have to bear it out."""
MOST_FOR_SKIPS = 7.5
"""A page of notes whose raised numbers the reader lost skips several at once: one accident, not many."""


def chain_of(labels: Sequence[Label], is_called: Callable[[Label], bool] = lambda _: False) -> list[Label]:
    """The chain of numbered labels with the greatest weight, in reading order.

    A step to the next number gains 3, a skipped number costs ``SKIP_PRICE``. Going back to 1 on a later page costs
    little where the article numbers by the page and much where it does not. A chain that gains nothing is empty.

    Args:
        labels: that may be labels.
        is_called: whether the text of its page calls a label. Of an excerpt pages lack, and with them any numbers.
    """
    numbered = [label for label in labels if label.value > 0]
    leaps = frozenset(label.index for label in numbered if label.value > MOST_SKIPPED and is_called(label))
    restart = BY_PAGE if numbers_by_page(numbered) else RARE_RESTART
    best: list[float] = []
    came_from: list[int | None] = []
    for index, label in enumerate(numbered):
        score, origin = label.weight - SKIP_PRICE * min(label.value - 1, 4), None
        for earlier in range(max(0, index - LOOK_BACK), index):
            step = _step(numbered[earlier], label, restart, leaps)
            if step is not None and best[earlier] + step + label.weight > score:
                score, origin = best[earlier] + step + label.weight, earlier
        best.append(score)
        came_from.append(origin)
    if not best or max(best) <= 0:
        return []
    position: int | None = max(range(len(best)), key=lambda place: (best[place], -place))
    chain = []
    while position is not None:
        chain.append(numbered[position])
        position = came_from[position]
    return chain[::-1]


def by_form(labels: Sequence[Label], chain: Sequence[Label]) -> list[Label]:
    """The labels, those on the line of less weight where the chain's are raised: ``42, 43, 60`` among raised labels.

    They are kept, for a reader may take a raised number for one on the line. In a dump nothing is raised; there the
    labels of the items of a list have a stop, where those of the notes have none: ``22 See``, ``1. The keys``. Those of
    headings have no figure either, and are none: ``II. The Right to Sense``.
    """
    if len(chain) < FEWEST_RAISED:
        return list(labels)
    stopped = sum(map(_has_stop, chain))
    if all(label.row.line.box is None for label in chain) and stopped < UNSTOPPED * len(chain):
        return [
            replace(label, weight=label.weight - STOPPED) if label.value and _has_stop(label) else label
            for label in labels
            if not _is_roman(label)
        ]
    if sum(label.raised for label in chain) < MOSTLY * len(chain):
        return list(labels)
    return [label if label.raised or not label.value else replace(label, weight=label.weight - 1.5) for label in labels]


def _has_stop(label: Label) -> bool:
    return label.printed.endswith((".", ")", ":"))


def without_items(labels: Sequence[Label], chain: Sequence[Label]) -> list[Label]:
    """The labels of a dump without the numbered paragraphs that have taken the place of its notes.

    ``1. The line`` to ``9. The zone`` are a chain of their own, and may gain more than the labels of the pages on which
    they stand. Where a chain of labels without stops goes on for longer, the notes have none, and those are items.
    """
    stopped = sum(map(_has_stop, chain))
    if any(label.row.line.box for label in chain) or stopped < UNSTOPPED * len(chain):
        return list(labels)
    bare = [label for label in labels if not label.value or not _has_stop(label)]
    return bare if len(chain_of(bare)) >= max(FEWEST_RAISED, LONGER * stopped) else list(labels)


LONGER = 1.5
"""Times as many labels without stops as items: of notes with stops fewer than half lose theirs."""


def without_sections(labels: Sequence[Label], rows: Sequence[Row]) -> list[Label]:
    """The labels of a dump without the Roman numbers of its headings, which read as strokes of a 1: ``I. The Lamp``.

    Where ``II.`` and ``III.`` begin rows too, sections are numbered so.
    """
    begun = {found[0] for row in rows if row.line.box is None and (found := _SECTION.match(row.text))}
    return [label for label in labels if not (begun >= _SECTIONS and _is_roman(label))]


_SECTION = re.compile(rf"III?(?=\.\s?[{CAPITALS}])")
_SECTIONS = {"II", "III"}


def _is_roman(label: Label) -> bool:
    """Whether a label with a stop is a Roman number, which the table of letters took for strokes of a 1."""
    return _has_stop(label) and label.printed.rstrip(".):") in {"I", "II", "III"}


FEWEST_RAISED = 5
STOPPED = 2.0
"""Price of a label with a stop where those of the notes have none: more than the stop gives it elsewhere."""
UNSTOPPED = 0.34
"""Most of the labels of a chain that may have a stop, items of lists among them, where the notes have none."""
MOSTLY = 0.8
BY_PAGE = -0.5
RARE_RESTART = -4.0
CHANGE_OF_FORM = 2.0
"""Price of a label in brackets beside one without: ``(2)`` in an abstract begins an item, not a note."""
MOST_LOST = 3
"""Number with which a page's legible labels may begin, where numbers go by the page."""
CARRIED_OVER = -1.5
"""Where numbers go by the page, the last note of a page may be carried over, and stand above a new 1."""


def numbers_by_page(labels: Sequence[Label]) -> bool:
    """Whether the numbers start again on most pages: a page has a 1, and no number that would go on from before.

    A page with more notes than the one before has such a number too, but also all the numbers below it. And a page
    whose 1 was lost begins with two numbers that the page before has passed.
    """
    pages: dict[int, list[int]] = {}
    for label in labels:
        pages.setdefault(label.row.page.number, []).append(label.value)
    again, last = 0, 0
    for values in pages.values():
        goes_on = last > 0 and values[:2] == [last + 1, last + 2]  # a chapter ends on the page, and its numbers with it
        restarts = 1 in values and last > 0 and not goes_on
        again += restarts and (last + 1 not in values or set(values) >= set(range(1, last + 1)))
        again += 1 not in values and _goes_back(values, last)
        last = values[-1] if 1 in values or last + 1 not in values else max(values)
    return again >= max(1, 0.5 * (len(pages) - 1))


def _goes_back(values: Sequence[int], last: int) -> bool:
    """Whether the numbers of a page rise from one that lost labels may stand before, and that the last page has."""
    return len(values) > 1 and values[0] <= min(last, MOST_LOST) and values[0] < values[1] <= values[0] + MOST_LOST


def _step(earlier: Label, later: Label, restart: float, leaps: frozenset[int]) -> float | None:
    step = _in_sequence(earlier, later, restart, leaps) if earlier.index != later.index else None
    if step is None or earlier.in_brackets == later.in_brackets:
        return step
    return step - CHANGE_OF_FORM


def _in_sequence(earlier: Label, later: Label, restart: float, leaps: frozenset[int]) -> float | None:
    if later.opens_chapter:
        return BY_PAGE
    pages = later.row.page.number - earlier.row.page.number
    if later.value > earlier.value:
        skipped = later.value - earlier.value - 1
        price = min(SKIP_PRICE * skipped, MOST_FOR_SKIPS) + 0.5 * max(0, pages - 2)
        if skipped > MOST_SKIPPED:
            return 3.0 - LEAP if pages >= 1 and later.index in leaps else None
        return 3.0 - price
    if later.value == 1 and pages >= 1:
        return restart
    if pages >= 1 and restart == BY_PAGE and later.value <= MOST_LOST:
        return BY_PAGE - SKIP_PRICE * (later.value - 1)  # the first labels of the page were lost or misread
    if later.value != 1:
        return None
    if restart == BY_PAGE:
        return CARRIED_OVER
    return RARE_RESTART if later.row.line.box is not None else None  # a chapter begins on the page
