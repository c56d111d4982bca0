"""Labels whose numbers the text calls: the rows of a table and the entries of a list begin with numbers, too.

A text layer loses no call: it says what is raised, and a number in brackets is what it is. So a sequence of labels of
which no number is called near its page is no sequence of notes there, whatever its type and place: a table in small
type at the foot of a page, the axis of a diagram, a numbered bibliography. In scans and dumps calls are lost, and
nothing is concluded from it, but for the rows of a table; nor from one lost call between others, for fonts have raised
digits of their own.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise, takewhile

from pipeline.model import TEXT_LAYER, CallCandidate
from pipeline.raised_notation import without_brackets
from pipeline.segment.body.contents import page_beside
from pipeline.segment.measure import LARGER
from pipeline.segment.notes.dump_foot import REFERENCE
from pipeline.segment.notes.label_chain import numbers_by_page
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row
from pipeline.segment.series import NUMBERS

FEET = 3
"""Pages at the foot of which labels go on where their calls are not seen: tables are not spread so."""
FEW = 3
"""Labels that have a raised number near them by chance: fewer."""
REACH = 1
"""Pages around a foot-note's own on which it may be called."""


def calls_above(row: Row) -> list[CallCandidate]:
    """What may be a call on the lines over a row of its page; at the beginning of a line stand labels."""
    return [call for line in row.page.lines[: row.number] for call in line.calls if call.start > 1]


class PrintedCalls:
    """The signs with which the text of a born-digital article calls notes, and on which pages."""

    def __init__(self, rows: Sequence[Row], endnotes_from: int | None) -> None:
        """Gather what is raised; and numbers in brackets or behind a word, where these are more.

        Args:
            rows: of the article, furniture taken off.
            endnotes_from: index of the heading over the endnotes, if there is one.
        """
        self._endnotes_from = endnotes_from
        self._rows = rows
        self._pages: defaultdict[str, set[int]] = defaultdict(set)
        calls = [(row, call) for row in rows for call in row.line.calls if call.start > row.start + 1]
        raised = [(row, call) for row, call in calls if call.raised]
        others = [(row, call) for row, call in calls if not call.raised and _is_behind_word(row, call)]
        # Where calls stand in brackets only exponents are raised, hardly ever a 1; where calls are raised, numbers in
        # brackets name works or paragraphs.
        numbers = _numbers(raised)
        self._raised = "1" in numbers or len(numbers) >= max(1, len(_numbers(others)))
        self._worded: defaultdict[str, set[int]] = defaultdict(set)
        for row, call in raised if self._raised else [*raised, *others]:
            self._pages[_sign(call)].add(row.page.number)
            if _is_behind_word(row, call, _BEHIND_LONG_WORD):
                self._worded[_sign(call)].add(row.page.number)

    @property
    def are_raised(self) -> bool:
        """Whether calls are raised, so that no number in brackets counts."""
        return self._raised

    @property
    def pages(self) -> list[list[Row]]:
        """The rows of every page that has any."""
        pages: defaultdict[int, list[Row]] = defaultdict(list)
        for row in self._rows:
            pages[row.page.number].append(row)
        return list(pages.values())

    @property
    def have_numbers(self) -> bool:
        return any(sign.isdecimal() for sign in self._pages)

    def are_announced(self, label: Label) -> bool:
        """Whether a label stands under the heading of the endnotes."""
        return self._endnotes_from is not None and label.index > self._endnotes_from

    def are_under_text(self, label: Label) -> bool:
        """Whether larger type stands over a label on its page."""
        page, size = label.row.page.number, label.row.line.size
        over = (self._rows[index] for index in range(label.index - 1, -1, -1))
        return any(row.line.size >= LARGER * size for row in takewhile(lambda row: row.page.number == page, over))

    def precede(self, label: Label) -> bool:
        """Whether the text calls a numbered label anywhere before it, or on its page."""
        return any(called <= label.row.page.number for called in self._pages.get(label.sign, ()))

    def may_call(self, label: Label) -> bool:
        """Whether the text calls a numbered label; so it may wherever the calls are not all told."""
        return label.row.page.reader != TEXT_LAYER or not self.have_numbers or self.call(label, label.sign)

    def call(self, label: Label, sign: str) -> bool:
        """Whether the text calls a label by its sign: on its page or one beside it, an endnote anywhere before."""
        page = label.row.page.number
        if self.are_announced(label):
            return any(called <= page for called in self._pages.get(sign, ()))
        return any(abs(called - page) <= REACH for called in self._pages.get(sign, ()))

    def have(self, label: Label) -> bool:
        """Whether the text of its own page calls a label."""
        return self.are_on_page(label.row.page.number, label.sign)

    def call_behind_word(self, label: Label) -> bool:
        """Whether the text calls a label behind a word: exponents stand behind a figure, a bracket or one letter."""
        page = label.row.page.number
        return self.are_announced(label) or any(abs(at - page) <= REACH for at in self._worded.get(label.sign, ()))

    def are_on_page(self, page: int, sign: str) -> bool:
        """Whether the text of a page calls by a sign."""
        return page in self._pages.get(sign, ())


