"""Specks inside a line that the reader took for a full stop, an apostrophe or a bar.

Stops and apostrophes are told by English alone: French and Italian elide (``qu’il``, ``dell’arte``), and every language
has abbreviations of its own that go on in small letters (``bzw. der``).
"""

import re
from collections.abc import Iterator

from pipeline.cleanup.draft import Draft, Edit
from pipeline.vocabulary import ABBREVIATIONS, Vocabulary

_STOP = re.compile(r"\b(?P<word>[a-z]{2,})(?P<stop>\.) (?=[a-z]{2,}\b)")
_ARTICLE_STOP = re.compile(r"\b(?:the|an)(?P<stop>\.)(?: (?=\w)|$)")
_APOSTROPHE = re.compile(r"(?<![\w’'])(?P<first>[A-Za-z][a-z]+)(?P<mark>[’'])(?P<second>[a-z]{2,})(?![\w’'])")
_BAR = re.compile(r"(?:(?<=^)|(?<=[\s‘“(]))[|](?= (?P<verb>[a-z]+)\b)")

AFTER_I = frozenset({
    "am", "was", "have", "had", "do", "did", "will", "would", "shall", "should", "can", "could", "may", "might",
    "must", "think", "thought", "believe", "know", "knew", "see", "saw", "felt", "feel", "hope", "wish", "want",
    "wanted", "told", "said", "say", "wrote", "write", "went", "go", "came", "come", "ask", "asked", "agree",
    "suggest", "argue", "mean", "never", "also", "wonder", "wondered", "found", "find", "heard", "take", "took",
    "made", "make",
})  # fmt: skip
COMMON = 4.0
"""Zipf frequency of a word that everybody knows: nobody abbreviates it."""


def stops(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``naturally. be accelerated`` -> ``naturally be accelerated``: no sentence begins with a small letter.

    Nor does one end with an article: ``of the. CCP``. Abbreviations keep their stop.
    """
    if not vocabulary.is_english:
        return
    found = [match for match in _STOP.finditer(draft.text) if _ends_nothing(match["word"], vocabulary)]
    for match in sorted([*found, *_ARTICLE_STOP.finditer(draft.text)], key=lambda each: -each.start("stop")):
        yield Edit(match.start("stop"), match.end("stop"), "", 0.8, "the sentence goes on")


def _ends_nothing(word: str, vocabulary: Vocabulary) -> bool:
    return word not in ABBREVIATIONS and vocabulary.frequency(word) >= COMMON


def apostrophes(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``or’seven`` -> ``or seven``: two common words that no apostrophe joins."""
    for match in reversed(list(_APOSTROPHE.finditer(draft.text))):
        words = (match["first"], match["second"])
        contraction = match["second"] in {"re", "ve", "ll", "em", "tis", "twas", "er"} or vocabulary.is_known(
            match.group()
        )
        if vocabulary.is_english and not contraction and all(vocabulary.frequency(word) >= COMMON for word in words):
            yield Edit(match.start("mark"), match.end("mark"), " ", 0.8, f"{words[0]} + {words[1]}")


def bars(draft: Draft) -> Iterator[Edit]:
    """``| was very happy`` -> ``I was very happy``: before a verb that follows I."""
    for match in reversed(list(_BAR.finditer(draft.text))):
        if match["verb"] in AFTER_I:
            yield Edit(match.start(), match.start() + 1, "I", 0.85, f"before {match['verb']}")
