"""Specks inside a line that the reader took for a full stop, an apostrophe, a degree or a bar.

Stops and apostrophes are told by English alone: French and Italian elide (``qu’il``, ``dell’arte``), and every language
has abbreviations of its own that go on in small letters (``bzw. der``).
"""

import re
from collections.abc import Iterator

from pipeline.cleanup.draft import Draft, Edit
from pipeline.vocabulary import ABBREVIATIONS, Vocabulary

_STOP = re.compile(r"\b(?P<word>[a-z]{2,})(?P<stop>\.) (?=(?P<next>[a-z]{2,})\b)")
_ARTICLE_STOP = re.compile(r"\b(?:the|an)(?P<stop>\.)(?: (?=\w)|$)")
_JOINING = re.compile(
    r"(?<![\w’'.@/-])(?P<first>[A-Za-z][a-z]+)(?P<mark>[’'°.])(?P<second>a|[a-z]{2,})(?![\w’'@/-]|\.\w)"
)
_BAR = re.compile(r"(?:(?<=^)|(?<=[\s‘“(]))[|](?= (?P<verb>[a-z]+)\b)")

AFTER_I = frozenset({
    "am", "was", "have", "had", "do", "did", "will", "would", "shall", "should", "can", "could", "may", "might",
    "must", "think", "thought", "believe", "know", "knew", "see", "saw", "felt", "feel", "hope", "wish", "want",
    "wanted", "told", "said", "say", "wrote", "write", "went", "go", "came", "come", "ask", "asked", "agree",
    "suggest", "argue", "mean", "never", "also", "wonder", "wondered", "found", "find", "heard", "take", "took",
    "made", "make",
})  # fmt: skip
ENDS_NOTHING = frozenset({
    "the", "an", "of", "to", "in", "on", "at", "by", "for", "from", "with", "into", "upon", "without", "under", "and",
    "or", "but", "as", "than", "that", "which", "who", "whose", "if", "when", "while", "because", "is", "are", "was",
    "were", "be", "been", "being", "has", "have", "had", "may", "might", "must", "shall", "should", "will", "would",
    "can", "could", "its", "his", "her", "their", "our", "your", "my", "this", "these", "those", "very", "he", "she",
    "they", "we",
})  # fmt: skip
"""Words with which no sentence ends, but those that end in a preposition."""
BEGINS = frozenset({
    "the", "an", "and", "but", "or", "nor", "for", "so", "yet", "then", "now", "thus", "he", "she", "it", "they", "we",
    "you", "this", "that", "these", "those", "there", "here", "if", "when", "where", "while", "since", "as", "though",
    "although", "in", "on", "at", "by", "to", "from", "with", "after", "before", "my", "his", "her", "our", "your",
    "their", "who", "what", "which", "how", "why", "no", "not", "let", "such",
})  # fmt: skip
"""Words with which a sentence of the seventeenth century, or of its transcript, may begin, in small letters, too."""
DOMAINS = frozenset({"com", "edu", "gov", "info", "int", "net", "org", "us", "uk", "is", "it", "in", "me"})
COMMON = 4.0
"""Zipf frequency of a word that everybody knows: nobody abbreviates it."""


def stops(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``naturally. be accelerated`` -> ``naturally be accelerated``: no sentence begins with a small letter.

    Nor does one end with an article: ``of the. CCP``. Abbreviations keep their stop. Old letters do begin sentences
    so: ``for his name. the truth is``.
    """
    if not vocabulary.is_english:
        return
    found = [*_STOP.finditer(draft.text), *_ARTICLE_STOP.finditer(draft.text)]
    amid = {match.span("stop") for match in found if match.re is _ARTICLE_STOP or _is_amid(match, vocabulary)}
    for start, end in sorted(amid, reverse=True):
        yield Edit(start, end, "", 0.8, "the sentence goes on")


def _is_amid(stop: re.Match[str], vocabulary: Vocabulary) -> bool:
    """Whether a stop stands within a sentence: what is before it ends none, or what follows begins none."""
    if stop["word"] in ABBREVIATIONS or vocabulary.frequency(stop["word"]) < COMMON:
        return False
    return stop["word"] in ENDS_NOTHING or stop["next"] not in BEGINS


def joining(draft: Draft, vocabulary: Vocabulary) -> Iterator[Edit]:
    """``or’seven`` -> ``or seven``, ``as°old``, ``its.money``: two common words that no sign joins.

    A stop joins addresses, so that only what ends nothing is told by one.
    """
    for match in reversed(list(_JOINING.finditer(draft.text))):
        words = (match["first"], match["second"])
        contraction = match["second"] in {"re", "ve", "ll", "em", "tis", "twas", "er"} or vocabulary.is_known(
            match.group()
        )
        joined = contraction if match["mark"] in "’'" else match["mark"] == "." and not _is_within(match)
        if vocabulary.is_english and not joined and all(vocabulary.frequency(word) >= COMMON for word in words):
            yield Edit(match.start("mark"), match.end("mark"), " ", 0.8, f"{words[0]} + {words[1]}")


def _is_within(stop: re.Match[str]) -> bool:
    return stop["first"].casefold() in ENDS_NOTHING and stop["second"] not in DOMAINS


def bars(draft: Draft) -> Iterator[Edit]:
    """``| was very happy`` -> ``I was very happy``: before a verb that follows I."""
    for match in reversed(list(_BAR.finditer(draft.text))):
        if match["verb"] in AFTER_I:
            yield Edit(match.start(), match.start() + 1, "I", 0.85, f"before {match['verb']}")
