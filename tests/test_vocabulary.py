"""The languages of a text, told by its own words."""

import pytest

from pipeline.vocabulary import Vocabulary

GERMAN = "der Hafen ist nicht mit dem Lager auf der Insel und die Lampen sind von den Leuten auch im Turm"
LATIN = "quod sed ad lucem ut navis cum enim in portu esse non potest sic autem ergo quia lumen est"
ENGLISH = "the lamp of the harbour and that of the tower was not for the ships which are from the north"


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        pytest.param(GERMAN, ("en", "de"), id="another language than was asked for"),
        pytest.param(ENGLISH, ("en",), id="the one that was asked for"),
        pytest.param(LATIN, ("en",), id="Latin, of which there is no list, is not taken for French"),
        pytest.param("Lampen der Insel", ("en",), id="too few words to tell"),
    ],
)
def test_a_text_tells_its_language(text: str, languages: tuple[str, ...]) -> None:
    """The languages asked for, and the one whose commonest words the text has."""
    assert languages == Vocabulary([text], "eng").languages


@pytest.mark.parametrize(
    ("text", "lang", "language"),
    [
        pytest.param(GERMAN, "eng", "de", id="told by its words, whatever the reader's model"),
        pytest.param(LATIN, "eng", "la", id="Latin"),
        pytest.param("Lampen der Insel", "deu+eng", "de", id="too few words: as asked"),
        pytest.param("Lampen der Insel", "xyz", "und", id="too few words, and an unknown model"),
    ],
)
def test_a_text_has_one_main_language(text: str, lang: str, language: str) -> None:
    """That of its commonest words; the languages asked for are those of the reader, and say little of the text."""
    assert language == Vocabulary([text], lang).main_language


@pytest.mark.parametrize(("text", "expected"), [(GERMAN, True), (ENGLISH, False)])
def test_words_that_may_lack_a_diacritic(text: str, expected: bool) -> None:
    """``fur`` is what a reader of English makes of ``für``; in an English text it is a word."""
    assert expected is Vocabulary([text], "eng").may_lack_diacritic("fur")
