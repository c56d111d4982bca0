"""Planted damage: the glyphs of calls and labels misread as readers misread them, in dumps of born-digital printings.

The text is that of a text layer, without a fault but in its calls and labels, so that nothing but the damage makes the
difference; geometry is taken away. What stands for a digit is drawn from ``FOR_DIGIT``, which was counted on what
Tesseract printed for 219 raised numbers of the bench's scans, and on real dumps (``oe`` for 74, ``’ .79``). It is kept
apart from the alignment's own table (``pipeline/segment/notes/glyphs.py``), which holds prices of many more readings.
"""

import hashlib
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from pipeline.model import Line, Page, Pages, RaisedMark, Word
from tests.bench.witnesses import Witness, dump_of

LEVELS = (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.85, 1.0)
"""Shares of the calls that are damaged."""
OF_LABELS = 0.3
"""Labels stand on the line, in larger type: a third as many are damaged."""
DROPPED = 0.12
"""Of the damaged calls: those that leave no trace."""
ONE_GLYPH = 0.25
"""Of the damaged calls of two digits or more: those for which the reader prints one glyph less."""
APART = 0.08
"""Of the damaged calls: those that a space parts from their word."""

FOR_DIGIT = {
    "0": "°°®®”*", "1": "'''’’!!\"", "2": "””””’’??", "3": "’’’”**", "4": "’’’''!*", "5": "””’’°>", "6": "°°°®“”",
    "7": "’’’””!", "8": "***’°®", "9": "’’’””?*",
}  # fmt: skip
WHOLE = {"74": "oe", "55": "**", "60": "°°"}
"""Readings of two digits at once."""
LABEL_LETTERS = {"0": "O", "1": "l", "5": "S", "8": "B", "2": "Z"}


class _Dice(NamedTuple):
    """The random decisions of one document at one level.

    Every place has its own generator, so that what is damaged at one level is damaged, in the same way, at every
    higher one.
    """

    level: float
    name: str

    def at(self, page: int, line: int, word: int) -> random.Random:
        """The generator of a place."""
        seed = hashlib.sha256(f"{self.name}:{page}:{line}:{word}".encode()).digest()[:8]
        return random.Random(int.from_bytes(seed, "big"))


def damaged_all(every: Sequence[Witness], level: float, folder: Path) -> list[Witness]:
    """Dumps of the witnesses, with that share of their calls damaged."""
    return [damaged(witness, level, folder) for witness in every]


def damaged(witness: Witness, level: float, folder: Path) -> Witness:
    """A dump of a text layer, with that share of its calls and ``OF_LABELS`` of it of its labels damaged."""
    dice = _Dice(level, witness.name)
    pages = tuple(_page(page, dice) for page in witness.pages.pages)
    named = replace(witness, name=f"{witness.name} {level:.2f}", pages=Pages(doc=witness.pages.doc, pages=pages))
    return dump_of(named, folder)


def _page(page: Page, dice: _Dice) -> Page:
    lines = tuple(_line(page.number, index, line, dice) for index, line in enumerate(page.lines))
    return msgspec.structs.replace(page, lines=lines)


def _line(page: int, index: int, line: Line, dice: _Dice) -> Line:
    words = list(line.words)
    for mark in sorted(line.marks, key=lambda mark: (mark.word, -mark.start)):
        words[mark.word] = _marked(words[mark.word], mark, dice.at(page, index, mark.word), dice.level)
    if words and not line.marks and re.fullmatch(r"\d{1,3}\.", words[0].text):
        words[0] = _with_text(words[0], _label(words[0].text, dice.at(page, index, 0), dice.level))
    return msgspec.structs.replace(line, words=tuple(word for word in words if word.text.strip()), marks=())


def _marked(word: Word, mark: RaisedMark, chance: random.Random, level: float) -> Word:
    """The word with its raised characters misread; a label stands at the beginning of the first word."""
    before, printed, after = word.text[: mark.start], word.text[mark.start : mark.end], word.text[mark.end :]
    if not printed.isdigit():
        return word
    if mark.word == 0 and mark.start == 0:
        return _with_text(word, _label(printed, chance, level) + after)
    return _with_text(word, before + misread(printed, chance) + after if chance.random() < level else word.text)


def _label(label: str, chance: random.Random, level: float) -> str:
    return misread_label(label, chance) if chance.random() < level * OF_LABELS else label


def _with_text(word: Word, text: str) -> Word:
    return msgspec.structs.replace(word, text=text)


def misread(number: str, chance: random.Random) -> str:
    """What a reader prints for a raised number: ``10`` may give ``'°``, ``*``, `` ”`` or nothing."""
    fate, space = chance.random(), chance.random() < APART
    glyphs = "".join(chance.choice(FOR_DIGIT.get(digit, "*")) for digit in number)
    if fate < DROPPED:
        return ""
    if len(number) > 1 and fate < DROPPED + ONE_GLYPH:
        glyphs = glyphs[1:]
    elif number in WHOLE and fate > 1 - ONE_GLYPH:
        glyphs = WHOLE[number]
    return " " + glyphs if space else glyphs


def misread_label(label: str, chance: random.Random) -> str:
    """``11.`` -> ``ll.``, ``10.`` -> ``1O.`` or ``lO.``; a label without such digits loses its full stop."""
    letters = [digit for digit in label if digit in LABEL_LETTERS]
    if not letters:
        return label.rstrip(".")
    chosen = chance.choice(letters)
    return label.replace(chosen, LABEL_LETTERS[chosen])
