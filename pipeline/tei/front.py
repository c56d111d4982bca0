"""The front of the text: title page, abstract, keywords and contents as they are printed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.model import Block, BlockKind
from pipeline.tei.citations import record_of
from pipeline.tei.edition import Edition
from pipeline.tei.elements import Element, element
from pipeline.tei.milestones import facing_turn, pages_begin
from pipeline.tei.parts import TITLE_KINDS, TITLE_PAGE_KINDS
from pipeline.tei.passage import fill_block
from pipeline.vocabulary import language_of


def front(edition: Edition) -> Element | None:
    """``front``, or None when the article begins with its body."""
    made = element("front")
    runs = groupby(_with_languages(edition), key=lambda each: (_division(each[0]), each[1]))
    for index, ((name, language), run) in enumerate(runs):
        blocks = [block for block, _ in run]
        # An affiliation printed under the abstract is a division like the abstract; behind the contents the title may
        # be printed again.
        if name == "titlePage" and (index == 0 or blocks[0].kind is BlockKind.TITLE):
            made.append(_title_page(edition, blocks, "captionTitle" if index else "articleHead"))
        elif name == "contents":
            made.append(_contents(edition, blocks))
        else:
            made.append(_division_of(edition, blocks, language))
    return made if len(made) else None


def _with_languages(edition: Edition) -> Iterator[tuple[Block, str]]:
    """Every block of the front, with the language of an abstract that is another than the article's.

    A paragraph that does not tell its language goes on in that of the one before.
    """
    spoken = ""
    for block in edition.parts.front:
        told = language_of(block.text) if block.kind is BlockKind.ABSTRACT else edition.article.language
        spoken = told or spoken
        yield block, spoken if spoken != edition.article.language else ""


def _division(block: Block) -> str:
    return _DIVISIONS.get(block.kind, block.kind.value)


_DIVISIONS = {
    **dict.fromkeys(TITLE_PAGE_KINDS, "titlePage"), BlockKind.HEADING: "contents", BlockKind.PARAGRAPH: "section",
}  # fmt: skip


def _title_page(edition: Edition, blocks: list[Block], kind: str) -> Element:
    page = element("titlePage", type=kind)
    for is_title, group in groupby(blocks, key=lambda block: block.kind in TITLE_KINDS):
        if is_title:
            _doc_title(edition, page, list(group))
            continue
        for block in group:
            page.extend(turned(edition, block))
            page.append(_byline(edition, block))
    return page


def _doc_title(edition: Edition, page: Element, blocks: Iterable[Block]) -> None:
    """Neighbouring title and subtitle in one ``docTitle``, page breaks before it where they belong."""
    title = element("docTitle")
    for block in blocks:
        (title if len(title) else page).extend(turned(edition, block))
        part = element("titlePart", type="main" if block.kind is BlockKind.TITLE else "sub", **facts(edition, block))
        title.append(fill_block(edition, part, block))
    page.append(title)


def _byline(edition: Edition, block: Block) -> Element:
    """``byline``; an affiliation is one that holds nothing else."""
    made = element("byline", **facts(edition, block))
    if block.kind is BlockKind.AFFILIATION:
        made.append(fill_block(edition, element("affiliation"), block))
        return made
    return fill_block(edition, made, block)


def _division_of(edition: Edition, blocks: list[Block], language: str) -> Element:
    """A ``div`` of paragraphs, typed by what they are: abstract, keywords, a late byline, or a section of its own."""
    own = "section" if blocks[0].kind is BlockKind.PARAGRAPH else blocks[0].kind.value
    made = element("div", type=own, xml_lang=language or None)
    for block in blocks:
        made.extend(turned(edition, block))
        made.append(fill_block(edition, element("p", **facts(edition, block)), block))
    return made


def _contents(edition: Edition, blocks: list[Block]) -> Element:
    """The contents under their heading, if they have one: a list as any other."""
    made = element("div", type="contents")
    if blocks[0].kind is BlockKind.HEADING:
        head = blocks.pop(0)
        made.extend(turned(edition, head))
        made.append(fill_block(edition, element("head", **facts(edition, head)), head))
    made.append(element("list", *(listed(edition, "item", block) for block in blocks), rend="contents"))
    return made


def listed(edition: Edition, name: str, block: Block) -> Element:
    """A block as one of a list: an item, or an entry with the record of its work.

    A page that begins with it begins inside it, as ``listBibl`` allows no ``gap`` between entries.
    """
    made = element(name, corresp=record_of(edition.citations.get(block.id, ())), **facts(edition, block))
    return fill_block(edition, made, block, turn_inside=True)


def turned(edition: Edition, block: Block) -> list[Element]:
    """What stands before a block with which a page begins."""
    again = facing_turn(edition, block, 0)
    return again or pages_begin(edition, edition.turns.at.get((block.id, 0), ()))


def facts(edition: Edition, block: Block) -> dict[str, str | None]:
    """The attributes that every block has: its id and where it is on the images."""
    return {"xml_id": block.id, "facs": edition.zones.get(block.id)}
