"""An edition as the diff sees it: passages with everything that stands in them, pages, registers and header."""

from bisect import bisect_right

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the parts of an edition."""


class Call(Record, frozen=True, kw_only=True):
    """A note call in a passage, before ``text[offset]``."""

    note: int
    """Index of the note."""
    offset: int
    low: bool


class Name(Record, frozen=True, kw_only=True):
    """A name, date or title over ``text[start:end]``."""

    kind: str
    start: int
    end: int
    ref: str
    value: tuple[tuple[str, str], ...]
    cert: str = ""


class Mark(Record, frozen=True, kw_only=True):
    """Any other element in a passage, over ``text[start:end]``; empty for an empty one."""

    element: str
    attributes: tuple[tuple[str, str], ...]
    start: int
    end: int


class Passage(Record, frozen=True, kw_only=True):
    """A block of the body, or a note."""

    kind: str
    """As the walk calls it: ``paragraph``, ``heading``, ...; ``note`` for a note."""
    text: str
    id: str = ""
    number: int = 0
    """Which of its kind it is, from 1."""
    label: str = ""
    """Notes: the number or sign."""
    place: str = ""
    """Notes: ``foot`` or ``end``."""
    cert: str = ""
    """Notes: how certain the place of the call is; empty for certain."""
    level: int = 0
    """Headings: 1 for the highest."""
    page: int = -1
    """Index of the page on which it begins; -1 before the first page break."""
    attributes: tuple[tuple[str, str], ...] = ()
    boxes: tuple[tuple[int, tuple[int, ...]], ...] = ()
    """Its zones: number of the page image, and left, top, right, bottom."""
    calls: tuple[Call, ...] = ()
    names: tuple[Name, ...] = ()
    marks: tuple[Mark, ...] = ()

    @property
    def words(self) -> str:
        """``paragraph 12``, ``note 14``."""
        if self.kind == "note":
            return f"note {self.label}" if self.label else f"note number {self.number}"
        name = "block" if self.kind == "other" else self.kind
        return name if self.kind in ("title", "subtitle", "byline", "abstract") else f"{name} {self.number}"


class NoteLink(Record, frozen=True, kw_only=True):
    """Where a note is called."""

    in_note: bool
    passage: int
    """Index of the block or note that has the call."""
    offset: int
    low: bool


class Turn(Record, frozen=True, kw_only=True):
    """A page break: the page, and where in the body it begins."""

    number: int
    folio: str
    supplied: bool
    """The folio is in brackets: it was not printed."""
    block: int
    """Index of the block in or before which it stands."""
    offset: int
    size: tuple[str, str] = ("", "")
    """Width and height of the page image."""


class Furniture(Record, frozen=True, kw_only=True):
    """A running head, folio or signature."""

    kind: str
    text: str
    page: int
    """Number of the page image."""


class Entry(Record, frozen=True, kw_only=True):
    """One entry of a register."""

    id: str
    kind: str
    name: str
    variants: tuple[str, ...]
    idnos: tuple[tuple[str, str], ...]
    rest: str
    """All of its text and attributes, so that no change of it goes unnoticed."""


class Field(Record, frozen=True, kw_only=True):
    """One text or attribute of the header, and the path of elements to it."""

    path: str
    value: str


class Edition(Record, frozen=True, kw_only=True):
    """One edition."""

    doc: str
    blocks: tuple[Passage, ...]
    notes: tuple[Passage, ...]
    links: tuple[NoteLink | None, ...]
    """For every note, its first call; None where it has none."""
    turns: tuple[Turn, ...]
    furniture: tuple[Furniture, ...]
    entries: tuple[Entry, ...]
    header: tuple[Field, ...]
    canonical: bytes
    """The whole file in canonical form: equal if and only if no XML tool could tell the two apart."""

    def page_at(self, block: int, offset: int) -> int:
        """Index of the page on which a place of the body is; -1 before the first."""
        return bisect_right([(turn.block, turn.offset) for turn in self.turns], (block, offset)) - 1

    def folio(self, page: int) -> tuple[int, str]:
        """Number of the image and folio of the page with this index."""
        return (self.turns[page].number, self.turns[page].folio) if 0 <= page < len(self.turns) else (0, "")
