"""Segment: which room every line belongs to, what the blocks are, and every note at its call."""

from collections.abc import Sequence
from itertools import groupby, takewhile

from pipeline.config import Settings
from pipeline.model import (
    Article,
    Block,
    BlockKind,
    CleanPage,
    FrontMatter,
    Furniture,
    FurnitureKind,
    Lines,
    Note,
    NoteKind,
    Region,
)
from pipeline.segment.assembling import assemble
from pipeline.segment.body.blocks import blocks_of
from pipeline.segment.body.diagrams import with_turned
from pipeline.segment.body.heading_levels import assign_levels
from pipeline.segment.body.signatures import unset_address, unset_last, unset_signatures
from pipeline.segment.body.table_cells import cell_starts
from pipeline.segment.body.told_rows import TOLD_KINDS
from pipeline.segment.facing_texts import facing_texts, joined
from pipeline.segment.front.addresses_at_foot import addresses_at_foot
from pipeline.segment.front.bylines import lettered, partings
from pipeline.segment.front.cover import cover_pages, issue_pages
from pipeline.segment.front.cover_values import cover_values
from pipeline.segment.front.front_matter import Around, article_values, issue_values, merged, with_folios
from pipeline.segment.front.imprint import imprint
from pipeline.segment.front.neighbours import is_another_article, next_article
from pipeline.segment.front.one_review import Alone, alone
from pipeline.segment.front.preliminaries import take_preliminaries
from pipeline.segment.front.run_in_contents import with_run_in_contents
from pipeline.segment.front.signed import FAR, take_signature
from pipeline.segment.front.title_block import split_title_block
from pipeline.segment.furniture.assignment import assign_furniture, furniture_of
from pipeline.segment.furniture.foot_matter import is_distributors
from pipeline.segment.measure import Measures, measure
from pipeline.segment.notes.anchoring import anchor_notes
from pipeline.segment.notes.announced_pages import AnnouncedPages
from pipeline.segment.notes.audit import audit
from pipeline.segment.notes.uncalled_notes import as_note, holds_others, uncalled_note
from pipeline.segment.notes.zones import NoteRooms, find_notes
from pipeline.segment.one_scale import at_one_scale
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.records import block_ids, block_records, discards, note_records, sheets
from pipeline.segment.rows import DOUBTED, Row, Zone, Zones, is_turned, rows_of
from pipeline.segment.wording.author_names import split_authors
from pipeline.segment.wording.identifiers import first_issn
from pipeline.vocabulary import Vocabulary

LAST = 4
"""Blocks at the end among which the authors' address stands."""
FEWEST_FOLIOS = 2
"""Pages whose folios are read, where these say on which pages the article stands."""
FOLIOS_OF = 4
"""Pages of which at least one has its folio: years in two references on 43 pages without folios ran in sequence."""
OVER_TITLE = {Region.HEADING: BlockKind.TITLE, Region.TEXT: BlockKind.PARAGRAPH}
"""What rows are that stand over the title and would be a journal's masthead, if the source did not call them so."""
SCRAP = 3
"""Letters of a line that may be dirt: on the bench's scans 8 blots are doubted and no printed word."""


def run(lines: Lines, settings: Settings) -> Article:
    """Tells body, notes, heads and front matter apart and joins every note to its call.

    Every line of the source ends in a block, a note, the furniture or a named discard.
    """
    facing = facing_texts(lines)
    if facing is None:
        return _article(lines, settings)
    return joined(_article(facing.first, settings), _article(facing.second, settings), facing.language)


