"""Text layers of PDFs: which pages have one that can be trusted, and what stands on those pages."""

import ctypes
import re
from collections import Counter
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import wordfreq

from pipeline.model import Line
from pipeline.ocr.pdf_fonts.drawn_accents import with_accents
from pipeline.ocr.pdf_fonts.glyphs import glyphs_of
from pipeline.ocr.pdf_fonts.lost_ligatures import with_ligatures, with_untold_letters
from pipeline.ocr.pdf_fonts.mixed_glyph_numbers import with_numbered_letters
from pipeline.ocr.pdf_fonts.private_codes import PRIVATE, told
from pipeline.ocr.pdf_fonts.signs_for_ligatures import with_ligatures_for_signs
from pipeline.ocr.pdf_fonts.small_capital_fonts import with_small_capitals
from pipeline.ocr.pdf_fonts.traced_fonts import is_traced
from pipeline.ocr.pdf_fonts.windows_codes import with_windows_codes
from pipeline.ocr.pdf_fonts.word_frequencies import frequency_on
from pipeline.ocr.pdf_text.drawn_rules import Strokes, strokes_of
from pipeline.ocr.pdf_text.mingled_words import lies_upon_itself
from pipeline.ocr.pdf_text.text_lines import lines_of

DPI = 150
"""Resolution of the page images of born-digital pages."""
MIN_STAMP = 400
"""Fewer visible characters on a page-size picture are a stamp (``Downloaded by ...``), not the text."""
PAGE_PICTURE, CROPPED = 0.7, 0.4
"""Shares of the page from which a picture is the page; and where the pages beside it are pictures without text."""
MOSTLY_INVISIBLE, ALL_INVISIBLE = 0.5, 0.9
"""Shares of the text: behind a picture of the page a stamp may be visible, and a figure of a born-digital page may have
invisible text beside the visible."""
MAX_FOREIGN = 0.05
KNOWN_BORN = 0.03  # text in another language has more (Latin 0.12), a font with a wrong encoding has none
KNOWN_OCR = 0.9
MAX_STRANGE = 0.005
"""Strange words for each word that begins small, from which our own reading is better: of 1,305 pages of born-digital
English one in ten has more, of 1,071 pages of other people's OCR, all of them with ``KNOWN_OCR`` of their words known,
62 in a hundred: ``securiry``, ``fIrst``."""
MIN_WORDS = 30
MAX_SCRAPS = 0.4
"""Of what white parts: one or two letters and signs. In prose two or three in ten are so short."""
WORD = re.compile(r"[^\W\d_]{3,}")
BROKEN = re.compile(r"(?<![^\W\d_])[^\W\d_]+(?:[\x02\ufffe]|-\s*\n)\s*[^\W\d_]*")
"""A word over the end of a line: no list knows its halves."""
PLAIN = re.compile(r"(?<![\w’'.@/-])[^\W\d_A-Z][^\W\d_]{2,}(?![\w-])")
"""A word that begins small, alone: no name, no part of a compound or an address."""
# Tesseract's language codes -> wordfreq's; languages that wordfreq does not know are not judged.
LANGUAGES = {"eng": "en", "deu": "de", "fra": "fr", "ita": "it", "spa": "es", "nld": "nl", "por": "pt", "pol": "pl"}


class Layer(Enum):
    """What a page's text layer is worth."""

    NONE = "none"
    """There is none, or none that can be trusted: look at the ink."""
    EMPTY = "empty"
    """There is neither text nor anything drawn."""
    OCR = "ocr"
    """Somebody else's OCR behind a picture of the page, and a good one."""
    POOR = "poor"
    """Such OCR with misread words: look at the ink, and keep it where that reads no better."""
    BORN = "born"
    """The text from which the page was made."""


class Judgement(NamedTuple):
    """What a text layer is worth, and why: a sentence for the report."""

    layer: Layer
    reason: str


