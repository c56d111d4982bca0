"""The text of the edition: front, the body in its sections, and back."""

from collections.abc import Iterable
from itertools import groupby

from pipeline.model import Block, BlockKind
from pipeline.tei.back import back
from pipeline.tei.edition import Edition
from pipeline.tei.elements import Element, element, local_name
from pipeline.tei.front import facts, front, listed, turned
from pipeline.tei.milestones import pages_begin
from pipeline.tei.passage import fill_block, note_element
from pipeline.tei.tables import fill_cells

HEADLESS = 99
"""Level of a section without a head: below all others, so that any heading closes it."""


LISTED: dict[BlockKind, tuple[str, dict[str, str], str]] = {
    BlockKind.BIBLIOGRAPHY: ("listBibl", {}, "bibl"),
    BlockKind.ITEM: ("list", {"rend": "printed"}, "item"),
    BlockKind.CONTENTS: ("list", {"rend": "contents"}, "item"),
}
"""Kinds whose neighbours stand in one list: its element, its attributes, the element of an entry.

The printed numbers and bullets stay in the text of the items, so that no viewer adds its own: ``rend`` says so.
"""


def text(edition: Edition) -> Element:
    """``text`` with everything that is printed; pages on which nothing follows begin at its very end."""
    opening, main, ending = front(edition), body(edition), back(edition)
    last = main[-1] if ending is None else ending
    last.extend(pages_begin(edition, edition.turns.rest))
    return element("text", opening, main, ending, xml_lang=edition.article.language)


def body(edition: Edition) -> Element:
    """``body`` with nested sections; of texts that are printed side by side each has them in a ``div`` of its own."""
    made = element("body")
    texts = [(language, list(run)) for language, run in groupby(edition.parts.body, key=lambda block: block.language)]
    for language, blocks in texts:
        tongue = language or edition.article.language
        whole = made if len(texts) == 1 else element("div", type="text", xml_lang=tongue)
        _write_sections(edition, whole, blocks)
        if whole is not made:
            made.append(whole)
    if not len(made):
        _section(made)
    made[-1].extend(note_element(edition, note) for note in edition.homeless)
    return made


def _write_sections(edition: Edition, parent: Element, blocks: Iterable[Block]) -> None:
    """The sections of a text; what stands before the first heading is a section without a head."""
    open_sections: list[tuple[int, Element]] = [(0, parent)]
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            _open_section(open_sections, max(block.level, 1))
        elif len(open_sections) == 1:
            open_sections.append((HEADLESS, _section(parent)))
        _write(edition, open_sections[-1][1], block)


def _open_section(open_sections: list[tuple[int, Element]], level: int) -> None:
    """Close the sections of this level and below, and open one, numbered ``2.1`` by its place among its neighbours."""
    while open_sections[-1][0] >= level:
        open_sections.pop()
    parent = open_sections[-1][1]
    before = parent.get("n")
    number = 1 + sum(1 for child in parent if child.get("n") is not None and child.tag.endswith("}div"))
    made = _section(parent)
    made.set("n", f"{before}.{number}" if before else str(number))
    open_sections.append((level, made))


def _section(parent: Element) -> Element:
    made = element("div", type="section")
    parent.append(made)
    return made


def _write(edition: Edition, section: Element, block: Block) -> None:
    """The block at the end of its section, behind the pages that begin with it."""
    if block.kind in LISTED:
        name, attributes, entry = LISTED[block.kind]
        _open_list(section, name, attributes).append(listed(edition, entry, block))
        return
    section.extend(turned(edition, block))
    if block.cells:
        section.append(fill_cells(edition, element("table", **facts(edition, block)), block))
        return
    section.append(fill_block(edition, _block_element(edition, block), block))


def _open_list(section: Element, name: str, attributes: dict[str, str]) -> Element:
    """The list of this kind that the section ends with, or a new one."""
    last = section[-1] if len(section) else None
    if (
        last is None
        or local_name(last) != name
        or {str(key): str(value) for key, value in last.attrib.items()} != attributes
    ):
        section.append(element(name, **attributes))
    return section[-1]


def _block_element(edition: Edition, block: Block) -> Element:
    """``head``, ``quote`` or ``p``; ``ab`` for what is neither, as it claims nothing but to be a block."""
    if block.kind is BlockKind.HEADING:
        rend = "run-in" if block.id in edition.run_in_heads else None
        return element("head", rend=rend, **facts(edition, block))
    if block.kind is BlockKind.QUOTATION:
        return element("quote", rend="block", **facts(edition, block))
    if block.kind is BlockKind.PARAGRAPH:
        rend = "noindent" if block.resumes else None
        return element("p", part=edition.paragraph_parts.get(block.id), rend=rend, **facts(edition, block))
    return element("ab", type=block.kind.value, **facts(edition, block))
