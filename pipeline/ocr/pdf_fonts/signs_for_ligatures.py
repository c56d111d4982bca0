"""Signs that a font has in the place of its ligatures: ``di!erent``, ``quanti"er``, ``o¤er``, ``!e claim``.

A font that was cut down to the glyphs it needs may count its ligatures from ``!`` on, or have them where older fonts
had other signs, and the PDF says that they are these. Between letters no such sign is printed. Or it has nothing but
ligatures, counts them by letters (``llm``, ``remects``), and the PDF does not say what they are. Which ligature it is,
the words say, for all of a font on a page.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.ocr.pdf_fonts.glyphs import Frequency, Glyph, begins_word

LIGATURES = ("ff", "fi", "fl", "ffi", "ffl", "ft", "tt", "fj")
INITIAL = "Th"
"""The ligature with which words begin."""
PRINTED = frozenset("’'‘‚“”„«»‹›-‐‑‒–—―/.,;:·&@=+_()[]{}<>*\\|~^%°†‡§¶")
"""What may stand between letters or before them: apostrophes, quotation marks, hyphens, addresses, formulas, notes."""
OF_ADDRESSES = frozenset("?#")
"""What may stand between letters in addresses, of which every other article has some."""
ADDRESS = re.compile(r"//|\bwww\.|\.\w+/")
QUERY = re.compile(r"[\w.-]*=")
"""What follows on the sign, where an address is broken at the end of a line: ``table?lang=en``."""
MOST = 0.6
"""Of the different words with the sign: those that the ligature makes words of some language."""
COMMON = 1e-5
"""Frequency of a word that tells the ligature with which it begins: of ``∼p`` none is made."""
SHORTEST = 4
"""Letters of a word that tells a ligature within it."""


class _Place(NamedTuple):
    """A sign before a letter: its place among the glyphs, and the letters before and behind it."""

    place: int
    before: str
    after: str
    untold: str = ""
    """The sign, if the PDF does not say what it is: it is none that may be printed, but may be the letter it seems."""


def with_ligatures_for_signs(glyphs: Sequence[Glyph], frequency: Frequency) -> list[Glyph]:
    """The glyphs of a page, in the order of the file, with the ligatures for which signs stand.

    Args:
        glyphs: of a page.
        frequency: of a word in small letters, in the language that has it most often; 0.0 if none has it.
    """
    told = list(glyphs)
    signs: defaultdict[tuple[str, str], list[_Place]] = defaultdict(list)
    for place in _places(glyphs):
        signs[glyphs[place.place].font, glyphs[place.place].text].append(place)
    for places in signs.values():
        within = [each for each in places if each.before or each.untold]
        for own in (within, [each for each in places if each not in within]):
            ligature = _ligature(own, frequency)
            for place in own if ligature else ():
                told[place.place] = told[place.place]._replace(text=ligature)
    return told


def _ligature(places: Sequence[_Place], frequency: Frequency) -> str:
    """The ligature that makes words of the letters around a sign; empty if none does."""
    words = {
        each._replace(place=0)
        for each in places
        if each.untold or each.before or not _may_be_mark(each.after, frequency)
    }
    counts = Counter(_best(word, frequency) for word in words)
    found, count = max(((each, count) for each, count in counts.items() if each), default=("", 0), key=lambda of: of[1])
    return found if count >= MOST * len(words) else ""


def _may_be_mark(after: str, frequency: Frequency) -> bool:
    """Whether a sign may stand before a whole word, as quotation marks do: ``"at``."""
    return len(after) > 1 and frequency(after.lower()) > 0.0


def _best(sign: _Place, frequency: Frequency) -> str:
    """The ligature that makes the commonest word; empty where none does, or where the letter itself makes one."""
    before, after, untold = sign.before, sign.after, sign.untold
    words = {
        each: f"{before}{each}{after}" for each in (*LIGATURES, INITIAL) if untold or bool(before) != (each == INITIAL)
    }
    known = {each: frequency(word.lower()) for each, word in words.items() if not before or len(word) >= SHORTEST}
    if untold.isalpha():  # ``New``, and not ``flew``
        known[untold] = frequency(f"{before}{untold}{after}".lower())
    best = max(known, key=lambda each: known[each], default="")
    return best if best and known[best] > (0.0 if before else COMMON) else ""


def _places(glyphs: Sequence[Glyph]) -> Iterator[_Place]:
    """Signs with a small letter behind them, and before them a letter or the beginning of the word."""
    for index in range(len(glyphs) - 1):
        sign = glyphs[index].text
        if (
            len(sign) != 1
            or (sign.isalnum() and not glyphs[index].untold)
            or sign.isspace()
            or sign in PRINTED
            or not glyphs[index + 1].text.islower()
        ):
            continue
        after = "".join(_letters(glyphs, range(index + 1, len(glyphs))))
        before = "".join(_letters(glyphs, range(index - 1, -1, -1)))[::-1]
        begins = not before and (index == 0 or begins_word(glyphs[index - 1], glyphs[index]))
        if after and (before or begins) and not (sign in OF_ADDRESSES and _is_in_address(glyphs, index)):
            yield _Place(index, before, after, untold=sign if glyphs[index].untold else "")


def _is_in_address(glyphs: Sequence[Glyph], index: int) -> bool:
    """Whether the beginning of an address, in one run with it, stands before a glyph, or a query follows."""
    start, end = index, index + 1
    while start and not begins_word(glyphs[start - 1], glyphs[start]):
        start -= 1
    while end < len(glyphs) and not begins_word(glyphs[end - 1], glyphs[end]):
        end += 1
    before, behind = ("".join(glyph.text for glyph in run) for run in (glyphs[start:index], glyphs[index + 1 : end]))
    return bool(ADDRESS.search(before) or QUERY.match(behind))


def _letters(glyphs: Sequence[Glyph], places: range) -> Iterator[str]:
    """The letters at these places, as far as they stand in one word with the glyph before the first."""
    last = places.start - places.step
    for place in places:
        earlier, later = sorted((last, place))
        if not glyphs[place].text.isalpha() or begins_word(glyphs[earlier], glyphs[later]):
            return
        yield glyphs[place].text[:: places.step]
        last = place
