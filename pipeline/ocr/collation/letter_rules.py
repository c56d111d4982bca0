"""Letters and digits on which two readers differ: whom to believe, one rule for each way in which they differ.

A word that a word list or the page knows beats one that nobody knows; where neither is known, the surer reader.
Tesseract loses all diacritics that are rare in its language. Counts in the rules are from ten printings of seven
articles, 63 pages.
"""

import re
import unicodedata

from pipeline.ocr.collation.difference import Difference, Rule, Verdict
from pipeline.ocr.collation.word_shapes import MIXED, ORDINAL, PART
from pipeline.pinyin import is_pinyin

STROKES = frozenset("1lI|i!")
ONE_SHAPE = frozenset("ckopsuvwxz")
"""Letters whose capitals are the small ones, larger."""
APPARATUS = frozenset({"cf", "cit", "et", "ibid", "id", "idem", "infra", "loc", "op", "passim", "seq", "supra", "viz"})
"""Words that notes have at every turn, and word lists of the common language hardly."""
APPARATUS_FREQUENCY = 5.0
COMMON = 3.0
"""Zipf frequency from which a word is no misread Chinese one: ``Gian`` has 2.6, ``gin`` 3.7."""
UNSURE = 0.9
"""Of Tesseract's character beside one that it lost, or which it misread in a number."""
_AROUND_WORD = ".,;:!?()[]‘’“”"
_NUMBER = re.compile(r"\d{1,3}\.")
_CHINESE = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


def _case(difference: Difference) -> Verdict:
    """Small capitals: which of them are capitals, neither reader knows.

    A letter of one shape in both sizes is told by its height alone, which the second reader sees: where it was sure it
    was right in 8 of 8, where less sure wrong in 20 of 21.
    """
    first, second = difference.first, difference.second
    if first.casefold() != second.casefold():
        return None
    return len(first) == 1 and first.casefold() in ONE_SHAPE and difference.second_sure >= 0.93


def _figure(difference: Difference) -> Verdict:
    """A letter alone that the second reader is sure is a number: ``(S December`` for a day of the month."""
    first, second = difference.first, difference.second
    alone = sum(char.isalnum() for char in difference.first_word) == 1 and first.isalpha()
    if not alone or not second.lstrip("([").isdecimal():
        return None
    return difference.second_sure >= 0.98


def _number(difference: Difference) -> Verdict:
    """A number with its stop that the second reader is sure of: the label of a note, read ``ne`` or ``1`` for 7, 11."""
    if not _NUMBER.fullmatch(difference.second_word) or difference.first_sure >= UNSURE:
        return None
    return difference.second_sure >= 0.98 or None


def _script(difference: Difference) -> Verdict:
    """Letters of another script are read by the second reader alone; unsure, it makes them of dirt."""
    foreign = [char for char in difference.second if char.isalpha() and not _is_european(char)]
    if not foreign:
        return None
    return difference.second_sure >= 0.9 and difference.first_sure < 0.95


def _diacritic(difference: Difference) -> Verdict:
    """The same letters with diacritics: taken where sure, unless the plain word is common (specks over letters)."""
    first, second = difference.first, difference.second
    if not second or _plain(first) != _plain(second):
        return None
    known, other = _frequencies(difference)
    if _marks(second) > _marks(first):
        is_speck = (known >= 4.5 and known - other >= 2.5) or (known >= 3.5 and other == 0.0)
        return difference.second_sure >= (0.8 if other >= known + 1.0 else 0.95) and not is_speck
    return difference.second_sure >= 0.8 and other >= known + 1.0


def _numeral(difference: Difference) -> Verdict:
    """``I.`` that the second reader has as ``III.``: it merges strokes that are alike, and never adds one."""
    first, second = difference.first_word.rstrip(".,:"), difference.second_word.rstrip(".,:")
    if set(first) != {"I"} or set(second) != {"I"} or not len(first) < len(second) <= len("III"):
        return None
    return difference.second_sure >= 0.9


def _pinyin(difference: Difference) -> Verdict:
    """Chinese in pinyin, of which no list has the words: ``gian`` is none, ``qian`` is; ``Gonggqing``, ``Gongqing``.

    Of 69 such differences on 18 scanned pages of Chinese titles the second reader was right in all. A common word
    stays, whatever the other has; and English words that happen to be made of such syllables (`nineteen`) are none the
    worse for it where the reader is not sure.
    """
    first, second = _is_pinyin(difference.first_word), _is_pinyin(difference.second_word)
    known = max((difference.vocabulary.frequency(part) for part in PART.findall(difference.first_word)), default=0.0)
    if first or not second or known >= COMMON:
        return None
    return difference.second_sure >= 0.9 or None


def _is_pinyin(text: str) -> bool:
    words = _CHINESE.findall(text)
    return bool(words) and all(is_pinyin(word) for word in words)


