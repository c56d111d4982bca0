"""Looking at editions: whether they are valid, and how good they are."""

import logging
from collections.abc import Sequence
from pathlib import Path

import typer

from pipeline import store
from pipeline.errors import ExitCode, ScanError

log = logging.getLogger(__name__)


def validate(files: Sequence[Path]) -> int:
    """Print every fault of every file, one a line; returns INVALID if there is one that is more than a warning.

    Raises:
        SourceError: a file cannot be read.
    """
    from pipeline.tei import validation

    code = ExitCode.OK
    for path in files:
        faults = validation.check(store.read_file(path))
        for fault in faults:
            typer.echo(f"{path}: {fault}")
        if any(not fault.warning for fault in faults):
            code = ExitCode.INVALID
        else:
            typer.echo(f"{path}: valid")
    return code


def evaluate(truth: Path, output: Path, *, as_json: bool) -> int:
    """Print how an edition compares with its truth, as a table or as JSON.

    Raises:
        SourceError: one of the files cannot be read.
    """
    from pipeline.compare.evaluation import evaluate as measure

    evaluation = measure(truth, output)
    if as_json:
        typer.echo(store.encode(evaluation), nl=False)
        return ExitCode.OK
    from rich.console import Console
    from rich.table import Table

    table = Table("what", "figure", "counted from")
    for row in evaluation.as_rows():
        table.add_row(*row)
    Console().print(table)
    return ExitCode.OK


def diff(old: Path, new: Path, form: str, ignore: Sequence[str], to: Path | None) -> int:
    """Print or write what is different; returns OK, DIFFERENT, or USAGE for any trouble, as diff programs do."""
    from pipeline.compare import diff as differ
    from pipeline.compare.diff.formats import FORMATS

    try:
        kinds = differ.check_kinds(name for names in ignore for name in names.split(","))
        found = differ.compare(old, new, kinds)
        told = FORMATS[form](found)
        if to:
            store.write(to, told.encode("utf-8", "replace"))
        else:
            typer.echo(told.encode("utf-8", "replace"), nl=False)
    except ScanError as error:
        log.error("%s", error)
        return ExitCode.USAGE
    for trouble in found.troubles:
        log.error("%s", trouble)
    return ExitCode.USAGE if found.troubles else ExitCode.DIFFERENT if found.count else ExitCode.OK
