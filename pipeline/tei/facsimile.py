"""The facsimile: a surface for every page of the source, and on it the zones of its blocks, notes and furniture."""

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import quote

from pipeline.config import Settings
from pipeline.model import Article, Box, Piece, Sheet, enclosing_box
from pipeline.tei.elements import Element, element

ZONE_TYPES = {"paragraph": "paragraph", "quotation": "blockquote", "foot": "footnote", "end": "endnote"}
"""Kinds of block and note -> ``zone/@type`` where it is not the kind itself."""


class Zone(NamedTuple):
    """One rectangle of a page: where a passage, or the part of it in one column, is printed."""

    id: str
    page: int
    type: str
    box: Box


class Passage(NamedTuple):
    """Whatever has a place on the page, under the name that its zones get."""

    id: str
    kind: str
    pieces: tuple[Piece, ...]


def has_facsimile(article: Article) -> bool:
    """Whether the source has page images or at least geometry; a text dump has neither."""
    return any(sheet.width or sheet.image for sheet in article.sheets)


def surface_id(page: int) -> str:
    """``f2``: pages are counted as in the source."""
    return f"f{page}"


def line_zone_id(page: int, line: int) -> str:
    """``f2.line5``: lines are counted from 0, as in the layers."""
    return f"f{page}.line{line}"


def passages(article: Article) -> list[Passage]:
    """Blocks, notes and furniture; furniture is named by its place in the article, as it has no id of its own."""
    blocks = [Passage(block.id, block.kind.value, block.pieces) for block in article.blocks]
    notes = [Passage(note.id, note.kind.value, note.pieces) for note in article.notes]
    furniture = [
        Passage(furniture_id(index), each.kind.value, each.pieces) for index, each in enumerate(article.furniture)
    ]
    return [*blocks, *notes, *furniture]


def furniture_id(index: int) -> str:
    """``fw3``: the third piece of furniture in the article."""
    return f"fw{index + 1}"


def zones(article: Article) -> dict[str, tuple[Zone, ...]]:
    """The zones of every passage, by its id."""
    sheets = {sheet.page: sheet for sheet in article.sheets}
    return {passage.id: tuple(_passage_zones(passage, sheets)) for passage in passages(article)}


def _passage_zones(passage: Passage, sheets: dict[int, Sheet]) -> Iterable[Zone]:
    for page in dict.fromkeys(piece.page for piece in passage.pieces):
        boxes = [_line_box(sheets.get(page), piece.line) for piece in passage.pieces if piece.page == page]
        for index, group in enumerate(columns([box for box in boxes if box is not None])):
            number = f".{index + 1}" if index else ""
            kind = ZONE_TYPES.get(passage.kind, passage.kind)
            yield Zone(f"{surface_id(page)}.{passage.id}{number}", page, kind, group)


def columns(boxes: list[Box]) -> list[Box]:
    """One box around the lines of each column: a line that stands beside the column above it begins a new one."""
    groups: list[list[Box]] = []
    for box in boxes:
        if groups and _overlaps(groups[-1], box):
            groups[-1].append(box)
        else:
            groups.append([box])
    return [around for around in map(enclosing_box, groups) if around is not None]


def _overlaps(group: list[Box], box: Box) -> bool:
    """Whether the line stands, at least in part, under or over the lines of the group."""
    return box.left < max(each.right for each in group) and box.right > min(each.left for each in group)


def _line_box(sheet: Sheet | None, line: int) -> Box | None:
    """The line's box, cut to the page: boxes from a text layer may stick out by a pixel."""
    if sheet is None or line >= len(sheet.line_boxes):
        return None
    box = sheet.line_boxes[line]
    if box is None or box.left >= sheet.width or box.top >= sheet.height or box.right <= 0 or box.bottom <= 0:
        return None
    return Box(max(box.left, 0), max(box.top, 0), min(box.right, sheet.width), min(box.bottom, sheet.height))


def surfaces(article: Article, settings: Settings) -> Element | None:
    """``facsimile`` with a surface per page, covers too; None for a source without images and geometry."""
    if not has_facsimile(article):
        return None
    by_page: dict[int, list[Zone]] = {sheet.page: [] for sheet in article.sheets}
    for passage_zones in zones(article).values():
        for zone in passage_zones:
            by_page[zone.page].append(zone)
    if settings.lines:
        for sheet in article.sheets:
            by_page[sheet.page] += line_zones(sheet)
    return element("facsimile", *(_surface(sheet, by_page[sheet.page]) for sheet in article.sheets))


def line_zones(sheet: Sheet) -> list[Zone]:
    """A zone for every line of the page that has a box; none on covers, which are not transcribed."""
    boxes = [] if sheet.cover else [(line, _line_box(sheet, line)) for line in range(len(sheet.line_boxes))]
    return [Zone(line_zone_id(sheet.page, line), sheet.page, "line", box) for line, box in boxes if box is not None]


def folio(sheet: Sheet) -> str:
    """``862`` as printed; ``[862]`` where it is inferred from the sequence; empty where nothing is known."""
    return sheet.folio if sheet.folio_printed or not sheet.folio else f"[{sheet.folio}]"


def _surface(sheet: Sheet, on_page: list[Zone]) -> Element:
    return element(
        "surface",
        _graphic(sheet),
        *(element("zone", xml_id=zone.id, type=zone.type, **_corners(zone.box)) for zone in on_page),
        xml_id=surface_id(sheet.page),
        n=folio(sheet),
        type="cover" if sheet.cover else None,
        **(_corners(Box(0, 0, sheet.width, sheet.height)) if sheet.width else {}),
    )


def _graphic(sheet: Sheet) -> Element | None:
    """The page image; its path is relative to the document's folder, where the edition lies too."""
    if not sheet.image:
        return None
    size = {"width": f"{sheet.width}px", "height": f"{sheet.height}px"} if sheet.width else {}
    return element("graphic", url=quote(sheet.image), **size)


def _corners(box: Box) -> dict[str, str]:
    return {"ulx": str(box.left), "uly": str(box.top), "lrx": str(box.right), "lry": str(box.bottom)}
