"""Sources: what is opened, and what is refused with which sentence."""

from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pytest
from PIL import Image

from pipeline.config import Settings
from pipeline.errors import SourceError, ToolError
from pipeline.ocr import open_source, read_page
from tests.ocr.conftest import typeset

SMALL = msgspec.structs.replace(Settings(), max_pixels=10_000)


def refusal(path: Path, settings: Settings | None = None) -> SourceError:
    """The error with which a source is refused."""
    with pytest.raises(SourceError) as caught:
        open_source(path, settings or Settings())
    return caught.value


def test_missing_file(tmp_path: Path) -> None:
    """A missing file is named, with a remedy."""
    error = refusal(tmp_path / "smith.pdf")
    assert ("smith.pdf does not exist", True) == (error.sentence, bool(error.remedy))


def test_not_a_pdf(tmp_path: Path) -> None:
    """A file that is a PDF only by name is refused for what it is."""
    (tmp_path / "smith.pdf").write_bytes(b"<html>Not found</html>")
    assert "smith.pdf is not a PDF, whatever its name says" == refusal(tmp_path / "smith.pdf").sentence


def test_broken_pdf(tmp_path: Path) -> None:
    """A PDF that stops after its header is broken."""
    (tmp_path / "smith.pdf").write_bytes(b"%PDF-1.7\n")
    assert "smith.pdf is broken or has no pages" == refusal(tmp_path / "smith.pdf").sentence


