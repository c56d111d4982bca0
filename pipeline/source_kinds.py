"""What a file is, told by what is in it: the only place that decides which files are sources.

Suffixes lie (ALTO and PAGE are both called ``.xml``, and so are TEI and METS, which are no sources), so that only plain
text and Markdown, which have no signature, are told by their names.
"""

import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple


class Kind(StrEnum):
    """What a file holds."""

    PDF = "pdf"
    IMAGE = "images"
    TRANSCRIPT = "transcript"
    """Words with their places on the page, as an OCR engine or a transcriber wrote them: hOCR, ALTO, PAGE."""
    DUMP = "dump"
    UNKNOWN = ""


PAGE_KINDS = frozenset({Kind.IMAGE, Kind.TRANSCRIPT})
"""Kinds of which a folder or a pattern makes one document."""
IMAGE_SUFFIXES = (
    ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".jp2", ".j2k", ".jpf", ".jpx", ".webp", ".bmp", ".gif", ".pbm", ".pgm",
    ".ppm", ".pnm",
)  # fmt: skip
MARKDOWN_SUFFIXES = (".md", ".markdown", ".mmd")
"""What language models write their readings to; also what people write about a folder (see ``intake``)."""
TEXT_SUFFIXES = (".txt", *MARKDOWN_SUFFIXES)
BY_SUFFIX = {
    ".pdf": Kind.PDF,
    **dict.fromkeys(IMAGE_SUFFIXES, Kind.IMAGE),
    **dict.fromkeys((".hocr", ".alto"), Kind.TRANSCRIPT),
    **dict.fromkeys(TEXT_SUFFIXES, Kind.DUMP),
}
IMAGE = re.compile(
    rb"""
      \x89PNG
    | \xff\xd8\xff                         # JPEG
    | II[*+]\0 | MM\0[*+]                  # TIFF, BigTIFF
    | \0\0\0\x0cjP\ \ \r\n | \xff\x4f\xff\x51  # JPEG 2000: the file, and the bare codestream
    | RIFF.{4}WEBP
    | GIF8[79]a
    | BM.{12}[\x0c\x10\x28\x34\x38\x40\x6c\x7c]\0\0\0  # BMP: "BM" may begin a text, so the size of its header too
    | P[1-6](?:\s|\#[^\n]*\n)+\d+(?:\s|\#[^\n]*\n)+\d+\s  # PBM, PGM, PPM: width and height follow
    """,
    re.VERBOSE | re.DOTALL,
)


class Stranger(NamedTuple):
    """A kind of file that is often taken for a source, and how to make one of it."""

    name: str
    remedy: str


AS_PNG = "export it as PNG or TIFF"
STRANGERS = {
    rb"AT&TFORM": Stranger("DjVu", "make a PDF of it (ddjvu -format=pdf)"),
    rb"(?:\xc5\xd0\xd3\xc6.{28})?%!PS": Stranger("PostScript", "make a PDF of it (ps2pdf)"),
    rb".{4}ftyp(?:hei|hev|mif1|msf1)": Stranger("a HEIC photograph", AS_PNG),
    rb".{4}ftypavi[fs]": Stranger("an AVIF image", AS_PNG),
    rb"8BPS": Stranger("a Photoshop document", AS_PNG),
    rb"PK[\x03\x05].{28}mimetypeapplication/epub": Stranger("an EPUB", "give the scan that it was made from"),
    rb"PK[\x03\x05]": Stranger("an archive or an office document", "unpack it, or save it as PDF"),
    rb"\xd0\xcf\x11\xe0": Stranger("an office document", "save it as PDF"),
    rb"\{\\rtf": Stranger("RTF", "save it as PDF or as plain text"),
    rb"\x1f\x8b|7z\xbc\xaf|Rar!|BZh|\xfd7zXZ": Stranger("an archive", "unpack it"),
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?[^>]*>\s*)*<document\b[^>]*FineReader": Stranger(
        "ABBYY's own XML", "export ALTO from it"
    ),
    rb"(?:\xef\xbb\xbf)?\s*<(?i:!doctype\s+html|html)\b": Stranger("a web page", "save its text as plain text (.txt)"),
}
"""How a file begins, as a regular expression -> what it is; the first that fits."""
HEAD = 4096
"""Bytes that are looked at; the preambles of HTML with style sheets are longer only behind an ``ocr-system``."""
ROOT = re.compile(rb"<(?![?!])(?:[\w.-]+:)?(?P<name>[A-Za-z][\w.-]*)")
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
HOCR = re.compile(rb"ocr[-_](?:system|capabilities|page|carea|par|line|recognized|id)\b|ocrx_word")


def kind_of(path: Path) -> Kind:
    """What a file is; where its content does not tell, what its name says, so that a damaged source is one.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    if has_pdf_header(head):
        return Kind.PDF
    if IMAGE.match(head):
        return Kind.IMAGE
    if transcript_format(head):
        return Kind.TRANSCRIPT
    return BY_SUFFIX.get(path.suffix.lower(), Kind.UNKNOWN)


def what_else(path: Path) -> Stranger | None:
    """What a file is that is no source, as far as one knows.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(HEAD)
    return next((found for begin, found in STRANGERS.items() if re.match(begin, head, re.DOTALL)), None)


def has_pdf_header(head: bytes) -> bool:
    """Whether a file that begins so is a PDF.

    PDF 32000-1, annex H.3.4: readers accept the header anywhere in the first 1024 bytes.
    """
    return b"%PDF-" in head[:1024]


def transcript_format(head: bytes) -> str:
    """``alto``, ``page-xml`` or ``hocr`` by the first bytes of a file; empty for anything else.

    A file of another kind that mentions these words (a TEI edition, a script) has another root.
    """
    text = COMMENT.sub(b"", head.replace(b"\0", b""))  # UTF-16 is ASCII with zeros between
    text = text.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    root = ROOT.search(text) if text.startswith(b"<") else None
    if root is None:
        return ""
    name = root["name"].lower()
    if name in (b"alto", b"pcgts"):
        return "alto" if name == b"alto" else "page-xml"
    return "hocr" if name in (b"html", b"head", b"body", b"div") and HOCR.search(text) else ""
