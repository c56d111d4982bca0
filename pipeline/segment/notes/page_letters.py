"""Notes of a dump that are lettered anew on every page, their small letters read as whatever signs.

``• Lebenskraft.``, ``b Sinnenwerkzeug.``, ``' Greek for``: no such row tells that it begins a note, and notes of two
words have none of the words by which notes are told. But at the foot of page after page the rows begin with single
glyphs, each where the one before has ended, and the glyphs look more like a, b, c than like 1, 2, 3.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.segment.measure import Measures
from pipeline.segment.notes.damaged_chain import MOST_SKIPPED, START, cheapest_numbers
from pipeline.segment.notes.gaps import SHORT
from pipeline.segment.notes.glyphs import LABELS, glyph_price
from pipeline.segment.notes.labels import Label
from pipeline.segment.rows import Row, begins_anew
from pipeline.segment.series import LETTERS, NUMBERS, Series

_GLYPH = re.compile(
    r"""
    ^(?P<label>
        (?: [^\s\w(\[–—-]{1,2}\w? | \d | (?![AIOÀ]\s)[^\W\d_][\d]? ) [.,:]? (?=\s(?:[^\W_]|[‘“«(\["'.]))
      | [*†‡°®©™^~><•] (?=[^\W\d_]{2})
    )
    """,
    re.VERBOSE,
)
"""What a reader makes of a single glyph, before the first word of a row: ``' Greek``, ``K Latin``, ``*Romain``."""
_WORD = re.compile(r"[aàéeyuo]\s[a-zß-ÿ]")
"""A letter that may be a word of the text: a label only where a row begins anew."""
OTHER = 4.0
"""Price of any other glyph, at most: at the foot of a page, before a word, it is a label whatever it is."""
NOT_ANEW = 1.5
"""Price of a row before which nothing has ended: the first at the foot, for there the text of the page breaks off."""
HIGHEST = 0.3
"""Of the rows of a page: the foot begins further down where notes are lettered by the page."""
MOST_LETTERS = 26
FEWEST = 4
FEWEST_PAGES = 2
"""Pages with two letters or more."""
IN_ORDER = 0.6
"""Of the rows from the first label of a page on that begin anew: those that have one. In text hardly a row has."""
AS_PRINTED = 0.3
"""Of the labels: those that are letters as they are printed, be they the right ones; marks and numbers have none."""
CHEAP = -1.5
"""Price of a label in the mean, at most: a third of what a legible one is worth."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A row that begins with a glyph that may be a label."""

    row: Row
    index: int
    end: int
    anew: bool
    series: Series

    def price(self, number: int) -> float:
        """What speaks against a number, or against the letter in its place; negative where it is likely."""
        printed = self.row.text[: self.end].rstrip(".,:")
        sign = self.series.sign_of(number)
        return min(glyph_price(printed, sign, LABELS), OTHER) - START + NOT_ANEW * (not self.anew)

    def label(self, number: int) -> Label:
        """The row as the note of a number."""
        return Label(self.row, self.index, self.end, self.series.sign_of(number), 0.0, series=self.series)


def page_letters(pages: Sequence[Sequence[Row]], legible: Sequence[Label], measures: Measures) -> list[Label]:
    """The letters that begin anew on every page of a dump.

    None where numbers can be read, or where the glyphs are as much like numbers.

    Args:
        pages: the rows of every page, furniture taken off.
        legible: the chain of the numbers that can be read.
        measures: of the article.
    """
    if any(row.line.box for page in pages for row in page):
        return []
    labels, price = _read(pages, measures, LETTERS)
    if len(labels) < max(FEWEST, 2 * len(legible)) or price > CHEAP * len(labels):
        return []
    per_page = [len(list(group)) for _, group in groupby(labels, key=lambda label: label.row.page.number)]
    few = sum(count > 1 for count in per_page) < FEWEST_PAGES
    as_printed = sum(label.printed[:1].isalpha() for label in labels)
    if few or as_printed < AS_PRINTED * len(labels):
        return []
    return labels if price < _read(pages, measures, NUMBERS)[1] else []


def _read(pages: Sequence[Sequence[Row]], measures: Measures, series: Series) -> tuple[list[Label], float]:
    """The labels of all pages, read as letters or as numbers, and their price."""
    labels: list[Label] = []
    price, first = 0.0, 0
    for page in pages:
        glyphs = list(_glyphs(page, first, measures, series))
        on_page, of_page = cheapest_numbers(glyphs, range(1, min(len(glyphs) + MOST_SKIPPED, MOST_LETTERS + 1)))
        if on_page and _are_in_order(page, first, on_page, measures):
            labels += on_page
            price += of_page
        first += len(page)
    return labels, price


def _glyphs(page: Sequence[Row], first: int, measures: Measures, series: Series) -> Iterator[Glyph]:
    for place in range(1 + int(HIGHEST * len(page)), len(page)):
        found = _GLYPH.match(page[place].text)
        anew = _is_anew(page, place, measures)
        if found and (anew or not _WORD.match(page[place].text)):
            yield Glyph(page[place], first + place, found.end("label"), anew, series)


def _is_anew(page: Sequence[Row], place: int, measures: Measures) -> bool:
    return begins_anew(page[place]) or measures.shortfall(page[place - 1]) > SHORT


def _are_in_order(page: Sequence[Row], first: int, labels: Sequence[Label], measures: Measures) -> bool:
    """Whether most rows of a page that begin anew from its first label on have a label."""
    begin = labels[0].index - first
    anew = sum(_is_anew(page, place, measures) for place in range(begin + 1, len(page)))
    return len(labels) - 1 >= IN_ORDER * anew
