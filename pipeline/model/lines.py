"""Layer 2: the same lines mended, each with the ledger that gives its OCR text back."""

import unicodedata

from pipeline.model.geometry import Box
from pipeline.model.layer import CERTAIN, UNKNOWN, Layer
from pipeline.model.pages import PLAIN, Reading, Region, Style


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
    confidence: float = CERTAIN
    style: Style = PLAIN


class CleanLine(Layer, frozen=True, kw_only=True):
    """One line, mended, with its ledger. ``text`` is NFC. Geometry is that of the line it comes from."""

    text: str
    words: tuple[WordSpan, ...] = ()
    changes: tuple[Change, ...] = ()
    calls: tuple[CallCandidate, ...] = ()
    box: Box | None = None
    baseline: int | None = None
    size: float = UNKNOWN
    column: int = 0
    indent: int = 0
    blank_before: int = 0
    region: Region = Region.UNKNOWN

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
    cells: tuple[Box, ...] = ()
    drawings: tuple[Box, ...] = ()
    failure: str = ""
    cut: int = 0


class Lines(Layer, frozen=True, kw_only=True):
    """Layer 2: the same lines, mended."""

    doc: str
    pages: tuple[CleanPage, ...]
