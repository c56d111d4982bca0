"""Sources that cannot be read, made as small as they can be."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue (PDF 32000-1, 7.5)."""
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        body
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            trailer,
            len(body),
        )
    )


CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = (
    CATALOGUE,
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
)
ENCRYPTION = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"00" * 32 + b"> /U <" + b"11" * 32 + b"> >>"


def write_blank_image(path: Path) -> None:
    """A white page image."""
    Image.new("L", (400, 600), 255).save(path)


def write_words(path: Path) -> None:
    """A text dump of one line."""
    path.write_text("A line of words.\n", encoding="utf-8")


WRITERS: dict[str, Callable[[Path], object]] = {
    "not-a-pdf.pdf": lambda path: path.write_bytes(b"A letter that somebody named wrongly."),
    "empty-file.pdf": lambda path: path.write_bytes(b""),
    "truncated.pdf": lambda path: path.write_bytes(pdf(*ONE_PAGE)[:60]),
    "zero-pages.pdf": lambda path: path.write_bytes(pdf(CATALOGUE, b"<< /Type /Pages /Kids [] /Count 0 >>")),
    "encrypted.pdf": lambda path: path.write_bytes(
        pdf(*ONE_PAGE, ENCRYPTION, trailer=b"/Encrypt 4 0 R /ID [<00> <00>]")
    ),
    "without-text.pdf": lambda path: path.write_bytes(pdf(*ONE_PAGE)),
    "without-text.png": write_blank_image,
    "not-an-image.png": lambda path: path.write_bytes(b"no pixels here"),
    "empty.txt": lambda path: path.write_text("", encoding="utf-8"),
    "letter.docx": lambda path: path.write_bytes(b"PK"),
}
"""File name -> what writes it."""
