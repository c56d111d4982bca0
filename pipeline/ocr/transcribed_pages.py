"""Pages that others have read: hOCR, ALTO, PAGE XML, with the image beside them if there is one."""

import logging
from pathlib import Path

import msgspec

from pipeline.config import Settings
from pipeline.errors import SourceError
from pipeline.model import Page
from pipeline.ocr.foreign_words import with_ink
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.kept_images import save_image
from pipeline.ocr.limits import check_pixels
from pipeline.ocr.page_image.image_files import DECODING, grey_of, opened
from pipeline.ocr.sources import Source
from pipeline.ocr.transcripts import read_transcript_page as read_words

log = logging.getLogger(__name__)

OTHER_SHAPE = 0.02
"""Share by which the proportions of a page and of its image may differ."""


def read_transcript_page(source: Source, number: int, settings: Settings, folder: Path) -> Page:
    """The words of a page, and what its image shows beside them."""
    frame = source.frames[number - 1]
    page, beside = read_words(frame.path, frame.number)
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
