"""Fonts that a program traced from a scan, so that the letters of an OCR are painted in the shapes of the page.

Acrobat's "ClearScan" takes the letters out of the picture and paints them as glyphs of fonts that it makes for each
page. Whoever takes such text for the author's has ``l'reil`` for ``l'œil``: it is what a reader made of the scan.
"""

import ctypes
import re

import pypdfium2.raw as pdfium_c

TRACED = re.compile(r"(?:[A-Z]{6}\+)?(?:Fd\d{2,}|\*.+-\d{3,})")
"""``Fd1144021``, and since Acrobat DC ``*Times New Roman-Bold-18466``: of 3,100 PDFs only three scans have such."""
LONGEST_NAME = 128  # bytes: the standard allows 127


def is_traced(item: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    """Whether a text object is set in a font that was traced from a scan."""
    name = ctypes.create_string_buffer(LONGEST_NAME)
    pdfium_c.FPDFFont_GetBaseFontName(pdfium_c.FPDFTextObj_GetFont(item), name, LONGEST_NAME)
    return TRACED.fullmatch(name.value.decode("latin-1")) is not None
