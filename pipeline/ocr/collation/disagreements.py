"""Where two readers differ: whom to believe, one rule for each way in which they differ.

The rules know how each reader errs. Tesseract turns en dashes into hyphens, loses the tails of semicolons and all
diacritics that are rare in its language, and makes quotes of specks. The second reader loses quotes, spaces and the
tails of commas, and writes straight quotes. Where it reports *more* ink of one sign than the first, that ink is there.
For letters, a word that a word list or the page knows beats one that nobody knows; where neither is known, the surer
reader. What no rule decides stays as the first reader has it.

Counts in the rules are from ten printings of seven articles, 63 pages; see ``docs/decisions.md``.
"""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from pipeline.ocr.collation.word_shapes import ADDRESS, LINE_QUOTES, MIXED, PART, QUOTES
from pipeline.pinyin import is_pinyin
from pipeline.vocabulary import Vocabulary

HYPHENS = frozenset("-~_")
DASHES = frozenset("–—")
OPENING = frozenset("“‘")
STOPS = frozenset(".,;:")
WITH_TAIL = {":": ";", ".": ","}
STROKES = frozenset("1lI|i!")
BRACES = frozenset("{}|")
BRACKETS = frozenset("[]()")
MARKS_OF_SENTENCES = frozenset("?!")
ONE_SHAPE = frozenset("ckopsuvwxz")
"""Letters whose capitals are the small ones, larger."""
NOTE_SIGNS = frozenset("*†‡§¶")
KEPT = QUOTES | STOPS | DASHES | NOTE_SIGNS | frozenset(" -!?()[]{}&%£$€/+=<>@#…")
"""Signs that texts have; the others come from dirt, if the second reader does not see them."""
LETTER_OF_QUOTATION = re.compile(r"\[[^\W\d]$")
MOST_ADDED = 2
APPARATUS = frozenset({"cf", "cit", "et", "ibid", "id", "idem", "infra", "loc", "op", "passim", "seq", "supra", "viz"})
"""Words that notes have at every turn, and word lists of the common language hardly."""
APPARATUS_FREQUENCY = 5.0
COMMON = 3.0
"""Zipf frequency from which a word is no misread Chinese one: ``Gian`` has 2.6, ``gin`` 3.7."""
_CHINESE = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


class Difference(NamedTuple):
    """One stretch that two readers read differently, and what stands around it."""

    first: str
    second: str
    first_sure: float
    """The least confidence of the first reader in its characters there, or beside the gap where it has none."""
    second_sure: float
    before: str
    """The first reader's text before it, to the start of the run of words."""
    after: str
    first_word: str
    """The word or words around it as the first reader has them."""
    second_word: str
    """The same with all differences in letters as the second reader has them."""
    by_mark: bool
    """Whether raised ink follows, which Tesseract may have read as a part of the quote or stop before it."""
    inked: bool
    """Whether there is ink as large as a quote where the first reader has one."""
    vocabulary: Vocabulary

    @property
    def at_word_start(self) -> bool:
        return not self.before or self.before[-1] == " "

    @property
    def at_word_end(self) -> bool:
        return not self.after or self.after[0] == " "


Verdict = bool | None
"""True: the second reader is right. False: the first is. None: the rule has nothing to say."""
Rule = Callable[[Difference], Verdict]


def second_is_right(difference: Difference) -> bool:
    """Whether to take what the second reader has.

    No words are added: what the second reader has beyond a letter or two is what it sees of the words beside.
    """
    if _letters(difference.second) > _letters(difference.first) + MOST_ADDED:
        return False
    verdicts = (rule(difference) for rule in RULES)
    return next((verdict for verdict in verdicts if verdict is not None), False)


def _letters(text: str) -> int:
    return sum(char.isalnum() for char in text)


# --- Signs ------------------------------------------------------------------------------------------------------------


def _dash(difference: Difference) -> Verdict:
    """A hyphen that the second reader sees as a dash: right in 52 of 52. The other way round, never."""
    first, second = difference.first, difference.second
    if second in DASHES and first and set(first) <= HYPHENS:
        return difference.second_sure >= 0.45
    if second in DASHES and " " in first and HYPHENS & set(first) and set(first) <= HYPHENS | STOPS | {" "}:
        return difference.second_sure >= 0.8  # heavy- -it, agent. -a: the two ends of a dash that is thin in the middle
    if second in DASHES and first == " ":  # 15 22 for 15–22
        return difference.before[-1:].isdecimal() and difference.after[:1].isdecimal() and difference.second_sure >= 0.8
    if first == "—" and second == "–" and difference.before[-1:].isdecimal() and difference.after[:1].isdecimal():
        return difference.second_sure >= 0.6  # between numbers no press sets the longer one
    if set(first) & DASHES and set(second) <= HYPHENS | DASHES:
        return False
    if not second and set(first) <= HYPHENS:  # the hyphen of ``claim—-had``
        spare = bool({difference.before[-1:], difference.after[:1]} & DASHES)
        return spare if spare or "-" in first else None
    return None


