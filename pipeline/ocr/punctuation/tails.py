"""Stops and commas, colons and semicolons told apart by their tails: readers mistake them, the grey page does not.

A comma is a full stop with a tail below the baseline. The tail is a hairline, which the black-and-white page loses, so
that it is sought in the grey one: the share of a sign's darkness that lies below the baseline. The page's own commas
are the measure: half of them have about .20, and in most printings 99 of 100 stops have .05 or less (in others up to
.17). A page whose commas differ too much in it is silent.
"""

from collections.abc import Iterator

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.letterforms.sign_sizes import DOT_FOOT, UPPER_DOT, dots_at, tail_share
from pipeline.ocr.readers.hocr import ReadLine

WITHOUT_TAIL = {",": ".", ";": ":"}
NO_TAIL = 0.25
"""Of the tail that half of the page's commas have: what has less has none."""
SIGNS = frozenset(".,:;")
CERTAIN = 0.9
TALLEST_STOP = 0.38
"""In x-heights; commas have .4 and more, wherever the baseline is thought to be."""


def edits_by_tail(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """The commas and semicolons of a line that have no tail are stops and colons.

    The other way round nothing is said: a stop has dirt below it as often as Tesseract overlooks a tail.
    """
    for index, cell in enumerate(cells):
        after = WITHOUT_TAIL.get(cell.text)
        if after is None or cell.char is None or cell.mark >= 0:
            continue
        beside = "".join(other.text for other in (*cells[max(index - 1, 0) : index], *cells[index + 1 : index + 2]))
        if any(char in SIGNS for char in beside):
            continue
        if _has_no_tail(cell.char.box, ground):
            yield Edit(index, index + 1, ((after, CERTAIN),))


def plain_colons(line: ReadLine, ground: Ground) -> frozenset[int]:
    """The words of a line that end with a colon which is seen to be none of a semicolon.

    Not those before a range (``20: 206-37.``): the more stands beside its dash, the surer a reader is of it.
    """
    ends = ((index, word.chars[-1]) for index, word in enumerate(line.words))
    plain = [index for index, end in ends if end.text == ":" and _has_no_tail(end.box, ground)]
    return frozenset(
        index for index in plain if not any("-" in word.text for word in line.words[index + 1 : index + 2])
    )


def _has_no_tail(box: Box, ground: Ground) -> bool:
    """Whether a sign is seen to end at the baseline: never on a page whose commas do not tell."""
    if not ground.sizes.tail or ground.grey is None:
        return False
    dot = _lower_dot(box, ground)
    return dot is not None and tail_share(ground.grey, dot, ground.kind) < NO_TAIL * ground.sizes.tail


def _lower_dot(box: Box, ground: Ground) -> Box | None:
    """The one piece on the baseline at a sign, no taller than a stop; of two, nobody knows which it is."""
    kind = ground.kind
    dots = dots_at(box, ground.pieces, kind)
    low = [dot for dot in dots if (kind.baseline_at(dot.left) - dot.bottom) / kind.x_height < UPPER_DOT]
    inside = [dot for dot in low if abs(kind.baseline_at(dot.left) - dot.bottom) <= DOT_FOOT * kind.x_height]
    found = inside[0] if len(low) == len(inside) == 1 else None
    return found if found and found.height <= TALLEST_STOP * kind.x_height else None
