"""Labels that were read as one upright line come back to their notes."""

import numpy as np
import pypdfium2 as pdfium
import pytest

from pipeline.config import Settings
from pipeline.model import Box
from pipeline.ocr import hocr
from pipeline.ocr.hocr import ReadLine
from pipeline.ocr.preparation import Grey
from pipeline.ocr.stacked_labels import with_labels
from pipeline.ocr.tesseract import hocr_of
from tests.ocr.conftest import typeset

NOTES = """
#set page(width: 110mm, height: 50mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 9pt, hyphenate: false)
4#h(3mm)Pinker, above note 3. \\
5#h(3mm)_Id._ \\
6#h(3mm)_Id._ at 14. \\
The keepers were paid by the month.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    """Three notes with their labels, and a line of text."""
    folder = tmp_path_factory.mktemp("stack")
    with pdfium.PdfDocument(typeset(NOTES, folder / "notes.pdf")) as document:
        return np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())


def parted(lines: list[ReadLine]) -> list[ReadLine]:
    """The lines as Tesseract reads them where it takes the labels for a column: one upright line, and the notes."""
    notes = [
        line._replace(
            words=line.words[1:], box=Box(line.words[1].box.left, line.box.top, line.box.right, line.box.bottom)
        )
        for line in lines[:3]
    ]
    labels = [line.words[0].box for line in lines[:3]]
    stack = Box(labels[0].left, labels[0].top, labels[0].right, labels[2].bottom)
    return [*notes, lines[3], ReadLine(lines[0].words[:1], stack, 0.0, 0.0)]


def test_labels_come_back(page: Grey) -> None:
    """Each note has its number again, the upright line is gone, and the text below is as it was."""
    read = hocr.parse(hocr_of(page, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    found = with_labels(page, parted(read), 300, Settings())

    assert ["4", "5", "6", "The"] == [line.words[0].text for line in found]
