"""Somebody else's OCR layer beside our two readings: two against one."""

import numpy as np
import pytest

from pipeline.model import Box, Line, Page, RaisedMark, Reading, Style, Word
from pipeline.ocr.collation.third_witness import with_witness

NO_INK = np.full((8, 8), 255, np.uint8)
# The word as it was read, what the second reader has, its confidence, what the layer has, what the word is then.
CASES = [
    ("dues,’", 'dues,"', 0.99, 'dues,"', "dues,”"),  # a quote of which one stroke is lost
    ("‘‘Lamps’’", '"Lamps"', 0.55, "“Lamps”", "“Lamps”"),
    ("‘‘Keeper’s", "\"Keeper's", 0.6, "\"Keeper's", "“Keeper’s"),
    ("19,1-162", "19.1–162", 0.97, "19.1-162", "19.1–162"),
    ("lamp,", "lamp,", 0.99, "lamp.", "lamp,"),  # the layer alone decides nothing
    ("lamp,", "lamb.", 0.99, "lamp.", "lamp,"),
    ("Isle", "lsle", 0.5, "lsle", "Isle"),  # strokes, of which nobody is sure
    ("nl,", "n1,", 0.99, "n1,", "n1,"),
    ("Lamp,", "Lamp4", 0.9, "Lamp4", "Lamp4"),  # a figure below the line
    ("Doesn’t", "Doesn", 0.9, "Doesn", "Doesn’t"),  # what is only lost
    ("“Lamps", "*Lamps", 0.9, "*Lamps", "“Lamps"),  # a blurred quote
    ("lamps,", "lamps.", 0.7, "lamps.", "lamps,"),  # the tail of a comma gets lost
    ("lamps,", "lamps.", 0.95, "lamps.", "lamps."),
    ("x³", "x3", 0.95, "x3", "x³"),
    ("Dock.", "DOCK.", 0.95, "DOCK.", "Dock."),  # small capitals, of which the ink told nothing
    ("harbour.", "harbour.3", 0.9, "harbour.3", "harbour."),  # a call, not a figure on the line
]
IDS = [f"{first} {confidence}" for first, _, confidence, *_ in CASES]


def page_of(*words: Word, marks: tuple[RaisedMark, ...] = ()) -> Page:
    """A page of one line, the words between two others."""
    around = (Word(text="the"), *words, Word(text="was"))
    return Page(number=1, reader="tesseract+rapidocr", lines=(Line(words=around, marks=marks),))


def read(text: str, second: str, confidence: float = 0.99, *, small_caps: bool = False) -> Word:
    """A word with the second reader's reading beside it."""
    rivals = (Reading(text=second, confidence=confidence, reader="rapidocr"),)
    return Word(text=text, confidence=0.8, style=Style(small_caps=small_caps), rivals=rivals)


@pytest.mark.parametrize(
    ("first", "second", "confidence", "layer", "wanted"), CASES, ids=[f"{case[0]}-{case[2]}" for case in CASES]
)
def test_two_are_right_against_one(first: str, second: str, confidence: float, layer: str, wanted: str) -> None:
    """Where the second reader and the layer have the same, that is taken; where the layer stands alone, nothing is."""
    page = with_witness(page_of(read(first, second, confidence)), NO_INK, ["the", layer, "was"])
    assert wanted == page.lines[0].words[1].text


def test_what_was_not_taken_is_a_rival() -> None:
    """The first reader's word, where it is overruled; the layer's, where it is not."""
    page = page_of(read("dues,’", 'dues,"'), Word(text="Lamp"))
    dues, lamp = with_witness(page, NO_INK, ["the", 'dues,"', "Lump", "was"]).lines[0].words[1:3]
    readers = [[(rival.text, rival.reader) for rival in word.rivals] for word in (dues, lamp)]
    assert [[("dues,’", "tesseract")], [("Lump", "ocr-layer")]] == readers


def test_raised_ink_is_left_to_others() -> None:
    """A word that has a note call stays: layers know no raised figures."""
    mark = RaisedMark(word=1, start=5, end=6, box=Box(0, 0, 5, 5))
    page = page_of(read("dues.’4", 'dues."4'), marks=(mark,))
    assert page == with_witness(page, NO_INK, ["the", 'dues."4', "was"])


def test_small_capitals_stay_small_letters() -> None:
    """The layer has them as capitals, which is no other reading; a sign that two have is taken without them."""
    page = page_of(read("Lamp.", "LAMP:", small_caps=True), Word(text="Code", style=Style(small_caps=True)))
    words = with_witness(page, NO_INK, ["the", "LAMP:", "CODE", "was"]).lines[0].words
    assert (["Lamp:", "Code"], ()) == ([word.text for word in words[1:3]], words[2].rivals)


def test_another_text_is_no_witness() -> None:
    """A stamp, or a layer in cipher, has nothing to say about the words that it stands beside."""
    page = page_of(read("lamp", "lamps"))
    assert page == with_witness(page, NO_INK, ["7KH", "ODPS", "ZDV"])
