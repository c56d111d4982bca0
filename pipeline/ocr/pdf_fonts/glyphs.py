"""The characters of a born-digital page, from PDFium: what they are, where their ink is, and how they are set.

PDFium and not pdfplumber, for two measured reasons: it gives the box of the ink, without which the superscripts of an
OpenType font (same size, same baseline) cannot be seen; and it takes 12 ms a page where pdfplumber takes 53.
"""

import ctypes
import math
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from msgspec.structs import replace

from pipeline.model import PLAIN, Style
from pipeline.ocr.pdf_fonts.glyph_numbers import characters
from pipeline.ocr.pdf_fonts.letter_slant import leans
from pipeline.ocr.pdf_fonts.letter_weight import is_heavy
from pipeline.ocr.pdf_fonts.private_codes import PRIVATE, told
from pipeline.ocr.pdf_fonts.replacement_texts import drop_unprintable
from pipeline.ocr.pdf_fonts.stand_ins import StandIn, stand_in_of

LINE_END_HYPHENS = ("\x02", "\ufffe")  # PDFium's own signs for a hyphen at a line end
ITALIC = re.compile(r"Ital|Obli|Slant|(?<![A-Za-z])(?:ital|obli|slant)|(?:-|[a-z])It\b")
BOLD = re.compile(r"bold|black|heavy|demi|(?-i:\bAdv\w+\.BI?$)", re.IGNORECASE)
"""Also as the system 3B2 names it, ``AdvOT58b04b30.B``."""
SMALL_CAPS = re.compile(r"small.?cap|smcp|smallcaps|[-_ ]sc\b|[a-z]SC\b|(?-i:SC\d\d|[a-z]Caps\b)", re.IGNORECASE)
ITALIC_FLAG = 1 << 6  # PDF 32000-1, table 123
FORCE_BOLD_FLAG = 1 << 18
LIGATURES = frozenset("ﬀﬁﬂﬃﬄ")
HIGH_HALVES, LOW_HALVES = range(0xD800, 0xDC00), range(0xDC00, 0xE000)
"""UTF-16: PDFium gives two for one character beyond U+FFFF (italics of formulas, old scripts), one upon the other."""
FIRST_NUMBER = 4  # of a glyph behind the space
LOW_NUMBERS = frozenset(map(chr, range(FIRST_NUMBER, ord(" "))))
"""As characters, which they are not."""
NO_ADVANCE = 0.05
"""Of the type size: a space by which the pen moves less was taken back."""

SMALLEST = 0.1
"""Pixels, the type size of a font that is set in no size at all: all distances are measured in type sizes."""


class Glyph(NamedTuple):
    """One character; lengths in pixels of the page image, origin top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float
    style: Style
    upright: bool
    after_space: bool
    """Whether the PDF has a space before it."""
    after_gap: bool
    """Whether PDFium takes the white before it for a space."""
    pen: float = math.nan
    """Where the setting began to place it; NaN where the font does not tell."""
    pen_after: float = math.nan
    """Where it left the pen: the white that the font leaves beside its ink (much, in a tabular 1) is no space."""
    space: float = math.nan
    """By how much of the type size the pen moved from the PDF's space before it; NaN where there is none."""
    font: str = ""
    untold: bool = False
    """Whether the PDF does not say which character it is: ``text`` is only how the font counts it."""


Frequency = Callable[[str], float]
"""Of a word in small letters, in the language that has it most often; 0.0 where none has it."""


def begins_word(before: Glyph, here: Glyph) -> bool:
    """Whether a glyph begins a word: behind white, or on another line."""
    return here.after_space or here.after_gap or here.left < before.left or here.baseline - before.baseline > here.size


