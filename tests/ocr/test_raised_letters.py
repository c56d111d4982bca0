"""Notes lettered a, b, c on page images, and raised letters that are none of theirs."""

from pathlib import Path

import pytest

from pipeline.config import Settings
from pipeline.model import Line
from pipeline.ocr import open_source, read_page
from pipeline.ocr.collation.raised_letters import ends_abbreviation
from tests.ocr.conftest import page_image

SETTING = """
#set page(width: 130mm, height: 90mm, margin: 12mm)
#set text(font: "Libertinus Serif", size: 11pt, hyphenate: false)
#set par(justify: true, leading: 0.6em)
#set super(typographic: false, size: 0.62em, baseline: -0.42em)
"""
TEXT = """
The clerks of the harbour wrote ‘a fair copy’ of it.#super[{0}] In the XIX#super[e] century M#super[e] Harcastle,
who kept the n#super[o] 12 of the ledgers, gave it to the town;#super[{1}] ‘and nobody’, he said, ‘has opened
it since’.#super[{2}] It was read on the 3#super[d] of June, and then lost for the better part of a year.

#line(length: 30%, stroke: 0.5pt)
#set text(9pt)
#h(1.2em)#super[{0}] Harcastle, Harbour Registers, p. 12, where the copy is said to be older.

#h(1.2em)#super[{1}] Ibid., p. 14. The gift is in the book of the year.

#h(1.2em)#super[{2}] Selwyn Municipal Archive, minutes of the guild, fo. 3.
"""


GLOSSES = """
The clerks of the harbour wrote a fair copy of its law.#super[{0}] Harcastle, who kept the ledgers, gave it to the
town;#super[{1}] it was read on a day of June, and then lost#super[{2}] for the better part of a year.

#line(length: 30%, stroke: 0.5pt)
#set text(9pt)
#super[{0}]#h(0.6em)das gemeine Recht des Hafens.

#super[{1}]#h(0.6em)der Stadt.

#super[{2}]#h(0.6em)verloren.
"""


def _read(signs: str, folder: Path, readers: str = "tesseract+rapidocr", text: str = TEXT) -> list[Line]:
    """The lines of the page, its notes labelled with these three signs."""
    image = page_image(SETTING + text.format(*signs), folder / "page.png")
    settings = Settings(readers=readers)
    return list(read_page(open_source(image, settings), 1, settings, folder).lines)


def _letters(lines: list[Line]) -> list[str]:
    """The first reading of every mark that is a single small letter, in order."""
    first = [mark.readings[0].text for line in lines for mark in line.marks if mark.readings]
    return [text for text in first if len(text) == 1 and text.islower()]


def test_raised_letters_are_read(tmp_path: Path) -> None:
    """The calls in the text and the labels of the notes; not the ends of XIXᵉ, Mᵉ, nᵒ and 3ᵈ."""
    assert ["a", "b", "c", "a", "b", "c"] == _letters(_read("abc", tmp_path))


def test_letters_stand_before_glosses(tmp_path: Path) -> None:
    """A note need not begin with a capital, if its label stands by itself."""
    assert ["a", "b", "c", "a", "b", "c"] == _letters(_read("abc", tmp_path, text=GLOSSES))


def test_letters_are_no_calls_where_notes_are_numbered(tmp_path: Path) -> None:
    """Where no line begins with a raised letter, none is a call."""
    assert [] == _letters(_read("123", tmp_path))


def test_one_reader_alone_sees_no_letters(tmp_path: Path) -> None:
    """Tesseract takes them for quotes; it takes two readers to know them."""
    assert [] == _letters(_read("abc", tmp_path, "tesseract"))


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param("XIX", True, id="French century"),
        pytest.param("M", True, id="Maitre"),
        pytest.param("n", True, id="numero"),
        pytest.param("(x", True, id="exponent"),
        pytest.param("12", True, id="verso of leaf 12"),
        pytest.param("3", True, id="English third"),
        pytest.param("1872", False, id="a year may be annotated"),
        pytest.param("clerks’.", False, id="end of a sentence"),
        pytest.param("argument", False, id="a word"),
        pytest.param("12.", False, id="a number at the end of a sentence"),
    ],
)
def test_what_a_letter_may_abbreviate(before: str, expected: bool) -> None:
    """A raised letter behind a numeral or a single letter belongs to it."""
    assert expected == ends_abbreviation(before)
