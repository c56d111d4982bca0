"""Preparing copy: any hand-encoded TEI article in, the plain shape that the press sets out of it.

What the press cannot set (figures, tables, code, bibliographies) is taken out of the tree, and what a journal's
style sheet would add (quotation marks, angle brackets round element names) is put in. So the tree that comes out is
exactly what gets printed, and can serve as the truth.
"""

import copy
import re
from pathlib import Path

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
NS = {"t": TEI}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
DROPPED = ("figure", "table", "egXML", "graphic", "listBibl", "back", "index", "anchor", "fw", "lb")
QUOTED = ("q", "soCalled", "quote", "title")
WRAPPED = {"gi": ("<", ">"), "tag": ("<", ">"), "att": ("@", ""), "val": ("\u201c", "\u201d")}
QUOTES = (("\u201c", "\u201d"), ("\u2018", "\u2019"))
"""Outer and inner marks, opening and closing."""


def local(node: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(node.tag).rpartition("}")[2]


def tei(name: str) -> str:
    """The name in the TEI namespace, as lxml spells it."""
    return f"{{{TEI}}}{name}"


def find_all(node: etree._Element, path: str) -> list[etree._Element]:
    """The elements that an XPath finds; ``t:`` is the TEI namespace."""
    found = node.xpath(path, namespaces=NS)
    return [each for each in found if isinstance(each, etree._Element)] if isinstance(found, list) else []


def read_article(path: Path) -> etree._Element:
    """The root of a TEI article, comments left out; doubled identifiers, as code samples have them, are let pass."""
    return etree.parse(path, etree.XMLParser(remove_comments=True, remove_pis=True, recover=True)).getroot()


def prepare(source: etree._Element) -> etree._Element:
    """A copy of the article that holds only what the press sets; the source is left alone."""
    root = copy.deepcopy(source)
    for name in DROPPED:
        _drop(root, name)
    for division in find_all(root, "//t:front/t:div[not(@type='abstract')]"):
        cut(division)
    if not find_all(root, "//t:quotation[@marks='all']"):
        _add_marks(root)
    _print_pointers(root)
    _flatten_lists(root)
    _free_blocks(root)
    _run_on(root)
    _wrap_notes(root)
    _single_ids(root)
    return root


def _drop(root: etree._Element, name: str) -> None:
    for node in find_all(root, f"//t:text//*[local-name() = '{name}']"):
        cut(node)


def _print_pointers(root: etree._Element) -> None:
    """A pointer to the web is printed as its address; one within the article is left out."""
    for pointer in list(root.iter(tei("ptr"))):
        if (pointer.get("target") or "").startswith("http"):
            pointer.tag, pointer.text = tei("ref"), pointer.get("target")
        else:
            cut(pointer)


def cut(node: etree._Element) -> None:
    """Take the element out and leave its tail where it was."""
    parent, previous = node.getparent(), node.getprevious()
    if parent is None:
        return
    if previous is not None:
        previous.tail = (previous.tail or "") + (node.tail or "")
    else:
        parent.text = (parent.text or "") + (node.tail or "")
    node.tail = None
    parent.remove(node)


def _add_marks(root: etree._Element) -> None:
    """Print the marks that born-digital encodings leave to their style sheet."""
    for node in root.iterfind(".//{*}text//*"):
        name = local(node)
        if name in QUOTED and _takes_marks(node):
            depth = sum(local(above) in QUOTED and _takes_marks(above) for above in node.iterancestors())
            _enclose(node, *QUOTES[depth % 2])
        elif name in WRAPPED:
            _enclose(node, *WRAPPED[name])
        elif name == "gap":
            node.text = "[…]"


def _takes_marks(node: etree._Element) -> bool:
    if local(node) == "title":
        return node.get("level") == "a"
    return not is_block_quotation(node)


def is_block_quotation(node: etree._Element) -> bool:
    """Whether the element is a quotation that stands as a block of its own."""
    parent = node.getparent()
    if local(node) != "quote" or parent is None:
        return False
    return node.get("rend") == "block" or local(parent) == "div" or (local(parent) == "cit" and _in_div(parent))


def _in_div(node: etree._Element) -> bool:
    parent = node.getparent()
    return parent is not None and local(parent) in ("div", "body")


def _enclose(node: etree._Element, opening: str, closing: str) -> None:
    node.text = opening + (node.text or "")
    if len(node):
        node[-1].tail = (node[-1].tail or "") + closing
    else:
        node.text += closing


def _flatten_lists(root: etree._Element) -> None:
    """An item between paragraphs becomes a paragraph; within one, its text runs on."""
    for node in list(root.iter(tei("list"))):
        for item in node.iter(tei("item"), tei("label")):
            item.tag = tei("p" if _in_div(node) else "seg")
            item.tail = " "
        etree.strip_elements(node, tei("head"), with_tail=True)
        node.tag = tei("press-list")
    etree.strip_tags(root, tei("press-list"))


def _free_blocks(root: etree._Element) -> None:
    """A quotation with its source stands as a block; a paragraph inside anything but a note loses its tag."""
    for node in list(root.iter(tei("cit"))):
        if _in_div(node):
            node.tag = tei("quote")
            node.set("rend", "block")
            etree.strip_tags(node, tei("quote"), tei("p"))
    for node in root.iter(tei("quote")):
        if is_block_quotation(node):
            node.set("rend", "block")
            etree.strip_tags(node, tei("p"))


def _run_on(root: etree._Element) -> None:
    """A paragraph within another, as of an item of a list, is printed as a part of it."""
    for node in find_all(root, "//t:text//t:p[ancestor::t:p]"):
        above = [local(each) for each in node.iterancestors()]
        if "note" not in above[: above.index("p")]:
            node.tag = tei("seg")


def _wrap_notes(root: etree._Element) -> None:
    for note in find_all(root, "//t:text//t:note"):
        if note.find(tei("p")) is not None:
            continue
        paragraph = etree.Element(tei("p"))
        paragraph.text, note.text = note.text, None
        paragraph.extend(list(note))
        note.append(paragraph)


def _single_ids(root: etree._Element) -> None:
    """Of a doubled identifier the first stays, and none that is no XML name, so that the truth can be parsed."""
    seen: set[str] = set()
    for node in root.iter(tei("*")):
        identifier = node.get(XML_ID)
        if identifier is None:
            continue
        if identifier in seen or not re.match(r"[^\W\d]", identifier):
            del node.attrib[XML_ID]
        seen.add(identifier)


def squeeze(text: str) -> str:
    """Runs of white space as one space: line ends in the encoding mean nothing on the page."""
    return re.sub(r"[ \t\r\n]+", " ", text)
