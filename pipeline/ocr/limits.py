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
    for packed, layers in _packed(content, settings.max_bytes):
        if _unpacks_to_more(packed, layers, settings.max_bytes):
            raise SourceError(
                f"{path.name} holds data that unpack to more than {settings.max_bytes} bytes", "raise --max-bytes"
            )


def _packed(content: bytes, most: int) -> Iterator[tuple[memoryview, int]]:
    """The deflated streams of a PDF that could unpack to too much, and how often each is packed; no pictures."""
    view = memoryview(content)
    for match in STREAM.finditer(content):
        start = match.end()
        header = content[start : start + 2]
        if len(header) < 2 or header[0] & 0x0F != 8 or (header[0] * 256 + header[1]) % 31:  # RFC 1950, 2.2
            continue
        before = content[max(match.start() - DICTIONARY, 0) : match.start()]
        dictionary = before[max(before.rfind(b" obj"), 0) :]
        if b"/Image" in dictionary:
            continue
        end = content.find(b"endstream", start)
        end = len(content) if end < 0 else end
        layers = max(dictionary.count(b"/FlateDecode"), 1)
        if (end - start) * DEFLATE_RATIO**layers > most:
            yield view[start:end], layers


def _unpacks_to_more(packed: memoryview, layers: int, most: int) -> bool:
    """Whether a stream unpacks to more, at any of its layers; nothing is kept."""
    total = 0
    for piece in _unpacked(iter([bytes(packed)]), layers, most):
        total += len(piece)
        if total > most:
            return True
    return False


def _unpacked(pieces: Iterator[bytes], layers: int, most: int) -> Iterator[bytes]:
    """The pieces of a stream without so many layers of packing; it ends where it is damaged or a layer is too much."""
    if layers == 0:
        yield from pieces
        return
    unpacker, total = zlib.decompressobj(), 0
    for piece in _unpacked(pieces, layers - 1, most):
        rest = piece
        while rest and not unpacker.eof:
            try:
                found = unpacker.decompress(rest, CHUNK)
            except zlib.error:
                return
            yield found
            total += len(found)
            if total > most:
                return
            rest = unpacker.unconsumed_tail
