"""One entry of a bibliography, read field by field: people, date, title, what it stands in, publisher, numbers.

An entry has no grammar but its order and its type: who, when (or at the end), what; a piece in quotation marks or
plain, a book or journal in italics; then where it appeared. Where the page shows italics, they tell the titles; a dump
has to do with stops and commas. What is not told stays unmarked: a wrong field is worse than none.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.tag.bibliography.containers import IN, host_at, journal_at, people_called
from pipeline.tag.bibliography.entry_text import EntryText
from pipeline.tag.bibliography.listed_names import People, people_at
from pipeline.tag.bibliography.numbering import pages_field, pages_in
from pipeline.tag.bibliography.own_title import own_title
from pipeline.tag.bibliography.publishing import publishing_in
from pipeline.tag.citations.forms.colon_style import colon_citation_at
from pipeline.tag.citations.parts.locators import edition_at
from pipeline.tag.citations.wording.draft import field_of
from pipeline.tag.citations.wording.enclosures import levelled
from pipeline.tag.citations.wording.title_ends import YEAR
from pipeline.tag.words.spans import Span
from pipeline.tag.words.tokens import CAPITAL

_LABEL = re.compile(rf"\s*(?:\[\d{{1,4}}[a-z]?\]|\(\d{{1,4}}\)|\d{{1,4}}(?:\.|\s(?={CAPITAL}))|[•·*–►▶■●▪-])\s*")
_YEAR = rf"(?P<year>{YEAR})(?P<letter>[a-z])?"
_DATE = re.compile(
    rf"[.,:]?\s?[(\[]?(?:c\.\s|ca\.\s)?{_YEAR}(?:\s?[-–/](?:\s?\d{{2,4}})?)?(?:,\s[^)\d]{{3,20}}(?:\s\d{{1,2}})?)?"
    rf"(?:\s?[\[(]{YEAR}[\])])?[)\]]?(?=[.,:;\s]|$)[.,:;]?\s?"
)
"""`. 1991b. `, ` (2006, June 29). `, ` 2001[1953]. `."""
_NO_DATE = re.compile(
    r"[.,]?\s\(?(?:n\.\s?d\.|s\.\s?[adf]\.|s/f|[Ff]orthcoming|[Ii]n\spress|o\.\s?J\.|[Ii]m\s(?:Druck|Erscheinen)|i\.\s?E\.)\)?[.,:]?\s?"
)
_LATE_YEAR = re.compile(rf"(?<![\d/.-]){_YEAR}(?![\d/-])")
_WEB = re.compile(r"(?:https?://|www\.|doi:|DOI:?\s|\bdoi\.org|10\.\d{4,}/)\S*")
_WEB_WORDS = re.compile(
    r"(?:[Aa]vailable\s(?:at|from|online)|[Rr]etrieved|[Aa]ccessed|[Ll]ast\s(?:accessed|modified|updated)|[Cc]onsulté)\b"
)
_SMALL = (
    "of|the|and|for|in|on|de|la|le|les|des|du|der|die|das|dem|den|und|im|am|zu[rm]|vo[nm]|bei|aus|für|et|y|do|da|di|del"
    "|della|e|&|voor|en"
)
_SIGN = rf"(?:\s\({CAPITAL}[^()\d]{{1,90}}\))?"
"""What an institution is called in short, or in full: `International Lamp Office (ILO)`."""
_HELD = r"(?:,?\s\((?:[Hh](?:rs)?gg?|[Ee]ds?)\.?\))?"
_INSTITUTION = re.compile(
    rf"(?P<name>{CAPITAL}[^\s.,()“”«»]*(?:,?\s(?:[^\W_a-zß-ÿ][^\s.,()“”«»]*|{_SMALL})){{0,11}}{_SIGN}){_HELD}"
    rf"(?=\.?,?\s\(?{YEAR}(?:[a-z]|[/-]\d{{2,4}})?[).,:])"
    rf"|(?P<any>{CAPITAL}[^\s.,:()“”«»]*(?:\s[^\s.,:()“”«»\d]+){{1,12}}{_SIGN}){_HELD}(?=\s\({YEAR}[a-z]?\)(?:,|:))"
)
"""An institution before a year: all its words but the small ones have capitals; before a year in brackets and a colon
or a comma, as German bibliographies set it, nothing but an author stands."""
_NAME_WORD = re.compile(rf"\s?(?P<word>{CAPITAL}[^\W\d_]+(?:-[^\W\d_]+)?)[.,]\s")


_AFTER_PRINT = 60
"""Characters that may be left of an entry that was read as notes are: a series, an address."""


class Entry(NamedTuple):
    """The fields of an entry, in the order of its text, disjoint."""

    fields: tuple[CitedField, ...]
    again: bool = False
    """Whether a dash stands for the people of the entry before."""
    inverted: bool | None = None
    """Whether the first name has its family name first; None where no name was read."""


NOTHING = Entry(())
"""A piece of an entry, or no entry: the bibliography was cut in the wrong place."""


def read_entry(text: str, italics: Sequence[Span] = (), *, inverted: bool | None = None) -> Entry:
    """The fields of one entry; what is not told has none.

    Args:
        text: of the entry, its label included.
        italics: the stretches that are set in italics, in order.
        inverted: whether the bibliography inverts its first names, where that is known.
    """
    plain = levelled(text)
    label = _LABEL.match(plain)
    place = label.end() if label else 0
    if (whole := _between_stops(plain, place)) is not None:
        return whole
    entry = EntryText(plain, tuple(italics), _end_of_print(plain, place))
    people, place = _people(plain, place, inverted=inverted)
    date, place = _date_at(plain, place)
    by_commas = date is None and plain.startswith(", ", place)
    who = people.fields
    if date is None:
        who, place = _with_rest_of_name(entry, who, place)
    title = own_title(entry, place, by_commas=by_commas)
    behind = _behind_title(entry, title, dated=date is not None) if title else []
    if len(behind) < (1 if who or date else 2):
        return NOTHING
    fields = [*who, *([date] if date else []), *behind]
    return Entry(_disjoint(fields), people.again, people.inverted if people.fields else None)


def _between_stops(text: str, place: int) -> Entry | None:
    """An entry in the manner of German notes: `Merrow, Ada: Die Lampen. Eine Geschichte. In: …`."""
    people = people_at(text, place)
    draft = colon_citation_at(text, place) if people and text.startswith(":", people.end) else None
    if draft is None or draft.call is not None or len(text) - draft.end > _AFTER_PRINT:
        return None
    fields = (*draft.fields, *(draft.host.fields if draft.host else ()))
    return Entry(_disjoint(list(fields)), inverted="," in text[fields[0].start : fields[0].end])


def _end_of_print(text: str, place: int) -> int:
    """Where the address on the web begins, with the words that lead to it."""
    found = _WEB.search(text, place)
    stop = found.start() if found else len(text)
    words = _WEB_WORDS.search(text, place, stop)
    return words.start() if words else stop


def _people(text: str, place: int, *, inverted: bool | None) -> tuple[People, int]:
    """The people or the institution that the entry begins with, and where it goes on."""
    found = people_at(text, place, inverted=inverted)
    institution = None if found and found.sure else _INSTITUTION.match(text, place)
    if institution is not None:
        name = field_of(FieldKind.AUTHOR, institution, "name" if institution["name"] else "any")
        return People((name,), institution.end()), institution.end()
    return (found, found.end) if found else (People((), place), place)


def _date_at(text: str, place: int) -> tuple[CitedField | None, int]:
    found = _DATE.match(text, place)
    if found is None:
        without = _NO_DATE.match(text, place)
        return None, without.end() if without else place
    return _year(found), found.end()


def _year(found: re.Match[str]) -> CitedField:
    """The field of the year, with its letter; its value without."""
    end = found.end("letter") if found["letter"] else found.end("year")
    return replace(field_of(FieldKind.DATE, found, "year"), end=end)


def _with_rest_of_name(entry: EntryText, who: tuple[CitedField, ...], place: int) -> tuple[tuple[CitedField, ...], int]:
    """`Greer, M. Christina.` before a title in italics: one word between an initial and the title is the name's."""
    following = entry.italic_after(place)
    if not who or following is None or entry.text[who[-1].end - 1] != ".":
        return who, place
    rest = _NAME_WORD.fullmatch(entry.text, place, following[0])
    if rest is None:
        return who, place
    given, _, family = who[-1].value.rpartition(" ")
    longer = replace(who[-1], end=rest.end("word"), value=f"{given} {rest['word']} {family}")
    return (*who[:-1], longer), following[0]


