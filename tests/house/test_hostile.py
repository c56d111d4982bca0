"""Odd and hostile sources: each is read, or costs only itself; nothing ends in a traceback, a hang or a stray file."""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from pipeline.cli import intake
from pipeline.config import Settings
from pipeline.errors import ExitCode, SourceError
from pipeline.ocr.limits import check_streams
from tests.conftest import ROOT
from tests.house.conftest import DUMP, Run
from tests.house.hostile_sources import IMAGES, NAMES, PDFS, PICTURES, packed_text, stairs, write


@pytest.mark.slow
@pytest.mark.parametrize("name", PDFS)
def test_odd_pdf(name: str, scan2tei: Run, tmp_path: Path) -> None:
    """An odd PDF is read, or refused with the code of a bad source; and no traceback is shown."""
    make, code = PDFS[name]
    write(tmp_path, "odd.pdf", make())
    done = scan2tei("run", "odd.pdf", "--until", "ocr", "--page-timeout", "20")
    assert (code, False) == (done.returncode, "Traceback" in done.stderr), done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", PICTURES)
def test_odd_picture_in_a_pdf(name: str, scan2tei: Run, tmp_path: Path) -> None:
    """A page image is read however a PDF packs it."""
    write(tmp_path, "scan.pdf", PICTURES[name]())
    done = scan2tei("run", "scan.pdf", "--until", "ocr")
    pages = next((tmp_path / "processed").rglob("1-pages.json"), None)
    assert ExitCode.OK == done.returncode, done.stderr
    assert pages is not None
    assert '"wardens"' in pages.read_text(encoding="utf-8")


@pytest.mark.parametrize("times", [1, 2])
def test_stream_that_unpacks_to_too_much(times: int, tmp_path: Path) -> None:
    """A stream is unpacked up to --max-bytes, also one that is packed twice, and then the PDF is refused."""
    path = write(tmp_path, "bomb.pdf", packed_text(20_000_000, times))
    check_streams(path, Settings())
    with pytest.raises(SourceError, match="unpack to more than 10000000 bytes; raise --max-bytes"):
        check_streams(path, Settings(max_bytes=10_000_000))


def test_max_bytes(scan2tei: Run, dump: Path) -> None:
    """A text longer than --max-bytes is refused, and the limit is named."""
    done = scan2tei("run", dump, "--max-bytes", "100")
    assert (ExitCode.SOURCE, True) == (done.returncode, "the limit is 100" in done.stderr), done.stderr


@pytest.mark.slow
def test_max_failed_pages(scan2tei: Run, tmp_path: Path) -> None:
    """More failed pages than --max-failed-pages allows are an error; else the others become an edition with a gap."""
    (tmp_path / "scan").mkdir()
    write(tmp_path / "scan", "1.png", IMAGES["palette.png"]())
    write(tmp_path / "scan", "2.png", b"\x89PNG and then nothing")
    assert ExitCode.SOURCE == scan2tei("run", "scan").returncode
    done = scan2tei("run", "scan", "--max-failed-pages", "0.5")
    edition = tmp_path / "processed" / "scan" / "scan.tei.xml"
    assert ExitCode.OK == done.returncode, done.stderr
    assert "<gap" in edition.read_text(encoding="utf-8")


@pytest.mark.slow
def test_odd_pdfs_do_not_stop_a_good_one(scan2tei: Run, dump: Path) -> None:
    """In one batch with all of them, a good document is edited."""
    for name, (make, _) in PDFS.items():
        write(dump.parent, f"{name}.pdf", make())
    done = scan2tei("run", *dump.parent.glob("*.pdf"), dump, "--until", "cleanup", "--page-timeout", "20")
    assert "processed/lantern/2-lines.json" in done.stdout
    assert "Traceback" not in done.stderr


def test_lines_without_a_common_edge(scan2tei: Run, tmp_path: Path) -> None:
    """A page on which no two lines begin or end under each other goes through all the stages."""
    write(tmp_path, "stairs.pdf", stairs())
    done = scan2tei("run", "stairs.pdf")
    assert ExitCode.OK == done.returncode, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", IMAGES)
def test_odd_image(name: str, scan2tei: Run, tmp_path: Path) -> None:
    """An image of any mode and compression is read, and its words are those that it shows."""
    write(tmp_path, name, IMAGES[name]())
    done = scan2tei("run", name, "--until", "ocr")
    pages = next((tmp_path / "processed").rglob("1-pages.json"), None)
    assert ExitCode.OK == done.returncode, done.stderr
    assert pages is not None
    assert '"wardens"' in pages.read_text(encoding="utf-8")


def test_names(scan2tei: Run, tmp_path: Path) -> None:
    """Whatever a file is called, its results are in one folder directly under the output folder."""
    for name in NAMES:
        write(tmp_path, name, DUMP.encode())
    done = scan2tei("run", "--until", "cleanup", "--", *NAMES)
    made = sorted(path.parent for path in (tmp_path / "processed").rglob("2-lines.json"))
    assert (ExitCode.OK, len(NAMES)) == (done.returncode, len(made)), done.stderr
    assert {tmp_path / "processed"} == {folder.parent for folder in made}
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("name", ["..", ".", "...", "", "/", "\x00", "\udcff", "  ", "con\n"])
def test_safe_name(name: str) -> None:
    """A name from outside never leads out of a folder, and is never empty."""
    safe = intake.safe(name)
    assert safe
    assert safe not in (".", "..")
    assert not set("/\x00\n") & set(safe)


