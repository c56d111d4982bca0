"""Hyphens, en dashes and em dashes told apart by their length: readers mistake them, the ink does not.

A type has one length of each: a hyphen is a quarter to a third of an em, an en dash a half, an em dash a whole one
(Bringhurst, *Elements of Typographic Style*, 5.2), or in a narrow face three quarters. The page's own hyphens, which
are many at the ends of lines, are the measure. On 75 pages of eight types, in lengths of a hyphen, printed en dashes
have 1.46 to 2.2 and em dashes 2.33 to 3.9; of 280 hyphens none has more than 1.3.
"""

from collections.abc import Iterator

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.letterforms.sign_sizes import dash_length, dots_at
from pipeline.ocr.readers.hocr import ReadChar

EM = 2.25
EN, EN_OF_WORDS = 1.45, 1.55
"""Hyphens in length from which a stroke is an en dash; between words, where one is rare, it has to be clearer."""
CLEAR = 1.75
"""The same between small letters (``captain–keeper contract``), where dirt lengthens hyphens; and where the page has
too few of these to be their own measure."""
USUAL_HYPHEN = 0.55
"""In x-heights, for a page that has too few: on 100 pages hyphens have .44 to .69, and en dashes .73 to 1.26."""
SIDES = frozenset("rv")
"""Recto and verso of a leaf."""
STOPS = frozenset(",;:.")
CERTAIN = 0.9
BLUR = 0.08
"""x-heights of a faint dash that the grey edges of its neighbours cover."""
TRACE = 0.5
"""Of a hyphen: of a dash with less ink, the rest is too thin for black and white."""


def thin_dashes(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """Put a dash for a stop between two numbers that has no ink, where a dash too thin for black and white is in grey.

    ``101.107``, ``101. 107``: Tesseract has to write something there.
    """
    if ground.grey is None:
        return
    hyphen = ground.sizes.hyphen or USUAL_HYPHEN
    for index, cell in enumerate(cells):
        if cell.text != "." or cell.char is None or cell.mark >= 0 or not index:
            continue
        end = index + 1 + (cells[index + 1].text == " " if index + 1 < len(cells) else 0)
        follower = cells[end] if end < len(cells) else None
        before = cells[index - 1]
        if not (follower and follower.char and before.char and before.text.isdecimal() and follower.text.isdecimal()):
            continue
        room = Box(before.char.box.right, cell.char.box.top, max(follower.char.box.left, before.char.box.right + 1),
                   cell.char.box.bottom)  # fmt: skip
        if dots_at(room, ground.pieces, ground.kind):
            continue
        length = (dash_length(room, ground.pieces, ground.kind, ground.grey) + BLUR) / hyphen
        if EN <= length < EM:
            yield Edit(index, end, (("–", CERTAIN),))


def _is_apart(cell: Cell, left: str, right: str) -> bool:
    """Whether it is a dash between spaces, where no hyphen stands: of en and em dashes the shorter is enough.

    The end of a line is such a space, too.
    """
    return cell.text == "—" and left in {"", " "} and (right == " " or right in STOPS or (left == " " and not right))


def _length(char: ReadChar, ground: Ground, hyphen: float) -> float:
    """The length of a stroke, in x-heights; 0.0 where there is none."""
    own = dash_length(char.box, ground.pieces, ground.kind)
    if own >= TRACE * hyphen:
        return own
    faint = dash_length(char.box, ground.pieces, ground.kind, ground.grey)
    return faint + BLUR if faint else 0.0


def edits_by_length(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """The dashes between two words or numbers that are not what they were read for."""
    hyphen = ground.sizes.hyphen or USUAL_HYPHEN
    for index, cell in enumerate(cells):
        if cell.char is None or cell.mark >= 0 or cell.text not in "-—":
            continue
        left, right, beyond = (cells[i].text if 0 <= i < len(cells) else "" for i in (index - 1, index + 1, index + 2))
        if _is_apart(cell, left, right):
            if TRACE * hyphen <= _length(cell.char, ground, hyphen) < EM * hyphen:
                yield Edit(index, index + 1, (("–", CERTAIN),))
            continue
        after_word = left.isalnum() or (left == "." and right.isdecimal())  # ob.–19
        at_end = not right and (cell.text == "—" or left.isdecimal())  # a hyphen of a word's end is as long as others
        if not after_word or not (right.isalnum() or at_end):
            continue
        length = _length(cell.char, ground, hyphen) / hyphen
        before = cells[index - 2].text if index > 1 else ""
        of_leaves = right in SIDES and not beyond.isalnum()  # fol. 90r–v
        after_number = left.isdecimal() or (left in SIDES and before.isdecimal())
        of_numbers = after_number and (right.isdecimal() or not right or of_leaves)
        least = EN_OF_WORDS if cell.text == "-" and not of_numbers else EN
        in_compound = cell.text == "-" and right.islower() and beyond.isalpha()
        if in_compound or not (ground.sizes.hyphen or (of_numbers and right)):
            least = CLEAR
        if least <= length < EM:
            yield Edit(index, index + 1, (("–", CERTAIN),))
