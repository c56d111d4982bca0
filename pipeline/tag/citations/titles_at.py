"""Titles at the place where a citation has them: in quotation marks, or up to what can only follow a title."""

import re

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.enclosures import QUOTES, closing
from pipeline.tag.citations.title_language import language_of

LONGEST = 300

CITIES = "|".join(
    """Paris Lyon Toulouse Rennes Strasbourg Bordeaux Grenoble Genève Geneva Lausanne Bruxelles Brussels Louvain London
    Oxford Cambridge Edinburgh Manchester Dublin Berlin Leipzig München Frankfurt Stuttgart Tübingen Göttingen Hamburg
    Köln Wien Vienna Zürich Basel Bern Roma Rome Milano Torino Bologna Firenze Napoli Venezia Madrid Barcelona Lisboa
    Amsterdam Leiden Den\\sHaag Warszawa Kraków Praha Budapest Moscow Moskva Leningrad Beijing Shanghai Tokyo New\\sYork
    Boston Chicago Philadelphia Princeton Berkeley Toronto Montréal Québec""".split()
)
"""Places of publication that are known without brackets around them, as French notes name them."""

# What follows a title. A year range before a bracket belongs to it: Zhou Enlai zhuan, 1949-1976 [A Biography ...].
MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|janv|févr|mars|avr|mai|juin|juil|août|Spring|Summer|Winter|Fall|Autumn)"
_FOLLOWS = re.compile(
    rf"""
    (?P<bracket>\s\[)                                               # the translation
    | (?P<round>,?\s\((?!vols?\.[^)]*\)\s?:))                       # the imprint, a date; not (vol. 2): The Great ...
    | (?P<semicolon>;)
    | (?P<stop>\.(?=\s?$))                                          # the end of the statement
    | (?P<closed>[)\]])
    | (?P<said>:(?=\s[‘“\d]))                                       # : “quotation”, : 511
    | (?P<number>\s(?:[Nn]os?|[Vv]ols?|[Hh]eft|Nr|n°)[.,]?\s?(?=\d)(?!\d+:\s[^\W\d_])|\s(?=\d+\s?\(\d)|\s(?=\d{{1,3}},\s(?:no|Heft|Nr))|\s(?=\d{{1,3}}:\d))
    | (?P<comma>,\s(?=
          (?:[Pp]p?[.,]|S\.|[Vv]ols?\.(?!\s?\d+:)|[Nn]os?\.|Nr\.|Bde?\.|[Tt]\.\s?[\dIVX]|ll?\.|ff?\.|fols?\.|fos?\.|cols?\.|Sp\.|chaps?\.|ch\.|§)\s?[\dIVXivxlA]
        | n\.\s?\d
        | (?:trans|tr|transl|eds?|übers|trad|hrsg|comp|éd|rev)\.|translated|edited|edition|unpublished
        | (?:op|art|loc)\.\s?cit|a\.\s?a\.\s?O|supra|infra|passim|ibid|in\s[^\W\d_a-zß-ÿ‘“]|dans\s|and\s|at\s\d|as\scited|cited|quoted|available|accessed
        | {MONTH}
        | \d+(?:st|nd|rd|th)?\s(?:ed|Aufl|[A-Z]|ser\b|vols?\b)|\d+\.\sAufl|\d{{1,2}}:\d
        | in:\s
        | [ivxlc]+\s?\(
        | (?!{MONTH})[^\W\d_a-zß-ÿ][^\d,;:()]{{2,30}}\s(?:1[4-9]|20)\d\d(?:[,.;)]|\s?$)   # Frankfurt am Main 1979
        | (?:{CITIES})(?:\set\s[^\W\d_]+)?,\s[^\d,;()]{{2,40}},\s(?:1[4-9]|20)\d\d         # Paris, Armand Colin, 1949
        | \d+[\d–—,\s-]*(?:ob\.|n\b)?(?:[;.,)]|\s?$|\sand\s|\s\()
        | (?:mid|first|second|third)-?\s?volume
        | \(
        | [‘“]
        | (?:has|have|had|is|are|was|were|gives?|says|who|which|where|whose|with)\s                     # the sentence goes on
      ))
    """,
    re.VERBOSE,
)
_YEARS = re.compile(r",\s\d{4}\s?[–—-]\s?\d{2,4}(?=\s[\[(]|:|,\s(?:\(|p|vol|[Tt]rans|ed)|\.)")
_STARTS = re.compile(r"(?!(?:[Nn]os?|[Vv]ols?|[Pp]p?)\.\s?\d)(?:[^\W\d_a-zß-ÿ]|\d{4}\s[^\W\d_])")


def quoted_title_at(text: str, place: int, stop: int, level: str = "a") -> CitedField | None:
    """A title in quotation marks."""
    if place >= stop or text[place] not in QUOTES:
        return None
    end = closing(text, place)
    if end is None or end > stop or end - place < 5:
        return None
    return title_field(text, place, end, level)


def plain_title_at(text: str, place: int, stop: int, level: str = "m") -> CitedField | None:
    """A title without quotation marks, up to what can only follow a title or to ``stop``."""
    if place >= stop or not _STARTS.match(text, place):
        if not begins_quoted(text, place, stop):
            return None
    end = _end(text, place, min(stop, place + LONGEST))
    while end > place and text[end - 1] in " ,.;:|":
        end -= 1
    return title_field(text, place, end, level) if end - place >= 2 else None


def begins_quoted(text: str, place: int, stop: int) -> bool:
    """A title that begins with a quoted word: ‘Dayuejin’ qinliji."""
    end = closing(text, place) if place < stop and text[place] in "‘“*" else None
    return end is not None and text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _end(text: str, place: int, stop: int) -> int:
    at = place
    while True:
        found = _FOLLOWS.search(text, at, stop)
        if found is None:
            return stop
        years = _YEARS.match(text, found.start())
        if years and found["comma"]:
            at = years.end()
        elif _is_initial(text, found) or (found["closed"] and "(" in text[place : found.start()]):
            at = found.end()
        else:
            return found.start()


def _is_initial(text: str, found: re.Match[str]) -> bool:
    """The stop of an initial or of a short word that no sentence ends with (St., Mr.)."""
    before = text[: found.start()].rsplit(" ", 1)[-1]
    return bool(found["stop"]) and (len(before) == 1 or before in ("St", "Mr", "Dr", "Mrs", "J", "vs", "v", "N.S"))


def title_field(text: str, start: int, end: int, level: str, *, translation: bool = False) -> CitedField:
    """The field; its value is without the marks around it."""
    value = bare(text[start:end])
    return CitedField(
        kind=FieldKind.TITLE,
        start=start,
        end=end,
        value=value,
        level=level,
        translation=translation,
        lang="" if translation else language_of(value),
    )


def narrowed_title(text: str, field: CitedField) -> CitedField:
    """A title's field without the marks and brackets around the words; any other as it is."""
    start = text.find(field.value, field.start, field.end) if field.kind is FieldKind.TITLE and field.value else -1
    return field if start < 0 else replace(field, start=start, end=start + len(field.value))


def bare(title: str) -> str:
    """The title without brackets, outer quotation marks and the comma that an American printer puts inside them.

    A title that only begins with a quoted word keeps its marks: ``‘Dayuejin’ qinliji``.
    """
    inner = title.strip(" []|,.;:")
    if inner and inner[0] in QUOTES and (closing(inner, 0) or len(inner)) >= len(inner):
        inner = inner[1:].rstrip('’”»“"°').strip(" ,.;:")
    return inner
