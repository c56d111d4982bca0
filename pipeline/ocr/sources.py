"""What a source is, and every reason to refuse one before any page of it is read.

What only some kinds of sources need is imported where these are told: a text layer is read before OpenCV is loaded.
"""

import glob
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.ocr.limits import check_file, check_streams
from pipeline.ocr.page_image.image_files import count_images
from pipeline.ocr.page_image.wide_images import may_be_spread
from pipeline.ocr.pdf_fonts.stand_ins import settle_faces
from pipeline.ocr.pdf_text.text_layer import Layer, assess
from pipeline.source_kinds import HEAD, Kind, has_pdf_header, kind_of, what_else

KINDS = (
    "a PDF, a page image (PNG, JPEG, TIFF, JPEG 2000, WebP, BMP, GIF, PBM, PGM, PPM), hOCR, ALTO or PAGE XML, "
    "a directory of such images or files, or a text dump (.txt, .md)"
)


class Frame(NamedTuple):
    """Where a page is: the file, the image or page in it, counted from 0, and which part of its width."""

    path: Path
    number: int
    left: float = 0.0
    right: float = 1.0
    """From ``left`` to ``right``, in shares of the width: less than all of it for one of two facing pages."""

    @property
    def is_whole(self) -> bool:
        """Whether the page is alone on its image."""
        return self.right - self.left == 1.0


class Source(NamedTuple):
    """A source that could be opened. Picklable: holds paths, no open files."""

    path: Path
    kind: str
    """A ``Kind``; that of its files for a directory or a pattern."""
    page_count: int
    frames: tuple[Frame, ...] = ()
    """One for each page, in reading order; none for dumps."""
    is_mixed: bool = False
    """Of PDFs: whether some pages are born digital and others are not."""


def open_source(path: Path, settings: Settings) -> Source:
    """The source at a path: a file, a directory of images, or a pattern such as ``scans/*.png``.

    Raises:
        SourceError: it is missing, of no kind that is read, broken, encrypted, empty or too long.
    """
    source = _opener(path)(path, settings)
    if source.page_count == 0:
        raise SourceError(f"{path.name} has no pages", "check that the file was copied completely")
    if source.page_count > settings.max_pages:
        raise SourceError(
            f"{path.name} has {source.page_count} pages, the limit is {settings.max_pages}",
            "split it, or raise --max-pages",
        )
    return source


def _opener(path: Path) -> Callable[[Path, Settings], Source]:
    if path.is_dir():
        return _open_directory
    if not path.exists():
        return _open_pattern
    if not path.is_file():
        raise SourceError(f"{path.name} is not a file", f"give {KINDS}")
    if path.stat().st_size == 0:
        raise SourceError(f"{path.name} is empty", "copy it again")
    openers = {Kind.PDF: _open_pdf, Kind.IMAGE: _open_one, Kind.TRANSCRIPT: _open_one, Kind.DUMP: _open_dump}
    return openers.get(_kind(path), _open_unknown)


def _kind(path: Path) -> Kind:
    try:
        return kind_of(path)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be read ({error.strerror})", "check its permissions") from error


def _open_unknown(path: Path, _settings: Settings) -> Source:
    found = what_else(path)
    if found:
        raise SourceError(f"{path.name} is {found.name}, which is not read", found.remedy)
    raise SourceError(f"{path.name} is of no kind that is read", f"give {KINDS}")


def _open_pattern(path: Path, settings: Settings) -> Source:
    if not glob.has_magic(path.name):
        raise SourceError(f"{path.name} does not exist", "check the path")
    return _open_pages(path, list(path.parent.glob(path.name)), settings)


def _open_directory(path: Path, settings: Settings) -> Source:
    return _open_pages(path, list(path.iterdir()), settings)


def _open_pages(path: Path, files: list[Path], settings: Settings) -> Source:
    """The page images among files; or the transcripts, whose page images lie beside them and are not read again."""
    kinds = {file: _kind(file) for file in files if file.is_file() and not file.name.startswith(".")}
    kind = Kind.TRANSCRIPT if Kind.TRANSCRIPT in kinds.values() else Kind.IMAGE
    chosen = [file for file in files if kinds.get(file) is kind]
    if not chosen:
        raise SourceError(f"{path.name} holds no page images", f"give {KINDS}")
    return _frame_source(path, kind, chosen, settings)


