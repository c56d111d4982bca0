"""PDFs whose pages are of several kinds: each page is judged by itself, and says why it was read as it was."""

import io
from pathlib import Path
from textwrap import wrap

import numpy as np
import pypdfium2 as pdfium
import pytesseract
import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.model import Page, Pages
from pipeline.ocr import open_source, read_page
from pipeline.ocr.pdf_text.layer_places import stands_on_ink
from pipeline.ocr.pdf_text.skewed_layer import read_ocr
from pipeline.ocr.pdf_text.text_layer import Layer, assess
from pipeline.report import build, share
from tests.house.broken_sources import CATALOGUE, pdf
from tests.house.hostile_sources import stream

WORDS = ("keepers", "of the", "harbour", "counted", "lamps")
NONSENSE = " ".join(["tbe", "wcrc", "qf", "hsd", "onlv", "ef7ect", "slgn", "luw", "maje"] * 8)


def with_layer(image: Image.Image, words: str, size: tuple[int, int] = (360, 332), *, visible: bool = False) -> bytes:
    """A PDF of a page image with text, invisible or not; ``size`` is that of the image, the page has 360 by 332."""
    text = b" ".join(
        b"/F1 4 Tf 1 0 0 1 20 %d Tm (%s) Tj" % (320 - 5 * row, words[40 * row : 40 * row + 40].encode())
        for row in range(len(words) // 40 + 1)
    )
    return with_text(image, text, size, visible=visible)


def with_text(
    image: Image.Image, text: bytes, size: tuple[int, int] = (360, 332), *, visible: bool = False, under: bool = False
) -> bytes:
    """The same, the text as operators that place and show it; ``under`` the image, which is painted over it."""
    buffer = io.BytesIO()
    image.convert("L").save(buffer, "JPEG", quality=80)
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8" % image.size
    )
    picture = stream(buffer.getvalue(), entries + b" /Filter /DCTDecode")
    painted, shown = (
        b"q %d 0 0 %d 0 0 cm /I Do Q " % size,
        b"BT %d Tr /F1 9 Tf " % (0 if visible else 3) + text + b" ET ",
    )
    drawing = stream(shown + painted if under else painted + shown)
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 360 332] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> /ExtGState << /Clear << /ca 0 >> >> >> >>"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, drawing, font, picture)


def with_good_layer(image: Image.Image) -> bytes:
    """A PDF of a page image with what Tesseract reads in it."""
    return bytes(pytesseract.image_to_pdf_or_hocr(image, extension="pdf", config="--dpi 300"))


@pytest.fixture(scope="session")
def mixed(
    calls_image: Path, plain_image: Path, layer_pdf: Path, tmp_path_factory: pytest.TempPathFactory
) -> list[Page]:
    """A born-digital page, a page image, a page with a good OCR layer, with a bad one, with a good one and calls."""
    folder = tmp_path_factory.mktemp("mixed")
    with Image.open(calls_image) as image, Image.open(plain_image) as plain:
        scanned = [with_layer(image, ""), with_good_layer(plain), with_layer(image, NONSENSE), with_good_layer(image)]
    with pdfium.PdfDocument.new() as together:
        for part in (layer_pdf.read_bytes(), *scanned):
            with pdfium.PdfDocument(part) as one:
                together.import_pages(one)
        together.save(folder / "mixed.pdf")
    source = open_source(folder / "mixed.pdf", Settings())
    return [read_page(source, number, Settings(), folder) for number in range(1, source.page_count + 1)]


@pytest.mark.slow
def test_each_page_is_judged(mixed: list[Page]) -> None:
    """The text of a born-digital page and a good OCR layer are kept; what is no text, or a bad one, is read again."""
    readers = ["text-layer", "tesseract+rapidocr", "ocr-layer", "tesseract+rapidocr"]
    assert readers == [page.reader for page in mixed[:4]]


def test_invisible_text_was_never_printed(calls_image: Path) -> None:
    """Where the margins are cropped, the picture covers little of the page; what is behind it is OCR all the same."""
    with Image.open(calls_image) as image, pdfium.PdfDocument(with_layer(image, NONSENSE, (280, 240))) as document:
        assert Layer.NONE is assess(document[0], 0, "eng").layer


@pytest.mark.parametrize(("under", "layer"), [(True, Layer.NONE), (False, Layer.BORN)], ids=["under it", "over it"])
def test_text_under_the_picture_of_its_page_is_ocr(under: bool, layer: Layer, calls_image: Path) -> None:
    """Whoever sets it in a visible mode and paints the page over it hides it as well."""
    row = b"/F1 4 Tf 1 0 0 1 20 300 Tm (" + (NONSENSE * 3 + " the lamps of the harbour").encode() + b") Tj"
    with (
        Image.open(calls_image) as image,
        pdfium.PdfDocument(with_text(image, row, visible=True, under=under)) as document,
    ):
        assert layer is assess(document[0], 0, "eng").layer


