"""Views of a document that has been made: its registers, and its bibliography for a reference manager."""

import csv
import sys
from pathlib import Path

import typer

from pipeline import bibliography, registers, store
from pipeline.cli import intake
from pipeline.errors import ExitCode, LayerError
from pipeline.model import Article, Entities
from pipeline.stages import stage_called


def index(doc: str, out: Path, *, as_csv: bool) -> int:
    """Print people, places, organisations, events and works with counts and pages.

    Raises:
        LayerError: the document has not been tagged.
    """
    rows = list(registers.rows(*_layers(doc, out)))
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(registers.Row._fields)
        writer.writerows(rows)
        return ExitCode.OK
    heading = ""
    for row in rows:
        if row.register != heading:
            typer.echo(f"\n{row.register}" if heading else row.register)
            heading = row.register
        typer.echo(f"  {row.name}  {row.times}  {row.pages}".rstrip())
    return ExitCode.OK


def cite(doc: str, out: Path, form: str) -> int:
    """Print the works that a document cites, in the form of a reference manager.

    Raises:
        LayerError: the document has not been tagged.
    """
    _, entities = _layers(doc, out)
    typer.echo(bibliography.FORMATS[form](entities.works), nl=False)
    return ExitCode.OK


def _layers(doc: str, out: Path) -> tuple[Article, Entities]:
    folder = intake.document(doc, out)
    article, entities = (store.read_layer(folder, stage_called(name)) for name in ("segment", "tag"))
    if not isinstance(article, Article) or not isinstance(entities, Entities):
        raise LayerError(f"the layers of {doc} are not what they should be", "run the stages again")
    return article, entities
