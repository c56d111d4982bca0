"""Names in French, German, Italian, Spanish and Portuguese, where no model reads: places, persons, institutions."""

import msgspec

from pipeline.tag.passages import passages
from pipeline.tag.tokens import tokenise
from tests.tag.articles import article

TEXT = "Le lampade del porto sono nel conto che il guardiano non ha, come dice Pablo Merrovi, che visse a Foggia."


def test_foreign_words_are_those_of_the_passage() -> None:
    """A word that English does not know quiets nothing in a text of another language."""
    source = msgspec.structs.replace(article(TEXT), language="it")
    assert [[]] == [passage.quiet for passage in passages(source)]


def test_a_short_text_is_in_the_language_of_the_article() -> None:
    """Where the words do not tell, the article does."""
    source = msgspec.structs.replace(
        article("Il conte Merrovi, Roma.", "The lamps of the port and of the sea."), language="it"
    )
    assert ["it", "en"] == [passage.language for passage in passages(source)]


def test_elided_articles_are_words_of_their_own() -> None:
    """`l’Espagne` has the name Espagne in it; Irish and Chinese names keep their apostrophes."""
    assert ["de", "l", "Espagne", "O’Brien", "Xi’an"] == [
        token.text for token in tokenise("de l’Espagne O’Brien Xi’an")
    ]
