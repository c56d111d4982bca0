"""What is proposed for the spans of the language model."""

import pytest

from pipeline.model import EntityKind
from pipeline.tag.proposals import propose
from pipeline.tag.vote.language_model import ModelSpan
from pipeline.tag.vote.passages import passages
from pipeline.tag.vote.verdicts import RULE
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


@pytest.mark.parametrize(
    ("label", "said", "found"),
    [
        pytest.param("GPE", "United States: Quell", [("United States", "place"), ("Quell", "place")], id="a colon"),
        pytest.param("WORK_OF_ART", "Ada Merrow: A Lamp", [("Ada Merrow: A Lamp", None)], id="a title with a colon"),
        pytest.param("PERSON", "von Ada Sellenquist", [("Ada Sellenquist", "person")], id="`by` of German"),
        pytest.param("PERSON", "von Sellenquist", [("von Sellenquist", "person")], id="a noble"),
        pytest.param("PERSON", "Suppose Tobias", [("Tobias", "person")], id="a word that leads to a name"),
        pytest.param("PERSON", "Sometimes Quell", [("Quell", "person")], id="a word that opens the sentence"),
        pytest.param("PERSON", "Historian Tobias Quell", [("Tobias Quell", "person")], id="who it is"),
        pytest.param("PERSON", "Young Tobias Quell", [("Young Tobias Quell", "person")], id="a name that is a word"),
        pytest.param("PERSON", "Will Quell", [("Will Quell", "person")], id="a given name that is a word"),
        pytest.param("ORG", "Pope Pius IX", [("Pius IX", "person")], id="a pope"),
        pytest.param("ORG", "Gabriel Merrow Tizárraga", [("Gabriel Merrow Tizárraga", "person")], id="three words"),
        pytest.param("ORG", "Niccolò de Tizárrago", [("Niccolò de Tizárrago", "person")], id="a particle"),
        pytest.param("ORG", "Nachlass Ada Tizárraga", [("Nachlass Ada Tizárraga", "org")], id="papers left behind"),
        pytest.param("ORG", "Ada Merrow Stiftung", [("Ada Merrow Stiftung", "org")], id="a foundation"),
    ],
)
def test_what_the_model_means(label: str, said: str, found: list[tuple[str, str | None]]) -> None:
    """A span of the model is parted, trimmed, and may be a person after all."""
    (passage,) = passages(article(f"note: {said}, say so."), {})
    proposals = propose(0, passage, [ModelSpan(0, len(said), label)])
    ruled = [each for each in proposals if each.weight < RULE]
    assert found == [(passage.text[each.start : each.end], each.kind and str(each.kind)) for each in ruled]
