"""The layers: what each stage hands to the next, and nothing else.

Everything here is frozen. Boxes are pixels on the page image, origin top left; spans are half-open ranges of code
points, ``text[start:end]``; confidences run from 0.0 to 1.0; pages are counted from 1 in the order of the source,
lines from 0 in the reading order of their page.
"""

import unicodedata
from enum import StrEnum

import msgspec


class Layer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Base of every record: immutable, written without the fields that have their default value.

    Records hold records and never themselves, so that the garbage collector need not look for circles among the
    millions of them that a long document has; without its mark each takes 16 bytes less.
    """


TEXT_LAYER = "text-layer"
"""The reader of born-digital pages and of what is raised on them: the file itself."""


class Box(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Rectangle on a page image, in pixels, origin top left; ``right`` and ``bottom`` are exclusive."""

    left: int
    top: int
    right: int
    bottom: int

    def __post_init__(self) -> None:
        if self.left > self.right or self.top > self.bottom:
            raise ValueError(f"a box cannot end before it begins: {self.left, self.top, self.right, self.bottom}")

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def meets(self, other: "Box") -> bool:
        """Whether the two share any pixel."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def shared_height(self, other: "Box") -> int:
        """Rows of pixels that both have; negative for the white between one under the other."""
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def shared_width(self, other: "Box") -> int:
        """Columns of pixels that both have; negative for the white between one beside the other."""
        return min(self.right, other.right) - max(self.left, other.left)

    def has_middle_of(self, other: "Box") -> bool:
        """Whether the middle of another lies in this one or on its edge."""
        across, down = (other.left + other.right) / 2, (other.top + other.bottom) / 2
        return self.left <= across <= self.right and self.top <= down <= self.bottom


def enclosing_box(boxes: list[Box]) -> Box | None:
    """The smallest box around all of them; None for an empty list."""
    if not boxes:
        return None
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


# --- Layer 1: Pages ---------------------------------------------------------------------------------------------------


class Style(Layer, frozen=True, kw_only=True):
    """How a word is set, as far as the image or the text layer shows it."""

    italic: bool = False
    bold: bool = False
    small_caps: bool = False


PLAIN = Style()


class Reading(Layer, frozen=True, kw_only=True):
    """One reader's opinion of the same ink."""

    text: str
    confidence: float
    reader: str
    """``tesseract``, ``digits`` (a re-reading that allows only digits), ``text-layer``, ``rapidocr``."""


class Word(Layer, frozen=True, kw_only=True):
    """One word as it was read, punctuation attached. ``box`` is None where the source has no geometry."""

    text: str
    box: Box | None = None
    confidence: float = 1.0
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


class Line(Layer, frozen=True, kw_only=True):
    """One printed line, words in reading order."""

    words: tuple[Word, ...]
    box: Box | None = None
    baseline: int | None = None
    """Row of the baseline at the middle of the line, in pixels."""
    size: float = 0.0
    """Type size in pixels (ascender to descender); 0.0 where unknown. Compare it within one document only."""
    column: int = 0
    """0 for a line of the full measure, else the column from the left, from 1."""
    indent: int = 0
    """Leading spaces, in text dumps only; elsewhere the boxes tell."""
    blank_before: int = 0
    """Blank lines before it, in text dumps only; elsewhere the boxes tell."""
    marks: tuple[RaisedMark, ...] = ()

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
    failure: str = ""
    """Why the page could not be read; empty for a page that was."""
    cut: int = 0
    """Lines at its edges that the image cuts through, so that they could not be read."""


class Pages(Layer, frozen=True, kw_only=True):
    """Layer 1: everything that was read from the source."""

    doc: str
    pages: tuple[Page, ...]


# --- Layer 2: Lines ---------------------------------------------------------------------------------------------------


