"""Files are written whole or not at all, and layers come back as they went."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import store
from pipeline.errors import ExitCode, LayerError, OutputError
from pipeline.model import Box, Line, Page, Pages, Word
from pipeline.stages import STAGES
from tests.house.conftest import Run

PAGES = Pages(
    doc="lantern",
    pages=(Page(number=1, reader="dump", lines=(Line(words=(Word(text="ﬁre", box=Box(1, 2, 3, 4)),)),)),),
)
OCR, CLEANUP = STAGES[:2]


def test_layer_round_trip(tmp_path: Path) -> None:
    """A layer that was written is read back the same."""
    store.write_layer(tmp_path, OCR, PAGES)
    assert PAGES == store.read_layer(tmp_path, OCR)


def test_layer_is_sorted_json(tmp_path: Path) -> None:
    """Keys are sorted and the file ends with a newline, so that diffs are small."""
    path = store.write_layer(tmp_path, OCR, Pages(doc="lantern", pages=()))
    assert '{\n "doc": "lantern",\n "pages": []\n}\n' == path.read_text(encoding="utf-8")


@given(texts=st.lists(st.text(max_size=8), max_size=3), doc=st.text(max_size=3))
def test_parts_are_the_whole(texts: list[str], doc: str) -> None:
    """A layer that is written page by page is the same bytes as one written at once."""
    lines = tuple(Line(words=(Word(text=text),)) for text in texts)
    pages = tuple(Page(number=number, reader="dump", lines=lines[:number]) for number in range(len(texts)))
    assert store.encode(Pages(doc=doc, pages=pages)) == b"".join(store.encoded(Pages(doc=doc, pages=pages)))


@given(texts=st.lists(st.text(min_size=1, max_size=8), max_size=4))
def test_encoding_is_stable(texts: list[str]) -> None:
    """The same record is the same bytes, whatever its text."""
    words = tuple(Word(text=text, confidence=1 / 3) for text in texts)
    assert store.encode(Line(words=words)) == store.encode(Line(words=words))


def test_write_replaces(tmp_path: Path) -> None:
    """Writing over a file leaves the new content and nothing beside it."""
    store.write(tmp_path / "a.json", b"old")
    store.write(tmp_path / "a.json", b"new")
    assert [("a.json", b"new")] == [(path.name, path.read_bytes()) for path in tmp_path.iterdir()]


def test_write_that_fails_keeps_the_old(tmp_path: Path) -> None:
    """A file that cannot be written beside its place leaves the old one untouched."""
    store.write(tmp_path / "a.json", b"old")
    (tmp_path / ".a.json.part").mkdir()
    with pytest.raises(OutputError):
        store.write(tmp_path / "a.json", b"new")
    assert b"old" == (tmp_path / "a.json").read_bytes()


def test_sweep_removes_what_a_killed_run_left(tmp_path: Path) -> None:
    """Unfinished files go, finished ones stay."""
    for name in (".1-pages.json.part", "images/0001.jpg.part", "1-pages.json"):
        store.write(tmp_path / name, b"x")
    store.sweep(tmp_path)
    assert ["1-pages.json"] == [path.name for path in tmp_path.rglob("*") if path.is_file()]


def test_one_run_at_a_time(tmp_path: Path) -> None:
    """A second run on one output folder is refused, and may come when the first has ended."""
    with store.locked(tmp_path), pytest.raises(OutputError, match="another run"), store.locked(tmp_path):
        pass
    with store.locked(tmp_path):
        pass


def test_missing_layer_names_its_command(tmp_path: Path) -> None:
    """The remedy for a missing layer is the command that makes it."""
    with pytest.raises(LayerError, match=r"2-lines\.json is missing; run: scan2tei cleanup"):
        store.read_layer(tmp_path, CLEANUP)


def test_page_without_its_image_is_read_again(tmp_path: Path) -> None:
    """A kept page counts only as long as its image is there."""
    store.write_page(tmp_path, "key", Page(number=1, reader="tesseract", image="images/0001.jpg"))
    assert None is store.read_page(tmp_path, "key", 1)


def test_pages_of_another_key_are_dropped(tmp_path: Path) -> None:
    """Page results of another source or setting go, with images that no page names."""
    for key in ("old", "new"):
        store.write_page(tmp_path, key, Page(number=1, reader="dump"))
    for name in ("0001.jpg", "0002.jpg"):
        store.write(tmp_path / "images" / name, b"x")
    store.drop_other_pages(tmp_path, "new", frozenset({"images/0001.jpg"}))
    left = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert [".work/pages/new/0001.json", "images/0001.jpg"] == left


def test_a_folder_that_is_somebody_elses(scan2tei: Run, dump: Path) -> None:
    """Results go into no folder with files that no run has put there, and nothing in it is touched."""
    mine = dump.parent / "lantern" / "images" / "plan.part"
    mine.parent.mkdir(parents=True)
    mine.write_text("A plan of the weir.")
    done = scan2tei("run", dump, "--out", ".")
    says = "scan2tei: lantern holds images, which no run has put there; give another folder with --out"
    assert (ExitCode.OUTPUT, True, True) == (done.returncode, says in done.stderr, mine.exists()), done.stderr


def test_a_folder_that_a_run_has_made(scan2tei: Run, dump: Path) -> None:
    """What a run has made, another one may write to, whatever else an editor keeps there."""
    assert ExitCode.OK == scan2tei("run", dump, "--until", "ocr").returncode
    (dump.parent / "processed" / "lantern" / "notes.md").write_text("Seen by A. F.")
    assert ExitCode.OK == scan2tei("run", dump, "--until", "ocr", "--force").returncode
