"""Accents that stand over a letter as characters of their own: ``Tu¨bingen``, ``JAGER`` and somewhere else ``¨``.

TeX with its first fonts has no accented letters: it draws an accent over a letter, or a cedilla under it, and the text
layer has both, one before or behind the other, or the accent of a capital in a row of its own. Where the accent stands
tells its letter.
"""

import unicodedata
from bisect import bisect_left, bisect_right

from pipeline.ocr.pdf_fonts.glyphs import Glyph

ABOVE = {
    "`": "\u0300", "´": "\u0301", "ˆ": "\u0302", "˜": "\u0303", "¯": "\u0304", "˘": "\u0306", "˙": "\u0307",
    "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c",
}  # fmt: skip
"""Accents with the width of a letter -> those that combine with the letter before them."""
BELOW = {"¸": "\u0327", "˛": "\u0328"}
DOTLESS = {"ı": "i", "ȷ": "j"}
"""What an accent takes the place of the dot of."""
BROADEST = 1.2
"""Of the type size: the width of a letter."""
APART, TOUCHING = 0.35, 0.2
"""Of the type size: white between a letter and its accent, and by how much they may meet."""


def with_accents(glyphs: list[Glyph]) -> list[Glyph]:
    """The characters, accents and the letters that they stand over made one; an accent over none is left."""
    accents = [place for place, glyph in enumerate(glyphs) if glyph.text in ABOVE or glyph.text in BELOW]
    if not accents:
        return glyphs
    letters = sorted((glyph.left, place) for place, glyph in enumerate(glyphs) if glyph.text.isalpha())
    made = dict(enumerate(glyphs))
    for place in accents:
        accent = glyphs[place]
        middle = (accent.left + accent.right) / 2
        first = bisect_left(letters, (middle - BROADEST * accent.size, 0))
        for _, at in letters[first : bisect_right(letters, (middle, len(glyphs)))]:
            if at in made and (letter := _accented(made[at], accent, middle)) is not None:
                # The space before a letter is before its accent where that is set first.
                before = accent.after_space and place < at
                made[at] = letter._replace(after_space=letter.after_space or before)
                del made[place]
                break
    return list(made.values())


def _accented(letter: Glyph, accent: Glyph, middle: float) -> Glyph | None:
    """The letter with the accent, where it stands over or under it and there is such a letter."""
    if not letter.left <= middle <= letter.right:
        return None
    over = accent.text in ABOVE
    white = letter.top - accent.bottom if over else accent.top - letter.baseline
    if not -TOUCHING * letter.size <= white <= APART * letter.size:
        return None
    mark = ABOVE[accent.text] if over else BELOW[accent.text]
    text = unicodedata.normalize("NFC", DOTLESS.get(letter.text, letter.text) + mark)
    if len(text) > 1:
        return None
    top, bottom = min(letter.top, accent.top), max(letter.bottom, accent.bottom)
    return letter._replace(text=text, top=top, bottom=bottom)