def assess(page: pdfium.PdfPage, index: int, lang: str) -> Judgement:
    """Judge the text layer of a page, which is number ``index``, from 0, of its document; ``lang`` as for Tesseract."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range() if text_page.count_chars() else ""
        signs = Counter(text)
        printed = sum(times for sign, times in signs.items() if not sign.isspace())
        if printed == 0:
            drawn = any(True for _ in page.get_objects())
            return Judgement(Layer.NONE, "a page image without text") if drawn else Judgement(Layer.EMPTY, "empty")
        if _foreign(text, signs) > MAX_FOREIGN * printed:
            return Judgement(Layer.NONE, "its text layer is of characters without meaning")
        invisible, pictured = (
            _invisible(page, text_page),
            _has_page_picture(page) or _is_cropped_scan(page, index, printed),
        )
        # What is invisible was never printed: where a scanner crops the margins, the picture is smaller than the page.
        if pictured or invisible >= ALL_INVISIBLE:
            if invisible > MOSTLY_INVISIBLE and lies_upon_itself(text_page):
                return Judgement(Layer.NONE, "the words of its OCR layer lie upon one another: read again")
            return _behind_picture(text, printed, lang, invisible=invisible > MOSTLY_INVISIBLE)
        return _of_type(_known(text, lang))
    finally:
        text_page.close()


def _of_type(known: float) -> Judgement:
    if known < KNOWN_BORN:
        return Judgement(
            Layer.NONE, f"{known:.0%} of the words of its text layer are known: its font is encoded wrongly"
        )
    return Judgement(Layer.BORN, "born digital")


def _behind_picture(text: str, printed: int, lang: str, *, invisible: bool) -> Judgement:
    known = _known(text, lang)
    if invisible:
        if known < KNOWN_OCR:
            return Judgement(Layer.NONE, f"{known:.0%} of the words of its OCR layer are known: read again")
        if _is_of_scraps(text):
            return Judgement(Layer.NONE, "its OCR layer is of scraps: read again")
        if (strange := strange_words(text, lang)) > MAX_STRANGE:
            return Judgement(Layer.POOR, f"{strange:.1%} of the words of its OCR layer are misread: read again")
        return Judgement(Layer.OCR, f"{known:.0%} of the words of its OCR layer are known: kept")
    if printed < MIN_STAMP:
        return Judgement(Layer.NONE, "a page image with a stamp")
    return _of_type(known)


def _foreign(text: str, signs: Counter[str]) -> int:
    """Characters that stand for glyphs whose meaning the PDF does not tell; ``signs`` are counts of all."""
    untold = sum(times for sign, times in signs.items() if _is_untold(sign))
    return untold + len("(cid:") * text.count("(cid:")


def _is_untold(sign: str) -> bool:
    control = sign < " " and sign not in "\r\n\t\x02"
    return sign == "\ufffd" or control or ord(told(ord(sign), "")) in PRIVATE


def _known(text: str, lang: str) -> float:
    """Share of the words that a frequency list knows; 1.0 where there are too few to judge, or no list."""
    words = WORD.findall(text.replace("\x02", "").replace("\ufffe", ""))
    lists = [_word_list(language, "small") for language in _listed(lang)]
    if not lists or len(words) < MIN_WORDS:
        return 1.0
    return sum(any(word.lower() in known for known in lists) for word in words) / len(words)


def _is_of_scraps(text: str) -> bool:
    """Whether so much of a page with few words is single signs that it is no text: a drawing, or print on its side."""
    tokens = text.split()
    scraps = sum(not (WORD.search(token) or _NUMBER.fullmatch(token)) for token in tokens)
    return len(WORD.findall(text)) < MIN_WORDS and scraps > MAX_SCRAPS * len(tokens)


_NUMBER = re.compile(r"\W{0,2}\d[\d.,:/–-]*\W{0,2}")


def known_words(text: str, lang: str) -> int:
    """How many words a frequency list knows; all, where there is no list."""
    words, lists = WORD.findall(text), [_word_list(language, "small") for language in _listed(lang)]
    return sum(not lists or any(word.lower() in known for known in lists) for word in words)


def strange_words(text: str, lang: str) -> float:
    """Strange words for each word that begins small; 0.0 where there are too few to judge, or no list.

    A strange one has capitals within or is in no list, however long. It counts once: the author's own terms come again.

    Args:
        text: of a page.
        lang: as for Tesseract.
    """
    words = PLAIN.findall(BROKEN.sub(" ", text))
    lists = [_word_list(language, "best") for language in _listed(lang)]
    if not lists or len(words) < MIN_WORDS:
        return 0.0
    strange = {word for word in words if not any(word in known for known in lists)}
    return len(strange) / len(words)


def _listed(lang: str) -> list[str]:
    return [LANGUAGES[code] for code in lang.split("+") if code in LANGUAGES]


@lru_cache
def _word_list(language: str, size: str) -> frozenset[str]:
    return frozenset(wordfreq.get_frequency_dict(language, wordlist=size))


def _has_page_picture(page: pdfium.PdfPage, least: float = PAGE_PICTURE) -> bool:
    """Whether a picture takes up more than a share of the page."""
    width, height = page.get_size()
    pictures = page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3)
    bounds = (picture.get_bounds() for picture in pictures)
    return any((right - left) * (top - bottom) > least * width * height for left, bottom, right, top in bounds)


def _is_cropped_scan(page: pdfium.PdfPage, index: int, printed: int) -> bool:
    """Whether a page with a smaller picture and hardly a word is a scan with a stamp, since its neighbour is a scan.

    A plate and its caption look the same, but stand among pages of text.
    """
    document = page.pdf
    if printed >= MIN_STAMP or len(document) == 1 or not _has_page_picture(page, CROPPED):
        return False
    neighbour = document[index + 1 if index + 1 < len(document) else index - 1]
    text_page = neighbour.get_textpage()
    try:
        return not text_page.count_chars() and _has_page_picture(neighbour)
    finally:
        text_page.close()
        neighbour.close()


def _invisible(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> float:
    """Share of the characters that OCR programs set: not painted, under a picture, or in traced shapes."""
    covered = _under_picture(page)
    sample = range(0, text_page.count_chars(), 20)
    objects = [item for index in sample if (item := pdfium_c.FPDFText_GetTextObject(text_page, index))]
    hidden = [_is_unpainted(item) or _address(item) in covered or is_traced(item) for item in objects]
    return sum(hidden) / len(hidden) if hidden else 0.0


def _is_unpainted(item: pdfium_c.FPDF_PAGEOBJECT) -> bool:
    """Whether a text is set in render mode 3, or in a colour that is wholly transparent: so HathiTrust's are."""
    mode = pdfium_c.FPDFTextObj_GetTextRenderMode(item)
    if mode != pdfium_c.FPDF_TEXTRENDERMODE_FILL:
        return bool(mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    told = pdfium_c.FPDFPageObj_GetFillColor(item, red, green, blue, alpha)
    return bool(told) and alpha.value == 0


def _under_picture(page: pdfium.PdfPage) -> set[int | None]:
    """The texts over which an opaque picture as large as the page is painted, told by where they are in memory."""
    width, height = page.get_size()
    covered: set[int | None] = set()
    before: set[int | None] = set()
    for item in page.get_objects(max_depth=3):
        if item.type == pdfium_c.FPDF_PAGEOBJ_TEXT:
            before.add(_address(item.raw))
        elif item.type == pdfium_c.FPDF_PAGEOBJ_IMAGE and not pdfium_c.FPDFPageObj_HasTransparency(item):
            left, bottom, right, top = item.get_bounds()
            covered |= before if (right - left) * (top - bottom) > PAGE_PICTURE * width * height else set()
    return covered


def _address(item: object) -> int | None:
    return ctypes.cast(item, ctypes.c_void_p).value  # type: ignore[arg-type]  # a pointer that ctypes does not type


def words_of(page: pdfium.PdfPage) -> list[str]:
    """The words of a text layer in the order of the file; a word that runs over the end of a line is two."""
    text_page = page.get_textpage()
    try:
        text = text_page.get_text_range() if text_page.count_chars() else ""
    finally:
        text_page.close()
    return re.sub(r"[\x02\ufffe]\s*", "- ", text).split()


def read(
    page: pdfium.PdfPage, path: Path, number: int, dpi: int, quarters: int = 0
) -> tuple[tuple[Line, ...], Strokes]:
    """Lines in reading order and rules of a born-digital page, in pixels at ``dpi``.

    ``quarters`` is by how many the page was turned clockwise from how the file has it.
    """
    given = glyphs_of(page, dpi)
    frequency = frequency_on(given)
    coded = with_windows_codes(with_numbered_letters(given, frequency), frequency)
    glyphs = with_ligatures(with_untold_letters(with_accents(with_small_capitals(coded))))
    lines = lines_of(with_ligatures_for_signs(glyphs, frequency))
    return lines, strokes_of(page, path, number, dpi, quarters)
