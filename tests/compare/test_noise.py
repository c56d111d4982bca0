"""Reading errors alone move no call, no block and no note: the measures of structure do not measure the reader."""

import random
import re
from pathlib import Path

import pytest
from lxml import etree

from pipeline.compare import evaluate

SPECIMENS = Path(__file__).parents[1] / "specimens"
GLYPHS = "abc'.,e1"


class BadReader:
    """Replaces, loses and adds letters, about so many per letter, and counts them."""

    def __init__(self, rate: float, seed: str) -> None:
        self.rate = rate
        self.faults = 0
        self._chance = random.Random(seed)

    def read(self, text: str | None) -> str:
        """The text as this reader reads it."""
        return "".join(self._word(word) for word in re.findall(r"\s+|\S+", text or ""))

    def _word(self, word: str) -> str:
        return word if word.isspace() else "".join(self._letter(letter, len(word) == 1) for letter in word)

    def _letter(self, letter: str, alone: bool) -> str:
        if self._chance.random() >= self.rate:
            return letter
        self.faults += 1
        glyph = self._chance.choice(GLYPHS)
        # A lost word of one letter would take a space with it, and be two edits for one fault.
        return self._chance.choice((glyph, letter + glyph) if alone else (glyph, letter + glyph, ""))


@pytest.mark.parametrize("rate", [0.01, 0.05])
@pytest.mark.parametrize("path", sorted(SPECIMENS.glob("*.tei.xml")), ids=lambda path: path.name)
def test_a_badly_read_edition_keeps_its_structure(path: Path, rate: float, tmp_path: Path) -> None:
    """With one to five misread letters in a hundred, and no edit counted that was not made, all structure is right."""
    tree, reader = etree.parse(path), BadReader(rate, path.name)
    for node in tree.getroot().iterfind(".//{http://www.tei-c.org/ns/1.0}text//*"):
        node.text, node.tail = reader.read(node.text), reader.read(node.tail)
    tree.write(tmp_path / "output.xml", encoding="utf-8")
    evaluation = evaluate(path, tmp_path / "output.xml")
    assert 0 < evaluation.text.together.distance <= reader.faults
    assert evaluation.notes.wanted == evaluation.notes.found
    assert {evaluation.calls.exact.f1, evaluation.blocks.together.f1} == {1.0}
