"""The bench: what it measures, and how it writes it down."""

import json
import re
from pathlib import Path

from pipeline.compare import evaluate
from tests.bench import cases
from tests.bench.__main__ import main
from tests.bench.columns import HEADS, TERMINAL, as_json, failures, markdown, terminal
from tests.bench.measuring import Measurement
from tests.press.layout import LAYOUTS
from tests.press.scanner import LEVELS

TRUTH = cases.SPECIMENS / "lantern-dues-opening.tei.xml"
MEASURED = Measurement(cases.Case("lantern-dues"), 4, 20.0, 10.0, evaluate(TRUTH, TRUTH))
FAILED = Measurement(cases.Case("seed-road"), 2, 1.0, failure="exit code 5: it is torn")


def test_every_layout_and_every_damage_is_measured() -> None:
    """The specimens together show all that the press and the scanner can do, short of a perfect scan."""
    chosen = list(cases.specimens())
    assert {case.layout for case in chosen} == set(LAYOUTS)
    assert {case.scan for case in chosen} == {*LEVELS, ""} - {"clean"}


def test_every_specimen_is_there_under_one_name() -> None:
    """No document of the bench is missing, and none hides another."""
    chosen = list(cases.specimens())
    assert [case.article for case in chosen if case.article is None or not case.article.exists()] == []
    assert len({case.name for case in chosen}) == len(chosen)


def test_extra_documents_need_a_truth(tmp_path: Path) -> None:
    """A PDF without its truth beside it is passed over."""
    for name in ("b.pdf", "b.tei.xml", "a.pdf"):
        (tmp_path / name).touch()
    assert [case.name for case in cases.extra(tmp_path)] == ["b"]


def test_markdown_has_a_cell_for_every_head() -> None:
    """Every line of the table has as many cells as its head, a failed document too."""
    lines = markdown([MEASURED, FAILED]).splitlines()
    assert [line.count("|") for line in lines] == [len(HEADS) + 1] * 4


def test_the_row_of_a_perfect_edition() -> None:
    """A perfect edition has no errors and all of everything; time is told per page and as a multiple of Tesseract's."""
    row = markdown([MEASURED]).splitlines()[2].strip("| ").split(" | ")
    assert row[:6] == ["lantern-dues", "4", "0.00 %", "0.00 %", "1.000", "1.000"]
    assert row[-2:] == ["5.0", "2.00"]


def test_a_failure_is_named() -> None:
    """A document that could not be edited is in the table, and the reason under it."""
    assert "| seed-road | 2 | failed |" in markdown([FAILED])
    assert failures([MEASURED, FAILED]) == "seed-road: exit code 5: it is torn\n"


def test_json_keeps_time_apart() -> None:
    """Only ``time`` may differ between two runs on the same documents."""
    later = Measurement(MEASURED.case, 4, 21.0, 11.0, MEASURED.evaluation)
    records = [json.loads(as_json([each]))["lantern-dues"] for each in (MEASURED, later)]
    assert records[0].pop("time") != records[1].pop("time")
    assert records[0] == records[1]


def test_an_unknown_name_is_an_error() -> None:
    """A name that no document has is told apart from a bad result."""
    assert main(["--only", "no such document"]) == 2


def test_a_terminal_shows_every_column() -> None:
    """Cut in three, the table still has every head and fits on a line."""
    shown = re.sub(r"\x1b\[[0-9;]*m", "", terminal([MEASURED, FAILED]))
    assert [head for head in HEADS if head not in shown] == []
    assert max(map(len, shown.splitlines())) <= TERMINAL
