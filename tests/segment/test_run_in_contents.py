"""Contents in one paragraph under the names, as journals of law print them in Italy and Spain."""

import pytest

from pipeline.model import BlockKind
from tests.segment.setting import FULL, Set, article_of, blocks, body, heads


def _article(contents: str, *behind: Set) -> list[Set]:
    """A first page with contents of so many lines, and what stands behind them."""
    lines = [Set(line, indent=4, gap=0 if index else 1.5) for index, line in enumerate(contents.split("\n"))]
    title = [Set("LAMPS AND OIL", size=1.5, centred=True), Set("Hester Tansy", centred=True, gap=1)]
    return [*title, *lines, *behind]


def _first_section() -> list[Set]:
    return [Set("1. Oil for the harbour", gap=2), Set(FULL[:80], gap=0.5), *body(12)]


@pytest.mark.parametrize(
    ("printed", "label", "entries"),
    [
        ("Summary: 1. Oil for the harbour. – 2. Lamps. – 2.1.\nWicks for 12 lamps. – 3. Ships.", "Summary:",
         ["1. Oil for the harbour. –", "2. Lamps. –", "2.1. Wicks for 12 lamps. –", "3. Ships."]),
        ("Sommario: 1. Oil for the harbour; 2. Lamps\nand 3 wicks; 3. Ships.", "Sommario:",
         ["1. Oil for the harbour;", "2. Lamps and 3 wicks;", "3. Ships."]),
        ("SUMARIO: I. Oil for the harbour.– II. Lamps of the V.\ncoast.– III. Ships.", "SUMARIO:",
         ["I. Oil for the harbour.–", "II. Lamps of the V. coast.–", "III. Ships."]),
    ],
    ids=["dashes", "semicolons", "Roman numbers"],
)  # fmt: skip
def test_contents_that_run_in_are_a_heading_and_entries(printed: str, label: str, entries: list[str]) -> None:
    """``Summary`` over them is no label of an abstract; the numbers that count nothing stay in their entry."""
    article = article_of(_article(printed, *_first_section()), body(12))

    assert entries == blocks(article, BlockKind.CONTENTS)
    assert [label, "1. Oil for the harbour"] == [text for _, text in heads(article)]
    assert "" == article.front.abstract


def test_an_abstract_behind_contents_that_run_in() -> None:
    """It is the abstract as ever, and the contents are no part of it."""
    abstract = [Set(f"Abstract: {FULL[:50]}", indent=4, gap=1), Set("and nobody read it again.", indent=4)]
    first = _article("Table of contents: 1. Oil for the harbour; 2. Lamps.", *abstract, *_first_section())
    article = article_of(first, body(12))

    assert ["1. Oil for the harbour;", "2. Lamps."] == blocks(article, BlockKind.CONTENTS)
    assert f"{FULL[:50]} and nobody read it again." == article.front.abstract


def test_a_summary_is_an_abstract() -> None:
    """Where no number follows its label."""
    summary = f"Summary: {FULL[:60]}\n{FULL[:60]}\nand nobody read it again."
    article = article_of(_article(summary, *_first_section()), body(12))

    assert [] == blocks(article, BlockKind.CONTENTS)
    assert article.front.abstract.startswith(FULL[:60])
