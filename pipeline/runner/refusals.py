"""Sources that were refused: as long as they are what they were, they are not opened again.

A refusal is kept with the size and time of the files, the settings and the code; whatever differs, the source is tried
again, and ``--force`` tries in any case. What time or memory may have had a part in is never kept: pages that took too
long, workers that died, programs that are missing, results that could not be written.
"""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from pipeline import freshness, store
from pipeline.errors import ExitCode
from pipeline.printable import printable
from pipeline.runner.jobs import Failure, Job

FILE = "refused.json"


class Refusal(msgspec.Struct, frozen=True):
    """One source that cannot be read, and why."""

    key: str
    sentence: str
    remedy: str = ""


class Refusals(msgspec.Struct):
    """All of an output folder, by document; kept in ``.work/refused.json`` there."""

    documents: dict[str, Refusal] = {}

    def known(self, job: Job) -> Failure | None:
        """The failure with which this source, as it is now, was refused before."""
        old = self.documents.get(job.doc)
        if old is None or job.force or old.key != _key(job):
            return None
        again = "it is as it was when it was refused, and was not tried again; --force tries it"
        return Failure(ExitCode.SOURCE, old.sentence, f"{old.remedy} ({again})" if old.remedy else again)

    def note(self, job: Job, failure: Failure | None) -> None:
        """Keep a refusal, or forget the one that there was."""
        key = _key(job) if failure else ""
        if failure and key:
            sentence, remedy = printable(failure.sentence), printable(failure.remedy)
            self.documents[job.doc] = Refusal(key, sentence, remedy)
        else:
            self.documents.pop(job.doc, None)


def _key(job: Job) -> str:
    """What a refusal depends on; empty for a source that is not there or cannot be looked at."""
    try:
        return freshness.look_key(job.settings, job.source)
    except OSError:
        return ""


def load(out: Path) -> Refusals:
    """The refusals of an output folder."""
    return store.read_record(out / store.WORK / FILE, Refusals) or Refusals()


def save(out: Path, before: Mapping[str, Refusal], refusals: Refusals) -> None:
    """Keep the refusals, if they are others than before.

    Raises:
        OutputError: they cannot be written.
    """
    if dict(before) != refusals.documents:
        store.write(out / store.WORK / FILE, store.encode(refusals))