class Affine(NamedTuple):
    """From the page's user space to pixels: ``x' = a x + c y + e``, ``y' = b x + d y + f``."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in pixels."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f


def page_to_pixels(page: pdfium.PdfPage, dpi: int) -> Affine:
    """The transformation that rendering applies: crop box, rotation and scale."""
    width, height = page.get_size()
    fine = 64  # FPDF_PageToDevice answers in whole pixels: ask it for a much larger page
    scale = dpi / 72

    def device(x: float, y: float) -> tuple[float, float]:
        column, row = ctypes.c_int(), ctypes.c_int()
        size = round(width * fine), round(height * fine)
        pdfium_c.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, column, row)
        return column.value * scale / fine, row.value * scale / fine

    (e, f), (ax, ay), (cx, cy) = device(0, 0), device(1000, 0), device(0, 1000)
    return Affine((ax - e) / 1000, (ay - f) / 1000, (cx - e) / 1000, (cy - f) / 1000, e, f)


def glyphs_of(page: pdfium.PdfPage, dpi: int, *, set_by_reader: bool = False) -> list[Glyph]:
    """The printed characters in the order of the file, spaces left out.

    What stands beside the page is cut off with the paper: folios and file names at the crop marks.

    Args:
        page: of a document.
        dpi: of the page image in whose pixels the places are told.
        set_by_reader: whether an OCR program set them: every space of its is one, however far it moves the pen.
    """
    width, height = (length * dpi / 72 for length in page.get_size())
    drop_unprintable(page)
    text_page = page.get_textpage()
    try:
        glyphs = list(_glyphs(text_page, page_to_pixels(page, dpi), spaces=set_by_reader))
    finally:
        text_page.close()
    shown = [each for each in glyphs if each.right > 0 and each.left < width and each.bottom > 0 and each.top < height]
    return _once(each for each in shown if not _is_dust(each, dpi))


def _is_dust(glyph: Glyph, dpi: int) -> bool:
    """Whether a character is too small to be seen: a press sets the name of its file so behind the titles."""
    return SMALLEST < glyph.size < READABLE * dpi / 72 and glyph.bottom - glyph.top < READABLE * dpi / 72


READABLE = 2.0
"""Points: that name is set in 1; the smallest of 49 other journals is larger than 3."""


def _once(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """The characters without those that are drawn upon the very same, as some presses draw a line or a page twice.

    A character right behind the same one, in its place, is the other letter of a ligature: ``ff``.
    """
    kept: list[Glyph] = []
    at: defaultdict[tuple[str, int, int], list[Glyph]] = defaultdict(list)
    previous: Glyph | None = None
    for glyph in glyphs:
        column, row = round(glyph.left), round(glyph.baseline)
        near = (each for x in (-1, 0, 1) for y in (-1, 0, 1) for each in at.get((glyph.text, column + x, row + y), ()))
        if not any(each is not previous and _is_upon(glyph, each) for each in near):
            kept.append(glyph)
            at[glyph.text, column, row].append(glyph)
        previous = glyph
    return kept


def _is_upon(glyph: Glyph, other: Glyph) -> bool:
    """Whether two characters are in one place, but for a hair."""
    off = max(abs(glyph.left - other.left), abs(glyph.baseline - other.baseline))
    return off <= HAIR * glyph.size and abs(glyph.size - other.size) <= HAIR * glyph.size


HAIR = 0.05
"""Ems: 0.00 in one journal that draws its tables twice, 0.01 in two pages of another; type may be made bold so."""


def _glyphs(text_page: pdfium.PdfTextPage, affine: Affine, *, spaces: bool) -> Iterator[Glyph]:
    after_space = after_gap = False
    began, previous = math.nan, ""
    set_at, ended, ligature = math.nan, math.nan, False  # of the character before
    settings = _Settings(text_page, affine)
    numbered, untold = _numbered(text_page)
    for index in range(text_page.count_chars()):
        code = pdfium_c.FPDFText_GetUnicode(text_page.raw, index)
        if code in LOW_HALVES:
            continue
        text = numbered.get(index) or _text(text_page, index, code)
        low = not spaces and not text.strip() and _is_low_number(text_page, index, code)
        text = chr(code) if low else text
        if not low and not text.strip():
            generated = pdfium_c.FPDFText_IsGenerated(text_page, index) == 1
            began = began if generated or after_space else _pen(text_page, index, affine)
            after_space, after_gap = after_space or not generated, after_gap or generated
            continue
        glyph = _glyph(text_page, index, text, affine, settings)
        if index in untold:
            glyph = glyph._replace(untold=True)
        # Some presses set a space at every syllable where a line may break, behind a hyphen and inside a bracket too,
        # and take it back: the pen stays, but for a hair. So it does behind the stop of an initial, where it is meant.
        if after_space or after_gap:
            space = (glyph.pen - began) / glyph.size if after_space and glyph.size else math.nan
            space = math.inf if spaces and after_space else space  # the ink of a word may touch that of the next
            within = glyph.upright and previous != "." and not spaces
            after_space = after_space and not (within and abs(space) < NO_ADVANCE)
            # A space set upon the ligature before it moves the pen no further than that ends: ``specifi c``.
            after_space = after_space and not (within and ligature and (glyph.pen - ended) / glyph.size < NO_ADVANCE)
            glyph = glyph._replace(after_space=after_space, after_gap=after_gap, space=space)
        yield glyph
        after_space = after_gap = False
        # Of a ligature PDFium makes a character for each letter, one upon the other, or one for both.
        previous, ligature = text, glyph.pen == set_at or text in LIGATURES
        set_at, ended = glyph.pen, glyph.pen_after


def _numbered(text_page: pdfium.PdfTextPage) -> tuple[dict[int, str], set[int]]:
    """The characters of which the PDF tells only the numbers of their glyphs, by their places.

    And the places of those that these numbers do not tell.
    """
    untold: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for index in range(text_page.count_chars()):
        if pdfium_c.FPDFText_HasUnicodeMapError(text_page.raw, index) == 1:
            untold[_font(text_page, index)[0]][index] = pdfium_c.FPDFText_GetUnicode(text_page, index)
    found: dict[int, str] = {}
    for font, numbers in untold.items():
        told = characters(font, [*numbers.values()])
        found |= {index: told[number] for index, number in numbers.items() if number in told}
    return found, {index for numbers in untold.values() for index in numbers if index not in found}


def _is_low_number(text_page: pdfium.PdfTextPage, index: int, code: int) -> bool:
    """Whether a code that is no character is the number of a glyph that the PDF does not tell: of a stop, a figure."""
    untold = FIRST_NUMBER <= code < ord(" ") and pdfium_c.FPDFText_HasUnicodeMapError(text_page, index) == 1
    return untold and pdfium_c.FPDFText_IsGenerated(text_page, index) == 0


def _pen(text_page: pdfium.PdfTextPage, index: int, affine: Affine) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharOrigin(text_page, index, x, y)
    return affine.point(x.value, y.value)[0]


def _whole(text_page: pdfium.PdfTextPage, index: int, code: int) -> int:
    """The code of a character, put together where ``code`` is the first half of one."""
    low = pdfium_c.FPDFText_GetUnicode(text_page, index + 1) if code in HIGH_HALVES else 0
    return (
        0x10000 + (code - HIGH_HALVES.start) * len(LOW_HALVES) + low - LOW_HALVES.start if low in LOW_HALVES else code
    )


def _text(text_page: pdfium.PdfTextPage, index: int, code: int) -> str:
    whole = _whole(text_page, index, code)
    return told(whole, _font(text_page, index)[0]) if whole in PRIVATE else _text_of(whole)


def _text_of(code: int) -> str:
    """The character of a number; a space for what is none: a font's own codes may be given, of up to four bytes."""
    text = chr(code) if code <= sys.maxunicode else " "
    if text in LINE_END_HYPHENS:
        return "-"
    return text if text.isprintable() or text.isspace() else " "


