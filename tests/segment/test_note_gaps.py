"""Notes whose label the reader lost."""

import msgspec
import pytest

from pipeline.model import Box, CallCandidate, CleanLine, CleanPage, Reading, WordSpan
from pipeline.segment.measure import measure
from pipeline.segment.notes.zones import NoteRooms, find_notes
from pipeline.segment.rows import Row, whole

LEFT, RIGHT, INDENT = 200, 1600, 40


def _line(text: str, top: int, size: int, *, indented: bool = False, call: str = "") -> CleanLine:
    left = LEFT + (INDENT if indented else 0)
    readings = (Reading(text=call, confidence=0.99, reader="digits"),)
    calls = (CallCandidate(start=0, end=1, raised=True, readings=readings),) if call else ()
    box = Box(left, top, RIGHT if len(text) > 60 else left + 12 * len(text), top + size)
    return CleanLine(text=text, box=box, baseline=top + size - 8, size=float(size), calls=calls)


def _page(number: int, notes: list[tuple[str, bool, str]], reader: str = "tesseract") -> list[Row]:
    """A page of body lines and, under them, small lines: text, whether indented, the raised number as it was read."""
    body = "the harbour board levied a small due on every ship that lay inside the mole"
    lines = [_line(body, 200 + 55 * index, 45) for index in range(12)]
    lines += [
        _line(text, 1000 + 40 * index, 34, indented=indented, call=call)
        for index, (text, indented, call) in enumerate(notes)
    ]
    page = CleanPage(number=number, reader=reader, lines=tuple(lines), width=1800, height=2500)
    return [whole(page, index) for index in range(len(lines))]


def _rooms(*pages: list[Row]) -> NoteRooms:
    return find_notes(pages, measure(pages))


LONG = "Harbour Registers of Port Selwyn, Selwyn Documents 4 (Port Selwyn, 1931), where it"
FIRST = _page(
    1, [("'HR, p. 1.", True, "1"), ("*Ibid., p. 2.", True, "2"), (f"°{LONG}", True, "3"), ("ends.", False, "")]
)


def test_a_lost_number_is_found_by_the_indent_of_its_row() -> None:
    """Note 5, whose raised number left no trace, begins as the others do and stands where a number is missing."""
    second = _page(2, [
        ("‘HR, p. 44, where all of it is printed for the first time in full and without notes", True, "4"),
        ("by Fennick.", False, ""), ("Ibid., p. 45.", True, ""), ("°Ibid., p. 46.", True, "6"),
    ])  # fmt: skip

    assert [note.label for note in _rooms(FIRST, second).notes] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(("reader", "notes"), [("tesseract", 5), ("text-layer", 3)])
def test_text_layers_lose_no_label(reader: str, notes: int) -> None:
    """Rows of a table in small type begin as the notes do; on a scan their numbers might have been lost."""
    pages = [
        _page(1, [("1HR, p. 1.", True, "1"), (f"2{LONG}", True, "2"), ("ends.", False, ""), (f"3{LONG}", True, "3"),
                  ("ends.", False, ""), ("in the list.", False, "")], reader),
        _page(2, [("‘Oil Tax.", True, ""), ("and wicks.", False, ""), ("‘Tin Tax.", True, "")], reader),
    ]  # fmt: skip

    assert notes == len(_rooms(*pages).notes)


def test_verse_above_a_first_note_whose_number_is_lost_is_text() -> None:
    """Verse in nearly the type of the notes stands over the row that raised ink begins, where note 1 is missing."""
    verse = [(f"the lamps of the harbour, leaf {leaf},", True, "") for leaf in "abc"]
    second = _page(2, [("*HR, p. 2.", True, "2"), ("*HR, p. 3.", True, "3")])
    found = _rooms(_page(1, [*verse, ("'HR, p. 1.", True, "!")]), second)

    assert ["HR, p. 1.", "HR, p. 2.", "HR, p. 3."] == [note.rows[0].text for note in found.notes]
    assert ["1", "2", "3"] == [note.label for note in found.notes]


def test_a_raised_figure_that_touches_its_word_is_a_label() -> None:
    """``4Harbour``, and ``50ld`` where the letter was taken for a figure, stand where 4 and 5 are missing."""
    second = _page(2, [
        ("4Harbour Registers.", True, ""), ("50ld Selwyn, p. 2.", True, ""), ("°Ibid., p. 46.", True, "6"),
    ])  # fmt: skip

    assert ["Harbour Registers.", "0ld Selwyn, p. 2."] == [note.rows[0].text for note in _rooms(FIRST, second).notes][
        3:5
    ]


