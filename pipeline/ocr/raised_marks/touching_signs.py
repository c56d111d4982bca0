"""Raised signs that touch a letter, and are no ink of their own: ``skillᵈ`` behind a word, ``⁴In`` before one.

At that end of the piece there is ink above the line only. Arms of capitals and the hook of an f look so, too: such a
sign is doubtful, and counts if a reader sees a number, a letter or a note sign there.
"""

import numpy as np
from numpy.typing import NDArray

from pipeline.model import Box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark, place
from pipeline.ocr.raised_marks.raised_shapes import HANGING_FOOT, MAX_SIGN, MAX_TOP, MAX_WIDTH, Ink
from pipeline.ocr.readers.hocr import ReadLine

# In x-heights.
MIN_WIDTH = 0.4
"""Of a sign: the hook of an f measures 0.30 to 0.38, and a stem that leans over its foot is narrower."""
MIN_HEIGHT = 0.5
MIN_TOP = 1.2
"""The arms of small letters end at the x-height."""
NEAR = 0.5
"""From the end of a word that was read to that of the ink with its sign."""
ON_LINE = 0.25
"""From the baseline, within which the letter stands that is touched."""

ARMED = frozenset("FPTVWYf")
"""Letters that have ink above the line only at one side, higher than the x-height."""


def touching_signs(pieces: Components, line: ReadLine, kind: LineType) -> list[Mark]:
    """The raised ends of the words of a line, and the raised beginning of its first one, as marks.

    Args:
        pieces: the ink of the page.
        line: what was read.
        kind: its type.
    """
    standing = _standing(pieces, line, kind)
    edges = [(word.box.left, word.box.right, False) for word in line.words]
    edges += [(word.box.right, word.box.left, True) for word in line.words[:1]]
    found = []
    for inner, outer, begins in edges:
        index = _outermost(pieces, standing, inner, outer, kind, begins=begins)
        if index is not None and (box := _end(pieces, index, kind, begins=begins)):
            found.append(place(pieces, Ink((index,), box), line, kind))
    return [mark for mark in found if not _is_of_letter(mark, line)]


def _standing(pieces: Components, line: ReadLine, kind: LineType) -> NDArray[np.intp]:
    """The pieces that stand on a line, those a little before it and behind it too, from left to right."""
    near = round(NEAR * kind.x_height)
    found = pieces.within(Box(max(line.box.left - near, 0), line.box.top, line.box.right + near, line.box.bottom))
    return found[pieces.bottom[found] >= kind.baselines_at(pieces.left[found]) - ON_LINE * kind.x_height]


def _outermost(
    pieces: Components, standing: NDArray[np.intp], inner: int, outer: int, kind: LineType, *, begins: bool
) -> int | None:
    """The piece at an edge of a word that reaches furthest out."""
    near = round(NEAR * kind.x_height)
    lefts, rights = pieces.left[standing], pieces.right[standing]
    beside = (rights > outer - near) & (lefts < outer + near) & ((lefts < inner) if begins else (rights > inner))
    own = standing[beside]
    if len(own) == 0:
        return None
    return int(own[0] if begins else own[np.argmax(pieces.right[own])])


def _end(pieces: Components, index: int, kind: LineType, *, begins: bool) -> Box | None:
    """The box of the columns at an end of a piece that have ink above the line only; None if they are no sign."""
    whole = pieces.box(index)
    ink = pieces.labels[whole.top : whole.bottom, whole.left : whole.right] == index + 1
    ink = ink if begins else ink[:, ::-1]
    feet = whole.bottom - np.argmax(ink[::-1], axis=0)
    raised = feet <= kind.baseline_at(whole.left if begins else whole.right) - HANGING_FOOT * kind.x_height
    width = int(np.argmin(raised))  # 0 where all is raised, or nothing
    if not MIN_WIDTH * kind.x_height <= width <= MAX_WIDTH * kind.x_height:
        return None
    rows = np.flatnonzero(ink[:, :width].any(axis=1))
    left = whole.left if begins else whole.right - width
    box = Box(left, whole.top + int(rows[0]), left + width, whole.top + int(rows[-1]) + 1)
    top = (kind.baseline_at(box.left) - box.top) / kind.x_height
    tall = MIN_HEIGHT * kind.x_height <= box.height <= MAX_SIGN * kind.x_height
    return box if tall and MIN_TOP <= top <= MAX_TOP else None


def _is_of_letter(mark: Mark, line: ReadLine) -> bool:
    """Whether the letter that the ink belongs to has an arm or a hook above the line; so have figures, 4, 5 and 7."""
    chars = [char.text for char in line.words[max(mark.word, 0)].chars]
    before = mark.word >= 0 and mark.start > 0
    touched = chars[mark.start - 1] if before else chars[mark.end] if mark.end < len(chars) else ""
    return not touched[-1:].isalpha() or touched[-1:] in ARMED
