"""The rooms of the notes: which rows of a page are notes, and where one note ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.model import NoteKind
from pipeline.segment.called_labels import PrintedCalls, gathered_at_end, uncalled
from pipeline.segment.column_returns import columns_of_dump
from pipeline.segment.contents import is_led
from pipeline.segment.damaged_labels import damaged_labels
from pipeline.segment.glyphs import SYMBOL_LOOKS
from pipeline.segment.measure import TOLERANCE, Measures
from pipeline.segment.note_gaps import by_indent, fill_gaps, looks_labelled
from pipeline.segment.note_labels import (
    NOT_BODY,
    SYMBOLS,
    Label,
    are_lettered,
    by_form,
    chain_of,
    labels_of,
    letter_of,
    letters_of,
    misread,
    not_of_contents,
    small_size,
)
from pipeline.segment.rows import Row, ends_sentence, gap_before, starts_lower

_CONTINUED = re.compile(r"^\W?(?:foot)?note\s+\d{1,3}\s+(?:continued|cont\W?d?)|^\(?continued\s+from", re.IGNORECASE)
_NOTES_HEADING = re.compile(
    r"^\W*(?:[IVX]+\.\s+)?(?:end\s?notes|notes?|notes\s+and\s+references|anmerkungen|endnoten|fu(?:ß|ss)noten|noten|"
    r"notes\s+et\s+références|notas|przypisy|poznámky|noter)\W*$",
    re.IGNORECASE,
)
_LISTS = r"bibliography|references|works\s+cited|bibliographie|bibliogra[fp][ií]a|literatur\w*"
_AFTER_NOTES = re.compile(
    rf"^\W*(?:{_LISTS}|appendix|acknowledge?ments?)\W*$",
    re.IGNORECASE,
)
_REFERENCES = re.compile(rf"^(?:{_LISTS})\W*$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]+\.?\s*$")
_WORD = re.compile(r"[^\W\d_]{3}")
NEARER_NOTES = 0.4
"""Share of the way from note size to body size up to which type counts as note-sized: below the nine-point quotation
between eight-point notes and a ten-point body, above the wavering of sizes from page to page in a scan (7 %)."""


@dataclass(slots=True)
class RawNote:
    """A note as it lies on its pages: its printed label and its rows, the label taken off the first."""

    label: str
    kind: NoteKind
    printed: str
    label_row: Row
    """The row from the start of the label on."""
    rows: list[Row] = field(default_factory=list)
    doubt: str = ""


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
        pages: the rows of every page, furniture taken off.
        measures: of the article.
    """
    rows = [row for page in pages for row in page]
    endnotes_from = _endnotes_heading(rows)
    calls = PrintedCalls(rows, endnotes_from)
    labels = [label for label in labels_of(rows, measures, endnotes_from, calls.may_call) if not is_led(label.row.text)]
    labels = not_of_contents(labels)
    if endnotes_from is not None:
        # Where the notes are printed at the end, a number at the foot of a page is none of theirs.
        labels = [label for label in labels if label.value == 0 or label.index > endnotes_from]
    listed = _list_of_references(rows, labels)
    labels = [label for label in labels if listed is None or label.value == 0 or label.index < listed]
    labels, chain = _sequence(labels, calls, measures)
    chain = _believed(chain, [label for label in labels if label.value == 0], measures)
    letters = _letters(letters_of(rows, measures), calls) if endnotes_from is None else []
    lettered = are_lettered(letters, chain)
    chain = letters if lettered else chain
    if endnotes_from is None and not _could_be_notes(chain, rows, measures):
        chain, lettered = [], False
    second: frozenset[tuple[int, int]] = frozenset()
    if endnotes_from is None and not lettered:
        damaged, second = damaged_labels(pages, chain, measures)
        chain = damaged or chain
    starts = {label.row.key: label for label in chain}
    note_size = _note_size(chain, measures)
    marks = [label for label in labels if label.value == 0 and label.row.key not in starts]
    rooms = _Rooms(measures, starts, note_size, marks)
    endnote_rows = _endnote_rows(rows, endnotes_from, starts)
    body: list[Row] = []
    note_rows: list[Row] = []
    continuations: list[Row] = []
    specks: list[Row] = []
    for page in pages:
        for column in _columns(page, starts, second):
            outside = [row for row in column if row.key not in endnote_rows]
            split = rooms.split(outside)
            body.extend(outside[:split])
            for row in outside[split:]:
                if _CONTINUED.match(row.text):
                    continuations.append(row)
                elif note_rows or row.key in rooms.starts or _holds_print(row.text):
                    note_rows.append(row)
                else:
                    specks.append(row)
            note_rows.extend(row for row in column if row.key in endnote_rows)
    for label in fill_gaps(note_rows, rooms.starts, measures):
        rooms.starts[label.row.key] = label
    gathered = gathered_at_end(chain, calls) if endnotes_from is None and not lettered else []
    notes = list(_notes(note_rows, rooms.starts, endnote_rows | {label.row.key for label in gathered}))
    return NoteRooms(_lettered(notes) if lettered else notes, body, continuations, specks)


