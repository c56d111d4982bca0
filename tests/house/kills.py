"""``python -m tests.house.kills [COUNT] [SEED]``: the same bytes, whatever happens to a run and whoever does its work.

A mixed batch, page images, text layers, dumps and broken sources, is edited by one worker, by two, and by the two
workers of a Dask cluster; then it is killed at random moments, COUNT times (20), started again and compared. No test
of its own, since twenty kills take some minutes; ``test_whole_run`` and ``test_cluster`` have one each.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import ExitCode
from tests.conftest import ROOT
from tests.house.batch_sources import write_batch
from tests.house.loopback import cluster
from tests.house.test_whole_run import edited, wait_until_free

DOCUMENTS = 24
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def command(raw: Path, out: Path, *options: str) -> list[str]:
    """The run over the batch."""
    return [sys.executable, "-m", "pipeline.cli", "run", str(raw), "--out", str(out), *options]


def run(raw: Path, out: Path, *options: str) -> float:
    """A run that nobody disturbs; returns how many seconds it took."""
    start = time.monotonic()
    done = subprocess.run(command(raw, out, *options), env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode != ExitCode.SOURCE:
        raise SystemExit(done.stderr)
    return time.monotonic() - start


def kill_after(seconds: float, raw: Path, out: Path) -> None:
    """Start a run of two workers, and kill it."""
    with subprocess.Popen(
        command(raw, out, "--jobs", "2"), env=ENVIRONMENT, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL
    ) as work:
        time.sleep(seconds)
        work.kill()
    wait_until_free(out)


def results(folder: Path, count: int, seed: int) -> Iterator[tuple[str, bool]]:
    """What was done, and whether it ended with the bytes that one undisturbed worker wrote."""
    raw, whole, moments = folder / "raw", folder / "one", random.Random(seed)
    write_batch(raw, DOCUMENTS)
    run(raw, whole, "--jobs", "1")
    seconds = run(raw, folder / "two", "--jobs", "2")
    expected = edited(whole)
    yield "--jobs 2", edited(folder / "two") == expected
    with cluster(folder) as dask:
        run(raw, folder / "dask", "--dask", dask.address)
    yield "--dask, two workers", edited(folder / "dask") == expected
    for number in range(count):
        out, moment = folder / f"killed-{number}", moments.uniform(0.2, seconds)
        kill_after(moment, raw, out)
        pages = len(list(out.rglob("pages/*/*.json")))
        run(raw, out, "--jobs", "2")
        yield f"killed after {moment:.1f} s, {pages} pages kept", edited(out) == expected


def main(count: int = 20, seed: int = 1) -> int:
    """Print a line for each; returns how many did not end with the same bytes."""
    different = 0
    with tempfile.TemporaryDirectory() as folder:
        for done, same in results(Path(folder), count, seed):
            different += not same
            sys.stdout.write(f"{done}: {'same bytes' if same else 'DIFFERENT'}\n")
            sys.stdout.flush()
    return different


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
