"""Roman numerals as folios have them, below two hundred."""

from itertools import pairwise

DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WORTH = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def value_of(numeral: str) -> int:
    """The value of small Roman digits, a lesser one before a greater taken from it; 0 where there is another sign.

    >>> value_of("xiv")
    14
    """
    if not set(numeral) <= set(DIGITS):
        return 0
    values = [*(DIGITS[digit] for digit in numeral), 0]
    return sum(-one if one < after else one for one, after in pairwise(values))


def as_roman(value: int) -> str:
    """``xiv`` for 14."""
    text = ""
    for worth, digits in _WORTH:
        text += value // worth * digits
        value %= worth
    return text


def exact_value(numeral: str) -> int:
    """The value of small Roman digits that are written as they should be; else 0: ``viiii`` is none."""
    value = value_of(numeral)
    return value if as_roman(value) == numeral else 0


def mended(numeral: str) -> str:
    """The Roman number in capitals that a reader took for letters; empty where it is none, or right as it stands.

    >>> mended("Xl"), mended("ll"), mended("xl")
    ('XI', 'II', '')
    """
    if numeral in {numeral.lower(), numeral.upper()} and exact_value(numeral.lower()):
        return ""
    read = numeral.replace("l", "I").replace("|", "I").upper()
    return read if exact_value(read.lower()) else ""
