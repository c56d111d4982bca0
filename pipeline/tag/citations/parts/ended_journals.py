"""The journal that ends a title in which stops may stand: `In: Hafenblätter 12 (1931), S. 3`, `in: Lampe, 3.4.1931`.

Its numbers are printed in many ways: volume and year, number and year (`Nr. 2/1996`), the day, or none where the year
stands behind the people.
"""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.publication import dates_in
from pipeline.tag.citations.parts.title_parts import ENDED, Part, pages_behind, trimmed
from pipeline.tag.citations.parts.titles_at import title_field
from pipeline.tag.citations.wording.draft import field_of
from pipeline.tag.citations.wording.title_ends import MONTH, OF_MONTH, YEAR
from pipeline.tag.words.tokens import CAPITAL

_MONTH = r"(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)"
_DAY = rf"(?P<day>{_MONTH}\s{YEAR}|\d{{1,2}}\.\s?(?:\d{{1,2}}\.\s?(?:\d{{4}}|\d\d)|[^\W\d_]{{3,9}}\s{YEAR})(?!\d))"
_NUMBERS = (
    r"(?:(?:(?:Bd|Jg|Vol|N\.\s?F)\.?\s)?(?P<volume>(?<=\sB\s)\d{1,3}[-–]\d{1,3}|\d{1,4}|[IVXLC]{1,7})"
    r"(?:(?:\s?[/.]|,|:)\s?(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?))?"
    rf"(?:,?\s?\((?:(?:{MONTH}{OF_MONTH}|{_MONTH})\.?\s)?(?P<year>{YEAR})\)|,\s(?P<plain>{YEAR})(?=,\s(?:S|H|pp?|Nr)\b))"
    r"(?:,?\s(?:H|Heft|Nr|[Nn]o)\.?\s(?P<second>\d{1,3}(?:[-–/]\d{1,3})?)|\s?(?P<behind>\d{1,2})(?=,\s(?:S|pp?)\.))?)"
)
_IN_FIGURES = re.compile(rf"(?P<day>[0-3]?\d)\.\s?(?P<month>0?[1-9]|1[0-2])\.\s?(?P<year>{YEAR})")
_OF_YEAR = (
    r"(?:(?:Nr|[Nn]o|H)\.\s|Heft\s|B\s)?(?P<number>\d{1,3}(?:[-–]\d{1,3})?(?:\(\d{1,3}\))?)/(?P<of>" + YEAR + r")"
    rf"|(?P<annual>{YEAR}):(?P<part>\d{{1,2}})"
)
_NUMBERED = (
    r"(?P<whole>\d{1,3}):(?P<half>\d{1,3})(?=,)|(?:Nr|[Nn]o|núm)\.?\s(?P<counted>\d{1,4}(?:[-–/]\d{1,3})?)"
    rf"(?:,\s(?:[^\W\d_]{{5,10}},?\s)?(?P<issued>\d{{1,2}}\.?\s?(?:\d{{1,2}}\.\s?\d{{4}}|[^\W\d_]{{3,9}}\s{YEAR})(?!\d)))?"
)
_NAMED = (
    r"(?P<journal>(?:[»„“«][^»«“”„]{2,90}[«“”»](?:\s\([^()]{2,20}\))?|[^\W\d_][^;:()“”«»\d]{1,90}?)"
    r"(?:\s\([^()\d]{2,60}\))?)"
)
_JOURNAL = re.compile(
    rf"{_NAMED}\.?,?\s?(?:vom\s)?(?<![\w.])(?:{_OF_YEAR}|{_DAY}|(?:Heft\s|H\.\s|B\s)?{_NUMBERS}|{_NUMBERED})"
)
_JOURNAL_AT_ONCE = re.compile(rf"{ENDED}(?P<journal>{CAPITAL}[^.;:()“”«»\d]{{2,90}}?),?\s{_NUMBERS}")
_BY_COMMA = re.compile(
    rf",\s(?P<journal>(?:{CAPITAL}|taz|die\s)(?:[^,;:()“”«»\d]|:(?=\w)){{2,60}}?),?\s"
    rf"(?:(?:vom\s)?{_DAY}|(?P<volume>\d{{1,3}}(?:[-–/]\d{{1,3}})?),\s(?P<year>{YEAR})(?=,\s(?:S|pp?)\.))"
)
"""`, Selwyner Zeitung, 22.1.1931`, `, Das Licht, 49, 1998, S. 3`: where a comma stands behind the people."""
_PAGED = re.compile(
    r"(?P<journal>[^\W\d_][^;:()“”«»\d.]{2,90}?)(?:,\s?(?P<volume>\d{1,3}(?:[-–/]\d{1,3})?))?"
    r"(?=,\s(?:S\.\s?)?\d+(?:[-–]\d+)?f{0,2}\.?\s?(?:[.;)]|$))"
)
"""A journal of which only the pages are told, as its year stands behind the people."""
_KINDS = (
    ("volume", FieldKind.VOLUME), ("issue", FieldKind.ISSUE), ("year", FieldKind.DATE), ("plain", FieldKind.DATE),
    ("second", FieldKind.ISSUE), ("number", FieldKind.ISSUE), ("of", FieldKind.DATE), ("annual", FieldKind.DATE),
    ("part", FieldKind.ISSUE), ("behind", FieldKind.ISSUE), ("counted", FieldKind.ISSUE), ("whole", FieldKind.VOLUME),
    ("half", FieldKind.ISSUE),
)  # fmt: skip


