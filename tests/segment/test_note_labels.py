"""The chain of note labels."""

from dataclasses import replace as replace_set

import msgspec
import pytest
from msgspec.structs import replace

from pipeline.config import Settings
from pipeline.model import BlockKind, Box, CallCandidate, CleanLine, CleanPage, Lines, Reading, Style
from pipeline.segment import run
from pipeline.segment.measure import measure
from pipeline.segment.notes.division import divided_notes
from pipeline.segment.notes.label_chain import by_form, chain_of
from pipeline.segment.notes.labels import Label, labels_of, small_size
from pipeline.segment.notes.misread_labels import misread, renumbered
from pipeline.segment.rows import Row, whole
from tests.segment.setting import FULL, Set, article_of, body, first_page, heads, page


def _rows(*pages: list[str]) -> list[Row]:
    rows: list[Row] = []
    for number, texts in enumerate(pages, 1):
        page = CleanPage(number=number, reader="dump", lines=tuple(CleanLine(text=text) for text in texts))
        rows.extend(whole(page, index) for index in range(len(texts)))
    return rows


def _chain(*pages: list[str]) -> list[str]:
    rows = _rows(*pages)
    return [label.row.text for label in chain_of(labels_of(rows, measure([rows]), None))]


def test_a_year_at_the_line_start_is_no_label() -> None:
    """``1871.`` begins a line of text and breaks no sequence."""
    rows = ["1871. That year", "1. HR, p. 1.", "2. Ibid."]

    assert _chain(rows) == ["1. HR, p. 1.", "2. Ibid."]


def test_the_author_of_a_second_article_in_a_file_has_a_note_of_his_own() -> None:
    """The star before a new note 1 does not carry on the last note of the article before."""

    def noted(star: str, numbers: str) -> list[Set]:
        text = [Set(f"{FULL[:70]}.{number}", raised=number) for number in numbers]
        stars = [Set(f"* {star}", size=0.8, gap=1.0)] if star else []
        notes = [Set(f"{number} HR, p. {number}0, and the books.", size=0.8, gap=0.5) for number in numbers]
        return [*text, *body(10), *stars, *notes]

    second = [Set("Of Oil and Wicks", size=1.5, centred=True), Set("Amos Reed*", centred=True, gap=1, raised="*")]
    article = article_of([*first_page(), *noted("", "12")], [*second, *noted("Keeper of the lamps.", "123")])

    assert ["1", "2", "*", "1", "2", "3"] == [note.label for note in article.notes]


def test_the_star_of_the_authors_may_stand_under_a_note_to_the_title() -> None:
    """A text layer misreads no number as a star: the page calls 1 at the title, and then the star at the names."""
    masthead = Set("Annals of Harbours 1 (1963) 2, 91-97", size=0.8)
    title = Set("Of Oil and Wicks1", size=1.5, centred=True, raised="1", gap=1.0)
    names = Set("Hester Tansy & Amos Reed*", centred=True, gap=1, raised="*")
    notes = [Set("1 An earlier text was read at the harbour.", size=0.8, gap=2.0), Set("* Keepers.", size=0.8)]
    calls = [Set(f"{FULL[:70]}.{number}", raised=number) for number in "23"]
    second = [*calls, *body(12), Set("2 HR, p. 20, and the books.", size=0.8, gap=1.0), Set("3 Ibid.", size=0.8)]
    article = article_of([masthead, title, names, Set(FULL[:78], gap=1.5), *body(12)[1:], *notes], second)

    assert [("1", "title1"), ("*", "byline1")] == [
        (note.label, note.anchor.target if note.anchor else "") for note in article.notes[:2]
    ]
    assert ["1", "*", "2", "3"] == [note.label for note in article.notes]


def test_a_list_in_the_text_does_not_beat_the_notes() -> None:
    """A short list between the notes of two pages leaves the sequence of notes alone."""
    first = ["text", "text", "1. HR, p. 1.", "2. Ibid.", "3. Ibid."]
    second = ["1. First, he said,", "2. Second, he said,", "text", "text", "4. HR, p. 9.", "5. Ibid."]

    assert _chain(first, second) == ["1. HR, p. 1.", "2. Ibid.", "3. Ibid.", "4. HR, p. 9.", "5. Ibid."]


def test_numbers_that_start_again_on_each_page_are_one_chain() -> None:
    """A press that numbers by the page is followed over the page."""
    assert _chain(["text", "1. HR.", "2. Ibid."], ["text", "1. HR.", "2. Ibid."]) == ["1. HR.", "2. Ibid."] * 2


def test_a_letter_read_for_a_one_is_the_number_that_the_sequence_demands() -> None:
    """``l.`` is note 1, ``ll.`` is note 11 between 10 and 12."""
    chain = _chain(["l. HR, p. 1.", "2. Ibid."], ["10. HR.", "ll. Ibid.", "12. Ibid."])

    assert "l. HR, p. 1." in chain


def test_numbered_headings_are_no_notes() -> None:
    """Numbers in the type of the body, in an article in which no raised ink calls a note, begin no notes."""
    shown = [Set(f"{number}. The Lamps of Winter {number}", gap=0.8) for number in (1, 2, 3)]
    lines = [line for each in shown for line in (each, Set(FULL[:78], indent=1.4, gap=0.5), *body()[1:])]
    article = article_of(first_page(), [*body(), *lines])

    assert () == article.notes
    assert 3 == len(heads(article))


def test_numbered_headings_are_no_notes_though_their_numbers_are_raised() -> None:
    """Larger type is no note's, and a raised number may be an exponent."""
    shown = [Set(f"{number}. The Lamps of Winter {number}", size=1.2, gap=0.8) for number in (1, 2, 3)]
    pages = [
        [*body(), each, *body(6)[:-1], Set(f"and of x{each.text[0]}", raised=each.text[0]), *body()] for each in shown
    ]
    article = article_of(first_page(), *pages)

    assert () == article.notes
    assert [each.text for each in shown] == [text for _, text in heads(article)]


