"""Which place of GeoNames a name means: by the state beside it, by size, and by the countries of the document; or none.

Nothing is written where two places could be meant, and nothing for a small town that nothing but its name points to:
the gazetteer does not have the villages, mountains and provinces that have the name too.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from pipeline.tag.places.gazetteer import Candidate, LookUp, candidates, gone_state

DOMINANT = 7.0
"""Times as many people as any other place of the name: then it is meant without further evidence. London is 21 times
as large as London, Ontario, Oxford 7 times as large as Oxford, Ohio; Durham, North Carolina, only 5 times as Durham."""
SAME_COUNTRY = 3.0
"""The same within one country."""
TOWN = 100_000
"""People from which a city is meant although only the country speaks for it, not an imprint or a state."""
METROPOLIS = 500_000
"""People from which not even the country need speak for it."""
KNOWN_OTHERWISE = 3_000_000
"""People from which a city is meant by one of its other names (Peking, Leningrad). The gazetteer gives Hengyang the
name of Henan, which is a province."""
SHARE = 0.1
"""Share of the named places from which a country is one that the document is about."""

# Codes of the states, and the abbreviations that American printers had for those whose presses are often cited.
_CODES = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI
    SC SD TN TX UT VT VA WA WV WI WY DC
"""
_ABBREVIATED = {
    "Calif": "CA",
    "Conn": "CT",
    "Ill": "IL",
    "Mass": "MA",
    "Md": "MD",
    "Mich": "MI",
    "Pa": "PA",
    "Va": "VA",
}
_STATES = {code: code for code in _CODES.split()} | _ABBREVIATED
_BEHIND = re.compile(r",\s(?P<state>[A-Z]\.\s?[A-Z]\.|[A-Z]{2}|[A-Z][a-z]{1,4}(?=\.))(?!\w)")


def state_behind(text: str, end: int) -> str:
    """The code of the state that stands behind a place's name; empty where none does.

    Example: ``Cambridge, Mass.`` -> ``MA``; ``Washington, D.C.`` -> ``DC``.
    """
    found = _BEHIND.match(text, end)
    return _STATES.get(re.sub(r"[.\s]", "", found["state"]), "") if found else ""


def is_state_of_the_us(name: str) -> bool:
    """Whether capitals with stops abbreviate a state: ``N.Y.``, ``D.C.``; without stops they may be anything (MS)."""
    return "." in name and re.sub(r"[.\s]", "", name) in _STATES


class Evidence(NamedTuple):
    """How a document speaks of one place."""

    names: tuple[str, ...]
    """Every form, once for each mention."""
    states: tuple[str, ...] = ()
    """Codes of the states of the US that stand behind it: MA, DC."""
    in_imprints: bool = False
    """Whether it is only named as a place of publication."""


def geonames_ids(places: Sequence[Evidence], look_up: LookUp = candidates) -> list[int]:
    """For each place of a document its number in GeoNames; 0 where it cannot be told."""
    known = look_up(name for place in places for name in place.names)
    about = _countries(places, known)
    return [_id(place, known, about) for place in places]


def _countries(places: Sequence[Evidence], known: Mapping[str, Sequence[Candidate]]) -> frozenset[str]:
    """The countries that the document is about: named themselves, or by cities that need no evidence."""
    counts: Counter[str] = Counter()
    for place in places:
        for name in place.names:
            found = known.get(name, ())
            surely = _largest(found, DOMINANT)
            sure = surely is not None and surely.main and surely.population >= METROPOLIS
            gone = gone_state(name)
            counts[surely.country if surely is not None and sure else gone.country if gone else ""] += 1
    del counts[""]
    return frozenset(country for country, count in counts.items() if count >= SHARE * counts.total())


def _id(place: Evidence, known: Mapping[str, Sequence[Candidate]], about: frozenset[str]) -> int:
    """What all forms of the name together can mean: a form that is not known says nothing."""
    meant = {_meant(place, known[name], about) for name in dict.fromkeys(place.names) if name in known}
    return meant.pop() if len(meant) == 1 else 0


def _meant(place: Evidence, found: Sequence[Candidate], about: frozenset[str]) -> int:
    if place.states:
        in_state = [one for one in found if one.main and one.country == "US" and one.state in place.states]
        in_state = [one for one in in_state if one.kind == "city"]
        return in_state[0].geonames if len(in_state) == 1 else 0
    fitting = [one for one in found if one.main or one.population >= KNOWN_OTHERWISE]
    if any(one.kind == "state" for one in fitting):
        fitting = [one for one in fitting if one.kind != "state"] if place.in_imprints else fitting
    one = _largest(fitting, DOMINANT) or _in_country(fitting, about)
    if one is not None and not one.main and one.country not in about and any(each.main for each in found):
        return 0  # Garden City is a town in New York, and a name that Singapore likes to be given
    return one.geonames if one is not None and _is_enough(one, place, about) else 0


def _largest(found: Sequence[Candidate], times: float) -> Candidate | None:
    """The only one, or one so much larger than every other that it is meant."""
    if not found or (len(found) > 1 and any(one.kind == "state" for one in found)):
        return None
    others = [one for one in found[1:] if not _is_city_of(one, found[0]) and not _is_city_of(found[0], one)]
    larger = all(found[0].population >= times * one.population for one in others)
    whole = [one for one in found if _is_city_of(found[0], one)]
    return (whole[0] if whole else found[0]) if larger else None


def _is_city_of(city: Candidate, country: Candidate) -> bool:
    """A city that is all of its country: Singapore."""
    whole = 0.9 * city.population <= country.population <= 1.5 * city.population
    return (city.kind, country.kind, city.country) == ("city", "country", country.country) and whole


def _in_country(found: Sequence[Candidate], about: frozenset[str]) -> Candidate | None:
    """The one in the countries that the document is about, unless one elsewhere is so much larger."""
    inside = [one for one in found if one.country in about]
    one = _largest(inside, SAME_COUNTRY) if len({each.country for each in inside}) == 1 else None
    outside = [each for each in found if each.country not in about]
    too_small = one is not None and any(each.population >= DOMINANT * one.population for each in outside)
    return None if too_small or any(each.kind == "state" for each in found) else one


def _is_enough(one: Candidate, place: Evidence, about: frozenset[str]) -> bool:
    if one.kind != "city" or place.in_imprints or one.population >= METROPOLIS:
        return True
    return one.population >= TOWN and one.country in about
