"""Every planted change is told, as what it is and as nothing else."""

from pathlib import Path

import pytest

from pipeline.compare.diff import KINDS, compare_editions
from tests.diff.planted_changes import PLANTED, TAKEN_BACK
from tests.diff.planting import EDITION, planted


@pytest.mark.parametrize("name", PLANTED)
def test_planted_change(name: str, tmp_path: Path) -> None:
    """The kinds of change are those of the plant, and a sentence says what happened."""
    plants, kinds, says = PLANTED[name]
    (tmp_path / "new.tei.xml").write_bytes(planted(*plants))
    changes = compare_editions(EDITION, tmp_path / "new.tei.xml", "ferry")
    assert kinds == {change.kind for change in changes}
    assert any(says in change.sentence for change in changes), [change.sentence for change in changes]


@pytest.mark.parametrize("name", PLANTED)
def test_taken_back(name: str, tmp_path: Path) -> None:
    """What is told in one direction is told in the other."""
    (tmp_path / "new.tei.xml").write_bytes(planted(*PLANTED[name][0]))
    assert compare_editions(tmp_path / "new.tei.xml", EDITION, "ferry")


@pytest.mark.parametrize("name", PLANTED)
def test_ignored(name: str, tmp_path: Path) -> None:
    """A kind that is ignored is not told."""
    plants, kinds, _ = PLANTED[name]
    (tmp_path / "new.tei.xml").write_bytes(planted(*plants))
    assert () == compare_editions(EDITION, tmp_path / "new.tei.xml", "ferry", frozenset(kinds))


@pytest.mark.parametrize("name", TAKEN_BACK)
def test_found_again(name: str, tmp_path: Path) -> None:
    """What was lost is found the other way round."""
    (tmp_path / "new.tei.xml").write_bytes(planted(*PLANTED[name][0]))
    assert TAKEN_BACK[name] in {c.kind for c in compare_editions(tmp_path / "new.tei.xml", EDITION, "ferry")}


def test_every_kind_is_planted() -> None:
    """No kind of change is without a plant; that of whole documents has a test of its own."""
    told = {kind for _, kinds, _ in PLANTED.values() for kind in kinds} | {*TAKEN_BACK.values()}
    assert {"document"} == {kind.name for kind in KINDS} - told
