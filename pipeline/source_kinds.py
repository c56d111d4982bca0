"""What a file is, told by what is in it: the only place that decides which files are sources.

Suffixes lie (ALTO and PAGE are both called ``.xml``, and so are TEI and METS, which are no sources), so that only plain
text, which has no signature, is told by its name.
"""

import re
from enum import StrEnum
from pathlib import Path


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
BY_SUFFIX = {
    ".pdf": Kind.PDF,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), Kind.IMAGE),
    **dict.fromkeys((".hocr", ".alto"), Kind.TRANSCRIPT),
    ".txt": Kind.DUMP,
}
IMAGE_SIGNATURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
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
    if head.startswith(IMAGE_SIGNATURES):
        return Kind.IMAGE
    if transcript_format(head):
        return Kind.TRANSCRIPT
    return BY_SUFFIX.get(path.suffix.lower(), Kind.UNKNOWN)


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
