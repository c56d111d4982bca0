"""Full names in French, Italian, Spanish and Portuguese prose, where no model reads.

These languages write nouns and adjectives small, so that two capitals side by side within a sentence are a name; and
a name of a person if neither word is one of the language's own, as in `Affaires étrangères` and `Grande Bretagne`.
"""

from collections.abc import Iterator
from functools import lru_cache

from wordfreq import zipf_frequency

from pipeline.tag.citations.serials import PERIODICAL
from pipeline.tag.name_tables import ADDRESSES, HEADS, LEADS, OF_LAW, PEOPLES, REPOSITORIES
from pipeline.tag.tokens import Token, adjacent, tokenise
from pipeline.vocabulary import language_of

LANGUAGES = ("fr", "it", "es", "pt")
FIRST, LAST = 4.5, 3.8
"""Zipf frequencies in the language under which the first and the last word of a name are: Charles 4.4, Gaulle 3.7."""
FEWEST = 80
"""Characters of a text that can tell its language."""


@lru_cache(maxsize=65536)
def _frequency(word: str, language: str) -> float:
    return zipf_frequency(word.lower(), language)


def romance_names(text: str) -> Iterator[tuple[int, int]]:
    """Spans of names of two to four words; none in a text of another language."""
    language = language_of(text) if len(text) >= FEWEST else ""
    if language not in LANGUAGES:
        return
    for run in _runs(text):
        if 2 <= len(run) <= 4 and _is_name(run, language):
            yield run[0].start, run[-1].end


def _runs(text: str) -> Iterator[list[Token]]:
    """Words with a capital side by side, without a title before them or a plain word that begins the sentence."""
    run: list[Token] = []
    for token in tokenise(text):
        if run and not (adjacent(text, run[-1], token) and _can_name(token)):
            yield run
            run = []
        if _can_name(token) and not (not run and (token.opens or token.text in ADDRESSES)):
            run.append(token)
    yield run


def _can_name(token: Token) -> bool:
    word = token.text
    plain = word[0].isupper() and not (word.isupper() and len(word) > 1)
    return plain and not any(word in table for table in (HEADS, LEADS, OF_LAW, PEOPLES, REPOSITORIES))


def _is_name(run: list[Token], language: str) -> bool:
    first, last = run[0].text, run[-1].text
    periodical = any(PERIODICAL.fullmatch(token.text) for token in run)
    return (
        len(last) > 2 and not periodical and _frequency(first, language) < FIRST and _frequency(last, language) < LAST
    )
