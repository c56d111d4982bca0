"""How a batch shows itself on stderr: moving bars on a terminal, plain lines anywhere else."""

import logging
import time
from collections.abc import Iterable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pipeline.report import Report
from pipeline.runner import Edited, Failure, Job, Outcome
from pipeline.runner.jobs import Opened, PageRead
from pipeline.runner.logs import Sentences

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import TaskID

log = logging.getLogger(__name__)


class Plain:
    """One line when a document begins, one for a page that fails, and one when the document is done.

    Args:
        documents: how many there are; with more than one, their lines say how far the batch is.
    """

    def __init__(self, documents: int = 1) -> None:
        self.documents = documents
        self.done = 0
        self.made = 0
        self.start = time.monotonic()
        self._warned: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Nothing to put away."""

    def opened(self, job: Job, document: Opened) -> None:
        if document.unread:
            counts = len(document.unread), document.page_count
            log.info("%s: reading %d of %d pages", job.doc, *counts, extra={"doc": job.doc})
        self._warn(job, document.warnings, {"doc": job.doc})

    def page(self, job: Job, page: PageRead) -> None:
        about: dict[str, str | int] = {"doc": job.doc, "page": page.number}
        if page.failure:
            log.warning("%s: page %d failed: %s", job.doc, page.number, page.failure, extra=about)
        self._warn(job, page.warnings, about)

    def _warn(self, job: Job, warnings: Iterable[str], about: dict[str, str | int]) -> None:
        """Tell what a worker warned of, each thing once: what ails a whole file is met again in every worker."""
        for warning in warnings:
            if (job.doc, warning) not in self._warned:
                self._warned.add((job.doc, warning))
                log.warning("%s: %s", job.doc, warning, extra=about)

    def finished(self, outcome: Outcome) -> None:
        self.done += 1
        self.made += not (isinstance(outcome.result, Edited) and not outcome.result.ran)
        level = logging.ERROR if outcome.code else logging.INFO
        about = {"doc": outcome.job.doc, "code": outcome.code}
        log.log(level, "%s%s", summary(outcome), self._how_far(), extra=about)

    def _how_far(self) -> str:
        """``  [12 of 300, about 45 min left]``."""
        if self.documents == 1:
            return ""
        return f"  [{', '.join(part for part in (f'{self.done} of {self.documents}', self._left()) if part)}]"

    def _left(self) -> str:
        """``about 45 min left``; documents that were fresh say nothing of the time."""
        left = self.documents - self.done
        if not left or not self.made:
            return ""
        return f"about {about_time((time.monotonic() - self.start) / self.made * left)} left"


def about_time(seconds: float) -> str:
    """``40 s``, ``12 min``, ``3.5 h``: as exact as an estimate can be."""
    if seconds < 90:
        return f"{max(round(seconds), 1)} s"
    return f"{round(seconds / 60)} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


class Bars(Plain):
    """The same lines, above a bar for the documents and one for the pages of each that is being read."""

    def __init__(self, documents: int) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        super().__init__(documents)
        console = Console(stderr=True)
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[left]}"),
        )
        self._progress: Progress = Progress(*columns, console=console, transient=True)
        self._all = self._progress.add_task("documents", total=documents, left="")
        self._documents: dict[str, TaskID] = {}
        # Log lines have to go through the console, or they would tear the bars apart.
        self._log_above(console)

    @staticmethod
    def _log_above(console: "Console") -> None:
        from rich.logging import RichHandler

        handler = RichHandler(console=console, show_time=False, show_level=False, show_path=False, markup=False)
        handler.setFormatter(Sentences())
        logging.getLogger("pipeline").handlers[:] = [handler]

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._progress.stop()

    def opened(self, job: Job, document: Opened) -> None:
        self._warn(job, document.warnings, {"doc": job.doc})
        if document.unread:
            total, left = document.page_count, len(document.unread)
            self._documents[job.doc] = self._progress.add_task(job.doc, total=total, completed=total - left, left="")

    def page(self, job: Job, page: PageRead) -> None:
        super().page(job, page)
        self._progress.advance(self._documents[job.doc])

    def finished(self, outcome: Outcome) -> None:
        bar = self._documents.pop(outcome.job.doc, None)
        if bar is not None:
            self._progress.remove_task(bar)
        super().finished(outcome)
        self._progress.update(self._all, advance=1, left=self._left())


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
