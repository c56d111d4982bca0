r"""Characters of a font that its table has in part: ``7Kis essa\ FUitiFall\ e[aPines``.

Of the others PDFium gives the numbers of their glyphs, as if they were characters. Here the words tell, whatever font
their other letters are of; signs alone, quotation marks and dashes, are told by the order of the glyphs.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from pipeline.ocr.pdf_fonts.glyph_numbers import ORDER
from pipeline.ocr.pdf_fonts.glyphs import LOW_NUMBERS, Frequency, Glyph, begins_word

FEWEST = 3
"""Words that the order of the glyphs makes, at least."""
MOST = 0.5
"""Share of these among the words with such letters; names and foreign words are in no list."""
SIGNS = frozenset("–—“”‘’…•")
"""What a text has of signs beyond those of a typewriter."""


def with_numbered_letters(glyphs: Sequence[Glyph], frequency: Frequency) -> list[Glyph]:
    """The glyphs of a page, in the order of the file, with the characters that the numbers of untold ones stand for.

    Args:
        glyphs: of a page.
        frequency: of a word in small letters, in the language that has it most often; 0.0 if none has it.
    """
    if not any(glyph.untold for glyph in glyphs):
        return list(glyphs)
    words: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for word in _words(glyphs):
        pair = _bare(word), _bare([_by_number(glyph) for glyph in word])
        for glyph in word:
            if glyph.untold:
                words[glyph.font].add(pair)
                numbers[glyph.font].add(_by_number(glyph).text)
    fonts = {font for font, pairs in words.items() if numbers[font] <= SIGNS or _are_words(pairs, frequency)}
    return list(_characters(_by_number(glyph) if glyph.font in fonts else glyph for glyph in glyphs))


def _characters(glyphs: Iterable[Glyph]) -> Iterator[Glyph]:
    """The glyphs without numbers that are no character: as white they part words."""
    after_number = False
    for glyph in glyphs:
        if glyph.text not in LOW_NUMBERS:
            yield glyph._replace(after_space=True) if after_number else glyph
        after_number = glyph.text in LOW_NUMBERS


def _are_words(pairs: set[tuple[str, str]], frequency: Frequency) -> bool:
    """Whether the characters by number make words, and more than the numbers themselves."""
    pairs = {(before, after) for before, after in pairs if before != after}
    known = sum(after.isalpha() and frequency(after) > 0.0 for _, after in pairs)
    as_is = sum(before.isalpha() and frequency(before) > 0.0 for before, _ in pairs)
    return known >= FEWEST and known >= MOST * len(pairs) and known > 2 * as_is


def _by_number(glyph: Glyph) -> Glyph:
    return glyph._replace(text=ORDER.get(ord(glyph.text), glyph.text), untold=False) if _is_number(glyph) else glyph


def _is_number(glyph: Glyph) -> bool:
    return glyph.untold and len(glyph.text) == 1


def _bare(word: Sequence[Glyph]) -> str:
    """The text of a word in small letters, without what the order of the glyphs makes signs around it."""
    return _AROUND.sub("", "".join(glyph.text for glyph in word)).lower()


_AROUND = re.compile(r"^[\d\s.,;:!?()“”‘’\"'–—-]+|[\d\s.,;:!?()“”‘’\"'–—-]+$")


def _words(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Runs of glyphs without white between them."""
    word: list[Glyph] = []
    for glyph in glyphs:
        if word and begins_word(word[-1], glyph):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word
