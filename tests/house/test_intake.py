"""What the user names becomes documents, each with a name of its own."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import intake
from pipeline.errors import UsageError


def touch(folder: Path, *names: str) -> None:
    """Make empty files."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def found(*named: Path) -> list[str]:
    """The last two parts of every source."""
    return ["/".join(path.parts[-2:]) for path in intake.sources(named)]


def test_raw_stands_for_everything_in_it(tmp_path: Path) -> None:
    """Files, page folders and single images of raw/ are sources; README.md and hidden files are not."""
    touch(tmp_path / "raw", "b.pdf", "a.txt", "README.md", ".gitkeep", "scan/1.png", "scan/2.png", "c.tif")
    assert ["raw/a.txt", "raw/b.pdf", "raw/c.tif", "raw/scan"] == found(tmp_path / "raw")


def test_folder_of_page_images_is_one_source(tmp_path: Path) -> None:
    """A folder that holds page images alone is one document."""
    touch(tmp_path / "scan", "1.png", "2.png", ".DS_Store")
    assert [f"{tmp_path.name}/scan"] == found(tmp_path / "scan")


def test_source_named_twice(tmp_path: Path) -> None:
    """A source that is named twice is made once."""
    touch(tmp_path, "a.pdf")
    assert [f"{tmp_path.name}/a.pdf"] == found(tmp_path / "a.pdf", tmp_path / "a.pdf")


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["r/a.pdf", "r/b.pdf"], ["a", "b"], id="stems"),
        pytest.param(["r/a.pdf", "r/a.txt"], ["a-pdf", "a-txt"], id="kinds"),
        pytest.param(["r/a.pdf", "r/A.txt"], ["a-pdf", "A-txt"], id="case does not tell names apart"),
        pytest.param(["r/a.pdf", "s/a.pdf"], ["a-pdf-r", "a-pdf-s"], id="folders"),
        pytest.param(["r/a.pdf", "r/a.txt", "r/a-pdf.txt"], ["a-pdf-r", "a-txt", "a-pdf"], id="a name that is taken"),
    ],
)
def test_names(paths: list[str], expected: list[str]) -> None:
    """Names are stems; where these clash the kind tells them apart, then the folder; never the order."""
    for order in permutations(zip(paths, expected, strict=True)):
        names = intake.names([Path(path) for path, _ in order])
        assert [name for _, name in order] == [names[Path(path)] for path, _ in order]


def test_names_that_cannot_be_told_apart() -> None:
    """Two sources that would still have one name are refused."""
    with pytest.raises(UsageError, match="rename"):
        intake.names([Path("r/a.pdf"), Path("x/r/a.pdf")])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Smith 1921", "Smith 1921", id="space"),
        pytest.param("a/b\\c", "a-b-c", id="slashes"),
        pytest.param("..hidden", "hidden", id="dots in front"),
        pytest.param("two\nlines", "two-lines", id="newline"),
        pytest.param("Cafe\u0301", "Caf\u00e9", id="NFC"),
        pytest.param("...", "document", id="nothing left"),
        pytest.param("\u6f22" * 100, "\u6f22" * 66, id="too long in bytes"),
    ],
)
def test_safe(name: str, expected: str) -> None:
    """A name is made safe as a folder's name."""
    assert expected == intake.safe(name)


@given(st.text())
def test_safe_is_one_plain_name(name: str) -> None:
    """No file name leads out of the output folder, and a safe name is left alone."""
    safe = intake.safe(name)
    assert (Path(safe).name, safe) == (safe, intake.safe(safe))
    assert safe not in ("", ".", "..")
