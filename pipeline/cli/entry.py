"""From the arguments to the exit code."""

import logging
import signal
import sys
from collections.abc import Sequence
from types import FrameType
from typing import TYPE_CHECKING

from pipeline.errors import ExitCode, ScanError
from pipeline.runner.jobs import Failure, defect
from pipeline.runner.logs import Log

if TYPE_CHECKING:
    from typer import TyperException

log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns its exit code, which is one of ``ExitCode``."""
    from typer import TyperException

    from pipeline import store
    from pipeline.cli.commands import app

    arguments = sys.argv[1:] if arguments is None else list(arguments)
    log_told(arguments).start(logging.INFO)
    signal.signal(signal.SIGTERM, _interrupt)
    # The option may stand anywhere, so that no command has to know it.
    plain = [argument for argument in arguments if argument != "--log-json"]
    try:
        ended = app(args=plain or ["--help"], prog_name="scan2tei", standalone_mode=False)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else ExitCode.USAGE
    except TyperException as error:
        return tell(_wrong_call(error))
    except ScanError as error:
        return tell(Failure(error.code, error.sentence, error.remedy))
    except OSError as error:
        # Not even the workers' pipes, sockets and semaphores could be made.
        remedy = "free some space" if error.errno in store.NO_ROOM else "set TMPDIR to a folder with a short name"
        sentence = f"this machine does not let scan2tei work ({error.strerror or error})"
        return tell(Failure(ExitCode.OUTPUT, sentence, remedy))
    except Exception as error:  # noqa: BLE001  the one place where whatever happened becomes a sentence
        return tell(defect("this command", error))
    if not plain:
        return ExitCode.USAGE  # help was what the caller got, not what it asked for
    return ended if isinstance(ended, int) else ExitCode.OK


def _wrong_call(error: "TyperException") -> Failure:
    """What Typer found wrong with the arguments."""
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "scan2tei"
    return Failure(ExitCode.USAGE, error.format_message().rstrip("."), f"see {command} --help")


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Take the signal by which batch systems end a job like Ctrl-C, so that the workers are ended too."""
    raise KeyboardInterrupt


def log_told(arguments: Sequence[str]) -> Log:
    """How to log: known before the arguments are read, since wrong ones are logged too."""
    return Log(debug="--debug" in arguments, as_json="--log-json" in arguments)


def tell(failure: Failure) -> int:
    """Say what failed and what to do about it; returns the exit code."""
    log.error("%s", failure, extra={"code": int(failure.code)})
    if failure.trace:
        log.debug("where it happened", extra={"trace": failure.trace})
    return failure.code
