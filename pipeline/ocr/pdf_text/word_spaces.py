"""Where a row of characters of a text layer is parted into words: by its spaces, its ink and the pen that set it."""

import math
from itertools import pairwise

from pipeline.ocr.pdf_fonts.glyphs import Glyph
from pipeline.ocr.pdf_text.right_to_left import runs_leftwards

Row = list[Glyph]
"""Characters from left to right."""

SPACE = 0.2  # of the type size: white that parts words where the PDF has no space
TIGHT_SPACE = 0.08  # the same where PDFium thinks that there is one
MOVED = 0.12
"""Of the type size: a move of the pen that parts words where PDFium thinks so, or beside as much white as a space has.
Presses justify tightly to .15; between letters of words that PDFium parted in a sample of a hundred articles the pen
moved by .03 at most."""
OVERHUNG = 0.1  # of the type size: a space by which the pen moves more parts words whose ink meets
TRACKED = 0.1
"""Of the type size: white behind most letters of a line that is letterspaced. Other lines have none: 0.00 to 0.05 also
where a press justifies by the letters; headings and names in letterspaced capitals have 0.10 to 0.30."""
BEYOND_TRACK = 0.15
"""Of the type size: white beyond that between letters by which words of such a line are parted: 0.25 to 0.50."""
FEWEST_TRACKED = 6
"""Pairs of letters that show that a line is letterspaced."""
FEWEST_ALL_TRACKED = 4
"""The same where they are apart without exception, yet by less than a word space: ``NOTES`` in capitals."""
OVERHANG = 0.1  # of the type size: by how much an italic f reaches over the capital behind the space
UNMOVED = 0.01  # of the type size: the pen stands where the letter before ended
STOPS = frozenset(".,")
"""Before which no press sets a space: some set one behind a raised number, in its own small size, that nobody sees."""

CLOSING = STOPS | {"’", "”"}
"""Before which presses set a thin space: ``‘lamps’ ”``."""


def words_of(row: Row) -> list[Row]:
    """The words of a row that has a character at least."""
    words = [[row[0]]]
    track = _track(row)
    begins = _begins_spaced_word if track >= TRACKED else _begins_word
    for index, (before, glyph) in enumerate(pairwise(row), 1):
        if glyph.text in STOPS and _is_alone(row, index) and _white(before, glyph) <= SPACE:
            words[-1].append(glyph)
        elif begins(before, glyph, track):
            words.append([glyph])
        else:
            words[-1].append(glyph)
    return words


def _is_alone(row: Row, index: int) -> bool:
    """Whether no other stop stands behind one, as in an ellipsis or in leaders."""
    return index + 1 == len(row) or row[index + 1].text not in STOPS


def _white(before: Glyph, glyph: Glyph) -> float:
    """Between the ink of two characters, in ems."""
    return (glyph.left - before.right) / max(before.size, glyph.size)


def _begins_spaced_word(before: Glyph, glyph: Glyph, track: float) -> bool:
    """Whether a glyph of a letterspaced line begins a word: white beyond that between the letters."""
    return (glyph.pen - before.pen_after) / max(before.size, glyph.size) > track + BEYOND_TRACK


def _begins_word(before: Glyph, glyph: Glyph, track: float) -> bool:
    size, gap = max(before.size, glyph.size), _white(before, glyph)
    leftwards = runs_leftwards(before)
    later = before if leftwards else glyph  # was set behind the white between them
    # By ink and by pen: two ones of a tabular face stand as far apart as two words, and have no space between them.
    moved = (glyph.pen - before.pen_after) / size
    wide = gap > SPACE and (leftwards or not moved <= (SPACE if glyph.text in CLOSING else MOVED + track))
    apart = later.after_space or wide or (later.after_gap and gap > TIGHT_SPACE)
    # An italic f overhangs the space behind it and the one before: then the pen alone tells the space.
    by_pen = later.after_gap and not leftwards and moved > MOVED
    by_case = later.after_gap and _turns_capital(before, glyph) and gap > -OVERHANG
    return by_pen or by_case or (apart and (gap > 0 or glyph.space > OVERHUNG) and not _is_set_close(glyph, moved))


def _is_set_close(hyphen: Glyph, moved: float) -> bool:
    """Whether a hyphen was set right behind a letter, though PDFium parts them.

    A press that lets hyphens hang in the margin sets them after all other text; the white is that of the hyphen itself.
    """
    return hyphen.text == "-" and not hyphen.after_space and abs(moved) < UNMOVED


def _turns_capital(before: Glyph, glyph: Glyph) -> bool:
    """Whether a capital stands behind a small letter: it begins a word, however little white is left before it.

    An italic f takes up the space behind it: ``of|Europe``. Within ``TextGrid`` PDFium sees none.
    """
    return before.text.islower() and glyph.text.isupper()


def _track(row: Row) -> float:
    """By how much of the type size the pen moves between the letters of a line, or 0.0: ``L A M P S`` are letterspaced.

    White parts words there only beyond that. Spaces of the PDF say nothing: some presses space letters by them.
    """
    gaps = sorted(
        (after.pen - before.pen_after) / max(before.size, after.size)
        for before, after in pairwise(row)
        if before.text.isalpha() and after.text.isalpha()
    )
    throughout = bool(gaps) and gaps[0] >= TRACKED and gaps[-1] < SPACE and not any(glyph.after_space for glyph in row)
    middle = gaps[len(gaps) // 2] if len(gaps) >= (FEWEST_ALL_TRACKED if throughout else FEWEST_TRACKED) else 0.0
    if any(map(math.isnan, gaps)) or any(map(runs_leftwards, row)):
        return 0.0
    return max(0.0, middle)
