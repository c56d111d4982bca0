"""Layer 4: stand-off names, dates and citations, and the registers they point into."""

from enum import StrEnum

from pipeline.model.citations import Citation, Work
from pipeline.model.layer import CERTAIN, Layer


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    DATE = "date"
    WORK = "work"
    EVENT = "event"


class Mention(Layer, frozen=True, kw_only=True):
    """A name or date at ``text[start:end]`` of a block or note."""

    target: str
    """``id`` of the block or note."""
    start: int
    end: int
    kind: EntityKind
    ref: str = ""
    """``id`` of the register entry; empty where unresolved."""
    cert: float = CERTAIN
    when: str = ""
    not_before: str = ""
    not_after: str = ""
    date_from: str = ""
    date_to: str = ""


class Entry(Layer, frozen=True, kw_only=True):
    """One entry of a register: a person, place, organisation, work or event, with every name the document uses."""

    id: str
    kind: EntityKind
    name: str
    variants: tuple[str, ...] = ()
    mentions: int = 0
    cert: float = CERTAIN
    idnos: dict[str, str] = {}
    """Authority -> identifier."""


class Entities(Layer, frozen=True, kw_only=True):
    """Layer 4: stand-off names, dates and citations, and the registers they point into."""

    doc: str
    mentions: tuple[Mention, ...] = ()
    register: tuple[Entry, ...] = ()
    citations: tuple[Citation, ...] = ()
    """In the order of the notes and of their texts; one within another behind it."""
    works: tuple[Work, ...] = ()
    """In the order of their first citation."""
    model: str = ""
    """The language model that helped, with its version; empty when only rules spoke."""
