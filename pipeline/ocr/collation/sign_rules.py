"""Signs on which two readers differ: whom to believe, one rule for each kind of sign.

Tesseract turns en dashes into hyphens, loses the tails of semicolons and makes quotes of specks. The second reader
loses quotes, spaces and the tails of commas, and writes straight quotes. Where it reports *more* ink of one sign than
the first, that ink is there. Counts in the rules are from ten printings of seven articles, 63 pages.
"""

import re

from pipeline.ocr.collation.difference import NOTE_SIGNS, STOPS, Difference, Rule, Verdict, letters
from pipeline.ocr.collation.word_shapes import ADDRESS, DASHES, LINE_QUOTES, PART, QUOTES

HYPHENS = frozenset("-~_")
WITH_TAIL = {":": ";", ".": ","}
BRACES = frozenset("{}|")
BRACKETS = frozenset("[]()")
MARKS_OF_SENTENCES = frozenset("?!")
KEPT = QUOTES | STOPS | DASHES | NOTE_SIGNS | frozenset(" -!?()[]{}&%£$€/+=<>@#…")
"""Signs that texts have; the others come from dirt, if the second reader does not see them."""
LETTER_OF_QUOTATION = re.compile(r"\[[^\W\d]$")


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

    Tesseract makes quotes of specks, so that the ink has to be as large as one, unless it is an apostrophe without
    which there is no word (``aff’d``); the second reader loses opening quotes and one of two, but adds none at a word's
    end that is not there.
    """
    first, second = difference.first, difference.second
    if difference.by_mark:
        return False if set(first + second) <= QUOTES | STOPS else None
    if first and not second and set(first) <= QUOTES:
        nested = {difference.before[-1:], difference.after[:1]} & QUOTES
        return not (difference.inked or nested or _is_contraction(difference)) and difference.second_sure >= 0.8
    if second and not first and set(second) <= QUOTES:
        before_stop = difference.after[:1] in STOPS and difference.after[1:2] in ("", " ") and bool(difference.after)
        ends_word = bool(difference.before) and (difference.at_word_end or before_stop)
        return difference.second_sure >= (0.7 if ends_word else 0.97)
    if first and second and set(first) <= QUOTES and not any(char.isalnum() for char in second):
        return False
    return None


def _is_contraction(difference: Difference) -> bool:
    """Whether a quote stands between letters that make no word without it."""
    inside = difference.before[-1:].isalpha() and difference.after[:1].isalpha()
    word = "".join(PART.findall(difference.second_word))
    return inside and difference.vocabulary.is_unknown(word)


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
    if first == "]" and second in ("", "I") and difference.before[-1:] == "I" and "[" not in difference.before:
        return difference.second_sure >= 0.9  # the stroke of an I in ``Part I]``
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
    """An italic I or l is a stroke, and read as one; of a printed slash the second reader makes a slash."""
    if difference.first != "/" or difference.second not in {"I", "l"}:
        return None
    left, right = difference.before.rpartition(" ")[2], difference.after.partition(" ")[0]
    if difference.second == "l" and min(letters(left), letters(right)) > 1:
        return difference.second_sure >= 0.95  # Mu/drow
    return difference.second_sure >= 0.5 and min(letters(left), letters(right)) <= 1


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


SIGN_RULES: tuple[Rule, ...] = (
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
)