def _numbers(calls: Sequence[tuple[Row, CallCandidate]]) -> set[str]:
    return {_sign(call) for _, call in calls if _sign(call).isdecimal()}


def _sign(call: CallCandidate) -> str:
    return without_brackets(call.readings[0].text) if call.readings else ""


_BEHIND_WORD = re.compile(r"[^\W\d_][\W]{0,3}$")
"""What stands before a call: a word and its punctuation, and no figure of a table."""


_BEHIND_LONG_WORD = re.compile(r"[^\W\d_]{2}[\W]{0,3}$")
"""The same of a word that is no variable."""


def _is_behind_word(row: Row, call: CallCandidate, word: re.Pattern[str] = _BEHIND_WORD) -> bool:
    return bool(word.search(row.line.text[max(0, call.start - 5) : call.start]))


def uncalled(chain: Sequence[Label], calls: PrintedCalls, labels: Sequence[Label]) -> set[int]:
    """Indices of the rows of a chain that begin no note: those before its first called number or behind the last.

    The number next to a called one, on the same page, is left: its call may be lost. Of an article in which no number
    at all looks like a call, nothing is said, nor of one in which hardly a label is called though they go on from 1,
    without a hole, under the text of several pages: its calls are hidden, and what is raised are exponents.

    Args:
        chain: labels, their numbers in sequence.
        calls: what the text calls.
        labels: all that may be labels, those of the chain among them.
    """
    numbered = all(label.series is NUMBERS for label in chain)
    if numbered and (not calls.have_numbers or _are_hidden(chain, labels, calls)):
        return set()
    spurious = {label.index for run in _runs(chain) for label in _spurious(run, calls)}
    return spurious - {label.index for label in gathered_at_end(chain, calls)} if numbered else spurious


def _are_hidden(chain: Sequence[Label], labels: Sequence[Label], calls: PrintedCalls) -> bool:
    if [label.value for label in chain] != list(range(1, len(chain) + 1)):
        return False
    if sum(calls.call(label, label.sign) for label in labels) >= FEW:
        return False
    return len({label.row.page.number for label in chain if calls.are_under_text(label)}) >= FEET


def gathered_at_end(chain: Sequence[Label], calls: PrintedCalls) -> list[Label]:
    """The labels of endnotes that no heading announces: the pages before them call them, and not those beside them.

    Only where numbers are raised and no foot-notes are called.
    """
    runs = _runs(chain)
    near = [sum(calls.call(label, label.sign) for label in run) for run in runs]
    if not calls.are_raised or any(2 * count >= len(run) for run, count in zip(runs, near, strict=True)):
        return []
    found: list[Label] = []
    for run in runs:
        called = [place for place, label in enumerate(run) if calls.precede(label)]
        on_pages = all(label.row.line.box is not None for label in run)
        if on_pages and len(called) >= max(FEWEST_GATHERED, GATHERED * len(run)):
            found += run[called[0] : called[-1] + 1]
    return found


FEWEST_GATHERED = 3
GATHERED = 0.8
"""Share of the numbers of endnotes that the pages before them call at least."""