def _article(lines: Lines, settings: Settings, following: Sequence[Row] = ()) -> Article:
    """The same of one text.

    Args:
        lines: of the source.
        settings: of the run.
        following: rows of the next article, where they are known: they part the text from the notes at its end.
    """
    pages = rows_of(at_one_scale(lines))
    covers, cover = _covers(pages)
    zones: Zones = {}
    inner, specks = _without_specks([rows for index, rows in enumerate(pages) if index not in covers])
    measures = measure(inner)
    names = (*cover.authors, cover.title, cover.journal, *_names_on_first_page(inner))
    text_pages, folios, labels = assign_furniture(inner, measures, names, zones)
    addresses = addresses_at_foot(text_pages[0], measures) if text_pages else []
    text_pages = _without(text_pages, [*addresses, following])
    turned = [row for page in text_pages for row in page if is_turned(row)]
    text_pages = _without(text_pages, [turned])
    announced = _announced(zones, lines.pages, inner, labels)
    rooms, uncalled = _notes_and_uncalled(text_pages, measures, announced)
    review = alone(rooms, measures)
    rooms = review.rooms
    title_blocks, above, body = _title_block(
        review, measures, cover, _head_texts(zones, lines.pages), _journal_lines(zones, lines.pages)
    )
    title_blocks = with_run_in_contents(title_blocks)
    title_blocks += [RawBlock(BlockKind.AFFILIATION, rows, reason="at the foot of the page") for rows in addresses]
    before = above if is_another_article(above, measures) else []
    after = body[next_article(body, measures, _title_size(title_blocks, measures)) :]
    if after and not rooms.notes and not following:
        return _article(lines, settings, after)
    body_blocks = with_turned(blocks_of(body[: len(body) - len(after)], measures), turned)
    body_blocks = _with_rubrics(body_blocks, rooms.rubrics)
    unset_signatures(body_blocks, [*cover.authors, *_byline(title_blocks), review.signature[0]])
    signed = take_signature(body_blocks, measures) if not _byline(title_blocks) else ("", "")
    signature = signed if any(signed) else review.signature
    unset_last(body_blocks, (note.label_row for note in rooms.notes if note.kind is NoteKind.END))
    unset_address(body_blocks, measures)
    opening = len(title_blocks) + take_preliminaries(title_blocks, body_blocks)
    raw_blocks = [*title_blocks, *body_blocks]
    assign_levels(raw_blocks, measures)
    vocabulary = Vocabulary((line.text for page in lines.pages for line in page.lines), settings.lang)
    texts = [assemble(block.rows, vocabulary, cell_starts(block.cells)) for block in raw_blocks]
    ids = block_ids(raw_blocks)
    anchored = anchor_notes(rooms.notes, texts, [block.kind for block in raw_blocks], ids, announced)
    blocks = block_records(raw_blocks, texts, ids, anchored)
    raw_notes = [*rooms.notes, *([as_note(uncalled)] if uncalled else [])]
    notes = note_records(raw_notes, vocabulary, anchored, {block.id for block in blocks[:opening]})
    furniture_rows = _furniture_rows(zones, lines, [] if before else above, rooms.continuations)
    furniture = furniture_of(furniture_rows)
    masthead, heads = _masthead_and_heads(furniture, inner[0] if inner else [], measures)
    around = Around(
        masthead=review.own_doi(masthead), heads=heads,
        notes=_on_authors(notes, blocks[:opening]),
        edges=_texts_at_edges(blocks), partings=partings(title_blocks), lettered=lettered(title_blocks),
        signature=signature,
    )  # fmt: skip
    front = merged(cover, article_values(blocks, opening, around))
    if len(folios) >= max(FEWEST_FOLIOS, len(inner) / FOLIOS_OF):
        front = with_folios(front, *_ends_by_folios(inner, labels, title_blocks, body_blocks, measures))
    return Article(
        doc=lines.doc,
        language=vocabulary.main_language,
        sheets=sheets(lines.pages, covers, folios, labels, front),
        front=front,
        blocks=blocks,
        notes=notes,
        furniture=furniture,
        discarded=(
            *discards("cover page", [pages[index] for index in sorted(covers)]),
            *discards("speck", [*specks, rooms.specks]),
            *discards("end of the article before", [[*review.before, *before]]),
            *discards("start of the next article", [[*after, *following, *review.after]]),
        ),
        audit=audit(notes, anchored.unused, texts),
    )


def _covers(pages: Sequence[list[Row]]) -> tuple[set[int], FrontMatter]:
    """Indices of the pages of a distributor's cover and of the issue's own, and what they say of the article."""
    covers = cover_pages(pages)
    cover = cover_values([row.text for index in sorted(covers) for row in pages[index]])
    shown = [index for index in range(len(pages)) if index not in covers]
    own = [shown[index] for index in sorted(issue_pages([pages[index] for index in shown]))]
    if not own:
        return covers, cover
    first_page = next((pages[index] for index in shown if index > own[-1]), [])
    issue = issue_values([pages[index] for index in own], first_page, measure(pages))
    return covers | set(own), merged(issue, cover)


