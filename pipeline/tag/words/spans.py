"""Proposals: the spans that a rule or the language model puts forward, trimmed to the bare name."""

import re
from typing import NamedTuple

from pipeline.model import EntityKind

_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_DANGLING = re.compile(r"\s(?:and|or|of|the|for|in|at|by|to|Nos?)$")
_POSSESSIVE = re.compile(r"[’'‘ʼ]s?$")
_JOINT = re.compile(r"\s(?:&|and)\s")
_OPENING = re.compile(r"\s*[(\[“\"]|\s+[‘'](?=\S)|[‘'](?=[A-Z])|,\s*\d")
_CLOSING = re.compile(r".*[)\]”\"]", re.DOTALL)
# `U.S.`, `N.Y.`: the last stop is the abbreviation's, also where it ends the sentence.
_DOTTED = re.compile(r"(?<![\w.])(?:[A-Z]\.){2,5}$")
Span = tuple[int, int]

_OUTER = " \t\n\u00a0.,;:!?()[]{}<>|*°®©“”‘’'\"«»–—-/\\_&=+#%^~`"


class Proposal(NamedTuple):
    """``text[start:end]`` of a passage is said to name something of this kind.

    ``kind`` None says: a name that is not tagged (a nationality, a work), so nothing else may claim it. ``passage``
    is the index of the passage. A pinned proposal is a mention whatever the vote says.
    """

    passage: int
    start: int
    end: int
    kind: EntityKind | None
    weight: float
    pinned: bool = False


def trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span without articles, possessives, brackets, quotation marks and outer punctuation; None if a letter stays.

    Example: ``the Soviet Union’s`` -> ``Soviet Union``; ``Hongqi (Red Flag`` -> ``Hongqi``.
    """
    start, end = _cut_brackets(text, start, end)
    while True:
        before = start, end
        start, end = _strip(text, start, end)
        if found := _ARTICLE.match(text, start, end):
            start = found.end()
        if found := _DANGLING.search(text[start:end]):
            end = start + found.start()
        if found := _POSSESSIVE.search(text[start:end]):
            end = start + found.start()
        if (start, end) == before:
            return (start, end) if end - start > 1 else None


def _cut_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    # Outer marks first, so that a bracket that opens the span does not empty it.
    start, end = _strip(text, start, end)
    if found := _OPENING.search(text, start + 1, end):
        end = found.start()
    if found := _CLOSING.match(text, start, end):
        start = found.end()
    return start, end


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _OUTER:
        start += 1
    while end > start and text[end - 1] in _OUTER and not _DOTTED.search(text, start, end):
        end -= 1
    if end > start and text[end : end + 1] == "." and _DOTTED.search(text, start, end + 1):
        end += 1
    return start, end


def between(joint: re.Pattern[str], text: str, start: int, end: int) -> list[Span]:
    """The spans of ``text[start:end]`` that the joints part; one where there is none."""
    joints = [*joint.finditer(text, start, end)]
    starts = [start, *(found.end() for found in joints)]
    return list(zip(starts, [*(found.start() for found in joints), end], strict=True))


def joined_parts(text: str, start: int, end: int) -> list[Span]:
    """The spans between `&` and `and`; one where there is none."""
    return between(_JOINT, text, start, end)


def plain(name: str) -> str:
    """The name as the register compares it: straight apostrophes, single spaces, no brackets.

    Example: ``[Joseph] Stalin`` -> ``Joseph Stalin``.
    """
    text = re.sub(r"[’‘ʼ]", "'", re.sub(r"[\[\]()]", "", name))
    return " ".join(text.split())
