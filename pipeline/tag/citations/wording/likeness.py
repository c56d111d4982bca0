"""How alike a short title and a full one are, when one is the beginning of the other and OCR has damaged both."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

_ARTICLE = re.compile(r"^(?:the|an?|der|die|das|le|la|les|un|une|il|lo)\s+")
_NUMBER = re.compile(r"\d+")
INNER = 6.0
"""Points taken off where the short title is not the beginning of the full one: `Registers` of `Harbour Registers`."""


@lru_cache(maxsize=8192)
def fold_title(title: str) -> str:
    """Lower case, without accents, marks and articles at the beginning; words joined by single spaces."""
    decomposed = unicodedata.normalize("NFKD", title.casefold())
    letters = "".join(
        character if character.isalnum() else "" if unicodedata.combining(character) or character in "'’‘ʹ" else " "
        for character in decomposed
    )
    return _ARTICLE.sub("", " ".join(letters.split()))


@lru_cache(maxsize=65536)
def likeness(short: str, full: str) -> float:
    """0.0 to 100.0: rapidfuzz ratio of the short title and the stretch of the full one that is most like it.

    The stretch has as many words, one more or one less, and begins at the beginning or, for ``INNER`` points, later.
    """
    wanted = fold_title(short)
    if not wanted:
        return 0.0
    best = 0.0
    for count in _counts(wanted):
        for first, stretch in enumerate(stretches_of(full, len(wanted.split()), count)):
            best = max(best, fuzz.ratio(wanted, stretch) - (INNER if first else 0.0))
    return best


def _counts(wanted: str) -> range:
    """How many words a stretch may have that is compared with these."""
    size = len(wanted.split())
    return range(max(1, size - 1), size + 2)


@lru_cache(maxsize=65536)
def stretches_of(full: str, size: int, count: int) -> tuple[str, ...]:
    """The stretches of ``count`` words with which a short title of ``size`` words is compared, in order."""
    words = fold_title(full).split()
    return tuple(" ".join(words[first : first + count]) for first in range(max(1, len(words) - size + 1)) if words)


class TitleIndex:
    """Titles among which one is asked for that is like some words: their stretches, by the number of words."""

    def __init__(self) -> None:
        self._titles: list[str] = []
        self._stretches: dict[int, _Stretches] = {}
        self._found: set[tuple[str, float]] = set()

    def add(self, title: str) -> None:
        """One more title."""
        self._titles.append(title)

    def has(self, words: str, least: float) -> bool:
        """Whether ``likeness`` of the words and one of the titles is at least ``least``."""
        wanted = fold_title(words)
        if not wanted or (wanted, least) in self._found:
            return bool(wanted)
        size = len(wanted.split())
        at_size = self._stretches.setdefault(size, _Stretches())
        at_size.take(self._titles, size, _counts(wanted))
        # Where neither the beginning nor what stands within is like enough, the cut-off lets most of them go at once.
        found = any(
            process.extractOne(wanted, stretches, scorer=fuzz.ratio, score_cutoff=limit) is not None
            for stretches, limit in ((at_size.first, least), (at_size.inner, least + INNER))
        )
        if found:
            self._found.add((wanted, least))
        return found


class _Stretches:
    """The stretches of the titles for short titles of one number of words."""

    def __init__(self) -> None:
        self.first: dict[str, str] = {}
        self.inner: dict[str, str] = {}
        self._taken = 0

    def take(self, titles: Sequence[str], size: int, counts: range) -> None:
        """Those of the titles that are new since the last time."""
        for title in titles[self._taken :]:
            for count in counts:
                begins, *within = stretches_of(title, size, count) or ("",)
                self.first[begins] = begins
                self.inner.update(zip(within, within, strict=True))
        self._taken = len(titles)


@lru_cache(maxsize=65536)
def numbers_agree(short: str, full: str) -> bool:
    """Whether every number of the short title is one of the full one: `Bd. 2` is not `Bd. 12`, however alike."""
    return set(_NUMBER.findall(short)) <= set(_NUMBER.findall(full))


@lru_cache(maxsize=65536)
def names_agree(short: str, full: str) -> bool:
    """Whether every name in the short title is one of the full one, misread though it may be.

    `Observations on Selwyn` are not the `Observations on Garth`, however alike.
    """
    words = [fold_title(word) for word in full.split()]
    named = (fold_title(word) for word in short.split()[1:] if word[0].isupper() and len(word) >= NAME)
    return all(max((fuzz.ratio(name, word) for word in words), default=0.0) >= MISREAD for name in named)


NAME = 4
"""Letters of a word that may be a name."""
MISREAD = 45.0
"""Likeness of two readings of one word, of 100; two names are less alike."""


@lru_cache(maxsize=65536)
def sameness(one: str, other: str) -> float:
    """0.0 to 100.0: how alike two whole titles are."""
    return fuzz.ratio(fold_title(one), fold_title(other))
