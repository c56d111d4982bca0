"""Labels of notes that a press runs on, one behind the other on a line: ``2) Ebd. 3) Ebd. – ⁴ Vgl.`` and so on.

No row begins with them. Such a label stands behind a finished sentence, perhaps behind a dash that parts two notes; it
is raised, or has the form of the label of the note amid which it stands. As many are sought as numbers lack before the
next note, or, behind the last label of a page, as the page calls more notes than were found. Which number each has is
found as it is for damaged labels, whatever the readers made of the ink.
"""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from math import inf

from pipeline.letters import CAPITALS
from pipeline.model import TEXT_LAYER, CallCandidate, NoteKind
from pipeline.raised_notation import without_brackets
from pipeline.segment.notes.called_labels import calls_above
from pipeline.segment.notes.damaged_chain import START, cheapest_numbers
from pipeline.segment.notes.division import RawNote, cut_off
from pipeline.segment.notes.glyphs import LABELS, glyph_price
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row, starts_lower
from pipeline.segment.series import MARKS, Series

_BEHIND_NOTE = re.compile(r"[.,)\]’”»!?…](?:\s+|(?=\s*[–—-]))(?P<dash>\s*[–—-]\s*)?$")
"""What stands before a label: the end of a note, whose stop may be read as a comma, and white or a dash."""
_NOTE_BEGINS = re.compile(rf"\s?(?:[–—-]\s?)?(?:[{CAPITALS}‘“«„(\[\"]|[1l|]bid)")
LIKE = 1.5
"""Price up to which figures on the line may be another number: they are seldom misread, as raised ones are."""


@dataclass(frozen=True, slots=True)
class Place:
    """``rows[position].text[start:end]`` of a note, which may be the label of another."""

    row: Row
    position: int
    start: int
    end: int
    readings: tuple[str, ...]
    raised: bool
    series: Series

    def price(self, number: int) -> float:
        """What speaks against a number, or the sign in its place; negative where it is likely."""
        glyphs = min(glyph_price(text, self.series.sign_of(number), LABELS) for text in self.readings)
        return inf if not self.raised and glyphs > LIKE else glyphs - START

    def label(self, number: int) -> Label:
        """The place as the label of a number; its index is that of the row among the rows of the note."""
        return Label(self.row, self.position, self.end, self.series.sign_of(number), 0.0)


def run_on(notes: Sequence[RawNote]) -> Iterator[RawNote]:
    """The foot-notes of a page image, those apart that go on behind others on a line.

    Where the next page begins with the number after the last of a page, no more notes follow that on its page.
    """
    on_pages = [list(group) for _, group in groupby(notes, key=lambda note: note.label_row.page.number)]
    for on_page, behind in zip(on_pages, [*on_pages[1:], []], strict=False):
        calls = calls_above(on_page[0].label_row)
        lacking = sum(_may_be_sign(call, on_page[0].series) for call in calls) - len(on_page)
        for note, following in zip(on_page, [*on_page[1:], None], strict=True):
            found = [note]
            if _is_numbered(note):
                legible = {number for call in calls if not call.raised for number in _on_line(call, note.series)}
                goes_on = any(later.value == note.value + 1 for later in behind[:1])
                most = 0 if goes_on else lacking
                last = following.value if following else _last_called(note.value, most, legible) + 1
                found = _apart(note, range(note.value + 1, last))
            lacking -= len(found) - 1
            yield from found


def _is_numbered(note: RawNote) -> bool:
    return note.kind is NoteKind.FOOT and note.label_row.line.box is not None and note.value > 0


def _may_be_sign(call: CallCandidate, series: Series) -> bool:
    """Whether raised ink may be a sign of a series; what is read as a letter hardly is. A text layer misreads none."""
    texts = [
        reading.text
        for reading in call.readings
        if reading.reader != TEXT_LAYER or series.value_of(without_brackets(reading.text.rstrip(".,:")))
    ]
    return bool(call.raised) and any(not text.isalpha() for text in texts)


def _on_line(call: CallCandidate, series: Series) -> Iterator[int]:
    """The numbers that a call on the line is read as: in brackets, but for reference marks."""
    for reading in call.readings:
        inner = without_brackets(reading.text)
        if inner != reading.text or series is MARKS:
            yield series.value_of(inner)


def _last_called(number: int, lacking: int, legible: Set[int]) -> int:
    """The number of the last note that a page calls: as many more as raised calls are left, or as legible ones tell."""
    last = number + max(0, lacking)
    while last + 1 in legible:
        last += 1
    return last


def _apart(note: RawNote, numbers: range) -> list[RawNote]:
    """The note, and those with these numbers that begin amid its rows."""
    places = {(place.position, place.end): place for place in _places(note)} if numbers else {}
    labels = cheapest_numbers(list(places.values()), numbers)[0] if places else []
    found = [
        cut_off(note, label.index, places[label.index, label.end].start, label.end, label.sign)
        for label in reversed(labels)
    ]
    return [note, *reversed(found)]


def _places(note: RawNote) -> Iterator[Place]:
    """Where on the page of a note other labels may stand amid its rows, in reading order."""
    form = _form_of(note)
    for position, row in enumerate(note.rows):
        above = note.rows[position - 1].text if position else ""
        below = note.rows[position + 1].text if position + 1 < len(note.rows) else ""
        for start, end, readings, raised in sorted(_labels_in(row, form, note.series)):
            before = row.text[:start] if start else f"{above} "
            behind = _BEHIND_NOTE.search(before) if row.page is note.label_row.page else None
            begins = _NOTE_BEGINS.match(f"{row.text[end:]} {below}") or (not raised and _begins_small(note))
            if behind and begins:
                dash = len(behind["dash"] or "") if start else 0
                yield Place(row, position, start - dash, end, readings, raised, note.series)


def _begins_small(note: RawNote) -> bool:
    """Whether a note itself begins with a small letter: so do glosses, and those that are run on behind them."""
    return starts_lower(note.rows[0].text.lstrip())


def _form_of(note: RawNote) -> re.Pattern[str] | None:
    """The form of a note's label with any sign; None where it is the number alone, or was not read."""
    printed = note.printed.strip(" –—-")
    if note.label not in printed or (printed == note.label and note.series is not MARKS):
        return None
    before, _, behind = printed.partition(note.label)
    return re.compile(rf"(?<!\S){re.escape(before)}(?P<sign>{note.series.signs}){re.escape(behind)}(?=\s|[–—-])")


def _labels_in(
    row: Row, form: re.Pattern[str] | None, series: Series
) -> Iterator[tuple[int, int, tuple[str, ...], bool]]:
    """Start, end and readings of what may be a label, and whether it is raised."""
    for call in row.line.calls:
        if _may_be_sign(call, series) and row.start <= call.start and call.end < row.end:
            yield call.start - row.start, call.end - row.start, tuple(each.text for each in call.readings), True
    for match in form.finditer(row.text) if form else ():
        yield *match.span(), (match["sign"],), False
