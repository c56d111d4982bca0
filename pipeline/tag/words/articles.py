"""Words that a document sets behind an article, as things are called and people hardly ever: `the Gestapo`, `im Raum`.

Italians and Portuguese set an article before family names, too (`il Croce`): of their languages nothing is said here.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from pipeline.tag.words.name_tables import word_set
from pipeline.tag.words.tokens import FUNCTION_WORD, Token, adjacent, commonness, tokenise

_ARTICLES = {
    "en": word_set("the a an this that these those"),
    "de": word_set("""
        der die das den dem des ein eine einen einem einer eines im am zum zur vom beim ins ans diese dieser dieses
        diesen diesem jede jeder jedes jeden jedem kein keine keiner keinen keinem keines seine seiner seinem seinen
        ihre ihrer ihrem ihren
        """),
    "fr": word_set("le la les l un une des du au aux ce cette ces"),
    "es": word_set("el la los las un una unos unas del al este esta estos estas"),
}
_SHARE = 0.2
"""Share of its occurrences behind an article from which on a word is a thing's: of family names none comes near."""
_FEWEST = 3


def words_behind_articles(texts: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Single words with a capital that stand behind articles often enough to be the names of things.

    Args:
        texts: each with its language (BCP 47); of other languages than those above nothing is counted.
    """
    behind: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for text, language in texts:
        if language in _ARTICLES:
            for word, governed in _capitals(text, language):
                total[word] += 1
                behind[word] += governed
    return frozenset(word for word, often in behind.items() if often >= _FEWEST and often > _SHARE * total[word])


def _capitals(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """Every word with a capital, and whether an article stands before it and governs no word behind it."""
    tokens = tokenise(text)
    for place, token in enumerate(tokens):
        if token.text[0].isupper():
            before = tokens[place - 1] if place and adjacent(text, tokens[place - 1], token) else None
            governed = before is not None and before.text.lower() in _ARTICLES[language]
            yield token.text, governed and not _leads_on(text, token, tokens[place + 1 : place + 2], language)


def _leads_on(text: str, token: Token, following: tuple[Token, ...], language: str) -> bool:
    """`the Stalin era`, `die Luhmann-Rezeption`, `der Fall Luhmann`: the article belongs to the word behind."""
    if text[token.end : token.end + 1] in ("-", "‑", "’", "'"):
        return True
    if not following or not adjacent(text, token, following[0]):
        return False
    word = following[0].text
    return word[0].isupper() if language == "de" else commonness(word, language) < FUNCTION_WORD
