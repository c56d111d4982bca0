"""Glyphs of a dump that may be calls, and how plausible that is."""

import pytest

from pipeline import cleanup
from pipeline.config import Settings
from tests.cleanup.pages import pages_of

LINE = "The lamps of the mole burned through the winter of the levy and nobody counted them"


def _plausible(*lines: str) -> dict[str, float]:
    """What may be a call in the lines -> how plausible it is."""
    calls = [call for line in cleanup.run(pages_of(lines), Settings()).pages[0].lines for call in line.calls]
    return {reading.text: reading.confidence for call in calls for reading in call.readings}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The lamps of the mole! were lit.", "!"),
        ("The boards? and the boats paid.", "?"),
        ("They rowed! (as ever) out.", "!"),
    ],
)
def test_a_sign_may_be_a_call_where_the_sentence_goes_on(text: str, sign: str) -> None:
    """No sentence ends before a small letter; before a capital the sign is its own."""
    assert _plausible(text) == {sign: 0.3}
    assert _plausible(text.replace(" were", " Were").replace(" and", " And").replace("(as", "“As")) == {}


def test_the_end_of_a_long_quotation_is_doubtful() -> None:
    """A mark that would close a quotation of six lines may be a call; one that closes two lines closes them."""
    assert "’" in _plausible("He said ‘the board", *[LINE] * 5, "was dark.’ Nobody rose.")
    assert "’" not in _plausible("He said ‘the board", LINE, "was dark.’ Nobody rose.")


def test_a_stroke_is_dirt() -> None:
    """A star behind a stop is hardly anything but a call, a tilde or a stroke mostly a speck."""
    assert _plausible("The lamps were lit.* Nobody paid.")["*"] > 0.9
    assert _plausible("The lamps were lit.~ Nobody paid.")["~"] < 0.5


NUMBERED = [f"The lamps of the mole ({number}) were lit again." for number in range(1, 9)]


@pytest.mark.parametrize("glyphs", [" (2S)", " (°3)", " (7β)", " (”)", "!104)", ")19)"])
def test_glyphs_in_brackets_where_calls_stand_in_brackets(glyphs: str) -> None:
    """What is left of a number in brackets may be a call where eight numbers stand so, and is none elsewhere."""
    assert _plausible(*NUMBERED, f"The tea boats paid{glyphs} at the steps.")[glyphs.strip()] == 0.5
    assert glyphs.strip() not in _plausible("The lamps were lit.", f"The tea boats paid{glyphs} at the steps.")


@pytest.mark.parametrize("words", ["(1871)", "(of course)", "(see p. 7)"])
def test_words_and_years_in_brackets(words: str) -> None:
    """A year, or more than a word, is no call; a word that is known hardly is one."""
    assert words not in _plausible(*NUMBERED, f"The tea boats paid {words} at the steps.")
    assert _plausible(*NUMBERED, "The tea boats paid (not) at the steps.")["(not)"] == 0.1


@pytest.mark.parametrize(
    ("text", "number", "plausibility"),
    [
        ("It called for more resources 4. The board rowed.", "4", 0.3),
        ("It called the ‘keepers’ 12; nobody else did.", "12", 0.3),
        ("It called for lamps 7, though it paid for none.", "7", 0.3),
    ],
)
def test_a_number_apart_before_a_stop(text: str, number: str, plausibility: float) -> None:
    """Some presses call their notes before the stop, behind a thin space."""
    assert _plausible(text)[number] == plausibility


@pytest.mark.parametrize(
    "text", ["It began on July 1, 1871, at noon.", "It is on p. 12. The board rowed.", "It paid $4 a year."]
)
def test_a_number_that_belongs_to_the_text(text: str) -> None:
    """Days before their years, pages and sums of money call nothing."""
    assert not {reading for reading, plausible in _plausible(text).items() if plausible > 0.1}


def test_a_stroke_behind_brackets_or_a_quoted_stop() -> None:
    """Nobody exclaims behind a stop, nor in brackets: ``!`` is what is left of a 1."""
    assert _plausible("He called it “a trifle.”! It was none.")["!"] == 0.8
    assert _plausible("He called it a trifle (1871, p. 5)! It was none.")["!"] == 0.3


@pytest.mark.parametrize(
    "text", ["As in figure 2. The board", "It met in Room 4. The board", "It burned more than 12. Nobody"]
)
def test_a_word_that_counts(text: str) -> None:
    """A number behind the name of what it counts calls nothing."""
    assert _plausible(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "The levy took 0.7 of the oil.",
        "It came to 17.6 per cent.",
        "They paid £2.14 a lamp.",
        "He sold 10.5 gallons of it.",
        "Es waren 1,7 Millionen Lampen.",
    ],
)
def test_the_rest_of_a_decimal_number_is_no_call(text: str) -> None:
    """A nought or a sum of money before the point, a measure behind it, or a sentence that goes on."""
    assert {} == _plausible(text)


@pytest.mark.parametrize("text", ["It was lit in 1962.7 The boats came.", "They rose to 101.66 Before that they fell."])
def test_a_number_behind_a_sentence_that_ends_in_one(text: str) -> None:
    """A year, or a figure with a capital behind the call, may end a sentence."""
    assert _plausible(text)


def test_a_sign_that_stands_for_a_guillemet() -> None:
    """``«the oil*`` is closed by what was read as a star; one behind ``»``, or within ``»oil«``, may call a note."""
    assert "*" not in _plausible("The boats were «the oil* of the levy.")
    assert "*" in _plausible("The boats were «the oil»* of the levy.")
    assert "*" in _plausible("The boats were »the oil« of the levy.* Nobody paid.")


@pytest.mark.parametrize("text", ["The lamps were lit. !? Nobody paid.", "“The lamps were lit.” !? In spring"])
def test_signs_apart_behind_a_stop_may_be_a_call(text: str) -> None:
    """No printer sets ``!?`` by itself behind a full stop; behind a word, or dots, he may."""
    assert _plausible(text)["!?"] == 0.8
    assert "!?" not in _plausible("Et la lampe !? Personne ne paya.", "Mais... !? Personne ne paya.")


def test_thousands_are_no_call() -> None:
    """``4,000.'°`` is a number and a call, ``50,000`` a number; behind a year a comma ends a clause."""
    assert "000" not in _plausible("In 1827 it was 50,000 who saw the lamps of the mole.")
    assert _plausible("The boats were 4,000.'° Nobody paid.")["'°"] > 0.9
    assert "112" in _plausible("The lamps were lit in 1827,112 and nobody paid.")


def test_an_apostrophe_behind_an_s_is_hardly_a_call() -> None:
    """``the Masters’ Levy``: before a capital it may be either, but after an s it is none."""
    assert _plausible("They read the Masters’ Levy at noon.")["’"] < 0.2
    assert _plausible("They read the Port’ Levy at noon.")["’"] > 0.5


@pytest.mark.parametrize("glyphs", ["*%", "4¢", "%"])
def test_a_currency_or_per_cent_behind_a_stop_may_be_a_call(glyphs: str) -> None:
    """``lit.*%`` is 43 or so; of what counts per cent the sign stands behind its number."""
    assert _plausible(f"The lamps were lit.{glyphs} Nobody paid.")[glyphs] == 0.9
    assert {} == _plausible("The levy was 3 %. Of oil 24.5% were lost.")
