"""The second reader and what becomes of a line that it has read again."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Settings
from pipeline.model import Box, Page
from pipeline.ocr import open_source, read_page
from pipeline.ocr.collation.cells import Edit, cells_of, rebuild
from pipeline.ocr.collation.comparison import Comparison
from pipeline.ocr.collation.doubtful_words import Run
from pipeline.ocr.collation.raised_signs import Ground, without_quote
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.raised_marks.marked_characters import Mark
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord
from pipeline.ocr.readers.recogniser import Glyph
from pipeline.vocabulary import Vocabulary
from tests.ocr.conftest import page_image

# What Tesseract, with its English data, gets wrong: en dashes in ranges, diacritics, raised daggers.
DOUBTFUL_PAGE = """
#set page(width: 130mm, height: 70mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
#set super(typographic: false, size: 0.62em, baseline: -0.42em)
The accounts of Höfer, González and Domínguez are in the city archive, pp. 102–4; and again, pp. 77–92 and 301–30.

The pact was signed in June.#super[†] Nobody said who had drawn it up,#super[17] nor for which of the towns.

#line(length: 30%, stroke: 0.5pt)
#text(8pt)[† See Bären, pp. 140–1, and the letters of 1871–1884 in the same place.]
"""


@pytest.fixture(scope="module")
def doubtful_image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page image at 300 dpi on which one reader alone errs."""
    return page_image(DOUBTFUL_PAGE, tmp_path_factory.mktemp("doubtful") / "page.png")


def read(image: Path, folder: Path, readers: str) -> Page:
    """The page as these readers read it."""
    settings = Settings(readers=readers)
    return read_page(open_source(image, settings), 1, settings, folder)


def test_two_readers_read_what_one_does_not(doubtful_image: Path, tmp_path: Path) -> None:
    """Ranges and names come out right by two readers; by Tesseract alone some of them do not."""
    wanted = ["Höfer,", "González", "Domínguez", "102–4;", "77–92", "301–30.", "140–1,", "1871–1884"]
    words = {
        readers: {word.text for line in read(doubtful_image, tmp_path, readers).lines for word in line.words}
        for readers in ("tesseract", "tesseract+rapidocr")
    }
    missing = {readers: [word for word in wanted if word not in found] for readers, found in words.items()}
    assert (True, []) == (len(missing["tesseract"]) >= 3, missing["tesseract+rapidocr"])


def test_what_was_not_taken_is_a_rival(doubtful_image: Path, tmp_path: Path) -> None:
    """A word that was mended keeps Tesseract's reading beside it."""
    page = read(doubtful_image, tmp_path, "tesseract+rapidocr")
    rivals = {word.text: word.rivals for line in page.lines for word in line.words if word.rivals}
    assert [("102-4;", "tesseract")] == [(rival.text, rival.reader) for rival in rivals["102–4;"]]


def test_calls_have_the_second_readers_opinion(doubtful_image: Path, tmp_path: Path) -> None:
    """The dagger and the number are marks, and the second reader says what they are."""
    page = read(doubtful_image, tmp_path, "tesseract+rapidocr")
    body = [mark for line in page.lines if "pact" in line.text or "towns" in line.text for mark in line.marks]
    said = [reading.text for mark in body for reading in mark.readings if reading.reader == "rapidocr"]
    assert ["†", "17"] == said


def test_reader_of_the_page_is_said(doubtful_image: Path, tmp_path: Path) -> None:
    """A page says whether one reader read it or two."""
    assert ["tesseract", "tesseract+rapidocr"] == [
        read(doubtful_image, tmp_path, readers).reader for readers in ("tesseract", "tesseract+rapidocr")
    ]


def test_two_readers_same_bytes(doubtful_image: Path, tmp_path: Path) -> None:
    """The second reader gives the same record twice."""
    first, again = (msgspec.json.encode(read(doubtful_image, tmp_path, "tesseract+rapidocr")) for _ in range(2))
    assert first == again


def test_second_reader_keeps_nothing_about_the_machine(doubtful_image: Path, tmp_path: Path) -> None:
    """Reading leaves the home folder empty: the library that runs the model would report its use, were it not told."""
    home = tmp_path / "home"
    home.mkdir()
    code = (
        "import numpy; from pipeline.ocr.readers.recogniser import read; "
        "print(len(read(numpy.full((48, 200), 255, numpy.uint8))))"
    )
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert ("0", []) == (done.stdout.strip(), list(home.rglob("*")))