def test_notes_in_the_type_of_the_text_beside_a_table_in_small_type() -> None:
    """Raised labels that the text calls show the size of the notes, though small rows begin with numbers, too."""
    made = [page(1, [*first_page(), Set("*Corresponding keeper", gap=1)])]
    for number in (1, 2, 3):
        called = [*body(6)[:-1], Set(f"and nobody read it again.{number}", raised=str(number))]
        table = [Set("1 Lamp oil and wicks", size=0.8, gap=1)] if number == 1 else []
        lines = page(number + 1, [*called, *table, Set(f"{number}The Board says so.", indent=1.4, gap=1)]).lines
        call = CallCandidate(
            start=0, end=1, raised=True, readings=(Reading(text=str(number), confidence=1.0, reader="text-layer"),)
        )
        made.append(replace(page(number + 1, []), lines=(*lines[:-1], replace(lines[-1], calls=(call,)))))
    article = run(Lines(doc="set", pages=tuple(made)), Settings())

    assert ["*", "1", "2", "3"] == [note.label for note in article.notes]


def test_what_is_raised_without_being_a_number_of_the_chain_calls_no_note() -> None:
    """The ring of ``90 %`` is raised in a scan, and is read as a nought: it makes no notes of numbered headings."""
    shown = [Set(f"{number}. The Lamps of Winter {number}", gap=0.8) for number in (1, 2, 3)]
    rings = [Set("the dues rose by 90", raised="0") for _ in range(3)]
    lines = [line for each in shown for line in (each, Set(FULL[:78], indent=1.4, gap=0.5), *body()[1:])]

    assert () == article_of(first_page(), [*body(), *rings, *lines], reader="tesseract").notes


SMALL = 0.8


def test_a_list_in_small_type_over_the_text_is_no_note() -> None:
    """Numbers in the size of the notes are a list where lines of the body stand below them."""
    items = [Set(f"{number}. What the clerks wrote of the lamps", size=SMALL) for number in (1, 2, 3, 4)]
    notes = [Set(f"{number}. HR, p. {number}.", size=SMALL, gap=0.5 * (number == 1)) for number in (1, 2)]
    later = [Set("3. Ibid.", size=SMALL, gap=0.5)]

    article = article_of(
        [*first_page(), *notes], [*body(6), *items, *body(6), *later], [*body(6), Set("4. Ibid.", size=SMALL, gap=0.5)]
    )

    assert ["1", "2", "3", "4"] == [note.label for note in article.notes]


def test_a_label_is_left_alone_on_its_line() -> None:
    """A press that cannot justify a line ends it behind the label; the note begins below. A bare number does not."""
    first = [Set("1. HR, p. 1.", size=SMALL, gap=0.5, indent=0.5), Set("2. HR, p. 2.", size=SMALL, indent=0.5)]
    rest = [Set(f"{FULL[:78]},", size=SMALL), Set("and in the year after.", size=SMALL)]
    alone = [Set("3.", size=SMALL, indent=0.5), Set("Harbour Board, minutes of the lamps.", size=SMALL), *rest]
    bare = [Set("4", size=SMALL, indent=0.5), Set("Lamps in the year of the storm.", size=SMALL), *rest]

    article = article_of([*first_page(), *first, *alone], body(6), [*body(6), *bare])

    assert ["1", "2", "3"] == [note.label for note in article.notes]
    assert article.notes[-1].text.startswith("Harbour Board, minutes of the lamps.")


def _raised(number: int) -> CleanLine:
    text = f"{number} HR, p. {number}."
    reading = Reading(text=str(number), confidence=1.0, reader="text-layer")
    return CleanLine(text=text, calls=(CallCandidate(start=0, end=1, raised=True, readings=(reading,)),))


def test_a_label_that_the_font_draws_raised() -> None:
    """² is the label of note 2, though it is no decimal number to Unicode."""
    call = CallCandidate(start=0, end=1, raised=True, readings=(Reading(text="²", confidence=1.0, reader="page-xml"),))
    page = CleanPage(number=1, reader="text-layer", lines=(CleanLine(text="² HR, p. 1.", calls=(call,)),))

    assert ["2"] == [label.sign for label in labels_of([whole(page, 0)], measure([]), None)]


def test_a_number_on_the_line_is_no_label_among_raised_ones() -> None:
    """``6. 43, 60`` at the start of a line of note 5 is none where the labels are raised, and note 6 stands below."""
    lines = [*map(_raised, range(1, 6)), CleanLine(text="6. 43, 60, and of the oil"), *map(_raised, (6, 7))]
    page = CleanPage(number=1, reader="text-layer", lines=tuple(lines))
    labels = labels_of([whole(page, index) for index in range(len(lines))], measure([]), None)

    assert [True] * 7 == [label.raised for label in chain_of(by_form(labels, chain_of(labels)))]


def test_an_abstract_over_the_notes_of_the_last_page_is_no_note() -> None:
    """Set a little larger than the notes and parted from them by white, it does not go on from the page before."""
    first = [*first_page(), *[Set(f"{n}. HR, p. {n}.", size=0.7, gap=0.5 * (n == 1)) for n in (1, 2, 3)]]
    abstract = "What the clerks of the lower harbour wrote of its lamps, and for whom they wrote it."
    last = [
        *body(8), Set("Abstract", size=0.8, gap=1, centred=True), Set(abstract, size=0.78, gap=0.5),
        *[Set(f"{n}. Ibid., p. {n}.", size=0.7, gap=1.0 * (n == 4)) for n in (4, 5)],
    ]  # fmt: skip

    article = article_of(first, last)

    assert ["HR, p. 3.", "Ibid., p. 4."] == [note.text for note in article.notes][2:4]


