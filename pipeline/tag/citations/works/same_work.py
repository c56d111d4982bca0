"""Whether a citation can mean a work: by its people, its year, its volume and number, its imprint and its sign."""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from pipeline.model import FieldKind, Work
from pipeline.tag.citations.wording.draft import Draft
from pipeline.tag.citations.wording.likeness import sameness
from pipeline.tag.people.name_order import compatible, ends_so, fold, parse

SAME = 88.0
"""Likeness of two whole titles from which two full citations are of one work."""
SURNAMES_ALIKE = 85.0
GIVEN_ALIKE = 80.0
"""Likeness of two given names with one initial from which they can be one: `Johann` and `Johan`."""
LONG_ENOUGH = 5
"""Letters of a family name from which one wrong letter is forgiven."""


_SUBTITLE = re.compile(r":|\.\s|,\s(?:nouv|neue|nuova|nueva|new|rev)")


def people(work: Work) -> tuple[str, ...]:
    """Under whose names a work is cited."""
    return work.authors + work.editors


def fits(names: Sequence[str], work: Work) -> bool:
    """Whether everyone named is among the authors and editors of the work."""
    return bool(names) and all(any(_is_person(name, other) for other in people(work)) for name in names)


def _is_person(name: str, other: str) -> bool:
    """A family name alone fits whoever bears it; given names must not contradict each other."""
    short, full = parse(name), parse(other)
    families = {fold(family) for family in full.families}
    if not short.full:
        return any(_alike(fold(name), family) for family in families) or sameness(name, other) >= SAME
    if short.words == full.words or sameness(name, other) >= SAME or ends_so(other, name):
        return True
    if not _alike(short.surname, full.surname):
        return False
    return not full.given or compatible(short, full) or _alike_in_full(short.given, full.given)


def _alike_in_full(one: Sequence[str], other: Sequence[str]) -> bool:
    """Given names that OCR has damaged: the same initials, and written out they are nearly the same."""
    pairs = list(zip(one, other, strict=False))
    return all(a[0] == b[0] and (len(a) == 1 or len(b) == 1 or fuzz.ratio(a, b) >= GIVEN_ALIKE) for a, b in pairs)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= LONG_ENOUGH and fuzz.ratio(one, other) >= SURNAMES_ALIKE)


def continues(short: str, full: str) -> bool:
    """The main title of a title with a subtitle or edition: `Lights for the Living: A History`, `Lampes, nouv. éd`."""
    return len(short) > 12 and full.startswith(short) and _SUBTITLE.match(full, len(short)) is not None


def is_dated_otherwise(draft: Draft, work: Work, host: Work) -> bool:
    """A year that is not that of the book: another volume of registers, another edition. Periodicals have many."""
    year, years = draft.value(FieldKind.DATE)[:4], (work.date or host.date)[:4]
    return work.kind in ("book", "chapter") and year.isdecimal() and years.isdecimal() and year != years


def is_in_another_volume(draft: Draft, work: Work) -> bool:
    """A volume of a report or journal that is not that of the article or case."""
    volume = draft.value(FieldKind.VOLUME)
    return bool(draft.journals) and bool(volume and work.volume) and volume != work.volume


def is_in_other_volume_of_series(draft: Draft, work: Work) -> bool:
    """`State v. Roe, 12 Selw. 3` and `State v. Roe, 14 Selw. 5`; another report may have the same decision again."""
    journals = [field.value for field in draft.journals]
    series = bool(journals and work.journal) and sameness(journals[0], work.journal) >= SAME
    return series and is_in_another_volume(draft, work)


def is_in_same_volume(draft: Draft, work: Work) -> bool:
    """`Merrow, 517 Selw. Rep. at 465`, of `United States v. Merrow`: one party names a case (Bluebook, rule 10.9)."""
    journals = [field.value for field in draft.journals]
    same = bool(journals and work.journal) and sameness(journals[0], work.journal) >= SAME
    return same and bool(work.volume) and draft.value(FieldKind.VOLUME) == work.volume


def is_another_number(draft: Draft, work: Work) -> bool:
    """Another paper of a numbered series; an article is told by its title, and a periodical has many numbers."""
    issue = draft.value(FieldKind.ISSUE)
    return work.kind == "unknown" and bool(issue and work.issue) and issue != work.issue


def has_other_sign(draft: Draft, work: Work) -> bool:
    """The document gives a work one sign: what is given another is another work, however alike the titles."""
    signs = [each.sign for each in draft.definitions if not each.repository]
    return bool(signs and work.abbreviations) and signs[0] not in work.abbreviations


def same_year(draft: Draft, work: Work) -> bool:
    """The same year, as far as both have one."""
    date = draft.value(FieldKind.DATE)
    return not date or not work.date or date[:4] == work.date[:4]


def same_publication(draft: Draft, work: Work) -> bool:
    """The same date and publisher, as far as both have them."""
    date, publisher = draft.value(FieldKind.DATE), draft.value(FieldKind.PUBLISHER)
    return (not date or not work.date or date == work.date) and (
        not publisher or not work.publisher or sameness(publisher, work.publisher) >= SURNAMES_ALIKE
    )
