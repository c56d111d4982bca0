"""The registers: one entry for every person, place, organisation, event and work that the document names."""

from typing import NamedTuple

from pipeline.model import Entities, EntityKind, Entry
from pipeline.tei.elements import Element, element
from pipeline.tei.stretches import NAMES_FROM
from pipeline.tei.works import records


class Register(NamedTuple):
    """The elements of one list: ``listPerson/person/persName``."""

    list: str
    item: str
    name: str


REGISTERS = {
    EntityKind.PERSON: Register("listPerson", "person", "persName"),
    EntityKind.PLACE: Register("listPlace", "place", "placeName"),
    EntityKind.ORG: Register("listOrg", "org", "orgName"),
    EntityKind.EVENT: Register("listEvent", "event", "label"),
    EntityKind.WORK: Register("listBibl", "bibl", "title"),
}
"""Kind -> its register, in the order in which they are written. Dates have none: they carry their values."""


def registers(entities: Entities) -> Element | None:
    """``standOff`` with the registers that have entries; None when there is none."""
    lists = [_list(kind, [entry for entry in entities.register if entry.kind is kind]) for kind in REGISTERS]
    lists[-1].extend(records(entities.works))
    filled = [each for each in lists if len(each)]
    return element("standOff", *filled) if filled else None


def _list(kind: EntityKind, entries: list[Entry]) -> Element:
    return element(REGISTERS[kind].list, *(_entry(REGISTERS[kind], entry) for entry in entries))


def _entry(register: Register, entry: Entry) -> Element:
    """Main name, other forms, identifiers (which ``place`` allows only behind its names)."""
    idnos = [element("idno", value, type=authority) for authority, value in sorted(entry.idnos.items()) if value]
    doubtful = entry.cert < NAMES_FROM
    return element(
        register.item,
        element(register.name, entry.name, type="main"),
        *(element(register.name, variant, type="variant") for variant in entry.variants if variant != entry.name),
        *idnos,
        xml_id=entry.id,
        cert=f"{entry.cert:.2f}" if doubtful else None,
        resp="#pipeline" if doubtful else None,
    )