def _sequence(labels: list[Label], calls: PrintedCalls, measures: Measures) -> tuple[list[Label], list[Label]]:
    """The chain of the notes, and the labels without those of tables and lists that the text does not call."""
    while True:
        chain = chain_of(labels)
        likely = by_form(by_indent(labels, chain, measures), chain)
        chain = chain_of(likely)
        doubted = misread(likely, chain)
        chain = chain_of(sorted([*likely, *doubted], key=lambda label: label.index)) if doubted else chain
        spurious = uncalled(chain, calls, labels)
        if not spurious:
            return labels, chain
        labels = [label for label in labels if label.index not in spurious]


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
            note.doubt = _doubt(note.label, note.printed)
    return notes


def _believed(chain: list[Label], symbols: Sequence[Label], measures: Measures) -> list[Label]:
    """No chain of numbers where the only number is not 1, or where the article's notes have reference marks."""
    marked = [label for label in symbols if measures.relative_size(label.row) < NOT_BODY or not label.row.line.size]
    pages = {label.row.page.number for label in marked}
    if len(chain) == 1 and (chain[0].value != 1 or marked):
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


def _columns(
    page: Sequence[Row], starts: dict[tuple[int, int], Label], second: frozenset[tuple[int, int]]
) -> Iterator[list[Row]]:
    """Runs of rows of one column, in reading order."""
    if page and page[0].line.box is None:
        yield from columns_of_dump(page, starts, second)
        return
    run: list[Row] = []
    for row in page:
        if run and row.line.column != run[-1].line.column:
            yield run
            run = []
        run.append(row)
    if run:
        yield run


