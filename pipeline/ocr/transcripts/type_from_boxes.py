"""Baselines and type sizes of lines of which only the boxes are known.

The box of a word is as high as its letters: ``come`` is one x-height, ``dome`` has an ascender, ``gome`` a descender.
So each word tells the x-height, and a line has the middle of its words. Boxes that are all as high as their line
(segmenters that cut rows, shared-out lines) tell nothing of letters; there the distance to the next line stands in.
"""

from statistics import median

from pipeline.model import Box
from pipeline.ocr.transcripts.written import WrittenLine, WrittenWord

ASCENDER = 1.47  # x-heights from the baseline; Times: capitals of 0.66 em, small letters of 0.45 em
DESCENDER = 0.48
SIZE = 2.0  # ascender to descender in x-heights, as for page images
TALL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZbdfhijklt0123456789()[]{}/?!&§\"'‘’“”ÄÖÜäöüÉÈéèêáàâíìîóòôúùûñ")
DEEP = frozenset("gjpqyQ()[]{}/§ç")
COMMAS, COMMA = frozenset(",;"), 0.3  # x-heights below the baseline
T = 1.27  # x-heights
PITCH = 0.75  # of the distance from line to line: type set with a fifth of white between the lines
DESCENDER_OF_SIZE = DESCENDER / SIZE


def baseline_of(line: WrittenLine) -> float:
    """The row of the baseline: what the file says, else the foot of the words without descenders."""
    if line.baseline is not None:
        return line.baseline
    boxes = [(word, word.box) for word in line.words if word.box]
    if not _are_tight(line):
        return line.box.bottom - DESCENDER_OF_SIZE * line.box.height
    feet = [box.bottom for word, box in boxes if not _is_deep(word) and _is_high(word)]
    return float(median(feet)) if feet else line.box.bottom - DESCENDER_OF_SIZE * line.box.height


def sizes_of(lines: list[WrittenLine], dpi: int) -> list[float]:
    """Ascender to descender of every line, in pixels."""
    baselines = [baseline_of(line) for line in lines]
    return [_size(index, lines, baselines, dpi) for index in range(len(lines))]


def _size(index: int, lines: list[WrittenLine], baselines: list[float], dpi: int) -> float:
    line = lines[index]
    letters = [
        (word.box.height, _x_heights(word)) for word in line.words if word.box and _is_high(word) and not word.raised
    ]
    if _are_tight(line) and letters:
        # The middle half, weighed by height: boxes are whole pixels, and of a high word those count for less.
        ranked = sorted(letters, key=lambda pair: pair[0] / pair[1])
        quarter = len(ranked) // 4
        kept = ranked[quarter : len(ranked) - quarter]
        return round(SIZE * sum(height for height, _ in kept) / sum(unit for _, unit in kept), 1)
    if line.points and dpi:
        return round(0.9 * line.points * dpi / 72, 1)
    near = [
        abs(baselines[other] - baselines[index])
        for other in range(len(lines))
        if _share_a_column(lines[other].box, line.box)
        and abs(baselines[other] - baselines[index]) > line.box.height / 3
    ]
    return round(min([PITCH * min(near, default=line.box.height), float(line.box.height)]), 1)


def _share_a_column(one: Box, other: Box) -> bool:
    return one.shared_width(other) > 0.3 * min(one.width, other.width)


def _are_tight(line: WrittenLine) -> bool:
    """Whether the words' boxes follow their letters: they do not all begin and end on the same rows."""
    boxes = [word.box for word in line.words if word.box and _is_high(word)]
    edges = {(box.top, box.bottom) for box in boxes}
    return len(edges) > 1 or (len(boxes) == 1 and len(line.words) > 1)


def _is_high(word: WrittenWord) -> bool:
    """Whether a word has letters or digits enough to measure."""
    return sum(char.isalnum() for char in word.text) >= max(2, len(word.text) // 2)


def _is_deep(word: WrittenWord) -> bool:
    return any(char in DEEP or char in COMMAS for char in word.text)


def _x_heights(word: WrittenWord) -> float:
    """How many x-heights tall a word is."""
    letters = set(word.text)
    above = ASCENDER if letters & (TALL - {"t"}) else T if "t" in letters else 1.0
    below = DESCENDER if letters & DEEP else COMMA if letters & COMMAS else 0.0
    return above + below