@pytest.mark.parametrize(
    ("raised", "expected"), [(False, 0), (True, 4)], ids=["named in brackets", "called by numbers"]
)
def test_a_numbered_list_of_references_is_no_run_of_notes(raised: bool, expected: int) -> None:
    """Under References stands a list that the text names in brackets, or, where raised numbers call it, endnotes."""
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2, 3, 4)]
    named = [Set(f"They burned oil [{number}].") for number in (1, 2, 3, 4)]
    entries = [Set(f"{number}. REED, A. Lamps, {1870 + number}.", size=SMALL) for number in (1, 2, 3, 4)]
    page = [*body(6), *(calls if raised else named), Set("References", gap=1.0, centred=True), *entries]

    assert expected == len(article_of(first_page(), page, reader="tesseract").notes)


def test_exponents_call_no_list_of_references_that_the_text_names_in_brackets() -> None:
    """Three of four numbers are raised somewhere, but all four are named."""
    raised = [Set(f"The area of it is x{number}", raised=str(number)) for number in (1, 2, 3)]
    named = [Set(f"They burned oil [{number}].") for number in (1, 2, 3, 4)]
    entries = [Set(f"{number}. REED, A. Lamps, {1870 + number}.", size=SMALL) for number in (1, 2, 3, 4)]
    page = [*body(6), *raised, *named, Set("References", gap=1.0, centred=True), *entries]

    assert not article_of(first_page(), page, reader="tesseract").notes


@pytest.mark.parametrize("above", ["as the harbour book has it on p.", "which is said more fully in supra note"])
def test_a_number_behind_what_leads_to_one_is_no_label(above: str) -> None:
    """``p.`` ends a line, and ``3 in the edition`` begins the next: there is no note 3."""
    notes = [Set(f"{number} HR, vol. {number}, on the lamps.", size=SMALL) for number in (1, 2)]
    led = [Set(above, size=SMALL), Set("3 In Reed that is another.", size=SMALL)]
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2)]
    article = article_of(first_page(), [*body(6), *calls, *notes, *led], reader="tesseract")

    assert ["1", "2"] == [note.label for note in article.notes]


def test_a_note_may_end_without_pages() -> None:
    """``n.p.`` leads to no number: the one below it is a label."""
    notes = [Set(f"{number} Reed, Lamps, n.p.", size=SMALL) for number in (1, 2, 3)]
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2, 3)]
    article = article_of(first_page(), [*body(6), *calls, *notes], reader="tesseract")

    assert ["1", "2", "3"] == [note.label for note in article.notes]


def test_the_numbers_of_notes_at_the_feet_call_no_list_of_references() -> None:
    """Raised numbers call the four notes; the list under References begins with the same numbers."""
    pages = [[*body(6), Set(f"They burned oil.{number}", raised=str(number)),
              Set(f"{number} HR, p. {number}.", size=SMALL, gap=1.0)] for number in (1, 2, 3, 4)]  # fmt: skip
    entries = [Set(f"{number}. REED, A. Lamps, {1870 + number}.", size=SMALL) for number in (1, 2, 3, 4)]
    listed = [*body(6), Set("References", gap=1.0, centred=True), *entries]

    assert 4 == len(article_of(first_page(), *pages, listed, reader="tesseract").notes)


def _with_raised_label(line: CleanLine) -> CleanLine:
    """A line whose first character, a number, is raised."""
    reading = Reading(text=line.text[0], confidence=1.0, reader="text-layer")
    return replace(line, calls=(CallCandidate(start=0, end=1, raised=True, readings=(reading,)), *line.calls))


def test_notes_at_the_foot_under_the_first_entries_of_a_numbered_list() -> None:
    """Their labels are raised, and the text over the list calls them; the list goes on with the same numbers."""
    pages = [first_page()]
    for numbers in (("1", "2"), ("3", "4")):
        calls = [Set(f"They burned oil.{number}", raised=number) for number in numbers]
        notes = [
            Set(f"{number} HR, p. {number}.", size=SMALL, gap=0 if at else 1.0) for at, number in enumerate(numbers)
        ]
        pages.append([*body(6), *calls, *notes])
    entries = [Set(f"{number}. REED, A. Lamps, {1870 + number}.", gap=0.5) for number in range(1, 9)]
    pages[-1][-2:-2] = [Set("References", gap=2.0), *entries[:2]]
    made = [page(number, lines) for number, lines in enumerate([*pages, entries[2:]], 1)]
    small = SMALL * made[0].lines[-1].size
    made = [
        replace(each, lines=tuple(_with_raised_label(line) if line.size == small else line for line in each.lines))
        for each in made
    ]
    article = run(Lines(doc="set", pages=tuple(made)), Settings())

    assert ["1", "2", "3", "4"] == [note.label for note in article.notes]
    assert len(entries) == sum(block.kind is BlockKind.BIBLIOGRAPHY for block in article.blocks)


def test_volumes_in_a_list_by_authors_are_no_labels() -> None:
    """The second lines of its entries begin with numbers, which go on with those of a scan's notes by chance."""
    notes = [Set(f"{number} HR, p. {number}.", size=SMALL) for number in (1, 2)]
    text = [*body(6), *[Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2)]]
    names = ("Alder", "Birch", "Cooper", "Drake", "Elder", "Finch", "Garth", "Holm")
    works = [line for volume, name in enumerate(names, 3) for line in (
        Set(f"{name}, Amos, The Lamps of the Harbour in the Year 1901, in: The Harbour,", size=SMALL),
        Set(f"{volume}: 456–80.", size=SMALL, indent=1.5))]  # fmt: skip
    last = [*body(6), Set("References", gap=1.0, centred=True), *works]

    article = article_of(
        first_page(), [*text, Set(notes[0].text, size=SMALL, gap=1.0), notes[1]], last, reader="tesseract"
    )

    assert ["1", "2"] == [note.label for note in article.notes]


