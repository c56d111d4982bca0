"""The heading of the first section: neither a subtitle nor the author's name, and told under asterisks too."""

from pipeline.model import Article, Style
from tests.segment.setting import FULL, Set, article_of, body, first_page, heads

BOLD = Style(bold=True)


def test_the_heading_of_the_introduction_is_no_subtitle() -> None:
    """However large its type."""
    article = article_of(
        [
            Set("The Lamps of the Lower Harbour", size=2, centred=True),
            Set("Introduction", size=1.5, gap=3, centred=True),
            Set(FULL[:80], gap=1),
            *body(8)[1:],
            *body(8),
        ],
        body(),
    )

    assert (1, "Introduction") in heads(article)


def test_introduction_over_the_authors_is_the_subtitle() -> None:
    """Then no text stands under it."""
    article = article_of(
        [
            Set("The Lamps of the Lower Harbour", size=2, centred=True),
            Set("Introduction", size=1.5, gap=0.5, centred=True),
            Set("Hester Tansy and Amos Reed", gap=1, centred=True),
            Set(FULL[:80], gap=1),
            *body(8)[1:],
            *body(8),
        ],
        body(),
    )

    assert article.front.authors == ("Hester Tansy", "Amos Reed")


def test_the_text_under_a_bold_heading_is_no_affiliation() -> None:
    """Addresses have fewer lines, though the heading may read like a name."""
    heading = Set("A Paradoxical Harbour", gap=2, style=BOLD)
    article = article_of(
        [Set("The Lamps of the Lower Harbour", size=1.5), heading, *[Set(FULL[:80])] * 8, *body()], body()
    )

    assert not article.front.affiliations
    assert (1, "A Paradoxical Harbour") in heads(article)


def test_a_heading_under_asterisks() -> None:
    """They part the sections."""
    heading = Set("The Oil", gap=0.4, style=BOLD)
    article = article_of(first_page(), [Set("* * *", gap=0.4), heading, Set(FULL[:78], gap=0.4), *body()[1:], *body()])

    assert (1, "The Oil") in heads(article)


def _under_title(line: str) -> Article:
    second = [Set("II. THE OIL OF THE HARBOUR", gap=1, centred=True), *body(8)]
    title = Set("The Lamps of the Lower Harbour", size=1.5, centred=True)
    return article_of([title, Set(line, gap=1, centred=True), Set(FULL[:78], gap=0.5), *body(8)[1:]], second, body())


def test_a_first_section_in_capitals_is_no_byline() -> None:
    """A word of it is common in the text, and the second section has its number; an initial looks the same."""
    assert (1, "I. OIL KEEPERS") in heads(_under_title("I. OIL KEEPERS"))


def test_an_author_whose_initial_may_be_a_numeral() -> None:
    """None of his names is a word of the text."""
    assert ("I. H. Q. Reed-Tansy",) == _under_title("I. H. Q. Reed-Tansy").front.authors
