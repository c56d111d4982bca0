"""Italics, small capitals and bold of page images, and that upright text has none of them."""

from collections.abc import Iterator

import numpy as np
import pytest

from pipeline.config import Settings
from pipeline.model import Box, Line, Page, Style
from pipeline.ocr import open_source, read_page
from pipeline.ocr.ink.components import components_of
from pipeline.ocr.letterforms.small_capitals import recast
from pipeline.ocr.letterforms.type_size import LineType
from pipeline.ocr.readers.hocr import ReadChar, ReadLine, ReadWord
from tests.ocr.conftest import page_image

FORMS_PAGE = """
#set page(width: 130mm, height: 100mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
#align(center)[#text(12pt)[*The Ledgers of the Harbour*]]
#align(center)[#smallcaps[Caroline Meade, Wei Shuhua and Pavel Nesterov]]

The clerks of the harbour were very careful, and every one of them knew _The Northern Ferry_ by heart. They
cited the _Zhongguo nongye_ in every year, with few exceptions, and wrote of it in a wavy hand.

The NATO and the SMA were never heard of here, nor was anything else in capital letters of full size.

#line(length: 30%, stroke: 0.5pt)
#text(8pt)[1. Odo Fennick, _Harbour Registers of Port Selwyn_ (Port Selwyn, 1931), pp. 12 and 14.]

#text(8pt)[2. See #smallcaps[Caroline Meade, Ferries and Harbours], above note 1; SMA 5.]
"""

# Words in small capitals that stand alone in a note, and are short: what Tesseract reads as ``Oun.``, ``Cope``, ``Mp.``
SHORT_FORMS_PAGE = """
#set page(width: 130mm, height: 75mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 10pt, hyphenate: false)
Every harbour had a code of its own, and the clerks of the towns, who read none of them, went on as they had done.

#line(length: 30%, stroke: 0.5pt)
#text(8pt)[1. See #smallcaps[Del. Harbour Code] § 12 (1931); In the Estate of Rose, #smallcaps[Md. Port] Court 5.]

#text(8pt)[2. Compare #smallcaps[Ohio Rev. Stat.] art. 4, #smallcaps[Bill of Ferries], and the Rule of Moss, Rome 1880.]

#text(8pt)[3. The #smallcaps[Ill. Lamp Code] tit. 15; #smallcaps[Neb. Dock. L. Rep.] 7; State and Oxen, 14 Docks 2.]

#text(8pt)[4. #smallcaps[Hester Tansy, Quays and Jetties of the North: The Rise of Harbour Offices] 12.]
"""


@pytest.fixture(scope="module")
def forms_page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """A page with italics in two sizes, a bold heading and a byline in small capitals."""
    image = page_image(FORMS_PAGE, tmp_path_factory.mktemp("forms") / "forms.png")
    return read_page(open_source(image, Settings()), 1, Settings(), image.parent)


@pytest.fixture(scope="module")
def short_forms_page(tmp_path_factory: pytest.TempPathFactory) -> Page:
    """Notes that cite codes in small capitals, as law reviews do."""
    image = page_image(SHORT_FORMS_PAGE, tmp_path_factory.mktemp("short") / "short.png")
    return read_page(open_source(image, Settings()), 1, Settings(), image.parent)


def words_with(page: Page, form: str) -> Iterator[str]:
    """The words that are set so, in reading order."""
    return (word.text for line in page.lines for word in line.words if getattr(word.style, form))


def line_with(page: Page, text: str) -> Line:
    """The line that holds the text."""
    return next(line for line in page.lines if text in line.text)


def test_italics_and_no_other_words(forms_page: Page) -> None:
    """Titles in the text and in a note are italic to the last word; words of diagonals, as very and wavy, are not."""
    italic = "The Northern Ferry Zhongguo nongye Harbour Registers of Port Selwyn"
    assert italic == " ".join(words_with(forms_page, "italic"))


def test_small_capitals_are_small_letters(forms_page: Page) -> None:
    """A byline in small capitals has its capitals where print has tall letters, and says how it was set."""
    line = line_with(forms_page, "Meade")
    assert "Caroline Meade, Wei Shuhua and Pavel Nesterov" == line.text
    assert [True] * 7 == [word.style.small_caps for word in line.words]


