"""How a batch shows itself: a line for each finished document everywhere, bars on a terminal only."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli.display import Plain, about_time
from tests.conftest import ROOT
from tests.house.conftest import Run


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.2, "1 s"), (89, "89 s"), (91, "2 min"), (5399, "90 min"), (5400, "1.5 h"), (86_400, "24.0 h")],
)
def test_about_time(seconds: float, expected: str) -> None:
    """An estimate is as exact as it can be."""
    assert expected == about_time(seconds)


@pytest.mark.parametrize(
    ("documents", "done", "made", "expected"),
    [
        pytest.param(1, 1, 1, "", id="one document"),
        pytest.param(300, 100, 0, r"  \[100 of 300\]", id="all fresh: nothing is known of the time"),
        pytest.param(300, 100, 50, r"  \[100 of 300, about \d+ s left\]", id="in the middle"),
        pytest.param(300, 300, 50, r"  \[300 of 300\]", id="the end"),
    ],
)
def test_how_far(documents: int, done: int, made: int, expected: str) -> None:
    """A line says how far the batch is, and how long the rest will take as far as that is known."""
    display = Plain(documents)
    display.done, display.made, display.start = done, made, display.start - 10.0
    assert re.fullmatch(expected, display._how_far())


def on_a_terminal(folder: Path, *arguments: str) -> str:
    """What the program shows on a terminal."""
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.DEVNULL,
        stderr=slave,
    ) as run:
        os.close(slave)
        shown = b""
        try:
            while part := os.read(master, 65536):
                shown += part
        except OSError:
            pass  # the other end was closed: so Linux ends a terminal
        run.wait()
    os.close(master)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode())


def test_bars_on_a_terminal(dump: Path) -> None:
    """On a terminal there are bars, and above them the same line for each finished document."""
    (dump.parent / "weir.txt").write_bytes(dump.read_bytes())
    shown = on_a_terminal(dump.parent, "run", "lantern.txt", "weir.txt", "--until", "ocr")
    assert "━" in shown
    assert re.search(r"(lantern|weir): 1 page, .*\s+\[2 of 2\]", shown)


def test_plain_lines_elsewhere(scan2tei: Run, dump: Path) -> None:
    """In a file, or in the log of a CI, there is one line for each finished document and no bar."""
    (dump.parent / "weir.txt").write_bytes(dump.read_bytes())
    lines = scan2tei("run", dump, "weir.txt", "--until", "ocr").stderr.splitlines()
    assert 2 == sum(" of 2" in line for line in lines)
    assert not [line for line in lines if "━" in line or "\x1b" in line]
