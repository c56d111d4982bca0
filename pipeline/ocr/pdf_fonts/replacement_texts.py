"""Replacement texts of a PDF (``ActualText``: PDF 32000-1, 14.9.4) that hide what is printed.

InDesign marks the number of a note, and the number of a page, with its own control code for it (U+0004, U+0018).
PDFium gives the replacement text for the glyphs, and passes over them where nothing in it can be printed: so all labels
and calls of one digit are lost.
"""

import ctypes
from collections.abc import Iterator

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c


def drop_unprintable(page: pdfium.PdfPage) -> None:
    """Take replacement texts of control codes off the page's objects, so that their glyphs are read; the file stays."""
    for placed in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
        for mark in list(_marks(placed.raw)):
            printed = "".join(_replacement(mark).split())
            if printed and not any(map(str.isprintable, printed)):
                pdfium_c.FPDFPageObj_RemoveMark(placed.raw, mark)


def _marks(placed: pdfium_c.FPDF_PAGEOBJECT) -> Iterator[pdfium_c.FPDF_PAGEOBJECTMARK]:
    for index in range(pdfium_c.FPDFPageObj_CountMarks(placed)):
        yield pdfium_c.FPDFPageObj_GetMark(placed, index)


def _replacement(mark: pdfium_c.FPDF_PAGEOBJECTMARK) -> str:
    """The replacement text of a mark; a space where it has none."""
    length = ctypes.c_ulong()
    if not pdfium_c.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", None, 0, length) or length.value <= 2:
        return " "
    codes = (pdfium_c.FPDF_WCHAR * (length.value // 2))()
    pdfium_c.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", codes, length.value, length)
    return bytes(code & 0xFF for code in codes[:-1]).decode("utf-16-be", "replace")  # PDFium parts a character's bytes
