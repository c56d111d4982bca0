"""Which rows at the foot of a page are its running foot: titles, authors or the journal beside the folio.

They are told as running heads are, by what they share with other pages, or by their place alone: on one line with the
folio, under white. An excerpt of a few pages has each foot once.
"""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.segment.furniture.folios import Folio
from pipeline.segment.furniture.foot_matter import lowest
from pipeline.segment.measure import LARGER, Measures
from pipeline.segment.row_letters import letters, run_of_letters
from pipeline.segment.rows import Row, ends_sentence, foot_of, stands_at_top
from pipeline.segment.series import SYMBOLS


def around(folio: Folio) -> str:
    """What stands beside a folio in its row."""
    return f"{folio.row.text[: folio.start]}{folio.row.text[folio.end :]}".strip()


def running_feet(folios: dict[int, Folio], pages: Sequence[Sequence[Row]]) -> frozenset[tuple[int, int]]:
    """The keys of the rows with the folio on the lowest line of their page that begin with words of another page's.

    The journal's name stands so on left pages, and in an article of a few pages not three times. Words with figures, or
    that end a sentence, are those of notes; but not the figures that another page has, too, about its folio.

    Args:
        folios: of the pages, by their index.
        pages: without what a distributor has set under them.
    """
    found = {index: folio for index, folio in folios.items() if not folio.alone and folio.row in lowest(pages[index])}
    beside = {index: _unordered(_OPEN_BRACKET.sub("", around(folio))) for index, folio in found.items()}
    words = {index: run_of_letters(text) for index, text in beside.items()}
    alike = Counter(beside.values())
    bare = {
        index: own
        for index, own in words.items()
        if len(own) >= FOOT_LETTERS
        and not (text := beside[index]).endswith(".")
        and (alike[text] > 1 or not (re.search(r"\d", text) or ends_sentence(text)))
    }
    return frozenset(
        found[index].row.key
        for other, begins in bare.items()
        for index, own in words.items()
        if index != other and own.startswith(begins)
    )


_OPEN_BRACKET = re.compile(r"^[^\[\]]{2,12}\]|\[[^\[\]]{2,12}$")
"""``1999]`` and ``[May``, ``[Vol. 70``: what journals set in half a bracket at the outer end."""
FOOT_LETTERS = 8
"""Letters that two running feet share by chance no more."""


def _unordered(beside: str) -> str:
    """The parts of a running foot in one order: left pages have them from left to right, ``May 1963 | Lamps``."""
    return " | ".join(sorted(filter(None, map(str.strip, beside.split("|")))))


def level_with_folio(rows: Sequence[Row], folio: Folio | None, measures: Measures) -> set[tuple[int, int]]:
    """The rows on the lowest line of a page beside its folio, and that of the folio itself if it has words in capitals.

    White as of a blank line parts them from the text and the notes. None is larger than the text, or a note: that has
    a label, or ends a sentence. Notes of which every page has one are numbered as pages are, but not set in capitals.
    """
    if folio is None or stands_at_top(folio.row) or not _is_under_white(rows, folio.row, measures):
        return set()
    own = around(folio)
    others = (row for row in lowest(rows) if row.key != folio.row.key or own == own.upper())
    return {row.key for row in others if _is_foot(row, measures)}


def _is_under_white(rows: Sequence[Row], row: Row, measures: Measures) -> bool:
    """Whether a row stands on the lowest line of its page, and all others well above that."""
    last = lowest(rows)
    if not last or measures.leading <= 0 or all(row.key != other.key for other in last):
        return False
    above = [foot_of(other) for other in rows if other.line.box and all(other is not each for each in last)]
    return bool(above) and min(map(foot_of, last)) - max(above) >= WHITE * measures.leading


WHITE = 1.4
"""Lines from the last baseline of the text to that of the foot: 1.5 in a reader with notes, 2 to 3 in others."""


def _is_foot(row: Row, measures: Measures) -> bool:
    noted = row.text[:1] in SYMBOLS or _LABELLED.match(row.text) or any(call.raised for call in row.line.calls)
    plain = not noted and not ends_sentence(row.text) and len(row.text) < LONGEST
    return plain and len(letters(row.text)) >= SHORTEST and measures.relative_size(row) < LARGER


_LABELLED = re.compile(r"\W?\d{1,3}[.)\]]\s")
SHORTEST, LONGEST = 4, 90
"""Letters of a running foot at least, and characters of it: more is a line of text."""
