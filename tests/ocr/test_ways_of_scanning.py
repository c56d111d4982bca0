"""How pages were laid on the glass: two at a time, sideways, on their heads; with and without a true resolution."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Page
from pipeline.ocr import open_source, read_page
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.page_image.orientation import is_sideways, turned
from pipeline.ocr.page_image.spreads import fold_near, fold_of
from tests.conftest import ROOT
from tests.ocr.conftest import typeset

MARGIN = 110  # pixels that a scanner's frame takes off each inner margin


def rendered(path: Path) -> list[Grey]:
    """The pages of a PDF at 200 dpi."""
    with pdfium.PdfDocument(path) as document:
        return [np.asarray(page.render(scale=200 / 72, grayscale=True).to_pil()) for page in document]


@pytest.fixture(scope="session")
def scans() -> list[list[Grey]]:
    """The scanned pages of the three articles in raw/, one of them in two columns."""
    return [rendered(path) for path in sorted((ROOT / "raw").glob("*.pdf"))]


def facing(left: Grey, right: Grey, *, shadow: bool = False, cropped: int = 0) -> tuple[Grey, int]:
    """Two pages side by side, and where the fold is."""
    height = min(left.shape[0], right.shape[0])
    left, right = left[:height, : left.shape[1] - cropped], right[:height, cropped:]
    spread = np.hstack([left, right])
    if shadow:
        away = (np.arange(spread.shape[1]) - left.shape[1]) / 40
        spread = (spread * (1 - 0.35 * np.exp(-np.square(away)))).astype(np.uint8)
    return spread, left.shape[1]


def with_leaning_fold(spread: Grey, fold: int, lean: int) -> Grey:
    """The spread with the black line of a copier down its fold, which leans by some pixels, and specks along it."""
    lined, height = spread.copy(), spread.shape[0]
    specks = np.random.default_rng(8)
    for row in range(height):
        middle = fold + round(lean * (row / height - 0.5))
        lined[row, middle - 4 : middle + 4] = 0
    for row in specks.integers(0, height, 25):
        lined[row : row + 4, fold - lean // 2 - 14 : fold - lean // 2 - 8] = 0
    return lined


def skewed_by(page: Grey, degrees: float) -> Grey:
    """A page turned about its middle, on white."""
    return np.asarray(Image.fromarray(page).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255))


@pytest.mark.parametrize(
    ("shadow", "cropped"),
    [
        pytest.param(False, 0, id="white between"),
        pytest.param(True, 0, id="a shadow"),
        pytest.param(True, 90, id="a shadow in narrow margins"),
    ],
)
def test_facing_pages_are_parted(scans: list[list[Grey]], shadow: bool, cropped: int) -> None:
    """Two pages on one image are parted between their text blocks, whether the fold shows or not."""
    pairs = [pair for pages in scans for pair in pairwise(pages)]
    made = [facing(*pair, shadow=shadow, cropped=cropped) for pair in pairs]
    found = [(fold_of(image), fold, image.shape[1]) for image, fold in made]
    assert [] == [each for each in found if each[0] is None or abs(each[0] * each[2] - each[1]) > MARGIN]


def test_facing_pages_are_parted_at_a_black_line(scans: list[list[Grey]]) -> None:
    """The fold of a copy is a ragged black line, which leans where the book did not lie straight."""
    pairs = [pair for pages in scans for pair in pairwise(pages)]
    made = [facing(*pair, cropped=90) for pair in pairs]
    found = [(fold_of(with_leaning_fold(image, fold, 30)), fold, image.shape[1]) for image, fold in made]
    assert [] == [each for each in found if each[0] is None or abs(each[0] * each[2] - each[1]) > MARGIN]


def test_a_spread_among_others_is_parted_near_their_fold(scans: list[list[Grey]]) -> None:
    """Its margins are narrow, no shadow lies in them, and a reader's hand has written over them."""
    pairs = [pair for pages in scans[:2] for pair in pairwise(pages)]
    found = []
    for image, fold in (facing(*pair, cropped=90) for pair in pairs):
        written = image.copy()
        written[200:260, fold - 120 : fold + 120] = 0
        found.append((fold_near(written, fold / image.shape[1] + 0.01), fold, image.shape[1]))
    assert [] == [each for each in found if each[0] is None or abs(each[0] * each[2] - each[1]) > MARGIN]


def test_no_page_is_parted_through_its_text(scans: list[list[Grey]]) -> None:
    """Where the others have their fold, a page as broad that is one has letters."""
    assert fold_near(scans[1][0], 0.5) is None


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_one_page_is_never_parted(scans: list[list[Grey]], quarters: int) -> None:
    """A page of one column or of two is left whole, whichever way it lies on the glass."""
    folds = [fold_of(turned(page, quarters)) for pages in scans for page in pages]
    assert [None] * len(folds) == folds