def test_a_note_over_the_first_ends_in_a_word_that_heads_lists() -> None:
    """The author thanks, in a last line, those who read the ``literature.``: note 1 under it is no entry of a list."""
    thanks = [Set("* Keeper of Saltmouth. She thanks the wardens for what they wrote on the harm", size=SMALL, gap=1.0),
              Set("literature.", size=SMALL)]  # fmt: skip
    pages = [[*body(6), Set(f"They burned oil.{number}", raised=str(number)), *(thanks if number == 1 else []),
              Set(f"{number}. HR, p. {number}.", size=SMALL, gap=1.0 * (number > 1))]
             for number in (1, 2, 3, 4)]  # fmt: skip

    assert [f"HR, p. {n}." for n in (1, 2, 3, 4)] == [
        note.text for note in article_of(*pages).notes if note.label != "*"
    ]


def test_notes_go_on_behind_a_bibliography() -> None:
    """A chapter has its own, and the next has notes again."""
    names = ("Alder", "Birch", "Cooper", "Drake", "Elder", "Finch", "Garth", "Holm")
    works = [Set(f"{name}, Amos, The Lamps of the Harbour in the Year 1901.", size=SMALL) for name in names]

    def chapter(*numbers: int) -> list[Set]:
        calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in numbers]
        notes = [Set(f"{number} HR, p. {number}.", size=SMALL, gap=1.0) for number in numbers]
        return [*body(6), *calls, *body(12), *body(6), *notes]

    listed = [*body(6), Set("References", gap=1.0, centred=True), *works]
    article = article_of(first_page(), chapter(1, 2), listed, chapter(3, 4), reader="tesseract")

    assert ["1", "2", "3", "4"] == [note.label for note in article.notes]


def test_the_first_endnote_of_a_scan_is_told_by_its_raised_number() -> None:
    """Its label is read as a quotation mark: the notes begin under their heading, and the references end them."""
    notes = [Set("' HR, p. 1.", size=SMALL), *(Set(f"{number} HR, p. {number}.", size=SMALL) for number in (2, 3))]
    works = [Set(f"REED, A. Lamps of the Harbour, {1870 + number}.", size=SMALL) for number in range(4)]
    text = [*body(6), *[Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2, 3)]]
    end = [Set("Notes", centred=True), *notes, Set("Referencias", gap=1.0, centred=True), *works]
    made = [page(number, each, reader="tesseract") for number, each in enumerate((first_page(), text, end), 1)]
    calls = (
        CallCandidate(start=0, end=1, raised=True, readings=(Reading(text="1", confidence=0.9, reader="digits"),)),
    )
    *others, last = made
    lines = tuple(replace(line, calls=calls) if line.text == notes[0].text else line for line in last.lines)
    article = run(Lines(doc="set", pages=(*others, replace(last, lines=lines))), Settings())

    assert [("1", "end"), ("2", "end"), ("3", "end")] == [(note.label, note.kind.value) for note in article.notes]


def test_a_number_read_twice_is_the_next_where_that_is_missing() -> None:
    """Of 3, 4, 4, 6 the second 4 is a misread 5."""
    lines = tuple(map(_raised, (1, 2, 3, 4, 4, 6)))
    boxed = tuple(msgspec.structs.replace(line, box=Box(0, 40 * y, 300, 40 * y + 30)) for y, line in enumerate(lines))
    page = CleanPage(number=1, reader="tesseract", lines=boxed)
    labels = labels_of([whole(page, index) for index in range(len(lines))], measure([]), None)
    # The chain may take either 4; it took the one that stands before the gap.
    chain = [label for label in labels if label.index != 3]

    assert [("5", 4)] == [(label.sign, label.index) for label in misread(labels, chain)]


def test_a_raised_label_that_fits_no_sequence_is_what_another_reader_saw() -> None:
    """Of a raised 8 the reader of digits is sure that it is a 3, and two others see the 8; the 7 is lost."""
    readings = tuple(Reading(text=text, confidence=sure, reader=by) for text, sure, by in
                     (("3", 0.98, "digits"), ("8", 0.88, "rapidocr"), ("8", 0.93, "tesseract")))  # fmt: skip
    call = CallCandidate(start=0, end=1, raised=True, readings=readings)
    lines = tuple(
        CleanLine(
            text=f"{number} HR, p. 1.", box=Box(0, 40 * y, 300, 40 * y + 30), calls=(call,) if number == 8 else ()
        )
        for y, number in enumerate((6, 8, 9))
    )
    page = CleanPage(number=1, reader="tesseract", lines=lines)
    labels = labels_of([whole(page, index) for index in range(len(lines))], measure([]), None)
    chain = [label for label in labels if label.index != 1]

    assert ("8", 1) in [(label.sign, label.index) for label in misread(labels, chain)]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        pytest.param([1, 2, 1, 1], [1, 2, 3, 4], id="misread digits"),
        pytest.param([5, 1, 2], [5, 1, 2], id="the last note of the page before stands above"),
        pytest.param([1, 1, 2, 3], [1, 1, 2, 3], id="that note is a 1"),
        pytest.param([3], [3], id="a page with one label"),
    ],
)
def test_a_page_that_counts_from_one_has_no_number_twice(read: list[int], expected: list[int]) -> None:
    """The labels of a page are numbered upwards as cheaply as their glyphs allow, unless they are in order."""
    lines = tuple(CleanLine(text=f"{number} HR, p. 1.", box=Box(0, 40 * y, 300, 40 * y + 30)) for y, number in
                  enumerate(read))  # fmt: skip
    printed = CleanPage(number=1, reader="tesseract", lines=lines)
    labels = [Label(whole(printed, index), index, 1, str(number), 1.0) for index, number in enumerate(read)]

    assert expected == [label.value for label in renumbered(labels)]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        pytest.param([[1, 2], [1, 1]], [1, 2, 1, 2], id="two misread labels"),
        pytest.param([[1, 2], [5, 1]], [1, 2, 1, 2], id="a 5 that no page goes on to"),
        pytest.param([[1, 2], [3, 1]], [1, 2, 3, 1], id="a note carried over"),
    ],
)
def test_what_stands_above_a_lone_one_is_the_next_of_the_page_before(
    read: list[list[int]], expected: list[int]
) -> None:
    """Of two labels the second of which is a 1, the first goes on from the page before, or one of them is misread."""
    labels = []
    for number, values in enumerate(read, 1):
        lines = tuple(CleanLine(text=f"{value} HR, p. 1.", box=Box(0, 40 * y, 300, 40 * y + 30)) for y, value in
                      enumerate(values))  # fmt: skip
        printed = CleanPage(number=number, reader="tesseract", lines=lines)
        labels += [Label(whole(printed, y), 10 * number + y, 1, str(value), 1.0) for y, value in enumerate(values)]

    assert expected == [label.value for label in renumbered(labels)]


