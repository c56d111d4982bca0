"""The only note of a page, in an article that has one here and there."""

import pytest

from tests.segment.setting import FULL, Set, article_of, body

CALLED = Set(f"{FULL[:60]}.1", raised="1")


def _page(call: Set, *notes: Set, indent: float = 0.0) -> list[Set]:
    """A page with one call, and small type at its foot, the first row of which stands in."""
    first, *others = notes
    return [*body(9), call, *body(9), first, *(Set(each.text, size=each.size, indent=indent) for each in others)]


def _small(text: str) -> Set:
    return Set(text, size=0.75, indent=1.4, gap=0.3)


@pytest.mark.parametrize("label", ["l ", "(') ", "1) ", "! ", "‘ "])
def test_what_is_left_of_the_label_of_the_only_note(label: str) -> None:
    """The page calls once, and its foot is small and begins with what a raised 1 may become."""
    note = _small(f"{label}Tansy thinks that the lamps were never lit in the winter of the levy, and that nobody said")
    notes = article_of(_page(CALLED, note, _small("so in the ledger.")), body(9), reader="ocr-layer").notes

    assert [("1", True)] == [(each.label, each.anchor is not None and each.anchor.cert > 0.5) for each in notes]


def test_a_quotation_in_small_type_at_the_foot_is_no_note() -> None:
    """Its mark stands at its word, and all its rows are set in; the note that the page calls stands elsewhere."""
    quotation = _small("‘The lamps were never lit in the winter of the levy, and nobody ever said so in the ledger")
    page = _page(CALLED, quotation, _small("of the board.’"), indent=1.4)

    assert () == article_of(page, body(9), reader="ocr-layer").notes


def test_a_page_with_two_calls_has_no_only_note() -> None:
    """Which of them the small type answers is not known."""
    note = _small("l Tansy thinks that the lamps were never lit in the winter of the levy, and that nobody said")
    page = [Set(f"{FULL[:50]}.2", raised="2"), *_page(CALLED, note, _small("so in the ledger."))]

    assert () == article_of(page, body(9), reader="ocr-layer").notes


def test_a_star_in_brackets_is_a_reference_mark_on_every_page() -> None:
    """``*)`` is the form of old German and Latin presses, and no number that a reader damaged."""
    keepers = ("Tansy", "Reed", "Fennick")
    pages = [
        [
            *body(9),
            Set(f"{FULL[:60]} *)", raised="*)"),
            *(Set(f"{name} {'and the mole ' * number}{FULL}"[:80]) for number in range(1, 6)),
            _small(f"*) {name}, as it is printed in the ledger of the harbour board, with what the clerk says of it"),
            Set(f"so in the index of {name}.", size=0.75),
        ]
        for name in keepers
    ]

    assert ["*"] * 3 == [note.label for note in article_of(*pages, reader="tesseract").notes]


def test_in_an_article_with_reference_marks_no_number_is_left() -> None:
    """Of a dagger a reader leaves a ``t`` or a ``1`` as well; the marks of the page tell it."""
    starred = [
        *body(9),
        Set(f"{FULL[:60]}*", raised="*"),
        *body(9),
        _small("* Tansy says so in the ledger of the board."),
    ]
    note = _small("l Tansy thinks that the lamps were never lit in the winter of the levy, and that nobody said")
    article = article_of(starred, _page(CALLED, note, _small("so in the ledger.")), reader="ocr-layer")

    assert "1" not in [each.label for each in article.notes]
