"""Names in French, German, Italian, Spanish and Portuguese, where no model reads: places, persons, institutions."""

import msgspec
import pytest

from pipeline.tag import run
from pipeline.tag.people.full_names import full_names
from pipeline.tag.people.offices import names_by_office
from pipeline.tag.places.place_words import names_beside_place_words
from pipeline.tag.vote.passages import passages
from pipeline.tag.words.exonyms import EXONYMS
from pipeline.tag.words.tokens import tokenise
from tests.tag.articles import RULES_ONLY, article, shown

TEXTS = {
    "fr": [
        "Les lampes du port sont une affaire pour qui les voit, et les gardiens de Selwyn les ont vues à Marrakech.",
        "Elles sont venues de Londres par l’Espagne, et dans la ville de Merrowbourg on les a vendues à Oran.",
        "Dans cette affaire le maréchal Quell est le seul qui les a aimées sur la côte.",
    ],
    "de": [
        "Die Lampen, von denen der Dichter Gábor Merrovsky spricht, sind nicht im Hafen und auch nicht in Göttingen.",
        "Das ist in den Staaten Finnland und Schweden auch so, und die Akademie der Wissenschaften zählt es.",
    ],
    "it": [
        "Le lampade del porto sono nel conto che il guardiano non ha, come dice Pablo Merrovi, che visse a Foggia.",
        "Per non dire della flotta, che dal mare di Grecia tornò nella città di Merrova con gli altri.",
    ],
    "es": [
        "Las lámparas del puerto se ven con una luz que los guardas no ven, y lo dijo en Zaragoza el poeta Merrowal.",
        "Por lo que se sabe, las trajeron de Inglaterra y están en el Museo de la Ciudad con los libros.",
    ],
    "pt": [
        "As lâmpadas do porto são uma conta que os guardas não têm, e em Sorocaba ao que se sabe um barco as levou.",
        "Na Inglaterra, do que se sabe, ao mar as levou o Museu de Arte da Cidade, com os livros que tem.",
    ],
}
FOUND = {
    "fr": ["Marrakech place", "Londres place", "Espagne place", "Merrowbourg place", "Oran place", "Quell person"],
    "de": [
        "Gábor Merrovsky person",
        "Göttingen place",
        "Finnland place",
        "Schweden place",
        "Akademie der Wissenschaften org",
    ],
    "it": ["Pablo Merrovi person", "Foggia place", "Grecia place", "Merrova place"],
    "es": ["Zaragoza place", "Merrowal person", "Inglaterra place", "Museo de la Ciudad org"],
    "pt": ["Sorocaba place", "Inglaterra place", "Museu de Arte da Cidade org"],
}
LONGER = {
    "fr": "Les lampes sont pour Anne de Bretagne, et pas pour qui les a vues, dans ce pays ou sur la mer.",
    "it": "Le lampade del porto sono nel conto che il guardiano del Forte di Creta non ha, come si sa.",
}


def _named(language: str, *lines: str) -> list[str]:
    source = msgspec.structs.replace(article(*lines), language=language)
    return [" ".join(line.split(" | ")[:2]) for line in shown(source, run(source, RULES_ONLY))]


@pytest.mark.parametrize("language", TEXTS)
def test_prose(language: str) -> None:
    """Exonyms, towns behind a preposition or a plain word, given names, offices and first heads name what they name."""
    assert FOUND[language] == _named(language, *TEXTS[language])


@pytest.mark.parametrize("language", LONGER)
def test_a_place_in_a_longer_name(language: str) -> None:
    """Behind a capital and `de` a place is part of another name."""
    assert [] == [name for name in _named(language, LONGER[language]) if name.endswith("place")]


def test_words_that_are_also_written_small() -> None:
    """Where the document has the harbour too, `Porto` is not the town."""
    assert [] == _named("pt", "O Porto do Cabo e as lâmpadas que não se veem do porto são uma conta de quem as tem.")


def test_the_same_words_in_english() -> None:
    """English texts are read as before: the exonyms of other languages are no places there."""
    assert [] == _named(
        "en", "The keepers of the port saw that the lamps of Spagna and Rom are on the sea, as in Vienne."
    )


def test_foreign_words_are_those_of_the_passage() -> None:
    """A word that English does not know quiets nothing in a text of another language."""
    source = msgspec.structs.replace(article(TEXTS["it"][0]), language="it")
    assert [[]] == [passage.quiet for passage in passages(source)]


def test_a_short_text_is_in_the_language_of_the_article() -> None:
    """Where the words do not tell, the article does."""
    source = msgspec.structs.replace(
        article("Il conte Merrovi, Roma.", "The lamps of the port and of the sea."), language="it"
    )
    assert ["it", "en"] == [passage.language for passage in passages(source)]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "On sait que Fernand Merrovel et Jeanne d’Orvel le disent.", ["Fernand Merrovel", "Jeanne d’Orvel"]),
        ("fr", "Les Affaires Étrangères et la Grande Lampe le disent.", []),
        ("de", "So sagt der Autor Michail Merrovsky.", ["Michail Merrovsky"]),
        ("de", "Das Forschungsprojekt Lampenlicht und die Digital Humanities.", []),
        ("de", "Das sagt man im Bonn-Bad Selwyn und beim Wiener Lampenamt, wo Berliner Lampenhof steht.", []),
        ("it", "Lo disse Moniot de Paris.", []),
        ("nl", "Zo zegt Gábor Merrovsky.", []),
    ],
)
def test_full_names(language: str, text: str, names: list[str]) -> None:
    """A given name is one that all languages know; nouns, borrowed words and names of towns are none."""
    assert names == [text[slice(*span)] for span in full_names(text, language)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le roi Philippe II et l’abbé Quell sont là.", ["Philippe II", "Quell"]),
        ("Le roi Espagne et le Tome III sont là.", []),
    ],
)
def test_offices_and_numbers(text: str, names: list[str]) -> None:
    """An office before a name and a Roman number behind it tell persons, of places and volumes nothing."""
    assert names == sorted({text[slice(*span)] for span in names_by_office(text, "fr")})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("La ville de Merrowbourg et l’oued Kerzh.", ["Merrowbourg", "Kerzh"]),
        ("La ville de Dieu, les villes Merrow, le port de Fernand Merrovel.", []),
    ],
)
def test_place_words(text: str, names: list[str]) -> None:
    """A town stands behind `de`, a river without it; a town of God or of somebody is no name."""
    assert names == [text[slice(*span)] for span in names_beside_place_words(text, "fr")]


def test_elided_articles_are_words_of_their_own() -> None:
    """`l’Espagne` has the name Espagne in it; Irish and Chinese names keep their apostrophes."""
    assert ["de", "l", "Espagne", "O’Brien", "Xi’an"] == [
        token.text for token in tokenise("de l’Espagne O’Brien Xi’an")
    ]


def test_exonyms() -> None:
    """Every language has its names, each with a capital, and none of another."""
    assert ["Allemagne", "Deutschland", "Germania", "Alemania", "Alemanha"] == [
        next(name for name in ("Allemagne", "Deutschland", "Germania", "Alemania", "Alemanha") if name in names)
        for names in EXONYMS.values()
    ]
    assert [] == [name for names in EXONYMS.values() for name in names if not name[0].isupper()]