def test_transparent_text_over_the_picture_of_its_page_is_ocr(calls_image: Path) -> None:
    """A library's program paints it over the page, in a colour through which everything is seen."""
    row = b"/Clear gs /F1 4 Tf 1 0 0 1 20 300 Tm (" + (NONSENSE * 3 + " the lamps of the harbour").encode() + b") Tj"
    with Image.open(calls_image) as image, pdfium.PdfDocument(with_text(image, row, visible=True)) as document:
        assert Layer.NONE is assess(document[0], 0, "eng").layer


@pytest.mark.parametrize("font", [b"Fd1144021", b"*Times-18466", b"ABCDEF+Fd954188"])
def test_text_in_fonts_traced_from_the_scan_is_ocr(font: bytes, calls_image: Path) -> None:
    """Acrobat paints what it read in the shapes of the page, so that all is seen; it is a reading all the same."""
    row = b"/F1 4 Tf 1 0 0 1 20 300 Tm (" + (NONSENSE * 3 + " the lamps of the harbour").encode() + b") Tj"
    with Image.open(calls_image) as image:
        traced = with_text(image, row, visible=True).replace(b"/BaseFont /Helvetica", b"/BaseFont /" + font)
    with pdfium.PdfDocument(traced) as document:
        assert Layer.NONE is assess(document[0], 0, "eng").layer


@pytest.mark.parametrize(
    ("words", "layer"),
    [("bn Q E > la cn rA Vo C U bO CZ the lamps of the harbour", Layer.NONE),
     ("Lamps of the Harbour 1901 1902 1903 12 to 16 by A. Tansy", Layer.OCR)],
    ids=["scraps", "a plate"],
)  # fmt: skip
def test_a_layer_of_scraps_is_none(words: str, layer: Layer, calls_image: Path) -> None:
    """What was printed on its side was read as single letters: too few words to judge, and they say nothing."""
    with Image.open(calls_image) as image, pdfium.PdfDocument(with_layer(image, words)) as document:
        assert layer is assess(document[0], 0, "eng").layer


@pytest.mark.parametrize(
    ("misread", "layer"),
    [
        (["the lamps of", "every ship", "she wrote"], Layer.OCR),
        (["securiry", "fIrst", "narural"], Layer.POOR),
        (["securiry", "Fennick", "Tansy"], Layer.OCR),
        (["lampwicks"] * 3, Layer.OCR),
    ],
    ids=["no word", "three words", "names", "a word of the author's"],
)
def test_a_layer_with_misread_words_is_read_again(misread: list[str], layer: Layer, calls_image: Path) -> None:
    """Words that no list has are one in two hundred at most, names and the author's own words that come again aside."""
    sentence = "the keepers of the harbour wrote down every lamp that was lit and every ship that came home "
    words = "".join(f"{row:40}" for row in wrap(" ".join(4 * sentence + word for word in misread * 2), 40))
    with Image.open(calls_image) as image, pdfium.PdfDocument(with_layer(image, words)) as document:
        assert layer is assess(document[0], 0, "eng").layer


@pytest.mark.parametrize(("step", "layer"), [(60, Layer.OCR), (22, Layer.NONE)], ids=["apart", "upon one another"])
def test_words_that_lie_upon_one_another_are_read_again(step: int, layer: Layer, calls_image: Path) -> None:
    """A layer may set each word at its place, but in letters wider than the printed ones: by place they mingle."""
    row = " ".join(f"1 0 0 1 {20 + step * place} {{0}} Tm ({word} ) Tj" for place, word in enumerate(WORDS))
    drawing = " ".join(row.format(300 - 12 * number) for number in range(20))
    with Image.open(calls_image) as image, pdfium.PdfDocument(with_text(image, drawing.encode())) as document:
        assert layer is assess(document[0], 0, "eng").layer


def test_every_space_of_an_ocr_layer_parts_words() -> None:
    """In letters wider than the printed ones a space takes the pen back, and words touch: ``ofMethodology``."""
    drawing = b"/F1 9 Tf 1 0 0 1 20 300 Tm [(the lamps of ) 300 (the ) 400 (harbour)] TJ"
    blank = Image.new("L", (360, 332), 255)
    with pdfium.PdfDocument(with_text(blank, drawing)) as document:
        _, lines = read_ocr(document[0], np.full((692, 750), 255, np.uint8), 150)

    assert ["the lamps of the harbour"] == [line.text for line in lines]


@pytest.mark.parametrize(
    ("scaling", "in_place"), [(100, True), (85, False), (150, False)], ids=["in place", "narrow", "over the edge"]
)
def test_words_stand_on_their_ink(scaling: int, in_place: bool) -> None:
    """Lines of a layer may be shorter than the printed ones, or run over the edge: each word is over others' ink."""
    line = "the keepers of the harbour wrote down every lamp that was lit and every ship"
    drawing = " ".join(f"1 0 0 1 20 {300 - 12 * row} Tm ({line[row:]}) Tj" for row in range(10)).encode()
    with pdfium.PdfDocument(with_text(Image.new("L", (360, 332), 255), drawing, visible=True)) as printed:
        image = printed[0].render(scale=300 / 72, grayscale=True).to_pil()
    with pdfium.PdfDocument(with_text(image, b"%d Tz " % scaling + drawing)) as document:
        grey, lines = read_ocr(document[0], np.asarray(image), 300)

    assert in_place is stands_on_ink(grey, lines)