def _tail(difference: Difference) -> Verdict:
    """A colon that the second reader sees as a semicolon, a stop as a comma: right in 26 of 29.

    Who reports no tail has lost it: a comma that it sees as a stop was one in 18 of 22.
    """
    first, second = difference.first, difference.second
    if first in STOPS and second in STOPS and first and second:
        return WITH_TAIL.get(first) == second and difference.second_sure >= 0.85
    return None


def _stop(difference: Difference) -> Verdict:
    """A stop that only one has: the first reader's stays; the second's is taken where it is sure and stands alone."""
    first, second = difference.first, difference.second
    if second in STOPS and not first and second:
        beside = {difference.before[-1:], difference.after[:1]} & STOPS
        ends_word = difference.at_word_end or difference.after[0] in QUOTES
        return ends_word and (not beside or difference.before[-1:] == ".") and difference.second_sure >= 0.98
    if first and not second and set(first) <= STOPS:
        twin = difference.before[-1:] in STOPS or difference.after[:1] in STOPS  # 44,,op.
        return twin and difference.second_sure >= 0.98
    return None


def _quote(difference: Difference) -> Verdict:
    """A quote that only one has.

    Tesseract makes quotes of specks, so that the ink has to be as large as one; the second reader loses opening quotes
    and one of two, but adds none at a word's end that is not there.
    """
    first, second = difference.first, difference.second
    if difference.by_mark:
        return False if set(first + second) <= QUOTES | STOPS else None
    if first and not second and set(first) <= QUOTES:
        nested = {difference.before[-1:], difference.after[:1]} & QUOTES
        return not difference.inked and not nested and difference.second_sure >= 0.8
    if second and not first and set(second) <= QUOTES:
        before_stop = difference.after[:1] in STOPS and difference.after[1:2] in ("", " ") and bool(difference.after)
        ends_word = bool(difference.before) and (difference.at_word_end or before_stop)
        return difference.second_sure >= (0.7 if ends_word else 0.97)
    if first and second and set(first) <= QUOTES and not any(char.isalnum() for char in second):
        return False
    return None


def _line_quote(difference: Difference) -> Verdict:
    """A low or angular quote that the second reader has not, or has for commas: it stays while its ink is there.

    The second reader knows none of them. On nine German pages 25 of 26 that it did not see were printed.
    """
    first, second = difference.first, difference.second
    if first and set(first) <= LINE_QUOTES and not any(char.isalnum() for char in second):
        return not difference.inked and difference.second_sure >= 0.9
    return None


def _stray_sign(difference: Difference) -> Verdict:
    """A sign that no text has there, and for which the second reader has another or none: dirt. Right in 27 of 29.

    What may be a misread call stays while its ink is there, unless it is a part of one that was read; quotes, stops and
    note signs have rules of their own.
    """
    first = difference.first
    if not first or any(char.isalnum() or char in KEPT for char in first):
        return None
    if difference.second:
        return difference.second_sure >= 0.9 or None
    return (difference.by_mark or not difference.inked) and difference.second_sure >= 0.9


def _bracket(difference: Difference) -> Verdict:
    """A brace or a bar that the second reader sees as a bracket: prose has brackets only.

    A round one that it sees as a square one: right in 7 of 7, and in none the other way round. And the one that closes
    ``[T]he``, the letter that a quotation begins with otherwise than its source: Tesseract loses it between letters.
    """
    first, second = difference.first, difference.second
    if second == "]" and first in ("", " ") and difference.after[:1].isalpha():
        return difference.second_sure >= 0.5 if LETTER_OF_QUOTATION.search(difference.before) else None
    if len(first) == 1 and first in BRACES and second in BRACKETS and second:
        return difference.second_sure >= 0.8
    if (first, second) in (("(", "["), (")", "]")):
        return difference.second_sure >= 0.85
    return None


