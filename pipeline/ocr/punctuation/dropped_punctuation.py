"""Punctuation that Tesseract dropped beside raised ink: its ink is there, between the last letter and the note call.

``head.’¹⁰`` comes back as ``head.”``: the closing quotation mark is gone, since stop, mark and number stand so close.
The small pieces of ink before a raised mark are told apart by size and height, and what the word lacks is put in. The
reading is that of the ink; Tesseract's own stays with the word as a rival.
"""

import re
from typing import NamedTuple

from pipeline.model import Box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadWord

# In x-heights. Quotes are 0.40 to 0.55 tall with their feet at 0.6 and more; stops are dots on the baseline, commas
# taller and lower.
QUOTE_HEIGHT = (0.25, 0.68)
QUOTE_FOOT = 0.45
QUOTE_TOP = 1.15  # the upper dot of a colon ends at the x-height
STOP_HEIGHT = (0.12, 0.55)
STOP_FOOT = 0.3
COMMA = 0.33
MAX_WIDTH = 0.5
DOUBLE_WIDTH = 0.85
"""Of two strokes of a quote that touch."""
MAX_GAP = 0.9
LINE_ABOVE = 1.6
"""Over the baseline: the letters of the line above have their feet at 2.3 to 2.8, its descenders above all quotes."""
FRAGMENT = 0.15
"""Height and width of a bit that has come off a quote."""

QUOTES = {"’": 1, "'": 1, "‘": 1, "”": 2, '"': 2, "“": 2}
STOPS = frozenset(".,")


class Restored(NamedTuple):
    """A word with what was dropped put back, and by how much its mark moved to the right."""

    text: str
    moved: int


def restore(pieces: Components, word: ReadWord, mark: Mark, kind: LineType) -> Restored:
    """Puts in the quotation mark or the stop that stands before a raised mark and that the word lacks."""
    text = word.text
    place = len("".join(char.text for char in word.chars[: mark.start]))
    begin = place
    while begin > 0 and not text[begin - 1].isalnum():
        begin -= 1
    given = text[begin:place]
    if _sign(mark.box, kind) == "q" and QUOTES.get(text[place : place + 1]) == len("qq"):
        return Restored(text, 0)  # the ink before the second stroke of a double mark is its first
    wanted = _ink_before(pieces, mark, kind)
    if begin == 0 or any(sign not in QUOTES and sign not in STOPS for sign in given):
        return Restored(text, 0)
    if wanted[:1] in QUOTES and not given and text[begin - 1].isdecimal():  # the flag of a broken 5
        return Restored(text, 0)
    if len(wanted) <= len(given) or not _is_within(given, wanted) or sum(sign in STOPS for sign in wanted) > 1:
        return Restored(text, 0)
    return Restored(text[:begin] + _merged(given, wanted) + text[place:], len(wanted) - len(given))


def _ink_before(pieces: Components, mark: Mark, kind: LineType) -> str:
    """The signs whose small ink stands between the last letter and the mark, from left to right.

    Empty if there is anything else, such as the upper dot of a colon.
    """
    box, height = mark.box, kind.x_height
    area = Box(max(0, round(box.left - 2.5 * height)), max(0, round(box.top - height)), box.left + 1,
               round(kind.baseline_at(box.left) + 0.4 * height))  # fmt: skip
    signs: list[tuple[str, Box]] = []
    edge = box.left
    for index in reversed([int(i) for i in pieces.within(area) if int(i) not in mark.pieces]):
        piece = pieces.box(index)
        if _foot(piece, kind) > LINE_ABOVE or max(piece.width, piece.height) <= FRAGMENT * height:
            continue
        if piece.right > box.left + 1 or edge - piece.right > MAX_GAP * height:
            break
        sign = _sign(piece, kind)
        if not sign:
            return _signs(signs) if piece.height >= 0.7 * height else ""
        signs, edge = [(sign, piece), *signs], piece.left
    return ""


def _sign(piece: Box, kind: LineType) -> str:
    """``.`` and ``,`` for stops, ``q`` for a stroke of a quote, ``Q`` for both of a double one that touch."""
    height, width = piece.height / kind.x_height, piece.width / kind.x_height
    foot = _foot(piece, kind)
    if QUOTE_HEIGHT[0] <= height <= QUOTE_HEIGHT[1] and foot >= QUOTE_FOOT and foot + height >= QUOTE_TOP:
        return "q" if width <= MAX_WIDTH else "Q" if width <= DOUBLE_WIDTH else ""
    if width > MAX_WIDTH:
        return ""
    if STOP_HEIGHT[0] <= height <= STOP_HEIGHT[1] and foot <= STOP_FOOT:
        return "," if height >= COMMA else "."
    return ""


def _foot(piece: Box, kind: LineType) -> float:
    """How far a piece ends over the baseline, in x-heights."""
    return (kind.baseline_at(piece.left) - piece.bottom) / kind.x_height


def _signs(seen: list[tuple[str, Box]]) -> str:
    """The signs of the pieces: two strokes side by side are one double mark, and of three the two that are nearer."""
    signs = "".join(sign for sign, _ in seen)
    for found in re.finditer("qqq", signs):
        first, middle, last = (box.left for _, box in seen[found.start() : found.end()])
        if middle - first > last - middle:
            signs = f"{signs[: found.start()]}’{signs[found.start() + 1 :]}"
    return signs.replace("qq", "”").replace("Q", "”").replace("q", "’")


def _is_within(given: str, wanted: str) -> bool:
    """Whether what was read is what the ink shows, with something left out: a stop for a stop, a quote for a quote."""
    signs = iter(wanted)
    return all(any(_same(sign, other) for other in signs) for sign in given)


def _same(sign: str, other: str) -> bool:
    return (sign in STOPS and other in STOPS) or QUOTES.get(sign) == QUOTES.get(other, 0)


def _merged(given: str, wanted: str) -> str:
    """The wanted signs, each as it was read where it was read."""
    left = list(given)
    return "".join(left.pop(0) if left and _same(left[0], sign) else sign for sign in wanted)
