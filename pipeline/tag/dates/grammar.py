"""The grammar of printed dates: each pattern with the reader that gives its value."""

import re
from collections.abc import Callable

from pipeline.tag.dates import values as calendar
from pipeline.tag.dates.values import FOREIGN_MONTHS, MONTHS, ORDINALS, THIRDS, Value

YEAR = r"(?:1[4-9]|20)\d\d"
# Months need their capital: "may" and "march" are verbs. Only abbreviations take a stop, or a date would eat its own.
_FULL = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH = rf"(?:(?:{_FULL})\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
_DAY = r"(?:[0-2]?[0-9]|3[01])"
_TH = r"(?:st|nd|rd|th)?"
_DASH = r"\s?[-–—‒/]\s?"
_TO = rf"(?:{_DASH}|\s(?:to|until|till|through)\s)"
_AND = r"\s(?:and)\s"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_PART = r"(?:[Ee]arly|[Mm]id|[Ll]ate|(?:[Tt]he\s)?(?:beginning|start|middle|end)\sof)"
_CENTURY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|(?:twenty-)?[Ff]irst|"
    + "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in ORDINALS)
    + ")"
)
_FOREIGN = "|".join(rf"{name.capitalize()}|{name}" for name in sorted(FOREIGN_MONTHS))
_HALF = r"(?P<n>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast)\s(?P<of>half|quarter|third)\sof"
_BC = r"(?:BCE?|B\.\s?C\.(?:\s?E\.)?)"
_AD = r"(?:AD|A\.\s?D\.|CE|C\.\s?E\.)"


def _month(text: str) -> int:
    name = text.rstrip(".").lower()
    return MONTHS.get(name) or FOREIGN_MONTHS[name]


def _part(text: str | None) -> int | None:
    return None if text is None else THIRDS[" ".join(text.lower().split())]


LADY_DAY = 3
"""The month with whose 25th day the year began in England until 1752."""

Groups = dict[str, str]
Reader = Callable[[Groups, int | None], Value | None]


def _day_range(groups: Groups, year: int | None) -> Value | None:
    last_month = _month(groups["m2"]) if groups.get("m2") else _month(groups["m"])
    month = _month(groups["m"])
    begin = int(groups["y1"]) if groups.get("y1") else year
    return calendar.period(
        calendar.iso(begin, month, int(groups["d"])), calendar.iso(year, last_month, int(groups["d2"]))
    )


def _month_range(groups: Groups, year: int | None) -> Value | None:
    begin = int(groups["y1"]) if groups.get("y1") else year
    return calendar.period(calendar.iso(begin, _month(groups["m"])), calendar.iso(year, _month(groups["m2"])))


def _year_range(groups: Groups, year: int | None) -> Value | None:
    """`1871–84`; of whole years with a stroke only `1995/1996`: `1916/1972` are two editions of a book."""
    first = int(groups["y1"])
    last = calendar.full_year(first, groups["y2"])
    if "/" in (groups.get("dash") or "") and len(groups["y2"]) == 4 and last != first + 1:
        return None
    return calendar.period(calendar.iso(first), calendar.iso(last)) if last > first else None


def _between(groups: Groups, year: int | None) -> Value | None:
    value = _year_range(groups, year)
    return value._replace(vague=True) if value else None


def _between_months(groups: Groups, year: int | None) -> Value | None:
    """`between March and May 1958`, `between 3 March and 5 May 1958`: some time within."""
    days = int(groups.get("d") or 0), int(groups.get("d2") or 0)
    begin = int(groups["y1"]) if groups.get("y1") else year
    value = calendar.period(
        calendar.iso(begin, _month(groups["m"]), days[0]), calendar.iso(year, _month(groups["m2"]), days[1])
    )
    return value._replace(vague=True) if value else None


def _two_styles(groups: Groups, year: int | None) -> Value | None:
    """`4 March 1711/12`: before Lady Day the old year had not ended; the second year is ours."""
    first = int(groups["y"])
    last, month = calendar.full_year(first, groups["y2"]), _month(groups["m"])
    return calendar.point(last, month, int(groups["d"])) if last == first + 1 and month <= LADY_DAY else None


_PARTS = {"half": 2, "third": 3, "quarter": 4}


def _part_of_year_or_century(groups: Groups, year: int | None) -> Value | None:
    parts = _PARTS[groups["of"]]
    named = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": parts - 1}[groups["n"].lower()]
    if named >= parts:
        return None
    if groups.get("y"):
        return calendar.part_of_year(int(groups["y"]), named, parts)
    word = groups["c"].lower()
    return calendar.part_of_century(
        int(re.sub(r"\D", "", word)) if word[0].isdecimal() else ORDINALS[word], named, parts
    )


