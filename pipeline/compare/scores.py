"""What a measurement is made of: counts with the figures that follow from them.

A figure that has no meaning is None, never 0 or 1: the precision of nothing given, the recall of nothing wanted.
"""

import msgspec


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """Base of every record of an evaluation: immutable, written with all its fields."""


class Score(Figure, frozen=True, kw_only=True):
    """Precision and recall of things that are either right or not."""

    right: int
    given: int
    """How many the output has."""
    wanted: int
    """How many the truth has."""
    precision: float | None
    recall: float | None
    f1: float | None
    """Harmonic mean of the two, ``2 * right / (given + wanted)``; None when there is nothing on either side."""


class Errors(Figure, frozen=True, kw_only=True):
    """Character errors of one kind of text."""

    distance: int
    length: int
    """Characters of the truth."""
    rate: float
    """The character error rate, ``distance / length``; may exceed 1, infinite when the truth has no text at all."""
    folded: float
    """The same rate with all quotation marks, all dashes and the ellipsis written one way, as a search sees them."""


def score(right: int, given: int, wanted: int) -> Score:
    """The figures for ``right`` hits among ``given`` answers to ``wanted`` questions."""
    return Score(
        right=right,
        given=given,
        wanted=wanted,
        precision=_ratio(right, given),
        recall=_ratio(right, wanted),
        f1=_ratio(2 * right, given + wanted),
    )


def total(scores: list[Score]) -> Score:
    """All of them counted together (the micro-average)."""
    return score(sum(s.right for s in scores), sum(s.given for s in scores), sum(s.wanted for s in scores))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
