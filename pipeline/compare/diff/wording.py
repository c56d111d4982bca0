"""Words that changed: the shortest list of them, and what kind of change each is."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

WORD = re.compile(r"\S+")
HYPHENS = "-\u00ad\u2010\u2011"
LIKE = 50
"""Likeness, in per cent, from which two words in the same place are one word changed, and not two."""
CONTEXT = 3
"""Words before an addition or omission that are told, so that it can be found."""


class Rewording(NamedTuple):
    """Some words in place of others; one side is empty where words were added or are gone."""

    kind: str
    """``text``, ``number``, ``punctuation`` or ``hyphen``."""
    old: str
    new: str
    before: str
    """The words before it, in the old text."""
    offset: int
    """Where it is in the new text."""


def rewordings(old: str, new: str) -> Iterator[Rewording]:
    """What became what, in the order of the text.

    >>> [(each.old, each.new) for each in rewordings("Zhinua saw it.", "Zhihua saw it all.")]
    [('Zhinua', 'Zhihua'), ('it', 'it all')]
    """
    olds, news = list(WORD.finditer(old)), list(WORD.finditer(new))
    codes = Levenshtein.opcodes([word[0] for word in olds], [word[0] for word in news])
    for changed, run in groupby(codes, key=lambda code: code.tag != "equal"):
        if changed:
            parts = list(run)
            first, last = parts[0], parts[-1]
            yield from _split(
                olds, news, range(first.src_start, last.src_end), range(first.dest_start, last.dest_end), new
            )


def _split(
    olds: list[re.Match[str]], news: list[re.Match[str]], old: range, new: range, text: str
) -> Iterator[Rewording]:
    """A run of changed words: word by word where they are as many and alike, else as a whole."""
    pairs = list(zip(old, new, strict=False))
    if len(old) == len(new) and all(fuzz.ratio(olds[i][0], news[j][0]) >= LIKE for i, j in pairs):
        for i, j in pairs:
            yield _rewording(olds, range(i, i + 1), news, range(j, j + 1), text)
    else:
        yield _rewording(olds, old, news, new, text)


def _rewording(olds: list[re.Match[str]], old: range, news: list[re.Match[str]], new: range, text: str) -> Rewording:
    one, other = " ".join(olds[i][0] for i in old), " ".join(news[j][0] for j in new)
    kind = kind_of(one, other)
    if kind in ("text", "number"):
        one, other = _bare(one, other)
    before = " ".join(olds[i][0] for i in range(max(old.start - CONTEXT, 0), old.start))
    offset = news[new.start].start() if new.start < len(news) else len(text)
    return Rewording(kind, one, other, before, offset)


def kind_of(old: str, new: str) -> str:
    """Whether letters, digits, hyphens or only other signs are different."""
    if _only(old, str.isalnum) != _only(new, str.isalnum):
        return "number" if _only(old, str.isdecimal) != _only(new, str.isdecimal) else "text"
    unhyphened = [re.sub(f"[{HYPHENS}\\s]", "", text) for text in (old, new)]
    return "hyphen" if unhyphened[0] == unhyphened[1] and _has_hyphen(old + new) else _space_or_sign(old, new)


def _space_or_sign(old: str, new: str) -> str:
    """``Ina`` for ``In a`` is a change of words; anything else is one of signs."""
    return "text" if "".join(old.split()) == "".join(new.split()) else "punctuation"


def _has_hyphen(text: str) -> bool:
    return any(sign in text for sign in HYPHENS)


def _only(text: str, wanted: Callable[[str], bool]) -> str:
    return "".join(char for char in text if wanted(char))


def _bare(old: str, new: str) -> tuple[str, str]:
    """Without the signs that both have before or after: ``Zhinua,`` and ``Zhihua,`` -> the names."""
    while old and new and old[0] == new[0] and not old[0].isalnum():
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1] and not old[-1].isalnum():
        old, new = old[:-1], new[:-1]
    return old.strip(), new.strip()