def _doubled(difference: Difference) -> Verdict:
    """One letter of two that are alike: the second reader tells letters apart only by what is between them."""
    lost = difference.first
    if difference.second or not lost.isalpha():
        return None
    return False if lost in {difference.before[-len(lost) :], difference.after[: len(lost)]} else None


def _small_capital(difference: Difference) -> Verdict:
    """Letters of small capitals: Tesseract reads the small letters that they resemble, the second reader sees them.

    On 32 pages of a law review 111 of 741 words in small capitals get other letters than Tesseract's, all of them right
    by their context; on 48 pages of 26 articles without such notes no word was changed.
    """
    first, second = difference.first, difference.second
    if not difference.small_capitals or not (first + second).isalpha():
        return None
    seen = second.casefold()
    stutters = seen[:1] == difference.before[-1:].casefold() or seen[-1:] == difference.after[:1].casefold()
    if len(second) > len(first) and stutters:
        return False  # one letter, seen once as a capital and once as a small one: DUAane
    return difference.second_sure >= (0.3 if _marks(second) <= _marks(first) else 0.95)


def _inserted_digit(difference: Difference) -> Verdict:
    """A digit that only the second reader has is a note call, unless digits stand on both sides."""
    if difference.first or not difference.second.isdecimal():
        return None
    inside = difference.before[-1:].isdecimal() and difference.after[:1].isdecimal()
    return inside and difference.second_sure >= 0.99


def _strokes(difference: Difference) -> Verdict:
    """1, l, I and | differ by less than print shows: only a sure reader counts, or the word itself."""
    both = difference.first + difference.second
    if not difference.first or not set(both) <= STROKES:
        return None
    known, other = _frequencies(difference)
    if known >= 2.0 and known - other >= 2.0:
        return False
    return difference.second_sure >= 0.95 or (other >= 2.0 and other >= known + 2.0)


def _word(difference: Difference) -> Verdict:
    """The word that is known, then the surer reader; what only the first has, and is sure of, was printed.

    So were all of ten figures (``85-6``, ``1000``, ``46;``) that the second reader did not see, and four letters of
    words (``promoting`` in a French note); in formulas and numbers Tesseract reads one twice (``gq``, ``XXv-1``).
    """
    known, other = _frequencies(difference)
    if other >= 2.0 and other - known >= 1.0:
        return difference.second_sure >= 0.5
    if known >= 2.0 and known - other >= 1.0:
        return False
    in_word = difference.first_word.strip(_AROUND_WORD).isalpha()
    if not difference.second and (difference.first.isdecimal() or in_word) and difference.first_sure >= UNSURE:
        return False
    if not difference.first:  # a letter, but no word
        return len(difference.second) == 1 and difference.second_sure >= 0.98 and difference.first_sure < 0.95
    if known >= 2.0:  # both are words
        return difference.second_sure >= 0.98 and difference.first_sure < 0.97
    return difference.second_sure >= 0.9 and difference.second_sure >= difference.first_sure - 0.05


def _frequencies(difference: Difference) -> tuple[float, float]:
    """How well known the word is as the first reader has it, and as the second has it."""
    return _frequency(difference, difference.first_word), _frequency(difference, difference.second_word)


def _frequency(difference: Difference, text: str) -> float:
    """Of the rarest part of a word; no word has digits in it, but ordinals are as common as words (``5th``, ``Sth``).

    What the second reader has here and the first has elsewhere on the page is as good as known; unless it is unsure,
    and the first has a word here that is there elsewhere too (an ``op.`` for ``pp.``). What the first reader has
    elsewhere too is not: it errs in the same way twice (``Liithi`` for Lüthi, six times in one article).
    """
    text, ordinals = ORDINAL.subn("", text)
    if MIXED.search(text):
        return 0.0
    vocabulary = difference.vocabulary
    firsts = PART.findall(difference.first_word)
    at_home = all(vocabulary.is_known(part) and vocabulary.count(part) > 1 for part in firsts)
    unsure = at_home and difference.second_sure < 0.95
    values = (
        max(vocabulary.frequency(part), APPARATUS_FREQUENCY if part.casefold() in APPARATUS else 0.0)
        + (2.0 if not unsure and part not in firsts and vocabulary.count(part) else 0.0)
        for part in PART.findall(text)
    )
    return min(values, default=APPARATUS_FREQUENCY if ordinals else 0.0)


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _marks(text: str) -> int:
    return len(unicodedata.normalize("NFD", text)) - len(_plain(text))


def _is_european(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "GREEK", "CYRILLIC", "FEMININE", "MASCULINE", "MODIFIER"))


LETTER_RULES: tuple[Rule, ...] = (
    _case,
    _figure,
    _number,
    _script,
    _diacritic,
    _numeral,
    _pinyin,
    _doubled,
    _small_capital,
    _inserted_digit,
    _strokes,
    _word,
)
