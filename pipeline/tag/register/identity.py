"""Identity of persons within one document: full names, initials, family names alone, and the order of names.

Method: the names that the user's authority file gives to a person are hers; other full names are joined first where
they cannot differ; a family name alone then goes to the only person who bears it, or, among several, to the one last
named in full before it (certainty lowered), or to nobody.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from pipeline.tag.people.name_order import PersonName, compatible, ends_so, fold, parse
from pipeline.tag.people.person_names import is_chinese_given
from pipeline.tag.words.name_tables import CHINESE_SURNAMES

LAST_NAMED = 0.6
"""Certainty of a family name that several bear and the one last named in full takes."""
ONLY_NAMED = 0.8
"""Certainty of a family name that several bear, where only one of them has been named so far."""
SAME_TITLE = 0.9
"""Certainty of an author whose short title was cited before under the full name."""
MISREAD = 0.8
"""Certainty of a full Chinese name that is no name as it is spelt, and nearly one that the document has."""
NEAR_TITLE = 0.8
"""The same, where a letter of the title differs (OCR reads `qingliji` once as `gingliji`)."""
GIVEN_ONLY = 0.7
"""Certainty of a given name alone."""

_ALIKE = 85.0
"""Similarity, 0 to 100 (rapidfuzz ratio), from which two short titles are one title, and two spellings one name."""
_RIVAL_DISTANCE = 240
"""Characters between two full names of one family name within which a bare one after both stays unresolved."""

_FOLLOWING = re.compile(r"[,\s:]*(?:\(\w+\))?[,\s]*(?:(?:chief\s)?eds?\.?,\s)?[‘“\"'*]*([^\W_]+[’'”]?\s+[^\W_]+)")


class Naming(NamedTuple):
    """A person's name as it stands at ``start`` of a passage, and the text after it."""

    passage: int
    start: int
    name: str
    after: str
    note: bool


class Identified(NamedTuple):
    """Number of the person, counted from 0 in the order of first appearance, -1 for nobody; and the certainty."""

    person: int
    cert: float


class _Person(NamedTuple):
    names: list[PersonName]
    told: bool = False
    """Whether an authority file has joined the names; they need not be alike then."""

    def bears(self, word: str) -> bool:
        return any(word in map(fold, name.families) for name in self.names)

    def given(self, word: str) -> bool:
        return any(word in name.given and len(word) > 1 for name in self.names)

    def matches(self, other: PersonName) -> bool:
        """Whether it is a name of theirs; where one of theirs ends in another, either of the two is enough."""
        test = any if self.told else all
        return test(
            any(compatible(name, other) for name in (each, *self._endings(each)))
            for each in self.names
            if not any(ends_so(longer.display, each.display) for longer in self.names)
        )

    def _endings(self, whole: PersonName) -> list[PersonName]:
        return [name for name in self.names if ends_so(whole.display, name.display)]


def identify(namings: Sequence[Naming], told: Sequence[Sequence[str]] = ()) -> list[Identified]:
    """For each naming, in reading order, who it is.

    Args:
        namings: persons' names as they stand in the text.
        told: groups of names of which the user says that each is of one person, and no two of one.
    """
    parsed = _parsed(list(dict.fromkeys(naming.name for naming in namings)))
    people, owner = _join_full_names(list(parsed.values()), told)
    misread = _join_misread(people, owner)
    reader = _Reader(namings, parsed, people, owner)
    identified = [reader.identify(naming) for naming in namings]
    certain = [
        one._replace(cert=MISREAD) if naming.name in misread else one
        for naming, one in zip(namings, identified, strict=True)
    ]
    return _renumbered(certain)


def _parsed(names: list[str]) -> dict[str, PersonName]:
    """Every name in parts; one that is another's family name (`Van Hulle` beside `Dirk Van Hulle`) is one part."""
    parsed = {name: parse(name) for name in names}
    families = {part.surname for part in parsed.values() if part.full}
    return {
        name: PersonName(fold(name), (), name, name) if part.full and fold(name) in families else part
        for name, part in parsed.items()
    }


def _join_full_names(names: list[PersonName], told: Sequence[Sequence[str]]) -> tuple[list[_Person], dict[str, int]]:
    """People from what the user says and the distinct full names, the fullest first: initials find whole names."""
    people = [_Person([parse(name) for name in group], told=True) for group in told]
    owner = {name: number for number, group in enumerate(told) for name in group}
    full = [name for name in names if name.full and name.display not in owner]
    for name in sorted(full, key=lambda name: -sum(len(part) > 1 for part in name.given)):
        fits = [number for number, person in enumerate(people) if person.matches(name)]
        same = [number for number in fits if any(known.words == name.words for known in people[number].names)]
        fits = same or fits
        if len(fits) == 1:
            people[fits[0]].names.append(name)
            owner[name.display] = fits[0]
        else:
            owner[name.display] = len(people)
            people.append(_Person([name]))
    return people, owner


