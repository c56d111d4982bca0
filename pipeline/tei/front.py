"""The front of the text: title page, abstract and keywords as they are printed."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from pipeline.model import Block, BlockKind
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
        # Only the first run is a title page: an affiliation printed under the abstract is a division like the abstract.
        if name == "titlePage" and index == 0:
            made.extend(_title_page(edition, blocks))
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
    return "titlePage" if block.kind in TITLE_PAGE_KINDS else block.kind.value


def _title_page(edition: Edition, blocks: list[Block]) -> list[Element]:
    page = element("titlePage", type="articleHead")
    for is_title, group in groupby(blocks, key=lambda block: block.kind in TITLE_KINDS):
        if is_title:
            _doc_title(edition, page, list(group))
            continue
        for block in group:
            page.extend(turned(edition, block))
            page.append(_byline(edition, block))
    return [page]


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
    """A ``div`` of paragraphs, typed by what they are: abstract, keywords, or a late byline."""
    made = element("div", type=blocks[0].kind.value, xml_lang=language or None)
    for block in blocks:
        made.extend(turned(edition, block))
        made.append(fill_block(edition, element("p", **facts(edition, block)), block))
    return made


def turned(edition: Edition, block: Block) -> list[Element]:
    """What stands before a block with which a page begins."""
    again = facing_turn(edition, block, 0)
    return again or pages_begin(edition, edition.turns.at.get((block.id, 0), ()))


def facts(edition: Edition, block: Block) -> dict[str, str | None]:
    """The attributes that every block has: its id and where it is on the images."""
    return {"xml_id": block.id, "facs": edition.zones.get(block.id)}
