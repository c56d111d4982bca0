"""Words that a note shares with the sentence it is called in."""

from pipeline.segment.notes.call_alignment import align
from pipeline.segment.notes.call_prices import Called, Spot
from pipeline.segment.shared_words import MOST, RARE, UNIQUE, UNSHARED, TellingWords, words_price

TEXT = (
    "Quell wrote to Drummond of the oil in March.” In 1871 the board of the port burned the oil. The board met, "
    "and the oil of the board was burned. Nobody paid for the oil at the Candlemas levy."
)


def test_the_words_of_its_own_sentence() -> None:
    """A place at a sentence's end has that sentence's words, and none that most sentences have."""
    telling = TellingWords([TEXT])

    assert {"quell", "wrote", "drummond", "march"} == telling.at(0, TEXT.index(" In 1871"))
    assert "drummond" not in telling.at(0, TEXT.index(" The board met"))


def test_a_word_of_one_sentence_is_worth_more() -> None:
    """What two sentences have tells less than what only one has; what the text does not have tells nothing."""
    assert {"drummond": UNIQUE, "burned": RARE} == TellingWords([TEXT]).of(["To Drummond, of what was burned;", "HP"])


def test_shared_words_add_up_to_a_limit() -> None:
    """Each further word is worth less, and no number of words decides alone."""
    note = {word: UNIQUE for word in ("quell", "drummond", "march", "oil", "levy")}

    assert [UNSHARED, -UNIQUE, -MOST] == [
        words_price(note, words) for words in (frozenset({"mole"}), frozenset({"quell"}), frozenset(note))
    ]


def test_a_lost_call_is_put_where_the_words_are() -> None:
    """Of two silent sentence ends the note goes to the one that names what it names."""
    spots = [Spot(1, (), words=frozenset({"levy"})), Spot(1, (), words=frozenset({"drummond"}))]

    assert [1] == [link.spot for link in align([Called("1", 1, words={"drummond": UNIQUE})], spots)]
