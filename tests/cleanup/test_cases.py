"""Every case of ``tests/cases/cleanup``, through the whole of cleanup."""

import pytest

from pipeline import cleanup
from pipeline.config import Settings
from pipeline.model import Lines
from tests.cleanup.case_file import Case, cases
from tests.cleanup.pages import pages_of

CASES = cases()


def _cleaned(case: Case) -> Lines:
    return cleanup.run(pages_of(case.before), Settings())


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{file}: {case.title}") for file, case in CASES])
def test_lines_are_mended_as_the_case_says(case: Case) -> None:
    """The mended lines are those of the case file."""
    lines = [line.text for line in _cleaned(case).pages[0].lines]

    assert case.after == lines


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for file, case in CASES if file == "calls"])
def test_the_calls_that_the_case_names_are_seen(case: Case) -> None:
    """The likeliest reading of every candidate is what the case names; nothing else is a likely call."""
    found = [
        max(call.readings, key=lambda reading: reading.confidence)
        for line in _cleaned(case).pages[0].lines
        for call in line.calls
    ]

    assert case.calls == [reading.text for reading in found if reading.confidence >= 0.5]
