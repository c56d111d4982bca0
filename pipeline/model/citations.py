"""Layer 4, citations: what the notes and the text cite, field by field, and the records of the works."""

from enum import StrEnum

from pipeline.model.layer import CERTAIN, Layer


class CitationKind(StrEnum):
    """How a note, or the text, refers to a work."""

    FULL = "full"
    SHORT = "short"  # author and short title, author alone, op. cit., supra note 12
    IBID = "ibid"
    ABBREVIATION = "abbreviation"  # a sign that an earlier citation defines: HR
    ARCHIVAL = "archival"
    CROSS_REFERENCE = "cross-reference"  # see note 8 above: leads to a note, not to a work
    SECTION = "section"  # infra Part II.B: leads to the heading of a section
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
    """``id`` of what it leads to: the earlier citation; for a cross-reference the note; the block of an entry or of the
    heading of a section."""
    host: str = ""
    """``id`` of the citation, within this one, of the book in which the cited piece stands."""
    cert: float = CERTAIN
    """Certainty of ``work``."""
    evidence: str = ""
    """Why it leads there, or why nowhere."""


class Work(Layer, frozen=True, kw_only=True):
    """The record of a cited work, gathered from the first full citation, later ones filling what is missing."""

    id: str
    kind: str
    """``book``, ``article``, ``chapter``, ``journal`` (a periodical as a whole), ``archival``, ``unknown``; ``unread``
    where nothing tells its parts apart: its title is all that a note prints of it."""
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
