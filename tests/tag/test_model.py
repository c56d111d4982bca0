"""With the language model: what it adds, and what happens without it."""

import msgspec
import pytest

from pipeline.config import Settings
from pipeline.errors import ToolError
from pipeline.model import EntityKind
from pipeline.tag import run
from tests.tag.articles import article, shown

MODEL = Settings()
TEXT = (
    "The historian Margaret Ellison lives in Norway. Ellison has written on Poland and the Netherlands.",
    "In Norway, Ellison wrote, the archives of Poland are read with care.",
)


def test_names_without_any_rule() -> None:
    """Persons and places that no rule knows come from the model, at every occurrence in the document."""
    source = article(*TEXT)
    found = [line for line in shown(source, run(source, MODEL)) if line.endswith("pers.ellison")]
    assert 3 == len(found)


def test_nationalities_are_left_out() -> None:
    """Nationalities are no mentions."""
    source = article("The Norwegian and Polish delegates met the Dutch.")
    assert [] == shown(source, run(source, MODEL))


def test_same_bytes() -> None:
    """The same article gives the same entities."""
    source = article(*TEXT)
    assert run(source, MODEL) == run(source, MODEL)


def test_model_is_named() -> None:
    """The layer says which model helped, in which version."""
    assert run(article(*TEXT), MODEL).model.startswith("en_core_web_sm 3.")


def test_missing_model() -> None:
    """A model that is not installed is an error with a remedy."""
    with pytest.raises(ToolError, match="en_no_such_model is not installed; install it"):
        run(article(*TEXT), Settings(spacy_model="en_no_such_model"))


def test_language_without_model() -> None:
    """A text in a language that the model does not speak is read by the rules alone, and the layer says so."""
    german = msgspec.structs.replace(article("Im Jahre 1871 kam er nach Wien."), language="deu")
    entities = run(german, MODEL)
    assert "" == entities.model
    assert [EntityKind.DATE] == [mention.kind for mention in entities.mentions]