def journal_at(text: str, place: int, title_end: int, stop: int) -> Part | None:
    """The journal with its numbers behind `In:`, for a title that ends at ``title_end``."""
    return _part(text, _JOURNAL.match(text, place, stop), title_end)


def paged_journal_at(text: str, place: int, title_end: int, stop: int) -> Part | None:
    """The same where only pages follow the journal, as the year stands behind the people."""
    return _part(text, _PAGED.match(text, place, stop), title_end)


def journal_by_comma(text: str, place: int, stop: int) -> Part | None:
    """A newspaper or journal behind a comma, with its day, or its number, year and pages."""
    found = next((one for one in _BY_COMMA.finditer(text, place, stop) if one.start() > place), None)
    return _part(text, found, trimmed(text, place, found.start())) if found else None


def _part(text: str, found: re.Match[str] | None, title_end: int) -> Part | None:
    if found is None:
        return None
    fields, end = _journal_fields(text, found)
    return Part(fields, end, title_end, in_journal=True)


def journal_at_once(text: str, place: int, stop: int) -> Part | None:
    """`Die Lampen. Hafenblätter 12/3 (1931), S. 3`: the journal without `In:`."""
    found = _JOURNAL_AT_ONCE.search(text, place, stop)
    return _part(text, found, trimmed(text, place, found.start())) if found else None


def _journal_fields(text: str, found: re.Match[str]) -> tuple[tuple[CitedField, ...], int]:
    groups = found.groupdict()
    fields = [title_field(text, *found.span("journal"), "j")]
    fields += [field_of(kind, found, group) for group, kind in _KINDS if groups.get(group)]
    for group in ("day", "issued"):
        fields += _day(text, *found.span(group)) if groups.get(group) else ()
    pages, end = pages_behind(text, found.end())
    return (*sorted(fields, key=lambda field: field.start), *pages), end


def _day(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    """`3.4.1931`, `3. April 1931`; of a year in two figures nothing tells the century."""
    found = _IN_FIGURES.fullmatch(text, start, end)
    if found is None:
        return dates_in(text, start, end)
    value = f"{found['year']}-{int(found['month']):02}-{int(found['day']):02}"
    return (CitedField(kind=FieldKind.DATE, start=start, end=end, value=value),)