def test_the_author_s_star_leaves_a_lone_note_its_number() -> None:
    """Of two pages with ``*`` under the first and ``1.`` under the second, the second note is no dagger."""
    first = [*first_page(), Set("* Keeper of the lamps of the lower harbour.", size=0.8, gap=0.6)]
    second = [*body(12), Set("1. HR, p. 12, where the lamps are counted.", size=0.8, gap=0.6)]

    assert ["*", "1"] == [note.label for note in article_of(first, second, reader="tesseract").notes]


def test_a_list_in_two_columns_over_text_has_no_labels() -> None:
    """Its items are as small as the notes and begin at 1; but under both columns the text goes on."""
    items = [Set(f"{number}. Lamps of oil.", size=0.8, column=1) for number in range(1, 5)]
    items += [Set(f"{number}. Lamps of gas.", size=0.8, column=2, indent=20.0) for number in range(5, 9)]
    notes = [Set("1 HR, p. 12.", size=0.8, gap=0.6), Set("2 HR, p. 14.", size=0.8)]
    printed = page(1, [*body(9), *items, *body(6), *notes], reader="tesseract")
    rows = [whole(printed, index) for index in range(len(printed.lines))]

    assert ["1 HR, p. 12.", "2 HR, p. 14."] == [label.row.text for label in labels_of(rows, measure([rows]), None)]


def test_a_list_in_columns_of_its_own_within_a_column_of_text_has_no_labels() -> None:
    """Examples and what they mean stand side by side, and under both the text of their column goes on."""
    items = [Set(f"({number}) lamp := oil", size=0.8, column=3) for number in range(1, 5)]
    meant = [Set("lights the lamp", size=0.8, column=4, indent=20.0)]
    text = [replace_set(line, column=2) for line in body(6)]
    printed = page(
        1, [*text, *items, *meant, *text, Set("1 HR, p. 12.", size=0.8, gap=0.6, column=2)], reader="tesseract"
    )
    rows = [whole(printed, index) for index in range(len(printed.lines))]

    assert ["1 HR, p. 12."] == [label.row.text for label in labels_of(rows, measure([rows]), None)]


def test_endnotes_that_measure_larger_than_they_are_stay_endnotes() -> None:
    """A blot makes lines of a note as large as the body, but they are leaded as notes are: no text stands below."""
    text = [Set(FULL[:80])] * 12
    notes = [Set("1 HR, p. 1.", size=0.86, gap=0.5), Set("2 Ibid., p. 2.", size=0.86, gap=-0.14)]
    blotted = [Set(FULL[:78], size=0.97, gap=-0.14)] * 4
    printed = page(1, [*text, *notes, *blotted], reader="tesseract")
    rows = [whole(printed, index) for index in range(len(printed.lines))]

    assert ["1", "2"] == [label.sign for label in labels_of(rows, measure([rows]), None)]


def test_rows_of_the_body_do_not_tell_the_size_of_the_notes() -> None:
    """Where a page bends, its rows seem to begin with raised signs; they measure a little small and are many."""
    bent, small = [Set(FULL[:78], size=0.96)] * 4, [Set("1 HR, p. 1.", size=0.8), Set("2 Ibid.", size=0.8)]
    printed = page(1, [*[Set(FULL[:80])] * 12, *bent, *small], reader="tesseract")
    rows = [whole(printed, index) for index in range(len(printed.lines))]

    assert 0.8 == round(small_size(rows[12:], measure([rows])), 2)


def test_a_table_at_the_head_of_a_page_is_no_rest_of_a_note() -> None:
    """It is as small as the notes, and the note of the page before does not end; but under it the text goes on."""
    first = [*first_page(), *body(12), Set("1 See the lists of the board, which", size=0.8, gap=0.6, indent=0.0)]
    first[4] = Set(FULL[:78] + "1", raised="1")
    table = [Set(f"Lamp {number}", size=0.8, column=1) for number in range(1, 5)]
    table += [Set(f"{number} pints", size=0.8, column=2, indent=20.0, at=150 + 30 * number) for number in range(1, 5)]
    second = [*table, *body(12), Set("2 HR, p. 14.", size=0.8, gap=0.6)]
    second[12] = Set(FULL[:78] + "2", raised="2")
    article = article_of(first, second, reader="tesseract")

    assert ["See the lists of the board, which", "HR, p. 14."] == [note.text for note in article.notes]


def _reader() -> list[list[Set]]:
    """The last page of an article, with a note and questions, and the next article, with its notes at the end."""
    before = [
        *body(8), Set("NOTE", gap=1.0, centred=True), Set("1. HR, p. 3.", size=0.85),
        Set("STUDY QUESTIONS", gap=1.0, centred=True), Set("1. Why were the lamps lit?", size=0.85),
        Set("2. Who paid for the oil?", size=0.85),
    ]  # fmt: skip
    text = [Set(FULL[:79]), Set(FULL[:78] + "1", raised="1"), *[Set(FULL[:80])] * 12, Set(FULL[:78] + "2", raised="2")]
    after = [
        *text, *body(12), Set("NOTES", gap=1.0, centred=True), Set("1. HR, p. 12.", size=0.85, gap=0.3),
        Set("2. HR, p. 14.", size=0.85), Set("STUDY QUESTIONS", gap=1.0, centred=True),
        Set("1. Which lamps are meant?", size=0.85), Set("2. Who read the minutes?", size=0.85),
    ]  # fmt: skip
    return [before, [*first_page(), *text], after]


