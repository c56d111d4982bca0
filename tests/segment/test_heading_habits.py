"""What the headings of an article have in common shows which rows are none."""

import pytest

from pipeline.model import BlockKind, Style
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads

BOLD = Style(bold=True)
LONE = Set("What the keeper of the lamps told us", gap=1.0)


def _sections(*shown: Set) -> list[Set]:
    return [*body(), *(line for each in shown for line in (each, Set(FULL[:78], indent=1.4, gap=0.7), *body()[1:]))]


@pytest.mark.parametrize(("bold", "found"), [(4, False), (3, True)])
def test_a_row_that_only_white_shows_where_headings_are_bold(bold: int, *, found: bool) -> None:
    """Among many bold headings it is none; among few the article may set one of its headings so."""
    told = [Set(f"Of the {name} Lamps", gap=1.0, style=BOLD) for name in ("Eastern", "Western", "Outer", "Inner")]
    article = article_of(first_page(), _sections(*told[:bold], LONE))

    assert found is (LONE.text in [text for _, text in heads(article)])
    assert found is not (LONE.text in blocks(article, BlockKind.PARAGRAPH))


def test_thanks_may_be_set_unlike_the_other_headings() -> None:
    """Their heading says what it is."""
    told = [Set(f"Of the {name} Lamps", gap=1.0, style=BOLD) for name in ("Eastern", "Western", "Outer", "Inner")]
    article = article_of(first_page(), _sections(*told, Set("Acknowledgements", gap=1.0)))

    assert "Acknowledgements" in [text for _, text in heads(article)]
