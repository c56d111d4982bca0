"""Reading a TEI file for comparison: the text as printed, its blocks, notes, calls, names and page furniture.

Reads the project's own editions and hand-encoded articles (jTEI's, for one) alike; what the printer set is taken,
``sic`` rather than ``corr``, ``orig`` rather than ``reg``, ``abbr`` rather than ``expan``.
"""

from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

from pipeline.compare.reading import Reading
from pipeline.compare.tei_names import XML_ID, tei
from pipeline.compare.text_walk import TextWalk
from pipeline.errors import SourceError

REMEDY = "give a TEI P5 file with the article in TEI/text"


def read_tei(path: Path, without: frozenset[str] = frozenset()) -> Reading:
    """What the file says.

    Args:
        path: a TEI P5 file.
        without: kinds of block whose text is passed over; notes called in them are kept.

    Raises:
        SourceError: the file is missing, not well-formed, not TEI, or uses entities.
    """
    root = parsed(path)
    walk = TextWalk(_surfaces(root), without)
    walk.walk(text_of(root, path.name))
    return walk.reading()


def text_of(root: Element, name: str) -> Element:
    """``TEI/text`` of the file of that name.

    Raises:
        SourceError: there is none, or it uses entities.
    """
    text = root.find(tei("text"))
    if root.tag != tei("TEI") or text is None:
        raise SourceError(f"{name} is not a TEI edition: it has no TEI/text", REMEDY)
    if any(isinstance(node, etree._Entity) for node in text.iter()):
        raise SourceError(f"{name} uses entities, which are not resolved", "write the characters themselves")
    return text


def parsed(path: Path) -> Element:
    """The root element. Nothing outside the file is read: no DTD, no entity, no network.

    Raises:
        SourceError: the file is missing or not well-formed.
    """
    # Ids are not collected: jTEI articles quote TEI examples that repeat ids of the article.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, collect_ids=False)
    try:
        return etree.fromstring(path.read_bytes(), parser)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read: {error.strerror}", "check the path") from error
    except etree.XMLSyntaxError as error:
        raise SourceError(f"{path.name} is not well-formed XML: {error.msg}", REMEDY) from error


def _surfaces(root: Element) -> dict[str, int]:
    """``#id`` of every page image -> its number, from 1."""
    surfaces = root.iterfind(f"{tei('facsimile')}/{tei('surface')}")
    return {f"#{surface.get(XML_ID)}": number for number, surface in enumerate(surfaces, 1)}
