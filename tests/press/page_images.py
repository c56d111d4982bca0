"""Page-image PDFs: one grey JPEG a page, no text, no dates, the same bytes every time (ISO 32000-1, 7.5 and 8.9.5)."""

import io
from collections.abc import Iterable

from PIL import Image

PAGE = (
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {w:.2f} {h:.2f}]"
    "/Resources<</XObject<</I {image} 0 R>>>>/Contents {content} 0 R>>"
)
IMAGE = (
    "<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 8"
    "/Filter/DCTDecode/Length {length}>>"
)


def page_image_pdf(images: Iterable[bytes], dpi: int) -> bytes:
    """A PDF that shows each JPEG file as a page of its own, at its true size.

    Raises:
        ValueError: there is no image.
    """
    bodies: list[bytes] = []
    for data in images:
        bodies.extend(_page(data, dpi, first=3 + len(bodies)))
    if not bodies:
        raise ValueError("a PDF needs at least one page")
    kids = " ".join(f"{number} 0 R" for number in range(3, 3 + len(bodies), 3))
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    tree = f"<</Type/Pages/Count {len(bodies) // 3}/Kids[{kids}]>>".encode()
    return _file([catalog, tree, *bodies])


def _page(data: bytes, dpi: int, first: int) -> list[bytes]:
    """Page, content and image objects, numbered from ``first``."""
    width, height = Image.open(io.BytesIO(data)).size
    w, h = width * 72 / dpi, height * 72 / dpi
    content = f"q {w:.2f} 0 0 {h:.2f} 0 0 cm /I Do Q".encode()
    return [
        PAGE.format(w=w, h=h, content=first + 1, image=first + 2).encode(),
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content),
        IMAGE.format(width=width, height=height, length=len(data)).encode() + b"\nstream\n" + data + b"\nendstream",
    ]


def _file(bodies: list[bytes]) -> bytes:
    """The objects, their cross-reference table and the trailer."""
    out, offsets = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    out += f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer\n<</Size {len(bodies) + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
