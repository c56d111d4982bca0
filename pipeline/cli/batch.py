"""From what the user named to finished documents, and to the exit code of the batch."""

import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import typer

from pipeline import runner, store
from pipeline.cli import intake
from pipeline.cli.display import Bars, Plain, summary
from pipeline.config import Settings
from pipeline.errors import AuditError, ExitCode, UsageError
from pipeline.runner import Edited, Failure, Job, Outcome

log = logging.getLogger(__name__)


def plan(named: Sequence[Path], out: Path, settings: Settings, until: str, force: bool) -> list[Job]:
    """A job for every source that the arguments stand for.

    Raises:
        UsageError: there is none, or two would have one name.
    """
    paths = intake.sources(named)
    if not paths:
        places = ", ".join(str(path) for path in named)
        raise UsageError(f"there is nothing to read in {places}", "put a PDF, page images or a text dump there")
    names = intake.names(paths)
    return [Job(path, out / names[path], settings, until, force) for path in paths]


def plan_reading(named: str, out: Path, settings: Settings) -> list[Job]:
    """The job of reading one source, or the source of one document, again.

    Raises:
        UsageError: it is more than one source, or none.
    """
    source = Path(named)
    if not _is_source(source, out):
        folder = intake.document(named, out)
        return [Job(intake.source_of(folder), out / folder.name, settings, "ocr", True)]
    jobs = plan([source], out, settings, "ocr", True)
    if len(jobs) > 1:
        raise UsageError(f"{named} is {len(jobs)} sources", f"run: scan2tei run --until ocr {named}")
    return jobs


def _is_source(path: Path, out: Path) -> bool:
    """Whether an argument of ``ocr`` is a source rather than a document."""
    if path.is_dir():
        return not store.is_document(path.absolute())
    return path.exists() or not (out / path).is_dir()


def make(jobs: Sequence[Job], out: Path, workers: int, *, strict: bool, debug: bool) -> int:
    """Make the documents, print the paths of their results on stdout, and return the gravest exit code."""
    start = time.monotonic()
    with store.locked(out), Bars(len(jobs)) if sys.stderr.isatty() else Plain() as display:
        outcomes = runner.run(jobs, workers, display, debug)
    for outcome in outcomes:
        if isinstance(outcome.result, Edited):
            typer.echo(str(outcome.result.path))
        elif outcome.result.trace:
            log.debug("%s", outcome.result.trace)
    codes = [outcome.code or (_doubts(outcome) if strict else ExitCode.OK) for outcome in outcomes]
    if len(jobs) > 1:
        failed = sum(isinstance(outcome.result, Failure) for outcome in outcomes)
        log.info("%d documents, %d failed, %.1f s", len(jobs), failed, time.monotonic() - start)
    return max(codes)


def _doubts(outcome: Outcome) -> ExitCode:
    """With ``--strict``: the code of a document whose report lists doubts."""
    report = outcome.result.report if isinstance(outcome.result, Edited) else None
    if report is None or not report.doubts:
        return ExitCode.OK
    error = AuditError(f"{report.doc} has {len(report.doubts)} doubts", f"see {outcome.job.folder / store.REPORT}")
    log.error("%s", error)
    return error.code


def make_one_stage(name: str, doc: str, out: Path, settings: Settings) -> int:
    """Run exactly one later stage of one document.

    Raises:
        ScanError: there is no such document, a layer is missing or malformed, or the result cannot be written.
    """
    folder = intake.document(doc, out)
    job = Job(Path(), folder, settings, name, force=True)
    start = time.monotonic()
    with store.locked(folder.parent):
        edited = runner.run_stage(job)
    log.info("%s", summary(Outcome(job, edited, time.monotonic() - start)))
    typer.echo(str(edited.path))
    return ExitCode.OK
