"""Headings that run in: the first words of a paragraph, in their own type, before a dash."""

import pytest

from pipeline.model import Article, BlockKind, Style
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page, heads

ITALIC = Style(italic=True)
OIL, WICKS = "1. The Oil Tax. — Ships that came in paid by the ton,", "2. The Wick Tax. — Boats that went out paid by"


def _run_in(text: str, words: int) -> list[Set]:
    return [Set(text, indent=1.4, style=ITALIC, styled=words), Set(FULL[:80]), *body()[1:]]


def _article(*paragraphs: list[Set]) -> Article:
    centred = Set("A. Of Taxes", gap=1.0, centred=True, style=ITALIC)
    return article_of(
        first_page(), [*body(), centred, *body(), *(line for each in paragraphs for line in each)], body()
    )


def test_what_runs_in_is_a_heading_below_those_on_lines_of_their_own() -> None:
    """Its paragraph begins behind the dash, in the same line."""
    article = _article(_run_in(OIL, 4), _run_in(WICKS, 4))

    assert [(1, "A. Of Taxes"), (2, "1. The Oil Tax. —"), (2, "2. The Wick Tax. —")] == heads(article)
    assert any(text.startswith("Ships that came in paid") for text in blocks(article, BlockKind.PARAGRAPH))


def test_a_heading_that_runs_in_over_a_line_end_is_whole() -> None:
    """The dash may stand in the second line."""
    long = [
        Set(
            "1. The Tax on the Oil of the Lamps of the Lower Harbour and of all its Piers and", indent=1.4, style=ITALIC
        ),
        Set("Moles. — Ships that came in paid by the ton, and the boats that went out paid", style=ITALIC, styled=1),
        *body()[1:],
    ]

    assert (
        2,
        "1. The Tax on the Oil of the Lamps of the Lower Harbour and of all its Piers and Moles. —",
    ) in heads(_article(long, _run_in(WICKS, 4)))


def test_the_word_behind_the_dash_has_not_the_type_of_the_heading() -> None:
    """A reader has heading, dash and the first word of the text as one word."""
    glued = [each.replace(". — ", ".—") for each in (OIL, WICKS)]
    article = _article(*(_run_in(each, 4) for each in glued))

    assert [] == [
        span for block in article.blocks if block.text.startswith(("Ships that", "Boats that")) for span in block.styles
    ]


def test_one_paragraph_alone_runs_no_heading_in() -> None:
    """It begins with a title and a dash."""
    assert [(1, "A. Of Taxes")] == heads(_article(_run_in(OIL, 4), body()))


def test_a_dash_within_a_sentence_ends_no_heading() -> None:
    """Before it stands no stop: the italics are the author's."""
    said = [each.replace(". —", " —") for each in (OIL, WICKS)]

    assert [(1, "A. Of Taxes")] == heads(_article(*(_run_in(each, 4) for each in said)))


def test_a_sentence_that_begins_with_a_foreign_word_is_no_heading() -> None:
    """Most of what stands before the dash is in the type of the text."""
    said = [_run_in("Lampas the keepers of the lower harbour said. — No ship", 1) for _ in range(2)]

    assert [(1, "A. Of Taxes")] == heads(_article(*said))


def test_what_a_number_heads_in_a_type_of_its_own_runs_in_without_a_dash() -> None:
    """Where the type ends, the text begins."""
    numbered = _article(
        _run_in("2.1.1 The Oil Tax? Ships that came in paid by the ton,", 4),
        _run_in("2.1.2 The Wick Tax Boats that went out paid by the", 4),
    )

    assert {"2.1.1 The Oil Tax?", "2.1.2 The Wick Tax"} <= {text for _, text in heads(numbered)}


@pytest.mark.parametrize("cited", ["lampas", "Lampas"])
def test_a_cited_word_in_the_other_type_ends_no_heading(cited: str) -> None:
    """Nothing behind it is a sentence."""
    numbered = [
        [Set(f"4.2.{number} Sailing with {cited}{number}", gap=1, style=ITALIC, styled=3), *body()] for number in (1, 2)
    ]

    assert [f"4.2.{number} Sailing with {cited}{number}" for number in (1, 2)] == [
        text for _, text in heads(_article(*numbered)) if text.startswith("4.2")
    ]


def _with_contents(*entries: str) -> Article:
    contents = [Set(f"{entry} {'.' * (70 - len(entry))} {number}") for number, entry in enumerate(entries, 2)]
    stops = [_run_in(each.replace(". —", "."), 4) for each in (OIL, WICKS)]
    section = [Set("A. Of Taxes", gap=1.0, centred=True, style=ITALIC), *body()]
    return article_of(first_page(), [*contents, *section, *(line for each in stops for line in each)], body())


def test_what_the_contents_name_runs_in_before_a_stop() -> None:
    """A label, a type of its own, and a stop in place of the dash."""
    article = _with_contents("A. Of Taxes", "1. The Oil Tax", "2. The Wick Tax")

    assert [(1, "A. Of Taxes"), (2, "1. The Oil Tax."), (2, "2. The Wick Tax.")] == heads(article)


def test_what_no_contents_name_before_a_stop_may_be_an_item() -> None:
    """Lists have labels and titles in a type of their own, too."""
    assert [(1, "A. Of Taxes")] == heads(_with_contents("A. Of Taxes", "B. Of Oil", "C. Of Wicks"))
