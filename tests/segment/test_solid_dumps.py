"""Dumps that have lost the white between their lines: the title, the names and the headings all the same."""

import pytest

from pipeline.model import Article, BlockKind
from tests.segment.conservation import article_of_dump

TEXT = [
    "The harbour board burned four thousand gallons of oil in that winter, and it",
    "never said who had paid for them. The masters of the tea boats were asked for",
    "a penny and gave a halfpenny, in coin, at the steps, and the boy who rowed by",
    "the moorings with his slate wrote it down every evening in the same book that",
    "nobody in the port would read.",
]


def _kinds(article: Article) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in article.blocks if block.kind is not BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "heading", ["THE OIL", "II. The oil of the mole", "The Keepers of the Mole", "Conclusion", "IV"]
)
def test_a_heading_without_white(heading: str) -> None:
    """A short line between a finished one and a full one: in capitals, numbered, or with capitals as titles have."""
    article = article_of_dump([*TEXT, *TEXT, heading, *TEXT, *TEXT])

    assert [(BlockKind.HEADING, heading)] == _kinds(article)


@pytest.mark.parametrize(
    "line",
    ["and the oil was sold", "The oil was sold at the", "Ada Merrow", "39", "THE OIL,", "The oil was sold on Monday."],
)
def test_a_short_line_that_is_no_heading(line: str) -> None:
    """A paragraph's line, a name that signs, a folio, and what ends with a stop or a comma."""
    assert not _kinds(article_of_dump([*TEXT, *TEXT, line, *TEXT, *TEXT]))


def test_a_title_in_capitals_over_the_text() -> None:
    """Its author signs at the end; its years have a line to themselves."""
    article = article_of_dump(["LAMPS AND OIL", "IN THE PORT OF SELWYN", "(1871-1884)", *TEXT, *TEXT, *TEXT])

    assert [(BlockKind.TITLE, "LAMPS AND OIL IN THE PORT OF SELWYN (1871-1884)")] == _kinds(article)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("LAMPS AND OIL", "Ada B. Merrow"),
        ("LAMPS AND OIL", "ADA B. MERROW"),
        ("What the Oil of the Port Cost", "By Ada B. Merrow"),
    ],
)
def test_the_name_under_a_title_without_white(title: str, name: str) -> None:
    """A name has a line to itself, and the text begins with its first full line."""
    article = article_of_dump([title, name, *TEXT, *TEXT, *TEXT])

    assert [(BlockKind.TITLE, title), (BlockKind.BYLINE, name)] == _kinds(article)
    assert article.blocks[2].text.startswith("The harbour board")


def test_blank_lines_are_believed_where_there_are_any() -> None:
    """In a dump that shows white a short line without it is no heading."""
    pages = [[*TEXT, "", *TEXT, "The Keepers of the Mole", *TEXT, "", *TEXT]]

    assert not _kinds(article_of_dump(*pages))
