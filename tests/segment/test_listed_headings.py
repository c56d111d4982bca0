"""Headings that the table of contents names."""

from pipeline.model import Style
from tests.segment.setting import FULL, Set, article_of, body, first_page, heads

BOLD = Style(bold=True)
NUMBERED = tuple(f"{number}. Of {matter}" for number, matter in enumerate(
    ("Lamps", "Oil", "Wicks", "Tin", "Brass", "the Pier", "the Mole", "the Ferry"), 1
))  # fmt: skip
LISTED = ("Introduction", *NUMBERED, "Conclusion")


def _contents(*entries: str) -> list[Set]:
    return [Set(f"{entry} {'.' * (70 - len(entry))} {number}") for number, entry in enumerate(entries, 2)]


def _section(text: str, style: Style) -> list[Set]:
    return [Set(text, gap=0.8, style=style), Set(FULL[:78], indent=1.4, gap=0.4), *body()[1:]]


def _heads(*contents: str) -> list[str]:
    sections = [_section(text, BOLD if "." in text else Style()) for text in LISTED]
    article = article_of(first_page(), [*_contents(*contents), *(line for each in sections for line in each)], body())
    return [text for _, text in heads(article)]


def test_a_line_that_the_contents_name_is_a_heading() -> None:
    """Introduction and conclusion are in the type of the text, where all other headings are bold."""
    assert list(LISTED) == _heads(*(entry.upper() for entry in LISTED))


def test_a_line_that_the_contents_lack_is_none() -> None:
    """Without them, a line in the type of the text is none where the headings have a type of their own."""
    assert list(NUMBERED) == _heads(*NUMBERED)