@pytest.mark.slow
@pytest.mark.parametrize("legible", [True, False])
def test_a_poor_layer_is_kept_where_the_image_is_worse(legible: bool, calls_image: Path, tmp_path: Path) -> None:
    """A layer may come from a sharper image than the file still has: our reading has to be the better one."""
    sentence = "the keepers of the harbour wrote down every lamp that was lit and every ship that came home "
    words = "".join(f"{row:40}" for row in wrap(4 * sentence + "securiry narural fIrst", 40))
    with Image.open(calls_image) as image:
        shown = image if legible else image.resize((90, 83)).resize(image.size)
        (tmp_path / "poor.pdf").write_bytes(with_layer(shown, words))
    page = read_page(open_source(tmp_path / "poor.pdf", Settings()), 1, Settings(), tmp_path)

    assert ("tesseract+rapidocr" if legible else "ocr-layer") == page.reader
    assert page.judgement.endswith("read again" if legible else "no better: kept")


@pytest.mark.slow
def test_a_layer_that_is_read_again_is_a_witness(calls_image: Path, tmp_path: Path) -> None:
    """What it has for a word that was read otherwise stays with that word."""
    words = (
        "The harbour clerks kept their ledgcrs in a hand that nobody could read. In the spring of 1883 the merchants "
        "guild asked for a fair copy and was refused. We are the keepers wrote the eldest and we do not lend narural"
    )
    with Image.open(calls_image) as image:
        (tmp_path / "poor.pdf").write_bytes(with_layer(image, "".join(f"{row:40}" for row in wrap(words, 40))))
    page = read_page(open_source(tmp_path / "poor.pdf", Settings()), 1, Settings(), tmp_path)

    read = next(word for line in page.lines for word in line.words if word.text == "ledgers")
    assert ("ledgcrs", "ocr-layer") in [(rival.text, rival.reader) for rival in read.rivals]


@pytest.mark.parametrize(("beside", "layer"), [("a picture", Layer.NONE), ("text", Layer.BORN)])
def test_a_cropped_scan_with_a_stamp(beside: str, layer: Layer, calls_image: Path, layer_pdf: Path) -> None:
    """A picture with cropped margins and a stamp is a scan beside another scan; beside pages of text it is a plate."""
    with (
        Image.open(calls_image) as image,
        pdfium.PdfDocument(with_layer(image, "Downloaded by a library", (280, 240), visible=True)) as document,
        pdfium.PdfDocument(with_layer(image, "")) as scan,
        pdfium.PdfDocument(layer_pdf) as text,
    ):
        document.import_pages(scan if beside == "a picture" else text, pages=[0])
        assert layer is assess(document[0], 0, "eng").layer


@pytest.mark.slow
def test_one_scale(mixed: list[Page]) -> None:
    """Pages of several kinds in one document have one resolution, so that their type can be compared."""
    assert {300} == {page.dpi for page in mixed}


@pytest.mark.slow
def test_report_says_why(mixed: list[Page]) -> None:
    """The report names every page with what it was and why."""
    report = build([share(Pages(doc="mixed", pages=tuple(mixed)))])
    reasons = [(each.page, each.why) for each in report.judgements]
    assert [1, 2, 3, 4, 5] == [number for number, _ in reasons]
    assert ("born digital", "a page image without text") == (reasons[0][1], reasons[1][1])
    assert (True, True) == (reasons[2][1].endswith("kept"), reasons[3][1].endswith("read again"))


@pytest.mark.slow
def test_calls_under_an_ocr_layer(mixed: list[Page]) -> None:
    """A page with raised ink is read again, however good its words: their maker has lost calls."""
    assert ("tesseract+rapidocr", True) == (mixed[4].reader, mixed[4].judgement.endswith("read again"))
    assert ["1", "27", "103", "4", "58", "69"] == [m.readings[0].text for line in mixed[4].lines for m in line.marks]


@pytest.mark.slow
def test_ocr_layer_of_a_skewed_page(plain_image: Path, tmp_path: Path) -> None:
    """The rows of a layer over a skewed page come out whole, and the page image is turned upright."""
    with Image.open(plain_image) as image:
        skewed = image.rotate(-1.2, Image.Resampling.BICUBIC, fillcolor=255)
    (tmp_path / "skewed.pdf").write_bytes(with_good_layer(skewed))
    page = read_page(open_source(tmp_path / "skewed.pdf", Settings()), 1, Settings(), tmp_path)
    assert "ocr-layer" == page.reader
    assert "The harbour clerks kept their ledgers in a hand that nobody could read" in page.lines[0].text
    assert 5 == len(page.lines)
