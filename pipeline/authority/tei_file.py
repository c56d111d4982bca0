"""An authority file in TEI: ``listPerson``, ``listPlace``, ``listOrg`` or ``listEvent``, alone or anywhere in a file.

The first name of an item, or the one with ``type="main"``, is its name. Identifiers are ``idno``, and addresses of
known authorities in ``@sameAs`` of the item or ``@ref`` of its names; ``@xml:id`` is kept as the local one.
"""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.authority.identifiers import SCHEMES, address, scheme_of
from pipeline.authority.placed import Placed, refusal, tidy, turned
from pipeline.authority.toml_file import LOCAL
from pipeline.config import Authority
from pipeline.model import EntityKind

TEI = "{http://www.tei-c.org/ns/1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
ITEMS = {
    f"{TEI}person": (EntityKind.PERSON, (f"{TEI}persName",)),
    f"{TEI}place": (EntityKind.PLACE, (f"{TEI}placeName",)),
    f"{TEI}org": (EntityKind.ORG, (f"{TEI}orgName",)),
    f"{TEI}event": (EntityKind.EVENT, (f"{TEI}label", f"{TEI}eventName")),
}
"""Element of a register -> its kind, and the elements that name it."""
NOT_NAMED = (f"{TEI}roleName", f"{TEI}note", f"{TEI}date")
"""What stands in a name and is not part of it when a text names the person."""
_WELL_FORMED = "mend the XML; an editor such as oXygen shows the place"


def read_tei(name: str, content: bytes) -> list[Placed]:
    """The entries in the order of the file. Nothing outside the file is read, and no entity is resolved.

    Raises:
        SourceError: it is not well-formed, declares entities, has no register, or an item has no name.
    """
    root = _root(name, content)
    placed = [_entry(name, item) for item in root.iter(*ITEMS) if _is_registered(item)]
    if not placed:
        remedy = "give a TEI file with listPerson, listPlace, listOrg or listEvent, or a .toml file"
        raise refusal(name, line_of(root), "there is no register of names in it", remedy)
    return placed


def _root(name: str, content: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise refusal(name, line, f"this is not well-formed XML: {error.msg}", _WELL_FORMED) from error
    entities = root.getroottree().docinfo.internalDTD
    if entities is not None:
        raise refusal(name, 1, "it has a DOCTYPE, and entities are refused", "take the DOCTYPE out")
    return root


def line_of(element: Element) -> int:
    """The line of the file, from 1, on which the element begins."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 1


def _is_registered(item: Element) -> bool:
    parent = item.getparent()
    return parent is None or str(parent.tag).startswith(f"{TEI}list") or item.tag == f"{TEI}place"


def _entry(name: str, item: Element) -> Placed:
    kind, elements = ITEMS[str(item.tag)]
    line = line_of(item)
    names = [each for each in item if each.tag in elements]
    main = next((each for each in names if each.get("type") == "main"), names[0] if names else None)
    words = [_words(kind, each) for each in ([main] if main is not None else []) + [e for e in names if e is not main]]
    if not words or not all(any(letter.isalnum() for letter in each) for each in words):
        what = f"{etree.QName(item).localname} has no name" if not words else "a name holds no letter"
        raise refusal(name, line, what, f"add a {etree.QName(elements[0]).localname}")
    idnos = dict(_idnos(name, item, names))
    kept = tuple(each for each in dict.fromkeys(words[1:]) if each != words[0])
    return Placed(Authority(kind=kind, name=words[0], variants=kept, idnos=idnos), line)


def _words(kind: EntityKind, element: Element) -> str:
    """The words of a name, without titles; parts that touch (``<surname>Mao</surname><forename>``) are parted."""
    words = tidy(" ".join(_texts(element))).replace(" ,", ",")
    return turned(words) if kind is EntityKind.PERSON else words


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag not in (*NOT_NAMED, etree.Comment, etree.PI, etree.Entity):
            yield from _texts(child)
        yield child.tail or ""


def _idnos(name: str, item: Element, names: list[Element]) -> Iterator[tuple[str, str]]:
    if item.get(XML_ID):
        yield LOCAL, item.get(XML_ID, "")
    for pointer in " ".join([item.get("sameAs", ""), *(each.get("ref", "") for each in names)]).split():
        scheme = scheme_of(pointer)
        if scheme is not None and (value := address(scheme, pointer)):
            yield scheme.type, value
    for idno in item.iterfind(f"{TEI}idno"):
        given, called = tidy("".join(_texts(idno))), idno.get("type", "").strip()
        scheme = SCHEMES.get(called.lower()) or scheme_of(given)
        value = address(scheme, given) if scheme else given
        if not value:
            line = line_of(idno)
            raise refusal(
                name, line, f"{given!r} is no {called or 'idno'}", "give the identifier alone, or its address"
            )
        yield (scheme.type if scheme else called or LOCAL), value
