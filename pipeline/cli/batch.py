"""From what the user named to finished documents, and to the exit code of the batch."""

import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import typer

from pipeline import freshness, runner, store
from pipeline.cli import intake
from pipeline.cli.display import Bars, Plain, summary
from pipeline.config import Settings
from pipeline.errors import AuditError, ExitCode, UsageError
from pipeline.runner import Crew, Edited, Failure, Job, Log, Outcome

log = logging.getLogger(__name__)


class Terms(NamedTuple):
    """How a batch is run: what changes no byte of its results."""

    workers: int
    strict: bool = False
    fail_fast: bool = False
    dask: str = ""
    """Address of a cluster to work on, in place of processes of this machine."""
    log: Log = Log()


def plan(named: Sequence[Path], out: Path, model: Job) -> list[Job]:
    """A job for every source that the arguments stand for, with the settings of a model.

    Raises:
        UsageError: there is none.
    """
    paths = intake.sources(named)
    if not paths:
        places = ", ".join(str(path) for path in named)
        raise UsageError(
            f"there is nothing to read in {places}", "put a PDF, page images, hOCR, ALTO, PAGE or a text dump there"
        )
    names = intake.names(paths)
    return [model._replace(source=path, folder=out / names[path]) for path in paths]


def plan_reading(named: str, out: Path, settings: Settings) -> list[Job]:
    """The job of reading one source, or the source of one document, again.

    Raises:
        UsageError: it is more than one source, or none.
    """
    source = Path(named)
    if not _is_source(source, out):
        folder = intake.document(named, out)
        return [Job(intake.source_of(folder), out / folder.name, settings, "ocr", True)]
    jobs = plan([source], out, Job(source, out, settings, "ocr", True))
    if len(jobs) > 1:
        raise UsageError(f"{named} is {len(jobs)} sources", f"run: scan2tei run --until ocr {named}")
    return jobs


def _is_source(path: Path, out: Path) -> bool:
    """Whether an argument of ``ocr`` is a source rather than a document."""
    if path.is_dir():
        return not store.is_document(path.absolute())
    return path.exists() or not (out / path).is_dir()


def make(jobs: Sequence[Job], out: Path, terms: Terms) -> int:
    """Make the documents, print the paths of their results on stdout, and return the gravest exit code."""
    start = time.monotonic()
    crew = _crew(terms)
    with store.locked(out), _display(len(jobs), terms) as display:
        outcomes = runner.run(jobs, crew, display, fail_fast=terms.fail_fast)
        runner.write_summary(out, outcomes)
    for outcome in outcomes:
        if isinstance(outcome.result, Edited):
            typer.echo(_printable(outcome.result.path))
        elif outcome.result.trace:
            log.debug("%s: where it happened", outcome.job.doc, extra={"trace": outcome.result.trace})
    codes = [outcome.code or (_doubts(outcome) if terms.strict else ExitCode.OK) for outcome in outcomes]
    if len(jobs) > 1:
        failed = sum(isinstance(outcome.result, Failure) for outcome in outcomes)
        left = f", {len(jobs) - len(outcomes)} not begun or not finished" if len(outcomes) < len(jobs) else ""
        log.info("%d documents, %d failed%s, %.1f s", len(jobs), failed, left, time.monotonic() - start)
    return max(codes)


def _crew(terms: Terms) -> Crew:
    """The workers of this machine, or of a cluster."""
    if not terms.dask:
        return Crew(terms.workers, terms.log)
    from pipeline.runner.cluster import Cluster

    return Crew(Cluster(terms.dask))


def _display(documents: int, terms: Terms) -> Plain:
    """Bars on a terminal, unless its lines are for a program."""
    return Bars(documents) if sys.stderr.isatty() and not terms.log.as_json else Plain(documents)


def _printable(path: Path) -> bytes:
    """The path as the file system has it, whatever bytes are in its name."""
    return os.fsencode(path)


def _doubts(outcome: Outcome) -> ExitCode:
    """With ``--strict``: the code of a document whose report lists doubts."""
    report = outcome.result.report if isinstance(outcome.result, Edited) else None
    if report is None or not report.doubts:
        return ExitCode.OK
    error = AuditError(f"{report.doc} has {len(report.doubts)} doubts", f"see {outcome.job.folder / store.REPORT}")
    log.error("%s", error, extra={"doc": report.doc, "code": int(error.code)})
    return error.code


def make_one_stage(name: str, doc: str, out: Path, settings: Settings, authority: Path | None = None) -> int:
    """Run exactly one later stage of one document.

    Raises:
        ScanError: there is no such document, a layer or the authority file is missing or malformed, or the result
            cannot be written.
    """
    folder = intake.document(doc, out)
    source = freshness.load(folder).path
    (job,) = intake.with_authorities([Job(Path(source), folder, settings, name, force=True)], authority)
    start = time.monotonic()
    with store.locked(folder.parent):
        edited = runner.run_stage(job)
    log.info("%s", summary(Outcome(job, edited, time.monotonic() - start)))
    typer.echo(str(edited.path))
    return ExitCode.OK
