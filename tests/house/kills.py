"""``python -m tests.house.kills 20``: kill a run at random moments, start it again, and compare the bytes.

Not a test of its own, since twenty kills take some minutes; ``test_whole_run`` has one.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.conftest import ROOT
from tests.house.test_whole_run import edited, wait_until_free

COMMAND = [sys.executable, "-m", "pipeline.cli", "run", str(ROOT / "raw"), "--jobs", "2", "--out"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def run(out: Path) -> float:
    """A run that nobody disturbs; returns how many seconds it took."""
    start = time.monotonic()
    subprocess.run([*COMMAND, str(out)], env=ENVIRONMENT, capture_output=True, check=True)
    return time.monotonic() - start


def kill_after(seconds: float, out: Path) -> int:
    """Start a run, and kill it; returns how many pages were kept."""
    with subprocess.Popen(
        [*COMMAND, str(out)], env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as work:
        time.sleep(seconds)
        work.kill()
    wait_until_free(out)
    return len(list(out.rglob("pages/*/*.json")))


def main(count: int, seed: int) -> int:
    """Kill ``count`` runs; returns how many of them did not end with the bytes of the undisturbed one."""
    moments, different = random.Random(seed), 0
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder, "undisturbed")
        seconds = run(whole)
        for number in range(count):
            out = Path(folder, f"killed-{number}")
            moment = moments.uniform(0.2, seconds)
            kept = kill_after(moment, out)
            run(out)
            same = edited(whole) == edited(out)
            different += not same
            told = "same bytes" if same else "DIFFERENT"
            sys.stdout.write(f"{number + 1}: killed after {moment:.1f} s, {kept} pages kept: {told}\n")
    return different


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1))
