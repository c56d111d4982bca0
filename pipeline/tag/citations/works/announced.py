"""Sources that only later notes show to be sources: what they cite in short stands in full before them.

Many full citations have nothing that tells them from prose: `Ada Merrow, Selwyn Lit, manuscript`, `Josiah Quell: Wicks
and Wax`. But a later `Merrow, Selwyn Lit, p. 3` or `Quell, op. cit.` says that a note before names that source, and
where: at the same family name, and the same words of the title. So the notes are read a second time, and there a
citation is expected. An Ibid. behind a note in which none was read expects one in that note, where people stand first.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pipeline.model import Citation, FieldKind, Note
from pipeline.name_particles import NAME_PARTICLE
from pipeline.tag.citations.wording.beginnings import likely_starts
from pipeline.tag.citations.wording.likeness import fold_title, likeness
from pipeline.tag.citations.works.recurring import recurring
from pipeline.tag.people.name_order import parse
from pipeline.tag.words.tokens import CAPITAL

_GIVEN = rf"(?:(?:{CAPITAL}\.-?|{CAPITAL}[\w’'-]+|{NAME_PARTICLE})\s|d’){{0,5}}"
_OTHERS = rf"(?:(?:\s?/\s?|,\s|,?\s(?:und|and|et|y|e|&)\s){CAPITAL}[^,;:()/]{{2,40}}){{0,5}}?"
_BEHIND = (
    r"(?:\s\((?:[Ee]ds?|[Dd]irs?|[Hh]r?s?gg?)\.\))?"
    r"(?:(?:,|:|\s\(\d{4}[a-z]?\)[:,.])\s(?=[^\W_a-zß-ÿ]|[“‘«„])|\s(?=[“‘«„]))"
)
_TITLE_WORDS = 2
"""Words of a title that is looked for without a name."""
_ALIKE = 90.0
"""Likeness of the title to the words behind the name."""
_AGAIN = 24
"""Characters behind a name in which two citations of one work are the same."""
_LONGEST = 160
"""Characters behind a name within which its title begins and is compared."""


class Wanted(NamedTuple):
    """A short citation that leads nowhere: by these people, with this title, if any."""

    place: int
    """Index of its note."""
    names: tuple[str, ...]
    title: str
    note: str = ""
    """The label of the note that it calls (`supra note 12`)."""
    year: str = ""
    called: bool = False
    """Whether words that refer back stand in it: without them it may be no citation."""


class Expected(NamedTuple):
    """Where in which notes a citation is expected."""

    places: Mapping[str, frozenset[int]]
    """Note -> offsets at which a later note says that one begins."""
    unread: Mapping[str, frozenset[str]]
    """Notes in which one is expected where people stand first, or else as it is printed: they are followed by an Ibid.,
    or called by their number and these names."""
    recurring: frozenset[str] = frozenset()
    """Names by which several notes cite a source that none of them has in full."""

    def __bool__(self) -> bool:
        return bool(self.places or self.unread or self.recurring)


class _Place(NamedTuple):
    """Where in a note a citation may begin, the words behind its people, and whether the place makes one likely."""

    note: str
    start: int
    behind: str
    likely: bool


NOTHING_EXPECTED = Expected({}, {})


def expected(notes: Sequence[Note], wanted: Iterable[Wanted], done: Sequence[Citation]) -> Expected:
    """Where the citations that are ``wanted`` can have their full forms.

    Args:
        notes: those of the article.
        wanted: short citations that led nowhere when the notes were read first.
        done: what was read then.
    """
    read: dict[str, list[Citation]] = {}
    for each in done:
        if each.work:
            read.setdefault(each.target, []).append(each)
    places: dict[str, set[int]] = {}
    folded = [note.text.casefold() for note in notes]
    for one in dict.fromkeys(wanted):
        word = (parse(one.names[0]).family if one.names else one.title).casefold().split(" ")[0]
        before = [note for note, text in zip(notes[: one.place], folded, strict=False) if word in text]
        for note, place in _places(before, one, read):
            places.setdefault(note, set()).add(place)
    return Expected(
        {note: frozenset(found) for note, found in places.items()}, _unread(notes, done), recurring(notes, done)
    )


def _unread(notes: Sequence[Note], done: Sequence[Citation]) -> dict[str, frozenset[str]]:
    """The notes to which citations lead without a work, and the names by which these call it."""
    whole = {note.id for note in notes}
    unread: dict[str, frozenset[str]] = {}
    for each in done:
        if each.antecedent in whole and each.fields and not each.work:
            names = {
                parse(field.value).family if field.kind is FieldKind.AUTHOR else field.value
                for field in each.fields
                if field.kind in (FieldKind.AUTHOR, FieldKind.TITLE)
            }
            unread[each.antecedent] = unread.get(each.antecedent, frozenset()) | names
    return unread


def _places(notes: Sequence[Note], wanted: Wanted, read: Mapping[str, list[Citation]]) -> list[tuple[str, int]]:
    """The first place before the short citation; where it has no title, only if all go on in the same words.

    Without a title a place whose surroundings make a citation likely comes before one that only the note's number does.
    """
    pattern = _pattern(wanted)
    if pattern is None:
        return []
    found: list[_Place] = []
    for note in notes:
        if wanted.note and note.label != wanted.note:
            continue
        starts = likely_starts(note.text)
        for match in pattern.finditer(note.text):
            start = max((one for one in starts if match.start() <= one < match.end()), default=None)
            place = match.start() if start is None else start
            if not _is_read(place, read.get(note.id, ())) and _fits(note.text, place, match.end(), wanted):
                behind = fold_title(note.text[match.end() : match.end() + _AGAIN])
                found.append(_Place(note.id, place, behind, likely=start is not None))
    if not wanted.title:
        likely = [each for each in found if each.likely]
        found = likely or (found if wanted.note else [])
        if len({each.behind for each in found}) > 1:
            return []
    return [(each.note, each.start) for each in found[:1]]


def _pattern(wanted: Wanted) -> re.Pattern[str] | None:
    if wanted.names:
        family = parse(wanted.names[0]).family
        flags = re.IGNORECASE if family.isupper() else 0
        return re.compile(rf"(?<![\w’'.-]){_GIVEN}(?:{re.escape(family)}){_OTHERS}{_BEHIND}", flags)
    words = wanted.title.split()
    if len(words) < _TITLE_WORDS or not wanted.title[:1].isupper():
        return None
    return re.compile(rf"(?<![\w’'-]){re.escape(' '.join(words[:4]))}\b")


def _fits(text: str, place: int, end: int, wanted: Wanted) -> bool:
    """Whether the title stands right behind the name, and the year farther on.

    Without a title, or without words that refer back, given names must stand before the family name.
    """
    if wanted.year and wanted.year not in text[end : end + _LONGEST * 2]:
        return False
    if not wanted.names:
        return wanted.called
    given = len(text[place:end].split()) > len(parse(wanted.names[0]).family.split())
    if not given and not (wanted.title and wanted.called):
        return False
    if not wanted.title:
        return True
    behind = fold_title(text[end : end + _LONGEST])
    short = fold_title(wanted.title)
    return likeness(short, " ".join(behind.split()[: len(short.split()) + 1])) >= _ALIKE


def _is_read(place: int, there: Iterable[Citation]) -> bool:
    return any(each.start <= place < each.end for each in there)