def _join_misread(people: Sequence[_Person], owner: dict[str, int]) -> set[str]:
    """Names such as `Liu Shaogqi` go to the one person whose Chinese name they nearly are; returns those names.

    Pinyin has few syllables: a given name that is none of them, after a Chinese family name, is a misreading, and no
    other person's name.
    """
    moved = set()
    for name, number in owner.items():
        family, _, given = name.partition(" ")
        chinese = family in CHINESE_SURNAMES and given.isalpha() and not is_chinese_given(given)
        if not chinese or people[number].told or len(people[number].names) > 1:
            continue
        near = {
            other
            for known, other in owner.items()
            if other != number
            and is_chinese_given(known.removeprefix(f"{family} "))
            and fuzz.ratio(name, known) > _ALIKE
        }
        if len(near) == 1:
            owner[name] = near.pop()
            moved.add(name)
    return moved


class _Reader:
    """Reads the document once, in order, and remembers who was last named in full and beside which title."""

    def __init__(
        self, namings: Sequence[Naming], parsed: dict[str, PersonName], people: list[_Person], owner: dict[str, int]
    ) -> None:
        self._parsed, self._people, self._owner = parsed, people, owner
        self._last: dict[bool, list[tuple[int, int, int]]] = {True: [], False: []}
        self._titles: dict[int, set[str]] = defaultdict(set)
        for naming in namings:
            if naming.name in owner and (words := _following(naming.after)):
                self._titles[owner[naming.name]].add(words)

    def identify(self, naming: Naming) -> Identified:
        name = self._parsed[naming.name]
        if name.full or naming.name in self._owner:
            person = self._owner[naming.name]
            self._last[naming.note].append((naming.passage, naming.start, person))
            return Identified(person, 1.0)
        bearers = [number for number, person in enumerate(self._people) if person.bears(name.surname)]
        if len(bearers) > 1:
            return self._choose(naming, bearers)
        if bearers:
            return Identified(bearers[0], 1.0)
        return self._by_given_name(name)

    def _by_given_name(self, name: PersonName) -> Identified:
        called = [number for number, person in enumerate(self._people) if person.given(name.surname)]
        if len(called) == 1:
            return Identified(called[0], GIVEN_ONLY)
        if called:
            return Identified(-1, LAST_NAMED)
        self._people.append(_Person([name]))
        return Identified(len(self._people) - 1, 1.0)

    def _by_title(self, words: str, bearers: list[int]) -> Identified | None:
        """The only bearer who was cited with these words after the full name, letter by letter or nearly so."""
        exact = [number for number in bearers if words and words in self._titles[number]]
        if len(exact) == 1:
            return Identified(exact[0], SAME_TITLE)
        near = [number for number in bearers if words and any(_alike(words, known) for known in self._titles[number])]
        return Identified(near[0], NEAR_TITLE) if len(near) == 1 else None

    def _choose(self, naming: Naming, bearers: list[int]) -> Identified:
        cited = self._by_title(_following(naming.after), bearers) if naming.note else None
        if cited is not None:
            return cited
        named = [row for row in self._last[naming.note] if row[2] in bearers]
        if naming.note:  # a note speaks of those it names itself; what other notes name is another matter
            named = [row for row in named if row[0] == naming.passage]
        if not named or _rivalled(named):
            return Identified(-1, LAST_NAMED)
        return Identified(named[-1][2], LAST_NAMED if len({row[2] for row in named}) > 1 else ONLY_NAMED)


def _alike(words: str, known: str) -> bool:
    return fuzz.ratio(words, known) >= _ALIKE


def _rivalled(named: list[tuple[int, int, int]]) -> bool:
    """True if another bearer of the name was named in full just before the last one."""
    passage, start, person = named[-1]
    return any(
        other != person and place == passage and start - at <= _RIVAL_DISTANCE for place, at, other in named[:-1]
    )


def _following(after: str) -> str:
    found = _FOLLOWING.match(after)
    return " ".join(fold(word) for word in found.group(1).split()) if found else ""


def _renumbered(identified: list[Identified]) -> list[Identified]:
    order: dict[int, int] = {}
    for one in identified:
        if one.person >= 0:
            order.setdefault(one.person, len(order))
    return [one._replace(person=order.get(one.person, -1)) for one in identified]
