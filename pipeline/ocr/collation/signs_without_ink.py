"""Signs that Tesseract made of specks: where a sign should have ink, there is none, or far too little.

A stop, a comma, a colon and a hyphen each have a place on the line and a least size. A speck has neither: it hangs in
the gap between two words, lies below the baseline, or is one dot where a colon has two. Both readers read such specks
as signs, with confidences of .94 and more, so that only the ink tells.

Sizes are in x-heights of the line. On 52 pages (34 scans of twelve printings, and 18 pages of a journal) the rules
take away 37 signs, all of them specks.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.collation.word_shapes import ADDRESS
from pipeline.vocabulary import Vocabulary

LEAST_STOP = 0.02
"""Square x-heights: a dot that is printed has 0.04 to 0.08, and 0.02 where dirt has eaten at it."""
ABOVE, BELOW = 1.0, 0.6
"""How far from the baseline the ink of a stop, a comma or a colon may be."""
SLACK = 0.1
"""By how much Tesseract's boxes may miss the ink."""
SMALL_HEIGHT, SMALL_WIDTH = 0.75, 0.9
"""What is larger belongs to a letter."""
UPPER_DOT = 0.3
"""The upper dot of a colon stands at least as high."""
FAR = 0.6
"""A stop is no further from its word; the space between words is about as wide."""
HYPHEN_WIDTH = 0.25
HYPHEN_FOOT = (0.15, 0.75)
RAISED = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a mark of which Tesseract has no character."""
KNOWN = 3.0
"""Zipf frequency of the words on both sides of a speck that closes the gap between them."""


class Place(NamedTuple):
    """One sign and what a rule may look at."""

    before: str
    """The text of the line before it."""
    after: str
    dots: list[Box]
    """The small pieces of ink at its place."""
    edge: int
    """Column where the character before it ends; 0 at the start of a line."""
    ground: Ground
    vocabulary: Vocabulary


Replacement = str | None
"""What stands there in truth, or None where the sign is as good as printed."""


def edits_by_ink(cells: list[Cell], ground: Ground, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Take away, or make spaces of, the signs of a line that have no ink of their own; raised ink is left alone."""
    text = "".join(cell.text or RAISED for cell in cells)
    for index, cell in enumerate(cells):
        rule = RULES.get(cell.text)
        if cell.char is None or cell.mark >= 0:
            continue
        if f" {text} "[index : index + 3].strip(" ") == cell.text and not _has_ink(cell.char.box, ground):
            yield Edit(index, index + 1)
            continue
        if rule is None:
            continue
        edge = max((other.char.box.right for other in cells[max(index - 2, 0) : index] if other.char), default=0)
        place = Place(text[:index], text[index + 1 :], _dots(cell.char.box, ground), edge, ground, vocabulary)
        replacement = rule(place)
        if replacement is not None:
            yield Edit(index, index + 1, tuple((char, cell.char.confidence) for char in replacement))


def _dots(box: Box, ground: Ground) -> list[Box]:
    """The small pieces about the baseline at the columns of a character."""
    height, slack = ground.kind.x_height, SLACK * ground.kind.x_height
    baseline = ground.kind.baseline_at((box.left + box.right) / 2)
    top, bottom = max(round(baseline - ABOVE * height), 0), max(round(baseline + BELOW * height), 0)
    area = Box(max(round(box.left - slack), 0), top, round(box.right + slack), bottom)
    found = (ground.pieces.box(int(index)) for index in ground.pieces.within(area))
    small = (box for box in found if box.height < SMALL_HEIGHT * height and box.width < SMALL_WIDTH * height)
    return [box for box in small if top <= (box.top + box.bottom) / 2 <= bottom]


def _has_ink(box: Box, ground: Ground) -> bool:
    """Whether a character that stands alone has as much ink as the least of characters, a stop."""
    return any(_is_dot(ground.pieces.box(int(index)), ground) for index in ground.pieces.within(box))


def _is_dot(piece: Box, ground: Ground) -> bool:
    return piece.width * piece.height >= LEAST_STOP * ground.kind.x_height**2


def _foot(box: Box, ground: Ground) -> float:
    """How far a piece of ink ends above the baseline."""
    return (ground.kind.baseline_at((box.left + box.right) / 2) - box.bottom) / ground.kind.x_height


def _stop(place: Place) -> Replacement:
    """A full stop far from its word; or with less ink than one has, where the sentence goes on or words are stuck."""
    if _is_far(place):
        return ""
    if any(_is_dot(box, place.ground) for box in place.dots):
        return None
    if place.after.lstrip(" ")[:1].islower() and (place.after[:1] == " " or place.before[-1:] in ("", " ")):
        return ""
    left, right = place.before.rpartition(" ")[2], place.after.partition(" ")[0]
    stuck = left.isalpha() and right.rstrip(".,;:’”").isalpha() and not ADDRESS.search(f"{left}.{right}")
    known = all(place.vocabulary.frequency(word) >= KNOWN for word in (left, right.rstrip(".,;:’”")))
    return " " if stuck and known else None


def _comma(place: Place) -> Replacement:
    """A comma far from its word; or whose ink lies below the baseline, where one that is printed begins on it."""
    if _is_far(place):
        return ""
    below = [_foot(box, place.ground) + box.height / place.ground.kind.x_height < 0 for box in place.dots]
    return "" if below and all(below) and _ends_word(place) else None


def _colon(place: Place) -> Replacement:
    """A colon of which there is only the upper dot."""
    high = [_foot(box, place.ground) > UPPER_DOT for box in place.dots]
    return "" if high and all(high) and _ends_word(place) else None


def _hyphen(place: Place) -> Replacement:
    """A hyphen before a word, with nothing as wide as one at its height; after another dash it is a part of that."""
    if place.before[-1:] not in ("", " ") or not place.after[:1].isalnum() or place.before.rstrip(" ")[-1:] in "-–—":
        return None
    least, most = HYPHEN_FOOT
    height = place.ground.kind.x_height
    inked = any(box.width >= HYPHEN_WIDTH * height and least <= _foot(box, place.ground) <= most for box in place.dots)
    return None if inked else ""


def _is_far(place: Place) -> bool:
    """Whether a sign stands alone in a line, too far from the word before for one that ends it.

    Dots in a row are an ellipsis or leaders; one that begins a line may be what is left of a note's label.
    """
    left, right = place.before.rstrip(" "), place.after.lstrip(" ")
    alone = place.before[-1:] == " " and place.after[:1] in ("", " ") and left[-1:] != "." and right[:1] != "."
    ink = min((box.left for box in place.dots), default=0)
    return alone and bool(left) and ink - place.edge > FAR * place.ground.kind.x_height


def _ends_word(place: Place) -> bool:
    return (place.before[-1:].isalnum() or place.before[-1:] == " ") and place.after[:1] in ("", " ")


RULES: dict[str, Callable[[Place], Replacement]] = {".": _stop, ",": _comma, ":": _colon, "-": _hyphen, "_": _hyphen}
