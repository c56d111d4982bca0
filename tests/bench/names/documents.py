"""What is tagged: specimens off the press, specimens off the scanner, and the same with nothing mended."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2

from pipeline import cleanup, segment, store
from pipeline.cleanup.calls import find_calls
from pipeline.cleanup.draft import begin
from pipeline.config import Settings
from pipeline.model import Article, Lines, Pages
from pipeline.stages import stage_called
from pipeline.vocabulary import Vocabulary
from tests.bench.cases import ROOT, SPECIMENS

CLEAN = (("lantern-dues", "d", ""), ("seed-road", "d", ""), ("winter-ferry", "d", ""), ("clock-court", "d", ""))
"""Specimen, layout, damage: the text as it is printed."""
SCANNED = (("lantern-dues", "a", "light"), ("seed-road", "a", "medium"), ("winter-ferry", "a", "heavy"))
FORM = 2
"""How many rules of cleanup only see to the form that everything relies on (NFC, no control characters)."""


class Document(NamedTuple):
    """An article to be tagged, and the truth about it."""

    name: str
    article: Article
    truth: Path
    pages: int


def clean(folder: Path) -> Iterator[Document]:
    """The specimens as they come off the press, without a reader's errors."""
    for printing in CLEAN:
        yield _document(folder, *printing)


def scanned(folder: Path) -> Iterator[tuple[Document, Document]]:
    """The specimens after the scanner: as the program mends them, and as the reader left them."""
    for printing in SCANNED:
        mended = _document(folder, *printing)
        pages = store.read_layer(folder / "processed" / mended.name, stage_called("ocr"))
        assert isinstance(pages, Pages)
        yield mended, mended._replace(article=segment.run(unmended(pages), Settings()))


def unmended(pages: Pages) -> Lines:
    """The lines as they were read, with the places where a note call may stand and nothing else."""
    settings = Settings()
    drafts = [begin(page, line) for page in pages.pages for line in page.lines]
    vocabulary = Vocabulary((draft.text for draft in drafts), settings.lang)
    cleanup._apply(cleanup.BEFORE_CALLS[:FORM], drafts, vocabulary)
    find_calls(drafts, vocabulary)
    return Lines(doc=pages.doc, pages=cleanup._pages_of(pages, drafts))


def _document(folder: Path, stem: str, layout: str, damage: str) -> Document:
    name = "-".join(part for part in (stem, layout, damage) if part)
    pdf = folder / "printed" / f"{name}.pdf"
    scan = ["--scan", damage, "--dpi", "300"] if damage else []
    article = SPECIMENS / f"{stem}.tei.xml"
    _run("tests.press", str(article), "--layout", layout, *scan, "--name", name, "--out", str(pdf.parent))
    _run("pipeline.cli", "run", str(pdf), "--out", str(folder / "processed"), "--jobs", "1", "--until", "segment")
    layer = store.read_layer(folder / "processed" / name, stage_called("segment"))
    assert isinstance(layer, Article)
    return Document(name, layer, pdf.with_suffix(".tei.xml"), len(pypdfium2.PdfDocument(pdf)))


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=True, capture_output=True)
