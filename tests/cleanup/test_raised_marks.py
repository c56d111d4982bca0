"""Raised ink for which the first reader printed a mark of punctuation: a call, or a part of the text."""

import pytest

from pipeline import cleanup
from pipeline.config import Settings
from pipeline.model import Box, Line, Page, Pages, RaisedMark, Reading, Word
from pipeline.raised_notation import parted_figures


def _raised(readings: tuple[Reading, ...]) -> int:
    """How many raised candidates a page has whose one word ends with an exclamation mark."""
    word = Word(text="application!", box=Box(100, 100, 220, 130))
    mark = RaisedMark(word=0, start=11, end=12, box=Box(210, 98, 216, 112), readings=readings)
    line = Line(words=(word,), box=word.box, baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    lines = cleanup.run(Pages(doc="marks", pages=(page,)), Settings())
    return sum(call.raised is True for call in lines.pages[0].lines[0].calls)


TESSERACT = Reading(text="!", confidence=0.97, reader="tesseract")


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (Reading(text="†", confidence=0.9, reader="rapidocr"), 1),
        (Reading(text="†", confidence=0.4, reader="rapidocr"), 0),
        (Reading(text="!", confidence=0.9, reader="rapidocr"), 0),
        (Reading(text="d", confidence=0.96, reader="letters"), 1),
        (Reading(text="f", confidence=0.6, reader="letters"), 0),
        (Reading(text="1", confidence=0.69, reader="rapidocr"), 1),
        (Reading(text="1", confidence=0.3, reader="rapidocr"), 0),
        (Reading(text="a", confidence=0.97, reader="rapidocr"), 1),
        (Reading(text="a", confidence=0.69, reader="rapidocr"), 0),
    ],
    ids=[
        "a dagger",
        "hardly a dagger",
        "an exclamation mark",
        "a letter",
        "hardly a letter",
        "a figure",
        "hardly a figure",
        "a letter in its word",
        "hardly a letter in its word",
    ],
)
def test_a_sign_that_the_second_reader_sees_is_a_call(second: Reading, expected: int) -> None:
    """The first reader makes an exclamation mark of it; without the second reader it is the end of a sentence."""
    assert expected == _raised((second, TESSERACT))


