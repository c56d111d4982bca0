"""A stage runs again only if its input, its settings or its code changed; and what runs again gives the same bytes."""

import os
import shutil
from pathlib import Path

import msgspec
import pytest

from pipeline import freshness, store
from pipeline.config import Settings
from pipeline.runner import Edited, Failure, Job
from pipeline.runner.edition import edit, edit_if_fresh, run_stage
from pipeline.runner.jobs import attempt
from pipeline.runner.pages import open_document, read_page
from pipeline.stages import NAMES, stage_called
from tests.house.conftest import DUMP


def make(job: Job) -> Edited:
    """Make one document in this process, as the workers do."""
    opened = open_document(job)
    for number in opened.unread:
        assert opened.source
        read_page(job, opened.source, opened.key, number)
    return edit(job, opened, {})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a source and the finished document of it; copy it, do not change it."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "lantern.txt").write_text(DUMP, encoding="utf-8")
    make(job_in(folder))
    return folder


@pytest.fixture
def here(made: Path, tmp_path: Path) -> Path:
    """A copy of the finished document that may be changed."""
    return shutil.copytree(made, tmp_path / "here")


def job_in(folder: Path, settings: Settings | None = None, until: str = "tei") -> Job:
    """The job of making the document of a folder."""
    return Job(folder / "lantern.txt", folder / "lantern", settings or Settings(), until)


def contents(folder: Path) -> dict[str, bytes]:
    """Every result in a folder, without what only later runs need."""
    files = (path for path in folder.rglob("*") if path.is_file() and store.WORK not in path.parts)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(files)}


def test_nothing_to_do(here: Path) -> None:
    """A second run does nothing, and finds that out without a worker."""
    before = contents(here)
    assert edit_if_fresh(job_in(here)) is not None
    assert ((), before) == (make(job_in(here)).ran, contents(here))


@pytest.mark.parametrize(
    ("setting", "value", "stale"),
    [
        pytest.param("lines", True, ("tei",), id="lines"),
        pytest.param("furniture", "drop", ("tei",), id="furniture"),
        pytest.param("diplomatic", True, ("tei",), id="diplomatic"),
        pytest.param("spacy_model", "other", ("tag", "tei"), id="spacy_model"),
        pytest.param("lang", "fra", NAMES, id="lang"),
        pytest.param("dpi", 400, NAMES, id="dpi"),
        pytest.param("page_timeout", 5, NAMES, id="page_timeout"),
    ],
)
def test_setting_makes_its_stages_stale(setting: str, value: str | int, stale: tuple[str, ...], made: Path) -> None:
    """A setting makes only those stages stale that it can change, and what stands after them."""
    settings = msgspec.structs.replace(Settings(), **{setting: value})
    fresh = freshness.fresh_stages(made / "lantern", settings, freshness.load(made / "lantern"))
    assert NAMES == (*(stage.name for stage in fresh), *stale)


def test_one_setting_runs_one_stage(here: Path) -> None:
    """With another setting for the edition only the edition is written again."""
    assert ("tei",) == make(job_in(here, Settings(lines=True))).ran


def test_time_does_not_matter(here: Path) -> None:
    """A source that was only touched is not read again."""
    os.utime(here / "lantern.txt", (1, 1))
    assert () == make(job_in(here)).ran


def test_changed_source_runs_everything(here: Path) -> None:
    """A source with other contents is read again."""
    (here / "lantern.txt").write_text(DUMP.replace("dark", "very dark"), encoding="utf-8")
    assert NAMES == make(job_in(here)).ran


def test_same_layer_stops_the_wave(here: Path) -> None:
    """A stage whose input was made again with the same bytes does not run."""
    shutil.rmtree(here / "lantern" / store.WORK / "pages")
    (here / "lantern" / "1-pages.json").unlink()
    assert ("ocr",) == make(job_in(here)).ran


@pytest.mark.parametrize("name", NAMES)
def test_lost_result_is_made_again(name: str, here: Path) -> None:
    """A result that was deleted is made again, with the same bytes, and nothing else is."""
    before = contents(here)
    store.layer_path(here / "lantern", stage_called(name)).unlink()
    assert ((name,), before) == (make(job_in(here)).ran, contents(here))


def test_changed_result_is_made_again(here: Path) -> None:
    """A layer that was changed by hand is made again by a run."""
    path = here / "lantern" / "2-lines.json"
    path.write_bytes(path.read_bytes().replace(b"wardens", b"burghers"))
    assert ("cleanup",) == make(job_in(here)).ran


def test_one_stage_takes_the_layer_as_it_stands(here: Path) -> None:
    """A stage that is called by name works on a layer that was mended by hand."""
    path = here / "lantern" / "2-lines.json"
    path.write_bytes(path.read_bytes().replace(b"wardens", b"bakers!"))
    run_stage(job_in(here, until="segment"))
    assert b"bakers!" in (here / "lantern" / "3-article.json").read_bytes()


def test_lost_state_only_costs_time(here: Path) -> None:
    """Without what is known about it, a document is made again with the same bytes."""
    before = contents(here)
    shutil.rmtree(here / "lantern" / store.WORK)
    make(job_in(here))
    assert before == contents(here)


def test_until_leaves_later_results(here: Path) -> None:
    """A run that ends early neither runs nor removes what comes later, and the report stays whole."""
    before = contents(here)
    assert ((), before) == (make(job_in(here, until="cleanup")).ran, contents(here))


def test_failed_page_is_read_again(here: Path) -> None:
    """A page that failed is tried again as long as its document is not made."""
    job = job_in(here)
    (here / "lantern" / "1-pages.json").unlink()
    opened = open_document(job)
    (here / "lantern" / store.WORK / "pages" / opened.key / "0001.json").write_text(
        '{"number": 1, "reader": "failed", "failure": "the lamp went out"}', encoding="utf-8"
    )
    assert 1 in open_document(job).unread


def test_failure_is_a_value(tmp_path: Path) -> None:
    """A task that raises gives back what is wrong, with the exit code."""
    failure = attempt(open_document, job_in(tmp_path))
    assert isinstance(failure, Failure)
    assert (5, "") == (failure.code, failure.trace)


def test_digest_knows_borders() -> None:
    """Parts that run together differently have different digests."""
    assert freshness.digest("ab", "c") != freshness.digest("a", "bc")
