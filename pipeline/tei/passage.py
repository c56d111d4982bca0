"""The text of a block or a note, with its names, notes, page and line turns in their places."""

from collections.abc import Iterable, Sequence

from pipeline.config import MIN_CERT
from pipeline.model import Block, BlockKind, Note, NoteKind, Piece, Sheet
from pipeline.tei import milestones, stretches
from pipeline.tei.citations import citation_ranges, unmarked
from pipeline.tei.edition import Edition
from pipeline.tei.elements import Element, element, local_name
from pipeline.tei.inline import Point, Range, fill

CERTAINTIES = ((MIN_CERT, "low"), (0.85, "medium"), (0.95, "high"))
"""Certainty of a call below which a word of ``note/@cert`` is written; above the last nothing is.

Of 1,334 links of dumps .99 were right from .95 on, .96 from .85 on, .86 from .5 on, .37 below (docs/notes.md): where
another place is nearly as good, the certainty is not high.
"""

# Order of what stands at one offset: see _note_order.
LINE_FIRST, PAGE_TURN, NOTE, LINE = range(4)


def fill_block(edition: Edition, parent: Element, block: Block, *, turn_inside: bool = False) -> Element:
    """Write a block's text into its element.

    Args:
        edition: the article.
        parent: the element; returned.
        block: what to write.
        turn_inside: whether a page that begins with the block begins inside its element.
    """
    first = _pages_at(edition, block, 0) if turn_inside else ()
    opening = [Point(0, (0, 0), tuple(milestones.pages_begin(edition, first)))]
    # A byline printed elsewhere than on the title page is a paragraph, which can hold no docAuthor.
    authors = edition.article.front.authors if local_name(parent) == "byline" else ()
    _fill(edition, parent, block, stretches.byline_authors(block.text, authors), opening)
    return parent


def note_element(edition: Edition, note: Note) -> Element:
    """A note with all its text, at its call or, for an endnote, where it is printed."""
    paragraph = element("p")
    _fill(edition, paragraph, note, [], [])
    if not note.text.strip():
        # The number of the note was read and nothing else: the loss is marked, as an empty note would hide it.
        paragraph.append(element("gap", reason="illegible"))
    is_endnote = note.kind is NoteKind.END
    called = is_endnote and note.anchor is not None
    return element(
        "note",
        paragraph,
        place="end" if is_endnote else "foot",
        type=_note_type(note),
        n=note.label,
        xml_id=note.id,
        target=f"#{call_id(note)}" if called else None,
        facs=edition.zones.get(note.id),
        **({} if called else _certainty(note)),
    )


def call_id(note: Note) -> str:
    """The id of the call that a note printed elsewhere is tied to."""
    return f"{note.id}.call"


def _note_type(note: Note) -> str | None:
    """``unanchored`` for a note whose call was not found, ``author`` for the starred note to author or title."""
    if note.anchor is None:
        return "unanchored"
    return "author" if note.kind is NoteKind.AUTHOR else None


def _certainty(note: Note) -> dict[str, str]:
    """``@cert`` and who says so, for a call that is not beyond doubt."""
    cert = 1.0 if note.anchor is None else note.anchor.cert
    word = next((word for limit, word in CERTAINTIES if cert < limit), None)
    return {"cert": word, "resp": "#pipeline"} if word else {}


def _at_call(edition: Edition, note: Note) -> Element:
    """What stands at a note's call: the note itself, or a reference to an endnote."""
    if note.kind is not NoteKind.END:
        return note_element(edition, note)
    target, call = f"#{note.id}", call_id(note)
    return element("ref", note.label, type="noteAnchor", xml_id=call, target=target, **_certainty(note))


def _second_call(note: Note) -> Element:
    """Where a note is called once more: it stands at its first call, here only its mark does (TEI P5, 17.6)."""
    if note.kind is NoteKind.END:
        return element("ref", note.label, type="noteAnchor", target=f"#{note.id}")
    return element("note", place="foot", n=note.label, sameAs=f"#{note.id}")


