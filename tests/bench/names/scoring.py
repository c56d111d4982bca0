"""What is counted: names per kind, identity, values of dates, numbers of places, fields, resolution, and seconds."""

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline import tei
from pipeline.compare import Evaluation, evaluate
from pipeline.compare.entities import found_matches
from pipeline.compare.evaluation import _alignments
from pipeline.compare.note_pairs import pair_notes
from pipeline.compare.scores import Score, score, total
from pipeline.compare.tei_names import XML_ID
from pipeline.compare.tei_names import tei as element_name
from pipeline.compare.tei_reading import read_tei
from pipeline.config import Settings
from tests.bench.names.documents import Document
from tests.bench.names.layers import Tagger

NOTHING = score(0, 0, 0)
KINDS = ("person", "place", "org", "date")


class Result(NamedTuple):
    """One document under one layer."""

    evaluation: Evaluation
    geonames: Score
    seconds: float
    """CPU seconds of tagging, the model loaded before."""
    pages: int
    linked: bool
    """Whether any name leads to an entry."""


def judged(document: Document, tag: Tagger) -> Result:
    """Tag the article, write the edition, and compare it with the truth."""
    start = time.process_time()
    entities = tag(document.article)
    seconds = time.process_time() - start
    linked = any(one.ref for one in entities.mentions)
    with tempfile.TemporaryDirectory() as folder:
        edition = Path(folder) / "edition.tei.xml"
        edition.write_bytes(tei.run(document.article, entities, Settings()))
        return Result(
            evaluate(document.truth, edition), geonames_score(document.truth, edition), seconds, document.pages, linked
        )


def kind_scores(results: Sequence[Result], kind: str) -> tuple[Score, Score]:
    """Strict and fuzzy, all documents together."""
    figures = [one for each in results for one in each.evaluation.entities.kinds if one.kind == kind]
    return total([one.strict for one in figures]), total([one.fuzzy for one in figures])


def field_scores(results: Sequence[Result]) -> dict[str, tuple[Score, Score]]:
    """Field of a citation -> strict and fuzzy, all documents together."""
    figures = [one for each in results for one in each.evaluation.citations.fields.kinds]
    kinds = sorted({one.kind for one in figures})
    return {
        kind: (
            total([one.strict for one in figures if one.kind == kind]),
            total([one.fuzzy for one in figures if one.kind == kind]),
        )
        for kind in kinds
    }


def identity(results: Sequence[Result]) -> float | None:
    """Mean of the documents' B-cubed F1; None where no layer has given entries."""
    values = [each.evaluation.entities.identity for each in results]
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def geonames_score(truth: Path, edition: Path) -> Score:
    """Right: places whose number is that of every place of the truth that they stand for."""
    wanted, given = _numbers(truth), _numbers(edition)
    one, other = read_tei(truth), read_tei(edition)
    pairs = found_matches(one, other, _alignments(one, other, pair_notes(one.notes, other.notes)))
    meant: dict[str, set[str]] = {}
    for here, there in pairs:
        if here.kind == "place" and there.ref.lstrip("#") in given and here.ref:
            meant.setdefault(there.ref.lstrip("#"), set()).add(wanted.get(here.ref.lstrip("#"), ""))
    right = sum(meant.get(place) == {number} for place, number in given.items())
    named = {entity.ref.lstrip("#") for entity in one.entities if entity.kind == "place"}
    # A place of an imprint may have no entry in the truth: it is not counted.
    unjudged = sum(place not in meant for place in given)
    return score(right, len(given) - unjudged, len(named & wanted.keys()))


def _numbers(path: Path) -> dict[str, str]:
    """Id of a place -> its number in GeoNames."""
    root = etree.parse(path).getroot()
    found: dict[str, str] = {}
    for place in root.iter(element_name("place")):
        for idno in place.iterfind(element_name("idno")):
            if idno.get("type") == "GeoNames" and idno.text:
                found[place.get(XML_ID, "")] = idno.text
    return found


__all__ = ["KINDS", "NOTHING", "Result", "field_scores", "identity", "judged", "kind_scores"]