@pytest.mark.parametrize("word", ["Dr.", "See,"])
def test_a_short_word_is_no_label(word: str) -> None:
    """Where note 5 left no trace, what its row begins with is its first word, unless a number may be read so."""
    second = _page(2, [
        (f"‘{LONG}", True, "4"), ("ends.", False, ""), (f"{word} Fennick, Lamps, p. 45.", True, ""),
        ("°Ibid., p. 46.", True, "6"),
    ])  # fmt: skip

    assert f"{word} Fennick, Lamps, p. 45." == _rooms(FIRST, second).notes[4].rows[0].text


def test_a_quotation_in_a_note_begins_none() -> None:
    """Its rows stand further in than the first rows of notes: the lost note 5 is the one that begins as they do."""
    rows = _page(2, [
        (f"‘{LONG}", True, "4"), ("says:", False, ""), ("the lamps are lit", True, ""),
        ("HR, p. 44.", False, ""), ("Ibid., p. 45.", True, ""), ("°Ibid., p. 46.", True, "6"),
    ])  # fmt: skip
    lines = [row.line for row in rows]
    quoted = lines[14].box or Box(0, 0, 1, 1)
    lines[14] = msgspec.structs.replace(lines[14], box=msgspec.structs.replace(quoted, left=quoted.left + 3 * INDENT))
    page = CleanPage(number=2, reader="tesseract", lines=tuple(lines), width=1800, height=2500)

    notes = _rooms(FIRST, [whole(page, index) for index in range(len(lines))]).notes

    assert [("4", 4), ("5", 1), ("6", 1)] == [(note.label, len(note.rows)) for note in notes[3:]]


