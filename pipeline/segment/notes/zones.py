"""The rooms of the notes: which rows of a page are notes, and where one note ends and the next begins."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, pairwise
from typing import NamedTuple

from pipeline.model import Region
from pipeline.segment.body.contents import begins_led
from pipeline.segment.body.figures import inner_cells, rows_of_tables
from pipeline.segment.measure import CLEARLY_SMALLER, NOT_BODY, Measures
from pipeline.segment.notes.announced_pages import NOWHERE, AnnouncedPages
from pipeline.segment.notes.called_labels import (
    PrintedCalls,
    amid_sequence,
    called_runs,
    entries_of_list,
    gathered_at_end,
    not_announced,
    not_of_contents,
    not_of_tables,
    uncalled,
    without_entries,
)
from pipeline.segment.notes.damaged_labels import damaged_labels
from pipeline.segment.notes.division import RawNote, divided_notes, with_dashes
from pipeline.segment.notes.dump_rooms import DumpRooms, by_room, dump_rooms
from pipeline.segment.notes.endnotes import (
    before_list,
    end_of_endnotes,
    endnote_rows_of,
    endnotes_heading,
    list_of_references,
    works_by_author,
)
from pipeline.segment.notes.gaps import by_indent, fill_gaps
from pipeline.segment.notes.headed_notes import headed_notes
from pipeline.segment.notes.label_chain import by_form, chain_of, numbers_by_page, without_items, without_sections
from pipeline.segment.notes.labels import Label, labels_of, printed_mark
from pipeline.segment.notes.lacking_labels import with_lacking
from pipeline.segment.notes.lettered_labels import are_lettered, lettered
from pipeline.segment.notes.lone_notes import lone_labels
from pipeline.segment.notes.lost_marks import fill_marks
from pipeline.segment.notes.misread_labels import misread, renumbered
from pipeline.segment.notes.page_letters import page_letters
from pipeline.segment.notes.rooms import Rooms
from pipeline.segment.notes.run_on_labels import run_on
from pipeline.segment.notes.separators import note_rules
from pipeline.segment.notes.sorted_rows import columns_of, sorted_rows
from pipeline.segment.notes.unread_labels import unread_labels
from pipeline.segment.rows import Row, gap_before
from pipeline.segment.series import LETTERS, NUMBERS, ROMANS, Series

_ROMAN = re.compile(r"[IVX]+\.?\s*$")


@dataclass(frozen=True, slots=True)
class NoteRooms:
    """What ``find_notes`` found."""

    notes: list[RawNote]
    body: list[Row]
    continuations: list[Row]
    specks: list[Row] = field(default_factory=list)
    """Rows above the first note that hold no print: dirt between the text and its notes."""
    rubrics: list[Row] = field(default_factory=list)
    """The headings of chapters among the endnotes."""


def find_notes(pages: Sequence[Sequence[Row]], measures: Measures, announced: AnnouncedPages = NOWHERE) -> NoteRooms:
    """Tells the notes of an article from its body.

    Args:
        pages: the rows of every page, furniture and what is turned taken off.
        measures: of the article.
        announced: the pages whose heads say that they have notes.
    """
    rows = [row for page in pages for row in page]
    headed_at = endnotes_heading(rows, measures)
    endnotes_from = announced.begin(rows) if headed_at is None else headed_at
    calls = PrintedCalls(rows, endnotes_from)
    tables = rows_of_tables(rows, measures)
    inner = inner_cells(rows, tables)
    labels, listed = _labels_in_place(rows, measures, endnotes_from, calls)
    labels = _without_bullets(labels)
    labels = [label for label in not_of_tables(labels, tables, calls) if label.row.key not in inner]
    told = _labels_of_notes(_before_list_of_dump(pages, listed), labels, calls, measures, endnotes_from)
    chain, of_dump = told.chain, told.of_dump
    headed = headed_notes(rows, chain, measures) if endnotes_from is None else None
    chain = headed.labels if headed else chain
    series = chain[0].series if chain else NUMBERS
    starts = {label.row.key: label for label in chain}
    marks = list(_marks(told.labels, starts, series))
    rules = note_rules(pages, starts, measures) if endnotes_from is None and headed is None else {}
    rooms = Rooms(
        measures, starts, _note_size(chain, measures), marks, tables - starts.keys(),
        of_dump=of_dump, rules=rules, is_called=calls.are_on_page, at_end=endnotes_from is not None,
    )  # fmt: skip
    endnote_rows = headed.rows if headed else endnote_rows_of(rows, endnotes_from, starts)
    # The author's note stands first among them.
    starts.update({label.row.key: label for label in marks if label.row.key == min(endnote_rows, default=None)})
    over = (label.index - 1 for label in starts.values() if label.opens_chapter)
    rubrics = [rows[index] for index in over if index != endnotes_from]
    text = [[row for row in page if row not in rubrics] for page in pages]
    columns = ((page, column) for page in text for column in columns_of(page, of_dump))
    parted = sorted_rows(columns, rooms, endnote_rows, measures)
    note_rows = parted.notes
    lost = fill_gaps(note_rows, rooms.starts, measures, calls.are_on_page, series=series)
    for label in (*lost, *fill_marks(note_rows, rooms.starts, measures, calls)):
        rooms.starts[label.row.key] = label
    numbered_at_feet = endnotes_from is None and headed is None and series is NUMBERS
    rooms.starts.update(_by_page(rooms.starts, told.likely, note_rows) if numbered_at_feet else {})
    gathered = gathered_at_end(chain, calls) if numbered_at_feet else []
    endnotes = endnote_rows | _among(gathered, rooms.starts)
    notes = with_dashes(list(run_on(list(divided_notes(note_rows, rooms.starts, endnotes)))))
    return NoteRooms(notes, parted.body, parted.continuations, parted.specks, rubrics)


def _before_list_of_dump(pages: Sequence[Sequence[Row]], listed: int | None) -> Sequence[Sequence[Row]]:
    """The pages of a dump without the numbered list at its end, of references or entries, which reads as notes do."""
    rows = [row for page in pages for row in page]
    is_dump = listed is not None and rows[listed].line.box is None
    return before_list(pages, listed) if is_dump else pages


def _labels_in_place(
    rows: Sequence[Row], measures: Measures, endnotes_from: int | None, calls: PrintedCalls
) -> tuple[list[Label], int | None]:
    """What may be labels where notes can be: not in contents and lists of references, not outside of the endnotes.

    And the index of the heading of a list of references that is numbered.
    """
    seen = labels_of(rows, measures, endnotes_from, calls.may_call)
    labels = [label for label in without_sections(seen, rows) if not begins_led(rows, label.index)]
    labels = not_of_contents(labels, rows)
    if endnotes_from is None:
        labels = not_announced(labels, rows)
    else:
        # Where the notes are printed at the end, a number at the foot of a page is none of theirs.
        last = end_of_endnotes(rows, endnotes_from)
        labels = [label for label in labels if label.value == 0 or endnotes_from < label.index < last]
    listed, by_author = list_of_references(rows, labels, measures), works_by_author(rows)
    labels = [
        label
        for label in labels
        if listed is None or label.value == 0 or label.index < listed or _is_under_list(label, rows[listed], calls)
    ]
    foot = _foot_under(rows, by_author, labels, measures) if by_author and endnotes_from is None else set[int]()
    in_place = [label for label in labels if label.index not in by_author or label.raised or label.index in foot]
    return in_place, listed


def _is_under_list(label: Label, heading: Row, calls: PrintedCalls) -> bool:
    """Whether a label is of a note at the foot of the page on which a list of references begins: raised, and called."""
    return label.row.page.number == heading.page.number and label.raised and calls.have(label)


def _without_bullets(labels: Sequence[Label]) -> list[Label]:
    """The labels without the bullets of a list, of which each has the shape of a star, and no reader saw one.

    No page has two notes under one mark.
    """
    by_shape = Counter((label.row.page.number, label.sign) for label in labels if _is_by_shape(label))
    return [
        label for label in labels if not _is_by_shape(label) or by_shape[label.row.page.number, label.sign] < BULLETS
    ]


def _is_by_shape(label: Label) -> bool:
    first = (call for call in label.row.line.calls if call.start == label.row.start)
    readings = [reading for call in first for reading in call.readings]
    return (
        label.value == 0
        and bool(readings)
        and all(reading.reader == "shape" or reading.text != label.sign for reading in readings)
    )


BULLETS = 2
"""Items of a list at least."""


def _foot_under(rows: Sequence[Row], works: range, labels: Sequence[Label], measures: Measures) -> set[int]:
    """Indices of the labels on the first page of a bibliography, from one under white on: of notes to the text."""
    page = rows[works.start].page.number
    below = [label.index for label in labels if label.index in works and label.row.page.number == page]
    return set(dropwhile(lambda at: gap_before(rows[at], rows[at - 1], measures.leading) < FOOT, below))


FOOT = 0.3
"""Lines of white over the notes at the foot of a page."""


class _Told(NamedTuple):
    """The labels of the notes, as far as they follow one another."""

    labels: list[Label]
    """All that may be labels."""
    likely: list[Label]
    chain: list[Label]
    of_dump: DumpRooms


def _labels_of_notes(
    pages: Sequence[Sequence[Row]],
    labels: list[Label],
    calls: PrintedCalls,
    measures: Measures,
    endnotes_from: int | None,
) -> _Told:
    """The chain of the notes' labels: numbers, the signs of another series, or what is left of them in a dump."""
    labels, likely, chain, of_dump = _sequence_by_rooms(pages, labels, calls, measures, endnotes_from)
    # In a dump a star amid the text parts sections, or begins an item.
    marks = [label for label in labels if label.value == 0 and (not of_dump.notes or label.row.key in of_dump.notes)]
    chain = _believed(chain, marks, measures)
    at_feet = endnotes_from is None
    letters, of_dump = _lettered_by_rooms(pages, chain, of_dump, calls, measures) if at_feet else ([], of_dump)
    chain = letters or chain
    if at_feet and not _could_be_notes(chain, [row for page in pages for row in page], measures):
        chain = []
    if not chain or chain[0].series is NUMBERS:
        chain = _with_damaged(pages, of_dump, chain, measures, at_feet=at_feet)
    lone = lone_labels(pages, chain, measures) if at_feet and not marks else []
    chain = sorted([*chain, *lone], key=lambda label: label.index)
    return _Told(labels, likely, chain, of_dump)