# A page tree and an encryption dictionary with a user password nobody knows, as small as they come.
ENCRYPTED = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>endobj
trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<00><00>]>>
""" % (b"41" * 32, b"42" * 32)


def test_encrypted_pdf(tmp_path: Path) -> None:
    """An encrypted PDF is called encrypted, not broken."""
    (tmp_path / "smith.pdf").write_bytes(ENCRYPTED)
    assert "smith.pdf is encrypted" == refusal(tmp_path / "smith.pdf").sentence


def test_pdf_without_pages(tmp_path: Path) -> None:
    """A PDF without pages is refused."""
    with pdfium.PdfDocument.new() as document:
        document.save(tmp_path / "smith.pdf")
    assert "pages" in refusal(tmp_path / "smith.pdf").sentence


def test_too_many_pages(layer_pdf: Path) -> None:
    """A document longer than the limit is refused before a page is read."""
    settings = msgspec.structs.replace(Settings(), max_pages=0)
    assert "born.pdf has 1 pages, the limit is 0" == refusal(layer_pdf, settings).sentence


def test_directory_without_images(tmp_path: Path) -> None:
    """A directory without page images is refused."""
    (tmp_path / "notes.md").write_text("nothing here")
    assert f"{tmp_path.name} holds no page images" == refusal(tmp_path).sentence


def test_unknown_kind(tmp_path: Path) -> None:
    """A file of another kind is refused, and the remedy lists the kinds that are read."""
    (tmp_path / "smith.docx").write_bytes(b"PK")
    assert "text dump (.txt, .md)" in refusal(tmp_path / "smith.docx").remedy


def test_broken_image(tmp_path: Path) -> None:
    """An image that no decoder knows is refused."""
    (tmp_path / "page.png").write_bytes(b"\x89PNG and then nothing")
    assert "page.png is not an image that can be read" == refusal(tmp_path / "page.png").sentence


def test_binary_dump(tmp_path: Path) -> None:
    """A dump with null bytes is no text."""
    (tmp_path / "smith.txt").write_bytes(b"\x00\x01\x02")
    assert "smith.txt is not a text file" == refusal(tmp_path / "smith.txt").sentence


def test_empty_file(tmp_path: Path) -> None:
    """A file of no bytes is empty, whatever its name says."""
    (tmp_path / "smith.pdf").touch()
    assert "smith.pdf is empty" == refusal(tmp_path / "smith.pdf").sentence


def test_empty_dump(tmp_path: Path) -> None:
    """A dump without a word has no pages."""
    (tmp_path / "smith.txt").write_text("\n\n")
    assert "smith.txt has no pages" == refusal(tmp_path / "smith.txt").sentence


def test_images_in_natural_order(tmp_path: Path) -> None:
    """Page 10 comes after page 2."""
    for name in ("page-10.png", "page-2.png", "page-1.png"):
        Image.new("L", (8, 8), 255).save(tmp_path / name)
    frames = open_source(tmp_path, Settings()).frames
    assert ["page-1.png", "page-2.png", "page-10.png"] == [frame.path.name for frame in frames]


def test_natural_order_whatever_the_letters(tmp_path: Path) -> None:
    """Who scans a book in three sittings writes its name as he likes: capitals do not come first."""
    for name in ("Lamps_2_9.png", "LAMPS_2_10.png", "lamps_2_11.png"):
        Image.new("L", (8, 8), 255).save(tmp_path / name)
    frames = open_source(tmp_path, Settings()).frames
    assert ["Lamps_2_9.png", "LAMPS_2_10.png", "lamps_2_11.png"] == [frame.path.name for frame in frames]


def test_pattern(tmp_path: Path) -> None:
    """A pattern chooses among the images of a directory."""
    for name in ("a1.png", "a2.png", "b1.png"):
        Image.new("L", (8, 8), 255).save(tmp_path / name)
    assert 2 == open_source(tmp_path / "a*.png", Settings()).page_count


def test_tiff_with_two_pages(tmp_path: Path) -> None:
    """Each frame of a TIFF is a page."""
    pages = [Image.new("1", (8, 8), 1), Image.new("1", (8, 8), 1)]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:])
    assert [0, 1] == [frame.number for frame in open_source(tmp_path / "scan.tif", Settings()).frames]


def test_large_image_fails_alone(png: Path) -> None:
    """An image over the pixel limit is a failed page with the reason, not an error."""
    page = read_page(open_source(png, SMALL), 1, SMALL, png.parent)
    assert ("failed", "the page image has 120000 pixels, the limit is 10000") == (page.reader, page.failure)


def test_large_pdf_page_fails_alone(tmp_path: Path) -> None:
    """A PDF page that would render to too many pixels is never rendered."""
    pdf = typeset("#set page(width: 150mm, height: 100mm)\nA line.", tmp_path / "wide.pdf")
    page = read_page(open_source(pdf, SMALL), 1, SMALL, tmp_path)
    assert ("failed", False) == (page.reader, (tmp_path / "images").exists())


def test_damaged_image_among_others(tmp_path: Path) -> None:
    """A damaged image among others is one failed page."""
    Image.new("L", (8, 8), 255).save(tmp_path / "1.png")
    (tmp_path / "2.png").write_bytes(b"\x89PNG and then nothing")
    page = read_page(open_source(tmp_path, Settings()), 2, Settings(), tmp_path)
    assert ("failed", 2) == (page.reader, page.number)


def test_file_that_goes_away(tmp_path: Path) -> None:
    """A page whose file has gone since the source was opened fails alone, and says so."""
    for name in ("1.png", "2.png"):
        Image.new("L", (8, 8), 255).save(tmp_path / name)
    source = open_source(tmp_path, Settings())
    (tmp_path / "2.png").unlink()
    assert "its file has gone since the document was opened" == read_page(source, 2, Settings(), tmp_path).failure


def test_language_missing(png: Path) -> None:
    """A missing language stops the run with the package to install."""
    settings = msgspec.structs.replace(Settings(), lang="xxx")
    with pytest.raises(ToolError, match="apt-get install tesseract-ocr-xxx"):
        read_page(open_source(png, settings), 1, settings, png.parent)


def test_blank_image(png: Path) -> None:
    """A page without ink is a page without lines, with its image kept."""
    page = read_page(open_source(png, Settings()), 1, Settings(), png.parent)
    assert ("tesseract+rapidocr", (), "images/0001.jpg", True) == (
        page.reader,
        page.lines,
        page.image,
        (png.parent / page.image).exists(),
    )