class _Answers:
    """What PDFium writes its answers into: made once for a page, for to make them takes as long as to be told."""

    def __init__(self) -> None:
        self.left, self.right, self.bottom, self.top, self.x, self.y = (ctypes.c_double() for _ in range(6))
        self.matrix, self.loose = pdfium_c.FS_MATRIX(), pdfium_c.FS_RECTF()
        self.box = tuple(map(ctypes.byref, (self.left, self.right, self.bottom, self.top)))
        self.origin = ctypes.byref(self.x), ctypes.byref(self.y)
        self.name, self.flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def font(self, text_page: pdfium.PdfTextPage, index: int) -> tuple[str, int]:
        """The name and the flags of the font of a character."""
        pdfium_c.FPDFText_GetFontInfo(text_page.raw, index, self.name, len(self.name), self.flags)
        return self.name.value.decode("utf-8", "replace"), self.flags.value


class _Setting(NamedTuple):
    """How the characters of one text object are set."""

    size: float
    style: Style
    upright: bool
    font: str
    stand_in: StandIn | None
    """Where another font stands in for its own."""


class _Settings:
    """The settings on a page: asked for once for each text object, whose characters have one matrix and one font."""

    def __init__(self, text_page: pdfium.PdfTextPage, affine: Affine) -> None:
        self.answers = _Answers()
        self._text_page, self._affine = text_page, affine
        self._styles: dict[tuple[str, int], Style] = {}
        self._stand_ins: dict[tuple[str, int], StandIn | None] = {}
        self._of_objects: dict[int, _Setting] = {}

    def of(self, index: int) -> _Setting:
        """The setting of a character."""
        item = pdfium_c.FPDFText_GetTextObject(self._text_page.raw, index)
        if not item:
            return self._asked(index)
        address = ctypes.addressof(item.contents)
        if address not in self._of_objects:
            self._of_objects[address] = self._asked(index)
        return self._of_objects[address]

    def _asked(self, index: int) -> _Setting:
        page, affine, matrix = self._text_page.raw, self._affine, self.answers.matrix
        pdfium_c.FPDFText_GetMatrix(page, index, matrix)
        font_size = pdfium_c.FPDFText_GetFontSize(page, index)
        # A negative size turns the type by 180 degrees, and a matrix that does so too turns it back.
        ahead = math.copysign(1.0, font_size)
        along = (
            ahead * (affine.a * matrix.a + affine.c * matrix.b),
            ahead * (affine.b * matrix.a + affine.d * matrix.b),
        )
        scale = math.hypot(affine.a, affine.b) * math.hypot(matrix.c, matrix.d)
        font = self.answers.font(self._text_page, index)
        if font not in self._styles:
            self._styles[font] = _style(self._text_page, index, font)
            self._stand_ins[font] = stand_in_of(self._text_page, index)
        return _Setting(
            size=max(SMALLEST, abs(font_size) * scale),
            style=self._styles[font],
            upright=along[0] > 0 and abs(along[1]) < 0.1 * along[0],
            font=font[0],
            stand_in=self._stand_ins[font],
        )


