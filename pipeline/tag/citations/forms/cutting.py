"""A note cut into citations and commentary: every place where a citation can begin is tried, from left to right."""

from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import CitationKind
from pipeline.tag.citations.forms.colon_style import colon_citations
from pipeline.tag.citations.forms.comma_style import comma_citation_at, edited_starts
from pipeline.tag.citations.forms.dated_style import dated_citation_at
from pipeline.tag.citations.forms.defined_sources import defining, is_read_later
from pipeline.tag.citations.forms.expected_citations import expected_at
from pipeline.tag.citations.forms.german_law import decision_starts
from pipeline.tag.citations.forms.note_calls import called_by_note
from pipeline.tag.citations.forms.reading import citation_at
from pipeline.tag.citations.parts.names import is_author
from pipeline.tag.citations.parts.people_before_titles import people_start
from pipeline.tag.citations.parts.titles_at import narrowed_title
from pipeline.tag.citations.wording.beginnings import beginnings
from pipeline.tag.citations.wording.calls import CallSpan, cross_references
from pipeline.tag.citations.wording.definitions import Sign, hereafter_at, sign_field
from pipeline.tag.citations.wording.draft import Definition, Draft
from pipeline.tag.citations.wording.enclosures import closing_round, levelled, statements
from pipeline.tag.citations.wording.known import Known


def citations(
    text: str, known: Known, expected: frozenset[int] = frozenset(), *, unread: bool = False
) -> Iterator[Draft]:
    """The citations of a note in order; ``known`` may grow between two of them.

    Args:
        text: the note.
        known: what is known so far.
        expected: where later notes say that a citation begins.
        unread: an Ibid. behind the note says that it holds a citation.
    """
    done = 0
    text = levelled(text)
    crosses = cross_references(text)
    spans = statements(text, known.italics.runs)
    places = [(place, strong, end) for start, end in spans for place, strong in beginnings(text, start, end)]
    places = [each for each in places if not known.italics.hold(each[0])]
    before = (people_start(text, low) for low, _ in known.italics.runs)
    places = _with_expected(places, spans, frozenset(start for start in before if start is not None))
    defined = defining(text, spans, places)
    places = _with_expected(places, spans, expected)
    likely = frozenset(place for place, strong, _ in places if strong)
    stopped = {draft.start: draft for draft in colon_citations(text, likely)}
    places = _with_weak(places, spans, [*edited_starts(text), *decision_starts(text)])
    for place, strong, end in _with_further(places, stopped):
        if place < done:
            continue
        before_next = min((start for start in stopped if start > place), default=end)
        stop = min(end, before_next, closing_round(text, place))
        draft = (
            stopped.get(place)
            or (dated_citation_at(text, place, stop, known) if strong else None)
            or _fuller(
                citation_at(text, place, stop, known, strong=strong), comma_citation_at(text, place, strong=strong)
            )
        )
        if draft is not None and _is_imprint(text, draft, known):
            done = draft.end
            continue
        sign = defined.get(place)
        if sign is not None and is_read_later(text, places, draft.end if draft else place, sign, known):
            sign = None
        sure = place in expected or sign is not None
        if sure or (unread and strong):
            draft = expected_at(text, place, stop, known, draft, sure=sure, first=place == places[0][0])
        if draft is not None:
            draft = _narrowed(text, _with_sign(text, draft, None if draft.call else sign)).in_order()
            yield from _crosses(text, crosses, done, draft.start, known)
            done = draft.end
            yield draft
    yield from _crosses(text, crosses, done, len(text) + 1, known)


def _fuller(one: Draft | None, other: Draft | None) -> Draft | None:
    """The reading that tells more; the first of two that tell as much."""
    return other if other is not None and (one is None or _told(other) > _told(one)) else one


def _told(draft: Draft) -> int:
    return len(draft.fields) + (len(draft.host.fields) if draft.host else 0)


def _is_imprint(text: str, draft: Draft, known: Known) -> bool:
    """`(Selwyn, Lamp Press, 1931)`: a bracket of its own, in which nobody is named and nothing refers back."""
    fills = text[: draft.start].endswith("(") and text.startswith(")", draft.end)
    named = any(is_author(name) or known.has_author(name) for name in draft.names) or known.has_title(draft.title)
    return fills and draft.kind is CitationKind.SHORT and draft.call is None and not named


def _with_expected(
    places: Sequence[tuple[int, bool, int]], spans: Iterable[tuple[int, int]], expected: frozenset[int]
) -> list[tuple[int, bool, int]]:
    """The places with those that are expected, in order; each ends with its statement."""
    further = [(place, True, end) for start, end in spans for place in expected if start <= place < end]
    return sorted([*(each for each in places if each[0] not in expected), *further])


def _with_weak(
    places: Sequence[tuple[int, bool, int]], spans: Iterable[tuple[int, int]], starts: Iterable[int]
) -> list[tuple[int, bool, int]]:
    """The places with those that only people who are told to be editors make likely."""
    known, further = {place for place, _, _ in places}, frozenset(starts)
    weak = [(place, False, end) for start, end in spans for place in further - known if start <= place < end]
    return sorted([*places, *weak])


def _with_further(places: Sequence[tuple[int, bool, int]], starts: Iterable[int]) -> list[tuple[int, bool, int]]:
    """The places with those at which a citation begins that is read already, in order."""
    known = {place for place, _, _ in places}
    return sorted([*places, *((start, True, start) for start in starts if start not in known)])


def _narrowed(text: str, draft: Draft) -> Draft:
    """The same, quotation marks and brackets around titles left outside their fields."""
    host = _narrowed(text, draft.host) if draft.host else None
    return draft._replace(fields=tuple(narrowed_title(text, field) for field in draft.fields), host=host)


def _with_sign(text: str, draft: Draft, later: Sign | None) -> Draft:
    """A sign that is defined behind a semicolon, `…, p. 12; hereafter Making`, or ``later`` in the statement."""
    found = (hereafter_at(text, draft.end) or later) if not draft.definitions else None
    if found is None or found.start < draft.end:
        return draft
    definition = Definition(found.sign, repository=False)
    return draft._replace(end=found.end, fields=(*draft.fields, sign_field(found)), definitions=(definition,))


def _crosses(text: str, crosses: Sequence[CallSpan], start: int, end: int, known: Known) -> Iterator[Draft]:
    """Cross-references outside citations, and works that are called by them in the middle of a sentence."""
    done = start
    for span in crosses:
        if start <= span.start < end:
            draft = called_by_note(text, span, done, min(end, len(text)), known)
            yield draft or Draft(CitationKind.CROSS_REFERENCE, span.start, span.end, call=span.call)
            done = draft.end if draft else span.end