@pytest.mark.parametrize(
    ("printed", "behind", "expected"),
    [("plant!", "is", 1), ("plant!", "Is", 0), ("plant?", "is", 0), ("plant!”", "is", 0)],
    ids=["the sentence goes on", "another begins", "a question within a sentence", "it closes a quotation"],
)
def test_nothing_ends_before_a_small_letter(printed: str, behind: str, expected: int) -> None:
    """What was read as an exclamation mark within a sentence, and is raised ink without a dot, may be a call."""
    words = (Word(text=printed, box=Box(100, 100, 180, 130)), Word(text=behind, box=Box(190, 105, 220, 130)))
    mark = RaisedMark(word=0, start=5, end=6, box=Box(160, 98, 166, 112), readings=(TESSERACT,))
    line = Line(words=words, box=Box(100, 98, 220, 130), baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    lines = cleanup.run(Pages(doc="marks", pages=(page,)), Settings())
    assert expected == sum(call.raised is True for call in lines.pages[0].lines[0].calls)


@pytest.mark.parametrize("second", ["'®", "‘°"])
def test_mark_that_is_a_word_with_the_call_is_its_first_figure(second: str) -> None:
    """No quotation opens right before a call: a word of a mark and raised ink is wholly the call."""
    words = (
        Word(text="unchanged.", box=Box(100, 100, 220, 130)),
        Word(text=second, box=Box(225, 98, 250, 130)),
    )
    readings = (Reading(text="16", confidence=0.99, reader="rapidocr"),)
    mark = RaisedMark(word=1, start=1, end=2, box=Box(226, 98, 249, 112), readings=readings)
    line = Line(words=words, box=Box(100, 98, 250, 130), baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    lines = cleanup.run(Pages(doc="marks", pages=(page,)), Settings())
    assert [(11, 13)] == [(call.start, call.end) for call in lines.pages[0].lines[0].calls]


@pytest.mark.parametrize(
    ("white", "expected"), [(12, ["10", "1", "0"]), (40, ["1"])], ids=["of one number", "two by themselves"]
)
def test_figures_that_letterspacing_parts_are_one_number(white: int, expected: list[str]) -> None:
    """A line that is set to the full measure letter by letter has ``1 0`` for a raised 10."""
    first, second = Box(200, 98, 212, 120), Box(212 + white, 98, 226 + white, 120)
    words = (Word(text="mole,1", box=Box(100, 98, 212, 130)), Word(text="0", box=second))
    marks = tuple(
        RaisedMark(
            word=word, start=start, end=start + 1, box=box,
            readings=(Reading(text=text, confidence=0.99, reader="digits"),),
        )
        for word, start, box, text in ((0, 5, first, "1"), (1, 0, second, "0"))
    )  # fmt: skip
    line = Line(words=words, box=Box(100, 98, 226 + white, 130), baseline=125, size=30.0, marks=marks)
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    calls = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0].calls
    assert expected == [reading.text for reading in calls[0].readings]


def test_a_number_that_was_seen_whole_is_no_longer() -> None:
    """The reader of its first figure has read all of it: what the ink of the second is, is in it."""
    word = Word(text="12", box=Box(100, 98, 140, 120))
    boxes = (("12", "rapidocr", Box(100, 98, 112, 120)), ("2", "digits", Box(122, 98, 140, 120)))
    marks = tuple(
        RaisedMark(word=0, start=0, end=2, box=box, readings=(Reading(text=text, confidence=0.99, reader=reader),))
        for text, reader, box in boxes
    )
    line = Line(words=(word, Word(text="See", box=Box(150, 98, 200, 130))), box=Box(100, 98, 200, 130), baseline=125,
                size=30.0, marks=marks)  # fmt: skip
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    calls = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0].calls
    assert ("12", 1) == (calls[0].readings[0].text, len(calls))


