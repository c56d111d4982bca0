"""Pages that are images: of image files, and of PDFs, with somebody else's OCR behind them or without."""

import logging
from pathlib import Path

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.config import Settings
from pipeline.model import Page
from pipeline.ocr.collation.third_witness import with_witness
from pipeline.ocr.foreign_words import with_ink
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.kept_images import page_with_image, render, save_image
from pipeline.ocr.limits import check_pixels
from pipeline.ocr.page_image.image_files import grey_of, opened
from pipeline.ocr.page_image.orientation import confidence, is_badly_read, is_sideways, turned
from pipeline.ocr.page_image.page_scale import at_resolution
from pipeline.ocr.page_image.preparation import Prepared, prepare
from pipeline.ocr.pdf_text import text_layer
from pipeline.ocr.pdf_text.layer_places import stands_on_ink
from pipeline.ocr.pdf_text.skewed_layer import read_ocr
from pipeline.ocr.scan import read_scan
from pipeline.ocr.sources import Frame, Source

log = logging.getLogger(__name__)

STAMP, POSTER = 1500, 6000
"""Pixels of the longer side of a page, at the resolution of reading, below and above which its size is wrong."""


def read_image_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    """A page of an image file."""
    frame = source.frames[number - 1]
    with opened(frame.path) as image:
        image.seek(frame.number)
        check_pixels(image.width * image.height, settings)
        grey = _part(grey_of(image), frame)
    # The resolution that an image claims is often wrong (scans at 300 dpi that say 72): preparation measures the type.
    page, prepared = _read_scan(grey, number, settings)
    return msgspec.structs.replace(page, number=number, image=save_image(prepared, number, folder))


def read_picture(page: pdfium.PdfPage, frame: Frame, number: int, settings: Settings, folder: Path) -> Page:
    """A page of a PDF, from its image alone."""
    grey = render(page, _scan_dpi(page, settings.dpi), settings)
    # Unlike an image file, a PDF knows how large its pages are, so that they can have one scale.
    read, image = at_resolution(*_read_scan(_part(grey, frame), number, settings), settings.dpi)
    heard = with_witness(read, image, text_layer.words_of(page))
    return msgspec.structs.replace(heard, number=number, image=save_image(image, number, folder))


def read_ocr_page(
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
    grey, lines = read_ocr(page, render(page, settings.dpi, settings), settings.dpi)
    theirs = page_with_image(grey, lines, number, folder, settings.dpi, "ocr-layer")
    in_place = stands_on_ink(grey, lines)
    if not in_place:
        reason = "the words of its OCR layer do not stand on their ink: read again"
    elif layer is text_layer.Layer.OCR:
        marked = with_ink(theirs, grey, settings)
        if not any(line.marks for line in marked.lines):
            return msgspec.structs.replace(marked, judgement=reason)
        reason = "an OCR layer over raised signs: read again"
    ours = read_picture(page, frame, number, settings, folder)
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
