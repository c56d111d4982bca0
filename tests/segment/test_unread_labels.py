"""Notes of scans whose raised labels no reader could read, and notes that are run on in one line."""

import pytest
from msgspec.structs import replace

from pipeline.model import TEXT_LAYER, Box, CallCandidate, CleanLine, CleanPage, Reading
from pipeline.readers import TESSERACT
from pipeline.segment.measure import measure
from pipeline.segment.notes.zones import NoteRooms, find_notes
from pipeline.segment.rows import Row, whole

LEFT, RIGHT, INDENT = 200, 1600, 40
BODY = "the harbour board levied a small due on every ship that lay inside the mole"
LONG = "Harbour Registers of Port Selwyn, Selwyn Documents 4, which has it on the page"


def _call(start: int, end: int, *readings: str, raised: bool = True) -> CallCandidate:
    read = tuple(Reading(text=text, confidence=0.9, reader="rapidocr") for text in readings)
    return CallCandidate(start=start, end=end, raised=raised, readings=read)


def _line(
    text: str, top: int, size: int, calls: tuple[CallCandidate, ...] = (), *, indented: bool = False
) -> CleanLine:
    left = LEFT + (INDENT if indented else 0)
    box = Box(left, top, RIGHT if len(text) > 60 else left + 12 * len(text), top + size)
    return CleanLine(text=text, box=box, baseline=top + size - 8, size=float(size), calls=calls)


def _page(
    number: int, calls: list[str], notes: list[tuple[str, bool, bool]], size: int = 34, reader: str = TESSERACT
) -> list[Row]:
    """Twelve lines of body, the last of which have calls; under them lines, each indented or not, raised ink or not."""
    lines = [_line(BODY, 200 + 55 * index, 45) for index in range(12 - len(calls))]
    lines += [
        _line(f"{BODY}*", 200 + 55 * (len(lines) + index), 45, (_call(len(BODY), len(BODY) + 1, call, "*"),))
        for index, call in enumerate(calls)
    ]
    lines += [
        _line(text, 1000 + 40 * index, size, (_call(0, 1, text[0]),) if raised else (), indented=indented)
        for index, (text, indented, raised) in enumerate(notes)
    ]
    page = CleanPage(number=number, reader=reader, lines=tuple(lines), width=1800, height=2500)
    return [whole(page, index) for index in range(len(lines))]


def _rooms(*pages: list[Row]) -> NoteRooms:
    return find_notes(pages, measure(pages))


def _two_pages(first: int, size: int = 34, reader: str = TESSERACT) -> NoteRooms:
    """Two pages with four notes, no label of which is a number any more; one left no ink at all."""
    one = [
        (f'"{LONG}', True, True),
        ("that nobody reads.", False, False),
        ("Ibid., leaf two of it.", True, False),
    ]
    two = [(f"™{LONG}", True, True), ("of the lamps.", False, False), ("*Ibid., the last leaf.", True, True)]
    calls = [str(first + place) for place in range(4)]
    return _rooms(_page(1, calls[:2], one, size, reader), _page(2, [calls[2], ""], two, size, reader))


@pytest.mark.parametrize("first", [pytest.param(1, id="from 1"), pytest.param(41, id="the second part of an article")])
def test_small_type_at_the_feet_whose_labels_are_unread_is_notes(first: int) -> None:
    """Their numbers are those that the text calls, and that rise by one."""
    notes = _two_pages(first).notes

    assert [str(first + place) for place in range(4)] == [note.label for note in notes]
    assert "Ibid., leaf two of it." == notes[1].rows[0].text


def test_a_text_layer_has_the_labels_of_its_notes() -> None:
    """Where it has none, the paragraphs at its feet are those of one note."""
    assert not any(note.label.isdecimal() for note in _two_pages(1, reader=TEXT_LAYER).notes)


def test_a_number_that_nobody_read_is_doubted() -> None:
    """Where no ink is left of a label its number is told by the notes around it, and the report says so."""
    doubts = [note.doubt for note in _two_pages(1).notes]

    assert ["""label printed '"'""", "the label was lost; told by the notes around it"] == doubts[:2]


def test_every_column_has_its_own_foot() -> None:
    """The unread labels of two columns are told in each; the calls are those of the page."""
    feet = [
        [(f'"{LONG}', True, True), ("that nobody reads.", False, False)],
        [(f"™{LONG}", True, True), ("of the lamps.", False, False), ("*Ibid., the last leaf.", True, True)],
    ]
    pages = []
    for number in (1, 2):
        called = [str(3 * number - 2), str(3 * number - 1), str(3 * number)]
        columns = [_page(number, called[:2], feet[0]), _page(number, called[2:], feet[1])]
        lines = [replace(row.line, column=at) for at, column in enumerate(columns, 1) for row in column]
        page = CleanPage(number=number, reader="tesseract", lines=tuple(lines), width=3600, height=2500)
        pages.append([whole(page, index) for index in range(len(lines))])
    found = _rooms(*pages)

    assert ["1", "2", "3", "4", "5", "6"] == [note.label for note in found.notes]


