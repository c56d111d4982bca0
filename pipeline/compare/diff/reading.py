"""Reading an edition for the diff: from the file to its passages, each with the calls, names and marks in it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import msgspec
from lxml import etree
from lxml.etree import _Element as Element

from pipeline.compare.diff.edition import Call, Edition, Furniture, Mark, Name, NoteLink, Passage, Turn
from pipeline.compare.diff.header import read_header
from pipeline.compare.diff.register import read_register
from pipeline.compare.diff.walk import DiffWalk, SeenMark
from pipeline.compare.reading import BODY, ReadBlock, Reading
from pipeline.compare.running_text import trimmed
from pipeline.compare.tei_names import XML_ID, tei, tei_name
from pipeline.compare.tei_reading import parsed, text_of

TOLD_APART = frozenset({XML_ID, "facs", "n", "place", "cert", "resp", "target"})
"""Attributes of blocks and notes that are compared as what they mean, and not as attributes."""

Spot = tuple[bool, int, int]
"""In a note or not, index of the passage, offset in its text."""


def read_edition(path: Path, doc: str) -> Edition:
    """The edition in a file.

    Raises:
        SourceError: the file is missing, not well-formed, not TEI, or uses entities.
    """
    root = parsed(path)
    walk = DiffWalk({f"#{surface.get(XML_ID)}": number for number, surface in enumerate(_surfaces(root), 1)})
    walk.walk(text_of(root, path.name))
    return _Maker(root, walk, walk.reading()).edition(doc)


def _surfaces(root: Element) -> Iterable[Element]:
    return root.iterfind(f"{tei('facsimile')}/{tei('surface')}")


class _Maker:
    """Sorts what one walk has found into passages."""

    def __init__(self, root: Element, walk: DiffWalk, reading: Reading) -> None:
        self.root = root
        self.walk = walk
        self.reading = reading
        self.ends = [block.end for block in reading.blocks]
        self.zones = {zone.get(XML_ID, ""): (number, _box(zone)) for number, zone in self._zones()}

    def edition(self, doc: str) -> Edition:
        turns = tuple(self._turns())
        return Edition(
            doc=doc,
            blocks=tuple(self._blocks(turns)),
            notes=tuple(self._notes()),
            links=tuple(self._links()),
            turns=turns,
            furniture=tuple(Furniture(kind=f.kind, text=f.text, page=f.page) for f in self.reading.furniture),
            entries=read_register(self.root),
            header=read_header(self.root),
            canonical=etree.tostring(self.root, method="c14n", with_comments=False),
        )

    def _zones(self) -> Iterable[tuple[int, Element]]:
        for number, surface in enumerate(_surfaces(self.root), 1):
            yield from ((number, zone) for zone in surface.iterfind(tei("zone")))

    # --- Places -------------------------------------------------------------------------------------------------------

    def _spot(self, target: int, offset: int, opens: bool) -> Spot:
        """The passage and the offset in it; a place between two blocks belongs to the one that it opens."""
        if target != BODY:
            return True, target, offset
        index = bisect_left(self.ends, offset + 1 if opens else offset)
        if index == len(self.ends):
            return False, max(index - 1, 0), self._length(index - 1)
        return False, index, max(offset - self.reading.blocks[index].start, 0)

    def _length(self, index: int) -> int:
        if index < 0:
            return 0
        block = self.reading.blocks[index]
        return block.end - block.start

    def _span(self, seen: SeenMark) -> tuple[bool, int, int, int]:
        """The passage of an element and its half-open range there, without white space at its ends."""
        text = self.reading.text_of(seen.target)
        start, end = trimmed(text, seen.start, seen.end) if seen.end > seen.start else (seen.start, seen.end)
        in_note, index, first = self._spot(seen.target, start, opens=seen.opens or end > start)
        return in_note, index, first, first + max(end - start, 0)

    # --- Passages -----------------------------------------------------------------------------------------------------

    def _blocks(self, turns: tuple[Turn, ...]) -> Iterable[Passage]:
        contents, numbers = self._contents(), Counter[str]()
        pages = [(turn.block, turn.offset) for turn in turns]
        for index, (block, element) in enumerate(zip(self.reading.blocks, self.walk.block_elements, strict=True)):
            numbers[block.kind] += 1
            calls, names, marks = contents[False, index]
            yield msgspec.structs.replace(
                self._facts(element, block.kind, self.reading.text[block.start : block.end]),
                number=numbers[block.kind],
                level=_level(block, element),
                page=sum(place <= (index, 0) for place in pages) - 1,
                calls=tuple(calls),
                names=tuple(names),
                marks=tuple(marks),
            )

    def _notes(self) -> Iterable[Passage]:
        contents = self._contents()
        elements = zip(self.reading.notes, self.walk.note_elements, self.walk.note_pages, strict=True)
        for index, (note, element, page) in enumerate(elements):
            calls, names, marks = contents[True, index]
            yield msgspec.structs.replace(
                self._facts(element, "note", note.text),
                number=index + 1,
                label=note.label,
                place=note.place,
                cert=element.get("cert", ""),
                page=page,
                calls=tuple(calls),
                names=tuple(names),
                marks=tuple(marks),
            )

    def _facts(self, element: Element | None, kind: str, text: str) -> Passage:
        """What the element of a passage says itself."""
        if element is None:
            return Passage(kind=kind, text=text)
        zones = [name.removeprefix("#") for name in element.get("facs", "").split()]
        return Passage(
            kind=kind,
            text=text,
            id=element.get(XML_ID, ""),
            attributes=_attributes(element, TOLD_APART),
            boxes=tuple(self.zones[zone] for zone in zones if zone in self.zones),
        )

    def _contents(self) -> defaultdict[tuple[bool, int], tuple[list[Call], list[Name], list[Mark]]]:
        """By passage: the calls, names and marks in it."""
        contents: defaultdict[tuple[bool, int], tuple[list[Call], list[Name], list[Mark]]]
        contents = defaultdict(lambda: ([], [], []))
        for call in self.reading.calls:
            in_note, index, offset = self._spot(call.target, call.offset, call.opens)
            contents[in_note, index][0].append(Call(note=call.note, offset=offset, low=call.low))
        for seen in self.walk.names:
            in_note, index, start, end = self._span(seen)
            contents[in_note, index][1].append(_name(seen.element, start, end))
        for seen in self.walk.marks:
            in_note, index, start, end = self._span(seen)
            attributes = _attributes(seen.element, frozenset({XML_ID, "facs"}))
            mark = Mark(element=tei_name(seen.element), attributes=attributes, start=start, end=end)
            contents[in_note, index][2].append(mark)
        return contents

    def _links(self) -> Iterable[NoteLink | None]:
        first: dict[int, NoteLink] = {}
        for call in self.reading.calls:
            in_note, index, offset = self._spot(call.target, call.offset, call.opens)
            first.setdefault(call.note, NoteLink(in_note=in_note, passage=index, offset=offset, low=call.low))
        return (first.get(index) for index in range(len(self.reading.notes)))

    def _turns(self) -> Iterable[Turn]:
        sizes = {n: (s.get("lrx", ""), s.get("lry", "")) for n, s in enumerate(_surfaces(self.root), 1)}
        turns = zip(self.reading.pages, self.walk.turn_elements, self.walk.turn_places, strict=True)
        for page, element, (place, opens) in turns:
            _, block, offset = self._spot(BODY, place, opens)
            yield Turn(
                number=page.number,
                folio=page.folio,
                supplied=element.get("n", "").startswith("["),
                block=block,
                offset=offset,
                size=sizes.get(page.number, ("", "")),
            )


def _name(element: Element, start: int, end: int) -> Name:
    name = tei_name(element)
    return Name(
        kind=element.get("type", "name") if name == "name" else name,
        start=start,
        end=end,
        ref=element.get("ref", "").removeprefix("#"),
        value=tuple((key, element.get(key, "")) for key in ("when", "from", "to", "notBefore", "notAfter")),
        cert=element.get("cert", ""),
    )


def _level(block: ReadBlock, element: Element | None) -> int:
    if block.kind != "heading" or element is None:
        return 0
    return sum(1 for _ in element.iterancestors(tei("div")))


def _attributes(element: Element, without: frozenset[str]) -> tuple[tuple[str, str], ...]:
    found = ((str(key), str(value)) for key, value in element.attrib.items() if key not in without)
    return tuple(sorted(found))


def _box(zone: Element) -> tuple[int, ...]:
    values = (zone.get(key, "") for key in ("ulx", "uly", "lrx", "lry"))
    return tuple(int(value) if value.lstrip("-").isdecimal() else 0 for value in values)
