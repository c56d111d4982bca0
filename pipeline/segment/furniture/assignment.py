"""Page furniture: running heads, folios, signatures, copyright lines, margins. Never in the text, never lost.

Each kind has a room of its own (``running_heads``, ``folios``, ``foot_matter``, ``side_notes``); here they are taken
off the pages.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.model import Furniture, FurnitureKind, Region
from pipeline.segment.body.contents import is_led, pages_of_contents
from pipeline.segment.furniture.folios import Folio, find_folios, without_stamps
from pipeline.segment.furniture.foot_matter import foot_matter, stamps_of
from pipeline.segment.furniture.parted_labels import parted_labels
from pipeline.segment.furniture.running_feet import around, level_with_folio, running_feet
from pipeline.segment.furniture.running_heads import (
    STAMPED,
    Witnesses,
    from_the_head,
    heads_of_page,
    level_with_head,
    openings_of,
    volumes_and_years,
)
from pipeline.segment.furniture.side_notes import are_notes, line_numbers, paragraph_numbers, side_notes
from pipeline.segment.measure import Measures
from pipeline.segment.row_letters import letters
from pipeline.segment.rows import Row, Zone, Zones, plain_text, stands_at_top


def assign_furniture(
    pages: Sequence[Sequence[Row]], measures: Measures, names: Sequence[str], zones: Zones
) -> tuple[list[list[Row]], dict[int, Folio], dict[int, str]]:
    """Takes the furniture off the pages.

    Args:
        pages: rows of the pages of the article, covers left out.
        measures: of the article.
        names: author names and titles, where a cover or the title block gives them.
        zones: gets the zone of every row that is furniture.

    Returns:
        the pages without it, the printed folios by page index, and all folios that the sequence gives.
    """
    ruled = [[row for row in rows if row.cell is not None] for rows in pages]
    pages = [[row for row in rows if row.cell is None] for rows in pages]
    counted = paragraph_numbers(pages, measures)
    zones.update(
        {row.part(0, counted[row.key]).span: Zone.MARGINAL for rows in pages for row in rows if row.key in counted}
    )
    pages = [[row.part(counted.get(row.key, 0), len(row.text)) for row in rows] for rows in pages]
    from_head = [from_the_head(rows) for rows in pages]
    folios, labels = find_folios(from_head)
    # A heading may stand under a running head, and again as an entry at the top of a page of the contents.
    tops = {
        index: [row for row in rows[:REACH] if not (is_led(row.text) or _leads_on(row, index, pages, labels))]
        for index, rows in enumerate(from_head)
    }
    witnesses = Witnesses(
        tops, tuple(names), measures, _around_folios(folios), openings_of(from_head, folios), stamps_of(pages),
        running_feet(folios, without_stamps(pages)),
    )  # fmt: skip
    remaining, previous = [], ""
    beside_heads = volumes_and_years(pages)
    for index, every in enumerate(pages):
        rows = [row for row in every if row.key not in beside_heads]
        zones.update({row.span: Zone.HEAD for row in every if row.key in beside_heads})
        rest = list(_without_furniture(index, rows, folios.get(index), witnesses, previous, zones))
        previous = rest[-1].text if rest else previous
        remaining.append(sorted([*rest, *ruled[index]], key=lambda row: row.span) if ruled[index] else rest)
    return remaining, folios, labels


def _leads_on(row: Row, index: int, pages: Sequence[Sequence[Row]], labels: dict[int, str]) -> bool:
    """Whether a row is an entry of the contents without dots: it ends in the folio of a page that begins with it."""
    entry = _ENTRY.match(row.text)
    found = [page for page, label in labels.items() if entry and label == entry["folio"] and page != index]
    tops = (top for page in found for top in pages[page][:REACH])
    return entry is not None and any(letters(top.text) == letters(entry["words"]) for top in tops)


_ENTRY = re.compile(r"(?P<words>\D{3,}?)\s(?P<folio>\d{1,4})$")
REACH = 3
"""Rows at the top of a page among which its running head stands."""


def _without_furniture(
    index: int,
    rows: Sequence[Row],
    folio: Folio | None,
    witnesses: Witnesses,
    previous: str,
    zones: Zones,
) -> Iterator[Row]:
    labels = parted_labels(rows) | pages_of_contents(rows)
    marginal = [row for row in rows if row.key not in labels and _is_in_margin(row, rows, witnesses.measures)]
    from_head = [row for row in from_the_head(rows) if row not in marginal or sum(map(str.isalnum, row.text)) > DIRT]
    heads = heads_of_page(index, from_head, folio, witnesses, previous)
    heads |= level_with_head(from_head, heads, folio, witnesses.measures) | level_with_folio(
        rows, folio, witnesses.measures
    )
    heads -= {row.key for row in rows if row.region and Region.HEAD in witnesses.measures.named}
    last = index == len(witnesses.tops) - 1
    zoned = foot_matter(rows, witnesses, first=index == 0, last=last) | dict.fromkeys(heads, Zone.HEAD)
    zoned |= {row.key: TOLD[row.region] for row in rows if row.region in TOLD}
    beside = side_notes(rows, witnesses.measures) if len(rows) >= FULL_PAGE else {}
    numbered = line_numbers(rows, witnesses.measures)
    noted = {row.key for row in marginal} if are_notes(marginal, rows) else set[tuple[int, int]]()
    for row in rows:
        if (
            folio
            and row.key == folio.row.key
            and (folio.alone or row.key in heads | witnesses.feet or around(folio) in witnesses.around_folios)
        ):
            for part, zone in _split_at_folio(row, folio):
                zones[part.span] = zone
        elif row.key in zoned:
            zones[row.span] = zoned[row.key]
        elif row in marginal:
            if row.key not in noted:
                zones[row.span] = Zone.MARGINAL
        else:
            yield row.part(numbered.get(row.key, 0), beside.get(row.key, len(row.text)))
            if row.key in numbered:
                zones[row.part(0, numbered[row.key]).span] = Zone.MARGINAL
            if row.key in beside:
                zones[row.part(beside[row.key], len(row.text)).span] = Zone.MARGINAL
    yield from (row for row in marginal if row.key in noted and row.span not in zones)


def _around_folios(folios: dict[int, Folio]) -> frozenset[str]:
    seen = Counter(around(folio) for folio in folios.values() if not folio.alone)
    return frozenset(text for text, count in seen.items() if count >= STAMPED)


TOLD = {Region.HEAD: Zone.HEAD, Region.FOLIO: Zone.FOLIO, Region.SIGNATURE: Zone.SIGNATURE}
"""What is furniture because the source calls it so: somebody, or a model of layouts, has looked at the page."""
MARGIN = 0.3
"""Ems outside of the text at which marginal matter stands."""
DIRT = 1
"""Letters or figures of what stands in the margin over the running head, and is read before it."""
FULL_PAGE = 8
"""Rows of a page whose margins can be told."""


def _is_in_margin(row: Row, rows: Sequence[Row], measures: Measures) -> bool:
    """Whether the source says so; of its other rows, and of those of which it says nothing, the place tells."""
    told = row.region and Region.MARGIN in measures.named
    return row.region is Region.MARGIN if told else len(rows) >= FULL_PAGE and _is_marginal(row, rows, measures)


def _is_marginal(row: Row, rows: Sequence[Row], measures: Measures) -> bool:
    """Whether a row stands wholly beside the text: a side note, a line number, a printer's mark.

    Of a table over the full measure the first cells stand beside the others, under a column of the text.
    """
    own = measures.margins.get((row.page.number, row.line.column))
    if row.line.box is None or own is None or not measures.body_size or not any(map(str.isalnum, row.text)):
        return False
    columns = {each.line.column for each in rows}
    margins = (measures.margins.get((row.page.number, column)) for column in columns)
    wide = [each for each in margins if each and each.width >= MEASURE * measures.body_size]
    space = MARGIN * measures.body_size
    return own in wide and all(
        row.line.box.right <= each.left - space or row.line.box.left >= each.right + space for each in wide
    )


MEASURE = 10
"""Ems that a column of text is wide at least."""


def _split_at_folio(row: Row, folio: Folio) -> Iterator[tuple[Row, Zone]]:
    if row.region is Region.FOLIO:
        yield row, Zone.FOLIO  # with the dashes or brackets around it
        return
    parts = ((0, folio.start, Zone.HEAD), (folio.start, folio.end, Zone.FOLIO), (folio.end, len(row.text), Zone.HEAD))
    for start, end, zone in parts:
        part = row.part(start, end)
        if part.text:
            yield part, zone


_KINDS = {
    Zone.HEAD: FurnitureKind.HEAD,
    Zone.FOLIO: FurnitureKind.FOLIO,
    Zone.SIGNATURE: FurnitureKind.SIGNATURE,
    Zone.COPYRIGHT: FurnitureKind.COPYRIGHT,
    Zone.CONTINUATION: FurnitureKind.CONTINUATION,
    Zone.MARGINAL: FurnitureKind.MARGINAL,
}


def furniture_of(rows: Sequence[tuple[Row, Zone]]) -> tuple[Furniture, ...]:
    """The furniture as data, one record a row."""
    found = []
    for row, zone in rows:
        if zone in _KINDS:
            text, pieces = plain_text([row])
            place = "margin" if zone is Zone.MARGINAL else "top" if stands_at_top(row) else "bottom"
            found.append(Furniture(
                kind=_KINDS[zone], text=text, page=row.page.number, place=place, pieces=pieces,
            ))  # fmt: skip
    return tuple(found)