def _without(pages: Sequence[list[Row]], taken: Sequence[Sequence[Row]]) -> list[list[Row]]:
    """The pages without rows that are taken."""
    keys = {row.key for rows in taken for row in rows}
    return [[row for row in rows if row.key not in keys] for rows in pages]


def _with_rubrics(blocks: Sequence[RawBlock], rubrics: Sequence[Row]) -> list[RawBlock]:
    """The blocks, and among them at their places the headings of the chapters over their endnotes."""
    made = list(blocks)
    for row in rubrics:
        place = next((index for index, block in enumerate(made) if block.rows[0].key > row.key), len(made))
        made.insert(place, RawBlock(BlockKind.HEADING, [row], reason="over the notes of a chapter"))
    return made


def _announced(
    zones: Zones, pages: Sequence[CleanPage], inner: Sequence[Sequence[Row]], labels: dict[int, str]
) -> AnnouncedPages:
    """What the running heads say of the pages that call the notes under them."""
    heads = ((row.page.number, row.text) for row, zone in _zoned(zones, pages) if zone is Zone.HEAD)
    folios = {rows[0].page.number: labels.get(index, "") for index, rows in enumerate(inner) if rows}
    return AnnouncedPages(heads, folios)


def _notes_and_uncalled(
    pages: Sequence[list[Row]], measures: Measures, announced: AnnouncedPages
) -> tuple[NoteRooms, list[Row]]:
    """The rooms of the notes, and the rows of the author's note that nothing calls."""
    uncalled = uncalled_note(pages, measures)
    rooms = find_notes(_without(pages, [uncalled]), measures, announced)
    if uncalled and holds_others(rooms.notes, uncalled):
        return find_notes(pages, measures, announced), []
    return rooms, uncalled


def _without_specks(pages: Sequence[Sequence[Row]]) -> tuple[list[list[Row]], list[list[Row]]]:
    """Rows without a letter or a digit are dirt, save rows of reference marks, asterisks or dots that part sections."""
    kept, specks = [], []
    for rows in pages:
        signs = [row for row in rows if not any(character.isalnum() or character in "*†‡§" for character in row.text)]
        dirty = [*signs, *(row for row in rows if _is_scrap(row))]
        keys = {row.key for row in dirty}
        kept.append([row for row in rows if row.key not in keys])
        specks.append(dirty)
    return kept, [rows for rows in specks if rows]


def _is_scrap(row: Row) -> bool:
    """Up to three letters alone in a line that the reader itself doubts: on dirty scans ``ee`` or ``tw`` for a blot."""
    words = row.line.words
    return row.text.isalpha() and len(row.text) <= SCRAP and len(words) == 1 and words[0].confidence < DOUBTED


def _names_on_first_page(pages: Sequence[Sequence[Row]]) -> list[str]:
    """The first rows of the article, where its title and authors stand: running heads repeat them."""
    return [row.text for row in pages[0][:8] if 8 < len(row.text) < 80] if pages else []


def _masthead_and_heads(
    furniture: Sequence[Furniture], first_page: Sequence[Row], measures: Measures
) -> tuple[list[str], list[str]]:
    """The lines of the first page that tell of the journal, and those that pages repeat at head or foot."""
    masthead = [each.text for each in furniture if first_page and each.page == first_page[0].page.number]
    masthead += [text for text in imprint(first_page, measures) if text not in masthead]
    heads = [each.text for each in furniture if each.kind is FurnitureKind.HEAD]
    feet = [each.text for each in furniture if each.kind is FurnitureKind.COPYRIGHT and each.text not in masthead]
    return masthead, [*heads, *feet]


def _ends_by_folios(
    pages: Sequence[Sequence[Row]],
    labels: dict[int, str],
    title_blocks: Sequence[RawBlock],
    body_blocks: Sequence[RawBlock],
    measures: Measures,
) -> tuple[int, int | None]:
    """The folios of the page with the title and of the last that is not blank; 0 and None where they are none.

    An excerpt breaks off in the middle of a sentence: its last page is not that of the article.
    """
    numbers = [rows[0].page.number if rows else None for rows in pages]
    opens = next((row.page.number for block in title_blocks for row in block.rows), None)
    first = labels.get(numbers.index(opens) if opens in numbers else 0, "")
    printed = (index for index, rows in enumerate(pages) if rows and not is_distributors(rows))
    last = labels.get(max(printed, default=0), "")
    final = body_blocks[-1].rows[-1] if body_blocks else None
    short = final is not None and (measures.shortfall(final) > 1.0 or measures.indent(final) > FAR)
    ends = final is not None and (final.closes or short)
    opening, closing = (int(label) if label.isdecimal() else 0 for label in (first, last))
    apart = closing - opening > 2 * len(pages)  # a chapter and, from the end of the book, its notes
    return opening, closing if ends and closing and not apart else None


