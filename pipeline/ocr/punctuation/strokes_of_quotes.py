"""Double quotes whose two strokes Tesseract reads one by one, or with a third sign that has no ink.

Some presses set them from two single ones, or with white between the strokes: of ``“`` Tesseract makes ``‘‘``, of
``”`` then ``’’`` or ``’?``, or it reads a single one beside the double that has all the ink (``“‘``). Two strokes at
the height of quotes are one double quote, whatever was read. Raised ink is left: it may be a note call.

Sizes are in x-heights of the line.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground

DOUBLE_OF = {"“": "“", "”": "”", "‘": "“", "’": "”", "'": "”"}
"""Quote -> the double one that opens or closes as it does; the surest first."""
STROKE = (0.3, 0.8)
"""Height of one stroke, and its greatest width."""
TOUCHING = 0.95
"""Width to height of two strokes that touch: 1.3, and 0.67 of one."""
STROKE_FOOT = 0.6
"""Least height over the baseline at which a stroke ends."""
SLACK = 0.3
"""By how much Tesseract's boxes may be off."""


def is_stroke(box: Box, ground: Ground) -> bool:
    """Whether a piece of ink has the size and the place of a stroke of a quote, or of two that touch."""
    height = ground.kind.x_height
    sized = STROKE[0] * height <= box.height <= STROKE[1] * height
    return sized and _foot(box, ground) >= STROKE_FOOT


def edits_by_strokes(cells: Sequence[Cell], ground: Ground) -> Iterator[Edit]:
    """Make one double quote of quotes beside one another that have two strokes together.

    The stroke of a closing quote may be read as a question mark, of which the rest is not there. Behind a single quote
    that is open the first of two may close it, or be an apostrophe: ``‘the boys’’``.
    """
    for run in _runs(cells, ground):
        signs = "".join(cells[index].text for index in run)
        if len(signs) < len("‘‘") or signs[0] not in DOUBLE_OF or (signs == "’’" and _is_open(cells[: run[0]])):
            continue
        boxes = [char.box for index in run if (char := cells[index].char)]
        if _strokes(boxes, ground) == len("‘‘"):
            double = next(DOUBLE_OF[quote] for quote in DOUBLE_OF if quote in signs)
            confidence = min(char.confidence for index in run if (char := cells[index].char))
            yield Edit(run[0], run[-1] + 1, ((double, confidence),))


def _runs(cells: Sequence[Cell], ground: Ground) -> Iterator[list[int]]:
    """The places of what may be strokes of quotes, side by side."""
    kinds = groupby(range(len(cells)), key=lambda index: (_may_be_stroke(cells[index], ground), cells[index].word))
    yield from (list(run) for (may, _), run in kinds if may)


def _may_be_stroke(cell: Cell, ground: Ground) -> bool:
    """Whether a cell is a quote, or a question mark that has no other ink than strokes; none over raised ink."""
    if cell.char is None or cell.mark >= 0:
        return False
    if cell.text == "?":
        pieces = ground.pieces.boxes(cell.char.box)
        return bool(pieces) and all(is_stroke(piece, ground) for piece in pieces)
    return cell.text in DOUBLE_OF


def _is_open(cells: Sequence[Cell]) -> bool:
    text = "".join(cell.text for cell in cells).replace("“‘", "“").replace("‘‘", "“")
    return text.rfind("‘") > text.rfind("’")


def _strokes(boxes: Sequence[Box], ground: Ground) -> int:
    height = ground.kind.x_height
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    baseline = ground.kind.baseline_at(left)
    area = Box(max(round(left - SLACK * height), 0), max(round(baseline - 2 * height), 0),
               round(right + SLACK * height), max(round(baseline - height), 0))  # fmt: skip
    strokes = (box for box in ground.pieces.boxes(area) if is_stroke(box, ground) and box.width <= STROKE[1] * height)
    return sum(1 + (box.width >= TOUCHING * box.height) for box in strokes)


def _foot(box: Box, ground: Ground) -> float:
    """How far a piece of ink ends above the baseline."""
    return (ground.kind.baseline_at((box.left + box.right) / 2) - box.bottom) / ground.kind.x_height
