"""Signs that Tesseract made of specks: where a sign should have ink, there is none, or far too little.

A stop, a comma, a colon, a hyphen and a quote each have a place on the line and a least size. A speck has neither: it
hangs in the gap between two words, lies below the baseline, is one dot where a colon has two, or is far smaller than
the signs of its page (``sign_sizes``). Both readers read such specks as signs, with confidences of .94 and more, so
that only the ink tells.

Sizes are in x-heights of the line.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.collation.word_shapes import ADDRESS, QUOTES
from pipeline.ocr.letterforms.sign_sizes import SLACK, SMALL_HEIGHT, UPPER_DOT, area_of, darkness, dash_length, dots_at
from pipeline.ocr.punctuation.strokes_of_quotes import STROKE, STROKE_FOOT, TOUCHING
from pipeline.vocabulary import ABBREVIATIONS, Vocabulary

TRACE = 0.5
"""Of the least size of a stop: nothing printed is as small, not even where dirt has eaten at it."""
BAND = (1.7, 0.5)
"""Above and below the baseline: what is further off is of another line."""
OFF = 0.5
"""By how much Tesseract's box of a sign that stands alone may be off."""
QUOTE_FOOT, QUOTE_HEIGHT, QUOTE_WIDTH = 0.3, 1.2, 1.2
"""A quote stands at least as high, and is no larger."""
MOST_BETWEEN = 0.7
FAR = 0.6
"""A stop is no further from its word; the space between words is about as wide."""
HYPHEN_WIDTH = 0.25
HYPHEN_FOOT = (0.15, 0.75)
SQUARE = 0.9
"""Height to width of a speck at least; of what is left of a hyphen .65 at most."""
SMALL = frozenset(".,:;-–—_·•…")
"""Characters that may have as little ink as a stop."""
STROKE_SLACK = 0.3
WHOLE = 1.8
"""Of the least size of a quote: a stroke with less may be half of one."""
ON_LINE = frozenset(".,_")
"""Signs that a raised number leaves nothing under it to be mistaken for: behind one, no ink is no sign."""
X_HIGH = frozenset("acegmnopqrsuvwxyz")
BLUR = 2
"""Pixels of grey around ink."""
BESIDE, SHADE = 0.4, 0.2
"""How far a second stroke would go, and how dark it would be at least, of the first."""
RAISED = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a mark of which Tesseract has no character."""
KNOWN = 3.0
"""Zipf frequency of the words on both sides of a speck that closes the gap between them."""
_LABEL = re.compile(r"\s*\d{1,3}[.,)]\s+\w")
_LAST_LETTERS = re.compile(r"^(.*?)([^\W\d_]*)$")
_FIRST_LETTERS = re.compile(r"^[^\W\d_]*")
_OPENING, _CLOSING = re.compile(r"^[“‘(\[]+"), re.compile(r"[.,;:’”)\]]+$")


class Place(NamedTuple):
    """One sign and what a rule may look at."""

    before: str
    """The text of the line before it."""
    after: str
    box: Box
    dots: list[Box]
    """The small pieces of ink about the baseline at its place."""
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
        if f" {text} "[index : index + 3].strip(" ") == cell.text and not _has_ink(cells, index, ground):
            yield Edit(index, index + 1)
            continue
        if rule is None:
            continue
        edge = max((other.char.box.right for other in cells[max(index - 2, 0) : index] if other.char), default=0)
        dots = dots_at(cell.char.box, ground.pieces, ground.kind)
        if cell.text in ON_LINE and cells[max(index - 1, 0)].mark >= 0 and not dots:
            yield Edit(index, index + 1)
            continue
        place = Place(text[:index], text[index + 1 :], cell.char.box, dots, edge, ground, vocabulary)
        replacement = rule(place)
        if replacement is not None:
            yield Edit(index, index + 1, tuple((char, cell.char.confidence) for char in replacement))


def _has_ink(cells: list[Cell], index: int, ground: Ground) -> bool:
    """Whether a character that stands alone has ink: a letter more than a quote has, a stop as much as one.

    The box of a letter may be off, a pixel wide in the white beside it, so that all ink between its neighbours counts;
    that of a stop may reach to the letters beside it.
    """
    cell, height = cells[index], ground.kind.x_height
    if cell.char is None:
        return False
    text, box = cell.text, cell.char.box
    pieces = _of_line(box, ground)
    if text in SMALL:
        wide = Box(max(round(box.left - OFF * height), 0), box.top, round(box.right + OFF * height), box.bottom)
        pieces = [piece for piece in _of_line(wide, ground) if piece.height < SMALL_HEIGHT * height]
    elif text.isalnum():
        pieces += _between_neighbours(cells, index, box, ground)
    least = ground.sizes.stop if text in SMALL else max(ground.sizes.stop, ground.sizes.quote)
    return any(area_of(piece, ground.kind) >= least for piece in pieces)


def _between_neighbours(cells: list[Cell], index: int, box: Box, ground: Ground) -> list[Box]:
    """The pieces of ink whose middle lies between the characters before and behind a word of one character.

    At the end of a line dirt may be anywhere behind the last word.
    """
    before, behind = cells[max(index - 2, 0) : index], cells[index + 1 : index + 3]
    left = max((cell.char.box.right for cell in before if cell.char), default=0)
    right = min((cell.char.box.left for cell in behind if cell.char), default=0)
    room = Box(left, box.top, max(left, right), box.bottom)
    return [piece for piece in _of_line(room, ground) if 0 < left <= (piece.left + piece.right) / 2 <= right]


def _of_line(box: Box, ground: Ground) -> list[Box]:
    """The pieces of ink at the columns of a character, without those of the lines above and below."""
    height, (above, below) = ground.kind.x_height, BAND
    baseline = ground.kind.baseline_at((box.left + box.right) / 2)
    found = ground.pieces.boxes(box)
    return [b for b in found if baseline - above * height <= (b.top + b.bottom) / 2 <= baseline + below * height]


def _is_dot(piece: Box, ground: Ground) -> bool:
    return area_of(piece, ground.kind) >= ground.sizes.stop


def _foot(box: Box, ground: Ground) -> float:
    """How far a piece of ink ends above the baseline."""
    return (ground.kind.baseline_at((box.left + box.right) / 2) - box.bottom) / ground.kind.x_height


def _stop(place: Place) -> Replacement:
    """A full stop far from its word; or with less ink than one has, where the sentence goes on or words are stuck.

    An abbreviation has its stop, however worn, and wherever a bracket opens before it (``(cf.``), an italic capital
    was read as a stroke (``/d.``) or another stop stands within (``U.S.``).
    """
    if _is_far(place) or _is_of_next_line(place):
        return ""
    if any(_is_dot(box, place.ground) for box in place.dots):
        return None
    rest, letters = _LAST_LETTERS.findall(place.before)[0]
    abbreviated = bool(letters) and (letters.casefold() in ABBREVIATIONS or rest.endswith((".", "/")))
    goes_on = place.after.lstrip(" ")[:1].islower() and (place.after[:1] == " " or place.before[-1:] in ("", " "))
    if goes_on and not abbreviated and len(letters) != 1:
        return ""
    if _is_between_words(place):
        return " "
    traces = [area_of(box, place.ground.kind) < TRACE * place.ground.sizes.stop for box in place.dots]
    return "" if traces and all(traces) and not abbreviated and place.after[:1] in ("", " ") else None


def _comma(place: Place) -> Replacement:
    """A comma far from its word; or whose ink lies below the baseline, where one that is printed begins on it."""
    if _is_far(place) or _is_of_next_line(place):
        return ""
    below = [_foot(box, place.ground) + box.height / place.ground.kind.x_height < 0 for box in place.dots]
    return "" if below and all(below) and _ends_word(place) else None


def _colon(place: Place) -> Replacement:
    """A colon of which there is only the upper dot; or one whose upper dot is a speck, which is a stop."""
    if _has_speck_above(place):
        return "."
    high = [_foot(box, place.ground) > UPPER_DOT for box in place.dots]
    if not high or not _ends_word(place):
        return None
    if all(high):
        return ""
    printed = [up for up, box in zip(high, place.dots, strict=True) if _is_dot(box, place.ground)]
    return "." if any(high) and printed and not any(printed) else None


def _semicolon(place: Place) -> Replacement:
    """A semicolon whose upper dot hangs above the small letters is a comma with a speck over it."""
    return "," if _has_speck_above(place) else None


def _has_speck_above(place: Place) -> bool:
    """Whether what was read for the upper dot of a colon hangs too high over the lower one.

    There are .3 to .6 x-heights between the two dots of some 450 printed colons and semicolons; between a stop
    or a comma and a speck over it, .8 and more. Where the baseline is cannot be asked: in a line of figures it is off.
    """
    height = place.ground.kind.x_height
    pieces = (b for b in _of_line(place.box, place.ground) if max(b.height, b.width) < SMALL_HEIGHT * height)
    dots = sorted(pieces, key=lambda box: box.top)
    if len(dots) < len(":.") or _foot(dots[-1], place.ground) > UPPER_DOT:
        return False
    return dots[-1].top - dots[-2].bottom > MOST_BETWEEN * height


def _hyphen(place: Place) -> Replacement:
    """A hyphen before a word, with nothing as wide as one at its height; after another dash it is a part of that.

    Where it stands alone or begins the line there has to be a speck: a thin dash may have no ink in black
    and white. Between two words a speck in the white is no hyphen.
    """
    if place.before[-1:].isalpha() and place.after[:1].isalpha():
        return " " if _is_speck_for_hyphen(place) else None
    follows_space = place.before[-1:] in ("", " ")
    alone = follows_space and place.after[:1] in ("", " ")
    starts_word = follows_space and place.after[:1].isalnum()
    needs_speck = alone or not place.before
    follows_dash = place.before.rstrip(" ").endswith(("-", "–", "—"))
    if not (alone or starts_word) or follows_dash or (needs_speck and not place.dots):
        return None
    least, most = HYPHEN_FOOT
    height = place.ground.kind.x_height
    inked = any(box.width >= HYPHEN_WIDTH * height and least <= _foot(box, place.ground) <= most for box in place.dots)
    return None if inked else ""


def _is_speck_for_hyphen(place: Place) -> bool:
    """Whether a speck as tall as it is wide stands where a hyphen between two words would, and no stroke.

    Of 65 hyphens between letters of four scans none is so: what dirt or faint ink leaves of one is flat.
    """
    kind, (least, most) = place.ground.kind, HYPHEN_FOOT
    size = HYPHEN_WIDTH * kind.x_height
    specks = [dot for dot in place.dots if least <= _foot(dot, place.ground) <= most]
    round_ones = bool(specks) and all(dot.width < size and dot.height >= SQUARE * dot.width for dot in specks)
    halves = (_LAST_LETTERS.sub(r"\2", place.before), _FIRST_LETTERS.findall(place.after)[0])
    words = not any(place.vocabulary.is_unknown(half.casefold()) for half in halves)
    return round_ones and words and dash_length(place.box, place.ground.pieces, kind) < HYPHEN_WIDTH


def _quote(place: Place) -> Replacement:
    """A quote far smaller than a comma of its page; between two words that it has joined, a space.

    An apostrophe without which there is no word has its ink, however little: ``aff’d``, ``Soc’y``.
    """
    if _is_contraction(place):
        return None
    height = place.ground.kind.x_height
    slack = round(SLACK * height)
    wide = Box(max(place.box.left - slack, 0), place.box.top, place.box.right + slack, place.box.bottom)
    raised = [
        box
        for box in _of_line(wide, place.ground)
        if _foot(box, place.ground) >= QUOTE_FOOT
        and box.height < QUOTE_HEIGHT * height
        and box.width < QUOTE_WIDTH * height
    ]
    if raised and all(area_of(box, place.ground.kind) < place.ground.sizes.quote for box in raised):
        return " " if _is_between_words(place) else ""
    return None


def _opening(place: Place) -> Replacement:
    """A double quote that opens with one stroke is a single one: its other stroke would be as large, and is not there.

    Where a stroke is small, or there is grey beside it, the other may be lost in dirt.
    """
    ground, height = place.ground, place.ground.kind.x_height
    slack = round(STROKE_SLACK * height)
    wide = Box(max(place.box.left - slack, 0), place.box.top, place.box.right + slack, place.box.bottom)
    strokes = [box for box in _of_line(wide, ground) if _foot(box, ground) >= STROKE_FOOT]
    whole = len(strokes) == 1 and WHOLE * ground.sizes.quote <= area_of(strokes[0], ground.kind)
    if not (ground.sizes.quote and ground.grey is not None and whole and _is_stroke(strokes[0], height)):
        return _quote(place)
    return "‘" if not _has_grey_beside(strokes[0], place, ground) else None


def _is_stroke(box: Box, height: float) -> bool:
    return STROKE[0] * height <= box.height <= STROKE[1] * height and box.width < TOUCHING * box.height


def _has_grey_beside(stroke: Box, place: Place, ground: Ground) -> bool:
    """Whether there is a shade of another stroke on either side, up to the ink of other signs.

    The arm of a T, and a bracket, come as near to a quote as its second stroke would. What a small letter without an
    ascender has at the height of quotes is a stroke that touches it.
    """
    if ground.grey is None:
        return False
    height = ground.kind.x_height
    reach = round(BESIDE * height)
    rows = slice(stroke.top, stroke.bottom)
    area = Box(max(stroke.left - reach, 0), stroke.top, stroke.right + reach, stroke.bottom)
    others = [box for box in ground.pieces.boxes(area) if box != stroke]
    first = max([place.edge, *(box.right for box in others if box.right <= stroke.left)]) + BLUR
    last = stroke.right + BLUR + reach // 2
    if place.after[:1] not in X_HIGH:
        last = min([last, *(box.left - BLUR for box in others if box.left >= stroke.right)])
    own = darkness(ground.grey[rows, stroke.left : stroke.right])
    left = darkness(ground.grey[rows, max(stroke.left - reach - BLUR, first) : max(stroke.left - BLUR, 0)])
    right = darkness(ground.grey[rows, stroke.right + BLUR : max(last, 0)])
    return max(left, right) > SHADE * own


def _is_contraction(place: Place) -> bool:
    """Whether a sign stands within a word that is none without it."""
    left, right = _LAST_LETTERS.findall(place.before)[0][1], _FIRST_LETTERS.findall(place.after)[0]
    return bool(left and right) and place.vocabulary.is_unknown(left + right) and not _is_between_words(place)


def _is_between_words(place: Place) -> bool:
    """Whether a sign stands without spaces between two words that everybody knows; other letters alone are initials."""
    left, right = _OPENING.sub("", place.before.rpartition(" ")[2]), _CLOSING.sub("", place.after.partition(" ")[0])
    stuck = left.isalpha() and right.isalpha() and not ADDRESS.search(f"{left}.{right}")
    return stuck and all(
        (len(word) > 1 or word == "a") and place.vocabulary.frequency(word) >= KNOWN for word in (left, right)
    )


def _is_far(place: Place) -> bool:
    """Whether a sign stands alone in a line, too far from the word before for one that ends it.

    Dots in a row are an ellipsis or leaders; one that begins a line may be what is left of a note's label, unless the
    label follows.
    """
    if not place.before and place.after[:1] == " " and _LABEL.match(place.after):
        return True
    left, right = place.before.rstrip(" "), place.after.lstrip(" ")
    alone = place.before[-1:] == " " and place.after[:1] in ("", " ") and left[-1:] != "." and right[:1] != "."
    ink = min((box.left for box in place.dots), default=0)
    return alone and bool(left) and ink - place.edge > FAR * place.ground.kind.x_height


def _is_of_next_line(place: Place) -> bool:
    """Whether no dot stands where a sign was read, but a raised figure of the next line, below the baseline.

    The baseline of a short line may be off, so that its stops lie below: they are small.
    """
    kind = place.ground.kind
    baseline, least = kind.baseline_at(place.box.left), SMALL_HEIGHT * kind.x_height
    figures = (box for box in place.ground.pieces.boxes(place.box) if box.top > baseline and box.height >= least)
    return not place.dots and any(figures)


def _ends_word(place: Place) -> bool:
    return (place.before[-1:].isalnum() or place.before[-1:] == " ") and place.after[:1] in ("", " ")


RULES: dict[str, Callable[[Place], Replacement]] = {
    ".": _stop, ",": _comma, ":": _colon, ";": _semicolon, "-": _hyphen, "_": _hyphen,
    **dict.fromkeys(sorted(QUOTES), _quote), "“": _opening,
}  # fmt: skip