def _indented_pages(calls: list[str]) -> NoteRooms:
    """Two pages with five notes, each indented; neither their labels nor the calls are numbers any more."""
    one = [
        (f'"{LONG}', True, False),
        ("that nobody reads.", False, False),
        ("Ibid., the second leaf.", True, False),
        (f"°{LONG}", True, False),
        ("of the oil.", False, False),
    ]
    two = [(f"” {LONG}", True, False), ("of the lamps.", False, False), ("°Ibid., the last leaf.", True, False)]
    return _rooms(_page(1, calls, one), _page(2, calls[:2], two))


def test_indents_tell_the_notes_where_no_number_is_left() -> None:
    """What breaks the labels breaks the calls, too: raised ink that is read as a quotation mark is enough then."""
    firsts = [note.rows[0].text for note in _indented_pages(["”", "’", "*"]).notes]

    assert [LONG, "Ibid., the second leaf.", LONG, LONG, "Ibid., the last leaf."] == firsts


def test_a_quotation_that_is_set_further_in_is_no_note() -> None:
    """Its rows are small and indented, too, but not as the first rows of notes are."""
    quotation = [_line(f"the lamps of leaf {leaf}.", 860 + 40 * leaf, 34) for leaf in range(2)]
    moved = [replace(line, box=Box(LEFT + 3 * INDENT, line.box.top, RIGHT, line.box.bottom))
             for line in quotation if line.box]  # fmt: skip
    further = [(text, False, False) for text in ("which has it in a hand", "of the last century", "that nobody reads.")]
    notes = [(f'"{LONG}', True, False), *further, ("°Ibid., the last leaf.", True, False)]
    pages = []
    for number in (1, 2):
        lines = [row.line for row in _page(number, ["”", "’"], notes)]
        page = CleanPage(number=number, reader="tesseract", lines=(*lines[:12], *moved, *lines[12:]), width=1800)
        pages.append([whole(page, index) for index in range(len(page.lines))])

    firsts = [note.rows[0].text for note in _rooms(*pages).notes]

    assert [LONG, "Ibid., the last leaf."] * 2 == firsts


def test_indents_without_calls_tell_of_no_notes() -> None:
    """A text in smaller type at the foot of two pages, in indented paragraphs, some of which begin with a quotation."""
    assert [] == _indented_pages([]).notes


def test_type_of_the_text_at_the_feet_is_no_notes() -> None:
    """Paragraphs that seem to begin with raised ink, as on bent pages, are text if they are as large as it."""
    assert [] == _two_pages(1, size=45).notes


def test_small_type_that_nothing_calls_is_no_notes() -> None:
    """A text in smaller type at the foot of two pages, and no number in the text above."""
    small = [(f'"{LONG}', True, True), ("that nobody reads.", False, False), (f"°{LONG}", True, True)]

    assert [] == _rooms(_page(1, [], small), _page(2, [], small)).notes


def _run_on(called: str, dash: str = " ") -> list[str]:
    """The labels of a page whose two notes share a line, the text above calling 1 and another number."""
    lines = [_line(BODY, 200 + 55 * index, 45) for index in range(8)]
    lines += [
        _line(
            f"{BODY} ({number})",
            640 + 55 * index,
            45,
            (_call(len(BODY) + 1, len(BODY) + 4, f"({number})", raised=False),),
        )
        for index, number in enumerate(("1", called))
    ]
    lines += [
        _line(f"(1) {LONG}", 1000, 34, indented=True),
        _line(f"of oil. (2){dash}Ibid., the last leaf.", 1040, 34),
    ]
    rest = [_line(BODY, 200 + 55 * index, 45) for index in range(10)]
    pages = [
        CleanPage(number=number, reader="tesseract", lines=tuple(each), width=1800, height=2500)
        for number, each in enumerate((lines, rest), 1)
    ]
    return [note.label for note in _rooms(*([whole(page, i) for i in range(len(page.lines))] for page in pages)).notes]


def test_notes_that_are_run_on_are_parted_where_the_text_calls_the_next() -> None:
    """``(2)`` behind a stop within note (1) begins a note if the text above calls 2; else it is the author's."""
    assert ["1", "2"] == _run_on("2")
    assert ["1"] == _run_on("7")
    assert ["1", "2"] == _run_on("2", dash="—")


