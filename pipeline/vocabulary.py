"""What the document itself says about words, and what the language says: the two witnesses of every mend."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from wordfreq import available_languages, zipf_frequency

WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
"""A word with inner apostrophes and hyphens: ``Khrushchev’s``, ``well-known``."""

_INNER_MARK = re.compile(r"(?<=[^\W\d_])[‘'](?=[^\W\d_])")
_POSSESSIVE = re.compile(r"[’'][sS]?$")

# Tesseract's codes are ISO 639-2 with a script suffix, wordfreq's are ISO 639-1.
LANGUAGES = {
    "eng": "en", "fra": "fr", "deu": "de", "ita": "it", "spa": "es", "nld": "nl", "por": "pt", "rus": "ru",
    "pol": "pl", "ces": "cs", "swe": "sv", "dan": "da", "nor": "nb", "fin": "fi", "hun": "hu", "ell": "el", "lat": "la",
}  # fmt: skip


ABBREVIATIONS = frozenset({
    "al", "app", "approx", "art", "arts", "aug", "bk", "bks", "ca", "cap", "cf", "ch", "chs", "cit", "cm", "col",
    "comp", "cp", "dec", "dept", "diss", "doc", "docs", "ed", "eds", "edn", "est", "etc", "esp", "ex", "feb", "ff",
    "fig", "figs", "fn", "fo", "fol", "fols", "fos", "ibid", "id", "inc", "intro", "jan", "jr", "ltd", "mar", "ms",
    "mss", "no", "nos", "nov", "oct", "op", "p", "para", "pl", "pp", "pref", "prof", "pt", "pts", "pub", "qtd",
    "repr", "rev", "sec", "sect", "sep", "sept", "ser", "sig", "st", "supp", "suppl", "trans", "univ", "viz", "vol",
    "vols", "vs",
})  # fmt: skip
"""Words that are written with a full stop and go on in small letters (Chicago Manual of Style, ch. 10)."""


@cache
def _available() -> frozenset[str]:
    return frozenset(available_languages("best"))


def without_possessive(word: str) -> str:
    """``Khrushchev’s`` -> ``Khrushchev``."""
    return _POSSESSIVE.sub("", word)


def words_of(text: str) -> list[str]:
    """The words of a text, every mark between two letters written as an apostrophe."""
    return WORD.findall(_INNER_MARK.sub("’", text))


class Vocabulary:
    """Counts of the document's words (case kept, possessive endings off) and the languages it is written in."""

    def __init__(self, lines: Iterable[str], lang: str) -> None:
        self.counts = Counter(without_possessive(word) for line in lines for word in words_of(line))
        self.folded = Counter[str]()
        for word, count in self.counts.items():
            self.folded[word.casefold()] += count
        self.languages = tuple(LANGUAGES[code] for code in lang.split("+") if LANGUAGES.get(code, "") in _available())

    @property
    def is_english(self) -> bool:
        """Whether the document is in English and nothing else: what English abbreviates and never elides holds then."""
        return self.languages == ("en",)

    def frequency(self, word: str) -> float:
        """Zipf frequency, 0.0 (unknown) to about 8, in the likeliest of the document's languages.

        Source: Robyn Speer, wordfreq; https://github.com/rspeer/wordfreq (the Zipf scale is van Heuven's, 2014).
        """
        return max((zipf_frequency(word, language) for language in self.languages), default=0.0)

    def is_known(self, word: str) -> bool:
        """Whether a word list knows it; below 2.0 (once in ten million) lists are full of misprints."""
        return self.frequency(word) >= 2.0

    def count(self, word: str) -> int:
        """How often the document has the word, in any case."""
        return self.folded[word.casefold()]
