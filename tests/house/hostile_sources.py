"""Sources that are odd or hostile, and can be read all the same, or cost only themselves."""

import io
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from tests.house.broken_sources import CATALOGUE, pdf

PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def page(extra: bytes = b"", box: bytes = b"[0 0 400 300]") -> bytes:
    """A page with the text stream of object 4 and the font of object 5."""
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox %s /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> /XObject << /I 6 0 R >> >> %s >>" % (box, extra)
    )


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


LINES = (b"The wardens of Oxmere wrote to the county", b"for a lantern on the road along the river.")
TEXT = stream(
    b"BT /F1 12 Tf "
    + b" ".join(b"1 0 0 1 40 %d Tm (%s) Tj" % (240 - 20 * n, line) for n, line in enumerate(LINES))
    + b" ET"
)
STAIRS = stream(
    b"BT /F1 8 Tf "
    + b" ".join(b"1 0 0 1 %d %d Tm (%s) Tj" % (9 * n, 280 - 15 * n, b"the road " * (3 + n)) for n in range(16))
    + b" ET"
)
"""Sixteen lines of which no two share an edge."""
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def text_pdf(extra: bytes = b"", box: bytes = b"[0 0 400 300]", *more: bytes, catalogue: bytes = CATALOGUE) -> bytes:
    """A PDF of one page with two lines of text."""
    return pdf(catalogue, PAGES, page(extra, box), TEXT, FONT, *more)


def many_pages(count: int) -> bytes:
    """A PDF whose page tree lists one page again and again."""
    kids = b"[" + b"3 0 R " * count + b"]"
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids %s /Count %d >>" % (kids, count), page(), TEXT, FONT)


def bomb() -> bytes:
    """A PDF of some kilobytes whose picture unpacks to a gigabyte."""
    packer, packed = zlib.compressobj(9), b""
    for _ in range(1024):
        packed += packer.compress(bytes(1 << 20))
    packed += packer.flush()
    entries = b"/Type /XObject /Subtype /Image /Width 32768 /Height 32768 /ColorSpace /DeviceGray /BitsPerComponent 8"
    picture = stream(packed, entries + b" /Filter /FlateDecode")
    draw = stream(b"400 0 0 300 0 0 cm /I Do")
    return pdf(CATALOGUE, PAGES, page(), draw, FONT, picture)