def _starred_under_first(reader: str) -> list[str]:
    """The labels of two pages; the first calls 1 and a star, which begins a row behind the whole of note 1."""
    pages = []
    for number, signs in enumerate((("1", "*"), ("2", "3", "4")), 1):
        text = [_line(BODY, 200 + 55 * index, 45) for index in range(8)]
        text += [
            _line(f"{BODY}{sign}", 640 + 55 * place, 45, (_call(len(BODY), len(BODY) + 1, sign),))
            for place, sign in enumerate(signs)
        ]
        for place, sign in enumerate(signs):
            text.append(_line(f"{sign} {LONG}", 1000 + 80 * place, 34, (_call(0, 1, sign),)))
            text.append(_line("as they say.", 1040 + 80 * place, 34))
        lines = tuple(replace(line, calls=tuple(_read_by(call, reader) for call in line.calls)) for line in text)
        pages.append(CleanPage(number=number, reader=reader, lines=lines, width=1800, height=2500))
    return [note.label for note in _rooms(*([whole(page, i) for i in range(len(page.lines))] for page in pages)).notes]


def _read_by(call: CallCandidate, reader: str) -> CallCandidate:
    return replace(call, readings=tuple(replace(reading, reader=reader) for reading in call.readings))


def test_a_star_of_a_text_layer_is_no_number_that_was_misread() -> None:
    """A page calls 1 and a star: the star that begins a row under note 1 is not the 2 of the next page."""
    assert 1 == _starred_under_first(TEXT_LAYER).count("2")


def test_a_note_may_begin_with_a_label_at_the_end_of_a_line() -> None:
    """``2.—`` ends the line, and the note stands on the next."""
    lines = [_line(BODY, 200 + 55 * index, 45) for index in range(8)]
    lines += [_line(f"{BODY}”", 640 + 55 * index, 45, (_call(len(BODY), len(BODY) + 1, "”"),)) for index in (0, 1)]
    lines += [_line(f"1. — {LONG}", 1000, 34, indented=True), _line("of the oil in the lamps. 2.—", 1040, 34)]
    lines += [_line("Tansy, the last leaf.", 1080, 34)]
    page = CleanPage(number=1, reader="tesseract", lines=tuple(lines), width=1800, height=2500)

    assert ["1", "2"] == [note.label for note in _rooms([whole(page, index) for index in range(len(lines))]).notes]


def test_reference_marks_at_the_feet_are_no_broken_numbers() -> None:
    """Stars and daggers look odd at the start of a row, and are what they are."""
    notes = [(f"{mark} {LONG}" if index % 2 else f"{mark} Ibid., the last leaf.", True, False)
             for index, mark in enumerate("*†‡")]  # fmt: skip
    notes.insert(2, ("that nobody reads.", False, False))
    rooms = _rooms(*(_page(number, ["*", "†", "‡"], notes) for number in (1, 2)))

    assert ["*", "†", "‡"] * 2 == [note.label for note in rooms.notes]


def test_a_mark_between_two_others_is_the_one_that_lacks() -> None:
    """Nothing of ‡ was read; † stands above the row, and § below it."""
    notes = [
        ("* Ibid., the first leaf.", True, False),
        (f"† {LONG}", True, False),
        ("that nobody reads.", False, False),
        ("“Of the Lamps”, the second leaf.", True, False),
        ("§ Ibid., the last leaf.", True, False),
    ]
    rooms = _rooms(*(_page(number, ["*", "†", "‡", "§"], notes) for number in (1, 2)))

    assert ["*", "†", "‡", "§"] * 2 == [note.label for note in rooms.notes]


def test_what_a_reader_made_of_a_mark_leaves_its_note() -> None:
    """``¢t Compare`` stands for ‡: both glyphs are of the mark."""
    notes = [
        ("* Ibid., the first leaf.", True, False),
        (f"† {LONG}", True, False),
        ("that nobody reads.", False, False),
        ("¢t Compare the second leaf.", True, False),
        ("§ Ibid., the last leaf.", True, False),
    ]
    rooms = _rooms(*(_page(number, ["*", "†", "‡", "§"], notes) for number in (1, 2)))

    assert [("‡", "Compare the second leaf.")] * 2 == [
        (note.label, note.rows[0].text.strip()) for note in rooms.notes if "Compare" in note.rows[0].text
    ]


@pytest.mark.parametrize(("called", "labels"), [("b", "ab"), ("x", "a")])
def test_a_row_is_the_last_note_of_its_page_where_the_text_calls_it(called: str, labels: str) -> None:
    """A raised b was read as ``>`` before its note, and as b in the text."""
    last = ("> Ibid., the last leaf.", True, False)
    whole = [("a Ibid., the first leaf.", True, False), ("b Ibid., the last leaf.", True, False)]
    pages = [_page(1, ["a", called], [whole[0], last]), *(_page(number, ["a", "b"], whole) for number in (2, 3))]

    assert [*labels, *"abab"] == [note.label for note in _rooms(*pages).notes]


