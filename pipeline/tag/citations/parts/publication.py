"""What the round brackets of a citation say: place, publisher, year; a date; a remark."""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.imprints import find_imprints
from pipeline.tag.citations.parts.names import people_before_role
from pipeline.tag.citations.wording.draft import field_in
from pipeline.tag.citations.wording.title_ends import CITIES, JURISDICTION, MONTH, PRESS_WORD, TOWN_JOIN, YEAR
from pipeline.tag.dates.reading import find_dates
from pipeline.tag.dates.values import FOREIGN_MONTHS
from pipeline.tag.words.spans import Span, between

_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
# (London, 1938), (Paris and London 1938): a place and a year, no publisher.
_PLACE_YEAR = re.compile(rf"\((?P<place>[^\W\d_a-z][^\d(),:;]{{1,40}}),?\s(?P<year>{YEAR})[^\d()]{{0,30}}\)")
# (Paris, Armand Colin, 1949): place, publisher and year by commas, as French notes have them.
_PLACE_PRESS_YEAR = re.compile(
    rf"\((?P<place>{CITIES}),\s(?P<publisher>[^\d,:;()]{{2,40}}),\s(?P<year>{YEAR})[^\d()]{{0,30}}\)"
)
# (Annapolis, Frederick Green 1790), (Hart Publishing, Oxford 2005): what is a known city is the place, and else what
# stands first, as The Bluebook (rule 15.4) has it for old books.
_TWO_AND_YEAR = re.compile(
    r"\((?P<first>[^\W\d_a-z][^\W\d_]+(?:[\s-][^\W\d_]+){0,3}),\s"
    rf"(?P<second>[^\W\d_a-z][^\d():;]{{1,60}}?)(?P<comma>,)?\s(?P<year>{YEAR})\)"
)
_HANDS = re.compile(r"\b(?:eds?|trans|comps?|forthcoming|manuscript)\b")
_EDITION_YEAR = re.compile(
    r"\((?P<edition>(?:\d{1,2}(?:st|nd|rd|th|d)\s|[Rr]ev\.\s|[Nn]ew\s|[Pp]aperback\s|[Aa]nniversary\s|[Cc]lassics?\s){1,2}ed\.|Comm\.\sPrint|Supp\.)"
    rf"\s(?P<year>{YEAR})\)"
)
_BEHIND_HANDS = re.compile(r",?\s")
_ORDINAL = r"(?:\d{1,2}(?:st|nd|rd|th|d)|[Rr]ev(?:ised|\.)?|[Nn]ew)\sedn?\.?"
_EDITION_BEFORE = re.compile(rf"(?P<edition>{_ORDINAL}),?\s(?=[^\W\d_])")
"""`(2nd edn, OUP 2012)`: OSCOLA (4th ed., 3.2.3)."""
_EDITION_BEHIND = re.compile(rf"\((?P<publisher>[^\d,:;()]{{2,60}}),\s(?P<edition>{_ORDINAL}),\s(?P<year>{YEAR})\)")
"""`(Selwyn University Press, 2nd ed, 2010)`: the Australian Guide to Legal Citation (4th ed., 6.3)."""
_TOWN_JOIN = re.compile(TOWN_JOIN)
_CITY = re.compile(rf"(?:{CITIES})(?:\s(?:and|&|et|und)\s\w+)?")
# (Cambridge University Press, 1987): a publisher and a year.
_PRESS = re.compile(
    rf"\b{PRESS_WORD}(?!\w)|^(?:West|McKinney|Baldwin)\b|^(?:Hart|[OC]UP)$|LexisNexis|Chubanshe\b|Izdatel|& "
    r"|\b(?:Pictures|Films|Productions|Library|Company|Co|Bros|Sons|Inc|Ltd|Inst|INST|Publ?[’']g|Ass[’']n|A\.\s?L\.\s?I"
    r"|A\.\s?B\.\s?A)(?!\w)"
)
_NOT_A_PLACE = re.compile(
    r"\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|January|February|March|April|May|June|July|August|"
    rf"September|October|November|December|Cir|Ct|Dist|{'|'.join(sorted(map(str.capitalize, FOREIGN_MONTHS)))})\b"
    # Apr. 2012; Mar./Apr. 2012; Supp. 1954; Comm. Print 2021; Stand 2023; Ill. 2021; D. Ariz. 2012
    rf"|^{MONTH}t?\.?(?:[/–-]|$)|\bSupp\b|^(?:Comm\.|Class|Draft|Discussion|Stand|[NSEWCMD]\.\s?(?:D\.\s?)?[A-Z][a-z]+\.)|^{JURISDICTION}$"
)


