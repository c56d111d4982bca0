"""The truth of pages that somebody read: which pages are taken, and what their lines hold."""

from pathlib import Path

import pytest
from PIL import Image

from tests.bench.page_truth import lines_of, pages_read
from tests.bench.readers import DPI, main, raised


def _frames(path: Path, count: int) -> Path:
    first, *others = [Image.new("L", (300 + index, 400), 255) for index in range(count)]
    first.save(path, save_all=True, append_images=others)
    return path


def test_a_raised_number_is_a_mark_in_its_word() -> None:
    """``late.<sup>12</sup>`` is the word ``late.12`` with a call at its end, as a text layer has it."""
    (line,) = lines_of("\nIt was too late.<sup>12</sup> Then\n\n")
    assert ("late.12", [(3, 5, 7)]) == (line.words[3].text, [(mark.word, mark.start, mark.end) for mark in line.marks])


def test_a_raised_label_counts_as_label() -> None:
    """A raised number at the start of a line is the label of a note, elsewhere a call."""
    truth = lines_of("so he said.<sup>1</sup>\n<sup>1</sup> Ibid., p. 4.")
    assert (1, 1, 1, 1, 0) == raised(truth, truth)


def test_pages_without_a_truth_are_left_out(tmp_path: Path) -> None:
    """Of three pages the second was read; its image is that of the second."""
    (tmp_path / "02.txt").write_text("One line\n", encoding="utf-8")
    (page,) = pages_read(tmp_path, _frames(tmp_path / "scan.tif", 3), DPI)
    assert (301, ["One", "line"]) == (_width(page.image, tmp_path), [word.text for word in page.lines[0].words])


def test_a_truth_of_other_pages_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence and 2, and no table of nothing."""
    (tmp_path / "07.txt").write_text("One line\n", encoding="utf-8")
    assert 2 == main(["--truth", str(tmp_path), str(_frames(tmp_path / "scan.tif", 1))])
    assert "has no truth for a page of" in capsys.readouterr().err


def _width(png: bytes, folder: Path) -> int:
    path = folder / "page.png"
    path.write_bytes(png)
    with Image.open(path) as image:
        return image.width
