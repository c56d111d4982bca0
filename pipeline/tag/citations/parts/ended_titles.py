"""What ends a title that may have stops within it: `In:` and a book or journal, a town with its year, a journal.

A stop parts a title from its subtitle there, and ends nothing; what ends the title is what can only follow one.
"""

import re

from pipeline.model import CitationKind, CitedField
from pipeline.tag.citations.parts.ended_imprints import BY_COMMA, BY_STOP, imprint, thesis, undated
from pipeline.tag.citations.parts.ended_journals import journal_at, journal_at_once, journal_by_comma, paged_journal_at
from pipeline.tag.citations.parts.hosts import host_at, is_edited
from pipeline.tag.citations.parts.title_parts import Part, People, stop_of, trimmed
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.wording.enclosures import QUOTES, closing

_IN = re.compile(r"(?:(?<=[.?!)»“”’])\s(?:[Ii]n|IN):\s|,\s?,?\s[Ii]n:\s)")
_IN_SO = re.compile(r",\s[Ii]n\s(?=[^\W\d_a-zß-ÿ„“»])")
_IN_QUOTED = re.compile(r"(?<=[”’»“]),?\s[Ii]n\s(?=[^\W\d_a-zß-ÿ])")
_REPORTED = re.compile(r",\s\d{1,4}\s[A-Z][\w.&’ ]*\.?$")
_TRANSLATED = re.compile(r"(?P<title>[^\[\]]{4,200})\s(?P<other>\[[^\[\]\d]{3,200}\])")


def behind_title(text: str, place: int, *, by_comma: bool = False, dated: bool = False) -> Part | None:
    """The first that can end the title that begins at ``place`` and tells where the work appeared.

    Args:
        text: the note.
        place: where the title begins.
        by_comma: whether a comma may end it before a town, as where a comma stands behind the people.
        dated: whether the year stands before it, so that the imprint has none.
    """
    stop = stop_of(text, place)
    host = _in(text, place, stop, dated=dated)
    led = _leads_in(text, place, stop, dated=dated)
    stop = led.start() if led else stop  # what stands behind `In:` tells of the book around
    ways = [
        host, thesis(text, place, stop), imprint(text, place, stop, BY_STOP, known=dated),
        journal_at_once(text, place, stop),
        imprint(text, place, stop, BY_COMMA, known=dated) if by_comma or dated else None,
        undated(text, place, stop) if dated else None,
        journal_by_comma(text, place, stop) if by_comma else None,
    ]  # fmt: skip
    return min((way for way in ways if way), key=lambda way: (way.title_end, -way.end), default=None)


def _leads_in(text: str, place: int, stop: int, *, dated: bool) -> re.Match[str] | None:
    """`In:`, or `in` behind a title in quotation marks or where the year stands before the title."""
    found = _IN.search(text, place, stop) or _IN_QUOTED.search(text, place, stop)
    return found or (_IN_SO.search(text, place, stop) if dated else None)


def _in(text: str, place: int, stop: int, *, dated: bool) -> Part | None:
    """`In: Hafenblätter 12 (1931)`, `In: Jane Roe (Hg.): Hafenbuch. Wien 1931`."""
    found = _leads_in(text, place, stop, dated=dated)
    if found is None:
        return None
    title_end = trimmed(text, place, found.start())
    numbered = None if is_edited(text, found.end()) else journal_at(text, found.end(), title_end, stop)
    host = None if numbered else host_at(text, found.end(), dated=dated)
    if host is not None:
        return Part((), host.end, title_end, host=host)
    return numbered or (paged_journal_at(text, found.end(), title_end, stop) if dated else None)


def with_title(text: str, place: int, people: People, part: Part) -> Draft | None:
    """The citation that begins at ``place``, of the people, the title behind them, and the part that ends it."""
    titles = _titles_before(text, people.end, part)
    if not titles:
        return None
    fields = (*people.fields, *titles, *part.fields)
    return Draft(CitationKind.FULL, place, part.end, fields, call=people.call, host=part.host)


def _titles_before(text: str, start: int, part: Part) -> tuple[CitedField, ...]:
    """The title that begins at ``start`` and ends where the part says, and its translation in square brackets.

    None where what would be the title has more: `…, 60 AM. LAMPS` before a stop, a bracket that is open.
    """
    level = "a" if part.host or part.in_journal else "m"
    translated = _TRANSLATED.fullmatch(text, start, part.title_end)
    if _REPORTED.search(text, start, part.title_end) or _goes_on(text, start, part.title_end):
        return ()
    own = title_field(text, start, translated.end("title") if translated else part.title_end, level)
    if not own.value or translated is None:
        return (own,) if own.value else ()
    return own, title_field(text, *translated.span("other"), level, translation=True)


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the title ends before: at the comma behind a closing mark, or before an address."""
    closed = closing(text, start) if text[start] in QUOTES else None
    comma = closed is not None and closed < end and text[closed] == ","
    return comma or "www." in text[start:end] or "://" in text[start:end] or _opens(text, start, end)


def _opens(text: str, start: int, end: int) -> bool:
    """`A HISTORY 12 (Univ. of Selw. Press 2019)`: a bracket that is open where a title seems to end has the imprint."""
    return text.count("(", start, end) > text.count(")", start, end)
