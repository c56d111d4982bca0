"""Single words of the frequency lists, found in the packed list without loading it.

As a dictionary a long list takes 0.1 s (the German one 0.3) and 50 MB, a short one 0.01 s; of 13 documents nine, in
English, asked each long list of another language for at most 17 words. In the packed list a word is found in 1 ms, in a
short one in a quarter of that, with the figure that wordfreq has.
Source: Robyn Speer, wordfreq (https://github.com/rspeer/wordfreq), whose format it is.
"""

import gzip
import math
from functools import cache, cached_property
from pathlib import Path

import msgspec
import wordfreq
from wordfreq.tokens import lossy_tokenize

LONG, SHORT = "large", "small"
FEW = {LONG: 16, SHORT: 64}
"""Words for which a packed list is searched, before it is loaded: a document in its language asks for hundreds."""
NEVER = 1e-9
"""The frequency of what no list has: 0.0 on the Zipf scale."""
_EMPTY = msgspec.msgpack.encode([{}])


class _Packed:
    """One list: bands of words, each a hundredth of a Zipf unit rarer than the one before."""

    def __init__(self, language: str, size: str) -> None:
        path = wordfreq.available_languages(size).get(language)
        packed = gzip.decompress(Path(path).read_bytes()) if path else _EMPTY
        self.packed = packed
        self.left = FEW[size] if path else 0  # some languages have a short list only, which is quickly loaded

    def frequency(self, token: str) -> float:
        """As a share of all words; 0.0 where the list has not got it."""
        packed = msgspec.msgpack.encode(token)
        if packed not in self.packed:
            return 0.0
        for index, band in enumerate(self._bands):
            # The same bytes may be the end of a longer word.
            if packed in band and token in msgspec.msgpack.decode(band, type=list[str]):
                return wordfreq.cB_to_freq(-index)
        return 0.0

    @cached_property
    def _bands(self) -> list[bytes]:
        _head, *bands = msgspec.msgpack.decode(self.packed, type=list[msgspec.Raw])
        return [bytes(band) for band in bands]


_packed = cache(_Packed)


def open_list(language: str, size: str) -> None:
    """Open the list of a language, which is then asked more quickly."""
    _packed(language, size)


def word_frequency(word: str, language: str, size: str = LONG) -> float:
    """Share of all words, as ``wordfreq.word_frequency`` has it from a list of a language; 0.0 for none.

    Args:
        word: as it is printed.
        language: two letters.
        size: of the list, ``LONG`` or ``SHORT``.
    """
    packed = _packed(language, size)
    packed.left -= 1
    if packed.left < 0 or any(sign.isdecimal() for sign in word):
        return wordfreq.word_frequency(word, language, "best" if size == LONG else size)
    found = [packed.frequency(token) for token in lossy_tokenize(word, language)]
    if not found or not all(found):
        return 0.0
    frequency = 1.0 / sum(1.0 / each for each in found)
    return round(frequency, math.floor(-math.log(frequency, 10)) + 3)  # as wordfreq rounds it


def zipf_frequency(word: str, language: str) -> float:
    """The same of the long list, on the Zipf scale, 0.0 (once in a thousand million words, or never) to 8.0."""
    return round(wordfreq.freq_to_zipf(max(word_frequency(word, language), NEVER)), 2)