def _among(gathered: Sequence[Label], starts: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """The first rows of the notes that are gathered at the end, and of those between them whose labels were lost."""
    keys = [label.row.key for label in gathered]
    first, last = (min(keys), max(keys)) if keys else ((0, 0), (0, 0))
    return {key for key in starts if first <= key <= last}


def _by_page(
    starts: dict[tuple[int, int], Label], likely: Sequence[Label], note_rows: Sequence[Row]
) -> dict[tuple[int, int], Label]:
    """The labels of an article that numbers by the page, each page's in order; nothing where it does not.

    A raised number behind a finished row of the notes is one of them, though the chain passed it by.
    """
    known = sorted(starts.values(), key=lambda label: label.row.key)
    if not numbers_by_page([label for label in known if label.value]):
        return {}
    behind = {row.key for above, row in pairwise(note_rows) if above.closes}
    passed = {label.row.key: label for label in likely if label.raised and label.row.key in behind}
    return {label.row.key: label for label in renumbered((passed | starts)[key] for key in sorted(passed | starts))}


def _sequence_by_rooms(
    pages: Sequence[Sequence[Row]],
    labels: list[Label],
    calls: PrintedCalls,
    measures: Measures,
    endnotes_from: int | None,
) -> tuple[list[Label], list[Label], list[Label], DumpRooms]:
    """The labels, the same weighed, their chain, and the rows of a dump that are told to be notes.

    The chain helps to tell the rows, and they tell which labels make the chain: those amid text are doubted. What
    stands under the heading of the endnotes is told by it.
    """
    labels, likely, chain = _sequence(labels, calls, measures)
    rows = [row for page in pages for row in page]
    if any(row.line.box for row in rows):
        return labels, likely, chain, DumpRooms()
    told = frozenset(row.key for row in rows if row.region is Region.NOTE)
    if told:
        return labels, likely, chain, DumpRooms(told, by_length=True)
    if endnotes_from is not None:
        return labels, likely, chain, DumpRooms(frozenset(row.key for row in rows[endnotes_from + 1 :]))
    rooms = dump_rooms(pages, {label.row.key for label in chain}, solid=measures.solid)
    labels, likely, chain = _sequence(by_room(labels, rooms), calls, measures)
    return labels, likely, chain, dump_rooms(pages, {label.row.key for label in chain}, solid=measures.solid)


def _lettered_by_rooms(
    pages: Sequence[Sequence[Row]], chain: Sequence[Label], of_dump: DumpRooms, calls: PrintedCalls, measures: Measures
) -> tuple[list[Label], DumpRooms]:
    """The labels of notes that are lettered, none where they have numbers, and the rooms of a dump with them."""
    rows = [row for page in pages for row in page]
    letters = max((_lettered(rows, series, calls, measures) for series in (LETTERS, ROMANS)), key=len)
    letters = letters if are_lettered(letters, chain) else []
    by_page = page_letters(pages, chain, measures)
    if len(by_page) <= len(letters):
        return letters, of_dump
    of_dump = dump_rooms(pages, {label.row.key for label in by_page}, solid=measures.solid)
    return [label for label in by_page if label.row.key in of_dump.notes], of_dump


def _sequence(
    labels: list[Label], calls: PrintedCalls, measures: Measures
) -> tuple[list[Label], list[Label], list[Label]]:
    """The labels without those of tables and lists that the text does not call, the same weighed, and their chain."""
    while True:
        chain = chain_of(labels, calls.have)
        bare = without_items(labels, chain)
        if len(bare) < len(labels):
            labels, chain = bare, chain_of(bare, calls.have)
        likely = by_form(by_indent(labels, chain, measures), chain)
        chain = chain_of(likely, calls.have)
        doubted = misread(likely, chain, lambda label: calls.call(label, label.sign))
        if doubted:
            likely = sorted([*likely, *doubted], key=lambda label: label.index)
            chain = chain_of(likely, calls.have)
        spurious = amid_sequence(chain) or uncalled(chain, calls, labels) or entries_of_list(chain, calls)
        if not spurious:
            return labels, likely, chain
        labels = [label for label in labels if label.index not in spurious]


def _with_damaged(
    pages: Sequence[Sequence[Row]], rooms: DumpRooms, chain: list[Label], measures: Measures, *, at_feet: bool
) -> list[Label]:
    """The chain with the damaged labels of a dump, or those of a scan that nobody could read.

    Where the signs at the feet of the pages tell of more notes than what is legible, those are followed; of either the
    labels that lack are looked for, glued to words or lost. Entries of a list are no notes.
    """
    notes = without_entries(chain, pages) if at_feet else chain
    if chain and not notes:
        return []
    pages = _before_list_of_dump(pages, next((label.index for label in chain if notes[-1].index < label.index), None))
    chain = called_runs(notes, pages) if at_feet else chain
    damaged = damaged_labels(pages, rooms, chain, measures) if at_feet else []
    damaged = damaged or (unread_labels(pages, chain, measures) if at_feet else [])
    chain, damaged = (with_lacking(pages, rooms, labels, measures) for labels in (chain, damaged))
    return damaged if len(damaged) > len(chain) else chain


def _marks(labels: Sequence[Label], starts: Collection[tuple[int, int]], series: Series) -> Iterator[Label]:
    """The reference marks; where the notes have no numbers also those whose ink was read as one."""
    numbered = bool(starts) and series is NUMBERS
    for label in labels:
        mark = label if label.value == 0 else None if numbered else printed_mark(label)
        if mark and label.row.key not in starts:
            yield mark


def _lettered(rows: Sequence[Row], series: Series, calls: PrintedCalls, measures: Measures) -> list[Label]:
    """The chain of the labels of a series, so far as the text calls them."""
    labels = labels_of(rows, measures, None, read=lambda row, index, _: lettered(row, index, series))
    chain = chain_of(labels)
    while spurious := uncalled(chain, calls, labels):
        labels = [label for label in labels if label.index not in spurious]
        chain = chain_of(labels)
    return chain


def _believed(chain: list[Label], symbols: Sequence[Label], measures: Measures) -> list[Label]:
    """No chain of numbers where the only number is not 1, or where the article's notes have reference marks.

    Marks that stand before a lone 1 are the author's own, at the foot of the first page. Among marks, what is printed
    as one and was read as a number when nothing but figures could be read is a mark, too.
    """
    marked = [label for label in symbols if measures.relative_size(label.row) < NOT_BODY or not label.row.line.size]
    pages = {label.row.page.number for label in marked}
    if len(chain) == 1 and (chain[0].value != 1 or any(label.index > chain[0].index for label in marked)):
        return []
    if all(_ROMAN.match(label.printed) for label in chain):
        return []  # numbers of sections
    printed = sum(printed_mark(label) is not None for label in chain)
    doubtful = printed if printed < len(marked) else 0
    return [] if len(pages) > 1 and len(marked) + doubtful > 2 * (len(chain) - doubtful) else chain


def _could_be_notes(chain: Sequence[Label], rows: Sequence[Row], measures: Measures) -> bool:
    """Numbered headings and items of a list are no notes: notes are set small, or raised ink calls them.

    Or the source calls them so. Items that a colon announces are of the text, whatever exponents are raised in it.

    The ink has to be read as one of the numbers: the ring of ``90 %`` is raised, too, and so are broken letters. The
    size of a single row wavers by as much as notes may differ from text.
    """
    limit = NOT_BODY if len(chain) > 1 else CLEARLY_SMALLER
    if any(
        not label.row.line.size or label.row.region is Region.NOTE or measures.relative_size(label.row) < limit
        for label in chain
    ):
        return True
    if chain and chain[0].index and rows[chain[0].index - 1].text.endswith(":") and not chain[0].raised:
        return False
    signs = {label.sign for label in chain}
    calls = (call for row in rows for call in row.line.calls if call.raised)
    return 2 * sum(any(reading.text in signs for reading in call.readings) for call in calls) >= len(chain)


def _note_size(chain: Sequence[Label], measures: Measures) -> float:
    sizes = sorted(measures.relative_size(label.row) for label in chain)
    return sizes[len(sizes) // 2] if sizes else 0.0
