"""What libraries write to stderr and stdout by themselves, past the log: libtiff, or a memory manager at its end.

A worker gives both away, to a pipe; the runner reads it, logs each line at the level of debugging, and keeps the last
ones, for they tell why a process came to a sudden end.
"""

import logging
import multiprocessing
import os
import threading
from collections import deque
from functools import partial
from multiprocessing.connection import Connection
from typing import TextIO

log = logging.getLogger(__name__)

LAST = 5
"""Lines that are kept."""
LONGEST = 10_000
"""Bytes of a line; a longer one is cut in two."""
STDOUT, STDERR = 1, 2
PATIENCE = 5.0
"""Seconds to wait for the end of what was written, when all workers have ended."""


class Overheard:
    """The runner's end of the pipe."""

    def __init__(self) -> None:
        self._ear, self.mouth = multiprocessing.Pipe(duplex=False)
        self._last: deque[str] = deque(maxlen=LAST)
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def close(self) -> tuple[str, ...]:
        """Stop listening, when the workers have ended; returns the last lines."""
        self.mouth.close()
        self._thread.join(PATIENCE)
        return tuple(self._last)

    def _listen(self) -> None:
        with self._ear, open(self._ear.fileno(), "rb", closefd=False) as heard:
            for line in iter(partial(heard.readline, LONGEST), b""):
                said = line.decode("utf-8", "backslashreplace").strip()
                if said:
                    self._last.append(said)
                    log.debug("a library says: %s", said)


def hand_over(mouth: Connection) -> TextIO:
    """In a worker: what its libraries write goes to the runner; returns the true stderr, for the log."""
    stderr = os.fdopen(os.dup(STDERR), "w", buffering=1, encoding="utf-8", errors="backslashreplace")
    for stream in (STDOUT, STDERR):
        os.dup2(mouth.fileno(), stream)
    mouth.close()
    return stderr
