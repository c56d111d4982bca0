"""Tesseract as a process: one thread, a time limit, and a sentence when it is not there."""

import os
from functools import lru_cache

import pytesseract
from PIL import Image

from pipeline.config import Settings
from pipeline.errors import SourceError, ToolError
from pipeline.ocr.ink.greys import Grey

REMEDY = "install it (apt-get install tesseract-ocr)"


def hocr_of(image: Grey, settings: Settings, options: str) -> bytes:
    """What Tesseract reads on an image, as hOCR.

    Raises:
        ToolError: Tesseract or a language is missing.
        SourceError: Tesseract crashed, or took longer than ``page_timeout``.
    """
    require_languages(settings.lang)
    # With its own OpenMP threads a page takes five times as long (12 s against 2.4 s on two cores).
    os.environ["OMP_THREAD_LIMIT"] = "1"
    picture = Image.fromarray(image)
    picture.format = "BMP"  # pytesseract would spend a quarter of a second on packing a PNG
    try:
        found = pytesseract.image_to_pdf_or_hocr(
            picture, lang=settings.lang, config=options, extension="hocr", timeout=settings.page_timeout
        )
    except pytesseract.TesseractNotFoundError as error:
        raise ToolError("Tesseract is not installed", REMEDY) from error
    except pytesseract.TesseractError as error:
        raise SourceError(f"Tesseract failed on the page (status {error.status})", "scan it again") from error
    except RuntimeError as error:  # pytesseract's word for a time-out
        raise SourceError(f"Tesseract took longer than {settings.page_timeout} s", "raise --page-timeout") from error
    return bytes(found)


@lru_cache
def _installed() -> frozenset[str]:
    try:
        return frozenset(pytesseract.get_languages())
    except pytesseract.TesseractNotFoundError as error:
        raise ToolError("Tesseract is not installed", REMEDY) from error


def require_languages(lang: str) -> None:
    """Make sure that every language of ``lang`` (codes joined by ``+``) is installed.

    Raises:
        ToolError: one is not, or Tesseract itself is missing.
    """
    for code in lang.split("+"):
        if code not in _installed():
            package = f"tesseract-ocr-{code.replace('_', '-')}"
            raise ToolError(f"Tesseract has no data for {code!r}", f"install it (apt-get install {package})")
