"""What the stage writes is valid, by our schema and by the whole of TEI."""

import pytest
from lxml import etree

from pipeline.config import Settings
from pipeline.model import Article, Entities
from pipeline.tei import check, run
from tests.tei.articles import BARE, BILINGUAL, CITED, DUMP, EMPTY, ENTITIES, FULL, NO_ENTITIES
from tests.tei.citations import CITATIONS

ARTICLES = {
    "full": (FULL, ENTITIES),
    "empty": (EMPTY, NO_ENTITIES),
    "dump": (DUMP, NO_ENTITIES),
    "bare": (BARE, NO_ENTITIES),
    "bilingual": (BILINGUAL, NO_ENTITIES),
    "cited": (CITED, CITATIONS),
}
SETTINGS = {
    "default": Settings(),
    "lines": Settings(lines=True),
    "diplomatic": Settings(diplomatic=True),
    "drop": Settings(furniture="drop"),
}

every_article = pytest.mark.parametrize(("article", "entities"), ARTICLES.values(), ids=ARTICLES)
every_setting = pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)


@every_article
@every_setting
def test_our_gate_lets_it_through(article: Article, entities: Entities, settings: Settings) -> None:
    """Every construct that is written passes our own schema and checks."""
    found = check(run(article, entities, settings))

    assert [fault for fault in found if not fault.warning] == []


@every_article
@every_setting
def test_tei_all_lets_it_through(
    article: Article, entities: Entities, settings: Settings, tei_all: etree.RelaxNG
) -> None:
    """Whatever is written is TEI: our schema promises nothing that ``tei_all`` forbids."""
    tei_all.validate(etree.fromstring(run(article, entities, settings)))

    assert [str(entry) for entry in tei_all.error_log] == []


@every_setting
def test_same_bytes(settings: Settings) -> None:
    """Writing twice gives the same bytes."""
    assert run(FULL, ENTITIES, settings) == run(FULL, ENTITIES, settings)


def test_written_as_utf8() -> None:
    """The file declares UTF-8 and ends with a newline."""
    document = run(FULL, ENTITIES, Settings())

    assert document.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<TEI ')
    assert document.endswith(b"</TEI>\n")
