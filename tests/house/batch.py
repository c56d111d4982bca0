"""``python -m tests.house.batch [COUNT]``: a hundred documents, ten of them broken in ten ways, edited as users do it.

Prints a table: a first run, a second with nothing stale, one with another setting, and the failures as they were told.
The memory of the first is the largest sum of the PSS of all its processes, and by tenths of its time, so that one
table shows whether it grows with the batch.
Returns 1 if anything is not as it has to be. ``test_batch`` does the same with fewer documents.
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from pipeline.errors import ExitCode
from tests.house import plain_user
from tests.house.batch_sources import BROKEN, write_batch
from tests.house.measuring import MIB, Cost, scan2tei

SECOND_RUN = 1.0
"""Seconds that a run with nothing stale may take."""
STAGE_FILES = {"ocr": "1-pages.json", "cleanup": "2-lines.json", "segment": "3-article.json", "tag": "4-entities.json"}


class Run(NamedTuple):
    """One run over the batch, and what it left behind."""

    name: str
    cost: Cost
    editions: int
    written: Counter[str]
    """How many results of each stage the run wrote."""
    rows: list[dict[str, Any]]
    """Of the summary."""


class Batch:
    """A folder of sources, and the runs over it."""

    def __init__(self, folder: Path, count: int, jobs: int = 2) -> None:
        self.raw, self.out, self.jobs = folder / "raw", folder / "processed", jobs
        self.whole, self.broken = write_batch(self.raw, count)

    def run(self, name: str, *options: str, memory: bool = False) -> Run:
        """Edit the folder as a plain user, whom permissions stop."""
        before = self._times()
        arguments = ["--out", str(self.out), "--jobs", str(self.jobs), *options]
        cost = scan2tei("run", self.raw, *arguments, memory=memory, before=plain_user.become)
        after = self._times()
        written = Counter(stage for (stage, doc), time in after.items() if before.get((stage, doc)) != time)
        rows = json.loads((self.out / "summary.json").read_bytes())["documents"]
        return Run(name, cost, len(list(self.out.glob("*/*.tei.xml"))), written, rows)

    def _times(self) -> dict[tuple[str, str], int]:
        """When each result was written."""
        places = {**STAGE_FILES, "tei": "*.tei.xml"}
        return {
            (stage, path.parent.name): path.stat().st_mtime_ns
            for stage, pattern in places.items()
            for path in self.out.glob(f"*/{pattern}")
        }


def complaints(batch: Batch, first: Run, second: Run, setting: Run) -> Iterator[str]:
    """What is not as it has to be; timings apart."""
    failures = {row["doc"]: row["failure"] for row in first.rows if "failure" in row}
    if first.editions != batch.whole:
        yield f"{first.editions} editions of {batch.whole}"
    if {Path(name).stem for name in BROKEN} != set(failures):
        yield f"failed: {sorted(failures)}"
    if len(set(failures.values())) != len(failures):
        yield "two failures are told in the same words"
    for run in (first, second, setting):
        if run.cost.code != ExitCode.SOURCE:
            yield f"{run.name}: exit code {run.cost.code}"
        if "Traceback" in run.cost.err or "defect" in run.cost.err:
            yield f"{run.name}: a defect: {run.cost.err}"
        if len(run.rows) != batch.whole + batch.broken:
            yield f"{run.name}: {len(run.rows)} rows in the summary"
    if second.written:
        yield f"{second.name}: wrote {dict(second.written)}"
    if setting.written != {"tei": batch.whole}:
        yield f"{setting.name}: wrote {dict(setting.written)}"


def main(count: int = 100) -> int:
    """Run, print the table, and return whether something is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        batch = Batch(Path(folder), count)
        runs = batch.run("first run", memory=True), batch.run("nothing stale"), batch.run("--lines", "--lines")
        wrong = list(complaints(batch, *runs))
    sys.stdout.write(
        "| run | seconds | processor | exit | editions | failed | written |\n|---|---|---|---|---|---|---|\n"
    )
    for run in runs:
        written = ", ".join(f"{stage} {number}" for stage, number in run.written.items()) or "nothing"
        failed = sum("failure" in row for row in run.rows)
        figures = f"{run.cost.seconds:.2f} | {run.cost.cpu:.2f} | {run.cost.code} | {run.editions} | {failed}"
        sys.stdout.write(f"| {run.name} | {figures} | {written} |\n")
    samples = runs[0].cost.samples
    tenths = [samples[len(samples) * n // 10 : len(samples) * (n + 1) // 10] for n in range(10)]
    memory = ", ".join(str(max(tenth, default=0) // MIB) for tenth in tenths)
    sys.stdout.write(f"\npeak PSS of the first run: {runs[0].cost.peak // MIB} MiB; by tenths of its time: {memory}\n")
    grades = Counter(row.get("grade", "none") for row in runs[0].rows)
    sys.stdout.write(f"\ngrades: {dict(sorted(grades.items()))}\n\n")
    sys.stdout.writelines(f"- {row['doc']}: {row['failure']}\n" for row in runs[0].rows if "failure" in row)
    if runs[1].cost.cpu > SECOND_RUN:
        wrong.append(f"with nothing stale it took {runs[1].cost.cpu:.2f} s of processor time")
    sys.stdout.writelines(f"WRONG: {complaint}\n" for complaint in wrong)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