def test_apostrophe_between_letters_is_text() -> None:
    """What a speck over the apostrophe of a transcription is taken for calls no note."""
    word = Word(text="chiao’?ao", box=Box(100, 98, 220, 130))
    star = Reading(text="*", confidence=0.83, reader="digits")
    mark = RaisedMark(word=0, start=5, end=7, box=Box(160, 98, 166, 112), readings=(star,))
    line = Line(words=(word,), box=word.box, baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    lines = cleanup.run(Pages(doc="marks", pages=(page,)), Settings())
    assert not any(call.raised for call in lines.pages[0].lines[0].calls)


def test_the_first_letters_of_a_word_are_text() -> None:
    """A line bends upwards into the spine: both readers have the same letter there, and small ones follow."""
    word = Word(text="and", box=Box(100, 98, 160, 130))
    readings = tuple(Reading(text="a", confidence=0.99, reader=reader) for reader in ("rapidocr", "tesseract"))
    mark = RaisedMark(word=0, start=0, end=1, box=Box(100, 98, 118, 112), readings=readings)
    line = Line(words=(word,), box=word.box, baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    lines = cleanup.run(Pages(doc="marks", pages=(page,)), Settings())
    assert not lines.pages[0].lines[0].calls


@pytest.mark.parametrize(
    ("opening", "printed", "expected"),
    [("“the", "oil.”24", "24"), ("the", "oil.”24", "”24"), ("“the", "oil.”4", "”4")],
    ids=["it closes a quotation", "nothing is open", "it is a figure"],
)
def test_a_closing_quote_in_raised_ink_is_text(opening: str, printed: str, expected: str) -> None:
    """Large marks are as tall as figures: the ink of ``”21`` is taken for one number, and its first sign is none."""
    words = (Word(text=opening, box=Box(100, 98, 160, 130)), Word(text=printed, box=Box(170, 98, 260, 130)))
    readings = (Reading(text="21", confidence=0.99, reader="rapidocr"),)
    mark = RaisedMark(word=1, start=4, end=len(printed), box=Box(210, 98, 260, 112), readings=readings)
    line = Line(words=words, box=Box(100, 98, 260, 130), baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    own = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0]
    [call] = [call for call in own.calls if call.raised]
    assert expected == own.text[call.start : call.end]


def _text_layer(*lines: tuple[str, str]) -> list[str]:
    """The characters of the calls on the line in a text layer; of each line its text and what ends it raised."""
    made = []
    for row, (text, call) in enumerate(lines):
        top = 100 + 40 * row
        words = [
            Word(text=word, box=Box(100 + 120 * place, top, 210 + 120 * place, top + 30))
            for place, word in enumerate(f"{text}{call}".split())
        ]
        last = words[-1].text
        reading = Reading(text=call, confidence=1.0, reader="text-layer")
        mark = RaisedMark(
            word=len(words) - 1, start=len(last) - len(call), end=len(last), box=words[-1].box or Box(0, 0, 1, 1),
            readings=(reading,),
        )  # fmt: skip
        made.append(
            Line(words=tuple(words), box=Box(100, top, 900, top + 30), size=30.0, marks=(mark,) if call else ())
        )
    page = Page(number=1, reader="text-layer", lines=tuple(made), width=1000, height=1500, dpi=300)
    cleaned = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines
    return [line.text[call.start : call.end] for line in cleaned for call in line.calls if call.raised is False]


def test_a_number_that_nobody_raised_is_a_call_where_the_raised_ones_lack_it() -> None:
    """14 and 17 are raised; ``keepers15`` is glued to a word, ``oil.16`` to its stop. 19 is not lacking."""
    assert ["15", "16"] == _text_layer(
        ("The lamps were lit by the boats.", "14"),
        ("They were paid by the keepers15 (1963) and", ""),
        ("had no more of the oil.16 There was CO2 and covid19", ""),
        ("for all the ships that ran in.", "17"),
    )


LABELS = [("1 Tansy, Lamps, 12.", ""), ("2 “Oil”, 14.", ""), ("3 Ibid., 15.", ""), ("4 Boats, 6.", "")]


@pytest.mark.parametrize(
    ("raised", "found"),
    [pytest.param("", ["1", "2", "3", "4"], id="none is raised"), pytest.param("9", [], id="others are")],
)
def test_calls_on_the_line_are_told_by_the_labels_of_their_page(raised: str, found: list[str]) -> None:
    """Glued to a word or to the marks behind it, each the number of a note at the foot, and counting up."""
    text = [("The lamps1 were lit “by boats.”2 They", ""), ("had (p. 185).3 oil and oxen.4 The", raised)]
    assert found == [call for call in _text_layer(*text, *LABELS) if call.isdecimal()]


def test_asterisks_in_a_line_of_their_own_are_not_raised() -> None:
    """They part sections, however high a font sets them."""
    words = tuple(Word(text="*", box=Box(left, 100, left + 10, 110)) for left in (100, 120, 140))
    marks = tuple(RaisedMark(word=index, start=0, end=1, box=word.box) for index, word in enumerate(words) if word.box)
    line = Line(words=words, box=Box(100, 100, 150, 130), baseline=125, size=30.0, marks=marks)
    page = Page(number=1, reader="text-layer", lines=(line,), width=400, height=600, dpi=300)

    calls = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0].calls

    assert not any(call.raised for call in calls)


@pytest.mark.parametrize(("confidence", "text"), [(0.8, "' The lamps"), (0.3, "The lamps")], ids=["sure", "doubted"])
def test_a_mark_before_a_capital_may_be_a_label(confidence: float, text: str) -> None:
    """A raised 1 in old-style figures is read as a quote; what the reader doubts is dirt."""
    words = tuple(
        Word(text=word, box=Box(100 + 90 * place, 100, 180 + 90 * place, 130), confidence=sure)
        for place, (word, sure) in enumerate([("'", confidence), ("The", 0.9), ("lamps", 0.9)])
    )
    line = Line(words=words, box=Box(100, 100, 360, 130), baseline=125, size=30.0)
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)

    assert text == cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0].text


