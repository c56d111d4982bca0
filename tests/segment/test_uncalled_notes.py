"""The author's note that nothing calls, at the foot of the first page."""

from dataclasses import replace

import pytest

from pipeline.model import BlockKind, NoteKind
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page

THANKS = [
    Set(
        "I would like to thank the Board of the Harbour, the clerks, and two readers whom I do not know,",
        gap=1,
        size=0.8,
    ),
    Set("for their lists of lamps, their oil, and their patience with this essay.", size=0.8),
]
TOP = [
    Set("Lamps of the Lower Harbour", size=1.5, centred=True), Set("Hester Tansy", gap=1, centred=True),
    Set(FULL[:78], indent=1.4, gap=1.5), *body(8)[1:], Set(FULL[:78], indent=1.4), *[Set(FULL[:80])] * 5,
]  # fmt: skip
REST = [Set("and saw that the Mole was dark."), *body(), *body(8), *body()]


def test_thanks_at_the_foot_are_a_note() -> None:
    """The sentence over them goes on at the top of the next page, as one paragraph."""
    article = article_of([*TOP, *THANKS], REST)

    assert [(NoteKind.AUTHOR, "")] == [(note.kind, note.label) for note in article.notes]
    paragraphs = blocks(article, BlockKind.PARAGRAPH)
    assert any(text.startswith("The keepers") and "saw that the Mole was dark" in text for text in paragraphs)
    assert () == article.audit.unanchored


@pytest.mark.parametrize(
    ("line", "notes"),
    [("Translated with funds that the Harbour gave.", 1), ("Saltmouth Harbour Press, 12 Mole Street, Selwyn", 0)],
    ids=["a sentence", "the publisher"],
)
def test_one_short_line_at_the_foot(line: str, notes: int) -> None:
    """A sentence is the author's note, however short; the publisher's line is none."""
    assert notes == len(article_of([*TOP, Set(line, gap=1, size=0.8)], REST).notes)


def test_the_other_notes_stand_under_them() -> None:
    """The first number begins the first of these."""
    note = Set("1 See Pinker, Lamps, 14.", size=0.8)
    called = [*TOP[:-1], Set(FULL[:70] + "1", raised="1"), Set(FULL[:80])]
    article = article_of([*called, *THANKS, note], REST)

    assert {"", "1"} == {note.label for note in article.notes}


def test_a_quotation_at_the_foot_is_no_note() -> None:
    """It is indented."""
    quoted = [Set(line.text[:66], indent=2, gap=line.gap, size=0.9) for line in THANKS]
    article = article_of([*TOP, *quoted], REST)

    assert () == article.notes


@pytest.mark.parametrize("label", ["[{}] See", "No. {}: see"])
def test_labelled_notes_are_none(label: str) -> None:
    """Notes that follow are numbered on from them, whatever their labels look like."""
    foot = [
        Set(f"{label.format(number)} the lists of lamps of the Board, page {number}", size=0.8, gap=number == 1)
        for number in (1, 2)
    ]
    called = [*TOP[:-1], Set(FULL[:70] + "1", raised="1"), Set(FULL[:80])]
    noted = [
        *body(8), Set(FULL[:70] + "3", raised="3"), Set(FULL[:70] + "4", raised="4"),
        Set("3 See Pinker, Lamps, 14.", size=0.8, gap=1), Set("4 See Reed, Oil, 15.", size=0.8),
    ]  # fmt: skip
    article = article_of([*called, *foot], noted)

    assert "" not in {note.label for note in article.notes}


def test_a_small_table_at_the_foot_is_none() -> None:
    """It interrupts the sentence as well, in the type of the notes, with its caption over it."""
    caption = Set(
        "Table 4. Lamps that were lit in each of the harbours of the lower coast, and their oil", gap=1, size=0.8
    )
    rows = [Set(f"Port{row} {row}0 {row}5 {row}7", tabs=(100, 300, 500, 700), size=0.8) for row in range(1, 7)]
    article = article_of([*TOP, caption, *rows], REST)

    assert () == article.notes
    assert 1 == len(blocks(article, BlockKind.TABLE))


