"""Stops that Tesseract lost within abbreviations: their ink stands between the letters.

``U.S.``, ``e.g.`` and ``L.J.`` are read ``US.``, ``eg.`` and ``L J.``, with confidences of .9 and more, for the short
word is a word as well. Stops are put in only where every letter of the word has one piece of ink and a dot behind it:
a word with one dot in it has a broken letter.
"""

from collections.abc import Iterator

from pipeline.model import Box
from pipeline.ocr.collation.cells import Cell, Edit
from pipeline.ocr.collation.raised_signs import Ground
from pipeline.ocr.collation.sign_sizes import area_of

MOST_LETTERS = 5
# In x-heights.
DOT = 0.42
DOT_FOOT = 0.15
LETTER = 0.75
ABOVE, BELOW = 2.0, 0.6
REACH = 0.9
"""How far behind a single letter its stop may be."""
BEHIND = frozenset(".,;:)]’”'\"")
WORDS = frozenset("AI")
SMALL = frozenset({"eg", "ie"})
"""In small letters, for the rest are words: of ``as`` with a broken letter nothing shall become ``a.s``."""
CLEAR = 0.05
"""White on both sides of a stop, in x-heights: what touches a letter is its serif."""
CONFIDENCE = 0.9


def lost_stops(cells: list[Cell], ground: Ground) -> Iterator[Edit]:
    """Put in the stops that stand between the letters of an abbreviation, or behind an initial, in ink alone."""
    for word in sorted({cell.word for cell in cells}):
        own = [i for i, cell in enumerate(cells) if cell.word == word and cell.char is not None]
        letters = [i for i in own if cells[i].text.isalpha()]
        if any(cells[i].mark >= 0 for i in own) or not _may_be_abbreviation([cells[i].text for i in own]):
            continue
        after = next((c.char.box.left for c in cells[own[-1] + 1 :] if c.char), None)
        for place in _stops(cells, letters, after, ground):
            if cells[letters[place] + 1 : letters[place] + 2] and cells[letters[place] + 1].text in BEHIND:
                continue
            yield Edit(letters[place] + 1, letters[place] + 1, ((".", CONFIDENCE),))


def _may_be_abbreviation(texts: list[str]) -> bool:
    letters = [text for text in texts if text.isalpha()]
    if not 1 <= len(letters) <= MOST_LETTERS or any(not (text.isalpha() or text in BEHIND) for text in texts):
        return False
    word = "".join(letters)
    return word in SMALL or (word.isupper() and word not in WORDS)


def _stops(cells: list[Cell], letters: list[int], after: int | None, ground: Ground) -> Iterator[int]:
    """The letters of a word behind which there is the ink of a stop, by their number from 0."""
    height = ground.kind.x_height
    boxes = [cells[i].char.box for i in letters]  # type: ignore[union-attr]  # chosen for having one
    left, right = min(box.left for box in boxes), max(box.right for box in boxes)
    end = right + (REACH * height if len(letters) == 1 else 0)
    baseline = ground.kind.baseline_at(left)
    area = Box(max(left, 0), max(round(baseline - ABOVE * height), 0), round(min(end, after or end)),
               max(round(baseline + BELOW * height), 0))  # fmt: skip
    if area.right <= area.left:
        return
    pieces = ground.pieces.boxes(area)
    seen, edge = -1, 0
    found: list[int] = []
    for number, box in enumerate(pieces):
        if _is_letter(box, ground):
            seen, edge = seen + 1, max(edge, box.right)
        elif _is_stop(box, ground) and box.left - edge >= CLEAR * height:
            behind = next(
                (other.left for other in pieces[number + 1 :] if _is_letter(other, ground)), box.right + height
            )
            found += [seen] if behind - box.right >= CLEAR * height else []
    last = len(letters) - 1
    needed = range(max(last, 1))
    if seen == last and set(needed) <= set(found):
        yield from needed


def _is_letter(box: Box, ground: Ground) -> bool:
    foot = (ground.kind.baseline_at(box.left) - box.bottom) / ground.kind.x_height
    return box.height >= LETTER * ground.kind.x_height and foot <= DOT_FOOT


def _is_stop(box: Box, ground: Ground) -> bool:
    height = ground.kind.x_height
    foot = (ground.kind.baseline_at(box.left) - box.bottom) / height
    small = max(box.width, box.height) <= DOT * height and area_of(box, ground.kind) >= ground.sizes.stop
    return small and abs(foot) <= DOT_FOOT
