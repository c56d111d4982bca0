"""A stretch that two readers read differently, as the rules are asked about it."""

from collections.abc import Callable
from typing import NamedTuple

from pipeline.vocabulary import Vocabulary

STOPS = frozenset(".,;:")
NOTE_SIGNS = frozenset("*†‡§¶")


class Difference(NamedTuple):
    """One stretch that two readers read differently, and what stands around it."""

    first: str
    second: str
    first_sure: float
    """The least confidence of the first reader in its characters there, or beside the gap where it has none."""
    second_sure: float
    before: str
    """The first reader's text before it, to the start of the run of words."""
    after: str
    first_word: str
    """The word or words around it as the first reader has them."""
    second_word: str
    """The same with all differences in letters as the second reader has them."""
    by_mark: bool
    """Whether raised ink follows, which Tesseract may have read as a part of the quote or stop before it."""
    inked: bool
    """Whether there is ink as large as a quote where the first reader has one."""
    vocabulary: Vocabulary
    small_capitals: bool = False
    """Whether it is within a word in small capitals."""

    @property
    def at_word_start(self) -> bool:
        return not self.before or self.before[-1] == " "

    @property
    def at_word_end(self) -> bool:
        return not self.after or self.after[0] == " "


Verdict = bool | None
"""True: the second reader is right. False: the first is. None: the rule has nothing to say."""
Rule = Callable[[Difference], Verdict]


def letters(text: str) -> int:
    """How many letters and digits a reading has."""
    return sum(char.isalnum() for char in text)
