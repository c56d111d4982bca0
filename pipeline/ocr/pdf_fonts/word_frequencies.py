"""How common the words of a page are, by which the letters of damaged fonts are told."""

from collections.abc import Sequence
from functools import cache

from pipeline.ocr.pdf_fonts.glyphs import Frequency, Glyph
from pipeline.packed_lists import LONG, SHORT, word_frequency
from pipeline.vocabulary import language_of

LANGUAGES = ("en", "de", "fr", "it", "es", "nl", "pt", "pl")


def frequency_on(glyphs: Sequence[Glyph]) -> Frequency:
    """The frequency of a word in the language that has it most often; 0.0 where none of these has it.

    The long list is asked for the page's own language, and the short ones for the others: to open the long ones of all
    takes time, and an address in a note (``cfm?abstract``) may have a sign amid its letters.

    Source: Robyn Speer, wordfreq; https://github.com/rspeer/wordfreq.

    Args:
        glyphs: of the page, in the order of the file.
    """

    @cache
    def lists() -> dict[str, str]:
        spaced = (f" {each.text}" if each.after_space or each.after_gap else each.text for each in glyphs)
        own = language_of("".join(spaced))
        return {language: SHORT if own and language != own else LONG for language in LANGUAGES}

    return lambda word: max(word_frequency(word, language, size) for language, size in lists().items())
