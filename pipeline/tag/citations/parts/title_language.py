"""The language of a title in Latin letters: Chinese in pinyin, transliterated Russian, German and Romance languages."""

import re
from collections.abc import Callable

from pipeline.pinyin import is_pinyin
from pipeline.tag.people.name_order import IDEOGRAPHS
from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.tokens import commonness

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*[’']?")
_RUSSIAN = re.compile(
    r"(?:ii|yi|iia|aia|oe|ogo|ykh|skii|skaia|ov|nykh|ost’?|stvo|stva|iiu|zh\w*|shch\w*|ennyi|nye|niia|nie|nii|tsii|tsiia|"
    r"\w*’)$|^(?:i|v|na|iz|pri|po|k|o|ob|za|s|dlia|god[ay]?|let|istoriia|arkhiv|khleb)$"
)
_GERMAN = word_set("der die das und im zur zum von vor für des den dem ein eine über aus nach als gericht")
_FRENCH = word_set("le la les du des et en au aux dans sur pour une par entre sous l’histoire histoire de")
# Words of one letter are left out: `i` is Russian and Italian, `y` and `e` are initials.
_ITALIAN = word_set(
    "il lo la le gli del dello della dei degli delle nel nella dal dalla sul sulla di da ed un una uno per con che fra"
    " tra storia"
)
_SPANISH = word_set("el la los las del al de en un una por para con sobre entre su historia siglo")
_FUNCTION_WORDS = {"de": _GERMAN, "fr": _FRENCH, "it": _ITALIAN, "es": _SPANISH}
"""Of languages that have as many of the words the first counts."""
_SIGN = rf"\u2e80-\u2fdf{IDEOGRAPHS}"
ORIGINAL_SCRIPT = re.compile(
    rf"\s?[“‘《「]?[{_SIGN}](?:[{_SIGN}\u3000-\u303f\uff00-\uffef\s·•—–“”‘’-]*[{_SIGN}\u3000-\u303f\uff00-\uffef”’])?"
)
"""A name or title in Chinese, Japanese or Korean signs, with the marks and spaces in it."""
_SHARE = 0.6
"""Share of the words that must look like the language."""


def language_of(title: str) -> str:
    """The BCP 47 tag, or nothing where the title is English or cannot be told.

    Example: ``Haigang huiyi jilu`` -> ``zh-Latn-pinyin``; ``Bumaga i khleb`` -> ``ru-Latn``.
    """
    words = _WORD.findall(title)
    if len(words) < 2:
        return ""
    lower = [word.lower() for word in words]
    if _share(lower, _is_chinese) >= 0.85 and _share(lower, _is_rare) >= 0.5:
        return "zh-Latn-pinyin"
    counts = {tag: sum(word in table for word in lower) for tag, table in _FUNCTION_WORDS.items()}
    tag = max(counts, key=lambda each: counts[each])
    if counts[tag] and _share(lower, _is_known_english) < 0.5:
        return tag
    rare = [word for word in lower if _is_rare(word) or len(word) == 1]
    if len(rare) >= _SHARE * len(lower) and _share(lower, lambda word: bool(_RUSSIAN.search(word))) >= 0.34:
        return "ru-Latn"
    return ""


def _share(words: list[str], test: Callable[[str], bool]) -> float:
    return sum(test(word) for word in words) / len(words)


def _is_chinese(word: str) -> bool:
    return is_pinyin(word.strip("’'"))


def _is_rare(word: str) -> bool:
    return commonness(word) < 3.3


def _is_known_english(word: str) -> bool:
    return commonness(word) >= 4.5 and word not in _GERMAN | _FRENCH | _ITALIAN | _SPANISH
