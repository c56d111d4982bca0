"""A Dask cluster of two workers on this machine: the same bytes, also when one of them is killed in the middle."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from tests.conftest import ROOT
from tests.house.conftest import Run
from tests.house.loopback import Cluster, cluster
from tests.house.test_whole_run import edited

pytest.importorskip("distributed", reason="needs the extra scan2tei[dask]")
SOURCES = sorted((ROOT / "raw").glob("*.pdf"))


@pytest.fixture(name="cluster")
def _cluster(tmp_path: Path) -> Iterator[Cluster]:
    """A scheduler and two workers."""
    with cluster(tmp_path) as here:
        yield here


@pytest.mark.slow
def test_same_bytes(cluster: Cluster, scan2tei: Run, tmp_path: Path) -> None:
    """The cluster and one process of this machine give the same bytes."""
    there = scan2tei("run", *SOURCES, "--dask", cluster.address, "--out", "there")
    scan2tei("run", *SOURCES, "--jobs", "1", "--out", "here")
    assert ExitCode.OK == there.returncode, there.stderr
    assert edited(tmp_path / "here") == edited(tmp_path / "there")


@pytest.mark.slow
def test_worker_killed_in_the_middle(cluster: Cluster, scan2tei: Run, tmp_path: Path) -> None:
    """When one of two workers is killed, the other does its work too, and nothing is lost."""
    command = [sys.executable, "-m", "pipeline.cli", "run", *map(str, SOURCES), "--dask", cluster.address]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([*command, "--out", "there"], cwd=tmp_path, env=environment) as run:
        while run.poll() is None and len(list((tmp_path / "there").rglob("pages/*/*.json"))) < 3:
            time.sleep(0.02)
        cluster.workers[0].send_signal(signal.SIGKILL)
        assert ExitCode.OK == run.wait(300)
    scan2tei("run", *SOURCES, "--jobs", "2", "--out", "here")
    assert edited(tmp_path / "here") == edited(tmp_path / "there")


def test_nobody_there(scan2tei: Run, dump: Path) -> None:
    """An address where no scheduler answers is exit code 7."""
    done = scan2tei("run", dump, "--dask", "missing.json")
    assert (ExitCode.TOOL, False) == (done.returncode, "Traceback" in done.stderr)
