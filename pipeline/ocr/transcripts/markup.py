"""XML and HTML from strangers: without entities, without a network, within a size; else a sentence.

What is refused and why: https://docs.python.org/3/library/xml.html#xml-security (entities that grow, external ones,
document types from elsewhere).
"""

import re
from html.entities import name2codepoint
from pathlib import Path

from lxml import etree

from pipeline.errors import SourceError

MAX_BYTES = 100_000_000
"""Largest file; the tree in memory is about ten times as large."""
REMEDY = "export it again"
DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?P<subset>\[?)", re.IGNORECASE)
ENTITY = re.compile(rb"&(?P<name>[A-Za-z][A-Za-z0-9]*);")
XML_ENTITIES = frozenset({"lt", "gt", "amp", "quot", "apos"})
LIBXML_PLACE = re.compile(r",? line \d+, column \d+.*$")


class Place(Exception):
    """What is wrong with an element, at its line."""

    def __init__(self, element: etree._Element, fault: str) -> None:
        super().__init__(fault)
        self.line = line_of(element)
        self.fault = fault


def line_of(element: etree._Element) -> int:
    """The line of the file on which an element begins; 0 where the parser does not know."""
    line: int | None = element.sourceline  # type: ignore[assignment]  # the stubs leave it out
    return line or 0


def broken(name: str, line: int, fault: str, remedy: str = REMEDY) -> SourceError:
    """The error for something in a file: one sentence with the file and the line."""
    return SourceError(f"{name}, line {line}: {fault}", remedy)


def read_markup(path: Path, *, html: bool) -> etree._Element:
    """The root of an XML file; with ``html``, of an XHTML or HTML file.

    Raises:
        SourceError: it cannot be read, is too large, declares entities, or its markup is broken.
    """
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read ({error.strerror})", "check the file") from error
    if not content:
        fault = f"is larger than {MAX_BYTES} bytes" if size else "is empty"
        raise SourceError(f"{path.name} {fault}", "give a file for each page")
    _refuse_declarations(path.name, content, html=html)
    try:
        return _html(path.name, content) if html else _xml(content)
    except etree.XMLSyntaxError as error:
        told = LIBXML_PLACE.sub("", error.msg or "").strip() or "it is no XML"
        raise broken(path.name, error.lineno or 1, f"the markup is broken ({told})") from error


def _refuse_declarations(name: str, content: bytes, *, html: bool) -> None:
    plain = content.replace(b"\0", b"")
    doctype = DOCTYPE.search(plain)
    # HTML has a document type, which is never fetched; ALTO and PAGE have none.
    if doctype and (doctype["subset"] or not html):
        raise broken(
            name,
            plain.count(b"\n", 0, doctype.start()) + 1,
            "the file declares a document type of its own, and entities are not read",
            "take the DOCTYPE out",
        )


def _xml(content: bytes) -> etree._Element:
    # huge_tree=False: no tree deeper than 256, no text longer than 10 MB.
    return etree.fromstring(content, _parser())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _html(name: str, content: bytes) -> etree._Element:
    """XHTML where it says so, and must then be well-formed; else HTML, which needs no closing tags but an end."""
    if content.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        return _xml(ENTITY.sub(_numeric, content))
    if b"</html" not in content.replace(b"\0", b"").lower():
        raise broken(name, content.count(b"\n") + 1, "the file is cut off, it has no </html>", "copy it again")
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_comments=True, remove_pis=True, encoding=_encoding(content)
    )
    return etree.fromstring(content, parser)


def _encoding(content: bytes) -> str | None:
    """UTF-8 where the bytes are that, for HTML without a ``charset`` would be read as Latin-1."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _numeric(entity: re.Match[bytes]) -> bytes:
    """``&nbsp;`` by its number: the names are declared in a document type that is not fetched."""
    name = entity["name"].decode()
    if name in XML_ENTITIES or name not in name2codepoint:
        return entity[0]
    return b"&#%d;" % name2codepoint[name]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return str(tag).rsplit("}", 1)[-1]


def text_of(element: etree._Element) -> str:
    """All the text in an element."""
    return "".join(str(text) for text in element.itertext())
