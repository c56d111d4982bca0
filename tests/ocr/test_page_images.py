"""Image files: every format in which pages are scanned, greys of any depth, and nothing else."""

import io
import logging
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.ocr import open_source
from pipeline.ocr.page_image.image_files import count_images, grey_of, opened
from pipeline.source_kinds import Kind, kind_of, what_else

FORMATS = {
    "PBM": ("1", "PPM", {}),
    "PGM": ("L", "PPM", {}),
    "PPM": ("RGB", "PPM", {}),
    "BMP": ("L", "BMP", {}),
    "BMP in black and white": ("1", "BMP", {}),
    "GIF": ("P", "GIF", {}),
    "WebP": ("RGB", "WEBP", {"lossless": True}),
    "JPEG 2000": ("L", "JPEG2000", {}),
    "JPEG 2000 without its box": ("L", "JPEG2000", {"no_jp2": True}),
    "BigTIFF": ("L", "TIFF", {"big_tiff": True}),
}
"""Name -> Pillow's mode and format, and how to save it."""


def sheet(mode: str) -> Image.Image:
    """A white page with a black bar."""
    image = Image.new("L", (60, 90), 255)
    ImageDraw.Draw(image).rectangle((10, 20, 40, 30), fill=0)
    return image.convert(mode)


@pytest.mark.parametrize("name", FORMATS)
def test_format(name: str, tmp_path: Path) -> None:
    """Each format is known by its content, is one page, and shows what was drawn."""
    mode, form, options = FORMATS[name]
    path = tmp_path / "page"
    sheet(mode).save(path, form, **options)
    with opened(path) as image:
        grey = grey_of(image)
    assert (Kind.IMAGE, 1) == (kind_of(path), open_source(path, Settings()).page_count)
    assert ((90, 60), True, True) == (grey.shape, grey[25, 25] < 5, grey[60, 25] > 250)


@pytest.mark.parametrize(
    "text",
    [pytest.param("BM means the harbour's books.", id="letters"), pytest.param("P5 1921\n", id="a shelf mark"),
     pytest.param("P4\nOn the lamps\n", id="a title")],
)  # fmt: skip
def test_text_that_begins_as_an_image(text: str, tmp_path: Path) -> None:
    """Letters with which images begin too make no image of a text."""
    (tmp_path / "page.txt").write_text(text)
    assert Kind.DUMP is kind_of(tmp_path / "page.txt")


def test_a_moving_picture(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Of a moving picture the first frame is the page, and the log says so."""
    first, second = sheet("L"), Image.new("L", (60, 90), 128)
    first.save(tmp_path / "page.gif", save_all=True, append_images=[second])
    with caplog.at_level(logging.WARNING, "pipeline"):
        count = count_images(tmp_path / "page.gif")
    assert (1, ["page.gif is a moving picture: only its first frame is read"]) == (count, caplog.messages)


def deep(kind: str, top: float) -> Image.Image:
    """Grey ink on grey paper, 40 and 200 of 255, where white is ``top``."""
    levels = np.where(np.asarray(sheet("L")) == 0, 40, 200) * (top / 255)
    return Image.fromarray(levels.astype(kind))


@pytest.mark.parametrize(
    ("kind", "top", "form"),
    [
        pytest.param("u2", 65535, "PNG", id="16 bits, PNG"),
        pytest.param("u2", 65535, "TIFF", id="16 bits, TIFF"),
        pytest.param("u2", 65535, "JPEG2000", id="16 bits, JPEG 2000"),
        pytest.param("u2", 65535, "PPM", id="16 bits, PGM"),
        pytest.param("u2", 4095, "TIFF", id="12 bits in 16"),
        pytest.param("i4", 65535, "TIFF", id="16 bits in 32"),
        pytest.param("f4", 1, "TIFF", id="up to one"),
        pytest.param("f4", 255, "TIFF", id="floating, up to 255"),
    ],
)
def test_deep_grey(kind: str, top: float, form: str) -> None:
    """Ink is as dark beside its paper in a deep image as in one of 8 bits."""
    buffer = io.BytesIO()
    deep(kind, top).save(buffer, form)
    with Image.open(buffer) as image:
        grey = grey_of(image)
    assert (40, 200) == (int(grey[25, 25]), int(grey[60, 25]))


def test_numbers_that_are_no_levels() -> None:
    """Floating numbers that are none, or without end, are black, and do not take the others with them."""
    grey = grey_of(Image.fromarray(np.array([[np.nan, np.inf, -np.inf, 0.5, 1.0]], "f4")))
    assert [0, 0, 0, 128, 255] == grey[0].tolist()


STRANGERS = {
    "letter.djvu": (b"AT&TFORM\0\0\0\0DJVM", "DjVu"),
    "page.png": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n", "PostScript"),
    "photo.heic": (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
    "letter.docx": (b"PK\x03\x04\x14\0\x06\0", "office document"),
    "letter.rtf": (rb"{\rtf1\ansi", "RTF"),
    "scan.gz": (b"\x1f\x8b\x08\0", "archive"),
    "full.html": (b"<!DOCTYPE html>\n<html><body><pre>The lamps were dark.</pre></body></html>", "a web page"),
    "page.xml": (b'<?xml version="1.0"?>\n<document xmlns="http://example.org/FineReader-schema-v1.xml">', "ABBYY"),
}


@pytest.mark.parametrize("name", STRANGERS)
def test_what_is_no_source(name: str, tmp_path: Path) -> None:
    """What editors often take for a source is refused by its name, with a way to make one of it."""
    content, kind = STRANGERS[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError) as caught:
        open_source(tmp_path / name, Settings())
    found = what_else(tmp_path / name)
    assert found
    assert (True, True) == (kind in str(caught.value), found.remedy in caught.value.remedy)


def test_postscript_in_an_image_beside_a_transcript(tmp_path: Path) -> None:
    """PostScript is handed to no interpreter, whatever it is called: Pillow would."""
    (tmp_path / "page.png").write_bytes(STRANGERS["page.png"][0])
    with pytest.raises(OSError, match="cannot identify"), opened(tmp_path / "page.png") as image:
        image.load()
