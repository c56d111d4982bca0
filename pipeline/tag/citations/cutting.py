"""A note cut into citations and commentary: every place where a citation can begin is tried, from left to right."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.calls import CallSpan, cross_references
from pipeline.tag.citations.colon_style import colon_citations
from pipeline.tag.citations.definitions import hereafter_at
from pipeline.tag.citations.draft import Definition, Draft
from pipeline.tag.citations.enclosures import closing_round, enclosed, is_enclosed, levelled, statements
from pipeline.tag.citations.known import Known
from pipeline.tag.citations.reading import citation_at
from pipeline.tag.citations.titles_at import narrowed_title

# Words after which a citation may begin within a statement.
_LEAD = re.compile(
    r"""
    (?:^|(?<=[\s(‘“,]))
    (?:[Ss]ee(?:,?\s(?:also|further|especially|generally|e\.g\.,?|for\sexample,?|in\sparticular))?|[Aa]lso(?:\ssee)?|[Cc]f\.|[Cc]ompare(?:\salso)?|
       [Aa]s\scited\sin|[Cc]ited\s(?:from|in|by|after)|[Qq]uoted\s(?:from|in|by|after)|[Ii]n|[Ff]rom|[Bb]y|[Ww]ith|[Aa]nd|[Oo]f|[Tt]han|[Tt]o|
       [Vv]gl\.(?:\s(?:auch|dazu))?|[Ss]iehe(?:\sauch)?|[Ss]\.\s?a\.|[Zz]it\.\snach|[Vv]oir(?:\saussi)?|[Cc]fr?\.?(?:\sanche)?|dans|und|et|aus|
       cité(?:e|s)?\s(?:par|dans|d’après)|[Zz]itiert\snach|zit\.\sbei|[Cc]iting|[Qq]uoting|[Ee]\.g\.|[Bb]ut\ssee(?:\salso)?|[Cc]ontra)
    [,:]?\s+
    """,
    re.VERBOSE,
)
_WEAK = re.compile(r"(?:[Ii]n|[Ff]rom|[Bb]y|[Ww]ith|[Aa]nd|[Oo]f|[Tt]han|[Tt]o|und|et|aus)[,:]?\s+")
_POINTS = re.compile(r":\s+|[(–—]\s?|,\s+")


def citations(text: str, known: Known) -> Iterator[Draft]:
    """The citations of a note in order; ``known`` may grow between two of them."""
    done = 0
    text = levelled(text)
    crosses = cross_references(text)
    spans = statements(text)
    places = [(place, strong, end) for start, end in spans for place, strong in _beginnings(text, start, end)]
    likely = frozenset(place for place, strong, _ in places if strong)
    stopped = {draft.start: draft for draft in colon_citations(text, likely)}
    for place, strong, end in _with_further(places, stopped):
        if place < done:
            continue
        before_next = min((start for start in stopped if start > place), default=end)
        stop = min(end, before_next, closing_round(text, place))
        draft = stopped.get(place) or citation_at(text, place, stop, known, strong=strong)
        if draft is not None:
            draft = _narrowed(text, _with_sign(text, draft))
            yield from _crosses(crosses, done, draft.start)
            done = draft.end
            yield draft
    yield from _crosses(crosses, done, len(text) + 1)


def _with_further(places: Sequence[tuple[int, bool, int]], starts: Iterable[int]) -> list[tuple[int, bool, int]]:
    """The places with those at which a citation begins that is read already, in order."""
    known = {place for place, _, _ in places}
    return sorted([*places, *((start, True, start) for start in starts if start not in known)])


def _narrowed(text: str, draft: Draft) -> Draft:
    """The same, quotation marks and brackets around titles left outside their fields."""
    host = _narrowed(text, draft.host) if draft.host else None
    return draft._replace(fields=tuple(narrowed_title(text, field) for field in draft.fields), host=host)


def _with_sign(text: str, draft: Draft) -> Draft:
    """A sign that is defined behind a semicolon or a stop: `…, p. 12; hereafter Making`."""
    found = hereafter_at(text, draft.end) if not draft.definitions else None
    if found is None:
        return draft
    sign = CitedField(kind=FieldKind.ABBREVIATION, start=found.start, end=found.end, value=found.sign)
    definition = Definition(found.sign, repository=False)
    return draft._replace(end=found.end, fields=(*draft.fields, sign), definitions=(definition,))


def _crosses(crosses: Sequence[CallSpan], start: int, end: int) -> Iterator[Draft]:
    """Cross-references outside citations."""
    for span in crosses:
        if start <= span.start < end:
            yield Draft(CitationKind.CROSS_REFERENCE, span.start, span.end, call=span.call)


def _beginnings(text: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Offsets at which a citation can begin, and whether the place alone makes one likely."""
    found: dict[int, bool] = {} if _LEAD.match(text, start, end) else {start: True}
    for lead in _LEAD.finditer(text, start, end):
        strong = not _WEAK.fullmatch(lead.group()) or lead.start() == start
        found[lead.end()] = found.get(lead.end(), False) or strong
    for point in _POINTS.finditer(text, start, end):
        found.setdefault(point.end(), text[point.start()] in ":(")
    for place in sorted(found):
        if place < end and not (is_enclosed(text, place) and text[place - 1] not in "(" and not _in_round(text, place)):
            yield place, found[place]


def _in_round(text: str, place: int) -> bool:
    """In round brackets, which may hold citations; what stands in quotation marks or square brackets may not."""
    return any(start < place < end and text[start] == "(" for start, end in enclosed(text))
