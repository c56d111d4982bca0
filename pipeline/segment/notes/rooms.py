"""Which rows at the foot of a column are notes, begun there or carried on from the column before."""

import re
from bisect import bisect
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import pairwise

from pipeline.model import TEXT_LAYER, Region
from pipeline.segment.body.displayed_matter import WORD
from pipeline.segment.body.situations import SHORT
from pipeline.segment.body.table_cells import is_parted
from pipeline.segment.body_size import TOLERANCE
from pipeline.segment.measure import CLEARLY_SMALLER, NOT_BODY, Measures
from pipeline.segment.notes.author_notes import author_note
from pipeline.segment.notes.dump_rooms import DumpRooms
from pipeline.segment.notes.endnotes import SET_OFF, is_after_notes
from pipeline.segment.notes.gaps import begins_raised, looks_labelled
from pipeline.segment.notes.label_chain import MOST_LOST
from pipeline.segment.notes.labels import CONTINUED, Label, small_size
from pipeline.segment.notes.separators import is_under
from pipeline.segment.rows import Row, ends_sentence, gap_before, starts_lower
from pipeline.segment.series import NUMBERS, SYMBOLS
from pipeline.segment.wording.heading_words import HEADED_THANKS

NEARER_NOTES = 0.4
"""Share of the way from note size to body size up to which type counts as note-sized: below the nine-point quotation
between eight-point notes and a ten-point body, above the wavering of sizes from page to page in a scan (7 %)."""
PROSE = 2
"""Words of a line of text; a formula has fewer."""
_BROKEN_OFF = re.compile(r"[\w,;-]$")
"""A line whose sentence goes on elsewhere; behind a colon a quotation may begin."""
_NUMBERED = re.compile(r"\d{1,3}[.)]?\s")
_MARK_ALONE = re.compile(r"[^\w\s(\[]{1,2}\s")
"""What is left of a label, white behind it: a quotation mark stands at its word."""