def test_rows_set_in_alike_behind_the_last_note_are_a_quotation_in_it() -> None:
    """Each of them stands as far in as a first row, and ends early, but none begins a note."""
    quoted = [("the lamps are lit by the keepers and", True, ""), ("they are put out by the pilots when", True, ""),
              ("the last of the ships is in.", True, "")]  # fmt: skip
    rows = _page(2, [("‘Or else, as Reed has it:", True, "4"), *quoted])
    lines = [row.line for row in rows]
    for index in range(-len(quoted), 0):
        box = lines[index].box or Box(0, 0, 1, 1)
        moved = msgspec.structs.replace(box, left=box.left + INDENT // 2, right=1200 if index < -1 else 900)
        lines[index] = msgspec.structs.replace(lines[index], box=moved)
    page = CleanPage(number=2, reader="tesseract", lines=tuple(lines), width=1800, height=2500)

    notes = _rooms(FIRST, [whole(page, index) for index in range(len(lines))]).notes

    assert ("4", 4) == (notes[-1].label, len(notes[-1].rows))


def test_a_number_flush_at_the_margin_is_text() -> None:
    """``4. Harbour`` in the middle of a note begins a line by chance: the labelled rows are indented."""
    second = _page(2, [
        ("‘HR, p. 44, and above all the Selwyn Documents, which have it on the page before p.", True, "4"),
        ("5. Harbour dues are treated there.", False, ""), ("”Ibid., p. 45.", True, "5"),
    ])  # fmt: skip

    assert [note.rows[0].text for note in _rooms(FIRST, second).notes][-1] == "Ibid., p. 45."


def test_notes_in_a_column_have_its_margin() -> None:
    """Notes under two columns are measured from another edge: that they stand in from it says nothing of this one."""
    first = _page(1, [(f"{number} Ibid., p. {number}.", True, "") for number in (1, 2, 3, 4)], "text-layer")
    second = _page(2, [("5 HR, p. 44.", False, ""), ("6 Ibid., p. 45.", False, "")], "text-layer")
    page = msgspec.structs.replace(
        second[0].page, lines=tuple(msgspec.structs.replace(row.line, column=1) for row in second)
    )

    notes = _rooms(first, [whole(page, index) for index in range(len(page.lines))]).notes

    assert ["1", "2", "3", "4", "5", "6"] == [note.label for note in notes]


def test_what_the_reader_printed_for_a_lost_number_leaves_the_note() -> None:
    """The odd glyph at the start of a row that is found to be a note is its label, not its text."""
    second = _page(2, [("‘HR, p. 44.", True, "4"), ("*Ibid., p. 45.", True, ""), ("°Ibid., p. 46.", True, "6")])

    assert [note.rows[0].text for note in _rooms(FIRST, second).notes][-2:] == ["Ibid., p. 45.", "Ibid., p. 46."]


@pytest.mark.parametrize("text", ["The abstract of the article, long and small, ends the page."])
def test_a_small_foot_without_any_label_is_no_note(text: str) -> None:
    """An abstract at the foot of the first page is small too; nothing at its start looks like a label."""
    assert _rooms(_page(1, [(text, False, "")])).notes == []


@pytest.mark.parametrize("heading", ["Notes", "NOTES AND REFERENCES", "References and Notes"])
def test_endnotes_leave_no_room_for_footnotes(heading: str) -> None:
    """Under the heading ``Notes`` the numbers are notes; ``I. Decline`` on an earlier page is a heading."""
    first = _page(1, [])
    page = CleanPage(
        number=2, reader="tesseract", width=1800, height=2500,
        lines=(
            _line("I. Decline", 200, 45), _line("The levy ended in 1884, as all had known that it would.", 300, 45),
            _line(heading, 420, 45), _line("1. HR, p. 1.", 500, 38), _line("2. Ibid., p. 2.", 545, 38),
        ),
    )  # fmt: skip
    second = [whole(page, index) for index in range(len(page.lines))]

    rooms = _rooms(first, second)

    assert [(note.label, note.kind.value) for note in rooms.notes] == [("1", "end"), ("2", "end")]
    assert [row.text for row in rooms.body][-3:-1] == ["I. Decline", second[1].text]


def test_thanks_may_stand_between_the_heading_and_the_endnotes() -> None:
    """They are in the type of the notes, without a number, before the first."""
    first = _page(1, [])
    shown = [("Notes", 45), ("Thanks to Amos Reed, and to the keepers of", 38), ("the harbour, for their", 38),
             ("careful reading.", 38), ("1. HR, p. 1.", 38), ("2. Ibid., p. 2.", 38)]  # fmt: skip
    page = CleanPage(
        number=2, reader="text-layer", width=1800, height=2500,
        lines=tuple(_line(text, 420 + 60 * index, size) for index, (text, size) in enumerate(shown)),
    )  # fmt: skip

    rooms = _rooms(first, [whole(page, index) for index in range(len(page.lines))])

    assert [("", "end"), ("1", "end"), ("2", "end")] == [(note.label, note.kind.value) for note in rooms.notes]


def test_a_note_of_the_author_may_stand_between_the_heading_and_the_endnotes() -> None:
    """It has a star, is long, and its lines are as large as the heading."""
    shown = [
        ("Notes", 38),
        (f"* {LONG}", 38),
        *[(LONG, 38)] * 15,
        ("ends.", 38),
        ("1. HR, p. 1.", 38),
        ("2. Ibid.", 38),
    ]
    page = CleanPage(
        number=2, reader="tesseract", width=1800, height=2500,
        lines=tuple(_line(text, 420 + 50 * index, size) for index, (text, size) in enumerate(shown)),
    )  # fmt: skip

    rooms = _rooms(_page(1, []), [whole(page, index) for index in range(len(page.lines))])

    assert [("*", "end"), ("1", "end"), ("2", "end")] == [(note.label, note.kind.value) for note in rooms.notes]
    assert LONG == rooms.notes[0].rows[0].text


def test_the_last_word_of_a_note_does_not_end_the_endnotes() -> None:
    """``appendix.`` in a line of its own is the end of note 2, not a heading behind the notes."""
    shown = [
        ("Notes", 45),
        ("1. HR, p. 1.", 38),
        ("2. Ibid., p. 2. See also the", 38),
        ("appendix.", 38),
        ("3. Ibid., p. 3.", 38),
    ]
    page = CleanPage(
        number=2, reader="tesseract", width=1800, height=2500,
        lines=tuple(_line(text, 420 + 50 * index, size) for index, (text, size) in enumerate(shown)),
    )  # fmt: skip

    rooms = _rooms(_page(1, []), [whole(page, index) for index in range(len(page.lines))])

    assert [("1", "end"), ("2", "end"), ("3", "end")] == [(note.label, note.kind.value) for note in rooms.notes]


def test_a_row_that_begins_with_the_number_that_is_missing() -> None:
    """Dirt before it, or a shadow in the margin, has moved note 5 from where labels stand."""
    second = _page(2, [
        (f"‘{LONG}", True, "4"), ("ends.", False, ""), ("#2: 5. Ibid., p. 45.", False, ""),
        ("°Ibid., p. 46.", True, "6"),
    ])  # fmt: skip

    notes = _rooms(FIRST, second).notes

    assert [("5", "Ibid., p. 45."), ("6", "Ibid., p. 46.")] == [(n.label, n.rows[0].text) for n in notes[-2:]]


def test_dirt_before_a_raised_label() -> None:
    """A speck that was read as signs of its own stands before the raised 5, whose sign is printed behind it."""
    second = [row.line for row in _page(2, [("‘HR, p. 44.", True, "4"), ("-: 5Ibid., p. 45.", True, "5")])]
    call = msgspec.structs.replace(second[-1].calls[0], start=2, end=2)
    second[-1] = msgspec.structs.replace(second[-1], calls=(call,))
    page = CleanPage(number=2, reader="tesseract", lines=tuple(second), width=1800, height=2500)

    notes = _rooms(FIRST, [whole(page, index) for index in range(len(second))]).notes

    assert [("4", "HR, p. 44."), ("5", "Ibid., p. 45.")] == [(note.label, note.rows[0].text) for note in notes[-2:]]


def test_a_stop_that_is_left_of_a_label() -> None:
    """Of ``2.`` and ``3.`` the figures are lost, so that their rows seem to stand further in than labels do."""
    shown = [
        ("Notes", 45, 0), (f"1. {LONG}", 38, 0), ("ends.", 38, 50), (". HR, p. 2; Selwyn Documents, which", 38, 40),
        ("have it.", 38, 50), (". Ibid., p. 3; Selwyn Documents, which", 38, 40), ("have it.", 38, 50),
        (f"4. {LONG}", 38, 0), ("ends.", 38, 50), (f"5. {LONG}", 38, 0), ("ends.", 38, 50),
    ]  # fmt: skip
    lines = [_line(text, 420 + 50 * index, size) for index, (text, size, _) in enumerate(shown)]
    moved = [
        msgspec.structs.replace(line, box=Box(line.box.left + in_, line.box.top, line.box.right, line.box.bottom))
        for line, (*_, in_) in zip(lines, shown, strict=True)
        if line.box
    ]
    page = CleanPage(number=2, reader="tesseract", width=1800, height=2500, lines=tuple(moved))

    notes = _rooms(_page(1, []), [whole(page, index) for index in range(len(moved))]).notes

    assert ["1", "2", "3", "4", "5"] == [note.label for note in notes]
    assert "HR, p. 2; Selwyn Documents, which" == notes[1].rows[0].text


def test_a_page_whose_only_label_is_lost() -> None:
    """Between notes 3 and 5, close under the text, a row in their type begins with a star: it is note 4."""
    second = [row.line for row in _page(2, [(f"* {LONG}", True, ""), ("ends.", False, "")])]
    raised = [
        msgspec.structs.replace(
            line, baseline=line.box.bottom - 133,
            box=Box(line.box.left, line.box.top - 125, line.box.right, line.box.bottom - 125),
        )
        for line in second[12:]
        if line.box
    ]  # fmt: skip
    page = CleanPage(number=2, reader="tesseract", lines=(*second[:12], *raised), width=1800, height=2500)
    third = _page(3, [("'HR, p. 5.", True, "5"), (f"*{LONG}", True, "6"), ("ends.", False, "")])

    notes = _rooms(FIRST, [whole(page, index) for index in range(14)], third).notes

    assert ["1", "2", "3", "4", "5", "6"] == [note.label for note in notes]


def test_a_letter_on_the_line_is_that_which_is_missing() -> None:
    """The raised f of a small italic is read as a letter on the line; so is no number among lettered notes."""
    long = [(f"“{LONG}", True, "a"), ("ends.", False, ""), (f"”{LONG}", True, "b"), ("ends.", False, "")]
    first = [*long, ("C Ibid., p. 3.", False, ""), ("8 Lamps were lit for years.", False, ""), ("°Ibid.", True, "d")]

    notes = _rooms(_page(1, first), _page(2, long)).notes

    assert ["a", "b", "c", "d", "a", "b"] == [note.label for note in notes]
    assert ["Ibid., p. 3.", "8 Lamps were lit for years."] == [row.text for row in notes[2].rows]


def test_a_star_by_its_shape_may_be_a_letter() -> None:
    """A small italic letter is as wide as tall; the second reader's letter makes the sequence."""
    first = _page(1, [("“HR, p. 1.", True, "a"), (">Ibid., p. 2.", True, "b"), ("°Ibid., p. 3.", True, "c")])
    second = _page(2, [("* Ibid., p. 4.", True, "a"), (">Ibid., p. 5.", True, "b")])
    line = second[-2].line
    shape = Reading(text="*", confidence=0.5, reader="shape")
    letter = msgspec.structs.replace(line.calls[0].readings[0], confidence=0.4, reader="rapidocr")
    call = msgspec.structs.replace(line.calls[0], readings=(shape, letter))
    lines = (*second[0].page.lines[:-2], msgspec.structs.replace(line, calls=(call,)), second[-1].line)
    page = msgspec.structs.replace(second[0].page, lines=lines)

    notes = _rooms(first, [whole(page, index) for index in range(len(lines))]).notes

    assert ["a", "b", "c", "a", "b"] == [note.label for note in notes]


@pytest.mark.parametrize(("read", "labels"), [("1211", "1234"), ("1234", "1234"), ("1123", "1123")])
def test_no_number_stands_twice_on_a_page(read: str, labels: str) -> None:
    """Where notes count by the page, doubles are misread; but the note of the page before may be carried over."""
    counted = [("'HR, p. 1.", True, "1"), ("*Ibid., p. 2.", True, "2"), ("*Ibid., p. 3.", True, "3")]
    pages = [_page(number, counted) for number in (1, 3, 4)]
    second = _page(2, [(f"{sign}Ibid., p. {place}.", True, sign) for place, sign in enumerate(read, 1)])

    notes = _rooms(pages[0], second, *pages[1:]).notes

    assert labels == "".join(note.label for note in notes if note.label_row.page.number == 2)


def test_the_last_word_of_a_note_is_no_heading_over_endnotes() -> None:
    """``notes`` in a line of its own, and under it a note whose number begins with 1."""
    first = _page(1, [(f"{number}. Ibid., p. {number}.", True, "") for number in range(1, 11)])
    second = _page(2, [("11. HR, p. 1; see also its", True, ""), ("notes", False, ""), ("12. Ibid.", True, "")])

    assert {"foot"} == {note.kind.value for note in _rooms(first, second).notes}


def test_items_in_brackets_are_no_notes_without() -> None:
    """``(2)`` and ``(3)`` begin lines of an abstract; the notes have no brackets, and begin a page later."""
    lines = [
        *(
            _line("the harbour board levied a small due on every ship that lay inside", 200 + 55 * n, 45)
            for n in range(12)
        ),
        _line("The project makes a list of all the lamps and of their keepers, which is kept,", 1900, 34),
        _line("(2) a Catalogue of the signs that the keepers used, with their meanings, and then", 2000, 34),
        _line("(3) a Reader for them.", 2100, 34),
    ]
    page = CleanPage(number=1, reader="text-layer", lines=tuple(lines), width=1800, height=2500)
    abstract = [whole(page, index) for index in range(len(lines))]
    pages = [
        _page(n, [("HR, p. 1.", False, f"{2 * n - 3}"), ("Ibid., p. 2.", False, f"{2 * n - 2}")]) for n in (2, 3, 4)
    ]

    assert [note.label for note in _rooms(abstract, *pages).notes] == ["1", "2", "3", "4", "5", "6"]


def test_raised_letters_of_a_scan_are_labels() -> None:
    """Letters that Tesseract read as quotes label the notes; its star for one of them is no author’s note."""
    first = [("“HR, p. 1.", True, "a"), (">Ibid., p. 2.", True, "b"), ("*Ibid., p. 3.", True, "c")]
    second = [(f"“{LONG}", True, "a"), ("ends.", False, ""), ("” Ibid., p. 9.", True, "b")]

    notes = _rooms(_page(1, first), _page(2, second)).notes

    assert [(note.label, note.rows[0].text) for note in notes] == [
        ("a", "HR, p. 1."), ("b", "Ibid., p. 2."), ("c", "Ibid., p. 3."), ("a", LONG), ("b", "Ibid., p. 9."),
    ]  # fmt: skip


def test_a_page_whose_labels_are_all_lost() -> None:
    """Its notes are a line each, all indented as the notes of the page before are, with odd glyphs before them."""
    first = _page(1, [
        (f"'{LONG}", True, "1"), ("ends.", False, ""), (f"*{LONG}", True, "2"), ("ends.", False, ""),
        (f"°{LONG}", True, "3"), ("ends.", False, ""),
    ])  # fmt: skip
    second = _page(2, [("*Ibid., p. 45.", True, ""), ("’Ibid., p. 46.", True, ""), (f"*{LONG}", True, ""),
                       ("ends.", False, "")])  # fmt: skip

    assert [note.label for note in _rooms(first, second).notes] == ["1", "2", "3", "4", "5", "6"]


def test_raised_letters_label_the_notes_of_pages_that_have_one_each() -> None:
    """An ``a`` on every page is no sequence; but the source raises it, also before a small letter."""
    pages = [_page(number, [("a see HR, p. 1.", True, "a")]) for number in (1, 2, 3, 4)]

    assert [note.label for note in _rooms(*pages).notes] == ["a"] * 4


def test_an_article_at_the_start_of_a_line_is_no_letter() -> None:
    """``a Board`` begins lines of small type on many pages, and nothing raises it."""
    pages = [_page(number, [("a Board of Lights and of", False, "")]) for number in (1, 2, 3, 4)]

    assert [] == _rooms(*pages).notes


def test_a_raised_label_at_the_margin_is_a_label() -> None:
    """A hanging label that was read with its line stands further left than the notes whose labels were not."""
    lines = [
        ("HR, p. 1.", True, "1"),
        ("Ibid., p. 2.", True, "2"),
        ("Ibid., p. 3.", True, "3"),
        ("*Ibid., p. 4.", False, "4"),
    ]
    page = [*FIRST[:12], *_page(1, lines)[12:]]

    assert [note.label for note in _rooms(page).notes] == ["1", "2", "3", "4"]


def test_a_row_whose_size_wavers_is_of_the_notes() -> None:
    """A row in small capitals measures larger than its note, which goes on in the next column; it is no body."""
    second = [row.line for row in _page(2, [(LONG, False, "")] * 3)]
    second[13] = msgspec.structs.replace(second[13], size=42.0)
    page = CleanPage(number=2, reader="tesseract", lines=tuple(second[12:]), width=1800, height=2500)
    broken = _page(1, [("'HR, p. 1.", True, "1"), ("*Ibid., p. 2.", True, "2"), (f"°{LONG}", True, "3")])

    rooms = _rooms(broken, [whole(page, index) for index in range(3)])

    assert (4, 12) == (len(rooms.notes[-1].rows), len(rooms.body))


def test_the_last_note_of_a_page_that_counts_its_own_may_have_lost_its_number() -> None:
    """Nothing tells that a number is missing; but the row begins in every respect as the notes do."""
    second = _page(
        2, [("'HR, p. 4.", True, "1"), (f"*{LONG}", True, "2"), ("ends.", False, ""), ("°Ibid., p. 6.", True, "")]
    )
    third = _page(3, [("'HR, p. 7.", True, "1"), (f"*{LONG}", True, "2"), ("ends.", False, "")])

    assert [note.label for note in _rooms(FIRST, second, third).notes] == ["1", "2", "3", "1", "2", "3", "1", "2"]


def test_rows_with_odd_glyphs_do_not_hide_how_notes_are_indented() -> None:
    """Most rows without a number begin notes, as their glyphs show; the others stand at the margin. 2 has no glyph."""
    whole_notes = [("'HR, p. 1.", "1"), ("Ibid., p. 2.", ""), ("*Ibid., p. 3.", "3"), ("°Ibid., p. 4.", "")]
    later = [("*Ibid., p. 5.", "5"), ("°Ibid., p. 6.", ""), (f"*{LONG}", "7"), ("ends.", ""), ("°Ibid., p. 8.", "")]
    rows = [*whole_notes, *later, (f"*{LONG}", "9"), ("ends.", "")]

    rooms = _rooms(_page(1, [(text, text != "ends.", call) for text, call in rows]))

    assert [note.label for note in rooms.notes] == list("123456789")


@pytest.mark.parametrize("read", ["*", "4"], ids=["read as a star", "read as a number"])
def test_the_notes_of_the_author_stand_over_those_of_an_editor(read: str) -> None:
    """An edition letters its notes, and the author's star begins a note over them on any page."""
    first = [("“HR, p. 1.", True, "a"), (">Ibid., p. 2.", True, "b"), ("°Ibid., p. 3.", True, "c")]
    second = [(f"* {LONG}", True, read), ("ends.", False, ""), ("“HR, p. 9.", True, "a"), ("” Ibid., p. 9.", True, "b")]

    notes = _rooms(_page(1, first), _page(2, second)).notes

    assert ["a", "b", "c", "*", "a", "b"] == [note.label for note in notes]


def _foot(number: int, note: str, call: str) -> list[Row]:
    """A page with one short note, centred under the text."""
    rows = _page(number, [(note, False, call)])
    line = rows[-1].line
    box = Box(LEFT + 400, line.box.top, LEFT + 700, line.box.bottom) if line.box else None
    page = msgspec.structs.replace(
        rows[0].page, lines=(*rows[0].page.lines[:-1], msgspec.structs.replace(line, box=box))
    )
    return [whole(page, index) for index in range(len(page.lines))]


def test_the_only_note_of_a_page_is_centred_and_its_number_lost() -> None:
    """Notes count by the page; raised ink under the text, read as a quote, begins a note, though it is indented."""
    counted = [("'HR, p. 1.", False, "1"), (f"*{LONG}", False, "2"), ("ends.", False, "")]

    rooms = _rooms(
        _page(1, counted), _foot(2, "'Ibid., p. 9.", "i"), _foot(3, "1 Ibid., p. 7.", "1"), _page(4, counted)
    )

    assert ["1", "2", "1", "1", "1", "2"] == [note.label for note in rooms.notes]


def test_the_first_label_of_a_page_that_counts_its_own_may_be_lost() -> None:
    """A page with a note 1 only, and then a page with a 2: its 1 was read as a star."""
    second = [("'HR, p. 3.", False, "1"), (LONG, False, ""), ("ends.", False, "")]
    third = [(f"*{LONG}", False, ""), ("ends.", False, ""), ("*Ibid., p. 8.", False, "2")]

    assert ["1", "2", "1", "1", "2"] == [
        note.label
        for note in _rooms(
            _page(1, [("'HR.", False, "1"), ("*Ib.", False, "2")]), _page(2, second), _page(3, third)
        ).notes
    ]


def test_a_letter_in_brackets_begins_the_last_note_of_a_page() -> None:
    """The size of a short row wavers, and nothing says that a letter lacks."""
    notes = [(f"[a] {LONG}", False, ""), ("ends.", False, ""), ("[b] HR, p. 1.", False, "")]
    *pages, last = [_page(number, notes) for number in (1, 2, 3)]
    row = CleanLine(text="[c] Ibid.", box=Box(LEFT, 1120, LEFT + 110, 1165), baseline=1157, size=45.0)
    page = msgspec.structs.replace(last[0].page, lines=(*last[0].page.lines, row))
    pages.append([whole(page, index) for index in range(len(page.lines))])

    assert [*"abababc"] == [note.label for note in _rooms(*pages).notes]


def test_numbers_begin_again_with_a_chapter() -> None:
    """On the page on which it begins, whose first notes go on from the page before."""
    signs = "'“*°”®©"
    read = [["1", "2", "3"], ["4", "5", "1", "2"], ["3", "4", "5"]]
    pages = [
        _page(page, [(f"{signs[place]}HR, p. {page}{place}.", True, number) for place, number in enumerate(numbers)])
        for page, numbers in enumerate(read, 1)
    ]

    assert [number for numbers in read for number in numbers] == [note.label for note in _rooms(*pages).notes]


def test_initials_are_no_label() -> None:
    """``U.N.`` and ``P.7`` begin notes whose number left no trace, and lose none of their letters."""
    second = _page(2, [
        ("‘HR, p. 44, where all of it is printed for the first time in full and without notes", True, "4"),
        ("by Fennick.", False, ""), ("U.N. Registers, leaf 5.", True, ""), ("P.7.", True, ""),
        ("°Ibid., p. 46.", True, "7"),
    ])  # fmt: skip

    begun = [note.rows[0].text for note in _rooms(FIRST, second).notes]
    assert ["U.N. Registers, leaf 5.", "P.7.", "Ibid., p. 46."] == begun[4:]


def _hanging(number: int, notes: list[str]) -> list[Row]:
    """A page of notes whose labels hang at the edge, to which their further lines go back, the text behind a tab."""
    rows = _page(number, [(text, False, "") for text in notes])
    lines = []
    for row in rows:
        line, label = row.line, row.text.split(" ", 1)[0]
        starts = row.text[:1].isupper() or label.isdecimal()
        if line.size < 40 and line.box and starts:
            words = (len(label) + 1 if label.isdecimal() else 0, len(row.text))
            tab = Box(LEFT + 3 * INDENT, line.box.top, line.box.right, line.box.bottom)
            left = LEFT if label.isdecimal() else tab.left
            spans = (WordSpan(start=words[0], end=words[1], box=tab),)
            line = msgspec.structs.replace(line, words=spans, box=msgspec.structs.replace(tab, left=left))
        lines.append(line)
    page = CleanPage(number=number, reader="ocr-layer", lines=tuple(lines), width=1800, height=2500)
    return [whole(page, index) for index in range(len(lines))]


def test_a_note_without_its_label_begins_where_the_words_behind_labels_do() -> None:
    """Labels hang at the edge of the further lines, words behind a tab: a row at the tab begins the note that lacks."""
    two_lines = [f"{{}} {LONG}", "they lie, and on leaf {}."]
    notes = [line.format(number) for number in (1, 2, 4, 6) for line in two_lines]
    first = [*notes[:4], "Ibid., leaf 3.", *notes[4:6], "Ibid., leaf 5.", *notes[6:]]
    pages = _hanging(1, first), _hanging(2, ["7 Tansy, leaf 7.", "8 Ibid., leaf 8."])

    assert ["1", "2", "3", "4", "5", "6", "7", "8"] == [note.label for note in _rooms(*pages).notes]


def test_behind_the_labels_of_a_typescript_is_more_white() -> None:
    """Two spaces as wide as letters: the first word of a note without its label stands three letters further in."""
    indent, letter = 3 * INDENT, 26
    pages = [
        _typed(1, indent, letter, [1, 2, 3]),
        _typed(2, indent, letter, [4, None, 6]),
        _typed(3, indent, letter, [7]),
    ]

    assert [str(number) for number in range(1, 8)] == [note.label for note in _rooms(*pages).notes]


def _typed(number: int, indent: int, letter: int, labels: list[int | None]) -> list[Row]:
    """A page of a typescript: notes whose raised labels are indented and three letters before the text."""
    rows = _page(number, [row for label in labels for row in ((f"{label or ''} {LONG}".strip(), True, str(label or "")),
                                                              ("they lie in the tower.", False, ""))])  # fmt: skip
    lines = []
    for row in rows:
        line, begins = row.line, row.text.endswith(LONG)
        if line.box and begins:
            start = len(row.text) - len(LONG)
            word = Box(LEFT + indent + 3 * letter, line.box.top, line.box.right, line.box.bottom)
            box = msgspec.structs.replace(word, left=LEFT + indent + (0 if start else 3 * letter))
            line = msgspec.structs.replace(line, box=box, words=(WordSpan(start=start, end=len(row.text), box=word),))
        lines.append(line)
    page = CleanPage(number=number, reader="tesseract", lines=tuple(lines), width=1800, height=2500)
    return [whole(page, index) for index in range(len(lines))]


@pytest.mark.parametrize(("mark", "labels"), [("' ", ["1", "2", "3"]), ("", ["2", "3"])], ids=["a mark", "nothing"])
def test_a_mark_alone_is_what_is_left_of_the_first_label(mark: str, labels: list[str]) -> None:
    """The only row of its page, indented as a quotation would be, white behind the mark; its note goes on overleaf."""
    long = f"{mark}The registers of the harbour were kept by clerks, whose names nobody wrote down, in"
    first, second = _page(1, [(long, True, "")]), _page(2, [("a hand that few read.", False, "")])
    third = _page(3, [("*HR, p. 2.", True, "2"), ("*HR, p. 3.", True, "3")])

    assert labels == [note.label for note in _rooms(first, second, third).notes]


def test_a_number_that_only_says_that_its_note_goes_on_begins_none() -> None:
    """``2 Continued . . .`` stands over the rest of note 2."""
    second = _page(2, [
        ("2 Continued . . .", False, "2"), ("in Port Selwyn.", False, ""), ("°Ibid., p. 46.", True, "3"),
    ])  # fmt: skip
    first = _page(1, [("'HR, p. 1.", True, "1"), ("*Harbour Registers, which were kept by the clerks of", True, "2")])
    found = _rooms(first, second)

    assert ["1", "2", "3"] == [note.label for note in found.notes]
    assert ["2 Continued . . ."] == [row.text for row in found.continuations]


@pytest.mark.parametrize(("confidence", "text"), [(0.3, "Ibid., p. 45."), (0.9, "At Ibid., p. 45.")])
def test_a_short_word_that_its_reader_hardly_believes_is_what_is_left_of_the_label(
    confidence: float, text: str
) -> None:
    """``At Ibid.`` for ⁵ Ibid., where 5 is lacking; a word that is believed is the author's."""
    second = _page(2, [
        ("‘HR, p. 44, where all of it is printed for the first time in full and without notes", True, "4"),
        ("by Fennick.", False, ""), ("At Ibid., p. 45.", True, ""), ("°Ibid., p. 46.", True, "6"),
    ])  # fmt: skip
    row = second[14]
    spans = (WordSpan(start=0, end=2, confidence=confidence), WordSpan(start=3, end=len(row.text), confidence=0.9))
    lines = list(second[0].page.lines)
    lines[14] = msgspec.structs.replace(row.line, words=spans)
    page = msgspec.structs.replace(second[0].page, lines=tuple(lines))
    found = _rooms(FIRST, [whole(page, index) for index in range(len(lines))])

    assert text in [" ".join(row.text for row in note.rows) for note in found.notes]


@pytest.mark.parametrize(
    ("confidence", "second", "labels"), [(0.6, 120, "123456"), (0.6, 90, "12346"), (0.97, 120, "12346")],
    ids=["at the tab", "elsewhere", "a word that is believed"],
)  # fmt: skip
def test_dirt_that_touches_a_label_makes_a_word_of_it(confidence: float, second: int, labels: str) -> None:
    """``Ds Ibid.`` for 5., its edge that of the dirt: the next word stands where those behind all labels stand."""
    rows = _page(1, [(f"{number} HR, p. {number}.", True, "") for number in "1234"]
                 + [("Ds Ibid., p. 45.", False, ""), ("6 HR, p. 6.", True, "")])  # fmt: skip
    lines = []
    for row in rows:
        box = row.line.box
        if row.line.size < 40 and box:
            left = LEFT + (second if row.text.startswith("Ds") else 120)
            first = 2 if row.text.startswith("Ds") else 1
            spans = (
                WordSpan(start=0, end=first, box=Box(box.left, box.top, left - 10, box.bottom), confidence=confidence),
                WordSpan(start=first + 1, end=len(row.text), box=Box(left, box.top, box.right, box.bottom)),
            )
            lines.append(msgspec.structs.replace(row.line, words=spans))
        else:
            lines.append(row.line)
    page = msgspec.structs.replace(rows[0].page, lines=tuple(lines))
    found = _rooms([whole(page, index) for index in range(len(lines))])

    assert list(labels) == [note.label for note in found.notes]


@pytest.mark.parametrize(("row", "notes"), [("Md. Stat. 758.", 3), ("‘Md. Stat. 758.", 4)], ids=["a word", "a sign"])
def test_an_abbreviation_that_no_text_calls_is_no_label(row: str, notes: int) -> None:
    """A note that lists statutes has rows which begin as notes do; nothing was printed for a label before them."""
    pages = [
        _page(
            1,
            [
                ("1HR, p. 1.", True, "1"),
                (f"2{LONG}", True, "2"),
                ("ends.", False, ""),
                (f"3{LONG}", True, "3"),
                ("ends.", False, ""),
                ("It ends.", False, ""),
                (row, True, ""),
            ],
        )
    ]

    assert notes == len(_rooms(*pages).notes)
