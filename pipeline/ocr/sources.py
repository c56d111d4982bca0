"""What a source is, and every reason to refuse one before any page of it is read."""

import glob
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, UnidentifiedImageError

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.ocr.dump import read_dump

IMAGE_SUFFIXES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
KINDS = "a PDF, a PNG, JPEG or TIFF image, a directory of such images, or a text dump (.txt)"


class Frame(NamedTuple):
    """One image of an image source: the file, and the frame in it, counted from 0."""

    path: Path
    number: int


class Source(NamedTuple):
    """A source that could be opened. Picklable: holds paths, no open files."""

    path: Path
    kind: str
    """``pdf``, ``images`` or ``dump``."""
    page_count: int
    frames: tuple[Frame, ...] = ()
    """Of kind ``images`` only: one for each page, in reading order."""


def open_source(path: Path, settings: Settings) -> Source:
    """The source at a path: a file, a directory of images, or a pattern such as ``scans/*.png``.

    Raises:
        SourceError: it is missing, of no kind that is read, broken, encrypted, empty or too long.
    """
    source = _opener(path)(path)
    if source.page_count == 0:
        raise SourceError(f"{path.name} has no pages", "check that the file was copied completely")
    if source.page_count > settings.max_pages:
        raise SourceError(
            f"{path.name} has {source.page_count} pages, the limit is {settings.max_pages}",
            "split it, or raise max_pages",
        )
    return source


def _opener(path: Path) -> Callable[[Path], Source]:
    if path.is_dir():
        return _open_directory
    if not path.exists():
        return _open_pattern
    if not path.is_file():
        raise SourceError(f"{path.name} is not a file", f"give {KINDS}")
    if path.suffix.lower() in IMAGE_SUFFIXES:
        return _open_image
    return {".pdf": _open_pdf, ".txt": _open_dump}.get(path.suffix.lower(), _open_unknown)


def _open_unknown(path: Path) -> Source:
    raise SourceError(f"{path.name} is of no kind that is read", f"give {KINDS}")


def _open_pattern(path: Path) -> Source:
    if not glob.has_magic(path.name):
        raise SourceError(f"{path.name} does not exist", "check the path")
    files = [file for file in path.parent.glob(path.name) if file.suffix.lower() in IMAGE_SUFFIXES]
    return _image_source(path, files)


def _open_directory(path: Path) -> Source:
    return _image_source(path, [file for file in path.iterdir() if file.suffix.lower() in IMAGE_SUFFIXES])


def _open_image(path: Path) -> Source:
    return _image_source(path, [path])


def _image_source(path: Path, files: list[Path]) -> Source:
    if not files:
        raise SourceError(f"{path.name} holds no page images", f"give {KINDS}")
    # A damaged image among others is one failed page; alone it is a source that cannot be read.
    alone = len(files) == 1
    frames = tuple(frame for file in sorted(files, key=_natural) for frame in _frames(file, alone))
    return Source(path, "images", len(frames), frames)


def _natural(path: Path) -> tuple[tuple[int, str], ...]:
    """Sort key that puts ``page-2`` before ``page-10``."""
    spaced = "".join(c if c.isdigit() else f" {c} " for c in path.name)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in spaced.split())


def _frames(file: Path, alone: bool) -> list[Frame]:
    try:
        with unlimited_pixels(), Image.open(file) as image:
            count = getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        if alone:
            raise SourceError(f"{file.name} is not an image that can be read", "export it again as PNG") from error
        count = 1
    return [Frame(file, index) for index in range(count)]


@contextmanager
def unlimited_pixels() -> Iterator[None]:
    """Let Pillow open an image of any size: ``max_pixels`` is checked on its dimensions before it is decoded."""
    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        yield
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def _open_pdf(path: Path) -> Source:
    with path.open("rb") as file:
        # PDF 32000-1, annex H.3.4: readers accept the header anywhere in the first 1024 bytes.
        if b"%PDF-" not in file.read(1024):
            raise SourceError(f"{path.name} is not a PDF, whatever its name says", f"give {KINDS}")
    with open_pdf(path) as document:
        return Source(path, "pdf", len(document))


@contextmanager
def open_pdf(path: Path) -> Iterator[pdfium.PdfDocument]:
    """The PDF, closed afterwards.

    Raises:
        SourceError: it is encrypted or broken.
    """
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        # PDFium does not reset its last error, so that the code alone may be that of another file.
        locked = error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
        if locked and b"/Encrypt" in path.read_bytes():
            raise SourceError(f"{path.name} is encrypted", "remove the password and run again") from error
        raise SourceError(f"{path.name} is broken or has no pages", "repair or download it again") from error
    try:
        yield document
    finally:
        document.close()


def _open_dump(path: Path) -> Source:
    return Source(path, "dump", len(read_dump(path)))
