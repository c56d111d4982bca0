"""What must hold between the layers before anything is written: ids, offsets and references that fit."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from pipeline.errors import LayerError
from pipeline.model import Anchor, Article, Block, Cell, Entities, Note

# Names as xml:id takes them, in the ASCII range that the stages use: https://www.w3.org/TR/xml-names/#NT-NCName
XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def check_layers(article: Article, entities: Entities) -> None:
    """Refuse layers that do not fit together; whatever passes can be written without losing anything.

    Raises:
        LayerError: an id is no XML name or stands twice, an offset lies outside its text, or a reference has no target.
    """
    passages: list[Block | Note] = [*article.blocks, *article.notes]
    named = [*passages, *entities.register, *entities.citations, *entities.works]
    _check_ids([each.id for each in named])
    lengths = {each.id: len(each.text) for each in passages}
    pages = {sheet.page for sheet in article.sheets}
    for sentence in (
        *_misplaced(passages, lengths, pages),
        *_misplaced_mentions(entities, lengths),
        *_misplaced_citations(entities, lengths),
        *_circles(article),
    ):
        raise LayerError(sentence, "run the stages again from segment")


def _check_ids(ids: list[str]) -> None:
    for identifier, count in Counter(ids).items():
        if count > 1:
            raise LayerError(f"the id {identifier!r} stands {count} times", "run the stages again from segment")
        if not XML_NAME.fullmatch(identifier):
            raise LayerError(f"{identifier!r} cannot be an id in XML", "run the stages again from segment")


def _misplaced(passages: Iterable[Block | Note], lengths: dict[str, int], pages: set[int]) -> Iterable[str]:
    """A sentence for everything in the article that points outside."""
    for passage in passages:
        stretches = [(each.start, each.end) for each in passage.pieces]
        stretches += [(each.start, each.end) for each in passage.styles]
        cells = passage.cells if isinstance(passage, Block) else ()
        stretches += [(each.start, each.end) for each in cells]
        if any(not _is_behind(after, before) for before, after in pairwise(cells)):
            yield f"the cells of {passage.id} are out of order"
        for start, end in stretches:
            if not 0 <= start <= end <= lengths[passage.id]:
                yield f"{passage.id} has a stretch {start}:{end} in {lengths[passage.id]} characters"
        for piece in passage.pieces:
            if piece.page not in pages:
                yield f"{passage.id} stands on page {piece.page}, which is none of the sheets"
        for anchor in _anchors(passage):
            length = lengths.get(anchor.target)
            if length is None or not 0 <= anchor.offset <= length:
                yield f"note {passage.id} is called at {anchor.target}:{anchor.offset}: no such place"


def _is_behind(after: Cell, before: Cell) -> bool:
    """Whether a cell stands in a later row, or in the same behind all columns of the one before."""
    in_row = after.row == before.row and after.column >= before.column + before.columns
    return (in_row or after.row > before.row) and after.start >= before.end


def _anchors(passage: Block | Note) -> tuple[Anchor, ...]:
    if not isinstance(passage, Note):
        return ()
    return passage.again if passage.anchor is None else (passage.anchor, *passage.again)


def _misplaced_mentions(entities: Entities, lengths: dict[str, int]) -> Iterable[str]:
    """A sentence for every name that stands outside a text or refers to nothing."""
    entries = {entry.id for entry in entities.register}
    for mention in entities.mentions:
        if not 0 <= mention.start < mention.end <= lengths.get(mention.target, -1):
            yield f"a {mention.kind} is marked at {mention.target}:{mention.start}:{mention.end}: no such place"
        if mention.ref and mention.ref not in entries:
            yield f"a {mention.kind} in {mention.target} refers to {mention.ref}, which is not in the register"


def _misplaced_citations(entities: Entities, lengths: dict[str, int]) -> Iterable[str]:
    """A sentence for every citation or field that stands outside its text, and every one that leads nowhere."""
    works = {work.id for work in entities.works}
    targets = {"", *(citation.id for citation in entities.citations), *lengths}
    for citation in entities.citations:
        length = lengths.get(citation.target, -1)
        spans = [(citation.start, citation.end), *((field.start, field.end) for field in citation.fields)]
        for start, end in spans:
            if not 0 <= start < end <= length:
                yield f"{citation.id} is marked at {citation.target}:{start}:{end}: no such place"
        if citation.work and citation.work not in works:
            yield f"{citation.id} leads to {citation.work}, which is none of the works"
        for target in (citation.antecedent, citation.host):
            if target not in targets:
                yield f"{citation.id} leads to {target}, which is no citation"
    for work in entities.works:
        if work.host and work.host not in works:
            yield f"{work.id} stands in {work.host}, which is none of the works"


def _circles(article: Article) -> Iterable[str]:
    """A sentence for every note that is called, through other notes, only within itself."""
    called_in = {note.id: note.anchor.target for note in article.notes if note.anchor is not None}
    for identifier in called_in:
        seen: list[str] = []
        place: str | None = identifier
        while place in called_in and place not in seen:
            seen.append(place)
            place = called_in[place]
        if place == identifier:
            yield f"note {identifier} is called only within itself"
