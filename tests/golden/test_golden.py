"""What the later stages make of recorded pages has not changed, to the byte."""

import pytest

from pipeline.stages import STAGES
from tests.golden.making import HERE, documents, make

DOCS = documents()
FILES = [stage.file for stage in STAGES[1:]]


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("doc", DOCS)
def test_golden(doc: str, file: str) -> None:
    """The result is the golden; if the change is meant, run ``make golden`` and say why in the commit."""
    name = file.format(doc=doc.rpartition("/")[2])
    assert (HERE / doc / name).read_text(encoding="utf-8") == make(doc)[name].decode("utf-8")


def test_there_are_goldens() -> None:
    """The tests above compare something."""
    assert "lantern" in DOCS
