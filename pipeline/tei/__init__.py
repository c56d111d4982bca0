"""Stage ``tei``: the article and its names become a TEI P5 document."""

from pipeline.config import Settings
from pipeline.model import Article, Entities
from pipeline.tei.body import text
from pipeline.tei.contract import check_layers
from pipeline.tei.edition import sort_layers
from pipeline.tei.elements import element
from pipeline.tei.facsimile import surfaces
from pipeline.tei.header import tei_header
from pipeline.tei.layout import serialise
from pipeline.tei.stand_off import registers
from pipeline.tei.validation import Fault, check

__all__ = ["Fault", "check", "run"]


def run(article: Article, entities: Entities, settings: Settings) -> bytes:
    """Write the edition, as UTF-8 bytes. ``check`` tells whether it is valid; nothing is dropped to make it so.

    Raises:
        LayerError: the layers do not fit together, or hold characters that XML cannot carry.
    """
    check_layers(article, entities)
    root = element(
        "TEI",
        tei_header(article, entities, settings),
        surfaces(article, settings),
        registers(entities),
        text(sort_layers(article, entities, settings)),
    )
    return serialise(root)