class Change(Layer, frozen=True, kw_only=True):
    """One mend: at ``offset`` of the text as it then stood, ``before`` became ``after``.

    Changes are applied in order; undone in reverse order they give the OCR text back exactly.
    """

    offset: int
    before: str
    after: str
    rule: str
    confidence: float
    evidence: str = ""


def undo(text: str, changes: tuple[Change, ...]) -> str:
    """The text before the changes.

    Raises:
        ValueError: a change does not fit the text, so the ledger is not this text's ledger.
    """
    for change in reversed(changes):
        end = change.offset + len(change.after)
        if text[change.offset : end] != change.after:
            raise ValueError(f"the ledger says {change.after!r} at {change.offset}, the text {text!r} does not")
        text = text[: change.offset] + change.before + text[end:]
    return text


class CallCandidate(Layer, frozen=True, kw_only=True):
    """A place in a line's text where a note call may stand.

    ``start:end`` are the characters printed for it (empty when the reader dropped the call). ``raised`` is None where
    the source has no geometry to tell.
    """

    start: int
    end: int
    raised: bool | None = None
    readings: tuple[Reading, ...] = ()


class WordSpan(Layer, frozen=True, kw_only=True):
    """Where a word of the page stands in the mended text of its line."""

    start: int
    end: int
    box: Box | None = None
    confidence: float = 1.0
    style: Style = PLAIN


class CleanLine(Layer, frozen=True, kw_only=True):
    """One line, mended, with its ledger. ``text`` is NFC. Geometry is that of the line it comes from."""

    text: str
    words: tuple[WordSpan, ...] = ()
    changes: tuple[Change, ...] = ()
    calls: tuple[CallCandidate, ...] = ()
    box: Box | None = None
    baseline: int | None = None
    size: float = 0.0
    column: int = 0
    indent: int = 0
    blank_before: int = 0

    def __post_init__(self) -> None:
        if not unicodedata.is_normalized("NFC", self.text):
            raise ValueError(f"a mended line is in NFC, this one is not: {self.text!r}")


class CleanPage(Layer, frozen=True, kw_only=True):
    """One page of mended lines, in reading order, one for one with the lines of the ``Page``."""

    number: int
    reader: str
    lines: tuple[CleanLine, ...] = ()
    width: int = 0
    height: int = 0
    dpi: int = 0
    image: str = ""
    rules: tuple[Box, ...] = ()
    failure: str = ""
    cut: int = 0


class Lines(Layer, frozen=True, kw_only=True):
    """Layer 2: the same lines, mended."""

    doc: str
    pages: tuple[CleanPage, ...]


# --- Layer 3: Article -------------------------------------------------------------------------------------------------


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


# --- Layer 4: Entities ------------------------------------------------------------------------------------------------


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    PLACE = "place"
    ORG = "org"
    DATE = "date"
    WORK = "work"
    EVENT = "event"


class Mention(Layer, frozen=True, kw_only=True):
    """A name or date at ``text[start:end]`` of a block or note."""

    target: str
    """``id`` of the block or note."""
    start: int
    end: int
    kind: EntityKind
    ref: str = ""
    """``id`` of the register entry; empty where unresolved."""
    cert: float = 1.0
    when: str = ""
    not_before: str = ""
    not_after: str = ""
    date_from: str = ""
    date_to: str = ""


class Entry(Layer, frozen=True, kw_only=True):
    """One entry of a register: a person, place, organisation, work or event, with every name the document uses."""

    id: str
    kind: EntityKind
    name: str
    variants: tuple[str, ...] = ()
    mentions: int = 0
    cert: float = 1.0
    idnos: dict[str, str] = {}
    """Authority -> identifier."""


class CitationKind(StrEnum):
    """How a note, or the text, refers to a work."""

    FULL = "full"
    SHORT = "short"  # author and short title, author alone, op. cit., supra note 12
    IBID = "ibid"
    ABBREVIATION = "abbreviation"  # a sign that an earlier citation defines: HR
    ARCHIVAL = "archival"
    CROSS_REFERENCE = "cross-reference"  # see note 8 above: leads to a note, not to a work
    AUTHOR_DATE = "author-date"  # Said 1978, 12: leads to an entry of the bibliography, from the text or a note
    ENTRY = "entry"  # the entry itself


