"""An entry as it is printed: its text, its italics, and where what can be read ends."""

from typing import NamedTuple

from pipeline.model import CitedField
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.enclosures import QUOTES, closing
from pipeline.tag.words.spans import Span

_MARKS = " .,:;"
_BEHIND = f"{_MARKS}–—"
"""Marks behind a title: in German a dash may part it from the imprint (`Die Lampen. – Hafen`)."""
_CLOSED_BY = {"»": "«", "„": "“”"}
_LEAST = 4
"""Characters of a title in italics or in quotation marks, at the least; fewer are a stray style or a quoted letter."""


class EntryText(NamedTuple):
    """``text`` up to ``stop``, where an address on the web begins; the stretches in italics, in order."""

    text: str
    italics: tuple[Span, ...]
    stop: int

    def behind_marks(self, place: int) -> int:
        """The first place from here on that is no stop, comma, colon, dash or space."""
        while place < self.stop and self.text[place] in _BEHIND:
            place += 1
        return place

    def italic_at(self, place: int, slack: int = 1) -> Span | None:
        """The italics that begin here; readers see them begin a character or two off."""
        fitting = (span for span in self.italics if abs(span[0] - place) <= slack and span[1] - span[0] >= _LEAST)
        return next(fitting, None)

    def italic_after(self, place: int) -> Span | None:
        """The first italics that begin behind this place."""
        return next((span for span in self.italics if span[0] > place), None)

    def italic_end(self, span: Span) -> int:
        """Where italics end, those behind a mere colon or comma included."""
        end = span[1]
        for low, high in self.italics:
            if low >= end and not self.text[end:low].strip(_MARKS):
                end = high
        return min(end, self.stop)

    def quoted_end(self, place: int) -> int | None:
        """Behind the quotation that begins here; None where none begins, or it is never closed.

        German presses set »so«, French ones « so »: where a title begins, whichever mark stands there opens. Polish
        ones set „so”.
        """
        mark = self.text[place : place + 1]
        if mark and mark in _CLOSED_BY:
            ends = [self.text.find(other, place + 1) for other in _CLOSED_BY[mark]]
            end = min((one for one in ends if one > 0), default=-1) + 1 or None
        else:
            end = closing(self.text, place) if mark and mark in QUOTES else None
        return end if end is not None and end - place > _LEAST and end <= self.stop + 1 else None

    def title(self, start: int, end: int, level: str) -> CitedField | None:
        """The title in ``text[start:end]``, marks behind it left out; None where nothing is left."""
        while end > start and self.text[end - 1] in _BEHIND:
            end -= 1
        return title_field(self.text, start, end, level) if end - start > 1 else None
