"""Where one note ends and the next begins."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from pipeline.letters import CAPITALS
from pipeline.model import TEXT_LAYER, NoteKind
from pipeline.raised_notation import number_of
from pipeline.segment.notes.glyphs import LOOKS
from pipeline.segment.notes.labels import LEADS_TO_NUMBER, Label
from pipeline.segment.notes.raised_labels import raised_label, raised_letters
from pipeline.segment.rows import Row
from pipeline.segment.series import MARKS, NUMBERS, SYMBOLS, Series


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
    series: Series = NUMBERS

    @property
    def value(self) -> int:
        """The place of the label in its series; 0 without a label."""
        return self.series.value_of(self.label)


def divided_notes(
    rows: Sequence[Row], starts: dict[tuple[int, int], Label], endnotes: set[tuple[int, int]]
) -> Iterator[RawNote]:
    """Cuts the note rows into notes at their labels."""
    note: RawNote | None = None
    for row in rows:
        kind = NoteKind.END if row.key in endnotes else NoteKind.FOOT
        label = starts.get(row.key)
        if note is not None and (label is None or _is_damaged(label)):
            label = _damaged_mark(row, note) or label
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
    label = replace(label, end=label.end + _own_number(row, label))
    rows = [row.part(label.end, len(row.text))]
    told_by = "the foot of the page" if row.line.box is None else "the notes around it"
    lost = not label.end and not _was_read(label)
    doubt = f"the label was lost; told by {told_by}" if lost else doubt_of(label.sign, label.printed)
    series = MARKS if MARKS.value_of(label.sign) else label.series
    return RawNote(label.sign, kind, label.printed, row, rows, doubt, series)


def _own_number(row: Row, label: Label) -> int:
    """Length of the note's own number at its beginning, where none was found or a mark before it was taken for one.

    A number alone in its line over a displayed quotation begins its note; dirt stands before others.
    """
    if not label.sign.isdecimal() or any(map(str.isdecimal, label.printed)):
        return 0
    found = re.match(rf"{label.sign}(?:[.)](?=\s|$)|[’'”*]+)\s*", row.text[label.end :])
    return found.end() if found else 0


def _was_read(label: Label) -> bool:
    """Whether a reader saw the label in raised ink for which no character stands."""
    raised = raised_label(label.row)
    letters = [letter for _, letter, _ in raised_letters(label.row)]
    return (raised is not None and raised[1] == label.sign) or label.sign in letters


def with_dashes(notes: list[RawNote]) -> list[RawNote]:
    """The notes; a dash that the press sets between label and note is the label's: ``12- Ibid.``, ``(12) — Ibid.``.

    It is that where a good part of the notes has it. One note may begin with a dash of its own.
    """
    labelled = [note for note in notes if note.label and note.printed]
    dashed = [(note, dash.end()) for note in labelled if (dash := _DASH.match(note.rows[0].text))]
    if len(dashed) < max(FEWEST_DASHED, DASHED * len(labelled)):
        return notes
    for note, end in dashed:
        note.rows[0] = note.rows[0].part(end, len(note.rows[0].text))
        note.printed = note.label_row.text[: note.rows[0].start - note.label_row.start]
    return notes


_DASH = re.compile(r"\s*[-–—]\s*")
FEWEST_DASHED = 3
"""Notes whose labels have a dash behind them, if it is the press that sets it."""
DASHED = 0.3
"""Share of the notes that has it. Two of 577 articles have such dashes, behind 78 of 78 labels and 28 of 35."""


def doubt_of(sign: str, printed: str) -> str:
    """What is doubtful about a label, in words, where it was not printed as it has to be read."""
    as_printed = sign in printed or sign == number_of(printed.rstrip(" .,:)"))
    return "" if as_printed or not printed else f"label printed {printed.strip()!r}"


def _is_damaged(label: Label) -> bool:
    """Whether something else is printed for a reference mark: where that ends, its looks tell."""
    return label.value == 0 and label.sign not in label.printed


def _damaged_mark(row: Row, note: RawNote) -> Label | None:
    """A reference mark that the reader damaged, where the sequence demands it: ``t`` for † after *."""
    found = _ANY_LABEL.match(row.text)
    # A text layer damages nothing, and no reader makes a number of a mark.
    if not found or note.label.isalnum() or row.page.reader == TEXT_LAYER or re.fullmatch(r"\d{2,3}", found["label"]):
        return None
    printed = found["label"] if found["label"] in SYMBOLS else None
    mark = printed or next((each for each in _next_symbols(note, row) if _looks_like(found["label"], each)), None)
    return Label(row, -1, found.end("label"), mark, 0.0) if mark else None


_ANY_LABEL = re.compile(r"^(?![A-Z]\.)(?P<label>[^\s.]{1,3})[.,:]?\s+(?=[A-Z‘“\[])")
"""A capital and a stop is the initial of a name: ``S. Lantern``."""


def _next_symbols(note: RawNote, row: Row) -> Sequence[str]:
    """The reference marks that may follow the note's own on the same page; on a new page the first ones.

    Presses do not agree on what follows §, so more than one may come next.
    """
    same_page = note.label_row.page.number == row.page.number and note.label in SYMBOLS
    start = SYMBOLS.index(note.label) + 1 if same_page else 0
    return SYMBOLS[start : start + 3]


def _looks_like(printed: str, mark: str) -> bool:
    return printed == mark or all(glyph in LOOKS.get(mark, "") for glyph in printed)


def _divided(note: RawNote, following: Label | None) -> Iterator[RawNote]:
    """Cuts out the notes that begin in the middle of a line, as presses set short ones beside one another.

    ``71. ... 72. Ibid.`` counts where the chain has 71 and then 73; a raised number, and one with much white before it,
    wherever the next note is another. The notes of a press that runs them on are told by ``run_on_labels.py``.
    """
    last = following.value if following and following.value else 0
    while note.label.isdecimal() and last != (wanted := int(note.label) + 1):
        place = _set_off_label(note, wanted) or (_inline_label(note, wanted) if last > wanted else None)
        if place is None:
            break
        rest = cut_off(note, *place, str(wanted))
        yield note
        note = rest
    yield note


def cut_off(note: RawNote, position: int, start: int, end: int, sign: str) -> RawNote:
    """Ends a note before ``rows[position].text[start:end]``, and gives the one that begins there with this label."""
    row = note.rows[position]
    tail, printed = row.part(start, len(row.text)), row.text[start:end]
    rest = RawNote(
        sign, note.kind, printed, tail,
        [tail.part(end - start, len(tail.text)), *note.rows[position + 1 :]], doubt_of(sign, printed), note.series,
    )  # fmt: skip
    note.rows = [*note.rows[:position], row.part(0, start)]
    return rest


def _inline_label(note: RawNote, wanted: int) -> tuple[int, int, int] | None:
    """Row and span of a number with a stop or a bracket behind a finished sentence.

    In a dump whose labels have neither, of the number alone before the first word of a note.
    """
    bare = note.label_row.line.box is None and note.printed.strip() == note.label
    behind = rf"{wanted}(?={_FIRST_WORD})" if bare else rf"{wanted}[.)](?=\s+[A-Z‘“]|\s?[—–])"
    pattern = re.compile(rf"(?<=[.)\]’”])\s+(?P<label>{behind})")
    for position, row in enumerate(note.rows):
        match = pattern.search(row.text)
        before = row.text[: match.start()].strip() if match else ""
        if match and before and not (bare and LEADS_TO_NUMBER.search(before)):
            return position, match.start("label"), match.end("label")
    return None


_FIRST_WORD = rf"\s(?:I[bd]\.|Ibid|Cf\.|‘|“|[{CAPITALS}][a-zß-ÿ]+(?!\w|\.))"
"""Of a note behind a bare label: an abbreviated word is the journal's or the court's whose volume the number is."""


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
