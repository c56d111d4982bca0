"""Lines of a title block that two things share: an author and his institution, the abstract's end and the keywords.

The rows are parted before their kinds are told, so that each part is a row of its own; at dots only over the title.
"""

import re
from collections.abc import Sequence

from pipeline.model import BlockKind
from pipeline.segment.raw_block import RawBlock
from pipeline.segment.rows import Row
from pipeline.segment.wording.name_lines import INSTITUTION, names_people

_RUN_IN = re.compile(
    r"(?<=[.?!)\]])\s+(?=(?:KEY\s?WORDS?|Key\s?words?|Mots[\s-]clés|Schlagw(?:orte|örter)|Palabras clave)\W|KEY$)"
)
"""Before keywords that follow the last sentence of the abstract in its line, which may end within their label."""


def parted(rows: Sequence[Row]) -> list[Row]:
    """The rows, each that two things share as two rows."""
    found: list[Row] = []
    for row in rows:
        place = _before_institution(row) or _before_keywords(row.text)
        found += [row.part(0, place), row.part(place, len(row.text))] if place else [row]
    return found


def _before_institution(row: Row) -> int:
    """Where capitals end and the institution of whom they name begins: ``HESTER TANSY Harbour University``; or 0.

    It is told by a word of its own, or by its italics.
    """
    small = {word.start - row.start for word in row.line.words if word.style.small_caps}
    words = list(re.finditer(r"\S+", row.text))
    place = next((word.start() for word in words if not word.group().isupper() and word.start() not in small), 0)
    behind = [word.style.italic for word in row.line.words if word.start - row.start >= place]
    told = INSTITUTION.search(row.text[place:]) or (len(behind) > 1 and all(behind))
    return place if names_people(row.text[:place]) and told else 0


def _before_keywords(text: str) -> int:
    found = _RUN_IN.search(text)
    return found.end() if found else 0


_DOTS = re.compile(r"\s[·•|]\s")


def parted_by_dots(group: Sequence[Row]) -> list[RawBlock]:
    """Name, institution and address on one line, dots between them: ``Hester Tansy · Harbour University``."""
    parts = _DOTS.split(group[0].text)
    if len(group) > 1 or len(parts) < 2 or not names_people(parts[0]) or not INSTITUTION.search(group[0].text):
        return []
    end = len(parts[0])
    return [
        RawBlock(BlockKind.BYLINE, [group[0].part(0, end)], reason="over the title"),
        RawBlock(BlockKind.AFFILIATION, [group[0].part(end, len(group[0].text))], reason="on the line of the names"),
    ]
