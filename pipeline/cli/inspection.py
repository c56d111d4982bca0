"""Looking at editions: whether they are valid, and how good they are."""

from collections.abc import Sequence
from pathlib import Path

import typer

from pipeline import store
from pipeline.errors import ExitCode


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
