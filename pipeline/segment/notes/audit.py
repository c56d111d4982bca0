"""The audit of calls and notes: gaps, doubles, orphans and doubts, for the report and the exit status."""

from collections.abc import Sequence

from pipeline.model import Audit, Note, NoteKind
from pipeline.segment.assembling import Running
from pipeline.segment.notes.anchoring import is_low
from pipeline.segment.notes.spots import Located


def audit(notes: Sequence[Note], unused: Sequence[Located], texts: Sequence[Running]) -> Audit:
    """Counts calls and notes apart and lists what an editor has to look at."""
    numbers = [(note, int(note.label)) for note in notes if note.label.isdecimal()]
    gaps: list[str] = []
    doubles: list[str] = []
    previous, page = 0, 0
    for note, number in numbers:
        if number == previous and (number > 1 or note.page == page):  # where numbers start again, 1 may follow 1
            doubles.append(f"{number} (page {note.page})")
        elif number > previous + 1 and previous:
            gaps.extend(str(missing) for missing in range(previous + 1, number))
        previous, page = number, note.page
    linked = [note for note in notes if note.anchor]
    return Audit(
        notes=len(notes),
        linked=len(linked),
        low=sum(is_low(note) for note in notes),
        lost_calls=tuple(note.label for note in linked if note.anchor and not note.anchor.printed and is_low(note)),
        unanchored=tuple(f"{note.label or '?'} (page {note.page})" for note in notes if _lacks_call(note)),
        gaps=tuple(gaps),
        doubles=tuple(doubles),
        remarks=(
            *_orphans(unused, texts),
            *(f"note {note.label or '?'}: {note.doubt}" for note in notes if note.doubt),
        ),
    )


def _lacks_call(note: Note) -> bool:
    """Whether a note should be called and is not: the author's, without a label, needs no call."""
    return note.anchor is None and bool(note.label or note.kind is not NoteKind.AUTHOR)


def _orphans(unused: Sequence[Located], texts: Sequence[Running]) -> list[str]:
    return [
        f"page {place.spot.page}: raised {place.spot.readings[0].text!r} after "
        f"“{texts[place.block].text[max(0, place.start - 20) : place.start]}” calls no note"
        for place in unused
    ]
