"""Every occurrence of every voted name: the document finds the names that the model missed, and rejects chance ones."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from pipeline.model import EntityKind
from pipeline.tag.vote.passages import Passage, is_quiet
from pipeline.tag.vote.surroundings import Spot
from pipeline.tag.vote.verdicts import Verdict
from pipeline.tag.words.name_tables import PLACE_WORDS
from pipeline.tag.words.tokens import Token, tokenise

SAME_LENGTH = str.maketrans("’‘ʼ", "'''")
"""Apostrophes made straight without moving an offset, as ``spans.plain`` writes them."""


BROKEN = frozenset("¥¨±∑˜¸˚∂√∫≈≠≤≥◊")
"""Signs that stand within words only where the codes of a font were lost: `Ab¥ Ya˜lå` is no `Ab` and no `Ya`."""


class Found(NamedTuple):
    """``name`` at ``text[start:end]`` of the passage with this index; ``cert`` says how sure its kind is."""

    passage: int
    start: int
    end: int
    name: str
    kind: EntityKind
    cert: float = 1.0


Local = dict[tuple[int, int], EntityKind | None]
"""What was proposed at exactly these places of one passage."""


class Names:
    """The voted names, by their first word, and the words that the document also writes in lower case.

    ``told`` are names that the user's authority file has: they are names wherever they stand alone.
    """

    def __init__(
        self, verdicts: Mapping[str, Verdict], lower_case: frozenset[str], told: Container[str] = frozenset()
    ) -> None:
        self.verdicts = {name: verdict for name, verdict in verdicts.items() if verdict.share > 0.0}
        self.lower_case = lower_case
        self.told = told
        by_word: dict[str, list[str]] = defaultdict(list)
        for name in self.verdicts:
            if words := tokenise(name):
                by_word[words[0].text].append(name)
        self._by_word = {word: sorted(names, key=lambda name: (-len(name), name)) for word, names in by_word.items()}

    def starting_at(self, text: str, token: Token) -> Iterator[str]:
        """Names that stand in ``text`` from this word on, the longest first."""
        if _starts_badly(text, token.start):
            return
        for name in self._by_word.get(token.text.translate(SAME_LENGTH), ()):
            if text.startswith(name, token.start) and _ends_well(text, token.start + len(name)):
                yield name


def _starts_badly(text: str, start: int) -> bool:
    before = text[start - 1 : start]
    return before in ("-", "@") or before.isalnum() or before in BROKEN


def _ends_well(text: str, end: int) -> bool:
    """A name ends at a word's end: not in `Mao-era`, and not in `Xi'an` for `Xi`; a possessive may follow."""
    after, beyond = text[end : end + 1], text[end + 1 : end + 2]
    if after.isalnum() or after in BROKEN:
        return False
    if after in ("-", "'") and beyond.isalpha():
        return after == "'" and beyond == "s" and not text[end + 2 : end + 3].isalpha()
    return True


def lower_case_words(passages: list[Passage]) -> frozenset[str]:
    """Words of the prose that are written in lower case somewhere: such a word at a sentence's start is no name."""
    return frozenset(
        token.text
        for passage in passages
        if not passage.note
        for token in tokenise(passage.text)
        if token.text.islower()
    )


def find_occurrences(index: int, passage: Passage, names: Names, local: Local) -> list[Found]:
    """The names of one passage, longest first at each place, never overlapping, none in a quiet range."""
    text = passage.text.translate(SAME_LENGTH)
    tokens = tokenise(passage.text)
    found: list[Found] = []
    reached = 0
    for position, token in enumerate(tokens):
        name = "" if token.start < reached else next(names.starting_at(text, token), "")
        spot = Spot(text, tokens, position, name, passage.language)
        if not name or is_quiet(passage, spot.start, spot.end) or not _stands(spot, names, local):
            continue
        reached = spot.end
        kind, cert = _kind_here(spot, names.verdicts[name], local)
        if kind is not None:
            found.append(Found(index, spot.start, spot.end, name, kind, cert))
    return found


def _stands(spot: Spot, names: Names, local: Local) -> bool:
    """Whether the words here are the name and not part of another one, or a plain word."""
    kind = names.verdicts[spot.name].kind
    if spot.name in names.told:
        return not spot.is_part_of_longer_name()
    if kind is EntityKind.PERSON and spot.is_title_of_work():
        return False
    if kind is EntityKind.PLACE and spot.completes_a_name():
        return False
    if (spot.start, spot.end) in local:
        return True
    if spot.opens_as_word(names.lower_case):
        return False
    return kind not in (EntityKind.PERSON, EntityKind.PLACE) or not spot.is_part_of_longer_name()


def _kind_here(spot: Spot, verdict: Verdict, local: Local) -> tuple[EntityKind | None, float]:
    """The document's verdict; for a string with two uses, what this place says."""
    if verdict.second is None:
        return verdict.kind, 1.0
    here = local.get((spot.start, spot.end))
    if here in (verdict.kind, verdict.second):
        return here, 0.8
    before = spot.before
    if EntityKind.PLACE in (verdict.kind, verdict.second) and before is not None and before.text in PLACE_WORDS:
        return EntityKind.PLACE, 0.7
    return verdict.kind, 0.6
