"""The gate: whether a document is what this program promises to write, by schema and by what no schema can say.

The document may come from anywhere. It is parsed without DTDs, entities and network, so that it can neither read files
nor grow; whatever is wrong with it, also that it is no XML, comes back as faults and never as an exception.
"""

from functools import cache
from importlib.resources import files

from lxml import etree

from pipeline.tei.checks import ALL_CHECKS
from pipeline.tei.elements import Element
from pipeline.tei.fault import Fault

__all__ = ["Fault", "check"]


def check(document: bytes) -> list[Fault]:
    """Everything that is wrong with the document, by line; empty for a valid one without doubts.

    Faults with ``warning`` do not make it invalid: the source may be at odds with itself. Thread-safe except for the
    schema, of which every process has its own.
    """
    try:
        root = etree.fromstring(document, parser())
    except etree.XMLSyntaxError as error:
        return [Fault(error.lineno or 0, "", f"not well-formed XML: {error.msg}")]
    if root.getroottree().docinfo.internalDTD is not None:
        return [Fault(1, "", "a document type declaration is not allowed")]
    found = [*schema_faults(root), *(fault for each in ALL_CHECKS for fault in each(root))]
    return sorted(dict.fromkeys(found), key=lambda fault: fault.line)


def parser() -> etree.XMLParser:
    """A parser that resolves nothing outside the document and keeps the limits of libxml2 on depth and size."""
    return etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)


@cache
def schema() -> etree.RelaxNG:
    """Our own schema, compiled once in a process: https://relaxng.org/spec-20011203.html."""
    source = files("pipeline").joinpath("schema", "scan2tei.rng").read_bytes()
    return etree.RelaxNG(etree.fromstring(source, parser()))


def schema_faults(root: Element) -> list[Fault]:
    """What the schema says, each sentence once for a place."""
    grammar = schema()
    if grammar.validate(root):
        return []
    return [Fault(entry.line, entry.path or "", f"schema: {entry.message}") for entry in grammar.error_log]