# --- Cells ------------------------------------------------------------------------------------------------------------

WORDS = st.lists(st.text("abcde.’", min_size=1, max_size=6), min_size=1, max_size=5)


def line_of(words: list[str]) -> ReadLine:
    """A line of type in which every character is ten pixels wide."""
    made, x = [], 0
    for word in words:
        chars = [ReadChar(text, Box(x + 10 * i, 0, x + 10 * i + 10, 20), 0.9) for i, text in enumerate(word)]
        made.append(ReadWord(tuple(chars), Box(x, 0, x + 10 * len(word), 20), 0.9))
        x += 10 * len(word) + 10
    return ReadLine(tuple(made), Box(0, 0, x, 20), 0.0, 0.0)


def mark_at(line: ReadLine, word: int, start: int, end: int) -> Mark:
    """A mark on these characters."""
    return Mark((0,), line.words[word].box, False, word, start, end)


@given(WORDS, st.data())
def test_line_without_edits_stays(words: list[str], data: st.DataObject) -> None:
    """A line that nothing happens to is the same line, and its marks are where they were."""
    line = line_of(words)
    word = data.draw(st.integers(0, len(words) - 1))
    start = data.draw(st.integers(0, len(words[word])))
    mark = mark_at(line, word, start, data.draw(st.integers(start, len(words[word]))))
    rebuilt = rebuild(line, [mark], cells_of(line, [mark]), [])
    assert (line, [mark]) == (rebuilt.line, rebuilt.marks)


@given(WORDS, st.data())
def test_edits_change_their_cells_and_no_others(words: list[str], data: st.DataObject) -> None:
    """The text after an edit is the text before with the edited characters exchanged."""
    line = line_of(words)
    cells = cells_of(line, [])
    start = data.draw(st.integers(0, len(cells)))
    end = data.draw(st.integers(start, min(start + 3, len(cells))))
    new = data.draw(st.text("xyz", max_size=3))
    rebuilt = rebuild(line, [], cells, [Edit(start, end, tuple((char, 0.8) for char in new))])
    text = " ".join(words)
    assert (text[:start] + new + text[end:]).split() == [word.text for word in rebuilt.line.words]


@given(WORDS, st.data())
def test_mark_keeps_its_characters_through_edits_elsewhere(words: list[str], data: st.DataObject) -> None:
    """A mark stands for the same characters after words before it were joined, parted or exchanged."""
    line = line_of(["one", "two", *words])
    last = len(line.words) - 1
    start = data.draw(st.integers(0, len(line.words[last].text) - 1))
    mark = mark_at(line, last, start, len(line.words[last].text))
    edit = data.draw(st.sampled_from([Edit(3, 4), Edit(1, 1, ((" ", 0.9),)), Edit(0, 2, (("x", 0.9),)), Edit(4, 7)]))
    rebuilt = rebuild(line, [mark], cells_of(line, [mark]), [edit])
    placed = rebuilt.marks[0]
    assert line.words[last].text[start:] == rebuilt.line.words[placed.word].text[placed.start : placed.end]


@given(WORDS, st.data())
def test_every_mark_has_a_place_in_the_line(words: list[str], data: st.DataObject) -> None:
    """Marks that share their characters, or whose characters have gone, stay within the words that are left."""
    line = line_of(words)
    marks = []
    for word in data.draw(st.lists(st.integers(0, len(words) - 1), min_size=1, max_size=3)):
        start = data.draw(st.integers(0, len(words[word])))
        marks.append(mark_at(line, word, start, data.draw(st.integers(start, len(words[word])))))
    cells = cells_of(line, marks)
    start = data.draw(st.integers(0, len(cells)))
    edit = Edit(start, data.draw(st.integers(start, len(cells))), ())
    rebuilt = rebuild(line, marks, cells, [edit])
    for mark in rebuilt.marks:
        length = len(rebuilt.line.words[mark.word].chars) if mark.word >= 0 else 0
        assert -1 <= mark.word < len(rebuilt.line.words)
        assert 0 <= mark.start <= mark.end <= length


