"""Bullets, which readers take for letters and stars.

Tesseract's English has hardly seen one, and makes ``e``, ``¢``, ``*``, ``°`` or ``«`` of it; the star then labels a
note that is none.
"""

from collections.abc import Iterator

from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.letterforms.bullet_ink import is_bullet

BULLET = "•"
LIKE = frozenset("eo¢*°®©@«»·.-+'’‘")
"""What readers make of a bullet."""
MOST = 0.5
"""Of a piece of ink, by which it lies at the columns of a character: Tesseract's boxes are off by some pixels."""
SPECK = 0.25
"""Height in x-heights: ink of less is dirt beside it."""
CERTAIN = 0.9


def bullets(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """Put a bullet for a sign that stands by itself, has the ink of one, and was read as something else."""
    text = "".join(cell.text or BULLET for cell in cells)
    for index, cell in enumerate(cells):
        alone = f" {text} "[index : index + 3].strip(" ") == cell.text
        if alone and cell.char is not None and cell.mark < 0 and cell.text in LIKE and _is_bullet(cell, ground):
            yield Edit(index, index + 1, ((BULLET, CERTAIN),))


def _is_bullet(cell: Cell, ground: Ground) -> bool:
    """Whether the only ink of a character, but for specks, is that of a bullet."""
    if cell.char is None:
        return False
    box, pieces, least = cell.char.box, ground.pieces, SPECK * ground.kind.x_height
    near = ((index, pieces.box(index)) for index in pieces.within(box).tolist())
    own = [index for index, piece in near if piece.shared_width(box) >= MOST * piece.width and piece.height >= least]
    return len(own) == 1 and is_bullet(pieces, own[0], ground.kind)
