"""Alignment: places of the output in the truth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compare.alignment import align

TEXTS = st.text(alphabet="ab .é", max_size=30)


@pytest.mark.parametrize(
    ("output", "place", "expected"),
    [
        ("One two. Three", "Three", (7, 7)),
        ("One  two.\nThree", "\n", (7, 7)),
        ("One two. 'Three", "'", (7, 7)),
        ("One two Three", "Three", (6, 7)),
        ("Onetwo. Three", "two", (3, 3)),
        ("One two. RUNNING HEAD Three", "RUNNING", (7, 7)),
        ("Three", "Three", (0, 7)),
    ],
)
def test_a_place_is_found_again(output: str, place: str, expected: tuple[int, int]) -> None:
    """An offset of the output is one gap of the truth, or the stretch that was lost there."""
    assert expected == align("One two. Three", output).stretch(output.index(place))


@given(TEXTS)
def test_every_place_of_a_text_is_itself(text: str) -> None:
    """Aligned with itself, every place is where it is."""
    alignment = align(text, text)
    assert [(gap, gap) for gap in alignment.truth_gaps] == [alignment.stretch(n) for n in range(len(text) + 1)]


@given(TEXTS, TEXTS)
def test_places_keep_their_order(truth: str, output: str) -> None:
    """Of two places of the output the later one is not before the earlier one in the truth."""
    stretches = [align(truth, output).stretch(offset) for offset in range(len(output) + 1)]
    assert sorted(stretches) == stretches


@given(TEXTS, TEXTS)
def test_stretches_lie_within_the_truth(truth: str, output: str) -> None:
    """No place of the output is outside of the truth."""
    alignment = align(truth, output)
    edges = {gap for offset in range(len(output) + 1) for gap in alignment.stretch(offset)}
    assert edges <= set(range(alignment.truth_gaps[-1] + 1))
