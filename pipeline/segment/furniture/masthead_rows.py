"""Rows at the top of an article that name the journal it stands in."""

import re
from collections.abc import Sequence

from pipeline.segment.row_letters import letters, run_of_letters
from pipeline.segment.rows import Row, starts_lower

_MASTHEAD = re.compile(
    r"""
      \b(?:vol(?:ume)?|no|issue|heft|band|tome|jahrgang|jg)\.?\s*\(?\d | \b(?:anno|année)\s+(?:\d|[IVXLC]+\b)
    | \((?:[^\W\d_]{3,9}\.?\s)?\d{4}\)\s*[,:]?\s*(?:(?:vol|pp?|s)\b\.?\s*)?\d    # a month before the year
    | \d+\s*\(\d+\) | \d+\s*:\s*\d+ | \bissn\b | ^doi\b
    | \b(?:journal|review|quarterly|annals|bulletin|studies|zeitschrift|revue)\b.*\d
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"^(?:vol|no|issue|issn|doi|https?|www|heft|band|tome)\b")


def is_masthead(row: Row) -> bool:
    """Whether a row at the top of an article names the journal with its volume, number or year."""
    return bool(_MASTHEAD.search(row.text)) and len(row.text) < 160 and not goes_on(row)


MASTHEAD = 5
"""Rows at the top of a first page among which the journal is named."""
_JOURNAL = re.compile(
    r"^(?:\w+\s+){0,3}(?:journal|annals|proceedings|transactions|bulletin|quarterly|zeitschrift|revue|rivista|archiv\w*|"
    r"jahrb[uü]ch\w*|mitteilungen|giornale)\b[^.:;?!]{0,60}$",
    re.IGNORECASE,
)


def names_journal(row: Row, top: Sequence[Row]) -> bool:
    """Whether a row, however large, is the name of the journal, which a line with volume or year beside it has too."""
    if not _JOURNAL.match(row.text):
        return False
    own = {word for word in letters(row.text).split() if len(word) >= TELLING}
    return any(other is not row and is_masthead(other) and own & set(letters(other.text).split()) for other in top)


_YEAR = r"\b(?:1[6-9]|20)\d\d\b"
_CITED = re.compile(rf"\(\d{{4}}\)\W*\d|\d\W*\(\d{{4}}\)|\b\d{{1,3}}\W+{_YEAR}|{_YEAR}[,;:/(]\W*\d{{1,3}}\b")
"""A number and its year, in any order; a year alone, and the folio behind it, may end a title."""
_WELCOME = re.compile(r"^(?:journal homepage|contents lists? available)\b", re.IGNORECASE)
"""What stands over and under the journal's name, however large it is."""


def is_named_by(rows: Sequence[Row], heads: Sequence[str]) -> bool:
    """Whether rows, however large, are the journal's name as a running head cites it: ``Lamps 46 (2009) 418-435``.

    Or a head repeats it, which may take two lines here, and its numbers stand under it:
    ``Lamps Online``, ``Volume 46 | 2009``.
    """
    if len(rows) == 1 and _WELCOME.match(rows[0].text):
        return True
    if _NUMBERS.match(rows[-1].text) and len(rows) > 1:
        names = [
            run_of_letters(text) for text in (*(row.text for row in rows[:-1]), "".join(row.text for row in rows[:-1]))
        ]
        return any(name in map(run_of_letters, heads) for name in names)
    own = run_of_letters("".join(row.text for row in rows))
    cited = (re.split(r"\d", head)[0] for head in heads if _CITED.search(head))
    return len(own) >= SHORTEST_NAME and own in map(run_of_letters, cited)


_NUMBERS = re.compile(
    r"^(?:vol(?:ume)?|jahrgang|jg|band|tome|anno|année)\b\.?\s*(?:\d+|[IVXLC]+)\b.{0,40}$", re.IGNORECASE
)
"""A line of the journal's numbers under its name, which heads repeat."""
SHORTEST_NAME = 8
"""Letters of the name of a journal that is told by a running head."""
TELLING = 5
"""Letters of a word that two names of journals share by chance no more."""


def goes_on(row: Row) -> bool:
    """Whether a row goes on in the middle of a sentence: ``files can be downloaded from the catalogue``."""
    return starts_lower(row.text) and not _ABBREVIATED.match(row.text)
