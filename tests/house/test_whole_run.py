"""The program as a user runs it, from a scan to the edition: the same bytes whatever happens on the way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline import store
from pipeline.errors import ExitCode, OutputError
from tests.conftest import ROOT
from tests.house.conftest import DUMP, Run
from tests.house.test_freshness import contents

SCAN = min((ROOT / "raw").glob("*.pdf"), default=Path("missing"))
DOC = SCAN.stem


def edited(out: Path) -> dict[str, bytes]:
    """Every result in an output folder."""
    return {name: content for name, content in contents(out).items() if name != ".lock"}


@pytest.mark.slow
def test_any_number_of_workers(scan2tei: Run, dump: Path) -> None:
    """One worker and two give the same bytes."""
    for jobs in ("1", "2"):
        assert ExitCode.OK == scan2tei("run", SCAN, dump, "--jobs", jobs, "--out", f"out{jobs}").returncode
    assert edited(dump.parent / "out1") == edited(dump.parent / "out2")


@pytest.mark.slow
def test_killed_run_goes_on(scan2tei: Run, tmp_path: Path) -> None:
    """A run that is killed goes on from the pages it has read, and ends with the same bytes as one that was not."""
    scan2tei("run", SCAN, "--out", "undisturbed")
    kill_after_a_page(tmp_path)
    done = scan2tei("run", SCAN, "--out", "killed")
    read, pages = [int(word) for word in done.stderr.split("\n")[0].split() if word.isdigit()]
    assert read < pages
    assert edited(tmp_path / "undisturbed") == edited(tmp_path / "killed")


def kill_after_a_page(folder: Path) -> None:
    """Start a run and kill it, without a chance to clean up, when its first page is there."""
    command = [sys.executable, "-m", "pipeline.cli", "run", str(SCAN), "--out", "killed", "--jobs", "1"]
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": str(ROOT)}) as run:
        while run.poll() is None and not list((folder / "killed").rglob("pages/*/*.json")):
            time.sleep(0.05)
        run.kill()
    wait_until_free(folder / "killed")


def wait_until_free(out: Path) -> None:
    """Wait for the operating system to let go of the folder's lock; the workers end by themselves."""
    for _ in range(100):
        try:
            with store.locked(out):
                return
        except OutputError:
            time.sleep(0.1)


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupt(number: signal.Signals, tmp_path: Path) -> None:
    """Ctrl-C, or the signal of a batch system, ends a run with exit code 130 and without a traceback."""
    # A shell starts background jobs with SIGINT ignored, and whoever runs the tests may be one.
    command = ["env", "--default-signal=INT", sys.executable, "-m", "pipeline.cli", "run", str(SCAN)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr
        first = run.stderr.readline()
        run.send_signal(number)
        rest = run.communicate(timeout=60)[1]
    assert ("reading" in first, ExitCode.INTERRUPTED) == (True, run.returncode)
    assert "Traceback" not in rest


def test_results_and_log_apart(scan2tei: Run, dump: Path) -> None:
    """The path of the edition goes to stdout, one line about the document to stderr."""
    done = scan2tei("run", dump)
    assert "processed/lantern/lantern.tei.xml\n" == done.stdout
    assert "scan2tei: lantern: 1 page, notes 2 linked" in done.stderr.splitlines()[-1]


def test_report(scan2tei: Run, dump: Path) -> None:
    """The report counts pages, words and notes, and the second run leaves it as it is."""
    scan2tei("run", dump)
    path = dump.parent / "processed" / "lantern" / "report.json"
    first = path.read_bytes()
    scan2tei("run", dump, "--force")
    assert (b'"notes": 2' in first, first) == (True, path.read_bytes())


def test_stage_by_stage(scan2tei: Run, dump: Path) -> None:
    """The stages called one by one give the same bytes as a run."""
    scan2tei("run", dump, "--out", "whole")
    scan2tei("ocr", dump)
    for name in ("cleanup", "segment", "tag", "tei"):
        assert ExitCode.OK == scan2tei(name, "lantern").returncode
    whole, stages = (edited(dump.parent / out / "lantern") for out in ("whole", "processed"))
    assert whole == stages


def test_ocr_again_finds_the_source(scan2tei: Run, dump: Path) -> None:
    """A document that has been made can be read again by its name alone."""
    scan2tei("run", dump)
    assert "processed/lantern/1-pages.json\n" == scan2tei("ocr", "lantern").stdout


def test_strict(scan2tei: Run, tmp_path: Path) -> None:
    """With --strict an edition with doubts is written, and the exit code is 3."""
    (tmp_path / "gap.txt").write_text(DUMP.replace("part.2", "part."), encoding="utf-8")
    done = scan2tei("run", "gap.txt", "--strict")
    assert (ExitCode.DOUBTS, "processed/gap/gap.tei.xml\n") == (done.returncode, done.stdout)


def test_strict_asks_of_a_fresh_edition_too(scan2tei: Run, tmp_path: Path) -> None:
    """A second run makes nothing anew, and still says with its exit code that there are doubts."""
    (tmp_path / "gap.txt").write_text(DUMP.replace("part.2", "part."), encoding="utf-8")
    assert [ExitCode.DOUBTS, ExitCode.DOUBTS] == [scan2tei("run", "gap.txt", "--strict").returncode for _ in "12"]


def test_strict_has_nothing_against_an_edition_without_doubts(scan2tei: Run, dump: Path) -> None:
    """Where every call is found and every number is there, --strict changes nothing."""
    assert ExitCode.OK == scan2tei("run", dump, "--strict").returncode


def test_validate(scan2tei: Run, dump: Path) -> None:
    """An edition that was made is valid; one that lost an end tag is not, and the line is named."""
    scan2tei("run", dump)
    edition = dump.parent / "processed" / "lantern" / "lantern.tei.xml"
    assert (0, f"{edition}: valid") == run_validate(scan2tei, edition)
    edition.write_bytes(edition.read_bytes().replace(b"</body>", b""))
    code, line = run_validate(scan2tei, edition)
    assert (ExitCode.INVALID, True) == (code, line.startswith(f"{edition}: line "))


def run_validate(scan2tei: Run, edition: Path) -> tuple[int, str]:
    """The exit code, and the last line of the output."""
    done = scan2tei("validate", edition)
    return done.returncode, done.stdout.splitlines()[-1]


def test_evaluate_against_itself(scan2tei: Run, dump: Path) -> None:
    """An edition that is measured against itself has no errors, in the table and in JSON."""
    scan2tei("run", dump)
    edition = "processed/lantern/lantern.tei.xml"
    table, as_json = scan2tei("evaluate", edition, edition), scan2tei("evaluate", edition, edition, "--json")
    assert (ExitCode.OK, ExitCode.OK) == (table.returncode, as_json.returncode)
    assert "{" == as_json.stdout[0]


def test_renamed_document(scan2tei: Run, dump: Path) -> None:
    """A document's folder can be renamed, and its later stages run under the new name."""
    scan2tei("run", dump)
    processed = dump.parent / "processed"
    shutil.move(processed / "lantern", processed / "the lantern")
    assert "processed/the lantern/the lantern.tei.xml\n" == scan2tei("tei", "the lantern").stdout