def _sign_in_word(difference: Difference) -> Verdict:
    """A question or exclamation mark between two letters, where the second reader has another sign or none."""
    first = difference.first
    inside = difference.before.rstrip("".join(QUOTES))[-1:].isalpha() and difference.after[:1].isalpha()
    signs = bool(first) and set(first) <= MARKS_OF_SENTENCES | QUOTES and bool(set(first) & MARKS_OF_SENTENCES)
    if not (inside and signs) or any(char.isalnum() for char in difference.second):
        return None
    return difference.second_sure >= 0.7


def _slash(difference: Difference) -> Verdict:
    """An italic I is a stroke, and read as one; of a printed slash the second reader makes a slash."""
    if difference.first == "/" and difference.second == "I":
        left, right = difference.before.rpartition(" ")[2], difference.after.partition(" ")[0]
        return difference.second_sure >= 0.5 and min(_letters(left), _letters(right)) <= 1
    return None


def _space(difference: Difference) -> Verdict:
    """The second reader's spaces count where both sides are words or numbers; a lost one only within an address."""
    first, second = difference.first, difference.second
    if first == " " and not second:
        around = difference.before.rpartition(" ")[2] + difference.after.partition(" ")[0]
        return bool(ADDRESS.search(around))
    if " " in first and " " not in second:  # a word that the second reader does not see
        left = difference.before.rpartition(" ")[2]
        stutters = len(left) == 1 and left.isalpha() and first == f" {left}" and difference.after[:1].isalpha()
        return stutters and difference.second_sure >= 0.98  # i in
    if second == " " and not first:
        left, right = difference.before.rpartition(" ")[2], difference.after.partition(" ")[0]
        if left[-1:] in STOPS:
            return difference.second_sure >= 0.6
        apart = min(difference.vocabulary.frequency(left), difference.vocabulary.frequency(right))
        return difference.second_sure >= 0.9 and apart >= 5.0 and difference.vocabulary.frequency(left + right) < 4.0
    return None


def _note_sign(difference: Difference) -> Verdict:
    """Signs alone: of a note's label, a letter, a brace or a plus read for a dagger; a row of stars, read as a word."""
    row = difference.at_word_start and difference.at_word_end and len(difference.second) > 1
    if row and set(difference.second) <= NOTE_SIGNS:
        return difference.second_sure >= 0.75 and difference.first_sure < 0.5
    alone = difference.at_word_start and difference.at_word_end and len(difference.first) == 1
    if not alone or difference.first in NOTE_SIGNS:
        return False if difference.first and set(difference.first) <= NOTE_SIGNS else None
    return (difference.second in NOTE_SIGNS and difference.second_sure >= 0.5) or None


# --- Letters ----------------------------------------------------------------------------------------------------------


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
    """The word that is known, then the surer reader."""
    known, other = _frequencies(difference)
    if other >= 2.0 and other - known >= 1.0:
        return difference.second_sure >= 0.5
    if known >= 2.0 and known - other >= 1.0:
        return False
    if not difference.first:  # a letter, but no word
        return len(difference.second) == 1 and difference.second_sure >= 0.98 and difference.first_sure < 0.95
    if known >= 2.0:  # both are words
        return difference.second_sure >= 0.98 and difference.first_sure < 0.97
    return difference.second_sure >= 0.9 and difference.second_sure >= difference.first_sure - 0.05


RULES: tuple[Rule, ...] = (
    _dash,
    _tail,
    _stop,
    _quote,
    _line_quote,
    _bracket,
    _slash,
    _stray_sign,
    _sign_in_word,
    _space,
    _note_sign,
    _case,
    _figure,
    _script,
    _diacritic,
    _numeral,
    _pinyin,
    _doubled,
    _inserted_digit,
    _strokes,
    _word,
)


def _frequencies(difference: Difference) -> tuple[float, float]:
    """How well known the word is as the first reader has it, and as the second has it."""
    return _frequency(difference, difference.first_word), _frequency(difference, difference.second_word)


def _frequency(difference: Difference, text: str) -> float:
    """Of the rarest part of a word; no word has digits in it.

    What the second reader has here and the first has elsewhere on the page is as good as known; unless it is unsure,
    and the first has a word here that is there elsewhere too (an ``op.`` for ``pp.``). What the first reader has
    elsewhere too is not: it errs in the same way twice (``Liithi`` for Lüthi, six times in one article).
    """
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
    return min(values, default=0.0)


def _plain(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


def _marks(text: str) -> int:
    return len(unicodedata.normalize("NFD", text)) - len(_plain(text))


def _is_european(char: str) -> bool:
    return unicodedata.name(char, "").startswith(("LATIN", "GREEK", "CYRILLIC", "FEMININE", "MASCULINE", "MODIFIER"))
