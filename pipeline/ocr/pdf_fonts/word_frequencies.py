"""How common the words of a page are, by which the letters of damaged fonts are told."""

from collections.abc import Callable, Sequence
from functools import cache

import wordfreq

from pipeline.long_lists import word_frequency
from pipeline.ocr.pdf_fonts.glyphs import Frequency, Glyph
from pipeline.vocabulary import language_of

LANGUAGES = ("en", "de", "fr", "it", "es", "nl", "pt", "pl")


def frequency_on(glyphs: Sequence[Glyph]) -> Frequency:
    """The frequency of a word in the language that has it most often; 0.0 where none of these has it.

    The long list is asked for the page's own language, and the short ones for the others: to open the long ones of all
    takes time, and an address in a note (``cfm?abstract``) has a sign amid its letters in every other article.

    Source: Robyn Speer, wordfreq; https://github.com/rspeer/wordfreq.

    Args:
        glyphs: of the page, in the order of the file.
    """

    @cache
    def lists() -> dict[str, Callable[[str, str], float]]:
        spaced = (f" {each.text}" if each.after_space or each.after_gap else each.text for each in glyphs)
        own = language_of("".join(spaced))
        return {language: _in_short_list if own and language != own else word_frequency for language in LANGUAGES}

    return lambda word: max(look_up(word, language) for language, look_up in lists().items())


def _in_short_list(word: str, language: str) -> float:
    return wordfreq.word_frequency(word, language, "small")
