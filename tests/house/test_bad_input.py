"""Whatever cannot be read or written: one sentence, a remedy, an exit code, and nothing half-written."""

import shutil
from pathlib import Path

import pytest

from pipeline import store
from pipeline.errors import ExitCode
from tests.house.broken_sources import WRITERS, write_words
from tests.house.conftest import Run


def results(out: Path) -> list[str]:
    """The layers, reports and editions in the output folder, and leftovers of any file."""
    files = (path for path in out.rglob("*") if path.is_file() and ".work" not in path.parts and path.parent != out)
    return sorted(path.name for path in files if path.suffix in (".json", ".xml", ".part"))


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_source_that_cannot_be_read(name: str, scan2tei: Run, tmp_path: Path) -> None:
    """A source that cannot be read is one sentence with a remedy, exit code 5, and no result."""
    WRITERS[name](tmp_path / name)
    done = scan2tei("run", name)
    assert (ExitCode.SOURCE, "") == (done.returncode, done.stdout)
    assert "; " in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr
    assert [] == results(tmp_path / "processed")


def test_missing_source(scan2tei: Run, tmp_path: Path) -> None:
    """A missing file is exit code 5, and leaves no folder for it."""
    done = scan2tei("run", "missing.pdf")
    assert (ExitCode.SOURCE, "scan2tei: missing.pdf does not exist; check the path\n") == (done.returncode, done.stderr)
    assert not (tmp_path / "processed" / "missing").exists()


def test_image_too_large(scan2tei: Run, tmp_path: Path) -> None:
    """A page image over the limit is refused before it is decoded, and the limit is named."""
    WRITERS["without-text.png"](tmp_path / "page.png")
    done = scan2tei("run", "page.png", "--max-pixels", "1000")
    assert ExitCode.SOURCE == done.returncode
    assert "1000" in done.stderr


def test_too_many_pages(scan2tei: Run, tmp_path: Path) -> None:
    """A document with more pages than the limit is refused."""
    (tmp_path / "scan").mkdir()
    WRITERS["without-text.png"](tmp_path / "scan" / "1.png")
    WRITERS["without-text.png"](tmp_path / "scan" / "2.png")
    assert ExitCode.SOURCE == scan2tei("run", "scan", "--max-pages", "1").returncode


def test_missing_tesseract(scan2tei: Run, tmp_path: Path) -> None:
    """Without Tesseract the document fails with exit code 7 and the way to get it."""
    WRITERS["without-text.png"](tmp_path / "page.png")
    done = scan2tei("run", "page.png", PATH="/nonexistent")
    assert ExitCode.TOOL == done.returncode
    assert "tesseract-ocr" in done.stderr


def test_missing_language(scan2tei: Run, tmp_path: Path) -> None:
    """A language that is not installed is exit code 7, and named."""
    WRITERS["without-text.png"](tmp_path / "page.png")
    done = scan2tei("run", "page.png", "--lang", "xyz")
    assert ExitCode.TOOL == done.returncode
    assert "xyz" in done.stderr


def test_unwritable_output(scan2tei: Run, dump: Path) -> None:
    """An output folder that cannot be made is exit code 8."""
    done = scan2tei("run", dump, "--out", dump / "processed")
    assert ExitCode.OUTPUT == done.returncode
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(("run",), id="no source"),
        pytest.param(("run", "lantern.txt", "--until", "print"), id="unknown stage"),
        pytest.param(("run", "lantern.txt", "--furniture", "burn"), id="unknown furniture"),
        pytest.param(("run", "lantern.txt", "--colour"), id="unknown option"),
        pytest.param(("run", "lantern.txt", "--lang", "eng,fra"), id="languages joined by a comma"),
        pytest.param(("run", "lantern.txt", "--max-failed-pages", "20"), id="a share above one"),
        pytest.param(("run", "empty"), id="empty folder"),
        pytest.param(("cleanup", "nothing"), id="no such document"),
        pytest.param(("translate",), id="no such command"),
    ],
)
def test_wrong_call(arguments: tuple[str, ...], scan2tei: Run, dump: Path) -> None:
    """A call that makes no sense is exit code 2, without a traceback."""
    (dump.parent / "empty").mkdir()
    done = scan2tei(*arguments)
    assert ExitCode.USAGE == done.returncode
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(None, "is missing", id="missing"),
        pytest.param(b"", "is malformed", id="empty"),
        pytest.param(b'{"doc": "lantern", "pag', "is malformed", id="cut off"),
        pytest.param(b"\xff\xfe", "is malformed", id="not text"),
        pytest.param(b'{"doc": "lantern"}', "is not a layer of Pages", id="a field is missing"),
        pytest.param(b'{"doc": "lantern", "pages": [], "ink": 1}', "is not a layer of Pages", id="unknown field"),
        pytest.param(b'{"doc": "lantern", "pages": "many"}', "is not a layer of Pages", id="wrong type"),
    ],
)
def test_bad_layer(content: bytes | None, says: str, scan2tei: Run, tmp_path: Path) -> None:
    """A layer file that cannot be used is exit code 6, and the command that makes it anew is named."""
    folder = tmp_path / "processed" / "lantern"
    store.write(folder / store.WORK / store.STATE, b"{}")
    if content is not None:
        (folder / "1-pages.json").write_bytes(content)
    done = scan2tei("cleanup", "lantern")
    assert ExitCode.LAYER == done.returncode
    assert says in done.stderr
    assert "run: scan2tei ocr lantern" in done.stderr


def test_wrong_layer(scan2tei: Run, dump: Path) -> None:
    """A layer of another stage under this name is refused, not misread."""
    scan2tei("run", dump, "--until", "cleanup")
    folder = dump.parent / "processed" / "lantern"
    shutil.copy(folder / "2-lines.json", folder / "1-pages.json")
    assert ExitCode.LAYER == scan2tei("cleanup", "lantern").returncode


def test_batch_goes_on(scan2tei: Run, dump: Path) -> None:
    """A broken source does not stop the others, and the batch returns its code."""
    WRITERS["not-a-pdf.pdf"](dump.parent / "broken.pdf")
    done = scan2tei("run", "broken.pdf", dump, "--until", "cleanup")
    assert (ExitCode.SOURCE, "processed/lantern/2-lines.json\n") == (done.returncode, done.stdout)
    assert "2 documents, 1 failed" in done.stderr


def test_names_from_outside(scan2tei: Run, tmp_path: Path) -> None:
    """A file name with a newline, spaces and dots becomes one folder inside the output folder."""
    write_words(tmp_path / "..two\nlines of  name.txt")
    done = scan2tei("run", "..two\nlines of  name.txt", "--until", "ocr")
    assert "processed/two-lines of  name/1-pages.json\n" == done.stdout
