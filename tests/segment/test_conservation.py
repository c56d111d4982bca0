"""Every OCR word ends in a block, a note, page furniture or a named discard."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import cleanup, ocr, segment
from pipeline.config import Settings
from pipeline.model import Box, Line, Page, Pages, Word
from tests.cleanup.pages import pages_of
from tests.segment.conservation import assert_conserved

SETTINGS = Settings()

# Lines of the kinds that segment tells apart, so that arbitrary pages have heads, folios, notes and calls.
LINE = st.one_of(
    st.sampled_from([
        "THE LANTERN DUES", "102", "102 ADA MERROW", "1. HR, p. 12.", "2 Ibid., p. 14.", "* The author thanks.",
        "Footnote 2 continued", "the harbour was lit.*° Nobody paid, though the lan-", "terns burned.12 He said:",
        "‘We have paid for nine lamps.’", "", "", "I. The Levy", "Notes", "3. HR, p. 1. 4. Ibid., p. 2.",
        "ISSN 0000 ©", "To cite this article: A. Merrow (1963) Dues, Annals, 12:3, 101-102", "Stable URL: x", "| . |",
        "Journal homepage",
    ]),
    st.text(st.sampled_from("abcAB 12.,-*’‘|"), max_size=30),
)  # fmt: skip
PAGE = st.lists(LINE, max_size=14)


@given(st.lists(PAGE, min_size=1, max_size=4))
def test_a_dump_is_conserved(pages: list[list[str]]) -> None:
    """Whatever lines a dump has, none is lost and none is doubled."""
    lines = cleanup.run(pages_of(*pages), SETTINGS)

    article = segment.run(lines, SETTINGS)

    assert_conserved(lines, article)


@st.composite
def _geometric(draw: st.DrawFn) -> Page:
    lines, top = [], 100
    for text in draw(st.lists(LINE, max_size=14)):
        left = draw(st.sampled_from([100, 100, 100, 130, 300]))
        height = draw(st.sampled_from([40, 40, 36, 32, 60]))
        words = tuple(Word(text=word, box=Box(left, top, left + 20, top + height)) for word in text.split())
        column = draw(st.sampled_from([0, 0, 0, 1, 2]))
        box = Box(left, top, left + 15 * max(1, len(text)), top + height)
        lines.append(Line(words=words, box=box, baseline=top + height, size=float(height), column=column))
        top += height + draw(st.sampled_from([8, 8, 8, 50]))
    return Page(number=draw(st.integers(1, 1)), reader="tesseract", lines=tuple(lines), width=1500, height=2200)


@given(st.lists(_geometric(), min_size=1, max_size=4))
def test_pages_with_geometry_are_conserved(pages: list[Page]) -> None:
    """Whatever sizes, indents, gaps and columns the lines have, none is lost and none is doubled."""
    numbered = tuple(
        Page(number=number, reader=page.reader, lines=page.lines, width=page.width, height=page.height)
        for number, page in enumerate(pages, 1)
    )
    lines = cleanup.run(Pages(doc="test", pages=numbered), SETTINGS)

    assert_conserved(lines, segment.run(lines, SETTINGS))


@pytest.mark.parametrize("name", ["shen-xia-2011.txt"])
def test_the_dump_of_the_shared_article_is_conserved(shared: Path, name: str) -> None:
    """No word of a real dump is lost: cover, heads, folios, notes and calls included."""
    source = ocr.open_source(shared / "article" / name, SETTINGS)
    pages = tuple(ocr.read_page(source, number, SETTINGS, Path()) for number in range(1, source.page_count + 1))
    lines = cleanup.run(Pages(doc="article", pages=pages), SETTINGS)

    assert_conserved(lines, segment.run(lines, SETTINGS))