def test_notes_of_the_article_before_are_not_those_of_this() -> None:
    """Over text of the body a heading ``Note`` ends what came before; questions behind the notes are none."""
    notes = article_of(*_reader(), reader="tesseract").notes

    assert [("1", "HR, p. 12."), ("2", "HR, p. 14.")] == [(note.label, note.text) for note in notes]


def test_a_note_goes_on_in_the_next_column_however_it_is_indented() -> None:
    """It breaks off at the foot of the first; in the second its rows stand in from the text, as a quotation does."""
    text = FULL[:38]
    first = [Set(text, column=1, at=130 + 30 * line) for line in range(20)]
    second = [Set(text, column=2, indent=21.0, at=130 + 30 * line) for line in range(20)]
    noted = [
        Set("1. Reed, Lamps, p. 4, and", size=0.8, column=1, at=790),
        Set("Tansy, Oil, in the", size=0.8, column=1, at=814),
    ]
    rest = [
        Set(line, size=0.8, column=2, indent=22.0, at=790 + 24 * row)
        for row, line in enumerate(("edition of the Harbour", "Board, which the keepers", "read in 1871, p. 9."))
    ]
    called = [*first[:-1], Set("and the lamps were lit1", raised="1", column=1, at=700)]
    article = article_of(first_page(), [*called, *noted, *second, *rest], [*body(), *body()])

    expected = (
        "Reed, Lamps, p. 4, and Tansy, Oil, in the edition of the Harbour Board, which the keepers read in 1871, p. 9."
    )
    assert [expected] == [note.text for note in article.notes]


def test_columns_over_notes_of_the_full_measure_are_a_table() -> None:
    """At the head of a page, in the type of the notes, they are no rest of the note of the page before."""
    first = [*first_page()[:-1], Set("was lit1", raised="1"), Set("1. Reed, Lamps, p. 4, and", size=0.8, gap=1.5)]
    left = [Set("Lamps of tin", size=0.8, column=1, at=130 + 24 * number) for number in range(4)]
    right = [Set("Pints of oil", size=0.8, column=2, indent=20.0, at=130 + 24 * number) for number in range(4)]
    noted = [Set("2. " + FULL[:70], size=0.8, at=240), Set("and Tansy, Oil, 15.", size=0.8)]
    article = article_of(first, [*left, *right, *noted], [*body(), Set("It was2", raised="2"), *body()])

    assert "Reed, Lamps, p. 4, and" in [note.text for note in article.notes]


@pytest.mark.parametrize("title", ["APPENDIX", "APPENDIX A: OIL AND TIN", "References"])
def test_what_is_numbered_behind_the_endnotes_is_no_note(title: str) -> None:
    """An appendix may have a title, items numbered from 1 and others that are indented as notes are."""
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2, 3)]
    notes = [line for number in (1, 2, 3)
             for line in (Set(f"{number}. HR, p. {number}, and what the keepers of the", size=SMALL, indent=1.4),
                          Set("harbour have on it.", size=SMALL))]  # fmt: skip
    items = ("Lamps", "Wicks", "1. Are there lamps?", "2. Are they lit?")
    asked = [Set(item, size=SMALL, indent=1.4) for item in items]
    page = [*body(6), *calls, Set("Notes", gap=1.0), *notes, Set(title, gap=1.0, centred=True), *asked]

    assert ["1", "2", "3"] == [note.label for note in article_of(first_page(), page, reader="tesseract").notes]


def test_references_under_the_last_foot_notes_are_none_of_them() -> None:
    """Nor are thanks under a heading that is run in, over the last note: the sequence lacks a number there."""
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2, 4)]
    first = [*body(8), *calls[:2], *[Set(f"{n} HR, p. {n}.", size=SMALL, gap=1.0) for n in (1, 2)]]
    thanks = [Set("Acknowledgement. The keepers of the harbour have", size=SMALL, indent=1.0, gap=1.0),
              Set("shown me their books.", size=SMALL)]  # fmt: skip
    works = [Set(f"Reed, A. Lamps of the Harbour, {1870 + number}.", size=SMALL) for number in range(4)]
    listed = [Set("References", gap=1.0, centred=True, style=Style(bold=True)), *works]
    last = [*body(6), calls[2], *thanks, Set("4 HR, p. 4.", size=SMALL, indent=1.0, gap=1.0), *listed]
    article = article_of(first_page(), first, last, reader="tesseract")

    assert ["HR, p. 1.", "HR, p. 2.", "HR, p. 4."] == [note.text for note in article.notes]
    assert len(works) == sum(block.kind is BlockKind.BIBLIOGRAPHY for block in article.blocks)


def test_where_the_text_first_appeared_stands_over_note_1() -> None:
    """In many lines of the type of the notes, and of the text: white parts them from the heading."""
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2, 3)]
    appeared = [Set(FULL[:78], gap=1.0), *[Set(FULL[:80])] * 20]
    notes = [Set(f"{number}. HR, p. {number}.", gap=0.5) for number in (1, 2, 3)]
    works = [Set(f"Reed, A. Lamps of the Harbour, {1870 + number}.", gap=0.5) for number in range(9)]
    end = [Set("Notes"), *appeared, *notes, Set("References", gap=1.0), *works]
    article = article_of(first_page(), [*body(6), *calls], end)

    assert [("1", "HR, p. 1."), ("2", "HR, p. 2."), ("3", "HR, p. 3.")] == [
        (note.label, note.text) for note in article.notes if note.label
    ]


