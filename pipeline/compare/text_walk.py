"""One walk through TEI/text that collects all that an evaluation compares. What each element means is in HANDLERS."""

from collections.abc import Callable
from typing import TypeVar

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.compare.citation_log import FIELDS, CitationLog
from pipeline.compare.note_links import NoteLinks
from pipeline.compare.reading import BODY, ReadBlock, ReadCitation, ReadEntity, ReadFurniture, Reading, ReadPage
from pipeline.compare.running_text import RunningText, trimmed
from pipeline.compare.tei_names import is_block_quotation, is_printed_hyphen, tei, tei_name

Found = TypeVar("Found", ReadEntity, ReadCitation)

KEPT_KINDS = frozenset(
    {"quotation", "abstract", "keywords", "bibliography", "caption", "table", "affiliation", "byline"}
)
"""Inside these a paragraph is part of the larger thing."""

DIVISIONS = {"abstract": "abstract", "keywords": "keywords", "bibliography": "bibliography"}
DATING = ("from", "notAfter", "notBefore", "to", "when")
PRINTED = ("sic", "orig", "abbr", "am", "lem")
"""What stands on the page, where an editor gives alternatives."""


class TextWalk:
    """The state of the walk: the texts being written, the block and note that are open."""

    def __init__(self, surfaces: dict[str, int], without: frozenset[str]) -> None:
        self.body = RunningText()
        self.links = NoteLinks(self.body)
        self._surfaces = surfaces
        self._without = without
        self._kind = "other"
        self._opened = 0
        self._blocks: list[ReadBlock] = []
        self._entities: list[ReadEntity] = []
        self._pages: list[ReadPage] = []
        self._furniture: list[ReadFurniture] = []
        self.cited = CitationLog(self.links)

    def reading(self) -> Reading:
        """Everything that was collected, offsets final."""
        self._cut("other")
        text = self.body.text
        blocks = [msgspec.structs.replace(b, start=trimmed(text, b.start, b.end)[0]) for b in self._blocks]
        return Reading(
            text=text,
            blocks=tuple(blocks),
            notes=self.links.notes(),
            calls=self.links.calls(),
            entities=tuple(sorted(map(self._placed, self._entities), key=_by_place)),
            pages=tuple(self._pages),
            furniture=tuple(self._furniture),
            citations=tuple(sorted(map(self._placed, self.cited.citations), key=_by_place)),
            fields=tuple(sorted(map(self._placed, self.cited.fields), key=_by_place)),
        )

    def walk(self, element: Element) -> None:
        """Read one element in the way its name asks for."""
        HANDLERS.get(tei_name(element), TextWalk.content)(self, element)

    def content(self, element: Element) -> None:
        """The text of the element, its children, and their tails."""
        self._write(element.text)
        for child in element:
            if isinstance(child.tag, str):
                self.walk(child)
            self._write(child.tail)

    def skip(self, element: Element) -> None:
        """Not printed, or not text."""

    def block(self, element: Element, kind: str) -> None:
        """A block of this kind; what follows it belongs to the block around it again."""
        if self.links.in_note:
            self.spaced(element)
            return
        outer = self._kind
        self._cut(kind)
        self.content(element)
        self._cut(outer)

    def spaced(self, element: Element) -> None:
        """Text set off by white space, without being a block."""
        self.links.text.space()
        self.content(element)
        self.links.text.space()

    def paragraph(self, element: Element) -> None:
        """A paragraph, item or the like; an ``ab`` may say what else it is."""
        kind = element.get("type") if tei_name(element) == "ab" else None
        self.block(element, self._kind if self._kind in KEPT_KINDS else kind or "paragraph")

    def head(self, element: Element) -> None:
        """A heading, or the caption of a figure or table."""
        self.block(element, "caption" if tei_name(element.getparent()) in ("figure", "table") else "heading")

    def quotation(self, element: Element) -> None:
        """A block quotation (with its source, in ``cit``), or an inline one, which is text like any other."""
        if is_block_quotation(element):
            self.block(element, "quotation")
        else:
            self.content(element)

    def verse(self, element: Element) -> None:
        """Lines of verse: one block, whatever it stands in."""
        self.block(element, self._kind if self._kind in KEPT_KINDS else "verse")

    def title_part(self, element: Element) -> None:
        """The title or subtitle, as printed over the article."""
        self.block(element, "subtitle" if element.get("type") == "sub" else "title")

    def byline(self, element: Element) -> None:
        """The authors under the title."""
        if self._kind == "byline":
            self.content(element)
        else:
            self.block(element, "byline")

    def division(self, element: Element) -> None:
        """A division; a distributor's cover page is none of the article, only its page breaks are noted."""
        if element.get("type") == "cover":
            for page in element.iter(tei("pb")):
                self._page(page, cover=True)
        else:
            self.block(element, DIVISIONS.get(element.get("type", ""), self._kind))

    def reference(self, element: Element) -> None:
        """A bibliography entry where it stands in a list, else text."""
        if tei_name(element.getparent()) == "listBibl":
            self.block(element, "bibliography")
        elif self.links.in_note:
            self.cited.citation(element, self.content)
        else:
            self.content(element)

    def field(self, element: Element) -> None:
        """A field of a citation."""
        start = self.links.text.length
        self.content(element)
        self.cited.field(element, start)

    def note(self, element: Element) -> None:
        """A note, at its call or in a section of notes; or a second call of one."""
        if element.get("sameAs"):
            self.links.call(element, self._opens)
            return
        self.links.open(element, self._opens)
        self.content(element)
        self.links.close()

    def link(self, element: Element) -> None:
        """A note call printed as such, or text like any other."""
        if element.get("type") == "noteAnchor":
            self.links.call(element, self._opens)
        else:
            self.content(element)

    def break_(self, element: Element) -> None:
        """A line, column or page begins: white space, unless ``break`` says that the word goes on or may."""
        if element.get("break") == "no":
            self.links.text.join()
        elif element.get("break") != "maybe" and tei_name(element) != "milestone":
            self.links.text.space()
        if tei_name(element) == "pb":
            self._page(element)

    def furniture(self, element: Element) -> None:
        """A running head, folio or signature: kept apart."""
        text = " ".join("".join(map(str, element.itertext())).split())
        number = self._pages[-1].number if self._pages else 0
        self._furniture.append(ReadFurniture(kind=element.get("type", ""), text=text, page=number))

    def choice(self, element: Element) -> None:
        """The alternative that is printed; failing that, the first."""
        children = list(element.iterchildren(tag=etree.Element))
        printed = [child for name in PRINTED for child in children if tei_name(child) == name]
        for child in (printed or children)[:1]:
            self.walk(child)

    def punctuation(self, element: Element) -> None:
        """Punctuation; a hyphen that only marks a line end is not part of the text."""
        if not is_printed_hyphen(element):
            self.content(element)

    def entity(self, element: Element) -> None:
        """A name, date or title."""
        start = self.links.text.length
        self.content(element)
        name = tei_name(element)
        if name in ("title", "date") or element.get("type") == "repository":
            self.cited.field(element, start)
        self._entities.append(
            ReadEntity(
                kind=element.get("type", "name") if name == "name" else ENTITIES[name],
                target=self.links.target,
                start=start,
                end=self.links.text.length,
                ref=element.get("ref", ""),
                value=tuple((key, element.get(key, "")) for key in DATING if element.get(key)),
            )
        )

    def _placed(self, found: Found) -> Found:
        text = self.body.text if found.target == BODY else self.links.text_of(found.target)
        start, end = trimmed(text, found.start, found.end)
        return msgspec.structs.replace(found, start=start, end=end)

    @property
    def _opens(self) -> bool:
        return not self.links.in_note and self.body.length == self._opened

    def _write(self, text: str | None) -> None:
        if self.links.in_note or self._kind not in self._without:
            self.links.text.write(text)

    def _cut(self, kind: str) -> None:
        """Close the open block and open one of this kind; one without text leaves no trace."""
        if self.body.length > self._opened:
            self._blocks.append(ReadBlock(kind=self._kind, start=self._opened, end=self.body.length))
        self.body.separate()
        self._opened = self.body.length
        self._kind = kind

    def _page(self, element: Element, *, cover: bool = False) -> None:
        number = self._surfaces.get(element.get("facs", ""), len(self._pages) + 1)
        self._pages.append(ReadPage(number=number, folio=element.get("n", "").strip("[]"), cover=cover))


