"""Running heads of a text dump, told by their words: the same line comes back and breaks into sentences.

Folios beside them are often damaged or stand elsewhere, and without form feeds nothing else tells where pages turn. A
heading, a row of a table or the refrain of a song comes back too, but below them nothing goes on in the middle of a
sentence.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from rapidfuzz import fuzz, process

MAX_WORDS = 12
"""Of a running head with its folio."""
SHORTEST = 8
"""Letters of a running head."""
LONGEST = 80
ALIKE = 80.0
"""Likeness, in hundredths, of two readings of one head: ``Non,Parochia1 Registers in York~hire``."""
NEAREST = 12
"""Printed lines between two pages' heads at least."""
BROKEN_INTO = 0.5
"""Of the places of a head, at least: below it the text goes on in small letters."""
FEWEST = 2
FEWEST_AT_A_DISTANCE = 3
OF_A_PAGE = ((0.7, 1.4), (1.6, 2.4))
"""Lines from head to head, of the usual distance, of one page and of two."""
REGULAR = 0.8
"""Of the distances."""
MAX_NUMERAL = 6
"""Characters of a folio, a year or a volume beside a head, with what dirt and brackets made of it: ``1982]``."""


def repeated_heads(lines: Sequence[str], printed: Sequence[int]) -> frozenset[int]:
    """Indices of the lines that are running heads.

    Args:
        lines: of the dump, blank ones among them.
        printed: indices of those that are not blank.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(printed):
        if words := words_of_head(lines[row]):
            places[words].append(place)
    seeds = _apart([words for words, at in places.items() if len(at) >= FEWEST])
    found: set[int] = set()
    for seed in seeds:  # as many as there are different lines that come back word by word: few
        alike = process.extract(seed, list(places), scorer=fuzz.ratio, score_cutoff=ALIKE, limit=None)
        at = sorted(place for words, *_ in alike for place in places[words])
        if _breaks_in(at, lines, printed):
            found |= {printed[place] for place in at}
    return frozenset(found)


def words_of_head(line: str) -> str:
    """The letters of a line that may be a running head, without the numbers at its ends; empty where it is none."""
    if len(line) > LONGEST:
        return ""
    tokens = line.split()
    if not tokens or len(tokens) > MAX_WORDS:
        return ""
    inner = tokens[_is_numeral(tokens[0]) : len(tokens) - (len(tokens) > 1 and _is_numeral(tokens[-1]))]
    letters = "".join(character for character in "".join(inner) if character.isalpha())
    return letters if len(letters) >= SHORTEST and letters[0].isupper() else ""


def _is_numeral(token: str) -> bool:
    return len(token) <= MAX_NUMERAL and any(character.isdecimal() for character in token)


def _apart(candidates: Sequence[str]) -> Iterator[str]:
    """The readings that come back, none like one before it."""
    taken: list[str] = []
    for words in sorted(candidates):
        if not process.extractOne(words, taken, scorer=fuzz.ratio, score_cutoff=ALIKE):
            taken.append(words)
            yield words


def _breaks_in(at: Sequence[int], lines: Sequence[str], printed: Sequence[int]) -> bool:
    """Whether the places of a line lie pages apart and the text goes on below most of them.

    Below one of them is enough where they come at the same distance: paragraphs and notes begin on many pages.
    """
    if len(at) < FEWEST or any(other - one < NEAREST for one, other in pairwise(at)):
        return False
    broken_into = sum(_goes_on(lines[printed[place + 1]]) for place in at if place + 1 < len(printed))
    if broken_into >= max(FEWEST, BROKEN_INTO * len(at)):
        return True
    return broken_into > 0 and len(at) >= FEWEST_AT_A_DISTANCE and _are_regular([b - a for a, b in pairwise(at)])


def _are_regular(distances: Sequence[int]) -> bool:
    """Whether most distances are that of one page, or of two where a head was not read."""
    usual = median(distances)
    return sum(
        low * usual <= distance <= high * usual for distance in distances for low, high in OF_A_PAGE
    ) >= REGULAR * len(distances)


def _goes_on(line: str) -> bool:
    return line.lstrip()[:1].islower()
