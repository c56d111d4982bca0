"""What a file may ask for: refused before it is decoded, so that a small file cannot fill the memory.

Times are kept elsewhere: by Tesseract's own limit and by the crew, which ends a worker that takes too long.
"""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.config import Settings
from pipeline.errors import SourceError

DEFLATE_RATIO = 1032
"""Most that deflate can save: https://www.zlib.net/zlib_tech.html, "Maximum Compression Factor"."""
CHUNK = 1 << 20
DICTIONARY = 2048
"""Bytes before ``stream`` in which the dictionary of a stream is looked for."""
STREAM = re.compile(rb"stream\r?\n")


def check_pixels(pixels: float, settings: Settings) -> None:
    """Refuse a page image that is too large, before it is decoded or rendered.

    Raises:
        SourceError: it has more pixels than ``max_pixels``.
    """
    if pixels > settings.max_pixels:
        raise SourceError(
            f"the page image has {pixels:.0f} pixels, the limit is {settings.max_pixels}",
            "scan it smaller, or raise --max-pixels",
        )


def check_pictures(page: pdfium.PdfPage, settings: Settings) -> None:
    """Refuse a PDF page with a picture that is too large, whatever the size at which it is drawn.

    Raises:
        SourceError: one has more pixels than ``max_pixels``.
    """
    for picture in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=5):
        width, height = picture.get_px_size()
        check_pixels(width * height, settings)


def check_file(path: Path, settings: Settings) -> None:
    """Refuse a file of text or markup that is larger than ``max_bytes``.

    Raises:
        SourceError: it is.
    """
    size = path.stat().st_size
    if size > settings.max_bytes:
        raise SourceError(f"{path.name} has {size} bytes, the limit is {settings.max_bytes}", "raise --max-bytes")


def check_streams(path: Path, settings: Settings) -> None:
    """Refuse a PDF with a packed stream that would unpack to more than ``max_bytes``.

    Pictures are left out: their size is known before they are unpacked (``check_pictures``), and they are unpacked row
    by row.

    Raises:
        SourceError: there is one.
    """
    content = path.read_bytes()
    for packed in _packed(content, settings.max_bytes // DEFLATE_RATIO):
        if _unpacks_to_more(packed, settings.max_bytes):
            raise SourceError(
                f"{path.name} holds data that unpack to more than {settings.max_bytes} bytes", "raise --max-bytes"
            )


def _packed(content: bytes, least: int) -> Iterator[memoryview]:
    """The deflated streams of a PDF that are large enough to become a danger, pictures left out."""
    view = memoryview(content)
    for match in STREAM.finditer(content):
        start = match.end()
        header = content[start : start + 2]
        if len(header) < 2 or header[0] & 0x0F != 8 or (header[0] * 256 + header[1]) % 31:  # RFC 1950, 2.2
            continue
        before = content[max(match.start() - DICTIONARY, 0) : match.start()]
        if b"/Image" in before[before.rfind(b" obj") :]:
            continue
        end = content.find(b"endstream", start)
        end = len(content) if end < 0 else end
        if end - start >= least:
            yield view[start:end]


def _unpacks_to_more(packed: memoryview, most: int) -> bool:
    """Unpack piece by piece, keeping nothing, until it ends or is too much; twice where a packed stream is packed."""
    outer, inner = zlib.decompressobj(), zlib.decompressobj()
    total, nested, first = 0, False, True
    rest: bytes | memoryview = packed
    while len(rest) > 0 and not outer.eof:
        try:
            piece = outer.decompress(rest, CHUNK)
        except zlib.error:
            return False
        rest = outer.unconsumed_tail
        nested = nested or (first and len(piece) > 1 and piece[0] & 0x0F == 8 and (piece[0] * 256 + piece[1]) % 31 == 0)
        first = False
        total += len(piece) + (_inner(inner, piece, most) if nested else 0)
        if total > most:
            return True
    return False


def _inner(inner: "zlib._Decompress", piece: bytes, most: int) -> int:
    """How many bytes a piece of a stream within a stream unpacks to, counted up to a limit."""
    total, rest = 0, piece
    while rest and not inner.eof and total <= most:
        try:
            total += len(inner.decompress(rest, CHUNK))
        except zlib.error:
            return total
        rest = inner.unconsumed_tail
    return total
