"""A batch of documents: which task follows which, and what has become of each document."""

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from pipeline.errors import ExitCode
from pipeline.runner import refusals
from pipeline.runner.crew import Crew, Died, Task
from pipeline.runner.edition import edit, edit_if_fresh, load_stage
from pipeline.runner.jobs import Edited, Failure, Job, Opened, PageRead, attempt
from pipeline.runner.pages import give_up_page, look_at_source, open_document, read_page
from pipeline.runner.refusals import Refusals
from pipeline.stages import until

log = logging.getLogger(__name__)

LONG = 100
"""Pages from which on the layers of a document weigh more than what new workers have to load again."""


class Outcome(NamedTuple):
    """What has become of one document."""

    job: Job
    result: Edited | Failure
    seconds: float

    @property
    def code(self) -> int:
        return self.result.code if isinstance(self.result, Failure) else ExitCode.OK


class Watcher(Protocol):
    """Who is told how a batch goes: the display on a terminal, or plain lines."""

    def opened(self, job: Job, document: Opened) -> None:
        """A document has been opened; some of its pages are to be read."""

    def page(self, job: Job, page: PageRead) -> None:
        """A page has been read, or has failed."""

    def finished(self, outcome: Outcome) -> None:
        """A document is done, or has failed."""


class Progress:
    """Where one document stands."""

    def __init__(self) -> None:
        self.start = time.monotonic()
        self.opened = Opened("")
        self.left = 0
        self.seconds: dict[int, float] = {}
        self.failure: Failure | None = None
        self.disturbed = False
        """Time or the death of a worker had a part in it, so that a failure may not come again."""


def run(jobs: Sequence[Job], crew: Crew, watcher: Watcher, *, fail_fast: bool = False) -> list[Outcome]:
    """Make all the documents; returns an outcome for each, in the order of the jobs.

    The result does not depend on the number of workers. A document that fails does not stop the others, unless
    ``fail_fast``: then what is under way is ended, and the documents that nobody had begun have no outcome.
    """
    out = jobs[0].folder.parent if jobs else Path()
    refused = refusals.load(out)
    before = dict(refused.documents)
    batch = _Batch(jobs, crew, watcher, refused, fail_fast)
    try:
        crew.run(batch.openings(), batch.follow)
    finally:
        refusals.save(out, before, refused)
    return [batch.outcomes[job.doc] for job in jobs if job.doc in batch.outcomes]


class _Batch:
    """Turns the result of one task into the next tasks of the same document."""

    def __init__(self, jobs: Sequence[Job], crew: Crew, watcher: Watcher, refused: Refusals, fail_fast: bool) -> None:
        self.jobs = jobs
        self.refused = refused
        self.crew = crew
        self.fail_fast = fail_fast
        self.watcher = watcher
        self.outcomes: dict[str, Outcome] = {}
        self.progress: dict[str, Progress] = {}

    def openings(self) -> Iterator[Task]:
        """Documents to open, one after the other as workers become free; those that are fresh are done at once."""
        for job in self.jobs:
            self.progress[job.doc] = Progress()
            known = attempt(edit_if_fresh, job) or attempt(look_at_source, job) or self.refused.known(job)
            if known is None:
                self.crew.expect_editions(Task(attempt, (load_stage, job, stage)) for stage in until(job.until)[1:])
                yield Task(attempt, (open_document, job), _page_limit(job))
            else:
                self._end(job, known)

    def follow(self, task: Task, result: Any) -> Iterable[Task]:  # noqa: ANN401  each kind of task has its own result
        """What is to be done after a task: pages after the opening, the edition after the last page."""
        function, job, *args = task.args
        if isinstance(result, Died):
            result = self._after_death(function, job, args, result)
        if function is read_page:
            return self._count(job, result)
        if isinstance(result, Opened):
            return self._read(job, result)
        return self._finish(job, result)

    def _after_death(self, function: object, job: Job, args: list[Any], died: Died) -> PageRead | Failure:
        self.progress[job.doc].disturbed = True
        for words in died.last_words:
            log.warning("%s: the process that came to its end had written: %s", job.doc, words, extra={"doc": job.doc})
        if function is read_page:
            _, key, number = args
            end = f"took longer than {_page_limit(job):.0f} s" if died.hung else "came to a sudden end"
            return attempt(give_up_page, job, key, number, f"the program that reads it {end}, twice")
        limit = job.article_timeout if function is edit else _page_limit(job)
        if died.hung:
            remedy = "raise --article-timeout" if function is edit else "raise --page-timeout, or repair it"
            return Failure(ExitCode.SOURCE, f"{job.doc}: it took longer than {limit:.0f} s, twice", remedy)
        remedy = "its source may be more than this machine's memory can hold; please report it if not"
        return Failure(ExitCode.DEFECT, f"{job.doc}: the process that worked on it came to a sudden end, twice", remedy)

    def _read(self, job: Job, opened: Opened) -> Iterable[Task]:
        progress = self.progress[job.doc]
        progress.opened, progress.left = opened, len(opened.unread)
        self.watcher.opened(job, opened)
        if not opened.unread:
            return self._edit(job)
        limit = _page_limit(job)
        return [Task(attempt, (read_page, job, opened.source, opened.key, number), limit) for number in opened.unread]

    def _count(self, job: Job, page: PageRead | Failure) -> Iterable[Task]:
        """After a page: the edition is made when it was the last one, unless one found that none can be read."""
        progress = self.progress[job.doc]
        progress.left -= 1
        if isinstance(page, Failure):
            progress.failure = progress.failure or page
        else:
            progress.seconds[page.number] = page.seconds
            progress.disturbed |= page.seconds >= job.settings.page_timeout
            self.watcher.page(job, page)
        if progress.left:
            return ()
        return self._finish(job, progress.failure) if progress.failure else self._edit(job)

    def _edit(self, job: Job) -> Iterable[Task]:
        progress = self.progress[job.doc]
        large = progress.opened.page_count >= LONG
        return [Task(attempt, (edit, job, progress.opened, progress.seconds), job.article_timeout, large, edits=True)]

    def _finish(self, job: Job, result: Edited | Failure) -> Iterable[Task]:
        """The end of a document that was worked on: whether its source was refused is kept."""
        lasting = isinstance(result, Failure) and result.code == ExitCode.SOURCE
        refused = lasting and not self.progress[job.doc].disturbed
        self.refused.note(job, result if refused and isinstance(result, Failure) else None)
        return self._end(job, result)

    def _end(self, job: Job, result: Edited | Failure) -> Iterable[Task]:
        seconds = time.monotonic() - self.progress.pop(job.doc).start
        self.outcomes[job.doc] = Outcome(job, result, seconds)
        self.watcher.finished(self.outcomes[job.doc])
        if self.fail_fast and isinstance(result, Failure):
            self.crew.stop()
        return ()


def _page_limit(job: Job) -> float:
    """Seconds after which a page is given up, whatever is reading it; Tesseract's own limit comes first."""
    return 2.0 * job.settings.page_timeout
