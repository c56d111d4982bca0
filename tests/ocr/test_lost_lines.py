"""Lines that Tesseract passed over come back."""

import numpy as np
import pypdfium2 as pdfium
import pytest

from pipeline.config import Settings
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.ink.inked import ink_of
from pipeline.ocr.lines.lost_lines import with_lost_lines
from pipeline.ocr.page_image.preparation import x_height_of
from pipeline.ocr.readers import hocr
from pipeline.ocr.readers.hocr import ReadLine
from pipeline.ocr.readers.tesseract import hocr_of
from tests.ocr.conftest import typeset

NOTES = """
#set page(width: 110mm, height: 60mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 9pt, hyphenate: false)
#set super(typographic: false, size: 0.62em, baseline: -0.42em)
The keepers of the harbour wrote down every lamp that was lit. \\
#super[13] Pinker, above note 3, who saw the ledgers of the guild. \\
#super[14] _Id._ \\
#super[15] Merrow, Lamps, at 14, and the clerks of the lower harbour.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    """A line of text and three notes, the second of one word."""
    folder = tmp_path_factory.mktemp("lost")
    with pdfium.PdfDocument(typeset(NOTES, folder / "notes.pdf")) as document:
        return np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())


def found(page: Grey, lines: list[ReadLine], settings: Settings) -> list[str]:
    """The lines of a page from top to bottom, those that were passed over among them."""
    ink = ink_of(page)
    whole = with_lost_lines(page, lines, components_of(ink), x_height_of(ink), settings, 300)
    return [" ".join(word.text for word in line.words) for line in sorted(whole, key=lambda line: line.box.bottom)]


def read(page: Grey) -> list[ReadLine]:
    """All lines of the page as Tesseract reads them, without the one that it may pass over."""
    lines = hocr.parse(hocr_of(page, Settings(), "--psm 6 --dpi 300 -c hocr_char_boxes=1"))
    return [line for line in lines if len(line.words) > 3]


def test_a_short_note_between_long_ones_comes_back(page: Grey) -> None:
    """Tesseract reads nothing of so short a line; the second reader does."""
    lines = read(page)
    assert 3 == len(lines)

    assert "14 Id." == found(page, lines, Settings())[2]


def test_a_long_line_comes_back(page: Grey) -> None:
    """It is read alone, and what was read of its end gives way."""
    first, second, last = read(page)
    end = second._replace(words=second.words[-1:], box=second.words[-1].box)
    texts = found(page, [first, end, last], Settings(readers="tesseract"))

    assert texts[1].endswith("Pinker, above note 3, who saw the ledgers of the guild.")
    assert not any(text == end.words[0].text for text in texts)


def test_a_line_that_comes_back_leads_to_the_next(page: Grey) -> None:
    """Of a block of notes only the first is near what was read; each has the measure of the text."""
    first = read(page)[:1]
    texts = found(page, first, Settings())

    assert 4 == len(texts)
    assert "14 Id." == texts[2]
    assert texts[3].endswith("the clerks of the lower harbour.")


def test_what_stands_away_from_the_text_is_left(page: Grey) -> None:
    """Beside the measure of the lines, and far below them, there is dirt, a stamp, a side note."""
    lines = read(page)[:2]
    ink = ink_of(page)
    ink[: lines[1].box.bottom + 5, :] = 0  # the notes below stay, but nothing near them was read
    far = [line._replace(box=line.box) for line in lines[:1]]
    whole = with_lost_lines(page, far, components_of(ink), x_height_of(ink_of(page)), Settings(), 300)

    assert whole == far


SECTION = """
#set page(width: 110mm, height: 50mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
#set par(justify: true)
The keepers of the harbour wrote down every lamp that was lit, and the clerks paid them.
#align({place})[II.]
The oil was bought in the autumn, when the ships came home, and it was dear in the spring.
"""


@pytest.mark.parametrize(("place", "expected"), [("center", 1), ("right", 0)])
def test_the_number_of_a_section_comes_back(
    place: str, expected: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Two letters and a stop, in the middle of the measure; elsewhere such ink may be anything."""
    printed = typeset(SECTION.replace("{place}", place), tmp_path_factory.mktemp("section") / "section.pdf")
    with pdfium.PdfDocument(printed) as document:
        page = np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())

    assert expected == found(page, read(page), Settings()).count("II.")
