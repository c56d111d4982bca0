"""What a diff can say: every kind of change, how much it weighs, and the record of one change."""

from enum import StrEnum
from typing import NamedTuple

import msgspec


class Weight(StrEnum):
    """How much a change matters to somebody who has to answer for the edition."""

    SEVERE = "severe"  # text, notes or facts were lost, or now say something else
    NOTABLE = "notable"  # the edition says the same in another way, or a doubt came or went
    SLIGHT = "slight"  # nothing that a reader of the text would see


WEIGHTS = tuple(Weight)
"""The gravest first."""


class Kind(NamedTuple):
    """A kind of change."""

    name: str
    weight: Weight
    title: str
    """The heading over the changes of this kind."""


def _kinds(weight: Weight, **titles: str) -> tuple[Kind, ...]:
    return tuple(Kind(name.replace("_", "-"), weight, title) for name, title in titles.items())


KINDS = (
    *_kinds(
        Weight.SEVERE,
        document="Documents that came or went",
        block_lost="Blocks that are gone",
        block_added="Blocks that were added",
        note_lost="Notes that are gone",
        note_added="Notes that were added",
        note_merged="Notes that became one, or several",
        call_lost="Notes that lost their call",
        call_moved="Note calls that moved",
        number="Numbers that changed",
        page_lost="Pages that are gone",
        page_added="Pages that were added",
        entity_merged="Entries of a register that became one",
        entity_split="Entries of a register that became several",
        metadata="What the header says of the article",
    ),
    *_kinds(
        Weight.NOTABLE,
        text="Words that changed",
        block_kind="Blocks that became something else",
        block_merged="Blocks that became one",
        block_split="Blocks that became several",
        block_moved="Blocks that moved",
        heading_level="Headings of another level",
        note_moved="Notes that moved",
        note_label="Notes of another number",
        note_place="Notes printed elsewhere",
        call_found="Notes that found their call",
        call_certainty="Note calls more or less certain than before",
        folio="Folios that changed",
        page_break="Page breaks that moved",
        name_lost="Names and dates that are no longer marked",
        name_added="Names and dates that are newly marked",
        name_kind="Names of another kind",
        name_extent="Names that are longer or shorter",
        name_entry="Names that point to another entry",
        date="Dates of another value",
        entity_lost="Entries of a register that are gone",
        entity_added="Entries of a register that were added",
        entity_name="Entries of a register that are called otherwise",
        identifier="Identifiers of authorities",
        citation="References and what they point to",
    ),
    *_kinds(
        Weight.SLIGHT,
        punctuation="Punctuation",
        hyphen="Hyphens",
        running_head="Running heads and other furniture",
        style="Italic, bold and the like",
        variant="Further names in the registers",
        certainty="Certainties",
        line="Line breaks",
        zone="Places on the page image",
        image="Page images",
        header="Other parts of the header",
        markup="Other markup",
    ),
)
BY_NAME = {kind.name: kind for kind in KINDS}


class Place(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Where a change is."""

    page: int = 0
    """Number of the page image, from 1; 0 where it is on none."""
    folio: str = ""
    where: str = ""
    """``paragraph 12``, ``note 14``, ``header``, ..."""

    def __str__(self) -> str:
        page = f"p. {self.folio}" if self.folio else f"image {self.page}" if self.page else ""
        return ", ".join(part for part in (page, self.where) if part)


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One change, in a sentence that an editor understands without the files."""

    kind: str
    """A name in ``KINDS``."""
    sentence: str
    place: Place = Place()
    old: str = ""
    """What stood there, as far as it is a matter of words."""
    new: str = ""
    old_id: str = ""
    """``xml:id`` of the block, note or entry in the old edition; empty where it has none."""
    new_id: str = ""

    @property
    def weight(self) -> Weight:
        return BY_NAME[self.kind].weight


def quoted(text: str, limit: int = 60) -> str:
    """The text in quotation marks, shortened in the middle where it is long.

    >>> quoted("In the winter of 1843 the wardens wrote", 20)
    '“In the win … s wrote”'
    """
    if len(text) > limit:
        text = f"{text[: limit // 2]} … {text[-(limit - limit // 2 - 3) :]}"
    return f"“{text}”"


def counted(number: int, one: str, many: str = "") -> str:
    """``1 page``, ``2 pages``; ``many`` where the plural is irregular."""
    return f"{number} {one if number == 1 else many or one + 's'}"
