"""The gate before an edition: what is not valid is kept beside its place for inspection, never in it."""

from pathlib import Path
from typing import NamedTuple

from pipeline import store
from pipeline.errors import ValidityError


class Verdict(NamedTuple):
    """What the checks say about an edition, one sentence with its line and place for each."""

    errors: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


def judge(edition: bytes) -> Verdict:
    """Whether an edition is valid."""
    # Imported here since it loads lxml, which a run that ends with an earlier stage does not need.
    from pipeline.tei import validation

    faults = validation.check(edition)
    return Verdict(
        tuple(str(fault) for fault in faults if not fault.warning),
        tuple(str(fault) for fault in faults if fault.warning),
    )


def set_aside(folder: Path, edition: bytes, verdict: Verdict) -> ValidityError:
    """Keep an edition that is not valid, as ``<doc>.tei.invalid.xml``; returns the error to raise.

    Raises:
        OutputError: it cannot be written.
    """
    path = store.invalid_path(folder)
    store.write(path, edition)
    further = f" (and {len(verdict.errors) - 1} more, in {store.REPORT})" if len(verdict.errors) > 1 else ""
    sentence = f"the edition of {folder.name} is not valid: {verdict.errors[0]}{further}"
    return ValidityError(sentence, f"it is kept as {path}; please report it")
