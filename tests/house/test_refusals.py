"""Sources that were refused are not opened again until something about them changes; what may pass is tried again."""

import json
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from tests.house.broken_sources import WRITERS
from tests.house.conftest import DUMP, Run
from tests.house.test_hostile import with_tesseract

AGAIN = "was not tried again"


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A source that is not what its name says."""
    WRITERS["not-a-pdf.pdf"](tmp_path / "broken.pdf")
    return tmp_path / "broken.pdf"


def test_refused_once(broken: Path, scan2tei: Run) -> None:
    """A second run says the same, with the same code and summary, and that it did not try."""
    first = scan2tei("run", broken)
    summary = (broken.parent / "processed/summary.json").read_bytes()
    second = scan2tei("run", broken)
    assert (ExitCode.SOURCE, ExitCode.SOURCE) == (first.returncode, second.returncode)
    assert (False, True) == (AGAIN in first.stderr, AGAIN in second.stderr)
    assert second.stderr.startswith(first.stderr.rstrip())
    assert summary == (broken.parent / "processed/summary.json").read_bytes()


def test_no_folder_of_its_own(broken: Path, scan2tei: Run) -> None:
    """A source that was refused leaves no document behind."""
    scan2tei("run", broken)
    assert not (broken.parent / "processed/broken").exists()


@pytest.mark.parametrize("change", ["content", "permissions", "settings", "force"])
def test_tried_again(change: str, broken: Path, scan2tei: Run) -> None:
    """Another content, a touch of its permissions, another setting or --force: the source is tried again."""
    scan2tei("run", broken)
    if change == "content":
        broken.write_bytes(b"Another letter.")
    if change == "permissions":
        broken.chmod(0o640)
    options = {"settings": ["--max-pages", "7"], "force": ["--force"]}.get(change, [])
    done = scan2tei("run", broken, *options)
    assert (ExitCode.SOURCE, False) == (done.returncode, AGAIN in done.stderr)


def test_mended_source(broken: Path, scan2tei: Run) -> None:
    """A source that was mended is edited, and nothing of the refusal is left."""
    broken = broken.with_suffix(".txt")
    broken.write_bytes(b"\0\1\2")
    scan2tei("run", broken)
    broken.write_text(DUMP, encoding="utf-8")
    assert ExitCode.OK == scan2tei("run", broken).returncode
    kept = json.loads((broken.parent / "processed/.work/refused.json").read_bytes())
    assert {} == kept["documents"]


def test_missing_program_is_no_refusal(scan2tei: Run, tmp_path: Path) -> None:
    """A document that failed for want of Tesseract is tried again."""
    WRITERS["without-text.png"](tmp_path / "page.png")
    assert ExitCode.TOOL == scan2tei("run", "page.png", PATH="/nonexistent").returncode
    assert ExitCode.TOOL != scan2tei("run", "page.png").returncode


@pytest.mark.slow
def test_page_out_of_time_is_no_refusal(scan2tei: Run, tmp_path: Path) -> None:
    """A document that failed because a page took too long is tried again."""
    WRITERS["without-text.png"](tmp_path / "page.png")
    arguments, path = ("run", "page.png", "--page-timeout", "1"), with_tesseract(tmp_path, "sleep 1000")
    scan2tei(*arguments, PATH=path)
    assert AGAIN not in scan2tei(*arguments, PATH=path).stderr


def test_missing_source_is_no_refusal(scan2tei: Run) -> None:
    """A source that is not there is looked for each time."""
    scan2tei("run", "missing.pdf")
    assert AGAIN not in scan2tei("run", "missing.pdf").stderr
