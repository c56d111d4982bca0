"""Labels that were read as one upright line come back to their notes."""

from pathlib import Path

import numpy as np
import pypdfium2 as pdfium
import pytest

from pipeline.config import Settings
from pipeline.model import Box
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.ink.greys import Grey
from pipeline.ocr.ink.inked import ink_of
from pipeline.ocr.lines.stacked_labels import read_twice, with_hanging_labels, with_labels
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers import hocr
from pipeline.ocr.readers.hocr import ReadLine, ReadWord
from pipeline.ocr.readers.tesseract import hocr_of
from tests.ocr.conftest import typeset

NOTES = """
#set page(width: 110mm, height: 50mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 9pt, hyphenate: false)
4#h(3mm)Pinker, above note 3. \\
5#h(3mm)_Id._ \\
6#h(3mm)_Id._ at 14. \\
The keepers were paid by the month.
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Grey:
    """Three notes with their labels, and a line of text."""
    folder = tmp_path_factory.mktemp("stack")
    with pdfium.PdfDocument(typeset(NOTES, folder / "notes.pdf")) as document:
        return np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())


def parted(lines: list[ReadLine]) -> list[ReadLine]:
    """The lines as Tesseract reads them where it takes the labels for a column: one upright line, and the notes."""
    notes = [
        line._replace(
            words=line.words[1:], box=Box(line.words[1].box.left, line.box.top, line.box.right, line.box.bottom)
        )
        for line in lines[:3]
    ]
    labels = [line.words[0].box for line in lines[:3]]
    stack = Box(labels[0].left, labels[0].top, labels[0].right, labels[2].bottom)
    return [*notes, lines[3], ReadLine(lines[0].words[:1], stack, 0.0, 0.0)]


def test_labels_come_back(page: Grey) -> None:
    """Each note has its number again, the upright line is gone, and the text below is as it was."""
    read = hocr.parse(hocr_of(page, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    found = with_labels(page, parted(read), 300, Settings())

    assert ["4", "5", "6", "The"] == [line.words[0].text for line in found]


def test_tens_and_units_may_be_a_line_each(tmp_path: Path) -> None:
    """Two upright lines side by side are one column of labels, beside any number of notes."""
    notes = " \\\n".join(f"{number}#h(3mm)Harbour, at the lamp." for number in range(10, 30))
    setting = NOTES[: NOTES.index("4#")].replace("50mm", "150mm")
    with pdfium.PdfDocument(typeset(setting + notes, tmp_path / "notes.pdf")) as document:
        many = np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())
    read = hocr.parse(hocr_of(many, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    first, last = (read[index].words[0].box for index in (0, -1))
    middle = (first.left + first.right) // 2
    sides = ((first.left, middle - 1), (middle + 1, first.right))
    upright = [ReadLine(read[0].words[:1], Box(left, first.top, right, last.bottom), 0.0, 0.0) for left, right in sides]

    found = with_labels(many, [*(_from(line.words[1], line) for line in read), *upright], 300, Settings())

    assert [str(number) for number in range(10, 30)] == [line.words[0].text for line in found]


HANGING = """
#set page(width: 110mm, height: 50mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 9pt, hyphenate: false)
4#h(3mm)Pinker, above, where the keepers are named. \\
5#h(3mm)Reed, Harbour Lamps, with a list of the captains. \\
The keepers were paid by the month.
"""


def test_labels_that_nobody_read_come_back(tmp_path: Path) -> None:
    """A label that Tesseract left out, and one that it took for a line, are read with their notes again."""
    with pdfium.PdfDocument(typeset(HANGING, tmp_path / "notes.pdf")) as document:
        page = np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())
    first, second, text = hocr.parse(hocr_of(page, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    alone = ReadLine(first.words[:1], first.words[0].box, 0.0, 0.0)
    notes = [_from(line.words[1], line) for line in (first, second)]
    ink = components_of(ink_of(page))

    found = with_hanging_labels(page, [alone, *notes, text], ink, 17.0, Settings(), 300)

    assert ["4", "5", "The"] == [line.words[0].text for line in found]
    assert first.baseline_at(0) == pytest.approx(found[0].baseline_at(0), abs=1)


def test_a_stop_that_is_left_of_a_label_is_no_second_one(tmp_path: Path) -> None:
    """Of ``4.`` and ``5.`` Tesseract read the stops only; with their figures they are one word each again."""
    stopped = HANGING.replace("4#", "4.#").replace("5#", "5.#")
    with pdfium.PdfDocument(typeset(stopped, tmp_path / "notes.pdf")) as document:
        page = np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())
    first, second, text = hocr.parse(hocr_of(page, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    notes = []
    for line in (first, second):
        stop = ReadWord(line.words[0].chars[1:], line.words[0].chars[1].box, 0.9)
        box = Box(stop.box.left, line.box.top, line.box.right, line.box.bottom)
        notes.append(line._replace(words=(stop, *line.words[1:]), box=box))

    found = with_hanging_labels(page, [*notes, text], components_of(ink_of(page)), 17.0, Settings(), 300)

    assert [["4.", "Pinker,"], ["5.", "Reed,"]] == [[word.text for word in line.words[:2]] for line in found[:2]]


def test_one_label_with_a_stop_comes_back(tmp_path: Path) -> None:
    """A number with its stop is a label where all the others were read."""
    stopped = HANGING.replace("4#", "4.#").replace("5#", "5.#")
    with pdfium.PdfDocument(typeset(stopped, tmp_path / "notes.pdf")) as document:
        page = np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())
    first, second, text = hocr.parse(hocr_of(page, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    lines = [first, _from(second.words[1], second), text]

    found = with_hanging_labels(page, lines, components_of(ink_of(page)), 17.0, Settings(), 300)

    assert ["4.", "5.", "The"] == [line.words[0].text for line in found]


def test_a_long_label_that_was_read_alone_is_joined(tmp_path: Path) -> None:
    """Three figures and a stop, read as a line of their own, stand before their note as they were read."""
    stopped = HANGING.replace("4#", "236.#").replace("5#", "237.#")
    with pdfium.PdfDocument(typeset(stopped, tmp_path / "notes.pdf")) as document:
        page = np.asarray(document[0].render(scale=300 / 72, grayscale=True).to_pil())
    first, second, text = hocr.parse(hocr_of(page, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    alone = ReadLine(first.words[:1], first.words[0].box, 0.0, 0.0)
    lines = [alone, _from(first.words[1], first), second, text]

    found = with_hanging_labels(page, lines, components_of(ink_of(page)), 17.0, Settings(), 300)

    assert ["236.", "237.", "The"] == [line.words[0].text for line in found]
    assert first.words[0] == found[0].words[0]


def test_dirt_before_one_line_is_no_label(tmp_path: Path) -> None:
    """A scratch before a single line is left alone, though it looks like a 1."""
    with pdfium.PdfDocument(typeset(HANGING, tmp_path / "notes.pdf")) as document:
        page = np.array(document[0].render(scale=300 / 72, grayscale=True).to_pil())
    lines = hocr.parse(hocr_of(page, Settings(), "--psm 6 -c hocr_char_boxes=1"))
    box = lines[2].box
    page[box.bottom - 30 : box.bottom - 8, box.left - 22 : box.left - 18] = 0

    assert lines == with_hanging_labels(page, lines, components_of(ink_of(page)), 17.0, Settings(), 300)


def _from(word: ReadWord, line: ReadLine) -> ReadLine:
    """The line from a word on."""
    box = Box(word.box.left, line.box.top, line.box.right, line.box.bottom)
    return line._replace(words=line.words[line.words.index(word) :], box=box)


@pytest.mark.parametrize(
    ("text", "top", "expected"),
    [("10", 40, {0}), ("10", 90, set()), ("See", 40, {0}), ("Ibid", 40, set())],
    ids=["the ink of the label", "elsewhere", "three signs", "a word"],
)
def test_a_label_is_not_read_twice(text: str, top: int, expected: set[int]) -> None:
    """A line that is nothing but the raised ink before the next one is its label; it ends no other note."""
    box = Box(20, top, 40, top + 14)
    alone = ReadLine((ReadWord(tuple(hocr.ReadChar(each, box, 0.9) for each in text), box, 0.9),), box, 0.0, 0.0)
    place = Box(90, 40, 400, 76)
    note = ReadLine((ReadWord((hocr.ReadChar("T", place, 0.9),), place, 0.9),), place, 0.0, 0.0)
    label = Mark((0,), Box(20, 40, 40, 54), False, -1, 0, 0)
    assert expected == read_twice([alone, note], [[], [label]])


def test_half_a_label_is_not_read_twice() -> None:
    """A line that is the first figure of the raised label before the next one, which has its second, is that label."""
    box, place = Box(20, 40, 29, 54), Box(30, 40, 400, 76)
    six = ReadLine((ReadWord((hocr.ReadChar("6", box, 0.9),), box, 0.9),), box, 0.0, 0.0)
    note = ReadLine((ReadWord((hocr.ReadChar("5", place, 0.9),), place, 0.9),), place, 0.0, 0.0)
    assert {0} == read_twice([six, note], [[], [Mark((0, 1), Box(20, 40, 40, 54), False, 0, 0, 1)]])