class Rooms:
    """Splits columns into body and notes, one after another: a note may go on from the column before."""

    def __init__(
        self,
        measures: Measures,
        starts: dict[tuple[int, int], Label],
        note_size: float,
        symbols: Sequence[Label],
        tables: Collection[tuple[int, int]] = (),
        *,
        of_dump: DumpRooms | None = None,
        rules: Mapping[int, float] | None = None,
        is_called: Callable[[int, str], bool] = lambda _page, _sign: False,
        at_end: bool = False,
    ) -> None:
        self.measures = measures
        self.starts = starts
        self.note_size = note_size or small_size((label.row for label in symbols), measures)
        self.symbols = {label.row.key: label for label in symbols}
        self.tables = tables
        self.of_dump = of_dump.notes if of_dump and of_dump.by_length else frozenset()
        """The rows of a dump whose words and length tell that they are notes."""
        self.rules = rules or {}
        """Page -> how far down it the rule over the notes stands, as ``note_rules`` found it."""
        self.is_called = is_called
        """Whether the text of a page calls by a sign."""
        self.at_end = at_end
        """Whether the numbered notes stand at the end of the article: at the feet of pages are those with a mark."""
        self.pages_of_tables = {page for page, _ in tables}
        self.first_number = min(starts, default=None)
        self.numbered = sorted((label for label in starts.values() if label.value), key=lambda label: label.row.key)
        lettered = [label for label in self.numbered if label.series is not NUMBERS]
        self.firsts = {label.row.page.number: label.row.key for label in lettered if label.value == 1}
        """Page -> its note a, where the notes are lettered."""
        self.last_note_row: Row | None = None
        self.references_from: int | None = None
        """The page on which a heading said that the notes are over; a list in small type follows."""

    def split(self, column: Sequence[Row], *, over_text: bool = False) -> int:
        """Index of the first note row of a column; its length if there is none.

        Args:
            column: rows of one column, from the top.
            over_text: whether text of the body goes on below it. What is small there is a table or the words of a
                figure, for a note goes on at the foot of a page.
        """
        if Region.NOTE in self.measures.named and any(row.region for row in column):
            return self._told(column)
        split = self._first_start(column)
        # Notes at the foot of the page with the heading are those of the text above it.
        if split < len(column) and column[split].page.number != self.references_from:
            self.references_from = None
        if any(map(is_after_notes, column[:split])):
            self.references_from = column[0].page.number
        if split < len(column):
            split = self._upward(column, split)
        elif not over_text:
            split = self._carried_on(column)
        if split < len(column):
            self.last_note_row = column[-1]
        return split

    def behind_notes(self, column: Sequence[Row], split: int) -> int:
        """Index of the row that ends the notes at the foot of a column; its length if none does.

        A list of references may stand under the last notes of an article, in their type: its heading has white over
        it, for a note may end with the word.
        """
        for index in range(split + 1, len(column)):
            row = column[index]
            if is_after_notes(row) and gap_before(row, column[index - 1], self.measures.leading) >= SET_OFF:
                self.references_from, self.last_note_row = row.page.number, column[index - 1]
                return index
        return len(column)

    def _told(self, column: Sequence[Row]) -> int:
        """Index of the first row of a column that the source calls a note; the marks before such rows are labels."""
        notes = [row for row in column if row.region is Region.NOTE]
        self.starts.update({row.key: self.symbols[row.key] for row in notes if row.key in self.symbols})
        self.last_note_row = notes[-1] if notes else self.last_note_row
        return next((index for index, row in enumerate(column) if row.region is Region.NOTE), len(column))

    def _first_start(self, column: Sequence[Row]) -> int:
        numbered = next((index for index, row in enumerate(column) if row.key in self.starts), len(column))
        for index, row in enumerate(column):
            own = row.key in self.symbols and (self._is_early(row) or self._is_called_mark(row, under=index > numbered))
            if own and self._is_symbol_note(column, index, numbered):
                self.starts[row.key] = self.symbols[row.key]
                numbered = min(numbered, index)
        return self._authors_start(column, numbered)

    def _authors_start(self, column: Sequence[Row], numbered: int) -> int:
        """Index of the author's note of a dump, which stands over the first numbered one; else of that one."""
        if not column or column[0].line.box or self.first_number is None or self.last_note_row is not None:
            return numbered
        found = author_note(column, numbered, self.measures) if column[0].key <= self.first_number else None
        if found is None:
            return numbered
        # No sequence has it, so that its place among the rows of the article is asked by none.
        self.starts[column[found[0]].key] = Label(column[found[0]], -1, found[1], "*", 1.0)
        return found[0]

    def _is_under_table(self, row: Row, above: Row) -> bool:
        """Whether a row right under a table is one of its rows, or stands under it while no note has broken off."""
        close = gap_before(row, above, self.measures.leading) < 0.5
        broken_off = self.last_note_row is not None and not self.last_note_row.closes
        return close and (is_parted(row) or not broken_off)

    def _is_early(self, row: Row) -> bool:
        """Among numbered notes a reference mark is the author's, before a note 1; later it is a damaged number.

        A file may have several articles. Where the notes are lettered, those of an editor or a translator, the author's
        own stand over them on any page.
        """
        if self.first_number is None or row.key < self.firsts.get(row.page.number, self.first_number):
            return True
        behind = bisect(self.numbered, row.key, key=lambda label: label.row.key)
        following = self.numbered[behind : behind + 1]
        return [(1, row.page.number)] == [(label.value, label.row.page.number) for label in following]

    def _is_called_mark(self, row: Row, *, under: bool) -> bool:
        """A mark under a numbered note, where nothing is misread and the page calls by it.

        A first note to the title stands before the star of the authors: ``Systems¹``, ``Tansy & Reed*``.
        """
        called = self.is_called(row.page.number, self.symbols[row.key].sign)
        return under and row.page.reader == TEXT_LAYER and called

    def _is_symbol_note(self, column: Sequence[Row], index: int, numbered: int) -> bool:
        """A sign begins a note in note-sized type, or at the foot where a gap or the numbered notes set it off.

        Without numbered notes the rows with signs alone tell the size of the notes, and of a typescript one of them may
        measure a little less than the others.
        """
        row = column[index]
        wavers = self.first_number is None and self.note_size >= CLEARLY_SMALLER
        if row.line.size and 0.0 < self.note_size < NOT_BODY and not wavers:
            return self._is_note_sized(row) or self._heads_marks(column, index)
        previous = column[index - 1] if index else None
        set_off = gap_before(row, previous, self.measures.leading) >= 0.5
        return (set_off or index > numbered) and index >= 0.3 * len(column)

    def _heads_marks(self, column: Sequence[Row], index: int) -> bool:
        """Whether the next mark begins the note-sized row right below; the size of a row with few letters wavers."""
        row, below = column[index], column[index + 1] if index + 1 < len(column) else None
        label, own = self.symbols.get(below.key) if below else None, self.symbols[row.key]
        if below is None or label is None or not self._is_note_sized(below):
            return False
        in_order = (own.sign, label.sign) in pairwise(SYMBOLS)
        return in_order and gap_before(below, row, self.measures.leading) < 0.5

    def _is_note_sized(self, row: Row) -> bool:
        if not self.note_size or not row.line.size:
            return False
        limit = self.note_size + NEARER_NOTES * (1.0 - self.note_size)
        return self.note_size < NOT_BODY and self.measures.relative_size(row) <= limit

    def _is_of_notes(self, column: Sequence[Row], index: int) -> bool:
        """Whether a row is note-sized; so is one between two such rows, close to them, whose size wavers.

        A row in small capitals, or mostly in figures, measures larger or smaller than it is, and so does a formula.
        """
        row = column[index]
        if row.key in self.tables:
            return False
        if self._is_note_sized(row):
            return True
        wavers = self.measures.relative_size(row) < NOT_BODY or self._is_formula(row)
        if not 0 < index < len(column) - 1 or not wavers:
            return False
        above, below = column[index - 1], column[index + 1]
        gaps = (gap_before(row, above, self.measures.leading), gap_before(below, row, self.measures.leading))
        return self._is_note_sized(above) and self._is_note_sized(below) and max(gaps) < 0.5

    def _is_formula(self, row: Row) -> bool:
        """Whether a row has hardly a word, and is short, as what is displayed between the lines of a note."""
        return len(WORD.findall(row.text)) < PROSE and self.measures.shortfall(row) > SHORT

    def _upward(self, column: Sequence[Row], start: int) -> int:
        """Takes in the rows above the first label that carry on a note of the page before."""
        ruled = self._under_rule(column)
        if ruled is not None and ruled <= start:
            return ruled
        label = start
        if self._hangs_over_label(column, start):
            return 0
        if column[start].line.box is None:
            return min(self._upward_by_blanks(column, start), self._upward_by_words(column, start))
        while start > 0 and self._is_of_notes(column, start - 1) and not self._is_quotation(column, start - 1):
            if (
                self.last_note_row is None
                and gap_before(column[start], column[start - 1], self.measures.leading) >= 0.5
            ):
                break  # before the first note nothing can be carried on: over the gap stands an abstract in small type
            start -= 1
        # On the first page they are the author's note.
        are_thanks = self.last_note_row is not None and HEADED_THANKS.match(column[start].text)
        return label if are_thanks or self._is_text(column[start:label]) else start

    def _is_quotation(self, column: Sequence[Row], index: int) -> bool:
        """A quotation or an abstract in about the size of the notes: a gap parts it from them; indented, or larger."""
        following = column[index + 1] if index + 1 < len(column) else None
        parted = following is not None and gap_before(following, column[index], self.measures.leading) >= 0.5
        over = self.measures.relative_size(column[index]) / self.note_size - 1
        return parted and (
            over > 2 * TOLERANCE or self.measures.indent(column[index]) > (0.4 if over > TOLERANCE else 0.7)
        )

    def _upward_by_words(self, column: Sequence[Row], start: int) -> int:
        """Without geometry: up over the rows that are told to be notes, where a note before may go on in them."""
        while self.last_note_row is not None and start > 0 and column[start - 1].key in self.of_dump:
            start -= 1
        return start

    def _upward_by_blanks(self, column: Sequence[Row], start: int) -> int:
        """Without geometry: up to the blank lines that part notes from body, if the label itself has none before it."""
        for index in range(start, max(0, start - 30), -1):
            if CONTINUED.match(column[index].text):
                return index
            if column[index].line.blank_before >= 2:
                return index if index == start or self.last_note_row is not None else start
        return self._over_one_blank(column, start)

    def _over_one_blank(self, column: Sequence[Row], start: int) -> int:
        """The same where every paragraph has a blank line: the paragraph above the first label, if it is of the notes.

        It is where the text breaks off before it, it ends a sentence itself, and the last note of the page before has
        broken off.
        """
        first = next((index for index in range(start - 1, 0, -1) if column[index].line.blank_before), 0)
        last = self.last_note_row
        if not first or last is None or not ends_sentence(column[start - 1].text):
            return start
        return first if not ends_sentence(last.text) and _BROKEN_OFF.search(column[first - 1].text) else start

    def _under_rule(self, column: Sequence[Row]) -> int | None:
        """Index of the first row under the rule over the notes of its page; None where of the page no rule is known."""
        rule = self.rules.get(column[0].page.number) if column else None
        return None if rule is None else next((at for at, row in enumerate(column) if is_under(row, rule)), len(column))

    def _carried_on(self, column: Sequence[Row]) -> int:
        """Index of the first row of a column without any label that carries on a note: words or a rule say so."""
        for index, row in enumerate(column):
            if CONTINUED.match(row.text):
                return index
        if self.references_from is not None:
            return len(column)
        ruled = self._under_rule(column) if self.last_note_row is not None else None
        return self._continuation(column) if ruled is None else ruled

    def _continuation(self, column: Sequence[Row]) -> int:
        """Note-sized rows at the foot of a column without any label: a long note that goes on."""
        index = len(column)
        while index > 0 and self._is_of_notes(column, index - 1) and not self._is_quotation(column, index - 1):
            index -= 1
        if index == len(column):
            return len(column)
        last = self.last_note_row
        if last is None or last.closes:
            index = self._below_quotation(column, index)
        row = column[index]
        previous = column[index - 1] if index else None
        if previous and previous.key in self.tables and self._is_under_table(row, previous):
            return len(column)
        if last is None and not looks_labelled(row):
            return len(column)  # a long abstract is small too, and may end the first page
        if self._is_text(column[index:]) and not looks_labelled(row):
            return len(column)
        goes_on = last is not None and (not last.closes or starts_lower(row.text))
        if self.at_end and not goes_on and not begins_raised(row) and _NUMBERED.match(row.text):
            return len(column)  # a list in small type
        if last is not None and not goes_on and row.page.number > last.page.number + 1 and not looks_labelled(row):
            return len(column)  # no note goes on over a page that has none: a quotation in small type ends the page
        told = last is None or goes_on or looks_labelled(row) or self._lacks_number(row)
        if not told and not any(each.closes for each in column[index:]):
            return len(column)  # what has ended goes on in sentences: the author's address behind the text has none
        set_off = gap_before(row, previous, self.measures.leading) >= 0.5 or index == 0
        # Of a quotation every row is indented; of notes the first rows are, or none; one that is centred has its label,
        # and so has the only one of a page from which a long note goes on.
        labelled = begins_raised(row) or (bool(_MARK_ALONE.match(row.text)) and self._lacks_number(row))
        unlike_quotation = labelled or any(self.measures.indent(each) < 0.5 for each in column[index:])
        unlike_quotation = unlike_quotation or self._hangs_as_last_note(column[index:])
        set_off = set_off or (looks_labelled(row) and self._lacks_number(row))
        return index if (goes_on or set_off) and unlike_quotation else len(column)

    def _is_text(self, rows: Sequence[Row]) -> bool:
        """Whether note-sized rows fill a page though the last note is at its end: text, smaller than a preface's."""
        return self.last_note_row is not None and self.last_note_row.closes and _fills_page(rows)

    def _below_quotation(self, column: Sequence[Row], start: int) -> int:
        """Index of the row in small type, from one on, that raised ink begins where the sequence lacks a number.

        What stands over it in much the same type, verse or a quotation, is of the text.
        """
        if looks_labelled(column[start]):
            return start
        below = range(start + 1, len(column))
        return next((at for at in below if begins_raised(column[at]) and self._lacks_number(column[at])), start)

    def _lacks_number(self, row: Row) -> bool:
        """Whether between the labels before a row and behind it the sequence lacks a number; or its first ones.

        Behind the last label it lacks the next one if the page calls it.
        """
        behind = bisect(self.numbered, row.key, key=lambda label: label.row.key)
        before = self.numbered[behind - 1].value if behind else 0
        if 0 < behind == len(self.numbered):
            return self.is_called(row.page.number, str(before + 1))
        following = self.numbered[behind].value if behind < len(self.numbered) else 0
        return before + 1 < following and (behind > 0 or following <= MOST_LOST)

    def _hangs_as_last_note(self, rows: Sequence[Row]) -> bool:
        """Whether rows go on with the note that broke off: they stand as far in as its last row, which hangs.

        How far in is not known beside a table that is wider than the text, nor in the next column of the page, whose
        margin may be another: there they have one left edge.
        """
        last = self.last_note_row
        if last is None or last.line.box is None or last.key in self.starts or last.closes:
            return False
        hang = self.measures.indent(last)
        indents = self._without_first_lines(rows)
        page = rows[0].page.number
        if page == last.page.number or (page in self.pages_of_tables and hang >= HANGING):
            alike = max(indents) - min(indents) < HANGING
        else:
            alike = all(abs(indent - hang) < HANGING for indent in indents)
        return self.measures.same_size(rows[0], last) and alike

    def _hangs_over_label(self, column: Sequence[Row], start: int) -> bool:
        """Whether all rows over the first label of a column stand under one another as those under the label do.

        They go on with a note of the page before, which has broken off. So does the rest of an endnote in the type of
        the text, which nothing else tells from it.
        """
        last, em = self.last_note_row, self.measures.body_size
        if not start or last is None or last.closes or last.page.number + 1 != column[0].page.number or not em:
            return False
        label, *others = (row.line.box for row in (column[start], *column[:start], *column[start + 1 : start + 2]))
        if label is None or None in others or len(others) <= start:
            return False
        lefts = [box.left for box in others if box is not None]
        return min(lefts) - label.left > UNDER_LABEL * em and max(lefts) - min(lefts) < HANGING * em

    def _without_first_lines(self, rows: Sequence[Row]) -> list[float]:
        """How far in rows stand, those left out that begin another paragraph of their note: behind the end of one.

        Where more rows do so than a third, they are verse or a list.
        """
        indents = [self.measures.indent(row) for row in rows]
        flush = [
            indent
            for above, indent in zip([None, *rows], indents, strict=False)
            if above is None or not above.closes or indent - min(indents) < HANGING
        ]
        return flush if 3 * len(flush) >= 2 * len(indents) else indents


def _fills_page(rows: Sequence[Row]) -> bool:
    """Whether rows are nearly all of a page whose type sizes waver, as they do on images and in transcripts."""
    page = rows[0].page if rows else None
    return page is not None and page.reader != TEXT_LAYER and len(rows) >= NEARLY_ALL * len(page.lines)


NEARLY_ALL = 0.7
"""Of the lines of a page: those of a note that fills it but for its heads and some rows of text."""
UNDER_LABEL = 1.0
"""Ems by which the rows of a note stand in at least, whose label stands out to the left of them."""
HANGING = 0.3
"""Ems by which the left edges of rows of one hanging note differ at most, on facing pages."""
