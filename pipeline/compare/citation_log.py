"""The citations of the notes, and their fields, as a walk through the text meets them."""

from collections.abc import Callable

from lxml.etree import _Element as Element

from pipeline.compare.note_links import NoteLinks
from pipeline.compare.reading import ReadCitation, ReadEntity
from pipeline.compare.tei_names import tei_name

FIELDS = {
    "author": "author",
    "editor": "editor",
    "pubPlace": "place",
    "publisher": "publisher",
    "citedRange": "cited",
    "idno": "shelfmark",
    "biblScope": "scope",
    "orgName": "repository",
    "title": "title",
    "date": "date",
}
"""Element in a citation -> the field that it is."""


class CitationLog:
    """Remembers every citation and every field within one."""

    def __init__(self, links: NoteLinks) -> None:
        self._links = links
        self._open = 0
        self.citations: list[ReadCitation] = []
        self.fields: list[ReadEntity] = []

    def citation(self, element: Element, read: Callable[[Element], None]) -> None:
        """A citation, whose content ``read`` reads."""
        start = self._links.text.length
        self._open += 1
        read(element)
        self._open -= 1
        end, work = self._links.text.length, element.get("corresp", "")
        self.citations.append(ReadCitation(target=self._links.target, start=start, end=end, work=work))

    def field(self, element: Element, start: int) -> None:
        """What was read from ``start`` on is a field, if a citation is open."""
        if not self._open:
            return
        level = element.get("level") or element.get("unit")
        kind = " ".join(part for part in (FIELDS[tei_name(element)], level) if part)
        ends = tuple((key, element.get(key, "")) for key in ("from", "to") if element.get(key))
        end = self._links.text.length
        self.fields.append(ReadEntity(kind=kind, target=self._links.target, start=start, end=end, ref="", value=ends))
