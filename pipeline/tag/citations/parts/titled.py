"""A title at the place where a citation has it, with all that follows it; and whether that makes a citation."""

import re

from msgspec.structs import replace

from pipeline.model import CitationKind, CitedField, FieldKind
from pipeline.tag.citations.parts.followers import read_tail
from pipeline.tag.citations.parts.tails import PUBLISHED, Tail
from pipeline.tag.citations.parts.titles_at import begins_quoted, plain_title_at, quoted_title_at, title_at
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.wording.known import Known
from pipeline.tag.citations.wording.title_ends import CITIES, YEAR
from pipeline.tag.words.name_tables import PERIODICAL

_CITY = re.compile(rf"(?:{CITIES})(?:,?\s{YEAR})?")
PROSE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|that|which|who|whose|said|says|did|does|it|he|she|they|we|I|would|could|"
    r"this|these|those|there|then|pointed|suggests?|argues?|started|shows?|see|also|his|her|their|our|my)\b"
)
LONGEST_NAME = 4
"""Words of the name of a periodical that only its language betrays."""
LONGEST_TITLE = 18
"""Words of a title that neither quotation marks nor an author announce."""

_PRINTED = {*PUBLISHED, FieldKind.VOLUME}
"""What a title of any length may stand before, even behind an author: `…, 12 SELWYN L. REV. 34`."""


def is_periodical(title: CitedField) -> bool:
    """By a telling word, or by a short name in Chinese or Russian: `Renmin ribao`."""
    foreign = title.lang in ("zh-Latn-pinyin", "ru-Latn") and len(title.value.split()) <= LONGEST_NAME
    return foreign or PERIODICAL.search(title.value) is not None


def titled(text: str, place: int, stop: int, known: Known, *, authored: bool, dated: bool = False) -> Draft | None:
    """Title and what follows it; None where nothing shows that it is a citation. ``dated``: a year stands before it."""
    if known.italics.title_end(text, place, stop) is not None:
        slanted = _draft(text, title_at(text, place, stop, known), stop, known, authored=authored, dated=dated)
        if slanted is not None:
            return slanted
    quoted = None if begins_quoted(text, place, stop) else quoted_title_at(text, place, stop)
    title = quoted or plain_title_at(text, place, stop)
    return _draft(text, title, stop, known, authored=authored, dated=dated)


def _draft(
    text: str, title: CitedField | None, stop: int, known: Known, *, authored: bool, dated: bool
) -> Draft | None:
    """The citation that begins with this title; None where what follows shows none."""
    if title is None or not title.value:
        return None
    place, quoted = title.start, title.level == "a"
    familiar = known.has_title(title.value)
    if not quoted and not familiar and _CITY.fullmatch(title.value):
        return None
    tail = read_tail(text, title.end, stop, known, bare_pages=authored or familiar, article=quoted)
    sure = dated and " " in title.value and not PROSE.search(title.value)
    if not (sure or _is_citation(tail, title, familiar=familiar, authored=authored)):
        return None
    title, tail = with_level(title, tail, authored=authored)
    draft = Draft(CitationKind.FULL, place, max(title.end, tail.end), (title, *tail.fields))
    draft = draft._replace(host=tail.host, definitions=tail.definitions, call=tail.call)
    return draft._replace(kind=CitationKind.FULL if tail.complete else CitationKind.SHORT)


def _is_citation(tail: Tail, title: CitedField, *, familiar: bool, authored: bool) -> bool:
    kinds = {field.kind for field in tail.fields}
    web = tail.complete and " " in title.value
    decisive = kinds - {FieldKind.DATE} or tail.host is not None or tail.call is not None or web
    if familiar:
        return True
    if title.level == "a":
        return bool(decisive or (FieldKind.DATE in kinds and not authored))
    if authored and len(title.value.split()) > LONGEST_TITLE and not kinds & _PRINTED:
        return False
    return bool(decisive or (FieldKind.DATE in kinds))


def with_level(title: CitedField, tail: Tail, *, authored: bool) -> tuple[CitedField, Tail]:
    """A title with an issue or a day behind it, and no publisher, is a periodical's; `u` is what has no publisher.

    With an author it is a paper of a numbered series: `Lamp Committee, General Comment No. 14`.
    """
    kinds = {field.kind for field in tail.fields}
    if title.level == "m" and (tail.host is not None or any(field.level == "j" for field in tail.fields)):
        return replace(title, level="a"), tail
    if title.level != "m" or kinds & PUBLISHED:
        return title, tail
    day = any(field.kind is FieldKind.DATE and field.value.count("-") == 2 for field in tail.fields)
    if authored and FieldKind.ISSUE in kinds:
        return replace(title, level="u"), tail
    if FieldKind.ISSUE in kinds or (day and is_periodical(title)):
        return replace(title, level="j"), tail
    return title, tail
