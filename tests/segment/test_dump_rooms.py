"""What is text and what are notes in a dump: told by words, place and the length of the lines."""

from pipeline import cleanup
from pipeline.config import Settings
from pipeline.model import CleanLine, CleanPage
from pipeline.segment.notes.dump_rooms import dump_rooms
from pipeline.segment.rows import rows_of, whole
from tests.cleanup.pages import pages_of
from tests.segment.conservation import article_of_dump

OPENINGS = (
    "The board met at noon and",
    "The ferry was late again and",
    "A levy was laid on oil and",
    "The clerk was out and",
)
TEXT = """\
nobody asked what a winter without lamps would come to;
the masters of the boats gave a halfpenny at the steps,{}
and the boy who rowed round the moorings with his slate
wrote it all down, as he had done in the years before
the whalers came in. Nobody would say where the oil was
gone, though everybody knew; the lamps stayed dark until
spring, and those who had paid for them were not told.{}
There was a second winter, and a third one after it, and
the clerk who kept the slates sold them when he was out,""".splitlines()
NOTES = (
    (
        "1 O. Fennick (ed.), Harbour Registers of Port Selwyn, 3 vols. (Port Selwyn: Mole Press, 1931),",
        "vol. 2, p. 12, and A. Marsh, The Ferries of the Northern Ports (Port Selwyn, 1902), pp. 14-15.",
        "2 Ibid., p. 44.",
    ),
    (
        "3 Letter from Quell to Drummond of 1 February 1871, Selwyn Archive, HP 22/5, fol. 3; see also",
        "the minutes of the board for 1872 in the Harbour Museum, no. 14, and Fennick, vol. 3, p. 201.",
        "4 Ibid., p. 7.",
    ),
    (
        "5 A. Marsh, “Of Slates and Lamps,” in: Papers of the Harbour Museum 4 (1904), pp. 3-40, here p.",
        "17; cf. O. Fennick, The Oil of the Levy (Port Selwyn: Mole Press, 1928), pp. 190-194 and 212.",
        "6 Ibid.",
    ),
    (
        "7 See the list of masters in Selwyn Archive, HP 22/7, fol. 12; most of them had paid in 1871,",
        "as Quell told the ministry on 4 March 1872 (ibid., fol. 14; printed in Fennick, vol. 1, p. 9).",
        "8 Ibid., p. 9.",
    ),
)
GOING_ON = (
    "and that the chairman said that the lamps were dark, and that nobody rose to ask the reason why; he",
    "had it entered by the clerk, and the board went home to its supper at the usual hour of the winter.",
)


def _text(number: int) -> list[str]:
    """The text of a page with its two calls."""
    calls = iter((2 * number + 1, 2 * number + 2))
    lines = [line.replace("{}", str(next(calls))) if "{}" in line else line for line in TEXT]
    return [OPENINGS[number], *lines, *(line for line in TEXT[number : number + 3])]


def test_a_note_goes_on_above_the_first_label_of_the_next_page() -> None:
    """No white parts its rest from the text, but its lines are longer than those of the text."""
    pages = [[*_text(number), *NOTES[number]] for number in range(4)]
    pages[0][-1] = "2 Ibid., p. 44, where the minute of 1871 adds that the coin is in the museum of the town,"
    pages[1] = [*_text(1), *GOING_ON, *NOTES[1]]
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 9)] == [note.label for note in article.notes]
    assert article.notes[1].text.endswith("usual hour of the winter.")


def test_facing_pages_in_one_have_two_feet() -> None:
    """The text of the right page does not go on in the last note of the left one."""
    pages = [[*_text(number), *NOTES[number], *_text(number + 1), *NOTES[number + 1]] for number in (0, 2)]
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 9)] == [note.label for note in article.notes]
    assert not any("halfpenny" in note.text for note in article.notes)


def test_numbered_rows_amid_the_text_are_no_notes() -> None:
    """Items of a list above the text of a page do not take the place of its notes."""
    items = [f"{number} Lamps of the quay, lit in winter" for number in range(1, 9)]
    pages = [[*_text(number), *NOTES[number]] for number in range(4)]
    pages[2] = [pages[2][0], *items, *pages[2][1:]]
    article = article_of_dump(*pages)

    assert [str(number) for number in range(1, 9)] == [note.label for note in article.notes]
    assert not any(note.text.startswith("Lamps of the quay") for note in article.notes)


