"""Ways in which presses before 1930 set notes: beside one another, numbered by the page, with brackets; and verse."""

import pytest

from pipeline import cleanup
from pipeline.config import Settings
from pipeline.model import BlockKind, Box, CallCandidate, Line, Page, Pages, RaisedMark, Reading, Word
from tests.segment.setting import FULL, Set, article_of, blocks, body

SMALL = 0.8


def _beside(first: str, second: str) -> Set:
    """Two short notes on one line, with white between them."""
    edges, edge = [], 130
    for word in first.split():
        edges.append(edge)
        edge += 8 * len(word) + 8
    edge += 60
    for word in second.split():
        edges.append(edge)
        edge += 8 * len(word) + 8
    return Set(f"{first} {second}", size=SMALL, tabs=tuple(edges), indent=1.5)


def test_short_notes_stand_beside_one_another() -> None:
    """The next number, with an em of white before it, begins a note in the middle of a line."""
    notes = [
        Set("1. HR, p. 12, on oil.", size=SMALL, gap=0.6),
        _beside("2. HR, p. 14.", "3 HR, p. 15."),
        Set("4. HR, p. 16.", size=SMALL),
    ]
    article = article_of([*body(9), *notes], reader="tesseract")

    assert [("1", "HR, p. 12, on oil."), ("2", "HR, p. 14."), ("3", "HR, p. 15."), ("4", "HR, p. 16.")] == [
        (note.label, note.text) for note in article.notes
    ]


def test_a_page_may_begin_with_a_misread_label() -> None:
    """Where numbers go by the page, a 2 under a row that begins oddly is the second note of its page."""
    pages = [
        [*body(26), Set("(1) HR, p. 1.", size=SMALL, gap=0.6), Set("(2) Ibid., p. 2.", size=SMALL)],
        [*body(26), Set("(1) HR, p. 7.", size=SMALL, gap=0.6), Set("(2) Ibid., p. 8.", size=SMALL)],
        [
            *body(26),
            Set("(4) HR, p. 9.", size=SMALL, gap=0.6),
            Set("(2) Ibid., p. 3.", size=SMALL),
            Set("(3) Ibid., p. 4.", size=SMALL),
        ],
    ]
    article = article_of(*pages, reader="tesseract")

    assert ["1", "2", "1", "2", "1", "2", "3"] == [note.label for note in article.notes]
    assert "HR, p. 9." == article.notes[4].text


def test_pages_whose_first_label_was_lost_count_from_1_all_the_same() -> None:
    """Two of three pages begin with a 2 and a 3 that the page before has passed: nothing is left of their 1."""
    first = Set("1. HR, p. 1.", size=SMALL, gap=0.6)
    rest = [Set("2. Ibid., p. 2.", size=SMALL), Set("3. Ibid., p. 3.", size=SMALL)]
    misread = Set("in HR, p. 7, on oil.", size=SMALL, gap=0.6)
    article = article_of(
        [*body(26), first, *rest], [*body(26), misread, *rest], [*body(26), misread, *rest], reader="tesseract"
    )

    assert ["1", "2", "3", "2", "3", "2", "3"] == [note.label for note in article.notes]


def test_what_is_left_of_a_label_in_brackets_begins_a_note() -> None:
    """``(l)``, ``()`` and ``Q)`` stand for ``(1)`` where numbers in brackets go by the page."""
    pages = [
        [*body(26), Set(f"{label} HR, p. {number}.", size=SMALL, gap=0.6), Set("(2) Ibid., p. 2.", size=SMALL)]
        for number, label in enumerate(("(1)", "(1)", "(l)", "()"), 1)
    ]
    last = [*body(26), Set("Q) HR, p. 5.", size=SMALL, gap=0.6)]
    article = article_of(*pages, last, reader="tesseract")

    assert [*["1", "2"] * 4, "1"] == [note.label for note in article.notes]
    assert ["HR, p. 3.", "HR, p. 4.", "HR, p. 5."] == [note.text for note in article.notes[4::2]]


