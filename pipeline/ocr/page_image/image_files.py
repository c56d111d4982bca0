"""Image files of pages: opened as what they may be and nothing else, counted, and made grey.

Pillow knows some forty formats, among them PostScript, which it hands to an interpreter. Only those in which pages are
scanned are let in, whatever the suffix says.
"""

import logging
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from pipeline.errors import SourceError
from pipeline.ocr.ink.greys import Grey
from pipeline.source_kinds import what_else

log = logging.getLogger(__name__)

FORMATS = ("PNG", "JPEG", "TIFF", "BMP", "GIF", "PPM", "WEBP", "JPEG2000")
"""As Pillow calls them: PPM is all of Netpbm's (PBM, PGM, PPM)."""
OF_PAGES = "TIFF"
"""The format in which people bind pages. Further frames of a GIF, WebP or PNG move; those of a JPEG are previews."""
DECODING = (
    UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, OverflowError,
    struct.error, MemoryError,
)  # fmt: skip
"""Each decoder of images has its own way to be surprised by a damaged file."""
PREMULTIPLIED = {"La": "LA", "RGBa": "RGBA"}
"""Modes of TIFF images whose colours are multiplied by how opaque they are: Pillow converts them only to their like."""
WHITES = (255, 4095, 65535)
"""What white is in greys of 8, 12 and 16 bits: a file of more than 8 does not say which."""


@contextmanager
def opened(path: Path) -> Iterator[Image.Image]:
    """An image of any size, not yet decoded: ``max_pixels`` is checked on its dimensions before it is.

    Raises:
        Exception: one of ``DECODING``, here or when it is decoded.
    """
    limit = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with Image.open(path, formats=FORMATS) as image:
            yield image
    finally:
        Image.MAX_IMAGE_PIXELS = limit


def count_images(path: Path) -> int:
    """How many pages an image file has.

    Raises:
        SourceError: it is no image that is read.
    """
    try:
        with opened(path) as image:
            if image.format == OF_PAGES:
                return getattr(image, "n_frames", 1)
            if image.format != "MPO" and getattr(image, "is_animated", False):
                log.warning("%s is a moving picture: only its first frame is read", path.name)
            return 1
    except DECODING as error:
        raise SourceError(f"{path.name} is not an image that can be read", _remedy(path)) from error


def _remedy(path: Path) -> str:
    try:
        found = what_else(path)
    except OSError:
        found = None
    return f"it is {found.name}: {found.remedy}" if found else "export it again as PNG"


def grey_of(image: Image.Image) -> Grey:
    """An image upright (as its camera says) and grey, on white where it is transparent."""
    upright = ImageOps.exif_transpose(image)
    if upright.mode[0] in "IF":
        return _shallow(np.asarray(upright))
    if upright.mode in PREMULTIPLIED:
        upright = upright.convert(PREMULTIPLIED[upright.mode])
    if "A" in upright.getbands() or "transparency" in upright.info:
        coloured = upright.convert("RGBA")
        upright = Image.alpha_composite(Image.new("RGBA", coloured.size, "white"), coloured)
    return np.asarray(upright.convert("L"))


def _shallow(deep: NDArray[Any]) -> Grey:
    """Greys of 12 or 16 bits, or numbers up to 1.0, in 8 bits. Pillow would make white of all that is above 255."""
    levels = np.nan_to_num(deep.astype(np.float32), posinf=0.0, neginf=0.0)
    most = float(np.max(levels)) if levels.size else 0.0
    whites = (1, *WHITES) if deep.dtype.kind == "f" else WHITES
    white = next((each for each in whites if most <= each), most)
    return np.asarray(np.clip(np.rint(levels * np.float32(255 / white)), 0, 255), np.uint8)
