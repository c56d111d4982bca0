"""The packed lists: what is found in them is what wordfreq has, of whatever kind the word is."""

import pytest
import wordfreq

from pipeline.packed_lists import FEW, LONG, SHORT, word_frequency, zipf_frequency

WORDS = (
    "lampe",  # in the short list too
    "laternenmacher",
    "berlin-brandenburg",  # two words for wordfreq
    "l'horloge",
    "zzyzxq",  # in no list
    "são",  # its letters are the end of longer words
    "1872",
    "",
)


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize("language", ["de", "fr", "pt", "da"])
def test_same_frequency(word: str, language: str) -> None:
    """A word has the frequency that wordfreq gives it, on either scale and in the short list."""
    assert wordfreq.word_frequency(word, language) == word_frequency(word, language)
    assert wordfreq.zipf_frequency(word, language) == zipf_frequency(word, language)
    assert wordfreq.word_frequency(word, language, SHORT) == word_frequency(word, language, SHORT)


def test_same_frequency_when_many_are_asked() -> None:
    """When the list is loaded, since many words are asked for, they have the same frequencies."""
    asked = [zipf_frequency("laternen", "it") for _ in range(2 * FEW[LONG])]
    assert {wordfreq.zipf_frequency("laternen", "it")} == set(asked)
