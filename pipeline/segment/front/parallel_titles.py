"""Titles that are printed in a second language: told by the small words, of which every title has some."""

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the of and in to a an for from with on by its their as at is between towards",
    "de": "der die das des dem den und im in von vom zur zum für mit auf eine einer eines ein als am über aus bei",
    "fr": "le la les des du et en dans une un pour sur au aux par avec l d de à",
    "it": "il lo la i gli le di del della dei delle dell e ed nel nella un una per con su sul sulla tra al alla da",
    "es": "el la los las de del y en un una para por con sobre al entre su",
    "pt": "o a os as de do da dos das e em no na um uma para por com sobre ao à entre",
    "nl": "de het een van en in op voor met over door uit aan tussen bij",
    "pl": "i w na z do o od dla oraz po jako przez",
}
_BY_WORD: dict[str, set[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _BY_WORD.setdefault(_word, set()).add(_language)
FEWEST = 2
"""Small words of one language, more than of any other, that tell it."""
_BETWEEN = re.compile(r"\s[|/]\s")
"""What stands between one title and the same in another language."""


def language_of(text: str) -> str:
    """The language of a title, or an empty string where its few words do not tell.

    >>> language_of("Ways of the harbour: the lit and the unlit"), language_of("Lamps")
    ('en', '')
    """
    words = re.findall(r"[^\W\d_]+", text.casefold())
    counts = Counter(language for word in words for language in _BY_WORD.get(word, ()))
    (best, count), (_, second) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return best if count >= FEWEST and count > second else ""


def leads_on(text: str) -> bool:
    """Whether a line ends with a word that ends no sentence, and so goes on in the next: ``LAMPS OF THE``."""
    words = text.split()
    return len(words) > 1 and words[-1].casefold() in _NEVER_LAST


def leads_in(text: str) -> bool:
    """Whether a line begins with a word that goes on from the line before: ``OF THE HARBOUR``."""
    words = text.split()
    return len(words) > 1 and words[0].casefold() in _GOES_ON


_GOES_ON = frozenset(
    {"of", "and", "und", "vom", "zum", "zur", "et", "du", "des", "y", "de", "del", "e", "di", "della", "dei", "delle"}
)
"""No section has a name that begins so."""


_NEVER_LAST = frozenset({
    "the", "an", "of", "and", "der", "die", "das", "des", "dem", "den", "und", "im", "vom", "zum", "zur", "le",
    "les", "du", "et", "une", "aux", "il", "gli", "del", "della", "dei", "delle", "nel", "nella", "una", "el",
    "los", "las", "os", "dos", "um", "uma", "het", "een", "van", "v", "v.", "vs.",
})  # fmt: skip
"""Articles and conjunctions; most prepositions, and *is*, may end a title: ``What Lamps Are For``."""


def is_parallel(title: str, text: str) -> bool:
    """Whether a text under a title is in another language than the title."""
    languages = language_of(title), language_of(text)
    return all(languages) and languages[0] != languages[1]


def first_title(text: str) -> str:
    """The title without the same in another language behind a bar or a stroke."""
    for between in _BETWEEN.finditer(text):
        if is_parallel(text[: between.start()], text[between.end() :]):
            return text[: between.start()]
    return text
