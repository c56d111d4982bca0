"""What a TEI file says, reduced to what an evaluation compares.

Offsets are code points of the running text they point into; spans are half-open. The running text of the body is its
blocks in reading order with a line feed between them; note calls, notes, running heads and folios are not in it.
"""

import msgspec

BODY = -1
"""Target of calls and entities that stand in the body; those in a note have the note's index."""

TITLE_MATTER = frozenset({"title", "subtitle", "byline", "affiliation", "keywords"})
"""Kinds of block that many hand-made editions hold in their header only."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the parts of a reading."""


class ReadBlock(Record, frozen=True, kw_only=True):
    """One block of the body."""

    kind: str
    """``heading``, ``paragraph``, ``quotation``, ``title``, ``abstract``, ...; ``other`` where nothing says."""
    start: int
    end: int


class ReadNote(Record, frozen=True, kw_only=True):
    """One note, its number or sign taken off."""

    label: str
    place: str
    text: str
    anchored: bool
    """False for a note that says itself that its call was not found."""


class ReadCall(Record, frozen=True, kw_only=True):
    """Where a note is called."""

    note: int
    """Index of the note."""
    target: int
    """BODY, or the index of the note whose text has the call."""
    offset: int
    """The call stands before this character of the target's text."""
    opens: bool
    """It stands before the first character of its block."""
    low: bool
    """Its place is marked as uncertain."""


class ReadEntity(Record, frozen=True, kw_only=True):
    """A name, date or title."""

    kind: str
    """``person``, ``place``, ``org``, ``date``, ``work``, or the type of a ``name``."""
    target: int
    start: int
    end: int
    ref: str
    value: tuple[tuple[str, str], ...]
    """Dates: their dating attributes with their values, in alphabetical order."""


class ReadCitation(Record, frozen=True, kw_only=True):
    """One citation in a note."""

    target: int
    start: int
    end: int
    work: str
    """What ``@corresp`` points to; empty where the citation is not resolved."""


class ReadPage(Record, frozen=True, kw_only=True):
    """One page break."""

    number: int
    """Of the page image, from 1, where the file tells; else its place among the page breaks."""
    folio: str
    """The page number, without the brackets of an unprinted one."""
    cover: bool


class ReadFurniture(Record, frozen=True, kw_only=True):
    """Page furniture that was kept."""

    kind: str
    text: str
    page: int
    """``number`` of the page it stands on."""


class Reading(Record, frozen=True, kw_only=True):
    """One TEI file as an evaluation sees it."""

    text: str
    blocks: tuple[ReadBlock, ...]
    notes: tuple[ReadNote, ...]
    calls: tuple[ReadCall, ...]
    entities: tuple[ReadEntity, ...]
    pages: tuple[ReadPage, ...]
    furniture: tuple[ReadFurniture, ...]
    citations: tuple[ReadCitation, ...] = ()
    """In the order of their beginnings."""
    fields: tuple[ReadEntity, ...] = ()
    """The fields of the citations: ``author``, ``title a``, ``cited page``, ...; ``value`` has the cited range."""

    def text_of(self, target: int) -> str:
        """The running text that a call or an entity points into."""
        return self.text if target == BODY else self.notes[target].text
