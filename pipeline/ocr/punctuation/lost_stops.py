"""Stops that Tesseract lost within abbreviations, and closing quotes that it lost behind a stop: their ink is there.

``U.S.``, ``e.g.`` and ``L.J.`` are read ``US.``, ``eg.`` and ``L J.``, with confidences of .9 and more, for the short
word is a word as well. Stops are put in only where every letter of the word has one piece of ink and a dot behind it:
a word with one dot in it has a broken letter.

A closing quote stands so close over the stop before it (``six.’``) that Tesseract overlooks it, with confidences of .9
and more. It is put in where one or two pieces of ink as large as the page's commas stand there, no character accounts
for them, and the next word is further off. So is the stop that is overlooked under or behind a quote (``clock’.``): all
18 quotes of 101 pages with a dot of that size on the baseline, read for nothing, had a stop.
"""

from collections.abc import Iterator

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.ink.greys import PAPER
from pipeline.ocr.letterforms.sign_sizes import area_of, dots_at
from pipeline.ocr.readers.hocr import ReadChar

MOST_LETTERS = 5
# In x-heights.
DOT = 0.42
DOT_FOOT = 0.15
LETTER = 0.75
ABOVE, BELOW = 2.0, 0.6
REACH = 0.9
"""How far behind a single letter its stop may be."""
BEHIND = frozenset(".,;:)]’”'\"")
WORDS = frozenset("AI")
SMALL = frozenset({"eg", "ie"})
"""In small letters too, for the rest are words: of ``as`` with a broken letter nothing shall become ``a.s``."""
CLEAR = 0.05
"""White on both sides of a stop, in x-heights: what touches a letter is its serif."""
CONFIDENCE = 0.9
OF_STOP_AND_QUOTE = frozenset("?!")
"""What a stop with a quote over it is read for: over the dot of one that is printed there is more than a quote."""
BEFORE_QUOTE = frozenset(".,") | OF_STOP_AND_QUOTE
CLOSING = frozenset("’”")
REACH_OF_STOP = 0.7
"""How far behind a quote its stop may be."""
QUOTE_REACH = 0.9
"""How far a quote goes behind the stop before it."""
QUOTE_BAND = (1.8, 0.8)
"""Above the baseline: where quotes are."""
QUOTE_HEIGHT, QUOTE_WIDTH, QUOTE_FOOT = (0.3, 0.7), 0.45, (0.6, 1.5)
QUOTE_TOP = 1.15
"""A quote is higher than the serif of a y, which ends at the x-height."""
PRINTED = 0.6
"""Of the darkness of the stop: what is lighter shows through from the other side of the leaf."""
QUOTE_SHARE = 1.5
"""Of the least size of a quote: more than a fragment has."""


