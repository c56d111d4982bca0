"""An edition read back the way a reader of TEI would."""

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.config import Settings
from pipeline.model import Article, Entities
from pipeline.tei import run
from pipeline.tei.elements import TEI, XML, local_name
from tests.tei.articles import NO_ENTITIES

NAMESPACES = {"t": TEI}
DEFAULT = Settings()


def edition_of(article: Article, entities: Entities = NO_ENTITIES, settings: Settings = DEFAULT) -> Element:
    """The edition of these layers, parsed again."""
    return etree.fromstring(run(article, entities, settings))


def found(root: Element, path: str) -> list[Element]:
    """The elements at an XPath with the prefix ``t`` for TEI."""
    result = root.xpath(path, namespaces=NAMESPACES)
    return [node for node in result if isinstance(node, etree._Element)] if isinstance(result, list) else []


def with_id(root: Element, identifier: str) -> Element:
    """The element with this ``xml:id``."""
    return next(node for node in root.iter() if node.get(f"{{{XML}}}id") == identifier)


def source_of(root: Element, identifier: str) -> str:
    """The element as it is written, without the declaration of the namespace."""
    node = with_id(root, identifier)
    written = etree.tostring(node, encoding="unicode", with_tail=False)
    return written.replace(f' xmlns="{TEI}"', "")


def running_text(node: Element) -> str:
    """The text without notes, calls, page furniture and gaps: what the article says there."""
    parts = [node.text or ""]
    for child in node:
        if local_name(child) not in ("note", "fw", "gap", "ref"):
            parts.append(running_text(child))
        parts.append(child.tail or "")
    # White space between the cells of a table is layout, and parts them.
    return " ".join("".join(parts).split()) if local_name(node) in ("row", "table") else "".join(parts)
