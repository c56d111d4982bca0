"""The summary of a folder: a row for every document, the grade from the worst pages, the same bytes each time."""

import json
import re
import struct
import zlib
from pathlib import Path

import pytest

from pipeline.errors import ExitCode
from pipeline.model import Line, Page, Pages, Word
from pipeline.report import Links, grade, worst_pages
from tests.house.broken_sources import WRITERS
from tests.house.conftest import DUMP, Run
from tests.house.hostile_sources import IMAGES, write


def read(*confidences: float) -> Pages:
    """Pages of one word each."""
    words = [Word(text="ferry", confidence=confidence) for confidence in confidences]
    pages = [Page(number=n, reader="tesseract", lines=(Line(words=(word,)),)) for n, word in enumerate(words, 1)]
    return Pages(doc="ferry", pages=tuple(pages))


@pytest.mark.parametrize(
    ("pages", "worst"),
    [
        pytest.param(read(0.9, 0.5, 0.9), 0.5, id="few pages: the worst"),
        pytest.param(read(0.1, 0.2, 0.3, *[0.9] * 57), 0.3, id="60 pages: the third"),
        pytest.param(Pages(doc="x", pages=(Page(number=1, reader="failed", failure="dark"),)), 0.0, id="failed"),
    ],
)
def test_worst_pages(pages: Pages, worst: float) -> None:
    """The page at the 5th percentile counts, not the mean."""
    assert worst == worst_pages(pages)


@pytest.mark.parametrize(
    ("worst", "links", "expected"),
    [
        (0.95, Links(notes=80, linked=80), "A"),
        (0.95, Links(notes=80, linked=80, low=4), "B"),
        (0.7, Links(notes=80, linked=80), "C"),
        (0.95, Links(notes=80, linked=40, lost=40), "D"),
        (0.3, Links(), "D"),
    ],
)
def test_grade(worst: float, links: Links, expected: str) -> None:
    """Bad pages and doubtful calls lower the grade, each by itself."""
    assert expected == grade(worst, links)


def rows(folder: Path) -> list[dict[str, object]]:
    """The rows of the summary."""
    found: list[dict[str, object]] = json.loads((folder / "processed/summary.json").read_bytes())["documents"]
    return found


def test_summary(scan2tei: Run, dump: Path) -> None:
    """Every document has a row, a failed one too, and the page links to the edition."""
    WRITERS["not-a-pdf.pdf"](dump.parent / "broken.pdf")
    scan2tei("run", "broken.pdf", dump)
    broken, lantern = rows(dump.parent)
    assert ("broken", ExitCode.SOURCE, True) == (broken["doc"], broken["code"], "not a PDF" in str(broken["failure"]))
    assert ("lantern", "A", 2, 2) == tuple(lantern[key] for key in ("doc", "grade", "notes", "linked"))
    assert 'href="lantern/lantern.tei.xml"' in (dump.parent / "processed/summary.html").read_text(encoding="utf-8")


def test_same_bytes(scan2tei: Run, dump: Path) -> None:
    """A second run, forced or not, leaves the summary as it is: no times are in it."""
    scan2tei("run", dump)
    paths = [dump.parent / "processed" / name for name in ("summary.json", "summary.html")]
    before = [path.read_bytes() for path in paths]
    scan2tei("run", dump, "--force")
    assert before == [path.read_bytes() for path in paths]


def test_times_stand_apart(scan2tei: Run, dump: Path) -> None:
    """What a document cost is kept apart from the summary, and a run that finds it fresh leaves it as it was."""
    scan2tei("run", dump)
    path = dump.parent / "processed/.work/times.js"
    before = path.read_text(encoding="utf-8")
    scan2tei("run", dump)
    assert re.fullmatch(r'const times = \{"lantern":\d+\.\d\};\n', before)
    assert before == path.read_text(encoding="utf-8")


def test_other_documents_stay(scan2tei: Run, dump: Path) -> None:
    """A document that a run does not touch keeps its row while its folder is there."""
    (dump.parent / "weir.txt").write_bytes(dump.read_bytes())
    scan2tei("run", dump)
    scan2tei("run", "weir.txt")
    assert ["lantern", "weir"] == [row["doc"] for row in rows(dump.parent)]


