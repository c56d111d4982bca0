"""Titles at the place where a citation has them: in quotation marks, or up to what can only follow a title."""

import re
from functools import lru_cache

from msgspec.structs import replace

from pipeline.model import CitedField, FieldKind
from pipeline.tag.citations.parts.title_language import language_of
from pipeline.tag.citations.wording.calls import back_at
from pipeline.tag.citations.wording.enclosures import QUOTES, closing
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.title_ends import FOLLOWS, MONTH, OF_MONTH, REPORTED
from pipeline.tag.words.tokens import commonness

LONGEST = 300
"""Characters of a title."""

# Selwyn Lamp Co., 12 Selw. Rep. 34: the stop is the word's. Initials and editors belong to people; one word alone is
# what is left of a name.
_ABBREVIATED = re.compile(r"\s(?!eds?$)[^\W\d_][\w’]+$")
# State v. J.R.D., 311 Selw. 84: before a report the stop is that of the name, too.
_STOPPED = re.compile(rf"\.,\s{REPORTED}")
_IN_BOOK = re.compile(r"\s(?:(?:in|dans|en):?\s[^\W\d_a-zß-ÿ]|(?:trans|transl|tr|eds?|trad|übers|hrsg)\.\s)")
# Two years of four digits are the span that a title treats: `Lamps and Harbours, 1788–1861, 95`.
_YEARS = re.compile(
    r",\s(?:\d{4}\s?[–—-]\s?\d{2,4}(?=\s[\[(]|:|,\s(?:\(|p|vol|[Tt]rans|ed)|\.)"
    r"|1[0-9]\d\d\s?[–—-]\s?(?:1[0-9]|20)\d\d(?=[,.;:”’]|\s?$))"
)
_WITHIN = re.compile(
    r"(?:(?<=[A-Z]{2})\s\((?P<large>[A-Z]{3,20})|\s\((?:(?:and|or)\s)?(?P<word>[A-Z]?[a-z]{2,20}))\)\s(?!(?:and|cit)\b)[^\W\d_]"
)
"""A word in brackets with more of the title behind it: `Bargaining over (Unlit) Lamps`; no abbreviation (`(FOAA)`)."""
_STARTS = re.compile(
    rf"(?!{MONTH}{OF_MONTH}\.?\s\d)(?!(?:[Nn]os?|[Vv]ols?|[Pp]p?)\.\s?\d|(?:Edited|Translated|Available|Accessed|Last|Cited|Quoted)\b)(?:#?[^\W\d_a-zß-ÿ]|\d{{4}}\s[^\W\d_])"
)


def quoted_title_at(text: str, place: int, stop: int, level: str = "a") -> CitedField | None:
    """A title in quotation marks."""
    if place >= stop or text[place] not in QUOTES:
        return None
    end = closing(text, place)
    if end is None or end > stop or end - place < 5:
        return None
    return title_field(text, place, end, level)


def title_at(text: str, place: int, stop: int, known: Known, level: str = "m") -> CitedField | None:
    """A title without quotation marks: as far as its italics go, or up to what can only follow a title."""
    end = known.italics.title_end(text, place, stop)
    return plain_title_at(text, place, stop, level) if end is None else title_field(text, place, end, level)


@lru_cache(maxsize=16384)
def plain_title_at(text: str, place: int, stop: int, level: str = "m") -> CitedField | None:
    """A title without quotation marks, up to what can only follow a title or to ``stop``."""
    if place >= stop or not (_STARTS.match(text, place) or begins_quoted(text, place, stop)):
        return None
    end = _end(text, place, min(stop, place + LONGEST))
    while end > place and text[end - 1] in " ,.;:|":
        end -= 1
    if text.startswith(".,", end) and (
        _ABBREVIATED.search(text, max(place, end - 8), end) or _STOPPED.match(text, end)
    ):
        end += 1
    return title_field(text, place, end, level) if end - place >= 2 else None


def begins_quoted(text: str, place: int, stop: int) -> bool:
    """A title that begins with a quoted word: ‘Dayuejin’ qinliji; not one that ends inside: “The Lamps,” in Ports."""
    end = closing(text, place) if place < stop and text[place] in "‘“*" else None
    if end is None or text[end - 2] in ",;.?!" or _IN_BOOK.match(text, end) or back_at(text, end + 1):
        return False
    return text[end : end + 1] == " " and text[end + 1 : end + 2].islower()


def _end(text: str, place: int, stop: int) -> int:
    at = place
    while True:
        found = FOLLOWS.search(text, at, stop)
        if found is None:
            return stop
        years = _YEARS.match(text, found.start())
        if years and found["comma"]:
            at = years.end()
        elif found["round"] and (word := _WITHIN.match(text, found.start(), stop)) and _is_english(word):
            at = word.end()
        elif _is_initial(text, found) or (found["closed"] and "(" in text[place : found.start()]):
            at = found.end()
        else:
            return found.start()


def _is_english(found: re.Match[str]) -> bool:
    """A word of the title's, and no term that is given in its own language: `pressure (Steigerungszwang)`."""
    return commonness(found["word"] or found["large"]) > 0.0


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
    if not inner or inner[0] not in QUOTES:
        return inner
    end = closing(inner, 0)
    if end is None:  # the closing mark was lost, or is another
        return inner[1:].rstrip('’”»“"°').strip(" ,.;:")
    # ‘The meaning of “harbour”’: the inner mark is the title's.
    return inner[1:-1].strip(" ,.;:") if end >= len(inner) else inner
