"""The registers: people, places, organisations, works and events, as they stand in ``standOff``."""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.compare.diff.edition import Entry
from pipeline.compare.tei_names import XML_ID, tei, tei_name

ENTRIES = {
    "person": "person",
    "place": "place",
    "org": "org",
    "bibl": "work",
    "biblStruct": "work",
    "msDesc": "work",
    "event": "event",
}
NAMES = ("persName", "placeName", "orgName", "label", "title")


def read_register(root: Element) -> tuple[Entry, ...]:
    """Every entry of every register that has an ``xml:id``."""
    return tuple(_entry(element) for element in _entries(root))


def _entries(root: Element) -> Iterator[Element]:
    for stand_off in root.iter(tei("standOff")):
        for element in stand_off.iter(*(tei(name) for name in ENTRIES)):
            if element.get(XML_ID):
                yield element


def _entry(element: Element) -> Entry:
    names = ["".join(map(str, name.itertext())) for name in element.iter(*(tei(name) for name in NAMES))]
    names = [" ".join(name.split()) for name in names] or [" ".join("".join(map(str, element.itertext())).split())]
    idnos = element.iter(tei("idno"))
    return Entry(
        id=element.get(XML_ID, ""),
        kind=ENTRIES[tei_name(element)],
        name=names[0],
        variants=tuple(names[1:]),
        idnos=tuple((idno.get("type", ""), "".join(map(str, idno.itertext())).strip()) for idno in idnos),
        rest=etree.tostring(element, method="c14n", with_tail=False).decode(),
    )