def _called(text: str, start: int, *others: str) -> CallCandidate:
    """The raised candidate of a line whose one raised digit stands at ``start``; other lines of the page around it."""
    words, place = [], 0
    for word in text.split():
        words.append(Word(text=word, box=Box(100 + 10 * place, 100, 100 + 10 * (place + len(word)), 130)))
        place += len(word) + 1
    index = text[:start].count(" ")
    at = start - (text.rfind(" ", 0, start) + 1)
    reading = Reading(text=text[start], confidence=0.99, reader="rapidocr")
    mark = RaisedMark(word=index, start=at, end=at + 1, box=Box(0, 0, 5, 9), readings=(reading,))
    own = Line(words=tuple(words), box=Box(100, 100, 900, 130), baseline=125, size=30.0, marks=(mark,))
    rest = tuple(Line(words=(Word(text=word),), box=Box(100, 200, 300, 230), size=25.0) for word in others)
    page = Page(number=1, reader="tesseract+rapidocr", lines=(own, *rest), width=1000, height=900, dpi=300)
    return next(c for c in cleanup.run(Pages(doc="x", pages=(page,)), Settings()).pages[0].lines[0].calls if c.raised)


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        pytest.param("The lamps were lit (1) and burned.", (), "(1)", id="brackets on both sides"),
        pytest.param("The lamps were lit1) and burned.", ("1)Board", "2)Ibid"), "1)", id="labels have a bracket"),
        pytest.param("The lamps were lit1) and burned.", (), "1", id="labels have none"),
        pytest.param(
            "The lamps (which burned1) were lit.", ("1)Board", "2)Ibid"), "1", id="the bracket closes another"
        ),
    ],
)
def test_brackets_around_a_raised_number_belong_to_the_call(text: str, others: tuple[str, ...], expected: str) -> None:
    """French presses set ``(1)``, German ones ``1)``; a bracket that closes another one is text."""
    call = _called(text, text.index("1"), *others)

    assert expected == text[call.start : call.end]


COUPLET = [
    Set("“The lamp was lit upon the quay,", size=SMALL, indent=9.0, gap=0.3),
    Set("And nobody was there to see.”", size=SMALL, indent=9.6),
]


def test_a_couplet_far_from_the_margin_is_a_quotation() -> None:
    """Verse in smaller type is centred on its longest line; a sentence leads into it."""
    lead = Set("The keeper of the lower harbour wrote in his book:—")
    article = article_of([*body(6)[:-1], lead, *COUPLET, *body(6)], reader="tesseract")

    assert ["“The lamp was lit upon the quay, And nobody was there to see.”"] == blocks(article, BlockKind.QUOTATION)


def test_a_short_line_and_a_first_line_are_no_quotation() -> None:
    """Counsel's name, indented, and under it the first line of the next paragraph, which reaches the right edge."""
    name = Set("Mr. Amos Reed, for the Board.", indent=1.4, gap=0.5)
    article = article_of([*body(6), name, Set(FULL[:77], indent=1.4), *body(6)[1:]], reader="tesseract")

    assert [] == blocks(article, BlockKind.QUOTATION)


def test_a_reference_without_a_word_is_no_speck() -> None:
    """``17, 11. 7-9.`` above the first legible note has no word of three letters, and is printed all the same."""
    notes = [Set("1J, 11. 7-9.", size=SMALL, gap=0.6, indent=1.4), Set("2. HR, p. 12.", size=SMALL, indent=1.4)]
    article = article_of([*body(9), *notes, *[Set("3. Ibid.", size=SMALL, indent=1.4)]], reader="tesseract")

    assert not any("7-9" in each.text for each in article.discarded)


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        pytest.param(["1", "2", "4", "4"], ["1", "2", "3", "4"], id="the same number twice"),
        pytest.param(["1", "3", "8", "4"], ["1", "2", "3", "4"], id="two misread in a row"),
        pytest.param(["1", "2", "8", "4"], ["1", "2", "3", "4"], id="one misread"),
        pytest.param(["1", "2", "4", "5"], ["1", "2", "4", "5"], id="a number that is missing"),
    ],
)
def test_a_misread_digit_is_what_the_sequence_wants(read: list[str], expected: list[str]) -> None:
    """One digit of a label is taken for another where that fills the one gap, and the label is doubted."""
    notes = [
        Set(f"{number}. Lamps of the year, and oil.", size=SMALL, gap=0.6 * (not index))
        for index, number in enumerate(read)
    ]
    article = article_of([*body(26), *notes], reader="tesseract")

    assert expected == [note.label for note in article.notes]
    assert sum(one != other for one, other in zip(read, expected, strict=True)) == sum(
        bool(n.doubt) for n in article.notes
    )


