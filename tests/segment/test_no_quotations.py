"""Small or indented matter that is no quotation: addresses, labelled statements, lists of names, announcements."""

from dataclasses import replace

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


def test_rows_beside_an_initial_are_no_quotation() -> None:
    """A sentence runs in from the row above and out again; the size of a scan's type wavers."""
    beside = [Set(FULL[:75], indent=4.0, size=0.955) for _ in range(2)]
    text = [Set(FULL[:83], size=0.955, gap=1.0), *beside, Set(f"and {FULL[:79]}", size=0.955), *body()[1:]]

    assert [] == blocks(article_of([*first_page(), *text], [*body(), *body()]), BlockKind.QUOTATION)


def test_the_line_that_announces_a_quotation_is_no_part_of_it() -> None:
    """A paragraph of one indented line in the body's size ends with a colon, white below it."""
    quoted = [Set(FULL[:74], indent=1.5, size=0.94, gap=0.5), Set("and so on.", indent=1.5, size=0.94)]
    article = article_of(first_page(), [*body(), Set("Tansy answers in this way:", indent=1.4), *quoted, *UNDER])

    assert [FULL[:74] + " and so on."] == blocks(article, BlockKind.QUOTATION)


def test_a_quotation_without_stops_in_justified_lines_stays_one() -> None:
    """Only lines of any length are a list of names."""
    quoted = [Set(FULL[:74], indent=1.5, size=0.85, gap=0.8 if index == 0 else 0.0) for index in range(6)]

    assert 1 == len(blocks(article_of(first_page(), [*body(), *quoted, *UNDER]), BlockKind.QUOTATION))


SMALL = [Set(FULL[:80], size=0.8, gap=0.8), Set(FULL[:80], size=0.8), Set("and so he said.", size=0.8)]


def test_quotations_at_the_edges_of_pages() -> None:
    """Where an article quotes in small type over the whole measure, it does so at the edges of pages too."""
    foot = [Set("Oil is dear in the winter of the harbour, and the wicks are dearer than it", size=0.8, gap=0.8),
            Set("is, so that no keeper of the lamps can pay for them out of what he is given", size=0.8)]  # fmt: skip
    top = [Set("the keeping of the light, be it as bright as it may, and nobody else will pay it", size=0.8),
           Set("to him, said the keeper.", size=0.8)]  # fmt: skip
    after = [Set("Nobody heard it and " + FULL[:60], gap=0.8), *body()[1:]]
    article = article_of(first_page(), [*body(), *SMALL, *UNDER, *foot], [*top, *after])

    assert any("Oil is dear" in text and "said the keeper" in text for text in blocks(article, BlockKind.QUOTATION))


def test_small_type_at_the_edge_alone_tells_nothing() -> None:
    """It may be anything: no quotation of the article shows that it quotes so."""
    article = article_of(first_page(), [*body(), *SMALL[:2]], [*body()])

    assert [] == blocks(article, BlockKind.QUOTATION)


def test_an_apparatus_is_no_quotation() -> None:
    """Lemmata closed by brackets, the readings behind them."""
    apparatus = [Set("12 lampas] om. P ‖ oleum] vinum B 14 portus] portum U ‖ nec] et", size=0.8, indent=1.2, gap=0.8),
                 Set("non B 15 lucem] luce P", size=0.8, indent=1.2)]  # fmt: skip

    assert [] == blocks(article_of(first_page(), [*body(), *apparatus, *UNDER]), BlockKind.QUOTATION)


def test_the_last_line_of_a_quotation_may_be_figures() -> None:
    """The year and the page of its source belong to it."""
    quoted = [Set(FULL[:74], indent=1.5, gap=0.8), Set(FULL[:74], indent=1.5), Set("1985: 401)", indent=1.5)]

    assert [f"{FULL[:74]} {FULL[:74]} 1985: 401)"] == blocks(
        article_of(first_page(), [*body(), *(replace(line, size=0.9) for line in quoted), *UNDER]), BlockKind.QUOTATION
    )


def test_two_quotations_that_end_with_their_sources_are_no_list_of_names() -> None:
    """No line ends with a stop, and the last of each ends anywhere; but white stands behind that."""
    quotation = [Set(text, indent=1.5, size=0.9) for text in (
        "Every lamp that is lit upon the mole is to be written down by the keeper of that",
        "lamp, and every ship that passes it between the ebb and the flood is to be writ",
        "by the clerk (Tansy 1901, 12)",
    )]  # fmt: skip
    both = [replace(quotation[0], gap=0.5), *quotation[1:], replace(quotation[0], gap=0.8), *quotation[1:]]
    article = article_of(first_page(), [*body(), *both, *UNDER])

    assert 2 == len(blocks(article, BlockKind.QUOTATION))


@pytest.mark.parametrize("number", ["2.", "a."])
def test_a_numbered_heading_of_two_lines_over_its_text_is_no_quotation(number: str) -> None:
    """Its second line hangs from the first, and the text begins at the indent of the first, white all around."""
    first = Set(f"{number} The Board of the Harbour and the Rise and Fall of the Lamps", indent=1.6, gap=0.8)
    text = [Set(FULL[:76], indent=1.6, gap=0.3), Set(FULL[:80]), *body()[1:]]
    article = article_of(first_page(), [*body(), first, Set("That Burnt Oil", indent=3.4), *text, *body()])

    assert [] == blocks(article, BlockKind.QUOTATION)


def test_the_line_that_announces_a_quotation_may_have_white_around() -> None:
    """It begins where paragraphs do, and the quotations above and below it farther in."""
    quoted = [Set(FULL[:70], indent=2.4, gap=0.9), Set("and so on, he said.", indent=2.4)]
    leads = Set("Tansy answers in this way:", indent=1.4, gap=0.9)
    article = article_of(first_page(), [*body(), *body(), *quoted, leads, *quoted, *UNDER, *body(), *body()])

    assert [FULL[:70] + " and so on, he said."] * 2 == blocks(article, BlockKind.QUOTATION)


def test_a_sentence_over_an_example_is_a_paragraph() -> None:
    """It is indented as paragraphs are, and has white under it alone."""
    article = article_of(first_page(), [
        *body(8), Set("The oil can be seen in the contrast in (10).", indent=1.4),
        Set("(10) If the lamp burns, the keeper sees it.", indent=2.2, gap=0.5),
        Set("They saw " + FULL[:70], gap=0.5), *body(8)[1:],
    ])  # fmt: skip

    assert "The oil can be seen in the contrast in (10)." in blocks(article, BlockKind.PARAGRAPH)


def test_the_first_example_hangs_out_with_its_number() -> None:
    """It is of the examples under it, though it begins at the margin."""
    examples = [
        Set("(1) a. The lamp hopes to be lit in the next week.", gap=0.4),
        *[Set(f"{letter}. The lamp is to be lit in that week.", indent=1.7) for letter in "bcd"],
    ]
    article = article_of(first_page(), [*body(8), *examples, Set(FULL[:78], indent=1.4, gap=0.4), *body(8)[1:]])

    assert any(text.startswith("(1) a.") and "d. The lamp" in text for text in blocks(article, BlockKind.QUOTATION))
