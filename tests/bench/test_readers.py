"""The bench of the readers: how raised signs are counted."""

from pipeline.model import Box, Line, RaisedMark, Word
from tests.bench.readers import raised


def _line(text: str, *marks: tuple[int, int, int]) -> Line:
    words = tuple(Word(text=word) for word in text.split())
    box = Box(0, 0, 1, 1)
    return Line(words=words, marks=tuple(RaisedMark(word=w, start=s, end=e, box=box) for w, s, e in marks))


def test_a_label_is_seen_in_the_first_word_of_its_note() -> None:
    """``2 Resolution`` is printed, ``*Resolution`` read, and the star known for raised ink."""
    assert (0, 0, 1, 1, 0) == raised([_line("2 Resolution of", (0, 0, 1))], [_line("*Resolution of", (0, 0, 1))])


def test_a_call_is_seen_where_its_punctuation_is_lost() -> None:
    """``way”.‡ Each`` is printed, ``way” Each`` read, and the ink behind it known."""
    assert (1, 1, 0, 0, 0) == raised([_line("way”.‡ Each", (0, 5, 6))], [_line("way” Each", (0, 4, 4))])


def test_a_mark_elsewhere_is_false() -> None:
    """The call is not seen, and a broken figure is taken for one."""
    assert (1, 0, 0, 0, 1) == raised([_line("in 1954 it was.7", (3, 4, 5))], [_line("in 1954 it was.”", (1, 2, 3))])
