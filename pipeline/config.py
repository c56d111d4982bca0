"""Settings of a run: every value that may change a byte of the output, and nothing else."""

from pipeline.model import EntityKind, Layer

VERSION = "0.1.0"

MIN_CERT = 0.5
"""Certainty below which a link is written as ``cert="low"`` and reported."""


class Authority(Layer, frozen=True, kw_only=True):
    """One person, place, organisation or event that the user knows, from the authority file."""

    kind: EntityKind
    name: str
    """As the register is to have it."""
    variants: tuple[str, ...] = ()
    """Other names under which texts speak of it."""
    idnos: dict[str, str] = {}
    """Authority -> identifier, as the edition is to have it."""


class Settings(Layer, frozen=True, kw_only=True):
    """What a run may be told. Passed to every stage; never global."""

    lang: str = "eng"
    """Tesseract language codes joined by ``+``."""
    readers: str = "tesseract+rapidocr"
    """Who reads page images: ``tesseract``, or also RapidOCR's recogniser where Tesseract is doubtful."""
    dpi: int = 300
    """Resolution at which pages are rendered for reading."""
    max_pages: int = 2000
    max_pixels: int = 120_000_000
    """Largest page image, in pixels, that is decoded."""
    max_bytes: int = 500_000_000
    """Largest file of text or markup, and largest stream of a PDF once it is unpacked, in bytes."""
    page_timeout: int = 120
    """Seconds that Tesseract may take for one page."""
    max_failed_pages: float = 0.2
    """Share of pages that may fail before the document counts as failed."""
    spacy_model: str = "en_core_web_sm"
    authority: tuple[Authority, ...] = ()
    """What the user knows about the names: the entries themselves, so that the file's path and layout do not count."""
    lines: bool = False
    """Write ``lb`` for every printed line, and a zone for each."""
    furniture: str = "keep"
    """``keep`` writes running heads as ``fw``; ``drop`` leaves them out. Folios are always in ``pb/@n``."""
    diplomatic: bool = False
    """Keep line-end hyphens as ``pc``."""
