"""Places: their numbers in GeoNames where no other place can be meant, and no number where one can."""

import pytest

from pipeline.config import Authority, Settings
from pipeline.model import EntityKind
from pipeline.tag import run
from pipeline.tag.places import gazetteer
from pipeline.tag.places.gazetteer import Remembered, candidates, fold
from pipeline.tag.places.place_ids import Evidence, geonames_ids, state_behind
from tests.tag.articles import article
from tests.tag.test_authorities import tagged

CHINA, UK, US = Evidence(("China",)), Evidence(("Britain",)), Evidence(("United States",))
ONE = {
    # name, state behind it, only in imprints, what else the document names -> the number
    "by size": (Evidence(("London",)), (), 2643743),
    "by size, in an imprint": (Evidence(("Oxford",), (), True), (US,), 2640729),
    "a country": (Evidence(("Poland",)), (), 798544),
    "a country by another name": (Evidence(("U.S.",)), (), 6252001),
    "an older name": (Evidence(("Leningrad",)), (), 498817),
    "an older name, which smaller places bear": (Evidence(("Canton",)), (CHINA,), 1809858),
    "a state behind it": (Evidence(("Cambridge",), ("MA",)), (), 4931972),
    "a small town with its state": (Evidence(("Princeton",), ("NJ",)), (), 5102922),
    "the only one in the country": (Evidence(("Cambridge",)), (UK,), 2653941),
    "a city that a state is named after, in an imprint": (Evidence(("New York",), (), True), (), 5128581),
    "a city of the country": (Evidence(("Graz",)), (Evidence(("Vienna",)),), 2778067),
    "the larger of two in one country": (Evidence(("Fuzhou",)), (CHINA,), 1810821),
    "a city that is its country": (Evidence(("Singapore",)), (), 1880251),
    "an accent or an apostrophe more": (Evidence(("Yan'an",)), (CHINA,), 1787765),
}
NONE = {
    "two cities, two countries": (Evidence(("Cambridge",)), (UK, US)),
    "two cities, no country": (Evidence(("Cambridge",)), ()),
    "country or state": (Evidence(("Georgia",)), (US,)),
    "city or state": (Evidence(("New York",)), (US,)),
    "a town without its country": (Evidence(("Graz",)), ()),
    "a small town that nothing speaks for": (Evidence(("Lushan",)), (CHINA,)),
    "a province, whose name a city has too": (Evidence(("Henan",)), (CHINA,)),
    "an older name elsewhere": (Evidence(("Canton",)), (US,)),
    "a name that a city likes to be given": (Evidence(("Garden City",)), ()),
    "another state": (Evidence(("Cambridge",), ("NJ",)), ()),
    "a state that is gone": (Evidence(("Soviet Union",)), ()),
    "invented": (Evidence(("Port Selwyn",)), (UK,)),
    "two forms, two places": (Evidence(("London", "Paris")), ()),
}


@pytest.mark.parametrize("case", ONE)
def test_unambiguous(case: str) -> None:
    """A place gets its number where size, a state beside it, an imprint or the document's countries leave one."""
    place, others, number = ONE[case]
    assert number == geonames_ids([place, *others])[0]


@pytest.mark.parametrize("case", NONE)
def test_ambiguous(case: str) -> None:
    """Where another place can be meant, or the gazetteer cannot know the place, there is no number."""
    place, others = NONE[case]
    assert 0 == geonames_ids([place, *others])[0]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Cambridge, MA: MIT Press", "MA"),
        ("Cambridge, Mass.: Belknap", "MA"),
        ("Cambridge, D.C.", "DC"),
        ("Cambridge, UK", ""),
        ("Cambridge, Mass was said", ""),
        ("Cambridge MA", ""),
    ],
)
def test_state_behind(text: str, state: str) -> None:
    """States are known by their codes and by the abbreviations of printers; other words and countries are none."""
    assert state == state_behind(text, len("Cambridge"))


def test_nothing_asked_nothing_read() -> None:
    """Without places the gazetteer is not opened, and what it does not have is left out."""
    assert ({}, {}) == (candidates([]), candidates(["Port Selwyn"]))


def test_fold() -> None:
    """Accents, apostrophes and articles do not part one place from itself; us and US are two words."""
    assert ["yanan", "netherlands", "US", "us"] == [fold(name) for name in ("Yan’an", "The Netherlands", "U.S.", "us")]


PLACES = tuple(Authority(kind=EntityKind.PLACE, name=name) for name in ("Port Selwyn", "Vienna"))


def test_two_names_of_one_place() -> None:
    """Peking and Beijing are one entry, with the number once."""
    lines = tuple(
        f"note: Ada Merrow, Lamps and Oil ({city}: Garth Press, 1931), p. 3." for city in ("Peking", "Beijing")
    )
    _, entities = tagged(lines)
    (entry,) = [entry for entry in entities.register if entry.kind is EntityKind.PLACE]
    assert ("Beijing", ("Peking",), 2) == (entry.name, entry.variants, entry.mentions)
    assert {"GeoNames": "https://sws.geonames.org/1816670/"} == entry.idnos


def test_names_of_a_state_that_is_gone() -> None:
    """USSR and Soviet Union are one entry, however the letters are stopped, and without a number of today's state."""
    text = "The oil of the Soviet Union was dear. In the U.S.S.R. it was cheap, and the USSR had plenty."
    entities = run(article(text), Settings())
    (entry,) = [entry for entry in entities.register if entry.kind is EntityKind.PLACE]
    assert ("Soviet Union", ("U.S.S.R.", "USSR"), 3, {}) == (entry.name, entry.variants, entry.mentions, entry.idnos)


def test_the_users_places_stay_hers() -> None:
    """A place of the authority file has the identifiers that the file gives, and no other."""
    _, entities = tagged(("They left Port Selwyn and Vienna.",), *PLACES)
    assert [("Port Selwyn", {}), ("Vienna", {})] == [(entry.name, entry.idnos) for entry in entities.register]


def test_a_document_remembers_what_it_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are looked up once: the answers are those of the gazetteer, and the second question opens no file."""
    names = ["Graz", "Port Selwyn", "Poland"]
    remembered = Remembered()
    assert candidates(names) == remembered.candidates(names)
    monkeypatch.delattr(gazetteer, "files")
    assert ["Poland"] == list(remembered.candidates(["Poland", "Port Selwyn"]))