def _spurious(run: Sequence[Label], calls: PrintedCalls) -> list[Label]:
    called = [place for place, label in enumerate(run) if calls.call(label, label.sign)]
    if run[0].series is NUMBERS and len(run) >= FEW and not any(calls.call_behind_word(run[at]) for at in called):
        called = []  # exponents
    if not called and calls.are_announced(run[0]):
        return []  # what a heading calls notes are notes, though no call was seen
    ends = [run[place] for place in called[:1] + called[-1:]]
    kept = [
        place
        for place, label in enumerate(run)
        if called and (called[0] <= place <= called[-1] or any(_is_next(label, end) for end in ends))
    ]
    if len(called) < CALLED * len(kept):
        kept = called
    return [label for place, label in enumerate(run) if place not in kept and label.row.page.reader == TEXT_LAYER]


CALLED = 0.6
"""Share of the numbers from the first called one to the last that are called at least: of notes nearly all are, and of
the rows of a table those that some exponent or item in brackets has by chance."""


def _runs(chain: Sequence[Label]) -> list[list[Label]]:
    """The chain cut where its numbers start again."""
    runs: list[list[Label]] = []
    for label in chain:
        if runs and label.value > runs[-1][-1].value:
            runs[-1].append(label)
        else:
            runs.append([label])
    return runs


def _is_next(label: Label, other: Label) -> bool:
    return abs(label.value - other.value) == 1 and label.row.page.number == other.row.page.number


def are_entries(
    chain: Sequence[Label], pages: Sequence[Sequence[Row]], others: AbstractSet[tuple[int, str]] = frozenset()
) -> bool:
    """Whether the labels of a dump, which no heading announces as notes, number the entries of a list.

    They begin near the top of most of their pages, where no text is left that could call them, and what stands over
    them has hardly a sign that may be a call; nor do the pages before call their numbers, as they do those of endnotes.
    Nobody who lists articles of faith or a man's works refers to them as ``ibid.``

    Args:
        chain: the labels, their numbers in sequence.
        pages: the rows of every page, furniture taken off.
        others: page and sign of labels of another sequence, whose calls are none of these.
    """
    if len(chain) < FEWEST_ENTRIES or any(label.row.line.box for label in chain):
        return False
    begun, high = _begun_pages(chain, pages)
    if begun < FEWEST_PAGES_OF_LIST or 2 * high < begun or not _are_hardly_called(chain, pages):
        return False
    number = chain[0].row.page.number
    calls = ((row.page.number, _sign(call)) for page in pages for row in page for call in row.line.calls)
    before = {sign for page, sign in calls if page <= number and (page, sign) not in others}
    called = sum(label.sign in before for label in chain)
    return called < CALLED_BEFORE * len(chain) and not any(_AGAIN.search(label.row.text) for label in chain)


def entries_of_list(chain: Sequence[Label], calls: PrintedCalls) -> set[int]:
    """Indices of the rows of a scan whose numbers, from a 1 on, count the entries of a list that fills its pages.

    A vocabulary or a catalogue is set in small type, as notes are, and each of its pages begins with an entry; notes
    stand under the text. Calls are lost in scans, but not nearly all of those of notes that no heading announces.
    """
    runs = [run for run in _runs(chain) if len(run) >= FEWEST_ENTRIES and run[0].value == 1]
    return {label.index for run in runs if _fill_pages(run, calls) for label in run}


def _fill_pages(run: Sequence[Label], calls: PrintedCalls) -> bool:
    is_scan = all(label.row.line.box and label.row.page.reader != TEXT_LAYER for label in run)
    if not is_scan or calls.are_announced(run[0]) or any(_AGAIN.search(label.row.text) for label in run):
        return False
    if sum(map(calls.precede, run)) >= CALLED_BEFORE * len(run):
        return False
    begun, high = _begun_pages(run, calls.pages)
    return high >= FEWEST_PAGES_OF_LIST and 2 * high >= begun