def _note_size(chain: Sequence[Label], measures: Measures) -> float:
    sizes = sorted(measures.relative_size(label.row) for label in chain)
    return sizes[len(sizes) // 2] if sizes else 0.0


def _endnotes_heading(rows: Sequence[Row]) -> int | None:
    """Index of the heading over the endnotes: ``Notes``, with a note 1 right under it.

    A note may end with the word ``notes`` in a line of its own, and note 12 follow it. Between the heading and note 1
    the author's thanks may stand, in the type of the notes.
    """
    for index, row in enumerate(rows):
        if not _NOTES_HEADING.match(row.text) or starts_lower(row.text):
            continue
        below = rows[index + 1 : index + 1 + THANKS]
        first = next((place for place, later in enumerate(below) if _FIRST_NOTE.match(later.text)), None)
        if first is not None and (first < RIGHT_UNDER or _in_one_type(row, below[: first + 1])):
            return index
    return None


RIGHT_UNDER = 2
"""Rows under a heading among which its first note stands, if nothing is between them."""
THANKS = 14
"""The same where thanks are between them."""


def _in_one_type(heading: Row, rows: Sequence[Row]) -> bool:
    """Whether rows have the type size of the last of them, a note, and the heading over them a larger one."""
    size = rows[-1].line.size
    return (
        bool(size)
        and heading.line.size > (1 + TOLERANCE) * size
        and all(abs(row.line.size - size) <= TOLERANCE * size for row in rows)
    )


def _list_of_references(rows: Sequence[Row], labels: Sequence[Label]) -> int | None:
    """Index of the heading over a numbered list of references, which the text names in brackets; None without one.

    Where raised numbers in the text call the entries they are endnotes under another name.
    """
    headings = (
        index
        for index, row in enumerate(rows)
        if _REFERENCES.match(row.text) and any(_FIRST_NOTE.match(later.text) for later in rows[index + 1 : index + 3])
    )
    heading = next(headings, None)
    if heading is None:
        return None
    entries = {label.value for label in labels if label.index > heading and label.value}
    raised = {
        int(call.readings[0].text)
        for row in rows[:heading]
        for call in row.line.calls
        if call.raised and call.readings and call.readings[0].text.isdecimal()
    }
    return heading if len(entries & raised) < CALLED * len(entries) else None


_BROKEN_OFF = re.compile(r"[\w,;-]$")
"""A line whose sentence goes on elsewhere; behind a colon a quotation may begin."""
CALLED = 0.3
"""Share of the entries of a list that raised numbers call, where it is one of endnotes: scans lose some, and exponents
are raised too."""


def _endnote_rows(
    rows: Sequence[Row], heading: int | None, starts: dict[tuple[int, int], Label]
) -> set[tuple[int, int]]:
    if heading is None or not any(row.key in starts for row in rows[heading + 1 :]):
        return set()
    found = set()
    for row in rows[heading + 1 :]:
        if _AFTER_NOTES.match(row.text):
            break
        found.add(row.key)
    return found


_FIRST_NOTE = re.compile(r"^\W{0,2}[1lI](?!\d)\W{0,2}\s?\S")


class _Rooms:
    """Splits columns into body and notes, one after another: a note may go on from the column before."""

    def __init__(
        self, measures: Measures, starts: dict[tuple[int, int], Label], note_size: float, symbols: Sequence[Label]
    ) -> None:
        self.measures = measures
        self.starts = starts
        self.note_size = note_size or small_size((label.row for label in symbols), measures)
        self.symbols = {label.row.key: label for label in symbols}
        self.first_number = min(starts, default=None)
        self.last_note_row: Row | None = None
        self.in_references = False
        """A heading above said that the notes are over; a list in small type follows."""

    def split(self, column: Sequence[Row]) -> int:
        """Index of the first note row of a column; its length if there is none."""
        split = self._first_start(column)
        if split < len(column):
            self.in_references = False
        self.in_references |= any(_AFTER_NOTES.match(row.text) for row in column[:split])
        split = self._upward(column, split) if split < len(column) else self._continuation(column)
        if split < len(column):
            self.last_note_row = column[-1]
        return split

    def _first_start(self, column: Sequence[Row]) -> int:
        numbered = next((index for index, row in enumerate(column) if row.key in self.starts), len(column))
        for index, row in enumerate(column):
            if row.key in self.symbols and self._is_early(row) and self._is_symbol_note(column, index, numbered):
                self.starts[row.key] = self.symbols[row.key]
                numbered = min(numbered, index)
        return numbered

    def _is_early(self, row: Row) -> bool:
        """Among numbered notes a reference mark is the author's, before note 1; later it is a damaged number."""
        return self.first_number is None or row.key < self.first_number

    def _is_symbol_note(self, column: Sequence[Row], index: int, numbered: int) -> bool:
        """A sign begins a note in note-sized type, or at the foot where a gap or the numbered notes set it off."""
        row = column[index]
        if row.line.size and self.note_size:
            return self._is_note_sized(row)
        previous = column[index - 1] if index else None
        set_off = gap_before(row, previous, self.measures.leading) >= 0.5
        return (set_off or index > numbered) and index >= 0.3 * len(column)

    def _is_note_sized(self, row: Row) -> bool:
        if not self.note_size or not row.line.size:
            return False
        limit = self.note_size + NEARER_NOTES * (1.0 - self.note_size)
        return self.note_size < NOT_BODY and self.measures.relative_size(row) <= limit

    def _is_of_notes(self, column: Sequence[Row], index: int) -> bool:
        """Whether a row is note-sized; so is one between two such rows, close to them, whose size wavers.

        A row in small capitals, or mostly in figures, measures larger or smaller than it is.
        """
        row = column[index]
        if self._is_note_sized(row):
            return True
        if not 0 < index < len(column) - 1 or self.measures.relative_size(row) >= NOT_BODY:
            return False
        above, below = column[index - 1], column[index + 1]
        gaps = (gap_before(row, above, self.measures.leading), gap_before(below, row, self.measures.leading))
        return self._is_note_sized(above) and self._is_note_sized(below) and max(gaps) < 0.5

    def _upward(self, column: Sequence[Row], start: int) -> int:
        """Takes in the rows above the first label that carry on a note of the page before."""
        if column[start].line.box is None:
            return self._upward_by_blanks(column, start)
        while start > 0 and self._is_of_notes(column, start - 1) and not self._is_quotation(column, start - 1):
            if (
                self.last_note_row is None
                and gap_before(column[start], column[start - 1], self.measures.leading) >= 0.5
            ):
                break  # before the first note nothing can be carried on: over the gap stands an abstract in small type
            start -= 1
        return start

    def _is_quotation(self, column: Sequence[Row], index: int) -> bool:
        """A quotation or an abstract in about the size of the notes: a gap parts it from them; indented, or larger."""
        following = column[index + 1] if index + 1 < len(column) else None
        parted = following is not None and gap_before(following, column[index], self.measures.leading) >= 0.5
        over = self.measures.relative_size(column[index]) / self.note_size - 1
        return parted and (
            over > 2 * TOLERANCE or self.measures.indent(column[index]) > (0.4 if over > TOLERANCE else 0.7)
        )

    def _upward_by_blanks(self, column: Sequence[Row], start: int) -> int:
        """Without geometry: up to the blank lines that part notes from body, if the label itself has none before it."""
        for index in range(start, max(0, start - 30), -1):
            if _CONTINUED.match(column[index].text):
                return index
            if column[index].line.blank_before >= 2:
                return index if index == start or self.last_note_row is not None else start
        return self._over_one_blank(column, start)

    def _over_one_blank(self, column: Sequence[Row], start: int) -> int:
        """The same where every paragraph has a blank line: the paragraph above the first label, if it is of the notes.

        It is where the text breaks off before it and it ends a sentence itself, and either the last note of the page
        before has broken off, or a number is missing and the paragraph begins with what may be its label.
        """
        first = next((index for index in range(start - 1, 0, -1) if column[index].line.blank_before), 0)
        last = self.last_note_row
        if not first or last is None or not ends_sentence(column[start - 1].text):
            return start
        above = column[first - 1].text
        goes_on = not ends_sentence(last.text) and bool(_BROKEN_OFF.search(above))
        before = [label.value for key, label in self.starts.items() if key < column[start].key]
        missing = bool(before) and self.starts[column[start].key].value > max(before) + 1
        labelled = missing and looks_labelled(column[first]) and not ends_sentence(above)
        return first if goes_on or labelled else start

    def _continuation(self, column: Sequence[Row]) -> int:
        """Note-sized rows at the foot of a column without any label: a long note that goes on."""
        for index, row in enumerate(column):
            if _CONTINUED.match(row.text):
                return index
        if self.in_references:
            return len(column)
        index = len(column)
        while index > 0 and self._is_of_notes(column, index - 1) and not self._is_quotation(column, index - 1):
            index -= 1
        if index == len(column):
            return len(column)
        row = column[index]
        previous = column[index - 1] if index else None
        last = self.last_note_row
        if last is None and not looks_labelled(row):
            return len(column)  # a long abstract is small too, and may end the first page
        goes_on = last is not None and (not last.closes or starts_lower(row.text))
        if last is not None and not goes_on and row.page.number > last.page.number + 1 and not looks_labelled(row):
            return len(column)  # no note goes on over a page that has none: a quotation in small type ends the page
        set_off = gap_before(row, previous, self.measures.leading) >= 0.5 or index == 0
        # Of a quotation every row is indented; of notes the first rows are, or none.
        unlike_quotation = any(self.measures.indent(each) < 0.5 for each in column[index:])
        return index if (goes_on or set_off) and unlike_quotation else len(column)


def _notes(
    rows: Sequence[Row], starts: dict[tuple[int, int], Label], endnotes: set[tuple[int, int]]
) -> Iterator[RawNote]:
    """Cuts the note rows into notes at their labels."""
    note: RawNote | None = None
    for row in rows:
        kind = NoteKind.END if row.key in endnotes else NoteKind.FOOT
        label = starts.get(row.key) or (_damaged_mark(row, note) if note else None)
        if label is None:
            if note is None:
                note = RawNote("", kind, "", row, [row], "no label was found")
            else:
                note.rows.append(row)
            continue
        if note is not None:
            yield from _divided(note, label)
        note = _begin(row, label, kind)
    if note is not None:
        yield from _divided(note, None)


def _begin(row: Row, label: Label, kind: NoteKind) -> RawNote:
    rows = [row.part(label.end, len(row.text))]
    lost = not label.end and row.line.box is None
    doubt = "the label was lost; told by the foot of the page" if lost else _doubt(label.sign, label.printed)
    return RawNote(label.sign, kind, label.printed, row, rows, doubt)


def _doubt(sign: str, printed: str) -> str:
    return "" if sign in printed or not printed else f"label printed {printed.strip()!r}"


def _damaged_mark(row: Row, note: RawNote) -> Label | None:
    """A reference mark that the reader damaged, where the sequence demands it: ``t`` for † after *."""
    found = _ANY_LABEL.match(row.text)
    # A text layer damages nothing, and no reader makes a number of a mark.
    if (
        not found
        or note.label.isdecimal()
        or row.page.reader == "text-layer"
        or re.fullmatch(r"\d{2,3}", found["label"])
    ):
        return None
    mark = next((each for each in _next_symbols(note, row) if _looks_like(found["label"], each)), None)
    return Label(row, -1, found.end("label"), mark, 0.0) if mark else None


_ANY_LABEL = re.compile(r"^(?P<label>[^\s.]{1,3})[.,:]?\s+(?=[A-Z‘“\[])")


def _next_symbols(note: RawNote, row: Row) -> Sequence[str]:
    """The reference marks that may follow the note's own on the same page; on a new page the first ones.

    Presses do not agree on what follows §, so more than one may come next.
    """
    same_page = note.label_row.page.number == row.page.number and note.label in SYMBOLS
    start = SYMBOLS.index(note.label) + 1 if same_page else 0
    return SYMBOLS[start : start + 3]


def _looks_like(printed: str, mark: str) -> bool:
    return printed == mark or all(glyph in SYMBOL_LOOKS.get(mark, "") for glyph in printed)


def _divided(note: RawNote, following: Label | None) -> Iterator[RawNote]:
    """Cuts out the notes that begin in the middle of a line, as presses set short ones beside one another.

    ``71. ... 72. Ibid.`` counts where the chain has 71 and then 73; a raised number, and one with much white before it,
    wherever the next note is another.
    """
    last = following.value if following and following.value else 0
    while note.label.isdecimal() and last != (wanted := int(note.label) + 1):
        place = _set_off_label(note, wanted) or (_inline_label(note, wanted) if last > wanted else None)
        if place is None:
            break
        position, start, end = place
        row = note.rows[position]
        head, tail = row.part(0, start), row.part(start, len(row.text))
        printed = row.text[start:end]
        following_note = RawNote(
            str(wanted), note.kind, printed, tail,
            [tail.part(end - start, len(tail.text)), *note.rows[position + 1 :]], _doubt(str(wanted), printed),
        )  # fmt: skip
        note.rows = [*note.rows[:position], head]
        yield note
        note = following_note
    yield note


def _inline_label(note: RawNote, wanted: int) -> tuple[int, int, int] | None:
    """Row and span of a number with a stop or a bracket behind a finished sentence."""
    pattern = re.compile(rf"(?<=[.)\]’”])\s+(?P<label>{wanted}[.)])(?=\s+[A-Z‘“])")
    for position, row in enumerate(note.rows):
        match = pattern.search(row.text)
        if match and row.text[: match.start()].strip():
            return position, match.start("label"), match.end("label")
    return None


def _set_off_label(note: RawNote, wanted: int) -> tuple[int, int, int] | None:
    """Row and span of a number that is raised, or has an em of white before it, amid a line that goes on behind it."""
    for position, row in enumerate(note.rows):
        raised = {
            call.start: call.end
            for call in row.line.calls
            if call.raised and any(reading.text == str(wanted) for reading in call.readings[:2])
        }
        inner = [word for word in row.line.words if row.start <= word.start < row.end and word.box]
        for before, word in pairwise(inner):
            if before.box is None or word.box is None or word.box.left <= before.box.right:
                continue
            white = (word.box.left - before.box.right) / (row.line.size or 1.0)
            end = raised.get(
                word.start, word.end if _labels(wanted).fullmatch(row.line.text[word.start : word.end]) else 0
            )
            far = white >= (APART if word.start in raised else FAR_APART)
            if end and far and row.line.text[end : row.end].strip():
                return position, word.start - row.start, end - row.start
    return None


def _labels(wanted: int) -> re.Pattern[str]:
    return re.compile(rf"{wanted}[.)]?")


APART = 0.4
"""Ems of white before a raised number that begins a note within a line: more than parts two words."""
FAR_APART = 1.0
"""The same before a number on the line: more than parts two sentences, even where the line is stretched."""
