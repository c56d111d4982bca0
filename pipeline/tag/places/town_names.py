"""Single names that the model takes for persons, and that are towns: `Essaouira`, `Oran`, `Rotterdam`.

The gazetteer decides where nothing in the document speaks for a person: no full name with that family name, no title,
no `Oran wrote`. Towns of English-speaking countries are left out, for they bear the names of families: Marshall, Nixon.
"""

from collections.abc import Collection, Mapping

from pipeline.model import EntityKind
from pipeline.tag.places.gazetteer import Candidate, LookUp, candidates
from pipeline.tag.vote.verdicts import Verdict
from pipeline.tag.words.tokens import commonness

TOWN = 50_000
"""People from which a town is likelier meant than a person whom nothing else speaks for."""
KNOWN = 4.0
"""Zipf frequency in English from which a name is that of people whom no text need introduce: Kennedy 4.6, Adam 4.6."""

NAMED_AFTER_FAMILIES = ("US", "GB", "CA", "AU", "NZ", "IE", "ZA", "JM")
"""Countries whose towns bear the names of families."""


def as_towns(
    verdicts: Mapping[str, Verdict], backed: Collection[str], look_up: LookUp = candidates
) -> dict[str, Verdict]:
    """The verdicts on those names that are towns or countries after all; ``backed`` are names that persons bear."""
    doubtful = [
        name
        for name, verdict in verdicts.items()
        if verdict.kind is EntityKind.PERSON and " " not in name and name not in backed and commonness(name) < KNOWN
    ]
    known = look_up(doubtful)
    return {
        name: verdicts[name]._replace(kind=EntityKind.PLACE, second=None)
        for name in doubtful
        if any(_is_town(one) for one in known.get(name, ()))
    }


def _is_town(place: Candidate) -> bool:
    large = place.kind == "city" and place.population >= TOWN and place.country not in NAMED_AFTER_FAMILIES
    return place.main and (place.kind == "country" or large)
