"""Notes that hang under their labels: over the turn of a page, and with the label far to the left."""

import pytest

from pipeline.model import BlockKind
from tests.segment.setting import FULL, Set, article_of, blocks, body, first_page

HANG = 1.6
"""Ems by which the rows of a note are set in."""
NOTE = "The dues of the lower harbour were paid by every ship that ran in before the"


def _small(text: str, indent: float = HANG, gap: float = 0.0) -> Set:
    return Set(text, indent=indent, gap=gap, size=0.8)


def _labelled(number: int, text: str) -> Set:
    return _small(f"{number} {text}", indent=0.0, gap=0.5)


def _called(number: int) -> list[Set]:
    return [*body(7), Set(f"Nobody paid for the oil.{number}", raised=str(number)), *body(3)]


def test_a_hanging_note_goes_on_at_the_foot_of_a_page_without_a_label() -> None:
    """All its rows are indented there, as those of a quotation are, and as its own rows are on the page before."""
    article = article_of(
        [*first_page(), *_called(1), _labelled(1, NOTE), _small("winter, and nobody asked what had become of")],
        [*body(12), _small("the money. HR, p. 1.", gap=1.0)],
        [*_called(2), _labelled(2, "HR, p. 2.")],
    )

    assert article.notes[0].text.endswith("what had become of the money. HR, p. 1.")
    assert [] == blocks(article, BlockKind.QUOTATION)


def test_a_hanging_note_goes_on_in_two_paragraphs() -> None:
    """The first line of the second is set in further, behind the end of the first."""
    rest = [_small("the money. HR, p. 1.", gap=1.0), _small(f"Tansy, {NOTE[:-9]}", indent=HANG + 0.8, gap=0.4),
            _small(NOTE), _small("winter, too.")]  # fmt: skip
    article = article_of(
        [*first_page(), *_called(1), _labelled(1, NOTE), _small("winter, and nobody asked what had become of")],
        [*body(12), *rest],
        [*_called(2), _labelled(2, "HR, p. 2.")],
    )

    assert article.notes[0].text.endswith("winter, too.")
    assert [] == blocks(article, BlockKind.QUOTATION)


def test_a_quotation_at_the_foot_of_a_page_is_no_end_of_a_finished_note() -> None:
    """It stands as far in as the note before it, whose sentence has ended."""
    quoted = "I send my boy down every forenoon to look at the lamps and at the ships"
    article = article_of(
        [*first_page(), *_called(1), _labelled(1, NOTE), _small("winter. HR, p. 1.")],
        [*body(12), _small(quoted, gap=1.0), _small("that come in.")],
        [*_called(2), _labelled(2, "HR, p. 2.")],
    )

    assert article.notes[0].text.endswith("winter. HR, p. 1.")


@pytest.mark.parametrize("rise", [pytest.param(8, id="raised"), pytest.param(17, id="over the capitals of its line")])
def test_a_raised_label_far_to_the_left_is_a_line_of_its_own(rise: int) -> None:
    """The label stands higher and smaller than the line of its note, which a reader gives as the next."""
    pages = [
        [*(first_page()[:-1] if number == 1 else []), *_called(number), *_called(number + 1),
         *_beside(number, f"The Ledger of the Lower Harbour, p. {number}.", 1300, rise),
         *_beside(number + 1, "Minutes of the Keepers.", 1330, rise), Set("of the year 1901.", size=0.8, at=1355),
         Set(str(127 + number // 2), at=1430, centred=True)]
        for number in (1, 3)
    ]  # fmt: skip
    article = article_of(*pages)

    assert [
        ("1", "The Ledger of the Lower Harbour, p. 1."), ("2", "Minutes of the Keepers. of the year 1901."),
        ("3", "The Ledger of the Lower Harbour, p. 3."), ("4", "Minutes of the Keepers. of the year 1901."),
    ] == [(note.label, note.text) for note in article.notes]  # fmt: skip
    assert all(note.anchor for note in article.notes)


def test_the_words_of_a_figure_over_the_text_are_no_end_of_a_note() -> None:
    """Two columns of small type that end sentences, the body below them: no note goes on over text."""
    words = ["Inner dues are paid by", "all who keep a lamp here."]
    figure = [Set(text, size=0.75, at=100 + 25 * row, column=column, indent=indent)
              for column, indent in ((1, 1.0), (2, 22.0)) for row, text in enumerate(words)]  # fmt: skip
    article = article_of(
        [*first_page(), *_called(1), _labelled(1, "HR, p. 1.")],
        [*figure, Set(FULL[:78], indent=1.4, at=200), *body(14)[1:]],
        [*_called(2), _labelled(2, "HR, p. 2.")],
    )

    assert ["HR, p. 1.", "HR, p. 2."] == [note.text for note in article.notes]


def _beside(number: int, text: str, baseline: int, rise: int) -> list[Set]:
    """A raised label and, five ems to the right of it, the line of its note."""
    return [Set(str(number), size=0.6, at=baseline - rise), Set(text, indent=5.0, size=0.8, at=baseline)]


@pytest.mark.parametrize(
    ("number", "printed", "called"),
    [(2, "", 2), (3, "", 1), (3, "2", 2)],
    ids=["a lost label", "the rest of a note", "a lost label whose call is there"],
)
def test_the_rest_of_a_note_that_a_page_before_the_first_calls(number: int, printed: str, called: int) -> None:
    """An excerpt begins amid a note; a label that was lost stands before note 2, or is called."""
    rest = [_small("winter, and nobody asked what had become of", gap=0.5), _small("the money. HR, p. 1.")]
    call = [Set(f"They came in at the mole.{printed}", raised=printed)] if printed else []
    article = article_of(
        [*call, *_called(number), *rest, _small(f"{number} HR, p. 2.", indent=0.0)],
        [*_called(number + 1), _labelled(number + 1, "HR, p. 3.")],
    )

    assert "the money. HR, p. 1." == article.notes[0].text[-20:]
    assert called == sum(note.anchor is not None for note in article.notes[:2])


def test_the_first_figure_of_a_call_whose_second_alone_is_raised_is_no_text() -> None:
    """Of two raised figures the ink of one was seen: the label that ends in it has the other right before it."""
    pages = [[*_called(number), _labelled(number, f"HR, p. {number}.")] for number in (21, 22, 23, 24)]
    pages[2][7] = Set("Nobody paid for the oil.23", raised="3")
    article = article_of(*pages)

    assert ["Nobody paid for the oil."] * 4 == [
        block.text[: note.anchor.offset][-24:] for note in article.notes for block in article.blocks
        if note.anchor and note.anchor.target == block.id
    ]  # fmt: skip
