"""The records of the article, made of rows, blocks and notes when everything about them is told."""

from collections import Counter
from collections.abc import Sequence

from pipeline.model import Block, BlockKind, Cell, CleanPage, Discard, FrontMatter, Note, NoteKind, Piece, Sheet
from pipeline.segment.assembling import Excision, Running, assemble, cut
from pipeline.segment.body.table_cells import cell_starts
from pipeline.segment.furniture.folios import Folio
from pipeline.segment.notes.anchoring import Anchored
from pipeline.segment.notes.division import RawNote
from pipeline.segment.raw_block import RawBlock, TableCell
from pipeline.segment.rows import Row, plain_text, trimmed
from pipeline.vocabulary import Vocabulary

_PREFIX = {
    BlockKind.PARAGRAPH: "p", BlockKind.QUOTATION: "q", BlockKind.HEADING: "h", BlockKind.BIBLIOGRAPHY: "b",
}  # fmt: skip


def block_ids(blocks: Sequence[RawBlock]) -> list[str]:
    """An ``id`` for each block: the letter or name of its kind, numbered through the article."""
    counts: Counter[str] = Counter()
    ids = []
    for block in blocks:
        prefix = _PREFIX.get(block.kind, block.kind.value)
        counts[prefix] += 1
        ids.append(f"{prefix}{counts[prefix]}")
    return ids


def block_records(
    raw: Sequence[RawBlock], texts: Sequence[Running], ids: Sequence[str], anchored: Anchored
) -> tuple[Block, ...]:
    """The blocks, the printed calls of ``anchored`` cut out of their texts."""
    found = []
    for index, (block, running) in enumerate(zip(raw, texts, strict=True)):
        text, pieces, styles = cut(running, anchored.excisions.get(index, []))
        found.append(Block(
            id=ids[index], kind=block.kind, text=text, pieces=pieces, level=block.level, resumes=block.resumes,
            styles=styles, reason=block.reason, cells=_cells(block.cells, pieces),
        ))  # fmt: skip
    return tuple(found)


def _cells(cells: Sequence[TableCell], pieces: Sequence[Piece]) -> tuple[Cell, ...]:
    """The cells of a table, each from the beginning of its first piece to the end of its last."""
    starts = cell_starts(cells)
    return tuple(
        Cell(
            start=pieces[first].start, end=pieces[first + len(cell.parts) - 1].end, row=cell.row, column=cell.column,
            columns=cell.columns,
        )
        for first, cell in zip(starts, cells, strict=True)
    )  # fmt: skip


def note_records(
    raw: Sequence[RawNote], vocabulary: Vocabulary, anchored: Anchored, title_blocks: set[str]
) -> tuple[Note, ...]:
    """The notes, their printed labels cut off; a sign called in one of the ``title_blocks`` is the author's."""
    found = []
    for index, note in enumerate(raw):
        running = assemble([_with_label(note), *note.rows[1:]], vocabulary)
        label = Excision(0, len(running.text) - len(running.text[len(note.printed) :].lstrip()), "label")
        text, pieces, styles = cut(running, [label] if label.end else [])
        anchor = anchored.anchors.get(index)
        kind = NoteKind.AUTHOR if anchor and anchor.target in title_blocks and not note.label.isalnum() else note.kind
        found.append(Note(
            id=f"fn{index + 1}", label=note.label, kind=kind, text=text, pieces=pieces,
            page=note.label_row.page.number, anchor=anchor, again=tuple(anchored.again.get(index, ())), styles=styles,
            doubt=note.doubt,
        ))  # fmt: skip
    return tuple(found)


def _with_label(note: RawNote) -> Row:
    """The first row of a note with its printed label back on: the cut, not the row, takes it off."""
    row = note.label_row
    return trimmed(row.page, row.number, row.start, max(row.start, note.rows[0].end if note.rows else row.end))


def discards(reason: str, pages: Sequence[Sequence[Row]]) -> tuple[Discard, ...]:
    """What is set aside for a reason, page by page."""
    found = []
    for rows in pages:
        if rows:
            text, pieces = plain_text(rows)
            found.append(Discard(reason=reason, text=text, pieces=pieces))
    return tuple(found)


def sheets(
    pages: Sequence[CleanPage], covers: set[int], folios: dict[int, Folio], labels: dict[int, str], front: FrontMatter
) -> tuple[Sheet, ...]:
    """Pages as the edition sees them; folios by the sequence, or from the header where only that knows them."""
    if not labels and front.first_page.isdecimal():
        labels = {index: str(int(front.first_page) + index) for index in range(len(pages))}
    made = []
    inner = 0
    for index, page in enumerate(pages):
        is_cover = index in covers
        made.append(Sheet(
            page=page.number, folio="" if is_cover else labels.get(inner, ""),
            folio_printed=not is_cover and inner in folios, cover=is_cover, width=page.width, height=page.height,
            dpi=page.dpi, image=page.image, reader=page.reader, failure=page.failure, cut=page.cut,
            line_boxes=tuple(line.box for line in page.lines),
        ))  # fmt: skip
        inner += not is_cover
    return tuple(made)
