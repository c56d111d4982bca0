"""Layer 3: the article, its notes at their calls, its furniture, and all that was set aside."""

from enum import StrEnum

from pipeline.model.geometry import Box
from pipeline.model.layer import Layer
from pipeline.model.pages import Style


class Join(StrEnum):
    """How a piece of text is joined to the piece before it."""

    START = "start"  # nothing before it
    SPACE = "space"  # a space stands for the line end
    SOFT = "soft"  # the hyphen only marked the line end and is left out
    HARD = "hard"  # the hyphen is part of the spelling and is kept
    DOUBTFUL = "doubtful"  # no evidence either way: the hyphen is kept
    NOTHING = "nothing"  # joined without a space (after a dash or a slash at the line end)


class Cut(Layer, frozen=True, kw_only=True):
    """Characters of a line that are not text of the edition: a printed note call, or a note's own number."""

    offset: int
    """In the mended text of the line."""
    printed: str
    reason: str
    """``call`` or ``label``."""


class Piece(Layer, frozen=True, kw_only=True):
    """Which stretch of a printed line a stretch of text came from.

    ``text[start:end]`` with the cuts put back, and with the hyphen that a SOFT join of the *next* piece dropped, is
    ``line.text[line_start:line_end]`` of that page and line.
    """

    start: int
    end: int
    page: int
    line: int
    line_start: int
    line_end: int
    join: Join = Join.SPACE
    cuts: tuple[Cut, ...] = ()


class StyleSpan(Layer, frozen=True, kw_only=True):
    """Italic, bold or small capitals over ``text[start:end]``."""

    start: int
    end: int
    style: Style


class BlockKind(StrEnum):
    """What a block of the article is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    BYLINE = "byline"
    AFFILIATION = "affiliation"
    ABSTRACT = "abstract"
    KEYWORDS = "keywords"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    CONTENTS = "contents"  # one entry of a table of contents
    ITEM = "item"  # one item of a list
    CAPTION = "caption"
    TABLE = "table"
    DIAGRAM = "diagram"  # words and figures within a drawing
    BIBLIOGRAPHY = "bibliography"


class Cell(Layer, frozen=True, kw_only=True):
    """``text[start:end]`` of a table: one cell, by its row and first column from 0, and how many columns it spans."""

    start: int
    end: int
    row: int
    column: int
    columns: int = 1


class Block(Layer, frozen=True, kw_only=True):
    """One block of the article, in reading order, page furniture, notes and printed note calls taken out."""

    id: str
    kind: BlockKind
    text: str
    pieces: tuple[Piece, ...]
    level: int = 0
    """Headings: 1 for the highest."""
    resumes: bool = False
    """A paragraph that goes on, without indent, after a block quotation that interrupted it."""
    styles: tuple[StyleSpan, ...] = ()
    reason: str = ""
    """The evidence for its kind, in a few words."""
    cells: tuple[Cell, ...] = ()
    """Of a table, row by row and from left to right, a space between them; none where its columns are not known."""
    language: str = ""
    """Of a text (BCP 47) that is printed beside the article, in facing columns; empty for what is the article's."""


class NoteKind(StrEnum):
    """Where a note is printed, or whose it is."""

    FOOT = "foot"
    END = "end"
    AUTHOR = "author"  # the starred note to the author or title


class Anchor(Layer, frozen=True, kw_only=True):
    """Where a note is called: before ``text[offset]`` of a block (or, for a note to a note, of that note)."""

    target: str
    """``id`` of the block or note in which the call stands."""
    offset: int
    printed: str
    """What stood there for the call; empty when the reader dropped it."""
    cert: float
    """Margin-based certainty, 0.0 to 1.0."""
    evidence: str = ""


class Note(Layer, frozen=True, kw_only=True):
    """One note, its number or sign taken off; ``anchor`` is None when no place for it was found."""

    id: str
    label: str
    kind: NoteKind
    text: str
    pieces: tuple[Piece, ...]
    page: int
    anchor: Anchor | None = None
    again: tuple[Anchor, ...] = ()
    """Where else it is called: presses repeat a number or a star that refers to the same note."""
    styles: tuple[StyleSpan, ...] = ()
    doubt: str = ""
    language: str = ""
    """Of the text that it is a note to, as a ``Block`` has it."""


class FurnitureKind(StrEnum):
    """What the printer put on the page around the article."""

    HEAD = "header"
    FOLIO = "pageNum"
    SIGNATURE = "sig"
    COPYRIGHT = "copyright"
    CONTINUATION = "continuation"  # "Footnote 58 continued"
    MARGINAL = "marginal"


class Furniture(Layer, frozen=True, kw_only=True):
    """Page furniture: kept as data, never in the text."""

    kind: FurnitureKind
    text: str
    page: int
    place: str
    """``top`` or ``bottom`` (``margin`` for marginal matter)."""
    pieces: tuple[Piece, ...]


class Discard(Layer, frozen=True, kw_only=True):
    """Text that is no part of the article, with the reason it was set aside (``cover page``, ``speck``, ...)."""

    reason: str
    text: str
    pieces: tuple[Piece, ...]


class Sheet(Layer, frozen=True, kw_only=True):
    """One page of the source as the edition sees it."""

    page: int
    folio: str
    """The page number, printed or inferred from the sequence; empty where the sequence does not reach."""
    folio_printed: bool = False
    cover: bool = False
    """A distributor's cover page: not part of the article."""
    width: int = 0
    height: int = 0
    dpi: int = 0
    image: str = ""
    reader: str = ""
    failure: str = ""
    cut: int = 0
    line_boxes: tuple[Box | None, ...] = ()
    """The box of every line of the page, by line number; None where the source has no geometry."""


class FrontMatter(Layer, frozen=True, kw_only=True):
    """What the header needs, and where each value was read (field name -> ``cover``, ``article``, ``both``)."""

    title: str = ""
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    journal: str = ""
    volume: str = ""
    issue: str = ""
    year: str = ""
    first_page: str = ""
    last_page: str = ""
    issn: str = ""
    doi: str = ""
    publisher: str = ""
    read_from: dict[str, str] = {}
    conflicts: tuple[str, ...] = ()


class Audit(Layer, frozen=True, kw_only=True):
    """Calls and notes counted apart, and everything about them that an editor has to look at."""

    notes: int = 0
    linked: int = 0
    low: int = 0
    """Of the linked: those whose certainty is low (the call was lost or disputed)."""
    lost_calls: tuple[str, ...] = ()
    """Labels of notes whose call was not found and whose place is a guess."""
    unanchored: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    """Numbers that the sequence of notes skips."""
    doubles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


class Article(Layer, frozen=True, kw_only=True):
    """Layer 3: the article, its notes at their calls, its furniture, and all that was set aside."""

    doc: str
    language: str
    sheets: tuple[Sheet, ...]
    front: FrontMatter
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    discarded: tuple[Discard, ...] = ()
    audit: Audit = Audit()
