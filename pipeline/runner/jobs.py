"""What travels between the runner and its workers: jobs, small results, and failures as values.

Pages and layers do not travel: they go through the store.
"""

import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from pipeline.config import Settings
from pipeline.errors import ExitCode, ScanError
from pipeline.report import Report
from pipeline.stages import STAGES

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Job(NamedTuple):
    """One document to make: where it comes from, where it goes, and how far."""

    source: Path
    folder: Path
    settings: Settings
    until: str = STAGES[-1].name
    force: bool = False
    article_timeout: int = 1800
    """Seconds that the stages after the reading may take together. Not a setting: it changes no result."""

    @property
    def doc(self) -> str:
        return self.folder.name


class Failure(NamedTuple):
    """Why something could not be made."""

    code: int
    sentence: str
    remedy: str = ""
    trace: str = ""
    """The traceback of a defect of the program; empty where the user can do something."""

    def __str__(self) -> str:
        return f"{self.sentence}; {self.remedy}" if self.remedy else self.sentence


class Opened(NamedTuple):
    """A document that can be read."""

    key: str
    """Stands for the source, the settings and the code: page results are kept under it."""
    source: bytes = b""
    """What ``open_source`` returned, pickled; empty if no page needs reading.

    The runner hands it on unopened: it would have to load OpenCV, PDFium and the rest to know what it is."""
    page_count: int = 0
    unread: tuple[int, ...] = ()
    """Numbers of the pages whose results are not there yet."""
    warnings: tuple[str, ...] = ()


class PageRead(NamedTuple):
    """One page whose result has been kept."""

    number: int
    seconds: float = 0.0
    failure: str = ""
    warnings: tuple[str, ...] = ()
    """What was odd about it, though it was read."""


class Edited(NamedTuple):
    """A document that came through."""

    path: Path
    """The last result: the edition, or the layer that the run was to end with."""
    report: Report | None = None
    """None where the layers were put there by hand."""
    ran: tuple[str, ...] = ()
    """The stages that ran; none if everything was fresh."""
    seconds: float = 0.0
    """What the stages took when they last ran, the pages one after the other."""


def attempt(
    task: Callable[Concatenate[Job, Arguments], Result], job: Job, *args: Arguments.args, **kwargs: Arguments.kwargs
) -> Result | Failure:
    """The result of a task, or its failure as a value, since not every exception can travel between processes."""
    try:
        return task(job, *args, **kwargs)
    except ScanError as error:
        return Failure(error.code, error.sentence, error.remedy)
    except Exception as error:  # noqa: BLE001  one document's defect must not end the batch
        return defect(job.doc, error)


def defect(place: str, error: BaseException) -> Failure:
    """The failure for an exception that nobody foresaw."""
    sentence = f"{place} met a defect of scan2tei ({type(error).__name__}: {error}); please report it"
    return Failure(
        ExitCode.DEFECT, sentence, "--debug shows where it happened", "".join(traceback.format_exception(error))
    )
