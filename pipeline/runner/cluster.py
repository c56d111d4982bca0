"""A Dask cluster in place of this machine's processes: https://distributed.dask.org/.

Its workers need this package, Tesseract, and the folders of sources and results under the same paths. A worker should
have one thread (``dask worker --nthreads 1``): a page that hangs is ended by ending the process that reads it.
"""

import importlib
import os
from collections.abc import Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from pipeline.errors import ToolError
from pipeline.runner.crew import ONE_THREAD, QUEUED_PER_WORKER, Task, within

WAIT = 30
"""Seconds that the first worker may take to come."""


class Cluster:
    """The workers of a cluster.

    Args:
        address: of its scheduler, such as ``tcp://10.0.0.1:8786``; or the file that ``--scheduler-file`` wrote.

    Raises:
        ToolError: Dask is not installed, nobody answers there, or no worker comes.
    """

    def __init__(self, address: str) -> None:
        try:
            distributed: Any = importlib.import_module("distributed")
        except ImportError as error:
            raise ToolError("Dask is not installed", "install it (pip install 'scan2tei[dask]')") from error
        place = {"address": address} if "://" in address else {"scheduler_file": _existing(address)}
        try:
            self._client = distributed.Client(**place, timeout=WAIT, set_as_default=False)
            self._client.wait_for_workers(1, timeout=WAIT)
        except (OSError, TimeoutError, ValueError) as error:
            raise ToolError(f"no Dask cluster works at {address}", "start a scheduler and workers there") from error
        self._lost = (distributed.scheduler.KilledWorker,)
        self._executor = self._client.get_executor(pure=False)
        self.at_a_time = max(sum(self._client.nthreads().values()), 1) * QUEUED_PER_WORKER

    def submit(self, task: Task) -> Future[Any]:
        """Have a task done by one of the workers."""
        future: Future[Any] = self._executor.submit(on_worker, task.limit, task.function, *task.args)
        return future

    def expect(self, loading: Iterable[Task]) -> None:
        """Nothing: nobody knows which of the cluster's workers will make an edition."""

    def is_lost(self, error: BaseException | None) -> bool:
        """Whether the worker died, and so did the others to which the cluster gave the task again."""
        return isinstance(error, self._lost)

    def renew(self) -> tuple[str, ...]:
        """Leave the cluster, whose workers write to logs of their own."""
        self._executor.shutdown(wait=True)
        self._client.close()
        return ()

    def make_room(self) -> None:
        """Nothing: the cluster's workers are others' to start and end."""

    def end_at_once(self) -> None:
        """Leave the cluster, which forgets the tasks."""
        self._client.close(timeout=5)


def _existing(file: str) -> str:
    """A scheduler file that is there; Dask would wait for one that is not."""
    if not Path(file).is_file():
        raise ToolError(f"there is no scheduler file {file}", "give an address such as tcp://10.0.0.1:8786")
    return file


def on_worker(limit: float, function: Any, *args: Any) -> Any:  # noqa: ANN401  whatever the function takes
    """Do a task in a worker of a cluster, which was not set up by us."""
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    return within(limit, function, *args)
