"""Which characters of a line stand for a mark of raised ink.

Tesseract drops superscripts or reads them as quotes, and its boxes are off by some pixels.
"""

from typing import NamedTuple

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.raised_shapes import MAX_FOOT, MAX_TOP, MIN_FOOT, Ink, has_ink_below
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

BROKEN_GAP = 1.2  # between two digits of one call, where the digit between them is broken
STOPS = frozenset(".,;:")
STOP_AND_SIGN = frozenset("!?")
"""What Tesseract makes of a stop with a raised sign behind it, in one."""
STOP_HEIGHT = (0.1, 0.55)
OF_INK = frozenset("'‘’\"“”!?°*^>®©")
"""Signs that Tesseract makes of raised digits, and of which each has raised ink of its own where it is printed."""
DOUBLE = frozenset('"“”')
QUOTE_HEIGHT = 0.24
QUOTE_TOP = 1.2  # the top of a broken letter is at 1.0


class Mark(NamedTuple):
    """One group of raised ink on a line, and the characters of the line that stand for it."""

    pieces: tuple[int, ...]
    """Indices into the page's ``Components``, from left to right; only their ink within ``box`` belongs to the mark."""
    box: Box
    star: bool
    """Whether its shape is that of an asterisk."""
    word: int
    start: int
    end: int


def place(pieces: Components, group: Ink, line: ReadLine, kind: LineType, *, star: bool = False) -> Mark:
    """The mark of raised ink at its place in a line, with the characters that stand for it."""
    box = group.box
    taken = {
        w: list(range(len(word.chars))) if _is_sign_on(word, box) else _chars_for(pieces, box, word.chars, kind)
        for w, word in enumerate(line.words)
    }
    word = max(taken, key=lambda w: (len(taken[w]), -w), default=-1)
    if word >= 0 and taken[word]:
        start, end = min(taken[word]), max(taken[word]) + 1
    else:
        middle = (box.left + box.right) / 2
        word = sum(other.box.left < middle for other in line.words) - 1
        chars = line.words[word].chars if word >= 0 else ()
        start = end = sum(char.box.left < box.left for char in chars)
    if word >= 0:
        start, end = _with_signs(pieces, group, line.words[word].chars, (start, end), kind)
    return Mark(group.pieces, box, star, word, start, end)


def _is_sign_on(word: ReadWord, box: Box) -> bool:
    """Whether a word is made of signs, and stands where the mark is: ``!°`` behind a word that has ended."""
    shared = word.box.shared_width(box)
    return all(char.text in OF_INK for char in word.chars) and shared >= 0.6 * max(box.width, 0.7 * word.box.width)


def merged(marks: list[Mark], kind: LineType) -> list[Mark]:
    """Marks for which the same characters stand, or characters side by side, are one number with a broken digit."""
    merged: list[Mark] = []
    for mark in marks:
        last = merged[-1] if merged else None
        if last and _is_one_number(last, mark, kind):
            box = enclosing_box([last.box, mark.box]) or last.box
            merged[-1] = Mark(
                (*last.pieces, *mark.pieces),
                box,
                False,
                mark.word,
                min(last.start, mark.start),
                max(last.end, mark.end),
            )
        else:
            merged.append(mark)
    return merged


def _is_one_number(one: Mark, other: Mark, kind: LineType) -> bool:
    if one.star or other.star or one.word != other.word or min(one.end - one.start, other.end - other.start) == 0:
        return False
    near = other.box.left - one.box.right <= BROKEN_GAP * kind.x_height
    level = one.box.shared_height(other.box) > 0
    return near and level and other.start <= one.end


def _with_signs(
    pieces: Components, group: Ink, chars: tuple[ReadChar, ...], taken: tuple[int, int], kind: LineType
) -> tuple[int, int]:
    """The characters that stand for a mark, with the signs beside them that have no ink of their own.

    Tesseract makes ``NIL.!!`` of a raised 10 and says that the first sign is before it: its boxes are off by as much as
    a digit is wide. But a quote has its ink, and so has the stroke of ``!``; where there is none, it is of the mark.
    """
    start, end = taken
    while start > 0 and _is_raised_digit(pieces, chars[start - 1], kind):
        start -= 1
    while end < len(chars) and _is_raised_digit(pieces, chars[end], kind):
        end += 1
    first, last = start, end
    while first > 0 and chars[first - 1].text in OF_INK:
        first -= 1
    while last < len(chars) and chars[last].text in OF_INK:
        last += 1
    if first == start and last == end:
        return start, end
    reach = round((1 + start - first) * kind.x_height)
    quotes, strokes = _signs_between(pieces, group, (group.box.left - reach, group.box.left), kind)
    before_stop = last < len(chars) and chars[last].text in STOPS
    for place in range(first, start):
        text = chars[place].text
        if text in STOP_AND_SIGN and place > 0 and chars[place - 1].text.isalnum() and not before_stop:
            continue  # a question: what Tesseract makes of a digit stands behind the stop of a sentence, or before it
        if (strokes if text in STOP_AND_SIGN else quotes) <= 0:
            start = place
            break
        strokes -= text in STOP_AND_SIGN
        quotes -= (2 if text in DOUBLE else 1) if text not in STOP_AND_SIGN else 0
    behind = _signs_between(pieces, group, (group.box.right, group.box.right + round(kind.x_height)), kind)
    return start, end if any(behind) else last


