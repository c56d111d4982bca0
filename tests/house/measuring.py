"""What a command costs: wall time, processor time of all its processes, and the memory of the whole tree.

Processor time is that of every descendant, also of those that outlive the command for a moment, as the process does
from which workers are forked: this process adopts them (PR_SET_CHILD_SUBREAPER) and waits for them. Memory is the sum
of the PSS of all of them, sampled: PSS divides a page of memory among those who share it, so that nothing counts twice.
"""

import ctypes
import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import ROOT

PR_SET_CHILD_SUBREAPER = 36
SAMPLE = 0.25
"""Seconds between two looks at the memory."""
MIB = 1 << 20


@dataclass(slots=True)
class Cost:
    """What one command cost."""

    seconds: float = 0.0
    """Wall time."""
    cpu: float = 0.0
    """Processor seconds, user and system, of all processes."""
    peak: int = 0
    """Bytes: the largest sum of PSS that was seen."""
    samples: list[int] = field(default_factory=list)
    """Bytes, one sum for each look."""
    code: int = 0
    out: str = ""
    err: str = ""


def scan2tei(*arguments: str | Path, memory: bool = False, before: Callable[[], None] | None = None) -> Cost:
    """Run the program of this checkout, and say what it cost; ``before`` is done by the child before it becomes it."""
    return cost_of([sys.executable, "-m", "pipeline.cli", *map(str, arguments)], memory=memory, before=before)


def cost_of(command: Sequence[str], *, memory: bool = False, before: Callable[[], None] | None = None) -> Cost:
    """Run a command, and say what it cost.

    Nothing else may be started by this process meanwhile: it would be counted in.
    """
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    cost, start, used = Cost(), time.monotonic(), _children_cpu()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        errors="backslashreplace",
        preexec_fn=before,
    ) as process:
        with _sampled(cost) if memory else nullcontext():
            cost.out, cost.err = process.communicate()
        cost.code = process.returncode
    cost.seconds = time.monotonic() - start
    with suppress(ChildProcessError):
        while True:
            os.waitpid(-1, 0)
    cost.cpu = _children_cpu() - used
    return cost


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _sampled(cost: Cost) -> Iterator[None]:
    done = threading.Event()

    def look() -> None:
        while not done.wait(SAMPLE):
            cost.samples.append(sum(_pss(process) for process in _descendants(os.getpid())))
            cost.peak = max(cost.peak, cost.samples[-1])

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _descendants(root: int) -> list[int]:
    """All processes under one, without it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                # The name of the program stands in brackets and may hold anything; the parent is the second after it.
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    found, grown = {root}, True
    while grown:
        more = {child for child, parent in parents.items() if parent in found} - found
        found, grown = found | more, bool(more)
    return sorted(found - {root})


def _pss(process: int) -> int:
    """Bytes; 0 for a process that has ended meanwhile."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
