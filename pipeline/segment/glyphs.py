"""What a reader makes of a raised digit: prices for taking the glyphs it printed for the number that the notes demand.

The table is a prior, gathered from readings of raised digits by Tesseract in real scans and in typeset specimens; what
was counted in dumps stands beside it. A price is a negative log probability, so prices of glyphs add up and compare
with the other evidence of the alignment.
"""

import math
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from pipeline.raised_notation import number_of

_SAME = 0.0
_USUAL = 0.7
_KNOWN = 1.3
_ANY_SIGN = 1.8
_FOREIGN = 3.2
MISSING = 2.0
"""Price of a digit for which nothing is printed."""
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
    "O": ("0", ""), "B": ("8", "3"), "g": ("9", ""), "q": ("9", ""), "A": ("4", ""), "/": ("7", "1"), "\\": ("1", ""),
    "<": ("4", ""), ">": ("5", "237"), "+": ("4", ""), "%": ("8", "0569"),
    "0": ("", "689"), "1": ("", "47"), "2": ("", "37"), "3": ("", "258"), "4": ("", "1"), "5": ("", "368"),
    "6": ("", "058"), "7": ("", "12"), "8": ("", "0356"), "9": ("", "03"),
}  # fmt: skip

_DIGITS = (69, 307, 188, 182, 136, 121, 100, 90, 91, 77)
"""How many raised 0, 1, 2 ... 9 Tesseract read in 29 dumps: of 13 journals and of printings of the specimens."""
_READ_AS: dict[str, tuple[int, ...]] = {
    # glyph: how many of those 0, 1, 2 ... 9 it was printed for
    "*": (0, 0, 20, 107, 78, 32, 6, 0, 65, 1), "”": (21, 3, 89, 5, 2, 14, 3, 24, 0, 20),
    "’": (3, 24, 6, 28, 16, 15, 1, 57, 4, 19), "'": (0, 154, 0, 0, 10, 0, 0, 0, 0, 0),
    "°": (32, 0, 0, 3, 0, 25, 56, 1, 3, 5), "!": (0, 97, 0, 0, 8, 0, 0, 0, 0, 0),
    "?": (4, 0, 48, 14, 1, 1, 0, 2, 0, 28), "®": (5, 0, 0, 3, 0, 1, 22, 0, 7, 0),
}  # fmt: skip
"""The signs that were counted often enough; of the others only the classes above are known."""
_CLASSES = 100
"""Readings of a digit that the classes weigh as much as: other types and readers differ from those counted."""

_TWO_DIGITS = {"™": "’*"}
"""Signs that a reader makes of two raised digits, and the glyphs that look most like the two: T and M."""

SYMBOL_LOOKS: dict[str, str] = {
    # reference mark: glyphs that readers give for it
    "*": "'’‘\"”“°+x®©",
    "†": "tf+1|T’'i7}{¢!",
    "‡": "tf+|{}3¥¢!",
    "§": "S$5s8&",
    "‖": "|I1l!",
    "¶": "fq9g4F{",
    "#": "4",
}


class Hand:
    """What the reader of one document makes of its raised digits: one type and one reader err alike throughout.

    The prices are those of the table until links tell more; the table keeps a part of the weight, for no reader makes
    always the same of a digit.
    """

    def __init__(self, readings: Iterable[tuple[str, str, float]] = ()) -> None:
        """Args: readings: what was printed, the label it stands for, and how certain that is."""
        self._times: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._digits: defaultdict[str, float] = defaultdict(float)
        for printed, label, certainty in readings:
            signs = _signs(printed)
            if len(signs) == len(label) and label.isdecimal():
                for glyph, sign in zip(signs, label, strict=True):
                    self._times[glyph, sign] += certainty
                    self._digits[sign] += certainty

    def price(self, glyph: str, sign: str) -> float:
        """Price of a glyph that stands for a sign."""
        price = _price(glyph, sign)
        if glyph.isdecimal() and glyph != sign:
            price = max(price, OTHER_DIGIT)
        if glyph == sign or sign not in self._digits:
            return price
        seen = self._digits[sign]
        weight = TRUST * seen / (seen + PRIOR)
        return -math.log((1 - weight) * math.exp(-price) + weight * self._times.get((glyph, sign), 0.0) / seen)


TRUST = 0.5
"""Most that the readings of the document weigh beside the table, however many they are."""
PRIOR = 3.0
"""Readings of a digit from which they weigh half of that."""
OTHER_DIGIT = 2.5
"""Price of a digit in the text that stands for another: of 324 raised digits in dumps of three journals two were so."""
PLAIN = Hand()
"""Of a document of which nothing is known."""


@lru_cache(maxsize=100_000)
def glyph_price(printed: str, label: str, hand: Hand | None = None) -> float:
    """Price of taking what was printed for a note's label; 0.0 for the label itself, at most ``WORST``.

    A weighted edit distance: ``glyph_price("'°", "10")`` is low, ``glyph_price("**", "7")`` is high.

    Args:
        printed: what the reader made of it.
        label: the number, or the reference mark.
        hand: of the document, where this was read in its text; nothing where raised ink was looked at by itself.
    """
    if printed[:1] in {"[", "("} and printed.strip("[]() ").isdecimal() and printed.strip("[]() ") != label:
        return WORST  # what stands in brackets on the line is read as it is printed
    printed = _signs(printed)
    price = hand.price if hand else _price
    row = [index * MISSING for index in range(len(label) + 1)]
    for position, glyph in enumerate(printed, 1):
        new = [position * SPARE]
        for index, sign in enumerate(label, 1):
            new.append(min(row[index - 1] + price(glyph, sign), row[index] + SPARE, new[index - 1] + MISSING))
        row = new
    return min(row[-1], WORST)


def _signs(printed: str) -> str:
    signs = number_of(printed) or printed.strip("[]() ").replace(" ", "")
    return "".join(_TWO_DIGITS.get(sign, sign) for sign in signs)


def is_number(printed: str) -> bool:
    """Whether what was printed can be read as a number."""
    return (number_of(printed) or printed.strip("[]() ")).isdecimal()


def _price(glyph: str, sign: str) -> float:
    if glyph == sign:
        return _SAME
    if not sign.isdecimal():
        return _KNOWN if glyph in SYMBOL_LOOKS.get(sign, "") else _FOREIGN
    price = _class(glyph, sign)
    if glyph not in _READ_AS:
        return price
    digit = int(sign)
    return -math.log((_READ_AS[glyph][digit] + _CLASSES * math.exp(-price)) / (_DIGITS[digit] + _CLASSES))


def _class(glyph: str, digit: str) -> float:
    usual, known = _STANDS_FOR.get(glyph, ("", ""))
    if digit in usual:
        return _USUAL
    if digit in known:
        return _KNOWN
    return _ANY_SIGN if glyph in '*°®©§‡†~^”“"' else _FOREIGN
