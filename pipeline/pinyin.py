"""Pinyin, the romanisation of Chinese: which words it can have written.

Chinese has some four hundred syllables, and pinyin spells each in one way (ISO 7098:2015, annex A), without tones in
scholarly notes. No word list holds the words, but what is not made of these syllables is misread: ``gian``, ``Siging``.
"""

import re

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ü üe v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ü üe v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
"""Initial -> finals. ``lv`` and ``nv`` stand for ``lü`` and ``nü`` where a typewriter had no umlaut."""
# The longest first: `xian` is one syllable more often than two, and whether a word can be divided is the same.
_SYLLABLES = sorted((initial + final for initial, some in _FINALS.items() for final in some.split()), key=len)[::-1]
_SYLLABLE = rf"(?:{'|'.join(_SYLLABLES)})"
MOST = 8
"""Syllables of one word: ``Gongchanzhuyiqingniantuan`` has seven."""
_WORD = re.compile(rf"{_SYLLABLE}(?:['’]?{_SYLLABLE}){{0,{MOST - 1}}}", re.IGNORECASE)
_ONE_OR_TWO = re.compile(rf"{_SYLLABLE}(?:['’]?{_SYLLABLE})?", re.IGNORECASE)


def is_pinyin(word: str) -> bool:
    """Whether a word can be divided into syllables of pinyin; many short words of other languages can, too.

    ``is_pinyin("dang’anguan")`` -> True, ``is_pinyin("Siging")`` -> False.
    """
    return bool(_WORD.fullmatch(word))


def is_given_name(word: str) -> bool:
    """Whether a word is one or two such syllables, as Chinese given names are: ``Shaoqi``, ``Biao``."""
    return bool(_ONE_OR_TWO.fullmatch(word))
