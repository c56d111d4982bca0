"""The summary of an output folder: one row for every document, with its grade and what became of it.

It has no times and no paths but those of the editions, so the same sources give the same bytes. What the documents cost
in time stands apart, in ``.work``, and the page shows it if it finds it there. Documents that a run did not touch keep
their rows, as long as their folders are there.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from pipeline import store
from pipeline.model import Layer
from pipeline.printable import printable
from pipeline.runner.batch import Outcome
from pipeline.runner.jobs import Edited, Failure
from pipeline.runner.summary_page import TIMES, page_of

SUMMARY = "summary.json"
PAGE = "summary.html"


class Row(Layer, frozen=True, kw_only=True):
    """One document."""

    doc: str
    grade: str = ""
    pages: int = 0
    failed_pages: int = 0
    notes: int = 0
    linked: int = 0
    low: int = 0
    """Of the linked: with low certainty."""
    lost: int = 0
    doubts: int = 0
    result: str = ""
    """The edition, or the layer with which the run ended, as a path under the output folder."""
    code: int = 0
    failure: str = ""
    """Why there is no result; empty where there is one."""


class Summary(Layer, frozen=True, kw_only=True):
    """All the documents of an output folder, by name."""

    documents: tuple[Row, ...] = ()


def write_summary(out: Path, outcomes: Sequence[Outcome]) -> Summary:
    """Write ``summary.json`` and ``summary.html``; returns what they say.

    Raises:
        OutputError: they cannot be written.
    """
    rows = {outcome.job.doc: _row(out, outcome) for outcome in outcomes}
    old = store.read_record(out / SUMMARY, Summary) or Summary()
    rows |= {row.doc: row for row in old.documents if row.doc not in rows and (out / row.doc).is_dir()}
    summary = Summary(documents=tuple(rows[doc] for doc in sorted(rows)))
    store.write(out / SUMMARY, store.encode(summary))
    store.write(out / PAGE, page_of(summary.documents))
    _write_times(out, rows, {o.job.doc: o.result.seconds for o in outcomes if isinstance(o.result, Edited)})
    return summary


def _write_times(out: Path, docs: Iterable[str], seconds: dict[str, float]) -> None:
    """A script that sets one table, since a page that is opened as a file may load nothing but scripts."""
    before, after = b"const times = ", b";\n"
    try:
        old = msgspec.json.decode(
            (out / TIMES).read_bytes().removeprefix(before).removesuffix(after), type=dict[str, float]
        )
    except (OSError, msgspec.MsgspecError):
        old = {}
    times = old | seconds
    kept = msgspec.json.encode({doc: times[doc] for doc in sorted(docs) if doc in times})
    # A name may hold what would end the script in the page; a script in a file of its own is not cut at it.
    store.write(out / TIMES, before + kept + after)


def _row(out: Path, outcome: Outcome) -> Row:
    job, result = outcome.job, outcome.result
    if isinstance(result, Failure):
        sentence = result.sentence.replace(printable(job.source), printable(job.source.name)).replace(
            f"{printable(out)}/", ""
        )
        return Row(doc=job.doc, code=result.code, failure=printable(sentence))
    name, report = f"{job.doc}/{result.path.name}", result.report
    if report is None:
        return Row(doc=job.doc, result=name)
    return Row(
        doc=job.doc,
        grade=report.grade,
        pages=report.pages,
        failed_pages=report.readers.get("failed", 0),
        notes=report.links.notes,
        linked=report.links.linked,
        low=report.links.low,
        lost=report.links.lost,
        doubts=len(report.doubts),
        result=name,
    )
