"""Ellipses of spaced dots, counted from their ink: American presses set three or four, each with its space.

Tesseract loses one or two of them, or runs them together (``conduct.`` for ``conduct . . . .``). Their dots stand on
the baseline, all as far apart, with nothing between them; no other signs of a text do.
"""

from collections.abc import Iterator, Sequence

from pipeline.model import Box, enclosing_box
from pipeline.ocr.ink.components import Components
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord

# In x-heights of the line.
DOT = (0.12, 0.45)
ON_LINE = 0.2
"""From the baseline to the foot of a dot."""
PITCH = (0.85, 2.0)
"""From dot to dot: those of the one sign ``…`` are nearer, and more than a stretched space is between words."""
EVEN = 0.12
"""Of the pitch: how much it may vary."""
ABOVE = 1.6
CLOSE = 0.45
"""White between a word and the stop that ends it, or between a dot and the quote behind it."""
FEWEST = 3
SURE = 0.99
"""Confidence of dots that were counted."""
OPENING = frozenset("“‘([")


def with_ellipses(pieces: Components, lines: Sequence[ReadLine], kinds: Sequence[LineType]) -> list[ReadLine]:
    """The lines, with a word for each dot of a spaced ellipsis; one that is read so stays as it is."""
    return [_with_own(pieces, line, kind) for line, kind in zip(lines, kinds, strict=True)]


def _with_own(pieces: Components, line: ReadLine, kind: LineType) -> ReadLine:
    for dots in list(_ellipses(pieces, line, kind)):
        line = _with_dots(pieces, line, dots, kind)
    return line


def _ellipses(pieces: Components, line: ReadLine, kind: LineType) -> Iterator[list[Box]]:
    """The rows of dots of a line, from left to right."""
    area = Box(line.box.left, max(line.box.top, 0), line.box.right + round(PITCH[1] * FEWEST * kind.x_height),
               line.box.bottom + round(ON_LINE * kind.x_height))  # fmt: skip
    row: list[Box] = []
    for dot in (box for box in _small(pieces, area, kind) if _is_dot(box, kind)):
        if len(row) > 1 and abs(_pitch(row[-1], dot) - _pitch(row[0], row[1])) > EVEN * _pitch(row[0], row[1]):
            yield from _if_clear(pieces, row, kind)
            row = row[-1:]
        if row and not PITCH[0] * kind.x_height <= _pitch(row[-1], dot) <= PITCH[1] * kind.x_height:
            yield from _if_clear(pieces, row, kind)
            row = []
        row.append(dot)
    yield from _if_clear(pieces, row, kind)


def _small(pieces: Components, area: Box, kind: LineType) -> list[Box]:
    """The pieces in an area that are as small as dots, from left to right."""
    near, most = pieces.within(area), DOT[1] * kind.x_height
    small = (pieces.right[near] - pieces.left[near] <= most) & (pieces.bottom[near] - pieces.top[near] <= most)
    return [pieces.box(index) for index in near[small].tolist()]


def _is_dot(box: Box, kind: LineType) -> bool:
    small = (
        DOT[0] * kind.x_height <= min(box.width, box.height) and max(box.width, box.height) <= DOT[1] * kind.x_height
    )
    return small and abs(kind.baseline_at(box.left) - box.bottom) <= ON_LINE * kind.x_height


def _pitch(one: Box, other: Box) -> int:
    return other.left - one.left


def _if_clear(pieces: Components, row: list[Box], kind: LineType) -> Iterator[list[Box]]:
    """The row, if it is long enough and there is no other ink between its dots."""
    if len(row) < FEWEST:
        return
    baseline = kind.baseline_at(row[0].left)
    area = Box(
        row[0].left, max(round(baseline - ABOVE * kind.x_height), 0), row[-1].right, max(dot.bottom for dot in row)
    )
    inside = [box for box in pieces.boxes(area) if max(box.width, box.height) >= DOT[0] * kind.x_height]
    if all(box in row for box in inside):
        yield row


def _with_dots(pieces: Components, line: ReadLine, dots: list[Box], kind: LineType) -> ReadLine:
    left, right = _ink_beside(pieces, dots, kind)
    before, behind = _part(line, 0, left), _part(line, right, line.box.right + right)
    own = [char.text for word in line.words for char in word.chars if left <= _middle(char) < right]
    if any(text.isalnum() for text in own) or not before:
        return line
    words = [_word([ReadChar(".", dot, SURE)]) for dot in dots]
    if dots[0].left - left < CLOSE * kind.x_height:
        before[-1:], words[:1] = [_word([*_without_stop(before[-1]), *words[0].chars])], []
    follows = behind and not behind[0].text[0].isalnum() and behind[0].text[0] not in OPENING
    if follows and right - dots[-1].right < CLOSE * kind.x_height:
        words[-1:], behind[:1] = [_word([*words[-1].chars, *behind[0].chars])], []
    box = enclosing_box([line.box, *dots]) or line.box
    new = line._replace(words=(*before, *words, *behind), box=box, offset=line.baseline_at(box.left) - box.bottom)
    return line if [word.text for word in new.words] == [word.text for word in line.words] else new


def _without_stop(word: ReadWord) -> list[ReadChar]:
    """The characters of a word without its stop: the first dot is near, and its box may have been on its letter."""
    return list(word.chars[:-1] if word.text.endswith(".") else word.chars)


def _ink_beside(pieces: Components, dots: list[Box], kind: LineType) -> tuple[int, int]:
    """Where the ink before the dots ends, and where that behind them begins: what is read between stands for them."""
    reach, above = round(PITCH[1] * kind.x_height), round(ABOVE * kind.x_height)
    left, right = dots[0].left, dots[-1].right
    before = pieces.boxes(Box(max(left - reach, 0), max(dots[0].bottom - above, 0), left, dots[0].bottom))
    behind = pieces.boxes(Box(right, max(dots[-1].bottom - above, 0), right + reach, dots[-1].bottom))
    ends = [box.right for box in before if box.right <= left]
    begins = [box.left for box in behind if box.left >= right]
    return max(ends, default=left - reach), min(begins, default=right + reach)


def _part(line: ReadLine, left: int, right: int) -> list[ReadWord]:
    """The words, or their parts, whose characters have their middles between two columns."""
    words = []
    for word in line.words:
        chars = [char for char in word.chars if left <= _middle(char) < right]
        if chars:
            words.append(word if len(chars) == len(word.chars) else _word(chars))
    return words


def _middle(char: ReadChar) -> float:
    return (char.box.left + char.box.right) / 2


def _word(chars: list[ReadChar]) -> ReadWord:
    box = enclosing_box([char.box for char in chars]) or chars[0].box
    return ReadWord(tuple(chars), box, min(char.confidence for char in chars))
