"""A batch of whole and broken documents, as ``python -m tests.house.batch`` runs a hundred of them."""

from pathlib import Path

import pytest

from tests.house.batch import Batch, Run, complaints
from tests.house.batch_sources import BROKEN


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Batch, Run, Run, Run]:
    """The batch, and three runs: the first, one with nothing stale, and one with another setting."""
    batch = Batch(tmp_path_factory.mktemp("batch"), 2 + len(BROKEN))
    return batch, batch.run("first"), batch.run("second"), batch.run("setting", "--lines")


@pytest.mark.slow
def test_batch(runs: tuple[Batch, Run, Run, Run]) -> None:
    """Whole documents are edited, broken ones fail each in its own words, and only what is stale runs again."""
    batch, *done = runs
    assert [] == list(complaints(batch, *done))


@pytest.mark.slow
def test_failures_are_sentences(runs: tuple[Batch, Run, Run, Run]) -> None:
    """Each failure names its file, and is one line of the log."""
    _, first, *_ = runs
    lines = first.cost.err.splitlines()
    for name in BROKEN:
        assert 1 == sum(name in line for line in lines), (name, first.cost.err)


@pytest.mark.slow
def test_summary_shows_failures(runs: tuple[Batch, Run, Run, Run]) -> None:
    """The page has a row for each document, and a link for each edition."""
    batch, *_ = runs
    page = Path(batch.out, "summary.html").read_text(encoding="utf-8")
    assert (batch.whole + batch.broken, batch.whole) == (
        page.count("<tr><td>") + page.count('<tr class="failed">'),
        page.count(".tei.xml"),
    )
