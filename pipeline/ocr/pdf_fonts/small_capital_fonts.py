"""Small capitals of a font whose name does not say so, by the height of its letters.

Typesetters' systems name fonts ``AdvOT5ce5d4d1``. In one of small capitals an ``h`` is as tall as an ``o``, and a ``p``
stands on the line: of the 98 articles of some 75 presses that were looked through such fonts have 0.97 to 1.00 of the
height, all others more than 1.2.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import median

from msgspec.structs import replace

from pipeline.ocr.pdf_fonts.glyphs import Glyph

TALL, LOW = frozenset("bdfhkl"), frozenset("acemnorsuvwxz")
"""Small letters that rise above the others, and those others."""
FEWEST_TALL, FEWEST_LOW = 2, 3
"""Different letters of each kind that show it: a font of signs for formulas may have one in two places."""
EVEN = 1.1
"""Times the others' height: the letters that rise above them in an upright or italic font are taller by a third."""


def with_small_capitals(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The characters of a page, those in a font of small capitals styled so.

    Args:
        glyphs: of one page, in any order.
    """
    of_font: defaultdict[str, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.upright and not glyph.style.small_caps:
            of_font[glyph.font].append(glyph)
    small = {font for font, letters in of_font.items() if font and _are_of_one_height(letters)}
    return [
        glyph._replace(style=replace(glyph.style, small_caps=True)) if glyph.font in small else glyph
        for glyph in glyphs
    ]


def _are_of_one_height(letters: Iterable[Glyph]) -> bool:
    """Whether the letters that rise above the others in common type do not rise here."""
    heights: dict[bool, list[float]] = {True: [], False: []}
    seen: dict[bool, set[str]] = {True: set(), False: set()}
    for letter in letters:
        if letter.text in TALL | LOW:
            rises = letter.text in TALL
            heights[rises].append((letter.baseline - letter.top) / letter.size)
            seen[rises].add(letter.text)
    if len(seen[True]) < FEWEST_TALL or len(seen[False]) < FEWEST_LOW:
        return False
    return 0 < median(heights[True]) < EVEN * median(heights[False])
