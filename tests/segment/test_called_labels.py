"""Labels are those of notes where the text of a born-digital article calls them."""

import pytest

from pipeline.model import NoteKind
from tests.segment.setting import FULL, Set, article_of, body, first_page

SMALL = 0.8


def _calling(number: int) -> list[Set]:
    """A paragraph whose last line calls a note."""
    return [*body(6)[:-1], Set(f"and nobody read it again.{number}", raised=str(number))]


def _note(number: int) -> Set:
    return Set(f"{number} HR, p. {number}.", size=SMALL, gap=0.5)


def _labels(*pages: list[Set], reader: str = "text-layer") -> list[str]:
    return [note.label for note in article_of(*pages, reader=reader).notes]


def test_the_rows_of_a_table_that_nothing_calls_are_no_notes() -> None:
    """A table at the foot of a page, in the type of the notes, has more numbers than the notes and no calls."""
    table = [Set(f"{number} Lamp oil, rope and wicks", size=SMALL) for number in range(21, 40)]
    noted = [[*_calling(number), _note(number)] for number in (1, 2, 3)]

    assert ["1", "2", "3"] == _labels(first_page(), *noted, [*body(), *table])


def test_what_follows_the_last_called_note_is_none() -> None:
    """A line of the list of works that begins with the next number ends no sequence of notes."""
    works = [Set("4 Harbour Board, Minutes of the Lamps, the year of the storm.", size=SMALL, gap=0.5)]

    assert ["1", "2", "3"] == _labels(
        first_page(), *[[*_calling(number), _note(number)] for number in (1, 2, 3)], body(), [*body(), *works]
    )


def test_a_note_between_called_ones_needs_no_call() -> None:
    """Some faces have raised digits of their own, which no text layer tells."""
    pages = [[*(body() if number == 2 else _calling(number)), _note(number)] for number in (1, 2, 3)]

    assert ["1", "2", "3"] == _labels(first_page(), *pages)


def test_in_scans_a_note_needs_no_call() -> None:
    """Their readers lose calls."""
    pages = [[*(_calling(1) if number == 1 else body()), _note(number)] for number in (1, 2, 3)]

    assert ["1", "2", "3"] == _labels(first_page(), *pages, reader="tesseract")


def test_the_numbered_rows_of_a_table_are_no_notes_in_scans_either() -> None:
    """They stand in columns, on pages that call none of them."""
    ports = [Set(f"{number}. Selwyn {number}8-05 {number}2", tabs=(100, 160, 400, 700), size=SMALL)
             for number in range(1, 10)]  # fmt: skip
    noted = [[*_calling(number), _note(number)] for number in (1, 2, 3)]

    assert ["1", "2", "3"] == _labels(first_page(), *noted, [*body(), *ports], [*body(), *ports], reader="tesseract")


def _vocabulary(first: int, last: int) -> list[Set]:
    return [
        Set(f"{number}. Lamp. Selwyn lum, Saltmouth lom, Mole lam-ta.", size=SMALL) for number in range(first, last)
    ]


def test_the_entries_of_a_list_that_fills_pages_of_a_scan_are_no_notes() -> None:
    """A vocabulary in small type counts from 1 behind notes 11 and 12; each of its pages begins with an entry."""
    noted = [*_calling(11), *_calling(12), _note(11), Set("12 HR, p. 12.", size=SMALL)]
    listed = [_vocabulary(first, first + 20) for first in (1, 21)]

    assert ["11", "12"] == _labels(body(40), body(40), noted, *listed, reader="tesseract")


def test_numbers_that_the_pages_before_call_are_no_list() -> None:
    """Endnotes fill their pages from the top, too, without a heading; half of their calls were read."""
    pages = [[*_calling(number), *_calling(number + 2), *body()] for number in range(1, 16, 4)]
    notes = [Set(f"{number}. The lists of lamps of the Board, page {number}.", size=SMALL) for number in range(1, 17)]

    assert len(notes) == len(_labels(*pages, notes[:8], notes[8:], reader="tesseract"))


def test_letters_at_the_start_of_rows_are_no_notes_where_nothing_calls_them() -> None:
    """``a. By age``: the parts of a figure."""
    parts = [
        Set(f"{letter}. By the {what}", size=SMALL) for letter, what in zip("abcd", FULL.split()[1:], strict=False)
    ]

    assert [] == _labels(first_page(), [*body(), *parts], [*body(), *parts])


def test_exponents_do_not_hide_calls_in_brackets() -> None:
    """A raised 2 behind a measure is no call where the notes are called in brackets."""
    measured = [*body(6)[:-1], Set("and nobody paid for the oil of 40 m2", raised="2")]
    noted = [[*body(6)[:-1], Set(f"and nobody read it again [{number}]", raised=f"[{number}]", on_line=True),
              Set(f"[{number}] HR, p. {number}.", size=SMALL, gap=0.5)] for number in (1, 2, 3)]  # fmt: skip

    assert ["1", "2", "3"] == _labels(first_page(), *noted[:1], measured, *noted[1:])


@pytest.mark.parametrize("reader", ["text-layer", "tesseract"])
def test_endnotes_need_no_heading(reader: str) -> None:
    """The pages before them call them: they are set at their calls, and are endnotes."""
    pages = [[*_calling(number), *body()] for number in (1, 2, 3)]

    article = article_of(first_page(), *pages, body(), body(), [*body(), *map(_note, (1, 2, 3))], reader=reader)

    assert [(NoteKind.END, 1.0)] * 3 == [(note.kind, note.anchor and note.anchor.cert) for note in article.notes]


def test_an_endnote_whose_label_is_lost_is_one_of_the_endnotes() -> None:
    """Without a heading over them, too, it is called on the pages before, and not on its own."""
    pages = [[*_calling(number), *body()] for number in range(1, 6)]
    notes = [*map(_note, (1, 2)), Set("* HR, p. 3.", size=SMALL, gap=0.5), *map(_note, (4, 5))]

    article = article_of(first_page(), *pages, body(), body(), [*body(), *notes], reader="tesseract")

    assert [(str(number), NoteKind.END) for number in range(1, 6)] == [
        (note.label, note.kind) for note in article.notes
    ]
    assert all(note.anchor and note.anchor.printed == note.label for note in article.notes)


def test_notes_of_which_no_call_is_seen_are_notes() -> None:
    """A text layer that hides its calls has an exponent: small rows go on with the numbers under page after page."""
    measured = [*body(6)[:-1], Set("and nobody paid for the oil of 40 m2", raised="2")]
    pages = [[*body(), _note(number)] for number in range(1, 7)]

    assert list("123456") == _labels(first_page(), measured, *pages)