def _behind_title(entry: EntryText, title: CitedField, *, dated: bool) -> list[CitedField]:
    """The title and everything behind it; what it stands in tells its level."""
    text, at, stop = entry.text, title.end, entry.stop
    inside = IN.match(text, at, stop) or (IN.match(text, at + 1, stop) if text[at : at + 1] in ".,;" else None)
    around = host_at(entry, inside.end()) if inside else journal_at(entry, at, title)
    if inside and inside["pages"]:  # Pp. 3–9 in Lamps Aglow
        around = [pages_field(inside), *around]
    after = max([at, *(field.end for field in around)])
    published = publishing_in(text, after if around else at, stop)
    fields = [*around, *people_called(entry, at), *published, *_edition(text, at, stop)]
    if any(field.kind is FieldKind.TITLE for field in around) and not (inside and inside["pages"]):
        pages = pages_in(text, after - 1, stop)
        fields += [pages] if pages else []
    years = [] if dated else list(_LATE_YEAR.finditer(text, at, stop))
    fields += [_year(years[-1])] if years else []
    if around or inside:
        title = replace(title, level="a")
    elif not title.level:
        title = replace(title, level="m" if published else "u")
    return [title, *fields]


def _edition(text: str, place: int, stop: int) -> list[CitedField]:
    """`3rd ed.`, `2. Aufl.`, wherever it stands."""
    starts = (at for at in range(max(place, 1), stop) if text[at - 1] in " (")
    found = next((edition for at in starts if (edition := edition_at(text, at))), None)
    return [found] if found else []


def _disjoint(fields: list[CitedField]) -> tuple[CitedField, ...]:
    """In the order of the text; of two that overlap, the one that was told first."""
    kept: list[CitedField] = []
    for field in fields:
        if field.end > field.start and all(field.end <= other.start or other.end <= field.start for other in kept):
            kept.append(field)
    return tuple(sorted(kept, key=lambda field: field.start))