def test_a_paragraph_on_one_line_is_text_though_it_has_a_year() -> None:
    """What a row says counts by its length: where lines are not wrapped a paragraph has years and references, too."""
    plain = " ".join(line.replace("{}", "") for line in TEXT)
    dated = f"In 1871 Mr. O. Fennick (of the Museum, p. 12) wrote it & went. {plain}"
    page = CleanPage(
        number=1, reader="dump", lines=tuple(CleanLine(text=text) for text in (plain, plain, dated, dated))
    )
    rows = [whole(page, index) for index in range(4)]

    assert frozenset() == dump_rooms([rows], frozenset(), solid=True).notes


DISCURSIVE = (
    "It was not so with the tea boats, whose masters had no",
    "lamps of their own and lay at the steps all winter, as",
    "every boy in the port knew, and all of their mothers.",
)


def test_a_label_that_the_page_calls_begins_its_notes() -> None:
    """Notes that read like the text are told by their labels where the page calls them."""
    pages = [
        [line.replace("{}", call) for line in [OPENINGS[0], *TEXT]] + ["", f"{label}{DISCURSIVE[0]}", *DISCURSIVE[1:]]
        for call, label in (("°", "° "), ("®", "® "), ("*", "* "))
    ]
    lines = cleanup.run(pages_of(*pages), Settings())
    rows = rows_of(lines)
    notes = dump_rooms(rows, frozenset(), solid=False).notes

    assert {row.key for page in rows for row in page[-3:]} == notes


def test_no_notes_begin_where_no_white_is_in_a_dump_that_shows_it() -> None:
    """The first row of a page's notes has a name and nothing else of notes, but the white is over it."""
    first = ["°3 so said the boy who rowed round with the slates, and", *NOTES[1][:2]]
    pages = [["", *_text(number), "", *(first if number == 1 else NOTES[number])] for number in range(4)]
    rows = rows_of(cleanup.run(pages_of(*pages), Settings()))

    assert rows[1][-3].key in dump_rooms(rows, frozenset(), solid=False).notes


WORDS_THAT_GO_ON = (
    "so the clerk said when he was asked for it at noon, and so he told the boy,",
    "who told it to his mother in the evening, and she would not have it said in",
    "the port; and the lamps of the mole were dark until the ferry went its way.",
)


def test_what_broke_off_on_the_page_before_goes_on_without_a_label() -> None:
    """The rest of a note reads like the text, row after row; that the note has no end tells what it is."""
    pages = [["", *_text(number), "", *NOTES[number]] for number in range(4)]
    pages[0][-1:] = [
        "2 Ibid., p. 44, where the minute of 1871 adds that the coin of the tea boats is in the museum, and"
    ]
    pages[1] = ["", *_text(1), "", *WORDS_THAT_GO_ON, "", *NOTES[1]]
    rows = rows_of(cleanup.run(pages_of(*pages), Settings()))
    sequence = frozenset(row.key for page in rows for row in page if row.text[:1].isdecimal())

    rooms = dump_rooms(rows, sequence, solid=False)

    assert {row.key for row in rows[1][-6:-3]} <= rooms.notes
    assert {rows[1][-6].key} == rooms.carried


def test_text_that_breaks_off_before_the_end_of_a_sentence_has_notes_below_it() -> None:
    """Where the next page begins with a small letter no sentence ends on this one between its text and its notes."""
    lost = ["‘So it stands in the Registers of the board, whose keepers say that they never saw the", "coin again."]
    pages = [["", *_text(number), "", *NOTES[number]] for number in range(4)]
    pages[1] = ["", *_text(1), "", *lost, "", *NOTES[1]]
    rows = [rows_of(cleanup.run(pages_of(*pages[:2], page), Settings())) for page in (pages[2], pages[2][2:])]
    found = [dump_rooms(each, frozenset(), solid=False).notes for each in rows]

    assert [False, True] == [each[1][-5].key in notes for each, notes in zip(rows, found, strict=True)]