def _season(groups: Groups, year: int | None) -> Value | None:
    name, until = groups["s"].lower(), (groups.get("s2") or "").lower()
    first = int(groups["y"])
    if groups.get("y2"):
        return calendar.winter_of(first, calendar.full_year(first, groups["y2"])) if name == "winter" else None
    return calendar.season(first, name, until)


def read_part_of_month(groups: Groups, year: int | None) -> Value | None:
    """`the end of August` -> its last ten days; named, because it takes no year from another sentence."""
    return calendar.third_of_month(year, _month(groups["m"]), _part(groups["p"]) or 0)


def read_decade(groups: Groups, year: int | None) -> Value | None:
    """`the late 1930s` -> 1937 to 1939; named, because a decade gives no year to the dates after it."""
    return calendar.decade(int(groups["y"]), _part(groups.get("p")))


def _century(groups: Groups, year: int | None) -> Value | None:
    word = groups["c"].lower()
    number = int(re.sub(r"\D", "", word)) if word[0].isdecimal() else ORDINALS[word]
    value = calendar.century(number, _part(groups.get("p")), before_christ=bool(groups.get("bc")))
    if not groups.get("c2"):
        return value
    last = groups["c2"].lower()
    until = calendar.century(int(re.sub(r"\D", "", last)) if last[0].isdecimal() else ORDINALS[last])
    return value._replace(last=until.last)


def _before_christ(groups: Groups, year: int | None) -> Value | None:
    first = 1 - int(groups["bc1"])
    if groups.get("bc2"):
        return calendar.period(calendar.iso(first), calendar.iso(1 - int(groups["bc2"])))
    return calendar.point(first)


def _day(groups: Groups, year: int | None) -> Value | None:
    return calendar.point(year, _month(groups["m"]), int(groups["d"]))


def _iso_day(groups: Groups, year: int | None) -> Value | None:
    return calendar.point(year, int(groups["mm"]), int(groups["d"]))


