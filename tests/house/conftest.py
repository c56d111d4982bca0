"""The program as a user runs it, and small sources to run it on."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]

DUMP = """THE LANTERN AT THE WEIR

By Ada Fellgate

     In the winter of 1843 the wardens of Oxmere wrote to the county for a
lantern.1 They had none, and the road along the river was dark.

     The county answered in March 1844. It sent two lanterns and a bill, which
the wardens paid only in part.2


1. Wardens to the county, 4 December 1843, Oxmere Papers, fol. 12.
2. Ibid., fol. 15.
"""


@pytest.fixture
def scan2tei(tmp_path: Path) -> Run:
    """Runs the program in an empty folder."""

    def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pipeline.cli", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    """A short article as a plain OCR text dump, the quickest source there is."""
    path = tmp_path / "lantern.txt"
    path.write_text(DUMP, encoding="utf-8")
    return path