@pytest.mark.parametrize(
    ("text", "is_call"),
    [
        pytest.param("Who paid for it ? Nobody did.", False, id="it ends the question"),
        pytest.param("The lamps ? were lit.", True, id="the sentence goes on"),
        pytest.param("Lamps were lit. ? Nobody did.", True, id="the sentence has its stop"),
    ],
)
def test_a_question_mark_apart_is_no_call_where_it_ends_the_sentence(text: str, *, is_call: bool) -> None:
    """French presses set a space before it; the reader of digits takes its hook for a 2."""
    words = text.split()
    boxed = tuple(Word(text=word, box=Box(100 + 60 * n, 100, 150 + 60 * n, 130)) for n, word in enumerate(words))
    reading = Reading(text="2", confidence=0.9, reader="digits")
    mark = RaisedMark(word=words.index("?"), start=0, end=1, box=Box(0, 0, 5, 9), readings=(reading,))
    line = Line(words=boxed, box=Box(100, 100, 900, 130), baseline=125, size=30.0, marks=(mark,))
    page = Page(number=1, reader="tesseract+rapidocr", lines=(line,), width=1000, height=900, dpi=300)
    found = cleanup.run(Pages(doc="x", pages=(page,)), Settings()).pages[0].lines[0].calls

    assert is_call is any(call.raised for call in found)


def test_a_dash_behind_a_label_belongs_to_it() -> None:
    """``1. — Voir``, as some French presses set it, at the start of a line or amid one; a range is none."""
    first = Set("1. — Voir HR, p. 1. 2. — Ibid., p. 7.", size=SMALL, gap=0.6)
    article = article_of([*body(9), first, Set("3. —Voir HR, p. 9.", size=SMALL)], reader="tesseract")

    assert ["Voir HR, p. 1.", "Ibid., p. 7.", "Voir HR, p. 9."] == [note.text for note in article.notes]


def test_a_short_label_row_that_measures_as_the_text_is_a_note() -> None:
    """The next number stands right under it in the type of the notes, at their leading."""
    close = [Set("(1) The Lamp, 6 June.", at=1300), Set("(2) Ibid., p. 2.", size=SMALL, at=1322)]
    pages = [
        [*body(26), Set("(1) HR, p. 1.", size=SMALL, gap=0.6)],
        [*body(26), *close],
        [*body(26), Set("(1) HR, p. 7.", size=SMALL, gap=0.6)],
    ]
    article = article_of(*pages, reader="tesseract")

    assert ["1", "1", "2", "1"] == [note.label for note in article.notes]


def test_glosses_run_on_before_a_legible_number_keep_theirs() -> None:
    """``1) oil? 2) lamps. 3) boats.`` over ``4)``: that is no misread 2, and glosses begin with small letters."""
    calls = [Set(f"the {word} of the mole{number}", raised=number) for word, number in zip("abcd", "1234", strict=True)]
    notes = [Set("1) oil? 2) lamps. 3) boats, or rafts.", size=0.8), Set("4) wicks, says Tansy.", size=0.8)]
    pages = [[*body(24), *calls, *notes], [*body(24), *calls[:2], Set("1) oil. 2) lamps.", size=0.8)]]
    article = article_of(*pages, reader="page-xml")

    expected = ["oil?", "lamps.", "boats, or rafts.", "wicks, says Tansy.", "oil.", "lamps."]
    assert list(zip("123412", expected, strict=True)) == [(note.label, note.text) for note in article.notes]
