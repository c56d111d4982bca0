"""Words of a text, with their places: what every naming rule reads instead of counting characters itself."""

import re
from functools import lru_cache
from typing import NamedTuple

from wordfreq import zipf_frequency

from pipeline import packed_lists

# A word: letters, with apostrophes or hyphens inside (Yan’an, Saint-Just, Tse-tung), or an ordinal such as 20th.
# The possessive (Mao’s) is left outside, so that the word before it is the bare name; and so is what French and Italian
# write together with a name (l’Espagne, dell’Italia), but no Irish or Arabic O’ and Xi’an.
_WORD = re.compile(
    r"""
    \d+(?:st|nd|rd|th)\b                              # an ordinal
    | \b[a-zß-ÿ]{1,7}(?=[’'][^\W\d_a-zß-ÿ])           # an elided article or preposition before a capital
    | (?!(?<=\w[’'‘ʼ])s\b)                            # not the s of a possessive
      [^\W\d_]+(?:[’'‘ʼ-](?!s\b)[^\W\d_]+)*           # letters, joined inside by apostrophes and hyphens
    """,
    re.VERBOSE,
)
# The space between two sentences: a stop, whatever closes with it, and a capital or an opening mark after the space.
_SENTENCE_END = re.compile(r"[.!?][”’\"')\]]*\s+(?=[“‘\"'(\[]*[^\W\d_a-zß-ÿ])")
# Abbreviations after which a capital begins no sentence; a single capital letter is an initial.
_NO_STOP = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Hon|Sr|Jr|vol|no|nos|pp?|ff?|ed|eds|trans|"
    r"cf|ca?|fols?|op|ll?|d|n|nn|ch|e\.g|i\.e|vs|al))\.$",
    re.IGNORECASE,
)

CAPITAL = r"[^\W\d_a-zß-ÿ]"
"""A letter that is none of the small ones of Latin-1, within a pattern: a name or a sentence begins with it."""
COMMON_FROM = 3.0
"""Zipf frequency of the rarest words that the short lists have."""
FUNCTION_WORD = 5.5
"""Zipf frequency from which a word is grammar rather than naming: `he` 6.7, `may` 6.0, `since` 5.7."""


class Token(NamedTuple):
    """One word, ``text[start:end]``; ``opens`` says that it begins a sentence."""

    start: int
    end: int
    text: str
    opens: bool

    @property
    def capital(self) -> bool:
        """True for a word that begins with a capital letter or is an ordinal (20th)."""
        return self.text[0].isupper() or self.text[0].isdecimal()


@lru_cache(maxsize=65536)
def commonness(word: str, language: str = "en") -> float:
    """Zipf frequency of the lower-cased word in a language of the word lists, 0.0 (never seen) to 8.0.

    Source: Robyn Speer, wordfreq (https://github.com/rspeer/wordfreq).
    """
    common = commonness_of_the_common(word, language)
    # English is asked of every document for hundreds of words.
    look_up = zipf_frequency if language == "en" else packed_lists.zipf_frequency
    return common or look_up(word.lower(), language)


def commonness_of_the_common(word: str, language: str = "en") -> float:
    """The same for common words, 0.0 for all others: from the short list, which is the head of the long one.

    In seven languages both have what the short one has with the same figure; a long one takes 0.1 s to load, the German
    one 0.3.
    """
    return zipf_frequency(word.lower(), language, "small")


def sentence_starts(text: str) -> list[int]:
    """Offsets at which a sentence begins; the first is 0."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text) if not _ends_in_abbreviation(text, found.start())]
    return [0, *ends]


def _ends_in_abbreviation(text: str, stop: int) -> bool:
    return _NO_STOP.search(text[max(0, stop - 8) : stop + 1]) is not None


@lru_cache(maxsize=4096)
def tokenise(text: str) -> tuple[Token, ...]:
    """The words of the text in order.

    Example: ``"Mao’s talk"`` -> ``Mao``, ``talk``; ``"Yan’an"`` -> ``Yan’an``.
    """
    starts = iter([*sentence_starts(text), len(text) + 1])
    begin, tokens = next(starts), []
    for found in _WORD.finditer(text):
        opens = found.start() >= begin
        while found.start() >= begin:
            begin = next(starts)
        tokens.append(Token(found.start(), found.end(), found.group(), opens))
    return tuple(tokens)


def adjacent(text: str, left: Token, right: Token) -> bool:
    """True where only a space, or the stop of an initial and a space, stands between two words."""
    gap = text[left.end : right.start]
    return gap in (" ", "\u00a0") or (len(left.text) == 1 and gap in (". ", ".", ".\u00a0"))
