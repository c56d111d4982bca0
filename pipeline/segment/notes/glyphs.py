"""What a reader makes of a raised digit: prices for taking the glyphs it printed for the number that the notes demand.

The table is a prior, gathered from readings of raised digits by Tesseract in real scans and in typeset specimens; what
was counted in dumps stands beside it. A price is a negative log probability, so prices of glyphs add up and compare
with the other evidence of the alignment.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache

from pipeline.raised_notation import number_of, without_brackets

_SAME = 0.0
_USUAL = 0.7
_KNOWN = 1.3
_ANY_SIGN = 1.8
_FOREIGN = 3.2
MISSING = 2.0
"""Price of a digit for which nothing is printed."""
STROKE = 0.7
"""The same of a letter of a Roman number: its thin strokes run together."""
SPARE = 1.6
"""Price of a glyph that stands for no digit."""
WORST = 6.0
"""Most that glyphs can cost: raised ink that was read as nonsense is still raised ink."""

_STANDS_FOR: dict[str, tuple[str, str]] = {
    # glyph: (digits it usually stands for, digits it is known to stand for)
    "‘": ("1", "467"), "’": ("1347", "2589"), "'": ("1", "457"), "i": ("1", ""), "l": ("1", "7"), "I": ("1", ""),
    "!": ("1", "247"), "]": ("1", ""), "|": ("1", ""), "r": ("1", ""), "t": ("1", "7"), "f": ("1", "7"),
    "”": ("2579", "13468"), '"': ("59", "1267"), "“": ("4", "569"), "z": ("2", "7"), "Z": ("2", "7"),
    "}": ("23", ""), "J": ("23", ""), "{": ("1", "3"), "s": ("58", ""), "S": ("58", ""), "b": ("6", ""),
    "®": ("68", "0"), "©": ("68", "0"), "°": ("069", "358"), "?": ("2", "379"), "*": ("348", "12579"), "~": ("", "27"),
    "^": ("4", "1"), "§": ("58", "3"), "†": ("1", "47"), "‡": ("", "1348"), "o": ("07", "6"), "e": ("4", "26"),
    "O": ("0", ""), "B": ("8", "3"), "g": ("9", ""), "q": ("9", ""), "A": ("4", ""), "L": ("1", ""),
    "T": ("1", "7"), "/": ("7", "1"), "\\": ("1", ""),
    "<": ("4", ""), ">": ("5", "237"), "+": ("4", ""), "%": ("8", "03569"), "¢": ("6", ""),
    "0": ("", "689"), "1": ("", "47"), "2": ("", "37"), "3": ("", "258"), "4": ("", "1"), "5": ("", "368"),
    "6": ("", "058"), "7": ("", "12"), "8": ("", "0356"), "9": ("", "03"),
}  # fmt: skip


class _Place(IntEnum):
    """Of a digit in its number.

    A reader makes other things of the first digit, which follows a stop or a quotation mark, than of those behind it:
    of 82 first threes it read 69 as ``*``, of 54 last ones 23; of 119 first twos 69 as ``”``, of 43 last ones 10.
    """

    ALONE = 0
    FIRST = 1
    FURTHER = 2

    @classmethod
    def of(cls, index: int, label: str) -> "_Place":
        """That of ``label[index]``."""
        if len(label) == 1:
            return cls.ALONE
        return cls.FURTHER if index else cls.FIRST


_DIGITS = (
    (0, 46, 37, 44, 37, 31, 28, 28, 28, 29),  # alone
    (0, 204, 119, 82, 49, 47, 16, 11, 10, 8),  # first
    (71, 74, 43, 54, 51, 51, 58, 52, 56, 43),  # further
)
"""How many raised 0, 1, 2 ... 9 Tesseract read in 30 dumps, of 13 journals and of printings of the specimens, by their
place in the number."""
_READ_AS: dict[str, tuple[tuple[int, ...], ...]] = {
    # glyph: how many of those 0, 1, 2 ... 9 it was printed for, alone, first and further on
    "*": (
        (0, 4, 4, 16, 11, 0, 0, 0, 18, 0),
        (0, 0, 12, 69, 41, 21, 2, 0, 9, 1),
        (0, 0, 8, 23, 25, 13, 4, 0, 40, 0),
    ),
    "”": (
        (0, 0, 15, 0, 0, 10, 2, 3, 0, 8),
        (0, 2, 69, 3, 2, 1, 0, 4, 0, 6),
        (22, 0, 10, 0, 0, 3, 0, 17, 0, 8),
    ),
    "’": (
        (0, 11, 3, 22, 14, 12, 0, 22, 4, 13),
        (0, 11, 2, 2, 1, 1, 0, 7, 0, 0),
        (4, 1, 0, 6, 0, 3, 1, 30, 0, 6),
    ),
    "'": (
        (0, 25, 0, 0, 6, 0, 0, 0, 0, 0),
        (0, 123, 0, 0, 0, 0, 0, 0, 0, 0),
        (0, 16, 0, 0, 6, 0, 0, 0, 0, 0),
    ),
    "°": (
        (0, 0, 0, 0, 0, 4, 18, 0, 2, 1),
        (0, 0, 0, 1, 0, 11, 8, 0, 0, 1),
        (32, 0, 0, 1, 0, 13, 31, 0, 1, 3),
    ),
    "!": (
        (0, 4, 0, 0, 2, 0, 0, 0, 0, 0),
        (0, 42, 0, 0, 0, 0, 0, 0, 0, 0),
        (0, 53, 0, 0, 6, 0, 0, 0, 0, 0),
    ),
    "?": (
        (0, 0, 11, 0, 0, 0, 0, 0, 0, 5),
        (0, 0, 21, 2, 1, 0, 0, 0, 0, 0),
        (4, 0, 18, 11, 0, 2, 0, 2, 0, 24),
    ),
    "®": (
        (0, 0, 0, 2, 0, 0, 5, 0, 1, 0),
        (0, 0, 0, 0, 0, 1, 6, 0, 1, 0),
        (5, 0, 0, 1, 0, 0, 13, 0, 6, 0),
    ),
    ">": (
        (0, 0, 1, 1, 0, 2, 0, 0, 0, 0),
        (0, 0, 0, 3, 0, 4, 0, 0, 0, 0),
        (0, 0, 0, 1, 0, 9, 0, 0, 0, 0),
    ),
}  # fmt: skip
"""The signs that were counted often enough; of the others only the classes above are known."""
_CLASSES = 100
"""Readings of a digit that the classes weigh as much as: other types and readers differ from those counted."""
_ANYWHERE = 20
"""Readings of a digit in one place that those in all places weigh as much as.

