"""TEI elements as a tree: the only module that knows the namespaces and what XML cannot carry."""

import re
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element  # the type of all elements; lxml gives it no public name

from pipeline.errors import LayerError

__all__ = ["TEI", "XML", "Element", "append_text", "element", "filled", "local_name", "words"]

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"

NAMESPACES: dict[Any, str] = {None: TEI}
"""TEI is the default namespace; the stubs of lxml do not know that its prefix is None."""

# Everything outside the production Char of XML 1.0, https://www.w3.org/TR/xml/#charsets
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, *content: "str | Element | None", **attributes: str | None) -> Element:
    """A TEI element with its content; whatever is empty or None is left out.

    Attribute names are Python's: ``xml_id`` is ``xml:id``, ``from_`` is ``from``. They are written in the order given.

    Raises:
        LayerError: a string holds a character that XML cannot carry.
    """
    made = etree.Element(f"{{{TEI}}}{name}", nsmap=NAMESPACES)
    for key, value in attributes.items():
        if value:
            made.set(attribute_name(key), carried(value))
    for item in content:
        append(made, item)
    return made


def attribute_name(key: str) -> str:
    """``xml_id`` -> ``xml:id`` in Clark notation; ``from_`` -> ``from``."""
    if key.startswith("xml_"):
        return f"{{{XML}}}{key.removeprefix('xml_')}"
    return key.rstrip("_")


def append(parent: Element, item: "str | Element | None") -> None:
    """Add text or an element behind everything that the parent holds."""
    if item is None:
        return
    if isinstance(item, str):
        append_text(parent, item)
    else:
        parent.append(item)


def append_text(parent: Element, text: str) -> None:
    """Add text behind everything that the parent holds."""
    if not text:
        return
    last = next(parent.iterchildren(reversed=True), None)  # lxml counts the children one by one
    if last is not None:
        last.tail = (last.tail or "") + carried(text)
    else:
        parent.text = (parent.text or "") + carried(text)


def carried(text: str) -> str:
    """The text itself.

    Raises:
        LayerError: it holds a character that XML cannot carry; nothing is left out silently.
    """
    found = FORBIDDEN.search(text)
    if found:
        raise LayerError(
            f"{text[:40]!r} holds the character U+{ord(found.group()):04X}, which XML cannot carry",
            "run the stages again from ocr",
        )
    return text


def filled(name: str, text: str, **attributes: str | None) -> Element | None:
    """An element with this text, or None when there is no text: an empty field is left out."""
    return element(name, text, **attributes) if text else None


def words(node: Element) -> str:
    """All the text within an element, notes and furniture too."""
    return "".join(map(str, node.itertext()))


def local_name(node: Element) -> str:
    """``p`` for a TEI paragraph; empty for a comment or processing instruction."""
    name = str(node.tag).rpartition("}")[2]
    return "" if name.startswith("<") else name  # the tag of a comment is a function
