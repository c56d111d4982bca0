"""Names in TEI: namespaces, and what an element is by its name and its place."""

from lxml.etree import _Element as Element

TEI = "http://www.tei-c.org/ns/1.0"
EXAMPLES = "http://www.tei-c.org/ns/Examples"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

BLOCK_PARENTS = frozenset({"body", "front", "back", "div", "epigraph", "argument", "titlePage"})
"""A quotation directly in one of these is a block; elsewhere ``rend="block"`` has to say so."""


def tei(name: str) -> str:
    """The name in the TEI namespace, as lxml spells it."""
    return f"{{{TEI}}}{name}"


def tei_name(element: Element | None) -> str:
    """The local name of a TEI element, ``egXML`` for a block of example code, empty for anything else."""
    name = "" if element is None else str(element.tag)
    if name == f"{{{EXAMPLES}}}egXML":
        return "egXML"
    return name.removeprefix(tei("")) if name.startswith(tei("")) else ""


def is_block_quotation(element: Element) -> bool:
    """Whether a ``quote``, ``cit`` or ``q`` stands as a block of its own."""
    return "block" in element.get("rend", "").split() or tei_name(element.getparent()) in BLOCK_PARENTS


def is_printed_hyphen(element: Element) -> bool:
    """Whether a ``pc`` is a hyphen that only marks the end of a line, page or column."""
    after = element.getnext()
    broken = after is not None and after.get("break") == "no" and not (element.tail or "").strip()
    return broken and element.get("force") == "weak" and (element.text or "").strip() in ("-", "\u2010")
