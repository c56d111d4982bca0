"""Series: how notes and the items of lists are counted, by numbers, letters, small Roman numerals or reference marks.

What follows the labels (their chain, what lacks among them, the calls) asks for the place of a sign in its series only.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.letters import CAPITALS
from pipeline.roman_numerals import as_roman, exact_value

SYMBOLS = ("*", "†", "‡", "§", "‖", "¶", "#", "**", "††", "‡‡", "§§", "***")
"""The order of reference marks (Chicago Manual of Style, 14.25; Hart's Rules, 14.4): * † ‡ § ‖ ¶."""
_IN_ORDER = SYMBOLS[:6]
"""The marks that presses set in this order; those behind them are doubled or rare."""


@dataclass(frozen=True, slots=True)
class Series:
    """Signs in their order."""

    sign_of: Callable[[int], str]
    """Place, from 1 -> the sign; empty behind the last one."""
    value_of: Callable[[str], int]
    """Sign -> its place; 0 for what is no sign of the series."""
    signs: str
    """Pattern of a sign."""

    @property
    def on_line(self) -> re.Pattern[str]:
        """A label that is not raised, at the start of a row; ``sign`` and ``stop`` are groups of it."""
        return re.compile(rf"^[\[(]?(?P<sign>{self.signs})[\])]?(?P<stop>[.):,]?)\s*(?=[{CAPITALS}‘“«\[–—])")


def _letter_of(value: int) -> str:
    """``a`` for 1, ``z`` for 26, then ``aa``, ``bb``."""
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)


def _place_of(letter: str) -> int:
    if len(set(letter)) != 1 or not "a" <= letter[0] <= "z":
        return 0
    return ord(letter[0]) - ord("a") + 1 + 26 * (len(letter) - 1)


NUMBERS = Series(str, lambda sign: int(sign) if sign.isdecimal() else 0, r"\d{1,3}")
LETTERS = Series(_letter_of, _place_of, "[a-z]")
ROMANS = Series(as_roman, exact_value, "[ivxl]{1,7}")
MARKS = Series(
    lambda value: _IN_ORDER[value - 1] if value <= len(_IN_ORDER) else "",
    lambda sign: _IN_ORDER.index(sign) + 1 if sign in _IN_ORDER else 0,
    "[" + "".join(_IN_ORDER) + "]",
)
