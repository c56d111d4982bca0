"""The judge of the ledger: a change is good or bad by what was printed."""

from collections import Counter

from pipeline.model import Change, CleanLine, CleanPage, Lines
from tests.bench.cleaning import judge, table

TRUTH = "Long before. The keepers had . . . widened the light of the harbour, and Zhihua saw it. Long after."


def _lines(text: str, *changes: Change) -> Lines:
    return Lines(doc="x", pages=(CleanPage(number=1, reader="dump", lines=(CleanLine(text=text, changes=changes),)),))


def _change(offset: int, before: str, after: str, rule: str) -> Change:
    return Change(offset=offset, before=before, after=after, rule=rule, confidence=0.9)


def test_good_and_bad_changes_of_one_line_are_told_apart() -> None:
    """The space before an ellipsis was printed; the letter was not."""
    text = "The keepers had. . . widened the light of the harbour, and Zhihua saw it."
    changes = (_change(15, " ", "", "spaces"), _change(text.index("Zhihua") + 3, "n", "h", "names"))

    assert {("spaces", "bad"): 1, ("names", "good"): 1} == dict(judge(_lines(text, *changes), TRUTH))


def test_a_line_that_is_not_in_the_truth_is_not_judged() -> None:
    """A running head or a cover is mended, but nothing says how it was printed."""
    lines = _lines("SALTMOUTH QUARTERLY 1872", _change(0, "", "S", "names"))

    assert {("names", "neutral"): 1} == dict(judge(lines, TRUTH))


def test_the_table_has_a_row_for_each_rule_and_a_sum() -> None:
    """Clean and scanned documents stand beside one another."""
    made = table(Counter({("clean", "spaces", "bad"): 2, ("scan", "spaces", "good"): 3}))

    assert "| spaces | 0 | 2 | 0 | 3 | 0 | 0 |" in made
    assert "| all | 0 | 2 | 0 | 3 | 0 | 0 |" in made