def test_an_editors_mark_is_called_amid_the_endnotes() -> None:
    """Its note stands at the foot of the page, the others behind the text: their calls cross."""
    text = [*body(6), *[Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2)]]
    marked = [
        *body(6),
        Set("They sold it.*", raised="*"),
        Set("* The lamps are those of 1901.—Ed.", size=SMALL, gap=1.0),
    ]
    third = [*body(6), Set("They burned oil.3", raised="3")]
    end = [
        Set("Notes", centred=True, gap=1.0),
        *(Set(f"{number}. HR, p. {number}.", size=SMALL) for number in (1, 2, 3)),
    ]
    article = article_of(first_page(), text, marked, [*third, *end], reader="tesseract")

    assert ["*", "1", "2", "3"] == [note.label for note in article.notes if note.anchor and note.anchor.cert > 0.5]


@pytest.mark.parametrize(("confidence", "expected"), [(0.3, 0), (0.9, 3)], ids=["a map", "notes"])
def test_what_the_reader_doubts_begins_no_note(confidence: float, expected: int) -> None:
    """The words of a map are small, and lines and hatching among them are read as numbers."""
    calls = [Set(f"They burned oil.{number}", raised=str(number)) for number in (1, 2, 3)]
    feet = [Set(f"{number} Saltmouth Mole, p. {number}.", size=SMALL, confidence=confidence) for number in (1, 2, 3)]
    feet[0] = Set(feet[0].text, size=SMALL, confidence=confidence, gap=1.0)

    assert expected == len(article_of(first_page(), [*body(6), *calls, *feet], reader="tesseract").notes)


def test_items_in_small_type_amid_the_numbers_of_notes_are_none() -> None:
    """The notes go on with 5 behind them, as if they were not there."""
    pages = [[*body(6), Set(f"They burned oil.{number}", raised=str(number)), *body(4),
              Set(f"{number} HR, p. {number}.", size=SMALL, gap=1.0)] for number in range(1, 9)]  # fmt: skip
    items = [Set(f"{number}. Mr. Reed had lamp {number} and lost it.", size=SMALL) for number in (1, 2, 3)]
    article = article_of(first_page(), *pages[:4], [*body(18), *items], *pages[4:], reader="tesseract")

    assert [str(number) for number in range(1, 9)] == [note.label for note in article.notes]


def test_a_star_among_stars_whose_ink_was_read_as_a_figure_is_one() -> None:
    """A list at the foot of a page has a 1, and a star of four was read as a 2 when only figures could be read."""
    star = Set("* Keeper of the lamps of the lower harbour.", size=0.8, gap=0.6)
    starred = [Set(f"{FULL[:70]}.*", raised="*"), *body(12), star]
    sections = [Set("1 The lamps of the harbour", gap=1.0), Set("2 The oil"), Set("3 The wicks")]
    pages = [[*first_page(), star], starred, [*body(26), *sections], starred, starred]
    printed = [page(number, lines, reader="tesseract") for number, lines in enumerate(pages, 1)]
    *text, label = printed[3].lines
    read = Reading(text="2", confidence=0.96, reader="digits")
    label = replace(label, calls=(CallCandidate(start=0, end=1, raised=True, readings=(read,)),))
    printed[3] = replace(printed[3], lines=(*text, label))
    article = run(Lines(doc="stars", pages=tuple(printed)), Settings())

    assert [("*", 1), ("*", 2), ("*", 4), ("*", 5)] == [(note.label, note.page) for note in article.notes]


def test_sources_under_a_table_are_no_list_of_references() -> None:
    """Text goes on under the heading and its two numbers: the notes behind it are notes."""
    sources = [Set("Sources:", size=SMALL, gap=1.0), Set("(1) The harbour book.", size=SMALL),
               Set("(2) The lamp book.", size=SMALL)]  # fmt: skip
    pages = [[*body(20), Set(f"They burned oil.{number}", raised=str(number)),
              Set(f"{number} HR, p. {number}.", size=SMALL, gap=1.0)] for number in (1, 2, 3)]  # fmt: skip
    article = article_of(first_page(), [*body(6), *sources, *body(24)], *pages, reader="tesseract")

    assert ["1", "2", "3"] == [note.label for note in article.notes if note.text.startswith("HR")]


def test_behind_the_last_label_a_misread_one_is_what_the_text_calls() -> None:
    """``8`` behind 3, on a page that calls 5: the label of 4 was lost, and a digit of the last one misread."""
    read = (1, 2, 3, 8)
    lines = tuple(
        CleanLine(text=f"{number} HR, p. 1.", box=Box(0, 40 * y, 300, 40 * y + 30)) for y, number in enumerate(read)
    )
    printed = CleanPage(number=1, reader="tesseract", lines=lines)
    labels = [Label(whole(printed, index), index, 1, str(number), 3.0) for index, number in enumerate(read)]

    assert [("5", 3)] == [(one.sign, one.index) for one in misread(labels, labels[:3], lambda one: one.sign == "5")]


def test_an_initial_at_the_start_of_a_line_is_no_reference_mark() -> None:
    """``S. Lantern`` looks like § and a note; the author thanks him."""
    thanks = [Set("* Keeper of Saltmouth. She thanks A. Reed, B. Mole, R. Kessel,", size=0.8, gap=1.5),
              Set("S. Lantern, and the wardens of the Lower Harbour.", size=0.8)]  # fmt: skip
    article = article_of([*first_page()[:1], Set("Hester Tansy*", raised="*", centred=True), *body(12), *thanks])

    assert ["*"] == [note.label for note in article.notes]


def test_a_formula_within_a_note_is_of_the_note() -> None:
    """It measures as the text, or larger; the rows over and under it are the note's."""
    note = [Set("1 Let the lamps be counted so that for each of the ports of the coast", size=0.8, gap=1.0),
            Set("(2) f (p) = 1.07", indent=6, size=1.1), Set("is what the keepers burned in a night.", size=0.8),
            Set("2 Reed, Oil, p. 4.", size=0.8)]  # fmt: skip
    text = [*body(), *[Set(f"and the lamps were lit.{number}", raised=str(number)) for number in (1, 2)]]
    article = article_of(first_page(), [*text, *note], reader="tesseract")

    assert ["1", "2"] == [note.label for note in article.notes]
    assert "1.07 is what" in article.notes[0].text


