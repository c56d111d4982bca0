"""How plain text writes raised numbers: ``¹²``, ``^12``, ``^{12}``, ``$^{12}$``, ``<sup>12</sup>``, ``[^12]``.

Text that went through a program which knows raised type says so, each in the notation of its own; what it says is as
good as raised ink.
"""

import re

PATTERN = r"""(?:
      [⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}                                # Unicode: FineReader, pdf2txt, careful typists
    | \$\s?(?:\{\s?\})?\^\s?(?:\{\s?\d{1,3}\s?\}|\d{1,3})\s?\$   # TeX mathematics: readers of formulas
    | \^\{\d{1,3}\} | \^\(\d{1,3}\) | \^\d{1,3}        # TeX, pandoc, typists
    | <sup>\s?[\[(]?\d{1,3}[\])]?\s?</sup>             # HTML
    | \[\^\d{1,3}\]                                    # Markdown
)"""
"""For ``re.VERBOSE``; without groups of its own."""

_WHOLE = re.compile(PATTERN, re.VERBOSE)
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
"""The raised digits of Unicode, in order."""
SUPERSCRIPT_SIGNS = frozenset(SUPERSCRIPTS)
_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")


def without_brackets(printed: str) -> str:
    """What is printed for a call or a label, without the brackets and spaces around it: ``[12]``, ``12)`` -> ``12``."""
    return printed.strip("[]() ")


def first_figures(before: str, number: str, seen: int) -> int:
    """How many characters of the text before a call are the first figures of its number.

    Args:
        before: the text up to what is known to be raised; behind figures of its own nothing tells whose the last are.
        number: of the note.
        seen: how many figures of it, the last ones, are known to be raised.
    """
    lacking = len(number) - seen
    known = number.isdecimal() and 0 < lacking < len(number) and before.endswith(number[:lacking])
    return lacking if known and not _FIGURE_AT_END.search(before[:-lacking]) else 0


_FIGURE_AT_END = re.compile(r"\d[.,]?$")


def parted_figures(text: str, start: int, end: int, number: str) -> tuple[int, int]:
    """Where the figures of a note's number stand of which a stretch is some, white between them; else the stretch.

    OCR layers part raised figures: ``tutions.1 4 1 This``. Of ``"' 44`` the single mark is a figure, too, for presses
    set it before the double one. A number of one figure is not parted.

    >>> parted_figures("tutions.1 4 1 This", 10, 11, "141")
    (8, 13)
    """
    if not number.isdecimal() or len(number) < 2:
        return start, end
    inner = r"\s?".join(number)
    marked = r"\s?".join(number[1:])
    near = max(0, start - NEAR)
    printed = rf"(?<!\d)(?<!\d[.,]){inner}(?!\d)|(?<=[\"”])['’]\s?{marked}(?!\d)"
    for match in re.finditer(printed, text[near : end + NEAR]):
        if near + match.start() <= start and end <= near + match.end():
            return near + match.start(), near + match.end()
    return start, end


NEAR = 8
"""Characters around a figure among which the others of its number stand."""


def number_of(text: str) -> str | None:
    """The digits that a notation raises; None where a text is no such notation.

    >>> number_of("^{12}"), number_of("¹²"), number_of("12")
    ('12', '12', None)
    """
    if not _WHOLE.fullmatch(text.strip()):
        return None
    return "".join(character for character in text.translate(_DIGITS) if character.isdecimal())
