"""Typescripts: notes in the one size of the typewriter, and labels that a tab parts from their line."""

from tests.segment.setting import FULL, Set, article_of, body, first_page

TEXTS = [
    "Lamps of the Lower Harbour, leaf two.",
    "Oil, and who paid for it in the winter.",
    "Minutes of the board, the last volume.",
    "Keepers and their boats, in the appendix.",
    "Ledger of the clerk, now lost.",
    "Tides, a survey of the third year.",
    "Masters of the tea boats, at the steps.",
    "Winds over the mole, by the hour.",
]
TAB = 3.0
"""Ems by which the text of a note stands in under its label."""


def _text() -> list[Set]:
    """Two paragraphs that call eight notes."""
    return [
        *body(4),
        *(Set(f"{FULL[number : 60 + number]}.{number}", raised=str(number)) for number in range(1, 9)),
        *body(4),
    ]


def _joined(number: int, *, small: bool) -> list[Set]:
    """A note whose label was read with its line; what a scan measures as small is of the same type."""
    size = 0.95 if small else 1.0
    return [
        Set(f"({number}) {TEXTS[number - 1]}", size=size, gap=0.5),
        Set("There is no copy of it in Saltmouth.", indent=TAB, size=size),
    ]


def _parted(number: int, at: int) -> list[Set]:
    """A note whose label is a line of its own, on one baseline with the first of the note."""
    return [
        Set(f"({number})", size=0.9, at=at),
        Set(TEXTS[number - 1], indent=TAB, at=at),
        Set("There is no copy of it in Saltmouth.", indent=TAB, at=at + 30),
    ]


def _typescript() -> list[list[Set]]:
    """A page of text, and two of notes under no heading, the fourth of which goes on over the page."""
    first = [row for number in range(1, 5) for row in _joined(number, small=number % 2 == 1)]
    first.append(Set("It was burned, and nobody knows by whom, or what the", indent=TAB))
    second = [Set("keepers said to that in the winter.", indent=TAB), Set("Nothing, it seems.", indent=TAB)]
    second += [row for number in range(5, 9) for row in _parted(number, 150 + 100 * (number - 4))]
    return [[*first_page(), *_text()], [*body(9), *first], second]


def test_notes_of_one_size_with_the_text_are_told_though_their_sizes_waver() -> None:
    """By a twentieth, as sizes on a scan do: the numbers run on from small rows to others."""
    article = article_of(*_typescript(), reader="tesseract")

    assert [str(number) for number in range(1, 9)] == [note.label for note in article.notes]


def test_a_label_that_a_tab_parts_from_its_line_is_its_own() -> None:
    """A reader gives it as a line, which stands on the baseline of the next; none of them is a folio."""
    article = article_of(*_typescript(), reader="tesseract")

    assert TEXTS[4:] == [note.text[: len(text)] for note, text in zip(article.notes[4:], TEXTS[4:], strict=True)]
    assert "" == article.sheets[-1].folio


def test_what_stands_under_one_another_with_the_rows_of_a_note_goes_on_with_the_last() -> None:
    """Over the first label of a page the rest of a note has the type of the text, but stands in under the label."""
    article = article_of(*_typescript(), reader="tesseract")

    assert article.notes[3].text.endswith("or what the keepers said to that in the winter. Nothing, it seems.")


def test_a_star_before_a_line_that_measures_a_little_less_begins_no_note() -> None:
    """The reader took dirt for it; the line is its own only witness that notes are smaller, and a scan wavers so."""
    text = [Set(FULL[:80]) for _ in range(12)]
    starred = Set(f"*‘peasants’ {FULL[:60]}", size=0.96)
    article = article_of(first_page(), [*text, starred, *text], reader="tesseract")

    assert () == article.notes


def test_items_that_a_colon_announces_are_no_notes() -> None:
    """They stand in the type of the text, and exponents over them are raised as calls are."""
    items = [Set(f"{number}. {text}", indent=1.4) for number, text in enumerate(TEXTS[:3], 1)]
    powers = [Set(f"{FULL[:70]} n{power}", raised=power) for power in "213"]
    article = article_of(
        [*body(6), Set("They found three bounds:"), *items, *body(9)], [*powers, *body(9)], reader="tesseract"
    )

    assert () == article.notes
