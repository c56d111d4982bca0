"""Worker processes and a bounded queue; a worker that dies costs one task, not the run.

Any ``concurrent.futures.Executor`` will do in place of the pool: the crew only submits and waits.
"""

import logging
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait as wait_for_end
from typing import Any, NamedTuple

ONE_THREAD = (
    # Tesseract took 12 s a page with the threads that it starts by itself, and 2.4 s with one; the others are of the
    # same kind. The crew has a process for each core already.
    "OMP_THREAD_LIMIT",
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "OPENCV_FOR_THREADS_NUM",
)
QUEUED_PER_WORKER = 2
"""Enough that no worker waits for the next task, and few enough that memory does not grow with the batch."""


class Task(NamedTuple):
    """Something for a worker to do: a module-level function and its picklable arguments."""

    function: Callable[..., Any]
    args: tuple[Any, ...]


class Died:
    """Stands for the result of a task whose worker died, twice."""


Follow = Callable[[Task, Any], Iterable[Task]]
"""Takes a task and its result, and says what is to be done next because of it."""


class Crew:
    """Runs tasks in worker processes.

    Args:
        workers: how many.
        debug: whether the workers log everything.
    """

    def __init__(self, workers: int, debug: bool = False) -> None:
        self.workers = workers
        self.debug = debug
        self._executor: Executor | None = None
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
            self._end_at_once()
            raise
        self._close()

    def _fill(self, source: Iterator[Task]) -> bool:
        """Hand out tasks up to the bound; False when there is nothing left to do."""
        while len(self._running) < self.workers * QUEUED_PER_WORKER:
            task = self._waiting.popleft() if self._waiting else next(source, None)
            if task is None:
                break
            try:
                with _signals_later():
                    self._running[self._pool().submit(task.function, *task.args)] = task
            except BrokenProcessPool:
                self._waiting.appendleft(task)
                if not self._running:
                    self._close()
                    continue
                break
        return bool(self._running)

    def _results(self) -> Iterator[tuple[Task, Any]]:
        done, _ = wait(self._running, return_when=FIRST_COMPLETED)
        if any(isinstance(future.exception(), BrokenProcessPool) for future in done):
            yield from self._after_death()
            return
        for future in done:
            yield self._running.pop(future), future.result()

    def _after_death(self) -> Iterator[tuple[Task, Any]]:
        """The results after a worker died, which breaks the whole pool.

        Nobody knows which task killed it. Each that was under way is done again, alone in the crew, so that only the
        one that kills its worker a second time is lost.
        """
        tasks = dict(self._running)
        self._running.clear()
        wait(tasks)
        self._close()
        for future, task in tasks.items():
            if isinstance(future.exception(), BrokenProcessPool):
                yield task, self._alone(task)
            else:
                yield task, future.result()

    def _alone(self, task: Task) -> Any:  # noqa: ANN401  a task gives back what its function does
        try:
            return self._pool().submit(task.function, *task.args).result()
        except BrokenProcessPool:
            self._close()
            return Died()

    def _pool(self) -> Executor:
        if self._executor is None:
            methods = multiprocessing.get_all_start_methods()
            context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
            self._executor = ProcessPoolExecutor(self.workers, context, set_up_worker, (self.debug,))
        return self._executor

    def _close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)
            self._executor = None

    def _end_at_once(self) -> None:
        """End the workers in the middle of their tasks; what they were writing has not been renamed yet."""
        for process in multiprocessing.active_children():
            process.kill()
        self._running.clear()
        self._waiting.clear()
        self._close()


@contextmanager
def _signals_later() -> Iterator[None]:
    """Let an interrupt wait while workers are being started.

    A worker that is half started when the runner ends finds its pipes and semaphores gone and says so at length.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def set_up_worker(debug: bool) -> None:
    """Prepare a worker process, before it loads anything that starts threads."""
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    logging.basicConfig(level=logging.DEBUG if debug else logging.ERROR, format="scan2tei: %(message)s")
    # An interrupt from the keyboard reaches the whole group: only the runner answers it, and ends the workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})  # blocked while it was started
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this worker when the runner is gone: otherwise a killed run would leave its workers waiting for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait_for_end([parent.sentinel])
        os._exit(1)