def _fill(
    edition: Edition, parent: Element, passage: Block | Note, first: Sequence[Range], opening: Sequence[Point]
) -> None:
    """Gather what marks the passage, ``first`` before the names, and write it."""
    ranges, points = marks_of(edition, passage, first)
    fill(parent, passage.text, ranges, [*opening, *points])


def marks_of(edition: Edition, passage: Block | Note, first: Sequence[Range]) -> tuple[list[Range], list[Point]]:
    """The names, citations and type of a passage, and the notes and turns that stand in it."""
    mentions, cited = edition.mentions.get(passage.id, ()), edition.citations.get(passage.id, ())
    citations = citation_ranges(cited, mentions)
    edges = {edge for each in citations for edge in (each.start, each.end)}
    ranges = [
        *first,
        *citations,
        *stretches.names(unmarked(cited, mentions)),
        *stretches.parted(stretches.typography(passage.styles), edges, passage.text),
        *stretches.doubtful_hyphens(passage),
    ]
    notes = [
        Point(offset, (note.page, NOTE), (_at_call(edition, note),))
        for offset, note in edition.notes.get(passage.id, ())
    ]
    again = [
        Point(offset, (note.page, NOTE), (_second_call(note),)) for offset, note in edition.again.get(passage.id, ())
    ]
    return ranges, [*_turns(edition, passage), *notes, *again]


def _turns(edition: Edition, passage: Block | Note) -> Iterable[Point]:
    """A point for every page and, if wanted, every line that begins within the passage."""
    for index, piece in enumerate(passage.pieces):
        before = passage.pieces[index - 1] if index else None
        pages = _page_turn(edition, passage, index) if before else []
        lines = _line_turn(edition, passage, index, after_page=bool(pages))
        if pages or lines:
            hyphen = milestones.kept_hyphen(edition, piece.join) if before else []
            rank = PAGE_TURN if pages else LINE if before else LINE_FIRST
            yield Point(piece.start, (piece.page, rank), (*hyphen, *pages, *lines))


def _pages_at(edition: Edition, passage: Block | Note, index: int) -> tuple[Sheet, ...]:
    return edition.turns.at.get((passage.id, index), ())


def _page_turn(edition: Edition, passage: Block | Note, index: int) -> list[Element]:
    """``pb`` where the text of the article turns; a milestone where only a note does.

    An endnote is text of the article, but furniture may not stand in a note: ``endnote_furniture`` puts it behind.
    """
    piece, begun = passage.pieces[index], _pages_at(edition, passage, index)
    if begun and isinstance(passage, Note):
        return [node for sheet in begun for node in milestones.page_begins(edition, sheet, piece.join)]
    if begun:
        return milestones.pages_begin(edition, begun, piece.join)
    if isinstance(passage, Note) and piece.page != passage.pieces[index - 1].page:
        return [milestones.turns_again(edition, piece.page, piece.join, "noteContinuation")]
    return milestones.facing_turn(edition, passage, index, piece.join)


def endnote_furniture(edition: Edition, note: Note) -> list[Element]:
    """The furniture of the pages that begin within an endnote."""
    begun = [sheet for index in range(1, len(note.pieces)) for sheet in _pages_at(edition, note, index)]
    return [node for sheet in begun for node in milestones.furniture_of(edition, sheet)]


def _line_turn(edition: Edition, passage: Block | Note, index: int, *, after_page: bool) -> list[Element]:
    """``lb`` if lines are wanted and the piece begins one; always in a drawing, and in a table without cells."""
    is_table = isinstance(passage, Block) and passage.kind is BlockKind.TABLE and not passage.cells
    is_drawing = isinstance(passage, Block) and passage.kind is BlockKind.DIAGRAM
    wanted = edition.settings.lines or edition.settings.diplomatic or is_table or is_drawing
    if not (wanted and _begins_line(passage.pieces, index)):
        return []
    piece = passage.pieces[index]
    return [milestones.line_begins(edition, piece, piece.join, traced=after_page)]


def _begins_line(pieces: Sequence[Piece], index: int) -> bool:
    """Whether the piece begins a printed line; a note may begin in the middle of one."""
    if index == 0:
        return pieces[0].line_start == 0
    return (pieces[index].page, pieces[index].line) != (pieces[index - 1].page, pieces[index - 1].line)