def loop() -> bytes:
    """A page tree that contains itself."""
    return pdf(CATALOGUE, b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", page(), TEXT, FONT)


def parents_in_a_circle() -> bytes:
    """Two nodes of the page tree that are each other's children."""
    nodes = (b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>")
    return pdf(CATALOGUE, *nodes)


def form_in_itself() -> bytes:
    """A drawing that draws itself."""
    form = stream(b"/I Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 6 0 R >> >>")
    return text_pdf(b"", b"[0 0 400 300]", form)


def packed_text(size: int, times: int = 1) -> bytes:
    """A PDF whose page is described by a stream that unpacks to ``size`` blanks, packed so many times."""
    content, filters = bytes(size), b"/FlateDecode " * times
    for _ in range(times):
        content = zlib.compress(content, 9)
    return pdf(CATALOGUE, PAGES, page(), stream(content, b"/Filter [%s]" % filters), FONT)


def picture_pdf(mode: str) -> bytes:
    """A PDF of a page image in a mode of Pillow's, which packs black and white as CCITT and CMYK as JPEG."""
    return encoded(mode, "PDF", resolution=200)


def jbig2_pdf() -> bytes:
    """A PDF of a page image packed as JBIG2: a page and one region, coded as a fax (T.88, 7.2, 7.4.6 and 7.4.8)."""
    image = ImageOps.invert(type_image("L")).convert("1")
    buffer = io.BytesIO()
    image.save(buffer, "TIFF", compression="group4", tiffinfo={278: image.height})
    with Image.open(buffer) as tiff:
        (start,), (length,) = tiff.tag_v2[273], tiff.tag_v2[279]  # type: ignore[attr-defined]
    fax = buffer.getvalue()[start : start + length]
    size = struct.pack(">II", *image.size)
    page_info = size + struct.pack(">IIBH", 0, 0, 0, 0)
    region = size + struct.pack(">IIBB", 0, 0, 0, 1) + fax
    segments = struct.pack(">IBBBI", 0, 48, 0, 1, len(page_info)) + page_info
    segments += struct.pack(">IBBBI", 1, 38, 0, 1, len(region)) + region
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1" % image.size
    )
    picture = stream(segments, entries + b" /Filter /JBIG2Decode")
    return pdf(CATALOGUE, PAGES, page(box=b"[0 0 432 144]"), stream(b"432 0 0 144 0 0 cm /I Do"), FONT, picture)


def deep_picture_pdf() -> bytes:
    """A PDF of a page image of 16 bits a pixel."""
    image = type_image("L")
    packed = zlib.compress(b"".join(bytes((level, level)) for level in image.tobytes()))
    entries = (
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 16" % image.size
    )
    picture = stream(packed, entries + b" /Filter /FlateDecode")
    return pdf(CATALOGUE, PAGES, page(box=b"[0 0 432 144]"), stream(b"432 0 0 144 0 0 cm /I Do"), FONT, picture)


SCRIPTED = b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> >>"
FILES = b"<< /EmbeddedFiles << /Names [(evil.exe) << /Type /Filespec /F (evil.exe) >>] >> >>"
ATTACHED = b"<< /Type /Catalog /Pages 2 0 R /Names %s >>" % FILES


def stairs() -> bytes:
    """A PDF of lines that neither begin nor end under each other."""
    return pdf(CATALOGUE, PAGES, page(), STAIRS, FONT)


PDFS: dict[str, tuple[Callable[[], bytes], int]] = {
    "rotated": (lambda: text_pdf(b"/Rotate 90"), 0),
    "cropped": (lambda: text_pdf(b"/CropBox [20 20 380 280]"), 0),
    "crop box outside the page": (lambda: text_pdf(b"/CropBox [900 900 990 990]"), 5),
    "page box turned round": (lambda: text_pdf(box=b"[400 300 0 0]"), 0),
    "page far from the origin": (lambda: text_pdf(box=b"[-1000 -1000 400 300]"), 0),
    "javascript": (lambda: text_pdf(catalogue=SCRIPTED), 0),
    "attachment": (lambda: text_pdf(catalogue=ATTACHED), 0),
    "drawing that draws itself": (form_in_itself, 0),
    "page tree in itself": (loop, 5),
    "page tree in a circle": (parents_in_a_circle, 5),
    "page of no size": (lambda: text_pdf(box=b"[0 0 0 0]"), 0),
    "page of a square kilometre": (lambda: text_pdf(box=b"[0 0 2834646 2834646]"), 5),
    "user unit": (lambda: text_pdf(b"/UserUnit 1000"), 0),
    "no end": (lambda: text_pdf()[:-60], 5),
    "junk before and after": (lambda: b"\n" * 500 + text_pdf() + b"\0" * 5000, 0),
    "10,000 pages": (lambda: many_pages(10_000), 5),
    "picture bomb": (bomb, 5),
}
"""What is odd -> what makes it, and the exit code."""

PICTURES: dict[str, Callable[[], bytes]] = {
    "CCITT": lambda: picture_pdf("1"),
    "JBIG2": jbig2_pdf,
    "CMYK": lambda: picture_pdf("CMYK"),
    "palette": lambda: picture_pdf("P"),
    "transparent": lambda: picture_pdf("RGBA"),
    "16 bits": deep_picture_pdf,
}
"""PDFs of the two lines as a picture, by what is odd about it."""


def type_image(mode: str) -> Image.Image:
    """Two lines of large type, in a mode of Pillow's."""
    image = Image.new("L", (1200, 400), 255)
    draw = ImageDraw.Draw(image)
    for number, line in enumerate(LINES):
        draw.text((60, 80 + 90 * number), line.decode(), fill=0, font_size=48)
    return (
        image.convert("I").point(lambda level: level * 257).convert("I;16") if mode == "I;16" else image.convert(mode)
    )


def encoded(mode: str, form: str, **options: object) -> bytes:
    """The image in a file format."""
    buffer = io.BytesIO()
    type_image(mode).save(buffer, form, **options)
    return buffer.getvalue()


IMAGES: dict[str, Callable[[], bytes]] = {
    "16 bits.png": lambda: encoded("I;16", "PNG"),
    "16 bits.tif": lambda: encoded("I;16", "TIFF"),
    "alpha.png": lambda: encoded("LA", "PNG"),
    "palette.png": lambda: encoded("P", "PNG"),
    "black and white.png": lambda: encoded("1", "PNG"),
    "cmyk.jpg": lambda: encoded("CMYK", "JPEG"),
    "cmyk.tif": lambda: encoded("CMYK", "TIFF"),
    "ccitt.tif": lambda: encoded("1", "TIFF", compression="group4"),
    "lzw.tif": lambda: encoded("RGB", "TIFF", compression="tiff_lzw"),
    "floating point.tif": lambda: encoded("F", "TIFF"),
    "png named jpg.jpg": lambda: encoded("L", "PNG"),
    "netpbm.pbm": lambda: encoded("1", "PPM"),
    "16 bits.pgm": lambda: encoded("I;16", "PPM"),
    "palette.gif": lambda: encoded("P", "GIF"),
    "windows.bmp": lambda: encoded("RGB", "BMP"),
    "lossy.webp": lambda: encoded("RGB", "WEBP"),
    "wavelets.jp2": lambda: encoded("L", "JPEG2000"),
}
"""File name -> what makes it; all of them show the same two lines."""

NAMES = (
    "two words.txt",
    "two\nlines.txt",
    "ünïcödé 灯.txt",
    "..dots...txt",
    "--dashes.txt",
    "quote'\"`$(touch pwned).txt",
    "[bracket]*?.txt",
    "%s%d{0}.txt",
    "right-to-left \u202e txt.txt",
    "a" * 200 + ".txt",
)
"""Names of files that programs have stumbled over."""


def write(folder: Path, name: str, content: bytes) -> Path:
    """A source in a folder."""
    path = folder / name
    path.write_bytes(content)
    return path