def without_entries(chain: Sequence[Label], pages: Sequence[Sequence[Row]]) -> list[Label]:
    """The labels of a dump without those of lists: a catalogue may begin with a 1 behind the notes of its introduction.

    Args:
        chain: the labels, their numbers in sequence.
        pages: the rows of every page, furniture taken off.
    """
    fewest = FEWEST_ENTRIES if are_entries(chain, pages) else 0
    found: list[Label] = []
    others: set[tuple[int, str]] = set()
    for run in _runs(chain):
        if len(run) >= fewest and not are_entries(run, pages, others):
            found += run
        others |= {(label.row.page.number, label.sign) for label in run}
    return found


def called_runs(chain: Sequence[Label], pages: Sequence[Sequence[Row]]) -> list[Label]:
    """The labels of a dump that counts through, without short runs of numbers that hardly anything over them calls.

    The parts of a table of contents, or the items of a list, begin with a 1, and so do the notes behind them.
    """
    runs = _runs(chain)
    longest = max(map(len, runs), default=0)
    if any(label.row.line.box for label in chain) or numbers_by_page(chain):
        return list(chain)
    return [label for run in runs if 2 * len(run) >= longest or not _are_hardly_called(run, pages) for label in run]


def not_of_tables(labels: Sequence[Label], tables: Collection[tuple[int, int]], calls: PrintedCalls) -> list[Label]:
    """The labels without those that number the rows of a table, on pages where the text hardly calls them.

    In scans, too: calls are lost there, but not all of those of a page.

    Args:
        labels: what may be labels.
        tables: page and line of the rows that stand in tables beyond doubt.
        calls: what the text calls.
    """
    by_page: defaultdict[int, list[Label]] = defaultdict(list)
    for label in labels:
        if label.value and label.row.key in tables and not calls.are_announced(label):
            by_page[label.row.page.number].append(label)
    numbered = {
        label.index
        for rows in by_page.values()
        if calls.have_numbers and len(rows) >= FEW
        if sum(calls.call(label, label.sign) for label in rows) < HARDLY * len(rows)
        for label in rows
    }
    return [label for label in labels if label.index not in numbered]


HARDLY = 0.3
"""Share of the rows of a table whose number a page and those beside it call by chance: 6 % of 63 in one. Of the notes
of 30 scans 71 % were called and more."""


def amid_sequence(chain: Sequence[Label]) -> set[int]:
    """Indices of the rows from a 1 on amid a sequence that goes on behind them as if they were not there.

    They are the items of a list in small type, ``1`` and ``2`` on a page between notes 4 and 5. A press that numbers by
    the page, or by the chapter, goes on behind with 3.
    """
    found: set[int] = set()
    for before, run in pairwise([] if numbers_by_page(chain) else _runs(chain)):
        wanted = before[-1].value + 1
        end = next((place for place, label in enumerate(run) if label.value >= wanted), len(run))
        items = run[:end]
        goes_on = end < len(run) and run[end].value == wanted > items[-1].value + 1
        on_page = {label.row.page.number for label in items}
        if goes_on and wanted > LONG_RUN and items[0].value == 1 and len(on_page) == 1 and not items[0].opens_chapter:
            found |= {label.index for label in items}
    return found


LONG_RUN = 4
"""Number with which a sequence goes on behind a list, at least: a lower one may be that of the next page."""


def _first_places(labels: Sequence[Label], pages: Sequence[Sequence[Row]]) -> list[tuple[Sequence[Row], int]]:
    """The pages with labels, and where on each the first of them stands."""
    begun = {label.row.key for label in labels}
    first = ((page, next((place for place, row in enumerate(page) if row.key in begun), None)) for page in pages)
    return [(page, place) for page, place in first if place is not None]


def _begun_pages(labels: Sequence[Label], pages: Sequence[Sequence[Row]]) -> tuple[int, int]:
    """How many pages have labels, and how many of them near their top."""
    places = _first_places(labels, pages)
    return len(places), sum(place < HIGH * len(page) for page, place in places)