# How a date is printed -> how it is read. The group `y` is its year; a pattern with `y` optional takes the year from
# the sentence. At one place the longest reading wins, then the first in this table.
GRAMMAR: tuple[tuple[re.Pattern[str], Reader], ...] = tuple(
    (re.compile(rf"(?<![\w./’-]){pattern}(?![\w/]|[.-]\d)"), reader)
    for pattern, reader in (
        # 31 July–3 August 1958; 30 December 1957 to 2 January 1958; from 19 to 31 August; 5–23 May; 5 and 6 May
        (
            rf"(?:[Ff]rom\s)?(?P<d>{_DAY}){_TH}(?:\s(?P<m>{_MONTH})(?:,?\s(?P<y1>{YEAR}))?){_TO}"
            rf"(?P<d2>{_DAY}){_TH}\s(?P<m2>{_MONTH})(?:,?\s(?P<y>{YEAR}))?",
            _day_range,
        ),
        (
            rf"(?:[Ff]rom\s)?(?P<d>{_DAY}){_TH}{_TO}(?P<d2>{_DAY}){_TH}\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{YEAR}))?",
            _day_range,
        ),
        # May 5–23, 1958; May 5 to June 2, 1958
        (
            rf"(?:[Ff]rom\s)?(?P<m>{_MONTH})\s(?P<d>{_DAY}){_TH}(?:,\s(?P<y1>{YEAR}))?{_TO}(?:(?P<m2>{_MONTH})\s)?"
            rf"(?P<d2>{_DAY}){_TH}(?:,?\s(?P<y>{YEAR}))?",
            _day_range,
        ),
        # 4 March 1871; the 4th of March, 1871; 4 March
        (rf"(?P<d>{_DAY}){_TH}\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{YEAR}))?", _day),
        # 15 of `15 and 16 August 1958`; May of `May and June 1958`, of `May, June and July 1958`
        (
            rf"(?P<d>{_DAY}){_TH}(?=(?:,\s{_DAY}{_TH})*,?\s(?:and|&|or)\s{_DAY}{_TH}\s(?:of\s)?(?P<m>{_MONTH})(?:,?\s(?P<y>{YEAR}))?)",
            _day,
        ),
        (
            rf"(?P<m>(?:{_FULL}))(?=(?:,\s(?:{_FULL}))*,?\s(?:and|&|or)\s{_MONTH},?\s(?:of\s)?(?P<y>{YEAR}))",
            lambda groups, year: calendar.point(year, _month(groups["m"])),
        ),
        # 4 March 1711/12
        (rf"(?P<d>{_DAY}){_TH}\s(?:of\s)?(?P<m>{_MONTH}),?\s(?P<y>{YEAR})[/-](?P<y2>\d\d?)", _two_styles),
        # 12. März 1848; 1er mai 1848; 4 marzo 1871; 12. August 1848
        (rf"(?P<d>{_DAY})(?:\.|er|º|°)?\s(?:di\s)?(?P<m>{_FOREIGN})\s(?P<y>{YEAR})", _day),
        (rf"(?P<d>{_DAY})\.\s(?P<m>{_MONTH})\s(?P<y>{YEAR})", _day),
        # März 1848
        (rf"(?P<m>{_FOREIGN})\s(?P<y>{YEAR})", lambda groups, year: calendar.point(year, _month(groups["m"]))),
        # March 4, 1871; March 4th
        (rf"(?P<m>{_MONTH})\s(?P<d>{_DAY}){_TH}(?:,?\s(?P<y>{YEAR}))?", _day),
        (rf"(?P<y>{YEAR})-(?P<mm>0[1-9]|1[0-2])-(?P<d>{_DAY})", _iso_day),
        # July 1958–March 1959; August–December 1958
        (
            rf"(?:[Ff]rom\s)?(?P<m>{_MONTH})(?:,?\s(?P<y1>{YEAR}))?{_TO}(?P<m2>{_MONTH}),?\s(?P<y>{YEAR})",
            _month_range,
        ),
        # early August 1958; the end of August
        (rf"(?P<p>{_PART})[\s-](?P<m>{_MONTH})(?:,?\s(?:of\s)?(?P<y>{YEAR}))?", read_part_of_month),
        # March 1871
        (
            rf"(?P<m>{_MONTH}),?\s(?:of\s)?(?P<y>{YEAR})",
            lambda groups, year: calendar.point(year, _month(groups["m"])),
        ),
        # summer of 1958; spring–summer 1958; winter 1995/1996
        (
            rf"(?P<s>{_SEASON})(?:{_DASH}(?P<s2>{_SEASON}))?,?\s(?:of\s)?(?P<y>{YEAR})(?:{_DASH}(?P<y2>\d{{4}}|\d\d))?",
            _season,
        ),
        # from 1961 to 1963; 1871–84; between 1961 and 1963
        (rf"(?:[Ff]rom\s)(?P<y1>{YEAR}){_TO}(?P<y2>\d{{4}})", _year_range),
        (rf"(?P<y1>{YEAR})(?P<dash>{_DASH})(?P<y2>\d{{4}}|\d\d?)", _year_range),
        (
            rf"[Bb]etween\s(?:(?P<d>{_DAY}){_TH}\s)?(?P<m>{_MONTH})(?:,?\s(?P<y1>{YEAR}))?{_AND}"
            rf"(?:(?P<d2>{_DAY}){_TH}\s)?(?P<m2>{_MONTH}),?\s(?P<y>{YEAR})",
            _between_months,
        ),
        (rf"[Bb]etween\s(?P<y1>{YEAR}){_AND}(?P<y2>\d{{4}})", _between),
        # the first half of 1958; the last quarter of the nineteenth century
        (rf"{_HALF}\s(?P<y>{YEAR})", _part_of_year_or_century),
        (rf"{_HALF}\sthe\s(?P<c>{_CENTURY})[\s-]century", _part_of_year_or_century),
        # early 1958; late in 1958; the 1930s; the late 1930s; the end of the 1930s
        (
            rf"(?P<p>{_PART})(?:[\s-]|\sin\s)(?P<y>{YEAR})",
            lambda groups, year: calendar.third_of_year(year or 0, _part(groups["p"]) or 0),
        ),
        (
            rf"(?:(?P<p>{_PART})[\s-](?:the\s)?)?(?P<y>{YEAR[:-2]}0)[’']?s",
            read_decade,
        ),
        # the nineteenth century; late 5th century BC; the 17th and 18th centuries
        (
            rf"(?:(?P<p>[Ee]arly|[Mm]id|[Ll]ate)[\s-])?(?P<c>{_CENTURY})(?:(?:{_AND}|{_TO})(?P<c2>{_CENTURY}))?"
            rf"[\s-]centur(?:y|ies)(?:\s(?P<bc>{_BC}))?",
            _century,
        ),
        # 44 BC; 431–404 BC; AD 79
        (rf"(?P<bc1>\d{{1,4}})(?:{_DASH}(?P<bc2>\d{{1,4}}))?\s?{_BC}", _before_christ),
        (rf"{_AD}\s(?P<ad>\d{{1,4}})", lambda groups, year: calendar.point(int(groups["ad"]))),
        (rf"(?P<ad>\d{{1,4}})\s?{_AD}", lambda groups, year: calendar.point(int(groups["ad"]))),
    )
)
