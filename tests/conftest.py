"""What all tests share: one deterministic hypothesis, and the way to data that is not part of the project."""

from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parent.parent

# The same examples every time, so that a test that passed cannot fail for someone else; machines differ in speed.
settings.register_profile("same everywhere", derandomize=True, deadline=None)
settings.load_profile("same everywhere")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of articles and corpora that may be read but not published; skips the test where it is absent."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs ../shared, which holds copyrighted articles and is no part of the project")
    return folder