@pytest.mark.parametrize(
    ("word", "start", "end", "expected"),
    [
        pytest.param(1, 0, 1, (4, 7), id="a bracket"),
        pytest.param(1, 2, 4, (4, 7), id="the other bracket and the stop"),
        pytest.param(1, 3, 3, (4, 7), id="behind it"),
        pytest.param(0, 3, 3, (4, 7), id="behind the word before"),
    ],
)
def test_a_mark_beside_a_number_in_brackets_is_that_number(
    word: int, start: int, end: int, expected: tuple[int, int]
) -> None:
    """Where only the box of the line is known, a mark falls on the characters beside its own."""
    words = (Word(text="oil", box=Box(100, 100, 160, 130)), Word(text="(7),", box=Box(170, 100, 230, 130)))
    reading = Reading(text="7", confidence=0.9, reader="digits")
    mark = RaisedMark(word=word, start=start, end=end, box=Box(185, 98, 195, 112), readings=(reading,))
    line = Line(words=words, box=Box(100, 100, 230, 130), baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="alto", lines=(line,), width=400, height=600, dpi=300)
    found = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0].calls

    assert [expected] == [(call.start, call.end) for call in found if call.raised]


@pytest.mark.parametrize(
    ("printed", "start", "expected"),
    [("lamps®().", 5, "®()"), ("lamps().", 5, "()"), ("lamps()®", 7, "()®"), ("lamps®(b)", 5, "®")],
    ids=["behind its sign", "for no sign", "before its sign", "not empty"],
)
def test_empty_brackets_beside_a_number_are_its_own(printed: str, start: int, expected: str) -> None:
    """French presses raise the number in brackets, and a reader may see these alone; the other has a sign for all."""
    word = Word(text=printed, box=Box(100, 100, 220, 130))
    end = start + (printed[start] == "®")
    readings = (Reading(text="3", confidence=0.97, reader="rapidocr"),)
    mark = RaisedMark(word=0, start=start, end=end, box=Box(190, 98, 210, 112), readings=readings)
    line = Line(words=(word,), box=word.box, baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=400, height=600, dpi=300)
    cleaned = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0]

    assert [expected] == [cleaned.text[call.start : call.end] for call in cleaned.calls]


@pytest.mark.parametrize(
    ("printed", "start", "end", "expected"),
    [
        ("lamps (®.", 1, 2, "(®"),
        ("lamps (f).", 2, 3, "(f)"),
        ("lamps (® and oil)", 1, 2, "®"),
        ("lamps ®.", 0, 1, "®"),
    ],
    ids=["its ink is the rest", "a letter for its number", "the bracket closes later", "no bracket"],
)
def test_the_bracket_before_a_call_is_its_own(printed: str, start: int, end: int, expected: str) -> None:
    """Where labels stand in brackets, calls do, and the mark may hold the closing one."""
    labels = [Line(words=(Word(text=f"({number})"), Word(text="Tansy,"), Word(text="p. 7."))) for number in (1, 2)]
    words = tuple(
        Word(text=text, box=Box(100 + 90 * i, 100, 180 + 90 * i, 130)) for i, text in enumerate(printed.split())
    )
    readings = (Reading(text="6", confidence=0.97, reader="rapidocr"),)
    mark = RaisedMark(word=1, start=start, end=end, box=Box(200, 98, 210, 112), readings=readings)
    line = Line(words=words, box=Box(100, 98, 900, 130), baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line, *labels), width=900, height=600, dpi=300)
    cleaned = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0]

    assert [expected] == [cleaned.text[call.start : call.end] for call in cleaned.calls if call.raised]


