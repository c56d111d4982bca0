"""What the user names becomes documents, each with a name of its own."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.cli import intake


def touch(folder: Path, *names: str) -> None:
    """Make empty files."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()


def found(*named: Path) -> list[str]:
    """The last two parts of every source."""
    return ["/".join(path.parts[-2:]) for path in intake.sources(named)]


def test_raw_stands_for_everything_in_it(tmp_path: Path) -> None:
    """Files, page folders and single images of raw/ are sources; hidden files and texts about the folder are not."""
    touch(
        tmp_path / "raw", "b.pdf", "a.txt", "README.md", "LICENSE.txt", ".gitkeep", "scan/1.png", "scan/2.png", "c.tif"
    )
    touch(tmp_path / "raw", "d.md", "citation.pdf")
    expected = ["raw/a.txt", "raw/b.pdf", "raw/c.tif", "raw/citation.pdf", "raw/d.md", "raw/scan"]
    assert expected == found(tmp_path / "raw")


def test_markdown_beside_page_images(tmp_path: Path) -> None:
    """What is written about page images in Markdown does not make a document of each of them."""
    touch(tmp_path / "scan", "1.png", "2.png", "notes.md")
    assert [f"{tmp_path.name}/scan"] == found(tmp_path / "scan")


def test_folder_of_page_images_is_one_source(tmp_path: Path) -> None:
    """A folder that holds page images alone is one document."""
    touch(tmp_path / "scan", "1.png", "2.png", ".DS_Store")
    assert [f"{tmp_path.name}/scan"] == found(tmp_path / "scan")


def test_what_is_no_source_is_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Editions, layers and other files of a folder are no documents, and are told in one line."""
    touch(tmp_path / "in", "a.pdf", "a.furniture.json", "b.docx", "c.csv", "d.tsv")
    (tmp_path / "in" / "a.tei.xml").write_text('<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>ocr_page</text></TEI>')
    with caplog.at_level("INFO"):
        assert ["in/a.pdf"] == found(tmp_path / "in")
    assert [f"{tmp_path / 'in'}: passed over as no source: a.furniture.json, a.tei.xml, b.docx and 2 more"] == [
        record.getMessage() for record in caplog.records
    ]


def test_file_that_is_named_is_a_source(tmp_path: Path) -> None:
    """A file that is named is taken, so that its refusal is told."""
    touch(tmp_path, "a.json")
    assert [f"{tmp_path.name}/a.json"] == found(tmp_path / "a.json")


def test_folder_of_transcripts_is_one_source(tmp_path: Path) -> None:
    """ALTO files with their page images and their METS are one document."""
    touch(tmp_path / "scan", "1.png", "2.png", "mets.xml")
    for name in ("1.xml", "2.xml"):
        (tmp_path / "scan" / name).write_text("<alto><Layout><Page/></Layout></alto>")
    assert [f"{tmp_path.name}/scan"] == found(tmp_path / "scan")


def test_damaged_source_in_a_folder(tmp_path: Path) -> None:
    """A PDF that is none, or is empty, is not passed over in silence."""
    touch(tmp_path / "in", "a.txt")
    (tmp_path / "in" / "b.pdf").write_text("<html>Not found</html>")
    assert ["in/a.txt", "in/b.pdf"] == found(tmp_path / "in")


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


@pytest.mark.parametrize(
    "paths",
    [
        pytest.param(["r/a.pdf", "x/r/a.pdf"], id="folders of one name"),
        pytest.param(["r/case.pdf", "r/Case.pdf", "r/CASE.PDF"], id="capitals"),
        pytest.param(["r/a?.pdf", "r/a*.pdf"], id="signs that are no part of a name"),
        pytest.param([f"r/{'a' * 250}.pdf", f"r/{'a' * 249}b.pdf"], id="the end of long names"),
    ],
)
def test_names_that_are_hard_to_tell_apart(paths: list[str]) -> None:
    """However alike sources are called, each has a name, whatever their order, and none is refused for it."""
    names = intake.names([Path(path) for path in paths])
    turned = intake.names([Path(path) for path in reversed(paths)])
    assert (len(paths), names) == (len({name.casefold() for name in names.values()}), turned)
    assert max(len(name.encode()) for name in names.values()) <= intake.MAX_NAME


def test_link_to_nothing(tmp_path: Path) -> None:
    """A link that is called as a source and leads nowhere, or to itself, is a source that fails, not passed over."""
    for name, target in (("gone.pdf", "nowhere.pdf"), ("loop.pdf", "loop.pdf"), ("gone.xml", "nowhere.xml")):
        (tmp_path / name).symlink_to(target)
    assert [f"{tmp_path.name}/gone.pdf", f"{tmp_path.name}/loop.pdf"] == found(tmp_path)


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