def test_page_stands_alone(scan2tei: Run, dump: Path) -> None:
    """The page fetches nothing, and escapes what comes from file names."""
    WRITERS["not-a-pdf.pdf"](dump.parent / "a & <b>.pdf")
    scan2tei("run", "a & <b>.pdf", dump)
    page = (dump.parent / "processed/summary.html").read_text(encoding="utf-8")
    assert not [word for word in ("http", "<b>") if word in page]
    # The one thing that it loads lies beside it, and may be missing.
    assert ['src=".work/times.js"'] == re.findall(r"src=\S*?(?=>)", page)


def test_fail_fast(scan2tei: Run, dump: Path) -> None:
    """With --fail-fast documents behind a failure are not begun; without it they are made."""
    for number in range(1, 30):
        (dump.parent / f"z{number:02d}.txt").write_bytes(dump.read_bytes())
    WRITERS["not-a-pdf.pdf"](dump.parent / "a.pdf")
    sources = ["a.pdf", *(f"z{number:02d}.txt" for number in range(1, 30))]
    done = scan2tei("run", *sources, "--until", "ocr", "--jobs", "1", "--fail-fast")
    assert (ExitCode.SOURCE, True) == (done.returncode, len(done.stdout.splitlines()) < 10)
    assert "not begun" in done.stderr
    assert 29 == len(scan2tei("run", *sources, "--until", "ocr", "--keep-going").stdout.splitlines())


def test_log_for_programs(scan2tei: Run, dump: Path) -> None:
    """With --log-json every line is JSON, and names the document and its exit code."""
    WRITERS["not-a-pdf.pdf"](dump.parent / "broken.pdf")
    done = scan2tei("run", "broken.pdf", dump, "--until", "cleanup", "--log-json")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    assert ("broken", 5) in [(line.get("doc"), line.get("code")) for line in lines]
    assert {"time", "level", "message"} <= set.intersection(*(set(line) for line in lines))


def test_every_warning_names_its_place(scan2tei: Run, dump: Path) -> None:
    """With --log-json each warning and error names its document, and that of a page its page, also from workers."""
    dump.write_bytes(DUMP.replace("Oxmere", "Oxm\xe8re").encode("cp1252"))
    (dump.parent / "scan").mkdir()
    for number in range(6):
        write(dump.parent / "scan", f"{number}.png", IMAGES["palette.png"]())
    WRITERS["not-an-image.png"](dump.parent / "scan" / "7.png")
    done = scan2tei("run", dump, "scan", "--until", "ocr", "--log-json")
    lines = [json.loads(line) for line in done.stderr.splitlines()]
    told = {(line["doc"], line.get("page")) for line in lines if line["level"] in ("warning", "error")}
    assert {("lantern", None), ("scan", 7)} == told
    assert 1 == sum("Windows-1252" in line["message"] for line in lines)


def test_warnings_of_libraries(scan2tei: Run, tmp_path: Path) -> None:
    """What a library warns of (here Pillow, of an animation without pictures) does not stand among the log's lines."""
    image = IMAGES["palette.png"]()
    content = b"acTL" + bytes(8)
    chunk = struct.pack(">I", 8) + content + struct.pack(">I", zlib.crc32(content))
    header = len(b"\x89PNG\r\n\x1a\n") + 25
    write(tmp_path, "animated.png", image[:header] + chunk + image[header:])
    done = scan2tei("run", tmp_path / "animated.png", "--until", "ocr", "--log-json")
    assert {"info"} == {json.loads(line)["level"] for line in done.stderr.splitlines()}


def test_log_of_a_wrong_call(scan2tei: Run) -> None:
    """A failure before the run is JSON too."""
    done = scan2tei("run", "missing", "--until", "print", "--log-json")
    assert (ExitCode.USAGE, 2) == (done.returncode, json.loads(done.stderr)["code"])
