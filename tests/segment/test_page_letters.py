"""Notes of a dump that are lettered anew on every page: their letters read as signs, their words no references."""

from collections.abc import Sequence

import pytest

from pipeline import cleanup, segment
from pipeline.config import Settings
from pipeline.model import Article
from tests.cleanup.pages import pages_of
from tests.segment.conservation import assert_conserved

OPENINGS = (
    "Nobody in the town had asked what a winter without lamps would come to, and",
    "When the whalers came in at last their masters were told to wait until noon.",
    "A second levy was laid on the ferry, which had never paid one before, though",
    "It was the clerk who kept the slates, and he sold them when the board was out.",
)
TEXT = """\
the harbour board burned four thousand gallons of oil in the winter of the
levy, and it never said who had paid for them.{} The masters of the tea boats
were asked for a penny and gave a halfpenny, in coin, at the steps;{} and the
boy who rowed round the moorings with his slate wrote it down every evening,
as he had done in the years before the whalers came in, and nobody would say
where the oil had gone, though everybody knew.{} The lamps stayed dark until
the spring, and those who had paid for the oil were never told of it, but the"""
WORDS = (
    ("Lampenöl.", "Kupfermünze", "Stillschweigen."),
    ("Walfänger", "Bootsführer und ihre Leute", "Schiefertafel."),
    ("Fährgeld.", "Abgabe", "Latin for “to be lit.”"),
    ("Hafenamt.", "Schreiber", "das Beste der Stadt"),
)
SIGNS = (("•", "b", "'"), ("*", "h", "’"), ("•", "b", "c"), ("a", "h", "c"))


def _article(labels: Sequence[Sequence[str]]) -> Article:
    """Four pages with three notes each."""
    pages = [
        [opening, *TEXT.format("*", "b", "'").splitlines(), *map(" ".join, zip(own, words, strict=True))]
        for opening, own, words in zip(OPENINGS, labels, WORDS, strict=True)
    ]
    lines = cleanup.run(pages_of(*pages), Settings())
    article = segment.run(lines, Settings())
    assert_conserved(lines, article)
    return article


def test_letters_that_became_signs() -> None:
    """At the foot of every page the rows begin with glyphs that look like a, b, c, whatever their words are."""
    article = _article(SIGNS)

    assert ["a", "b", "c"] * 4 == [note.label for note in article.notes]
    assert [word for words in WORDS for word in words] == [note.text for note in article.notes]


@pytest.mark.parametrize("labels", [("1", "2", "3"), ("", "", "")])
def test_what_looks_like_numbers_or_like_nothing_is_not_lettered(labels: Sequence[str]) -> None:
    """Numbers that begin anew on every page stay numbers, and rows without a glyph are no lettered notes."""
    article = _article([labels] * 4)

    assert not any(note.label.isalpha() for note in article.notes)
