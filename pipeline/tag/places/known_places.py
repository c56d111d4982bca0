"""Places in French, German, Italian, Spanish and Portuguese prose: by their names there, and by a preposition.

What a language calls countries, regions and great cities is a place wherever it stands alone. Of other towns, which the
gazetteer has without a language, the preposition decides: `à Marrakech`, `in Göttingen`. No noun of German is one: it
would have the capital of a town, and the preposition too (`in Waren`).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from pipeline.model import EntityKind
from pipeline.name_particles import NAME_PARTICLES
from pipeline.tag.people.full_names import is_english, is_shared
from pipeline.tag.places.gazetteer import Candidate, LookUp, candidates
from pipeline.tag.places.town_names import NAMED_AFTER_FAMILIES
from pipeline.tag.vote.occurrences import Names, find_occurrences
from pipeline.tag.vote.passages import Passage, is_quiet
from pipeline.tag.vote.verdicts import BODY, Verdict
from pipeline.tag.words.exonyms import EXONYMS
from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.spans import Proposal, plain
from pipeline.tag.words.tokens import Token, adjacent, tokenise

OTHERWISE = 300_000
"""People from which a city is meant by another of its names than its own, or although its own may be a family's, where
a preposition stands before it."""
LONGEST = 4
"""Words of a town's name: `Alcalá de Henares`, `Rio Grande do Sul`."""

# `a` of Spanish is left out, which stands before persons too (`vio a Carmen`), and so is every `de`.
_IN = {
    "fr": word_set("à À A vers depuis"),
    "de": word_set("in In nach Nach aus Aus bei Bei"),
    "it": word_set("a A ad Ad in In verso presso"),
    "es": word_set("en En desde Desde hacia hasta"),
    "pt": word_set("em Em desde Desde"),
}


def known_places(
    texts: Sequence[Passage], lower_case: frozenset[str], look_up: LookUp = candidates
) -> Iterator[Proposal]:
    """Proposals for the prose in these languages; notes are left to the vote."""
    prose = [(index, each) for index, each in enumerate(texts) if each.language in EXONYMS]
    prose = [(index, each) for index, each in prose if not each.note and not each.byline]
    for index, passage in prose:
        for found in find_occurrences(index, passage, _names(passage.language, lower_case), {}):
            yield Proposal(index, found.start, found.end, EntityKind.PLACE, BODY)
    behind = {index: list(_behind_prepositions(passage)) for index, passage in prose}
    words = {passage.text[start:end] for index, passage in prose for spans in behind[index] for start, end in spans}
    known = look_up(plain(word) for word in sorted(words) if word.lower() not in lower_case)
    for index, passage in prose:
        for spans in behind[index]:
            towns = (span for span in spans if _is_town(known, passage.text[slice(*span)], passage.language))
            if (span := next(towns, None)) is not None:
                yield Proposal(index, *span, EntityKind.PLACE, BODY)


@lru_cache(maxsize=4)
def _names(language: str, lower_case: frozenset[str]) -> Names:
    place = Verdict(EntityKind.PLACE, 1.0)
    # Where the document also writes `porto` or `colonia`, the harbour or the colony may be meant.
    return Names({plain(name): place for name in EXONYMS[language] if name.lower() not in lower_case}, lower_case)


def _behind_prepositions(passage: Passage) -> Iterator[list[tuple[int, int]]]:
    """For each name behind a preposition what it may be, the longest first."""
    tokens = tokenise(passage.text)
    for place, (before, first) in enumerate(pairwise(tokens), start=1):
        if before.text in _IN[passage.language] and first.text[0].isupper() and adjacent(passage.text, before, first):
            spans = [(first.start, last.end) for last in _ends(passage.text, tokens[place : place + LONGEST + 1])]
            if spans and not is_quiet(passage, *spans[0]):
                yield spans


def _ends(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The words with which a name that begins here may end, the last first: none has a capital behind it."""
    ends: list[Token] = []
    run = list(tokens[:1])
    for token in tokens[1:]:
        if not adjacent(text, run[-1], token) or not (token.text[0].isupper() or token.text in NAME_PARTICLES):
            break
        run.append(token)
    for place, token in enumerate(run):
        goes_on = place + 1 < len(run) and run[place + 1].text[0].isupper()
        if token.text[0].isupper() and not goes_on:
            ends.append(token)
    return ends[::-1]


def _is_town(known: Mapping[str, Sequence[Candidate]], name: str, language: str) -> bool:
    if is_english(name) or (language == "de" and not is_shared(name, language)):
        return False
    return any(
        one.population >= OTHERWISE or (one.main and one.country not in NAMED_AFTER_FAMILIES)
        for one in known.get(plain(name), ())
    )