def publication_at(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    """The fields of ``text[start:end]``, which is in round brackets; none for a remark.

    Editors and translators may stand first, or the edition: `(Ada Merrow ed., 1961)`, `(2nd edn, OUP 2012)`.
    """
    return _inside(text, start + 1, end)


def _inside(text: str, place: int, end: int) -> tuple[CitedField, ...]:
    """The fields of the rest of a bracket, from a place within it."""
    people = people_before_role(text, place, end)
    behind = _BEHIND_HANDS.match(text, people.end, end) if people else None
    if people is not None and behind is not None:
        return (*people.fields, *_inside(text, behind.end(), end))
    edition = _EDITION_BEFORE.match(text, place, end)
    rest = _inside(text, edition.end(), end) if edition else ()
    if edition is not None and rest:
        return (_field(text, FieldKind.EDITION, 0, edition.span("edition")), *rest)
    return _published(text, f"({text[place:end]}", place - 1)


def _published(text: str, inside: str, start: int) -> tuple[CitedField, ...]:
    """The fields of what is in round brackets and begins at a place of the text."""
    if find_imprints(inside) and not _NOT_A_PLACE.match(inside[1:]):
        return _fields_of_imprint(text, inside, start)
    if commas := _PLACE_PRESS_YEAR.fullmatch(inside):
        return _fields(text, start, commas, place=FieldKind.PLACE, publisher=FieldKind.PUBLISHER)
    if two := _two_and_year(text, inside, start):
        return two
    if behind := _EDITION_BEHIND.fullmatch(inside):
        return _fields(text, start, behind, publisher=FieldKind.PUBLISHER, edition=FieldKind.EDITION)
    if edition := _EDITION_YEAR.fullmatch(inside):
        return _fields(text, start, edition, edition=FieldKind.EDITION)
    found = _PLACE_YEAR.fullmatch(inside)
    is_press = found is not None and _PRESS.search(found["place"]) is not None
    if found and (is_press or not _HANDS.search(found["place"])) and not _NOT_A_PLACE.search(found["place"]):
        return _presses_or_towns(text, start, found, is_press=is_press)
    return dates_in(text, start, start + len(inside))


def _presses_or_towns(text: str, start: int, found: re.Match[str], *, is_press: bool) -> tuple[CitedField, ...]:
    """The publisher, or the places, and the year: `(Selwyn Press 1931)`, `(London and Selwyn, 1931)`."""
    if is_press:
        return _fields(text, start, found, place=FieldKind.PUBLISHER)
    towns = [*between(_TOWN_JOIN, found.string, *found.span("place"))]
    # One of two is known: no Simon and Schuster.
    if not any(_CITY.fullmatch(found.string, *town) for town in towns):
        return _fields(text, start, found, place=FieldKind.PLACE)
    year = _field(text, FieldKind.DATE, start, found.span("year"))
    return (*(_field(text, FieldKind.PLACE, start, town) for town in towns), year)


def _fields(text: str, start: int, found: re.Match[str], **kinds: FieldKind) -> tuple[CitedField, ...]:
    """The fields of the groups of these names, and the year behind them."""
    groups = {**kinds, "year": FieldKind.DATE}
    return tuple(_field(text, kind, start, found.span(group)) for group, kind in groups.items())


def _two_and_year(text: str, inside: str, start: int) -> tuple[CitedField, ...]:
    """Place and publisher, in either order, and the year; none where it cannot be told which is which."""
    found = _TWO_AND_YEAR.fullmatch(inside)
    if found is None or _NOT_A_PLACE.search(inside) or _HANDS.search(found["second"]):
        return ()
    first, second = (_CITY.fullmatch(found[group]) is not None for group in ("first", "second"))
    if found["comma"] and not (first or second):
        return ()
    kinds = (
        FieldKind.PUBLISHER if second and not first else FieldKind.PLACE,
        FieldKind.PLACE if second else FieldKind.PUBLISHER,
    )
    pairs = zip((*kinds, FieldKind.DATE), ("first", "second", "year"), strict=True)
    return tuple(_field(text, kind, start, found.span(group)) for kind, group in pairs)


def dates_in(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    """The first date of the stretch, if any."""
    for date in find_dates(text[start:end]):
        value = date.value.when or date.value.first
        if value and not value.startswith("--"):
            return (CitedField(kind=FieldKind.DATE, start=start + date.start, end=start + date.end, value=value),)
    found = _YEAR.search(text, start, end)
    return (field_in(text, FieldKind.DATE, *found.span()),) if found else ()


def _fields_of_imprint(text: str, inside: str, start: int) -> tuple[CitedField, ...]:
    fields = []
    for imprint in find_imprints(inside):
        fields += [_field(text, FieldKind.PLACE, start, place) for place in imprint.places]
        if imprint.press:
            fields.append(_field(text, FieldKind.PUBLISHER, start, imprint.press))
    year = _YEAR.search(text, max((field.end for field in fields), default=start), start + len(inside))
    if year:
        fields.append(field_in(text, FieldKind.DATE, *year.span()))
    return tuple(sorted(fields, key=lambda field: field.start))


def _field(text: str, kind: FieldKind, start: int, span: Span) -> CitedField:
    """The field of a span that is counted from ``start``."""
    marks = "" if kind is FieldKind.EDITION else " ,.;"
    return field_in(text, kind, start + span[0], start + span[1], marks)
