"""Planted noise: letters and marks of the notes misread at a given rate, none gained or lost, so that offsets stay."""

import random
from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.model import Article
from tests.bench.names.documents import Document
from tests.bench.names.layers import Tagger
from tests.bench.names.scoring import Result, judged

# What readers take for what, one sign for one: pairs as they are seen in scans of this project's specimens.
_MISREAD = {
    "e": "co", "c": "eo", "o": "ae", "a": "so", "h": "bn", "b": "h", "n": "uh", "u": "nv", "v": "y", "y": "v",
    "i": "lj", "l": "1I", "I": "l", "t": "fi", "f": "t", "r": "v", "s": "z", "g": "q", "q": "g", "m": "n", "d": "cl"[0],
    "S": "5", "B": "8", "O": "0Q", "Z": "2", "1": "lI", "0": "O", "5": "S", "8": "3B", "3": "8", "6": "8", "9": "g",
    ".": ",:", ",": ".;", ":": ";", ";": ":", "‘": "'", "’": "'", "“": "\"", "”": "\"", "[": "{(", "]": "|)", "(": "{",
    ")": "]", "–": "-", "-": "–",
}  # fmt: skip
SEEDS = range(5)
RATES = (0.01, 0.02, 0.04)
"""Share of the characters of a note that are misread."""


def noisy(article: Article, rate: float, seed: int) -> Article:
    """The article with its notes misread; the same every time."""
    chance = random.Random(f"{article.doc} {rate} {seed}")
    notes = [
        replace(note, text="".join(_misread(letter, rate, chance) for letter in note.text)) for note in article.notes
    ]
    return replace(article, notes=tuple(notes))


def _misread(letter: str, rate: float, chance: random.Random) -> str:
    if letter not in _MISREAD or chance.random() >= rate:
        return letter
    return chance.choice(_MISREAD[letter])


def under_noise(documents: Sequence[Document], tag: Tagger, rate: float) -> list[Result]:
    """Every document with every seed."""
    return [
        judged(document._replace(article=noisy(document.article, rate, seed)), tag)
        for document in documents
        for seed in SEEDS
    ]
