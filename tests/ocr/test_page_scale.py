"""A page that was enlarged to be read has the scale of its document again."""

from pathlib import Path
from statistics import median

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Box, Line, Page, RaisedMark, Word
from pipeline.ocr import open_source, read_page
from pipeline.ocr.page_image.page_scale import at_resolution
from tests.ocr.conftest import typeset

TEXT = "The harbour clerks kept their ledgers in a hand that nobody could read, and the guild let them."
NOTE = "Pinker, Lamps, at 14, who had the ledgers from the guild, and the guild from the clerks of the harbour."
PAGES = f"""
#set page(width: 110mm, height: 130mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 9.5pt, hyphenate: false)
{TEXT * 12}
#pagebreak()
{TEXT * 3}

#text(6.5pt)[{NOTE * 20}]
"""


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two page images in a PDF: one of text, one with a little text over many small notes."""
    folder = tmp_path_factory.mktemp("scale")
    with pdfium.PdfDocument(typeset(PAGES, folder / "pages.pdf")) as document:
        first, *others = (page.render(scale=300 / 72, grayscale=True).to_pil() for page in document)
        first.save(folder / "scan.pdf", save_all=True, append_images=others, resolution=300)
    return folder / "scan.pdf"


def test_a_page_of_notes_has_the_scale_of_the_others(scanned: Path) -> None:
    """Its small type is enlarged to be read, but its text is as large as that of the page before."""
    source = open_source(scanned, Settings())
    pages = [read_page(source, number, Settings(), scanned.parent) for number in (1, 2)]
    text = [median(line.size for line in page.lines[:6]) for page in pages]

    assert [300, 300] == [page.dpi for page in pages]
    assert text[0] == pytest.approx(text[1], rel=0.05)
    with Image.open(scanned.parent / pages[1].image) as image:
        assert (pages[1].width, pages[1].height) == image.size


def test_all_that_is_measured_goes_with_the_image() -> None:
    """Boxes of lines, words, marks and rules, baselines and type sizes; the words stay."""
    word = Word(text="lamps", box=Box(100, 200, 300, 260))
    mark = RaisedMark(word=0, start=5, end=5, box=Box(300, 200, 310, 220))
    line = Line(words=(word,), box=Box(100, 200, 310, 260), baseline=250, size=50.0, marks=(mark,))
    page = Page(
        number=1, reader="tesseract", lines=(line,), width=1000, height=2000, dpi=600, rules=(Box(0, 500, 900, 504),)
    )

    halved, image = at_resolution(page, np.full((2000, 1000), 255, np.uint8), 300)

    assert (500, 1000, 300) == (halved.width, halved.height, halved.dpi)
    assert (1000, 500) == image.shape
    assert Box(0, 250, 450, 252) == halved.rules[0]
    [own] = halved.lines
    assert ("lamps", Box(50, 100, 150, 130)) == (own.words[0].text, own.words[0].box)
    assert (Box(50, 100, 155, 130), 125, 25.0) == (own.box, own.baseline, own.size)
    assert Box(150, 100, 155, 110) == own.marks[0].box
