"""Worker processes and a bounded queue; a worker that dies or hangs costs one task, not the run.

Any ``concurrent.futures.Executor`` will do in place of the pool: the crew only submits and waits.
"""

import atexit
import ctypes
import gc
import logging
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for_end
from typing import Any, NamedTuple, Protocol

from pipeline.runner.logs import Log
from pipeline.runner.overheard import Overheard, hand_over

ONE_THREAD = (
    # Tesseract took 12 s a page with the threads that it starts by itself, and 2.4 s with one; the others are of the
    # same kind. The crew has a process for each core already.
    "OMP_THREAD_LIMIT",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENCV_FOR_THREADS_NUM",
)
LOADED_ONCE = ("pipeline.runner.pages", "pipeline.ocr")
"""Loaded by the process from which the workers are forked: one import for all of them, 0.3 s, and one copy in memory.

That is what text layers and editions need. What only page images need, 0.2 s, is loaded by each reader when one comes;
what only editions need, 1.3 s, by the worker that will make them, while pages are read."""
QUEUED_PER_WORKER = 2
"""Enough that no worker waits for the next task, and few enough that memory does not grow with the batch."""


class Task(NamedTuple):
    """Something for a worker to do: a module-level function and its picklable arguments."""

    function: Callable[..., Any]
    args: tuple[Any, ...]
    limit: float = 0.0
    """Seconds after which its worker is killed; 0.0 for no limit."""
    large: bool = False
    """It takes so much memory that room is made for it where nothing else is under way."""
    edits: bool = False
    """It makes an edition, for which other things are loaded than for pages."""


class Died(NamedTuple):
    """Stands for the result of a task whose worker died, more than once."""

    hung: bool = False
    """It was killed for taking too long."""
    last_words: tuple[str, ...] = ()
    """What it or its neighbours wrote to stderr before."""


Follow = Callable[[Task, Any], Iterable[Task]]
"""Takes a task and its result, and says what is to be done next because of it."""


class Hands(Protocol):
    """Where tasks are done: processes of this machine, or a cluster."""

    @property
    def at_a_time(self) -> int:
        """How many tasks may be under way: some more than are done at a time, so that no worker waits for the next."""

    def submit(self, task: Task) -> Future[Any]:
        """Have a task done.

        Raises:
            BrokenProcessPool: a worker died, and the others with it; ``renew`` gets new ones.
        """

    def expect(self, loading: Iterable[Task]) -> None:
        """Have a worker ready for the editions that will come: it does this first, whose results nobody waits for."""

    def is_lost(self, error: BaseException | None) -> bool:
        """Whether a task ended with this error because its worker died, and will not be done again."""

    def renew(self) -> tuple[str, ...]:
        """Let the workers go when they are done; the next task finds new ones.

        Returns the last lines that their libraries wrote, as far as they can be heard.
        """

    def make_room(self) -> None:
        """Give back what the workers hold, while none has anything to do."""

    def end_at_once(self) -> None:
        """End the workers in the middle of their tasks; what they were writing has not been renamed yet."""


class Crew:
    """Hands out tasks, and takes their results.

    Args:
        hands: who does them; or how many processes of this machine.
        log: what those processes log.
    """

    def __init__(self, hands: Hands | int, log: Log = Log()) -> None:  # noqa: B008  a Log is frozen
        self.hands = Processes(hands, log) if isinstance(hands, int) else hands
        self._stopped = False
        self._waiting: deque[Task] = deque()
        self._running: dict[Future[Any], Task] = {}

    def run(self, first: Iterable[Task], follow: Follow) -> None:
        """Do the first tasks and all that follows from them; what follows goes before the next of the first.

        On any exception, an interrupt too, the workers are ended before it goes on.
        """
        source = iter(first)
        try:
            while self._fill(source):
                for task, result in self._results():
                    self._waiting.extend(follow(task, result))
        except BaseException:
            self._running.clear()
            self._waiting.clear()
            self.hands.end_at_once()
            raise
        self.hands.renew()

    def expect_editions(self, loading: Iterable[Task]) -> None:
        """Have a worker do this, which takes a while, before the first edition is to be made."""
        with _signals_later():
            self.hands.expect(loading)

    def stop(self) -> None:
        """Hand out no more tasks; those that are under way are waited for."""
        self._stopped = True

    def _fill(self, source: Iterator[Task]) -> bool:
        """Hand out tasks up to the bound; False when there is nothing left to do."""
        while not self._stopped and len(self._running) < self.hands.at_a_time:
            task = self._waiting.popleft() if self._waiting else next(source, None)
            if task is None:
                break
            if task.large and not self._running:
                self.hands.make_room()
            try:
                with _signals_later():
                    self._running[self.hands.submit(task)] = task
            except BrokenProcessPool:
                self._waiting.appendleft(task)
                if not self._running:
                    self.hands.renew()
                    continue
                break
        return bool(self._running)

    def _results(self) -> Iterator[tuple[Task, Any]]:
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
            yield from self._after_death()
            return
        for future in done:
            yield self._running.pop(future), self._result(future)

    def _result(self, future: Future[Any]) -> Any:  # noqa: ANN401  a task gives back what its function does
        return Died() if self.hands.is_lost(future.exception()) else future.result()

    def _after_death(self) -> Iterator[tuple[Task, Any]]:
        """The results after a worker died, which breaks the whole pool.

        Nobody knows which task killed it. Each that was under way is done again, alone in the crew, so that only the
        one that kills its worker a second time is lost.
        """
        tasks = dict(self._running)
        self._running.clear()
        wait(tasks)
        self.hands.renew()
        for future, task in tasks.items():
            if isinstance(future.exception(), BrokenProcessPool):
                yield task, self._alone(task)
            else:
                yield task, future.result()

    def _alone(self, task: Task) -> Any:  # noqa: ANN401  a task gives back what its function does
        start = time.monotonic()
        try:
            return self.hands.submit(task).result()
        except BrokenProcessPool:
            last_words = self.hands.renew()
            return Died(0 < task.limit <= time.monotonic() - start, last_words)