def _by_place(one: ReadEntity | ReadCitation) -> tuple[int, int, int]:
    return one.target, one.start, one.end


def _block(kind: str) -> Callable[[TextWalk, Element], None]:
    return lambda walk, element: walk.block(element, kind)


ENTITIES = {"persName": "person", "placeName": "place", "orgName": "org", "date": "date", "title": "work", "name": ""}

Handler = Callable[[TextWalk, Element], None]

HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(("p", "ab", "item", "sp", "opener", "closer", "trailer"), TextWalk.paragraph),
    **dict.fromkeys(("quote", "cit", "q"), TextWalk.quotation),
    **dict.fromkeys(("lb", "pb", "cb", "gb", "milestone"), TextWalk.break_),
    **dict.fromkeys(("choice", "app"), TextWalk.choice),
    **dict.fromkeys(("figDesc", "rdg", "index", "graphic", "gap"), TextWalk.skip),
    **dict.fromkeys(("byline", "docAuthor"), TextWalk.byline),
    **dict.fromkeys(("l", "label", "cell"), TextWalk.spaced),
    **dict.fromkeys(("egXML", "eg"), _block("example")),
    **dict.fromkeys(ENTITIES, TextWalk.entity),
    **dict.fromkeys(FIELDS.keys() - ENTITIES.keys(), TextWalk.field),
    "table": _block("table"),
    "head": TextWalk.head,
    "lg": TextWalk.verse,
    "titlePart": TextWalk.title_part,
    "div": TextWalk.division,
    "bibl": TextWalk.reference,
    "note": TextWalk.note,
    "ref": TextWalk.link,
    "fw": TextWalk.furniture,
    "pc": TextWalk.punctuation,
}
