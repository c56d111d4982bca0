"""Witnesses of the links between calls and notes: what was read from a printing, as pages and as a text dump of them.

Pages are read once, by the program itself, and kept in the bench's folder; everything after the reading runs here, so
that one kind of evidence can be taken away or one kind of damage planted.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from pipeline import cleanup, ocr, segment, store, tei
from pipeline.compare.evaluation import right_notes
from pipeline.compare.reading import TITLE_MATTER, Reading
from pipeline.compare.tei_reading import read_tei
from pipeline.config import Settings
from pipeline.model import Article, Entities, Line, Lines, Page, Pages
from pipeline.ocr.dumps.reading import read_dump
from pipeline.stages import stage_called
from tests.bench.cases import ROOT, Case
from tests.bench.measuring import print_case
from tests.press.layout import LAYOUTS
from tests.press.preparing import XML_ID, find_all, read_article
from tests.press.typeset import Printed, typeset

SETTINGS = Settings()
CLEAN_LEADING = 1.45
"""Distance of two baselines, in the commonest distance of the page, from which a dump shows a blank line."""


@dataclass(frozen=True, slots=True)
class Witness:
    """One reading of one printing, and what was printed."""

    name: str
    pages: Pages
    truth: Reading


class JudgedLink(NamedTuple):
    """A note that was given a place."""

    witness: str
    label: str
    certainty: float
    guessed: bool
    """Whether nothing was printed there for the call."""
    right: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """The links of some witnesses; ``wanted`` are the calls of their truths."""

    links: tuple[JudgedLink, ...] = ()
    wanted: int = 0

    def __add__(self, other: "Judged") -> "Judged":
        return Judged(self.links + other.links, self.wanted + other.wanted)

    def precision(self, least: float = 0.0) -> float:
        """Share of the links of at least that certainty that are right; 1.0 where there is none."""
        given = [link.right for link in self.links if link.certainty >= least]
        return sum(given) / len(given) if given else 1.0

    def recall(self, least: float = 0.0) -> float:
        """Share of the wanted calls that are found by links of at least that certainty."""
        found = sum(link.right for link in self.links if link.certainty >= least)
        return found / self.wanted if self.wanted else 1.0


def witnesses(cases: Iterable[Case], folder: Path) -> Iterator[Witness]:
    """Print every case and read its pages; those of a scan are read again only when something has changed."""
    for case in cases:
        if case.scan:
            pdf = print_case(case, folder / "printed")
            yield Witness(case.name, _pages(pdf, folder / "processed"), read_tei(pdf.with_suffix(".tei.xml")))
        elif case.article:
            yield digital_witness(case.name, typeset(read_article(case.article), LAYOUTS[case.layout]))


def _pages(pdf: Path, out: Path) -> Pages:
    command = [sys.executable, "-m", "pipeline.cli", "run", str(pdf), "--out", str(out), "--jobs", "1"]
    subprocess.run([*command, "--until", "ocr"], cwd=ROOT, check=True, capture_output=True)
    layer = store.read_layer(out / pdf.stem, stage_called("ocr"))
    if not isinstance(layer, Pages):
        raise TypeError(f"{pdf.stem} has no pages")
    return layer


def digital_witness(name: str, printing: Printed) -> Witness:
    """The witness of a text layer, which is read in no time: here, without a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        pdf, truth = Path(folder) / f"{name}.pdf", Path(folder) / "truth.tei.xml"
        pdf.write_bytes(printing.pdf)
        truth.write_bytes(printing.truth)
        source = ocr.open_source(pdf, SETTINGS)
        numbers = range(1, source.page_count + 1)
        pages = tuple(ocr.read_page(source, number, SETTINGS, Path(folder)) for number in numbers)
        return Witness(name, Pages(doc=name, pages=pages), read_tei(truth))


def mended(pages: Pages) -> Lines:
    """The pages through cleanup."""
    return cleanup.run(pages, SETTINGS)


def judge(witness: Witness, lines: Lines | None = None) -> Judged:
    """Link the calls of a witness (or of lines made from its pages) and compare every link with the truth."""
    article = segment.run(mended(witness.pages) if lines is None else lines, SETTINGS)
    right = _right_ids(article, witness.truth)
    links = [
        JudgedLink(witness.name, note.label, note.anchor.cert, not note.anchor.printed, note.id in right)
        for note in article.notes
        if note.anchor
    ]
    return Judged(tuple(links), len(witness.truth.calls))


def judge_all(every: Iterable[Witness]) -> Judged:
    """The links of all witnesses together."""
    total = Judged()
    for witness in every:
        total += judge(witness)
    return total


def _right_ids(article: Article, truth: Reading) -> set[str]:
    """The ids of the notes whose call is exactly right, as the edition shows it."""
    edition = tei.run(article, Entities(doc=article.doc), SETTINGS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "edition.tei.xml"
        path.write_bytes(edition)
        title_matter = any(block.kind in TITLE_MATTER for block in truth.blocks)
        given = read_tei(path, frozenset() if title_matter else TITLE_MATTER)
    ids = [note.get(XML_ID) or "" for note in find_all(etree.fromstring(edition), "/t:TEI/t:text//t:note")]
    return {ids[index] for index in right_notes(truth, given)}


# --- Dumps ------------------------------------------------------------------------------------------------------------


def dump_of(witness: Witness, folder: Path) -> Witness:
    """The same reading as somebody else's OCR would hand it on: text alone, blank lines, form feeds between pages."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{witness.name}.txt"
    path.write_text("\f".join(map(_sheet, witness.pages.pages)), encoding="utf-8")
    return replace(witness, name=f"{witness.name} (dump)", pages=Pages(doc=witness.name, pages=read_dump(path)))


def _sheet(page: Page) -> str:
    leading = leading_of(page.lines)
    rows: list[str] = []
    for previous, line in zip((None, *page.lines), page.lines, strict=False):
        blank = blank_lines(previous, line, leading)
        rows.extend([""] * blank)
        rows.append(line.text)
    return "\n".join(rows) + "\n"


def leading_of(lines: Sequence[Line]) -> float:
    """The commonest distance of two baselines, in pixels; 0.0 where none is known."""
    steps = sorted(step for one, other in pairwise(lines) if (step := _step(one, other)) > 0)
    return steps[len(steps) // 2] if steps else 0.0


def _step(one: Line, other: Line) -> float:
    if one.box is None or other.box is None or one.column != other.column:
        return 0.0
    return float((other.baseline or other.box.bottom) - (one.baseline or one.box.bottom))


def blank_lines(previous: Line | None, line: Line, leading: float) -> int:
    """How many blank lines a dump shows: one for a gap, two for a wide one; one where a column begins."""
    if previous is None:
        return 0
    step = _step(previous, line)
    if step <= 0 or not leading:
        return 1
    return min(2, int(step / leading - CLEAN_LEADING + 1))