@pytest.mark.parametrize("gutter", [5, 8, 12, 15])
def test_broad_page_of_two_columns(gutter: int, tmp_path: Path) -> None:
    """A page broader than tall, in two columns, is one page."""
    words = "The wardens of Oxmere wrote to the county for a lantern on the road along the river. " * 50
    page = f"""
    #set page(width: 297mm, height: 210mm, margin: 15mm, columns: 2)
    #set columns(gutter: {gutter}mm)
    #set text(font: "Libertinus Serif", size: 10pt)
    #set par(justify: true)
    {words}"""
    assert [None] == [fold_of(image) for image in rendered(typeset(page, tmp_path / "broad.pdf"))]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_spread_becomes_two_pages(suffix: str, calls_image: Path, tmp_path: Path) -> None:
    """Of a spread, the left page is read and then the right one, each with its own image."""
    with Image.open(calls_image) as image:
        page = np.asarray(image)
    other = np.full_like(page, 255)
    other[: page.shape[0] // 3] = page[: page.shape[0] // 3]
    spread, _ = facing(page, other)
    Image.fromarray(spread).save(tmp_path / f"spread.{suffix}", resolution=300)
    source = open_source(tmp_path / f"spread.{suffix}", Settings())
    pages = [read_page(source, number, Settings(), tmp_path) for number in range(1, source.page_count + 1)]
    assert 2 == len(pages)
    assert [True, False] == ["The ledgers are numbered" in " ".join(line.text for line in each.lines) for each in pages]
    assert [True, True] == ["The harbour clerks" in each.lines[0].text for each in pages]
    assert ["images/0001.jpg", "images/0002.jpg"] == [each.image for each in pages]


def test_sideways_is_told(scans: list[list[Grey]]) -> None:
    """Pages that lie on their side are told from those that stand, in one column and in two."""
    pages = [page for article in scans for page in article]
    assert [False] * len(pages) == [is_sideways(page) for page in pages]
    assert [True] * len(pages) == [is_sideways(turned(page, 1)) for page in pages]


@pytest.mark.parametrize("degrees", [-5.0, -2.5, 2.5, 5.0])
def test_skewed_is_not_sideways(scans: list[list[Grey]], degrees: float) -> None:
    """Pages that were laid on the glass at an angle are told from pages on their side, and from those so laid."""
    skewed = [skewed_by(page, degrees) for article in scans for page in article[:2]]
    assert [False] * len(skewed) == [is_sideways(page) for page in skewed]
    assert [True] * len(skewed) == [is_sideways(turned(page, 1)) for page in skewed]


@pytest.mark.slow
@pytest.mark.parametrize("quarters", [1, 2, 3])
def test_turned_page(quarters: int, calls_image: Path, calls_page: Page, tmp_path: Path) -> None:
    """A page that was scanned turned by 90, 180 or 270 degrees reads as if it had stood upright."""
    with Image.open(calls_image) as image:
        Image.fromarray(turned(np.asarray(image), quarters)).save(tmp_path / "turned.png")
    page = read_page(open_source(tmp_path / "turned.png", Settings()), 1, Settings(), tmp_path)
    assert [line.text for line in calls_page.lines] == [line.text for line in page.lines]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("dpi", "claimed"),
    [
        pytest.param(300, 72, id="bilevel, tagged 72 dpi"),
        pytest.param(300, 2400, id="tagged 2400 dpi"),
        pytest.param(150, 300, id="150 dpi tagged 300"),
        pytest.param(600, 300, id="600 dpi tagged 300"),
    ],
)
def test_resolution_that_lies(dpi: int, claimed: int, calls_image: Path, calls_page: Page, tmp_path: Path) -> None:
    """Whatever a bilevel TIFF says of its resolution, its words are read."""
    with Image.open(calls_image) as image:
        size = (image.width * dpi // 300, image.height * dpi // 300)
        bilevel = image.resize(size, Image.Resampling.LANCZOS).point(lambda grey: 255 if grey > 140 else 0)
        bilevel.convert("1").save(tmp_path / "page.tif", dpi=(claimed, claimed), compression="group4")
    page = read_page(open_source(tmp_path / "page.tif", Settings()), 1, Settings(), tmp_path)
    wanted = {word.text for line in calls_page.lines for word in line.words if word.text.isalpha()}
    found = {word.text for line in page.lines for word in line.words}
    assert len(wanted & found) >= 0.9 * len(wanted), sorted(wanted - found)


@pytest.mark.slow
def test_small_page_and_large_page(calls_image: Path, tmp_path: Path) -> None:
    """A PDF page that claims the size of a stamp, or of a poster, is read at the resolution of its picture's type."""
    with Image.open(calls_image) as image:
        image.save(tmp_path / "stamp.pdf", resolution=1200)
        image.save(tmp_path / "poster.pdf", resolution=72)
    for name in ("stamp.pdf", "poster.pdf"):
        page = read_page(open_source(tmp_path / name, Settings()), 1, Settings(), tmp_path)
        assert "harbour clerks kept their ledgers" in " ".join(line.text for line in page.lines), name