The log loss of a glyph, given the digit, over each journal (and each specimen) after counting all others: 1.70 (1.91)
nats by the digit alone, 1.33 (1.59) by its place too.
"""

_SEVERAL_DIGITS = {"™": "’*", "H": "ll", "n": "ll", "u": "ll", "U": "ll", "m": "lll"}
"""Signs that a reader makes of several raised digits, and the glyphs that look most like them: T and M, strokes.

Four dumps have ``(n)`` and ``(u)`` for 11, ``(uo)`` for 110, ``(n3)`` for 113, ``(m)`` for 111.
"""

LOOKS: dict[str, str] = {
    # reference mark or letter: glyphs that readers give for it
    "*": "'’‘\"”“°+x®©",
    "†": "tf+1|T’'i7}{¢!",
    "‡": "tf+|{}3¥¢!",
    "§": "S$5s8&",
    "‖": "|I1l!",
    "¶": "fq9g4F{",
    "#": "4",
    "a": '•*"”°',
    "b": "h",
    "c": "'’‘",
    "d": "tJ",
    "e": "'’‘<",
    "f": "t",
    "g": "Kks",
    "i": ";'’!|1l",
}
"""Those of letters are of raised ones in italics, in three books of one series; a thin i is a stroke, as a 1 is."""
_SIGNS = '*°®©§‡†~^”“"'
_QUOTES = _SIGNS + "'’‘"
"""What a reader makes of any raised letter, which is no taller than a quotation mark."""


class Hand:
    """What the reader of one document makes of its raised digits: one type and one reader err alike throughout.

    The prices are those of the table until links tell more; the table keeps a part of the weight, for no reader makes
    always the same of a digit.
    """

    def __init__(self, readings: Iterable[tuple[str, str, float]] = (), *, of_calls: bool = True) -> None:
        """Nothing is known of a document until readings are given.

        Args:
            readings: what was printed, the label it stands for, and how certain that is.
            of_calls: whether calls in the text are asked for, of which the places were counted, or labels.
        """
        self._of_calls = of_calls
        self._times: defaultdict[tuple[str, str, _Place], float] = defaultdict(float)
        self._digits: defaultdict[tuple[str, _Place], float] = defaultdict(float)
        for printed, label, certainty in readings:
            signs = _signs(printed, label)
            if len(signs) == len(label) and label.isdecimal():
                for index, (glyph, sign) in enumerate(zip(signs, label, strict=True)):
                    place = _Place.of(index, label)
                    self._times[glyph, sign, place] += certainty
                    self._digits[sign, place] += certainty

    def price(self, glyph: str, sign: str, place: _Place) -> float:
        """Price of a glyph that stands for a sign in its place."""
        price = _price(glyph, sign, place if self._of_calls else None)
        if glyph in _QUOTES and not self._of_calls:
            price = min(price, _ANY_SIGN)  # before the first word of a note any digit may be taken for an opening quote
        if glyph.isdecimal() and glyph != sign:
            price = max(price, OTHER_DIGIT)
        seen = self._digits.get((sign, place), 0.0)
        if glyph == sign or not seen:
            return price
        weight = TRUST * seen / (seen + PRIOR)
        return -math.log((1 - weight) * math.exp(-price) + weight * self._times.get((glyph, sign, place), 0.0) / seen)


TRUST = 0.5
"""Most that the readings of the document weigh beside the table, however many they are."""
PRIOR = 3.0
"""Readings of a digit from which they weigh half of that."""
OTHER_DIGIT = 2.5
"""Price of a digit in the text that stands for another: of 324 raised digits in dumps of three journals two were so."""
OTHER_LETTER = 5.5
"""Price of a letter or a digit that stands for another letter: less than that of a lost call, for the ink is there."""
PLAIN = Hand()
"""Of the calls of a document of which nothing is known."""
LABELS = Hand(of_calls=False)
"""Of its labels: they stand at the start of a line, behind no stop, and were not counted by their place."""


@lru_cache(maxsize=100_000)
def glyph_price(printed: str, label: str, hand: Hand | None = None) -> float:
    """Price of taking what was printed for a note's label; 0.0 for the label itself, at most ``WORST``.

    A weighted edit distance: ``glyph_price("'°", "10")`` is low, ``glyph_price("**", "7")`` is high.

    Args:
        printed: what the reader made of it.
        label: the number, or the reference mark.
        hand: of the document, where this was read in its text; nothing where raised ink was looked at by itself.
    """
    inner = without_brackets(printed)
    if printed[:1] in {"[", "("} and inner.isdecimal() and inner != label:
        return WORST  # what stands in brackets on the line is read as it is printed
    printed = _signs(printed, label)
    missing = STROKE if label.isalpha() and len(label) > 1 else MISSING
    row = [index * missing for index in range(len(label) + 1)]
    for position, glyph in enumerate(printed, 1):
        new = [position * SPARE]
        for index, sign in enumerate(label, 1):
            price = hand.price(glyph, sign, _Place.of(index - 1, label)) if hand else _price(glyph, sign)
            new.append(min(row[index - 1] + price, row[index] + SPARE, new[index - 1] + missing))
        row = new
    if len(label) == 1 and label.isalpha() and printed.isalnum() and printed not in {label, *LOOKS.get(label, "")}:
        return OTHER_LETTER
    return min(row[-1], WORST)


def _signs(printed: str, label: str) -> str:
    """What was printed, a sign for each digit where a number was meant."""
    signs = number_of(printed) or without_brackets(printed).replace(" ", "")
    return "".join(_SEVERAL_DIGITS.get(sign, sign) for sign in signs) if label.isdecimal() else signs


def is_number(printed: str) -> bool:
    """Whether what was printed can be read as a number."""
    return (number_of(printed) or without_brackets(printed)).isdecimal()


def _price(glyph: str, sign: str, place: _Place | None = None) -> float:
    if glyph == sign:
        return _SAME
    if not sign.isdecimal():
        if sign.isalpha() and place is not None:
            return _FOREIGN  # a call of which no ink was seen is the letter itself
        odd = _ANY_SIGN if sign.isalpha() and glyph in _QUOTES else _FOREIGN
        return _KNOWN if glyph in LOOKS.get(sign, "") else odd
    price = _class(glyph, sign)
    if glyph not in _READ_AS:
        return price
    digit = int(sign)
    read, of = [places[digit] for places in _READ_AS[glyph]], [places[digit] for places in _DIGITS]
    anywhere = (sum(read) + _CLASSES * math.exp(-price)) / (sum(of) + _CLASSES)
    if place is None:
        return -math.log(anywhere)
    return -math.log((read[place] + _ANYWHERE * anywhere) / (of[place] + _ANYWHERE))


def _class(glyph: str, digit: str) -> float:
    usual, known = _STANDS_FOR.get(glyph, ("", ""))
    if digit in usual:
        return _USUAL
    if digit in known:
        return _KNOWN
    return _ANY_SIGN if glyph in _SIGNS else _FOREIGN