def test_what_stands_between_two_numbers_is_none() -> None:
    """The first column has note 1, the second 4: the small type over that holds 2 and 3, whose labels were not read."""
    note = Set("1 See Pinker, Lamps, 14.", size=0.8, gap=1)
    first = [*TOP[:-1], Set(FULL[:70] + "1", raised="1"), note]
    second = [
        Set(FULL[:78]), *[Set(FULL[:80])] * 6, Set(FULL[:70] + "4", raised="4"), Set(FULL[:80]), *THANKS,
        Set("4 See Reed, Oil, 15.", size=0.8),
    ]  # fmt: skip
    columns = [replace(line, column=1) for line in first] + [replace(line, column=2) for line in second]
    article = article_of(columns, REST)

    assert "" not in {note.label for note in article.notes}


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        ("General permission to make fair use of these lists is granted to readers", 1),
        ("This work was supported by the Board of the Harbour and by its clerks", 1),
        ("Author's present address: 12 Mole Street, Selwyn, and the lamp room", 1),
        ("The keepers were supported in those years, and their boys carried the oil", 0),
    ],
    ids=["permission", "funds", "address", "text"],
)
def test_small_type_under_the_first_of_two_columns(words: str, notes: int) -> None:
    """Permissions, funds and addresses are no text between the columns, though a sentence ends over them."""
    small = [Set(words, size=0.78, indent=1.4, gap=0.1), Set("and by two readers whom nobody knows.", size=0.78)]
    first = [*TOP[:-1], Set("and nobody read it again."), *small]
    second = [Set(FULL[:78], indent=1.4), *[Set(FULL[:80])] * 12]
    columns = [replace(line, column=1) for line in first] + [replace(line, column=2) for line in second]
    article = article_of(columns, REST, reader="tesseract")

    assert [NoteKind.AUTHOR] * notes == [note.kind for note in article.notes]


@pytest.mark.parametrize(
    ("bases", "notes"),
    [(("n", "12", "(b + l)", "x"), 0), (("lamps", "12", "(b + l)", "x"), 4)],
    ids=["exponents", "one behind a word"],
)
def test_exponents_call_no_note(bases: tuple[str, ...], notes: int) -> None:
    """They stand behind a variable, a figure or a bracket; the steps of a procedure, numbered at a foot, are none."""
    called = [Set(f"{FULL[:60]} {base}{at}", raised=str(at)) for at, base in enumerate(bases, 1)]
    steps = [Set(f"{at} See Pinker, Lamps, {at}4.", size=0.8) for at in range(1, 5)]
    article = article_of(TOP, [*body(), *called, *body(), replace(steps[0], gap=1.0), *steps[1:]], REST)

    assert notes == len(article.notes)


def test_the_owners_sign_that_a_font_has_at_the_place_of_a_letter() -> None:
    """``q 1963 by`` under the journal's name is the publisher's, so that the thanks over it end the page."""
    imprint = [
        Set("Lamp Inquiry, Volume 31, Number 2, Spring 1963", size=0.6, gap=0.7, indent=14),
        Set("231–270", size=0.6, indent=14),
        Set("q 1963 by the Harbour Institute of Saltmouth", size=0.6, indent=14),
    ]
    article = article_of(
        [*first_page()[:-1], Set(FULL[:80]), *THANKS, *imprint], [Set("and so they kept them."), *body(20)]
    )

    assert ["231", "270", "Lamp Inquiry"] == [article.front.first_page, article.front.last_page, article.front.journal]
    assert [NoteKind.AUTHOR] == [note.kind for note in article.notes]


def test_the_owners_sign_as_a_letter_in_a_drawn_circle() -> None:
    """TeX draws it so: under the line that cites the journal it is the owner's."""
    imprint = [Set("Lampus 13 (1963), 81–111", size=0.8, gap=1.3), Set("c Harbour Board", size=0.8, indent=26)]
    article = article_of([*first_page()[:-4], *imprint], [*body(20)])

    assert ("Lampus", "13", "1963") == (article.front.journal, article.front.volume, article.front.year)
    assert not any("Lampus" in block.text for block in article.blocks)
