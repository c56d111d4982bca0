"""Letters of a font that comes without a table of characters, read by the wrong one: ``vˆllig`` for völlig.

Of a TrueType font that says nothing of its codes PDFium takes those beyond ASCII for the Macintosh's (PDF 32000-1,
9.6.6.4). Programs under Windows left the table out, too, and their codes are others: every umlaut, accent, quotation
mark and dash of the text is another sign then. Which it is, the words say, for all of a font on a page.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from itertools import pairwise

from pipeline.ocr.pdf_fonts.glyphs import Frequency, Glyph, begins_word

FEWEST = 4
"""Letters of the words of a font that the codes of Windows make, at least."""
MOST = 0.3
"""Share of these among the words with a sign amid small letters: of German compounds most are in no list, and of words
with a dagger or a dot behind them those codes make none."""


def _codes() -> Iterator[tuple[str, str]]:
    """The characters that have one code: of the Macintosh, and of Windows, which leaves five codes free."""
    for code in range(0x80, 0x100):
        with suppress(UnicodeDecodeError):
            yield bytes([code]).decode("mac_roman"), bytes([code]).decode("cp1252")


_WINDOWS = dict(_codes())
_SHARP_S = ("f", "l")
"""What PDFium makes of the code of the ß, a ligature on the Macintosh: two letters, one upon the other."""


def with_windows_codes(glyphs: Sequence[Glyph], frequency: Frequency) -> list[Glyph]:
    """The glyphs of a page, in the order of the file, with the characters that the codes of Windows give.

    Args:
        glyphs: of a page.
        frequency: of a word in small letters, in the language that has it most often; 0.0 if none has it.
    """
    words = list(_words(glyphs))
    doubted: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        if any(_is_strange(glyph, before) for before, glyph in pairwise(word)):
            doubted[word[0].font].add(_bare(_by_windows(word)))
    fonts = {font for font, own in doubted.items() if _are_words(own, frequency)}
    return [glyph for word in words for glyph in (_by_windows(word) if word[0].font in fonts else word)]


def _is_strange(glyph: Glyph, before: Glyph) -> bool:
    """Whether a sign behind a letter, or a capital behind a small one, would be a small letter by the other codes."""
    amid = before.text.islower() if glyph.text.isupper() else before.text.isalpha()
    return amid and not glyph.text.islower() and _WINDOWS.get(glyph.text, "").islower()


def _are_words(doubted: Collection[str], frequency: Frequency) -> bool:
    """Whether enough of what the codes of Windows make is known."""
    known = [word for word in doubted if word.isalpha() and frequency(word) > 0.0]
    return sum(map(len, known)) >= FEWEST and len(known) >= MOST * len(doubted)


def _bare(word: Sequence[Glyph]) -> str:
    """The text of a word in small letters, without the punctuation around it."""
    return _AROUND.sub("", "".join(glyph.text for glyph in word).lower())


_AROUND = re.compile(r"^[\W\d_]+|[\W\d_]+$")


def _by_windows(word: Sequence[Glyph]) -> list[Glyph]:
    told: list[Glyph] = []
    for glyph in word:
        before = told[-1] if told else glyph
        if (before.text, glyph.text) == _SHARP_S and (before.left, before.pen) == (glyph.left, glyph.pen):
            told[-1] = before._replace(text="ß")
        else:
            told.append(glyph._replace(text=_WINDOWS.get(glyph.text, glyph.text)))
    return told


def _words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Runs of glyphs of one font without white between them."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and (begins_word(word[-1], glyph) or glyph.font != word[-1].font):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word
