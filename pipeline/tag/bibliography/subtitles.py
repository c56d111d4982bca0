"""Whether a sentence behind a title is its subtitle: `Die Lampen. Eine Geschichte. Hafen: Garth`.

That is told from behind: between the first stop and the imprint, or the book that a piece stands in, nothing but a
subtitle or a series stands, and a series has its number.
"""

import re

from pipeline.tag.words.tokens import CAPITAL

_SERIES = re.compile(
    r"(?:Reihe|[Ss]eries|Working|Discussion|Papers?|Diss(?:ertation|\.)|Heft|Verlag|Press|Manuskript|Unpublished)\b"
    r"|(?<!\d)\d{1,3}(?!\d|er\b|s\b|\.?\s?(?:Jh|Jahrh|[Cc]ent|Jahre))|(?<!\d)\d{1,4}[-–]\d{1,3}(?!\d)"
)
"""What a series, a report or a thesis has, and no subtitle: a word for it, or a number that is no year."""
_BEGINS = re.compile(rf"[“„‘«»\"']?{CAPITAL}")
"""No year, which may stand behind editors: `Friends of Selwyn, ed. 1931. Lamps`."""
_IN_NEXT = re.compile(r"[.,;]?\s[Ii]n:?\s")
_ROLE_NEXT = re.compile(r"[.,;]\s\(?(?:[Hh](?:rs)?gg?\.|[Hh]erausgegeben|[Ee]d(?:ited|\.)\sby|[Tt]rans|[Üü]bers)")
"""Before the editors of a whole stands its name: `Lamp Papers. Selwyn Archive, edited by Ada Merrow`."""
LONGEST = 200
"""Characters of subtitles."""


def is_subtitle(text: str, start: int, end: int) -> bool:
    """Whether a sentence between a title and its tail goes on with the title; before a book no series stands."""
    rest = text[start:end].strip(" .,–—")
    if not 0 < len(rest) <= LONGEST or not _BEGINS.match(rest) or _ROLE_NEXT.match(text, end):
        return False
    return _IN_NEXT.match(text, end) is not None or _SERIES.search(rest) is None
