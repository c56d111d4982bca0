"""How a batch shows itself on stderr: moving bars on a terminal, plain lines anywhere else."""

import logging
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.report import Report
from pipeline.runner import Failure, Job, Outcome
from pipeline.runner.jobs import PageRead

if TYPE_CHECKING:
    from rich.progress import TaskID

log = logging.getLogger(__name__)


class Plain:
    """One line when a document begins, one for a page that fails, and one when the document is done."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing to put away."""

    def opened(self, job: Job, page_count: int, unread: int) -> None:
        if unread:
            log.info("%s: reading %d of %d pages", job.doc, unread, page_count)

    def page(self, job: Job, page: PageRead) -> None:
        if page.failure:
            log.warning("%s: page %d failed: %s", job.doc, page.number, page.failure)

    def finished(self, outcome: Outcome) -> None:
        log.log(logging.ERROR if outcome.code else logging.INFO, "%s", summary(outcome))


class Bars(Plain):
    """The same lines, above a bar for the documents and one for the pages of each that is being read."""

    def __init__(self, documents: int) -> None:
        from rich.console import Console
        from rich.logging import RichHandler
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        console = Console(stderr=True)
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        self._progress: Progress = Progress(*columns, console=console, transient=True)
        self._all = self._progress.add_task("documents", total=documents)
        self._documents: dict[str, TaskID] = {}
        # Log lines have to go through the console, or they would tear the bars apart.
        handler = RichHandler(console=console, show_time=False, show_level=False, show_path=False, markup=False)
        logging.getLogger("pipeline").handlers[:] = [handler]

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()

    def opened(self, job: Job, page_count: int, unread: int) -> None:
        if unread:
            self._documents[job.doc] = self._progress.add_task(job.doc, total=page_count, completed=page_count - unread)

    def page(self, job: Job, page: PageRead) -> None:
        super().page(job, page)
        self._progress.advance(self._documents[job.doc])

    def finished(self, outcome: Outcome) -> None:
        bar = self._documents.pop(outcome.job.doc, None)
        if bar is not None:
            self._progress.remove_task(bar)
        self._progress.advance(self._all)
        super().finished(outcome)


def summary(outcome: Outcome) -> str:
    """``smith1921: 19 pages, notes 80 linked, 2 low, 1 lost of 83, 51.0 s, processed/smith1921/smith1921.tei.xml``."""
    job, result = outcome.job, outcome.result
    if isinstance(result, Failure):
        return str(result) if job.doc in result.sentence else f"{job.doc}: {result}"
    parts = [*_counts(result.report), f"{outcome.seconds:.1f} s" if result.ran else "fresh", str(result.path)]
    return f"{job.doc}: {', '.join(parts)}"


def _counts(report: Report | None) -> list[str]:
    if report is None:
        return []
    pages = f"{report.pages} page{'' if report.pages == 1 else 's'}"
    links = report.links
    notes = f"notes {links.linked} linked, {links.low} low, {links.lost} lost of {links.notes}"
    return [pages, notes] if report.blocks else [pages]
