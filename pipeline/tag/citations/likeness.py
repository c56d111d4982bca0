"""How alike a short title and a full one are, when one is the beginning of the other and OCR has damaged both."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz

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
    wanted, words = fold_title(short), fold_title(full).split()
    size = len(wanted.split())
    if not wanted or not words:
        return 0.0
    best = 0.0
    for first in range(max(1, len(words) - size + 1)):
        for count in (size - 1, size, size + 1):
            if count < 1:
                continue
            score = fuzz.ratio(wanted, " ".join(words[first : first + count])) - (INNER if first else 0.0)
            best = max(best, score)
    return best


@lru_cache(maxsize=65536)
def numbers_agree(short: str, full: str) -> bool:
    """Whether every number of the short title is one of the full one: `Bd. 2` is not `Bd. 12`, however alike."""
    return set(_NUMBER.findall(short)) <= set(_NUMBER.findall(full))


@lru_cache(maxsize=65536)
def sameness(one: str, other: str) -> float:
    """0.0 to 100.0: how alike two whole titles are."""
    return fuzz.ratio(fold_title(one), fold_title(other))