# --- Quotes beside raised ink -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("x", "added"), [(45.0, []), (38.0, ["”"])], ids=["on the mark", "before it"])
def test_quote_on_raised_ink_is_there_already(x: float, added: list[str]) -> None:
    """A quote that both readers see on the same ink is one; what the second sees before that ink is another.

    Tesseract reads a raised number as a quote, too, and loses the quote before it.
    """
    line = line_of(["debt”"])
    mark = Mark((0,), line.words[0].chars[4].box, False, 0, 4, 5)
    glyphs = [Glyph(text, 10.0 * i + 5, 0.99) for i, text in enumerate("debt")] + [Glyph('"', x, 0.95)]
    comparison = Comparison(cells_of(line, [mark]), Run(0, 1), glyphs, [mark], Vocabulary(["debt"], "eng"))
    ground = Ground(components_of(np.zeros((20, 60), np.uint8)), LineType(0.0, 20.0, 12.0))
    assert added == ["".join(text for text, _ in edit.chars) for edit in comparison.edits(ground)]


@pytest.mark.parametrize(
    ("seen", "left"), [('"97', 44), ("t97", 30), ('"a', 30)], ids=["behind a quote", "behind a letter", "no number"]
)
def test_a_number_that_touches_a_quote_begins_behind_it(seen: str, left: int) -> None:
    """``debt”⁹⁷`` in one piece of ink: where the second reader sees both, the quote is text, and not of the mark."""
    before, *own = [Glyph(text, 10.0 * i + 39, 0.99) for i, text in enumerate(seen)]
    mark = Mark((0,), Box(30, 0, 60, 10), False, 0, 4, 5)
    assert left == without_quote(mark, [before], own).box.left


def test_the_first_figure_of_a_word_may_be_the_last_of_the_label_before() -> None:
    """The second reader has ``9In`` where the first has ``Tn`` behind 109: of it the letter is taken."""
    line = line_of(["109", "Tn", "general"])
    mark = Mark((0,), line.words[0].box, False, 0, 0, 3)
    glyphs = [Glyph(text, x, 0.99) for text, x in (("9", 25.0), ("I", 45.0), ("n", 55.0))]
    comparison = Comparison(cells_of(line, [mark]), Run(1, 2), glyphs, [mark], Vocabulary(["In", "general"], "eng"))
    ground = Ground(components_of(np.zeros((20, 160), np.uint8)), LineType(0.0, 20.0, 12.0))

    assert ["I"] == ["".join(text for text, _ in edit.chars) for edit in comparison.edits(ground)]


# --- What the second reader sees of a line ----------------------------------------------------------------------------


def taken(read: str, seen: str, sure: float = 0.99) -> str:
    """The line that Tesseract reads so, after the second reader has seen that; a sign is ten pixels wide."""
    line = line_of(read.split(" "))
    cells = cells_of(line, [])
    glyphs = [Glyph(text, 10.0 * i + 5, sure) for i, text in enumerate(seen)]
    comparison = Comparison(cells, Run(0, len(line.words)), glyphs, [], Vocabulary([read], "eng"))
    ground = Ground(components_of(np.zeros((20, 400), np.uint8)), LineType(0.0, 20.0, 12.0))
    return " ".join(word.text for word in rebuild(line, [], cells, list(comparison.edits(ground))).line.words)


@pytest.mark.parametrize(
    ("read", "seen", "expected"),
    [
        ("233 See Tern", "23.See Tern", "23. See Tern"),
        ("lamps.” /d. at", "lamps.”Id. at", "lamps.” Id. at"),
        ("place- and", "place—and", "place—and"),
        ("the ferry |", "the ferry.", "the ferry |"),
    ],
    ids=["behind a label", "before an italic capital", "the two ends of a dash", "dirt"],
)
def test_a_lost_space_is_a_difference_by_itself(read: str, seen: str, expected: str) -> None:
    """The second reader loses spaces: what it sees beside one is taken, and the space stays, unless it was a dash."""
    assert expected == taken(read, seen)


@pytest.mark.parametrize(
    ("read", "seen", "sure", "expected"),
    [
        ("lds", "72Id.", 0.67, "72 Id."),
        ("Bey:", "158 Ibid.", 0.9, "158 Ibid."),
        ("lds", "72Id.", 0.4, "lds"),
        ("lds", "72ods.", 0.9, "lds"),
    ],
    ids=["as one word", "another", "a reader that is unsure", "no note"],
)
def test_a_label_and_its_one_word(read: str, seen: str, sure: float, expected: str) -> None:
    """A line of one word that the second reader sees as a number and ``Id.`` is a note with its raised label."""
    assert expected == taken(read, seen, sure)
