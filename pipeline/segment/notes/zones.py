"""The rooms of the notes: which rows of a page are notes, and where one note ends and the next begins."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.segment.body.contents import is_led
from pipeline.segment.body.figures import rows_of_tables
from pipeline.segment.column_returns import columns_of_dump
from pipeline.segment.measure import Measures
from pipeline.segment.notes.called_labels import PrintedCalls, are_entries, gathered_at_end, uncalled
from pipeline.segment.notes.damaged_labels import damaged_labels
from pipeline.segment.notes.division import RawNote, divided_notes, doubt_of, with_dashes
from pipeline.segment.notes.dump_rooms import DumpRooms, by_room, dump_rooms
from pipeline.segment.notes.endnotes import endnote_rows_of, endnotes_heading, list_of_references, questions_after
from pipeline.segment.notes.gaps import by_indent, fill_gaps
from pipeline.segment.notes.label_chain import by_form, chain_of, numbers_by_page, without_items
from pipeline.segment.notes.labels import NOT_BODY, TEXT_BELOW, Label, labels_of, not_of_contents, printed_mark
from pipeline.segment.notes.lacking_labels import with_lacking
from pipeline.segment.notes.lettered_labels import are_lettered, letter_of, letters_of
from pipeline.segment.notes.lost_marks import fill_marks
from pipeline.segment.notes.misread_labels import misread, renumbered
from pipeline.segment.notes.page_letters import page_letters
from pipeline.segment.notes.rooms import CONTINUED, Rooms
from pipeline.segment.notes.run_on_labels import run_on
from pipeline.segment.notes.unread_labels import unread_labels
from pipeline.segment.rows import Row

_ROMAN = re.compile(r"[IVX]+\.?\s*$")
_WORD = re.compile(r"[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class NoteRooms:
    """What ``find_notes`` found."""

    notes: list[RawNote]
    body: list[Row]
    continuations: list[Row]
    specks: list[Row] = field(default_factory=list)
    """Rows above the first note that hold no print: dirt between the text and its notes."""


def find_notes(pages: Sequence[Sequence[Row]], measures: Measures) -> NoteRooms:
    """Tells the notes of an article from its body.

    Args:
        pages: the rows of every page, furniture and what is turned taken off.
        measures: of the article.
    """
    rows = [row for page in pages for row in page]
    endnotes_from = endnotes_heading(rows, measures)
    calls = PrintedCalls(rows, endnotes_from)
    labels = [label for label in labels_of(rows, measures, endnotes_from, calls.may_call) if not is_led(label.row.text)]
    labels = not_of_contents(labels)
    if endnotes_from is not None:
        # Where the notes are printed at the end, a number at the foot of a page is none of theirs.
        last = questions_after(rows, endnotes_from)
        labels = [label for label in labels if label.value == 0 or endnotes_from < label.index < last]
    listed = list_of_references(rows, labels)
    labels = [label for label in labels if listed is None or label.value == 0 or label.index < listed]
    labels, likely, chain, of_dump = _sequence_by_rooms(pages, labels, calls, measures, endnotes_from)
    chain = _believed(chain, [label for label in labels if label.value == 0], measures)
    at_feet = endnotes_from is None
    letters, of_dump = _lettered_by_rooms(pages, chain, of_dump, calls, measures) if at_feet else ([], of_dump)
    lettered = bool(letters)
    chain = letters or chain
    if at_feet and not _could_be_notes(chain, rows, measures):
        chain, lettered = [], False
    if not lettered:
        chain = _with_damaged(pages, of_dump, chain, measures, at_feet=at_feet)
    starts = {label.row.key: label for label in chain}
    note_size = _note_size(chain, measures)
    marks = list(_marks(labels, starts, lettered=lettered))
    tables = rows_of_tables(rows, measures) - starts.keys()
    rooms = Rooms(measures, starts, note_size, marks, tables, lettered=lettered, of_dump=of_dump)
    endnote_rows = endnote_rows_of(rows, endnotes_from, starts)
    # The author's note stands first among them.
    starts.update({label.row.key: label for label in marks if label.row.key == min(endnote_rows, default=None)})
    body: list[Row] = []
    note_rows: list[Row] = []
    continuations: list[Row] = []
    specks: list[Row] = []
    for page in pages:
        for column in _columns(page, starts, of_dump):
            outside = [row for row in column if row.key not in endnote_rows]
            split = rooms.split(outside, over_text=_stands_over_text(outside, page, measures))
            body.extend(outside[:split])
            for row in outside[split:]:
                if CONTINUED.match(row.text):
                    continuations.append(row)
                elif note_rows or row.key in rooms.starts or _holds_print(row.text):
                    note_rows.append(row)
                else:
                    specks.append(row)
            note_rows.extend(row for row in column if row.key in endnote_rows)
    lost = fill_gaps(
        note_rows,
        rooms.starts,
        measures,
        lambda page, number: calls.are_on_page(page, letter_of(number) if lettered else str(number)),
        lettered=lettered,
    )
    for label in (*lost, *fill_marks(note_rows, rooms.starts, measures, calls)):
        rooms.starts[label.row.key] = label
    numbered_at_feet = at_feet and not lettered
    rooms.starts.update(_by_page(rooms.starts, likely, note_rows) if numbered_at_feet else {})
    gathered = gathered_at_end(chain, calls) if numbered_at_feet else []
    endnotes = endnote_rows | _among(gathered, rooms.starts)
    notes = with_dashes(list(run_on(list(divided_notes(note_rows, rooms.starts, endnotes)))))
    return NoteRooms(_lettered(notes) if lettered else notes, body, continuations, specks)


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
    if endnotes_from is not None:
        return labels, likely, chain, DumpRooms(frozenset(row.key for row in rows[endnotes_from + 1 :]))
    rooms = dump_rooms(pages, {label.row.key for label in chain})
    labels, likely, chain = _sequence(by_room(labels, rooms), calls, measures)
    return labels, likely, chain, dump_rooms(pages, {label.row.key for label in chain})


def _lettered_by_rooms(
    pages: Sequence[Sequence[Row]], chain: Sequence[Label], of_dump: DumpRooms, calls: PrintedCalls, measures: Measures
) -> tuple[list[Label], DumpRooms]:
    """The labels of notes that are lettered, none where they have numbers, and the rooms of a dump with them."""
    letters = _letters(letters_of([row for page in pages for row in page], measures), calls)
    letters = letters if are_lettered(letters, chain) else []
    by_page = page_letters(pages, chain, measures)
    if len(by_page) <= len(letters):
        return letters, of_dump
    of_dump = dump_rooms(pages, {label.row.key for label in by_page})
    return [label for label in by_page if label.row.key in of_dump.notes], of_dump


def _sequence(
    labels: list[Label], calls: PrintedCalls, measures: Measures
) -> tuple[list[Label], list[Label], list[Label]]:
    """The labels without those of tables and lists that the text does not call, the same weighed, and their chain."""
    while True:
        chain = chain_of(labels)
        bare = without_items(labels, chain)
        if len(bare) < len(labels):
            labels, chain = bare, chain_of(bare)
        likely = by_form(by_indent(labels, chain, measures), chain)
        chain = chain_of(likely)
        doubted = misread(likely, chain, lambda label: calls.call(label, label.sign))
        if doubted:
            likely = sorted([*likely, *doubted], key=lambda label: label.index)
            chain = chain_of(likely)
        spurious = uncalled(chain, calls, labels)
        if not spurious:
            return labels, likely, chain
        labels = [label for label in labels if label.index not in spurious]


def _with_damaged(
    pages: Sequence[Sequence[Row]], rooms: DumpRooms, chain: list[Label], measures: Measures, *, at_feet: bool
) -> list[Label]:
    """The chain with the damaged labels of a dump, or those of a scan that nobody could read.

    The labels that were glued to words are read beside the legible ones; where the signs at the feet of the pages tell
    of more notes, those are followed. Entries of a list are no notes.
    """
    if at_feet and are_entries(chain, pages):
        return []
    damaged = damaged_labels(pages, rooms, chain, measures) if at_feet else []
    damaged = damaged or (unread_labels(pages, chain, measures) if at_feet else [])
    chain = with_lacking(pages, rooms, chain, measures)
    return damaged if len(damaged) > len(chain) else chain


def _marks(labels: Sequence[Label], starts: Container[tuple[int, int]], *, lettered: bool) -> Iterator[Label]:
    """The reference marks; where the notes are lettered also those whose ink was read as a number."""
    for label in labels:
        mark = label if label.value == 0 else printed_mark(label) if lettered else None
        if mark and label.row.key not in starts:
            yield mark


def _letters(letters: list[Label], calls: PrintedCalls) -> list[Label]:
    """The chain of the notes that are lettered, so far as the text calls them."""
    chain = chain_of(letters)
    while spurious := uncalled(chain, calls, lettered=True):
        letters = [label for label in letters if label.index not in spurious]
        chain = chain_of(letters)
    return chain


def _holds_print(text: str) -> bool:
    """Whether a row has a word, or as many letters and digits as a short reference, as ``Il. 11. 7-9.``."""
    return bool(_WORD.search(text)) or sum(map(str.isalnum, text)) >= REFERENCE


REFERENCE = 4
"""Letters and digits of the shortest reference, ``p. 12`` behind its label."""


def _lettered(notes: list[RawNote]) -> list[RawNote]:
    """The notes of an article that letters them: their sequence was followed as numbers."""
    for note in notes:
        if note.label.isdecimal():
            note.label = letter_of(int(note.label))
            note.doubt = doubt_of(note.label, note.printed)
    return notes


def _believed(chain: list[Label], symbols: Sequence[Label], measures: Measures) -> list[Label]:
    """No chain of numbers where the only number is not 1, or where the article's notes have reference marks.

    Marks that stand before a lone 1 are the author's own, at the foot of the first page.
    """
    marked = [label for label in symbols if measures.relative_size(label.row) < NOT_BODY or not label.row.line.size]
    pages = {label.row.page.number for label in marked}
    if len(chain) == 1 and (chain[0].value != 1 or any(label.index > chain[0].index for label in marked)):
        return []
    if all(_ROMAN.match(label.printed) for label in chain):
        return []  # numbers of sections
    return [] if len(pages) > 1 and len(marked) > 2 * len(chain) else chain


def _could_be_notes(chain: Sequence[Label], rows: Sequence[Row], measures: Measures) -> bool:
    """Numbered headings and items of a list are no notes: notes are set small, or raised ink calls them.

    The ink has to be read as one of the numbers: the ring of ``90 %`` is raised, too, and so are broken letters.
    """
    if any(not label.row.line.size or measures.relative_size(label.row) < NOT_BODY for label in chain):
        return True
    signs = {label.sign for label in chain}
    calls = (call for row in rows for call in row.line.calls if call.raised)
    return 2 * sum(any(reading.text in signs for reading in call.readings) for call in calls) >= len(chain)


def _columns(page: Sequence[Row], starts: dict[tuple[int, int], Label], of_dump: DumpRooms) -> Iterator[Sequence[Row]]:
    """Runs of rows of one column, in reading order."""
    if page and page[0].line.box is None:
        parts = of_dump.parts(page)
        yield from parts if of_dump.by_length or len(parts) > 1 else columns_of_dump(page, starts)
        return
    run: list[Row] = []
    for row in page:
        if run and row.line.column != run[-1].line.column:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _stands_over_text(column: Sequence[Row], page: Sequence[Row], measures: Measures) -> bool:
    """Whether text goes on below a column: then it is of a figure or a table.

    Told by rows of the body that reach across its middle, or by a line of the full measure, whatever its size; a short
    one may be a folio, and a column of a row or two the end of a loose line.
    """
    if not column or column[-1].line.box is None:
        return False
    last, own = column[-1].line.box, {row.key for row in column}
    middle = (last.left + last.right) / 2
    below = [
        (row, box)
        for row in page
        if row.key not in own and (box := row.line.box) is not None and box.top >= last.bottom
    ]
    across = sum(box.left < middle < box.right and measures.relative_size(row) >= NOT_BODY for row, box in below)
    full = len(column) >= TEXT_BELOW and any(
        row.line.column == 0 and len(row.text) >= measures.full_line / 2 for row, _ in below
    )
    return across >= TEXT_BELOW or full


def _note_size(chain: Sequence[Label], measures: Measures) -> float:
    sizes = sorted(measures.relative_size(label.row) for label in chain)
    return sizes[len(sizes) // 2] if sizes else 0.0
