"""What a source is, and every reason to refuse one before any page of it is read."""

import glob
import struct
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
from pipeline.ocr.transcripts import count_pages
from pipeline.source_kinds import HEAD, Kind, has_pdf_header, kind_of

KINDS = (
    "a PDF, a PNG, JPEG or TIFF image, hOCR, ALTO or PAGE XML, a directory of such images or files, "
    "or a text dump (.txt)"
)


class Frame(NamedTuple):
    """One image, or one page of a transcript: the file, and the frame in it, counted from 0."""

    path: Path
    number: int


class Source(NamedTuple):
    """A source that could be opened. Picklable: holds paths, no open files."""

    path: Path
    kind: str
    """A ``Kind``; that of its files for a directory or a pattern."""
    page_count: int
    frames: tuple[Frame, ...] = ()
    """Of images and transcripts: one for each page, in reading order."""


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
    openers = {Kind.PDF: _open_pdf, Kind.IMAGE: _open_one, Kind.TRANSCRIPT: _open_one, Kind.DUMP: _open_dump}
    return openers.get(_kind(path), _open_unknown)


def _kind(path: Path) -> Kind:
    try:
        return kind_of(path)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read ({error.strerror})", "check its permissions") from error


def _open_unknown(path: Path) -> Source:
    raise SourceError(f"{path.name} is of no kind that is read", f"give {KINDS}")


def _open_pattern(path: Path) -> Source:
    if not glob.has_magic(path.name):
        raise SourceError(f"{path.name} does not exist", "check the path")
    return _open_pages(path, list(path.parent.glob(path.name)))


def _open_directory(path: Path) -> Source:
    return _open_pages(path, list(path.iterdir()))


def _open_pages(path: Path, files: list[Path]) -> Source:
    """The page images among files; or the transcripts, whose page images lie beside them and are not read again."""
    kinds = {file: _kind(file) for file in files if file.is_file() and not file.name.startswith(".")}
    kind = Kind.TRANSCRIPT if Kind.TRANSCRIPT in kinds.values() else Kind.IMAGE
    chosen = [file for file in files if kinds.get(file) is kind]
    if not chosen:
        raise SourceError(f"{path.name} holds no page images", f"give {KINDS}")
    return _frame_source(path, kind, chosen)


def _open_one(path: Path) -> Source:
    return _frame_source(path, _kind(path), [path])


def _frame_source(path: Path, kind: Kind, files: list[Path]) -> Source:
    # A damaged file among others is one failed page; alone it is a source that cannot be read.
    alone = len(files) == 1
    frames = tuple(frame for file in sorted(files, key=_natural) for frame in _frames(file, kind, alone=alone))
    return Source(path, kind, len(frames), frames)


def _natural(path: Path) -> tuple[tuple[int, str], ...]:
    """Sort key that puts ``page-2`` before ``page-10``."""
    spaced = "".join(c if c.isdigit() else f" {c} " for c in path.name)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in spaced.split())


def _frames(file: Path, kind: Kind, *, alone: bool) -> list[Frame]:
    try:
        count = count_pages(file) if kind is Kind.TRANSCRIPT else _count_images(file)
    except SourceError:
        if alone:
            raise
        count = 1
    return [Frame(file, index) for index in range(count)]


def _count_images(file: Path) -> int:
    try:
        with unlimited_pixels(), Image.open(file) as image:
            return getattr(image, "n_frames", 1) if image.format == "TIFF" else 1
    # Each decoder has its own way to be surprised by a damaged file.
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, KeyError, struct.error) as error:
        raise SourceError(f"{file.name} is not an image that can be read", "export it again as PNG") from error


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
        if not has_pdf_header(file.read(HEAD)):
            raise SourceError(f"{path.name} is not a PDF, whatever its name says", f"give {KINDS}")
    with open_pdf(path) as document:
        return Source(path, Kind.PDF, len(document))


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
    return Source(path, Kind.DUMP, len(read_dump(path)))
