"""Series of note labels: numbers, letters, Roman numbers, reference marks; and notes under headings of their own."""

import pytest

from pipeline.segment.notes.glyphs import glyph_price
from pipeline.segment.series import LETTERS, MARKS, NUMBERS, ROMANS, Series
from tests.segment.setting import FULL, Set, article_of, body

SMALL = 0.8


@pytest.mark.parametrize(
    ("series", "value", "sign"),
    [
        pytest.param(NUMBERS, 12, "12", id="numbers"),
        pytest.param(LETTERS, 3, "c", id="letters"),
        pytest.param(LETTERS, 28, "bb", id="letters behind z"),
        pytest.param(ROMANS, 14, "xiv", id="Roman numbers"),
        pytest.param(MARKS, 2, "†", id="reference marks"),
    ],
)
def test_a_sign_has_its_place(series: Series, value: int, sign: str) -> None:
    """Sign and place tell one another."""
    assert (sign, value) == (series.sign_of(value), series.value_of(sign))


@pytest.mark.parametrize(
    ("series", "sign"), [(LETTERS, "ab"), (ROMANS, "iiii"), (ROMANS, ""), (MARKS, "a"), (NUMBERS, "i")]
)
def test_what_is_no_sign_has_no_place(series: Series, sign: str) -> None:
    """Neither a word of several letters nor a Roman number that nobody writes so."""
    assert series.value_of(sign) == 0


def _at_foot(*labels: str, size: float = SMALL) -> list[str]:
    """The labels that are found of two pages with notes so labelled."""
    notes = [Set(f"{label} Harbour Registers, leaf {index}.", size=size) for index, label in enumerate(labels, 2)]
    half = len(notes) // 2
    article = article_of([*body(24), *notes[:half]], [*body(24), *notes[half:]], reader="tesseract")
    return [note.label for note in article.notes]


def test_roman_numbers_label_notes() -> None:
    """They go through the article as numbers do: i to vi, with iv in its place."""
    assert ["i", "ii", "iii", "iv", "v", "vi"] == _at_foot("i.", "ii.", "iii.", "iv.", "v.", "vi.")


def test_roman_numbers_in_the_type_of_the_text_are_items() -> None:
    """What counts its points ``i.`` to ``vi.`` in the type of the text has no notes."""
    assert [] == _at_foot("i.", "ii.", "iii.", "iv.", "v.", "vi.", size=1.0)


def test_a_lettered_list_over_text_is_no_notes() -> None:
    """Small type with text of the body under it is a list or a quotation, as it is where its items have numbers."""
    items = [Set(f"{letter}. Harbour Registers, leaf two.", size=SMALL, indent=2) for letter in "abc"]
    notes = [Set(f"{letter}. Tansy, leaf nine.", size=SMALL) for letter in "abc"]
    article = article_of([*body(9), *items, *body(9), *notes], reader="tesseract")

    assert ["Tansy, leaf nine."] * 3 == [note.text for note in article.notes]


def test_a_raised_letter_is_read_as_a_quotation_mark() -> None:
    """Quotation marks stand for any raised letter, other letters hardly; the strokes of a Roman number run together."""
    assert glyph_price("”", "d") < glyph_price("=", "d")
    assert glyph_price("”", "d") < glyph_price("k", "d")
    assert glyph_price("”", "viii") < glyph_price("”", "1234")


def test_marks_are_run_on_as_numbers_are() -> None:
    """† within the note of * begins one where § follows it, and the page has † and ‡ to call."""
    notes = [
        Set("* Tansy, leaf 2. † Reed, leaf 3. ‡ Reed, leaf 4, on oil,", size=SMALL),
        Set("and on lamps.", size=SMALL),
        Set("§ Harbour Registers, leaf 5.", size=SMALL),
    ]
    article = article_of([*body(24), *notes], reader="tesseract")

    assert ["*", "†", "‡", "§"] == [note.label for note in article.notes]


def _chapter(notes: int) -> list[Set]:
    """Text with calls, and its notes under a heading, no label of which was read."""
    return [
        *(Set(f"{FULL[:76]}.{number}", raised=str(number)) for number in range(1, notes + 1)),
        *body(9),
        Set("Notes", size=SMALL, gap=0.8),
        *(Set(f"”Harbour Registers, leaf {number}.", size=SMALL, indent=1.4) for number in range(1, notes + 1)),
        Set("The Second Chapter", gap=1.5),
    ]


def test_notes_under_headings_are_numbered_for_every_chapter() -> None:
    """The headings, the small type and the calls tell of notes whose labels nobody could read, also over text."""
    article = article_of([*_chapter(3), *body(9)], [*_chapter(2), *body(9)], reader="tesseract")

    assert ["1", "2", "3", "1", "2"] == [note.label for note in article.notes]
    assert all(note.anchor for note in article.notes)


def test_a_heading_over_small_type_that_nothing_calls_is_over_no_notes() -> None:
    """However the entries under ``Notes`` begin, a text without a number calls none of them."""
    entries = [Set(f"”Harbour Registers, leaf {number}.", size=SMALL, indent=1.4) for number in range(1, 5)]
    article = article_of([*body(18), Set("Notes", size=SMALL, gap=0.8), *entries], reader="tesseract")

    assert [] == [note.label for note in article.notes if note.label]


def test_stars_alone_are_followed_by_no_dagger() -> None:
    """A press that counts by one star more for each note has no † to be missing, be a row within a note indented."""
    notes = [
        Set("* Tansy, leaf 2, has much to say of the oil that was paid for,", size=SMALL, indent=1),
        Set("and more of the lamps that were not lit.", size=SMALL),
        Set("Reed was the first to read the register, says Tansy.", size=SMALL, indent=1),
        Set("** Harbour Registers, leaf 5, where it is said that Reed read", size=SMALL, indent=1),
        Set("nothing of the kind.", size=SMALL),
    ]
    pages = [[*body(8), Set("The lamps*"), Set("and boats**"), Set("and all† the oil."), *notes] for _ in range(3)]
    article = article_of(*pages, reader="page-xml")

    assert ["*", "**"] * 3 == [note.label for note in article.notes]
