"""Characters of which a PDF tells only the number of their glyph: ``7KH ODPSV`` for ``The lamps``.

A font that is embedded without its table of characters leaves the numbers of the glyphs, and PDFium gives them as if
they were characters. TrueType fonts of the common systems number their glyphs in one order, that of the first Macintosh
fonts (Apple, TrueType Reference Manual, table ``post``) without its second space: 3 is the space, 36 the A.
"""

import re
from collections.abc import Sequence

ORDER = dict(enumerate(map(chr, range(0x20, 0x7F)), start=3)) | dict(
    enumerate(
        "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ",
        start=98,
    )
)
"""Number of a glyph -> its character."""
_OF_SYMBOL = {13: "∗", 14: "+", 16: "−", 32: "="}
"""Of the font Symbol the signs that texts need, in the same order: stars of authors' notes, dashes, sums."""
_OTHER_SIGNS = re.compile(r"symbol|dingbat|wingding|math|greek", re.IGNORECASE)
"""Fonts whose glyphs are not letters."""
FEWEST_LETTERS = 12
"""Letters that show by their vowels whether they are words."""
VOWELS = (0.25, 0.55)
"""Share of vowels among the letters of a text in Latin script."""
READ = 0.9
"""Share of the numbers that are those of characters."""


def characters(font: str, numbers: Sequence[int]) -> dict[int, str]:
    """The characters of glyphs, by their numbers; empty where these make no text.

    Args:
        font: its name.
        numbers: of all glyphs of the font on a page that the PDF does not tell, in their order.
    """
    if _OTHER_SIGNS.search(font):
        return _OF_SYMBOL if "symbol" in font.lower() else {}
    read = [ORDER[number] for number in numbers if number in ORDER]
    letters = [character for character in read if character.isalpha()]
    vowels = sum(letter in "aeiouyAEIOUYäöüéèàáíóú" for letter in letters)
    words = len(letters) >= max(FEWEST_LETTERS, len(read) / 2) and VOWELS[0] <= vowels / len(letters) <= VOWELS[1]
    other = not _has_words([chr(number) for number in numbers])  # else the numbers are those of the characters
    return ORDER if words and other and _has_words(read) and len(read) >= READ * len(numbers) else {}


def _has_words(read: Sequence[str]) -> bool:
    """Whether small letters are more than capitals, as in any text; the numbers themselves read as capitals."""
    small = sum(character.islower() for character in read)
    return small > sum(character.isupper() for character in read)
