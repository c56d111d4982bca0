"""Epigraphs: words of another over the text, with who said them under them, or in a note called at their end.

They stand where an abstract does, inset or in smaller type as an abstract is.
"""

import re
from collections.abc import Sequence

from pipeline.letters import CAPITALS
from pipeline.model import CallCandidate
from pipeline.segment.rows import Row

_SIGNED = re.compile(rf"(?:[—–~]\s?|--+\s?|-)[{CAPITALS}‘“\[]")
SIGNATURE = 12
"""Words of a name and a title under an epigraph at most."""


def signs(row: Row) -> bool:
    """Whether a row is a dash and a name: ``—Hester Tansy, The Keeper’s Book``.

    Word processors leave a tilde or a hyphen for it, this right before the name, for items of lists have it apart.
    """
    return bool(_SIGNED.match(row.text)) and len(row.text.split()) <= SIGNATURE


def is_epigraph(rows: Sequence[Row], following: Row | None) -> bool:
    """Whether rows in the place of an abstract are signed, or cited: a note is called at their end and nowhere else.

    Or they are set flush right, as no abstract is.
    """
    if (
        is_flush_right(rows)
        or signs(rows[-1])
        or (following is not None and (signs(following) or _stands_at_right(following, rows)))
    ):
        return True
    behind = [
        row.line.text[call.end : row.end]
        for row in rows
        for call in row.line.calls
        if _is_sure(call) and row.start <= call.start
    ]
    # A stop and a closing quotation mark, in French setting with spaces before them, may stand behind the call.
    ends = len(behind) == 1 and not any(map(str.isalnum, behind[0]))
    return ends and any(_is_sure(call) for call in rows[-1].line.calls)


def is_flush_right(rows: Sequence[Row]) -> bool:
    """Whether lines end at one edge and begin anywhere: words of another, or a dedication."""
    lines = [row.line.box for row in rows if row.line.box]
    if len(lines) < FLUSH_LINES or len(lines) < len(rows):
        return False
    em = rows[0].line.size
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    ragged = sum(line.left > left + RAGGED * em for line in lines)
    return 2 * ragged >= len(lines) and all(line.right > right - EDGE * em for line in lines)


FLUSH_LINES = 3
"""Lines that show where they end."""
RAGGED = 2.0
"""Ems by which lines begin apart that are not justified; the first line of a paragraph alone stands in."""
EDGE = 0.5
"""Ems within which lines end at one edge."""


def _stands_at_right(row: Row, rows: Sequence[Row]) -> bool:
    """Whether a few words stand in the right half of the lines over them, and end where these do: who said them."""
    own, lines = row.line.box, [each.line.box for each in rows if each.line.box]
    if own is None or len(lines) < FEWEST_LINES or len(row.text.split()) > SIGNATURE:
        return False
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    return 2 * own.left >= left + right and own.right >= right - row.line.size


FEWEST_LINES = 2
"""Lines that show how wide an epigraph is set."""


def _is_sure(call: CallCandidate) -> bool:
    return any(reading.text.isdecimal() and reading.confidence > SURE for reading in call.readings)


SURE = 0.75
"""Certainty of a call that is hardly anything else."""
