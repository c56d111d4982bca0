"""Imprints and glosses: what a citation's brackets say about places, presses and abbreviations.

`(Beijing: Renmin Chubanshe, 1999)` names a place and a press; `Chinese Communist Party (CCP)` and `AVPRF [Archive of
Foreign Policy …]` bind two names to one entry.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.tag.citations.wording.title_ends import TOWN_JOIN
from pipeline.tag.words.name_tables import THINGS
from pipeline.tag.words.spans import Span, between

_IMPRINT = re.compile(
    r"""
    \(
    (?P<places>[^\W\d_a-z][^():\d]{1,70}?)         # Chapel Hill, NC and London
    :\s
    (?P<press>[^\W\d_a-z][^():]{1,90}?)            # The University of North Carolina Press
    (?:\sand\s(?P<places2>[^\W\d_a-z][^():\d]{1,50}):\s           # and a second pair
       (?P<press2>[^\W\d_a-z][^():]{1,90}?))?
    (?:(?:[,.]\s?|\s)(?:c\.\s?)?(?P<year>\d{4})[^()]{0,40})?  # 2001, unpublished
    \)
    """,
    re.VERBOSE,
)
_TOWN_JOIN = re.compile(TOWN_JOIN)
_STATE = re.compile(
    r",\s(?:[A-Z]{2,3}|[A-Z]\.[A-Z]\.|[A-Z][a-z]{2,4}\.)$|,?\s(?:[A-Z]{2}|(?:Mass|Conn|Calif|Ill|Mich|Pa)\.?)$"
)
_NOT_A_PRESS = re.compile(r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|[A-Z][a-z]+)\s\d|p+\.")
# `the Chinese Communist Party (CCP)`, `(hereafter CCP)`: capitals in brackets after a name in capitals.
_NAME_WORD = r"(?:[^\W\d_a-z][\w’'-]{0,40}|of|the|for|and|de|des|on)"
_DEFINITION = re.compile(
    rf"(?<![\w’'-])(?P<name>{_NAME_WORD}(?:\s{_NAME_WORD}){{1,12}})"
    r"\s\((?:[Hh]ereafter\s|[Hh]enceforth\s)?[‘“']?(?P<short>[A-Z][A-Za-z]*[A-Z])[’”']?\)"
)
_GLOSS = re.compile(r"(?<!\w)(?P<short>[A-Z][A-Za-z]{1,9})\s\[(?P<name>[A-Z][^\[\]:]{4,90})\]")


# `sixteen fleet carriers (CV)`, `volatile organic compounds (VOCs)`: what small letters in the plural say is no name.
_THINGS = re.compile(r"(?<![\w’'])[a-z][a-z-]{2,24}s\s\((?P<short>[A-Z]{2,6})(?=s?\))")
_COMPLEMENT = re.compile(r"\s(?:of|for|on|to|de|du|des|der|di|della|against)\s")


class Imprint(NamedTuple):
    """Spans of the places, of their states (`NJ`) and of the press of one imprint; ``press`` is None where none is."""

    places: tuple[tuple[int, int], ...]
    states: tuple[tuple[int, int], ...]
    press: tuple[int, int] | None


class Definition(NamedTuple):
    """A name and its abbreviation, each as a span."""

    name: tuple[int, int]
    short: tuple[int, int]


def find_imprints(text: str) -> list[Imprint]:
    """Imprints of the form (Place: Press, Year); the year may be missing, the states are left out of the places."""
    imprints = []
    for found in _IMPRINT.finditer(text):
        imprints.append(_imprint(text, found.span("places"), found.span("press")))
        if found["press2"]:
            imprints.append(_imprint(text, found.span("places2"), found.span("press2")))
    return imprints


def _imprint(text: str, where: Span, who: Span) -> Imprint:
    places = [_without_state(text, *piece) for piece in between(_TOWN_JOIN, text, *where)]
    press = None if _NOT_A_PRESS.match(text, who[0]) else who
    named = [place for place, _ in places if place[0] < place[1] and text[slice(*place)].count(" ") < 4]
    states = [state for _, state in places if state[0] < state[1]]
    return Imprint(tuple(named), tuple(states), press)


def _without_state(text: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]]:
    state = _STATE.search(text[start:end])
    cut = start + state.start() if state else end
    return (start, cut), (end - len(text[cut:end].lstrip(", ")), end)


def find_definitions(text: str) -> list[Definition]:
    """Names with the abbreviation that the text gives them: its letters begin words of the name, in their order.

    Example: ``Communist Party of the Soviet Union (CPSU)``; the name is cut to the words that the letters stand for.
    """
    definitions = []
    for found in _DEFINITION.finditer(text):
        if name := _spelt(text, *found.span("name"), found["short"]):
            definitions.append(Definition(name, found.span("short")))
    for found in _GLOSS.finditer(text):
        if sum(letter.isupper() for letter in found["short"]) > 1:
            definitions.append(Definition(found.span("name"), found.span("short")))
    return definitions


def find_things(text: str, definitions: Iterable[Definition]) -> list[Span]:
    """Abbreviations that the text gives to things: `fleet carriers (CV)`, `Air Quality Directive (AQD)`.

    Of names in capitals the head word decides: a law, a plan, a catalogue is no institution.

    Args:
        text: of a passage.
        definitions: what it defines.
    """
    things = [found.span("short") for found in _THINGS.finditer(text)]
    for name, short in definitions:
        head = _COMPLEMENT.split(text[slice(*name)], maxsplit=1)[0].split()[-1]
        if head in THINGS:
            things += [name, short]
    return things


def _spelt(text: str, start: int, end: int, short: str) -> tuple[int, int] | None:
    """The shortest end of the name whose capitals are the letters of the abbreviation, in their order.

    Where there is none, the small words count too: the O of `DOJ`; the last letter is then the last word's.
    """
    letters = [letter for letter in short if letter.isupper()]
    whole = text[start:end]
    for small in (False, True):
        for found in reversed(list(re.finditer(r"\S+", whole))):
            words = whole[found.start() :].split()
            parts = (part[0] for word in words for part in word.split("-") if part)
            initials = [letter.upper() for letter in parts if small or letter.isupper()]
            ends = words[0][0] == letters[0] and (not small or initials[-1] == letters[-1])
            rest = iter(initials)
            if ends and all(letter in rest for letter in letters):
                return start + found.start(), end
    return None
