"""Which words are read again for their diacritics: those with more ink than the letters have that were read."""

import pytest

from pipeline.ocr.letterforms.dropped_diacritics import has_unread_ink
from tests.ocr.inked_line import inked_line

Ink = list[tuple[int, int, int, int]]
SMALL, TALL = (1, -20, 11, 0), (1, -30, 11, 0)
LETTER_I = [(4, -20, 8, 0), (4, -28, 8, -23)]
RING = [(1, -20, 11, -17), (1, -3, 11, 0), (1, -20, 3, 0), (9, -20, 11, 0)]
PRINTED = {"i": LETTER_I, "o": RING}


def unread(text: str, inks: dict[int, Ink]) -> bool:
    """Whether the one word of a line is told to have ink that was not read."""
    printed = {place: PRINTED[char] for place, char in enumerate(text) if char in PRINTED}
    inked = inked_line(text, {0: [TALL], **printed, **inks})
    return has_unread_ink(inked.ground.pieces, inked.line.words[0].chars, inked.ground.kind)


@pytest.mark.parametrize(
    ("text", "inks"),
    [
        pytest.param("Munoz", {2: [SMALL, (2, -28, 10, -24)]}, id="a tilde"),
        pytest.param("Benin", {3: [(4, -20, 8, 0), (2, -29, 10, -23)]}, id="a circumflex for the dot of an i"),
        pytest.param("Cemal", {0: [TALL, (5, 3, 8, 8)]}, id="a dot under a letter"),
        pytest.param("Caorna", {0: [(1, -30, 11, 6)]}, id="a cedilla that touches its letter"),
        pytest.param("Evora", {0: [(1, -37, 11, 0)]}, id="an acute that touches its capital"),
        pytest.param("Soren", {1: [*RING, (3, -12, 9, -8)]}, id="a stroke through an o"),
        pytest.param("‘Yusuf", {0: [], 1: [TALL]}, id="a quote without ink, from dirt on its capital"),
    ],
)
def test_ink_that_was_not_read(text: str, inks: dict[int, Ink]) -> None:
    """Marks over letters, under them and through them are seen, whether they touch their letters or not."""
    assert unread(text, inks)


def test_a_word_that_was_read_with_a_diacritic() -> None:
    """A reader that saw one mark may have taken it for another: the word is read again."""
    assert unread("Hélene", {})


@pytest.mark.parametrize(
    ("text", "inks"),
    [
        pytest.param("Martin", {}, id="the dot of an i"),
        pytest.param("Don’s", {3: [(4, -30, 8, -22)]}, id="an apostrophe"),
        pytest.param("Rome", {}, id="an o"),
        pytest.param("Munoz", {2: [SMALL, (4, -28, 6, -26)]}, id="a speck"),
        pytest.param("Munoz", {2: [SMALL, (2, -40, 10, -37)]}, id="the foot of a letter of the line above"),
    ],
)
def test_ink_of_the_letters_that_were_read(text: str, inks: dict[int, Ink]) -> None:
    """Dots, apostrophes, dirt and the line above are no diacritics."""
    assert not unread(text, inks)
