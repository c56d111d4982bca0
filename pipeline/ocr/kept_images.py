"""The images of pages that are kept beside the results: made grey, and written."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from pipeline.config import Settings
from pipeline.errors import OutputError
from pipeline.model import Line, Page
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.limits import check_pictures, check_pixels

JPEG_QUALITY = 75


def render(page: pdfium.PdfPage, dpi: float, settings: Settings) -> Grey:
    """A page of a PDF as an image.

    Raises:
        SourceError: it would have more pixels than ``settings`` allow.
    """
    scale = dpi / 72  # PDF user space has 72 units to the inch
    width, height = page.get_size()
    check_pixels(round(width * scale) * round(height * scale), settings)
    check_pictures(page, settings)
    bitmap = page.render(scale=scale, grayscale=True)
    return np.array(bitmap.to_numpy()).reshape(bitmap.height, bitmap.width)


def page_with_image(grey: Grey, lines: tuple[Line, ...], number: int, folder: Path, dpi: int, reader: str) -> Page:
    """A page whose lines are known, its image written.

    Raises:
        OutputError: it cannot be written.
    """
    image, (height, width) = save_image(grey, number, folder), grey.shape
    return Page(number=number, reader=reader, lines=lines, width=width, height=height, dpi=dpi, image=image)


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
