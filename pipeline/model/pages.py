"""Layer 1: what was read from the source, page by page."""

from enum import StrEnum

from pipeline.model.geometry import Box
from pipeline.model.layer import CERTAIN, UNKNOWN, Layer

TEXT_LAYER = "text-layer"
"""The reader of born-digital pages and of what is raised on them: the file itself."""


class Style(Layer, frozen=True, kw_only=True):
    """How a word is set, as far as the image or the text layer shows it."""

    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    superscript: bool = False
    """Raised, and no note call: the end of an ordinal or an abbreviation, an exponent."""


PLAIN = Style()


class Reading(Layer, frozen=True, kw_only=True):
    """One reader's opinion of the same ink."""

    text: str
    confidence: float
    reader: str
    """``tesseract``, ``digits`` (a re-reading that allows only digits), ``text-layer``, ``rapidocr``,
    ``ocr-layer`` (somebody else's OCR behind a page that was read again)."""


class Word(Layer, frozen=True, kw_only=True):
    """One word as it was read, punctuation attached. ``box`` is None where the source has no geometry."""

    text: str
    box: Box | None = None
    confidence: float = CERTAIN
    style: Style = PLAIN
    rivals: tuple[Reading, ...] = ()


class RaisedMark(Layer, frozen=True, kw_only=True):
    """Ink that stands above the x-height where a note call could be: what the readers make of it, and where it is.

    ``word`` is the index, in the line, of the word that the mark touches or follows (-1: before the first word);
    ``start:end`` are the characters of that word which stand for the mark. An empty range, ``start == end``, says
    that no character accounts for the ink: the reader dropped it there.
    """

    word: int
    start: int
    end: int
    box: Box
    readings: tuple[Reading, ...] = ()


class Region(StrEnum):
    """What the source itself says of the place in which a line stands: transcribers and layout models name regions.

    ``TEXT`` tells little by itself, for many say it of the whole page.
    """

    UNKNOWN = ""
    TEXT = "text"
    HEADING = "heading"
    HEAD = "running head"
    FOLIO = "folio"
    SIGNATURE = "signature"
    """Signature marks and catchwords."""
    MARGIN = "margin"
    NOTE = "note"
    QUOTATION = "quotation"
    """A block quotation."""
    ITEM = "item"
    """An item of a list; each line is one."""
    TABLE = "table"
    """A row of a table, its cells parted by ``CELL_SEAM``."""


CELL_SEAM = "│"
"""The word that parts the cells of a row where nothing but text tells them."""


class Line(Layer, frozen=True, kw_only=True):
    """One printed line, words in reading order."""

    words: tuple[Word, ...]
    box: Box | None = None
    baseline: int | None = None
    """Row of the baseline at the middle of the line, in pixels."""
    size: float = UNKNOWN
    """Type size in pixels (ascender to descender); 0.0 where unknown. Compare it within one document only."""
    column: int = 0
    """0 for a line of the full measure, else the column from the left, from 1."""
    indent: int = 0
    """Leading spaces, in text dumps only; elsewhere the boxes tell."""
    blank_before: int = 0
    """Blank lines before it, in text dumps only; elsewhere the boxes tell."""
    marks: tuple[RaisedMark, ...] = ()
    region: Region = Region.UNKNOWN

    @property
    def text(self) -> str:
        """The words with single spaces between them: the OCR text that the ledger can always give back."""
        return " ".join(word.text for word in self.words)


class Page(Layer, frozen=True, kw_only=True):
    """One page of the source, lines in reading order."""

    number: int
    reader: str
    """How the text was obtained: ``tesseract``, ``tesseract+rapidocr``, ``text-layer``, ``ocr-layer`` (somebody's OCR
    behind a page image), ``hocr``, ``alto``, ``page-xml``, ``dump``; ``failed`` if it was not."""
    judgement: str = ""
    """Why this reader, where a choice was made: what the page's text layer is worth."""
    lines: tuple[Line, ...] = ()
    width: int = 0
    height: int = 0
    dpi: int = 0
    image: str = ""
    """Path of the page image relative to the document's folder; empty where there is none."""
    rules: tuple[Box, ...] = ()
    """Printed horizontal rules."""
    cells: tuple[Box, ...] = ()
    """What the rules of tables enclose on all sides: table by table, row by row, and from left to right."""
    drawings: tuple[Box, ...] = ()
    """Where the ink is a drawing or a picture, from top to bottom."""
    failure: str = ""
    """Why the page could not be read; empty for a page that was."""
    cut: int = 0
    """Lines at its edges that the image cuts through, so that they could not be read."""


class Pages(Layer, frozen=True, kw_only=True):
    """Layer 1: everything that was read from the source."""

    doc: str
    pages: tuple[Page, ...]