def test_name_that_is_no_unicode(scan2tei: Run, tmp_path: Path) -> None:
    """A name of bytes that are no UTF-8 is read, logged and summed up."""
    (tmp_path / "caf\udce9.txt").write_bytes(DUMP.encode())
    done = scan2tei("run", tmp_path / "caf\udce9.txt", "--until", "cleanup")
    assert (ExitCode.OK, False) == (done.returncode, "Traceback" in done.stderr), done.stderr


@pytest.mark.parametrize("limit", [0, 100, 2_000, 5_000])
def test_disk_full(limit: int, dump: Path) -> None:
    """When a file cannot be written whole, the run says so with exit code 8, and leaves none that is cut off."""
    command = [sys.executable, "-m", "pipeline.cli", "run", str(dump), "--jobs", "1"]

    def no_larger_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    done = subprocess.run(
        command,
        cwd=dump.parent,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        preexec_fn=no_larger_files,
        check=False,
    )
    assert (ExitCode.OUTPUT, False) == (done.returncode, "Traceback" in done.stderr), done.stderr
    assert [] == list((dump.parent / "processed").rglob("lantern.tei.xml"))


def test_read_only(scan2tei: Run, dump: Path) -> None:
    """An output folder on a file system that takes nothing is exit code 8."""
    assert ExitCode.OUTPUT == scan2tei("run", dump, "--out", "/proc/processed").returncode


@pytest.mark.slow
def test_no_temporary_folder(scan2tei: Run, tmp_path: Path) -> None:
    """Without the folder that TMPDIR names, an image is read, or the document fails in a sentence."""
    write(tmp_path, "page.png", IMAGES["palette.png"]())
    done = scan2tei("run", "page.png", "--until", "ocr", TMPDIR="/nonexistent")
    assert (ExitCode.OK, False) == (done.returncode, "Traceback" in done.stderr)


@pytest.mark.parametrize("command", ["validate", "evaluate"])
def test_xml_with_entities(command: str, scan2tei: Run, dump: Path) -> None:
    """XML that asks for another file, or unpacks to gigabytes, is refused in a sentence."""
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    body = "<text><body><p>&a11;&f;</p></body></text>"
    doctype = f'<!DOCTYPE TEI [<!ENTITY a0 "ha"><!ENTITY f SYSTEM "/etc/passwd">{laughs}]>'
    write(dump.parent, "evil.xml", f'{doctype}<TEI xmlns="http://www.tei-c.org/ns/1.0">{body}</TEI>'.encode())
    done = scan2tei(command, *["evil.xml"] * (2 if command == "evaluate" else 1))
    assert ("Traceback" in done.stderr, "root:" in done.stdout + done.stderr) == (False, False)
    assert done.returncode in (ExitCode.INVALID, ExitCode.SOURCE)


def with_tesseract(folder: Path, does: str) -> str:
    """A ``PATH`` that leads to a Tesseract which answers what it is and, asked to read, does this."""
    fake = folder / "bin" / "tesseract"
    fake.parent.mkdir()
    fake.write_text(
        '#!/bin/sh\ncase "$*" in *list-langs*) echo List; echo eng;; *version*) echo tesseract 5.5.0;; '
        f"*) {does};; esac\n",
        encoding="utf-8",
    )
    fake.chmod(0o755)
    return f"{fake.parent}:/usr/bin:/bin"


@pytest.mark.slow
def test_tesseract_that_hangs(scan2tei: Run, tmp_path: Path) -> None:
    """A Tesseract that never ends costs its page after --page-timeout, not the run, and leaves no file behind."""
    path = with_tesseract(tmp_path, "sleep 1000")
    write(tmp_path, "page.png", IMAGES["palette.png"]())
    arguments = ("run", "page.png", "--until", "ocr", "--page-timeout", "1")
    with tempfile.TemporaryDirectory() as temporary:  # a short name: sockets of processes stand in it
        done = scan2tei(*arguments, PATH=path, TMPDIR=temporary)
        left = sorted(found.name for found in Path(temporary).rglob("*"))
    assert (ExitCode.SOURCE, True) == (done.returncode, "longer than 1 s" in done.stderr), done.stderr
    assert [] == left


def test_a_temporary_folder_with_too_long_a_name(scan2tei: Run, tmp_path: Path) -> None:
    """Where the sockets of the workers have no room in their names, that is said, and what to do."""
    write(tmp_path, "page.txt", b"A short text.\n")
    temporary = tmp_path / ("long-" * 20)
    temporary.mkdir()
    done = scan2tei("run", "page.txt", TMPDIR=str(temporary))
    assert done.returncode == ExitCode.OUTPUT
    assert "AF_UNIX path too long" in done.stderr
    assert "TMPDIR" in done.stderr


@pytest.mark.slow
def test_tesseract_that_crashes(scan2tei: Run, tmp_path: Path) -> None:
    """A Tesseract that crashes costs its page, not the run."""
    path = with_tesseract(tmp_path, "kill -SEGV $$")
    write(tmp_path, "page.png", IMAGES["palette.png"]())
    done = scan2tei("run", "page.png", "--until", "ocr", PATH=path)
    assert (ExitCode.SOURCE, False) == (done.returncode, "Traceback" in done.stderr), done.stderr
