"""The bench of conservation: what counts as a letter, and where one was lost."""

from pathlib import Path

from pipeline.config import Settings
from pipeline.model import Pages
from pipeline.ocr import open_source, read_page
from tests.bench.conservation import letters, of_layers
from tests.ocr.conftest import typeset


def test_letters_are_counted_by_their_kind() -> None:
    """Neither ligatures nor hyphens of line ends nor where words part make a difference."""
    assert letters(["ﬁnd the lan\x02", "tern 𝑓"]) == letters(["find the lantern", "f"])


def test_a_lost_word_is_told(tmp_path: Path) -> None:
    """A page that was read whole has lost nothing, and one that lacks a line has lost its letters."""
    pdf = typeset("#set page(width: 60mm, height: 60mm)\nLamps $f$\n\nOil", tmp_path / "lamps.pdf")
    page = read_page(open_source(pdf, Settings()), 1, Settings(), tmp_path)
    whole, torn = (Pages(doc="lamps", pages=(page.__replace__(lines=page.lines[:end]),)) for end in (None, -1))

    assert [(1, {}, {})] == list(of_layers(pdf, whole))
    assert [(1, letters(["Oil"]), {})] == list(of_layers(pdf, torn))
