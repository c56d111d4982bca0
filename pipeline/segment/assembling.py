"""From rows to running text: joins, hyphens, styles, and for every character the line it came from."""

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from pipeline.model import PLAIN, TEXT_LAYER, CallCandidate, Cut, Join, Piece, Style, StyleSpan
from pipeline.segment.hyphens import join_at_line_end
from pipeline.segment.rows import Row
from pipeline.vocabulary import Vocabulary

SUPERSCRIPT = Style(superscript=True)
DASHES = frozenset("—–")
ON_THE_LINE = {"Lu", "Ll", "Nd"}
"""Unicode categories of letters and digits that a font must raise; ``º`` and ``²`` are raised by themselves."""


@dataclass(frozen=True, slots=True)
class Place:
    """A call candidate in running text: ``text[start:end]`` is what was printed for it."""

    start: int
    end: int
    row: Row
    candidate: CallCandidate


@dataclass(frozen=True, slots=True)
class Running:
    """Running text of a block or note, with its origin."""

    text: str
    pieces: tuple[Piece, ...]
    rows: tuple[Row, ...]
    styles: tuple[StyleSpan, ...]
    places: tuple[Place, ...]


def assemble(rows: Sequence[Row], vocabulary: Vocabulary, apart: Collection[int] = ()) -> Running:
    """Joins rows into running text. A SOFT join drops the hyphen before it.

    Args:
        rows: the printed rows, in reading order.
        vocabulary: the words that tell whether a hyphen belongs to the word.
        apart: rows by their index that begin something of their own, as a cell does: no word goes on in them.
    """
    text = ""
    pieces: list[Piece] = []
    for index, row in enumerate(rows):
        join = _join(text, row, vocabulary, apart=index in apart) if index else Join.START
        if join is Join.SOFT:
            text = text[:-1]
            pieces[-1] = _resized(pieces[-1], pieces[-1].end - 1)
        if join is Join.SPACE:
            text += " "
        pieces.append(Piece(
            start=len(text), end=len(text) + len(row.text), page=row.page.number, line=row.number,
            line_start=row.start, line_end=row.end, join=join,
        ))  # fmt: skip
        text += row.text
    return Running(text, tuple(pieces), tuple(rows), _styles(pieces, rows), _places(pieces, rows))


def _join(text: str, row: Row, vocabulary: Vocabulary, *, apart: bool) -> Join:
    return Join.SPACE if apart else join_at_line_end(text, row.text, vocabulary)


def _resized(piece: Piece, end: int) -> Piece:
    return Piece(
        start=piece.start, end=end, page=piece.page, line=piece.line, line_start=piece.line_start,
        line_end=piece.line_end, join=piece.join, cuts=piece.cuts,
    )  # fmt: skip


def _styles(pieces: Sequence[Piece], rows: Sequence[Row]) -> tuple[StyleSpan, ...]:
    """Runs of words in one style; a run goes on over the space and the line end between its words."""
    spans: list[StyleSpan] = []
    joined = False
    for piece, row in zip(pieces, rows, strict=True):
        for word in row.line.words:
            start = piece.start + max(word.start, row.start) - row.start
            end = min(piece.start + min(word.end, row.end) - row.start, piece.end)
            if start >= end or (word.start < row.start and row.line.text[row.start - 1] in DASHES):
                continue  # behind the dash of a heading that runs in, the type is another
            if spans and joined and spans[-1].style == word.style and start - spans[-1].end <= 1:
                spans[-1] = StyleSpan(start=spans[-1].start, end=end, style=word.style)
            elif word.style != PLAIN:
                spans.append(StyleSpan(start=start, end=end, style=word.style))
            joined = word.style != PLAIN
    return tuple(spans)


def _places(pieces: Sequence[Piece], rows: Sequence[Row]) -> tuple[Place, ...]:
    return tuple(
        Place(
            start=piece.start + call.start - row.start, end=piece.start + call.end - row.start, row=row, candidate=call
        )
        for piece, row in zip(pieces, rows, strict=True)
        for call in row.line.calls
        if row.start <= call.start and call.end <= row.end and piece.start + call.end - row.start <= piece.end
    )


@dataclass(frozen=True, slots=True)
class Excision:
    """``text[start:end]`` that leaves the running text, and why."""

    start: int
    end: int
    reason: str


def cut(running: Running, excisions: Sequence[Excision]) -> tuple[str, tuple[Piece, ...], tuple[StyleSpan, ...]]:
    """The running text without the excised stretches; the pieces remember what was cut and where."""
    ordered = sorted(excisions, key=lambda excision: excision.start)
    text, end = "", 0
    for excision in ordered:
        text += running.text[end : excision.start]
        end = excision.end
    text += running.text[end:]
    pieces = tuple(_cut_piece(piece, running.text, ordered) for piece in running.pieces)
    printed = sorted([*running.styles, *_superscripts(running, ordered)], key=lambda span: (span.start, -span.end))
    styles = tuple(
        StyleSpan(start=start, end=end, style=span.style)
        for span in printed
        if (start := moved(span.start, ordered)) < (end := moved(span.end, ordered))
    )
    return text, pieces, styles


def _superscripts(running: Running, excisions: Sequence[Excision]) -> Iterator[StyleSpan]:
    """What is raised and stays in the text, as it calls no note: ``XIXe``, ``km2``, a call whose note is lacking."""
    for place in running.places:
        raised = place.candidate.raised and place.start < place.end and _is_superscript(place, running.text)
        if raised and not any(each.start < place.end and place.start < each.end for each in excisions):
            yield StyleSpan(start=place.start, end=place.end, style=SUPERSCRIPT)


def _is_superscript(place: Place, text: str) -> bool:
    """Whether the type is raised for certain; what a character or a notation (``^12``) raises says so itself.

    A file knows. On a scan lines bend: in 49 of them some 90 letters and last digits of years stood higher than their
    neighbours, and only figures right behind another sign, with nothing behind them, were raised.
    """
    printed = text[place.start : place.end]
    if not {*map(unicodedata.category, printed)} <= ON_THE_LINE:
        return False
    before, after = text[max(0, place.start - 1) : place.start], text[place.end : place.end + 1]
    behind = before != "" and not before.isspace() and not before.isdecimal() and before not in "(["
    return place.row.page.reader == TEXT_LAYER or (printed.isdecimal() and behind and not after.isalnum())


def moved(offset: int, excisions: Sequence[Excision]) -> int:
    """Where an offset of the running text lies once the excisions are made."""
    return offset - sum(min(offset, e.end) - e.start for e in excisions if e.start < offset)


def _cut_piece(piece: Piece, text: str, excisions: Sequence[Excision]) -> Piece:
    cuts = tuple(
        Cut(
            offset=piece.line_start + max(excision.start - piece.start, 0),
            printed=text[max(excision.start, piece.start) : min(excision.end, piece.end)],
            reason=excision.reason,
        )
        for excision in excisions
        if max(excision.start, piece.start) < min(excision.end, piece.end)
    )
    return Piece(
        start=moved(piece.start, excisions), end=moved(piece.end, excisions), page=piece.page, line=piece.line,
        line_start=piece.line_start, line_end=piece.line_end, join=piece.join, cuts=(*piece.cuts, *cuts),
    )  # fmt: skip
