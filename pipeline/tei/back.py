"""The back of the text: endnotes and the bibliography, under their own headings, as they are printed."""

from pipeline.model import Block, Note
from pipeline.tei.edition import Edition
from pipeline.tei.elements import Element, element
from pipeline.tei.front import facts, listed, turned
from pipeline.tei.milestones import pages_begin
from pipeline.tei.parts import BackSection
from pipeline.tei.passage import endnote_furniture, fill_block, note_element


def back(edition: Edition) -> Element | None:
    """``back``, or None when nothing belongs there."""
    sections = edition.parts.back
    return element("back", *(_section(edition, section) for section in sections)) if sections else None


def _section(edition: Edition, section: BackSection) -> Element:
    made = element("div", type=section.kind)
    if section.head is not None:
        made.extend(turned(edition, section.head))
        made.append(fill_block(edition, element("head", **facts(edition, section.head)), section.head))
    container = made if section.kind == "notes" else element("listBibl")
    for item in section.items:
        container.extend([listed(edition, "bibl", item)] if isinstance(item, Block) else _endnote(edition, item))
    if container is not made:
        made.append(container)
    return made


def _endnote(edition: Edition, note: Note) -> list[Element]:
    begun = edition.turns.at.get((note.id, 0), ())
    return [*pages_begin(edition, begun), note_element(edition, note), *endnote_furniture(edition, note)]
