"""Where in a note a citation can begin: at a statement, behind words that lead up to one, in brackets."""

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.tag.citations.wording.enclosures import enclosed, is_enclosed, levelled, statements

_GERMAN = (
    r"(?:auch|dazu|hierzu|etwa|zuletzt|ferner|nur|näher|ausführlich|eingehend|grundlegend|insbesondere|schon|jetzt"
    r"|z\.\s?B\.|bspw\.|beispielsweise|unter\sanderem|u\.\s?a\.|insbes\.|v\.\s?a\.)"
)
"""What German notes put between `Vgl.` or `Dazu` and the citation."""
# Words after which a citation may begin within a statement.
_LEAD = re.compile(
    rf"""
    (?:^|(?<=[\s(\[‘“,]))
    (?:[Ss]ee(?:,?\s(?:also|again|further|especially|generally|e\.g\.,?|for\sexample,?|in\sparticular))?|[Aa]lso(?:\ssee)?|[Cc]f\.|[Cc]ompare(?:\salso)?|
       [Aa]s\scited\sin|[Cc]ited\s(?:from|in|by|after)|[Qq]uoted\s(?:from|in|by|after)|[Ii]n(?!\sre\s[^\W\d_a-zß-ÿ])|[Ff]rom|[Bb]y|[Ww]ith|[Aa]nd|[Oo]f|[Tt]han|[Tt]o|
       (?:[Vv]gl\.?|[Ss]iehe|[Dd]azu|[Hh]ierzu)(?:\s{_GERMAN}){{0,3}}|
       [Ss]\.\s?a\.|[Ss]owie|[Zz]it\.\snach|[Vv]oir(?:\s(?:aussi|également|notamment|surtout|encore|par\sexemple|(?:à|sur)\sce\s(?:sujet|propos|point)))?|[Ll]ire|[Cc]onsider|[Cc]onsult|[Vv]éan?se(?:\s(?:también|entre\sotros))?|[Vv]id\.|[Yy](?=,)|[Cc]fr?\.?(?:\sanche)?|dans|und|et|aus|en|
       cité(?:e|s)?\s(?:par|dans|d’après)|[Zz]\.\s?B\.|[Zz]itiert\snach|zit\.\sbei|[Cc]iting|[Qq]uoting|[Ee]\.?g\.?(?=[\s,])|[Bb]ut(?:\ssee(?:\salso)?)?|[Cc]ontra|[Aa]ccord)
    [,:]?\]?\s+
    """,
    re.VERBOSE,
)
_BULLET = re.compile(r"[-–—•]\s?")
"""A dash before the first word of a note, as some presses set it."""
_WEAK = re.compile(r"(?:[Ii]n|[Ff]rom|[Bb]y|[Ww]ith|[Aa]nd|[Bb]ut|[Oo]f|[Tt]han|[Tt]o|und|et|aus|en)[,:]?\s+")
# A semicolon within a statement stands within brackets: `(citing Merrow v. Roe, 8 U.S. 2 (1931); Quell v. Roe, …)`.
_POINTS = re.compile(r"[:;]\s+|[(–—]\s?|,\s+")


@lru_cache(maxsize=1024)
def likely_starts(text: str) -> frozenset[int]:
    """The places of a note whose surroundings alone make a citation likely."""
    text = levelled(text)
    return frozenset(
        place for start, end in statements(text) for place, strong in beginnings(text, start, end) if strong
    )


def beginnings(text: str, start: int, end: int) -> Iterator[tuple[int, bool]]:
    """Offsets at which a citation can begin, and whether the place alone makes one likely."""
    bullet = _BULLET.match(text, start, end) if start == 0 else None
    start = bullet.end() if bullet else start
    found: dict[int, bool] = {} if _LEAD.match(text, start, end) else {start: True}
    for lead in _LEAD.finditer(text, start, end):
        strong = not _WEAK.fullmatch(lead.group()) or lead.start() == start
        found[lead.end()] = found.get(lead.end(), False) or strong
    for point in _POINTS.finditer(text, start, end):
        found.setdefault(point.end(), text[point.start()] in ":;(")
    for place in sorted(found):
        if place < end and not (is_enclosed(text, place) and text[place - 1] not in "(" and not _in_round(text, place)):
            yield place, found[place]


def _in_round(text: str, place: int) -> bool:
    """In round brackets, which may hold citations; what stands in quotation marks or square brackets may not."""
    return any(start < place < end and text[start] == "(" for start, end in enclosed(text))
