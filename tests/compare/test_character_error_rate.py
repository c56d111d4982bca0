"""Character error rate: dinglehopper's definition, and what follows from it for any text."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.character_error_rate import distance, graphemes, normalised, rate

TEXTS = st.text(alphabet=st.sampled_from("abc éü\u0301\u0308“’\u200d–\n"), max_size=40)


@pytest.mark.parametrize(
    ("truth", "output", "expected"),
    [
        ("a road", "a rood", 1 / 6),
        ("", "", 0.0),
        ("", "a", math.inf),
        ("a", "", 1.0),
        ("Schlyñ", "Schlym\u0303", 1 / 6),  # U+006D U+0303 has no composed form: one cluster, one edit
        ("one\ntwo", " one  two ", 0.0),
        ("Lüthi", "Lu\u0308thi", 0.0),
    ],
)
def test_rate(truth: str, output: str, expected: float) -> None:
    """Edits over the characters of the truth, a letter with its marks being one character."""
    assert expected == rate(truth, output)


@given(TEXTS)
def test_equal_texts_have_no_errors(text: str) -> None:
    """A text has no errors against itself."""
    assert rate(text, text) == 0.0


@given(TEXTS, TEXTS)
def test_distance_is_symmetric_and_bounded(one: str, other: str) -> None:
    """It takes as many edits there as back, and never more than the longer text has characters."""
    lengths = len(graphemes(one)), len(graphemes(other))
    assert distance(one, other) == distance(other, one)
    assert abs(lengths[0] - lengths[1]) <= distance(one, other) <= max(lengths)


@given(TEXTS, TEXTS)
def test_no_errors_means_equal_texts(one: str, other: str) -> None:
    """Only a text that is the same after normalisation has no errors."""
    assert (normalised(one) == normalised(other)) == (rate(one, other) == 0.0)


@given(st.text(max_size=60))
def test_graphemes_joined_are_the_text(text: str) -> None:
    """Nothing is lost or added when a text is cut into its characters."""
    assert text == "".join(graphemes(text))