def _open_one(path: Path, settings: Settings) -> Source:
    return _frame_source(path, _kind(path), [path], settings)


def _frame_source(path: Path, kind: Kind, files: list[Path], settings: Settings) -> Source:
    # A damaged file among others is one failed page; alone it is a source that cannot be read.
    alone = len(files) == 1
    ordered = sorted(files, key=_natural)
    frames = tuple(frame for file in ordered for frame in _frames(file, kind, settings, alone=alone))
    return Source(path, kind, len(frames), frames)


def _natural(path: Path) -> tuple[tuple[tuple[int, str], ...], str]:
    """Sort key that puts ``page-2`` before ``page-10``, and ``Page-1`` before both: people write names as they like."""
    spaced = "".join(c if c.isdecimal() else f" {c} " for c in path.name.casefold())
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in spaced.split()), path.name


def _frames(file: Path, kind: Kind, settings: Settings, *, alone: bool) -> list[Frame]:
    try:
        if kind is Kind.TRANSCRIPT:
            from pipeline.ocr.transcripts import count_pages

            check_file(file, settings)
            return [Frame(file, index) for index in range(count_pages(file))]
        from pipeline.ocr.facing_pages import fold_of_image

        folds = (fold_of_image(file, index, settings) for index in range(count_images(file)))
        return [half for index, fold in enumerate(folds) for half in _parted(file, index, fold)]
    except SourceError:
        if alone:
            raise
        return [Frame(file, 0)]


def _parted(file: Path, index: int, fold: float | None) -> list[Frame]:
    return [Frame(file, index)] if fold is None else [Frame(file, index, 0.0, fold), Frame(file, index, fold, 1.0)]


def _open_pdf(path: Path, settings: Settings) -> Source:
    with path.open("rb") as file:
        if not has_pdf_header(file.read(HEAD)):
            raise SourceError(f"{path.name} is not a PDF, whatever its name says", f"give {KINDS}")
    check_streams(path, settings)
    with open_pdf(path) as document:
        if len(document) > settings.max_pages:
            return Source(path, Kind.PDF, len(document))
        folds = _folds(document, path, settings)
        frames = tuple(frame for index, fold in enumerate(folds) for frame in _parted(path, index, fold))
        return Source(path, Kind.PDF, len(frames), frames, _is_mixed(document, settings))


def _folds(document: pdfium.PdfDocument, path: Path, settings: Settings) -> list[float | None]:
    """Where the fold of each page is that shows two facing pages; None for the others."""
    if not any(_may_be_spread(document, index) for index in range(len(document))):
        return [None] * len(document)
    from pipeline.ocr.facing_pages import folds_of_pdf

    return folds_of_pdf(document, path, settings)


def _may_be_spread(document: pdfium.PdfDocument, index: int) -> bool:
    try:
        return may_be_spread(*document.get_page_size(index))
    except pdfium.PdfiumError:
        return False  # its own page will say what is wrong


def _is_mixed(document: pdfium.PdfDocument, settings: Settings) -> bool:
    """Whether some pages are born digital and others are images."""
    kinds: set[bool] = set()
    for index in range(len(document)):
        try:
            layer = assess(document[index], index, settings.lang).layer
        except pdfium.PdfiumError:
            continue  # its own page will say what is wrong
        if layer is not Layer.EMPTY:
            kinds.add(layer is Layer.BORN)
        if len(kinds) == 2:
            return True
    return False


@contextmanager
def open_pdf(path: Path) -> Iterator[pdfium.PdfDocument]:
    """The PDF, closed afterwards.

    Raises:
        SourceError: it is encrypted or broken.
    """
    settle_faces()
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


def _open_dump(path: Path, settings: Settings) -> Source:
    from pipeline.ocr.dumps.reading import read_dump

    check_file(path, settings)
    return Source(path, Kind.DUMP, len(read_dump(path)))