def test_reading_of_small_capitals_stays_as_rival(forms_page: Page) -> None:
    """What the reader had for a word in small capitals is kept beside it."""
    word = next(word for word in line_with(forms_page, "Meade").words if word.text == "Nesterov")
    assert "NESTEROV" in {rival.text for rival in word.rivals}


def test_capitals_of_full_size_stay(forms_page: Page) -> None:
    """Abbreviations in running text are not taken for small capitals."""
    line = line_with(forms_page, "NATO")
    assert (True, set()) == ("SMA" in line.text, {word.text for word in line.words if word.style.small_caps})


def test_small_capitals_within_a_line(forms_page: Page) -> None:
    """An author and a title in small capitals are told from the text around them, and from an abbreviation."""
    words = [(word.text, word.style.small_caps) for word in line_with(forms_page, "above note").words]
    small = [("Caroline", True), ("Meade,", True), ("Ferries", True), ("and", True), ("Harbours,", True)]
    assert ([("See", False), *small], ("SMA", False)) == (words[1:7], words[-2])


def test_short_words_in_small_capitals(short_forms_page: Page) -> None:
    """Titles of codes are told word by word, and no word that merely has no tall letter behind its capital is."""
    told = "Del. Harbour Code Md. Port Ohio Rev. Stat. Bill of Ferries, Ill. Lamp Code Neb. Dock. Rep."
    assert told == " ".join(words_with(short_forms_page, "small_caps")).partition(" Hester")[0]


def test_letters_that_hang_in_small_capitals(short_forms_page: Page) -> None:
    """The tail of a capital Q hangs below the line, and it is a capital all the same."""
    line = line_with(short_forms_page, "Tansy")
    assert "4. Hester Tansy, Quays and Jetties of the North: The Rise of Harbour Offices 12." == line.text


def test_a_short_tail_makes_no_capital_of_a_small_one() -> None:
    """The small capital Q of ``EQUAL`` hangs so little that its ink stands on the line: what rises above it counts."""
    tops, feet = (20, 25, 25, 25, 25), (40, 43, 40, 40, 40)
    ink = np.zeros((60, 120), np.uint8)
    chars = []
    for place, (char, top, foot) in enumerate(zip("EQUAL", tops, feet, strict=True)):
        box = Box(10 + 20 * place, top, 24 + 20 * place, foot)
        ink[box.top : box.bottom, box.left : box.right] = 255
        chars.append(ReadChar(char, box, 0.9))
    box = Box(10, 20, 104, 43)
    line = ReadLine((ReadWord(tuple(chars), box, 0.9),), box, 0.0, -3.0)
    assert "Equal" == recast(components_of(ink), line, LineType(0.0, 40.0, 15.0)).line.words[0].text


def test_bold_line_and_no_other(forms_page: Page) -> None:
    """The heading is bold, and it alone."""
    assert ["The", "Ledgers", "of", "the", "Harbour"] == list(words_with(forms_page, "bold"))


def test_upright_words_are_plain(forms_page: Page) -> None:
    """Running text has no style at all."""
    line = line_with(forms_page, "capital letters")
    assert {Style()} == {word.style for word in line.words}


def test_no_small_capitals_in_a_line_of_which_nothing_is_left() -> None:
    """A line whose words the second reader told to be dirt stays as it is."""
    empty = ReadLine((), Box(0, 0, 60, 20), 0.0, 0.0)
    assert (empty, {}) == recast(components_of(np.zeros((20, 60), np.uint8)), empty, LineType(0.0, 18.0, 10.0))


def test_a_figure_for_a_numeral_in_small_capitals_stays() -> None:
    """The second reader saw ``I`` in small capitals, and the word became a 1: it has no letter to make small."""
    box = Box(10, 2, 14, 14)
    line = ReadLine((ReadWord((ReadChar("1", box, 0.9),), box, 0.9),), Box(0, 0, 60, 20), 0.0, 0.0)
    told = recast(components_of(np.zeros((20, 60), np.uint8)), line, LineType(0.0, 18.0, 10.0), frozenset({0}))

    assert ["1"] == [word.text for word in told.line.words]
