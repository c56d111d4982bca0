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

    assert frozenset() == dump_rooms([rows], frozenset()).notes


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
    notes = dump_rooms(rows, frozenset()).notes

    assert {row.key for page in rows for row in page[-3:]} == notes
