"""Fonts that a PDF only names, *Univers* or *Garamond*: two faces of PDFium stand in for all of them.

For every letter that it draws, PDFium stretches the face to the width that the PDF tells, and leaves it so for whatever
the process reads later; the box that it tells of a letter is that of the face as it happens to be. A page had other
words behind another page. So the faces are put into one state before a document is opened, and where the ink of their
letters is, their outlines tell, as they are drawn.
"""

import ctypes
from itertools import product

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from pipeline.ocr.pdf_fonts.letter_outlines import outline_of

FACES = frozenset({b"Chrome Sans MM", b"Chrome Serif MM"})
"""As PDFium names them. What stands in for the fourteen fonts that every reader of PDFs has is never stretched."""
LONGEST_NAME = 64
SAMPLE = "x"
_FONT = (
    f"<</Type/Font/Subtype/Type1/BaseFont/NoSuchFont/FirstChar {ord(SAMPLE)}/LastChar {ord(SAMPLE)}/Widths[0]"
    "/FontDescriptor<</Type/FontDescriptor/FontName/NoSuchFont/Flags %d>>>>"
)
_SANS, _SERIF = _FONT % 32, _FONT % 34
_BOTH_FACES = f"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</A {_SANS}/B {_SERIF}>>>>>>endobj
4 0 obj<</Length 36>>stream
BT/A 1 Tf({SAMPLE})Tj/B 1 Tf({SAMPLE})Tj ET
endstream endobj
trailer<</Root 1 0 R>>
""".encode()
"""A page with a letter of each face, of no width: to draw it gives the face its own width, and the weight of text."""

Bounds = tuple[float, float, float, float]
"""Left, right, lower and upper."""


def settle_faces() -> None:
    """Put the faces into the state in which every document is read; no other document with such fonts may be open.

    Takes .2 ms; .01 s at the first time, in which PDFium looks what fonts the machine has.
    """
    document = pdfium_c.FPDF_LoadMemDocument64(_BOTH_FACES, len(_BOTH_FACES), None)
    page = pdfium_c.FPDF_LoadPage(document, 0)
    for index in range(pdfium_c.FPDFPage_CountObjects(page)):
        letter = pdfium_c.FPDFPage_GetObject(page, index)
        pdfium_c.FPDFFont_GetGlyphPath(pdfium_c.FPDFTextObj_GetFont(letter), ord(SAMPLE), 1.0)
    pdfium_c.FPDF_ClosePage(page)
    pdfium_c.FPDF_CloseDocument(document)


class StandIn:
    """A font of a page for which a face stands in."""

    def __init__(self, font: pdfium_c.FPDF_FONT) -> None:
        self._font = font
        self._inks: dict[int, Bounds | None] = {}

    def ink(self, text_page: pdfium.PdfTextPage, index: int) -> Bounds | None:
        """The bounds of the ink of a character on the page; None where its code does not tell its outline.

        So it is with the letters of a ligature: PDFium tells one box for all of them.
        """
        if _box(text_page, index) in (_box(text_page, index - 1), _box(text_page, index + 1)):
            return None
        code = pdfium_c.FPDFText_GetUnicode(text_page, index)
        if code not in self._inks:
            outline = outline_of(self._font, code)
            self._inks[code] = _bounds([(point.x, point.y) for point in outline]) if outline else None
        ink = self._inks[code]
        return _placed(text_page, index, ink) if ink else None


def stand_in_of(text_page: pdfium.PdfTextPage, index: int) -> StandIn | None:
    """The font of a character, if a face stands in for it."""
    item = pdfium_c.FPDFText_GetTextObject(text_page, index)
    font = pdfium_c.FPDFTextObj_GetFont(item) if item else None
    name = ctypes.create_string_buffer(LONGEST_NAME)
    if font:
        pdfium_c.FPDFFont_GetFamilyName(font, name, LONGEST_NAME)
    return StandIn(font) if name.value in FACES else None


def _box(text_page: pdfium.PdfTextPage, index: int) -> Bounds | None:
    """The bounds of a character as PDFium tells them; None before the first and behind the last."""
    box = tuple(ctypes.c_double() for _ in range(4))
    if not pdfium_c.FPDFText_GetCharBox(text_page, index, *box):
        return None
    left, right, lower, upper = (bound.value for bound in box)
    return left, right, lower, upper


def _placed(text_page: pdfium.PdfTextPage, index: int, ink: Bounds) -> Bounds:
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium_c.FS_MATRIX()
    pdfium_c.FPDFText_GetCharOrigin(text_page, index, x, y)
    pdfium_c.FPDFText_GetMatrix(text_page, index, matrix)
    size = pdfium_c.FPDFText_GetFontSize(text_page, index)
    corners = [(size * across, size * up) for across, up in product(ink[:2], ink[2:])]
    return _bounds([
        (x.value + matrix.a * across + matrix.c * up, y.value + matrix.b * across + matrix.d * up)
        for across, up in corners
    ])  # fmt: skip


def _bounds(points: list[tuple[float, float]]) -> Bounds:
    across, up = zip(*points, strict=True)
    return min(across), max(across), min(up), max(up)
