"""One page of a source: choose the reader, keep the page image, and let a bad page be bad alone."""

import logging
from collections.abc import Callable
from pathlib import Path
from statistics import median

import msgspec
import numpy as np
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image

from pipeline.config import Settings
from pipeline.errors import OutputError, ScanError, SourceError
from pipeline.model import TEXT_LAYER, Line, Page
from pipeline.ocr.collation.third_witness import with_witness
from pipeline.ocr.dumps.reading import read_dump
from pipeline.ocr.foreign_words import with_ink
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.ink.ruled_cells import ruled_tables
from pipeline.ocr.limits import check_pictures, check_pixels
from pipeline.ocr.lines.ruled_tables import with_ruled_tables
from pipeline.ocr.page_image.image_files import DECODING, grey_of, opened
from pipeline.ocr.page_image.orientation import confidence, is_badly_read, is_sideways, turned
from pipeline.ocr.page_image.page_scale import at_resolution
from pipeline.ocr.page_image.preparation import Prepared, prepare
from pipeline.ocr.pdf_text import text_layer
from pipeline.ocr.pdf_text.layer_places import stands_on_ink
from pipeline.ocr.pdf_text.turned_pages import turn_upright
from pipeline.ocr.scan import read_scan
from pipeline.ocr.sources import Frame, Source, open_pdf
from pipeline.ocr.transcripts import read_transcript_page
from pipeline.source_kinds import Kind

log = logging.getLogger(__name__)

JPEG_QUALITY = 75
STAMP, POSTER = 1500, 6000
"""Pixels of the longer side of a page, at the resolution of reading, below and above which its size is wrong."""
OTHER_SHAPE = 0.02
"""Share by which the proportions of a page and of its image may differ."""


def read_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    """One page of the source, its image written to ``folder/images``.

    A page that cannot be read comes back with reader ``failed`` and the reason, so that the others go on.

    Args:
        source: what ``open_source`` returned.
        number: the page, counted from 1.
        settings: of the run.
        folder: the document's folder.

    Raises:
        ToolError: Tesseract or one of its languages is missing, so that no page could be read.
        OutputError: the page image cannot be written.
    """
    try:
        return READERS[source.kind](source, number, settings, folder)
    except SourceError as error:
        return _failed(number, error.sentence)
    except ScanError:
        raise
    except FileNotFoundError:
        return _failed(number, "its file has gone since the document was opened")
    except MemoryError:
        return _failed(number, "there is not enough memory for the page image")
    except Exception as error:  # noqa: BLE001  a malformed page can make any decoder raise anything: one page fails
        log.warning("page %d of %s: %r", number, source.path.name, error)
        return _failed(number, f"the page is damaged ({type(error).__name__})")


def _failed(number: int, reason: str) -> Page:
    return Page(number=number, reader="failed", failure=reason)


def _read_dump_page(source: Source, number: int, _settings: Settings, _folder: Path) -> Page:
    return read_dump(source.path)[number - 1]


def _read_transcript_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    frame = source.frames[number - 1]
    page, beside = read_transcript_page(frame.path, frame.number)
    page = msgspec.structs.replace(page, number=number)
    grey = _image_of(page, beside, settings) if beside else None
    if grey is None:
        return page
    image = save_image(grey, number, folder)
    return msgspec.structs.replace(with_ink(page, grey, settings), image=image, judgement="with its page image")


def _image_of(page: Page, path: Path, settings: Settings) -> Grey | None:
    """The image of a page, at the size of the page; None for another picture, or one that cannot be decoded."""
    try:
        with opened(path) as image:
            check_pixels(max(image.width * image.height, page.width * page.height), settings)
            if abs(image.width * page.height - image.height * page.width) > OTHER_SHAPE * image.height * page.width:
                log.warning("page %d: %s has another shape than the page, and is left out", page.number, path.name)
                return None
            grey = grey_of(
                image.resize((page.width, page.height)) if image.size != (page.width, page.height) else image
            )
    except (SourceError, *DECODING) as error:
        log.warning("page %d: %s cannot be read (%s)", page.number, path.name, error)
        return None
    return grey