def _are_hardly_called(labels: Sequence[Label], pages: Sequence[Sequence[Row]]) -> bool:
    """Whether over the first labels of the pages stands hardly a sign that may be a call."""
    over = (row for page, place in _first_places(labels, pages) for row in page[:place])
    return sum(_is_likely(call) for row in over for call in row.line.calls) < HARDLY_CALLED * len(labels)


def _is_likely(call: CallCandidate) -> bool:
    return max((reading.confidence for reading in call.readings), default=0.0) >= LIKELY


FEWEST_ENTRIES = 8
FEWEST_PAGES_OF_LIST = 2
HIGH = 0.25
"""Of the rows of a page: foot-notes that begin above are rare."""
HARDLY_CALLED = 0.3
"""Likely calls over the first labels of the pages for each label: 0.04 to 0.29 in three lists, 0.78 to 5.8 in the
foot-notes of seventeen dumps."""
CALLED_BEFORE = 0.3
"""Share of the numbers of endnotes that the pages before them call legibly."""
LIKELY = 0.5
_AGAIN = re.compile(r"\b(?:ibid|id\.|op\.? ?cit|loc\.? ?cit|supra|ebd\.|ebenda)", re.IGNORECASE)


def not_announced(labels: Sequence[Label], rows: Sequence[Row]) -> list[Label]:
    """The labels of a dump without the items of lists that a colon announces: ``The lamps were:``.

    Above the notes a page of text breaks off anywhere, but hardly so: in 36 dumps each of the 16 ones behind a colon
    was an item, one of 50 notes' was; and those the text of their page calls, or they name sources.
    """
    lists: list[list[Label]] = []
    for label in labels:
        last = lists[-1][-1] if lists else None
        if REFERENCE.search(label.row.text):
            continue
        if _is_announced(label, rows):
            lists.append([label])
        elif last and label.value == last.value + 1 and label.index - last.index <= LONGEST_ITEM:
            lists[-1].append(label)
    items = {label.index for each in lists if _is_list(each) for label in each}
    return [label for label in labels if label.index not in items]


def _is_list(items: Sequence[Label]) -> bool:
    """Whether there are several, and the text over them calls hardly half of them."""
    return len(items) > 1 and 2 * sum(map(_is_called_above, items)) < len(items)


def _is_called_above(label: Label) -> bool:
    """Whether its number is read as a call on the lines over it."""
    return any(
        without_brackets(reading.text) == label.sign for call in calls_above(label.row) for reading in call.readings
    )


def _is_announced(label: Label, rows: Sequence[Row]) -> bool:
    """Whether a 1 stands right below a row of its page that ends with a colon."""
    above = rows[label.index - 1] if label.index else label.row
    on_page = above.page.number == label.row.page.number and label.row.line.box is None
    return label.value == 1 and on_page and above.text.endswith(":")


LONGEST_ITEM = 12
"""Rows of an item of a list, at most."""


def not_of_contents(labels: Sequence[Label], rows: Sequence[Row]) -> list[Label]:
    """The labels without those of a table of contents that has no dots, or whose dots the reader of a dump lost.

    Three labelled rows of a page, one after another, end in page numbers that rise: ``1. The First Lamp 147``. On a
    scan the numbers stand in a column by themselves.
    """
    runs: list[list[Label]] = []
    for label in labels:
        page = _page_at_end(label, rows)
        last = runs[-1][-1] if runs else None
        goes_on = last is not None and last.row.page is label.row.page and 0 < _page_at_end(last, rows) <= page
        if goes_on:
            runs[-1].append(label)
        else:
            runs.append([label])
    return [label for run in runs for label in run if len(run) < FEWEST_OF_CONTENTS]


def _page_at_end(label: Label, rows: Sequence[Row]) -> int:
    """The number, behind a word, with which a row of a dump ends, or that stands behind it in print; else 0."""
    if label.row.line.box is not None:
        return page_beside(label.row, rows[label.index + 1] if label.index + 1 < len(rows) else None)
    found = _PAGE_AT_END.search(label.row.text)
    return int(found["page"]) if found else 0


FEWEST_OF_CONTENTS = 3
_PAGE_AT_END = re.compile(r"[^\W\d_]{2}[’”)]?\s(?P<page>\d{1,4})$")