@pytest.mark.parametrize(
    ("raised", "text"), [(False, "the “tape”, and"), (True, "the “tape”’, and")], ids=["no", "yes"]
)
def test_a_mark_behind_a_closing_one_is_its_second_stroke_unless_it_is_raised(raised: bool, text: str) -> None:
    """``“tape’’,``: both strokes of the double mark were read, or the second of them is what was read for a number."""
    texts = ("“Oil”, “wick”, “lamp”, “boat”", "the “tape’’, and")
    rows = [
        tuple(
            Word(text=w, box=Box(100 + 90 * i, 60 * row, 180 + 90 * i, 60 * row + 30))
            for i, w in enumerate(line.split())
        )
        for row, line in enumerate(texts)
    ]
    seven = Reading(text="7", confidence=0.97, reader="rapidocr")
    mark = RaisedMark(word=1, start=6, end=7, box=Box(260, 60, 268, 72), readings=(seven,))
    lines = tuple(
        Line(words=words, box=Box(100, 60 * row, 600, 60 * row + 30), baseline=60 * row + 25, size=30.0,
             marks=(mark,) if row and raised else ())
        for row, words in enumerate(rows)
    )  # fmt: skip
    page = Page(number=1, reader="tesseract+rapidocr", lines=lines, width=900, height=600, dpi=300)

    assert text == cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[1].text


@pytest.mark.parametrize(
    ("printed", "glyphs", "number", "expected"),
    [("makeup.23", 1, "23", "23"), ("oil.2”", 1, "22", "2”"), ("1902", 1, "22", "2"), ("lamps3", 1, "23", "3")],
    ids=["its first figure", "and a mark for the second", "a figure of the text", "a first figure that was lost"],
)
def test_the_first_figures_of_a_number_are_of_the_call(printed: str, glyphs: int, number: str, expected: str) -> None:
    """An OCR layer has the box of the word alone, and of two raised figures the ink falls on the second."""
    word = Word(text=printed, box=Box(100, 100, 190, 130))
    readings = (Reading(text=number, confidence=0.99, reader="digits"),)
    start = len(printed) - glyphs
    mark = RaisedMark(word=0, start=start, end=len(printed), box=Box(170, 98, 190, 112), readings=readings)
    line = Line(words=(word,), box=word.box, baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="ocr-layer", lines=(line,), width=400, height=600, dpi=300)
    mended = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0]

    assert [expected] == [mended.text[call.start : call.end] for call in mended.calls]


@pytest.mark.parametrize(
    ("text", "place", "number", "expected"),
    [
        ("of its lamps.1 4 1 This", (15, 16), "141", "1 4 1"),
        ("saw the lamps.3 5 Then", (16, 17), "35", "3 5"),
        ("for the lamps.\"' 44 This", (17, 19), "144", "' 44"),
        ("in 1872 it was 12 lamps", (15, 17), "12", "12"),
        ("said ‘the lamps.’ 44 This", (18, 20), "144", "44"),
    ],
    ids=["all parted", "two", "a mark for the first", "a year before it", "a quotation that ends"],
)
def test_the_parted_figures_of_a_call(text: str, place: tuple[int, int], number: str, expected: str) -> None:
    """An OCR layer sets white between raised figures, of which the ink shows some; none may stay in the text."""
    start, end = parted_figures(text, *place, number)

    assert expected == text[start:end]


def test_a_number_in_brackets_behind_a_raised_quotation_mark_is_a_call_of_its_own() -> None:
    """The mark closes a quotation, and its ink is raised as well; it is not the call."""
    words = tuple(
        Word(text=text, box=Box(left, 100, left + 90, 130))
        for left, text in ((100, '"The'), (200, "oil"), (300, '1910"(58),'))
    )
    readings = (Reading(text='"', confidence=1.0, reader="ocr-layer"),)
    mark = RaisedMark(word=2, start=4, end=5, box=Box(340, 98, 350, 112), readings=readings)
    line = Line(words=words, box=Box(100, 98, 390, 130), baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="ocr-layer", lines=(line,), width=400, height=600, dpi=300)
    found = cleanup.run(Pages(doc="marks", pages=(page,)), Settings()).pages[0].lines[0]

    assert ['"', "(58)"] == [found.text[call.start : call.end] for call in found.calls]