def lost_stops(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """Put in the stops that stand between the letters of an abbreviation, or behind an initial, in ink alone."""
    for word in sorted({cell.word for cell in cells}):
        own = [i for i, cell in enumerate(cells) if cell.word == word and cell.char is not None]
        letters = [i for i in own if cells[i].text.isalpha()]
        if any(cells[i].mark >= 0 for i in own) or not _may_be_abbreviation([cells[i].text for i in own]):
            continue
        after = _left_of_next(cells, own[-1])
        for place in _stops(cells, letters, after, ground):
            if cells[letters[place] + 1 : letters[place] + 2] and cells[letters[place] + 1].text in BEHIND:
                continue
            yield Edit(letters[place] + 1, letters[place] + 1, ((".", CONFIDENCE),))


def lost_quotes(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """Put in the closing quotes that stand behind the stop of a word in ink alone."""
    if not ground.sizes.quote:
        return
    for index, cell in enumerate(cells):
        beside = cells[index + 1] if index + 1 < len(cells) else None
        if cell.char is None or cell.mark >= 0 or cell.text not in BEFORE_QUOTE or (beside and beside.text != " "):
            continue
        if not index or cells[index - 1].mark >= 0 or not cells[index - 1].text.isalnum():
            continue
        after = _left_of_next(cells, index)
        strokes = _strokes(cell.char.box, after, ground)
        quote = ("’" if strokes == 1 else "”", CONFIDENCE)
        if strokes and cell.text in OF_STOP_AND_QUOTE:
            yield Edit(index, index + 1, ((".", CONFIDENCE), quote))
        elif strokes:
            yield Edit(index + 1, index + 1, (quote,))


def stops_at_quotes(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """Put in the stops that stand under or behind the closing quote of a word in ink alone."""
    for index, cell in enumerate(cells):
        before, after = cells[max(index - 1, 0)], cells[index + 1] if index + 1 < len(cells) else None
        if cell.text not in CLOSING or cell.char is None or cell.mark >= 0 or (after and after.text != " "):
            continue
        if before.char is None or before.mark >= 0 or not before.text.isalnum():
            continue
        follower = _next_char(cells, index)
        if follower and follower.text.islower():
            continue  # the sentence goes on: the Franciscans’ clock
        dot = _dot_at(before.char.box, cell.char.box, _left_of_next(cells, index), ground)
        if dot:
            behind = dot.left + dot.right >= _middle(before.char.box, cell.char.box, ground)
            yield Edit(index + behind, index + behind, ((".", CONFIDENCE),))


def _next_char(cells: list[Cell], index: int) -> ReadChar | None:
    """The first character behind a cell, in its word or the next."""
    return next((cell.char for cell in cells[index + 1 :] if cell.char), None)


def _left_of_next(cells: list[Cell], index: int) -> int | None:
    char = _next_char(cells, index)
    return char.box.left if char else None


def _middle(letter: Box, quote: Box, ground: Ground) -> int:
    """Left and right edge of a quote's ink together; of its box, if it has none: that may be off by a sign."""
    height, baseline = ground.kind.x_height, ground.kind.baseline_at(quote.right)
    top, foot = (max(round(baseline - rows * height), 0) for rows in QUOTE_BAND)
    area = Box(letter.right, top, max(quote.right + round(REACH_OF_STOP * height), letter.right), foot)
    strokes = [box for box in ground.pieces.boxes(area) if box.left >= letter.right and _is_stroke(box, ground)]
    return min((box.left for box in strokes), default=quote.left) + max(
        (box.right for box in strokes), default=quote.right
    )


def _dot_at(letter: Box, quote: Box, follower: int | None, ground: Ground) -> Box | None:
    """The one dot on the baseline between a letter and the word after the quote, as large as a stop."""
    height, baseline = ground.kind.x_height, ground.kind.baseline_at(quote.right)
    left, right = letter.right - round(CLEAR * height), round(quote.right + REACH_OF_STOP * height)
    if follower is not None:
        right = min(right, follower)
    if right <= left:
        return None
    area = Box(left, max(round(baseline - DOT * height), 0), right, round(baseline + BELOW * height))
    low = [box for box in ground.pieces.boxes(area) if box.left >= left and box.height <= LETTER * height]
    dots = [
        box
        for box in low
        if max(box.height, box.width) <= DOT * height
        and abs(baseline - box.bottom) <= DOT_FOOT * height
        and area_of(box, ground.kind) >= ground.sizes.stop
    ]
    return dots[0] if len(dots) == len(low) == 1 else None


def _strokes(stop: Box, after: int | None, ground: Ground) -> int:
    """How many strokes of a quote stand over and behind a stop; 0 where there is other ink too."""
    height = ground.kind.x_height
    baseline = ground.kind.baseline_at(stop.right)
    right = round(stop.right + QUOTE_REACH * height)
    if after and after < right:
        return 0
    top, foot = (max(round(baseline - rows * height), 0) for rows in QUOTE_BAND)
    area = Box(stop.left, top, right, foot)
    dots = dots_at(stop, ground.pieces, ground.kind)
    middle = max(((dot.left + dot.right) / 2 for dot in dots), default=stop.right)
    found = [box for box in ground.pieces.boxes(area) if box.right > middle]
    if not all(box.left >= middle and _is_stroke(box, ground) for box in found):
        return 0
    near = not after or not found or after - found[-1].right > found[0].left - middle
    if not near or len(found) > len("’’") or not dots:
        return 0
    least = PRINTED * min(_darkness(ground, dot) for dot in dots)
    return len(found) if all(_darkness(ground, box) >= least for box in found) else 0


def _darkness(ground: Ground, box: Box) -> float:
    """The mean darkness of a piece of ink; without the grey page, of all alike."""
    return (
        float(PAPER - ground.grey[box.top : box.bottom, box.left : box.right].mean())
        if ground.grey is not None
        else 1.0
    )


def _is_stroke(box: Box, ground: Ground) -> bool:
    height = ground.kind.x_height
    foot = (ground.kind.baseline_at(box.left) - box.bottom) / height
    small = QUOTE_HEIGHT[0] * height <= box.height <= QUOTE_HEIGHT[1] * height and box.width <= QUOTE_WIDTH * height
    return (
        small
        and QUOTE_FOOT[0] <= foot <= QUOTE_FOOT[1]
        and foot + box.height / height >= QUOTE_TOP
        and area_of(box, ground.kind) >= QUOTE_SHARE * ground.sizes.quote
    )


def _may_be_abbreviation(texts: list[str]) -> bool:
    letters = [text for text in texts if text.isalpha()]
    if not 1 <= len(letters) <= MOST_LETTERS or any(not (text.isalpha() or text in BEHIND) for text in texts):
        return False
    word = "".join(letters)
    return word.lower() in SMALL or (word.isupper() and word not in WORDS)


def _stops(cells: list[Cell], letters: list[int], after: int | None, ground: Ground) -> Iterator[int]:
    """The letters of a word behind which there is the ink of a stop, by their number from 0."""
    height = ground.kind.x_height
    boxes = [cells[i].char.box for i in letters]  # type: ignore[union-attr]  # chosen for having one
    left, right = max(min(box.left for box in boxes), 0), max(box.right for box in boxes)
    end = right + (REACH * height if len(letters) == 1 else 0)
    end = round(min(end, after or end))
    if end <= left:  # the boxes of two words may lie crosswise
        return
    baseline = ground.kind.baseline_at(left)
    area = Box(left, max(round(baseline - ABOVE * height), 0), end, max(round(baseline + BELOW * height), 0))
    pieces = ground.pieces.boxes(area)
    seen, edge = -1, 0
    found: list[int] = []
    for number, box in enumerate(pieces):
        if _is_letter(box, ground):
            seen, edge = seen + 1, max(edge, box.right)
        elif _is_stop(box, ground) and box.left - edge >= CLEAR * height:
            behind = next(
                (other.left for other in pieces[number + 1 :] if _is_letter(other, ground)), box.right + height
            )
            found += [seen] if behind - box.right >= CLEAR * height else []
    last = len(letters) - 1
    needed = range(max(last, 1))
    if seen == last and set(needed) <= set(found):
        yield from needed


def _is_letter(box: Box, ground: Ground) -> bool:
    foot = (ground.kind.baseline_at(box.left) - box.bottom) / ground.kind.x_height
    return box.height >= LETTER * ground.kind.x_height and foot <= DOT_FOOT


def _is_stop(box: Box, ground: Ground) -> bool:
    height = ground.kind.x_height
    foot = (ground.kind.baseline_at(box.left) - box.bottom) / height
    small = max(box.width, box.height) <= DOT * height and area_of(box, ground.kind) >= ground.sizes.stop
    return small and abs(foot) <= DOT_FOOT
