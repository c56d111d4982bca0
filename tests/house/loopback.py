"""A Dask cluster of two workers on this machine, without a nanny that would start them again."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.conftest import ROOT


class Cluster(NamedTuple):
    """The address of a scheduler, and the processes of its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


@contextmanager
def cluster(folder: Path) -> Iterator[Cluster]:
    """A scheduler and two worker processes of one thread each, as long as it lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    scheduler = _start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port), "--no-dashboard", folder=folder)
    options = (address, "--nthreads", "1", "--no-nanny", "--no-dashboard")
    workers = [_start("dask_worker", *options, folder=folder) for _ in range(2)]
    try:
        yield Cluster(address, workers)
    finally:
        for process in (*workers, scheduler):
            process.kill()
            process.wait()


def _start(module: str, *arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start a part of a cluster, its noise in a file."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    with (folder / "cluster.log").open("ab") as noise:
        return subprocess.Popen(command, cwd=folder, env=environment, stdout=noise, stderr=noise)
