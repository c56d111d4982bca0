"""Inline markup: one text, stretches of it that overlap, and points in it become properly nested elements.

The text is written once, from left to right, and nothing else is: the string value of what is built, without the
elements that stand at points, is the text.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from pipeline.tei.elements import Element, append_text, element

CELL = 256
"""Characters of text in a stretch for which the ranges are kept together."""


class Range(NamedTuple):
    """An element around ``text[start:end]``. One that may split (typography) gives way to one that may not (a name)."""

    start: int
    end: int
    name: str
    attributes: dict[str, str | None]
    may_split: bool = False
    outermost: bool = False
    """Whether the element must stand directly in the parent, as ``docAuthor`` in ``byline``."""
    text_only: bool = False
    """Whether the element may hold nothing but text, as ``idno``: nothing is marked in it, and where a page or a note
    stands in the text it is not written itself."""


class Point(NamedTuple):
    """Elements that stand before ``text[offset]``, in ``order`` among the points of the same offset."""

    offset: int
    order: tuple[int, ...]
    nodes: tuple[Element, ...]


def fill(parent: Element, text: str, ranges: Sequence[Range], points: Iterable[Point]) -> None:
    """Write the text into the parent, with its ranges as elements and its points in their places.

    At one offset ranges close first, then the points stand, then ranges open, so that a note after a name is behind it.
    """
    standing = sorted(points, key=lambda each: (each.offset, each.order))
    fitting = [each for each in ranges if not _holds_point(each, standing)]
    waiting = sorted(_worth_writing(nest(fitting), text), key=lambda each: (each.start, -each.end))
    opened: list[tuple[int, Element]] = [(len(text), parent)]
    written = 0
    for place in sorted({len(text), *_places(waiting, standing)}):
        append_text(opened[-1][1], text[written:place])
        written = place
        while len(opened) > 1 and opened[-1][0] <= place:
            opened.pop()
        while standing and standing[0].offset == place:
            opened[-1][1].extend(standing.pop(0).nodes)
        while waiting and waiting[0].start == place:
            opened.append(_open(opened[-1][1], waiting.pop(0)))


def within(start: int, end: int, ranges: Iterable[Range]) -> list[Range]:
    """The ranges in ``text[start:end]``, by its own offsets; of those that reach beyond it only type may be cut."""
    return [
        each._replace(start=max(each.start, start) - start, end=min(each.end, end) - start)
        for each in ranges
        if each.start < end and start < each.end and (each.may_split or (start <= each.start and each.end <= end))
    ]


def _holds_point(each: Range, points: Iterable[Point]) -> bool:
    """Whether a page or a note would stand in an element of text only: then the text goes unmarked."""
    return each.text_only and any(each.start < point.offset < each.end for point in points)


def _worth_writing(ranges: Iterable[Range], text: str) -> list[Range]:
    """All of them but typography that splitting has left around nothing but white space."""
    return [each for each in ranges if not (each.may_split and text[each.start : each.end].isspace())]


def _open(parent: Element, each: Range) -> tuple[int, Element]:
    """The end of a range and its element, which is added to the parent."""
    made = element(each.name, **each.attributes)
    parent.append(made)
    return each.end, made


def _places(ranges: Iterable[Range], points: Iterable[Point]) -> set[int]:
    """Every offset at which something begins, ends or stands."""
    ends = {offset for each in ranges for offset in (each.start, each.end)}
    return ends | {point.offset for point in points}


def nest(ranges: Sequence[Range]) -> list[Range]:
    """The same ranges, none crossing another and none around one that must be outermost.

    Outermost ranges come first, then others that may not split, each in the order given; one that clashes with an
    earlier one is left out. Those that may split are cut where they clash: ``(0, 5)`` across ``(3, 8)`` becomes
    ``(0, 3)`` and ``(3, 5)``.
    """
    accepted: list[Range] = []
    near = defaultdict[int, list[Range]](list)
    """The accepted ranges that touch each stretch of ``CELL`` characters: no range clashes with one far from it."""
    for each in sorted(
        (one for one in ranges if one.start < one.end), key=lambda one: (one.may_split, not one.outermost)
    ):
        others = [other for cell in _cells(each) for other in near[cell]]
        parts = split(each, others) if each.may_split else [each]
        fitting = [part for part in parts if not any(clashes(part, other) for other in others)]
        accepted += fitting
        for part in fitting:
            for cell in _cells(part):
                near[cell].append(part)
    return accepted


def _cells(each: Range) -> range:
    return range(each.start // CELL, (each.end - 1) // CELL + 1)


def split(each: Range, others: Iterable[Range]) -> list[Range]:
    """The range cut at every edge of a range that it clashes with.

    One pass is enough: a part could only cross a range which itself crossed the range that gave the cut.
    """
    edges = {edge for other in others if clashes(each, other) for edge in (other.start, other.end)}
    cuts = [each.start, *sorted(edge for edge in edges if each.start < edge < each.end), each.end]
    return [each._replace(start=start, end=end) for start, end in pairwise(cuts)]


def clashes(each: Range, other: Range) -> bool:
    """Whether the range cannot be written as it is beside the other, which was accepted before."""
    if crosses(each, other):
        return True
    if any(_holds(whole, part) for whole, part in ((each, other), (other, each)) if whole.text_only):
        return True
    overlaps = each.start < other.end and other.start < each.end
    encloses = each.start <= other.start and other.end <= each.end and each[:2] != other[:2]
    return other.outermost and overlaps and (each.outermost or encloses)


def _holds(whole: Range, part: Range) -> bool:
    """Whether a part would stand in it."""
    return whole.start <= part.start and part.end <= whole.end


def crosses(one: Range, other: Range) -> bool:
    """Whether they overlap and neither lies within the other."""
    first, second = sorted((one, other), key=lambda each: (each.start, -each.end))
    return first.start < second.start < first.end < second.end
