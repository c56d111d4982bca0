"""The table of the bench: its columns as data, for a terminal, for a note, and as JSON."""

import io
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import msgspec
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from pipeline.compare import Evaluation
from pipeline.compare.table import NOTHING, decimal, percent
from tests.bench.measuring import Measurement


class Column(NamedTuple):
    """A column: its head, and how a cell is made from an evaluation."""

    head: str
    cell: Callable[[Evaluation], str]


COLUMNS = (
    Column("CER body", lambda e: percent(e.text.body.rate)),
    Column("CER notes", lambda e: percent(e.text.notes.rate)),
    Column("calls P", lambda e: decimal(e.calls.exact.precision)),
    Column("calls R", lambda e: decimal(e.calls.exact.recall)),
    Column("near R", lambda e: decimal(e.calls.within_a_word.recall)),
    Column("low", lambda e: str(e.calls.low)),
    Column("notes", lambda e: f"{e.notes.found}/{e.notes.wanted}"),
    Column("body F1", lambda e: decimal(e.zones.body.f1)),
    Column("note F1", lambda e: decimal(e.zones.note.f1)),
    Column("head F1", lambda e: NOTHING if e.zones.head is None else decimal(e.zones.head.f1)),
    Column("folios", lambda e: NOTHING if e.folios is None else decimal(e.folios.f1)),
    Column("headings F1", lambda e: decimal(e.blocks.heading.f1)),
    Column("quot. P", lambda e: decimal(e.blocks.quotation.precision)),
    Column("quot. R", lambda e: decimal(e.blocks.quotation.recall)),
    Column("par. F1", lambda e: decimal(e.blocks.paragraph.f1)),
    Column("blocks F1", lambda e: decimal(e.blocks.together.f1)),
    Column("strict", lambda e: decimal(e.entities.strict.f1)),
    Column("fuzzy", lambda e: decimal(e.entities.fuzzy.f1)),
    Column("cit. F1", lambda e: decimal(e.citations.found.f1)),
    Column("fields F1", lambda e: decimal(e.citations.fields.strict.f1)),
    Column("led P", lambda e: NOTHING if e.citations.resolved is None else decimal(e.citations.resolved.precision)),
    Column("led R", lambda e: NOTHING if e.citations.resolved is None else decimal(e.citations.resolved.recall)),
    Column("unres.", lambda e: NOTHING if e.citations.resolved is None else str(e.citations.unresolved)),
)

HEADS = ("document", "pages", *(column.head for column in COLUMNS), "s/page", "× Tesseract")
"""``near R``: recall of the calls, within a word; ``strict`` and ``fuzzy``: F1 of names and dates;
``cit. F1``, ``fields F1``: citations found, and their fields; ``led P``, ``led R``: citations that lead to the right
earlier one; ``unres.``: those that lead nowhere.

Only the last two differ from run to run.
"""

BREAKS = (1, 11, 20)
"""Where the table is cut in three on a terminal."""
TERMINAL = 132


def cells(measurement: Measurement) -> tuple[str, ...]:
    """The row of one document; a failure is named in the first of the measured columns."""
    name, pages = measurement.case.name, str(measurement.pages)
    seconds = f"{measurement.seconds_per_page:.1f}"
    ratio = NOTHING if measurement.ratio is None else f"{measurement.ratio:.2f}"
    if measurement.evaluation is None:
        return (name, pages, "failed", *([NOTHING] * (len(COLUMNS) - 1)), seconds, ratio)
    return (name, pages, *(column.cell(measurement.evaluation) for column in COLUMNS), seconds, ratio)


def markdown(measurements: Sequence[Measurement]) -> str:
    """The table as it is pasted into a note."""
    rule = ["---", *(["---:"] * (len(HEADS) - 1))]
    rows = [HEADS, rule, *(cells(measurement) for measurement in measurements)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def terminal(measurements: Sequence[Measurement]) -> str:
    """The table as it is read on a terminal: reading and notes first, then blocks, then names and citations."""
    rows = [cells(measurement) for measurement in measurements]
    console = Console(file=io.StringIO(), width=TERMINAL, force_terminal=True)
    with console.capture() as captured:
        for part in map(slice, BREAKS, (*BREAKS[1:], None)):
            console.print(_table(part, rows))
    return captured.get()


def _table(part: slice, rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(box=SIMPLE, padding=(0, 1, 0, 0))
    table.add_column(HEADS[0], overflow="fold")
    for head in HEADS[part]:
        table.add_column(head, justify="right", no_wrap=True)
    for row in rows:
        table.add_row(row[0], *row[part])
    return table


def failures(measurements: Sequence[Measurement]) -> str:
    """One line for each document that could not be measured."""
    return "".join(f"{each.case.name}: {each.failure}\n" for each in measurements if each.failure)


def as_json(measurements: Sequence[Measurement]) -> str:
    """Every figure of every document, keys in alphabetical order; ``time`` differs from run to run."""
    records = {each.case.name: _record(each) for each in measurements}
    return msgspec.json.format(msgspec.json.encode(records, order="sorted"), indent=1).decode() + "\n"


def _record(measurement: Measurement) -> dict[str, Any]:
    return {
        "pages": measurement.pages,
        "failure": measurement.failure,
        "evaluation": measurement.evaluation,
        "time": {"seconds": measurement.seconds, "tesseract": measurement.tesseract_seconds},
    }
