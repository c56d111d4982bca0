"""What the readers behind a title share: the part that they make, its pages, and the stops around it."""

import re
from typing import NamedTuple

from pipeline.model import CitedField
from pipeline.tag.citations.parts.locators import bare_pages_at, cited_at
from pipeline.tag.citations.wording.draft import Call, Draft
from pipeline.tag.citations.wording.title_ends import YEAR

OTHERS = r"(?:,?\s(?:u\.\s?a\.|e\.\s?a\.|et\sal\.))?"
"""Behind the first of many people."""
SAME = r"(?P<same>[Dd]ers|[Dd]ies|DERS|DIES|[Dd]erselbe|[Dd]ieselben?)\.?"
ROLE = r"(?P<role>,?\s?\((?:Hgg?|Hrsgg?|[Hh]sg|hgg?|hrsgg?|[Ee]ds?|[Dd]irs?|[Cc]oords?|Red|Bearb)\.?\))"
_ROLE_SO = ROLE.replace("?P<role>", "?:")
LONGEST = 420
"""Characters of a title with its subtitles."""
LEAST = 2
"""Characters of a title."""
_BREAK = re.compile(r";\s")
_NEXT = re.compile(rf"[.,;]\s[^.,;()]{{2,60}}(?:,\s[^,;()]{{2,30}})?{_ROLE_SO}?\s\({YEAR}[a-z]?\)[:.]\s")
"""The people of another citation, with their year."""
ENDED = r"(?<=[.?!»“”])(?<!\b\w\.)(?<!bers\.)(?<!rsg\.)(?<!\bhg\.)(?<!\s\d\.)(?<!\s\d\d\.)\s"
"""Behind what ends a title; the stop of an initial, of an ordinal (`im 20. Jahrhundert`) or of an editor does not."""
_BEFORE_PAGES = re.compile(r"(?:[,:]\s?|\s(?=\d))(?:(?:hier|bes\.|insb(?:es)?\.)\s)?")
_STOPS = " ,.:"


class Part(NamedTuple):
    """What stands behind a title: its fields, and where it ends."""

    fields: tuple[CitedField, ...]
    end: int
    title_end: int
    host: Draft | None = None
    in_journal: bool = False


class People(NamedTuple):
    """The people before a title: their fields, where the title begins, and whether `ders.` stands for one of them."""

    fields: tuple[CitedField, ...]
    end: int
    call: Call | None = None


def pages_behind(text: str, place: int) -> tuple[list[CitedField], int]:
    """`, S. 3–9, hier S. 4`; without `S.` as journals of folklore have them: ` 3–9`."""
    fields: list[CitedField] = []
    while gap := _BEFORE_PAGES.match(text, place):
        field = cited_at(text, gap.end()) or (None if fields else bare_pages_at(text, gap.end()))
        if field is None:
            break
        fields.append(field)
        place = field.end
    return fields, place


def trimmed(text: str, start: int, end: int) -> int:
    """The end of the stretch without the stops at it."""
    while end > start and text[end - 1] in _STOPS:
        end -= 1
    return end


def stop_of(text: str, place: int) -> int:
    """The end of what may be one citation: a semicolon behind its people ends it, or another's people and year."""
    ends = [found.start() for pattern in (_BREAK, _NEXT) if (found := pattern.search(text, place, place + LONGEST))]
    return min([*ends, len(text), place + LONGEST])