def test_the_last_note_of_an_article_may_have_lost_its_label() -> None:
    """Behind the last label that is read the page calls the next number: ``Op. cit.`` at its foot is that note."""
    labels = {1: "1", 2: "2", 3: "3", 4: "®"}
    pages = [[*body(), Set(f"and the lamps were lit.{number}", raised=str(number)),
              Set(f"{label} HR, p. {number}.", size=0.8, gap=1.0)] for number, label in labels.items()]  # fmt: skip

    assert ["1", "2", "3", "4"] == [note.label for note in article_of(first_page(), *pages, reader="tesseract").notes]


@pytest.mark.parametrize(
    ("called", "others"), [(True, ["95"]), (False, [])], ids=["the text calls them", "nothing does"]
)
def test_with_the_pages_that_an_excerpt_lacks_go_their_numbers(called: bool, others: list[str]) -> None:
    """Behind note 9 stand 95 to 102: where the text of their page calls them, that is how they were printed."""

    def leaf(numbers: range, *, with_calls: bool) -> list[Set]:
        text = [
            Set(f"the keepers wrote down every lamp that was lit.{number if with_calls else ''}",
                raised=str(number) if with_calls else "")
            for number in numbers
        ]  # fmt: skip
        return [*body(8), *text, *(Set(f"{number}. HR, p. {number}.", size=0.75) for number in numbers)]

    pages = [leaf(range(1, 10), with_calls=True), leaf(range(95, 103), with_calls=called)]
    labels = [note.label for note in article_of(*pages, reader="tesseract").notes]

    assert [*"123456789", *others] == labels[:10]


@pytest.mark.parametrize(("size", "found"), [(0.95, 0), (0.85, 1)], ids=["nearly as the text", "small"])
def test_a_lone_numbered_heading_is_no_note(size: float, found: int) -> None:
    """A scan measures it a little smaller than the text, and nothing calls it; a note is clearly smaller."""
    first = [*body(8), Set("1. The Lamps of the Lower Harbour", size=size, gap=1), *body(5)]
    last = [*body(12), Set("1. Hester Tansy, The Lamps of the Lower Harbour.", size=size, gap=1)]

    assert found == len(
        article_of(first if not found else body(12), last if found else body(9), reader="tesseract").notes
    )


def test_a_dagger_that_was_read_as_a_letter_is_a_label() -> None:
    """``tSee`` under ``*HR``, where the text calls two notes: no word begins with a small letter and a capital."""
    calls = [Set(f"the keepers wrote down every lamp that was lit.{mark}", raised=mark) for mark in "*†"]
    feet = [Set(text, size=0.75) for text in ("*HR, p. 1.", "tSee Amos Reed, p. 2.")]
    article = article_of([*body(8), *calls, *body(5), *feet], reader="tesseract")

    assert [("*", "HR, p. 1."), ("†", "See Amos Reed, p. 2.")] == [(note.label, note.text) for note in article.notes]


@pytest.mark.parametrize(
    ("texts", "end", "expected"),
    [
        (["2.", "Tansy, Lamps, p. 4."], 0, "Tansy, Lamps, p. 4."),
        (["’2’Tansy, Lamps, p. 4."], 1, "Tansy, Lamps, p. 4."),
        (["2 U.S.C. § 7 of the harbour."], 0, "2 U.S.C. § 7 of the harbour."),
        (["22. Tansy, Lamps, p. 4."], 0, "22. Tansy, Lamps, p. 4."),
    ],
    ids=["alone over a displayed quotation", "behind dirt", "a citation", "another number"],
)
def test_the_own_number_of_a_note_whose_label_was_lost_is_no_text(texts: list[str], end: int, expected: str) -> None:
    """The other notes tell which number it has, and where that stands at its beginning it is cut off."""
    rows = _rows(texts)
    starts = {rows[0].key: Label(rows[0], 0, end, "2", 1.0)}
    (note,) = divided_notes(rows, starts, set())

    assert expected == " ".join(row.text for row in note.rows if row.text)


@pytest.mark.parametrize(("items", "notes"), [(2, 1), (1, 2)], ids=["a list", "one mark"])
def test_bullets_in_the_shape_of_a_star_label_no_notes(items: int, notes: int) -> None:
    """Both readers have a letter for them; no page has two notes under one mark."""
    things = ["Lamps of tin, and who paid for them.", "Oil, and what became of it."][:items]
    opening = [
        *first_page(),
        *[Set(f"e {text}", size=0.8, gap=0.5) for text in things],
        Set("1 HR, p. 1.", size=0.8, gap=0.6),
    ]
    opening[4] = Set(FULL[:78] + "1", raised="1")
    readings = (
        Reading(text="*", confidence=0.5, reader="shape"),
        Reading(text="e", confidence=0.9, reader="tesseract"),
    )
    bullet = CallCandidate(start=0, end=1, raised=True, readings=readings)
    made = page(1, opening, reader="tesseract")
    lines = tuple(replace(line, calls=(bullet,)) if line.text.startswith("e ") else line for line in made.lines)
    article = run(Lines(doc="set", pages=(replace(made, lines=lines),)), Settings())

    assert notes == len(article.notes)


@pytest.mark.parametrize(("raised", "expected"), [(True, ["1"]), (False, [])])
def test_a_raised_stroke_is_a_one(raised: bool, expected: list[str]) -> None:
    """``| Pinker`` begins the first note where the stroke is raised; one on the line may be a rule of a table."""
    stroke = CallCandidate(
        start=0, end=1, raised=raised, readings=(Reading(text="|", confidence=0.9, reader="tesseract"),)
    )
    page = CleanPage(number=1, reader="tesseract", lines=(CleanLine(text="| Pinker, Lamps, p. 3.", calls=(stroke,)),))
    rows = [whole(page, 0)]

    assert expected == [label.sign for label in labels_of(rows, measure([rows]), None)]
