"""Pages of PDFs: the text from which they were made, or else what they show.

What reads images is imported where there is something to read: it takes as long to load as three pages of text to read.
"""

import logging
from pathlib import Path
from statistics import median

import msgspec

from pipeline.config import Settings
from pipeline.model import TEXT_LAYER, Page
from pipeline.ocr.kept_images import page_with_image, render
from pipeline.ocr.lines.ruled_tables import with_ruled_tables
from pipeline.ocr.pdf_text import text_layer
from pipeline.ocr.pdf_text.drawn_rules import Strokes
from pipeline.ocr.pdf_text.turned_pages import turn_upright
from pipeline.ocr.sources import Source, open_pdf

log = logging.getLogger(__name__)


X_HEIGHT = 0.5
"""Share of its size that a small letter of a type is high."""


def read_pdf_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    """A page of a PDF.

    Raises:
        ScanError: it cannot be read, or its image cannot be written.
    """
    frame = source.frames[number - 1]
    with open_pdf(source.path) as document:
        page = document[frame.number]
        layer, reason = text_layer.assess(page, frame.number, settings.lang)
        if not frame.is_whole:
            layer, reason = text_layer.Layer.NONE, "one of two facing pages on one image"
        if layer is text_layer.Layer.NONE:
            from pipeline.ocr.scanned_pages import read_picture

            return msgspec.structs.replace(read_picture(page, frame, number, settings, folder), judgement=reason)
        quarters = turn_upright(page)
        if quarters:
            log.info("page %d has its text turned by %d degrees", number, 90 * quarters)
        if layer in (text_layer.Layer.OCR, text_layer.Layer.POOR):
            from pipeline.ocr.scanned_pages import read_ocr_page

            return read_ocr_page(page, frame, number, settings, folder, text_layer.Judgement(layer, reason))
        # Type sizes are compared within a document, so that all its pages must have one scale.
        dpi = settings.dpi if source.is_mixed else min(text_layer.DPI, settings.dpi)
        lines, strokes = text_layer.read(page, source.path, frame.number + 1, dpi, quarters)
        found = page_with_image(render(page, dpi, settings), lines, number, folder, dpi, TEXT_LAYER)
    found = msgspec.structs.replace(found, rules=strokes.rules(dpi), judgement=reason)
    return _with_tables(found, strokes) if strokes.upright else found


def _with_tables(page: Page, strokes: Strokes) -> Page:
    """The page, its ruled tables read cell after cell."""
    from pipeline.ocr.ink.ruled_cells import ruled_tables

    sizes = [line.size for line in page.lines if line.size]
    x_height = X_HEIGHT * median(sizes) if sizes else 0.0
    return with_ruled_tables(page, ruled_tables(strokes.level, strokes.upright, x_height))
