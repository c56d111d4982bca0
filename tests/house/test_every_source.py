"""One short article as every kind of source: the same text and the same notes at their calls come of each."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytesseract
import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Article, Page
from pipeline.ocr import open_source, read_page
from tests.conftest import ROOT
from tests.ocr.conftest import typeset
from tests.ocr.transcript_writers import alto, hocr, page_xml

ARTICLE = """
#set page(width: 130mm, height: 150mm, margin: 14mm, footer: context align(center, counter(page).display()))
#set text(font: "Libertinus Serif", size: 11pt, hyphenate: false)
#set par(justify: true)
#set super(typographic: false, size: 0.62em, baseline: -0.42em)
#let note(body) = place(bottom)[#line(length: 25%, stroke: 0.5pt) #text(8.5pt)[#body]]
#counter(page).update(41)
#align(center)[#text(16pt)[The Lantern at the Weir]]
#align(center)[Ada Fellgate]

In the winter of 1843 the wardens of Oxmere wrote to the county for a lantern at the weir, since three men had walked
into the river within a month and nobody had heard them.#super[1] They had none of their own, and the road along the
river was dark from the mill to the bridge, as the carrier had complained to the vestry in October.

The carrier had lost a horse. He wrote that he would not go by the weir again after dark, and that the wardens could
fetch their own letters from the town if they cared for them, which for the rest of that year they did.
#note[1. Wardens to the county, 4 December 1843, fol. 12, with the names of the three men.]
#pagebreak()
The county answered in March 1844. It sent two lanterns and a bill, which the wardens paid only in part, for the second
of them had come without its glass.#super[2] The glass was never sent, and the lantern stood in the vestry until the
vestry was pulled down, when a farmer bought it for a shilling and a half and hung it in his barn.

It hangs there still. The road along the river was lit at last in 1871, by the railway, which needed it for the men who
came off the late train, and the wardens wrote to thank the company for what they had asked of the county.
#note[2. County to the wardens, 9 March 1844, fol. 15, with the bill, which is torn.]
"""
DUMP = """The Lantern at the Weir

Ada Fellgate

In the winter of 1843 the wardens of Oxmere wrote to the county for a lantern at the weir, since three
men had walked into the river within a month and nobody had heard them.1 They had none of their own.

1. Wardens to the county, 4 December 1843, fol. 12.

\fThe county answered in March 1844. It sent two lanterns and a bill, which the wardens paid only in part,
for the second of them had come without its glass.2 The glass was never sent.

2. County to the wardens, 9 March 1844, fol. 15.
"""
KINDS = (
    *("born", "scan", "layer", "mixed", "tiff", "png", "jpeg", "pattern", "spread"),
    *("hocr", "alto", "page", "dump"),
)


@contextmanager
def pdf_pages(path: Path) -> Iterator[list[Image.Image]]:
    """The pages of a PDF at 300 dpi."""
    with pdfium.PdfDocument(path) as document:
        yield [page.render(scale=300 / 72, grayscale=True).to_pil() for page in document]


def write_sources(folder: Path) -> list[str]:
    """The article as every kind of source; what to name on the command line."""
    born = typeset(ARTICLE, folder / "born.pdf")
    with pdf_pages(born) as images:
        one, two = images
    one.save(folder / "scan.pdf", save_all=True, append_images=[two], resolution=300)
    one.convert("1").save(folder / "tiff.tif", save_all=True, append_images=[two.convert("1")], dpi=(72, 72))
    spread = Image.new("L", (one.width * 2, one.height), 255)
    spread.paste(one, (0, 0))
    spread.paste(two, (one.width, 0))
    spread.save(folder / "spread.png")
    for name, suffix in (("png", "png"), ("jpeg", "jpg"), ("images", "png")):
        (folder / name).mkdir()
        one.save(folder / name / f"p2.{suffix}")
        two.save(folder / name / f"p10.{suffix}")
    (folder / "images" / "other.png").write_bytes((folder / "spread.png").read_bytes())
    (folder / "images").rename(folder / "pattern of images")
    layers = [bytes(pytesseract.image_to_pdf_or_hocr(image, extension="pdf", config="--dpi 300")) for image in images]
    _together(folder / "layer.pdf", layers)
    with pdfium.PdfDocument(born) as document, pdfium.PdfDocument(layers[1]) as second, pdfium.PdfDocument.new() as new:
        new.import_pages(document, [0])
        new.import_pages(second)
        new.save(folder / "mixed.pdf")
    pages = _read(born, folder / "out")
    (folder / "hocr.html").write_text(hocr(*pages), encoding="utf-8")
    (folder / "alto.xml").write_text(alto(*pages, unit="mm10", version=3), encoding="utf-8")
    (folder / "page").mkdir()
    for number, page in enumerate(pages, 9):
        (folder / "page" / f"{number}.xml").write_text(page_xml(page, words=False), encoding="utf-8")
    (folder / "dump.txt").write_text(DUMP, encoding="utf-8")
    named = [path.name for path in sorted(folder.iterdir()) if path.stem in KINDS and path.suffix != ".typ"]
    return [*named, "pattern of images/p*.png"]


def _together(path: Path, parts: list[bytes]) -> None:
    with pdfium.PdfDocument.new() as together:
        for part in parts:
            with pdfium.PdfDocument(part) as document:
                together.import_pages(document)
        together.save(path)


def _read(path: Path, out: Path) -> list[Page]:
    source = open_source(path, Settings())
    return [read_page(source, number, Settings(), out) for number in range(1, source.page_count + 1)]


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    """The article of every source, all made in one run."""
    folder = tmp_path_factory.mktemp("sources")
    named = write_sources(folder)
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "run", *named, "--until", "segment", "--jobs", "1"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 0 == done.returncode, done.stderr
    layers = [folder / line for line in done.stdout.splitlines()]
    made = {path.parent.name: msgspec.json.decode(path.read_bytes(), type=Article) for path in layers}
    return {("pattern" if name.startswith("p_") or "*" in name or name == "p-" else name): made[name] for name in made}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_every_source(kind: str, articles: dict[str, Article]) -> None:
    """Two pages, two notes at their calls, and the text of both pages in order."""
    article = articles[kind]
    text = " ".join(block.text for block in article.blocks)
    assert (2, 2, 2) == (len(article.sheets), len(article.notes), article.audit.linked)
    assert -1 < text.find("nobody had heard them.") < text.find("The county answered in March 1844.")
    assert ["1", "2"] == [note.label for note in article.notes]
    assert [True, True] == [
        any(block.text[: note.anchor.offset].endswith(("heard them.", "its glass.")) for block in article.blocks)
        for note in article.notes
        if note.anchor
    ]
