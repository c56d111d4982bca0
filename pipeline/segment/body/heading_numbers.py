"""The numbers of headings: how each is numbered, and its place in the sequence."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from pipeline.roman_numerals import mended, value_of
from pipeline.segment.series import LETTERS

_SCHEMES = (
    ("decimal", re.compile(r"^((?:\d{1,2}|[A-H])(?:\.\d{1,2})+)[.)]?\s")),
    ("arabic", re.compile(r"^(\d{1,2})[.)]?\s")),
    ("roman", re.compile(r"^([IVXL]{1,6})[.)]?\s")),
    ("misread", re.compile(r"^([IVXivxl|]{2,6})\.\s+[A-Z]")),
    ("letter", re.compile(r"^([A-H])[.)]\s")),
    ("small letter", re.compile(r"^\(?([a-h])[.)]\s")),
    ("double letter", re.compile(r"^([a-h])\1\)\s")),
    ("small roman", re.compile(r"^\(?([ivx]{1,5})[.)]\s")),
)
"""I. A. 1. a. is the order of American law reviews; others begin elsewhere, so what stands under what decides.

A.1 parts an appendix A as 1.1 parts a section 1. ``ll.`` is how readers of scans misread ``II.``.
"""


class HeadingNumber(NamedTuple):
    """The number that a heading begins with."""

    scheme: str = ""
    """``decimal 1`` for 1.2; empty for a heading without a number."""
    under: str = ""
    """The number that a decimal one parts: 1 of 1.2."""
    value: int = 0
    """Its place: 2 for B, II or 1.2."""


def numbers_of(texts: Iterable[str]) -> list[HeadingNumber]:
    """The numbers of headings, given in their order.

    I, C, D, V and L are letters after the letter before them, and Roman numbers otherwise; ``ii.`` behind ``i.`` is the
    small number that it looks like.
    """
    found: list[HeadingNumber] = []
    last_letter, last_small = "", 0
    for text in texts:
        name, number = next(
            ((name, match[1]) for name, form in _SCHEMES if (match := form.match(f"{text} "))), ("", "")
        )
        if name == "roman" and len(number) == 1 and last_letter and ord(number) == ord(last_letter) + 1:
            name = "letter"
        if name == "misread" and last_small and value_of(number) == last_small + 1:
            name = "small roman"
        if name == "misread":
            name, number = ("roman", numeral) if (numeral := mended(number)) else ("", "")
        if name == "letter":
            last_letter = number
        elif name == "roman":
            last_letter = ""
        found.append(_number(name, number))
        last_small = found[-1].value if name == "small roman" else last_small
    return found


def _number(name: str, number: str) -> HeadingNumber:
    if name == "decimal":
        under, _, last = number.rpartition(".")
        return HeadingNumber(f"decimal {number.count('.')}", under, int(last))
    if name == "arabic":
        return HeadingNumber(name, "", int(number))
    if name.endswith("roman"):
        return HeadingNumber(name, "", value_of(number.lower()))
    return HeadingNumber(name, "", LETTERS.value_of(number.lower())) if name else HeadingNumber()
