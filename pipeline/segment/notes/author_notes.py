"""The author's own note in a dump: a star behind the names under the title, and one before the note at the foot.

Readers make an apostrophe, a degree or a bullet of such stars; that both are there tells what they are.
"""

import re
from collections.abc import Sequence

from pipeline.letters import CAPITALS
from pipeline.segment.measure import Measures
from pipeline.segment.notes.gaps import SHORT
from pipeline.segment.rows import Row, begins_anew

_BYLINE = re.compile(rf"(?:[^\W\d_][\w.’'-]*,?\s(?:and\s|&\s)?){{1,6}}[{CAPITALS}][\w’'-]+[*”’'\"°]")
"""A line of names behind which a star is read, or what readers make of one."""
_STARRED = re.compile(rf"(?P<star>[*•·.])\s?(?=[{CAPITALS}])")
"""How the note begins: ``*Professor``, ``• Professor``, ``·Professor``."""
_NAME = re.compile(rf"\s?([{CAPITALS}][\w’'-]+(?:\s[{CAPITALS}]\.?)?\s[{CAPITALS}][\w’'-]+)")
BYLINE_BEFORE = 12
"""Rows of a page within which its title and authors stand."""
NEAR = 8
"""Rows above the first numbered note within which a star begins the author's, whatever the names show."""
FOOT = 0.3
"""Share of a page's rows below which the note stands."""


def has_starred_names(page: Sequence[Row]) -> bool:
    """Whether a line of names at the top of a page ends in a star."""
    return any(_BYLINE.fullmatch(row.text) for row in page[:BYLINE_BEFORE])


def names_author(row: Row, end: int, rows: Sequence[Row]) -> bool:
    """Whether what stands behind the label of a note begins with a name that is in one of the rows, too."""
    name = _NAME.match(row.text, end)
    return name is not None and any(name[1].casefold() in other.text.casefold() for other in rows)


def starred_authors(page: Sequence[Row]) -> frozenset[tuple[int, int]]:
    """The rows of a page with which notes about its authors begin: a star, and the name has one at the top.

    The first of its stars, or one before the name, for some presses set it below the numbered notes.
    """
    stars = [row for row in page if row.text.startswith("*")]
    names = [row for row in page[:BYLINE_BEFORE] if "*" in row.text]
    first = stars[:1] if has_starred_names(page) else []
    return frozenset(row.key for row in stars if row in first or names_author(row, 1, names))


def author_note(page: Sequence[Row], numbered: int, measures: Measures) -> tuple[int, int] | None:
    """Index of the row with which the author's note begins, and where its star ends; None without one.

    Args:
        page: the rows of a page of a dump.
        numbered: index of its first numbered note, which stands under the author's; its length where it has none.
        measures: of the article.
    """
    stars = [(place, found) for place in range(numbered) if (found := _STARRED.match(page[place].text))]
    if len(stars) == 1 and stars[0][0] and stars[0][1]["star"] != "." and _interrupts(page[stars[0][0] - 1], measures):
        return stars[0][0], stars[0][1].end("star")
    starred = has_starred_names(page)
    for place, found in stars if numbered < len(page) else ():
        near = starred or (found["star"] == "*" and numbered - place <= NEAR)
        if place >= int(FOOT * len(page)) and near and _is_star(found, page[place]):
            return place, found.end("star")
    return None


def _interrupts(above: Row, measures: Measures) -> bool:
    """Whether a row is full and its sentence goes on: no item of a list stands under it."""
    return bool(_BROKEN_OFF.search(above.text)) and measures.shortfall(above) <= SHORT


_BROKEN_OFF = re.compile(r"[^\W\d_]{2}[,-]?$")


def _is_star(found: re.Match[str], row: Row) -> bool:
    """Whether what a row begins with is no item of a list: glued to the word, or where a sentence has ended."""
    glued = found.end() == found.end("star")
    return begins_anew(row) or (glued and found["star"] != ".")
