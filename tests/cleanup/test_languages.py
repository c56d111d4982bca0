"""Rules that hold in English leave other languages alone."""

import pytest

from pipeline import cleanup
from pipeline.config import Settings
from tests.cleanup.pages import pages_of


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        pytest.param("fra", "On croit qu’il écrit, et qu’elle répond lorsqu’on l’appelle.", id="French elides"),
        pytest.param("ita", "Il registro dell’olio, un’altra pagina e nell’ordine del porto.", id="Italian elides"),
        pytest.param(
            "deu", "Das Register bzw. der Auszug, vgl. auch das Buch usw. und so fort.", id="German abbreviates"
        ),
        pytest.param(
            "eng+fra", "The clerk wrote that it was certain qu’il parle of the lamps.", id="French in English"
        ),
    ],
)
def test_what_is_no_speck_in_its_language_stays(lang: str, line: str) -> None:
    """Apostrophes of elision, and stops of abbreviations that English does not have, are text."""
    lines = cleanup.run(pages_of([line]), Settings(lang=lang))

    assert line == lines.pages[0].lines[0].text


@pytest.mark.parametrize(
    ("line", "calls"), [("El alcalde asumi6 la cuenta.", 0), ("El alcalde del puerto6 y la cuenta.", 1)]
)
def test_an_accented_letter_that_became_a_digit_calls_no_note(line: str, calls: int) -> None:
    """``asumió`` is a word, and what readers without Spanish make of it is no word with a raised 6; ``puerto6`` is."""
    lines = cleanup.run(pages_of([line]), Settings(lang="spa"))

    assert calls == len(lines.pages[0].lines[0].calls)
