"""Calendar arithmetic: what a date as it is printed means in ISO 8601, and nothing when it means nothing."""

from calendar import monthrange
from typing import NamedTuple

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip

_IN_OTHER_LANGUAGES = """
    januar jänner janvier gennaio; februar février febbraio; märz mars marzo; april avril aprile; mai maggio;
    juni juin giugno; juli juillet luglio; august août agosto; september septembre settembre;
    oktober octobre ottobre; november novembre; dezember décembre dicembre
"""
FOREIGN_MONTHS = {
    name: number for number, names in enumerate(_IN_OTHER_LANGUAGES.split(";"), start=1) for name in names.split()
}
"""German, French and Italian names of the months, in lower case."""

# Meteorological seasons of the northern hemisphere; a winter is named after either of its years.
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}

# The thirds into which prose divides a span: "early 1958" is its first four months, "late August" its last ten days.
THIRDS = {
    "early": 0, "the beginning of": 0, "beginning of": 0, "the start of": 0, "start of": 0,
    "mid": 1, "mid-": 1, "middle of": 1, "the middle of": 1,
    "late": 2, "the end of": 2, "end of": 2,
}  # fmt: skip

_ORDINAL_WORDS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
"""
ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), start=1)}


class Value(NamedTuple):
    """ISO values of a date: ``when``, or a period from ``first`` to ``last``.

    ``vague`` periods bound an unknown point within (TEI notBefore, notAfter); the others last (from, to). All empty:
    the words are a date but no calendar date can be given.
    """

    when: str = ""
    first: str = ""
    last: str = ""
    vague: bool = False


def iso(year: int | None, month: int = 0, day: int = 0) -> str:
    """``1871``, ``1871-03``, ``1871-03-04``; without a year ``--03-04`` or ``--03``; empty for no such day.

    Years before 1 are astronomical, as in ISO 8601: 44 BC is -0043.
    """
    if month > 12 or (month and day > monthrange(2000 if year is None or year < 1 else year, month)[1]):
        return ""
    head = "-" if year is None else f"{'-' if year < 0 else ''}{abs(year):04d}"
    return head + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def point(year: int | None, month: int = 0, day: int = 0) -> Value | None:
    """One day, month or year; None when the calendar has no such day."""
    value = iso(year, month, day)
    return Value(when=value) if value else None


def period(first: str, last: str) -> Value | None:
    """A lasting period; None when an end is missing or comes before the beginning."""
    if not first or not last:
        return None
    backwards = not first.startswith("-") and not last.startswith("-") and first > last
    return None if backwards else Value(first=first, last=last)


def full_year(first: int, digits: str) -> int:
    """The second year of ``1871–84``: its missing digits are those of the first.

    Example: 1871 and ``84`` -> 1884; 1871 and ``4`` -> 1874; 1871 and ``1902`` -> 1902.
    """
    return int(str(first)[: max(0, 4 - len(digits))] + digits)


def season(year: int, name: str, until: str = "") -> Value:
    """``spring 1956`` -> between March and May; ``spring-summer 1958`` -> between March and August."""
    begin, end = SEASONS[name][0], SEASONS[until or name][1]
    if name == "winter":  # both the winter that begins and the one that ends in the year
        return Value(first=iso(year - 1, 12), last=iso(year + 1, 2), vague=True)
    return Value(first=iso(year, begin), last=iso(year + (end < begin), end), vague=True)


def winter_of(first: int, second: int) -> Value:
    """``winter of 1995/1996``: December to February."""
    return Value(first=iso(first, 12), last=iso(second, 2), vague=True)


def part_of_year(year: int, number: int, parts: int) -> Value:
    """``the first half of 1958`` -> January to June; ``the last quarter of 1961`` -> October to December."""
    months = 12 // parts
    return Value(first=iso(year, months * number + 1), last=iso(year, months * (number + 1)), vague=True)


def part_of_century(century_number: int, number: int, parts: int) -> Value:
    """``the second half of the nineteenth century`` -> 1851 to 1900."""
    begin, years = 100 * century_number - 99, 100 // parts
    return Value(first=iso(begin + years * number), last=iso(begin + years * (number + 1) - 1), vague=True)


def third_of_year(year: int, third: int) -> Value:
    """``early 1958`` -> January to April."""
    return Value(first=iso(year, 4 * third + 1), last=iso(year, 4 * third + 4), vague=True)


def third_of_month(year: int | None, month: int, third: int) -> Value:
    """``early August 1958`` -> 1 to 10 August; without a year ``--08-01`` to ``--08-10``."""
    last = monthrange(year or 2000, month)[1] if third == 2 else 10 * third + 10
    return Value(first=iso(year, month, 10 * third + 1), last=iso(year, month, last), vague=True)


def decade(year: int, third: int | None = None) -> Value:
    """``the 1930s`` -> 1930 to 1939; ``the early 1930s`` -> 1930 to 1933."""
    begin, end = ((0, 3), (4, 6), (7, 9))[third] if third is not None else (0, 9)
    return Value(first=iso(year + begin), last=iso(year + end), vague=True)


def century(number: int, third: int | None = None, *, before_christ: bool = False) -> Value:
    """``the 19th century`` -> 1801 to 1900; ``the 5th century BC`` -> -0499 to -0400."""
    begin = 1 - 100 * number if before_christ else 100 * number - 99
    parts = ((0, 32), (33, 65), (66, 99))
    low, high = parts[third] if third is not None else (0, 99)
    return Value(first=iso(begin + low), last=iso(begin + high), vague=True)
