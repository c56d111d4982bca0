"""Names that the model alone takes for places, and that no table knows: most of them are something else.

The small model makes places of `Diagram`, `Christianity`, `QUEER` and `Great Migration`. Of the names in twelve
articles of history, law and music that go by this rule 43 are no places, and two are (a church, a street). What is left
is a village or a river, which has a rare name, and stands behind `in` or `from` if it is one word; or it is made of a
known one.
"""

from collections.abc import Collection, Iterable, Mapping

from pipeline.model import EntityKind
from pipeline.pinyin import is_given_name, is_pinyin
from pipeline.tag.places.gazetteer import LookUp, candidates, gone_state
from pipeline.tag.places.place_ids import is_state_of_the_us
from pipeline.tag.places.place_words import BUILDINGS, REGIONS
from pipeline.tag.vote.verdicts import BODY, NOBODY, RARE, RULE, STATES_IN_CAPITALS, Ballot, Verdict
from pipeline.tag.words.exonyms import ANYWHERE
from pipeline.tag.words.name_tables import HEADS, word_set
from pipeline.tag.words.tokens import commonness

_BEARINGS = word_set("""
    North South East West Northern Southern Eastern Western Northeast Northwest Southeast Southwest Northeastern
    Northwestern Southeastern Southwestern Central Continental Latin Upper Lower Greater Inner Outer Middle Old
    """)
"""What a known name may have before it: `Southeast Asia`, `Upper Austria`."""
_NEW_WORLD = frozenset(f"New {name}" for name in ("England", "Spain", "France", "World", "Granada", "Netherland"))
_TABLES = ANYWHERE | REGIONS | _NEW_WORLD
_SPOTS = BUILDINGS | REGIONS
_NATURE = word_set("Mount Mt Lake Cape Fort Port Isle Loch Camp Point")
"""What an unknown name may have before it: `Mount Kerzh`."""
_BEHIND = word_set("State City Area Region Proper")
"""What a known name may have behind it: `New York State`."""


def without_unknown_places(
    verdicts: Mapping[str, Verdict], ballots: Iterable[Ballot], look_up: LookUp = candidates
) -> dict[str, Verdict]:
    """The verdicts, but for places that only the model sees, and that nothing else speaks for.

    Args:
        verdicts: what the strings of the document name.
        ballots: the votes that they come from; for a single word one has the full weight only behind a preposition.
        look_up: what the gazetteer knows.
    """
    most: dict[str, float] = {}
    for ballot in ballots:
        if ballot.kind is EntityKind.PLACE:
            most[ballot.name] = max(most.get(ballot.name, 0.0), ballot.weight)
    asked = [
        name for name, verdict in verdicts.items() if verdict.kind is EntityKind.PLACE and most.get(name, 0.0) < RULE
    ]
    known = _known(asked, look_up)
    unknown = [name for name in asked if not _may_be(name, known, behind=most.get(name, 0.0) >= BODY)]
    return {**verdicts, **dict.fromkeys(unknown, NOBODY)}


def _known(names: Iterable[str], look_up: LookUp) -> frozenset[str]:
    """Those of the names and of their parts that a table has."""
    parts = with_parts(names)
    return frozenset(look_up(parts)) | {part for part in parts if part in _TABLES or gone_state(part)}


def with_parts(names: Iterable[str]) -> list[str]:
    """The names, and what each may be made of: what is to be looked up."""
    return list(dict.fromkeys(part for name in names for part in (name, name.title(), *_parts(name))))


def _parts(name: str) -> list[str]:
    """What a name may be made of: `Europe` of `Eastern Europe`, `New York` of `New York State`, both of `A-B`."""
    words = name.split()
    if len(words) == 1:
        return name.split("-") if "-" in name else []
    parts = [" ".join(words[1:])] if words[0] in _BEARINGS else []
    parts += [" ".join(words[:-1])] if words[-1] in _BEHIND else []
    parts += [name.partition(" of ")[2]] if " of " in name else []
    return parts


def _may_be(name: str, known: Collection[str], *, behind: bool) -> bool:
    words = name.split()
    parts = _parts(name)
    if name in known or (parts and all(part in known for part in parts)) or name.endswith("shire"):
        return True
    if name.replace(".", "").isupper():
        return name in STATES_IN_CAPITALS or is_state_of_the_us(name) or name.title() in known
    if len(words) == 1:
        return (behind or _is_chinese(name)) and commonness(name) < RARE
    last = words[-1].capitalize() if words[0][0].isupper() else ""  # Jackson county
    headed = HEADS.get(last) is EntityKind.PLACE or last in _SPOTS or words[0] in _NATURE
    return headed or (name[0].isupper() and words[-1][0].isupper() and commonness(words[-1]) < RARE)


def _is_chinese(name: str) -> bool:
    """Three syllables of pinyin and more, as no person bears them: `Beidaihe`."""
    return is_pinyin(name) and not is_given_name(name)