def _glyph(text_page: pdfium.PdfTextPage, index: int, text: str, affine: Affine, settings: _Settings) -> Glyph:
    page, answers, loose = text_page.raw, settings.answers, settings.answers.loose
    pdfium_c.FPDFText_GetCharBox(page, index, *answers.box)
    pdfium_c.FPDFText_GetCharOrigin(page, index, *answers.origin)
    setting = settings.of(index)
    left, right, bottom, top = answers.left.value, answers.right.value, answers.bottom.value, answers.top.value
    if setting.stand_in:
        left, right, bottom, top = setting.stand_in.ink(text_page, index) or (left, right, bottom, top)
    x, y = affine.point(left, top)
    other_x, other_y = affine.point(right, bottom)
    pen, baseline = affine.point(answers.x.value, answers.y.value)
    placed = pdfium_c.FPDFText_GetLooseCharBox(page, index, loose)
    return Glyph(
        text=text,
        left=min(x, other_x),
        top=min(y, other_y),
        right=max(x, other_x),
        bottom=max(y, other_y),
        baseline=baseline,
        size=setting.size,
        style=setting.style,
        upright=setting.upright,
        after_space=False,
        after_gap=False,
        pen=pen if placed else math.nan,
        # Type that runs up a page that is shown turned ends at the upper edge of its box.
        pen_after=max(affine.point(loose.left, loose.bottom)[0], affine.point(loose.right, loose.top)[0])
        if placed
        else math.nan,
        font=setting.font,
    )


def _font(text_page: pdfium.PdfTextPage, index: int) -> tuple[str, int]:
    return _Answers().font(text_page, index)


def _style(text_page: pdfium.PdfTextPage, index: int, font: tuple[str, int]) -> Style:
    """How the font of a character sets its words: by its name and flags, and where these are silent by its letters."""
    style = style_of(*font)
    placed = pdfium_c.FPDFText_GetTextObject(text_page, index)
    if not placed:
        return style
    letters = pdfium_c.FPDFTextObj_GetFont(placed)
    italic, bold = style.italic or leans(letters), style.bold or is_heavy(letters)
    return style if (italic, bold) == (style.italic, style.bold) else replace(style, italic=italic, bold=bold)


@lru_cache(maxsize=256)  # asked for every character, and a document has few fonts
def style_of(font: str, flags: int = 0) -> Style:
    """How a font sets its words, by its name and its flags: ``ABCDEF+Minion-BoldIt`` -> bold and italic."""
    name = font.split("+", 1)[-1]
    style = Style(
        italic=bool(ITALIC.search(name) or flags & ITALIC_FLAG),
        bold=bool(BOLD.search(name) or flags & FORCE_BOLD_FLAG),
        small_caps=bool(SMALL_CAPS.search(name)),
    )
    return PLAIN if style == PLAIN else style
