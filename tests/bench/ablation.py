"""What each kind of evidence of the alignment is worth: the calls again, with one kind of evidence taken away.

Evidence is taken from what the alignment is given (candidates, readings) or, where it is a price or the order itself,
from the alignment. The labels of the notes at the foot keep all their evidence: only the calls in the text lose it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, nullcontext
from unittest.mock import patch

import msgspec

from pipeline.model import CallCandidate, CleanLine, CleanPage, Lines, Page, Pages
from pipeline.segment.notes import anchoring, call_alignment, call_prices
from pipeline.segment.notes.call_alignment import Link
from pipeline.segment.notes.call_prices import Called, Spot
from pipeline.segment.notes.glyphs import PLAIN, Hand
from tests.bench.witnesses import Judged, Witness, judge, mended

UNLIKE = 3.0
"""Price, without the glyph table, of every reading that is not the label itself."""

Mend = Callable[[Pages], Lines]


class Ablation(msgspec.Struct, frozen=True):
    """One kind of evidence, and how the article is read without it."""

    name: str
    lines: Mend = mended
    alignment: Callable[[], AbstractContextManager[object]] = nullcontext


def _at_foot(call: CallCandidate) -> bool:
    """Whether a candidate stands where a note's own label does."""
    return call.start <= 1 and call.end <= 4


def _mapped(lines: Lines, change: Callable[[int, int, CleanLine], CleanLine]) -> Lines:
    pages = tuple(_changed(page, change) for page in lines.pages)
    return Lines(doc=lines.doc, pages=pages)


def _changed(page: CleanPage, change: Callable[[int, int, CleanLine], CleanLine]) -> CleanPage:
    lines = tuple(change(page.number, index, line) for index, line in enumerate(page.lines))
    return msgspec.structs.replace(page, lines=lines)


def without_geometry(pages: Pages) -> Lines:
    """No raised ink: calls are seen in the glyphs alone, as in a dump."""
    bare = mended(Pages(doc=pages.doc, pages=tuple(map(_without_marks, pages.pages))))
    seen = {
        (page.number, index): [call for call in line.calls if call.raised and _at_foot(call)]
        for page in mended(pages).pages
        for index, line in enumerate(page.lines)
    }

    def change(page: int, index: int, line: CleanLine) -> CleanLine:
        labels = seen[page, index]
        calls = [msgspec.structs.replace(call, raised=None) for call in line.calls]
        free = [call for call in calls if all(call.start > label.end for label in labels)]
        return msgspec.structs.replace(line, calls=(*labels, *free))

    return _mapped(bare, change)


def _without_marks(page: Page) -> Page:
    lines = tuple(msgspec.structs.replace(line, marks=()) for line in page.lines)
    return msgspec.structs.replace(page, lines=lines)


def without_second_look(pages: Pages) -> Lines:
    """Raised ink is seen, but read by the first reader only."""

    def change(_page: int, _index: int, line: CleanLine) -> CleanLine:
        calls = tuple(call if _at_foot(call) else _first_reader(call) for call in line.calls)
        return msgspec.structs.replace(line, calls=calls)

    return _mapped(mended(pages), change)


def _first_reader(call: CallCandidate) -> CallCandidate:
    readings = tuple(reading for reading in call.readings if reading.reader not in {"digits", "rapidocr"})
    return msgspec.structs.replace(call, readings=readings)


def _without_glyph_table() -> AbstractContextManager[object]:
    def same_or_not(printed: str, label: str, _hand: Hand | None = None) -> float:
        return 0.0 if printed.strip("[]() ") == label else UNLIKE

    return patch.object(call_prices, "glyph_price", same_or_not)


def _without_shared_words() -> AbstractContextManager[object]:
    return patch.object(call_prices, "words_price", lambda _note, _sentence: 0.0)


def _without_page() -> AbstractContextManager[object]:
    """A call may stand on any page; that it stands on its note's says nothing."""
    stack = ExitStack()
    stack.enter_context(patch.object(call_prices, "_page_price", lambda _note, _spot: 0.0))
    stack.enter_context(patch.object(call_alignment, "REACH", 10_000))
    stack.enter_context(patch.object(call_alignment, "HORIZON", 10_000))
    return stack


def _without_sequence() -> AbstractContextManager[object]:
    return patch.object(anchoring, "align", each_by_itself)


def each_by_itself(notes: Sequence[Called], spots: Sequence[Spot], hand: Hand = PLAIN) -> list[Link]:
    """Every note at the spot that speaks best for it, the clearest first, whatever their order."""
    priced = sorted(
        (call_prices.pair_price(note, spot, hand), row, column)
        for row, note in enumerate(notes)
        for column, spot in enumerate(spots)
        if note.free or note.page - 1 <= spot.page <= max(note.page, note.until) + 1
    )
    links: list[Link] = []
    notes_done: set[int] = set()
    spots_done: set[int] = set()
    for price, row, column in priced:
        if row in notes_done or column in spots_done or price > call_alignment.UNPLACED:
            continue
        notes_done.add(row)
        spots_done.add(column)
        reading, _ = call_prices.best_reading(notes[row], spots[column], hand)
        text, reader = (reading.text, reading.reader) if reading else ("", "")
        links.append(Link(row, column, 1.0, text, reader, price))
    return sorted(links, key=lambda link: link.note)


ABLATIONS = (
    Ablation("all the evidence"),
    Ablation("without the glyph table", alignment=_without_glyph_table),
    Ablation("without geometry", without_geometry),
    Ablation("without the second look", without_second_look),
    Ablation("without the shared words", alignment=_without_shared_words),
    Ablation("without the page", alignment=_without_page),
    Ablation("without the sequence", alignment=_without_sequence),
)


def ablate(every: Sequence[Witness], ablation: Ablation) -> Judged:
    """The links of all witnesses, with one kind of evidence taken away."""
    total = Judged()
    for witness in every:
        lines = ablation.lines(witness.pages)
        with ablation.alignment():
            total += judge(witness, lines)
    return total


def table(groups: dict[str, Sequence[Witness]]) -> str:
    """Precision and recall of the calls for each ablation (rows) and each group of witnesses (columns)."""
    heads = "".join(f" {name}: P | R |" for name in groups)
    return "".join([f"| |{heads}\n", f"| --- |{' ---: |' * 2 * len(groups)}\n", *_rows(groups)])


def _rows(groups: dict[str, Sequence[Witness]]) -> Iterator[str]:
    for ablation in ABLATIONS:
        yield f"| {ablation.name} | {' | '.join(_cells(ablation, groups.values()))} |\n"


def _cells(ablation: Ablation, groups: Iterable[Sequence[Witness]]) -> Iterator[str]:
    for group in groups:
        judged = ablate(group, ablation)
        yield f"{judged.precision():.3f}"
        yield f"{judged.recall():.3f}"
