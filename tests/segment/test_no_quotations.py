"""Small or indented matter that is no quotation: addresses, labelled statements, lists of names, announcements."""

import pytest

from pipeline.model import BlockKind
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page

UNDER = [Set(FULL[:80], gap=0.8), *body()[1:]]


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(["Hester Tansy, Keepers’ Hall, Saltmouth, where the oil is kept;", "tansy@harbour.example."],
                     id="address"),
        pytest.param(["(S1) Every lamp that is lit is kept, and every lamp that is", "kept is written down."],
                     id="labelled statement"),
        pytest.param(["Saltmouth (2)", "Lower Harbour", "Gullhaven under the Northern Cliff", "Ness", "Wick (4)"],
                     id="list of names"),
        pytest.param(["1200 1400 1600 1800", "0 200 400 600"], id="figures of a chart"),
    ],
)  # fmt: skip
def test_no_quotation(lines: list[str]) -> None:
    """Set in smaller type and indented as quotations are, but nobody's words."""
    small = [Set(text, indent=1.5, size=0.85, gap=0.8 if index == 0 else 0.0) for index, text in enumerate(lines)]

    assert [] == blocks(article_of(first_page(), [*body(), *small, *UNDER]), BlockKind.QUOTATION)


def test_the_line_that_announces_a_quotation_is_no_part_of_it() -> None:
    """A paragraph of one indented line in the body's size ends with a colon, white below it."""
    quoted = [Set(FULL[:74], indent=1.5, size=0.94, gap=0.5), Set("and so on.", indent=1.5, size=0.94)]
    article = article_of(first_page(), [*body(), Set("Tansy answers in this way:", indent=1.4), *quoted, *UNDER])

    assert [FULL[:74] + " and so on."] == blocks(article, BlockKind.QUOTATION)


def test_a_quotation_without_stops_in_justified_lines_stays_one() -> None:
    """Only lines of any length are a list of names."""
    quoted = [Set(FULL[:74], indent=1.5, size=0.85, gap=0.8 if index == 0 else 0.0) for index in range(6)]

    assert 1 == len(blocks(article_of(first_page(), [*body(), *quoted, *UNDER]), BlockKind.QUOTATION))
