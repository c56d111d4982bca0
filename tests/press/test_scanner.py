"""Tests of the scan simulator and of the PDF it writes."""

import io
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from tests.press.layout import LAYOUTS
from tests.press.page_images import page_image_pdf
from tests.press.preparing import read_article
from tests.press.scanner import LEVELS, other_side, render, scan
from tests.press.typeset import typeset_opening

SPECIMEN = Path(__file__).parents[1] / "specimens" / "seed-road.tei.xml"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    """Two clean pages."""
    return typeset_opening(read_article(SPECIMEN), LAYOUTS["c"], 2).pdf


@pytest.mark.parametrize("level", list(LEVELS))
def test_the_same_scan_gives_the_same_bytes(pdf: bytes, level: str) -> None:
    """Scanning twice under the same name gives the same images."""
    assert list(scan(pdf, LEVELS[level], 100, "twice")) == list(scan(pdf, LEVELS[level], 100, "twice"))


def test_another_name_gives_another_scan(pdf: bytes) -> None:
    """The damage hangs on the name of the document, so two copies of an article differ."""
    assert list(scan(pdf, LEVELS["light"], 100, "one")) != list(scan(pdf, LEVELS["light"], 100, "two"))


def test_each_level_is_further_from_the_clean_page_than_the_one_before(pdf: bytes) -> None:
    """Clean, light, medium and heavy grow in damage, measured as mean distance from the printed page."""
    clean = render(pdf, 100)[0]
    images = [next(scan(pdf, damage, 100, "levels")) for damage in LEVELS.values()]
    distances = [float(np.abs(np.asarray(Image.open(io.BytesIO(image))) / 255 - clean).mean()) for image in images]
    assert sorted(distances) == distances


def test_the_back_of_a_recto_is_the_next_page() -> None:
    """Pages 1 and 2 are one leaf, and so are 3 and 4; the last recto has a blank back."""
    pages = [np.full((2, 2), tone, dtype=np.float32) for tone in (0.1, 0.2, 0.3)]
    assert [0.2, 0.1, 1.0] == pytest.approx([other_side(pages, number)[0, 0] for number in (1, 2, 3)])


@pytest.mark.parametrize("dpi", [150, 300])
def test_a_scan_has_the_size_of_the_page(pdf: bytes, dpi: int) -> None:
    """The PDF of page images has the pages and the paper size of the PDF that was scanned, and no text."""
    before = pypdfium2.PdfDocument(pdf)
    after = pypdfium2.PdfDocument(page_image_pdf(scan(pdf, LEVELS["clean"], dpi, "size"), dpi))
    assert [page.get_size() for page in before] == [pytest.approx(page.get_size(), abs=0.5) for page in after]
    assert ["", ""] == [page.get_textpage().get_text_range() for page in after]


def test_no_images_no_pdf() -> None:
    """A PDF without pages is refused."""
    with pytest.raises(ValueError, match="at least one page"):
        page_image_pdf([], 300)