def _beside_one_another(calls: int, last: str = "”") -> list[tuple[str, str]]:
    """The labels and first words of two pages whose notes are run on, their numbers raised and hardly read."""
    row = f"' {LONG[:40]}, p. 3. – * See the leaf. – ” Ibid."
    pages = []
    for number in (1, 2):
        lines = [_line(BODY, 200 + 55 * index, 45) for index in range(8)]
        lines += [
            _line(f"{BODY}”", 640 + 55 * index, 45, (_call(len(BODY), len(BODY) + 1, "”"),)) for index in range(calls)
        ]
        inner = [_call(row.index("*"), row.index("*") + 1, "2", "*"), _call(row.index("”"), row.index("”") + 1, last)]
        lines += [_line(row, 1000, 34, (_call(0, 1, "1", "'"), *inner), indented=True)]
        page = CleanPage(number=number, reader="tesseract", lines=tuple(lines), width=1800, height=2500)
        pages.append([whole(page, index) for index in range(len(lines))])
    return [(note.label, note.rows[0].text.strip().split()[0]) for note in _rooms(*pages).notes]


@pytest.mark.parametrize("calls", [3, 2])
def test_raised_ink_behind_a_sentence_begins_a_note_that_the_page_calls(calls: int) -> None:
    """Nobody read the third number; the page calls three notes, or only two."""
    labels = [("1", "Harbour"), ("2", "See"), ("3", "Ibid.")][:calls]

    assert labels * 2 == _beside_one_another(calls)


def test_raised_ink_that_is_read_as_a_letter_begins_no_note_amid_a_line() -> None:
    """The page calls a third note, whose label is lost, but a letter of the line above is no number."""
    assert [("1", "Harbour"), ("2", "See")] * 2 == _beside_one_another(3, last="e")


def test_the_last_marks_of_a_page_left_no_ink() -> None:
    """Their first words stand further in than the labels do, where a label would end."""
    notes = [("* Ibid., the first leaf.", True, True), (f"† {LONG}", True, False), ("that nobody reads.", False, False)]
    pages = [_page(number, ["*", "t", "”"], [*notes]) for number in (1, 2, 3)]
    lost = _line("Ibid., the last leaf.", 1120, 34)
    box = Box(LEFT + INDENT + 35, 1120, LEFT + 400, 1154)
    ends = replace(pages[2][0].page, lines=(*pages[2][0].page.lines, replace(lost, box=box)))
    rooms = _rooms(*pages[:2], [whole(ends, index) for index in range(len(ends.lines))])

    assert ["*", "†", "*", "†", "*", "†", "‡"] == [note.label for note in rooms.notes]


def test_doubled_stars_are_marks_of_their_own() -> None:
    """A reader of the raised ink saw one star of two."""
    lines = [("* Ibid., the first leaf.", "*"), ("** Ibid., the last leaf.", "**")]
    pages = []
    for number in (1, 2):
        made = [_line(BODY, 200 + 55 * index, 45) for index in range(10)]
        made += [_line(f"{BODY}{mark}", 800 + 55 * index, 45, (_call(len(BODY), len(BODY) + len(mark), mark),))
                 for index, (_, mark) in enumerate(lines)]  # fmt: skip
        made += [_line(text, 1000 + 40 * index, 34, (_call(0, len(mark), "*"),), indented=True)
                 for index, (text, mark) in enumerate(lines)]  # fmt: skip
        page = CleanPage(number=number, reader="tesseract", lines=tuple(made), width=1800, height=2500)
        pages.append([whole(page, index) for index in range(len(made))])

    assert ["*", "**"] * 2 == [note.label for note in _rooms(*pages).notes]


def test_a_mark_over_the_next_begins_a_note_however_large_its_row_measures() -> None:
    """The size of a row with few letters wavers, and right under it † begins a note in the size of the notes."""
    pages = []
    for number, size in ((1, 34), (2, 42)):
        lines = [_line(BODY, 200 + 55 * index, 45) for index in range(11)]
        lines += [_line("* See the leaf.", 1400, size, (_call(0, 1, "*"),)), _line(f"† {LONG}", 1440, 34)]
        page = CleanPage(number=number, reader="tesseract", lines=tuple(lines), width=1800, height=2500)
        pages.append([whole(page, index) for index in range(len(lines))])

    assert ["*", "†"] * 2 == [note.label for note in _rooms(*pages).notes]