class FieldKind(StrEnum):
    """What a stretch of a citation says."""

    AUTHOR = "author"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    TITLE = "title"
    PLACE = "place"
    PUBLISHER = "publisher"
    DATE = "date"
    EDITION = "edition"
    VOLUME = "volume"
    ISSUE = "issue"
    CITED = "cited"  # the pages, leaves, columns ... that are referred to
    REPOSITORY = "repository"
    SHELFMARK = "shelfmark"
    CALL = "call"  # the word that refers back: Ibid., idem, op. cit., supra note 12
    ABBREVIATION = "abbreviation"  # a sign that is defined here, and used later


class CitedField(Layer, frozen=True, kw_only=True):
    """One field of a citation, ``text[start:end]`` of its note."""

    kind: FieldKind
    start: int
    end: int
    value: str = ""
    """As the record has it: quotation marks and outer punctuation taken off; ISO 8601 for a date."""
    level: str = ""
    """Titles: ``a`` article, ``m`` book, ``j`` journal, ``s`` series, ``u`` unpublished."""
    translation: bool = False
    """Titles: the translation, in brackets, of the title before it."""
    lang: str = ""
    """Titles: language (BCP 47) where it is not that of the article and can be told."""
    unit: str = ""
    """Cited ranges: ``page``, ``folio``, ``leaf``, ``column``, ``line``, ``section``, ``note``."""
    first: str = ""
    last: str = ""
    """Cited ranges: the ends, written in full (``301-30`` gives 301 and 330)."""


class Citation(Layer, frozen=True, kw_only=True):
    """One citation, ``text[start:end]`` of a note, the words that lead to it and the stop behind it left out.

    References by author and year stand in blocks as well; an entry of the bibliography is the whole of its block.
    """

    id: str
    target: str
    """``id`` of the note or block."""
    start: int
    end: int
    kind: CitationKind
    fields: tuple[CitedField, ...] = ()
    """In the order of the text, disjoint."""
    work: str = ""
    """``id`` of the record of the work; empty where unresolved."""
    antecedent: str = ""
    """``id`` of the earlier citation that it leads to; of the note, for a cross-reference; of the block of an entry."""
    host: str = ""
    """``id`` of the citation, within this one, of the book in which the cited piece stands."""
    cert: float = 1.0
    """Certainty of ``work``."""
    evidence: str = ""
    """Why it leads there, or why nowhere."""


class Work(Layer, frozen=True, kw_only=True):
    """The record of a cited work, gathered from the first full citation, later ones filling what is missing."""

    id: str
    kind: str
    """``book``, ``article``, ``chapter``, ``journal`` (a periodical as a whole), ``archival``, ``unknown``."""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    title: str = ""
    translated_title: str = ""
    lang: str = ""
    """Language of the title (BCP 47), where it can be told."""
    journal: str = ""
    translated_journal: str = ""
    host: str = ""
    """``id`` of the book that a chapter stands in."""
    edition: str = ""
    places: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    """Articles: the pages of the first citation, which may be all or only the cited ones."""
    repository: str = ""
    shelfmark: str = ""
    abbreviations: tuple[str, ...] = ()
    citations: int = 0


class Entities(Layer, frozen=True, kw_only=True):
    """Layer 4: stand-off names, dates and citations, and the registers they point into."""

    doc: str
    mentions: tuple[Mention, ...] = ()
    register: tuple[Entry, ...] = ()
    citations: tuple[Citation, ...] = ()
    """In the order of the notes and of their texts; one within another behind it."""
    works: tuple[Work, ...] = ()
    """In the order of their first citation."""
    model: str = ""
    """The language model that helped, with its version; empty when only rules spoke."""
