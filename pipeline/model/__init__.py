"""The layers: what each stage hands to the next, and nothing else.

Everything here is frozen. Boxes are pixels on the page image, origin top left; spans are half-open ranges of code
points, ``text[start:end]``; confidences run from 0.0 to 1.0; pages are counted from 1 in the order of the source,
lines from 0 in the reading order of their page.
"""

from pipeline.model.article import (
    Anchor,
    Article,
    Audit,
    Block,
    BlockKind,
    Cell,
    Cut,
    Discard,
    FrontMatter,
    Furniture,
    FurnitureKind,
    Join,
    Note,
    NoteKind,
    Piece,
    Sheet,
    StyleSpan,
)
from pipeline.model.citations import Citation, CitationKind, CitedField, FieldKind, Work
from pipeline.model.entities import Entities, EntityKind, Entry, Mention
from pipeline.model.geometry import Box, enclosing_box
from pipeline.model.layer import Layer
from pipeline.model.lines import CallCandidate, Change, CleanLine, CleanPage, Lines, WordSpan, undo
from pipeline.model.pages import (
    CELL_SEAM,
    PLAIN,
    TEXT_LAYER,
    Line,
    Page,
    Pages,
    RaisedMark,
    Reading,
    Region,
    Style,
    Word,
)
from pipeline.model.scaling import scaled

__all__ = [
    "CELL_SEAM",
    "PLAIN",
    "TEXT_LAYER",
    "Anchor",
    "Article",
    "Audit",
    "Block",
    "BlockKind",
    "Box",
    "CallCandidate",
    "Cell",
    "Change",
    "Citation",
    "CitationKind",
    "CitedField",
    "CleanLine",
    "CleanPage",
    "Cut",
    "Discard",
    "Entities",
    "EntityKind",
    "Entry",
    "FieldKind",
    "FrontMatter",
    "Furniture",
    "FurnitureKind",
    "Join",
    "Layer",
    "Line",
    "Lines",
    "Mention",
    "Note",
    "NoteKind",
    "Page",
    "Pages",
    "Piece",
    "RaisedMark",
    "Reading",
    "Region",
    "Sheet",
    "Style",
    "StyleSpan",
    "Word",
    "WordSpan",
    "Work",
    "enclosing_box",
    "scaled",
    "undo",
]
