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


DIACRITICS = {"a": "àâäáã", "c": "ç", "e": "éèêë", "i": "íîï", "n": "ñ", "o": "óôöõ", "u": "üúùû"}
KNOWN = 2.0
"""Zipf frequency from which a word list knows a word."""
UNKNOWN = 1.0
"""Zipf frequency under which what a list has is no word."""
_CITED = ("de", "fr", "it", "es")
CLOSE, COMMON_ENOUGH = 0.5, 3.0
"""Zipf frequencies by which a word with a diacritic may be rarer than the one without, and that it has at least."""

ABBREVIATIONS = frozenset({
    "al", "app", "approx", "art", "arts", "aug", "bk", "bks", "ca", "cap", "cf", "ch", "chs", "cit", "cm", "col",
    "comp", "cp", "dec", "dept", "diss", "doc", "docs", "ed", "eds", "edn", "est", "etc", "esp", "ex", "feb", "ff",
    "fig", "figs", "fn", "fo", "fol", "fols", "fos", "ibid", "id", "inc", "intro", "jan", "jr", "ltd", "mar", "ms",
    "mss", "no", "nos", "nov", "oct", "op", "p", "para", "pl", "pp", "pref", "prof", "pt", "pts", "pub", "qtd",
    "repr", "rev", "sec", "sect", "sep", "sept", "ser", "sig", "st", "supp", "suppl", "trans", "univ", "viz", "vol",
    "vols", "vs",
})  # fmt: skip
"""Words that are written with a full stop and go on in small letters (Chicago Manual of Style, ch. 10)."""


_COMMONEST = {
    "en": "the of and that is was for with this as by not which are from",
    "de": "der die und das den von zu mit ist nicht im dem sich auf ein eine auch als zum",
    "fr": "le les et est une dans qui pour par sur au ce pas aux cette",
    "it": "di che il della per non dei nel alla gli anche sono come dal",
    "es": "el los las y por se su al una con lo para como",
    "pt": "do da em os um uma com dos na ao mais pela que seu",
    "nl": "het een van dat op te niet met voor zijn aan ook bij",
    "la": "quod sed ad ut cum enim esse sic autem ergo quia secundum igitur",
}  # fmt: skip
"""The words that a text of each language has at every turn, and that no wrong model misreads: none has a diacritic."""
_LISTS = {language: frozenset(words.split()) for language, words in _COMMONEST.items()}
TOLD = 0.07
"""Share of such words from which a text is in that language. Of 78 pages of fourteen journals in English, German,
French, Italian, Spanish and Portuguese each has .09 and more of its own, and at most .05 of another; Latin has .08 of
French, and is told by words of its own."""


def language_told(words: Counter[str]) -> str:
    """The language that the commonest words of a text are of; nothing where they do not tell.

    Args:
        words: counts of the words, in small letters.
    """
    shares = {language: sum(words[word] for word in own) for language, own in _LISTS.items()}
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= max(TOLD * words.total(), FEWEST) else ""


def language_of(text: str) -> str:
    """The language (BCP 47) that the commonest words of a text are of; nothing where they do not tell."""
    return language_told(Counter(word.casefold() for word in words_of(text)))


FEWEST = 5
"""Such words that a text has at least, if it is to tell its language."""


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
    """Counts of the document's words (case kept, possessive endings off) and the languages it is written in.

    These are the languages that were asked for, and the one that its own words tell: a German article that is read with
    the English model is in German all the same.
    """

    def __init__(self, lines: Iterable[str], lang: str) -> None:
        self.counts = Counter(without_possessive(word) for line in lines for word in words_of(line))
        self.folded = Counter[str]()
        for word, count in self.counts.items():
            self.folded[word.casefold()] += count
        self.asked = tuple(LANGUAGES.get(code, "") for code in lang.split("+"))
        self.told = language_told(self.folded)
        every = dict.fromkeys((*self.asked, self.told))
        self.languages = tuple(language for language in every if language in _available())

    @property
    def is_english(self) -> bool:
        """Whether the document is in English and nothing else: what English abbreviates and never elides holds then."""
        return self.languages == ("en",)

    @property
    def main_language(self) -> str:
        """The language (BCP 47) that the words tell; else the first that was asked for, or ``und``."""
        return self.told or self.asked[0] or "und"

    def frequency(self, word: str) -> float:
        """Zipf frequency, 0.0 (unknown) to about 8, in the likeliest of the document's languages.

        Source: Robyn Speer, wordfreq; https://github.com/rspeer/wordfreq (the Zipf scale is van Heuven's, 2014).
        """
        return max((zipf_frequency(word, language) for language in self.languages), default=0.0)

    def is_known(self, word: str) -> bool:
        """Whether a word list knows it; below 2.0 (once in ten million) lists are full of misprints."""
        return self.frequency(word) >= KNOWN

    def is_unknown(self, word: str) -> bool:
        """Whether it is no word: not even as a misprint do the lists have it more often than by chance."""
        return self.frequency(word) < UNKNOWN

    def is_cited(self, word: str) -> bool:
        """Whether it is a word of another language that scholars cite titles in: ``historische Demographie``."""
        return max(zipf_frequency(word, language) for language in _CITED) >= KNOWN

    def may_lack_diacritic(self, word: str) -> bool:
        """Whether a letter with a diacritic makes a word of it that is as common: ``articulos``, ``fur``, French ``a``.

        Never in English, which has none to lose; there they are in names, which no list holds.
        """
        if self.is_english or not word.isalpha():
            return False
        own = self.frequency(word)
        others = (
            word[:place] + other + word[place + 1 :]
            for place, letter in enumerate(word)
            for other in DIACRITICS.get(letter, "")
        )
        return any(self.frequency(other) >= max(own - CLOSE, COMMON_ENOUGH) for other in others)

    def count(self, word: str) -> int:
        """How often the document has the word, in any case."""
        return self.folded[word.casefold()]
