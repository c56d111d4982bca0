"""Pages for the tests of the reading stage, typeset here and read by the real Tesseract."""

from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Page
from pipeline.ocr import open_source, read_page

# Three sizes of type, six calls with one to three digits, and every kind of quote and apostrophe near them. The script
# face of the calls is drawn small and raised, not taken from the font, so that their ink is that of a printed journal.
CALLS_PAGE = """
#set page(width: 130mm, height: 120mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
#set par(justify: true, leading: 0.65em)
#set super(typographic: false, size: 0.62em, baseline: -0.42em)
The harbour clerks kept their ledgers in a hand that nobody could read.#super[1] In the spring
of 1883 the merchants’ guild asked for ‘a fair copy’ and was refused.#super[27] “We are the
keepers”, wrote the eldest, “and we don’t lend.”#super[103] The guild’s answer was short:#super[4]
it would pay.

#pad(left: 5mm)[#text(9pt)[The town shall have its books, and the clerks shall have their bread, for neither can eat
the other’s paper.#super[58]]]

Nobody signed ‘the pact’ before June;#super[69] the clerks’ own copy is lost and was never found.

#line(length: 30%, stroke: 0.5pt)
#text(8pt)[1. The ledgers are numbered from one to nine, and the fourth has been missing since the fire.]
"""

# As many rows as a page of a journal has in a paragraph, and nothing raised.
PLAIN_PAGE = """
#set page(width: 130mm, height: 60mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
#set par(leading: 0.65em)
The harbour clerks kept their ledgers in a hand that nobody could read, \\
and when the guild asked for a copy they answered that the books were \\
for the eyes of those who had written them and for nobody else in the \\
town, and that the harbour would be open tomorrow as it had been open \\
yesterday and the day before, whatever might become of the books.
"""

LAYER_PAGE = """
#set page(width: 150mm, height: 130mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
#align(center)[#text(15pt)[The harbour clerks and their ledgers in the north]]
#columns(2)[
The first column opens here and says that the clerks of the _northern harbour_ kept their books closed,#super[12]
whatever the *merchants’* guild might say of it.#super(typographic: false)[3]
#line(length: 30%, stroke: 0.5pt)
#text(8pt)[12. The note at the foot of the first column, which is set small.]
#colbreak()
The second column comes after the note of the first and goes on about the guild and its many fair copies of the books,
until the page ends.
]
"""


def typeset(source: str, path: Path) -> Path:
    """A PDF of the Typst source."""
    path.with_suffix(".typ").write_text(source, encoding="utf-8")
    typst.compile(str(path.with_suffix(".typ")), output=str(path), ignore_system_fonts=True)
    return path


def page_image(source: str, path: Path) -> Path:
    """A page image of the Typst source at 300 dpi; the PDF stands beside it."""
    with pdfium.PdfDocument(typeset(source, path.with_suffix(".pdf"))) as document:
        document[0].render(scale=300 / 72, grayscale=True).to_pil().save(path)
    return path


@pytest.fixture(scope="session")
def layer_pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A born-digital page in two columns."""
    return typeset(LAYER_PAGE, tmp_path_factory.mktemp("born") / "born.pdf")


@pytest.fixture(scope="session")
def layer_page(layer_pdf: Path) -> Page:
    """The same page as it is read."""
    return read_page(open_source(layer_pdf, Settings()), 1, Settings(), layer_pdf.parent)


@pytest.fixture(scope="session")
def calls_image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page image at 300 dpi with six note calls."""
    return page_image(CALLS_PAGE, tmp_path_factory.mktemp("calls") / "calls.png")


@pytest.fixture(scope="session")
def plain_image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page image at 300 dpi with five rows of text and no note call."""
    return page_image(PLAIN_PAGE, tmp_path_factory.mktemp("plain") / "plain.png")


@pytest.fixture(scope="session")
def calls_page(calls_image: Path) -> Page:
    """The same page as Tesseract and the search for raised ink read it."""
    return read_page(open_source(calls_image, Settings()), 1, Settings(), calls_image.parent)


@pytest.fixture
def png(tmp_path: Path) -> Path:
    """A blank page image of 400 by 300 pixels."""
    Image.new("L", (400, 300), 255).save(tmp_path / "page.png")
    return tmp_path / "page.png"
