"""Words behind articles: names of things, which are nobody's."""

from pipeline.tag.words.articles import words_behind_articles


def test_what_stands_behind_articles_is_a_thing() -> None:
    """`the Lampo` is no person; a man who stands before a noun behind an article may be one."""
    text = (
        "They told the Lampo. It was the Lampo. He met the Lampo. The Quell era ended; the Quell school and the Quell."
    )
    assert {"Lampo"} == words_behind_articles([(text, "en")])


def test_german_nouns_stand_behind_inflected_articles() -> None:
    """`im Raum`, `des Raums`; a hyphen or a noun behind shows that the article is another word's."""
    text = (
        "Er war im Raum. Der Raum war leer, dem Raum fehlte Licht. Die Quell-Lampe, das Haus Quell, der Quell Verein."
    )
    assert {"Raum"} == {word for word in words_behind_articles([(text, "de")]) if word != "Haus"}


def test_italians_set_articles_before_names() -> None:
    """Of their language nothing is said."""
    assert not words_behind_articles([("Il Quell disse; il Quell fece; il Quell e il Quell.", "it")])
