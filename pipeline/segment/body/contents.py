"""Tables of contents: entries that dots lead from to a page number, or that end in one under the heading."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.model import BlockKind
from pipeline.segment.body.situations import Situation
from pipeline.segment.raw_block import Claim
from pipeline.segment.rows import Row, foot_of
from pipeline.segment.wording.front_labels import heads_contents

_LED = re.compile(r"(?:[.·…]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})\W?$")
_NUMBER = re.compile(r"(?:[.·…]\s?){2,}\d{1,4}\W?$")
"""How an entry ends whose dots have little room, or of which a reader left a few: ``Conclusion .. . 335``."""
FEWEST = 3
"""Entries that make a table of contents: fewer may be a form to fill in."""
MOST_BETWEEN = 3
"""Rows of an entry before the one that ends in its page number."""


def is_led(text: str) -> bool:
    """Whether dots lead from a text to a page number: an entry of a table of contents, whatever it begins with."""
    return bool(_LED.search(text))


def begins_led(rows: Sequence[Row], index: int) -> bool:
    """Whether a row begins an entry of a table of contents, which may have several rows before the page number."""
    for row in rows[index : index + MOST_BETWEEN + 1]:
        if row.page is not rows[index].page:
            return False
        if is_led(row.text) or row.closes:
            return is_led(row.text)
    return False


def page_beside(row: Row, following: Row | None) -> int:
    """The page number that a scan has as a row of its own behind an entry, level with it; 0 where there is none.

    Without dots the white before a column of numbers parts them from their entries.
    """
    one, other = row.line.box, following.line.box if following else None
    if following is None or one is None or other is None or not _PAGE_ALONE.match(following.text):
        return 0
    level = row.page is following.page and abs(foot_of(row) - foot_of(following)) < LEVEL * one.height
    return int(following.text) if level and other.left > one.right else 0


def pages_of_contents(rows: Sequence[Row]) -> frozenset[tuple[int, int]]:
    """The rows of a page under the heading of contents that are the page numbers of entries, beside the text or not."""
    heading = next((index for index, row in enumerate(rows) if heads_contents(row.text)), len(rows))
    return frozenset(row.key for above, row in pairwise(rows[heading:]) if page_beside(above, row))


_PAGE_ALONE = re.compile(r"\d{1,4}$")
LEVEL = 0.5
"""Of the height of an entry: how far the feet of its row and of its number are apart."""


def contents_rows(seen: Sequence[Situation]) -> dict[int, Claim]:
    """The rows of a table of contents; every entry begins after the page number of the one before."""
    led = [index for index, here in enumerate(seen) if is_led(here.row.text)]
    runs = [
        (_first_row(seen, run[0]), [*run, *_entries_behind(seen, run[-1])], "dots lead to a page number")
        for run in _runs(led)
    ]
    runs += [(first, run, "under the heading of the contents") for first, run in _headed(seen)]
    claims: dict[int, Claim] = {}
    for first, run, reason in runs:
        if len(run) < FEWEST:
            continue
        begins = True
        for index in range(first, run[-1] + 1):
            claims[index] = Claim(BlockKind.CONTENTS, reason, begins=begins)
            begins = index in run or bool(_NUMBER.search(seen[index].row.text))
    return claims


def _entries_behind(seen: Sequence[Situation], last: int) -> Iterator[int]:
    """The rows right under the last entry of a page that end as entries do."""
    for index in range(last + 1, len(seen)):
        if seen[index].page_top or not _NUMBER.search(seen[index].row.text):
            return
        yield index


def _headed(seen: Sequence[Situation]) -> Iterator[tuple[int, list[int]]]:
    """The first row under each heading of contents, and the rows under it that end in numbers of pages, which rise."""
    for heading in (index for index, here in enumerate(seen) if heads_contents(here.row.text)):
        numbered = [index for index in range(heading + 1, len(seen)) if _page(seen, index)]
        run = _runs([heading, *numbered])[0][1:]
        falls = (place for place, (one, other) in enumerate(pairwise(run), 1) if _page(seen, other) < _page(seen, one))
        run = run[: next(falls, None)]
        if run and not any(is_led(seen[index].row.text) for index in run):
            yield heading + 1, run


_IN_PAGE = re.compile(r"[^\W\d_]\W{0,3}\s(?P<page>\d{1,4})$")


def _page(seen: Sequence[Situation], index: int) -> int:
    """The number of a page with which a row ends, or that it is, level with the row before; else 0."""
    found = _IN_PAGE.search(seen[index].row.text)
    return int(found["page"]) if found else page_beside(seen[index - 1].row, seen[index].row)


def _first_row(seen: Sequence[Situation], index: int) -> int:
    """The first entry may have more rows than the one with its number: up to a gap, a sentence end or another page."""
    for earlier in range(index, max(0, index - MOST_BETWEEN), -1):
        here = seen[earlier]
        if here.gap >= 0.3 or here.page_top or seen[earlier - 1].row.closes:
            return earlier
    return index


def _runs(indices: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for index in indices:
        if runs and index - runs[-1][-1] <= MOST_BETWEEN + 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
