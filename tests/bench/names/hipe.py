"""HIPE-2022 data, measured where it is there: English commentaries, newspapers and places, OCR errors and all.

Format: https://github.com/hipe-eval/HIPE-2022-data. The data is no part of the project.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pipeline.compare.alignment import align
from pipeline.compare.entities import EntityFigures, entity_figures
from pipeline.compare.reading import BODY, ReadEntity, Reading
from pipeline.model import Article, Block, BlockKind, Entities, FrontMatter
from tests.bench.cases import ROOT

FOLDER = ROOT.parent / "shared" / "data" / "ner"
KINDS = {"pers": "person", "loc": "place", "LOC": "place", "org": "org", "date": "date", "time": "date"}
"""Coarse kind of the data -> ours; works, scopes, products, buildings and streets are not compared."""


class Text(NamedTuple):
    """One document of the data."""

    text: str
    entities: tuple[ReadEntity, ...]


def texts(path: Path) -> Iterator[Text]:
    """The documents of one file."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("# hipe2022:document_id") and rows:
            yield _text(rows)
            rows = []
        elif line and not line.startswith("# "):
            rows.append(line.split("\t"))
    if rows:
        yield _text(rows)


def _text(rows: list[list[str]]) -> Text:
    text, spans, opened = "", list[tuple[str, int, int]](), ""
    for token, kind, *rest in rows:
        begin, name = kind[:2] == "B-", KINDS.get(kind[2:], "")
        if name and (begin or name != opened):
            spans.append((name, len(text), len(text) + len(token)))
        elif name:
            spans[-1] = (name, spans[-1][1], len(text) + len(token))
        opened = name
        text += token + ("" if "NoSpaceAfter" in rest[-1] else " ")
    return Text(text, tuple(_entity(*span) for span in spans))


def _entity(kind: str, start: int, end: int) -> ReadEntity:
    return ReadEntity(kind=kind, target=BODY, start=start, end=end, ref="", value=())


def article(text: Text) -> Article:
    """The text as one paragraph."""
    block = Block(id="b0", kind=BlockKind.PARAGRAPH, text=text.text, pieces=())
    return Article(doc="hipe", language="en", sheets=(), front=FrontMatter(), blocks=(block,))


def figures(text: Text, entities: Entities) -> EntityFigures:
    """The scores of one document."""
    wanted = _reading(text.text, text.entities)
    given = [_entity(str(one.kind), one.start, one.end) for one in entities.mentions]
    return entity_figures(wanted, _reading(text.text, tuple(given)), {BODY: (BODY, align(text.text, text.text))})


def _reading(text: str, entities: tuple[ReadEntity, ...]) -> Reading:
    return Reading(text=text, blocks=(), notes=(), calls=(), entities=entities, pages=(), furniture=())
