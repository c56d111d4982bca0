"""Line-end hyphens, by evidence."""

import pytest

from pipeline.model import Join
from pipeline.segment.hyphens import join_at_line_end
from pipeline.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("before", "after", "document", "expected"),
    [
        pytest.param("the exam-", "ple was", "", Join.SOFT, id="a word list knows the joined word"),
        pytest.param("the Sino-", "Soviet split", "", Join.HARD, id="no word is divided before a capital"),
        pytest.param("the lamp-", "men paid", "the lamp-men, lamp-men", Join.HARD, id="the document has the hyphen"),
        pytest.param("the tea-", "chests of", "many teachests", Join.SOFT, id="the document has it joined"),
        pytest.param("Khru-", "shchev said", "Khrushchev and Khrushchev", Join.SOFT, id="a name of the document"),
        pytest.param("a well-", "known master", "", Join.HARD, id="a prefix that takes a hyphen"),
        pytest.param("the day-to-", "day oil", "today, and today", Join.HARD, id="a compound that ends as it begins"),
        pytest.param("a rule-of-", "law paper", "", Join.HARD, id="behind the small word of a compound"),
        pytest.param("a cross-exam-", "ination", "", Join.SOFT, id="in a part of a compound"),
        pytest.param("Black-", "stone’s oil", "Blackstone, and Blackstone", Join.SOFT, id="a possessive ending"),
        pytest.param("an inter-", "jection of", "", Join.SOFT, id="behind a prefix stands what is no word"),
        pytest.param("pp. 12-", "14 of it", "", Join.HARD, id="a range of numbers"),
        pytest.param("the harbour—", "so he said", "", Join.NOTHING, id="after a dash nothing is put"),
        pytest.param("the harbour —", "so he said", "", Join.SPACE, id="a dash behind a space has one behind it"),
        pytest.param("the harbour", "was lit", "", Join.SPACE, id="no hyphen"),
        pytest.param("of the pamph", "lets in", "", Join.NOTHING, id="a lost hyphen: together they are a word"),
        pytest.param("the harbour", "ment of", "", Join.SPACE, id="no word together"),
        pytest.param("the pamph", "lets", "pamph, pamph", Join.SPACE, id="the document has the piece by itself"),
        pytest.param("he said -", "and left", "", Join.SPACE, id="a hyphen that stands alone is a dash"),
        pytest.param("die Hafen-", "und Lampenmeister", "", Join.SPACE, id="half of a compound is left out"),
        pytest.param("the isl-", "and of lamps", "", Join.SOFT, id="a word that ends like a conjunction"),
    ],
)  # fmt: skip
def test_a_line_end_is_joined_by_evidence(before: str, after: str, document: str, expected: Join) -> None:
    """The document comes first, then the word list; a capital never continues a word."""
    assert expected is join_at_line_end(before, after, Vocabulary([document], "eng"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("das Gehalts-", "gesetz der Insel", Join.SOFT, id="a compound that no list has"),
        pytest.param("die methodisch-", "theoretische Frage", Join.HARD, id="two adjectives"),
        pytest.param("die Hafen-", "Verwaltung", Join.HARD, id="before a capital"),
        pytest.param("der obrigkeit-", "lichen Aufsicht", Join.SOFT, id="an ending is no second adjective"),
        pytest.param("die Entbehrlich-", "keit der Lampe", Join.SOFT, id="nor is the ending of a noun"),
        pytest.param("ein un-", "geschmälert leuchtender", Join.SOFT, id="un- takes no hyphen"),
    ],
)
def test_german_compounds_are_one_word(before: str, after: str, expected: Join) -> None:
    """A German text, though it was read with the English model."""
    text = "der Hafen ist nicht mit dem Lager auf der Insel und die Lampen sind von den Leuten auch im Turm"
    assert expected is join_at_line_end(before, after, Vocabulary([text], "eng"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("il lampadari-", "smo del porto", Join.SOFT, id="an ending that a list knows"),
        pytest.param("la politica anglo-", "francese", Join.HARD, id="two adjectives"),
    ],
)
def test_italian_endings_are_no_words(before: str, after: str, expected: Join) -> None:
    """An Italian text, though it was read with the English model."""
    text = "il porto che era di notte per gli occhi della gente non era nel buio, ma anche la torre dei fari alla fine"
    assert expected is join_at_line_end(before, after, Vocabulary([text], "eng"))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param("https://lamps.example/harbour-", "history.html", Join.HARD, id="a hyphen of the address"),
        pytest.param("https://lamps.example/quell-", "merrow-lit-lamps", Join.HARD, id="names, and others behind"),
        pytest.param("https://lamps.example/lit-by-tansy-", "says.html", Join.HARD, id="one of several"),
        pytest.param("https://lamps.example/exter-", "nal/oil", Join.SOFT, id="a word that is divided"),
        pytest.param("https://lamps.example/oil-re-", "port/", Join.SOFT, id="commoner than its halves"),
        pytest.param("https://thelampre-", "view.example", Join.SOFT, id="no words, and no other hyphen"),
        pytest.param("[https://perma.cc/UX2N-", "6S7Q]", Join.HARD, id="before a figure"),
        pytest.param("[https://perma.", "cc/4KL7-UHCP];", Join.NOTHING, id="within a domain"),
        pytest.param("https://doi.org/10.", "5555/0735.2018", Join.NOTHING, id="within a DOI"),
        pytest.param("https://lamps.example/oil_", "prices.pdf", Join.NOTHING, id="behind a low line"),
        pytest.param("https://lamps.example/oil.", "In 1872 the", Join.SPACE, id="an address ends a sentence"),
        pytest.param("https://lamps.example/oil.", "com. The", Join.SPACE, id="a word that ends one"),
        pytest.param("https://lamps.example/oil/", "prices", Join.NOTHING, id="behind a slash"),
        pytest.param("https://lamps.example/oil/", "[https://perma.cc/A", Join.SPACE, id="another address"),
        pytest.param("in the lamps.", "com/oil", Join.SPACE, id="no address"),
    ],
)
def test_an_address_goes_on_in_the_next_line(before: str, after: str, expected: Join) -> None:
    """Where a line ends within an address, nothing is put; its hyphens are its own, if they divide no word."""
    assert expected is join_at_line_end(before, after, Vocabulary([], "eng"))
