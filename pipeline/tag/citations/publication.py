"""What the round brackets of a citation say: place, publisher, year; a date; a remark."""

import re

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.title_ends import CITIES
from pipeline.tag.dates import find_dates
from pipeline.tag.imprints import find_imprints

_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
# (London, 1938), (Paris and London 1938): a place and a year, no publisher.
_PLACE_YEAR = re.compile(r"\((?P<place>[^\W\d_a-z][^\d(),:;]{1,40}),?\s(?P<year>(?:1[4-9]|20)\d\d)[^\d()]{0,30}\)")
# (Paris, Armand Colin, 1949): place, publisher and year by commas, as French notes have them.
_PLACE_PRESS_YEAR = re.compile(
    rf"\((?P<place>{CITIES}),\s(?P<publisher>[^\d,:;()]{{2,40}}),\s(?P<year>(?:1[4-9]|20)\d\d)[^\d()]{{0,30}}\)"
)
# (Cambridge University Press, 1987): a publisher and a year.
_PRESS = re.compile(r"Press\b|Verlag\b|Editions?\b|Éditions\b|Books\b|Publishers?\b|Chubanshe\b|Izdatel|& ")
_NOT_A_PLACE = re.compile(
    r"\b(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Cir|Ct|Dist)\b"
)


def publication_at(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    """The fields of ``text[start:end]``, which is in round brackets; none for a remark."""
    inside = text[start:end]
    imprints = find_imprints(inside)
    if imprints and not _NOT_A_PLACE.match(inside[1:]):
        return _fields_of_imprint(text, start, end)
    commas = _PLACE_PRESS_YEAR.fullmatch(inside)
    if commas:
        kinds = {"place": FieldKind.PLACE, "publisher": FieldKind.PUBLISHER, "year": FieldKind.DATE}
        return tuple(
            _field(text, kind, start + commas.start(group), start + commas.end(group)) for group, kind in kinds.items()
        )
    found = _PLACE_YEAR.fullmatch(inside)
    if found and not _NOT_A_PLACE.search(found["place"]):
        kind = FieldKind.PUBLISHER if _PRESS.search(found["place"]) else FieldKind.PLACE
        place = _field(text, kind, start + found.start("place"), start + found.end("place"))
        year = _field(text, FieldKind.DATE, start + found.start("year"), start + found.end("year"))
        return (place, year)
    return dates_in(text, start, end)


def dates_in(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    """The first date of the stretch, if any."""
    for date in find_dates(text[start:end]):
        value = date.value.when or date.value.first
        if value and not value.startswith("--"):
            return (CitedField(kind=FieldKind.DATE, start=start + date.start, end=start + date.end, value=value),)
    found = _YEAR.search(text, start, end)
    return (_field(text, FieldKind.DATE, found.start(), found.end()),) if found else ()


def _fields_of_imprint(text: str, start: int, end: int) -> tuple[CitedField, ...]:
    fields = []
    for imprint in find_imprints(text[start:end]):
        fields += [_field(text, FieldKind.PLACE, start + low, start + high) for low, high in imprint.places]
        if imprint.press:
            low, high = imprint.press
            fields.append(_field(text, FieldKind.PUBLISHER, start + low, start + high))
    year = _YEAR.search(text, max(field.end for field in fields) if fields else start, end)
    if year:
        fields.append(_field(text, FieldKind.DATE, year.start(), year.end()))
    return tuple(sorted(fields, key=lambda field: field.start))


def _field(text: str, kind: FieldKind, start: int, end: int) -> CitedField:
    while end > start and text[end - 1] in " ,.;":
        end -= 1
    return CitedField(kind=kind, start=start, end=end, value=text[start:end])
