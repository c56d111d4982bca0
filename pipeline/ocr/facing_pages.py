"""Where the pages of a source show two facing pages of a book."""

import logging
from pathlib import Path
from statistics import median

import numpy as np
import pypdfium2 as pdfium

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.limits import check_pictures
from pipeline.ocr.page_image.image_files import DECODING, grey_of, opened
from pipeline.ocr.page_image.orientation import LONG_SIDE, reduced
from pipeline.ocr.page_image.spreads import fold_near, fold_of
from pipeline.ocr.page_image.wide_images import may_be_spread
from pipeline.ocr.pdf_text.text_layer import Layer, assess

log = logging.getLogger(__name__)


def fold_of_image(file: Path, index: int, settings: Settings) -> float | None:
    """Where the fold of an image in a file is, as a share of its width; None where it shows one page."""
    try:
        with opened(file) as image:
            image.seek(index)
            if not may_be_spread(*image.size) or image.width * image.height > settings.max_pixels:
                return None
            image.draft("L", (LONG_SIDE, LONG_SIDE))
            return fold_of(grey_of(image))
    except DECODING as error:
        log.debug("%s, image %d: %r", file.name, index, error)
        return None  # its own page will say what is wrong


def folds_of_pdf(document: pdfium.PdfDocument, path: Path, settings: Settings) -> list[float | None]:
    """Where the fold of each page is that shows two facing pages of a scan; None for the others.

    Where several are told by themselves, the others are told by the place of their folds.
    """
    folds: dict[int, float | None] = {}
    for index in range(len(document)):
        grey = _wide_scan(document, path, index, settings)
        if grey is not None:
            folds[index] = fold_of(grey)
    known = [fold for fold in folds.values() if fold is not None]
    if len(known) >= max(SPREADS, SHARE * len(folds)):
        for index in [index for index, fold in folds.items() if fold is None]:
            grey = _wide_scan(document, path, index, settings)
            folds[index] = None if grey is None else fold_near(grey, median(known))
    return [folds.get(index) for index in range(len(document))]


SPREADS, SHARE = 2, 0.3
"""Images that are told to be spreads, and their share of those that are as wide, from which the others are."""


def _wide_scan(document: pdfium.PdfDocument, path: Path, index: int, settings: Settings) -> Grey | None:
    """A small image of a page of a PDF that is a scan of what may be two facing pages; None for another."""
    try:
        if not may_be_spread(*document.get_page_size(index)):
            return None
        page = document[index]
        check_pictures(page, settings)
        if assess(page, index, settings.lang).layer in (Layer.BORN, Layer.EMPTY):
            return None
        bitmap = page.render(scale=LONG_SIDE / max(page.get_size()), grayscale=True)
    except (pdfium.PdfiumError, SourceError, ZeroDivisionError) as error:
        log.debug("%s, page %d: %r", path.name, index + 1, error)
        return None  # its own page will say what is wrong
    return reduced(np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width))