def _read_image_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    frame = source.frames[number - 1]
    with opened(frame.path) as image:
        image.seek(frame.number)
        check_pixels(image.width * image.height, settings)
        grey = _part(grey_of(image), frame)
    # The resolution that an image claims is often wrong (scans at 300 dpi that say 72): preparation measures the type.
    page, prepared = _read_scan(grey, number, settings)
    return msgspec.structs.replace(page, number=number, image=save_image(prepared, number, folder))


def _read_pdf_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    frame = source.frames[number - 1]
    with open_pdf(source.path) as document:
        page = document[frame.number]
        layer, reason = text_layer.assess(page, frame.number, settings.lang)
        if not frame.is_whole:
            layer, reason = text_layer.Layer.NONE, "one of two facing pages on one image"
        if layer is text_layer.Layer.NONE:
            return msgspec.structs.replace(_read_picture(page, frame, number, settings, folder), judgement=reason)
        quarters = turn_upright(page)
        if quarters:
            log.info("page %d has its text turned by %d degrees", number, 90 * quarters)
        if layer in (text_layer.Layer.OCR, text_layer.Layer.POOR):
            return _read_ocr_page(page, frame, number, settings, folder, text_layer.Judgement(layer, reason))
        # Type sizes are compared within a document, so that all its pages must have one scale.
        dpi = settings.dpi if source.is_mixed else min(text_layer.DPI, settings.dpi)
        lines, strokes = text_layer.read(page, source.path, frame.number + 1, dpi, quarters)
        found = _layer_page(_render(page, dpi, settings), lines, number, folder, dpi, TEXT_LAYER)
    found = msgspec.structs.replace(found, rules=strokes.rules(dpi), judgement=reason)
    sizes = [line.size for line in lines if line.size]
    x_height = X_HEIGHT * median(sizes) if sizes else 0.0
    return with_ruled_tables(found, ruled_tables(strokes.level, strokes.upright, x_height))


X_HEIGHT = 0.5
"""Share of its size that a small letter of a type is high."""


def _read_picture(page: pdfium.PdfPage, frame: Frame, number: int, settings: Settings, folder: Path) -> Page:
    grey = _render(page, _scan_dpi(page, settings.dpi), settings)
    # Unlike an image file, a PDF knows how large its pages are, so that they can have one scale.
    read, image = at_resolution(*_read_scan(_part(grey, frame), number, settings), settings.dpi)
    heard = with_witness(read, image, text_layer.words_of(page))
    return msgspec.structs.replace(heard, number=number, image=save_image(image, number, folder))


def _read_ocr_page(
    page: pdfium.PdfPage,
    frame: Frame,
    number: int,
    settings: Settings,
    folder: Path,
    judgement: text_layer.Judgement,
) -> Page:
    """A page with somebody else's OCR: that, if it is good and nothing is raised; else our reading, unless it is worse.

    Who knows no superscripts has lost note calls and labels of which the words tell nothing, and where words do not
    stand on their ink, nobody finds these; then our reading is taken wherever the image is legible.
    """
    layer, reason = judgement
    grey, lines = text_layer.read_ocr(page, _render(page, settings.dpi, settings), settings.dpi)
    theirs = _layer_page(grey, lines, number, folder, settings.dpi, "ocr-layer")
    in_place = stands_on_ink(grey, lines)
    if not in_place:
        reason = "the words of its OCR layer do not stand on their ink: read again"
    elif layer is text_layer.Layer.OCR:
        marked = with_ink(theirs, grey, settings)
        if not any(line.marks for line in marked.lines):
            return msgspec.structs.replace(marked, judgement=reason)
        reason = "an OCR layer over raised signs: read again"
    ours = _read_picture(page, frame, number, settings, folder)
    if _is_legible(ours, theirs, settings.lang) and not (in_place and _is_stranger(ours, theirs, settings.lang)):
        return msgspec.structs.replace(ours, judgement=reason)
    save_image(grey, number, folder)
    return msgspec.structs.replace(with_ink(theirs, grey, settings), judgement=f"{reason}, no better: kept")