class Processes:
    """Worker processes of this machine.

    Where there are two and more, editions have workers of their own, as many at most: what they need is loaded while
    pages are being read, and a worker of either kind holds no more than it uses.
    """

    def __init__(self, workers: int, log: Log) -> None:
        self.workers = workers
        self.log = log
        self._readers: Executor | None = None
        self._editors: dict[Executor, list[Future[Any]]] = {}
        """Each one process, and the editions that it has still to make."""
        self._loading: Future[Any] | None = None
        self._overheard: Overheard | None = None
        self._temporary: tempfile.TemporaryDirectory[str] | None = None

    @property
    def at_a_time(self) -> int:
        # Who loads is a worker at work, and the first edition waits for it: two that read beside it would hold it up.
        loading = self._loading is not None and not self._loading.done()
        return self.workers - 1 if loading else self.workers * QUEUED_PER_WORKER

    def submit(self, task: Task) -> Future[Any]:
        if not task.edits or self.workers == 1:
            self._readers = self._readers or self._started(self.workers)
            return _handed(task, self._readers)
        editor = self._editor()
        self._editors[editor].append(_handed(task, editor))
        return self._editors[editor][-1]

    def expect(self, loading: Iterable[Task]) -> None:
        if self.workers == 1 or self._editors:
            return
        with suppress(BrokenProcessPool):  # the edition will find it out
            for task in loading:
                self._loading = _handed(task, self._editor())

    def _editor(self) -> Executor:
        """The one that has least to do; a new one if all have something, and there may be more."""
        for editor, editions in self._editors.items():
            self._editors[editor] = [edition for edition in editions if not edition.done()]
        quietest = min(self._editors, key=lambda each: len(self._editors[each]), default=None)
        if quietest is None or (self._editors[quietest] and len(self._editors) < self.workers):
            quietest = self._started(1)
            self._editors[quietest] = []
        return quietest

    def _started(self, size: int) -> Executor:
        methods = multiprocessing.get_all_start_methods()
        context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        context.set_forkserver_preload([*LOADED_ONCE])
        # The libraries that are loaded there start their threads there; set_up_worker comes too late for these.
        os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
        self._overheard = self._overheard or Overheard()
        # Tesseract is given each page as a file of 8 MB: where a worker is ended in the middle, it goes with this.
        self._temporary = self._temporary or tempfile.TemporaryDirectory(prefix="scan2tei-", ignore_cleanup_errors=True)
        given = (self.log, self._overheard.mouth, self._temporary.name)
        return ProcessPoolExecutor(size, context, set_up_worker, given)

    def is_lost(self, _error: BaseException | None) -> bool:
        return False  # the whole pool breaks, and the crew tries again

    def renew(self) -> tuple[str, ...]:
        for editor in self._editors:
            editor.shutdown(cancel_futures=True)
        self._editors = {}
        self.make_room()
        if self._temporary is not None:
            self._temporary.cleanup()
        overheard, self._overheard, self._temporary = self._overheard, None, None
        return overheard.close() if overheard else ()

    def make_room(self) -> None:
        # Each reader holds some 105 MB, most of it the second reader's, and a new one starts in a few hundredths of a
        # second: of a thousand pages the run took 652 MiB with the old workers.
        if self._readers is not None:
            self._readers.shutdown(cancel_futures=True)
            self._readers = None

    def end_at_once(self) -> None:
        for process in multiprocessing.active_children():
            process.kill()
        self.renew()


def _handed(task: Task, executor: Executor) -> Future[Any]:
    return executor.submit(within, task.limit, task.function, *task.args)


def within(limit: float, function: Callable[..., Any], *args: Any) -> Any:  # noqa: ANN401  whatever the function takes
    """The result of a function; its process is killed if it takes longer than ``limit`` seconds, unless that is 0.0.

    The operating system does it (SIGALRM, whose default is death), so that a loop in a library cannot hold it off.
    """
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        return function(*args)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0.0)
        _give_back()


def _give_back() -> None:
    """Give the system the memory that a task needed: the C library keeps the room of page images, 70 MB a worker."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # glibc's; other libraries give it back by themselves
    if trim is not None:
        trim(0)


@contextmanager
def _signals_later() -> Iterator[None]:
    """Let an interrupt wait while workers are being started.

    A worker that is half started when the runner ends finds its pipes and semaphores gone and says so at length. The
    mask keeps the signals from the workers, but not from the other threads of this process, which have none: one that
    comes there would be answered here, in the middle of the start, so that the answer waits too.
    """
    numbers = (signal.SIGINT, signal.SIGTERM)
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    handlers = {number: signal.signal(number, lambda sent, _frame: came.append(sent)) for number in numbers}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, numbers)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for got in came:
            signal.raise_signal(got)


def set_up_worker(log: Log, mouth: Connection, temporary: str) -> None:
    """Prepare a worker process, before it loads anything that starts threads."""
    tempfile.tempdir = temporary
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    gc.freeze()  # a collection marks every object, and so would copy what all workers share
    log.start(logging.ERROR, hand_over(mouth))
    # An interrupt from the keyboard reaches the whole group: only the runner answers it, and ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})  # blocked while it was started
    atexit.register(os._exit, 0)  # to take everything apart that was loaded takes 0.2 s
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the runner is gone: otherwise a killed run would leave its workers waiting for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for_end([parent.sentinel])
        os._exit(1)