def _on_authors(notes: Sequence[Note], opening: Sequence[Block]) -> list[str]:
    """The texts of the notes of authors, and of those that are called at their names by a number as any other."""
    names = {block.id for block in opening if block.kind is BlockKind.BYLINE}
    called = (note for note in notes if note.kind is NoteKind.AUTHOR or (note.anchor and note.anchor.target in names))
    return [note.text for note in called]


def _texts_at_edges(blocks: Sequence[Block]) -> list[str]:
    """What stands on the first page or last of all, where authors give their address; no bibliography."""
    first = blocks[0].pieces[0].page if blocks and blocks[0].pieces else 0
    others = [block for block in blocks if block.kind is not BlockKind.BIBLIOGRAPHY]
    edges = [*(block for block in others if block.pieces and block.pieces[0].page == first), *others[-LAST:]]
    return [block.text for block in edges]


def _head_texts(zones: Zones, pages: Sequence[CleanPage]) -> list[str]:
    """The running heads, each once."""
    found = sorted(_zoned(zones, pages), key=lambda item: item[0].span)
    return list(dict.fromkeys(row.text for row, zone in found if zone is Zone.HEAD))


def _journal_lines(zones: Zones, pages: Sequence[CleanPage]) -> list[str]:
    """Lines of the furniture that have the journal's name with its ISSN."""
    return [row.text for row, _ in _zoned(zones, pages) if first_issn(row.text)]


def _zoned(zones: Zones, pages: Sequence[CleanPage]) -> list[tuple[Row, Zone]]:
    """The rows that are furniture, and what they are."""
    by_number = {page.number: page for page in pages}
    return [(Row(by_number[page], line, start, end), zone) for (page, line, start, end), zone in zones.items()]


def _title_block(
    article: Alone, measures: Measures, cover: FrontMatter, heads: Sequence[str], journal: Sequence[str]
) -> tuple[list[RawBlock], list[Row], list[Row]]:
    rooms = article.rooms
    if article.entry:
        title = RawBlock(BlockKind.TITLE, article.entry, reason="the book under review")
        return [title], [], rooms.body[len(article.entry) :]
    first = rooms.body[0].page.number if rooms.body else 0
    top = list(takewhile(lambda row: row.page.number == first and row.region not in TOLD_KINDS, rooms.body))
    if not top or (Region.HEADING in measures.named and all(row.region is Region.TEXT for row in top)):
        return [], [], rooms.body  # an excerpt: the source tells headings, and has none here
    blocks, above, rest = split_title_block(top, measures, cover.title, cover.authors, heads, journal)
    over = [row for row in above if row.region in OVER_TITLE and Region.HEADING in measures.named]
    runs = groupby(over, key=lambda row: row.region)
    told = [RawBlock(OVER_TITLE[region], list(rows), reason=f"called {region} by the source") for region, rows in runs]
    above = [row for row in above if row not in over]
    return [*told, *blocks], above, [*rest, *rooms.body[len(top) :]]


def _byline(title_blocks: Sequence[RawBlock]) -> tuple[str, ...]:
    """The authors as the title block names them."""
    return split_authors(
        " ".join(row.cased for block in title_blocks if block.kind is BlockKind.BYLINE for row in block.rows)
    )


def _title_size(title_blocks: Sequence[RawBlock], measures: Measures) -> float:
    """Relative size of the title; 0.0 where none was found."""
    rows = [row for block in title_blocks if block.kind is BlockKind.TITLE for row in block.rows]
    return max((measures.relative_size(row) for row in rows), default=0.0)


def _furniture_rows(
    zones: Zones, lines: Lines, above: Sequence[Row], continuations: Sequence[Row]
) -> list[tuple[Row, Zone]]:
    found = _zoned(zones, lines.pages)
    found += [(row, Zone.HEAD) for row in above] + [(row, Zone.CONTINUATION) for row in continuations]
    return sorted(found, key=lambda item: (item[0].key, item[0].start))
