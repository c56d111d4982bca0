"""The walk of an evaluation, which also remembers what a diff wants to know: ids, pages, certainty, other markup."""

from lxml.etree import _Element as Element

from pipeline.compare.tei_names import is_block_quotation, tei_name
from pipeline.compare.text_walk import ENTITIES, TextWalk

STRUCTURE = frozenset(
    {"text", "front", "body", "back", "div", "p", "ab", "head", "titlePage", "docTitle", "titlePart", "byline", "note"}
    | {"fw", "pb", "figure", "table", "row", "cell", "list", "item", "lg", "l", "listBibl", *ENTITIES}
)
"""Elements whose meaning the reading has already; every other is a mark."""


class SeenMark:
    """An element that is being read, or has been: where it began and ended."""

    def __init__(self, element: Element, target: int, start: int, opens: bool) -> None:
        self.element = element
        self.target = target
        self.start = start
        self.end = start
        self.opens = opens
        """It stands before the first character of its block."""


class DiffWalk(TextWalk):
    """Keeps, beside the reading, lists that run parallel to its blocks, notes, entities and pages."""

    def __init__(self, surfaces: dict[str, int]) -> None:
        super().__init__(surfaces, frozenset())
        self.block_elements: list[Element | None] = []
        self.note_elements: list[Element] = []
        self.note_pages: list[int] = []
        self.turn_elements: list[Element] = []
        self.turn_places: list[tuple[int, bool]] = []
        """Offset in the body, and whether it opens a block."""
        self.marks: list[SeenMark] = []
        self.names: list[SeenMark] = []
        self._current: Element | None = None
        self._next: Element | None = None

    def walk(self, element: Element) -> None:
        """Read an element, and remember it if it is one that the reading does not keep whole."""
        name = tei_name(element)
        if name == "note" and not element.get("sameAs"):
            self.note_elements.append(element)
            self.note_pages.append(len(self._pages) - 1)
        seen = SeenMark(element, self.links.target, self.links.text.length, self._opens)
        if name in ENTITIES:
            self.names.append(seen)
        elif name not in STRUCTURE and not (name in ("quote", "cit", "q") and is_block_quotation(element)):
            self.marks.append(seen)
        super().walk(element)
        seen.end = self.links.text.length

    def block(self, element: Element, kind: str) -> None:
        """A block of this kind, and the element that it is."""
        if self.links.in_note:
            self.spaced(element)
            return
        outer, around = self._kind, self._current
        self._next = element
        self._cut(kind)
        self.content(element)
        self._next = around
        self._cut(outer)

    def _cut(self, kind: str) -> None:
        count = len(self._blocks)
        super()._cut(kind)
        if len(self._blocks) > count:
            self.block_elements.append(self._current)
        self._current = self._next

    def _page(self, element: Element, *, cover: bool = False) -> None:
        super()._page(element, cover=cover)
        self.turn_elements.append(element)
        self.turn_places.append((self.body.length, not self.links.in_note and self.body.length == self._opened))
