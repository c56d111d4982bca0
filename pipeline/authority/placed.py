"""Entries with the lines on which they stand, and the refusal of a file with the line in it."""

import unicodedata
from typing import NamedTuple

from pipeline.config import Authority
from pipeline.errors import SourceError


class Placed(NamedTuple):
    """An entry and the line of its file, from 1, on which it begins."""

    entry: Authority
    line: int

    @property
    def names(self) -> tuple[str, ...]:
        return (self.entry.name, *self.entry.variants)


def refusal(name: str, line: int, what: str, remedy: str) -> SourceError:
    """The error for a file: name, line, what is wrong with it, and what to do."""
    return SourceError(f"{name}, line {line}: {what}", remedy)


def tidy(words: str) -> str:
    """NFC, single spaces, straight apostrophes: as names are compared.

    Example: ``Yan’an`` -> ``Yan'an``.
    """
    plain = unicodedata.normalize("NFC", words).translate(str.maketrans("’‘ʼ", "'''"))
    return " ".join(plain.split())


def turned(words: str) -> str:
    """A person's name as it is spoken: ``Quell, Josiah`` -> ``Josiah Quell``."""
    family, comma, given = words.partition(", ")
    return f"{given} {family}" if comma and given and "," not in given else words
