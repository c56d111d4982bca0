"""What is proposed for the spans of the language model."""

import pytest

from pipeline.model import EntityKind
from pipeline.tag.proposals import propose
from pipeline.tag.vote.language_model import ModelSpan
from pipeline.tag.vote.passages import passages
from tests.tag.articles import article


@pytest.mark.parametrize(
    ("firm", "people"),
    [
        pytest.param("Robert Quell & Tobias Merrow", ["Robert Quell", "Tobias Merrow"], id="two authors"),
        pytest.param("Robert Quell & Tobias", ["Robert Quell"], id="the second cut behind the given name"),
        pytest.param(
            "Robert Quell, Jr. & Tobias Merrow", ["Robert Quell", "Tobias Merrow"], id="a rank behind the first"
        ),
        pytest.param("Robert Quell & Sons", [], id="a firm"),
        pytest.param("Lamps and Wicks", [], id="two words"),
    ],
)
def test_two_authors_are_two_persons(firm: str, people: list[str]) -> None:
    """The model takes authors that an ampersand joins for a firm."""
    (passage,) = passages(article(f"note: {firm}, say so."), {})
    found = propose(0, passage, [ModelSpan(0, len(firm) + 1, "ORG")])
    persons = {(each.start, each.end) for each in found if each.kind is EntityKind.PERSON}
    assert people == [passage.text[slice(*span)] for span in sorted(persons)]
