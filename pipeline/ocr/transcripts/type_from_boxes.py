"""Baselines and type sizes of lines of which only the boxes are known.

The box of a word is as high as its letters: ``come`` is one x-height, ``dome`` has an ascender, ``gome`` a descender.
So each word tells the x-height, and a line has the middle of its words. Boxes that are all as high as their line
(segmenters that cut rows, shared-out lines) tell nothing of letters; there the distance to the next line stands in.
A line that stands by itself, as a note of one line, a heading or a running head does, has no such distance: of how wide
its letters run, against those of the other lines, its size follows.
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
APART = 1.2
"""Of the distance of the page's lines: a line that is further from the next stands by itself."""
FEWEST_FELLOWS, LONG = 5, 20
"""Lines of so many characters that show how wide the letters of a page run."""
FEWEST_LETTERS = 6
"""Letters and figures of a line that tell its size."""
NARROW, WIDE = frozenset("iljtfrI.,;:'’‘`!|()[]-1 "), frozenset("mwMWÆŒ—")
NARROW_WIDTH, WIDE_WIDTH, CAPITAL_WIDTH = 0.6, 1.6, 1.3
"""Widths in that of a common letter: Times has 0.28, 0.78 and 0.67 em beside 0.47."""


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
    told = [_by_letters(line) or _by_points(line, dpi) for line in lines]
    return [size or other for size, other in zip(told, _by_steps(lines, told), strict=True)]


def _by_letters(line: WrittenLine) -> float:
    """The size by the heights of the words; 0.0 where these do not follow their letters."""
    letters = [
        (word.box.height, _x_heights(word)) for word in line.words if word.box and _is_high(word) and not word.raised
    ]
    if not _are_tight(line) or not letters:
        return 0.0
    # The middle half, weighed by height: boxes are whole pixels, and of a high word those count for less.
    ranked = sorted(letters, key=lambda pair: pair[0] / pair[1])
    quarter = len(ranked) // 4
    kept = ranked[quarter : len(ranked) - quarter]
    return round(SIZE * sum(height for height, _ in kept) / sum(unit for _, unit in kept), 1)


def _by_points(line: WrittenLine, dpi: int) -> float:
    return round(0.9 * line.points * dpi / 72, 1) if line.points and dpi else 0.0


def _by_steps(lines: list[WrittenLine], told: list[float]) -> list[float]:
    """Sizes by the distance from line to line; of lines that stand by themselves, by how wide their letters run.

    Where a line has too few letters for that, it has the size that is common on the page.
    """
    steps = _steps(lines)
    sizes = [
        round(min(PITCH * (step or line.box.height), float(line.box.height)), 1)
        for line, step in zip(lines, steps, strict=True)
    ]
    loose = [at for at, size in enumerate(told) if not size]
    apart = APART * median([steps[at] for at in loose]) if loose else 0.0
    fellows = [at for at in loose if 0 < steps[at] <= apart and len(_text(lines[at])) >= LONG]
    if len(fellows) < FEWEST_FELLOWS:
        return sizes
    unit = median(sizes[at] / _width_of_letters(lines[at]) for at in fellows)
    common = median(sizes[at] for at in fellows)
    for at in loose:
        if steps[at] > apart:
            sure = sum(map(str.isalnum, _text(lines[at]))) >= FEWEST_LETTERS
            sizes[at] = round(unit * _width_of_letters(lines[at]), 1) if sure else common
    return sizes


def _steps(lines: list[WrittenLine]) -> list[float]:
    """From each line to the nearest over or under it, from baseline to baseline; 0.0 where there is none."""
    baselines = [baseline_of(line) for line in lines]
    near = [
        [
            abs(baselines[other] - baselines[index])
            for other in range(len(lines))
            if _share_a_column(lines[other].box, line.box)
            and abs(baselines[other] - baselines[index]) > line.box.height / 3
        ]
        for index, line in enumerate(lines)
    ]
    return [min(distances, default=0.0) for distances in near]


def _width_of_letters(line: WrittenLine) -> float:
    """The width of a common letter of a line, in pixels."""
    return max(line.box.width, 1) / sum(map(width_of, _text(line)))


def _text(line: WrittenLine) -> str:
    return " ".join(word.text for word in line.words)


def width_of(char: str) -> float:
    """How wide a character is, in common letters."""
    if char in NARROW:
        return NARROW_WIDTH
    if char in WIDE:
        return WIDE_WIDTH
    return CAPITAL_WIDTH if char.isupper() else 1.0


def _share_a_column(one: Box, other: Box) -> bool:
    return one.shared_width(other) > 0.3 * min(one.width, other.width)


def _are_tight(line: WrittenLine) -> bool:
    """Whether the words' boxes follow their letters: they do not all begin and end on the same rows."""
    return len({(word.box.top, word.box.bottom) for word in line.words if word.box}) > 1


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
