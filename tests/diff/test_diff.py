"""The command: silence, exit codes, formats, folders, and how long it takes."""

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree

from pipeline.compare.diff import compare, compare_editions
from pipeline.errors import ExitCode
from tests.diff.planted_changes import PLANTED
from tests.diff.planting import EDITION, planted
from tests.golden.making import HERE
from tests.house.conftest import Run

EDITIONS = sorted(HERE.rglob("*.tei.xml"))


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """The edition with a word misread and a call lost."""
    path = tmp_path / "changed.tei.xml"
    path.write_bytes(planted(*PLANTED["a word misread"][0], *PLANTED["a call lost"][0]))
    return path


@pytest.mark.parametrize("edition", [*EDITIONS, *HERE.parent.glob("specimens/*.tei.xml")], ids=lambda path: path.name)
def test_silent_against_itself(edition: Path, tmp_path: Path) -> None:
    """An edition has no difference from itself, nor from itself with comments and other quotation marks in its XML."""
    copy = tmp_path / edition.name
    copy.write_bytes(edition.read_bytes().replace(b"<text", b"<!-- read twice --><text", 1))
    assert () == compare_editions(edition, copy, "x")


@pytest.mark.parametrize("edition", EDITIONS, ids=lambda path: path.name)
def test_comparers_are_silent(edition: Path, tmp_path: Path) -> None:
    """Where only the indentation differs, no comparer finds anything but that."""
    copy = tmp_path / edition.name
    copy.write_bytes(edition.read_bytes().replace(b"\n    <body>", b"\n  <body>"))
    assert ["markup"] == [change.kind for change in compare_editions(edition, copy, "x")]


def test_exit_codes(scan2tei: Run, changed: Path) -> None:
    """0 and silence for the same, 1 for another, 2 for a file that cannot be read or a call that makes no sense."""
    same, other = scan2tei("diff", EDITION, EDITION), scan2tei("diff", EDITION, changed)
    assert (0, "", "", ExitCode.DIFFERENT) == (same.returncode, same.stdout, same.stderr, other.returncode)
    for call in ((EDITION, "missing.xml"), (EDITION, "."), (EDITION, changed, "--ignore", "colour"), (EDITION,)):
        assert ExitCode.USAGE == scan2tei("diff", *call).returncode


def test_text(scan2tei: Run, changed: Path) -> None:
    """The text names the kind, its weight, the sentence and the page, and sums up."""
    told = scan2tei("diff", EDITION, changed).stdout
    assert "Notes that lost their call (call-lost, severe)\n    note 5 lost its call after" in told
    assert "paragraph 7: “herrings” → “herings”  [p. 214]" in told
    assert told.endswith("2 changes in 1 of 1 document: 1 severe, 1 notable, 0 slight\n")


def test_ignore(scan2tei: Run, changed: Path) -> None:
    """Kinds and weights that are ignored change the exit code too."""
    assert ExitCode.DIFFERENT == scan2tei("diff", EDITION, changed, "--ignore", "text").returncode
    assert ExitCode.OK == scan2tei("diff", EDITION, changed, "--ignore", "call-lost,notable").returncode


def test_json(scan2tei: Run, changed: Path) -> None:
    """JSON has the counts, and every change with its kind, weight, place and ids."""
    told = json.loads(scan2tei("diff", EDITION, changed, "--format", "json").stdout)
    assert {"changes": 2, "documents": 1, "notable": 1, "severe": 1, "slight": 0} == told["counts"]
    assert "fn5" == told["documents"][0]["changes"][0]["old_id"]


def test_html(scan2tei: Run, changed: Path) -> None:
    """The page has the sentence, is well-formed enough to be parsed, and needs nothing from elsewhere."""
    scan2tei("diff", EDITION, changed, "--format", "html", "--to", "diff.html")
    page = (changed.parent / "diff.html").read_text(encoding="utf-8")
    assert "note 5 lost its call" in page
    assert not [word for word in ("src=", "href=", "http") if word in page]


def test_junit(scan2tei: Run, changed: Path) -> None:
    """JUnit's XML has a failed case for the document."""
    told = etree.fromstring(scan2tei("diff", EDITION, changed, "--format", "junit").stdout.encode())
    assert ["1", "2 changes"] == [told.get("failures"), told.xpath("string(//failure/@message)")]


def test_folders(scan2tei: Run, changed: Path) -> None:
    """Folders are compared document by document; one that came or went is a change, one that is broken is trouble."""
    for name in ("old/a", "old/b", "new/b", "new/c"):
        (changed.parent / name).mkdir(parents=True)
        shutil.copy(EDITION, changed.parent / name / f"{name[-1]}.tei.xml")
    told = scan2tei("diff", "old", "new")
    assert ("a is gone" in told.stdout, "c was added" in told.stdout) == (True, True)
    assert (ExitCode.DIFFERENT, False) == (told.returncode, "b:" in told.stdout)
    (changed.parent / "new/b/b.tei.xml").write_bytes(b"<TEI")
    assert ExitCode.USAGE == scan2tei("diff", "old", "new").returncode


def test_entities_are_refused(tmp_path: Path) -> None:
    """An edition with entities is trouble; nothing outside the file is read."""
    evil = tmp_path / "evil.tei.xml"
    evil.write_bytes(
        EDITION.read_bytes().replace(b"<TEI ", b'<!DOCTYPE TEI [<!ENTITY a SYSTEM "/etc/passwd">]><TEI ', 1)
    )
    evil.write_bytes(evil.read_bytes().replace(b"cart of herrings", b"cart of &a;"))
    assert ["evil.tei.xml uses entities"] == [t.partition(",")[0] for t in compare(EDITION, evil).troubles]


@pytest.mark.slow
def test_three_hundred_articles(tmp_path: Path) -> None:
    """300 articles, all of them changed, are compared in one call."""
    changed = planted(*PLANTED["a word misread"][0], *PLANTED["a paragraph added, all ids after it new"][0])
    for number in range(300):
        for side, content in (("old", EDITION.read_bytes()), ("new", changed)):
            (tmp_path / side).mkdir(exist_ok=True)
            (tmp_path / side / f"{number:03d}.tei.xml").write_bytes(content)
    found = compare(tmp_path / "old", tmp_path / "new")
    assert [True] * 300 == [bool(document.changes) for document in found.documents]
