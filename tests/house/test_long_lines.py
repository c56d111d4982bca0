"""Text without line ends: what a stage takes grows with its length and not with the square of it."""

import time

import pytest

from pipeline import cleanup, segment
from pipeline.config import Settings
from pipeline.model import Line, Page, Pages, Word
from pipeline.ocr.dumps.reading import LONGEST
from pipeline.tag.dates import reading as dates

CALLS = "In the winter of 1843 the wardens of Oxmere wrote to the county for a lantern.1 They had none. "
MENDS = "The ﬁrst warden “of Oxmere” wrote ,  to the county ’ for a of-ﬁce lantern in 1843-44.’ pp. 12-14 "
LENGTH = 120_000
"""Characters of which cleanup alone took 8 seconds and more when it took the square."""
LIMIT = 6.0
"""Seconds of the processor; 0.6 to 2 were measured."""


def pages_in_lines_of(text: str, words: int) -> Pages:
    """A page with so many words of a text in a line, as a transcript may have them."""
    found = [Word(text=word) for word in text.split()]
    lines = [Line(words=tuple(found[start : start + words])) for start in range(0, len(found), words)]
    return Pages(doc="weir", pages=(Page(number=1, reader="dump", lines=tuple(lines)),))


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        pytest.param(CALLS, LENGTH, id="one line, note calls"),
        pytest.param(MENDS, LONGEST // 6, id="the longest lines of a dump, much to mend"),
        pytest.param("the wardens of Oxmere wrote to the county for a lan- tern and ", 12, id="one paragraph"),
    ],
)
def test_text_without_end(sentence: str, words: int) -> None:
    """A line, or a paragraph, of a hundred thousand characters is mended and parted in seconds."""
    pages = pages_in_lines_of(sentence * (LENGTH // len(sentence)), words)
    start = time.process_time()
    article = segment.run(cleanup.run(pages, Settings()), Settings())
    assert (True, True) == (bool(article.blocks), time.process_time() - start < LIMIT)


def test_dates_without_end() -> None:
    """In a paragraph of ten thousand dates each finds its sentence at once."""
    start = time.process_time()
    found = list(dates.find_dates("On 4 December 1843 they wrote. On 12 May they wrote again. " * 5_000))
    assert (True, True) == (len(found) >= 10_000, time.process_time() - start < LIMIT)
