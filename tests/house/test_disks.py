"""Disks that are full or may not be written, and sources that may not be read: one sentence, and its exit code."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from tests.conftest import ROOT
from tests.house import plain_user
from tests.house.conftest import DUMP


def run(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """The program, run by somebody whom permissions stop."""
    return subprocess.run(
        [sys.executable, "-m", "pipeline.cli", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=plain_user.become,
    )


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A place to mount a small disk of memory at."""
    place = tmp_path / "disk"
    place.mkdir()
    yield place
    subprocess.run(["umount", place], check=False, capture_output=True)


def mount(place: Path, options: str) -> None:
    """Mount a disk of memory, which only root may do."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=False, capture_output=True)
    if done.returncode:
        pytest.skip("needs the right to mount a disk")


@pytest.mark.parametrize("size", ["8k", "24k", "48k"])
def test_full_disk(size: str, disk: Path, dump: Path) -> None:
    """A disk that fills up is said with exit code 8, and an edition that was written before is whole."""
    mount(disk, f"size={size}")
    done = run(dump.parent, "run", dump, "--out", disk / "processed", "--jobs", "1")
    assert (ExitCode.OUTPUT, "") == (done.returncode, done.stdout)
    assert "No space left on device); free some space" in done.stderr
    assert "Traceback" not in done.stderr
    assert all(path.read_bytes().endswith(b"</TEI>\n") for path in disk.rglob("*.tei.xml"))


def test_disk_that_may_not_be_written(disk: Path, dump: Path) -> None:
    """A disk that is mounted read-only is exit code 8, in one sentence."""
    mount(disk, "ro")
    done = run(dump.parent, "run", dump, "--out", disk / "processed")
    assert (ExitCode.OUTPUT, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "Read-only file system" in done.stderr


def test_full_disk_that_was_made_larger(disk: Path, dump: Path) -> None:
    """When there is room again, the same command finishes the work."""
    mount(disk, "size=24k")
    assert ExitCode.OUTPUT == run(dump.parent, "run", dump, "--out", disk / "processed").returncode
    subprocess.run(["mount", "-o", "remount,size=8m", disk], check=True)
    assert ExitCode.OK == run(dump.parent, "run", dump, "--out", disk / "processed").returncode


def test_folder_that_may_not_be_written(dump: Path) -> None:
    """A folder for the results that belongs to somebody else is exit code 8, in one sentence."""
    (dump.parent / "processed").mkdir(mode=0o555)
    done = run(dump.parent, "run", dump)
    assert (ExitCode.OUTPUT, 1) == (done.returncode, len(done.stderr.splitlines()))
    assert "check the folder's permissions, or give another with --out" in done.stderr


def test_results_that_may_be_read_only(dump: Path) -> None:
    """A document's folder that may not be written is exit code 8, and the other documents are made."""
    (dump.parent / "weir.txt").write_text(DUMP, encoding="utf-8")
    (dump.parent / "processed" / "weir").mkdir(parents=True)
    (dump.parent / "processed" / "weir").chmod(0o555)
    done = run(dump.parent, "run", "weir.txt", dump, "--until", "cleanup")
    assert (ExitCode.OUTPUT, "processed/lantern/2-lines.json\n") == (done.returncode, done.stdout)


@pytest.mark.parametrize(
    ("names", "code"),
    [
        pytest.param(("gap.txt", "lantern.txt"), ExitCode.DOUBTS, id="doubts"),
        pytest.param(("gap.txt", "broken.pdf", "lantern.txt"), ExitCode.SOURCE, id="doubts and a broken source"),
        pytest.param(("gap.txt", "broken.pdf", "weir.txt"), ExitCode.OUTPUT, id="and a folder that is closed"),
    ],
)
def test_gravest_code(names: tuple[str, ...], code: ExitCode, dump: Path) -> None:
    """A batch goes on to its end, and returns the gravest of the codes of its documents; doubts count if asked for."""
    folder = dump.parent
    (folder / "gap.txt").write_text(DUMP.replace("part.2", "part."), encoding="utf-8")
    (folder / "broken.pdf").write_bytes(b"a letter")
    (folder / "weir.txt").write_text(DUMP, encoding="utf-8")
    (folder / "processed" / "weir").mkdir(parents=True)
    (folder / "processed" / "weir").chmod(0o555)
    done = run(folder, "run", *names, "--strict", "--keep-going")
    assert (code, True) == (done.returncode, "processed/gap/gap.tei.xml" in done.stdout)


def test_folder_of_sources_that_may_not_be_read(dump: Path) -> None:
    """A raw/ into which one may not look is exit code 5, in one sentence."""
    (dump.parent / "raw").mkdir(mode=0)
    done = run(dump.parent, "run", "raw")
    assert (ExitCode.SOURCE, "scan2tei: raw cannot be read (Permission denied); check its permissions\n") == (
        done.returncode,
        done.stderr,
    )


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_one_source_that_may_not_be_read(kind: str, dump: Path) -> None:
    """A closed file or folder among the sources costs only itself."""
    closed = dump.parent / "raw" / "closed"
    closed.parent.mkdir()
    closed.mkdir() if kind == "folder" else closed.write_text("x", encoding="utf-8")
    closed.chmod(0)
    (dump.parent / "raw" / "lantern.txt").write_text(DUMP, encoding="utf-8")
    done = run(dump.parent, "run", "raw", "--until", "cleanup")
    assert (ExitCode.SOURCE, "processed/lantern/2-lines.json\n") == (done.returncode, done.stdout)
    assert "closed cannot be read (Permission denied)" in done.stderr


@pytest.mark.parametrize("command", ["validate", "evaluate", "diff"])
def test_edition_that_may_not_be_read(command: str, dump: Path) -> None:
    """An edition that may not be read is a bad source; to the diff it is trouble, as to all programs of its kind."""
    edition = dump.parent / "lantern.tei.xml"
    edition.touch(mode=0)
    edition.chmod(0)
    done = run(dump.parent, command, *[edition] * (1 if command == "validate" else 2))
    assert (ExitCode.USAGE if command == "diff" else ExitCode.SOURCE) == done.returncode
    assert "cannot be read" in done.stderr
    assert "Permission denied" in done.stderr


def test_names_that_differ_in_case_or_suffix_only(dump: Path) -> None:
    """Sources of one name become documents of their own, also where the file system ignores case."""
    raw = dump.parent / "raw"
    raw.mkdir()
    for name in ("Smith.txt", "smith.txt", "smith.TXT", "two\nlines.txt"):
        (raw / name).write_text(DUMP, encoding="utf-8")
    done = run(dump.parent, "run", "raw", "--until", "cleanup")
    assert ExitCode.OK == done.returncode
    assert 4 == len({line.casefold() for line in done.stdout.splitlines()})