def _is_raised_digit(pieces: Components, char: ReadChar, kind: LineType) -> bool:
    """Whether a character is a digit and nothing as large as one stands on the line at its place."""
    if not char.text.isdecimal():
        return False
    baseline = kind.baseline_at(char.box.left)
    inks = pieces.boxes(char.box)
    return not any(
        box.bottom > baseline - 0.5 * MIN_FOOT * kind.x_height
        and box.height >= 0.5 * kind.x_height
        and box.shared_width(char.box) >= 0.3 * min(box.width, char.box.width)
        for box in inks
    )


def _signs_between(pieces: Components, group: Ink, columns: tuple[int, int], kind: LineType) -> tuple[int, int]:
    """How many pieces of ink as large as a quote are raised between two columns; and how many have a dot below."""
    left, right = columns
    baseline = kind.baseline_at(left)
    area = Box(max(left, 0), max(round(baseline - MAX_TOP * kind.x_height), 0),
               max(right, 0), max(round(baseline - 0.1 * kind.x_height), 0))  # fmt: skip
    near = pieces.within(area)
    quotes = strokes = 0
    for index in near.tolist():
        box = pieces.box(index)
        foot, top = (baseline - box.bottom) / kind.x_height, (baseline - box.top) / kind.x_height
        if index in group.pieces or not left <= (box.left + box.right) / 2 <= right:
            continue
        if not 0.5 * MIN_FOOT <= foot <= MAX_FOOT or box.height < QUOTE_HEIGHT * kind.x_height or top < QUOTE_TOP:
            continue
        if has_ink_below(pieces, Ink((index,), box), near, kind):
            strokes += 1
        else:
            quotes += 1
    return quotes, strokes


def _chars_for(pieces: Components, box: Box, chars: tuple[ReadChar, ...], kind: LineType) -> list[int]:
    return [
        i for i, char in enumerate(chars) if _stands_for(char, box, kind) or _is_stop_and_sign(pieces, char, box, kind)
    ]


def _is_stop_and_sign(pieces: Components, char: ReadChar, box: Box, kind: LineType) -> bool:
    """Whether ``!`` or ``?`` is what Tesseract made of the mark, alone or with the stop before it.

    No dot lies under a mark: one that stands on the line is the stop, to the left of it, or to the right where calls
    stand before the stop.
    """
    shared = char.box.shared_width(box)
    if char.text not in STOP_AND_SIGN or shared < 0.6 * box.width:
        return False
    dots = [
        ink
        for ink in pieces.boxes(char.box)
        if STOP_HEIGHT[0] <= ink.height / kind.x_height <= STOP_HEIGHT[1]
        and abs(ink.bottom - kind.baseline_at(ink.left)) <= 0.3 * kind.x_height
    ]
    return all(ink.right <= box.left + 1 or ink.left >= box.right - 1 for ink in dots)


def _stands_for(char: ReadChar, box: Box, kind: LineType) -> bool:
    """Whether a character that Tesseract read is what it made of the mark.

    Its boxes are off by some pixels: a full stop before the mark may reach under it, so that a character with its foot
    on the baseline has to lie well inside.
    """
    middle = (char.box.left + char.box.right) / 2
    shared = char.box.shared_width(box)
    if char.text.isdecimal() and shared > 0.5 * char.box.width:
        return True  # no ink of the mark is below it, so this digit is not on the line, whatever its box says
    raised = char.box.bottom < kind.baseline_at(middle) - 0.5 * MIN_FOOT * kind.x_height
    if not raised and char.text in STOPS:
        return False
    slack = 0.15 * kind.x_height if raised else -0.3 * box.width
    return box.left - slack <= middle <= box.right + slack