def _is_legible(ours: Page, theirs: Page, lang: str) -> bool:
    """Whether our reading has nearly as many known words as the OCR layer, which may be that of a sharper image."""
    read, kept = (text_layer.known_words(_text(page), lang) for page in (ours, theirs))
    return read >= LEGIBLE * kept


def _is_stranger(ours: Page, theirs: Page, lang: str) -> bool:
    """Whether our reading has more strange words than the OCR layer."""
    return text_layer.strange_words(_text(ours), lang) > text_layer.strange_words(_text(theirs), lang)


def _text(page: Page) -> str:
    return "\n".join(line.text for line in page.lines)


LEGIBLE = 0.9
"""Share of the words of an OCR layer that our reading of a legible page has at least."""


def _layer_page(grey: Grey, lines: tuple[Line, ...], number: int, folder: Path, dpi: int, reader: str) -> Page:
    image, (height, width) = save_image(grey, number, folder), grey.shape
    return Page(number=number, reader=reader, lines=lines, width=width, height=height, dpi=dpi, image=image)


def _scan_dpi(page: pdfium.PdfPage, dpi: int) -> float:
    """The resolution at which to render a page image: where the page claims an absurd size, that of its picture.

    No journal is as small as a stamp or as large as a poster; such sizes come from scanners that wrote a wrong
    resolution.
    """
    long_side = max(page.get_size()) * dpi / 72
    pictures = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
    pixels = max((max(picture.get_px_size()) for picture in pictures), default=0)
    if STAMP <= long_side <= POSTER or not pixels or not long_side:
        return dpi
    wanted = max(long_side, min(pixels, POSTER)) if long_side < STAMP else min(long_side, max(pixels, STAMP))
    return float(dpi * wanted / long_side)


def _render(page: pdfium.PdfPage, dpi: float, settings: Settings) -> Grey:
    scale = dpi / 72  # PDF user space has 72 units to the inch
    width, height = page.get_size()
    check_pixels(round(width * scale) * round(height * scale), settings)
    check_pictures(page, settings)
    bitmap = page.render(scale=scale, grayscale=True)
    return np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)


def _part(grey: Grey, frame: Frame) -> Grey:
    """The columns of an image that are the page."""
    width = grey.shape[1]
    return grey[:, round(frame.left * width) : round(frame.right * width)]


def _read_scan(grey: Grey, number: int, settings: Settings) -> tuple[Page, Grey]:
    """Read a page image, turned the right way up where it was not; and the image to which its boxes refer."""
    quarters = 1 if is_sideways(grey) else 0
    page, prepared = _read_turned(grey, quarters, settings)
    if is_badly_read(page):
        other, upright = _read_turned(grey, quarters + 2, settings)
        if confidence(other) > confidence(page):
            page, prepared, quarters = other, upright, quarters + 2
    if quarters:
        log.info("page %d was scanned turned by %d degrees", number, 90 * quarters)
    return page, prepared.grey


def _read_turned(grey: Grey, quarters: int, settings: Settings) -> tuple[Page, Prepared]:
    prepared = prepare(turned(grey, quarters) if quarters else grey, settings.dpi)
    return read_scan(prepared, settings), prepared


def save_image(grey: Grey, number: int, folder: Path) -> str:
    """Write the page image; returns its path relative to the document's folder.

    Raises:
        OutputError: it cannot be written.
    """
    name = f"images/{number:04d}.jpg"
    beside = folder / f"{name}.part"
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(grey).save(beside, format="JPEG", quality=JPEG_QUALITY)
        beside.replace(folder / name)
    except OSError as error:
        raise OutputError(f"the page image {name} cannot be written ({error.strerror})", "check the folder") from error
    return name


READERS: dict[str, Callable[[Source, int, Settings, Path], Page]] = {
    Kind.PDF: _read_pdf_page,
    Kind.IMAGE: _read_image_page,
    Kind.TRANSCRIPT: _read_transcript_page,
    Kind.DUMP: _read_dump_page,
}
