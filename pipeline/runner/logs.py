"""The log, on stderr: sentences for people, or with ``--log-json`` one JSON object on each line."""

import logging
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

import msgspec

from pipeline.printable import encodable, printable

FIELDS = ("doc", "page", "code")
"""What a record may say apart from its sentence, so that programs need not take sentences to pieces."""


_about: dict[str, str | int] = {}
"""The document and page that this process is working on."""


class Sentences(logging.Formatter):
    """A record as one line for people; under it, where there is one, the trace of a defect."""

    def __init__(self, begin: str = "") -> None:
        super().__init__()
        self.begin = begin

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        return "\n".join(filter(None, (f"{self.begin}{printable(record.getMessage())}", _trace(record).rstrip())))


class JsonLines(logging.Formatter):
    """A record as a line of JSON: time, level, message, and the document, page and exit code it is about."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, str | int] = {
            "time": time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created)) + f".{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "message": printable(record.getMessage()),
        }
        line |= _about
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if trace := _trace(record):
            line["trace"] = trace
        return msgspec.json.encode({key: _encodable(value) for key, value in line.items()}).decode()


def _trace(record: logging.LogRecord) -> str:
    """Where a defect happened, here or, as ``extra``, in a worker; empty for what is no defect."""
    if record.exc_info and record.exc_info[0]:
        return "".join(traceback.format_exception(*record.exc_info))
    return str(getattr(record, "trace", ""))


class _Collector(logging.Handler):
    """Keeps the sentences of warnings."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.sentences: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.sentences.append(record.getMessage())


@contextmanager
def heard(doc: str, page: int = 0) -> Iterator[list[str]]:
    """Collect what a worker warns of while it is at one document, or at one page of it.

    The runner tells it, with the document and the page, where it tells everything else: a worker that wrote to the
    terminal itself would tear the bars apart, and one on a cluster has no terminal.
    """
    collector, package = _Collector(), logging.getLogger("pipeline")
    level = package.level
    package.addHandler(collector)
    package.setLevel(min(level or logging.WARNING, logging.WARNING))
    _about.update({"doc": doc} | ({"page": page} if page else {}))
    try:
        yield collector.sentences
    finally:
        package.removeHandler(collector)
        package.setLevel(level)
        _about.clear()


def _encodable(value: str | int) -> str | int:
    """File names may hold half characters, which no encoding takes."""
    return encodable(value) if isinstance(value, str) else value


class Log(msgspec.Struct, frozen=True):
    """How much is logged, and in which form."""

    debug: bool = False
    as_json: bool = False

    def formatter(self) -> logging.Formatter:
        """What makes a line of a record."""
        return JsonLines() if self.as_json else Sentences("scan2tei: ")

    def start(self, level: int, stream: TextIO | None = None) -> None:
        """Send the package's log to a stream, stderr, from this level on; with ``debug``, all of it.

        Of the libraries only errors are told: their warnings name neither document nor page.
        """
        handler = logging.StreamHandler(stream or sys.stderr)
        handler.setFormatter(self.formatter())
        handler.setLevel(logging.NOTSET if self.debug else level)
        package, root = logging.getLogger("pipeline"), logging.getLogger()
        package.handlers[:] = root.handlers[:] = [handler]
        package.setLevel(logging.DEBUG if self.debug else level)
        root.setLevel(logging.WARNING if self.debug else logging.ERROR)
        logging.captureWarnings(capture=True)  # what a library warns of would stand on stderr beside the log's lines
        package.propagate = False
