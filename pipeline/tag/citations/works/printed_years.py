"""`Merrow, op. cit., 1931b`: which of several works is of the year that a short citation prints."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from pipeline.tag.citations.wording.enclosures import levelled, statements
from pipeline.tag.citations.wording.shelfmarks import PROSE
from pipeline.tag.citations.wording.title_ends import YEAR

_YEARS = re.compile(rf"(?<!\d){YEAR}[a-z]?(?!\w)")
_DIGITS = 4
BEHIND = 200
"""Characters behind a citation in which its imprint goes on where that could not be read."""


class PrintedYears(NamedTuple):
    """The year of a work by its record, and those printed where it is cited first, with their letters."""

    known: str
    printed: list[str]

    def has(self, year: str) -> bool:
        """Whether the work is of this year; what is printed counts only where the record has none."""
        return year == self.known if self.known else year in (*self.printed, *self.lettered)

    @property
    def lettered(self) -> list[str]:
        """The printed years that have a letter, without it."""
        return [year[:_DIGITS] for year in self.printed if len(year) > _DIGITS]


def years_printed(text: str, start: int, end: int, stop: int) -> list[str]:
    """The years in ``text[start:end]``, a citation, and behind it in its statement, up to ``stop`` or to prose."""
    ends = [high for low, high in statements(levelled(text)) if low <= start < high]
    prose = PROSE.search(text, end)
    return _YEARS.findall(text, start, min([*ends, stop, end + BEHIND, *([prose.start()] if prose else [])]))


def of_year(works: Mapping[str, PrintedYears], year: str) -> list[str]:
    """The works of this year. With a letter, those that are printed with it, or else those printed without any."""
    plain = year[:_DIGITS]
    fitting = [work for work, years in works.items() if years.has(plain)]
    if len(year) == _DIGITS:
        return fitting
    lettered = [work for work in fitting if year in works[work].printed]
    return lettered or [work for work in fitting if plain not in works[work].lettered]
