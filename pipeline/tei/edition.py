"""The layers of one article, looked up the way the writer of the text asks: by block, by note and by page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.config import Settings
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    Citation,
    Entities,
    Furniture,
    FurnitureKind,
    Mention,
    Note,
    NoteKind,
    Sheet,
)
from pipeline.tei import facsimile
from pipeline.tei.page_turns import Turns, page_turns
from pipeline.tei.parts import TITLE_PAGE_KINDS, Parts, divide, paragraph_parts, run_in_heads

PROSE = (BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM)


@dataclass(frozen=True, slots=True)
class Edition:
    """One article, its names and the run's settings, with everything sorted to the place where it is written."""

    article: Article
    settings: Settings
    parts: Parts
    turns: Turns
    sheets: dict[int, Sheet]
    paragraph_parts: dict[str, str]
    """id of an interrupted or resumed paragraph -> ``I``, ``M`` or ``F``."""
    run_in_heads: frozenset[str]
    """ids of the headings that share their last line with the text."""
    mentions: dict[str, tuple[Mention, ...]]
    """id of a block or note -> the names in it, the longer first where two begin together."""
    citations: dict[str, tuple[Citation, ...]]
    """id of a note -> its citations, in the order of the text, the outer before the inner."""
    notes: dict[str, tuple[tuple[int, Note], ...]]
    """id of a block or note -> (offset, note) for every note that stands in it, in the order of the notes."""
    again: dict[str, tuple[tuple[int, Note], ...]]
    """id of a block or note -> (offset, note) for every note that is called there a second time."""
    homeless: tuple[Note, ...]
    """Notes without a call in an article that has no block to hold them."""
    furniture: dict[int, tuple[tuple[str, Furniture], ...]]
    """page -> (name of its zones, furniture), folios left out: they are in ``pb/@n``."""
    zones: dict[str, str]
    """id of a block, note, or name of furniture -> value of ``@facs``."""
    line_zones: frozenset[str]
    """Ids of the zones of single lines that are written."""
    has_facsimile: bool

    def surface(self, sheet: Sheet) -> str | None:
        """``#f2``, or None when the edition has no facsimile."""
        return f"#{facsimile.surface_id(sheet.page)}" if self.has_facsimile else None

    def line_zone(self, page: int, line: int) -> str | None:
        """``#f2.line5``, if a zone of that name is written."""
        name = facsimile.line_zone_id(page, line)
        return f"#{name}" if name in self.line_zones else None


def sort_layers(article: Article, entities: Entities, settings: Settings) -> Edition:
    """Sort the layers to their places."""
    parts = divide(article)
    line_zones = [zone.id for sheet in article.sheets for zone in facsimile.line_zones(sheet)] if settings.lines else []
    notes, homeless = _notes_at_their_places(article.notes, [*parts.front, *parts.body])
    return Edition(
        article=article,
        settings=settings,
        parts=parts,
        turns=page_turns(parts.in_order(), article.sheets),
        sheets={sheet.page: sheet for sheet in article.sheets},
        paragraph_parts=paragraph_parts(parts.body),
        run_in_heads=run_in_heads(parts.body),
        mentions=_mentions_by_target(entities),
        citations=_citations_by_target(entities),
        notes=notes,
        again=_called_again(article.notes),
        homeless=homeless,
        furniture=_furniture_by_page(article, settings),
        zones={key: " ".join(f"#{each.id}" for each in found) for key, found in facsimile.zones(article).items()},
        line_zones=frozenset(line_zones),
        has_facsimile=facsimile.has_facsimile(article),
    )


def _mentions_by_target(entities: Entities) -> dict[str, tuple[Mention, ...]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(entities.mentions, key=lambda each: (each.start, -each.end)):
        found[mention.target].append(mention)
    return {target: tuple(mentions) for target, mentions in found.items()}


def _citations_by_target(entities: Entities) -> dict[str, tuple[Citation, ...]]:
    found: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in sorted(entities.citations, key=lambda each: (each.start, -each.end)):
        found[citation.target].append(citation)
    return {target: tuple(citations) for target, citations in found.items()}


def _furniture_by_page(article: Article, settings: Settings) -> dict[int, tuple[tuple[str, Furniture], ...]]:
    found: defaultdict[int, list[tuple[str, Furniture]]] = defaultdict(list)
    for index, each in enumerate(article.furniture):
        if settings.furniture == "keep" and each.kind is not FurnitureKind.FOLIO and each.text.strip():
            found[each.page].append((facsimile.furniture_id(index), each))
    return {page: tuple(items) for page, items in found.items()}


def _notes_at_their_places(
    notes: Iterable[Note], blocks: list[Block]
) -> tuple[dict[str, tuple[tuple[int, Note], ...]], tuple[Note, ...]]:
    """Every note under the block or note that it stands in, and the notes that no block can hold."""
    placed: defaultdict[str, list[tuple[int, Note]]] = defaultdict(list)
    homeless = []
    for note in notes:
        if note.anchor is None and note.kind is NoteKind.END:
            continue  # it is printed in the back whether its call is found or not
        place = (note.anchor.target, note.anchor.offset) if note.anchor else _place_without_call(note, blocks)
        if place is None:
            homeless.append(note)
        else:
            placed[place[0]].append((place[1], note))
    return {target: tuple(found) for target, found in placed.items()}, tuple(homeless)


def _called_again(notes: Iterable[Note]) -> dict[str, tuple[tuple[int, Note], ...]]:
    found: defaultdict[str, list[tuple[int, Note]]] = defaultdict(list)
    for note in notes:
        for anchor in note.again:
            found[anchor.target].append((anchor.offset, note))
    return {target: tuple(calls) for target, calls in found.items()}


def _place_without_call(note: Note, blocks: list[Block]) -> tuple[str, int] | None:
    """Where a note stands that nothing calls: the author's behind the title page, if it is on that page.

    Others stand at the end of the text of their page.
    """
    own = [block for block in blocks if block.language == note.language]
    title_page = [
        block for block in own if block.kind in TITLE_PAGE_KINDS and block.pieces and block.pieces[-1].page == note.page
    ]
    if note.kind is NoteKind.AUTHOR and title_page:
        return title_page[-1].id, len(title_page[-1].text)
    return end_of_page(note.page, own)


def end_of_page(page: int, blocks: list[Block]) -> tuple[str, int] | None:
    """Where the last text of the page ends: (id of the block, offset); None when there are no blocks.

    A page without text gives the end of the last page before it that has some, or the beginning of the article.
    Paragraphs and quotations go before titles and headings. A word that goes on over the page is left whole.
    """
    candidates = [block for block in blocks if block.kind in PROSE and block.pieces]
    candidates = candidates or [block for block in blocks if block.pieces]
    if not candidates:
        return None
    ends = [(block, piece.end) for block in candidates for piece in block.pieces if piece.page <= page]
    if not ends:
        return candidates[0].id, 0
    block, end = ends[-1]
    return block.id, _before_word(block.text, end)


def _before_word(text: str, offset: int) -> int:
    """The offset; where a word goes on over it, the end of the word before that one."""
    beside = text[max(0, offset - 1) : offset + 1]
    return offset if len(beside) < 2 or " " in beside else max(text.rfind(" ", 0, offset), 0)
