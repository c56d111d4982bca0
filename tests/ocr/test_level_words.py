"""Words that may be in small capitals: where the ink speaks against a letter that was read."""

from pipeline.ocr.letterforms.level_words import doubtful
from tests.ocr.inked_line import inked_line

CAPITAL, SMALL = (1, -28, 11, 0), (1, -20, 11, 0)


def test_a_t_that_does_not_rise() -> None:
    """``Ata`` with a t as low as its neighbours was printed in small capitals."""
    inked = inked_line("Ata", {0: [CAPITAL]})
    assert frozenset({0}) == doubtful(inked.ground.pieces, inked.line, inked.ground.kind)


def test_a_t_that_rises_by_little() -> None:
    """``Great`` has a t that is a tenth taller than its neighbours, as in many a face."""
    inked = inked_line("Great", {0: [CAPITAL], 4: [(1, -22, 11, 0)]})
    assert frozenset() == doubtful(inked.ground.pieces, inked.line, inked.ground.kind)


def test_two_letters_that_touch() -> None:
    """Of T and h in one piece of ink nobody sees that the h is low, and the e is level with itself."""
    inked = inked_line("The", {0: [(1, -28, 12, 0)], 1: [(0, -28, 11, 0)]})
    assert frozenset() == doubtful(inked.ground.pieces, inked.line, inked.ground.kind)
