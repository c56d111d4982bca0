"""The back of the text: endnotes and the bibliography, under their own headings, as they are printed."""

from pipeline.model import Block, BlockKind, Note
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
    made = _division(edition, section.kind, section.head)
    container = made if section.kind == "notes" else element("listBibl")
    for item in section.items:
        if isinstance(item, Note):
            container.extend(_endnote(edition, item))
        elif item.kind is BlockKind.HEADING:
            container = _division(edition, section.kind, item)
            made.append(container)
        else:
            container.append(listed(edition, "bibl", item))
    if section.kind != "notes":
        made.append(container)
    return made


def _division(edition: Edition, kind: str, head: Block | None) -> Element:
    made = element("div", type=kind)
    if head is not None:
        made.extend(turned(edition, head))
        made.append(fill_block(edition, element("head", **facts(edition, head)), head))
    return made


def _endnote(edition: Edition, note: Note) -> list[Element]:
    begun = edition.turns.at.get((note.id, 0), ())
    return [*pages_begin(edition, begun), note_element(edition, note), *endnote_furniture(edition, note)]
