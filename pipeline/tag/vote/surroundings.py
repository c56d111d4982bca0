"""The words around a name, and what they say against it: a longer name, a title, a plain word at a sentence's start."""

import re
from typing import NamedTuple

from pipeline.tag.words.name_tables import HEADS, PERSON_TITLES, word_set
from pipeline.tag.words.tokens import FUNCTION_WORD, Token, adjacent, commonness

COMMON_WORD = 4.0
"""Zipf frequency from which a name is also a word that may open a sentence (Brown, White, Grant, Song)."""

# A number behind a short title (Phil. 679), not the day of a letter (to Drummond, 19 November).
_VERSE = re.compile(r"\.?,?\s\d+(?!\d|(?:st|nd|rd|th)?\s[A-Z][a-z]{2,8}\.?\s\d{4})")

_OF = ("de", "d", "di")
_REALMS = word_set("""
    État Etat Estado Stato Ville Ciudad Cidade Città Région Region Provincia Province Royaume Reino Regno République
    República Repubblica Empire Imperio Impero Nord Norte Sud Sur Sul Est Este Ouest Oeste Ovest Principado Ducado
    """)
"""Words before `de` and the name of a place that are no part of another name, though they have a capital."""


class Spot(NamedTuple):
    """``name`` at the word ``tokens[position]`` of ``text``, which is in ``language``."""

    text: str
    tokens: tuple[Token, ...]
    position: int
    name: str
    language: str = "en"

    @property
    def start(self) -> int:
        return self.tokens[self.position].start

    @property
    def end(self) -> int:
        return self.start + len(self.name)

    @property
    def single(self) -> bool:
        return " " not in self.name

    @property
    def before(self) -> Token | None:
        """The word before, where only a space parts them."""
        if self.position == 0 or not adjacent(self.text, self.tokens[self.position - 1], self.tokens[self.position]):
            return None
        return self.tokens[self.position - 1]

    @property
    def after(self) -> Token | None:
        """The word after, where only a space parts them."""
        following = (self.tokens[place] for place in range(self.position, len(self.tokens)))
        follower = next((token for token in following if token.start >= self.end), None)
        return follower if follower is not None and self.text[self.end : follower.start] == " " else None

    def is_title_of_work(self) -> bool:
        """A work, not its hero: `the Ajax is`, `the Ajax,`, or a short title with its verse (`Phil. 679`, `Ajax 554`).

        Not `the Stalin era`: there a noun follows.
        """
        if not self.single:
            return False
        if _VERSE.match(self.text, self.end):
            return True
        noun = self.after is not None and commonness(self.after.text) < FUNCTION_WORD
        return self.before is not None and self.before.text.lower() == "the" and not noun

    def opens_as_word(self, lower_case: frozenset[str]) -> bool:
        """A sentence begins here with a name that may be a plain word (`Brown`), as the document's lower case shows."""
        if not self.single or not self.tokens[self.position].opens:
            return False
        common = commonness(self.name)
        small = self.name.lower() in lower_case
        return common >= FUNCTION_WORD or (small and (common >= COMMON_WORD or self.language not in ("", "en")))

    def completes_a_name(self) -> bool:
        """`de` and a capital stand before it: `Anne de Bretagne`, `Politecnico di Atene`; not `Estado de São Paulo`."""
        if self.position < 2 or self.tokens[self.position - 1].text not in _OF:
            return False
        outer, of = self.tokens[self.position - 2 : self.position]
        beside = adjacent(self.text, outer, of) and self.start - of.end == 1
        capital = outer.text[0].isupper() and not outer.opens
        return beside and capital and outer.text not in _REALMS

    def is_part_of_longer_name(self) -> bool:
        """A capital stands beside it: `Mao Zedong Thought` is not `Mao Zedong`; before it a title may stand."""
        if self.after is not None and self.after.text[0].isupper():
            return True
        before = self.before
        if not self.single or before is None or not before.text[0].isupper():
            return False
        if self.language == "de":  # any noun may stand there: `der Dichter Quell`, `die Staaten Finnland und Schweden`
            return before.text in HEADS
        opening = before.opens and commonness(before.text) >= 3.0
        return not opening and before.text not in PERSON_TITLES
