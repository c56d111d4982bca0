"""The document as bytes: line breaks and indentation only where no white space can be text."""

from lxml import etree

from pipeline.tei.elements import Element, local_name

DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'

HEADER_PARENTS = """teiHeader fileDesc titleStmt respStmt extent publicationStmt notesStmt sourceDesc biblStruct
    analytic monogr imprint author encodingDesc projectDesc samplingDecl editorialDecl correction normalization
    quotation hyphenation segmentation interpretation tagsDecl appInfo application profileDesc abstract langUsage
    textClass keywords revisionDesc"""
REGISTER_PARENTS = "standOff listPerson person listPlace place listOrg org listEvent event msDesc msIdentifier"
TEXT_PARENTS = "TEI facsimile surface text front titlePage docTitle body div table row back"

ELEMENT_ONLY = frozenset(f"{HEADER_PARENTS} {REGISTER_PARENTS} {TEXT_PARENTS} listBibl".split())
"""Elements that hold elements and never text; ``note`` is not one of them, since it stands in the midst of text."""


def serialise(root: Element) -> bytes:
    """UTF-8 with an XML declaration, indented by two spaces, with a newline at the end."""
    indent(root, 0)
    return DECLARATION + etree.tostring(root, encoding="UTF-8", xml_declaration=False) + b"\n"


def indent(node: Element, depth: int) -> None:
    """Put every child of an element-only element on a line of its own, and go down; mixed content is not touched."""
    if local_name(node) not in ELEMENT_ONLY or not len(node):
        return
    node.text = "\n" + "  " * (depth + 1)
    for child in node:
        indent(child, depth + 1)
        child.tail = node.text
    node[-1].tail = "\n" + "  " * depth
